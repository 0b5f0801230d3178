import Kamervragen
import TestSupport
import Testing

@testable import PassageSearch
@testable import PassageStore

@Suite("Dates in words")
struct RelativePeriodTests {
  /// A Thursday.
  private static let today = CalendarDate(year: 2026, month: 3, day: 5)

  private func range(_ text: String) -> String? {
    DateRange(text, today: Self.today).map {
      "\($0.from?.description ?? "")..\($0.through?.description ?? "")"
    }
  }

  @Test(
    "A period is counted from today",
    arguments: [
      ("vandaag", "2026-03-05..2026-03-05"), ("gisteren", "2026-03-04..2026-03-04"),
      ("Eergisteren", "2026-03-03..2026-03-03"), ("deze week", "2026-03-02..2026-03-08"),
      ("vorige week", "2026-02-23..2026-03-01"), ("deze maand", "2026-03-01..2026-03-31"),
      ("vorige maand", "2026-02-01..2026-02-28"), ("dit kwartaal", "2026-01-01..2026-03-31"),
      ("vorig kwartaal", "2025-10-01..2025-12-31"), ("dit jaar", "2026-01-01..2026-12-31"),
      ("vorig jaar", "2025-01-01..2025-12-31"), ("laatste 30 dagen", "2026-02-03..2026-03-05"),
      ("afgelopen week", "2026-02-26..2026-03-05"), ("afgelopen 2 weken", "2026-02-19..2026-03-05"),
      ("laatste maand", "2026-02-05..2026-03-05"), ("laatste 3 jaar", "2023-03-05..2026-03-05"),
      ("today", "2026-03-05..2026-03-05"), ("last 7 days", "2026-02-26..2026-03-05"),
      ("sinds gisteren", "2026-03-04.."), ("vorige maand..vandaag", "2026-02-01..2026-03-05"),
    ])
  func periods(_ text: String, _ expected: String) { #expect(range(text) == expected) }

  @Test(
    "A word before a date makes a range with one end",
    arguments: [
      ("sinds 2024", "2024-01-01.."), ("vanaf 1 oktober 2024", "2024-10-01.."),
      ("na 2024-10", "2024-11-01.."), ("na 31-12-2024", "2025-01-01.."),
      ("tot 2024", "..2023-12-31"), ("voor 1 maart 2024", "..2024-02-29"),
      ("tot en met 2024", "..2024-12-31"), ("t/m 2024-02", "..2024-02-29"),
      ("2023 tot 2024", "2023-01-01..2024-12-31"), ("2023 – 2024", "2023-01-01..2024-12-31"),
      ("2024-10-01 - 2024-12-31", "2024-10-01..2024-12-31"),
      ("tussen 2023 en 2024", "2023-01-01..2024-12-31"),
      ("2023 t/m 2024", "2023-01-01..2024-12-31"), ("2023 T/M 2024", "2023-01-01..2024-12-31"),
      ("Tot En Met 2024", "..2024-12-31"),
      ("Van Mei 2024 Tot en met JUNI 2024", "2024-05-01..2024-06-30"),
      ("van 1 oktober 2024 tot en met 3 december 2024", "2024-10-01..2024-12-03"),
    ])
  func openRanges(_ text: String, _ expected: String) { #expect(range(text) == expected) }

  @Test(
    "What is no period is none",
    arguments: [
      "volgende week", "laatste 0 dagen", "laatste dagen x", "deze", "laatste 30", "week",
      "deze 2 weken", "laatste 99999 jaar", "laatste -3 dagen", "sinds ooit", "voor", "tot en met",
      "na 31-12-9999", "2023 en 2024",
    ])
  func noPeriods(_ text: String) { #expect(range(text) == nil) }

  @Test("Without a present day a period in words is no date")
  func withoutToday() {
    #expect(DateRange("vandaag") == nil)
    #expect(DateRange("sinds 2024") != nil)
  }

  @Test("The words of a period belong to the field, and those after it are searched")
  func parsing() {
    var context = QueryContext()
    context.today = Self.today
    let february = QueryExpression.dates(
      from: CalendarDate(year: 2026, month: 2, day: 1),
      through: CalendarDate(year: 2026, month: 2, day: 28))
    #expect(
      QueryParser.parse("datum:vorige maand eik", in: context).expression
        == .all([february, .word("eik")]))
    #expect(
      QueryParser.parse("ingezonden:\"vorige maand\" eik", in: context).expression
        == .all([.field(.submitted, february), .word("eik")]))
  }

  @Test("A request is read on its day")
  func search() async throws {
    let shelf = try await Shelf(publications: [
      Publication(
        number: "101", submitted: "4 maart 2026", received: "5 maart 2026",
        passages: [("1", "Groeit de eik?", "Ja.")]),
      Publication(
        number: "102", submitted: "10 februari 2026", received: "4 maart 2026",
        passages: [("1", "Groeit de eik?", "Ja.")]),
    ])
    func found(_ query: String) throws -> Set<String> {
      var request = SearchRequest(query)
      request.today = Self.today
      return Set(try shelf.reader.search(request).results.compactMap(\.stored.set.number))
    }
    #expect(try found("datum:vandaag") == ["101"])
    #expect(try found("datum:gisteren") == ["101", "102"])
    #expect(try found("ingezonden:gisteren") == ["101"])
    #expect(try found("beantwoord:gisteren") == ["102"])
    #expect(try found("eik datum:vorige maand") == ["102"])
    #expect(try found("eik beantwoord:vorige maand").isEmpty)
  }
}
