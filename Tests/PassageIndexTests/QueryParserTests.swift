import Kamervragen
import Testing

@testable import PassageIndex

@Suite("How a query is read")
struct QueryParserTests {
  private func expectParse(
    _ query: String, _ parts: [QueryExpression], warnings: [String] = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let parsed = QueryParser.parse(query)
    #expect(parsed.expression == .all(parts), "\(query)", sourceLocation: sourceLocation)
    #expect(parsed.warnings == warnings, "\(query)", sourceLocation: sourceLocation)
  }

  private func warning(_ reasons: String) -> [String] {
    ["Niet alles is begrepen (\(reasons)); dat is gezocht als gewone woorden."]
  }

  @Test("Words stand beside each other, and AND or EN between them changes nothing")
  func words() {
    expectParse("", [])
    expectParse("opvang capaciteit", [.word("opvang"), .word("capaciteit")])
    expectParse("opvang EN capaciteit", [.word("opvang"), .word("capaciteit")])
    expectParse("AND opvang && capaciteit EN", [.word("opvang"), .word("capaciteit")])
    expectParse("36 410", [.word("36 410")])
    expectParse("10:30", [.word("10:30")])
    expectParse("http://www.om.nl", [.word("http://www.om.nl")])
    expectParse("zo'n 's-Gravenhage", [.word("zo'n"), .word("'s-Gravenhage")])
    expectParse("€ 1,5 mln", [.word("€"), .word("1,5"), .word("mln")])
    expectParse("🌳", [.word("🌳")])
  }

  @Test("A star at the end of at least two letters asks for every ending")
  func stars() {
    expectParse("toeslag*", [.prefix("toeslag")])
    expectParse("to**", [.prefix("to")])
    expectParse("t*", [.word("t*")])
    expectParse("*", [.word("*")])
    expectParse("toe*slag", [.word("toe*slag")])
    expectParse("-toeslag*", [.not(.prefix("toeslag"))])
    expectParse("lid:dijk*", [.field(.member, .prefix("dijk"))])
  }

  @Test("Quotes make a phrase; empty ones make nothing")
  func phrases() {
    expectParse("\"betaalde seks\"", [.phrase("betaalde seks")])
    expectParse("„betaalde seks” klant", [.phrase("betaalde seks"), .word("klant")])
    expectParse("-\"betaalde seks\"", [.not(.phrase("betaalde seks"))])
    expectParse("\"\" \" \"", [])
    expectParse("\"(a OR b)\"", [.phrase("(a OR b)")])
  }

  @Test("OR joins its neighbours only")
  func or() {
    let either = QueryExpression.any([.word("b"), .word("c")])
    expectParse("a b OR c d", [.word("a"), either, .word("d")])
    expectParse("b OF c", [either])
    expectParse("b || c", [either])
    expectParse("b OR c OR d", [.any([.word("b"), .word("c"), .word("d")])])
    expectParse("a OR -b", [.any([.word("a"), .not(.word("b"))])])
    expectParse(
      "lid:a OR lid:b", [.any([.field(.member, .word("a")), .field(.member, .word("b"))])])
  }

  @Test("NOT, NIET and a minus exclude; twice is not at all; a plus asks for it")
  func negation() {
    for query in ["a -b", "a NOT b", "a NIET b"] {
      expectParse(query, [.word("a"), .not(.word("b"))])
    }
    expectParse("NOT NOT b", [.word("b")])
    expectParse("NIET -b", [.word("b")])
    expectParse("a +b", [.word("a"), .required(.word("b"))])
    expectParse("+-b", [.word("+-b")])
    expectParse("-lid:dijk", [.not(.field(.member, .word("dijk")))])
    expectParse("-(a b)", [.not(.all([.word("a"), .word("b")]))])
    expectParse("b- c", [.word("b-"), .word("c")])
  }

  @Test("Brackets group, and say nothing around a single thing")
  func brackets() {
    expectParse("(a)", [.word("a")])
    expectParse("((a))", [.word("a")])
    expectParse("()", [])
    expectParse("a (b OR c)", [.word("a"), .any([.word("b"), .word("c")])])
    expectParse("(a b) OR c", [.any([.all([.word("a"), .word("b")]), .word("c")])])
    expectParse("lid:(a OR b)", [.field(.member, .any([.word("a"), .word("b")]))])
  }

  @Test("A field takes the word, phrase or bracket behind it, by its Dutch or English name")
  func fields() {
    let names: [(String, Field)] = [
      ("vraag", .question), ("question", .question), ("antwoord", .answer), ("answer", .answer),
      ("onderwerp", .subject), ("subject", .subject), ("voetnoot", .footnote),
      ("footnote", .footnote), ("toelichting", .remark), ("remark", .remark), ("lid", .member),
      ("member", .member), ("partij", .party), ("party", .party), ("minister", .minister),
      ("nr", .number), ("number", .number), ("nummer", .number), ("jaar", .session),
      ("session", .session), ("vergaderjaar", .session), ("zaak", .caseNumber),
      ("case", .caseNumber), ("id", .identifier),
    ]
    for (name, field) in names {
      expectParse("\(name):x", [.field(field, .word("x"))])
      expectParse("\(name): x y", [.field(field, .word("x")), .word("y")])
    }
    expectParse("lid:\"van dijk\"", [.field(.member, .phrase("van dijk"))])
    expectParse("nr:\"705\"", [.field(.number, .word("705"))])
    expectParse("vraag:3", [.field(.question, .word("3"))])
    expectParse("nr:36 410", [.field(.number, .word("36 410"))])
  }

  @Test("The same field twice means either value, different fields mean both")
  func sameField() {
    expectParse(
      "lid:dijk x lid:bikker",
      [.field(.member, .any([.word("dijk"), .word("bikker")])), .word("x")])
    expectParse(
      "lid:a lid:b lid:c", [.field(.member, .any([.word("a"), .word("b"), .word("c")]))])
    expectParse("lid:a partij:b", [.field(.member, .word("a")), .field(.party, .word("b"))])
    expectParse(
      "lid:a -lid:b", [.field(.member, .word("a")), .not(.field(.member, .word("b")))])
    let years = [2023, 2024].map { year in
      QueryExpression.dates(
        from: CalendarDate(year: year, month: 1, day: 1),
        through: CalendarDate(year: year, month: 12, day: 31))
    }
    expectParse("datum:2023 a datum:2024", [.any(years), .word("a")])
    expectParse("datum:2023 a datum:2023", [.any([years[0], years[0]]), .word("a")])
    expectParse(
      "datum:2023.. datum:..2024",
      [
        .dates(from: CalendarDate(year: 2023, month: 1, day: 1), through: nil),
        .dates(from: nil, through: CalendarDate(year: 2024, month: 12, day: 31)),
      ])
    expectParse(
      "(lid:a lid:b) OR c",
      [
        .any([.all([.field(.member, .any([.word("a"), .word("b")]))]), .word("c")])
      ])
  }

  @Test(
    "A kind of publication has Dutch and English names",
    arguments: [
      ("soort:beantwoord", "answered"), ("kind:answered", "answered"),
      ("soort:vragen", "questions"),
      ("soort:UITSTEL", "delay"), ("soort:mondeling", "other"), ("soort:overig", "other"),
    ])
  func kinds(_ query: String, _ kind: String) {
    expectParse(query, [.field(.kind, .word(kind))])
  }

  @Test("What is not understood is searched as words, and one warning names it once")
  func warnings() {
    expectParse(
      "\"betaalde seks", [.all([.word("betaalde"), .word("seks")])],
      warnings: warning("een aanhalingsteken sluit niet"))
    expectParse("opvang\"", [.word("opvang")], warnings: warning("een aanhalingsteken sluit niet"))
    expectParse(
      "(a b", [.all([.word("a"), .word("b")])], warnings: warning("een haakje sluit niet"))
    expectParse(
      "a) b", [.word("a"), .word("b")],
      warnings: warning("een haakje sluit dat niet geopend is"))
    expectParse(") )", [], warnings: warning("een haakje sluit dat niet geopend is"))
    expectParse("OR a", [.word("a")], warnings: warning("OF zonder woord ervoor"))
    expectParse("a OR", [.word("a")], warnings: warning("OF zonder woord erna"))
    expectParse("(a OF) b", [.word("a"), .word("b")], warnings: warning("OF zonder woord erna"))
    expectParse(
      "a OF OF b", [.word("a"), .word("b")],
      warnings: warning("OF zonder woord erna; OF zonder woord ervoor"))
    expectParse("a NIET", [.word("a")], warnings: warning("NIET zonder woord erna"))
    expectParse("lid:", [.word("lid")], warnings: warning("er staat niets achter lid:"))
    expectParse(
      "lid: OR a", [.any([.word("lid"), .word("a")])],
      warnings: warning("er staat niets achter lid:"))
    expectParse(
      "soort:raar", [.all([.word("soort"), .word("raar")])],
      warnings: warning("geen soort: raar (beantwoord, vragen, onbeantwoord, uitstel, overig)"))
    expectParse(
      "datum:gisteren", [.all([.word("datum"), .word("gisteren")])],
      warnings: warning("geen datum: gisteren"))
    expectParse("( ( a", [.word("a")], warnings: warning("een haakje sluit niet"))
  }

  @Test("A query of any length and depth is read, and says what it left out")
  func limits() {
    let long = QueryParser.parse(Array(repeating: "x", count: 300).joined(separator: " "))
    #expect(long.expression == .all(Array(repeating: .word("x"), count: 64)))
    #expect(long.warnings == warning("alleen de eerste 64 woorden tellen mee"))
    let deep = QueryParser.parse(
      String(repeating: "(", count: 100) + "x" + String(repeating: ")", count: 100))
    #expect(deep.expression.leaves == [.word("x")])
    #expect(deep.warnings.count == 1)
    let edge = QueryParser.parse(
      String(repeating: "(", count: 40) + "x" + String(repeating: ")", count: 40))
    #expect(edge == ParsedQuery(expression: .all([.word("x")]), warnings: []))
  }

  @Test(
    "A query is said back in plain Dutch",
    arguments: [
      ("opvang capaciteit", "opvang en capaciteit"), ("a OR b", "a of b"),
      ("x (a OR b)", "x en (a of b)"), ("(a b) OR c", "(a en b) of c"),
      ("a -b NIET c", "a, zonder b en zonder c"), ("-b", "zonder b"), ("+a b", "beslist a en b"),
      ("\"betaalde seks\"", "„betaalde seks”"), ("toeslag*", "toeslag…"),
      ("lid:dijk", "lid: dijk"), ("member:dijk", "lid: dijk"),
      ("lid:a lid:b", "lid: (a of b)"), ("datum:2024-12-03", "op 2024-12-03"),
      ("datum:2024", "van 2024-01-01 tot en met 2024-12-31"), ("datum:2024..", "vanaf 2024-01-01"),
      ("datum:..2024", "tot en met 2024-12-31"), ("", ""),
      ("soort:vragen", "soort: gestelde vragen"),
    ])
  func restated(_ query: String, _ text: String) {
    #expect(QueryParser.parse(query).expression.restated == text)
  }
}

@Suite("Dates in a query")
struct DateRangeTests {
  private static func day(_ text: String) -> CalendarDate? { CalendarDate(iso: text) }

  private static let readable: [(String, String?, String?)] = [
    ("2024", "2024-01-01", "2024-12-31"), ("2024-02", "2024-02-01", "2024-02-29"),
    ("2023-02", "2023-02-01", "2023-02-28"), ("2024-2", "2024-02-01", "2024-02-29"),
    ("2024-12-03", "2024-12-03", "2024-12-03"), ("3-12-2024", "2024-12-03", "2024-12-03"),
    ("03-12-2024", "2024-12-03", "2024-12-03"),
    ("2024-01-01..2024-12-31", "2024-01-01", "2024-12-31"),
    ("2023..2024", "2023-01-01", "2024-12-31"), ("2024-03..2024-04", "2024-03-01", "2024-04-30"),
    ("1-2-2024..3-2-2024", "2024-02-01", "2024-02-03"), ("2024..", "2024-01-01", nil),
    ("..2024-05", nil, "2024-05-31"),
  ]

  @Test("A year, a month, a day and ranges of them, open or closed", arguments: readable)
  func ranges(_ text: String, _ from: String?, _ through: String?) {
    let range = DateRange(text)
    #expect(range?.from == from.flatMap(Self.day))
    #expect(range?.through == through.flatMap(Self.day))
    #expect(range != nil)
    for name in ["datum", "date"] {
      let parsed = QueryParser.parse("\(name):\(text)")
      #expect(
        parsed.expression
          == .all([.dates(from: from.flatMap(Self.day), through: through.flatMap(Self.day))]))
      #expect(parsed.warnings.isEmpty)
    }
  }

  @Test(
    "What is no date is no range",
    arguments: [
      "", "..", "x", "24", "20245", "2024-13", "2024-00", "2024-02-30", "30-2-2024", "2024-",
      "-2024", "2024-1-1-1", "2024...2025", "3-12-24", "2024..x", "x..2024", "december", "0000",
      "٢٠٢٤",
    ])
  func noDates(_ text: String) {
    #expect(DateRange(text) == nil)
  }

  @Test("A date that does not exist is searched as words, with a warning that names it")
  func impossible() {
    let parsed = QueryParser.parse("datum:2024-02-30")
    #expect(parsed.expression == .all([.all([.word("datum"), .word("2024-02-30")])]))
    #expect(
      parsed.warnings == [
        "Niet alles is begrepen (geen datum: 2024-02-30); dat is gezocht als gewone woorden."
      ])
  }
}
