import FoundationEssentials
import Kamervragen
import Testing

@testable import vraagbaak

@Suite struct InspectCommandTests {
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
      try InspectionJSON.line(set, source: "map/a.txt")
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
    #expect(throws: UsageError("geen bestand genoemd")) { try InspectCommand(ArgumentReader([])) }
    #expect(throws: UsageError("--format kent text, json, niet 'xml'")) {
      try InspectCommand(ArgumentReader(["--format", "xml", "a"]))
    }
    let command = try InspectCommand(ArgumentReader(["a", "--format=json", "b"]))
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
}
