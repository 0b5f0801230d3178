import VraagbaakReport

/// The help of a command, except its options, which come from their declarations.
struct Help {
  /// Rows under a title: what to write, and what it means.
  struct Section {
    let title: String
    let rows: [(written: String, meaning: String)]
  }

  /// The forms of arguments after `vraagbaak` and the name of the command.
  let usage: [String]
  /// Paragraphs about what the command does.
  let description: [String]
  /// The sections between the description and the options.
  var sections: [Section] = []
  /// Paragraphs after the options.
  var notes: [String] = []
  /// The exit codes of the command.
  var exitCodes: [(codes: [ExitCode], meaning: String)] = []
  var examples: [String] = []

  /// The text of the help, in lines of at most `width` columns.
  func text(of name: String, _ options: [OptionDeclaration], width: Int) -> String {
    func lines(of paragraph: String) -> [String] { StyledText(paragraph).lines(width: width) }
    func lines(of section: Section) -> [String] { Self.lines(of: section, width) }
    let shown = options.compactMap { option in
      option.help.map { (written: option.label, meaning: $0) }
    }
    let codes = exitCodes.map { row in
      let written = row.codes.map { "\($0.rawValue)" }.joined(separator: ", ")
      return (written: written, meaning: row.meaning)
    }
    var blocks = [usageLines(of: name)]
    blocks += description.map { lines(of: $0) }
    blocks += sections.map { lines(of: $0) }
    blocks.append(lines(of: Section(title: "Opties", rows: shown)))
    blocks += notes.map { lines(of: $0) }
    if !codes.isEmpty {
      blocks.append(lines(of: Section(title: "Afsluitcodes", rows: codes)))
    }
    if !examples.isEmpty { blocks.append(["Voorbeelden:"] + examples.map { "  \($0)" }) }
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
  }

  private func usageLines(of name: String) -> [String] {
    usage.enumerated().map { place, form in
      (place == 0 ? "gebruik: " : "         ") + "vraagbaak \(name) \(form)"
    }
  }

  /// A title and its rows, with the meanings in a column.
  private static func lines(of section: Section, _ width: Int) -> [String] {
    let column = section.rows.reduce(0) { max($0, $1.written.count) } + 4
    return ["\(section.title):"]
      + section.rows.flatMap { row in
        let lines = StyledText(row.meaning).lines(width: width, indent: column)
        let label = "  \(row.written)".padded(to: column)
        return lines.enumerated().map { $0 == 0 ? label + $1.dropFirst(column) : $1 }
      }
  }
}
