import Kamervragen
import TestSupport
import Testing

@testable import PassageSearch
@testable import PassageStore

@Suite("Names that mean the same")
struct AliasTests {
  private func expanded(_ query: String, _ aliases: Aliases = .standard) -> QueryExpression {
    aliases.expanded(QueryParser.parse(query).expression)
  }

  private func table(_ text: String) throws(AliasError) -> Aliases {
    try Aliases.none.adding(text, from: "namen.txt")
  }

  @Test("The built-in table is read whole, and each of its groups has two names or more")
  func standard() throws {
    let table = String(decoding: PackageResources.aliases_txt, as: UTF8.self)
    let lines = table.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
    #expect(lines.count > 100)
    let standard = Aliases.standard
    #expect(standard.lines.map(standard.text) == lines)
    let added = try Aliases.none.adding(table, from: "x")
    #expect(added.lines.map(added.text) == lines)
  }

  @Test("An abbreviation also finds its words, and the words the abbreviation")
  func abbreviations() {
    #expect(
      expanded("AVG boete")
        == .all([
          .alias(.word("AVG"), also: [.phrase("Algemene verordening gegevensbescherming")]),
          .word("boete"),
        ]))
    #expect(
      expanded("boete a.v.g.")
        == .all([
          .word("boete"),
          .alias(.word("a.v.g."), also: [.phrase("Algemene verordening gegevensbescherming")]),
        ]))
    let words: [QueryExpression] = ["Partij", "van", "de", "Arbeid"].map { .word($0) }
    #expect(
      expanded("Partij van de Arbeid") == .all([.alias(.all(words), also: [.word("PvdA")])]))
  }

  @Test("OM is a name in capitals only; what is quoted or excluded by a star stays as it is")
  func limits() {
    #expect(expanded("om") == .all([.word("om")]))
    #expect(
      expanded("OM") == .all([.alias(.word("OM"), also: [.phrase("openbaar ministerie")])]))
    #expect(expanded("\"OM\"") == .all([.phrase("OM")]))
    #expect(expanded("AVG*") == .all([.prefix("AVG")]))
    #expect(expanded("AVG", .none) == .all([.word("AVG")]))
  }

  @Test("In a field only names of its kind count, and in the name of a member none")
  func fields() {
    #expect(
      expanded("partij:NSC")
        == .all([.field(.party, .alias(.word("NSC"), also: [.phrase("Nieuw Sociaal Contract")]))]))
    #expect(expanded("partij:VWS") == .all([.field(.party, .word("VWS"))]))
    #expect(
      expanded("minister:VWS")
        == .all([
          .field(
            .minister, .alias(.word("VWS"), also: [.phrase("Volksgezondheid, Welzijn en Sport")]))
        ]))
    #expect(expanded("lid:IND") == .all([.field(.member, .word("IND"))]))
  }

  @Test("A name with a period is found in that time only, and where there is no date")
  func periods() throws {
    let aliases = try table("ministerie: EZ; EZK [2017-10..2024-07-02]  # Rutte III en IV")
    #expect(
      expanded("EZ", aliases)
        == .all([
          .alias(
            .word("EZ"),
            also: [
              .all([
                .word("EZK"),
                .any([
                  .dates(
                    from: CalendarDate(year: 2017, month: 10, day: 1),
                    through: CalendarDate(year: 2024, month: 7, day: 2)),
                  .not(.dates(from: nil, through: nil)),
                ]),
              ])
            ])
        ]))
  }

  @Test(
    "Passages of the time of a name are found, and those without a date, but none of another time")
  func searchInPeriods() async throws {
    let place = try TestIndex()
    // The sets of `Publication` are of 3 December 2024.
    let dated = Publication(number: "101", passages: [("1", "Wat doet de eik?", "Ja.")])
    try place.write(dated.text, to: "101.md")
    try place.write("Vraag 1\n\nWat doet de eik?\n\nAntwoord 1\n\nJa.\n", to: "zonder.txt")
    try await place.run()
    func found(_ period: String) throws -> Set<String> {
      var request = SearchRequest("boom")
      request.aliases = try table("naam: boom; eik [\(period)]")
      return Set(try place.reader().search(request).results.map(\.stored.id))
    }
    #expect(try found("2024..").count == 2)
    #expect(try found("..2023").count == 1)
  }

  @Test("A table may have the line ends of Windows, and its errors their lines")
  func windows() throws {
    let aliases = try table("naam: boom; eik\r\n\r\nnaam: sloot; gracht\r\n")
    #expect(aliases.lines.map(aliases.text) == ["naam: boom; eik", "naam: sloot; gracht"])
    #expect(
      expanded("gracht", aliases) == .all([.alias(.word("gracht"), also: [.word("sloot")])]))
    let error = #expect(throws: AliasError.self) { try table("naam: boom; eik\r\nniets\r\n") }
    #expect(error?.line == 2)
  }

  @Test("A table that is wrong is refused with its line and what belongs there")
  func errors() {
    func error(_ text: String) -> AliasError? {
      do throws(AliasError) {
        _ = try table(text)
        return nil
      } catch { return error }
    }
    func expected(_ expectation: AliasError.Expectation, line: Int) -> AliasError {
      AliasError(file: "namen.txt", line: line, expectation: expectation)
    }
    #expect(
      error("# namen\n\npartij PvdA; x")
        == expected(.kind(of: ["partij", "ministerie", "ambt", "afkorting", "naam"]), line: 3))
    #expect(error("partij: PvdA; ") == expected(.names, line: 1))
    #expect(
      error("partij: PvdA; GL [gisteren]") == expected(.period("gisteren]"), line: 1))
    #expect(error("") == nil)
  }

  @Test("A search for one name finds passages with another, after those with the name itself")
  func search() async throws {
    let place = try TestIndex()
    for (number, question) in [
      ("101", "Het openbaar ministerie zwijgt?"), ("102", "Het OM spreekt?"),
      ("103", "Gaat het om een boom?"),
    ] {
      try place.write(
        Publication(number: number, passages: [("1", question, "Ja.")]).text, to: "\(number).md")
    }
    try await place.run()
    var request = SearchRequest("OM")
    let found = try place.reader().search(request)
    #expect(found.results.map(\.stored.set.number) == ["102", "101"])
    #expect(
      found.interpretation
        == .query(.all([.alias(.word("OM"), also: [.phrase("openbaar ministerie")])])))
    request.aliases = .none
    #expect(try place.reader().search(request).results.map(\.stored.set.number) == ["102"])
    request = SearchRequest("openbaar ministerie boom")
    let partial = try place.reader().search(request)
    #expect(partial.total.upper == 0)
    #expect(
      Set(partial.results.map { $0.missing.map(\.typed) })
        == [["boom"], ["openbaar ministerie"]])
  }

  @Test("NEAR takes words that stand near each other, in any order")
  func near() async throws {
    let place = try TestIndex()
    let text = Publication(
      number: "101",
      passages: [
        ("1", "De eik staat ver van de oude beuk?", "Ja."), ("2", "De beuk bij de eik?", "Nee."),
      ]
    ).text
    try place.write(text, to: "a.md")
    try await place.run()
    func found(_ query: String) throws -> [Int] {
      try place.reader().search(SearchRequest(query)).results.flatMap(\.stored.passage.questions)
        .sorted()
    }
    #expect(try found("eik NEAR/3 beuk") == [2])
    #expect(try found("eik NEAR/5 beuk") == [2])
    #expect(try found("eik NEAR/6 beuk") == [1, 2])
    #expect(try found("eik NEAR beuk") == [1, 2])
    #expect(QueryParser.parse("NEAR eik NEAR").problems == [.misplacedNear])
    #expect(try found("eik NEAR/0 beuk") == [])
  }
}
