import Glibc
import Synchronization

/// Remembers SIGINT and SIGTERM, so that a run can end at a consistent state.
enum StopSignal {
  private static let caught = Atomic<Int32>(0)

  /// The signal that came, or nil.
  static var received: Int32? {
    let signal = caught.load(ordering: .relaxed)
    return signal == 0 ? nil : signal
  }

  /// The exit code of a run that ended because of the signal that came, or nil.
  static var exitCode: ExitCode? { received.map { $0 == SIGTERM ? .terminated : .interrupted } }

  /// Begins to listen. A second signal ends the process at once, as it would have without.
  static func listen() {
    // The value exists before a handler can need it: making it there would not be safe.
    caught.store(0, ordering: .relaxed)
    for number in [SIGINT, SIGTERM] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { StopSignal.caught.store($0, ordering: .relaxed) }
      action.sa_flags = Int32(bitPattern: UInt32(SA_RESTART)) | Int32(bitPattern: SA_RESETHAND)
      sigaction(number, &action, nil)
    }
  }
}
