/// A text without spaces and in lower case, that knows where each byte stood: words are found in it
/// even if an extraction lost the spaces between them ("deMinister", "vanFinanciën") or doubled
/// them.
struct Squeezed {
  /// The text as it stands.
  let text: [UInt8]
  /// The bytes that are left.
  let bytes: [UInt8]
  /// For each of them its place in the text; one more for the end.
  let origin: [Int]
  /// Whether it has capitals only, so that they say nothing.
  let isShouted: Bool

  init(_ text: String) { self.init(bytes: Array(text.utf8)) }

  init(bytes: [UInt8]) { self.init(bytes) { $0 != Ascii.space && $0 != Ascii.tab } }

  /// Letters only, without commas and hyphens.
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

  /// The end of a name that begins at a place; commas and hyphens between its letters are skipped.
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

  /// Whether the bytes stood next to each other in the text.
  func isUnbroken(_ range: Range<Int>) -> Bool {
    range.isEmpty || origin[range.upperBound - 1] - origin[range.lowerBound] == range.count - 1
  }

  /// Whether a word stands at a place; the word has no spaces.
  func has(_ word: String, at start: Int) -> Bool { Ascii.hasPrefix(bytes, at: start, word) }

  /// Whether a space stood before a place.
  func hasSpace(before index: Int) -> Bool {
    index > 0 && index <= count && origin[index] > origin[index - 1] + 1
  }

  /// Whether a word begins at a place: behind a space or a sign, and where a capital follows a
  /// small letter.
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

  /// Where a word ends that stands at a place by itself.
  func word(_ word: String, at start: Int) -> Int? {
    let end = start + word.utf8.count
    return has(word, at: start) && isWordStart(start) && isWordEnd(end) ? end : nil
  }

  /// Whether what stands at a place is written with a small letter.
  func isSmall(_ index: Int) -> Bool {
    index < count
      && (Ascii.isLower(text[origin[index]]) || isShouted && Ascii.isUpper(text[origin[index]]))
  }

  /// Whether what stands at a place is written with a capital; letters beyond ASCII count as
  /// capitals.
  func isCapital(_ index: Int) -> Bool {
    index < count && (Ascii.isUpper(text[origin[index]]) || text[origin[index]] >= 0xC3)
  }

  /// Where the word that begins at a place ends.
  func wordEnd(from start: Int) -> Int {
    var index = start + 1
    while index < count, !isWordStart(index), Ascii.isWordByte(bytes[index]) { index += 1 }
    return min(index, count)
  }
}
