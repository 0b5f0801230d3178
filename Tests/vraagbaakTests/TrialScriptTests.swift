import Testing

/// Short forms of the trials that people run at length: kills, a full disk, flipped bits, readers
/// beside a writer, hostile files.
@Suite("Short forms of the trials", .serialized)
struct TrialScriptTests {
  private func run(_ script: String, _ arguments: String) throws -> CommandRun {
    let directory = #filePath.split(separator: "/").dropLast(3).map { "/\($0)" }.joined()
    return try Workplace().shell("VRAAGBAAK=\"$V\" '\(directory)/scripts/\(script)' \(arguments)")
  }

  @Test("Killed runs lose and double nothing")
  func kill() throws {
    let run = try run("test-kill", "--trials 3 --sets 24 --seed 5")
    #expect(run.output.hasSuffix(" 0 faults\n"), "\(run.output)\(run.errors)")
    #expect(run.status == 0)
  }

  @Test("Killed runs of alert lose and double no message")
  func alerts() throws {
    let run = try run("test-alerts", "--kills 8 --sets 24 --seed 5")
    #expect(run.output.contains(" 0 lost, 0 doubled, 0 faults\n"), "\(run.output)\(run.errors)")
    #expect(run.status == 0)
  }

  @Test("Killed runs of harvest end with what the source has, whatever it answers meanwhile")
  func harvest() throws {
    let run = try run("test-harvest", "--publications 100 --kills 5 --seed 4")
    #expect(run.output.hasSuffix("\n0 faults\n"), "\(run.output)\(run.errors)")
    #expect(run.status == 0)
  }

  @Test("A full disk is reported and leaves the index as it was; skipped if no disk can be mounted")
  func diskFull() throws {
    let run = try run("test-disk-full", "--trials 4 --sets 12")
    guard run.status != 77 else {
      #expect(run.output.hasPrefix("skipped: "))
      print("the trial with a full disk was \(run.output)")
      return
    }
    #expect(run.output.hasSuffix(" 0 faults\n"), "\(run.output)\(run.errors)")
    #expect(run.status == 0)
  }

  @Test("No flipped bit crashes a command or shows a wrong text; check finds what changes answers")
  func flips() throws {
    let run = try run("test-flips", "--flips 8 --sets 10 --seed 3")
    #expect(run.output.contains(": 0 signals, 0 hung, 0 wrong, "), "\(run.output)\(run.errors)")
    #expect(run.output.contains(" 0 missed, "), "\(run.output)\(run.errors)")
    #expect(run.status == 0)
  }

  @Test("Searches beside runs do not fail, and each answer was true of some state")
  func readers() throws {
    let run = try run("test-readers", "--searches 32 --sets 24")
    #expect(
      run.output.hasSuffix(": 0 failed, 0 never true, 0 runs failed\n"),
      "\(run.output)\(run.errors)")
    #expect(run.status == 0)
  }

  @Test("Hostile files are read or refused within limits of time and memory, beside sound ones")
  func hostile() throws {
    let run = try run("test-hostile", "--scale 0.02 --sound 6 --only subject --all")
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 9, "\(run.output)\(run.errors)")
    #expect(lines.last?.hasPrefix("8 files and queries, at most ") == true)
    #expect(lines.last?.hasSuffix(" 0 faults") == true, "\(run.output)")
    #expect(run.status == 0)
  }
}
