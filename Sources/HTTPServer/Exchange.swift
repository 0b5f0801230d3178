internal import Glibc
internal import Synchronization

/// A request that was answered, for a log.
public struct HTTPExchange: Sendable, Hashable {
  /// The method as written.
  public var method: String
  /// The target as written.
  public var target: String
  /// The status of the answer.
  public var status: Int
  /// The size of the body in bytes.
  public var bytes: Int
  /// From the whole request until the answer was sent, or the connection broke.
  public var seconds: Double
  /// Whether all of the answer was sent.
  public var isComplete: Bool
  /// The numeric address of the client; nil if it is not known or was not asked for.
  public var client: String?
}

/// A request under way: made when its first line has come, freed when its answer was sent or the
/// connection broke. The daemon's thread uses it, and for a while a worker's.
final class Exchange: Sendable {
  /// The target as written.
  let target: String
  private let state = Mutex(State())

  private struct State {
    var method = ""
    var client: String?
    /// When the request had come whole.
    var began = 0.0
    var isUnderWay = false
    var response: HTTPResponse?
    /// What was queued.
    var status = 0
    var bytes = 0
  }

  init(target: String) { self.target = target }

  /// Whether the request has come whole before this call.
  func begin(method: String, client: String?) -> Bool {
    state.withLock { state in
      defer { state.isUnderWay = true }
      guard !state.isUnderWay else { return true }
      state.method = method
      state.client = client
      state.began = Connections.now
      return false
    }
  }

  /// The answer, once it is made.
  var response: HTTPResponse? {
    get { state.withLock { $0.response } }
    set { state.withLock { $0.response = newValue } }
  }

  /// How long the request has been under way, in seconds.
  var seconds: Double { state.withLock { Connections.now - $0.began } }

  /// Notes what is sent.
  func sends(_ response: HTTPResponse) {
    state.withLock { state in
      state.status = response.status
      state.bytes = response.body.count
      state.response = nil
    }
  }

  /// The account of the exchange; nil if nothing was answered.
  func account(isComplete: Bool) -> HTTPExchange? {
    state.withLock { state in
      guard state.status > 0 else { return nil }
      return HTTPExchange(
        method: state.method, target: target, status: state.status, bytes: state.bytes,
        seconds: Connections.now - state.began, isComplete: isComplete, client: state.client)
    }
  }
}
