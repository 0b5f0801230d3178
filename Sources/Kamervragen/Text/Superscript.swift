/// Raised digits, as in printed note marks.
enum Superscript {
  private static let signs = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]

  /// A number in raised digits.
  static func digits(_ number: Int) -> String {
    String(number).utf8.map { signs[Int($0 &- Ascii.zero) % 10] }.joined()
  }

  /// A number of at most three digits in raised digits; nil for any other text.
  static func raised(_ number: String) -> String? {
    guard (1...3).contains(number.utf8.count), number.utf8.allSatisfy(Ascii.isDigit) else {
      return nil
    }
    return Int(number).map(digits)
  }

  /// The raised digit at a place: its value and its length in bytes.
  static func digit(_ bytes: [UInt8], at index: Int) -> (value: Int, length: Int)? {
    guard index + 1 < bytes.count else { return nil }
    switch (bytes[index], bytes[index + 1]) {
    case (0xC2, 0xB9): return (1, 2)
    case (0xC2, 0xB2): return (2, 2)
    case (0xC2, 0xB3): return (3, 2)
    case (0xE2, 0x81) where index + 2 < bytes.count:
      let last = bytes[index + 2]
      return last == 0xB0 || (0xB4...0xB9).contains(last) ? (Int(last - 0xB0), 3) : nil
    default: return nil
    }
  }

  /// The raised number of at most three digits at a place, and where it ends.
  static func number(_ bytes: [UInt8], at start: Int) -> (value: Int, end: Int)? {
    var index = start
    var value = 0
    var count = 0
    while count < 3, let digit = digit(bytes, at: index) {
      value = value * 10 + digit.value
      index += digit.length
      count += 1
    }
    return count > 0 ? (value, index) : nil
  }
}

extension Unicode.Scalar {
  /// Whether it is a raised digit.
  var isRaisedDigit: Bool {
    switch value {
    case 0xB2, 0xB3, 0xB9, 0x2070, 0x2074...0x2079: true
    default: false
    }
  }
}
