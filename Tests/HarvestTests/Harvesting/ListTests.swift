import Kamervragen
import Testing

@testable import Harvest

@Suite("Lists of publications, whole or not")
struct ListTests {
  private let source: ScriptedSource

  init() throws { source = try ScriptedSource() }

  private func days(_ query: String) -> [String] {
    query.matches(of: /dt\.(?:modified|date)(?:>=|<)([0-9-]+)/).map { String($0.output.1) }
  }

  @Test("A list that is too long is split into days, and a day into dates of publication")
  func splitting() throws {
    let summary = try source.harvest(
      on: "2026-03-10", until: "2026-03-05", ScriptedSource.list(count: 6000),
      ScriptedSource.list("kv-2", day: "2026-03-05"), ScriptedSource.page(),
      ScriptedSource.list(count: 5001), ScriptedSource.list(count: 5001),
      ScriptedSource.list("kv-1", count: 1), ScriptedSource.list())
    // 5,001 were counted and one came, so the day is not closed.
    #expect(summary.openSlices.count == 1)
    #expect(
      summary.openSlices.first?.reason == "de delen van 2026-03-04 hebben er samen 1 van 5001")
    #expect(source.files == ["kv-2.html"])
    #expect(
      source.targets.filter { $0.contains("sortBy") }.prefix(4).map(days) == [
        ["2026-03-04", "2026-03-06"], ["2026-03-05", "2026-03-06"], ["2026-03-04", "2026-03-05"],
        ["2026-03-04", "2026-03-05", "1814-01-01", "2027-03-12"],
      ])
  }

  @Test("A list that changes while it is read is read again with smaller pages")
  func changingList() throws {
    let summary = try source.harvest(
      on: "2026-03-10", ScriptedSource.list("kv-1", count: 2, next: 2),
      ScriptedSource.list("kv-2", count: 3), ScriptedSource.list("kv-1", "kv-2"),
      ScriptedSource.page(), ScriptedSource.page())
    #expect(summary.new == 2)
    #expect(summary.openSlices.isEmpty)
  }

  @Test(
    "A list that is not whole leaves its days open",
    arguments: [
      ("1 van 2 resultaten gekregen", [ScriptedSource.list("kv-1", count: 2)]),
      (
        "1 van 2 resultaten gekregen",
        [ScriptedSource.list("kv-1", count: 2, next: 2), ScriptedSource.list("kv-1", count: 2)]
      ),
      (
        "de pagina vanaf resultaat 1 is leeg, maar er volgen er meer",
        [ScriptedSource.list(count: 2, next: 2)]
      ),
      (
        "na resultaat 1 volgt volgens de zoekdienst resultaat 1",
        [ScriptedSource.list("kv-1", count: 2, next: 1)]
      ),
      (
        "de lijst heeft kv-1 van 2026-03-09",
        [ScriptedSource.list("kv-1", day: "2026-03-09")]
      ),
    ])
  func incomplete(_ reason: String, _ scripts: [ScriptedServer.Script]) throws {
    // A list is read twice, unless it is whole and of other days.
    let summary = try source.harvest(on: "2026-03-10", scripts + scripts)
    #expect(summary.openSlices.map(\.reason) == [reason])
    #expect(summary.coverage.closed.isEmpty)
    #expect(summary.new == 0)
  }

  @Test("A publication that cannot be fetched is noted, and its days are closed")
  func failedPublication() throws {
    let summary = try source.harvest(
      on: "2026-03-10", ScriptedSource.list("kv-1", "kv-2"), .answer(404), ScriptedSource.page())
    #expect(
      summary.failures
        == [HarvestSummary.Failure(identifier: "kv-1", reason: "kv-1.html: HTTP 404")])
    #expect(summary.new == 1)
    #expect(summary.coverage.closed.count == 1)

    // On the same day it is not tried again; on the next day it is, once.
    _ = try source.harvest(on: "2026-03-10", ScriptedSource.list("kv-1", "kv-2"))
    #expect(source.targets.count == 1)
    let next = try source.harvest(
      on: "2026-03-11", ScriptedSource.list("kv-1", "kv-2"), .answer(503))
    #expect(next.failures.map(\.reason) == ["kv-1.html: HTTP 503"])
    #expect(next.end == nil)
    _ = try source.harvest(on: "2026-03-12", ScriptedSource.list("kv-1", "kv-2"))
    #expect(source.targets.count == 1)
    let last = try source.harvest(
      on: "2026-03-13", ScriptedSource.list("kv-1", "kv-2"), ScriptedSource.page())
    #expect(last.new == 1)
    #expect(source.files == ["kv-1.html", "kv-2.html"])
  }

  @Test("A service that fails without end ends the run, and what was fetched is kept")
  func deadHost() throws {
    let summary = try source.harvest(
      on: "2026-03-10",
      [ScriptedSource.list("kv-1", "kv-2", "kv-3"), ScriptedSource.page()]
        + (1...6).map { _ in .answer(503) })
    guard case .unavailable(let reason) = summary.end else {
      return #expect(Bool(false), "\(summary)")
    }
    #expect(reason.hasSuffix("6 mislukte aanvragen na elkaar (HTTP 503)"))
    #expect(source.files == ["kv-1.html"])
    #expect(source.targets.count == 8)
    #expect(summary.coverage.closed.isEmpty)
  }
}
