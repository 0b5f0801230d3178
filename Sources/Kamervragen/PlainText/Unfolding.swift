/// Restores line breaks that text extraction lost: a document on one line, a heading glued to a
/// sentence.
///
/// Changes only lines longer than a normal paragraph, and only in a document with hardly any
/// headings on lines of their own.
struct Unfolding {
  /// A longer line, in bytes, holds more than one paragraph if the document has no headings.
  private static let longLineThreshold = 1500
  private static let flatLineThreshold = 200

  private var lines: [RawLine] = []
  /// The number of lines up to the end of the last split line.
  private var splitEnd = 0
  private var lastQuestion = 0
  private var lastAnswer = 0
  private var sawQuestion = false
  private var sawSentence = false

  /// The lines with restored breaks; the same lines if none was lost.
  static func unfold(_ lines: [RawLine]) -> (lines: [RawLine], isUnfolded: Bool) {
    // A file of one or two lines is a whole document on one line, even if it is short.
    let isFlat = lines.prefix(100).count { !$0.text.isEmpty } <= 2
    let length = isFlat ? flatLineThreshold : longLineThreshold
    let long = lines.reduce(0) { $0 + ($1.text.utf8.count > length ? $1.text.utf8.count : 0) }
    guard long > 0 else { return (lines, false) }
    var headings = 0
    for line in lines where Heading(line.text) != nil || QuestionNumber.alone(line.text) != nil {
      headings += 1
      if headings > 2 { return (lines, false) }
    }
    // One long paragraph among others is not a sheet on one line.
    if long * 2 > lines.reduce(0, { $0 + $1.text.utf8.count }) {
      let text = lines.map(\.text).filter { !$0.isEmpty }.joined(separator: " ")
      if !text.contains("Vraag 1"), let sheet = SheetUnfolding.lines(text) { return (sheet, true) }
    }
    var unfolding = Unfolding()
    for line in lines {
      if line.text.utf8.count > length {
        unfolding.split(line)
      } else {
        unfolding.lines.append(line)
      }
    }
    unfolding.lines.replaceSubrange(
      ..<unfolding.splitEnd,
      with: unfolding.lines[..<unfolding.splitEnd].filter { !$0.text.isEmpty || $0.beginsPage })
    return (unfolding.lines, unfolding.lines.count > lines.count)
  }

  private mutating func split(_ line: RawLine) {
    let bytes = Array(line.text.utf8)
    var begin = 0
    var index = 0
    var nextFurniture = PageFurniture.place(in: bytes, from: 0)
    func piece(_ end: Int) -> RawLine {
      RawLine(text: String(decoding: bytes[begin..<end], as: UTF8.self).trimmed)
    }
    while index < bytes.count {
      var end: Int?
      if index == nextFurniture {
        end = furnitureEnd(bytes, index)
        nextFurniture = PageFurniture.place(in: bytes, from: end ?? bytes.count)
      } else if index == begin || bytes[index - 1] == Ascii.space {
        end = partEnd(bytes, index)
      }
      guard let end else {
        index += 1
        continue
      }
      if index > begin { lines.append(piece(index)) }
      begin = index
      if end > index {
        lines.append(piece(end))
        begin = end
      }
      index = max(end, index + 1)
    }
    if begin < bytes.count { lines.append(piece(bytes.count)) }
    // Blank lines before this point no longer separate anything.
    splitEnd = lines.count
  }

  /// The next bytes as text, without trailing spaces, and where they end.
  private func head(_ bytes: [UInt8], _ start: Int, _ length: Int) -> (text: String, end: Int) {
    var end = min(bytes.count, start + length)
    while end > start, bytes[end - 1] == Ascii.space { end -= 1 }
    return (String(decoding: bytes[start..<end], as: UTF8.self), end)
  }

  private func furnitureEnd(_ bytes: [UInt8], _ start: Int) -> Int {
    let (head, limit) = head(bytes, start, 400)
    guard let stripped = PageFurniture.strip(head) else { return start }
    return stripped.rest.isEmpty ? limit : start + head.utf8.count - stripped.rest.utf8.count
  }

  /// If a heading begins here, its end. If a header sentence begins here, `start`, because it only
  /// needs a break before it. Otherwise nil.
  private mutating func partEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
    switch bytes[start] {
    case UInt8(ascii: "V"), UInt8(ascii: "A"): break
    case UInt8(ascii: "M"), UInt8(ascii: "Z"), UInt8(ascii: "T"):
      let parts =
        sawQuestion
        ? ["Toelichting:", "Mededeling De "]
        : ["Mededeling van ", "Zie ook Aanhangsel", "Mondelinge vragen van "]
      return parts.contains { Ascii.hasPrefix(bytes, at: start, $0) } ? start : nil
    case UInt8(ascii: "("):
      guard !sawQuestion, !sawSentence, Ascii.hasPrefix(bytes, at: start, "(ingezonden ") else {
        return nil
      }
      return (bytes[start...].prefix(60).firstIndex(of: Ascii.close) ?? start - 1) + 1
    case UInt8(ascii: "1"), UInt8(ascii: "2"):
      guard !sawSentence else { return nil }
      var scanner = TextScanner(bytes: bytes, at: start)
      return CaseNumber.take(&scanner) == nil ? nil : scanner.at
    default: return nil
    }
    if !sawQuestion {
      let parts = ["Vragen van ", "Vraag van ", "Antwoord van ", "Antwoorden van "]
      if parts.contains(where: { Ascii.hasPrefix(bytes, at: start, $0) }) {
        sawSentence = true
        return start
      }
      if let end = titleEnd(bytes, start) { return end }
    }
    return headingEnd(bytes, start)
  }

  private func titleEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
    var scanner = TextScanner(bytes: bytes, at: start)
    return PageFurniture.takeTitle(&scanner) ? scanner.at : nil
  }

  private mutating func headingEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
    let isQuestion = Ascii.hasPrefix(bytes, at: start, "Vra")
    guard isQuestion || Ascii.hasPrefix(bytes, at: start, "Antwoord") else { return nil }
    let (head, limit) = head(bytes, start, 200)
    guard let heading = Heading(head), let first = heading.numbers.first else { return nil }
    if heading.side == .question {
      guard first > lastQuestion, first <= lastQuestion + 5 else { return nil }
      lastQuestion = heading.numbers.last ?? first
      sawQuestion = true
    } else {
      guard first > lastAnswer, first <= lastQuestion + 1 else { return nil }
      lastAnswer = heading.numbers.last ?? first
    }
    return heading.rest.isEmpty ? limit : start + head.utf8.count - heading.rest.utf8.count
  }
}
