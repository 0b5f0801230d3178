import Glibc
import PassageIndex
import Synchronization
import VraagbaakReport

/// The signals that a server waits for. They are blocked from the moment that this is made, also in
/// the threads that are started later, so that `wait` gets each of them.
struct ServeSignals {
  /// What a signal asks for.
  enum Request {
    case stop, reopenLog
  }

  private let signals: sigset_t

  init() {
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGTERM, SIGINT, SIGHUP] { sigaddset(&signals, signal) }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    self.signals = signals
  }

  /// Waits for the next signal.
  func wait() -> Request {
    var signals = signals
    var received: Int32 = 0
    while sigwait(&signals, &received) != 0 {}
    return received == SIGHUP ? .reopenLog : .stop
  }
}

/// Says what is wrong with the index, but not for every request: at most once a minute.
final class ReportedProblems: Sendable {
  private let latest = Mutex(Int.min)
  private static let pause = 60

  /// Writes a problem to standard error, unless one was written a moment ago.
  func report(_ error: IndexError) {
    let now = Timestamp.seconds
    let isDue = latest.withLock { latest in
      guard latest < now - Self.pause else { return false }
      latest = now
      return true
    }
    guard isDue else { return }
    let bytes = Array("vraagbaak serve: \(error.dutch.withoutControls)\n".utf8)
    _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
