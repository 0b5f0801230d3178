/// A text without spaces and in lower case, with the original place of each byte. Words are found
/// in it even if text extraction lost spaces ("deMinister", "vanFinanciën") or doubled them.
struct Squeezed {
  /// The original text.
  let text: [UInt8]
  /// The remaining bytes.
  let bytes: [UInt8]
  /// The place in the text of each remaining byte, and of the end.
  let origin: [Int]
  /// Whether the text is all capitals, so that capitals have no meaning.
  let isShouted: Bool

  init(_ text: String) { self.init(bytes: Array(text.utf8)) }

  init(bytes: [UInt8]) { self.init(bytes) { $0 != Ascii.space && $0 != Ascii.tab } }

  /// Keeps only letters.
  init(letters text: String) {
    self.init(Array(text.utf8)) {
      Ascii.isLetter($0) || $0 >= 0xC3 || (0x80..<0xC0).contains($0)
    }
  }

  private init(_ text: [UInt8], _ keeps: (UInt8) -> Bool) {
    var bytes: [UInt8] = []
    var origin: [Int] = []
    bytes.reserveCapacity(text.count)
    origin.reserveCapacity(text.count + 1)
    for (index, byte) in text.enumerated() where keeps(byte) {
      bytes.append(Ascii.lower(byte))
      origin.append(index)
    }
    origin.append(text.count)
    isShouted = !text.contains(where: Ascii.isLower) && text.contains(where: Ascii.isUpper)
    self.text = text
    self.bytes = bytes
    self.origin = origin
  }

  var count: Int { bytes.count }

  /// The text between two places, without spaces around it.
  func words(_ from: Int, _ to: Int) -> String {
    guard from < to else { return "" }
    return String(decoding: text[origin[from]..<origin[to]], as: UTF8.self).trimmed
  }

  /// Where `key` ends, if it begins at a place; nil if it does not. Commas and hyphens between
  /// letters are skipped.
  func end(of key: [UInt8], at start: Int) -> Int? {
    var index = start
    for letter in key {
      while index < bytes.count, bytes[index] == Ascii.comma || bytes[index] == Ascii.hyphen {
        index += 1
      }
      guard index < bytes.count, bytes[index] == letter else { return nil }
      index += 1
    }
    return index
  }

  /// Whether the bytes are adjacent in the text.
  func isUnbroken(_ range: Range<Int>) -> Bool {
    range.isEmpty || origin[range.upperBound - 1] - origin[range.lowerBound] == range.count - 1
  }

  /// Whether a word without spaces is at a place.
  func has(_ word: String, at start: Int) -> Bool { Ascii.hasPrefix(bytes, at: start, word) }

  /// Whether a space precedes a place in the text.
  func hasSpace(before index: Int) -> Bool {
    index > 0 && index <= count && origin[index] > origin[index - 1] + 1
  }

  /// Whether a word begins at a place: after a space or a sign, or at a capital after a lower-case
  /// letter.
  func isWordStart(_ index: Int) -> Bool {
    guard index > 0 else { return true }
    guard index < count else { return true }
    let before = text[origin[index] - 1]
    guard Ascii.isWordByte(before) else { return true }
    return !Ascii.isUpper(before) && !Ascii.isDigit(before) && Ascii.isUpper(text[origin[index]])
  }

  /// Whether the word before a place ends there.
  func isWordEnd(_ index: Int) -> Bool {
    index >= count || isWordStart(index) || !Ascii.isWordByte(bytes[index])
  }

  /// The end of a whole word at a place; nil if something else is there.
  func word(_ word: String, at start: Int) -> Int? {
    let end = start + word.utf8.count
    return has(word, at: start) && isWordStart(start) && isWordEnd(end) ? end : nil
  }

  /// Whether a lower-case letter is at a place, or any letter if the text is all capitals.
  func isSmall(_ index: Int) -> Bool {
    index < count
      && (Ascii.isLower(text[origin[index]]) || isShouted && Ascii.isUpper(text[origin[index]]))
  }

  /// Whether a capital is at a place. Letters beyond ASCII count as capitals.
  func isCapital(_ index: Int) -> Bool {
    index < count && (Ascii.isUpper(text[origin[index]]) || text[origin[index]] >= 0xC3)
  }

  /// The end of the word that begins at a place.
  func wordEnd(from start: Int) -> Int {
    var index = start + 1
    while index < count, !isWordStart(index), Ascii.isWordByte(bytes[index]) { index += 1 }
    return min(index, count)
  }
}
