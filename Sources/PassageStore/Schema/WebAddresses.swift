/// Finds web addresses in a text. Their words are at best those of a title, so they can be found
/// but do not count for the rank (`Schema.document`).
package enum WebAddresses {
  /// The byte ranges of the addresses, in order: `https://…`, `www.…` and `nos.nl/…`, each with
  /// everything attached to it up to white space on both sides.
  package static func ranges(in text: String) -> [Range<Int>] {
    var text = text
    return text.withUTF8 { bytes in
      guard mayHaveOne(bytes) else { return [] }
      var ranges: [Range<Int>] = []
      var start = 0
      var mayBeOne = false
      for at in 0...bytes.count {
        let byte = at < bytes.count ? bytes[at] : UInt8(ascii: " ")
        if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "w") { mayBeOne = true }
        guard byte <= UInt8(ascii: " ") else { continue }
        if mayBeOne, isAddress(UnsafeBufferPointer(rebasing: bytes[start..<at])) {
          ranges.append(start..<at)
        }
        start = at + 1
        mayBeOne = false
      }
      return ranges
    }
  }

  /// Whether a text has a slash, or a full stop after `www`. Most texts have no address.
  private static func mayHaveOne(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.indices.contains { at in
      switch bytes[at] {
      case UInt8(ascii: "/"): true
      case UInt8(ascii: "."):
        at >= 3 && bytes[(at - 3)..<at].allSatisfy { $0 | 0x20 == UInt8(ascii: "w") }
      default: false
      }
    }
  }

  /// Whether a word between white space is or contains an address.
  private static func isAddress(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count > 4 else { return false }
    for at in 1..<(bytes.count - 2) {
      switch bytes[at] {
      case UInt8(ascii: ":"):
        if bytes[at + 1] == UInt8(ascii: "/"), bytes[at + 2] == UInt8(ascii: "/") { return true }
      case UInt8(ascii: "."):
        if isDomain(bytes, dot: at) { return true }
      default: break
      }
    }
    return false
  }

  /// Whether a full stop is part of a domain name: after `www`, or between two or more letters on
  /// either side with a slash after them.
  private static func isDomain(_ bytes: UnsafeBufferPointer<UInt8>, dot: Int) -> Bool {
    let before = bytes[..<dot].reversed().prefix { isLetter($0) }
    if before.count == 3, before.allSatisfy({ $0 | 0x20 == UInt8(ascii: "w") }) { return true }
    let after = bytes[(dot + 1)...].prefix { isLetter($0) }
    return before.count >= 2 && after.count >= 2 && after.endIndex < bytes.count
      && bytes[after.endIndex] == UInt8(ascii: "/")
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }
}
