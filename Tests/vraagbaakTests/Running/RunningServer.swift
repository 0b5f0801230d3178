import Glibc

/// `vraagbaak serve` at work on a free port. It ends with its last owner.
struct RunningServer {
  private let command: RunningCommand
  private let port: UInt16

  /// The server did not say where it listens.
  struct Silent: Error { let messages: String }

  /// Starts a server of the index of a place.
  init(_ place: Workplace) throws {
    command = try place.start("serve", "--listen", "127.0.0.1:0", isFilled: false)
    command.awaitLines(1)
    guard let said = command.messages.firstMatch(of: /127\.0\.0\.1:(\d+)/),
      let port = UInt16(said.1)
    else { throw Silent(messages: command.messages) }
    self.port = port
  }

  /// The answer to a GET.
  struct Answer {
    /// The status line and the headers.
    let head: String
    let body: [UInt8]

    var text: String { String(decoding: body, as: UTF8.self) }
  }

  /// Asks for a target on a connection of its own.
  func get(_ target: String, header: String = "") throws -> Answer {
    let connection = try Descriptor(
      socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0), "socket")
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
    let code = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(connection.number, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard code == 0 else { throw SystemFailure("connect") }
    let request = Array(
      "GET \(target) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\(header)\r\n".utf8)
    guard send(connection.number, request, request.count, Int32(MSG_NOSIGNAL)) == request.count
    else { throw SystemFailure("send") }
    let bytes = connection.rest()
    let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) ?? bytes.count..<bytes.count
    return Answer(
      head: String(decoding: bytes[..<end.lowerBound], as: UTF8.self),
      body: Array(bytes[end.upperBound...]))
  }
}
