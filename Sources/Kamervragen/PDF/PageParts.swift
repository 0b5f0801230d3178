/// Sorts the lines of a document by place and size: text, notes, furniture.
struct PageParts {
  /// The lines of the text, page by page.
  private(set) var text: [[PrintedLine]] = []
  private(set) var notes: [FoundNote] = []
  private(set) var furniture: [String] = []

  private let typography: Typography
  private let joiner: LineJoiner

  /// How notes begin: with a raised number, or if none does, with a number of the notes' own size.
  private let noteStyle: NoteStart.Style

  /// Sorts the lines of each page; `margins` are those outside the column.
  init(
    _ pages: [[PrintedLine]], margins: [[PrintedLine]], _ typography: Typography,
    _ joiner: LineJoiner
  ) {
    self.typography = typography
    self.joiner = joiner
    noteStyle = Self.noteStyle(pages + margins, typography)
    let style = noteStyle
    let margins = PageMargins(margins, beside: pages, typography) {
      Self.noteStart($0, style) != nil
    }
    furniture = margins.furniture
    let repeated = RunningLines(pages)
    for (page, lines) in margins.text.enumerated() {
      var lines = lines
      let running = takeRunning(lines.reversed(), repeated)
      // A page has one foot; a line above it that looks like one is quoted in a note.
      var hasFoot = lines.suffix(running).contains { isFoot($0.text) }
      lines.removeLast(running)
      while let last = lines.last, isFurniture(last) || isFoot(last.text) || isPageNumber(lines) {
        if isFoot(last.text) {
          guard !hasFoot else { break }
          hasFoot = true
        }
        furniture.append(last.text)
        lines.removeLast()
      }
      lines.removeFirst(takeRunning(lines, repeated))
      let head = headEnd(lines)
      furniture += lines[..<head].map(\.text)
      lines.removeFirst(head)
      let start = noteStart(lines, page)
      text.append(takeNotes(in: lines[..<start]))
      addNotes(lines[start...])
      addNotes(margins.notes[page][...])
    }
  }

  // MARK: Furniture

  /// Takes all lines at the edge, up to a gap, if they recur on other pages.
  ///
  /// - Returns: the number of lines taken.
  private mutating func takeRunning(_ lines: [PrintedLine], _ running: RunningLines) -> Int {
    var end = 0
    while end < lines.count, running.contains(lines[end]), !startsNote(lines[end]) { end += 1 }
    guard end > 0 else { return 0 }
    if end < lines.count {
      guard abs(lines[end].bottom - lines[end - 1].bottom) > typography.pitch * 1.3 else {
        return 0
      }
    }
    furniture += lines[..<end].map(\.text)
    return end
  }

  /// Where the head of a page ends. The title of the publication may be wrapped anywhere.
  private func headEnd(_ lines: [PrintedLine]) -> Int {
    var end = 0
    while end < lines.count {
      if isFurniture(lines[end]) {
        end += 1
      } else if let title = PageFurniture.titleLines(lines[end...].lazy.map(\.text)) {
        end += title
      } else {
        break
      }
    }
    return end
  }

  private func isFurniture(_ line: PrintedLine) -> Bool {
    // The chamber's number is the largest text on the page.
    if line.size >= typography.bodySize * 2.5, ["1", "2"].contains(line.text) { return true }
    return PageFurniture.strip(line.text)?.rest.isEmpty == true
  }

  /// Whether a line is the foot of a page. Older page numbers run through a volume, so they can
  /// have more digits.
  private func isFoot(_ text: String) -> Bool {
    if PageFurniture.isFoot(text) { return true }
    guard let space = text.lastIndex(of: " ") else { return false }
    let number = text[space...].dropFirst()
    return number.utf8.count <= 5 && number.utf8.allSatisfy(Ascii.isDigit)
      && PageFurniture.isFoot(String(text[..<space]))
  }

  /// Whether the last line is the page number, below a gap: "3", "– 3 –", "Pagina 3 van 7".
  private func isPageNumber(_ lines: [PrintedLine]) -> Bool {
    guard let text = lines.last?.text else { return false }
    let above = lines.dropLast().last?.bottom ?? 0
    guard lines[lines.count - 1].bottom - above > typography.pitch * 1.6 else { return false }
    var scanner = TextScanner(text)
    let hasWord = scanner.takeWord("Pagina") || scanner.takeWord("Blad")
    scanner.skip(" -–")
    guard scanner.takeNumber(digits: 5) != nil else { return false }
    scanner.skip(" -–")
    if scanner.isAtEnd { return true }
    guard hasWord || scanner.peek() == UInt8(ascii: "/"),
      scanner.takeWord("van") || scanner.take("/")
    else { return false }
    scanner.skipSpaces()
    return scanner.takeNumber(digits: 3) != nil && scanner.isAtEnd
  }

  // MARK: Notes

  /// Where the notes of a page begin: at the first of the small lines at its foot that begins with
  /// a mark, or at the rest of the previous page's last note.
  private func noteStart(_ lines: [PrintedLine], _ page: Int) -> Int {
    let foot = lines.lastIndex { !typography.isSmall($0) }.map { $0 + 1 } ?? 0
    guard foot < lines.count else { return lines.count }
    guard var start = lines[foot...].firstIndex(where: startsNote) else {
      let isRest = notes.last?.page == page - 1 && foot > 0 && isSetApart(lines, foot)
      return isRest && !lines[foot...].contains(where: \.isRow) ? foot : lines.count
    }
    // Lines directly above the first note are the end of the previous note.
    if notes.last?.page == page - 1 {
      while start > foot, !lines[start - 1].isRow,
        !typography.isApart(lines[start - 1], lines[start])
      {
        start -= 1
      }
    }
    return start
  }

  private func isSetApart(_ lines: [PrintedLine], _ index: Int) -> Bool {
    index == 0 || lines[index].bottom - lines[index - 1].bottom > typography.pitch * 1.6
  }

  private func startsNote(_ line: PrintedLine) -> Bool {
    Self.noteStart(line, noteStyle) != nil
  }

  private static func noteStart(_ line: PrintedLine, _ style: NoteStart.Style) -> NoteStart? {
    NoteStart.all(in: line.text).first { $0.style == style && !$0.isDoubtful }
  }

  /// Raised, unless no small line begins with a raised number and one begins with 1 in its own
  /// size.
  private static func noteStyle(
    _ pages: [[PrintedLine]], _ typography: Typography
  ) -> NoteStart.Style {
    let small = pages.joined().filter { typography.isSmall($0) && !$0.isRow }
    if small.contains(where: { noteStart($0, .raised) != nil }) { return .raised }
    return small.contains { noteStart($0, .spaced)?.number == 1 } ? .spaced : .raised
  }

  /// The lines of the text without the small notes between them, as at the end of the questions.
  private mutating func takeNotes(in lines: ArraySlice<PrintedLine>) -> [PrintedLine] {
    var text: [PrintedLine] = []
    var index = lines.startIndex
    while index < lines.endIndex {
      let end = lines[index...].firstIndex { !typography.isSmall($0) || $0.isRow } ?? lines.endIndex
      if let start = Self.noteStart(lines[index], noteStyle), end > index,
        start.number == (notes.last?.number ?? 0) + 1
      {
        addNotes(lines[index..<end])
        index = end
      } else {
        text.append(lines[index])
        index += 1
      }
    }
    return text
  }

  private mutating func addNotes(_ lines: ArraySlice<PrintedLine>) {
    for line in lines {
      if let start = Self.noteStart(line, noteStyle), isDue(start.number) {
        notes.append(
          FoundNote(
            number: start.number, style: noteStyle, text: start.rest, page: line.page, line: .max))
      } else if let last = notes.indices.last {
        joiner.append(line.text, to: &notes[last].text)
      }
    }
  }

  /// Whether a number can start the next note. A raised number always can.
  private func isDue(_ number: Int) -> Bool {
    noteStyle == .raised || number == (notes.last?.number ?? 0) + 1
  }
}

/// Detects page heads and feet: lines with the same words at the same height on at least half of
/// the pages.
struct RunningLines {
  private struct Place: Hashable {
    let words: String
    let height: Int
  }

  private var repeated: Set<Place> = []

  init(_ pages: [[PrintedLine]]) {
    var counts: [Place: Int] = [:]
    for lines in pages {
      let edges = Set((lines.prefix(3) + lines.suffix(3)).map(Self.place))
      for place in edges { counts[place, default: 0] += 1 }
    }
    let least = max(2, (pages.count + 1) / 2)
    repeated = Set(counts.filter { $0.value >= least && !$0.key.words.isEmpty }.keys)
  }

  func contains(_ line: PrintedLine) -> Bool { repeated.contains(Self.place(line)) }

  private static func place(_ line: PrintedLine) -> Place {
    // Question headings recur, too, but are text.
    let isHeading = Heading(line.text) != nil
    let words = line.text.unicodeScalars.filter { $0.properties.isAlphabetic }
    return Place(
      words: isHeading ? "" : String(String.UnicodeScalarView(words)), height: Int(line.bottom / 4))
  }
}
