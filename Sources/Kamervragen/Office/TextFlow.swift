/// A paragraph of an office document.
struct OfficeParagraph: Hashable {
  /// The text without the list number. Note marks are raised digits, line breaks are line feeds.
  var text: String
  /// The list number, if it belongs to a list.
  var item: ListItem?
  /// Whether all of its text is bold.
  var isBold = false

  /// The printed number and text. A number that is a heading ("Vraag 3") is on its own line.
  var printed: String {
    guard let item, !item.label.isEmpty else { return text }
    if Heading(item.label) != nil { return "\(item.label)\n\(text)" }
    return text.trimmed.isEmpty ? "" : "\(item.label) \(text)"
  }

  /// The headings among its lines.
  var headings: [Heading] {
    printed.split(separator: "\n").compactMap { Heading(String($0).trimmed) }
  }
}

/// Collects the paragraphs of a document in reading order. The cells of a table row are put on one
/// line, unless one has several paragraphs or a heading.
struct TextFlow {
  private(set) var paragraphs: [OfficeParagraph] = []
  /// The paragraphs outside each open cell.
  private var outside: [[OfficeParagraph]] = []
  /// The finished cells of each open row.
  private var rows: [[[OfficeParagraph]]] = []

  mutating func add(_ paragraph: OfficeParagraph) {
    if !paragraph.printed.trimmed.isEmpty { paragraphs.append(paragraph) }
  }

  mutating func beginRow() { rows.append([]) }

  mutating func beginCell() {
    outside.append(paragraphs)
    paragraphs = []
  }

  mutating func endCell() {
    guard let before = outside.popLast() else { return }
    let cell = paragraphs
    paragraphs = before
    if rows.isEmpty {
      paragraphs += cell
    } else {
      rows[rows.count - 1].append(cell)
    }
  }

  /// The maximum length of a row on one line, in bytes. The lines of nested tables are joined again
  /// and again.
  private static let maximumRow = 16 << 10

  mutating func endRow() {
    guard let cells = rows.popLast()?.filter({ !$0.isEmpty }) else { return }
    let isLine =
      cells.count > 1
      && cells.allSatisfy { $0.count == 1 && Heading($0[0].printed) == nil }
      && cells.reduce(0) { $0 + $1[0].text.utf8.count } <= Self.maximumRow
    if isLine {
      let texts = cells.map { $0[0].printed.split(separator: "\n").joined(separator: " ").trimmed }
      paragraphs.append(OfficeParagraph(text: texts.joined(separator: " | ")))
    } else {
      paragraphs += cells.joined()
    }
  }
}

extension String {
  /// The text with spaces for line breaks, which are only layout in XML.
  var withoutBreaks: String {
    guard utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return self }
    return String(
      decoding: utf8.map { $0 == 0x0A || $0 == 0x0D ? Ascii.space : $0 }, as: UTF8.self)
  }

  /// The text, in raised digits if it is a number or a list of numbers, like note marks.
  var withRaisedNumbers: String {
    guard utf8.contains(where: Ascii.isDigit),
      utf8.allSatisfy({ Ascii.isDigit($0) || $0 == Ascii.comma || $0 == Ascii.space })
    else { return self }
    return utf8.map { byte in
      Ascii.isDigit(byte)
        ? Superscript.digits(Int(byte - Ascii.zero)) : String(Unicode.Scalar(byte))
    }.joined()
  }
}
