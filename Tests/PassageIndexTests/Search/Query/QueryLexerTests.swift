import Testing

@testable import PassageSearch
@testable import PassageStore

@Suite("The pieces of a query")
struct QueryLexerTests {
  private static let table: [(String, [QueryToken])] = [
    ("", []),
    (" \t\u{A0}\n ", []),
    ("opvang  capaciteit", [.word("opvang"), .word("capaciteit")]),
    ("opvang\u{A0}capaciteit", [.word("opvang"), .word("capaciteit")]),
    ("36 410", [.word("36 410")]),
    ("1 234 567 euro", [.amount(amount("1 234 567", "euro"))]),
    ("36 410-XV", [.word("36 410-XV")]),
    ("36 410,5", [.word("36 410,5")]),
    ("2024 150", [.word("2024"), .word("150")]),
    ("36 41", [.word("36"), .word("41")]),
    ("36 410e", [.word("36"), .word("410e")]),
    ("36 (410)", [.word("36"), .open, .word("410"), .close]),
    ("12 345 6789", [.word("12 345"), .word("6789")]),
    ("a -b +c", [.word("a"), .minus, .word("b"), .plus, .word("c")]),
    ("a - b", [.word("a"), .word("-"), .word("b")]),
    ("e-mail", [.word("e-mail")]),
    ("-", [.word("-")]),
    ("--", [.word("--")]),
    ("(a)", [.open, .word("a"), .close]),
    ("a(b)c", [.word("a"), .open, .word("b"), .close, .word("c")]),
    ("a OR b OF c || d", [.word("a"), .or, .word("b"), .or, .word("c"), .or, .word("d")]),
    ("a AND b EN c && d", [.word("a"), .and, .word("b"), .and, .word("c"), .and, .word("d")]),
    ("NOT a NIET b", [.not, .word("a"), .not, .word("b")]),
    ("of or en and niet not", ["of", "or", "en", "and", "niet", "not"].map { .word($0) }),
    ("lid:dijk", [.field(.member, name: "lid"), .word("dijk")]),
    ("lid: dijk", [.field(.member, name: "lid"), .word("dijk")]),
    ("LID:Dijk", [.field(.member, name: "LID"), .word("Dijk")]),
    ("10:30", [.word("10:30")]),
    ("http://www.om.nl/x", [.word("http://www.om.nl/x")]),
    ("kleur:rood", [.unknownField("kleur"), .word("rood")]),
    ("kleur:\"rood\"", [.unknownField("kleur"), .quoted("rood", isClosed: true)]),
    ("kleur: rood", [.word("kleur"), .word("rood")]),
    (
      "art.5:3 C:x https:x/y:z",
      ["art.5:3", "C:x"].map { .word($0) } + [
        .unknownField("https"), .word("x/y:z"),
      ]
    ),
    ("zo'n", [.word("zo'n")]),
    ("zo’n", [.word("zo’n")]),
    ("'s-Gravenhage", [.word("'s-Gravenhage")]),
    ("€ 1,5 mln", [.amount(amount("€", "1,5", "mln"))]),
    ("🌳 bomen", [.word("🌳"), .word("bomen")]),
    ("toeslag*", [.word("toeslag*")]),
    ("\"niet dicht", [.quoted("niet dicht", isClosed: false)]),
    ("\"\"", [.quoted("", isClosed: true)]),
    ("a\"b\"c", [.word("a"), .quoted("b", isClosed: true), .word("c")]),
    ("(bij)-baan", [.open, .word("bij"), .close, .word("baan")]),
    ("\"a\"-b a-b", [.quoted("a", isClosed: true), .word("b"), .word("a-b")]),
    (
      "a –b (−c) x–y",
      [
        .word("a"), .minus, .word("b"), .open, .minus, .word("c"), .close, .word("x–y"),
      ]
    ),
    ("a – b", [.word("a"), .word("–"), .word("b")]),
    ("a,b ; c|d | e", ["a", "b", "c", "d", "e"].map { .word($0) }),
    ("a||b", [.word("a"), .or, .word("b")]),
    ("1,5 1,2,3", [.word("1,5"), .word("1,2,3")]),
    ("http://x.nl/a,b;c|d", ["http://x.nl/a", "b", "c", "d"].map { .word($0) }),
    (
      "thema:a|b c|d",
      [
        .field(.topic, name: "thema"), .word("a|b"), .word("c"), .word("d"),
      ]
    ),
  ]

  private static func amount(_ words: String...) -> Amount {
    Amount.read(words)?.amount ?? Amount(text: "", spellings: [])
  }

  @Test("A query falls apart into words, quotes, brackets, operators and fields", arguments: table)
  func tokens(_ query: String, _ expected: [QueryToken]) {
    #expect(QueryLexer.tokens(of: query) == expected)
  }

  @Test(
    "Every kind of double quote opens and closes a phrase",
    arguments: [
      ("\"", "\""), ("“", "”"), ("„", "”"), ("„", "“"), ("«", "»"), ("»", "«"), ("”", "”"),
      ("\"", "”"),
    ])
  func quotes(_ open: String, _ close: String) {
    #expect(
      QueryLexer.tokens(of: "x \(open)betaalde seks\(close) y") == [
        .word("x"), .quoted("betaalde seks", isClosed: true), .word("y"),
      ])
  }

  @Test("Every field has a Dutch and an English name, and each is printed in the overview")
  func fieldNames() {
    let names: [(Field, [String])] = [
      (.question, ["vraag", "question"]), (.answer, ["antwoord", "answer"]),
      (.subject, ["onderwerp", "subject", "titel"]), (.footnote, ["voetnoot", "footnote", "noot"]),
      (.remark, ["toelichting", "remark"]), (.member, ["lid", "member", "kamerlid", "indiener"]),
      (.party, ["partij", "party", "fractie"]), (.minister, ["minister", "staatssecretaris"]),
      (.topic, ["thema", "topic"]),
      (.number, ["nr", "number", "nummer"]), (.session, ["jaar", "session", "vergaderjaar"]),
      (.caseNumber, ["zaak", "case"]), (.kind, ["soort", "kind"]), (.identifier, ["id"]),
      (.date, ["datum", "date"]), (.submitted, ["ingezonden", "submitted", "gesteld"]),
      (.received, ["beantwoord", "received", "ontvangen"]),
    ]
    #expect(names.map(\.0) == Field.allCases)
    for (field, names) in names {
      for name in names {
        #expect(Field(name: name) == field, "\(name)")
        #expect(Field(name: name.uppercased()) == field, "\(name)")
      }
    }
    #expect(Field(name: "kamer") == nil)
    #expect(Field(name: "") == nil)
    #expect(
      Field.overview.map(\.names) == [
        "vraag: / question:", "antwoord: / answer:", "onderwerp: / subject:",
        "voetnoot: / footnote:", "toelichting: / remark:", "lid: / member:", "partij: / party:",
        "minister:", "thema: / topic:", "nr: / number:", "jaar: / session:", "zaak: / case:",
        "soort: / kind:", "id:",
        "datum: / date:", "ingezonden: / submitted:", "beantwoord: / received:",
      ])
  }

  @Test("Bars and semicolons belong to a word with a slash, however many there are")
  func bars() {
    #expect(
      QueryLexer.tokens(of: "x.nl/?a;b|c d;e") == ["x.nl/?a;b|c", "d", "e"].map { .word($0) })
    let long = String(repeating: "a", count: 60_000) + "/" + String(repeating: "|;", count: 30_000)
    #expect(QueryLexer.tokens(of: long).count == 1)
    #expect(QueryLexer.tokens(of: String(repeating: "eik/", count: 30_000)).count == 1)
  }

  @Test("Marks without end have a joiner behind each thirty, so that the word can be compared")
  func marksWithoutEnd() {
    let tokens = QueryLexer.tokens(of: "a" + String(repeating: "\u{F72}\u{F71}", count: 20_000))
    #expect(tokens.count == 1)
    guard case .word(let word) = tokens.first else {
      Issue.record("no word: \(tokens)")
      return
    }
    // Of a word that is too long so much is kept as shows that it was.
    #expect(word.unicodeScalars.count == QueryParser.maximumWordBytes + 1)
    #expect(word.unicodeScalars.count { $0 == "\u{34F}" } == 8)
  }
}
