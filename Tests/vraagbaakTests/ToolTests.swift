import Testing

/// `stem`, `explain`, `status` and `inspect`.
struct ToolTests {
  @Test("stem prints the word, the published stem, the index term and the parts of each line")
  func stem() throws {
    let run = try Workplace().run("stem", input: "huizen\nloopt\r\n\nbrievenbus")
    let rows = run.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(rows.map(\.count) == [4, 4, 4, 4])
    #expect(rows.map { $0[0] } == ["huizen", "loopt", "", "brievenbus"])
    #expect(rows.map { $0[1] }.prefix(3) == ["huis", "loop", ""])
    #expect(run.errors == "")
    #expect(run.status == 0)
  }

  @Test("stem keeps its columns whatever a line holds")
  func stemColumns() throws {
    let run = try Workplace().run("stem", input: "twee woorden\neen\ttab\n\u{1B}[31mrood\n")
    #expect(
      run.lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false).count } == [
        4, 4, 4,
      ])
    #expect(!run.output.contains("\u{1B}"))
  }

  @Test("stem of nothing prints nothing")
  func stemNothing() throws {
    #expect(try Workplace().run("stem") == CommandRun())
  }

  @Test("explain shows each word, its terms with how many passages have them, and the query")
  func explain() throws {
    let run = try Workplace([.allowance]).run("explain", "de", "toeslag")
    #expect(run.lines.first == "begrepen als  toeslag")
    #expect(run.output.contains("\nwoord         toeslag\n"))
    #expect(run.output.contains("  Qtoeslag  in 2 passages\n"))
    #expect(run.output.contains("\nalles         Query("))
    #expect(run.errors == "")
    #expect(run.status == 0)
  }

  @Test("status counts what is in the index, in text and in JSON")
  func status() throws {
    let place = try Workplace([.allowance, .harbour])
    try place.write("melk", to: "documents/lijst.txt")
    #expect(try place.run("index", "documents").status == 65)
    let run = try place.run("status", "--format", "json")
    let status = try JSONValue(run.output)
    #expect(status["sets"] == 2)
    #expect(status["passages"] == 3)
    #expect(status["sources"] == 2)
    #expect(status["refused"] == 1)
    #expect((status["bytes"]?.asNumber ?? 0) > 0)
    #expect(status["fingerprint"]?.asText?.isEmpty == false)
    let time = #/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/#
    #expect(status["lastRun"]?.asText?.wholeMatch(of: time) != nil)
    let text = try place.run("status")
    #expect(text.output.contains("\nsets           2\n"))
    #expect(text.output.contains("\ngeweigerd      1\n"))
    #expect(!text.output.contains("lijst.txt"))
  }

  @Test("inspect prints the JSON of the contract, whole")
  func inspect() throws {
    let place = try Workplace()
    try place.write(.allowance)
    let run = try place.run("inspect", "--format", "json", "documents/ah-tk-20242025-901.md")
    #expect(run.lines.count == 1)
    let expected: JSONValue = [
      "format": 1, "source": "documents/ah-tk-20242025-901.md",
      "identifier": "ah-tk-20242025-901", "kind": "answered", "chamber": "tweede-kamer",
      "session": "2024-2025", "number": "901", "caseNumber": nil,
      "subject": "de toeslag voor kinderopvang",
      "members": [["name": "Jansen", "party": "D66"]], "addressees": ["Minister van Financiën"],
      "respondents": [["role": "Minister", "name": "De Vries", "portfolio": "Financiën"]],
      "onBehalfOf": [], "submitted": "2024-09-03", "received": "2024-10-01", "seeAlso": [],
      "passages": [
        [
          "questions": [1], "questionText": "Kent u het bericht «Toeslag te laat»?¹",
          "answerText": "Ja.",
          "footnotes": [["mark": "1", "text": "De Courant, 1 september 2024."]],
        ],
        [
          "questions": [2, 3],
          "questionText": "Waarom is de toeslag te laat betaald?\n\nHoeveel gezinnen wachten nog?",
          "answerText": "Een storing hield de betaling op. Er wachten nog 36 410 gezinnen.",
          "footnotes": [],
        ],
      ],
      "footnotes": [], "remarks": [], "warnings": [],
    ]
    #expect(try JSONValue(run.output) == expected)
    #expect(run.errors == "")
    #expect(run.status == 0)
  }

  @Test("inspect goes on after a file that it cannot read, and ends with what was wrong")
  func inspectSome() throws {
    let place = try Workplace()
    try place.write(.allowance)
    try place.write("melk", to: "lijst.txt")
    let run = try place.run(
      "inspect", "--format", "json", "lijst.txt", "documents/ah-tk-20242025-901.md")
    #expect(run.lines.count == 1)
    #expect(run.errors.hasPrefix("vraagbaak inspect: lijst.txt: "))
    #expect(run.status == 65)
    #expect(try place.run("inspect", "nergens.txt").status == 66)
    #expect(try place.run("inspect", "documents").status == 66)
    #expect(try place.run("inspect").status == 64)
  }
}
