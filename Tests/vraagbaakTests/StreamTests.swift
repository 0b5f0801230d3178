import Glibc
import TestSupport
import Testing

/// Pipes, terminals, full disks and streams that are not there.
@Suite("Standard streams and terminals")
struct StreamTests {
  private static let everyCommand = [
    ["search", "toeslag"], ["search", "--format", "json", "toeslag"],
    ["show", "ah-tk-20242025-901"],
    ["status"], ["explain", "toeslag"], ["inspect", "documents/ah-tk-20242025-901.md"], ["help"],
    ["stem"],
  ]

  // MARK: Pipes

  @Test("Nothing that goes to a pipe has colour", arguments: everyCommand)
  func pipe(_ arguments: [String]) throws {
    let run = try Workplace([.allowance]).run(arguments, input: "toeslagen\n")
    #expect(run.status == 0)
    #expect(!run.output.contains("\u{1B}"))
    #expect(run.errors == "")
  }

  @Test("A closed pipe is no error", arguments: everyCommand)
  func closedPipe(_ arguments: [String]) throws {
    let place = try Workplace([.allowance])
    let (reading, writing) = try Descriptor.pipe()
    _ = consume reading
    let errors = try Descriptor(scratchIn: place.path)
    let words = try Descriptor(opening: "/dev/null", O_RDONLY)
    let status = try place.run(arguments, input: words, output: writing, errors: errors)
    #expect(status == 0)
    #expect(errors.whole().isEmpty)
  }

  @Test("head ends a long output without an error or a message")
  func head() throws {
    let place = try Workplace(Publication.many(10))
    let run = try place.shell(
      "\"$V\" search --limit 200 dossiers | head -n 1; exit ${PIPESTATUS[0]}")
    #expect(run.lines.count == 1)
    #expect(run.errors == "")
    #expect(run.status == 0)
  }

  @Test("Output that cannot be written is an error", arguments: everyCommand)
  func fullDevice(_ arguments: [String]) throws {
    let place = try Workplace([.allowance])
    let full = try Descriptor(opening: "/dev/full", O_WRONLY)
    let errors = try Descriptor(scratchIn: place.path)
    let words = try Descriptor(scratchIn: place.path)
    #expect(Glibc.write(words.number, "huis\n", 5) == 5)
    lseek(words.number, 0, SEEK_SET)
    let status = try place.run(arguments, input: words, output: full, errors: errors)
    #expect(status == (["search", "show"].contains(arguments[0]) ? 2 : 74))
    #expect(String(decoding: errors.whole(), as: UTF8.self).contains("uitvoer"))
  }

  @Test("Output that is closed is an error of search, and index does not need it")
  func closedOutput() throws {
    let place = try Workplace([.allowance])
    #expect(try place.shell("\"$V\" search toeslag >&-").status == 2)
    try place.write(.harbour)
    #expect(try place.shell("\"$V\" index documents >&-").status == 0)
  }

  @Test("The messages of a run with every stream closed do not end up in the index")
  func allClosed() throws {
    let place = try Workplace([.allowance])
    try place.write(.harbour)
    try place.write("melk", to: "documents/lijst.txt")
    let status = try place.run(
      ["index", "--verbose", "documents"], input: nil, output: nil, errors: nil)
    #expect(status == 65)
    #expect(try place.run("search", "fort").status == 0)
    #expect(try place.run("search", "gezinnen").status == 0)
    #expect(try place.run("index", "documents").errors.contains("3 ongewijzigd"))
    for file in ["XAPIANDB", "lock"] {
      #expect(!(try place.read("index/\(file)")).contains("lijst"))
    }
  }

  @Test("Results go to stdout and warnings to stderr")
  func warnings() throws {
    let place = try Workplace([.allowance])
    let run = try place.run("search", "toeslag", "OF")
    let plain = try place.run("search", "toeslag")
    #expect(run.output == plain.output)
    #expect(run.errors.hasPrefix("let op: "))
    #expect(run.messages.count == 1)
    #expect(run.status == 0)
  }

  // MARK: Terminals

  @Test("A terminal gets colour, and the same words as a pipe", .onTerminal)
  func colour() throws {
    let place = try Workplace([.allowance])
    let colored = try Terminal(columns: 100).run("search", "toeslag", in: place)
    #expect(colored.status == 0)
    #expect(colored.output.contains("«\u{1B}[1;31mToeslag\u{1B}[0m te laat»"))
    let plain = try place.run("search", "toeslag", environment: ["COLUMNS": "100"])
    #expect(colored.output.bare == plain.output)
  }

  @Test("NO_COLOR is honoured if it has a value", .onTerminal)
  func noColor() throws {
    let place = try Workplace([.allowance])
    let without = try Terminal().run("search", "toeslag", in: place, environment: ["NO_COLOR": "1"])
    #expect(!without.output.contains("\u{1B}"))
    #expect(without.output.contains("Toeslag te laat"))
    let empty = try Terminal().run("search", "toeslag", in: place, environment: ["NO_COLOR": ""])
    #expect(empty.output.contains("\u{1B}"))
  }

  @Test("JSON has no colour on a terminal either", .onTerminal)
  func jsonOnTerminal() throws {
    let place = try Workplace([.allowance])
    let run = try Terminal().run("search", "--format", "json", "toeslag", in: place)
    #expect(!run.output.contains("\u{1B}"))
    #expect(try JSONValue(run.output)["query"] == "toeslag")
  }

  @Test(
    "Text is laid out within the columns of the terminal", .onTerminal, arguments: [60, 80, 110])
  func width(_ columns: UInt16) throws {
    let place = try Workplace([.allowance])
    for word in ["search", "show"] {
      let run = try Terminal(columns: columns).run(
        word, word == "search" ? "toeslag" : "ah-tk-20242025-901", in: place)
      let lines = run.output.bare.split(separator: "\n").filter { !$0.contains("/documents/") }
      #expect(lines.count > 5)
      for line in lines { #expect(line.count <= Int(columns)) }
    }
  }

  @Test(
    "A run shows its progress on a terminal and ends with the summary alone on its line",
    .onTerminal)
  func progress() throws {
    let place = try Workplace()
    for set in Publication.many(3) { try place.write(set) }
    let run = try Terminal().run("index", "documents", in: place, streams: [.errors])
    #expect(run.status == 0)
    #expect(run.output.contains("3 van 3 bestanden, 60 passages"))
    #expect(run.output.contains("\r\u{1B}[Kvraagbaak index: 3 bestanden (3 nieuw"))
    #expect(run.output.hasSuffix(" s\n"))
  }

  @Test("A quiet run shows no progress either", .onTerminal)
  func quietOnTerminal() throws {
    let place = try Workplace()
    try place.write(.harbour)
    #expect(try Terminal().run("index", "--quiet", "documents", in: place) == CommandRun())
  }

  @Test("Colour depends on stdout alone, progress on stderr alone", .onTerminal)
  func streamsApart() throws {
    let place = try Workplace([.allowance])
    let found = try Terminal().run("search", "toeslag", in: place, streams: [.output])
    #expect(found.output.contains("\u{1B}[1;31m"))
    try place.write(.harbour)
    let run = try Terminal().run("index", "documents", in: place, streams: [.output])
    #expect(run == CommandRun())
  }
}
