import Glibc
import PassageIndex
import Synchronization

/// Runs a check in a process of its own, which damage may end: what Xapian cannot survive is then one more problem.
struct CheckProcess {
  /// The option that tells the command that it is that process.
  static let option = "in-process"

  /// How it ended.
  enum End {
    case exited(Int32)
    case killed(signal: Int32)
  }

  /// The process, for a signal to be passed on to it; 0 while there is none.
  private static let process = Atomic<pid_t>(0)

  /// Runs this program with some arguments to its end. It writes where this process writes, and gets the signals that end
  /// this one.
  ///
  /// - Returns: how it ended; nil where it cannot be started.
  static func run(_ arguments: [String]) -> End? {
    for number in [SIGINT, SIGTERM] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { signal in
        let process = CheckProcess.process.load(ordering: .relaxed)
        if process > 0 { kill(process, signal) }
      }
      sigaction(number, &action, nil)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM] { sigaddset(&signals, number) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var words = (["vraagbaak"] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child: pid_t = 0
    guard posix_spawn(&child, "/proc/self/exe", nil, &attributes, &words, environ) == 0 else {
      return nil
    }
    process.store(child, ordering: .relaxed)
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { return nil }
    }
    process.store(0, ordering: .relaxed)
    let signal = status & 0x7F
    return signal == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal: signal)
  }

  /// Bounds this process, which has to check so many bytes: a block that names itself is followed without an end, and a
  /// length that is no length asks for any amount of memory. Both limits are far beyond what a sound index takes.
  static func limit(bytes: Int) {
    func set(_ resource: __rlimit_resource_t, _ value: Int) {
      var limit = rlimit()
      guard getrlimit(resource, &limit) == 0, limit.rlim_cur > rlim_t(value) else { return }
      limit.rlim_cur = rlim_t(value)
      setrlimit(resource, &limit)
    }
    set(__rlimit_resource_t(RLIMIT_CPU.rawValue), 600 + bytes >> 20)
    set(__rlimit_resource_t(RLIMIT_AS.rawValue), 4 << 30 + 2 * bytes)
    // The whole index would be in it.
    set(__rlimit_resource_t(RLIMIT_CORE.rawValue), 0)
  }
}
