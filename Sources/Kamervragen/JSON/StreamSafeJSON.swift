internal import Composition

/// Makes the strings of JSON safe to hash. Swift sorts the combining marks of a letter whenever it
/// hashes a key, in time quadratic in their number.
enum StreamSafeJSON {
  private static let joiner = Array("\\u034f".utf8)

  /// The bytes with an invisible character after every thirty combining marks, including escaped
  /// ones.
  static func bytes(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var written = 0
    var marks = 0
    var at = 0
    while at < bytes.count {
      let (scalar, length) = character(bytes, at)
      marks = scalar != 0x34F && scalar >= 0x300 && Composition.isMark(scalar) ? marks + 1 : 0
      if marks > Composition.maximumMarks {
        result.append(contentsOf: bytes[written..<at])
        result.append(contentsOf: joiner)
        written = at
        marks = 1
      }
      at += length
    }
    return written == 0 ? bytes : result + bytes[written...]
  }

  /// The character at a place, and its length there in bytes. The character is 0 for unescaped
  /// ASCII.
  private static func character(_ bytes: [UInt8], _ at: Int) -> (scalar: UInt32, length: Int) {
    let byte = bytes[at]
    if byte == UInt8(ascii: "\\") {
      guard let unit = escape(bytes, at) else { return (0, 2) }
      guard unit & 0xFC00 == 0xD800, let low = escape(bytes, at + 6), low & 0xFC00 == 0xDC00 else {
        return (unit, 6)
      }
      return (0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF, 12)
    }
    guard byte >= 0xC2 else { return (0, 1) }
    let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    let text = String(decoding: bytes[at..<min(bytes.count, at + length)], as: UTF8.self)
    return (text.unicodeScalars.first?.value ?? 0, length)
  }

  /// The code unit of an escape: `\u0301`.
  private static func escape(_ bytes: [UInt8], _ at: Int) -> UInt32? {
    guard at + 6 <= bytes.count, bytes[at] == UInt8(ascii: "\\"),
      bytes[at + 1] == UInt8(ascii: "u")
    else { return nil }
    return UInt32(String(decoding: bytes[(at + 2)..<(at + 6)], as: UTF8.self), radix: 16)
  }
}
