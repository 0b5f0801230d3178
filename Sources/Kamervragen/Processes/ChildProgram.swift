internal import CProcess
internal import Glibc

/// A program to be started with some descriptors and no other, no shell, and every signal as it is
/// by default. Any number of threads may start programs at once.
package struct ChildProgram: Sendable, Hashable {
  /// The process group it belongs to.
  package enum Group: Sendable, Hashable {
    /// One of its own, which can be ended as a whole with all that the program starts.
    case own
    /// That of this process, which is ended as a whole.
    case ours
  }

  /// The name, looked up in PATH, or the path of the program.
  package let program: String
  package let arguments: [String]
  package var group: Group
  /// Its environment, `NAME=value`; nil is that of this process.
  package var environment: [String]?

  /// Makes a program with an environment of its own: numbers must have a decimal point in any
  /// locale.
  package init(program: String, arguments: [String], group: Group = .own) {
    self.program = program
    self.arguments = arguments
    self.group = group
    environment = ["LC_ALL=C.UTF-8", "PATH=/usr/local/bin:/usr/bin:/bin"]
  }

  /// Starts the program.
  ///
  /// - Parameter descriptors: what its descriptors 0, 1, 2 and so on are; nil is `/dev/null`. None
  ///   of them may be of a lower number than its place in the list.
  /// - Returns: the number of the process, which has to be waited for.
  /// - Throws: `missing`, `notStarted`.
  package func start(_ descriptors: [Int32?]) throws(ProcessFailure) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (place, descriptor) in descriptors.enumerated() {
      if let descriptor {
        posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(place))
      } else {
        posix_spawn_file_actions_addopen(&actions, Int32(place), "/dev/null", O_RDWR, 0)
      }
    }
    posix_spawn_file_actions_addclosefrom_np(&actions, Int32(descriptors.count))
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    var flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
    if group == .own { flags |= POSIX_SPAWN_SETPGROUP }
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var arguments = ([program] + arguments).map { strdup($0) } + [nil]
    var variables = (environment ?? []).map { strdup($0) } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var process: pid_t = 0
    let error =
      environment == nil
      ? posix_spawnp(&process, program, &actions, &attributes, &arguments, environ)
      : posix_spawnp(&process, program, &actions, &attributes, &arguments, &variables)
    switch error {
    case 0: return process
    case ENOENT: throw .missing
    default: throw .notStarted(errno: error)
    }
  }

  /// Ends a process that this started, with its group if it has one of its own. It still has to be
  /// waited for.
  package func kill(_ process: Int32) {
    Glibc.kill(group == .own ? -process : process, SIGKILL)
  }

  /// Waits until a process has ended.
  ///
  /// - Returns: its status as `waitpid` gives it.
  package static func wait(for process: Int32) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status
  }

  /// Two connected pipe ends, both of which are closed in any program that is started.
  package static func pipe() throws(ProcessFailure) -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [-1, -1]
    guard pipe2(&ends, O_CLOEXEC) == 0 else { throw .notStarted(errno: errno) }
    return (ends[0], ends[1])
  }
}

/// Why a program did not do its work.
package enum ProcessFailure: Error, Hashable {
  /// There is no such program.
  case missing
  /// The system could not start it; the number of the error.
  case notStarted(errno: Int32)
  /// The wall time is over: it hangs, or the machine is busy.
  case tooSlow
  /// It has used up its processor time.
  case tooMuchTime
  case tooMuchOutput
  /// Another signal ended it.
  case killed(signal: Int32)
}

/// How a process ended.
package enum ProcessEnd: Hashable {
  case exited(code: Int32)
  case killed(signal: Int32)

  /// Takes the status that `waitpid` gives.
  package init(status: Int32) {
    let signal = status & 0x7F
    self = signal == 0 ? .exited(code: status >> 8 & 0xFF) : .killed(signal: signal)
  }
}

/// A system resource that can be limited for a process.
package enum Resource {
  /// In seconds.
  case processorTime
  /// What it may write to, in bytes.
  case memory
  /// What it may map, in bytes.
  case addresses
  /// Of the files that it writes, in bytes.
  case fileSize
  /// Of what a crash leaves, in bytes.
  case coreSize

  private var number: __rlimit_resource_t {
    let resource =
      switch self {
      case .processorTime: RLIMIT_CPU
      case .memory: RLIMIT_DATA
      case .addresses: RLIMIT_AS
      case .fileSize: RLIMIT_FSIZE
      case .coreSize: RLIMIT_CORE
      }
    return __rlimit_resource_t(resource.rawValue)
  }

  /// How much this process may have now; `Int.max` if there is no limit.
  package var limit: Int {
    var limit = rlimit()
    guard prlimit(0, number, nil, &limit) == 0 else { return .max }
    return Int(clamping: limit.rlim_cur)
  }

  /// The processor time that this process has used, in whole seconds.
  package static var usedSeconds: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
  }

  /// Limits a process, from now on; 0 is this process. The only error there can be is that it has
  /// ended already. A lower hard limit that it has stays.
  package func limit(_ process: Int32, soft: Int, hard: Int = .max) {
    var limit = rlimit()
    guard prlimit(process, number, nil, &limit) == 0 else { return }
    limit.rlim_max = min(limit.rlim_max, hard == .max ? .max : rlim_t(hard))
    limit.rlim_cur = min(rlim_t(soft), limit.rlim_max)
    _ = prlimit(process, number, &limit, nil)
  }
}

extension ReadError {
  /// Whether a signal that ended a process came from outside: from a person, or from a system that
  /// is short of memory.
  package static func isShortage(signal: Int32) -> Bool {
    [SIGKILL, SIGTERM, SIGINT, SIGHUP, SIGQUIT].contains(signal)
  }
}
