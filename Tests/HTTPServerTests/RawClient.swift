import Glibc
import Testing

/// A connection on which a test writes what it likes.
final class RawClient {
  private let descriptor: Int32

  /// Connects to an address of this machine, `127.0.0.1:8642`.
  init(_ address: String) throws {
    let port = try #require(address.split(separator: ":").last.flatMap { UInt16($0) })
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var target = sockaddr_in()
    target.sin_family = sa_family_t(AF_INET)
    target.sin_port = port.bigEndian
    target.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
    let code = withUnsafePointer(to: &target) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    try #require(code == 0)
    // A test that waits for ever says nothing.
    var limit = timeval(tv_sec: 20, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit { close(descriptor) }

  /// Writes; returns whether the other side still takes it.
  @discardableResult
  func write(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  @discardableResult
  func write(_ text: String) -> Bool { write(Array(text.utf8)) }

  /// Reads until the connection is closed.
  func readAll() -> String {
    var all: [UInt8] = []
    while let some = readSome() { all += some }
    return String(decoding: all, as: UTF8.self)
  }

  /// Reads what has come; nil at the end of the connection.
  func readSome() -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    return count > 0 ? Array(buffer[..<count]) : nil
  }

  /// The status and the body of the answer to a request; the connection ends after it.
  static func get(
    _ target: String, from address: String, method: String = "GET"
  ) throws -> (status: Int, head: String, body: String) {
    let client = try RawClient(address)
    client.write("\(method) \(target) HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    return try parts(of: client.readAll())
  }

  /// An answer taken apart.
  static func parts(of answer: String) throws -> (status: Int, head: String, body: String) {
    let end = try #require(answer.firstRange(of: "\r\n\r\n"))
    let head = String(answer[..<end.lowerBound])
    let status = try #require(head.split(separator: " ").dropFirst().first.flatMap { Int($0) })
    return (status, head, String(answer[end.upperBound...]))
  }
}
