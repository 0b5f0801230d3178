// Words and numbers joined by hyphens: `GroenLinks-PvdA`, `36 410-XV`, `15-03-2024`.
extension TokenWriter {
  private static let maximumElements = 8

  /// Writes an element and those that hyphens join to it; returns their end.
  mutating func writeComposite(from first: Element) -> Int {
    guard let second = elementAfterHyphen(first.range.upperBound) else {
      stream.lastPosition += 1
      // A suspended member is not the head of others.
      suspend(first)
      write(first, isPart: false)
      return first.range.upperBound
    }
    let position = stream.lastPosition + 1
    let firstToken = stream.tokens.count
    joined.removeAll(keepingCapacity: true)
    var next: Element? = second
    var last = first
    stream.lastPosition += 1
    write(first, isPart: true)
    append(first)
    var count = 1
    while let element = next, count < Self.maximumElements {
      // Between two numbers the hyphen counts: 2023-2024 is not 20232024.
      if last.run.letters == 0, element.run.letters == 0 { joined.append(UInt8(ascii: "-")) }
      stream.lastPosition += 1
      write(element, isPart: true)
      append(element)
      last = element
      count += 1
      next = elementAfterHyphen(last.range.upperBound)
    }
    // The compounds of suspended members come before this one.
    let elementsEnd = stream.tokens.count
    completeMembers(withHeadOf: last)
    let firstPart = stream.tokens.count
    let place = firstToken + firstPart - elementsEnd
    let range = first.range.lowerBound..<last.range.upperBound
    lower.removeAll(keepingCapacity: true)
    lower.append(contentsOf: joined)
    writeWord(range, at: position, isPart: false, stems: true, hasElements: true)
    // The whole comes before its parts.
    let whole = Array(stream.tokens[firstPart...])
    stream.tokens.removeLast(whole.count)
    stream.tokens.insert(contentsOf: whole, at: place)
    return range.upperBound
  }

  /// Adds an element to the joined ones; a day or a month (`15-03-2024`) without its leading 0.
  private mutating func append(_ element: Element) {
    let start = joined.count
    lexer.append(element, to: &joined)
    let isShortNumber = element.run.letters == 0 && joined.count == start + 2
    if isShortNumber, joined[start] == UInt8(ascii: "0") { joined.remove(at: start) }
  }

  @inline(__always)
  private func elementAfterHyphen(_ end: Int) -> Element? {
    guard end < lexer.text.count else { return nil }
    let byte = lexer.text[end]
    guard byte == UInt8(ascii: "-") || byte >= 0x80 else { return nil }
    let (next, length) = lexer.peek(end)
    guard next == .hyphen else { return nil }
    return lexer.element(at: end + length, precededByWord: true)
  }
}
