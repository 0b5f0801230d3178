import Foundation
import Glibc

/// The server in `Tests/HarvestServer`, in a process of its own.
package final class SourceServer {
  private let process = Process()
  private let input = Pipe()
  private let port: UInt16
  private let state: TemporaryDirectory

  /// The server did not start, or answered something else than was expected.
  private struct Unexpected: Error { let answer: String }

  /// Where it is: `http://127.0.0.1:40000`.
  package var base: String { "http://127.0.0.1:\(port)" }

  /// Starts a server whose first publications are of 5 January 2026.
  package init(seed: Int = 1, days: Int = 12, perDay: Int = 4, feedPage: Int = 250) throws {
    state = try TemporaryDirectory()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", "\(Project.path)/Tests/HarvestServer", "--state", state.path, "--port", "0",
      "--attached", "--seed", "\(seed)", "--first", "2026-01-05", "--days", "\(days)", "--per-day",
      "\(perDay)", "--feed-page", "\(feedPage)",
    ]
    process.standardOutput = output
    // If this process dies, so does the server.
    process.standardInput = input
    try process.run()
    var line: [UInt8] = []
    while line.last != UInt8(ascii: "\n") {
      guard let byte = output.fileHandleForReading.readData(ofLength: 1).first else { break }
      line.append(byte)
    }
    let text = String(decoding: line, as: UTF8.self)
    guard let port = text.split(separator: ":").last.flatMap({ UInt16($0.filter(\.isNumber)) })
    else { throw Unexpected(answer: text) }
    self.port = port
  }

  deinit { process.terminate() }

  /// Sets the day of the server's world.
  package func setToday(_ day: String) throws { try post("today", "{\"day\":\"\(day)\"}") }

  /// Sets the rules of faults, as JSON.
  package func setFaults(_ rules: String) throws { try post("faults", rules) }

  private func post(_ name: String, _ body: String) throws {
    let answer = try exchange(
      "POST /control/\(name) HTTP/1.0\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
    guard answer.contains(" 200 ") else { throw Unexpected(answer: answer) }
  }

  /// What a perfect mirror has today.
  package struct Truth: Decodable {
    package struct Publication: Decodable {
      package struct Form: Decodable {
        package let file: String
        package let sha256: String
      }
      package let forms: [String: Form]
    }
    package let publications: [String: Publication]
  }

  package func truth() throws -> Truth { try get("truth") }

  /// The requests of each kind since the counts were last asked for.
  package func requests() throws -> [String: Int] {
    struct Counts: Decodable { let kinds: [String: Int] }
    let counts: Counts = try get("counts")
    try post("reset-counts", "{}")
    return counts.kinds
  }

  private func get<Value: Decodable>(_ name: String) throws -> Value {
    let answer = try exchange("GET /control/\(name) HTTP/1.0\r\n\r\n")
    guard let end = answer.firstRange(of: "\r\n\r\n")?.upperBound else {
      throw Unexpected(answer: answer)
    }
    return try JSONDecoder().decode(Value.self, from: Data(answer[end...].utf8))
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
    guard isConnected else { throw Unexpected(answer: "no connection") }
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
}
