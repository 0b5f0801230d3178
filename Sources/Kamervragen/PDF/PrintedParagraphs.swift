/// Joins the lines of the text into paragraphs, across page ends.
///
/// A paragraph ends at a vertical gap, before a list item, around a heading on its own line, or at
/// a line on which the next word would have fitted.
struct PrintedParagraphs {
  private(set) var paragraphs: [SourceLine] = []

  private let typography: Typography
  private let joiner: LineJoiner
  private var last: PrintedLine?
  /// The open list item: the left edges of its sign and of its text.
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
    // A note mark that was wrapped to the next line belongs to the word before it.
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
    // A short line without a sentence end is a title or a line of an address, unless it cannot be
    // complete.
    return !goesOn && endsEarly(before, last)
  }

  private func endsEarly(_ text: [UInt8], _ line: PrintedLine) -> Bool {
    !LineEnd.awaitsMore(text) && isShort(line)
  }

  /// Whether a line is a heading on its own: it is a whole paragraph so far.
  private func stands(_ line: PrintedLine) -> Bool {
    guard let text = paragraphs.last?.text, text == line.text else { return false }
    return Heading(text)?.rest.isEmpty == true || SectionTitle(text)?.rest.isEmpty == true
      || QuestionNumber.alone(text) != nil
  }

  /// Whether a number at the start of a line is not a list item, because the previous sentence
  /// continues.
  private func isWrappedNumber(_ text: [UInt8], _ last: PrintedLine) -> Bool {
    guard text.first.map(Ascii.isDigit) == true || text.first == Ascii.hyphen else { return false }
    return !LineEnd.closesSentence(last.text) && !isShort(last)
  }

  /// Whether the left edge of a line begins a paragraph: it is left of the open list item, or
  /// without a list item it is indented like the first line of a paragraph.
  private func isDedented(_ line: PrintedLine, _ last: PrintedLine) -> Bool {
    let step = typography.bodySize * 0.4
    if let item {
      guard let text = item.text else { return line.left < item.sign - step }
      return line.left < text - step
    }
    let column = typography.columns[line.page].lowerBound
    return line.left > last.left + step && abs(last.left - column) < step
      && line.left < column + typography.bodySize * 4
      && LineEnd.closesSentence(last.text)
  }

  /// Whether the first word of a line would have fitted on the previous line.
  private func isBroken(_ last: PrintedLine, _ line: PrintedLine) -> Bool {
    let column = typography.columns[last.page]
    return last.right + typography.bodySize * 0.6 + line.firstWordWidth < column.upperBound
  }

  private func isShort(_ line: PrintedLine) -> Bool {
    let column = typography.columns[line.page]
    return line.right < column.lowerBound + (column.upperBound - column.lowerBound) * 0.75
  }
}
