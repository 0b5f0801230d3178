import Kamervragen
import TestSupport
import Testing

@testable import PassageSearch
@testable import PassageStore

@Suite("Which publication a text cites")
struct CitationReaderTests {
  private static func set(
    _ numbers: String..., session: String? = "2031-2032",
    chamber: QuestionSet.Chamber? = nil,
    questions: [Int] = []
  ) -> CitedPublication {
    CitedPublication(
      .numbers(numbers, session: session, chamber: chamber), questions: questions)
  }

  private static func asked(_ number: String, _ questions: Int...) -> CitedPublication {
    CitedPublication(.caseNumber(number), questions: questions)
  }

  private static func named(_ text: String, _ questions: Int...) -> CitedPublication {
    CitedPublication(.identifier(text), questions: questions)
  }

  private static func dossier(
    _ number: String, _ chapter: String? = nil, _ items: String...
  ) -> CitedPublication {
    CitedPublication(.dossier(number, chapter: chapter, items: items))
  }

  static let sets: [(String, CitedPublication)] = [
    ("Aanhangsel 2031–2032, nr. 814, vraag 3", set("814", questions: [3])),
    ("Aanhangsel 2031–2032, nr. 814, vragen 2, 3 en 4", set("814", questions: [2, 3, 4])),
    ("Aanhangsel 2031-2032 nr 814", set("814")),
    (
      "Aanhangsel Eerste Kamer 2031–2032, nr. 4, vraag 1",
      set("4", chamber: .eersteKamer, questions: [1])
    ),
    ("Aanhangsel, nr. 814", set("814", session: nil)),
    ("Aanhangsel van de Handelingen, vergaderjaar 2031–2032, nr. 814", set("814")),
    (
      "Aanhangsel van de Handelingen, Tweede Kamer, vergaderjaar 2031–2032, nr. 814 (vraag 3)",
      set("814", chamber: .tweedeKamer, questions: [3])
    ),
    ("Aanhangsel Handelingen II 2031/32, nr. 814", set("814", chamber: .tweedeKamer)),
    ("Aanhangsel Handelingen I 2031/32, nr. 4", set("4", chamber: .eersteKamer)),
    ("Aanhangsel Handelingen nr. 814, vergaderjaar 2031-2032", set("814")),
    ("(Aanhangsel Handelingen nr. 814, vergaderjaar 2031–2032).", set("814")),
    ("Aanhangsel-Handelingen nr.814, vergaderjaar 2031–2032", set("814")),
    ("Aanhangsel der Handelingen, nummer 814, zitting 2031-2032", set("814")),
    ("Aanhangsel Handelingen nrs. 814 en 815, vergaderjaar 2031–2032", set("814", "815")),
    ("Handelingen II, Aanhangsel, 2031-2032, nr. 12", set("12", chamber: .tweedeKamer)),
    ("Vergaderjaar 2031–2032, Aanhangsel Handelingen, nr. 814", set("814")),
    ("Tweede Kamer, vergaderjaar 2031–2032, Aanhangsel 814", set("814", chamber: .tweedeKamer)),
    ("Zie ook Aanhangsel Handelingen, vergaderjaar 2031–2032, nr. 814.", set("814")),
    ("Kamervragen (Aanhangsel) 2031–2032, nr. 814", set("814")),
    ("AANHANGSEL HANDELINGEN II 2031/32, NR. 814", set("814", chamber: .tweedeKamer)),
    ("AH 814", set("814", session: nil)), ("ah814", set("814", session: nil)),
    ("AH-TK 814", set("814", session: nil, chamber: .tweedeKamer)),
    ("AH 6a", set("6a", session: nil)), ("AH 0814", set("814", session: nil)),
    ("AH 1 814", set("1814", session: nil)),
    ("ah 2031-2032 814", set("814")), ("AH 20312032-814", set("814")),
    ("ah-tk-2031–2032, nr.814", set("814", chamber: .tweedeKamer)),
    ("AH 814 antwoord op vraag 2", set("814", session: nil, questions: [2])),
    ("2031-2032 814", set("814")), ("2031-2032, nr. 814", set("814")),
    ("2031—2032 nr 814", set("814")), ("2031 – 2032, nr. 814", set("814")),
    ("2031/32 814", set("814")), ("1999-00, nr. 814", set("814", session: "1999-2000")),
    ("nr.814", set("814", session: nil)), ("nr 814", set("814", session: nil)),
    ("Nr. 814,", set("814", session: nil)), ("nummer 814", set("814", session: nil)),
    ("#814", set("814", session: nil)), ("nr814", set("814", session: nil)),
    ("#814 vraag 2", set("814", session: nil, questions: [2])),
    ("AH 814#2", set("814", session: nil, questions: [2])),
  ]

  static let names: [(String, CitedPublication)] = [
    ("2031Z16543", asked("2031Z16543")), ("2031z16543", asked("2031Z16543")),
    ("2031Z 16543", asked("2031Z16543")), ("(2031Z16543)", asked("2031Z16543")),
    ("2031Z16543#6", asked("2031Z16543", 6)), ("2031Z16543#0", asked("2031Z16543", 0)),
    ("2031Z16543 vraag 6", asked("2031Z16543", 6)),
    ("Kamervragen 2031Z16543, vragen 2 en 3", asked("2031Z16543", 2, 3)),
    ("vraagnummer 2031Z16543", asked("2031Z16543")), ("kenmerk 2031Z16543", asked("2031Z16543")),
    ("Kamervragen 2050605420, vraag 6", asked("2050605420", 6)),
    (
      "Kamervragen, Tweede Kamer, vergaderjaar 2031–2032, zaaknummer 2031Z16543 (vraag 6)",
      asked("2031Z16543", 6)
    ),
    ("ah-tk-20312032-814", named("ah-tk-20312032-814")),
    ("AH-TK-20312032-814", named("ah-tk-20312032-814")),
    ("ah–tk–20312032–814", named("ah-tk-20312032-814")),
    ("ah-tk-20312032-814#3", named("ah-tk-20312032-814", 3)),
    ("ah-tk-20312032-814, vraag 3", named("ah-tk-20312032-814", 3)),
    ("ah-tk-20312032-814-n1.pdf", named("ah-tk-20312032-814-n1")),
    ("kv-tk-2031z16543.html", named("kv-tk-2031Z16543")),
    ("ah-ek-20312032-2.html.zip", named("ah-ek-20312032-2")),
    ("kv-2000100010.md", named("kv-2000100010")), ("ah-1106586", named("ah-1106586")),
    (
      "https://zoek.officielebekendmakingen.nl/ah-tk-20312032-814.html",
      named("ah-tk-20312032-814")
    ),
    (
      "http://zoek.officielebekendmakingen.nl/ah-tk-20312032-814?x=1&y=2#deel2",
      named("ah-tk-20312032-814")
    ),
    ("zoek.officielebekendmakingen.nl/ah-tk-20312032-814/", named("ah-tk-20312032-814")),
    (
      "https://zoek.officielebekendmakingen.nl/kv-tk-2031Z16543/metadata.xml",
      named("kv-tk-2031Z16543")
    ),
    (
      "https://repository.overheid.nl/frbr/officielepublicaties/ah-tk/20312032/ah-tk-20312032-814/1/pdf/ah-tk-20312032-814.pdf",
      named("ah-tk-20312032-814")
    ),
    (
      "https://www.tweedekamer.nl/kamerstukken/kamervragen/detail?id=2031Z16543&did=2031D39037",
      asked("2031Z16543")
    ),
    (
      "https://www.tweedekamer.nl/downloads/document?id=2031D39037",
      CitedPublication(.document("2031D39037"))
    ),
    ("map/ah-tk-20312032-814.pdf", named("ah-tk-20312032-814")),
  ]

  static let dossiers: [(String, CitedPublication)] = [
    ("24587-995", dossier("24587", nil, "995")), ("kst-24587-995", dossier("24587", nil, "995")),
    ("KST-24587-995.pdf", dossier("24587", nil, "995")),
    ("https://zoek.officielebekendmakingen.nl/kst-24587-995.html", dossier("24587", nil, "995")),
    ("36471, nr. 64", dossier("36471", nil, "64")),
    ("24 587, nr. 995", dossier("24587", nil, "995")),
    ("24.587, nr. 995", dossier("24587", nil, "995")),
    ("24\u{A0}587,nr.995", dossier("24587", nil, "995")),
    ("Kamerstuk 24587, nr. 995", dossier("24587", nil, "995")),
    ("Kamerstukken II 2023/24, 36 471, nr. 64", dossier("36471", nil, "64")),
    ("Kamerstukken II, vergaderjaar 2023–2024, 36 471, nr. 64", dossier("36471", nil, "64")),
    ("(Kamerstuk 24 587, nrs. 995 en 996)", dossier("24587", nil, "995", "996")),
    ("kst-36410-VI-12", dossier("36410", "vi", "12")),
    ("36 410 XIII, nr. 12", dossier("36410", "xiii", "12")),
    ("21501-20-2128", dossier("21501", "20", "2128")),
    ("21 501-02, nr. 2870", dossier("21501", "02", "2870")),
    ("21 501-02 no. 2870", dossier("21501", "02", "2870")),
    ("33 062 (R1967), nr. 5", dossier("33062", nil, "5")),
    ("Kamerstukken I 2022/23, 36 021, nr. B", dossier("36021", nil, "b")),
    ("Kamerstuk 24 587", dossier("24587")), ("dossier 24587", dossier("24587")),
    ("TK 24 587, nr. 995", dossier("24587", nil, "995")),
  ]

  @Test("A set in the Aanhangsel is cited in many ways", arguments: sets)
  func readsSets(_ text: String, _ cited: CitedPublication) {
    #expect(CitationReader.publication(in: text) == cited)
  }

  @Test("A case, an identifier and an address each name a publication", arguments: names)
  func readsNames(_ text: String, _ cited: CitedPublication) {
    #expect(CitationReader.publication(in: text) == cited)
  }

  @Test("A dossier is cited in many ways", arguments: dossiers)
  func readsDossiers(_ text: String, _ cited: CitedPublication) {
    #expect(CitationReader.publication(in: text) == cited)
  }

  @Test(
    "Other numbers are no citations",
    arguments: [
      "", "814", "36 410", "2031", "2031-2032", "2031-2033 814", "vergaderjaar 2031-2032",
      "Handelingen II, vergaderjaar 2031–2032, nr. 8", "aanhangsel", "nr.", "#", "#x", "AH",
      "nr. 5-norm", "5 mei 2031", "14:30", "5e", "nr. 5e", "24587", "kst", "kst-", "ah-", "vraag 3",
      "TK 24587", "2031Z", "2031D39037x", "https://nieuws.example/ah-tk-20312032-814",
      "https://example.nl/?x=zoek.officielebekendmakingen.nl/2031Z16543", "€ 814", "814 euro",
      "\"AH 814\"", "(AH 814", "AH 814) x", "AH 814#", "ah-tk-20312032-814#", "2031Z16543#x",
      "vragen gesteld door de leden", "kamervragen 5 maart",
    ])
  func readsNothingElse(_ text: String) {
    #expect(CitationReader.publication(in: text) == nil)
  }

  // MARK: In a query

  /// The citations in a query, as their typed words.
  private func citations(in query: String) -> [String] {
    QueryParser.parse(query).expression.leaves.compactMap {
      if case .cited(_, let words) = $0 { words.text } else { nil }
    }
  }

  @Test("A citation among other words is read; the words stay words")
  func amongWords() {
    #expect(citations(in: "stikstof AH 814 boeren") == ["AH 814"])
    #expect(citations(in: "AH 814 OF AH 815") == ["AH 814", "AH 815"])
    #expect(
      citations(in: "boeren (Aanhangsel Handelingen nr. 814)") == [
        "Aanhangsel Handelingen nr 814"
      ])
    #expect(citations(in: "-2031Z16543 boeren") == ["2031Z16543"])
    #expect(citations(in: "boeren «AH 814»") == ["AH 814"])
    #expect(citations(in: "nr 814 van 2031-2032") == ["nr 814 van 2031-2032"])
    #expect(citations(in: "AH 814 uit 2031/32 boeren") == ["AH 814 uit 2031/32"])
    #expect(citations(in: "AH 814, vragen 3-5 boeren") == ["AH 814 vragen 3-5"])
    #expect(citations(in: "AH 814, vr. 3 t/m 5") == ["AH 814 vr 3 t/m 5"])
    #expect(citations(in: "nr. 814 boeren") == ["nr 814"])
    #expect(citations(in: "motie 24 587, nr. 995 gevangenis") == ["24 587 nr 995"])
  }

  @Test("What a sentence counts is no citation, nor other words in quotes, a field, or beside NEAR")
  func inSentences() {
    let queries = [
      "nr. 5 van de lijst", "in 2031-2032 700 woningen", "de nummer 1 van het land",
      "\"AH 814 boeren\"", "«nr. 8 van AH 814»", "nr:814", "zaak:2031Z16543",
      "datum:2031-2032", "AH NEAR/3 814", "Handelingen II, vergaderjaar 2031–2032, nr. 8 boeren",
      "36 410 gezinnen", "5 vragen over 2031",
    ]
    for query in queries { #expect(citations(in: query) == [], "\(query)") }
  }

  @Test("Every citation that is printed is read")
  func printed() {
    var random = SeededGenerator(seed: 22)
    for _ in 0..<3000 {
      var heading = QuestionSet(kind: .answered)
      let year = Int.random(in: 1984...2060, using: &random)
      let session = "\(year)-\(year + 1)"
      let hasSession = Bool.random(using: &random)
      heading.session = hasSession ? session : nil
      heading.chamber = [.tweedeKamer, .eersteKamer, nil].randomElement(using: &random) ?? nil
      let number = "\(Int.random(in: 1...9999, using: &random))"
      let caseNumber = "\(max(year, 1990))Z\(Int.random(in: 10_000...29_999, using: &random))"
      if Bool.random(using: &random) { heading.number = number }
      heading.caseNumber = caseNumber
      let first = Int.random(in: 1...60, using: &random)
      let questions = Array(first..<first + Int.random(in: 0...4, using: &random))
      let stored = StoredPassage(
        set: heading, passage: Passage(questions: questions, questionText: "?"), ordinal: 0,
        source: "x.md")
      // A set without a chamber is cited as one of the Tweede Kamer, which may be any.
      let name: CitedPublication.Name =
        heading.number == nil
        ? .caseNumber(caseNumber)
        : .numbers(
          [number], session: heading.session,
          chamber: heading.chamber == .eersteKamer ? .eersteKamer : nil)
      #expect(
        CitationReader.publication(in: stored.citation)
          == CitedPublication(name, questions: questions), "\(stored.citation)")
    }
  }

  @Test("Pieces of citations in any order are read or not, and nothing is lost")
  func randomPieces() {
    var random = SeededGenerator(seed: 23)
    let pieces = [
      "Aanhangsel", "Handelingen", "van", "de", "nr.", "nr", "nrs.", "814", "2031–2032", "2031/32",
      "AH", "ah-tk-20312032-814", "#", "#3", "vraag", "vragen", "2", "en", ",", "(", ")", "-", "24",
      "587", "24587-995", "Kamerstuk", "II", "VI", "2031Z16543", "kst-", "Eerste", "Kamer", "stof",
      "https://zoek.officielebekendmakingen.nl/", "\u{301}", "NEAR/2", "OF", "nr:", "é", "0", "/",
      "99999999999999999999",
    ]
    var read = 0
    for _ in 0..<20_000 {
      let count = Int.random(in: 1...12, using: &random)
      let text = (0..<count).map { _ in
        (pieces.randomElement(using: &random) ?? "") + (Bool.random(using: &random) ? " " : "")
      }.joined()
      let tokens = QueryLexer.tokens(of: text)
      let reading = CitationReader.reading(tokens)
      let flat = reading.flatMap { token in
        if case .citation(_, let tokens) = token { tokens } else { [token] }
      }
      #expect(flat == tokens, "\(text)")
      if flat != reading { read += 1 }
    }
    #expect(read == 4684)
  }

  @Test("A long text with the beginnings of many citations is read in linear time")
  func hostile() {
    for piece in ["nr ", "AH ", "1 ", "vragen 1, ", "2031-2032 ", "Kamerstuk 24 587-", "(", "#1"] {
      let text = String(repeating: piece, count: 100_000 / piece.utf8.count)
      #expect(CitationReader.publication(in: text) == nil)
      _ = QueryParser.parse(text)
    }
    let long = "https://zoek.officielebekendmakingen.nl/" + String(repeating: "a/-.", count: 50_000)
    #expect(CitedName.read(long) == nil)
  }
}
