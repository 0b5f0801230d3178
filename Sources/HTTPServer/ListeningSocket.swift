internal import CProcess
internal import Glibc

/// A socket that listens for connections.
public struct ListeningSocket: Sendable, Hashable {
  let descriptor: Int32
  /// The address, `127.0.0.1:8642` or `[::1]:8642`; nil for a socket of the file system.
  public let address: String?

  /// Why there is no socket.
  public enum Failure: Error, Hashable {
    /// The text is no address like `127.0.0.1:8642`.
    case badAddress(String)
    /// The system refused, with this number.
    case system(Int32, address: String)
    /// The socket that systemd gave does not listen for connections.
    case notListening
    /// systemd gave another number of sockets than one.
    case notOneSocket(Int)
  }

  /// Listens at an address.
  ///
  /// - Parameter address: a host and a port, `127.0.0.1:8642`, `[::1]:8642`, `localhost:8642`; port
  ///   0 is any that is free.
  /// - Throws: `Failure.badAddress`, or `.system` if the system refuses.
  public init(address: String) throws(Failure) {
    guard let (host, port) = Self.parts(of: address) else { throw .badAddress(address) }
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host.isEmpty ? nil : host, port, &hints, &found) == 0, let first = found
    else { throw .badAddress(address) }
    defer { freeaddrinfo(first) }
    let info = first.pointee
    let kind = info.ai_socktype | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue)
    let descriptor = socket(info.ai_family, kind, 0)
    guard descriptor >= 0 else { throw .system(errno, address: address) }
    var yes: Int32 = 1
    setsockopt(
      descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout.size(ofValue: yes)))
    Self.boundBuffers(of: descriptor)
    guard bind(descriptor, info.ai_addr, info.ai_addrlen) == 0,
      listen(descriptor, Self.backlog) == 0
    else {
      let failure = errno
      close(descriptor)
      throw .system(failure, address: address)
    }
    self.descriptor = descriptor
    self.address = Self.address(of: descriptor) ?? address
  }

  /// The socket that systemd gave this process (sd_listen_fds); nil if it gave none.
  public static func given() throws(Failure) -> ListeningSocket? {
    guard number("LISTEN_PID") == Int(getpid()), let count = number("LISTEN_FDS"), count > 0 else {
      return nil
    }
    guard count == 1 else { throw .notOneSocket(count) }
    var listens: Int32 = 0
    var size = socklen_t(MemoryLayout.size(ofValue: listens))
    guard getsockopt(firstGiven, SOL_SOCKET, SO_ACCEPTCONN, &listens, &size) == 0, listens != 0
    else { throw .notListening }
    // A program that this one starts must not take it for its own.
    for name in ["LISTEN_PID", "LISTEN_FDS", "LISTEN_FDNAMES"] { unsetenv(name) }
    _ = fcntl(firstGiven, F_SETFD, FD_CLOEXEC)
    boundBuffers(of: firstGiven)
    _ = fcntl(firstGiven, F_SETFL, fcntl(firstGiven, F_GETFL) | O_NONBLOCK)
    return ListeningSocket(descriptor: firstGiven, address: address(of: firstGiven))
  }

  private init(descriptor: Int32, address: String?) {
    self.descriptor = descriptor
    self.address = address
  }

  /// The descriptor of the first socket that systemd gives (`SD_LISTEN_FDS_START`).
  private static let firstGiven: Int32 = 3

  /// Bounds what the system keeps of an answer that a client does not read, for all connections of
  /// the socket: by default some megabytes each, of the memory of the whole machine.
  private static func boundBuffers(of descriptor: Int32) {
    var bytes: Int32 = 128 << 10
    setsockopt(
      descriptor, SOL_SOCKET, SO_SNDBUF, &bytes, socklen_t(MemoryLayout.size(ofValue: bytes)))
  }

  /// The number of connections that may wait until they are accepted.
  private static let backlog: Int32 = 4096

  private static func number(_ name: String) -> Int? {
    getenv(name).flatMap { Int(String(cString: $0)) }
  }

  /// The host and the port of an address; nil if it is not one.
  static func parts(of address: String) -> (host: String, port: String)? {
    guard let colon = address.lastIndex(of: ":") else { return nil }
    let port = address[address.index(after: colon)...]
    var host = address[..<colon]
    guard port.allSatisfy({ $0.isASCII && $0.isNumber }), UInt16(port) != nil,
      !host.utf8.contains(0)
    else { return nil }
    if host.hasPrefix("["), host.hasSuffix("]") {
      host = host.dropFirst().dropLast()
    } else if host.contains(":") {
      return nil
    }
    return (String(host), String(port))
  }

  /// The numeric address that a socket has; nil if it has none.
  private static func address(of descriptor: Int32) -> String? {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    return withUnsafeMutablePointer(to: &storage) { storage in
      storage.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        guard getsockname(descriptor, address, &length) == 0 else { return nil }
        return NumericAddress.text(of: address, length, withPort: true)
      }
    }
  }
}

/// The text of addresses of the network.
enum NumericAddress {
  /// `127.0.0.1`, or with its port `127.0.0.1:8642` and `[::1]:8642`; nil if it has none.
  static func text(
    of address: UnsafePointer<sockaddr>, _ length: socklen_t, withPort: Bool
  ) -> String? {
    var host = [CChar](repeating: 0, count: Int(NI_MAXHOST))
    var port = [CChar](repeating: 0, count: Int(NI_MAXSERV))
    let code = getnameinfo(
      address, length, &host, socklen_t(host.count), &port, socklen_t(port.count),
      NI_NUMERICHOST | NI_NUMERICSERV)
    guard code == 0, [AF_INET, AF_INET6].contains(Int32(address.pointee.sa_family)) else {
      return nil
    }
    let name = String(decoding: host.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    guard withPort else { return name }
    let number = String(
      decoding: port.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    return name.contains(":") ? "[\(name)]:\(number)" : "\(name):\(number)"
  }
}
