internal import CProcess
internal import Glibc

/// A program to start without a shell, with only the given descriptors and with default signal
/// handling. Any number of threads may start programs at once.
package struct ChildProgram: Sendable, Hashable {
  /// The process group of a program.
  package enum Group: Sendable, Hashable {
    /// Its own group, so that it can be ended with all its children.
    case own
    /// The group of this process, for a process that is itself ended as a group.
    case ours
  }

  /// The program's path, or its name, which is looked up in PATH.
  package let program: String
  package let arguments: [String]
  package var group: Group
  /// The environment, as `NAME=value`; nil inherits that of this process.
  package var environment: [String]?

  /// Makes a program with a fixed environment, so that numbers have a decimal point in any locale.
  package init(program: String, arguments: [String], group: Group = .own) {
    self.program = program
    self.arguments = arguments
    self.group = group
    environment = ["LC_ALL=C.UTF-8", "PATH=/usr/local/bin:/usr/bin:/bin"]
  }

  /// Starts the program.
  ///
  /// - Parameter descriptors: its descriptors 0, 1, 2 and so on; nil is `/dev/null`. None may have
  ///   a lower number than its place in the list.
  /// - Returns: the process number. The caller must wait for the process.
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

  /// Kills a process started by this, with its group if it has its own. The caller must still wait
  /// for it.
  package func kill(_ process: Int32) {
    Glibc.kill(group == .own ? -process : process, SIGKILL)
  }

  /// Waits until a process has ended, and reaps it.
  ///
  /// - Returns: the status from `waitpid`.
  package static func wait(for process: Int32) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status
  }

  /// Makes a pipe whose ends are closed in started programs, unless passed on. Throws `notStarted`.
  package static func pipe() throws(ProcessFailure) -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [-1, -1]
    guard pipe2(&ends, O_CLOEXEC) == 0 else { throw .notStarted(errno: errno) }
    return (ends[0], ends[1])
  }
}

/// Why a program failed.
package enum ProcessFailure: Error, Hashable {
  /// The program does not exist.
  case missing
  /// The system could not start it.
  case notStarted(errno: Int32)
  /// It exceeded its wall time: it hangs, or the machine is busy.
  case tooSlow
  /// It exceeded its processor time.
  case tooMuchTime
  case tooMuchOutput
  /// Another signal ended it.
  case killed(signal: Int32)
}

/// How a process ended.
package enum ProcessEnd: Hashable {
  case exited(code: Int32)
  case killed(signal: Int32)

  /// Decodes a status from `waitpid`.
  package init(status: Int32) {
    let signal = status & 0x7F
    self = signal == 0 ? .exited(code: status >> 8 & 0xFF) : .killed(signal: signal)
  }
}

/// A system resource that can be limited for a process.
package enum Resource {
  /// In seconds.
  case processorTime
  /// Writable memory, in bytes.
  case memory
  /// Mapped memory, in bytes.
  case addresses
  /// The size of written files, in bytes.
  case fileSize
  /// The size of core dumps, in bytes.
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

  /// The soft limit of this process; `Int.max` if there is none.
  package var limit: Int {
    var limit = rlimit()
    guard prlimit(0, number, nil, &limit) == 0 else { return .max }
    return Int(clamping: limit.rlim_cur)
  }

  /// The processor time used by this process, in whole seconds.
  package static var usedSeconds: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
  }

  /// Limits a process from now on; 0 is this process. A lower hard limit is kept. Errors are
  /// ignored, because the process may have ended.
  package func limit(_ process: Int32, soft: Int, hard: Int = .max) {
    var limit = rlimit()
    guard prlimit(process, number, nil, &limit) == 0 else { return }
    limit.rlim_max = min(limit.rlim_max, hard == .max ? .max : rlim_t(hard))
    limit.rlim_cur = min(rlim_t(soft), limit.rlim_max)
    _ = prlimit(process, number, &limit, nil)
  }
}

extension ReadError {
  /// Whether a signal that ended a process comes from outside: from a person, or from a system
  /// short of memory.
  package static func isShortage(signal: Int32) -> Bool {
    [SIGKILL, SIGTERM, SIGINT, SIGHUP, SIGQUIT].contains(signal)
  }
}
