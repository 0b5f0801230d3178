/// Scans the bytes of one line. Keywords match in any ASCII case.
struct TextScanner {
  let bytes: [UInt8]
  var at: Int

  init(_ text: some StringProtocol) {
    bytes = Array(text.utf8)
    at = 0
  }

  /// Begins at an index of bytes.
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

  /// Skips any of some ASCII characters.
  mutating func skip(_ characters: String) {
    while let byte = peek(), characters.utf8.contains(byte) { at += 1 }
  }

  /// Takes a text in any ASCII case; takes nothing and returns false if something else is here.
  mutating func take(_ text: String) -> Bool {
    guard Ascii.hasPrefix(bytes, at: at, text) else { return false }
    at += text.utf8.count
    return true
  }

  /// Takes a text like `take`, unless another letter or digit follows.
  mutating func takeWord(_ word: String) -> Bool {
    guard Ascii.hasPrefix(bytes, at: at, word) else { return false }
    let end = at + word.utf8.count
    if end < bytes.count, Ascii.isWordByte(bytes[end]) { return false }
    at = end
    return true
  }

  /// Takes a number of at most `limit` digits; nil if there is none or it is longer.
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
