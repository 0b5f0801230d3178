/// Restores the lines of notes in a document on one line.
///
/// The foot of a page follows the text on the same line: "1 Krant, 1 maart 2024 2 Kamerstuk …".
/// Notes begin at a chain of rising numbers whose marks occur on the page.
enum NoteUnfolding {
  /// The lines with a break before each note.
  static func unfold(_ lines: [SourceLine]) -> [SourceLine] {
    var result: [SourceLine] = []
    var due = 1
    // The marks on the page so far, and the first line not yet searched for them.
    var marked: Set<Int> = []
    var unread = 0
    for (index, line) in lines.enumerated() {
      if index > 0, line.page != lines[index - 1].page {
        marked = []
        unread = index
      }
      let endsPage =
        index + 1 == lines.count || lines[index + 1].page != line.page
        || lines[index + 1].gap == .page
      guard endsPage, !line.isHeading else {
        result.append(line)
        continue
      }
      marked.formUnion(marks(lines[unread...index]))
      unread = index + 1
      let starts = chain(Array(line.text.utf8), due: due, marked: marked)
      guard !starts.isEmpty else {
        result.append(line)
        continue
      }
      due += starts.count
      result += pieces(line, starts)
    }
    return result
  }

  private static func marks(_ lines: ArraySlice<SourceLine>) -> Set<Int> {
    var found: Set<Int> = []
    for line in lines {
      for mark in MarkCandidate.all(in: line.text, line: 0, goesOn: false)
      where mark.strength >= .medium {
        found.insert(mark.number)
      }
    }
    return found
  }

  /// The places of the numbers due, due + 1, … in a line, as late as possible.
  private static func chain(_ bytes: [UInt8], due: Int, marked: Set<Int>) -> [Int] {
    var best: [Int: [Int]] = [:]
    var last: [Int] = []
    var index = 0
    while index < bytes.count {
      guard Ascii.isDigit(bytes[index]), index == 0 || bytes[index - 1] == Ascii.space else {
        index += 1
        continue
      }
      var scanner = TextScanner(bytes: bytes, at: index)
      let begin = index
      guard let number = scanner.takeNumber(digits: 3), beginsNote(scanner) else {
        while index < bytes.count, Ascii.isDigit(bytes[index]) { index += 1 }
        continue
      }
      index = scanner.at
      guard marked.contains(number) else { continue }
      if number == due {
        best[number] = [begin]
      } else if let previous = best[number - 1], previous.count < 100 {
        best[number] = previous + [begin]
      } else {
        continue
      }
      last = best[number] ?? []
    }
    return last
  }

  /// Whether the text of a note can follow a number: "1 Krant", "1Krant", "1) Krant".
  private static func beginsNote(_ scanner: TextScanner) -> Bool {
    var scanner = scanner
    let isGlued = scanner.peek() != Ascii.space && scanner.peek() != Ascii.close
    if scanner.take(")") {}
    scanner.skipSpaces()
    guard let next = scanner.peek() else { return false }
    if scanner.take("http") || scanner.take("www.") || scanner.take("«") { return true }
    guard Ascii.isUpper(next) || next >= 0xC2 else { return false }
    return !isGlued || scanner.peek(1).map(Ascii.isLetter) == true
  }

  private static func pieces(_ line: SourceLine, _ starts: [Int]) -> [SourceLine] {
    let bytes = Array(line.text.utf8)
    let cuts = [0] + starts + [bytes.count]
    return zip(cuts, cuts.dropFirst()).enumerated().compactMap { index, cut in
      let text = String(decoding: bytes[cut.0..<cut.1], as: UTF8.self).trimmed
      guard !text.isEmpty else { return nil }
      return SourceLine(text: text, gap: index == 0 ? line.gap : .blank, page: line.page)
    }
  }
}
