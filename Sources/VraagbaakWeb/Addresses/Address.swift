/// An address that a page may lead to: one of this site, or an official one of others. No text of a
/// document can become an address of another kind, such as `javascript:`.
package struct Address: Sendable, Hashable {
  /// The address, percent-encoded.
  package let written: String

  /// An address of this site, relative to its host.
  ///
  /// - Parameters:
  ///   - base: the path of the site on its host, without a slash at the end: empty, or `/vragen`.
  ///   - path: the parts of the path, not encoded.
  ///   - parameters: names and values, not encoded.
  ///   - fragment: what comes after the `#`, not encoded; nil for none.
  init(
    base: String, path: [String], parameters: [(name: String, value: String)] = [],
    fragment: String? = nil
  ) {
    var written = base + "/" + path.map { Self.encoded($0) }.joined(separator: "/")
    for (place, parameter) in parameters.enumerated() {
      written += place == 0 ? "?" : "&"
      written += Self.encoded(parameter.name) + "=" + Self.encoded(parameter.value)
    }
    if let fragment { written += "#" + Self.encoded(fragment) }
    self.written = written
  }

  /// Another search than that of the page, relative to it.
  init(search: SearchParameters, fragment: String? = nil) {
    let address = Address(base: "", path: [""], parameters: search.written, fragment: fragment)
    let relative = address.written.dropFirst()
    written = relative.isEmpty ? "?" : String(relative)
  }

  /// An address within the page.
  init(fragment: String) { written = "#" + Self.encoded(fragment) }

  /// An address elsewhere; nil unless it is one of the web and has only visible ASCII.
  package init?(elsewhere address: String) {
    guard address.hasPrefix("https://") || address.hasPrefix("http://"),
      address.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else { return nil }
    written = address
  }

  /// Text in which every byte but a letter, a digit and `-._~` is percent-encoded (RFC 3986). A
  /// space is `%20`, which is right in a path and in a query.
  package static func encoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
