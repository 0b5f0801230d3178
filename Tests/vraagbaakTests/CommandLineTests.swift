import PassageStore
import Testing

/// The words a user can type after `vraagbaak`.
@Suite("The command line")
struct CommandLineTests {
  static let commands = [
    "index", "search", "show", "cite", "open", "inspect", "explain", "stem", "status", "check",
    "compact",
    "evaluate", "serve", "alert", "help",
  ]

  @Test("Without a command the overview goes to stderr and the exit code is 64")
  func nothing() throws {
    let run = try Workplace().run()
    #expect(run.output == "")
    #expect(run.errors.contains("gebruik: vraagbaak OPDRACHT"))
    #expect(run.status == 64)
  }

  @Test("The overview names every command", arguments: ["help", "--help", "-h"])
  func overview(_ word: String) throws {
    let run = try Workplace().run(word)
    for command in Self.commands { #expect(run.output.contains("\n  \(command) ")) }
    #expect(run.errors == "")
    #expect(run.status == 0)
  }

  @Test("A command with --help says the same as help", arguments: commands)
  func helpOption(_ command: String) throws {
    let place = try Workplace()
    #expect(try place.run(command, "--help") == place.run("help", command))
  }

  @Test("Help for a command that does not exist is an error")
  func helpForNothing() throws {
    let run = try Workplace().run("help", "zoek")
    #expect(run.output == "")
    #expect(run.errors.contains("'zoek'"))
    #expect(run.status == 64)
  }

  @Test("An unknown command is named and the exit code is 64")
  func unknownCommand() throws {
    let run = try Workplace().run("zoek", "fort")
    #expect(
      run
        == CommandRun(
          errors: "vraagbaak: onbekende opdracht 'zoek'; 'vraagbaak help' toont ze allemaal\n",
          status: 64))
  }

  @Test(
    "A value that an option does not know is refused with those it knows",
    arguments: [
      ["search", "--format", "xml", "fort"], ["search", "--sort", "best", "fort"],
      ["search", "--group", "dossier", "fort"], ["search", "--facet", "kleur", "fort"],
      ["search", "--limit", "tien", "fort"], ["search", "--offset", "-1", "fort"],
      ["search", "--limit"], ["search"], ["show"], ["show", "--format", "tsv", "x"],
    ])
  func wrongValues(_ arguments: [String]) throws {
    let run = try Workplace([.harbour]).run(arguments)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("vraagbaak \(arguments[0]): "))
    #expect(run.status == 2)
  }

  @Test(
    "Wrong usage of index ends with 64",
    arguments: [["index"], ["index", "--jobs", "0", "."], ["index", "--report"]])
  func wrongIndexing(_ arguments: [String]) throws {
    let place = try Workplace()
    let run = try place.run(arguments)
    #expect(run.output == "")
    #expect(run.errors.contains("vraagbaak help index"))
    #expect(run.status == 64)
    #expect(!place.exists("index"))
  }

  @Test(
    "Everything after -- is the query, whatever it looks like",
    arguments: ["--help", "--limit", "--"])
  func literalOperands(_ word: String) throws {
    let run = try Workplace([.harbour]).run("search", "--", word)
    #expect(!run.output.contains("gebruik:"))
    #expect(run.status == 1)
  }

  @Test("A single -h asks for help, since nobody searches for what is without h")
  func shortHelp() throws {
    let run = try Workplace([.harbour]).run("search", "-h")
    #expect(run.output.hasPrefix("gebruik: vraagbaak search"))
    #expect(run.status == 0)
  }

  @Test("--version says the version, the commit, the engine and the analysis")
  func version() throws {
    let run = try Workplace().run("--version")
    let lines = run.lines.map { $0.split(separator: " ").map(String.init) }
    #expect(lines.map(\.first) == ["vraagbaak", "commit", "zoekmachine", "analyse"])
    #expect(lines[0] == ["vraagbaak", Release.version])
    #expect(Release.version.wholeMatch(of: #/\d+\.\d+\.\d+/#) != nil)
    #expect(lines[1].count == 2)
    #expect(lines[2].count == 3 && lines[2][1] == "Xapian")
    #expect(lines[2][2].wholeMatch(of: #/\d+\.\d+\.\d+/#) != nil)
    #expect(run.status == 0)
  }

  @Test("The analysis that --version names is the beginning of every fingerprint")
  func analysis() throws {
    let place = try Workplace([.harbour])
    let words = try place.run("--version").lines[3].split(separator: " ").dropFirst()
    let status = try JSONValue(try place.run("status", "--format", "json").output)
    let fingerprint = try #require(status["fingerprint"]?.asText)
    // Without a list of words, there are no rules for words either.
    #expect(fingerprint == words.dropLast().joined(separator: " "))
    #expect(words.last?.hasPrefix("words-") == true)
  }
}
