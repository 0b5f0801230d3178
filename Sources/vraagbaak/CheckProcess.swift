import Glibc
import Kamervragen
import PassageIndex
import Synchronization

/// Runs a check in a process of its own, so that damage that crashes Xapian is one more problem
/// found.
struct CheckProcess {
  /// The option that marks the inner process.
  static let option = "in-process"

  /// The process that signals are passed on to; 0 while there is none.
  private static let process = Atomic<pid_t>(0)

  /// Runs this program with some arguments and waits for it. It shares the streams of this process,
  /// and SIGINT and SIGTERM are passed on to it.
  ///
  /// - Returns: how it ended; nil if it cannot be started.
  static func run(_ arguments: [String]) -> ProcessEnd? {
    for number in [SIGINT, SIGTERM] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { signal in
        let process = CheckProcess.process.load(ordering: .relaxed)
        if process > 0 { kill(process, signal) }
      }
      sigaction(number, &action, nil)
    }
    var program = ChildProgram(program: "/proc/self/exe", arguments: arguments, group: .ours)
    program.environment = nil
    let streams = [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    guard let started = try? program.start(streams) else { return nil }
    process.store(started, ordering: .relaxed)
    defer { process.store(0, ordering: .relaxed) }
    return ProcessEnd(status: ChildProgram.wait(for: started))
  }

  /// Limits the time and memory of this process, far above the needs of a sound index. Xapian loops
  /// on a block that refers to itself, and allocates whatever a damaged length asks for.
  ///
  /// - Parameter bytes: the size of the tables to check.
  static func limit(bytes: Int) {
    Resource.processorTime.limit(0, soft: 600 + bytes >> 20)
    Resource.addresses.limit(0, soft: 4 << 30 + 2 * bytes)
    // A core dump could contain the whole index.
    Resource.coreSize.limit(0, soft: 0)
  }
}
