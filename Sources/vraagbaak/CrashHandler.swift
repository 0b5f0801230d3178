import Glibc
import Kamervragen
import Synchronization

/// Makes a crashing process end with a message and an exit code instead of a signal. Xapian trusts
/// a database's contents, and some kinds of damage make it read out of bounds.
///
/// Everything that the handler needs is made beforehand: it allocates nothing, takes no lock, and
/// drops buffered results. A stack overflow is reported only on the main thread, since only that
/// has an alternate stack.
enum CrashHandler {
  private static let address = Atomic<UInt>(0)
  private static let count = Atomic<Int>(0)
  private static let code = Atomic<Int32>(0)
  private static let hasSpoken = Atomic<Bool>(false)

  private static let signals = [
    SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGSYS, SIGXCPU,
  ]

  /// The processor time between signs of progress, in seconds: Xapian may loop on a damaged block,
  /// and only this detects it.
  private static let stretchMaximum = 900

  /// Installs the handler.
  ///
  /// - Parameters:
  ///   - message: the line for standard error.
  ///   - code: the exit code.
  static func install(message: String, code: ExitCode) {
    // The message lives as long as the process.
    let bytes = Array((message + "\n").utf8)
    let kept = UnsafeMutableRawPointer.allocate(byteCount: bytes.count, alignment: 1)
    kept.copyMemory(from: bytes, byteCount: bytes.count)
    address.store(UInt(bitPattern: kept), ordering: .relaxed)
    count.store(bytes.count, ordering: .relaxed)
    self.code.store(code.rawValue, ordering: .relaxed)
    hasSpoken.store(false, ordering: .relaxed)
    let size = 1 << 16
    var stack = stack_t()
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    stack.ss_size = size
    sigaltstack(&stack, nil)
    for number in signals {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { _ in CrashHandler.end() }
      action.sa_flags = SA_ONSTACK
      // Other signals wait until this handler has ended the process.
      sigfillset(&action.sa_mask)
      sigaction(number, &action, nil)
    }
    allowAnotherStretch()
  }

  /// Removes every handler, also Swift's own: the parent process waits for the signal.
  static func leaveToSystem() {
    for number in signals { signal(number, SIG_DFL) }
  }

  /// Records progress: the process may use the same processor time again.
  static func allowAnotherStretch() {
    Resource.processorTime.limit(0, soft: Resource.usedSeconds + stretchMaximum)
  }

  /// Calls only async-signal-safe functions.
  private static func end() {
    guard !hasSpoken.exchange(true, ordering: .relaxed) else {
      // The first thread ends the process.
      while true { pause() }
    }
    _ = write(
      STDERR_FILENO, UnsafeRawPointer(bitPattern: address.load(ordering: .relaxed)),
      count.load(ordering: .relaxed))
    _exit(code.load(ordering: .relaxed))
  }
}
