import Foundation
import Kamervragen
import TestSupport
import Testing

@testable import Harvest

/// A source that plays what a test has written, with a mirror to fill from it.
final class ScriptedSource {
  let place: TemporaryDirectory
  /// The target of each request of the last run, with the query of a search decoded.
  private(set) var targets: [String] = []

  init() throws { place = try TemporaryDirectory() }

  /// Records of one day, `2026-03-04`, of publications that are HTML only.
  static func list(
    _ identifiers: String..., count: Int? = nil, next: Int? = nil, day: String = "2026-03-04"
  ) -> ScriptedServer.Script {
    list(identifiers, count: count, next: next, day: day)
  }

  static func list(
    _ identifiers: [String], count: Int? = nil, next: Int? = nil, day: String = "2026-03-04",
    status: (String) -> String = { _ in "Opgemaakt" }
  ) -> ScriptedServer.Script {
    let records = identifiers.map { identifier in
      """
      <record><recordData><gzd><originalData><meta><owmskern><identifier>\(identifier)</identifier>
      <modified>\(day)</modified></owmskern><tpmeta><aanhangselnummer>12</aanhangselnummer>
      <vergaderjaar>2025-2026</vergaderjaar>
      <vraagnummer>2026Z00001</vraagnummer><documentstatus>\(status(identifier))</documentstatus>
      </tpmeta></meta></originalData><enrichedData><itemUrl manifestation="html">x</itemUrl>
      </enrichedData></gzd></recordData></record>
      """
    }
    let more = next.map { "<nextRecordPosition>\($0)</nextRecordPosition>" } ?? ""
    return .answer(
      body: """
        <searchRetrieveResponse xmlns="http://docs.oasis-open.org/ns/search-ws/sruResponse">
        <numberOfRecords>\(count ?? identifiers.count)</numberOfRecords>
        <records>\(records.joined())</records>\(more)</searchRetrieveResponse>
        """)
  }

  /// A page that names all publications of these tests.
  static func page(_ text: String = "Vraag 1") -> ScriptedServer.Script {
    let names = (1...5).map { "kv-\($0) ah-\($0)" } + ["ah-1000001", "ah-tk-20252026-12"]
    return .answer(
      200, "Content-Type: text/html",
      body: "<html><body>\(text) \(names.joined(separator: " "))</body></html>")
  }

  static let withdrawn = page(
    "Deze publicatie is op verzoek van de publicerende organisatie verwijderd.")

  /// A run on a day for the publications of some days, 4 March by default, against answers in their
  /// order.
  func harvest(
    on today: String, since: String = "2026-03-04", until: String = "2026-03-04",
    _ scripts: ScriptedServer.Script...,
    change: (inout HarvestOptions) -> Void = { _ in }
  ) throws -> HarvestSummary {
    try harvest(on: today, since: since, until: until, scripts, change: change)
  }

  func harvest(
    on today: String, since: String = "2026-03-04", until: String = "2026-03-04",
    _ scripts: [ScriptedServer.Script], change: (inout HarvestOptions) -> Void = { _ in }
  ) throws -> HarvestSummary {
    let server = try ScriptedServer(scripts + [.answer(400)])
    defer { server.stop() }
    var options = HarvestOptions(
      directory: place["mirror"], since: try #require(CalendarDate(iso: since)),
      until: try #require(CalendarDate(iso: until)), today: try #require(CalendarDate(iso: today)),
      rules: FetchRules(agent: "vraagbaak/test (+test@example.org)", pause: 0),
      sru: try WebAddress("http://\(server.host)/sru"),
      documents: try DocumentAddresses("http://\(server.host)/d/{file}"))
    change(&options)
    let summary = try Harvester(options).run(isStopped: { false }, report: { _ in })
    targets = server.targets.map { target in
      guard let query = target.firstRange(of: "&query=") else { return target }
      return String(target[query.upperBound...]).removingPercentEncoding ?? target
    }
    return summary
  }

  /// The names of the files of publications.
  var files: [String] {
    let paths = try? FileManager.default.subpathsOfDirectory(atPath: place["mirror"])
    return (paths ?? []).filter { $0.hasSuffix(".html") }
      .compactMap { $0.split(separator: "/").last.map(String.init) }.sorted()
  }
}
