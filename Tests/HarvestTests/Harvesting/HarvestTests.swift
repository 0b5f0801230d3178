import Foundation
import Kamervragen
import TestSupport
import Testing

@testable import Harvest

@Suite("A run of the harvester")
struct HarvestTests {
  @Test("An empty directory gets exactly what the source has, and the next run finds it unchanged")
  func firstRun() throws {
    let server = try PublicationServer()
    let first = try server.harvest(on: "2026-01-20")
    let expected = try server.expectedFiles()
    #expect(try server.files() == expected)
    #expect(first.publications == first.new)
    #expect(first.new > 30)
    #expect(first.end == nil)
    #expect(first.failures.isEmpty)
    #expect(first.openSlices.isEmpty)
    #expect(first.coverage.closed.bounds?.upperBound == CalendarDate(iso: "2026-01-18"))
    #expect(first.coverage.open.count == 2)

    let again = try server.harvest(on: "2026-01-20")
    #expect(again.new + again.changed + again.removed + again.replaced == 0)
    #expect(again.hosts.values.map(\.requests) == [1])
  }

  @Test("Seven nights with faults and bounds end with exactly what the source has")
  func week() throws {
    let server = try PublicationServer(seed: 3, days: 7, perDay: 8)
    // All that pass and that take no time.
    let faults = [
      "http-404", "http-408", "http-425", "http-429", "http-500-html", "http-502-html",
      "http-503-html", "http-504-html", "cut-off", "cut-off-chunked", "chunked", "reset",
      "html-200", "html-200-as-xml", "not-well-formed", "not-utf-8", "entities", "empty-body",
      "other-identifier", "other-kind", "fout404", "errors-404", "endless-301", "many-redirects",
      "foreign-redirect", "file-redirect", "good-redirect", "other-prefixes", "changing-count",
      "empty-page", "repeated-record", "moved-record", "without-next", "same-next", "diagnostic",
      "diagnostic-bare", "ignored-date", "json",
    ]
    let names = faults.map { "\"\($0)\"" }.joined(separator: ",")
    try server.setFaults("[{\"random\": 0.2, \"seed\": 5, \"faults\": [\(names)]}]")
    var requests = 0
    for night in 6...14 {
      let day = "2026-01-\(night < 10 ? "0" : "")\(night)"
      let summary = try server.harvest(on: day, maximumRequests: 60)
      requests += summary.hosts.values.reduce(0) { $0 + $1.requests }
      #expect(summary.hosts.values.allSatisfy { $0.requests <= 60 })
    }
    #expect(requests > 100)
    // What failed waits for days; by then everything is there.
    try server.setFaults("[]")
    for day in ["2026-01-16", "2026-01-18", "2026-01-22", "2026-01-30", "2026-02-15"] {
      _ = try server.harvest(on: day)
    }
    #expect(try server.files() == server.expectedFiles())
    let check = try MirrorCheck(
      of: server.mirror, today: try #require(CalendarDate(iso: "2026-02-15")), isStopped: { false })
    #expect(check.problems.isEmpty)
  }

  @Test("A bounded run makes no more requests than it may, and the next ones go on")
  func bounds() throws {
    let server = try PublicationServer()
    var nights = 0
    var summary: HarvestSummary
    repeat {
      summary = try server.harvest(on: "2026-01-20", maximumRequests: 20)
      #expect(summary.hosts.values.reduce(0) { $0 + $1.requests } <= 20)
      nights += 1
    } while summary.end == .bound && nights < 20
    #expect(nights > 3)
    #expect(summary.end == nil)
    #expect(try server.files() == server.expectedFiles())
  }

  @Test("A diagnostic beside records, or an empty page, leaves the days open, and exit says so")
  func brokenLists() throws {
    let server = try PublicationServer()
    try server.setFaults("[{\"fault\": \"ignored-date\", \"on\": \"sru\"}]")
    let summary = try server.harvest(on: "2026-01-20")
    #expect(!summary.openSlices.isEmpty)
    #expect(summary.new == 0)
    #expect(summary.coverage.closed.isEmpty)
    try server.setFaults("[]")
    #expect(try server.harvest(on: "2026-01-20").new > 30)
  }

  @Test("A document that is altered on disk is found without the network and fetched again")
  func repair() throws {
    let server = try PublicationServer(days: 6)
    _ = try server.harvest(on: "2026-01-20")
    let expected = try server.files()
    let names = expected.keys.filter { $0.hasSuffix(".xml") && !$0.hasSuffix("metadata.xml") }
      .sorted()
    let altered = try #require(names.first)
    let lost = try #require(names.last)
    let path = "\(server.mirror)/\(altered)"
    var bytes = Array(try Data(contentsOf: URL(filePath: path)))
    bytes[bytes.count / 2] ^= 1
    try Data(bytes).write(to: URL(filePath: path))
    try FileManager.default.removeItem(atPath: "\(server.mirror)/\(lost)")
    try Data().write(to: URL(filePath: "\(server.mirror)/vreemd.txt"))
    let day = try #require(CalendarDate(iso: "2026-01-21"))
    let check = try MirrorCheck(of: server.mirror, today: day, isStopped: { false })
    #expect(
      Set(check.problems)
        == [.altered(path: altered), .missing(path: lost), .unknown(path: "vreemd.txt")])
    try FileManager.default.removeItem(atPath: "\(server.mirror)/vreemd.txt")
    #expect(try server.harvest(on: "2026-01-21").changed == 2)
    #expect(try server.files() == expected)
  }

  @Test("A dry run lists and writes nothing")
  func dryRun() throws {
    let server = try PublicationServer(days: 6)
    let summary = try server.harvest(on: "2026-01-20") { $0.isDryRun = true }
    #expect(summary.new > 5)
    #expect(!server.place.exists("mirror"))
  }
}
