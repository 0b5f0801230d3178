/// Walks over the bytes of one line. Keywords are compared without regard to ASCII case; other
/// bytes are compared as they are, so that each step costs no more than the bytes it passes.
struct TextScanner {
  let bytes: [UInt8]
  var at: Int

  init(_ text: some StringProtocol) {
    bytes = Array(text.utf8)
    at = 0
  }

  /// Begins at a place in bytes.
  init(bytes: [UInt8], at: Int) {
    self.bytes = bytes
    self.at = at
  }

  var isAtEnd: Bool { at >= bytes.count }

  /// The byte at a distance from the position, or nil outside the line.
  func peek(_ distance: Int = 0) -> UInt8? {
    let index = at + distance
    return bytes.indices.contains(index) ? bytes[index] : nil
  }

  mutating func skipSpaces() {
    while let byte = peek(), byte == Ascii.space || byte == Ascii.tab { at += 1 }
  }

  /// Passes any of some ASCII characters.
  mutating func skip(_ characters: String) {
    while let byte = peek(), characters.utf8.contains(byte) { at += 1 }
  }

  /// Takes a text, in any case; nothing is taken if it does not stand here.
  mutating func take(_ text: String) -> Bool {
    guard Ascii.hasPrefix(bytes, at: at, text) else { return false }
    at += text.utf8.count
    return true
  }

  /// Takes a word that is not followed by another letter or digit.
  mutating func takeWord(_ word: String) -> Bool {
    guard Ascii.hasPrefix(bytes, at: at, word) else { return false }
    let end = at + word.utf8.count
    if end < bytes.count, Ascii.isWordByte(bytes[end]) { return false }
    at = end
    return true
  }

  /// Takes a number of at most `limit` digits; a longer run is no number here.
  mutating func takeNumber(digits limit: Int) -> Int? {
    var end = at
    var value = 0
    while end < bytes.count, Ascii.isDigit(bytes[end]) {
      guard end - at < limit else { return nil }
      value = value * 10 + Int(bytes[end] - Ascii.zero)
      end += 1
    }
    guard end > at else { return nil }
    at = end
    return value
  }

  /// The text from the position to the end, without spaces around it.
  var rest: String { text(at, bytes.count).trimmed }

  /// The text between two positions.
  func text(_ from: Int, _ to: Int) -> String {
    guard from < to else { return "" }
    return String(decoding: bytes[from..<to], as: UTF8.self)
  }
}
