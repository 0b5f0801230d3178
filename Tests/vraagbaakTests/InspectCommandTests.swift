import FoundationEssentials
import Kamervragen
import VraagbaakReport
import Testing

@testable import vraagbaak

@Suite("vraagbaak inspect")
struct InspectCommandTests {
  private let set: QuestionSet = {
    var set = QuestionSet(kind: .answered)
    set.identifier = "ah-tk-20242025-9001"
    set.members = [Member(name: "Jansen", party: "SP"), Member(name: "Smit")]
    set.respondents = [Respondent(role: "Minister", name: "De Wael", portfolio: "Defensie")]
    set.received = CalendarDate(year: 2025, month: 4, day: 3)
    set.passages = [
      Passage(
        questions: [1, 2], questionText: "Een?\n\nTwee/drie?",
        footnotes: [Footnote(mark: "1", text: "Krant.")])
    ]
    set.warnings = ["Vraag 1 heeft geen antwoord in de tekst."]
    return set
  }()

  @Test("The JSON has every key of the contract, and null or an empty list for what is absent")
  func json() throws {
    #expect(
      try JSONLine.of(InspectionRecord(set, source: "map/a.txt"))
        == #"{"abstract":null,"addressees":[],"caseNumber":null,"chamber":null,"footnotes":[],"format":1,"identifier":"ah-tk-20242025-9001","#
        + #""keywords":null,"kind":"answered","members":[{"name":"Jansen","party":"SP"},{"name":"Smit","party":null}],"number":null,"#
        + #""onBehalfOf":[],"passages":[{"answerText":null,"footnotes":[{"mark":"1","text":"Krant."}],"questionText":"Een?\n\nTwee/drie?","questions":[1,2]}],"#
        + #""received":"2025-04-03","remarks":[],"respondents":[{"name":"De Wael","portfolio":"Defensie","role":"Minister"}],"#
        + #""seeAlso":[],"session":null,"source":"map/a.txt","subject":null,"submitted":null,"topics":[],"#
        + #""warnings":["Vraag 1 heeft geen antwoord in de tekst."]}"#)
  }

  @Test("The overview names what was found and nothing else")
  func overview() {
    #expect(
      InspectionText.lines(set, source: "map/a.txt", width: 60) == [
        "map/a.txt",
        "  nummer         ah-tk-20242025-9001",
        "  soort          vragen met antwoord",
        "  vraagstellers  Jansen (SP), Smit",
        "  antwoord van   Minister De Wael (Defensie)",
        "  ontvangen      2025-04-03",
        "  vraag 1, 2  Een? Twee/drie?",
        "    noot 1    Krant.",
        "  let op         Vraag 1 heeft geen antwoord in de tekst.",
      ])
  }

  @Test("The command wants at least one file and a known form of output")
  func arguments() throws {
    #expect(throws: UsageError("geef een bestand om te lezen")) {
      try InspectCommand(arguments: [])
    }
    #expect(throws: UsageError("--format: onbekende waarde 'xml'; kies uit text, json")) {
      try InspectCommand(arguments: ["--format", "xml", "a"])
    }
    let command = try InspectCommand(arguments: ["a", "--format=json", "b"])
    #expect(command.format == .json)
    #expect(command.files == ["a", "b"])
  }

  @Test("A file that does not exist and one that is no set have their own exit codes")
  func exitCodes() throws {
    let place = try Workplace()
    try place.write("Neem zes appels.\n", to: "recept.txt")
    #expect(try place.run("inspect", "recept.txt").status == 65)
    #expect(try place.run("inspect", "recept.txt", "weg.txt").status == 66)
    #expect(try place.run("inspect", "weg.txt", "recept.txt").status == 66)
    #expect(try place.run("inspect", ".").status == 66)
  }

  private static let text =
    "Vragen van het lid Zandstra (LL) aan de minister van Defensie over de boeien (ingezonden 4 maart 2024).\n\nVraag 1\nKent u de boei?\n"

  private static func metadata(_ identifier: String) -> String {
    """
    <?xml version="1.0"?><metadata_gegevens>\
    <metadata name="DC.identifier" content="\(identifier)"/>\
    <metadata name="OVERHEIDop.vraagnummer" content="2024Z99401"/></metadata_gegevens>
    """
  }

  private func inspected(_ place: Workplace, _ file: String) throws -> JSONValue {
    try JSONValue(try place.run("inspect", "--format", "json", file).output)
  }

  @Test(
    "The metadata beside a file are read as a run of index reads them",
    arguments: ["metadata.xml", "metadata_owms.xml"])
  func metadataBeside(name: String) throws {
    let place = try Workplace()
    try place.makeDirectory("documents/kv-tk-2024Z99401")
    let file = "documents/kv-tk-2024Z99401/stuk.txt"
    try place.write(Self.text, to: file)
    try place.write(
      Self.metadata("kv-tk-2024Z99401"), to: "documents/kv-tk-2024Z99401/\(name)")
    #expect(try inspected(place, file)["caseNumber"] == "2024Z99401")
    #expect(try inspected(place, file)["identifier"] == "kv-tk-2024Z99401")
    // Under a link, too.
    let link = try place.shell(
      "ln -s \(file) korter.txt && \"$V\" inspect --format json korter.txt")
    #expect(try JSONValue(link.output)["caseNumber"] == "2024Z99401")
    // Beside documents of two publications the metadata belong to neither.
    try place.write(Self.text, to: "documents/kv-tk-2024Z99401/ander.txt")
    #expect(try inspected(place, file)["caseNumber"] == .null)
  }

  @Test("A number that only the name of the file has is shown, as it is found")
  func numberInName() throws {
    let place = try Workplace()
    try place.write(
      Self.text.replacing(
        "Vraag 1",
        with: "Antwoord van minister De Wael (Defensie) (ontvangen 3 april 2024).\n\nVraag 1")
        + "\nAntwoord 1\nJa.\n", to: "ah-tk-20232024-9402.txt")
    let set = try inspected(place, "ah-tk-20232024-9402.txt")
    #expect(set["identifier"] == "ah-tk-20232024-9402")
    #expect(set["number"] == "9402")
  }

  @Test("A document from a pipe has no metadata beside it")
  func pipe() throws {
    let place = try Workplace()
    try place.write(Self.text, to: "documents/stuk.txt")
    try place.write(Self.metadata("kv-tk-2024Z99401"), to: "documents/metadata.xml")
    let piped = try place.shell(
      "cd documents && cat stuk.txt | \"$V\" inspect --format json /dev/stdin")
    #expect(try JSONValue(piped.output)["caseNumber"] == .null)
  }
}
