/// One letter of a word as the algorithm sees it, and its place.
///
/// A letter is one ASCII byte, or one byte from `0xC0` on with the continuation bytes (`0x80` to
/// `0xBF`) after it. Wherever the bytes are valid UTF-8 that is one character; continuation bytes
/// that continue nothing count as one letter together, so that any bytes consist of letters.
struct Letter {
  /// The letter in ASCII, without the accents that the algorithm knows: *a* for *a*, *ä*, *á*, *à*
  /// and *â*, and so on for *e*, *i*, *o* and *u*. Another letter beyond ASCII is 0.
  var base: UInt8

  /// The position before it.
  var start: Int

  /// The position after it.
  var end: Int
}

// MARK: - The groupings of the publication

extension Letter {
  /// `AIOU`: a vowel other than *e*, with or without an accent.
  var isAIOU: Bool { base.isOne(of: "aiou") }

  /// `E`: *e*, with or without an accent.
  var isE: Bool { base.isOne(of: "e") }

  /// `AEIOU`: a vowel, with or without an accent.
  var isAEIOU: Bool { base.isOne(of: "aeiou") }

  /// `v`: a vowel or *y*.
  var isV: Bool { base.isOne(of: "aeiouy") }

  /// `v_WX`: a vowel, *y*, *w* or *x*.
  var isVWX: Bool { base.isOne(of: "aeiouywx") }

  /// The `base` of the letter that is `0xC3` and this byte: U+00C0 to U+00FF.
  static func base(ofAccented byte: UInt8) -> UInt8 {
    switch Unicode.Scalar(byte &+ 0x40) {
    case "ä", "á", "à", "â": UInt8(ascii: "a")
    case "ë", "é", "è", "ê": UInt8(ascii: "e")
    case "ï", "í", "ì", "î": UInt8(ascii: "i")
    case "ö", "ó", "ò", "ô": UInt8(ascii: "o")
    case "ü", "ú", "ù", "û": UInt8(ascii: "u")
    default: 0
    }
  }
}

extension UInt8 {
  /// Whether this byte is one of these letters, all of them *a* to *z*.
  ///
  /// The compiler makes a constant of the letters and a test without a jump. Vowels are hard to
  /// predict, and jumps at every letter would take most of the time.
  @inline(__always)
  func isOne(of letters: StaticString) -> Bool {
    let bits = letters.withUTF8Buffer { $0.reduce(UInt32(0)) { $0 | 1 << UInt32($1 & 0x1F) } }
    return self & 0xE0 == 0x60 && bits >> UInt32(self & 0x1F) & 1 != 0
  }
}
