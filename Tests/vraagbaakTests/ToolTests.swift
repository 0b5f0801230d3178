import TestSupport
import Testing

/// `stem`, `explain`, `status` and `inspect`.
@Suite("vraagbaak stem, explain, status, inspect, check, compact and evaluate")
struct ToolTests {
  @Test("stem prints the word, the published stem, the index term and the parts of each line")
  func stem() throws {
    let run = try Workplace().run(
      "stem", input: "huizen\nloopt\r\n\nbrievenbus")
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
    let run = try Workplace().run(
      "stem", input: "twee woorden\neen\ttab\n\u{1B}[31mrood\n")
    #expect(
      run.lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false).count } == [
        4, 4, 4,
      ])
    #expect(!run.output.contains("\u{1B}"))
  }

  @Test("stem takes the words of an index or of a list, not of both")
  func stemOfTwo() throws {
    let run = try Workplace([.allowance]).run("stem", "--index", "index", "--words", "/dev/null")
    #expect(run.output == "")
    #expect(run.errors.contains("een index heeft zijn eigen woorden"))
    #expect(run.status == 64)
  }

  @Test("index says that an existing index keeps the words it was made with")
  func lastingOptions() throws {
    let place = try Workplace([.allowance])
    let run = try place.run("index", "--words", "/dev/null", "documents")
    #expect(run.errors.contains("--words, --exceptions en --shards gelden alleen bij --rebuild"))
    #expect(run.status == 0)
    let rebuilt = try place.run("index", "--rebuild", "--words", "/dev/null", "documents")
    #expect(!rebuilt.errors.contains("gelden alleen bij --rebuild"))
    #expect(try !place.run("index", "documents").errors.contains("gelden alleen bij --rebuild"))
  }

  @Test(
    "Without a library that only reading needs, reading ends with 127 and names it; a search works",
    arguments: [
      ("libzip", ["libzip.so.4", "libzip.so.5"], "brief.docx", "PK\u{3}\u{4}"),
      (
        "libxml2", ["libxml2.so.2", "libxml2.so.16"], "brief.xml", "<?xml version=\"1.0\"?><brief/>"
      ),
    ])
  func missingLibrary(_ library: String, files: [String], name: String, text: String) throws {
    let place = try Workplace([.allowance])
    _ = try place.run("index", "documents")
    try place.makeDirectory("libraries")
    for file in files { try place.write("none", to: "libraries/\(file)") }
    let environment = ["LD_LIBRARY_PATH": "\(place.path)/libraries"]
    try place.write(text, to: "documents/\(name)")
    let run = try place.run("index", "documents", environment: environment)
    #expect(run.errors.contains("vraagbaak: \(library) is niet te laden: "))
    #expect(run.status == 127)
    let search = try place.run("search", "toeslag", environment: environment)
    #expect(search == (try place.run("search", "toeslag")))
    #expect(search.status == 0)
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
    #expect(run.output.contains("  toeslag  in 2 passages\n"))
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

  @Test("status --coverage gives each year's highest number and what is missing below it")
  func coverage() throws {
    let place = try Workplace()
    try place.write("Vraag 1\nKaas?\n\nAntwoord 1\nJa.\n", to: "documents/ah-tk-20142015-2.txt")
    try place.write("Vraag 1\nMelk?\n\nAntwoord 1\nJa.\n", to: "documents/ah-tk-20142015-5.txt")
    #expect(try place.run("index", "--quiet", "documents").status == 0)
    let run = try place.run("status", "--coverage")
    #expect(
      run.lines == [
        "2014-2015 Tweede Kamer: hoogste nummer 5, daarvan 2 aanwezig; ontbreken: 1, 3–4",
        "vragen zonder antwoord: geen", "uitstel zonder antwoord: geen", "sets zonder tekst: geen",
        "afwijkende nummers, niet meegeteld: geen",
      ])
    let json = try JSONValue(try place.run("status", "--coverage", "--format", "json").output)
    let year: JSONValue = [
      "chamber": "tweede-kamer", "session": "2014-2015", "highest": 5, "present": 2,
      "missing": [["from": 1, "through": 1], ["from": 3, "through": 4]],
    ]
    #expect(json["years"] == [year])
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
      "footnotes": [], "remarks": [], "topics": [], "keywords": nil, "abstract": nil,
      "warnings": [],
    ]
    #expect(try JSONValue(run.output) == expected)
    #expect(run.errors == "")
    #expect(run.status == 0)
  }

  @Test("inspect goes on after a file that it cannot read, and its exit code says so")
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

  @Test("check says in one line that an index is sound, and nothing when quiet")
  func check() throws {
    let place = try Workplace([.allowance, .harbour])
    #expect(
      try place.run("check")
        == CommandRun(
          output: "in orde: 3 passages uit 2 bestanden; 2 daarvan opnieuw gelezen en vergeleken\n"))
    #expect(try place.run("check", "--quiet") == CommandRun())
  }

  @Test("check does not call an index sound if a file of it is cut off or overwritten")
  func damaged() throws {
    for damage in [
      "truncate -s 8192", "truncate -s 0",
      "dd if=/dev/zero bs=8192 count=9 conv=notrunc status=none of=",
    ] {
      let place = try Workplace([.allowance, .harbour])
      let target = "index/generation-1/shard-1/postlist.glass"
      let made = try place.shell(damage.hasSuffix("=") ? damage + target : "\(damage) \(target)")
      #expect(made == CommandRun(), "\(damage)")
      let check = try place.run("check")
      #expect(check.output == "", "\(damage)")
      #expect(!check.errors.isEmpty, "\(damage)")
      #expect([65, 74].contains(check.status), "\(damage)")
      let search = try place.run("search", "toeslag")
      #expect([0, 2].contains(search.status), "\(damage)")
    }
  }

  @Test("compact leaves the same answers in one generation, and the next run continues from it")
  func compact() throws {
    let place = try Workplace([.allowance])
    let before = try place.run("search", "toeslag")
    let run = try place.run("compact")
    #expect(run.output == "")
    #expect(run.messages.count == 1)
    #expect(run.status == 0)
    #expect(try place.run("search", "toeslag") == before)
    #expect(try place.run("check").status == 0)
    try place.write(.harbour)
    #expect(try place.run("index", "documents").errors.contains("1 nieuw"))
    #expect(try place.run("compact", "--quiet") == CommandRun())
    #expect(try passages(of: place) == 3)
  }

  @Test("compact ends with 75 while a run is writing")
  func compactBusy() throws {
    let place = try Workplace([.allowance])
    for set in Publication.many(20) { try place.write(set) }
    let run = try place.start("index", "--verbose", "--jobs", "1", "documents")
    run.awaitLines(1)
    #expect(try place.run("compact").status == 75)
    #expect(run.finish().status == 0)
    #expect(try place.run("check").status == 0)
  }

  @Test("evaluate measures per class and in all, and writes a run for TREC")
  func evaluate() throws {
    let place = try Workplace([.allowance, .harbour])
    // q1 ranks 902#1, 901#2, 901#1: right at 2 and 3, so nDCG is (1/log2 3 + 0.5) / (1 + 1/log2 3),
    // MRR a half and recall 1. q2 finds nothing.
    try place.write("q1\twoorden\ttoeslag reparatie\nq2\tnamen\tlid:niemand\n", to: "queries")
    try place.write(
      "q1\tah-tk-20242025-901#1\t1\nq1\tah-tk-20242025-901.md#3\t1\nq2\tah-tk-20242025-901#1\t1\n",
      to: "judgements")
    let run = try place.run("evaluate", "--run", "run", "queries", "judgements")
    #expect(run.errors == "")
    #expect(run.status == 0)
    #expect(
      run.output == """
        klasse\tvragen\tnDCG@10\tMRR@10\trecall@20
        woorden\t1\t0.693\t0.500\t1.000
        namen\t1\t0.000\t0.000\t0.000
        alle\t2\t0.347\t0.250\t0.500

        """)
    let rows = try place.read("run").split(separator: "\n").map {
      $0.split(separator: " ").map(String.init)
    }
    #expect(rows.map(\.count) == [6, 6, 6])
    #expect(rows.map { $0[0] + $0[1] + " " + $0[3] } == ["q1Q0 1", "q1Q0 2", "q1Q0 3"])
    #expect(
      rows.map { $0[2] } == [
        "ah-tk-20242025-902#1", "ah-tk-20242025-901#2", "ah-tk-20242025-901#1",
      ])
    #expect(try place.run("evaluate", "queries").status == 64)
    #expect(try place.run("evaluate", "queries", "nergens").status == 66)
  }
}
