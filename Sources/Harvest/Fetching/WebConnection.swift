internal import CCurl

/// A connection to one host, kept from one request to the next.
final class WebConnection {
  private let connection: OpaquePointer

  /// Makes a connection, which is opened by the first request; nil if the system lacks what it
  /// needs.
  init?() {
    guard let connection = web_connection_make() else { return nil }
    self.connection = connection
  }

  deinit { web_connection_free(connection) }

  /// A request: where to, with which headers, and within which bounds.
  struct Request {
    let address: WebAddress
    /// The headers as lines, `Accept: application/xml`.
    let headers: [String]
    /// The most bytes of a body with status 200.
    let maximumSize: Int
    /// The seconds that the whole may take.
    let timeout: Double
  }

  /// What came of a request.
  struct Result {
    var head = ResponseHead()
    var body: [UInt8] = []
    /// The bytes of the body that came, also if they were not kept.
    var received = 0
    var ending = Ending.complete
  }

  enum Ending: Hashable {
    case complete
    case stopped
    case timedOut
    case unreachable
    case untrusted
    /// The connection was broken off, or the body is longer than declared.
    case cutOff
    case malformed
    case tooLarge
    /// The system lacks what is needed.
    case failed
  }

  private static let connectSeconds = 20.0
  /// The most bytes of a body that nobody reads: reading it costs less than a new connection.
  private static let maximumUnread = 64 << 10

  /// Makes one request.
  func get(_ request: Request, isStopped: @escaping () -> Bool) -> Result {
    for line in request.headers where !web_add_header(connection, Self.plain(line)) {
      return Result(ending: .failed)
    }
    let exchange = Exchange(request.maximumSize, isStopped)
    var isSpent = true
    let outcome = withExtendedLifetime(exchange) {
      request.address.text.withCString { address in
        var written = web_request()
        written.address = address
        written.uses_proxy = !request.address.isLoopback
        written.timeout = Int(max(1, request.timeout * 1000))
        written.connect_timeout = min(Int(Self.connectSeconds * 1000), written.timeout)
        written.context = Unmanaged.passUnretained(exchange).toOpaque()
        written.header = { Exchange.of($0).readHead($1, $2) }
        written.body = { Exchange.of($0).readBody($1, $2) }
        written.is_stopped = { Exchange.of($0).isStopped() }
        return web_fetch(connection, &written, &isSpent)
      }
    }
    var result = exchange.result
    result.ending = Self.ending(outcome, result, isSpent: isSpent)
    return result
  }

  private static func ending(
    _ outcome: web_outcome, _ result: Result, isSpent: Bool
  ) -> Ending {
    switch outcome {
    case web_complete where result.head.status == 0: .malformed
    // libcurl takes the end of a connection for the end of the head.
    case web_complete where !result.head.isComplete: .cutOff
    case web_complete:
      // The server keeps the connection, but it is of no use: more came than the declared length.
      isSpent && result.head.status == 200 && !result.head.closesConnection
        && result.head.declaredLength != nil ? .cutOff : .complete
    case web_stopped: .stopped
    // Says which bound it was; for a body that nobody reads there is none.
    case web_refused: result.ending
    case web_timed_out: .timedOut
    case web_unreachable: .unreachable
    case web_untrusted: .untrusted
    case web_cut_off: .cutOff
    case web_malformed: .malformed
    default: .failed
    }
  }

  /// A header without what would end it.
  private static func plain(_ line: String) -> String {
    String(decoding: line.utf8.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }, as: UTF8.self)
  }

  /// What the callbacks of a request know.
  private final class Exchange {
    let maximumSize: Int
    let isStopped: () -> Bool
    var result = Result()

    init(_ maximumSize: Int, _ isStopped: @escaping () -> Bool) {
      self.maximumSize = maximumSize
      self.isStopped = isStopped
    }

    static func of(_ context: UnsafeMutableRawPointer?) -> Exchange {
      // `get` gives it, and holds it.
      Unmanaged<Exchange>.fromOpaque(context.unsafelyUnwrapped).takeUnretainedValue()
    }

    func readHead(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Bool {
      guard result.head.read(UnsafeBufferPointer(start: bytes, count: count)) else {
        result.ending = .malformed
        return false
      }
      guard result.head.isComplete, result.head.status == 200,
        let length = result.head.declaredLength, length > maximumSize
      else { return true }
      result.ending = .tooLarge
      return false
    }

    func readBody(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Bool {
      result.received += count
      // The status and the headers of such an answer are all that counts.
      guard result.head.status == 200 else { return result.received <= WebConnection.maximumUnread }
      guard result.received <= maximumSize else {
        result.ending = .tooLarge
        return false
      }
      result.body += UnsafeBufferPointer(start: bytes, count: count)
      return true
    }
  }
}
