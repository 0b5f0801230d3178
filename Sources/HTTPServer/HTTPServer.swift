internal import CMicroHTTPD
internal import CProcess
internal import Glibc
internal import Synchronization

/// What a server does with requests. Its functions are called on several threads.
public struct HTTPService: Sendable {
  /// The answer to a request if it takes no time, else nil. Called on the thread that serves all
  /// connections.
  public var immediateAnswer: @Sendable (HTTPRequest) -> HTTPResponse?
  /// The answer to a request. Called on one of the workers.
  public var answer: @Sendable (HTTPRequest) -> HTTPResponse
  /// The answer to a request that is not served: 405 for its method, 414 for its length, 503 for
  /// too many requests, 500 for none that was made.
  public var refusal: @Sendable (_ status: Int, HTTPTarget) -> HTTPResponse
  /// Told of each request after its answer was sent.
  public var ended: @Sendable (HTTPExchange) -> Void

  /// Makes a service.
  public init(
    immediateAnswer: @escaping @Sendable (HTTPRequest) -> HTTPResponse?,
    answer: @escaping @Sendable (HTTPRequest) -> HTTPResponse,
    refusal: @escaping @Sendable (_ status: Int, HTTPTarget) -> HTTPResponse,
    ended: @escaping @Sendable (HTTPExchange) -> Void
  ) {
    self.immediateAnswer = immediateAnswer
    self.answer = answer
    self.refusal = refusal
    self.ended = ended
  }
}

/// An HTTP/1.1 server: one thread serves all connections, workers make the answers.
///
/// The thread reads a request, suspends its connection and hands it to a worker, so that neither a
/// slow client nor a long answer keeps others waiting.
public final class HTTPServer: Sendable {
  private let core: Core
  /// The daemon, a pointer.
  private let daemon: UInt
  private let sweeper: UInt

  /// The system lacks what a server needs.
  public struct StartFailure: Error, Hashable {}

  /// Starts a server.
  ///
  /// - Parameters:
  ///   - socket: where it listens. The server closes it when it stops.
  ///   - workers: the number of threads that make answers.
  ///   - bounds: what clients may ask of it.
  ///   - logsClients: whether exchanges name their client.
  ///   - service: what answers.
  /// - Throws: `StartFailure`.
  public init(
    _ socket: ListeningSocket, workers: Int, _ bounds: HTTPBounds = HTTPBounds(),
    logsClients: Bool = false, _ service: HTTPService
  ) throws(StartFailure) {
    var bounds = bounds
    bounds.maximumConnections = Self.room(for: bounds.maximumConnections)
    core = Core(socket, workers, bounds, logsClients, service)
    guard core.queue.threadCount > 0, let sweeper = core.startSweeping(),
      let daemon = core.start()
    else {
      core.isStopping.store(true, ordering: .releasing)
      core.queue.close()
      close(socket.descriptor)
      throw StartFailure()
    }
    self.daemon = UInt(bitPattern: daemon)
    self.sweeper = sweeper
  }

  /// Accepts no more, finishes what is under way, and ends.
  public func stop() {
    guard !core.isStopping.exchange(true, ordering: .acquiringAndReleasing),
      let daemon = OpaquePointer(bitPattern: daemon)
    else { return }
    httpd_quiesce(daemon)
    core.queue.close()
    // The answers that were just made still have to be sent.
    let latest = Connections.now + Self.endSeconds
    while core.underWay.load(ordering: .acquiring) > 0, Connections.now < latest {
      usleep(10_000)
    }
    pthread_join(pthread_t(sweeper), nil)
    httpd_stop(daemon)
    close(core.socket.descriptor)
  }

  /// The number of requests that wait for a worker.
  var waitingCount: Int { core.queue.count }
  /// The number of requests whose headers have come and whose answer was not sent yet.
  var underWayCount: Int { core.underWay.load(ordering: .acquiring) }

  /// The time for the last answers to be sent.
  private static let endSeconds = 3.0

  /// Raises the limit of open files as far as it may be, and returns how many connections it leaves
  /// room for.
  private static func room(for connections: Int) -> Int {
    var limit = rlimit()
    guard prlimit(0, __rlimit_resource_t(RLIMIT_NOFILE.rawValue), nil, &limit) == 0 else {
      return connections
    }
    let needed = rlim_t(connections + descriptorsForOthers)
    if limit.rlim_cur < needed {
      limit.rlim_cur = min(limit.rlim_max, needed)
      _ = prlimit(0, __rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit, nil)
    }
    let open = Int(clamping: min(limit.rlim_cur, rlim_t(Int32.max)))
    return max(1, min(connections, open - min(descriptorsForOthers, open / 2)))
  }

  /// Open files that are not connections: databases, a log.
  private static let descriptorsForOthers = 256
}

/// What the daemon's callbacks use.
private final class Core: Sendable {
  let socket: ListeningSocket
  let queue: WorkQueue
  let connections: Connections
  let bounds: HTTPBounds
  let logsClients: Bool
  let service: HTTPService
  let underWay = Atomic(0)
  let isStopping = Atomic(false)

  init(
    _ socket: ListeningSocket, _ workers: Int, _ bounds: HTTPBounds, _ logsClients: Bool,
    _ service: HTTPService
  ) {
    self.socket = socket
    queue = WorkQueue(threads: workers, maximum: bounds.maximumWaiting)
    connections = Connections(bounds)
    self.bounds = bounds
    self.logsClients = logsClients
    self.service = service
  }

  // MARK: Callbacks

  func start() -> OpaquePointer? {
    var settings = httpd_settings()
    settings.listening_socket = socket.descriptor
    settings.maximum_connections = UInt32(bounds.maximumConnections)
    settings.connection_memory = bounds.maximumRequestBytes
    settings.timeout = UInt32(max(bounds.requestSeconds, bounds.responseSeconds))
    // Never released: a callback must not find it gone.
    settings.context = Unmanaged.passRetained(self).toOpaque()
    settings.connected = { context, connection, isOpen in
      guard let core = Core.from(context), let connection else { return }
      let socket = httpd_socket(connection)
      if isOpen { core.connections.expectRequest(socket) } else { core.connections.remove(socket) }
    }
    settings.began = { _, target in
      let target = target.map { String(cString: $0) } ?? ""
      return Unmanaged.passRetained(Exchange(target: target)).toOpaque()
    }
    settings.handle = { context, connection, method, hasBody, request in
      guard let core = Core.from(context), let connection, let request else { return false }
      let exchange = Unmanaged<Exchange>.fromOpaque(request).takeUnretainedValue()
      if hasBody { return true }
      return core.handle(exchange, connection, method.map { String(cString: $0) } ?? "")
    }
    settings.ended = { context, connection, request, isComplete in
      guard let core = Core.from(context), let request else { return }
      let exchange = Unmanaged<Exchange>.fromOpaque(request).takeRetainedValue()
      if let connection, isComplete { core.connections.expectRequest(httpd_socket(connection)) }
      core.ended(exchange, isComplete: isComplete)
    }
    return httpd_start(&settings)
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> Core? {
    context.map { Unmanaged<Core>.fromOpaque($0).takeUnretainedValue() }
  }

  // MARK: Requests

  /// Takes the next step of a request; returns false to close its connection.
  private func handle(
    _ exchange: Exchange, _ connection: OpaquePointer, _ method: String
  ) -> Bool {
    switch exchange.advance() {
    case .headers:
      underWay.add(1, ordering: .acquiringAndReleasing)
      exchange.begin(method: method, client: logsClients ? client(of: connection) : nil)
      guard exchange.target.utf8.count <= bounds.maximumTargetBytes else {
        return send(refusal(414, exchange), exchange, connection)
      }
      guard HTTPRequest.Method(rawValue: method) == nil else { return true }
      // Now, so that a body is never read.
      var response = refusal(405, exchange)
      response["Allow"] = "GET, HEAD"
      return send(response, exchange, connection)
    case .whole:
      exchange.noteWhole()
      return answer(exchange, connection)
    case .resumed: return send(exchange.response ?? refusal(500, exchange), exchange, connection)
    }
  }

  private func answer(_ exchange: Exchange, _ connection: OpaquePointer) -> Bool {
    connections.beginAnswer(httpd_socket(connection))
    guard let method = HTTPRequest.Method(rawValue: exchange.method) else { return false }
    let request = HTTPRequest(
      method, HTTPTarget(exchange.target),
      ifNoneMatch: httpd_request_header(connection, "If-None-Match").map { String(cString: $0) })
    if let response = service.immediateAnswer(request) {
      return send(response, exchange, connection)
    }
    // Suspended first: the worker may be ready before this function ends.
    httpd_suspend(connection)
    let suspended = UInt(bitPattern: connection)
    let isAccepted = queue.add { [self] in
      exchange.response =
        exchange.seconds > bounds.waitingSeconds
        ? refusal(503, exchange) : service.answer(request)
      if let connection = OpaquePointer(bitPattern: suspended) { httpd_resume(connection) }
    }
    if !isAccepted {
      exchange.response = refusal(503, exchange)
      httpd_resume(connection)
    }
    return true
  }

  private func refusal(_ status: Int, _ exchange: Exchange) -> HTTPResponse {
    service.refusal(status, HTTPTarget(exchange.target))
  }

  private func send(
    _ response: HTTPResponse, _ exchange: Exchange, _ connection: OpaquePointer
  ) -> Bool {
    connections.expectReader(httpd_socket(connection))
    exchange.noteSent(response)
    var response = response
    // The client asks the next request of the server that comes after this one.
    if isStopping.load(ordering: .acquiring) { response["Connection"] = "close" }
    return response.withHeaders { headers in
      response.body.withUnsafeBytes { body in
        httpd_answer(
          connection, UInt32(response.status), headers.baseAddress, headers.count,
          body.baseAddress, body.count)
      }
    }
  }

  private func ended(_ exchange: Exchange, isComplete: Bool) {
    guard exchange.hasBegun else { return }
    underWay.subtract(1, ordering: .acquiringAndReleasing)
    if let account = exchange.account(isComplete: isComplete) { service.ended(account) }
  }

  private func client(of connection: OpaquePointer) -> String? {
    guard let address = httpd_client(connection) else { return nil }
    let length =
      Int32(address.pointee.sa_family) == AF_INET6
      ? MemoryLayout<sockaddr_in6>.size : MemoryLayout<sockaddr_in>.size
    return NumericAddress.text(of: address, socklen_t(length), withPort: false)
  }

  // MARK: Slow clients

  /// Starts the thread that cuts off slow clients; nil if there is none to be had.
  func startSweeping() -> UInt? {
    var thread = pthread_t()
    let core = Unmanaged.passRetained(self).toOpaque()
    let code = pthread_create(
      &thread, nil,
      { core in
        guard let core else { return nil }
        let swept = Unmanaged<Core>.fromOpaque(core).takeRetainedValue()
        while !swept.isStopping.load(ordering: .acquiring) {
          usleep(250_000)
          swept.connections.cutOffSlow()
        }
        return nil
      }, core)
    guard code == 0 else {
      Unmanaged<Core>.fromOpaque(core).release()
      return nil
    }
    return UInt(thread)
  }
}

extension HTTPResponse {
  /// Lends the headers to the library.
  fileprivate func withHeaders<Value>(
    _ body: (UnsafeBufferPointer<httpd_header>) -> Value
  ) -> Value {
    // Names and values one after the other, each with a zero byte at its end.
    var texts: [CChar] = []
    var places: [(name: Int, value: Int)] = []
    for header in headers {
      let name = texts.count
      texts += header.name.utf8CString
      places.append((name, texts.count))
      texts += header.value.utf8CString
    }
    return texts.withUnsafeBufferPointer { texts in
      let lent = places.map { place in
        httpd_header(
          name: texts.baseAddress.map { $0 + place.name },
          value: texts.baseAddress.map { $0 + place.value })
      }
      return lent.withUnsafeBufferPointer(body)
    }
  }
}
