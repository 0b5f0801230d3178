import Glibc
import VraagbaakReport

/// The two output streams of the command. Results go to standard output, everything else to
/// standard error. A closed pipe is not an error.
final class Console {
  /// Whether standard output is a terminal.
  let isTerminal: Bool
  /// Whether results may have colours: standard output is a terminal and `NO_COLOR` is not set
  /// (no-color.org).
  let usesColor: Bool
  /// Whether progress may be shown: standard error is a terminal.
  let showsProgress: Bool
  /// The width for layout, in columns.
  let width: Int

  private var buffer: [UInt8] = []
  /// Why output was lost, or nil. Output to a closed pipe is not counted as lost.
  private(set) var loss: String?

  init() {
    Self.openMissingStreams()
    isTerminal = isatty(STDOUT_FILENO) == 1
    let noColor = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    usesColor = isTerminal && !noColor
    showsProgress = isatty(STDERR_FILENO) == 1
    var size = winsize()
    let known = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    width = known ? max(40, min(Int(size.ws_col), 120)) : 100
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
    buffer.append(contentsOf: line.utf8)
    buffer.append(UInt8(ascii: "\n"))
    if buffer.count > 1 << 16 { _ = flush() }
  }

  /// Prints lines that are laid out for this terminal.
  func print(_ lines: (_ width: Int, _ usesColor: Bool) -> [String]) {
    for line in lines(width, usesColor) { print(styled: line) }
  }

  /// Prints a message, warning or summary to standard error. It stays one line, even if a file name
  /// in it has a line feed.
  func error(_ line: String) {
    _ = flush()
    let clean = line.withoutControls.replacing("\n", with: " ")
    Self.write(Array((clean + "\n").utf8), to: STDERR_FILENO)
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

  /// Writes the buffer; false if output was lost, except to a closed pipe.
  func flush() -> Bool {
    if loss == nil, !buffer.isEmpty, !Self.write(buffer, to: STDOUT_FILENO) {
      loss = String(cString: strerror(errno))
    }
    buffer.removeAll(keepingCapacity: true)
    return loss == nil
  }

  @discardableResult
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
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
