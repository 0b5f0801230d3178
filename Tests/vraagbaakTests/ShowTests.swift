import TestSupport
import Testing

/// `show`: a passage or a set, whole.
@Suite("vraagbaak show")
struct ShowTests {
  private static func heading(_ place: Workplace) -> String {
    """
    Aanhangsel 2024–2025, nr. 901 (ah-tk-20242025-901)
    Onderwerp: de toeslag voor kinderopvang
    Gevraagd door: Jansen (D66)
    Gericht aan: Minister van Financiën
    Ingezonden: 3 september 2024
    Antwoord van: Minister De Vries (Financiën)
    Ontvangen: 1 oktober 2024
    \(place.path)/documents/ah-tk-20242025-901.md


    """
  }

  private static let first = """
    Vraag 1
    Kent u het bericht «Toeslag te laat»?¹

    Antwoord 1
    Ja.

      [1] De Courant, 1 september 2024.


    """

  private static let second = """
    Vraag 2 en 3
    Waarom is de toeslag te laat betaald?

    Hoeveel gezinnen wachten nog?

    Antwoord 2 en 3
    Een storing hield de betaling op. Er wachten nog 36 410 gezinnen.


    """

  @Test("A set is shown whole, with its heading once")
  func set() throws {
    let place = try Workplace([.allowance])
    let run = try place.run("show", "ah-tk-20242025-901")
    #expect(run == CommandRun(output: Self.heading(place) + Self.first + Self.second))
  }

  @Test("A question is shown with those it was answered with", arguments: ["2", "3"])
  func question(_ number: String) throws {
    let place = try Workplace([.allowance])
    let run = try place.run("show", "ah-tk-20242025-901#\(number)")
    #expect(run == CommandRun(output: Self.heading(place) + Self.second))
  }

  @Test(
    "An unknown id is named on stderr, and show ends with 1",
    arguments: [
      "ah-tk-20242025-901#4", "ah-tk-20242025-901#", "ah-tk-20242025-901#x", "x", "", "#",
    ])
  func unknown(_ reference: String) throws {
    let run = try Workplace([.allowance]).run("show", "--", reference)
    #expect(
      run == CommandRun(errors: "vraagbaak show: \(reference) staat niet in de index\n", status: 1))
  }

  @Test("Known ids are shown even if others are unknown, and show ends with 1")
  func some() throws {
    let place = try Workplace([.allowance])
    let run = try place.run("show", "ah-tk-20242025-999", "ah-tk-20242025-901#1")
    #expect(run.output == Self.heading(place) + Self.first)
    #expect(run.errors == "vraagbaak show: ah-tk-20242025-999 staat niet in de index\n")
    #expect(run.status == 1)
  }

  @Test("JSON has one passage a line, with all its text")
  func json() throws {
    let place = try Workplace([.allowance])
    let run = try place.run("show", "--format", "json", "ah-tk-20242025-901")
    let passages = try run.lines.map { try JSONValue($0) }
    #expect(passages.map { $0["id"] } == ["ah-tk-20242025-901#1", "ah-tk-20242025-901#2"])
    #expect(
      passages.first?["footnotes"] == [["mark": "1", "text": "De Courant, 1 september 2024."]])
    #expect(
      passages.last?["questionText"]
        == "Waarom is de toeslag te laat betaald?\n\nHoeveel gezinnen wachten nog?")
    #expect(passages.last?["questions"] == [2, 3])
    #expect(passages.last?["caseNumber"] == .null)
    #expect(run.status == 0)
  }

  @Test("Every id that search prints can be shown")
  func roundTrip() throws {
    let place = try Workplace([.allowance, .harbour])
    try place.write("Vraag 1\n\nHoe diep is de haven?\n", to: "documents/een los stuk.txt")
    #expect(try place.run("index", "documents").status == 0)
    let found = try place.run("search", "--format", "jsonl", "toeslag OF haven")
    #expect(found.lines.count == 4)
    for line in found.lines {
      let id = try #require(try JSONValue(line)["id"]?.asText)
      let shown = try place.run("show", "--format", "json", id)
      #expect(try JSONValue(shown.output)["id"]?.asText == id)
    }
  }

  // MARK: Marks

  @Test("--highlight marks what a search marks, in whole texts: between asterisks in a pipe")
  func highlight() throws {
    let place = try Workplace([.allowance])
    let run = try place.run(
      "show", "--highlight", "gezin courant lid:jansen \"te laat\" financien", "ah-tk-20242025-901")
    #expect(run.output.contains("Gevraagd door: **Jansen** (D66)\n"))
    #expect(run.output.contains("Gericht aan: Minister van **Financiën**\n"))
    #expect(run.output.contains("Kent u het bericht «Toeslag **te** **laat**»?¹\n"))
    #expect(run.output.contains("  [1] De **Courant**, 1 september 2024.\n"))
    #expect(run.output.contains("Hoeveel **gezinnen** wachten nog?\n"))
    #expect(run.status == 0)
    // Without the marks it is what it was.
    let plain = try place.run("show", "ah-tk-20242025-901").output
    #expect(run.output.replacing("**", with: "") == plain)
  }

  @Test("--highlight marks parts of compounds in colour, and in JSON with <b>")
  func highlightForms() throws {
    let place = try Workplace()
    try place.write("kinder opvang toeslag kinderopvang".replacing(" ", with: "\n"), to: "woorden")
    try place.write(.allowance)
    #expect(try place.run("index", "--words", "woorden", "documents").status == 0)
    let colored = try place.run(
      "show", "--color", "always", "--highlight", "opvang", "ah-tk-20242025-901#1")
    #expect(colored.output.contains("voor kinder\u{1B}[1;31mopvang\u{1B}[0m"))
    #expect(!colored.output.contains("*"))
    let json = try place.run(
      "show", "--format", "json", "--highlight", "opvang gezinnen", "ah-tk-20242025-901#2")
    let highlighted = try JSONValue(json.output)["highlighted"]
    #expect(highlighted?["subject"] == "de toeslag voor kinder<b>opvang</b>")
    #expect(
      highlighted?["questionText"]
        == "Waarom is de toeslag te laat betaald?\n\nHoeveel <b>gezinnen</b> wachten nog?")
    #expect(highlighted?["footnotes"] == [])
    let none = try place.run("show", "--format", "json", "ah-tk-20242025-901#2")
    #expect(try JSONValue(none.output)["highlighted"] == .null)
  }

  @Test("What is not understood in the query is said once, as a search says it")
  func highlightNotices() throws {
    let run = try Workplace([.allowance]).run(
      "show", "--highlight", "(toeslag", "ah-tk-20242025-901#1", "ah-tk-20242025-901#2")
    #expect(
      run.errors
        == "let op: Niet alles is begrepen: een haakje is niet gesloten; het is aan het eind gesloten.\n"
    )
    #expect(run.output.contains("«**Toeslag** te laat»"))
    #expect(run.status == 0)
  }

  // MARK: The file

  @Test("--source prints the path of the file alone, once, and goes with nothing else")
  func source() throws {
    let place = try Workplace([.allowance, .harbour])
    let run = try place.run(
      "show", "--source", "ah-tk-20242025-902", "ah-tk-20242025-901", "nergens")
    #expect(
      run.output == """
        \(place.path)/documents/ah-tk-20242025-902.md
        \(place.path)/documents/ah-tk-20242025-901.md

        """)
    #expect(run.status == 1)
    for arguments in [["--format", "json"], ["--highlight", "toeslag"]] {
      #expect(try place.run(["show", "--source", "901"] + arguments).status == 2)
    }
  }

  @Test("A terminal gets the file as a link, with its bytes percent-encoded", .onTerminal)
  func link() throws {
    let place = try Workplace()
    try place.write(Publication.harbour.text, to: "documents/een é; #1?.md")
    #expect(try place.run("index", "documents").status == 0)
    let file = "\(place.path)/documents/een%20%C3%A9%3B%20%231%3F.md"
    let page = "https://zoek.officielebekendmakingen.nl/ah-tk-20242025-902.html"
    for arguments in [
      ["show", "ah-tk-20242025-902"], ["search", "fort"], ["search", "--short", "fort"],
    ] {
      let run = try Terminal(rows: 100).run(arguments, in: place)
      #expect(run.output.links.first == page)
      // Two lines have room for one link.
      let isShort = arguments.contains("--short")
      #expect(
        run.output.links.contains { $0.hasSuffix(file) && $0.hasPrefix("file://") } != isShort)
      #expect(!run.output.bare.contains("\u{1B}"))
      let never = try Terminal(rows: 100).run(arguments + ["--color", "never"], in: place)
      #expect(!never.output.contains("\u{1B}"))
      let piped = try place.run(arguments + ["--color", "always"])
      #expect(piped.output.links == [])
      #expect(piped.output.contains("\u{1B}["))
    }
    // A file that is gone is no link.
    try place.remove("documents/een é; #1?.md")
    let gone = try Terminal(rows: 100).run("show", "ah-tk-20242025-902", in: place)
    #expect(!gone.output.links.contains { $0.hasPrefix("file:") })
  }
}
