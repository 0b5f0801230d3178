internal import CUTF8Proc
internal import Composition

/// A word in lower case without diacritics.
func folded(_ word: some StringProtocol) -> [UInt8] {
  var folded: [UInt8] = []
  fold(lowerCased(word)[...], into: &folded)
  return folded
}

/// A word in lower case and NFC.
func lowerCased(_ word: some StringProtocol) -> [UInt8] {
  var lower: [UInt8] = []
  for scalar in word.unicodeScalars { appendLower(scalar.value, to: &lower) }
  return Composition.composed(lower[...])
}

/// Appends a scalar as UTF-8.
func appendScalar(_ value: UInt32, to bytes: inout [UInt8]) {
  guard let scalar = Unicode.Scalar(value) else { return }
  if let encoded = UTF8.encode(scalar) { bytes.append(contentsOf: encoded) }
}

/// Appends the lower case of a scalar with its diacritics. The ligatures Ĳ and ĳ become two
/// letters.
func appendLower(_ value: UInt32, to bytes: inout [UInt8]) {
  switch value {
  case 0x132, 0x133: bytes.append(contentsOf: [UInt8(ascii: "i"), UInt8(ascii: "j")])
  case 0x130: bytes.append(UInt8(ascii: "i"))
  case 0x2080...0x2089: bytes.append(UInt8(ascii: "0") + UInt8(value - 0x2080))
  default: appendScalar(UInt32(bitPattern: utf8proc_tolower(Int32(bitPattern: value))), to: &bytes)
  }
}

/// Appends a lower-case scalar without its diacritics: the base letters of its canonical
/// decomposition. A letter without one becomes what a Dutch keyboard types instead (ø → o, ß → ss,
/// æ → ae).
func appendFolded(_ value: UInt32, to bytes: inout [UInt8]) {
  let plain: StaticString? =
    switch value {
    case 0xF8: "o"
    case 0xDF: "ss"
    case 0xE6: "ae"
    case 0x153: "oe"
    case 0x142: "l"
    case 0x111, 0xF0: "d"
    case 0xFE: "th"
    case 0x131: "i"
    default: nil
    }
  if let plain {
    plain.withUTF8Buffer { bytes.append(contentsOf: $0) }
    return
  }
  withUnsafeTemporaryAllocation(of: Int32.self, capacity: 16) { decomposed in
    let options = utf8proc_option_t(UTF8PROC_DECOMPOSE.rawValue | UTF8PROC_STRIPMARK.rawValue)
    var boundary: Int32 = 0
    let count = utf8proc_decompose_char(
      Int32(bitPattern: value), decomposed.baseAddress, 16, options, &boundary)
    guard count > 0, count <= 16 else { return appendScalar(value, to: &bytes) }
    for base in decomposed[..<count] { appendScalar(UInt32(bitPattern: base), to: &bytes) }
  }
}

/// Appends UTF-8 text without its diacritics; see `appendFolded(_:to:)`.
func fold(_ text: ArraySlice<UInt8>, into bytes: inout [UInt8]) {
  text.withUnsafeBufferPointer { text in
    var at = 0
    while at < text.count {
      let scalar = Scalar(text, at: at)
      at += scalar.length
      if scalar.value < 0x80 {
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        appendFolded(scalar.value, to: &bytes)
      }
    }
  }
}
