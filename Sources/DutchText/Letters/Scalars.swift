internal import CUTF8Proc

/// The role of a scalar in a text.
enum ScalarClass {
  case letter
  case digit
  /// A combining mark: belongs to the letter before it.
  case mark
  /// Not part of any word: soft hyphen, joiners, a cedilla without its letter.
  case ignorable
  case apostrophe
  case hyphen
  /// A space that may stand between the groups of a number.
  case space
  case other
}

/// One scalar of a UTF-8 text and its length in bytes.
struct Scalar {
  var value: UInt32
  var length: Int

  /// Decodes the scalar at an offset. Each byte that is not UTF-8 counts as U+FFFD.
  @inline(__always)
  init(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) {
    let first = text[offset]
    (value, length) = first < 0x80 ? (UInt32(first), 1) : Self.decode(text, at: offset)
  }

  @inline(never)
  private static func decode(
    _ text: UnsafeBufferPointer<UInt8>, at offset: Int
  ) -> (UInt32, Int) {
    var decoded: Int32 = -1
    let start = text.baseAddress.map { $0 + offset }
    let read = utf8proc_iterate(start, min(4, text.count - offset), &decoded)
    return read > 0 && decoded >= 0 ? (UInt32(decoded), read) : (0xFFFD, 1)
  }

  /// The role of the scalar in a text.
  @inline(__always)
  var scalarClass: ScalarClass {
    if value < 0x80 {
      let byte = UInt8(truncatingIfNeeded: value)
      if (byte | 0x20) &- UInt8(ascii: "a") < 26 { return .letter }
      if byte &- UInt8(ascii: "0") < 10 { return .digit }
      switch byte {
      case UInt8(ascii: " "): return .space
      case UInt8(ascii: "-"): return .hyphen
      case UInt8(ascii: "'"), UInt8(ascii: "`"): return .apostrophe
      default: return .other
      }
    }
    return wideClass
  }

  @inline(never)
  private var wideClass: ScalarClass {
    switch value {
    case 0xAD, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xB8: return .ignorable
    case 0x2019, 0x2018, 0x2BC, 0x2032, 0xB4: return .apostrophe
    case 0x2010, 0x2011, 0x2013, 0x2212: return .hyphen
    case 0xA0, 0x2009, 0x202F: return .space
    case 0x2080...0x2089: return .digit
    default: break
    }
    switch utf8proc_category(Int32(bitPattern: value)) {
    case UTF8PROC_CATEGORY_LU, UTF8PROC_CATEGORY_LL, UTF8PROC_CATEGORY_LT, UTF8PROC_CATEGORY_LM,
      UTF8PROC_CATEGORY_LO:
      return .letter
    case UTF8PROC_CATEGORY_ND: return .digit
    case UTF8PROC_CATEGORY_MN, UTF8PROC_CATEGORY_MC: return .mark
    default: return .other
    }
  }

  /// Whether the scalar is a capital.
  var isUpper: Bool {
    if value < 0x80 { return (0x41...0x5A).contains(value) }
    return utf8proc_category(Int32(bitPattern: value)) == UTF8PROC_CATEGORY_LU
  }
}
