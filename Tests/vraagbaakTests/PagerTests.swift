import TestSupport
import Testing

/// Output on a terminal that does not fit its screen.
@Suite("The pager", .onTerminal)
struct PagerTests {
  private static let long = ["search", "--limit", "30", "dossiers"]

  private static func place() throws -> Workplace { try Workplace(Publication.many(2)) }

  private func run(
    _ arguments: [String], in place: Workplace, _ environment: [String: String] = [:],
    rows: UInt16 = 24
  ) throws -> CommandRun {
    try Terminal(rows: rows).run(arguments, in: place, environment: environment)
  }

  /// The lines without the mark of the pager `sed s/^/P/`.
  private func unmarked(_ run: CommandRun) -> [String]? {
    let lines = run.output.bare.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    guard lines.allSatisfy({ $0.hasPrefix("P") }) else { return nil }
    return lines.map { String($0.dropFirst()) }
  }

  @Test("Long output goes through the pager, whole, and the exit code is the command's")
  func long() throws {
    let place = try Self.place()
    let paged = try run(Self.long, in: place, ["PAGER": "sed s/^/P/"])
    let plain = try place.run(Self.long)
    #expect(try #require(unmarked(paged)).joined(separator: "\n") + "\n" == plain.output)
    #expect(paged.status == 0)
    // Nothing of this name: the shown ones do not count.
    let show = ["show", "ah-tk-20242025-1000", "nergens"]
    let missing = try run(show, in: place, ["PAGER": "sed s/^/P/"])
    #expect(
      try #require(unmarked(missing)).last == "vraagbaak show: nergens staat niet in de index")
    #expect(missing.status == 1)
  }

  @Test("What fits the screen is printed without a pager, and so is everything with --no-pager")
  func short() throws {
    let place = try Self.place()
    let pager = ["PAGER": "sed s/^/P/"]
    let fitting = try run(["search", "--limit", "1", "dossiers"], in: place, pager)
    #expect(unmarked(fitting) == nil)
    #expect(fitting.output.contains("dossiers"))
    let tall = try run(Self.long, in: place, pager, rows: 400)
    #expect(unmarked(tall) == nil)
    #expect(unmarked(try run(Self.long + ["--no-pager"], in: place, pager)) == nil)
    #expect(unmarked(try run(Self.long + ["--format", "json"], in: place, pager)) == nil)
    #expect(unmarked(try run(["help", "search"], in: place, pager)) != nil)
  }

  @Test(
    "A pager that is not there is no error: the output is printed",
    arguments: ["geen-pager-van-deze-naam", "geen-pager-van-deze-naam --opties", "/etc/passwd"])
  func missing(_ pager: String) throws {
    let place = try Self.place()
    let run = try run(Self.long, in: place, ["PAGER": pager])
    let plain = try place.run(Self.long)
    // A shell says what it missed.
    #expect(run.output.bare.hasSuffix(plain.output))
    #expect(run.status == 0)
  }

  @Test("A pager that ends early is no error", arguments: ["true", "head -n 3", "sh -c 'exit 3'"])
  func early(_ pager: String) throws {
    let run = try run(Self.long, in: try Self.place(), ["PAGER": pager])
    #expect(run.output.split(separator: "\n").count <= 3)
    #expect(run.status == 0)
  }

  @Test("Only a pager with blanks or signs of the shell is run by a shell")
  func noShell() throws {
    let place = try Self.place()
    try place.write("#!/bin/sh\nsed s/^/P/\n", to: "bladeren")
    #expect(try place.shell("chmod +x bladeren").status == 0)
    let run = try run(Self.long, in: place, ["PAGER": "\(place.path)/bladeren"])
    #expect(unmarked(run) != nil)
    #expect(run.status == 0)
  }

  @Test("less leaves at once what fits, shows colours, and reads UTF-8, unless its user says more")
  func settings() throws {
    let place = try Self.place()
    let pager = "cat >/dev/null; echo \"$LESS $LV $LESSCHARSET\""
    let standard = try run(Self.long, in: place, ["PAGER": pager])
    #expect(standard.output == "FRX -c utf-8\n")
    let chosen = try run(Self.long, in: place, ["PAGER": pager, "LESS": "S", "LV": "x"])
    #expect(chosen.output == "S x utf-8\n")
  }

  @Test("A pipe has no pager")
  func pipe() throws {
    let place = try Self.place()
    let plain = try place.run(Self.long)
    #expect(try place.run(Self.long, environment: ["PAGER": "sed s/^/P/"]) == plain)
  }
}
