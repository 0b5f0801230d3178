internal import CProcess
internal import Glibc

/// Runs a program on some bytes and keeps what it writes, within limits: for programs that read files from outside.
///
/// The bytes are the program's standard input, as a file without a name in memory (`memfd_create`), so that a program
/// that must seek can open `/dev/stdin` and nothing is ever left on disk. It gets no other descriptor of this process,
/// no shell, an environment of its own, and a process group that is gone when `run` returns, whatever happened. Any
/// number of threads may run programs at once.
struct BoundedProcess {
  /// What a program may use. The wall time counts from its start.
  struct Limits: Hashable {
    var processorSeconds = 20
    /// The address space, in bytes.
    var memory = 1 << 30
    /// What it may write on standard output, in bytes.
    var output = 32 << 20
    var wallTime = Duration.seconds(30)
  }

  /// Why there is no output.
  enum Failure: Error, Hashable {
    /// There is no such program.
    case missing
    /// The system could not start it; the number of the error.
    case notStarted(errno: Int32)
    case tooMuchTime
    case tooMuchOutput
    /// A signal ended it: it crashed, or used up its processor time.
    case killed(signal: Int32)
  }

  /// What a program that ended by itself has written.
  struct Output: Hashable {
    var bytes: [UInt8] = []
    /// The beginning of what it wrote on standard error.
    var messages: [UInt8] = []
    var exitCode: Int32 = 0
  }

  /// The name, looked up in PATH, or the path of the program.
  let program: String
  let arguments: [String]
  var limits = Limits()

  /// The most that is kept of standard error, in bytes.
  private static let messageLimit = 16 << 10

  /// Runs the program to its end.
  func run(on input: [UInt8]) throws(Failure) -> Output {
    let source = try Self.memoryFile(of: input)
    defer { close(source) }
    let output = try Self.pipe()
    defer { close(output.reading) }
    let messages: (reading: Int32, writing: Int32)
    do {
      messages = try Self.pipe()
    } catch {
      close(output.writing)
      throw error
    }
    defer { close(messages.reading) }
    let started: Result<pid_t, Failure>
    do {
      started = .success(
        try start(input: source, output: output.writing, messages: messages.writing))
    } catch {
      started = .failure(error)
    }
    // The program's ends must be closed here, else the pipes would never end.
    close(output.writing)
    close(messages.writing)
    let process = try started.get()
    let deadline = ContinuousClock.now + limits.wallTime
    var failure: Failure?
    var result = Output()
    do {
      result = try read(output.reading, messages.reading, until: deadline)
      try Self.awaitEnd(of: process, until: deadline)
    } catch {
      failure = error
    }
    // What it may have started itself ends with it; the group cannot be another's while its leader is not reaped.
    kill(-process, SIGKILL)
    let status = Self.reap(process)
    if let failure { throw failure }
    let signal = status & 0x7F
    guard signal == 0 else { throw .killed(signal: signal) }
    result.exitCode = status >> 8 & 0xFF
    return result
  }

  // MARK: Starting

  private func start(input: Int32, output: Int32, messages: Int32) throws(Failure) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, messages, STDERR_FILENO)
    posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))
    // Numbers must come with a decimal point whatever the user's language is.
    let environment = ["LC_ALL=C.UTF-8", "PATH=/usr/local/bin:/usr/bin:/bin"]
    var arguments = ([program] + arguments).map { strdup($0) } + [nil]
    var variables = environment.map { strdup($0) } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var process: pid_t = 0
    let error = posix_spawnp(&process, program, &actions, &attributes, &arguments, &variables)
    switch error {
    case 0: break
    case ENOENT: throw .missing
    default: throw .notStarted(errno: error)
    }
    limit(process)
    return process
  }

  /// Sets the limits from outside, just after the start: the program has then not read a byte yet, or hardly.
  private func limit(_ process: pid_t) {
    func set(_ resource: __rlimit_resource_t, _ value: Int) {
      var limit = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value))
      // The only error there can be is that it has ended already.
      _ = prlimit(process, resource, &limit, nil)
    }
    set(__rlimit_resource_t(RLIMIT_CPU.rawValue), limits.processorSeconds)
    set(__rlimit_resource_t(RLIMIT_AS.rawValue), limits.memory)
    set(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), 0)
    set(__rlimit_resource_t(RLIMIT_CORE.rawValue), 0)
  }

  // MARK: Reading

  private func read(
    _ output: Int32, _ messages: Int32, until deadline: ContinuousClock.Instant
  ) throws(Failure) -> Output {
    var result = Output()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var waiting = [
      pollfd(fd: output, events: Int16(POLLIN), revents: 0),
      pollfd(fd: messages, events: Int16(POLLIN), revents: 0),
    ]
    while waiting.contains(where: { $0.fd >= 0 }) {
      let left = ContinuousClock.now.duration(to: deadline)
      guard left > .zero else { throw .tooMuchTime }
      let milliseconds = left.components.seconds * 1000 + 1
      let ready = poll(&waiting, nfds_t(waiting.count), Int32(min(milliseconds, 1000)))
      if ready < 0, errno != EINTR { throw .notStarted(errno: errno) }
      guard ready > 0 else { continue }
      for index in waiting.indices where waiting[index].revents != 0 {
        let count = Glibc.read(waiting[index].fd, &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else {
          // A negative descriptor is one that poll passes over.
          waiting[index].fd = -1
          continue
        }
        if index == 0 {
          guard result.bytes.count + count <= limits.output else { throw .tooMuchOutput }
          result.bytes.append(contentsOf: buffer[..<count])
        } else {
          let room = Self.messageLimit - result.messages.count
          result.messages.append(contentsOf: buffer[..<min(count, room)])
        }
      }
    }
    return result
  }

  // MARK: Ending

  /// Waits until a program that has closed its output has ended, without taking its status.
  private static func awaitEnd(
    of process: pid_t, until deadline: ContinuousClock.Instant
  ) throws(Failure) {
    var pause: useconds_t = 100
    while true {
      var information = siginfo_t()
      let result = waitid(P_PID, id_t(process), &information, WEXITED | WNOHANG | WNOWAIT)
      if result == 0 ? information.si_signo != 0 : errno != EINTR { return }
      guard ContinuousClock.now < deadline else { throw .tooMuchTime }
      usleep(pause)
      pause = min(pause * 2, 20_000)
    }
  }

  private static func reap(_ process: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status
  }

  // MARK: Descriptors

  /// Both ends are closed in any program that is started meanwhile.
  private static func pipe() throws(Failure) -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [-1, -1]
    guard pipe2(&ends, O_CLOEXEC) == 0 else { throw .notStarted(errno: errno) }
    return (ends[0], ends[1])
  }

  /// A file in memory with some bytes, open at its beginning.
  private static func memoryFile(of bytes: [UInt8]) throws(Failure) -> Int32 {
    let closedInPrograms: UInt32 = 1  // MFD_CLOEXEC
    let file = memfd_create("document", closedInPrograms)
    guard file >= 0 else { throw .notStarted(errno: errno) }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let error = errno
        close(file)
        throw .notStarted(errno: error)
      }
      written += count
    }
    lseek(file, 0, SEEK_SET)
    return file
  }
}
