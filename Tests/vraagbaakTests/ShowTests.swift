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
}
