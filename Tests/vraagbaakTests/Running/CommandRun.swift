import Glibc
import Synchronization

/// What a run of the command left behind: what it printed, and how it ended.
struct CommandRun: Equatable {
  var output = ""
  var errors = ""
  /// The exit code, or minus the number of the signal that killed it.
  var status: Int32 = 0

  /// The lines of the output.
  var lines: [String] { output.split(separator: "\n").map(String.init) }

  /// The messages, one a line.
  var messages: [String] { errors.split(separator: "\n").map(String.init) }
}

/// The system refused something that a test needs.
struct SystemFailure: Error, CustomStringConvertible {
  let description: String

  init(_ call: String, _ code: Int32 = errno) {
    description = "\(call): \(String(cString: strerror(code)))"
  }
}

/// The built command, beside the test runner.
enum BuiltCommand {
  static let path: String = {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let runner = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    return runner.split(separator: "/").dropLast().map { "/\($0)" }.joined() + "/vraagbaak"
  }()
}

/// Held while descriptors exist that a new process must not inherit, and while one starts.
private let starting = Mutex(())

/// A process and the descriptors it was given. Nothing of the tester's own environment reaches it.
struct Spawn {
  var executable = BuiltCommand.path
  var arguments: [String]
  var environment: [String: String]
  var directory: String
  /// The descriptors that become standard input, output and error; nil means closed.
  var input: Int32?
  var output: Int32?
  var errors: Int32?

  /// Starts the process, with every signal as a login shell would leave it.
  func start() throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (target, source) in [input, output, errors].enumerated() {
      if let source {
        posix_spawn_file_actions_adddup2(&actions, source, Int32(target))
      } else {
        posix_spawn_file_actions_addclose(&actions, Int32(target))
      }
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))

    // `env` enters the directory and becomes the command, under the same number.
    var words = (["env", "-C", directory, executable] + arguments).map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in words + variables { free(pointer) } }
    var process: pid_t = 0
    let code = starting.withLock { _ in
      posix_spawn(&process, "/usr/bin/env", &actions, &attributes, &words, &variables)
    }
    guard code == 0 else { throw SystemFailure("posix_spawn \(executable)", code) }
    return process
  }

  /// Waits until a process has ended; one that never does is killed, so that a test fails instead
  /// of hanging.
  static func wait(for process: pid_t) -> Int32 {
    var status: Int32 = 0
    var milliseconds = 60_000
    while waitpid(process, &status, WNOHANG) == 0 {
      usleep(1000)
      milliseconds -= 1
      if milliseconds == 0 { kill(process, SIGKILL) }
    }
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : -signal
  }
}

/// A descriptor that is closed with its last owner.
final class Descriptor {
  let number: Int32

  init(_ number: Int32, _ call: String) throws {
    guard number >= 0 else { throw SystemFailure(call) }
    self.number = number
  }

  /// A file by its path.
  convenience init(opening path: String, _ flags: Int32) throws {
    try self.init(open(path, flags | O_CLOEXEC, 0o666), "open \(path)")
  }

  /// A file without a name, to catch output in.
  convenience init(scratchIn directory: String) throws {
    var template = Array("\(directory)/scratch-XXXXXX".utf8CString)
    let number = starting.withLock { _ in
      let number = mkstemp(&template)
      if number >= 0 { _ = fcntl(number, F_SETFD, FD_CLOEXEC) }
      return number
    }
    try self.init(number, "mkstemp")
    unlink(template)
  }

  /// The two ends of a new pipe.
  static func pipe() throws -> (reading: Descriptor, writing: Descriptor) {
    var ends: [Int32] = [-1, -1]
    let code = starting.withLock { _ in
      let code = Glibc.pipe(&ends)
      for end in ends where code == 0 { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      return code
    }
    guard code == 0 else { throw SystemFailure("pipe") }
    return (try Descriptor(ends[0], "pipe"), try Descriptor(ends[1], "pipe"))
  }

  deinit { close(number) }

  /// Everything up to the end. The end of a terminal is an error, EIO.
  func rest() -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(number, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return bytes }
      bytes += chunk[..<count]
    }
  }

  /// Everything from the beginning of a file.
  func whole() -> [UInt8] {
    lseek(number, 0, SEEK_SET)
    return rest()
  }
}
