/// Text for a terminal: runs with a style, wrapped to a width. Control characters of the text itself never reach the
/// terminal.
struct StyledText {
  enum Style {
    case plain
    /// A hit.
    case hit
    /// The line a person looks for first.
    case heading
    /// What matters less.
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

  init(_ text: String = "", _ style: Style = .plain) {
    append(text, style)
  }

  mutating func append(_ text: String, _ style: Style = .plain) {
    guard !text.isEmpty else { return }
    runs.append((text.withoutControls, style))
  }

  /// The text in lines of at most `width` columns, each after `indent` spaces; broken at spaces.
  func lines(width: Int, indent: Int, usesColor: Bool) -> [String] {
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
      // To tell characters takes longer than all else here, and most words have none of more than a byte.
      let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
      length += isASCII ? text.utf8.count : text.count
    }
  }

  /// The words, each with the runs it is made of: a hit may be a part of a word.
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

extension String {
  /// The text without control characters and without marks that turn the direction of writing: what a hostile document
  /// could use against a terminal. Line ends stay; a tab, and what other programs take for a line end, are a space.
  var withoutControls: String {
    without {
      $0.isHarmful
    } blanking: {
      $0 == "\t" || $0.endsLines
    }
  }

  /// The same, with the tabs between columns.
  var withoutHarm: String {
    without {
      $0.isHarmful
    } blanking: {
      $0.endsLines
    }
  }

  private func without(
    _ isHarmful: (Unicode.Scalar) -> Bool, blanking isBlank: (Unicode.Scalar) -> Bool
  ) -> String {
    guard unicodeScalars.contains(where: { isBlank($0) || isHarmful($0) }) else { return self }
    var clean = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if isBlank(scalar) { clean.append(" ") } else if !isHarmful(scalar) { clean.append(scalar) }
    }
    return String(clean)
  }
}

extension Unicode.Scalar {
  /// Whether a terminal might obey it instead of showing it: a control character other than tab and line end, a mark that
  /// turns the direction of writing, or one that is not seen and begins a file.
  var isHarmful: Bool {
    switch value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F..<0xA0: true
    // Marks of direction: Arabic letter, left-to-right, right-to-left; embeddings and overrides; isolates.
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    case 0xFEFF: true
    default: false
    }
  }

  /// Whether many programs end a line at it, other than at a line end: a tabulation or a feed, U+0085, and the separators
  /// of lines and paragraphs. Words on both sides stay two.
  var endsLines: Bool { [0x0B, 0x0C, 0x85, 0x2028, 0x2029].contains(value) }
}
