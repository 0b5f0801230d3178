import Glibc
import Kamervragen
import Synchronization

/// Ends a process that crashes with a message and an exit code instead of a signal: Xapian trusts
/// what is in a database, and some kinds of damage make it read beyond its blocks.
///
/// Everything that the handler needs is made before: it allocates nothing, takes no lock, and drops
/// results that were not written yet. A stack overflow is reported on the main thread only, which
/// alone has another stack for a handler.
enum CrashHandler {
  private static let address = Atomic<UInt>(0)
  private static let count = Atomic<Int>(0)
  private static let code = Atomic<Int32>(0)
  private static let hasSpoken = Atomic<Bool>(false)

  private static let signals = [
    SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGSYS, SIGXCPU,
  ]

  /// The processor time that a command may use at a stretch, in seconds: Xapian may follow a
  /// damaged block for ever, and nothing else shows that.
  private static let stretchMaximum = 900

  /// Begins to listen.
  ///
  /// - Parameters:
  ///   - message: the line that is written on standard error.
  ///   - code: what the process ends with.
  static func install(message: String, code: ExitCode) {
    // They live as long as the process.
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
      // Another thread may crash at the same time; this one finishes first.
      sigfillset(&action.sa_mask)
      sigaction(number, &action, nil)
    }
    allowAnotherStretch()
  }

  /// Removes every handler, Swift's own too: the process that started this one waits for the
  /// signal.
  static func leaveToSystem() {
    for number in signals { signal(number, SIG_DFL) }
  }

  /// Notes that something was done, so that the process may compute as long again.
  static func allowAnotherStretch() {
    Resource.processorTime.limit(0, soft: Resource.usedSeconds + stretchMaximum)
  }

  /// Calls only what a signal handler may call.
  private static func end() {
    guard !hasSpoken.exchange(true, ordering: .relaxed) else {
      // The first one ends the process.
      while true { pause() }
    }
    _ = write(
      STDERR_FILENO, UnsafeRawPointer(bitPattern: address.load(ordering: .relaxed)),
      count.load(ordering: .relaxed))
    _exit(code.load(ordering: .relaxed))
  }
}
