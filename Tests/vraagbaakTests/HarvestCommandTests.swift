import Foundation
import TestSupport
import Testing

@Suite("The command harvest")
struct HarvestCommandTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  private func harvest(_ server: SourceServer, _ arguments: String...) throws -> CommandRun {
    try place.run(
      [
        "harvest", "map", "--contact", "a@example.nl", "--sru", "\(server.base)/sru", "--documents",
        "\(server.base)/zoek/{file}", "--pause", "0", "--since", "2025-12-01", "--today",
        "2026-01-20",
      ] + arguments)
  }

  @Test("Whoever asks must say who that is, and only known sources are asked")
  func usage() throws {
    let uses: [([String], String)] = [
      ([], "geef de map waarin de publicaties komen, of zet harvest in /dev/null"),
      (
        ["map"],
        "geef met --contact een adres waar de beheerder van een bron terecht kan, of zet contact in "
          + "/dev/null"
      ),
      (
        ["map", "--contact", "é"],
        "--contact verwacht een e-mailadres of webadres in gewone letters, niet 'é'"
      ),
      (["", "--contact", "x"], "de naam van de map is leeg"),
      (["map", "ander", "--contact", "x"], "geef één map; 'ander' hoort er niet bij"),
      (
        ["map", "--contact", "x", "--sru", "https://example.org/sru"],
        "--sru: geen adres van een officiële bron of van deze machine: https://example.org/sru"
      ),
      (
        ["map", "--contact", "x", "--documents", "http://127.0.0.1/{form}"],
        "--documents: een patroon zonder {id} of {file}, zodat alle documenten hetzelfde adres "
          + "hebben: http://127.0.0.1/{form}"
      ),
      (
        ["map", "--contact", "x", "--since", "2100-01-01"],
        "van 2100-01-01 tot en met 2026-01-20 is geen enkele dag"
      ),
    ]
    for (arguments, expected) in uses {
      let run = try place.run(["harvest", "--today", "2026-01-20"] + arguments)
      #expect(run.messages.first == "vraagbaak harvest: \(expected)")
      #expect(run.status == 64)
    }
    #expect(!place.exists("map"))
  }

  @Test("A run ends with one line and a report; one without news says nothing")
  func report() throws {
    let server = try SourceServer(days: 6)
    try server.setToday("2026-01-20")
    #expect(try server.truth().publications.count == 20)
    let first = try harvest(server, "--report", "verslag", "--metrics", "metingen")
    #expect(first.status == 0)
    #expect(first.output == "")
    #expect(first.messages.count == 1)
    let line = try #require(first.messages.first)
    #expect(
      line.hasPrefix(
        "vraagbaak harvest: 21 nieuw, 0 gewijzigd, 1 vervangen; 20 publicaties in de map; "))
    #expect(line.hasSuffix("; 49 dagen afgesloten, van 2025-12-01 tot en met 2026-01-18"))
    let report = try JSONValue(try place.read("verslag"))
    #expect(report["exitCode"]?.asNumber == 0)
    #expect(report["end"]?.asText == "done")
    #expect(report["new"]?.asNumber == 21)
    #expect(report["lastClosed"]?.asText == "2026-01-18")
    #expect(report["openDays"]?.asNumber == 2)
    #expect(report["hosts"]?[String(server.base.dropFirst(7))]?["retries"]?.asNumber == 0)
    let metrics = try place.read("metingen")
    #expect(metrics.contains("\nvraagbaak_harvest_publications 20\n"))
    #expect(metrics.contains("\nvraagbaak_harvest_last_run_exit_code 0\n"))

    #expect(try harvest(server) == CommandRun())
    let status = try place.run("status", "--harvest", "map")
    #expect(status.lines.first == "opgehaald      map: 20 publicaties, 2 verwijderd of vervangen")
    // The days since then depend on the day of the test.
    #expect(
      status.lines.last?.hasPrefix(
        "               49 dagen afgesloten, van 2025-12-01 tot en met 2026-01-18; nog ") == true)
  }

  @Test("Failures of publications end with 65, a source that fails with 69, and what came is kept")
  func failures() throws {
    let server = try SourceServer(days: 6)
    try server.setToday("2026-01-20")
    try server.setFaults("[{\"fault\":\"http-404\",\"on\":\"document\",\"times\":1}]")
    let one = try harvest(server, "--report", "verslag")
    #expect(one.status == 65)
    #expect(one.messages.count == 2)
    #expect(try JSONValue(try place.read("verslag"))["failed"]?.asNumber == 1)

    try server.setFaults("[{\"fault\":\"http-503-html\",\"on\":\"sru\"}]")
    let none = try harvest(server, "--report", "verslag")
    #expect(none.status == 69)
    let report = try JSONValue(try place.read("verslag"))
    #expect(report["end"]?.asText == "unavailable")
    #expect(report["publications"]?.asNumber ?? 0 > 10)
    #expect(report["error"]?.asText?.contains("mislukte aanvragen na elkaar") == true)

    try server.setFaults("[{\"fault\":\"diagnostic\",\"on\":\"sru\"}]")
    let open = try harvest(server)
    #expect(open.status == 69)
    #expect(open.messages.contains { $0.contains(" blijven open: de zoekdienst meldt: ") })
  }

  @Test("A bounded run is no failure, and --verify finds what is not as it was fetched")
  func boundAndVerify() throws {
    let server = try SourceServer(days: 6)
    try server.setToday("2026-01-20")
    let missing = try place.run("harvest", "map", "--verify")
    #expect(missing.messages == ["vraagbaak harvest: in map is nog nooit iets opgehaald"])
    #expect(missing.status == 66)
    let bounded = try harvest(server, "--max-requests", "9")
    #expect(bounded.status == 0)
    #expect(
      bounded.messages.first?.contains(
        "; 9 aanvragen, ") == true)
    #expect(
      bounded.messages.first?.contains(
        "; de grens van deze run is bereikt, de volgende gaat verder; ") == true)
    let sound = try place.run("harvest", "map", "--verify")
    #expect(sound.status == 0)
    #expect(sound.messages.first?.hasSuffix(": alles is zoals het opgehaald is") == true)

    try place.write("iets anders", to: "map/kv/vreemd.txt")
    let strange = try place.run("harvest", "map", "--verify")
    #expect(
      strange.output == "kv/vreemd.txt: hoort hier niet: het is niet opgehaald; verplaats het\n")
    #expect(strange.messages.first?.hasSuffix(": 1 fout") == true)
    #expect(strange.status == 65)
  }

  @Test("With --verbose a run names every address that it asks")
  func verbose() throws {
    let server = try SourceServer(days: 6)
    try server.setToday("2026-01-20")
    let run = try harvest(server, "--max-requests", "4", "--verbose")
    let asked = run.messages.filter { $0.hasPrefix(server.base) }
    #expect(asked.count == 4)
    // The newest days, how many older ones have, those of a month, and the first of these.
    let list =
      "\(server.base)/sru?operation=searchRetrieve&version=2.0&startRecord=1&maximumRecords="
    #expect(asked[0].hasPrefix("\(list)100&query="))
    #expect(asked[1].hasPrefix("\(list)0&query="))
    #expect(asked[2].hasPrefix("\(list)100&query="))
    #expect(asked[3].hasSuffix("/metadata.xml"))
  }

  @Test("A run while another one is busy ends with 75, and a ledger of another version with 78")
  func refused() throws {
    let server = try SourceServer(days: 6)
    try server.setToday("2026-01-20")
    let busy = try place.shell(
      """
      mkdir -p map/.harvest; exec 9>map/.harvest/lock; flock 9
      "$V" harvest map --contact x --sru \(server.base)/sru --documents '\(server.base)/{file}'
      """)
    #expect(busy.messages == ["vraagbaak harvest: map/.harvest: een andere run is bezig"])
    #expect(busy.status == 75)
    try place.write("vraagbaak\tharvest\t9\n", to: "map/.harvest/ledger.tsv")
    let other = try harvest(server)
    #expect(
      other.messages == [
        "vraagbaak harvest: map/.harvest/ledger.tsv is van een andere versie (harvest-9, en dit "
          + "programma schrijft harvest-1); er is niets veranderd"
      ])
    #expect(other.status == 78)
  }
}
