import Glibc

/// Output on a terminal that a pager shows if it does not fit the screen.
struct PagedOutput {
  private let command: String
  private let rows: Int
  private let columns: Int
  /// What was printed, with the stream that it is for.
  private var held: [(stream: Int32, bytes: [UInt8])] = []
  private var heldRows = 0
  private var state = State.waiting

  private enum State {
    /// Until the output ends or has too many rows.
    case waiting
    case running(Pager)
    /// No pager could be started.
    case failed
  }

  /// - Parameters:
  ///   - command: the pager.
  ///   - rows: the rows that output may have without a pager.
  ///   - columns: the columns of the terminal; nil if unknown.
  init(command: String, rows: Int, columns: Int?) {
    self.command = command
    self.rows = rows
    self.columns = columns ?? 80
  }

  /// Adds a line for a stream.
  mutating func add(_ line: String, for stream: Int32) {
    let bytes = Array((line + "\n").utf8)
    switch state {
    case .waiting:
      held.append((stream, bytes))
      for row in line.split(separator: "\n", omittingEmptySubsequences: false) {
        heldRows += max(1, (Self.width(of: row) + columns - 1) / columns)
      }
      if heldRows > rows { start() }
    case .running(let pager):
      held.append((stream, bytes))
      Console.write(bytes, to: pager.input)
    case .failed: held.append((stream, bytes))
    }
  }

  private mutating func start() {
    guard let pager = Pager.start(command) else { return state = .failed }
    state = .running(pager)
    for (_, bytes) in held { Console.write(bytes, to: pager.input) }
  }

  /// Ends the output, and waits until the user has left the pager.
  ///
  /// - Returns: what still has to be written: all of it, if no pager showed it.
  func finish() -> [(stream: Int32, bytes: [UInt8])] {
    if case .running(let pager) = state, pager.finish() { return [] }
    return held
  }

  /// The columns of a line, without colours and links.
  private static func width(of line: Substring) -> Int {
    var width = 0
    var rest = line.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\u{1B}" else {
        width += 1
        continue
      }
      // A colour ends with m, a link with ESC and a backslash.
      let end: Unicode.Scalar = rest.popFirst() == "]" ? "\\" : "m"
      while let next = rest.popFirst(), next != end {}
    }
    return width
  }
}
