/// What a server answered.
struct Answer: Sendable {
  /// The address that answered, after redirects.
  let address: WebAddress
  let bytes: [UInt8]
  /// The type without parameters, in lower case: `text/html`.
  let mediaType: String?
  /// The validators that the server gave (RFC 9110, 8.8).
  let entityTag: String?
  let lastModified: String?

  /// Whether this is a page for people: its first bytes say so, or its type does and it is not
  /// marked as XML.
  var isHTML: Bool {
    var rest = bytes.prefix(Self.maximumSniffed)[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    rest = rest.drop { Self.isSpace($0) }
    let isXML = Self.starts(rest, with: "<?xml")
    // Both may come before the root of either.
    while Self.starts(rest, with: "<?") || Self.starts(rest, with: "<!--") {
      let end: StaticString = Self.starts(rest, with: "<?") ? "?>" : "-->"
      rest = Self.after(end, in: rest).drop { Self.isSpace($0) }
    }
    if Self.starts(rest, with: "<html") || Self.starts(rest, with: "<!doctype html") {
      return true
    }
    return !isXML && (mediaType == "text/html" || mediaType == "application/xhtml+xml")
  }

  private static let maximumSniffed = 4096

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private static func starts(_ bytes: ArraySlice<UInt8>, with word: StaticString) -> Bool {
    let letters = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    return bytes.count >= letters.count
      && zip(bytes, letters).allSatisfy { ($0 &- 0x41 < 26 ? $0 | 0x20 : $0) == $1 }
  }

  /// What follows a sign; nothing if it is not there.
  private static func after(_ sign: StaticString, in bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>
  {
    for place in bytes.indices where starts(bytes[place...], with: sign) {
      return bytes[(place + sign.utf8CodeUnitCount)...]
    }
    return []
  }
}
