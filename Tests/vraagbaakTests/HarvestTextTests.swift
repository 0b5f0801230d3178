@testable import Harvest
import Kamervragen
import PassageIndex
import Testing

@testable import VraagbaakReport

@Suite("What a run of the harvester says")
struct HarvestTextTests {
  private func days(_ first: String, _ last: String) throws -> CalendarDays {
    var days = CalendarDays()
    days.insert(
      try #require(CalendarDate(iso: first))...(try #require(CalendarDate(iso: last))))
    return days
  }

  @Test("The last line says what was done, what it cost, and how far the directory is")
  func summary() throws {
    var summary = HarvestSummary()
    summary.new = 34
    summary.changed = 2
    summary.unchanged = 210
    summary.publications = 12_345
    summary.hosts = ["a": HostCounts(requests: 81, bytes: 2_900_000), "b": HostCounts(requests: 1)]
    summary.seconds = 300.06
    summary.coverage.closed = try days("1995-01-01", "2026-11-28")
    #expect(
      summary.dutch
        == "34 nieuw, 2 gewijzigd, 210 nagelopen; 12345 publicaties in de map; 82 aanvragen, "
        + "2,9 MB in 300,1 s; 11.655 dagen afgesloten, van 1995-01-01 tot en met 2026-11-28")

    summary.unchanged = 0
    summary.removed = 1
    summary.failures = [HarvestSummary.Failure(identifier: "kv-1", reason: "HTTP 404")]
    summary.end = .bound
    #expect(
      summary.dutch.hasPrefix(
        "34 nieuw, 2 gewijzigd, 1 verwijderd, 1 mislukt (volgende runs proberen het weer); "))
    #expect(summary.dutch.contains("; de grens van deze run is bereikt, de volgende gaat verder; "))
  }

  @Test(
    "What is left is said in publications and in time",
    arguments: [
      (1, "nog 1 publicatie op te halen, enkele minuten"),
      (300, "nog zo'n 300 publicaties op te halen, ongeveer 36 minuten"),
      (8000, "nog zo'n 8000 publicaties op te halen, ongeveer 16 uur"),
      (152_000, "nog zo'n 152.000 publicaties op te halen, ongeveer 13 dagen aan één stuk"),
    ])
  func rest(_ remaining: Int, _ expected: String) throws {
    var coverage = HarvestSummary.Coverage()
    #expect(coverage.dutch == "nog geen dag is afgesloten")
    coverage.closed = try days("2026-11-01", "2026-11-01")
    coverage.open = try days("2026-09-01", "2026-10-31")
    coverage.remaining = remaining
    #expect(
      coverage.dutch
        == "1 dag afgesloten, van 2026-11-01 tot en met 2026-11-01; nog 61 open; \(expected)")
  }

  @Test("A warning says what to do, and names what it is about")
  func warnings() {
    #expect(
      HarvestSummary.Warning.tooManyRemovals(["ah-1", "ah-2", "ah-3", "ah-4"], maximum: 3).dutch
        == "ten minste 4 publicaties staan niet meer bij de bron, zoals ah-1, ah-2, ah-3; meer dan "
        + "3 verwijdert een run niet zonder --allow-deletions, dus er is niets verwijderd")
    #expect(
      HarvestSummary.Warning.damagedLedger(lines: [7]).dutch
        == "1 regel van het grootboek niet begrepen (de eerste: regel 7); het oude staat in "
        + "ledger.tsv.damaged-N, en alle dagen worden opnieuw nagelopen")
  }
}
