import Glibc
import VraagbaakReport

/// What the command can know of the place where its results appear.
struct Surroundings {
  /// Whether standard output is a terminal.
  var isTerminal: Bool
  /// The size of the terminal; nil if it has none or standard output is no terminal.
  var size: (columns: Int, rows: Int)?
  /// Whether there is a keyboard, so that a user can leave a pager.
  var hasKeyboard: Bool
  /// The value of a variable of the environment; nil if it is not set.
  var environment: (String) -> String?

  /// The same, but nil if the value is empty.
  private func variable(_ name: String) -> String? {
    environment(name).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Those of this process.
  static var current: Surroundings {
    var size = winsize()
    let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    let isTerminal = isatty(STDOUT_FILENO) == 1
    return Surroundings(
      isTerminal: isTerminal, size: isKnown ? (Int(size.ws_col), Int(size.ws_row)) : nil,
      hasKeyboard: isTerminal && hasKeyboard
    ) { name in
      getenv(name).map { String(cString: $0) }
    }
  }

  private static var hasKeyboard: Bool {
    let keyboard = open("/dev/tty", O_RDONLY | O_CLOEXEC)
    guard keyboard >= 0 else { return false }
    close(keyboard)
    return true
  }

  /// The rows of the terminal; nil if unknown.
  var rows: Int? {
    variable("LINES").flatMap(Int.init).flatMap { $0 > 0 ? $0 : nil }
      ?? size.flatMap { $0.rows > 0 ? $0.rows : nil }
  }

  /// Whether the terminal can only print. As in git, one of an unknown kind is such a terminal.
  private var isDumb: Bool { ["dumb", nil].contains(variable("TERM")) }

  // MARK: Layout and colours

  /// Lines of running text are at most this long, unless `COLUMNS` says otherwise.
  private static let maximumWidth = 120
  private static let standardColumns = 80
  private static let minimumColumns = 20
  private static let maximumColumns = 10_000

  /// How results are laid out. `COLUMNS` comes before the size of the terminal: whoever sets it
  /// means it.
  func display(_ color: DisplayOptions.Color) -> Display {
    let asked = variable("COLUMNS").flatMap(Int.init).flatMap {
      $0 > 0 ? min($0, Self.maximumColumns) : nil
    }
    let columns = max(
      Self.minimumColumns, asked ?? size?.columns ?? Self.standardColumns)
    let usesColor = usesColor(color)
    // The console of Linux shows the address of a link as text.
    let hasLinks = isTerminal && !isDumb && variable("TERM") != "linux"
    return Display(
      columns: columns, width: asked == nil ? min(columns, Self.maximumWidth) : columns,
      usesColor: usesColor, usesLinks: usesColor && hasLinks)
  }

  /// An option comes before `NO_COLOR` (no-color.org), that before `CLICOLOR_FORCE`
  /// (bixense.com/clicolors), and that before what standard output is.
  private func usesColor(_ color: DisplayOptions.Color) -> Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto:
      if variable("NO_COLOR") != nil {
        false
      } else if let force = variable("CLICOLOR_FORCE"), force != "0" {
        true
      } else {
        isTerminal && !isDumb
      }
    }
  }

  // MARK: The pager

  /// The program that shows long output; nil for none. As in git: `VRAAGBAAK_PAGER`, else `PAGER`,
  /// else `less`; one that is empty or `cat` is none. A pager that nobody chose needs a keyboard.
  var pager: String? {
    guard isTerminal else { return nil }
    if let chosen = environment("VRAAGBAAK_PAGER") ?? environment("PAGER") {
      return ["", "cat"].contains(chosen) ? nil : chosen
    }
    return hasKeyboard && !isDumb ? "less" : nil
  }
}
