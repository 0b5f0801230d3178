import Glibc
import PassageIndex
import Synchronization
import VraagbaakReport

/// The signals that a server waits for. They are blocked from the moment that this is made, also in
/// the threads that are started later, so that `wait` gets each of them.
struct ServeSignals {
  /// What a signal asks for.
  enum Wish {
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
  func wait() -> Wish {
    var signals = signals
    var received: Int32 = 0
    while sigwait(&signals, &received) != 0 {}
    return received == SIGHUP ? .reopenLog : .stop
  }
}

/// Says once what is wrong with the index, and not again for every request.
final class ReportedProblems: Sendable {
  private let last = Mutex("")

  /// Writes a problem to standard error, unless it is the one that was written last.
  func report(_ error: IndexError) {
    let line = "vraagbaak serve: \(error.dutch.withoutControls)\n"
    let isNew = last.withLock { last in
      defer { last = line }
      return last != line
    }
    guard isNew else { return }
    let bytes = Array(line.utf8)
    _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
