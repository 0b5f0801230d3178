internal import Kamervragen

/// A line of the ledger: fields between tabs, of which the first says what the line is about and
/// the second when it was written.
///
/// Control characters and per cent signs are percent-encoded (`%09`, `%25`), so that people can
/// look at the file in a terminal.
struct LedgerLine: Hashable {
  let fields: [String]

  init(_ fields: [String]) { self.fields = fields }

  /// Reads a line without its line feed; nil if it is not UTF-8 or has a bad escape.
  init?(bytes: some Collection<UInt8>) {
    var fields: [String] = []
    for field in bytes.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false) {
      guard let plain = Self.unescaped(field),
        let text = String(validating: plain, as: UTF8.self)
      else { return nil }
      fields.append(text)
    }
    self.fields = fields
  }

  /// The line as it is in the file, with its line feed.
  var bytes: [UInt8] {
    Array((fields.map(Self.escaped).joined(separator: "\t") + "\n").utf8)
  }

  private static func escaped(_ field: String) -> String {
    guard field.unicodeScalars.contains(where: isEscaped) else { return field }
    let digits = Array("0123456789ABCDEF".unicodeScalars)
    return field.unicodeScalars.reduce(into: "") { result, scalar in
      guard isEscaped(scalar) else { return result.unicodeScalars.append(scalar) }
      for byte in String(scalar).utf8 {
        result += "%"
        result.unicodeScalars.append(digits[Int(byte >> 4)])
        result.unicodeScalars.append(digits[Int(byte & 15)])
      }
    }
  }

  private static func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "%" || scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }

  private static func unescaped(_ field: some Collection<UInt8>) -> [UInt8]? {
    let bytes = Array(field)
    guard bytes.contains(UInt8(ascii: "%")) else { return bytes }
    var plain: [UInt8] = []
    var at = 0
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "%") else {
        plain.append(bytes[at])
        at += 1
        continue
      }
      guard at + 2 < bytes.count, let high = digit(bytes[at + 1]), let low = digit(bytes[at + 2])
      else { return nil }
      plain.append(high << 4 | low)
      at += 3
    }
    return plain
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
