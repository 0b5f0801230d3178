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
    ("1 234 567 euro", [.word("1 234 567"), .word("euro")]),
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
    ("kamer:x", [.word("kamer:x")]),
    ("zo'n", [.word("zo'n")]),
    ("zo’n", [.word("zo’n")]),
    ("'s-Gravenhage", [.word("'s-Gravenhage")]),
    ("€ 1,5 mln", [.word("€"), .word("1,5"), .word("mln")]),
    ("🌳 bomen", [.word("🌳"), .word("bomen")]),
    ("toeslag*", [.word("toeslag*")]),
    ("\"niet dicht", [.quoted("niet dicht", isClosed: false)]),
    ("\"\"", [.quoted("", isClosed: true)]),
    ("a\"b\"c", [.word("a"), .quoted("b", isClosed: true), .word("c")]),
  ]

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
      (.subject, ["onderwerp", "subject"]), (.footnote, ["voetnoot", "footnote"]),
      (.remark, ["toelichting", "remark"]), (.member, ["lid", "member"]),
      (.party, ["partij", "party"]), (.minister, ["minister"]),
      (.topic, ["thema", "topic"]),
      (.number, ["nr", "number", "nummer"]), (.session, ["jaar", "session", "vergaderjaar"]),
      (.caseNumber, ["zaak", "case"]), (.kind, ["soort", "kind"]), (.identifier, ["id"]),
      (.date, ["datum", "date"]),
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
        "datum: / date:",
      ])
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
