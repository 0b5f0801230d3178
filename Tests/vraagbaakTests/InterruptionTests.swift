import Glibc
import TestSupport
import Testing

/// A run that is stopped at any moment leaves an index that opens, and the next run completes it.
@Suite("Runs that are interrupted")
struct InterruptionTests {
  private static let sets = 60

  private static func place() throws -> Workplace {
    let place = try Workplace()
    for set in Publication.many(sets) { try place.write(set) }
    return place
  }

  /// The next run ends well, and every passage is there once.
  private func expectCompletion(of place: Workplace) throws {
    #expect(try place.run("status").status == 0)
    let next = try place.run("index", "documents")
    #expect(next.status == 0)
    #expect(next.errors.contains("\(Self.sets) sets, \(Self.sets * 20) passages in de index"))
    #expect(try passages(of: place) == Self.sets * 20)
    #expect(try place.run("check").status == 0)
    for number in [1000, 1030, 1000 + Self.sets - 1] {
      let found = try place.run("search", "--format", "json", "--limit", "0", "dossier\(number)")
      #expect(
        try JSONValue(found.output)["total"] == ["lower": 20, "estimate": 20, "upper": 20])
    }
  }

  @Test(
    "A signal ends the run with its code after a consistent state",
    arguments: zip([SIGINT, SIGTERM], [Int32(130), 143]))
  func stopped(_ signal: Int32, _ code: Int32) throws {
    let place = try Self.place()
    let run = try place.start("index", "--verbose", "--jobs", "1", "documents")
    run.awaitLines(5)
    run.send(signal)
    let end = run.finish()
    #expect(end.status == code)
    #expect(end.messages.last?.contains("gestopt") == true)
    // What was done before the signal is there and is searchable.
    let written = try passages(of: place)
    #expect(written >= 5 * 20)
    #expect(written < Self.sets * 20)
    #expect(try place.run("search", "dossier1000").status == 0)
    try expectCompletion(of: place)
  }

  @Test("A run that cannot come to its end after a signal is ended, with its code and its record")
  func overdue() throws {
    let place = try Self.place()
    // Its messages fill the pipe, so it waits in the middle of its work.
    let run = try place.start(
      "index", "--verbose", "--jobs", "1", "--report", "report.json", "documents", isFilled: false)
    run.awaitFullStream()
    run.send(SIGTERM)
    #expect(run.end() == 143)
    let report = try JSONValue(place.read("report.json"))
    #expect(report["exitCode"] == 143)
    #expect(report["error"] == "gestopt; wat nog niet opgeslagen was, doet de volgende run")
    #expect(try place.read("index/last-run.json").contains("\"exitCode\":143"))
    try expectCompletion(of: place)
  }

  @Test("A second signal ends the process at once, and the index is as it was")
  func stoppedTwice() throws {
    let place = try Self.place()
    let run = try place.start("index", "--verbose", "--jobs", "1", "documents")
    run.awaitLines(1)
    run.send(SIGTERM)
    run.send(SIGTERM)
    #expect([-SIGTERM, 143].contains(run.finish().status))
    try expectCompletion(of: place)
  }

  @Test(
    "A run that is killed leaves an index that opens, without anything doubled",
    arguments: [1, 20, 54])
  func killed(_ files: Int) throws {
    let place = try Self.place()
    let run = try place.start("index", "--verbose", "documents")
    run.awaitLines(files)
    run.send(SIGKILL)
    #expect(run.finish().status == -SIGKILL)
    try expectCompletion(of: place)
  }

  @Test(
    "A rebuild that is stopped or killed leaves the old index in use",
    arguments: [SIGTERM, SIGKILL])
  func stoppedRebuild(_ signal: Int32) throws {
    let place = try Workplace([.harbour])
    for set in Publication.many(Self.sets) { try place.write(set) }
    let run = try place.start("index", "--rebuild", "--verbose", "documents")
    run.awaitLines(54)
    run.send(signal)
    #expect(run.finish().status == (signal == SIGTERM ? 143 : -SIGKILL))
    #expect(try passages(of: place) == 1)
    #expect(try place.run("search", "fort").status == 0)
    try place.remove("documents/ah-tk-20242025-902.md")
    try expectCompletion(of: place)
    #expect(!place.exists("index/generation-2"))
  }
}
