import Glibc

/// The two output streams of the command. Results go to standard output, everything else to standard error; a closed
/// pipe is no error.
final class Console {
  /// Whether results are read by a person: standard output is a terminal.
  let isTerminal: Bool
  /// Whether results may carry colours: a terminal, and `NO_COLOR` is not set (no-color.org).
  let usesColor: Bool
  /// Whether progress may be shown: standard error is a terminal.
  let showsProgress: Bool
  /// The width to lay text out for, in columns.
  let width: Int

  private var buffer: [UInt8] = []
  private var failed = false

  init() {
    isTerminal = isatty(STDOUT_FILENO) == 1
    let noColor = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    usesColor = isTerminal && !noColor
    showsProgress = isatty(STDERR_FILENO) == 1
    var size = winsize()
    let known = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    width = known ? max(40, min(Int(size.ws_col), 120)) : 100
  }

  /// Prints a result line.
  func print(_ line: String) {
    buffer.append(contentsOf: line.utf8)
    buffer.append(UInt8(ascii: "\n"))
    if buffer.count > 1 << 16 { _ = flush() }
  }

  /// Prints a line for the person or the log: a message, a warning, a summary.
  func error(_ line: String) {
    _ = flush()
    Self.write(Array((line + "\n").utf8), to: STDERR_FILENO)
  }

  /// Replaces the line of progress on a terminal; nothing where there is none.
  func progress(_ line: String) {
    guard showsProgress else { return }
    Self.write(Array(("\r\u{1B}[K" + line).utf8), to: STDERR_FILENO)
  }

  /// Writes what is buffered; false if any of the output was lost for another reason than a closed pipe.
  func flush() -> Bool {
    if !failed, !buffer.isEmpty {
      failed = !Self.write(buffer, to: STDOUT_FILENO)
    }
    buffer.removeAll(keepingCapacity: true)
    return !failed
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
