/// Signs that are read aloud as a word: `65%` is `65 procent`, and `€ 5` is `euro 5`.
extension TokenWriter {
  private static let percent = (sign: UInt32(0x25), word: Array("procent".utf8))
  private static let perMille = (sign: UInt32(0x2030), word: Array("promille".utf8))
  private static let euro = (sign: UInt32(0x20AC), word: Array("euro".utf8))

  /// Writes the word of the sign at an offset; false if no such sign is there beside its number.
  mutating func writeSymbol(at start: Int) -> Bool {
    let byte = lexer.text[start]
    guard byte == 0x25 || byte == 0xE2 else { return false }
    let scalar = Scalar(lexer.text, at: start)
    let end = start + scalar.length
    let word: [UInt8]
    switch scalar.value {
    // `%20` in a web address is no percentage.
    case Self.percent.sign where isAfterDigit(start) && !isDigitOrLetter(end):
      word = Self.percent.word
    case Self.perMille.sign where isAfterDigit(start): word = Self.perMille.word
    case Self.euro.sign where isBeforeDigit(end): word = Self.euro.word
    default: return false
    }
    stream.lastPosition += 1
    lower = word
    writeWord(
      start..<end, at: stream.lastPosition, isPart: false, stems: true, isPlain: true,
      hasElements: true)
    return true
  }

  /// Whether a digit comes before an offset, with or without a space between them.
  private func isAfterDigit(_ at: Int) -> Bool {
    var before = at
    // The spaces that keep a number and its unit together take two or three bytes.
    for space in [[0x20], [0xC2, 0xA0], [0xE2, 0x80, 0xAF]] as [[UInt8]]
    where before >= space.count
      && lexer.text[(before - space.count)..<before].elementsEqual(space)
    {
      before -= space.count
      break
    }
    return before > 0 && lexer.text[before - 1] &- UInt8(ascii: "0") < 10
  }

  /// Whether a digit comes at an offset, or after a space there.
  private func isBeforeDigit(_ at: Int) -> Bool {
    let (first, length) = lexer.peek(at)
    return first == .digit || first == .space && lexer.peek(at + length).0 == .digit
  }

  private func isDigitOrLetter(_ at: Int) -> Bool {
    let next = lexer.peek(at).0
    return next == .digit || next == .letter
  }
}
