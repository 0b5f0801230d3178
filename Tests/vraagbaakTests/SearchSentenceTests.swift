import Kamervragen
import TestSupport
import Testing

@testable import PassageSearch
@testable import PassageStore
@testable import VraagbaakReport

@Suite("What a search says in Dutch")
struct SearchSentenceTests {
  @Test(
    "A query is said back as a person would say it",
    arguments: [
      ("opvang capaciteit", "opvang · en · capaciteit"), ("a OR b", "a · of · b"),
      ("x (a OR b)", "x · en · (a · of · b)"), ("(a b) OR c", "(a · en · b) · of · c"),
      ("a -b NIET c", "a · en · niet: b · en · niet: c"), ("-b", "niet: b"),
      ("+a b", "verplicht: a · en · b"),
      ("\"betaalde seks\"", "„betaalde seks”"), ("toeslag*", "toeslag*"),
      ("lid:dijk", "lid: dijk"), ("member:dijk", "lid: dijk"),
      ("lid:a lid:b", "lid: (a · of · b)"), ("datum:2024-12-03", "op 3 december 2024"),
      ("datum:2024", "van 1 januari 2024 tot en met 31 december 2024"),
      ("datum:2024..", "vanaf 1 januari 2024"), ("datum:..2024", "tot en met 31 december 2024"),
      ("a -datum:2024-10", "a · en · niet: van 1 oktober 2024 tot en met 31 oktober 2024"),
      (
        "-datum:(2-1-2023 OF 4-5-2024) a",
        "niet: (op 2 januari 2023 · of · op 4 mei 2024) · en · a"
      ),
      ("", ""), ("soort:vragen", "soort: gestelde vragen"),
      ("soort:(open OF uitstel)", "soort: (vragen zonder antwoord · of · uitstel)"),
      ("soort:beantwoord -soort:overig", "soort: beantwoord · en · niet: soort: overig"),
      ("kinder*toeslag", "kinder*toeslag"), ("kinder*toe*", "kinder*toe*"),
      ("vraag:3 antwoord:4", "vraagnummer: 3 · en · vraagnummer: 4"),
      ("vraag:asiel", "vraag: asiel"),
      ("jaar:2024/2025", "jaar: 2024-2025"), ("jaar:2023..2024", "jaar: (2023 · of · 2024)"),
      ("lid:van dijk", "lid: „van dijk”"), ("lid:boswijk hulp", "lid: boswijk · en · hulp"),
      ("-(a OF \"b  c\") +(d e)", "niet: (a · of · „b c”) · en · verplicht: (d · en · e)"),
      ("a NEAR/5 b", "a bij b (hooguit 5 woorden uit elkaar)"),
      ("a NEAR/1 b", "a bij b (hooguit 1 woord uit elkaar)"),
    ])
  func interpretation(_ query: String, _ text: String) {
    let expression = QueryParser.parse(query).expression
    #expect(expression.dutch == text)
    #expect(SearchInterpretation.query(expression).dutch == text)
  }

  /// The expression without groups of one, and without groups inside groups of their kind.
  private static func plain(_ expression: QueryExpression) -> QueryExpression {
    switch expression {
    case .all(let parts):
      let flat = parts.map(plain).flatMap { if case .all(let inner) = $0 { inner } else { [$0] } }
      return flat.count == 1 ? flat[0] : .all(flat)
    case .any(let parts):
      let flat = parts.map(plain)
      return flat.count == 1 ? flat[0] : .any(flat)
    case .not(let part): return .not(plain(part))
    case .required(let part): return .required(plain(part))
    // `vraag:3` and `antwoord:3` ask for the same passages.
    case .field(.answer, .word("3")): return .field(.question, .word("3"))
    case .field(let field, let part): return .field(field, plain(part))
    case .word, .prefix, .pattern, .phrase, .near, .amount, .cited, .alias, .dates:
      return expression
    }
  }

  @Test("Queries that are understood in different ways are said in different ways")
  func unambiguous() {
    let pieces = [
      "a", "b", "en", "of", "niet", "3", "a*", "a*b", "\"a b\"", "\"a en b\"", "(", "(", ")", ")",
      "OF", "EN", "NIET", "-", "-a", "+b", "+", "lid:", "lid:a", "partij:b", "vraag:3",
      "antwoord:3",
      "soort:open", "soort:vragen", "datum:2024", "datum:2024-10", "datum:..2023", "NEAR/2",
      "NEAR/3",
      "36", "410", "niet:", "ook:", "·", "…", "bij",
    ]
    var random = SeededGenerator(seed: 22)
    var meanings: [String: QueryExpression] = [:]
    for _ in 0..<20_000 {
      let words = (0..<Int.random(in: 1...7, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }
      let query = words.joined(separator: " ")
      let meaning = Self.plain(QueryParser.parse(query).expression)
      let text = meaning.dutch
      #expect(meanings[text, default: meaning] == meaning, "\(query): \(text)")
      meanings[text] = meaning
    }
    #expect(meanings.count > 5_000)
  }

  @Test("Other names are told with the one that was typed, without their periods")
  func aliases() throws {
    let aliases = try Aliases.none.adding("naam: eik; de beuk; den [2024..]", from: "namen")
    let expression = aliases.expanded(QueryParser.parse("eik").expression)
    #expect(expression.dutch == "eik (ook: „de beuk”, den)")
  }

  @Test("What is like a passage is told with its first eight words and its condition")
  func similar() {
    func dutch(_ words: [String], _ query: String) -> String {
      SearchInterpretation.similar(
        to: "nr-1", words: words, condition: QueryParser.parse(query).expression
      ).dutch
    }
    #expect(dutch([], "") == "passages als nr-1")
    #expect(dutch(["eik", "beuk"], "") == "passages als nr-1 (eik, beuk)")
    #expect(
      dutch("abcdefghij".map(String.init), "jaar:2024")
        == "passages als nr-1 (a, b, c, d, e, f, g, h), met jaar: 2024")
  }

  @Test(
    "A part that is lacking is named as it was typed, or as a person would say it",
    arguments: [
      ("eik", "eik"), ("ei*", "ei*"), ("e*k", "e*k"), ("\"de eik\"", "\"de eik\""), ("+eik", "eik"),
      ("eik beuk", "eik beuk"), ("eik OF beuk", "eik · of · beuk"), ("lid:dijk", "lid: dijk"),
      ("eik NEAR/2 beuk", "eik bij beuk (hooguit 2 woorden uit elkaar)"),
    ])
  func labels(_ query: String, _ text: String) {
    guard case .all(let parts) = QueryParser.parse(query).expression else { return }
    #expect((parts.count == 1 ? parts[0] : .all(parts)).label == text)
  }

  private static let problems: [(QueryProblem, String)] = [
    (.longWord, "van een heel lang woord telt alleen het begin"),
    (.tooManyWords(maximum: 64), "alleen de eerste 64 woorden tellen mee"),
    (.deepBrackets(maximum: 40), "haakjes dieper dan 40 in elkaar zijn weggelaten"),
    (.unclosedBracket, "een haakje is niet gesloten; het is aan het eind gesloten"),
    (.unopenedBracket, "een haakje dat niets sluit is weggelaten"),
    (.unclosedQuote, "een aanhalingsteken is niet gesloten; de woorden zijn los gezocht"),
    (.nothingBeforeOr, "OF zonder woord ervoor is weggelaten"),
    (.nothingAfterOr, "OF zonder woord erna is weggelaten"),
    (.doubledOr, "OF OF is gelezen als één OF"),
    (.nothingAfterNot, "NIET zonder woord erna is weggelaten"),
    (.misplacedNear, "NEAR staat niet tussen twee woorden en is weggelaten"),
    (.nearDistance(500, taken: 100), "NEAR/500 is gelezen als NEAR/100"),
    (.starBesideNear, "een * bij NEAR telt niet"),
    (.starInQuotes, "een * tussen aanhalingstekens telt niet"),
    (.leadingStar("*eik", taken: "eik"), "een * vooraan telt niet: *eik is gezocht als eik"),
    (
      .tooShortForStar("e*"), "e* heeft te weinig letters voor een * en is gezocht als gewoon woord"
    ),
    (
      .unknownField("parij", nearest: "partij"),
      "parij: is geen veld (wel partij:) en is gezocht als woord"
    ),
    (.unknownField("kleur", nearest: nil), "kleur: is geen veld en is gezocht als woord"),
    (
      .functionWordAfterNot("de"), "de is een functiewoord en is niet uitgesloten"
    ),
    (.emptyField("lid"), "achter lid: staat niets; gezocht is het woord lid"),
    (
      .noDate("gisteren"),
      "gisteren is geen datum (zoals 2024, 2024-10 of 1-10-2024) en is weggelaten"
    ),
    (
      .noKind("raar"),
      "raar is geen soort (beantwoord, vragen, onbeantwoord, uitstel, overig) en is weggelaten"
    ),
    (.reversedRange(.date, "2024..2023"), "datum:2024..2023 loopt terug en is omgedraaid"),
    (.reversedRange(.session, "2024..2023"), "jaar:2024..2023 loopt terug en is omgedraaid"),
  ]

  @Test("Each thing that is not understood is told with what was done instead", arguments: problems)
  func problem(_ problem: QueryProblem, _ text: String) {
    #expect(QueryNotice.notUnderstood([problem]).dutch == "Niet alles is begrepen: \(text).")
  }

  private static let notices: [(QueryNotice, String)] = [
    (
      .notUnderstood([.doubledOr, .starInQuotes]),
      "Niet alles is begrepen: OF OF is gelezen als één OF; een * tussen aanhalingstekens telt niet."
    ),
    (
      .reduced(.ranks),
      "De zoekvraag is erg lang: verwante woorden en woorden in het onderwerp tellen niet extra."
    ),
    (
      .reduced(.openForms),
      "De zoekvraag is erg lang: samenstellingen zijn niet ook op hun losse delen gezocht."
    ),
    (
      .reduced(.compounds),
      "De zoekvraag is erg lang: "
        + "woorden zijn niet ook in samenstellingen en onder andere namen gezocht."
    ),
    (
      .cutOff(.phrase("de eik")),
      "De zoekvraag is te lang: vanaf \"de eik\" is niets meer gezocht."
    ),
    (
      .wildcard(
        WildcardCount(field: nil, text: "ei*", searched: 200, total: 261, isOpenEnded: false)),
      "ei* staat voor 261 woorden; de 200 meest voorkomende daarvan zijn gezocht."
    ),
    (
      .wildcard(
        WildcardCount(field: .number, text: "7*", searched: 200, total: 900, isOpenEnded: true)),
      "nr:7* staat voor meer dan 900 woorden; de 200 meest voorkomende daarvan zijn gezocht."
    ),
    (
      .unknownValues([UnknownValue(field: .member, value: .word("dyk"), nearest: ["dijk"])]),
      "In de index komt niet voor: lid:dyk (wel lid:dijk)."
    ),
    (
      .unknownValues([
        UnknownValue(field: .session, value: .word("2015"), nearest: []),
        UnknownValue(field: .member, value: .phrase("van dyk"), nearest: ["van", "dijk"]),
      ]),
      "In de index komen niet voor: jaar:2015, lid:\"van dyk\" (wel lid:\"van dijk\")."
    ),
    (.noWords, "De zoekvraag heeft geen woord om op te zoeken."),
    (.nothingInCommon("nr-1"), "nr-1 heeft geen woorden die ook in andere passages staan."),
  ]

  @Test("Each notice is one sentence", arguments: notices)
  func notice(_ notice: QueryNotice, _ text: String) {
    #expect(notice.dutch == text)
  }

  @Test("How much was found of what is one line, singular or plural")
  func summary() {
    func summary(
      _ query: String, _ total: Int, _ partial: Int, isPartialCounted: Bool = true
    ) -> String {
      var response = SearchResponse(
        interpretation: .query(QueryParser.parse(query).expression), notices: [])
      response.total = CountBounds(lower: total, estimate: total, upper: total)
      response.partial = CountBounds(lower: partial, estimate: partial, upper: partial)
      response.isPartialCounted = isPartialCounted
      return response.summary
    }
    #expect(summary("eik beuk", 0, 0) == "Niets gevonden: eik · en · beuk")
    #expect(summary("", 0, 0) == "Niets gevonden")
    #expect(summary("eik", 1, 0) == "1 passage: eik")
    #expect(summary("eik beuk", 2, 1) == "2 passages: eik · en · beuk; 1 bevat een deel")
    #expect(
      summary("eik beuk", 0, 5)
        == "Geen enkele passage bevat alles: eik · en · beuk; 5 bevatten een deel")
    #expect(
      summary("eik", 0, 5)
        == "Geen enkele passage bevat dit woord: eik; 5 bevatten een deel of een verwant woord")
    #expect(summary("eik beuk", 3, 9, isPartialCounted: false) == "3 passages: eik · en · beuk")
    #expect(CountBounds(lower: 1000, estimate: 1200, upper: 5000).dutch == "ongeveer 1200")
  }

  @Test("A table of names and a file of judgements are refused with the line and what it should be")
  func files() {
    func sentence(_ expectation: AliasError.Expectation) -> String {
      "\(AliasError(file: "namen.txt", line: 3, expectation: expectation))"
    }
    #expect(
      sentence(.kind(of: ["partij", "naam"]))
        == "namen.txt, regel 3: verwacht wordt een regel die begint met een van partij:, naam:")
    #expect(
      sentence(.names)
        == "namen.txt, regel 3: verwacht worden ten minste twee namen met een puntkomma ertussen")
    #expect(
      sentence(.period("gisteren]"))
        == "namen.txt, regel 3: verwacht wordt een periode als [2017-10..2024-07], niet [gisteren]")
    func line(_ form: Evaluation.Form) -> String {
      "\(Evaluation.FormatError(line: 7, expected: form))"
    }
    #expect(line(.query) == "regel 7: verwacht worden qid, klasse en zoekvraag met tabs ertussen")
    #expect(
      line(.judgement)
        == "regel 7: verwacht worden qid, passage en een getal van 0 tot en met 10 met tabs ertussen"
    )
    #expect(
      line(.runPlace)
        == "regel 7: verwacht worden qid Q0 passage rang score naam met spaties ertussen")
  }
}
