import Testing

/// The short forms of the trials that are made by hand at length: kills, a full disk, readers beside a writer, files that
/// cost much.
@Suite("Short forms of the trials", .serialized)
struct TrialScriptTests {
  private func run(_ script: String, _ arguments: String) throws -> CommandRun {
    let directory = #filePath.split(separator: "/").dropLast(3).map { "/\($0)" }.joined()
    return try Workplace().shell("python3 '\(directory)/scripts/\(script)' \"$V\" \(arguments)")
  }

  @Test("Runs that are killed lose and double nothing")
  func kill() throws {
    let run = try run("test-kill", "3 5 24")
    #expect(run.output.hasSuffix(" 0 faults\n"), "\(run.output)\(run.errors)")
    #expect(run.status == 0)
  }

  @Test(
    "A full disk is reported and leaves the index as it was (skipped if no disk can be mounted)")
  func diskFull() throws {
    let run = try run("test-disk-full", "4 12")
    guard run.status != 77 else {
      #expect(run.output.hasPrefix("skipped: "))
      print("the trial with a full disk was \(run.output)")
      return
    }
    #expect(run.output.hasSuffix(" 0 faults\n"), "\(run.output)\(run.errors)")
    #expect(run.status == 0)
  }

  @Test(
    "Flipped bits end no command with a signal, show nothing wrong, and check finds the rest"
  )
  func flips() throws {
    let run = try run("test-flips", "8 3 10")
    #expect(run.output.contains(": 0 signals, 0 hung, 0 wrong, "), "\(run.output)\(run.errors)")
    #expect(run.output.contains(" 0 missed, "), "\(run.output)\(run.errors)")
    #expect(run.status == 0)
  }

  @Test("Searches beside runs do not fail, and each answer was true of some state")
  func readers() throws {
    let run = try run("test-readers", "32 24")
    #expect(
      run.output.hasSuffix(": 0 failed, 0 never true, 0 runs failed\n"),
      "\(run.output)\(run.errors)")
    #expect(run.status == 0)
  }

  @Test("Costly files are read or refused within time and memory, beside sound ones")
  func hostile() throws {
    let run = try run("test-hostile", "--scale 0.02 --sound 6 --only subject --all")
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 9, "\(run.output)\(run.errors)")
    #expect(lines.last?.hasPrefix("8 files and queries, at most ") == true)
    #expect(lines.last?.hasSuffix(" 0 faults") == true, "\(run.output)")
    #expect(run.status == 0)
  }
}
