import Glibc
import Kamervragen
import Synchronization

/// A program that shows long output screen by screen, started as git starts it.
struct Pager {
  /// Where to write what it shows.
  let input: Int32
  private let process: pid_t

  /// The pager's input and process, for the handlers of signals.
  private static let runningInput = Atomic<Int32>(-1)
  private static let runningProcess = Atomic<pid_t>(0)

  /// Characters that only a shell understands; without them no shell is started.
  private static let shellCharacters = "|&;<>()$`\\\"' \t\n*?[#~=%"

  /// Starts a pager.
  ///
  /// - Parameter command: the name of a program, or a line of shell.
  /// - Returns: the pager; nil if it cannot be started.
  static func start(_ command: String) -> Pager? {
    // Leave at once if all fits the screen (F), show colours (R), leave the text on the screen (X).
    setenv("LESS", "FRX", 0)
    setenv("LV", "-c", 0)
    // The text is UTF-8, whatever the locale.
    setenv("LESSCHARSET", "utf-8", 0)
    let isLine = command.contains { shellCharacters.contains($0) }
    var program = ChildProgram(
      program: isLine ? "/bin/sh" : command, arguments: isLine ? ["-c", command] : [],
      group: .ours)
    program.environment = nil
    guard let (reading, writing) = try? ChildProgram.pipe() else { return nil }
    defer { close(reading) }
    guard let process = try? program.start([reading, STDOUT_FILENO, STDERR_FILENO]) else {
      close(writing)
      return nil
    }
    handleSignals(writing, process)
    return Pager(input: writing, process: process)
  }

  /// The keyboard belongs to the pager: only the pager obeys Ctrl-C. SIGTERM and SIGHUP end this
  /// process only after the user has left the pager. Before that, the shell would read the keyboard
  /// as well.
  private static func handleSignals(_ input: Int32, _ process: pid_t) {
    runningInput.store(input, ordering: .relaxed)
    runningProcess.store(process, ordering: .relaxed)
    for number in [SIGINT, SIGQUIT] { signal(number, SIG_IGN) }
    for number in [SIGTERM, SIGHUP] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { number in
        // Only async-signal-safe calls.
        close(Pager.runningInput.load(ordering: .relaxed))
        let process = Pager.runningProcess.load(ordering: .relaxed)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        signal(number, SIG_DFL)
        raise(number)
      }
      sigaction(number, &action, nil)
    }
  }

  /// Tells the pager that all was written, and waits until the user has left it.
  ///
  /// - Returns: whether it showed anything. A shell starts even if the program is missing.
  func finish() -> Bool {
    close(input)
    let end = ProcessEnd(status: ChildProgram.wait(for: process))
    for number in [SIGINT, SIGQUIT, SIGTERM, SIGHUP] { signal(number, SIG_DFL) }
    return end != .exited(code: 127) && end != .exited(code: 126)
  }
}
