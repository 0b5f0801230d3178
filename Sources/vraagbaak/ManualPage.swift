import PassageIndex

/// A page of the manual, which `man` shows.
struct ManualPage {
  /// A piece of a page.
  enum Block {
    case heading(String)
    case paragraph(String)
    /// What to write, with the name of its value, and what it means.
    case row(String, value: String? = nil, meaning: String)
    /// A form of the command line: what is typed as it is, and the rest.
    case synopsis(String, String)
    /// Lines that are shown as they are.
    case lines([String])
  }

  let name: String
  /// The section of the manual: 1 for commands, 5 for files, 7 for everything else.
  let section: Int
  /// What it is about, in half a line.
  let summary: String
  let blocks: [Block]

  /// The name of its file.
  var file: String { "\(name).\(section)" }

  /// How other pages call it.
  var reference: String { "\(name)(\(section))" }

  /// The page in the language of `man`, see man(7).
  var roff: String {
    let title = "\(Roff.argument(name.uppercased())) \(section) \(Release.date)"
    var lines = [
      #"'\" -*- coding: UTF-8 -*-"#,
      #".\" Made by 'vraagbaak help --man \#(file)'."#,
      ".TH \(title) \(Roff.argument("Vraagbaak \(Release.version)")) Vraagbaak",
      // The patterns of the language of the reader would break Dutch words in wrong places.
      ".nh", ".ad l",
      ".SH NAAM",
    ]
    lines += Roff.lines("\(name) - \(summary)")
    for (place, block) in blocks.enumerated() {
      let follows = place > 0 && blocks[place - 1].isParagraph
      lines += block.roff(followsParagraph: follows)
    }
    return lines.joined(separator: "\n")
  }
}

extension ManualPage.Block {
  fileprivate var isParagraph: Bool { if case .heading = self { false } else { true } }

  fileprivate func roff(followsParagraph: Bool) -> [String] {
    switch self {
    case .heading(let title):
      [".SH \(Roff.argument(title.uppercased()))"]
    case .paragraph(let text):
      (followsParagraph ? [".PP"] : []) + Roff.lines(text)
    case .row(let written, let value, let meaning):
      [".TP", Roff.bold(written) + (value.map { " " + Roff.italic($0) } ?? "")]
        + Roff.lines(meaning)
    case .synopsis(let typed, let rest):
      (followsParagraph ? [".br"] : [])
        + [Roff.bold(typed) + (rest.isEmpty ? "" : " " + Roff.escaped(rest))]
    case .lines(let lines):
      (followsParagraph ? [".PP"] : []) + [".nf", ".RS 4"] + lines.map(Roff.line) + [".RE", ".fi"]
    }
  }
}

/// Text in the language of `man`.
enum Roff {
  /// Longer lines of the source are broken. `man` writes a letter outside ASCII as `\\[u00E9]`.
  private static let maximumLine = 78

  /// Text in which nothing is an instruction, except a full stop at the beginning of a line.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\(rs"
      // A hyphen that can be copied into a command.
      case "-": result += "\\-"
      case "'": result += "\\(aq"
      case "`": result += "\\(ga"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case "\n": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// One argument of a macro.
  static func argument(_ text: String) -> String {
    "\"\(escaped(text).replacing("\"", with: "\\(dq"))\""
  }

  static func bold(_ text: String) -> String { "\\fB\(escaped(text))\\fR" }

  static func italic(_ text: String) -> String { "\\fI\(escaped(text))\\fR" }

  /// A line that is shown as it is.
  static func line(_ text: String) -> String { harmless(escaped(text)) }

  /// Running text in lines of the source.
  static func lines(_ text: String) -> [String] {
    var lines: [String] = []
    for word in escaped(text).split(separator: " ") {
      if let last = lines.last, length(last) + length(word) < maximumLine {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(harmless(String(word)))
      }
    }
    return lines
  }

  private static func length(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 8) }
  }

  /// A full stop at the beginning of a line would be an instruction.
  private static func harmless(_ line: String) -> String {
    line.hasPrefix(".") ? "\\&" + line : line
  }
}
