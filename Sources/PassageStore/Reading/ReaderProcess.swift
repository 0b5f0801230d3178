internal import CProcess
internal import Glibc
internal import Kamervragen

/// The parent's side of a process that reads documents. The process ends with this value, and with
/// this process, whatever it is doing.
final class ReaderProcess: Sendable {
  /// Why a document got no answer.
  enum Failure: Error, Hashable {
    case ended(ProcessEnd)
    case tooSlow
    case tooMuchOutput
    case stopped
  }

  private let program: ChildProgram
  private let process: pid_t
  private let socket: Int32
  /// A pipe that is never written to: closing it ends the process and its children.
  private let lifeline: Int32

  /// The interval between questions whether to stop, in milliseconds.
  private static let pause: Int32 = 50

  /// Starts a process.
  init(_ program: ChildProgram) throws(ProcessFailure) {
    var ends: [Int32] = [-1, -1]
    guard process_socketpair(&ends) == 0 else { throw .notStarted(errno: errno) }
    let lifeline: (reading: Int32, writing: Int32)
    do {
      lifeline = try ChildProgram.pipe()
    } catch {
      for end in ends { close(end) }
      throw error
    }
    // Output of the child's libraries is dropped; only a missing library is reported.
    let errors = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, ReaderService.reports + 1)
    let started = Result { () throws(ProcessFailure) in
      try program.start([ends[1], nil, nil, lifeline.reading, errors < 0 ? nil : errors])
    }
    if errors >= 0 { close(errors) }
    close(ends[1])
    close(lifeline.reading)
    do {
      process = try started.get()
    } catch {
      close(ends[0])
      close(lifeline.writing)
      throw error
    }
    self.program = program
    self.lifeline = lifeline.writing
    socket = ends[0]
  }

  deinit {
    close(lifeline)
    close(socket)
    program.kill(process)
    _ = ChildProgram.wait(for: process)
  }

  /// Has the process read documents, one after the other.
  ///
  /// - Parameters:
  ///   - requests: the documents; all are sent before the first answer is read.
  ///   - wallTime: the time each may take.
  ///   - outputLimit: the largest answer body, in bytes.
  ///   - isStopped: asked regularly; true ends the wait.
  ///   - body: called with each answer, in order; false ends the loop.
  /// - Throws: `Failure`, for the first document without an answer; the process is then useless.
  func answers(
    to requests: ArraySlice<ReadRequest>, wallTime: Duration, outputLimit: Int,
    isStopped: () -> Bool, _ body: (ReadAnswer) -> Bool
  ) throws(Failure) {
    var deadline = ContinuousClock.now + wallTime
    for request in requests {
      for piece in request.pieces { try send(piece, until: deadline, isStopped) }
    }
    var incoming = IncomingBytes()
    func take(_ size: Int) throws(Failure) -> [UInt8] {
      let bytes = try incoming.take(size) { (room) throws(Failure) in
        while true {
          let count = recv(socket, room.baseAddress, room.count, Int32(MSG_DONTWAIT))
          if count >= 0 { return count }
          guard errno == EAGAIN || errno == EINTR else { return 0 }
          try wait(for: POLLIN, until: deadline, isStopped)
        }
      }
      guard let bytes else { throw .ended(end()) }
      return bytes
    }
    for _ in requests {
      let head = try take(ReadAnswer.headSize)
      let size = ReadAnswer.bodySize(head: head)
      guard size <= outputLimit else { throw .tooMuchOutput }
      guard let answer = ReadAnswer(head: head, body: try take(size)) else {
        throw .ended(.exited(code: 0))
      }
      guard body(answer) else { return }
      deadline = ContinuousClock.now + wallTime
    }
  }

  private func wait(
    for events: Int32, until deadline: ContinuousClock.Instant, _ isStopped: () -> Bool
  ) throws(Failure) {
    while true {
      guard !isStopped() else { throw .stopped }
      guard ContinuousClock.now < deadline else { throw .tooSlow }
      var waiting = pollfd(fd: socket, events: Int16(events), revents: 0)
      if poll(&waiting, 1, Self.pause) > 0 { return }
    }
  }

  private func send(
    _ bytes: [UInt8], until deadline: ContinuousClock.Instant, _ isStopped: () -> Bool
  ) throws(Failure) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_DONTWAIT | MSG_NOSIGNAL))
      }
      if count > 0 {
        sent += count
      } else if errno == EAGAIN {
        try wait(for: POLLOUT, until: deadline, isStopped)
      } else if errno != EINTR {
        // The process has ended. The answers received before show at which document.
        return
      }
    }
  }

  /// How the process ended, once its connection is broken. The status is left for `wait`.
  private func end() -> ProcessEnd {
    // The process closes the connection by ending, so this is quick.
    var information = siginfo_t()
    while waitid(P_PID, id_t(process), &information, WEXITED | WNOWAIT) != 0 {
      guard errno == EINTR else { return .exited(code: 0) }
    }
    let status = information._sifields._sigchld.si_status
    return information.si_code == CLD_EXITED ? .exited(code: status) : .killed(signal: status)
  }
}
