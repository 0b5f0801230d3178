internal import CProcess
internal import Glibc

/// Runs a program on some bytes within limits and returns its output. Meant for programs that read
/// untrusted files.
///
/// Standard input is an anonymous file in memory (`memfd_create`), so that a program can seek in
/// `/dev/stdin` and nothing is left on disk. The program gets no other descriptor of this process.
/// It has ended when `run` returns, even on error, and so have its own children if it has its own
/// group. Any number of threads may run programs at once.
struct BoundedProcess {
  /// The resources that a program may use. The wall time counts from its start.
  struct Limits: Hashable {
    var processorSeconds = 6
    /// Writable memory, in bytes.
    var memory = 256 << 20
    /// Standard output, in bytes.
    var output = 32 << 20
    var wallTime = Duration.seconds(60)
  }

  /// The output of a program that ended by itself.
  struct Output: Hashable {
    var bytes: [UInt8] = []
    /// The beginning of its standard error.
    var messages: [UInt8] = []
    var exitCode: Int32 = 0
  }

  let program: ChildProgram
  var limits = Limits()

  /// The maximum of standard error that is kept, in bytes.
  private static let messageLimit = 16 << 10

  /// Runs the program to its end; throws a `ProcessFailure` if it cannot start, exceeds a limit or
  /// is killed.
  func run(on input: [UInt8]) throws(ProcessFailure) -> Output {
    let source = try Self.memoryFile(of: input)
    defer { close(source) }
    let output = try ChildProgram.pipe()
    defer { close(output.reading) }
    let messages: (reading: Int32, writing: Int32)
    do {
      messages = try ChildProgram.pipe()
    } catch {
      close(output.writing)
      throw error
    }
    defer { close(messages.reading) }
    let started = Result { () throws(ProcessFailure) in
      try program.start([source, output.writing, messages.writing])
    }
    // Close the program's ends here, or reading would never end.
    close(output.writing)
    close(messages.writing)
    let process = try started.get()
    limit(process)
    let deadline = ContinuousClock.now + limits.wallTime
    var failure: ProcessFailure?
    var result = Output()
    do {
      result = try read(output.reading, messages.reading, until: deadline)
      try Self.awaitEnd(of: process, until: deadline)
    } catch {
      failure = error
    }
    // End its children, too. The group still belongs to the program until its leader is reaped.
    program.kill(process)
    let end = ProcessEnd(status: ChildProgram.wait(for: process))
    if let failure { throw failure }
    switch end {
    case .exited(let code): result.exitCode = code
    case .killed(SIGXCPU): throw .tooMuchTime
    case .killed(let signal): throw .killed(signal: signal)
    }
    return result
  }

  /// Sets the limits from outside just after the start, before the program has read much.
  private func limit(_ process: pid_t) {
    let seconds = limits.processorSeconds
    // The soft limit sends SIGXCPU, which identifies the cause; the hard one SIGKILL, which anyone
    // may have sent.
    Resource.processorTime.limit(process, soft: seconds, hard: seconds + 1)
    Resource.memory.limit(process, soft: limits.memory, hard: limits.memory)
    Resource.fileSize.limit(process, soft: 0, hard: 0)
    Resource.coreSize.limit(process, soft: 0, hard: 0)
  }

  // MARK: Reading

  private func read(
    _ output: Int32, _ messages: Int32, until deadline: ContinuousClock.Instant
  ) throws(ProcessFailure) -> Output {
    var result = Output()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var waiting = [
      pollfd(fd: output, events: Int16(POLLIN), revents: 0),
      pollfd(fd: messages, events: Int16(POLLIN), revents: 0),
    ]
    while waiting.contains(where: { $0.fd >= 0 }) {
      let left = ContinuousClock.now.duration(to: deadline)
      guard left > .zero else { throw .tooSlow }
      let milliseconds = left.components.seconds * 1000 + 1
      let ready = poll(&waiting, nfds_t(waiting.count), Int32(min(milliseconds, 1000)))
      if ready < 0, errno != EINTR { throw .notStarted(errno: errno) }
      guard ready > 0 else { continue }
      for index in waiting.indices where waiting[index].revents != 0 {
        let count = Glibc.read(waiting[index].fd, &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else {
          // `poll` ignores negative descriptors.
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

  /// Waits until a program that has closed its output ends, without reaping it.
  private static func awaitEnd(
    of process: pid_t, until deadline: ContinuousClock.Instant
  ) throws(ProcessFailure) {
    var pause: useconds_t = 100
    while true {
      var information = siginfo_t()
      let result = waitid(P_PID, id_t(process), &information, WEXITED | WNOHANG | WNOWAIT)
      if result == 0 ? information.si_signo != 0 : errno != EINTR { return }
      guard ContinuousClock.now < deadline else { throw .tooSlow }
      usleep(pause)
      pause = min(pause * 2, 20_000)
    }
  }

  /// A file in memory with some bytes, positioned at its beginning.
  private static func memoryFile(of bytes: [UInt8]) throws(ProcessFailure) -> Int32 {
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
