/// Sets a document in the look of the official publications: a narrow column with a wide left
/// margin, names bold, the subject italic, small raised marks, notes at the foot of the page, the
/// identifier at the foot of the first.
///
/// Marks in the text: `*bold*`, `_italic_`, `^1` a raised number, U+00AD a place where a word may
/// be broken.
struct OfficialSheet {
  /// The measures of a typesetting, in points.
  struct Look {
    var left = 221.0
    var right = 540.0
    var size = 8.7
    var leading = 9.6
    var noteSize = 6.7
    var markSize = 5.3
    var top = 72.0
    /// The foot of the last line of the notes.
    var foot = 694.0
  }

  private(set) var pdf = TinyPDF()
  private let look: Look
  private let footText: String
  private var y = 0.0
  /// The notes of the page, each in its lines.
  private var notes: [[String]] = []

  /// Begins a document with its first page; the kind is "Aanhangsel" or "Vragen".
  init(identifier: String, kind: String, title: String, number: String, look: Look = Look()) {
    self.look = look
    footText = "Tweede Kamer, vergaderjaar 2024–2025, \(kind)"
    beginPage()
    pdf.put("Tweede Kamer der Staten-Generaal", x: 55, y: 84, size: 18, face: .bold)
    pdf.put("2", x: 506, y: 112, size: 51, face: .bold)
    pdf.put("Vergaderjaar 2024–2025", x: 55, y: 138, size: 9.5)
    if kind == "Aanhangsel" {
      pdf.put("Aanhangsel van de Handelingen", x: look.left, y: 138, size: 10, face: .bold)
    }
    var y = 195.0
    for line in title.split(separator: "\n") {
      pdf.put(String(line), x: look.left, y: y, size: 9.5, face: .bold)
      y += look.leading
    }
    pdf.put(number, x: look.left, y: 306, size: 13, face: .bold)
    pdf.put(identifier, x: 55, y: 760, size: 6)
    if kind == "Aanhangsel" { pdf.put("ISSN 0921 - 7398", x: 55, y: 767, size: 6) }
    pdf.put("’s-Gravenhage 2024", x: 55, y: 774, size: 6)
    self.y = 335
  }

  /// The file.
  var bytes: [UInt8] {
    var last = self
    last.endPage()
    return last.pdf.bytes
  }

  /// White between two paragraphs.
  mutating func skip() { y += look.leading }

  /// A heading with its text.
  mutating func section(_ heading: String, _ paragraphs: String..., notes: [String] = []) {
    skip()
    paragraph(heading)
    for (index, text) in paragraphs.enumerated() {
      paragraph(text, notes: index + 1 == paragraphs.count ? notes : [])
    }
  }

  /// A paragraph, with the notes whose marks stand in it: "1 Krant, …".
  mutating func paragraph(_ text: String, notes: [String] = []) {
    let lines = wrapped(text, size: look.size)
    for (index, line) in lines.enumerated() {
      // The notes come on the page where the paragraph ends.
      let isLast = index + 1 == lines.count
      let added = isLast ? notes.map { wrapped($0, size: look.noteSize) } : []
      let room = (self.notes + added).reduce(0) { $0 + $1.count }
      if y + look.leading > look.foot - Double(room + 1) * look.noteSize * 1.35 {
        endPage()
        beginPage()
      }
      self.notes += added
      put(line, x: look.left, size: look.size)
      y += look.leading
    }
  }

  /// Rows of cells in small type, between white.
  mutating func table(_ rows: [[String]]) {
    skip()
    for row in rows {
      for (column, cell) in row.enumerated() {
        pdf.put(cell, x: look.left + Double(column) * 90, y: y, size: look.noteSize)
      }
      y += look.noteSize * 1.2
    }
    skip()
  }

  /// Ends the page although it has room.
  mutating func breakPage() {
    endPage()
    beginPage()
  }

  private mutating func beginPage() {
    pdf.beginPage()
    y = look.top
    notes = []
  }

  private mutating func endPage() {
    let pitch = look.noteSize * 1.35
    y = look.foot - Double(notes.reduce(0) { $0 + $1.count } - 1) * pitch
    for note in notes {
      for (index, line) in note.enumerated() {
        let mark = index == 0 ? String(line.prefix { $0.isNumber }) : ""
        if !mark.isEmpty { pdf.put(mark, x: look.left, y: y - 2.5, size: look.markSize * 0.85) }
        let text = mark.isEmpty ? line : String(line.dropFirst(mark.count + 1))
        pdf.put(text, x: look.left + 6, y: y, size: look.noteSize)
        y += pitch
      }
    }
    pdf.put(footText, x: look.left, y: 772, size: 9.5)
    pdf.put(String(pdf.pageCount), x: 534, y: 772, size: 9.5)
  }

  // MARK: Lines

  private mutating func put(_ line: String, x: Double, size: Double) {
    var x = x
    for (text, face, isRaised) in Self.pieces(line) {
      x = pdf.put(
        text, x: x, y: isRaised ? y - 2.9 : y, size: isRaised ? look.markSize : size, face: face)
    }
  }

  /// The stretches of one face. A style that a line break cut goes on in the next line, so lines
  /// carry their own signs.
  private static func pieces(_ line: String) -> [(String, TinyPDF.Face, Bool)] {
    var pieces: [(String, TinyPDF.Face, Bool)] = []
    var face = TinyPDF.Face.regular
    var text = ""
    var isRaised = false
    func finish() {
      if !text.isEmpty { pieces.append((text, face, isRaised)) }
      text = ""
    }
    for character in line {
      if isRaised, !character.isNumber {
        finish()
        isRaised = false
      }
      switch character {
      case "*":
        finish()
        face = face == .bold ? .regular : .bold
      case "_":
        finish()
        face = face == .italic ? .regular : .italic
      case "^":
        finish()
        isRaised = true
      default: text.append(character)
      }
    }
    finish()
    return pieces
  }

  /// The lines of a paragraph, each as full as it can be.
  private func wrapped(_ text: String, size: Double) -> [String] {
    let limit = look.right - look.left
    func fits(_ line: String) -> Bool {
      let plain = line.filter { !"*_^\u{AD}".contains($0) }
      return TinyPDF.width(of: plain, size: size, face: .regular) <= limit
    }
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      let joined = line.isEmpty ? String(word) : line + " " + word
      if fits(joined) {
        line = joined
        continue
      }
      var syllables = word.split(separator: "\u{AD}").map(String.init)
      var head = ""
      while syllables.count > 1, fits(line + " " + head + syllables[0] + "-") {
        head += syllables.removeFirst()
      }
      if !head.isEmpty { line += " " + head + (head.hasSuffix("-") ? "" : "-") }
      lines.append(line)
      line = syllables.joined(separator: "\u{AD}")
    }
    if !line.isEmpty { lines.append(line) }
    return Self.styled(lines.map { $0.filter { $0 != "\u{AD}" } })
  }

  /// Closes a style at the end of a line and opens it again in the next.
  private static func styled(_ lines: [String]) -> [String] {
    var open = ""
    return lines.map { line in
      var line = open + line
      open = ["*", "_"].first { sign in line.count { String($0) == sign } % 2 == 1 } ?? ""
      line += open
      return line
    }
  }
}
