/// Walks over the bytes of one line. Keywords are compared without regard to ASCII case; other bytes are compared as
/// they are, so that no step costs more than the bytes it passes.
struct TextScanner {
  let bytes: [UInt8]
  var at: Int

  init(_ text: some StringProtocol) {
    bytes = Array(text.utf8)
    at = 0
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

  /// Takes a text, in any case; nothing is taken where it does not stand here.
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

  /// Takes a number of at most so many digits; a longer run of digits is no number here.
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

/// What the reader must know about single bytes.
enum Ascii {
  static let space = UInt8(ascii: " ")
  static let tab = UInt8(ascii: "\t")
  static let zero = UInt8(ascii: "0")
  static let comma = UInt8(ascii: ",")
  static let dot = UInt8(ascii: ".")
  static let hyphen = UInt8(ascii: "-")
  static let open = UInt8(ascii: "(")
  static let close = UInt8(ascii: ")")

  static func isBlank(_ byte: UInt8) -> Bool { byte == space || byte == tab }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- zero < 10 }

  static func isUpper(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "A") < 26 }

  static func isLower(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "a") < 26 }

  static func isLetter(_ byte: UInt8) -> Bool { isUpper(byte) || isLower(byte) }

  /// A byte with which the name of an element may begin.
  static func isNameStart(_ byte: UInt8) -> Bool {
    isLetter(byte) || byte >= 0x80 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
  }

  /// A byte of a word: an ASCII letter or digit, or a byte of a character beyond ASCII.
  static func isWordByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte >= 0xC3 && byte < 0xE0 || byte >= 0x80 && byte < 0xC0
  }

  /// Whether a byte is one of a few ASCII signs. For what every byte of a text is asked: a string's own search takes
  /// several times as long.
  @inline(__always)
  static func isOne(_ byte: UInt8, of signs: StaticString) -> Bool {
    UnsafeBufferPointer(start: signs.utf8Start, count: signs.utf8CodeUnitCount).contains(byte)
  }

  static func lower(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 0x20 : byte }

  /// Whether a text stands at a place, in any ASCII case.
  static func hasPrefix(_ bytes: [UInt8], at start: Int, _ text: String) -> Bool {
    let utf8 = text.utf8
    guard start >= 0, start + utf8.count <= bytes.count else { return false }
    var index = start
    for byte in utf8 {
      guard lower(bytes[index]) == lower(byte) else { return false }
      index += 1
    }
    return true
  }

  /// The first place at or after `start` where a text stands, in any ASCII case.
  static func find(_ text: String, in bytes: [UInt8], from start: Int = 0) -> Int? {
    guard let first = text.utf8.first.map(lower) else { return nil }
    let end = bytes.count - text.utf8.count
    var index = start
    while index <= end {
      if lower(bytes[index]) == first, hasPrefix(bytes, at: index, text) { return index }
      index += 1
    }
    return nil
  }
}

extension StringProtocol {
  /// The text without spaces and tabs at its ends.
  var trimmed: String {
    var view = Substring(self).utf8
    while let byte = view.first, byte == Ascii.space || byte == Ascii.tab { view.removeFirst() }
    while let byte = view.last, byte == Ascii.space || byte == Ascii.tab { view.removeLast() }
    return String(Substring(view))
  }
}
