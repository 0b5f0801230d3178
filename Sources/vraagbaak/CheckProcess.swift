import Glibc
import Kamervragen
import PassageIndex
import Synchronization

/// Runs a check in a process of its own, which damage may end: what Xapian cannot survive is then one more problem.
struct CheckProcess {
  /// The option that tells the command that it is that process.
  static let option = "in-process"

  /// The process, for a signal to be passed on to it; 0 while there is none.
  private static let process = Atomic<pid_t>(0)

  /// Runs this program with some arguments to its end. It writes where this process writes, and gets the signals that end
  /// this one.
  ///
  /// - Returns: how it ended; nil where it cannot be started.
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

  /// Bounds this process, which has to check so many bytes: a block that names itself is followed without an end, and a
  /// length that is no length asks for any amount of memory. Both limits are far beyond what a sound index takes.
  static func limit(bytes: Int) {
    Resource.processorTime.limit(0, soft: 600 + bytes >> 20)
    Resource.addresses.limit(0, soft: 4 << 30 + 2 * bytes)
    // The whole index would be in it.
    Resource.coreSize.limit(0, soft: 0)
  }
}
