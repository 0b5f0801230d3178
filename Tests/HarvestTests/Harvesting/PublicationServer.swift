import Foundation
import Glibc
@testable import Harvest
import Kamervragen
import TestSupport
import Testing

/// The server in `Tests/HarvestServer`, in a process of its own, with a mirror to fill from it.
final class PublicationServer {
  private let process = Process()
  private let input = Pipe()
  private let port: UInt16
  let place: TemporaryDirectory
  /// The directory of the mirror.
  var mirror: String { place["mirror"] }

  /// Starts a server whose first publications are of 5 January 2026.
  init(seed: Int = 1, days: Int = 12, perDay: Int = 4, feedPage: Int = 250) throws {
    place = try TemporaryDirectory()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", "\(Project.path)/Tests/HarvestServer", "--state", place["server"], "--port", "0",
      "--attached", "--seed", "\(seed)", "--first", "2026-01-05", "--days", "\(days)", "--per-day",
      "\(perDay)", "--feed-page", "\(feedPage)",
    ]
    process.standardOutput = output
    // If this process dies, so does the server.
    process.standardInput = input
    try process.run()
    var line: [UInt8] = []
    while line.last != UInt8(ascii: "\n") {
      let byte = output.fileHandleForReading.readData(ofLength: 1)
      guard let first = byte.first else { break }
      line.append(first)
    }
    let text = String(decoding: line, as: UTF8.self)
    port = try #require(text.split(separator: ":").last.flatMap { UInt16($0.filter(\.isNumber)) })
  }

  deinit { process.terminate() }

  /// Sets the day of the server's world.
  func setToday(_ day: String) throws { try post("today", "{\"day\":\"\(day)\"}") }

  /// Sets the rules of faults, as JSON.
  func setFaults(_ rules: String) throws { try post("faults", rules) }

  private func post(_ name: String, _ body: String) throws {
    let answer = try exchange(
      "POST /control/\(name) HTTP/1.0\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
    try #require(answer.contains(" 200 "), "\(answer)")
  }

  /// What a perfect mirror has today.
  struct Truth: Decodable {
    struct Publication: Decodable {
      struct Form: Decodable {
        let file: String
        let sha256: String
      }
      let forms: [String: Form]
    }
    let publications: [String: Publication]
  }

  func truth() throws -> Truth {
    let answer = try exchange("GET /control/truth HTTP/1.0\r\n\r\n")
    let body = try #require(answer.firstRange(of: "\r\n\r\n")).upperBound
    return try JSONDecoder().decode(Truth.self, from: Data(answer[body...].utf8))
  }

  private func exchange(_ request: String) throws -> String {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
    let isConnected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    try #require(isConnected)
    _ = Array(request.utf8).withUnsafeBytes {
      send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
    }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = recv(socket, &chunk, chunk.count, 0)
      guard count > 0 else { break }
      bytes += chunk[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

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
      today: today, rules: rules, sru: try WebAddress("http://127.0.0.1:\(port)/sru"),
      documents: try DocumentAddresses("http://127.0.0.1:\(port)/zoek/{file}"))
    change(&options)
    return try Harvester(options).run(isStopped: { false }, report: { _ in })
  }

  /// The feeds of the Tweede Kamer.
  func feed() throws -> FeedAddresses {
    try FeedAddresses("http://127.0.0.1:\(port)/SyncFeed/2.0/")
  }

  /// The requests of each kind since the counts were last asked for.
  func requests() throws -> [String: Int] {
    struct Counts: Decodable { let kinds: [String: Int] }
    let answer = try exchange("GET /control/counts HTTP/1.0\r\n\r\n")
    let body = try #require(answer.firstRange(of: "\r\n\r\n")).upperBound
    try post("reset-counts", "{}")
    return try JSONDecoder().decode(Counts.self, from: Data(answer[body...].utf8)).kinds
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
