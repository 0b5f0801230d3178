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
  /// The size of the body in bytes; a HEAD does not send it.
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

  /// How far a request is each time that the daemon asks what to do.
  enum Stage: Sendable {
    /// Its headers have come.
    case headers
    /// All of it has come.
    case whole
    /// It has waited for a worker.
    case resumed
  }

  private struct State {
    var method = ""
    var client: String?
    /// When all had come; of a request that is refused at once, when the headers had come.
    var began = 0.0
    /// The stage before; nil at first.
    var stage: Stage?
    var response: HTTPResponse?
    /// What was queued.
    var status = 0
    var bytes = 0
  }

  init(target: String) { self.target = target }

  /// Goes to the next stage and returns it.
  func advance() -> Stage {
    state.withLock { state in
      let next: Stage =
        switch state.stage {
        case nil: .headers
        case .headers: .whole
        case .whole, .resumed: .resumed
        }
      state.stage = next
      return next
    }
  }

  /// Notes who asks what, and that it begins now.
  func begin(method: String, client: String?) {
    state.withLock { state in
      state.method = method
      state.client = client
      state.began = Connections.now
    }
  }

  /// Whether its headers have come.
  var hasBegun: Bool { state.withLock { $0.stage != nil } }

  /// Notes that the answer begins now.
  func noteWhole() { state.withLock { $0.began = Connections.now } }

  /// The method as written.
  var method: String { state.withLock { $0.method } }

  /// The answer, once it is made.
  var response: HTTPResponse? {
    get { state.withLock { $0.response } }
    set { state.withLock { $0.response = newValue } }
  }

  /// How long the request has been under way, in seconds.
  var seconds: Double { state.withLock { Connections.now - $0.began } }

  /// Notes what is sent.
  func noteSent(_ response: HTTPResponse) {
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
