internal import Kamervragen

/// A line of the ledger: fields between tabs, of which the first says what the line is about and the
/// second when it was written.
///
/// Only a tab, a line feed and a per cent sign are written differently (`%09`, `%0A`, `%25`), so
/// that people can read the file.
struct LedgerLine: Hashable {
  let fields: [String]

  init(_ fields: [String]) { self.fields = fields }

  /// Reads a line without its line feed; nil if it is not UTF-8 or has a bad escape.
  init?(bytes: some Collection<UInt8>) {
    var fields: [String] = []
    for field in bytes.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false) {
      guard let text = String(validating: field, as: UTF8.self),
        let plain = Self.unescaped(text)
      else { return nil }
      fields.append(plain)
    }
    self.fields = fields
  }

  /// The line as it is in the file, with its line feed.
  var bytes: [UInt8] {
    Array((fields.map(Self.escaped).joined(separator: "\t") + "\n").utf8)
  }

  private static func escaped(_ field: String) -> String {
    guard field.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "%") }) else { return field }
    return field.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "%": result += "%25"
      case "\t": result += "%09"
      case "\n": result += "%0A"
      case "\r": result += "%0D"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  private static func unescaped(_ field: String) -> String? {
    guard field.utf8.contains(UInt8(ascii: "%")) else { return field }
    let pieces = field.split(separator: "%", omittingEmptySubsequences: false)
    var plain = String(pieces[0])
    for piece in pieces.dropFirst() {
      switch piece.prefix(2) {
      case "25": plain += "%"
      case "09": plain += "\t"
      case "0A": plain += "\n"
      case "0D": plain += "\r"
      default: return nil
      }
      plain += piece.dropFirst(2)
    }
    return plain
  }
}
