import Kamervragen
import Testing

@testable import PassageSearch
@testable import PassageStore

@Suite("How a query is read")
struct QueryParserTests {
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
    expectParse("🌳", [.word("🌳")])
  }

  @Test("A star at the end of at least two letters asks for every ending")
  func stars() {
    expectParse("toeslag*", [.prefix("toeslag")])
    expectParse("to**", [.prefix("to")])
    expectParse(
      "t*", [.word("t*")],
      problems: [.tooShortForStar("t*")])
    expectParse("*", [.word("*")])
    expectParse("**", [.word("**")])
    expectParse("-toeslag*", [.not(.prefix("toeslag"))])
    expectParse("lid:dijk*", [.field(.member, .prefix("dijk"))])
  }

  @Test("A star inside a word stands for any letters")
  func innerStars() {
    expectParse("kinder*toeslag", [.pattern("kinder*toeslag")])
    expectParse("kinder**toe*slag*", [.pattern("kinder*toe*slag*")])
    expectParse("k*ge", [.pattern("k*ge")])
    expectParse("-toe*slag", [.not(.pattern("toe*slag"))])
    expectParse("onderwerp:toe*slag", [.field(.subject, .pattern("toe*slag"))])
    expectParse("k*g", [.pattern("k*g")])
  }

  @Test("A star before a word is left out, and that is told")
  func leadingStars() {
    expectParse(
      "*toeslag", [.word("toeslag")], problems: [.leadingStar("*toeslag", taken: "toeslag")])
    expectParse(
      "*toeslag*", [.prefix("toeslag")], problems: [.leadingStar("*toeslag*", taken: "toeslag*")])
    expectParse("\"toe*\"", [.phrase("toe*")], problems: [.starInQuotes])
  }

  @Test(
    "NEAR stands between words, also between quotes; a number out of bounds is brought within them")
  func near() {
    expectParse("a NEAR/5 b", [.near(["a", "b"], distance: 5)])
    expectParse("a near/5 b", [.near(["a", "b"], distance: 5)])
    expectParse("a NEAR b NEAR/2 c", [.near(["a", "b", "c"], distance: 12)])
    expectParse("\"a b\" NEAR/2 \"c\"", [.near(["a", "b", "c"], distance: 2)])
    expectParse(
      "a NEAR/0 b", [.near(["a", "b"], distance: 1)],
      problems: [.nearDistance(0, taken: 1)])
    expectParse(
      "a NEAR/500 b", [.near(["a", "b"], distance: 100)],
      problems: [.nearDistance(500, taken: 100)])
    expectParse(
      "a NEAR/100 b NEAR/100 c NEAR/100 d NEAR/90 e NEAR/90 f NEAR/2 g",
      [.near(["a", "b", "c", "d", "e", "f", "g"], distance: 401)],
      problems: [.nearDistance(90, taken: 10), .nearDistance(2, taken: 1)])
    expectParse(
      "a* NEAR/3 b", [.near(["a", "b"], distance: 3)], problems: [.starBesideNear])
    let misplaced = [QueryProblem.misplacedNear]
    expectParse("NEAR", [], problems: misplaced)
    expectParse("a NEAR", [.word("a")], problems: misplaced)
    expectParse(
      "a NEAR (b OF c)", [.word("a"), .any([.word("b"), .word("c")])], problems: misplaced)
    expectParse("a NEAR/x b", [.word("a"), .word("NEAR/x"), .word("b")])
  }

  @Test("A sentence that is pasted whole has no marks behind its words; abbreviations keep theirs")
  func punctuation() {
    expectParse("wat kost dat?", [.word("wat"), .word("kost"), .word("dat")])
    expectParse("opvang, asiel; enz.", [.word("opvang"), .word("asiel"), .word("enz")])
    expectParse("A.V.G. o.a.", [.word("A.V.G."), .word("o.a.")])
    expectParse("?", [.word("?")])
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
    expectParse("b OR c OR e", [.any([.word("b"), .word("c"), .word("e")])])
    expectParse("a OR -b", [.any([.word("a"), .not(.word("b"))])])
    expectParse(
      "lid:a OR lid:b", [.any([.field(.member, .word("a")), .field(.member, .word("b"))])])
  }

  @Test("NOT, NIET and a minus exclude, twice they do nothing, and a plus requires")
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
    expectParse("nr:(705 OF 706)", [.field(.number, .any([.word("705"), .word("706")]))])
    expectParse("nr:70*", [.field(.number, .prefix("70"))])
    expectParse("nr:(70* 81)", [.field(.number, .any([.prefix("70"), .word("81")]))])
    expectParse(
      "soort:(vragen OF uitstel)", [.field(.kind, .any([.word("questions"), .word("delay")]))])
    expectParse("datum:(2023 OF 2024) a", [.any([Self.year(2023), Self.year(2024)]), .word("a")])
    expectParse("nr:36 410", [.field(.number, .word("36 410"))])
  }

  private static func year(_ year: Int) -> QueryExpression {
    .dates(
      from: CalendarDate(year: year, month: 1, day: 1),
      through: CalendarDate(year: year, month: 12, day: 31))
  }

  @Test("An unknown name before a colon is a word, with a warning that names a similar field")
  func unknownFields() {
    expectParse(
      "onderwep:asiel", [.word("onderwep"), .word("asiel")],
      problems: [.unknownField("onderwep", nearest: "onderwerp")])
    expectParse(
      "kleur:rood", [.word("kleur"), .word("rood")],
      problems: [.unknownField("kleur", nearest: nil)])
    expectParse(
      "-kleur:rood", [.not(.word("kleur")), .word("rood")],
      problems: [.unknownField("kleur", nearest: nil)])
    for text in ["http://x.nl", "10:30", "vrag://x", "x:y"] { expectParse(text, [.word(text)]) }
    expectParse("nota: bene", [.word("nota"), .word("bene")])
  }

  @Test("A surname keeps the words before it, without quotes; other words are no part of the name")
  func tussenvoegsels() {
    expectParse("lid:van dijk", [.field(.member, .phrase("van dijk"))])
    expectParse("member:Van der Plas x", [.field(.member, .phrase("Van der Plas")), .word("x")])
    expectParse(
      "minister:van weel asiel", [.field(.minister, .phrase("van weel")), .word("asiel")])
    expectParse("lid:'t veld", [.field(.member, .phrase("'t veld"))])
    expectParse(
      "lid:dijk van toeslagen", [.field(.member, .word("dijk")), .word("van"), .word("toeslagen")])
    expectParse("lid:van", [.field(.member, .word("van"))])
    expectParse("onderwerp:van dijk", [.field(.subject, .word("van")), .word("dijk")])
  }

  @Test(
    "A year or a vergaderjaar may be written in several ways, and a range of years is each of them")
  func years() {
    let year = { (values: String...) in
      [
        QueryExpression.field(
          .session, values.count == 1 ? .word(values[0]) : .any(values.map { .word($0) }))
      ]
    }
    expectParse("jaar:2024", year("2024"))
    for text in ["2024-2025", "2024/2025", "2024–2025", "2024-25", "20242025"] {
      expectParse("jaar:\(text)", year("2024-2025"))
    }
    expectParse("jaar:2023..2025", year("2023", "2024", "2025"))
    expectParse("jaar:2023-2025", year("2023", "2024", "2025"))
    expectParse(
      "jaar:2025..2024", year("2024", "2025"),
      problems: [.reversedRange(.session, "2025..2024")])
    for text in ["24", "2024..", "2024-", "1000-9999", "2024-20255", "x"] {
      expectParse("jaar:\(text)", year(text))
    }
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
    let years = [Self.year(2023), Self.year(2024)]
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
        .any([.field(.member, .any([.word("a"), .word("b")])), .word("c")])
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

  @Test("A part that is not understood is no error, and one problem says what was done with it")
  func problems() {
    let loose = [QueryProblem.unclosedQuote]
    expectParse("\"betaalde seks", [.all([.word("betaalde"), .word("seks")])], problems: loose)
    expectParse("opvang\"", [.word("opvang")], problems: loose)
    let open = [QueryProblem.unclosedBracket]
    expectParse("(a b", [.all([.word("a"), .word("b")])], problems: open)
    expectParse("( ( a", [.word("a")], problems: open)
    let closed = [QueryProblem.unopenedBracket]
    expectParse("a) b", [.word("a"), .word("b")], problems: closed)
    expectParse(") )", [], problems: closed)
    expectParse("OR a", [.word("a")], problems: [.nothingBeforeOr])
    let after = [QueryProblem.nothingAfterOr]
    expectParse("a OR", [.word("a")], problems: after)
    expectParse("(a OF) b", [.word("a"), .word("b")], problems: after)
    expectParse("a OF OF b", [.any([.word("a"), .word("b")])], problems: [.doubledOr])
    expectParse("a NIET", [.word("a")], problems: [.nothingAfterNot])
    let empty = [QueryProblem.emptyField("lid")]
    expectParse("lid:", [.word("lid")], problems: empty)
    expectParse("lid: OR a", [.any([.word("lid"), .word("a")])], problems: empty)
    expectParse("soort:raar x", [.word("x")], problems: [.noKind("raar")])
    expectParse("datum:ooit x", [.word("x")], problems: [.noDate("ooit")])
    expectParse(
      "(a datum:x (b datum:x", [.all([.word("a"), .word("b")])],
      problems: [.noDate("x"), .unclosedBracket])
  }

  @Test("A query of any length and depth is read, and says what it left out")
  func limits() {
    let long = QueryParser.parse(Array(repeating: "x", count: 300).joined(separator: " "))
    #expect(long.expression == .all(Array(repeating: .word("x"), count: 64)))
    #expect(long.problems == [.tooManyWords(maximum: 64)])
    let deep = QueryParser.parse(
      String(repeating: "(", count: 100) + "x" + String(repeating: ")", count: 100))
    #expect(deep.expression.leaves == [.word("x")])
    #expect(deep.problems == [.deepBrackets(maximum: 40), .unopenedBracket])
    let edge = QueryParser.parse(
      String(repeating: "(", count: 40) + "x" + String(repeating: ")", count: 40))
    #expect(edge == ParsedQuery(expression: .all([.word("x")])))
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
    ("..2024-05", nil, "2024-05-31"), ("2023-2024", "2023-01-01", "2024-12-31"),
    ("10-2024", "2024-10-01", "2024-10-31"), ("3/12/2024", "2024-12-03", "2024-12-03"),
    ("2024/10", "2024-10-01", "2024-10-31"), ("oktober 2024", "2024-10-01", "2024-10-31"),
    ("Okt. 2024", "2024-10-01", "2024-10-31"), ("mrt 2024", "2024-03-01", "2024-03-31"),
    ("March 2024", "2024-03-01", "2024-03-31"), ("1 oktober 2024", "2024-10-01", "2024-10-01"),
    ("1 oktober 2024 .. 3 dec 2024", "2024-10-01", "2024-12-03"),
    ("oktober 2023..2024", "2023-10-01", "2024-12-31"), ("..mei 2024", nil, "2024-05-31"),
  ]

  @Test("A range whose end is before its start is turned round, with a warning")
  func reversed() {
    let expected = QueryExpression.dates(
      from: Self.day("2024-10-01"), through: Self.day("2024-12-31"))
    let parsed = QueryParser.parse("datum:2024-12..2024-10")
    #expect(parsed.expression == .all([expected]))
    #expect(parsed.problems == [.reversedRange(.date, "2024-12..2024-10")])
    #expect(DateRange("2024..2024-10")?.wasReversed == false)
  }

  @Test("The words behind a date that belong to it are taken")
  func words() {
    let october = QueryExpression.dates(
      from: Self.day("2024-10-01"), through: Self.day("2024-10-31"))
    #expect(
      QueryParser.parse("datum:oktober 2024 asiel").expression == .all([october, .word("asiel")]))
    #expect(
      QueryParser.parse("asiel datum:10-2024 2024").expression
        == .all([.word("asiel"), october, .word("2024")]))
  }

  @Test(
    "A year, a month, a day and ranges of them, open or closed, are understood", arguments: readable
  )
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
      #expect(parsed.problems.isEmpty)
    }
  }

  @Test(
    "A word that is no date is no range",
    arguments: [
      "", "..", "x", "24", "20245", "2024-13", "2024-00", "2024-02-30", "30-2-2024", "2024-",
      "-2024", "2024-1-1-1", "2024...2025", "3-12-24", "2024..x", "x..2024", "december", "0000",
      "2024-2023", "32 mei 2024",
      "mei", "mei 24", "1 2 2024", "a b c 2024", "2024-10/11",
      "٢٠٢٤",
    ])
  func noDates(_ text: String) {
    #expect(DateRange(text) == nil)
  }

  @Test("A date that does not exist is left out, and that is told")
  func impossible() {
    let parsed = QueryParser.parse("datum:2024-02-30")
    #expect(parsed.expression == .all([]))
    #expect(parsed.problems == [.noDate("2024-02-30")])
  }
}
