/// A web address in a text.
struct WebAddress: Sendable, Hashable {
  /// Its bytes.
  let range: Range<Int>
  let address: Address

  /// The addresses that begin with `https://` or `http://`, in order: up to white space, a sign
  /// that no address has, or a letter that is not ASCII, without the punctuation at the end.
  static func all(in bytes: [UInt8]) -> [WebAddress] {
    var found: [WebAddress] = []
    var at = 0
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "h"), begins(at, bytes) else {
        at += 1
        continue
      }
      var end = at
      while end < bytes.count, isPart(bytes[end]) { end += 1 }
      let next = end
      while end > at, isPunctuation(bytes[end - 1]) { end -= 1 }
      if let address = Address(elsewhere: String(decoding: bytes[at..<end], as: UTF8.self)) {
        found.append(WebAddress(range: at..<end, address: address))
      }
      at = max(next, at + 1)
    }
    return found
  }

  private static func begins(_ at: Int, _ bytes: [UInt8]) -> Bool {
    let start = bytes[at...].prefix(9)
    return ["https://", "http://"].contains { scheme in
      start.starts(with: scheme.utf8)
        && start.dropFirst(scheme.utf8.count).first.map(isPart) == true
    }
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "<") && byte != UInt8(ascii: ">")
      && byte != UInt8(ascii: "\"")
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    [
      UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
      UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ")"), UInt8(ascii: "]"),
      UInt8(ascii: "'"),
    ].contains(byte)
  }
}
