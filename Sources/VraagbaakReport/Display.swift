/// What text is laid out for: a terminal, or a file that people read.
package struct Display: Sendable, Hashable {
  /// The columns of a line.
  package var columns: Int
  /// The columns of running text: no more than can be read with ease.
  package var width: Int
  /// Whether text may have colours.
  package var usesColor: Bool
  /// Whether text may have links that a terminal opens (OSC 8).
  package var usesLinks: Bool

  package init(columns: Int = 80, width: Int = 80, usesColor: Bool = false, usesLinks: Bool = false)
  {
    self.columns = columns
    self.width = width
    self.usesColor = usesColor
    self.usesLinks = usesLinks
  }
}

/// The lines of a text for a display.
struct Page {
  let display: Display
  private(set) var lines: [String] = []

  init(_ display: Display) { self.display = display }

  mutating func add(_ text: StyledText, indent: Int = 0) {
    lines += text.lines(
      width: display.width, indent: indent, usesColor: display.usesColor,
      usesLinks: display.usesLinks)
  }

  mutating func add(_ text: String, _ style: StyledText.Style = .plain, indent: Int = 0) {
    add(StyledText(text, style), indent: indent)
  }

  /// Adds a line that is cut already, with the whole width of the display.
  mutating func add(line: StyledText, indent: Int = 0) {
    lines += line.lines(
      width: max(display.columns, indent + line.count), indent: indent,
      usesColor: display.usesColor, usesLinks: display.usesLinks)
  }

  mutating func addEmptyLine() { lines.append("") }
}
