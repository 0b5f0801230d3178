import Glibc
import Testing

/// A pseudo-terminal of 80 columns, as wide as a clerk's.
final class Terminal {
  /// Which of the command's streams are the terminal.
  enum Stream { case output, errors }

  private let ours: Descriptor
  private var theirs: Descriptor?

  init(columns: UInt16 = 80, rows: UInt16 = 24) throws {
    ours = try Descriptor(opening: "/dev/ptmx", O_RDWR | O_NOCTTY)
    // TIOCSPTLCK and TIOCGPTN: what unlockpt and ptsname do, which Swift leaves out.
    var locked: Int32 = 0
    var number: UInt32 = 0
    guard ioctl(ours.number, 0x4004_5431, &locked) == 0,
      ioctl(ours.number, 0x8004_5430, &number) == 0
    else { throw SystemFailure("/dev/ptmx") }
    let theirs = try Descriptor(opening: "/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    // A line end stays one byte.
    var settings = termios()
    tcgetattr(theirs.number, &settings)
    settings.c_oflag &= ~tcflag_t(OPOST)
    tcsetattr(theirs.number, TCSANOW, &settings)
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    guard ioctl(theirs.number, UInt(TIOCSWINSZ), &size) == 0 else {
      throw SystemFailure("TIOCSWINSZ")
    }
    self.theirs = theirs
  }

  /// Runs the command, once, with one or both of its streams on the terminal; the other one is
  /// thrown away.
  ///
  /// - Returns: what the terminal received, as output, and how the command ended.
  func run(
    _ arguments: String..., in workplace: Workplace, streams: Set<Stream> = [.output, .errors],
    environment changes: [String: String] = [:]
  ) throws -> CommandRun {
    try run(arguments, in: workplace, streams: streams, environment: changes)
  }

  func run(
    _ arguments: [String], in workplace: Workplace, streams: Set<Stream> = [.output, .errors],
    environment changes: [String: String] = [:]
  ) throws -> CommandRun {
    let nothing = try Descriptor(opening: "/dev/null", O_RDWR)
    func descriptor(_ stream: Stream) -> Int32? {
      streams.contains(stream) ? theirs?.number : nothing.number
    }
    let process = try Spawn(
      arguments: arguments, environment: workplace.environment.merging(changes) { $1 },
      directory: workplace.path, input: nothing.number, output: descriptor(.output),
      errors: descriptor(.errors)
    ).start()
    // While we hold the command's end, the terminal has no end to read to.
    theirs = nil
    let received = ours.rest()
    return CommandRun(
      output: String(decoding: received, as: UTF8.self), status: Spawn.wait(for: process))
  }
}

extension String {
  /// The text without colours and links.
  var bare: String {
    replacing(#/\x1B\[[0-9;]*m|\x1B\]8;;[^\x1B]*\x1B\\/#, with: "")
  }

  /// The addresses that the text links to, in order.
  var links: [String] {
    matches(of: #/\x1B\]8;;([^\x1B]+)\x1B\\/#).map { String($0.1) }
  }
}

extension Trait where Self == ConditionTrait {
  /// The test needs a pseudo-terminal. A bare chroot has none; the test is then reported as
  /// skipped.
  static var onTerminal: Self {
    // The device may be there and not work, so only opening it tells.
    let descriptor = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    if descriptor >= 0 { close(descriptor) }
    return .enabled(if: descriptor >= 0, "there are no pseudo-terminals here")
  }
}
