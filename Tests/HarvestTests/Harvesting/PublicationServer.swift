import Foundation
@testable import Harvest
import Kamervragen
import TestSupport
import Testing

/// A source that publishes, with a mirror to fill from it.
final class PublicationServer {
  private let source: SourceServer
  let place: TemporaryDirectory
  /// The directory of the mirror.
  var mirror: String { place["mirror"] }

  init(seed: Int = 1, days: Int = 12, perDay: Int = 4, feedPage: Int = 250) throws {
    source = try SourceServer(seed: seed, days: days, perDay: perDay, feedPage: feedPage)
    place = try TemporaryDirectory()
  }

  func setToday(_ day: String) throws { try source.setToday(day) }

  func setFaults(_ rules: String) throws { try source.setFaults(rules) }

  func truth() throws -> SourceServer.Truth { try source.truth() }

  /// The requests of each kind since the counts were last asked for.
  func requests() throws -> [String: Int] { try source.requests() }

  // MARK: The mirror

  /// A run of the harvester on a day, which is also the server's.
  func harvest(
    on day: String, maximumRequests: Int? = nil,
    _ change: (inout HarvestOptions) -> Void = { _ in }
  ) throws -> HarvestSummary {
    try setToday(day)
    var rules = FetchRules(agent: "vraagbaak/test (+test@example.org)")
    rules.pause = 0
    rules.maximumRequests = maximumRequests
    let today = try #require(CalendarDate(iso: day))
    var options = HarvestOptions(
      directory: mirror, since: try #require(CalendarDate(iso: "2025-12-01")), until: today,
      today: today, rules: rules, sru: try WebAddress("\(source.base)/sru"),
      documents: try DocumentAddresses("\(source.base)/zoek/{file}"))
    change(&options)
    return try Harvester(options).run(isStopped: { false }, report: { _ in })
  }

  /// The feeds of the Tweede Kamer.
  func feed() throws -> FeedAddresses {
    try FeedAddresses("\(source.base)/SyncFeed/2.0/")
  }

  /// The files of the mirror below its directory, with their SHA-256 digests.
  func files() throws -> [String: String] {
    var files: [String: String] = [:]
    let base = URL(filePath: mirror)
    for path in try FileManager.default.subpathsOfDirectory(atPath: mirror)
    where !path.hasPrefix(".harvest") {
      var isDirectory: ObjCBool = false
      let url = base.appending(path: path)
      _ = FileManager.default.fileExists(atPath: url.path(), isDirectory: &isDirectory)
      if !isDirectory.boolValue {
        files[path] = Harvest.sha256(Array(try Data(contentsOf: url)))
      }
    }
    return files
  }

  /// The files that a perfect mirror has: metadata, and text in the best form.
  func expectedFiles() throws -> [String: String] {
    var files: [String: String] = [:]
    for (identifier, publication) in try truth().publications {
      let text = ["xml", "html", "pdf"].first { publication.forms[$0] != nil }
      for form in ["metadata", text].compactMap(\.self) {
        guard let file = publication.forms[form] else { continue }
        files["\(Harvest.Mirror.place(of: identifier))/\(file.file)"] = file.sha256
      }
    }
    return files
  }
}
