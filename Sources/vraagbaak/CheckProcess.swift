import Glibc
import Kamervragen
import PassageIndex
import Synchronization

/// Runs a check in a process of its own: damage that Xapian does not survive is then one more
/// problem.
struct CheckProcess {
  /// The option of the command in that process.
  static let option = "in-process"

  /// The process that signals are passed on to; 0 while there is none.
  private static let process = Atomic<pid_t>(0)

  /// Runs this program with some arguments to its end. It writes to the streams of this process,
  /// and gets the signals that end this one.
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

  /// Limits the time and memory of this process. Xapian follows a block that names itself for ever,
  /// and a damaged length asks for any amount of memory. Both limits are far beyond what a sound
  /// index takes.
  ///
  /// - Parameter bytes: how many there are to check.
  static func limit(bytes: Int) {
    Resource.processorTime.limit(0, soft: 600 + bytes >> 20)
    Resource.addresses.limit(0, soft: 4 << 30 + 2 * bytes)
    // The whole index would be in a core dump.
    Resource.coreSize.limit(0, soft: 0)
  }
}
