import Kamervragen
import Testing
import VraagbaakReport

@testable import vraagbaak

/// What the command shows of an answer that has its members, its subject and its topics from its
/// questions.
@Suite("An answer that prints nothing of its questions")
struct LinkedSetTests {
  private static let questions = """
    {"identifier": "kv-tk-2024Z90021", "text": ["Kent u het veen?"],
     "meta": {"title": "Het veen", "indiener": "A.B. Verbeeten", "vraagnummer": "2024Z90021",
       "datumIndiening": "2024-10-17", "OVERHEID.category": ["Natuur en milieu|Energie", "Werk"]}}
    """

  private static let answer = """
    AH 921
    2024Z90021
    Antwoord van minister De Wael (Veenzaken) (ontvangen 3 december 2024)

    Vraag 1
    Kent u het veen?

    Antwoord 1
    Ja.

    """

  private func place() throws -> Workplace {
    let place = try Workplace()
    try place.write(Self.answer, to: "documents/ah.txt")
    #expect(try place.run("index", "documents").status == 0)
    try place.write(Self.questions, to: "documents/kv.json")
    #expect(try place.run("index", "documents").status == 0)
    #expect(try place.run("check").status == 0)
    return place
  }

  @Test("show has a line for each topic, keyword and abstract")
  func show() throws {
    let place = try place()
    let run = try place.run("show", "ah-tk-20242025-921")
    #expect(
      run.output == """
        Aanhangsel 2024–2025, nr. 921 (ah-tk-20242025-921)
        Onderwerp: Het veen
        Gevraagd door: A.B. Verbeeten
        Ingezonden: 17 oktober 2024
        Antwoord van: Minister De Wael (Veenzaken)
        Ontvangen: 3 december 2024
        Zaak: 2024Z90021
        Thema: Natuur en milieu | Energie; Werk
        Gestelde vragen: kv-tk-2024Z90021
        \(place.path)/documents/ah.txt

        Vraag 1
        Kent u het veen?

        Antwoord 1
        Ja.


        """)
    let object = try JSONValue(
      try place.run("show", "--format", "json", "ah-tk-20242025-921").output)
    #expect(object["members"] == [["name": "A.B. Verbeeten", "party": .null]])
    #expect(object["submitted"] == "2024-10-17")
    #expect(object["topics"] == ["Natuur en milieu | Energie", "Werk"])
    #expect(object["keywords"] == .null)
    #expect(object["abstract"] == .null)
  }

  @Test("search finds an answer by the topics, has them in its JSON and counts them")
  func search() throws {
    let place = try place()
    let run = try place.run(
      "search", "--format", "json", "--facet", "thema", "lid:verbeeten", "thema:energie", "veen")
    let response = try JSONValue(run.output)
    #expect(response["total"] == ["lower": 1, "estimate": 1, "upper": 1])
    let result = try #require(response["results"]?[0])
    #expect(result["id"] == "ah-tk-20242025-921#1")
    #expect(result["subject"] == "Het veen")
    #expect(result["topics"] == ["Natuur en milieu | Energie", "Werk"])
    #expect(result["keywords"] == .null)
    #expect(result["abstract"] == .null)
    #expect(
      response["facets"] == [
        "thema": [
          ["value": "Natuur en milieu", "count": 1],
          ["value": "Natuur en milieu | Energie", "count": 1], ["value": "Werk", "count": 1],
        ]
      ])
    let text = try place.run("search", "--facet", "thema", "thema:\"Natuur en milieu | Energie\"")
    #expect(text.output.contains("A.B. Verbeeten · Minister De Wael (Veenzaken)"))
    #expect(
      text.output.hasSuffix(
        "Aantal passages per thema\n     1 Natuur en milieu\n     1 Natuur en milieu | Energie\n"
          + "     1 Werk\n"
      ))
    #expect(try place.run("search", "energie").status == 1)
  }

  @Test("inspect shows what the file says and nothing else")
  func inspect() throws {
    let place = try place()
    let run = try place.run("inspect", "--format", "json", "documents/ah.txt", "documents/kv.json")
    let objects = try run.lines.map { try JSONValue($0) }
    #expect(objects[0]["members"] == [])
    #expect(objects[0]["subject"] == .null)
    #expect(objects[0]["topics"] == [])
    #expect(objects[1]["topics"] == ["Natuur en milieu | Energie", "Werk"])
  }

  @Test("The overview of inspect has lines for topics, keywords and the abstract")
  func overview() {
    var set = QuestionSet(kind: .questions)
    set.topics = ["Landbouw (Visserij)", "Natuur"]
    set.keywords = "Garnalenvangst Noordzee"
    set.abstract = "Vragen over netten en boten."
    #expect(
      InspectionText.lines(set, source: "a.xml", width: 60) == [
        "a.xml",
        "  nummer         (geen)",
        "  soort          vragen zonder antwoord",
        "  thema          Landbouw (Visserij); Natuur",
        "  trefwoorden    Garnalenvangst Noordzee",
        "  samenvatting   Vragen over netten en boten.",
      ])
  }

  @Test("The help names the field and the facet")
  func help() throws {
    let help = try Workplace().run("help", "search").output
    #expect(
      help.contains(
        "\n  thema: / topic:           thema:economie, thema:\"Economie | Ondernemen\"\n"))
    let words = help.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      words.contains("tel ook per partij, lid, minister, thema, jaar, soort (mag meer dan eens)"))
  }
}
