import Foundation
import Kamervragen
import TestSupport
import Testing

@testable import Harvest

@Suite("Documents of the Tweede Kamer that are not published yet")
struct DocumentFeedTests {
  /// The files that come from the Tweede Kamer itself.
  private func documents(_ server: PublicationServer) throws -> [String] {
    try server.files().keys.filter { $0.hasPrefix("tk/") }.sorted()
  }

  private func harvest(
    _ server: PublicationServer, on day: String, maximumRequests: Int? = nil
  ) throws -> HarvestSummary {
    let feed = try server.feed()
    return try server.harvest(on: day, maximumRequests: maximumRequests) { $0.tweedeKamer = feed }
  }

  @Test("What is not published yet is there, and gives way to what is published")
  func replacement() throws {
    let server = try PublicationServer(perDay: 6, feedPage: 20)
    let first = try harvest(server, on: "2026-01-09")
    let early = try documents(server)
    #expect(early.count > 3)
    #expect(early.allSatisfy { $0.hasPrefix("tk/2026/2026D") && $0.hasSuffix(".pdf") })
    #expect(first.publications == first.new)
    let official = try server.files().filter { !$0.key.hasPrefix("tk/") }
    #expect(try official == server.expectedFiles())

    let last = try harvest(server, on: "2026-02-20")
    #expect(last.replaced >= early.count)
    #expect(try documents(server).isEmpty)
    // What the search does not list any more goes after a week.
    for day in ["2026-02-28", "2026-03-08"] { _ = try harvest(server, on: day) }
    #expect(try server.files() == server.expectedFiles())
    let check = try MirrorCheck(
      of: server.mirror, today: try #require(CalendarDate(iso: "2026-03-08")), isStopped: { false })
    #expect(check.problems.isEmpty)
  }

  @Test("Nothing is asked of the Tweede Kamer unless it is to be, and little if nothing is new")
  func requests() throws {
    let server = try PublicationServer(perDay: 6)
    _ = try server.harvest(on: "2026-01-20")
    let without = try server.requests()
    #expect(without["feed"] == nil)
    #expect(without["resource"] == nil)
    _ = try harvest(server, on: "2026-01-20")
    // A page of each feed, and the end of each. All is published.
    #expect(try server.requests() == ["sru": 1, "feed": 4])
    _ = try harvest(server, on: "2026-01-20")
    #expect(try server.requests() == ["sru": 1, "feed": 2])
  }

  @Test("Bounded runs read the feeds on from where they were, and fetch only what is not published")
  func bounds() throws {
    let server = try PublicationServer(perDay: 6, feedPage: 4)
    var nights = 0
    var pages = 0
    var summary: HarvestSummary
    repeat {
      summary = try harvest(server, on: "2026-01-09", maximumRequests: 8)
      let requests = try server.requests()
      pages += requests["feed"] ?? 0
      #expect(requests.values.reduce(0, +) <= 8)
      nights += 1
    } while summary.end == .bound && nights < 40
    #expect(nights > 4)
    let bounded = try server.files()

    let other = try PublicationServer(perDay: 6, feedPage: 4)
    #expect(try harvest(other, on: "2026-01-09").end == nil)
    #expect(try other.files() == bounded)
    // Each run asks for the ends of the feeds again, and for no page twice.
    let whole = try #require(try other.requests()["feed"])
    #expect(pages >= whole)
    #expect(pages <= whole + 2 * nights)
  }

  @Test(
    "A broken feed is named, the official publications come, and the next run goes on",
    arguments: [
      "feed-empty", "foreign-next", "html-200", "not-well-formed", "http-404", "entities",
    ])
  func brokenFeed(_ fault: String) throws {
    let server = try PublicationServer(perDay: 6, feedPage: 20)
    try server.setFaults("[{\"fault\": \"\(fault)\", \"on\": \"feed\", \"after\": 1}]")
    let broken = try harvest(server, on: "2026-01-09")
    let warnings = broken.warnings.filter { if case .feed = $0 { true } else { false } }
    #expect(warnings.count == 1)
    #expect(try documents(server).isEmpty)
    if fault != "html-200" { #expect(broken.end == nil) }
    try server.setFaults("[]")
    let whole = try harvest(server, on: "2026-01-09")
    #expect(whole.warnings.isEmpty)
    #expect(try documents(server).count > 3)
    let official = try server.files().filter { !$0.key.hasPrefix("tk/") }
    #expect(try official == server.expectedFiles())
  }

  @Test("Attributes without a prefix, and True, are the same feed")
  func bareAttributes() throws {
    let server = try PublicationServer(perDay: 6)
    _ = try harvest(server, on: "2026-01-09")
    let bare = try PublicationServer(perDay: 6)
    try bare.setFaults("[{\"fault\": \"bare-attributes\", \"on\": \"feed\"}]")
    _ = try harvest(bare, on: "2026-01-09")
    #expect(try documents(bare) == documents(server))
    #expect(try !documents(bare).isEmpty)
  }

  @Test(
    "A file that is missing, or is another one for some hours, is tried later, and others come",
    arguments: ["json-404", "json-500", "docx-as-pdf", "cut-off", "empty-body"])
  func brokenFile(_ fault: String) throws {
    let server = try PublicationServer(perDay: 6)
    let whole = try PublicationServer(perDay: 6)
    _ = try harvest(whole, on: "2026-01-09")
    let expected = try documents(whole)
    // Of a file that is asked for five times, all five go wrong.
    let times = ["json-500", "cut-off"].contains(fault) ? 5 : 2
    try server.setFaults(
      "[{\"fault\": \"\(fault)\", \"on\": \"resource\", \"times\": \(times)}]")
    let first = try harvest(server, on: "2026-01-09")
    #expect(!first.failures.isEmpty)
    #expect(first.end == nil)
    let early = try documents(server)
    #expect(!early.isEmpty)
    #expect(early.count < expected.count)
    // Not on the same day: what failed waits for the next one.
    #expect(try harvest(server, on: "2026-01-09").failures.isEmpty)
    #expect(try documents(server) == early)
    let feed = try server.feed()
    let tomorrow = try #require(CalendarDate(iso: "2026-01-10"))
    // The day of the run alone goes on, so that nothing is published meanwhile.
    _ = try server.harvest(on: "2026-01-09") {
      $0.tweedeKamer = feed
      $0.today = tomorrow
    }
    #expect(try documents(server) == expected)
  }

  @Test("Nights with faults of all kinds end with what is published, and nothing else")
  func nights() throws {
    let server = try PublicationServer(seed: 4, days: 7, perDay: 6, feedPage: 10)
    let faults = [
      "http-404", "http-429", "http-500-html", "http-503-html", "cut-off", "chunked", "reset",
      "html-200", "not-well-formed", "not-utf-8", "entities", "empty-body", "fout404",
      "endless-301", "foreign-redirect", "json-404", "json-500", "docx-as-pdf", "foreign-next",
      "feed-empty", "bare-attributes", "diagnostic", "missing-records",
    ]
    let names = faults.map { "\"\($0)\"" }.joined(separator: ",")
    try server.setFaults("[{\"random\": 0.2, \"seed\": 6, \"faults\": [\(names)]}]")
    var kept: Set<String> = []
    for night in 6...14 {
      let day = "2026-01-\(night < 10 ? "0" : "")\(night)"
      let summary = try harvest(server, on: day, maximumRequests: 60)
      #expect(summary.hosts.values.allSatisfy { $0.requests <= 60 })
      kept.formUnion(try documents(server))
    }
    #expect(kept.count > 3)
    // What failed waits for days; by then everything is there.
    try server.setFaults("[]")
    for day in ["2026-01-16", "2026-01-18", "2026-01-22", "2026-01-30", "2026-02-15"] {
      _ = try harvest(server, on: day)
    }
    #expect(try server.files() == server.expectedFiles())
  }

  // MARK: A feed as a test writes it

  /// A mirror that is filled from scripted answers, one day after the other from 8 July 2026 on: no
  /// official publication, a page of each feed, and files.
  private struct ScriptedNights {
    let place: TemporaryDirectory

    init() throws { place = try TemporaryDirectory() }

    /// A run on a day; returns what it did and what it asked of the Tweede Kamer.
    func run(
      _ day: String, _ documents: [String] = [], versions: [String] = [],
      files: [String] = []
    ) throws -> (summary: HarvestSummary, files: [String]) {
      let sru = String(decoding: SRUPageTests.page(count: "0", records: ""), as: UTF8.self)
      let bodies =
        [sru, Self.page(documents, .document), Self.page(versions, .version)] + files
      let server = try ScriptedServer(
        bodies.map { .answer(body: $0) } + [.answer(404, body: "{\"error\":{}}")])
      defer { server.stop() }
      let today = try #require(CalendarDate(iso: day))
      var options = HarvestOptions(
        directory: place["m"], since: try #require(CalendarDate(iso: "2026-07-02")), until: today,
        today: today, rules: FetchRules(agent: "vraagbaak/test (+test@example.org)", pause: 0),
        sru: try WebAddress("http://\(server.host)/sru"),
        documents: try DocumentAddresses("http://\(server.host)/zoek/{file}"))
      options.tweedeKamer = try FeedAddresses("http://\(server.host)/SyncFeed/2.0")
      let summary = try Harvester(options).run(
        isStopped: { false }, report: { _ in })
      return (summary, server.targets.filter { $0.contains("/Resources/") })
    }

    private static func page(_ entities: [String], _ category: FeedCategory) -> String {
      let link =
        "<link rel=\"resume\" href=\"?category=\(category.rawValue)&amp;skiptoken=107\"/>"
      let entries = entities.map { FeedPageTests.entry($0) }.joined()
      return "<feed xmlns=\"http://www.w3.org/2005/Atom\">\(link)\(entries)</feed>"
    }

    func has(_ path: String) -> Bool { place.exists("m/tk/2026/\(path)") }
  }

  private static let pdf = "%PDF-1.7\nVragen over een brug\n%%EOF\n"
  private static let word = "PK\u{3}\u{4}[Content_Types].xml word/document.xml PK\u{5}\u{6}"

  private func document(
    _ number: Int, size: Int, changed: String = "2026-07-04T00:32:12", day: String = "2026-07-02",
    deleted: String = "false"
  ) -> String {
    FeedPageTests.document("0c9-\(number)", number: "2026D0000\(number)", deleted: deleted)
      .replacing("4321", with: "\(size)").replacing("2026-07-04T00:32:12", with: changed)
      .replacing("2026-07-02", with: day)
  }

  @Test("The bytes say whether it is Word or PDF; when it becomes PDF, the Word file goes")
  func word() throws {
    let nights = try ScriptedNights()
    let size = Self.word.utf8.count
    let first = try nights.run("2026-07-08", [document(1, size: size)], files: [Self.word])
    #expect(first.files == ["/SyncFeed/2.0/Resources/0c9-1"])
    #expect(first.summary.new == 1)
    #expect(nights.has("2026D00001/2026D00001.docx"))
    #expect(try nights.run("2026-07-09", [document(1, size: size)]).files.isEmpty)

    let later = document(1, size: Self.pdf.utf8.count, changed: "2026-07-10T09:00:00")
    let second = try nights.run("2026-07-10", [later], files: [Self.pdf])
    #expect(second.summary.changed == 1)
    #expect(nights.has("2026D00001/2026D00001.pdf"))
    #expect(!nights.has("2026D00001/2026D00001.docx"))
  }

  @Test("A file of another length than the feed says is not kept, and is asked for the next day")
  func length() throws {
    let nights = try ScriptedNights()
    let entry = document(1, size: Self.pdf.utf8.count)
    let first = try nights.run("2026-07-08", [entry], files: [Self.word])
    #expect(
      first.summary.failures.map(\.reason) == [
        "\(Self.word.utf8.count) bytes in plaats van de aangekondigde \(Self.pdf.utf8.count)"
      ])
    #expect(!nights.has("2026D00001"))
    #expect(try nights.run("2026-07-08").files.isEmpty)
    #expect(try nights.run("2026-07-09", files: [Self.pdf]).summary.new == 1)
    #expect(nights.has("2026D00001/2026D00001.pdf"))
  }

  @Test("An old Word file, a page for people and half a file are not kept")
  func noDocument() throws {
    for body in ["\u{d0}\u{cf}doc", "<html><body>Storing</body></html>", "%PDF-1.7\nhalf"] {
      let nights = try ScriptedNights()
      let night = try nights.run(
        "2026-07-08", [document(1, size: body.utf8.count)],
        files: Array(repeating: body, count: 5))
      #expect(night.summary.failures.count == 1)
      #expect(!nights.has("2026D00001"))
    }
  }

  @Test("What the Tweede Kamer deletes is removed; a placeholder or a broken feed removes nothing")
  func deletion() throws {
    let nights = try ScriptedNights()
    let size = Self.pdf.utf8.count
    let entries = [document(1, size: size), document(2, size: size)]
    #expect(try nights.run("2026-07-08", entries, files: [Self.pdf, Self.pdf]).summary.new == 2)
    _ = try nights.run("2026-07-09", ["<document id=\"0c9-1\" verwijderd=\"false\"/>"])
    #expect(nights.has("2026D00001/2026D00001.pdf"))
    let gone = "<document id=\"0c9-1\" verwijderd=\"True\"/>"
    let night = try nights.run("2026-07-10", [gone])
    #expect(night.summary.removed == 1)
    #expect(!nights.has("2026D00001"))
    #expect(nights.has("2026D00002/2026D00002.pdf"))
    let state = try Mirror.opened(nights.place["m"], isReadOnly: true).state
    #expect(state.removed["2026D00001"]?.reason == .withdrawn)
    // It may come back.
    let back = document(1, size: size, changed: "2026-07-11T09:00:00")
    #expect(try nights.run("2026-07-11", [back], files: [Self.pdf]).summary.new == 1)
    #expect(nights.has("2026D00001/2026D00001.pdf"))
  }

  @Test("More deletions at once than can be believed remove nothing")
  func manyDeletions() throws {
    let nights = try ScriptedNights()
    let size = Self.pdf.utf8.count
    _ = try nights.run(
      "2026-07-08", (1...5).map { document($0, size: size) },
      files: Array(repeating: Self.pdf, count: 5))
    let night = try nights.run(
      "2026-07-09", (1...5).map { document($0, size: size, deleted: "true") })
    let names = (1...5).map { "2026D0000\($0)" }
    #expect(night.summary.warnings == [.tooManyRemovals(names, maximum: 3)])
    #expect(night.summary.removed == 0)
    for number in 1...5 { #expect(nights.has("2026D0000\(number)/2026D0000\(number).pdf")) }
  }

  @Test("What is published, old or of another kind is not fetched")
  func notFetched() throws {
    let nights = try ScriptedNights()
    let night = try nights.run(
      "2026-07-08",
      [
        document(1, size: 9), document(2, size: 9, day: "2026-03-09"),
        document(3, size: 9).replacing("Schriftelijke vragen", with: "Brief regering"),
        document(4, size: Self.pdf.utf8.count, day: "2026-03-10"),
      ],
      versions: [FeedPageTests.version("kv-tk-2026Z00001", document: "0c9-1")], files: [Self.pdf])
    #expect(night.files == ["/SyncFeed/2.0/Resources/0c9-4"])
    #expect(night.summary.new == 1)
  }

  @Test("An answer gives way to the publication with its number, or to what replaced that one")
  func byNumber() throws {
    let day = try #require(CalendarDate(iso: "2026-06-30"))
    func publication(_ identifier: String) -> Harvest.Publication {
      Harvest.Publication(identifier: identifier, modified: day)
    }
    let size = Self.pdf.utf8.count
    let answer = document(1, size: size).replacing(
      "</datum>", with: "</datum><aanhangselnummer>252600824</aanhangselnummer>")
    let version = FeedPageTests.version("ah-1234567", document: "0c9-2")
    for isNumbered in [true, false] {
      let nights = try ScriptedNights()
      let entries = [answer, document(2, size: size)]
      #expect(try nights.run("2026-07-08", entries, files: [Self.pdf, Self.pdf]).summary.new == 2)
      var mirror = try Mirror.opened(nights.place["m"])
      let identifier = isNumbered ? "ah-tk-20252026-824" : "ah-tk-20252026-825"
      try mirror.record(.stored(publication(identifier), forms: []))
      try mirror.record(
        .removed(publication("ah-1234567"), reason: .replaced(by: identifier), day: day))
      _ = consume mirror
      let night = try nights.run("2026-07-09", versions: [version])
      #expect(night.files.isEmpty)
      #expect(night.summary.replaced == (isNumbered ? 2 : 1))
      #expect(nights.has("2026D00001/2026D00001.pdf") != isNumbered)
      #expect(!nights.has("2026D00002"))
    }
  }

  @Test("A document that gets another place in the feed, or leaves the old one, stays")
  func twice() throws {
    let nights = try ScriptedNights()
    let size = Self.pdf.utf8.count
    let old = document(1, size: size)
    let new = document(1, size: size, changed: "2026-07-05T09:00:00")
      .replacing("0c9-1", with: "0c9-9")
    _ = try nights.run("2026-07-08", [old], files: [Self.pdf])
    let both = try nights.run("2026-07-09", [new, old], files: [Self.pdf])
    #expect(both.files == ["/SyncFeed/2.0/Resources/0c9-9"])
    #expect(both.summary.unchanged == 1)
    let gone = "<document id=\"0c9-1\" verwijderd=\"true\"/>"
    let night = try nights.run("2026-07-10", [gone])
    #expect(night.files.isEmpty)
    #expect(night.summary.removed == 0)
    #expect(nights.has("2026D00001/2026D00001.pdf"))
  }
}
