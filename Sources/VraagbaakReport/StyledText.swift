/// Text for a terminal: runs with a style and a link, wrapped to a width. Control characters in the
/// text never reach the terminal.
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

  private var runs: [Run<String>] = []

  /// A piece of text in one style. `link` is the address that it leads to, or nil.
  private struct Run<Text: StringProtocol & Sendable> {
    var text: Text
    var style: Style
    var link: String?
  }

  package init(_ text: String = "", _ style: Style = .plain, link: String? = nil) {
    append(text, style, link: link)
  }

  package static func + (left: StyledText, right: StyledText) -> StyledText {
    var text = left
    text.runs += right.runs
    return text
  }

  /// Adds text. An address with anything but visible ASCII is left out: it could end the link.
  package mutating func append(_ text: String, _ style: Style = .plain, link: String? = nil) {
    guard !text.isEmpty else { return }
    let isSafe = link?.utf8.allSatisfy { (0x21...0x7E).contains($0) } ?? false
    runs.append(Run(text: text.withoutControls, style: style, link: isSafe ? link : nil))
  }

  /// Texts one after the other, with another between them.
  static func joined(_ texts: [StyledText], by separator: StyledText) -> StyledText {
    var joined = StyledText()
    for (place, text) in texts.enumerated() {
      if place > 0 { joined.runs += separator.runs }
      joined.runs += text.runs
    }
    return joined
  }

  /// The number of characters.
  package var count: Int { runs.reduce(0) { $0 + $1.text.count } }

  /// The text, or its beginning with dots if it has more characters than this.
  package func cut(to maximum: Int) -> StyledText {
    guard count > maximum else { return self }
    var room = max(0, maximum - 1)
    var cut = StyledText()
    for run in runs where room > 0 {
      let text = run.text.prefix(room)
      room -= text.count
      cut.append(String(text), run.style, link: run.link)
    }
    cut.append("…", runs.last?.style ?? .plain)
    return cut
  }

  /// The text in lines of at most `width` columns (but at least 20 for the text), each after
  /// `indent` spaces; broken at spaces. A longer word is not broken.
  package func lines(
    width: Int, indent: Int = 0, usesColor: Bool = false, usesLinks: Bool = false
  ) -> [String] {
    let room = max(20, width - indent)
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = ""
    var used = 0
    var space = ""
    var link: String?
    func goTo(_ next: String?) {
      guard usesLinks, next != link else { return }
      line += "\u{1B}]8;;\(next ?? "")\u{1B}\\"
      link = next
    }
    func end() {
      goTo(nil)
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
      if word.runs.first?.link != link { goTo(nil) }
      line += space
      used += space.count
      for run in word.runs {
        goTo(run.link)
        if usesColor, let code = run.style.code {
          line += "\(code)\(run.text)\u{1B}[0m"
        } else {
          line += run.text
        }
      }
      used += word.length
      space = word.endsAtSpace ? " " : ""
    }
    if used > 0 { end() }
    return lines
  }

  private struct Word {
    private(set) var runs: [Run<Substring>] = []
    /// In characters.
    private(set) var length = 0
    var endsAtSpace = false
    var isBreak = false

    mutating func append(_ text: Substring, as run: Run<String>) {
      guard !text.isEmpty else { return }
      runs.append(Run(text: text, style: run.style, link: run.link))
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
    for run in runs {
      let text = run.text
      var start = text.startIndex
      for (place, byte) in zip(text.utf8.indices, text.utf8) {
        let isBreak = byte == UInt8(ascii: "\n")
        guard isBreak || byte == UInt8(ascii: " ") else { continue }
        word.append(text[start..<place], as: run)
        endWord(atSpace: !isBreak)
        if isBreak { words.append(Word(isBreak: true)) }
        start = text.utf8.index(after: place)
      }
      word.append(text[start...], as: run)
    }
    endWord(atSpace: false)
    return words
  }
}

extension String {
  /// The text with spaces after it, up to a width in characters.
  package func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
