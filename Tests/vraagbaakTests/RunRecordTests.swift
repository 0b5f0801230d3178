import TestSupport
import Testing

@testable import vraagbaak

/// What a run of `index` leaves to read afterwards: its report, its metrics, and what `status` says
/// of it.
@Suite("The record of a run")
struct RunRecordTests {
  @Test("The report of a run is one JSON object in the file that was named")
  func report() throws {
    let place = try Workplace()
    try place.write(.harbour)
    try place.write("melk", to: "documents/lijst.txt")
    #expect(try place.run("index", "--report", "report.json", "documents").status == 65)
    let report = try JSONValue(try place.read("report.json"))
    #expect(report["format"] == 1)
    #expect(report["action"]?.asText == "update")
    #expect(report["exitCode"] == 65)
    #expect(report["error"] == .some(nil))
    #expect(report["files"] == 2)
    #expect(report["added"] == 1)
    #expect(report["refused"] == 1)
    #expect(report["passages"] == 1)
    #expect(report["isStopped"] == .flag(false))
    for key in ["started", "ended"] {
      #expect(report[key]?.asText?.wholeMatch(of: Self.moment) != nil)
    }
  }

  private static var moment: Regex<Substring> { #/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/# }

  @Test("A report that cannot be written ends with 74, and the index has been made")
  func reportNowhere() throws {
    let place = try Workplace()
    try place.write(.harbour)
    let failed = try place.run("index", "--report", "nergens/report.json", "documents")
    #expect(failed.errors.contains("nergens/report.json"))
    #expect(failed.status == 74)
    #expect(try place.run("search", "fort").status == 0)
  }

  @Test("A run that fails is reported with its exit code and why")
  func failure() throws {
    let place = try Workplace([.harbour])
    try place.write("rommel", to: "index/XAPIANDB")
    let run = try place.run("index", "--report", "report.json", "documents")
    #expect(run.status == 74)
    let report = try JSONValue(try place.read("report.json"))
    #expect(report["exitCode"] == 74)
    #expect(report["error"]?.asText?.contains("XAPIANDB") == true)
    #expect(report["files"] == nil)
  }

  @Test("A run that finds the index busy is reported, and does not pass for the last run")
  func busy() throws {
    let place = try Workplace([.harbour])
    for set in Publication.many(40) { try place.write(set) }
    let first = try place.start("index", "--verbose", "--jobs", "1", "documents")
    first.awaitLines(1)
    let second = try place.run("index", "--report", "report.json", "documents")
    #expect(second.status == 75)
    let report = try JSONValue(try place.read("report.json"))
    #expect(report["exitCode"] == 75)
    #expect(report["error"]?.asText?.contains("is bezet: proces ") == true)
    let status = try JSONValue(try place.run("status", "--format", "json").output)
    #expect(status["run"]?["exitCode"] == 0)
    #expect(first.finish().status == 0)
  }

  @Test("status says what the last run did and how it ended, even if it changed nothing")
  func lastRun() throws {
    let place = try Workplace([.harbour])
    try place.write("melk", to: "documents/lijst.txt")
    #expect(try place.run("index", "documents").status == 65)
    #expect(try place.run("index", "documents").status == 65)
    let status = try JSONValue(try place.run("status", "--format", "json").output)
    #expect(status["run"]?["action"]?.asText == "update")
    #expect(status["run"]?["exitCode"] == 65)
    #expect(status["run"]?["added"] == 0)
    #expect(status["run"]?["unchanged"] == 2)
    let text = try place.run("status").lines
    let line = try #require(text.first { $0.hasPrefix("laatste run") })
    #expect(line.hasPrefix("laatste run    bijgewerkt, 20"))
    #expect(line.hasSuffix("Z, afsluitcode 65; 0 nieuw, 0 gewijzigd, 0 verdwenen"))
  }

  @Test("status counts sets and passages of each kind and vergaderjaar")
  func divided() throws {
    let place = try Workplace([.allowance, .harbour])
    let status = try JSONValue(try place.run("status", "--format", "json").output)
    #expect(status["kinds"] == [["kind": "answered", "sets": 2, "passages": 3]])
    #expect(status["sessions"] == [["session": "2024-2025", "sets": 2, "passages": 3]])
    #expect(status["generation"] == 1)
    let lines = try place.run("status").lines
    #expect(lines.contains("  beantwoord   2 sets, 3 passages"))
    #expect(lines.contains("  2024-2025    2 sets, 3 passages"))
  }

  @Test("index --rollback restores the index before the rebuild, and status says what is kept")
  func rollback() throws {
    let place = try Workplace([.harbour])
    let nothing = try place.run("index", "--rollback")
    #expect(nothing.errors.contains("geen vorige generatie bewaard"))
    #expect(nothing.status == 66)
    var changed = Publication.harbour
    changed.passages = [("1", "Hoe staat het met de vuurtoren?", "Goed.")]
    try place.write(changed)
    #expect(try place.run("index", "--rebuild", "documents").status == 0)
    #expect(try place.run("search", "vuurtoren").status == 0)
    #expect(try place.run("status").output.contains("\nbewaard        generatie 1, "))
    let back = try place.run("index", "--rollback", "--report", "report.json")
    #expect(
      back.errors == "vraagbaak index: terug naar generatie 1; generatie 2 blijft bewaard\n")
    #expect(back.status == 0)
    #expect(try JSONValue(try place.read("report.json"))["action"]?.asText == "rollback")
    #expect(try place.run("search", "vuurtoren").status == 1)
    #expect(try place.run("search", "reparatie").status == 0)
    #expect(
      try place.run("status").output.contains("\nlaatste run    teruggezet, 20"))
    #expect(try place.run("index", "--rollback", "documents").status == 64)
    #expect(try place.run("index", "--rollback", "--rebuild").status == 64)
  }

  @Test("The metrics are a textfile of Prometheus with a line for each thing that is known")
  func metrics() throws {
    let place = try Workplace([.harbour])
    try place.write("melk", to: "documents/lijst.txt")
    #expect(try place.run("index", "--metrics", "vraagbaak.prom", "documents").status == 65)
    let lines = try place.read("vraagbaak.prom").split(separator: "\n").map(String.init)
    #expect(lines.contains("vraagbaak_last_run_exit_code 65"))
    #expect(lines.contains("# TYPE vraagbaak_sets gauge"))
    #expect(lines.contains("vraagbaak_sets 1"))
    #expect(lines.contains("vraagbaak_passages 1"))
    #expect(lines.contains("vraagbaak_refused_files 1"))
    #expect(lines.filter { !$0.hasPrefix("#") }.allSatisfy { $0.hasPrefix("vraagbaak_") })

    try place.write("rommel", to: "index/XAPIANDB")
    #expect(try place.run("index", "--metrics", "vraagbaak.prom", "documents").status == 74)
    let failed = try place.read("vraagbaak.prom")
    #expect(failed.contains("\nvraagbaak_last_run_exit_code 74\n"))
    #expect(!failed.contains("vraagbaak_sets"))
  }

  @Test(
    "Progress says how fast a run goes and how long it will take, once that is known",
    arguments: [
      (10, 1.0, "10 van 1000 bestanden, 70 passages"),
      (10, 2.0, "10 van 1000 bestanden, 70 passages; 5,0 per seconde, nog 3 min"),
      (400, 4.0, "400 van 1000 bestanden, 70 passages; 100 per seconde, nog 6 s"),
      (10, 100.0, "10 van 1000 bestanden, 70 passages; 0,1 per seconde, nog 2 u 45 min"),
      (1000, 10.0, "1000 van 1000 bestanden, 70 passages; 100 per seconde, nog 0 s"),
    ])
  func progress(_ done: Int, _ seconds: Double, _ line: String) {
    #expect(IndexProgress.line(done: done, total: 1000, passages: 70, seconds: seconds) == line)
  }
}
