import Glibc
import Synchronization

/// Remembers SIGINT and SIGTERM, so that a run can end soon and in a consistent state.
enum StopSignal {
  private static let caught = Atomic<Int32>(0)

  /// The signal received; nil if none.
  static var received: Int32? {
    let signal = caught.load(ordering: .relaxed)
    return signal == 0 ? nil : signal
  }

  /// The exit code for the signal received; nil if none.
  static var exitCode: ExitCode? { received.map { $0 == SIGTERM ? .terminated : .interrupted } }

  /// The time a run may take to end after the signal, in microseconds.
  private static let endTimeout: UInt32 = 1_200_000

  /// The pipe that wakes the thread that ends an overdue run; -1 if there is none.
  private static let alarm = Atomic<Int32>(-1)
  private static let overdue = Mutex<(@Sendable (ExitCode) -> Void)?>(nil)

  /// Installs the handlers. A second signal ends the process at once, as by default.
  ///
  /// - Parameter overdue: called on another thread, which then ends the process, if the run does
  ///   not end in time because it cannot be interrupted. That is safe: an index can be abandoned at
  ///   any point. If nil, only the run itself ends the process.
  static func listen(overdue: (@Sendable (ExitCode) -> Void)? = nil) {
    // Initializes the values here: doing so in a handler would not be safe.
    caught.store(0, ordering: .relaxed)
    if let overdue { watch(overdue) }
    for number in [SIGINT, SIGTERM] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { signal in
        StopSignal.caught.store(signal, ordering: .relaxed)
        var byte: UInt8 = 0
        _ = write(StopSignal.alarm.load(ordering: .relaxed), &byte, 1)
      }
      action.sa_flags = Int32(bitPattern: UInt32(SA_RESTART)) | Int32(bitPattern: SA_RESETHAND)
      sigaction(number, &action, nil)
    }
  }

  /// Starts a thread that sleeps until the signal comes. (A dispatch queue would spread the memory
  /// of a run over more threads and take a third more.)
  private static func watch(_ overdue: @escaping @Sendable (ExitCode) -> Void) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    self.overdue.withLock { $0 = overdue }
    alarm.store(ends[1], ordering: .relaxed)
    var thread = pthread_t()
    let reading = UnsafeMutableRawPointer(bitPattern: Int(ends[0]))
    pthread_create(&thread, nil, { StopSignal.wait(on: $0) }, reading)
    pthread_detach(thread)
  }

  private static func wait(on reading: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    var byte: UInt8 = 0
    while read(Int32(Int(bitPattern: reading)), &byte, 1) < 0, errno == EINTR {}
    usleep(endTimeout)
    let code = exitCode ?? .terminated
    overdue.withLock { $0 }?(code)
    _exit(code.rawValue)
  }
}
