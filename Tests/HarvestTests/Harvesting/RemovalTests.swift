import Kamervragen
import Testing

@testable import Harvest

@Suite("What goes from a mirror, and what does not")
struct RemovalTests {
  private let source: ScriptedSource

  init() throws {
    source = try ScriptedSource()
    _ = try source.harvest(
      on: "2026-03-10", ScriptedSource.list("kv-1", "kv-2"), ScriptedSource.page(),
      ScriptedSource.page())
  }

  @Test("What is not listed twice, a week apart, and not found by itself either, is removed")
  func vanished() throws {
    #expect(source.files == ["kv-1.html", "kv-2.html"])
    for day in ["2026-03-11", "2026-03-17"] {
      // After a week, the days that are closed are counted too.
      let summary = try source.harvest(
        on: day, ScriptedSource.list("kv-1"), ScriptedSource.list(count: 1))
      #expect(summary.removed == 0)
      #expect(source.files == ["kv-1.html", "kv-2.html"])
    }
    let last = try source.harvest(
      on: "2026-03-18", ScriptedSource.list("kv-1"), ScriptedSource.list())
    #expect(source.targets.last == "dt.identifier==\"kv-2\"")
    #expect(last.removed == 1)
    #expect(source.files == ["kv-1.html"])

    let back = try source.harvest(
      on: "2026-03-19", ScriptedSource.list("kv-1", "kv-2"), ScriptedSource.page())
    #expect(back.new == 1)
    #expect(source.files == ["kv-1.html", "kv-2.html"])
  }

  @Test("What is listed again in between is not removed")
  func reappeared() throws {
    _ = try source.harvest(on: "2026-03-11", ScriptedSource.list("kv-1"))
    _ = try source.harvest(on: "2026-03-12", ScriptedSource.list("kv-1", "kv-2"))
    _ = try source.harvest(
      on: "2026-03-18", ScriptedSource.list("kv-1"), ScriptedSource.list(count: 1))
    #expect(source.targets.count == 2)
    #expect(source.files == ["kv-1.html", "kv-2.html"])
  }

  @Test("What was changed on another day is found by itself and stays")
  func moved() throws {
    _ = try source.harvest(on: "2026-03-11", ScriptedSource.list("kv-1"))
    let summary = try source.harvest(
      on: "2026-03-18", ScriptedSource.list("kv-1"), ScriptedSource.list(count: 1),
      ScriptedSource.list("kv-2", day: "2026-03-09"), ScriptedSource.page("Vraag 2"))
    #expect(summary.changed == 1)
    #expect(source.files == ["kv-1.html", "kv-2.html"])
  }

  @Test("A list that fails removes nothing")
  func failedLists() throws {
    _ = try source.harvest(on: "2026-03-11", ScriptedSource.list("kv-1"))
    let summary = try source.harvest(
      on: "2026-03-18", ScriptedSource.list("kv-1"), ScriptedSource.list(count: 1),
      ScriptedSource.list(count: 3), ScriptedSource.list(count: 3))
    #expect(summary.removed == 0)
    #expect(source.files == ["kv-1.html", "kv-2.html"])
  }

  @Test("A publication whose page says that it is withdrawn is removed")
  func withdrawn() throws {
    let summary = try source.harvest(
      on: "2026-03-11", until: "2026-03-05",
      ScriptedSource.list(["kv-1"], day: "2026-03-05"), ScriptedSource.withdrawn)
    #expect(summary.removed == 1)
    #expect(source.files == ["kv-2.html"])
    let again = try source.harvest(
      on: "2026-03-12", until: "2026-03-05", ScriptedSource.list(["kv-1"], day: "2026-03-05"))
    #expect(again.unchanged == 1)
    #expect(source.targets.count == 1)
  }

  @Test("A site that calls everything withdrawn for a night removes nothing, and loses nothing")
  func illSite() throws {
    let other = try ScriptedSource()
    let names = (1...5).map { "kv-\($0)" }
    let night = try other.harvest(
      on: "2026-03-10", [ScriptedSource.list(names)] + names.map { _ in ScriptedSource.withdrawn })
    #expect(night.warnings == [.tooManyRemovals(names, maximum: 3)])
    #expect(other.files.isEmpty)
    let next = try other.harvest(
      on: "2026-03-11", [ScriptedSource.list(names)] + names.map { _ in ScriptedSource.page() })
    #expect(next.new == 5)
    #expect(other.files.count == 5)
    let last = try other.harvest(on: "2026-03-12", ScriptedSource.list(names))
    #expect(last.removed == 0)
    #expect(other.files.count == 5)
  }

  @Test("A run while the clock was ahead closes no days that are to come")
  func clockAhead() throws {
    let other = try ScriptedSource()
    _ = try other.harvest(
      on: "2099-01-05", since: "2026-03-01", until: "2026-03-20",
      ScriptedSource.list("kv-1"), ScriptedSource.page())
    let summary = try other.harvest(
      on: "2026-03-10", since: "2026-03-01", until: "2026-03-10", ScriptedSource.list("kv-1"))
    #expect(summary.coverage.closed.bounds?.upperBound == CalendarDate(iso: "2026-03-08"))
  }

  @Test("A directory in the place of a file is a failure of its publication alone")
  func obstructed() throws {
    let other = try ScriptedSource()
    try other.place.write("", to: "mirror/kv/1/kv-1/kv-1.html/in-de-weg")
    let summary = try other.harvest(
      on: "2026-03-10", ScriptedSource.list("kv-1", "kv-2"), ScriptedSource.page(),
      ScriptedSource.page())
    #expect(
      summary.failures.map(\.reason) == ["kv/1/kv-1: daar staat iets anders in de weg"])
    #expect(summary.new == 1)
  }

  @Test("More removals than can be believed are none, unless they are allowed")
  func tooMany() throws {
    let names = (1...5).map { "ah-\($0)" }
    _ = try source.harvest(
      on: "2026-03-10",
      [ScriptedSource.list(["kv-1", "kv-2"] + names)]
        + names.map { _ in ScriptedSource.page() })
    #expect(source.files.count == 7)
    _ = try source.harvest(on: "2026-03-11", ScriptedSource.list("kv-1", "kv-2"))
    let empty = (1...5).map { _ in ScriptedSource.list() }
    let summary = try source.harvest(
      on: "2026-03-18",
      [ScriptedSource.list("kv-1", "kv-2"), ScriptedSource.list(count: 2)] + empty)
    #expect(summary.warnings == [.tooManyRemovals(["ah-1", "ah-2", "ah-3", "ah-4"], maximum: 3)])
    #expect(summary.removed == 0)
    #expect(source.files.count == 7)
    let allowed = try source.harvest(
      on: "2026-03-19", [ScriptedSource.list("kv-1", "kv-2")] + empty
    ) { $0.allowsDeletions = true }
    #expect(allowed.removed == 5)
    #expect(source.files == ["kv-1.html", "kv-2.html"])
  }

  @Test("A typeset publication takes the place of the provisional one, which never comes back")
  func replaced() throws {
    let status = { (name: String) in name == "ah-1000001" ? "Onopgemaakt" : "Opgemaakt" }
    let other = try ScriptedSource()
    _ = try other.harvest(
      on: "2026-03-10",
      [ScriptedSource.list(["ah-1000001"], status: status), ScriptedSource.page()])
    #expect(other.files == ["ah-1000001.html"])
    let both = ["ah-1000001", "ah-tk-20252026-12"]
    let summary = try other.harvest(
      on: "2026-03-11", [ScriptedSource.list(both, status: status), ScriptedSource.page()])
    #expect(summary.replaced == 1)
    #expect(other.files == ["ah-tk-20252026-12.html"])
    let again = try other.harvest(on: "2026-03-12", [ScriptedSource.list(both, status: status)])
    #expect(again.unchanged == 2)
    #expect(other.files == ["ah-tk-20252026-12.html"])
  }
}
