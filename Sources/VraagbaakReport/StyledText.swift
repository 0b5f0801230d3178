/// Text for a terminal: runs with a style, wrapped to a width. Control characters in the text never
/// reach the terminal.
package struct StyledText: Sendable {
  /// How a run of text is shown if colours are used.
  package enum Style: Sendable {
    case plain
    /// A word that matches the query.
    case hit
    /// A line to find at a glance.
    case heading
    /// Secondary text.
    case faint

    fileprivate var code: String? {
      switch self {
      case .plain: nil
      case .hit: "\u{1B}[1;31m"
      case .heading: "\u{1B}[1m"
      case .faint: "\u{1B}[2m"
      }
    }
  }

  private var runs: [(text: String, style: Style)] = []

  package init(_ text: String = "", _ style: Style = .plain) {
    append(text, style)
  }

  package mutating func append(_ text: String, _ style: Style = .plain) {
    guard !text.isEmpty else { return }
    runs.append((text.withoutControls, style))
  }

  /// The text in lines of at most `width` columns (but at least 20 for the text), each after
  /// `indent` spaces; broken at spaces. A longer word is not broken.
  package func lines(width: Int, indent: Int = 0, usesColor: Bool = false) -> [String] {
    let room = max(20, width - indent)
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = ""
    var used = 0
    var space = ""
    func end() {
      lines.append(used == 0 ? "" : margin + line)
      (line, used, space) = ("", 0, "")
    }
    for word in words {
      if word.isBreak {
        end()
        continue
      }
      let needed = used + space.count + word.length
      if used > 0, needed > room { end() }
      line += space
      used += space.count
      for (text, style) in word.runs {
        if usesColor, let code = style.code {
          line += "\(code)\(text)\u{1B}[0m"
        } else {
          line += text
        }
      }
      used += word.length
      space = word.endsAtSpace ? " " : ""
    }
    if used > 0 { end() }
    return lines
  }

  private struct Word {
    private(set) var runs: [(text: Substring, style: Style)] = []
    /// In characters.
    private(set) var length = 0
    var endsAtSpace = false
    var isBreak = false

    mutating func append(_ text: Substring, _ style: Style) {
      guard !text.isEmpty else { return }
      runs.append((text, style))
      // Counting characters is the slowest part, and most words are ASCII.
      let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
      length += isASCII ? text.utf8.count : text.count
    }
  }

  /// The words, each with its runs: a hit may be part of a word.
  private var words: [Word] {
    var words: [Word] = []
    var word = Word()
    func endWord(atSpace: Bool) {
      guard !word.runs.isEmpty else {
        if atSpace, !words.isEmpty { words[words.count - 1].endsAtSpace = true }
        return
      }
      word.endsAtSpace = atSpace
      words.append(word)
      word = Word()
    }
    for (text, style) in runs {
      var start = text.startIndex
      for (place, byte) in zip(text.utf8.indices, text.utf8) {
        let isBreak = byte == UInt8(ascii: "\n")
        guard isBreak || byte == UInt8(ascii: " ") else { continue }
        word.append(text[start..<place], style)
        endWord(atSpace: !isBreak)
        if isBreak { words.append(Word(isBreak: true)) }
        start = text.utf8.index(after: place)
      }
      word.append(text[start...], style)
    }
    endWord(atSpace: false)
    return words
  }
}

/// The lines of a text for a terminal.
struct Page {
  let width: Int
  let usesColor: Bool
  private(set) var lines: [String] = []

  init(width: Int, usesColor: Bool) {
    self.width = width
    self.usesColor = usesColor
  }

  mutating func add(_ text: StyledText, indent: Int = 0) {
    lines += text.lines(width: width, indent: indent, usesColor: usesColor)
  }

  mutating func add(_ text: String, _ style: StyledText.Style = .plain, indent: Int = 0) {
    add(StyledText(text, style), indent: indent)
  }

  mutating func addEmptyLine() { lines.append("") }
}

extension String {
  /// The text with spaces after it, up to a width in characters.
  package func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
