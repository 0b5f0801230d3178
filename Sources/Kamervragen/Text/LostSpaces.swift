/// Restores spaces that text extraction lost at the end of a sentence or line, where one is
/// certainly missing: "vergt.Ik zal", "18 november2024", "van12 april".
enum LostSpaces {
  /// The text with its spaces.
  static func restored(_ bytes: [UInt8]) -> [UInt8] {
    var places: [Int] = []
    var wordStart = 0
    var isAddress = false
    // Whether the current word already has a full stop.
    var hasStop = false
    bytes.withUnsafeBufferPointer { text in
      for index in text.indices {
        let byte = text[index]
        // Letters and other characters after the signs and digits change nothing.
        if byte > UInt8(ascii: "@") { continue }
        if byte == Ascii.space {
          wordStart = index + 1
          isAddress = false
          hasStop = false
        } else if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "@") {
          isAddress = true
        } else if Ascii.isOne(byte, of: ".?!") {
          if !isAddress, !hasStop, endsSentence(bytes, index, wordStart) {
            places.append(index + 1)
          }
          hasStop = hasStop || byte == Ascii.dot
        } else if Ascii.isDigit(byte), index > 0, !Ascii.isDigit(text[index - 1]), !isAddress {
          if isYearBehindMonth(bytes, index, wordStart) || isDayBehindWord(bytes, index) {
            places.append(index)
          }
        }
      }
    }
    guard !places.isEmpty else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + places.count)
    var begin = 0
    for place in places {
      result.append(contentsOf: bytes[begin..<place])
      result.append(Ascii.space)
      begin = place
    }
    result.append(contentsOf: bytes[begin...])
    return result
  }

  /// Whether a sign before a capital ends a sentence: "vergt.Ik", "(RIO).Aan", "toelichten?Kunt".
  private static func endsSentence(_ bytes: [UInt8], _ index: Int, _ wordStart: Int) -> Bool {
    guard index + 2 < bytes.count, index - wordStart >= 2, Ascii.isUpper(bytes[index + 1]) else {
      return false
    }
    let before = bytes[index - 1]
    let isClosed = before == Ascii.close || before == 0xBB || before == 0x9D
    guard isClosed || Ascii.isLower(before) && Ascii.isWordByte(bytes[index - 2]) else {
      return false
    }
    let after = bytes[index + 2]
    // A sentence may begin with a word of one letter: "U kunt".
    return Ascii.isLower(after) || after >= 0xC3 || after == Ascii.space && isClosed == false
  }

  private static func isYearBehindMonth(_ bytes: [UInt8], _ index: Int, _ wordStart: Int) -> Bool {
    guard index + 4 <= bytes.count, bytes[index..<(index + 4)].allSatisfy(Ascii.isDigit),
      bytes[index] == UInt8(ascii: "1") || bytes[index] == UInt8(ascii: "2")
    else { return false }
    let word = bytes[wordStart..<index]
    return DutchDate.months.contains { word.elementsEqual($0.utf8) }
  }

  private static func isDayBehindWord(_ bytes: [UInt8], _ index: Int) -> Bool {
    guard Ascii.isLower(bytes[index - 1]) else { return false }
    var scanner = TextScanner(bytes: bytes, at: index)
    guard let day = scanner.takeNumber(digits: 2), (1...31).contains(day),
      scanner.peek() == Ascii.space
    else {
      return false
    }
    scanner.at += 1
    return DutchDate.months.contains { scanner.takeWord($0) }
  }
}
