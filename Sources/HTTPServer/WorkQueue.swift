internal import Dispatch
internal import Glibc
internal import Synchronization

/// Work for a number of threads, with a bound on what waits.
final class WorkQueue: Sendable {
  typealias Work = @Sendable () -> Void

  private let waiting: Mutex<Waiting>
  /// Counts the pieces that wait, and the threads that must end.
  private let signal = DispatchSemaphore(value: 0)
  private let maximum: Int

  private struct Waiting {
    var work: [Work] = []
    /// The place of the first piece that nobody has taken.
    var first = 0
    var isClosed = false
    var threads: [UInt] = []

    var count: Int { work.count - first }

    mutating func take() -> Work? {
      guard count > 0 else { return nil }
      let taken = work[first]
      first += 1
      if first == work.count || first > 1000 {
        work.removeFirst(first)
        first = 0
      }
      return taken
    }
  }

  /// Starts the threads.
  ///
  /// - Parameters:
  ///   - threads: their number.
  ///   - maximum: the maximum number of pieces that wait.
  init(threads: Int, maximum: Int) {
    self.maximum = maximum
    waiting = Mutex(Waiting())
    for _ in 0..<threads {
      var thread = pthread_t()
      let queue = Unmanaged.passRetained(self).toOpaque()
      let code = pthread_create(
        &thread, nil,
        { queue in
          guard let queue else { return nil }
          Unmanaged<WorkQueue>.fromOpaque(queue).takeRetainedValue().run()
          return nil
        }, queue)
      if code == 0 {
        waiting.withLock { $0.threads.append(UInt(thread)) }
      } else {
        Unmanaged<WorkQueue>.fromOpaque(queue).release()
      }
    }
  }

  /// The number of threads that run.
  var threadCount: Int { waiting.withLock { $0.threads.count } }

  /// The number of pieces that wait.
  var count: Int { waiting.withLock { $0.count } }

  /// Adds a piece.
  ///
  /// - Returns: whether it was accepted; not if too many wait, or after `close`.
  func add(_ work: @escaping Work) -> Bool {
    let isAccepted = waiting.withLock { waiting in
      guard !waiting.isClosed, waiting.count < maximum else { return false }
      waiting.work.append(work)
      return true
    }
    if isAccepted { signal.signal() }
    return isAccepted
  }

  /// Accepts no more, waits until all that was accepted is done, and ends the threads.
  func close() {
    let threads = waiting.withLock { waiting in
      waiting.isClosed = true
      defer { waiting.threads = [] }
      return waiting.threads
    }
    for _ in threads { signal.signal() }
    for thread in threads { pthread_join(pthread_t(thread), nil) }
  }

  private func run() {
    while true {
      signal.wait()
      // A thread that finds nothing was woken to end.
      guard let work = waiting.withLock({ $0.take() }) else { return }
      work()
    }
  }
}
