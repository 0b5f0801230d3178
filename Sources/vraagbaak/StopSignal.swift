import Dispatch
import Glibc
import Synchronization

/// Remembers SIGINT and SIGTERM, so that a run can end at a consistent state, and soon.
enum StopSignal {
  private static let caught = Atomic<Int32>(0)

  /// The signal that came, or nil.
  static var received: Int32? {
    let signal = caught.load(ordering: .relaxed)
    return signal == 0 ? nil : signal
  }

  /// The exit code of a run that ended because of the signal that came, or nil.
  static var exitCode: ExitCode? { received.map { $0 == SIGTERM ? .terminated : .interrupted } }

  /// How long a run may take to come to its end after the signal.
  private static let patience = Duration.milliseconds(1200)

  /// How often it is looked whether the signal has come.
  private static let pause = DispatchTimeInterval.milliseconds(200)

  /// Begins to listen. A second signal ends the process at once, as it would have without.
  ///
  /// - Parameter overdue: what is to be done on another thread before the process ends where the run does not come to its
  ///   end in time, since it is in the middle of something that cannot be divided; nil for nothing to end it but itself.
  ///   An index can be left at any moment, so this is no harm.
  static func listen(overdue: (@Sendable (ExitCode) -> Void)? = nil) {
    // The value exists before a handler can need it: making it there would not be safe.
    caught.store(0, ordering: .relaxed)
    for number in [SIGINT, SIGTERM] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { StopSignal.caught.store($0, ordering: .relaxed) }
      action.sa_flags = Int32(bitPattern: UInt32(SA_RESTART)) | Int32(bitPattern: SA_RESETHAND)
      sigaction(number, &action, nil)
    }
    if let overdue { watch(overdue) }
  }

  private static func watch(_ overdue: @escaping @Sendable (ExitCode) -> Void) {
    let queue = DispatchQueue(label: "StopSignal")
    @Sendable func look(since: ContinuousClock.Instant?) {
      queue.asyncAfter(deadline: .now() + pause) {
        guard let code = exitCode else { return look(since: nil) }
        let since = since ?? .now
        guard since.duration(to: .now) >= patience else { return look(since: since) }
        overdue(code)
        _exit(code.rawValue)
      }
    }
    look(since: nil)
  }
}
