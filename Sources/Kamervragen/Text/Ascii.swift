/// Byte classes, and searching in bytes.
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

  static func isLetter(_ byte: UInt8) -> Bool { isLower(byte | 0x20) }

  /// Whether a byte may begin an element name.
  static func isNameStart(_ byte: UInt8) -> Bool {
    isLetter(byte) || byte >= 0x80 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
  }

  /// Whether a byte can be part of a word: an ASCII letter or digit, or a byte of a two-byte letter
  /// (lead byte C3 to DF). Continuation bytes always count; longer lead bytes do not.
  static func isWordByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte >= 0xC3 && byte < 0xE0 || byte >= 0x80 && byte < 0xC0
  }

  /// Whether a byte is one of a few ASCII characters. For hot loops: searching a `String` takes
  /// several times as long.
  @inline(__always)
  static func isOne(_ byte: UInt8, of signs: StaticString) -> Bool {
    UnsafeBufferPointer(start: signs.utf8Start, count: signs.utf8CodeUnitCount).contains(byte)
  }

  static func lower(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 0x20 : byte }

  /// The place of the first byte beyond ASCII from a place on; the end if there is none.
  static func firstOther(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var index = start
    while index + 8 <= bytes.count {
      let eight = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let high = eight & 0x8080_8080_8080_8080
      if high != 0 { return index + high.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < bytes.count, bytes[index] < 0x80 { index += 1 }
    return index
  }

  /// Whether the bytes at `start` begin with a text, ignoring ASCII case.
  static func hasPrefix(_ bytes: [UInt8], at start: Int, _ text: String) -> Bool {
    let utf8 = text.utf8
    guard start >= 0, start + utf8.count <= bytes.count, let first = utf8.first,
      lower(bytes[start]) == lower(first)
    else { return start >= 0 && start <= bytes.count && utf8.isEmpty }
    var index = start
    for byte in utf8 {
      guard lower(bytes[index]) == lower(byte) else { return false }
      index += 1
    }
    return true
  }

  /// The first place of a text at or after `start`, ignoring ASCII case.
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
