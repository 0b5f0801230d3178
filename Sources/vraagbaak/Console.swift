import Glibc
import VraagbaakReport

/// The two output streams of the command. Results go to standard output, everything else to
/// standard error. A closed pipe is not an error.
///
/// On a terminal, results can wait until it is known whether they fit the screen; if not, a pager
/// shows them.
final class Console {
  /// How results are laid out.
  private(set) var display: Display
  /// Whether progress may be shown: standard error is a terminal.
  let showsProgress: Bool
  /// Whether standard output is a terminal.
  var isTerminal: Bool { surroundings.isTerminal }

  private let surroundings: Surroundings
  private var buffer: [UInt8] = []
  /// Why output was lost, or nil. Output to a closed pipe is not counted as lost.
  private(set) var loss: String?
  private var paging: PagedOutput?

  init() {
    Self.openMissingStreams()
    surroundings = .current
    display = surroundings.display(.auto)
    showsProgress = isatty(STDERR_FILENO) == 1
  }

  /// Begins to print results as the options ask. Only what people read goes to a pager.
  func show(_ options: DisplayOptions, isForPeople: Bool = true) {
    display = surroundings.display(options.color)
    guard isForPeople, options.mayPage, let rows = surroundings.rows,
      let command = surroundings.pager
    else { return }
    // The last line of the screen is the prompt's.
    paging = PagedOutput(command: command, rows: rows - 1, columns: surroundings.size?.columns)
    // Another program than less may print the address of a link as text.
    let program = command.split(separator: " ").first?.split(separator: "/").last
    if program != "less" { display.usesLinks = false }
  }

  /// Opens each closed standard stream on `/dev/null` in the direction that makes using it fail.
  /// Otherwise the next opened file would get its number, and messages would be written into that
  /// file.
  private static func openMissingStreams() {
    for stream in STDIN_FILENO...STDERR_FILENO where fcntl(stream, F_GETFD) < 0 {
      _ = open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// Prints a result line, without characters that a terminal might obey.
  func print(_ line: String) {
    print(styled: line.withoutHarm)
  }

  /// Prints a line from `StyledText` as it is: its text is already harmless and may have colours.
  func print(styled line: String) {
    if paging != nil {
      paging?.add(line, for: STDOUT_FILENO)
    } else {
      buffer.append(contentsOf: line.utf8)
      buffer.append(UInt8(ascii: "\n"))
      if buffer.count > 1 << 16 { _ = flush() }
    }
  }

  /// Prints lines that are laid out for this terminal.
  func print(_ lines: (Display) -> [String]) {
    for line in lines(display) { print(styled: line) }
  }

  /// Prints a message, warning or summary to standard error. It stays one line, even if a file name
  /// in it has a line feed.
  func error(_ line: String) {
    let clean = line.withoutControls.replacing("\n", with: " ")
    if paging != nil, showsProgress {
      // Beside a pager that fills the screen, nobody would see it.
      paging?.add(clean, for: STDERR_FILENO)
    } else {
      if paging == nil { _ = flush() }
      Self.write(Array((clean + "\n").utf8), to: STDERR_FILENO)
    }
  }

  /// Whether a message can be written without blocking.
  var takesMessages: Bool {
    var room = pollfd(fd: STDERR_FILENO, events: Int16(POLLOUT), revents: 0)
    return poll(&room, 1, 0) > 0
  }

  /// Replaces the progress line, if standard error is a terminal.
  func progress(_ line: String) {
    guard showsProgress else { return }
    Self.write(Array(("\r\u{1B}[K" + line).utf8), to: STDERR_FILENO)
  }

  /// Shows what is held and waits for the pager, if there is one; false if output was lost, except
  /// to a closed pipe.
  func finish() -> Bool {
    if let paged = paging {
      paging = nil
      for (stream, bytes) in paged.finish() where !Self.write(bytes, to: stream) {
        loss = loss ?? systemMessage(errno)
      }
    }
    return flush()
  }

  /// Writes the buffer; false if output was lost, except to a closed pipe.
  private func flush() -> Bool {
    if loss == nil, !buffer.isEmpty, !Self.write(buffer, to: STDOUT_FILENO) {
      loss = systemMessage(errno)
    }
    buffer.removeAll(keepingCapacity: true)
    return loss == nil
  }

  /// Writes all bytes; false if that failed, except at a closed pipe.
  @discardableResult
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { all in
      var rest = all[...]
      while !rest.isEmpty {
        let chunk = UnsafeRawBufferPointer(rebasing: rest)
        let written = Glibc.write(descriptor, chunk.baseAddress, chunk.count)
        if written >= 0 {
          rest = rest.dropFirst(written)
        } else if errno != EINTR {
          return errno == EPIPE
        }
      }
      return true
    }
  }
}
