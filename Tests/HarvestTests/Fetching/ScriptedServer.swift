import Glibc
import Synchronization
import Testing

/// A server that reads requests and plays what a test has written, right or wrong. Each request, on
/// whatever connection, gets the next of the scripts; the last one is played again and again.
final class ScriptedServer: Sendable {
  /// What is done with the connection, in order. It stays open for a next request unless a piece
  /// closes it.
  struct Script: Sendable {
    enum Piece: Sendable {
      case bytes([UInt8])
      /// Waits until the client goes away.
      case silence
      /// Sends the same bytes until the client goes away, with a pause after each.
      case endless([UInt8], milliseconds: UInt32)
      case close
      /// Closes the connection so that the client gets an error.
      case reset
    }
    var pieces: [Piece]

    init(_ pieces: Piece...) { self.pieces = pieces }

    /// An answer as it should be.
    static func answer(_ status: Int = 200, _ headers: String..., body: String = "") -> Script {
      var head = "HTTP/1.1 \(status) X\r\nContent-Length: \(body.utf8.count)\r\n"
      for header in headers { head += header + "\r\n" }
      return Script(.bytes(Array((head + "\r\n" + body).utf8)))
    }

    /// Bytes, after which the server closes.
    static func text(_ text: String) -> Script { Script(.bytes(Array(text.utf8)), .close) }
  }

  private struct State: Sendable {
    var scripts: [Script]
    var requests: [String] = []
    var connections = 0
  }

  /// Where it listens: `127.0.0.1:40000`.
  let host: String
  private let listening: Int32
  private let state: Mutex<State>

  init(_ scripts: [Script]) throws {
    state = Mutex(State(scripts: scripts))
    listening = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = listening
    let code = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, size) | listen(descriptor, 16) | getsockname(descriptor, $0, &size)
      }
    }
    host = "127.0.0.1:\(UInt16(bigEndian: address.sin_port))"
    try #require(code == 0)
    Self.onThread { [self] in
      while true {
        let client = accept(listening, nil, nil)
        guard client >= 0 else { break }
        state.withLock { $0.connections += 1 }
        Self.onThread { [self] in serve(client) }
      }
      // Not before nobody uses the number, which the system gives away again.
      close(listening)
    }
  }

  /// Accepts no more connections.
  func stop() { shutdown(listening, Int32(SHUT_RDWR)) }

  /// The heads of the requests that came, in order.
  var requests: [String] { state.withLock { $0.requests } }
  /// The targets of the requests that came, in order.
  var targets: [String] {
    requests.map { $0.split(separator: " ").dropFirst().first.map(String.init) ?? "" }
  }
  var connections: Int { state.withLock { $0.connections } }

  private func serve(_ client: Int32) {
    defer { close(client) }
    // A test that waits for ever says nothing.
    var limit = timeval(tv_sec: 20, tv_usec: 0)
    let size = socklen_t(MemoryLayout<timeval>.size)
    setsockopt(client, SOL_SOCKET, SO_RCVTIMEO, &limit, size)
    setsockopt(client, SOL_SOCKET, SO_SNDTIMEO, &limit, size)
    var read: [UInt8] = []
    while let byte = Self.byte(client) {
      read.append(byte)
      guard read.suffix(4) == [13, 10, 13, 10] else { continue }
      let script = state.withLock { state in
        state.requests.append(String(decoding: read, as: UTF8.self))
        return state.scripts.count > 1 ? state.scripts.removeFirst() : state.scripts[0]
      }
      read = []
      for piece in script.pieces where !play(piece, client) { return }
    }
  }

  /// Plays a piece; returns whether the connection is open still.
  private func play(_ piece: Script.Piece, _ client: Int32) -> Bool {
    switch piece {
    case .bytes(let bytes): return Self.write(bytes, client)
    case .silence:
      while Self.byte(client) != nil {}
      return false
    case .endless(let bytes, let milliseconds):
      while Self.write(bytes, client) {
        if milliseconds > 0 { usleep(milliseconds * 1000) }
      }
      return false
    case .close: return false
    case .reset:
      var linger = linger(l_onoff: 1, l_linger: 0)
      setsockopt(client, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<linger>.size))
      return false
    }
  }

  private static func byte(_ client: Int32) -> UInt8? {
    var byte: UInt8 = 0
    return recv(client, &byte, 1, 0) == 1 ? byte : nil
  }

  private static func write(_ bytes: [UInt8], _ client: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        send(client, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// Threads of its own: a blocked one must not keep a task of the tests waiting.
  private static func onThread(_ work: @escaping @Sendable () -> Void) {
    final class Box {
      let work: @Sendable () -> Void
      init(_ work: @escaping @Sendable () -> Void) { self.work = work }
    }
    var thread = pthread_t()
    let box = Unmanaged.passRetained(Box(work)).toOpaque()
    let code = pthread_create(
      &thread, nil,
      { context in
        if let context { Unmanaged<Box>.fromOpaque(context).takeRetainedValue().work() }
        return nil
      }, box)
    if code == 0 { pthread_detach(thread) }
  }
}

/// Plays scripts for a test, which gets the server and the beginning of its addresses.
func withServer(
  _ scripts: ScriptedServer.Script..., run: (ScriptedServer, String) throws -> Void
) throws {
  let server = try ScriptedServer(scripts)
  defer { server.stop() }
  try run(server, "http://\(server.host)")
}
