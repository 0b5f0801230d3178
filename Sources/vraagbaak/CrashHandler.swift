import Glibc
import Kamervragen
import Synchronization

/// Ends a process that did what it cannot go on from with a message and an exit code, where the system would end it with a
/// signal: Xapian believes what lies in a database, and some kinds of damage make it read beyond its blocks.
///
/// Everything that the handler needs is made before: it allocates nothing and takes no lock, and no result that was not
/// written yet is. A stack that overflows is told of on the main thread, which alone has another one to run a handler on.
enum CrashHandler {
  private static let address = Atomic<UInt>(0)
  private static let count = Atomic<Int>(0)
  private static let code = Atomic<Int32>(0)
  private static let hasSpoken = Atomic<Bool>(false)

  private static let signals = [
    SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGSYS, SIGXCPU,
  ]

  /// A damaged block may be followed without an end, which nothing else tells: so long no command computes at a stretch.
  private static let longestStretch = 900

  /// Begins to listen.
  ///
  /// - Parameters:
  ///   - message: the line that is written on standard error.
  ///   - code: what the process ends with.
  static func install(message: String, code: ExitCode) {
    // They are there as long as the process.
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
      // Another thread may do the same at the same time; this one is let finish.
      sigfillset(&action.sa_mask)
      sigaction(number, &action, nil)
    }
    allowAnotherStretch()
  }

  /// Lets the process end as if there were no handler, Swift's own neither: who started it waits for that.
  static func leaveToSystem() {
    for number in signals { signal(number, SIG_DFL) }
  }

  /// Something was done: the process may compute as long again before it is taken to be lost.
  static func allowAnotherStretch() {
    Resource.processorTime.limit(0, soft: Resource.usedSeconds + longestStretch)
  }

  /// Only what may be called in a handler of signals.
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
