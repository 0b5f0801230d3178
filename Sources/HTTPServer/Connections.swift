internal import Glibc
internal import Synchronization

/// The connections of a server, each with the time at which it is cut off: whoever sends a request
/// or reads an answer a byte at a time would otherwise stay for ever.
final class Connections: Sendable {
  private let deadlines = Mutex<[Int32: Deadline]>([:])
  private let bounds: HTTPBounds

  private struct Deadline {
    /// In seconds of a clock that never goes back.
    var time: Double
    /// Whether it waits for a request rather than for a reader.
    var awaitsRequest: Bool
  }

  init(_ bounds: HTTPBounds) { self.bounds = bounds }

  /// A connection waits for a request: a new one, or one that was answered.
  func expectRequest(_ socket: Int32) {
    set(Deadline(time: Self.now + bounds.requestSeconds, awaitsRequest: true), socket)
  }

  /// A request came whole, and its answer is being made. That takes as long as it takes.
  func beginAnswer(_ socket: Int32) {
    set(Deadline(time: .infinity, awaitsRequest: false), socket)
  }

  /// An answer is sent.
  func expectReader(_ socket: Int32) {
    set(Deadline(time: Self.now + bounds.responseSeconds, awaitsRequest: false), socket)
  }

  /// A connection was closed; its socket is still open.
  func remove(_ socket: Int32) {
    _ = deadlines.withLock { $0.removeValue(forKey: socket) }
  }

  private func set(_ deadline: Deadline, _ socket: Int32) {
    deadlines.withLock { $0[socket] = deadline }
  }

  /// Ends the connections whose time has come. If there are many, those that wait for a request
  /// have less time.
  func cutOffSlow() {
    let now = Self.now
    deadlines.withLock { deadlines in
      let isCrowded = deadlines.count > bounds.maximumConnections / 2
      let haste = isCrowded ? bounds.requestSeconds - bounds.requestSecondsInCrowd : 0
      for (socket, deadline) in deadlines
      where deadline.time - (deadline.awaitsRequest ? haste : 0) < now {
        // The daemon sees the end of the connection and closes it. Its socket has not been given to
        // another meanwhile: `remove` comes first, and waits for this lock. What the system still
        // has for the client is thrown away.
        var drop = linger(l_onoff: 1, l_linger: 0)
        setsockopt(
          socket, SOL_SOCKET, SO_LINGER, &drop, socklen_t(MemoryLayout<linger>.size))
        shutdown(socket, Int32(SHUT_RDWR))
        deadlines[socket]?.time = .infinity
      }
    }
  }

  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
