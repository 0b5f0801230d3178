/// Joins the lines of the text into paragraphs, across page ends.
///
/// A paragraph ends where white follows, where a list item begins, where a heading stands by
/// itself, or where a line was broken although the next word would have fitted on it.
struct PrintedParagraphs {
  private(set) var paragraphs: [SourceLine] = []

  private let typography: Typography
  private let joiner: LineJoiner
  private var last: PrintedLine?
  /// Where the lines of a list item stand that is open: the left of its sign and of its text.
  private var item: (sign: Double, text: Double?)?

  init(_ pages: [[PrintedLine]], _ typography: Typography, _ joiner: LineJoiner) {
    self.typography = typography
    self.joiner = joiner
    for line in pages.joined() where !line.text.isEmpty { add(line) }
  }

  private mutating func add(_ line: PrintedLine) {
    let isBullet = LineEnd.isBullet(line.text)
    if let last, !paragraphs.isEmpty, !begins(line, after: last, isBullet: isBullet) {
      let index = paragraphs.count - 1
      joiner.append(line.text, to: &paragraphs[index].text)
      if item != nil, item?.text == nil, line.page == last.page { item?.text = line.left }
    } else {
      paragraphs.append(SourceLine(text: line.text, gap: .blank, page: line.page))
      item = isBullet ? (line.left, nil) : nil
    }
    last = line
  }

  private func begins(_ line: PrintedLine, after last: PrintedLine, isBullet: Bool) -> Bool {
    let before = Array(last.text.utf8)
    let text = Array(line.text.utf8)
    // A mark that was carried over to the next line belongs to the word before it.
    if Superscript.digit(text, at: 0) != nil { return false }
    if line.isRow || last.isRow { return true }
    if stands(last) || isBullet && (last.page != line.page || !isWrappedNumber(text, last)) {
      return true
    }
    let isClosed = LineEnd.closesSentence(before)
    let goesOn = LineEnd.continuesSentence(text)
    if isClosed || before.last == Ascii.close, QuestionNumber.alone(line.text) != nil {
      return true
    }
    if line.page != last.page {
      if Heading(line.text)?.rest.isEmpty == true { return true }
      if abs(line.size - last.size) > typography.bodySize * 0.15 { return !goesOn }
      return !goesOn && isBroken(last, line) && (isClosed || endsEarly(before, last))
    }
    if typography.isApart(last, line) { return true }
    if abs(line.size - last.size) > typography.bodySize * 0.15 { return true }
    if isDedented(line, last) { return true }
    guard isBroken(last, line) else { return false }
    if isClosed { return !goesOn }
    // Broken early and no sentence: a title, a line of an address. An unfinished sentence was
    // broken for looks.
    return !goesOn && endsEarly(before, last)
  }

  private func endsEarly(_ text: [UInt8], _ line: PrintedLine) -> Bool {
    !LineEnd.awaitsMore(text) && isShort(line)
  }

  /// A heading on a line of its own, behind white or at the head of a page.
  private func stands(_ line: PrintedLine) -> Bool {
    guard let text = paragraphs.last?.text, text == line.text else { return false }
    return Heading(text)?.rest.isEmpty == true || SectionTitle(text)?.rest.isEmpty == true
      || QuestionNumber.alone(text) != nil
  }

  /// A number at the start of a line that only looks like a list: the sentence before it goes on.
  private func isWrappedNumber(_ text: [UInt8], _ last: PrintedLine) -> Bool {
    guard text.first.map(Ascii.isDigit) == true || text.first == Ascii.hyphen else { return false }
    return !LineEnd.closesSentence(last.text) && !isShort(last)
  }

  /// Whether a line is back at the left of the list item that it follows, or further to the left.
  private func isDedented(_ line: PrintedLine, _ last: PrintedLine) -> Bool {
    let step = typography.bodySize * 0.4
    if let item {
      guard let text = item.text else { return line.left < item.sign - step }
      return line.left < text - step
    }
    // The first line of a paragraph may be indented.
    let column = typography.columns[line.page].lowerBound
    return line.left > last.left + step && abs(last.left - column) < step
      && line.left < column + typography.bodySize * 4
      && LineEnd.closesSentence(last.text)
  }

  /// Whether the first word of a line would have fitted on the line before it.
  private func isBroken(_ last: PrintedLine, _ line: PrintedLine) -> Bool {
    let column = typography.columns[last.page]
    return last.right + typography.bodySize * 0.6 + line.firstWordWidth < column.upperBound
  }

  private func isShort(_ line: PrintedLine) -> Bool {
    let column = typography.columns[line.page]
    return line.right < column.lowerBound + (column.upperBound - column.lowerBound) * 0.75
  }
}
