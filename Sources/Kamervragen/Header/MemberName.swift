/// Brackets as typed or scanned: (, [, { and their counterparts.
enum Bracket {
  /// The maximum length of a party in bytes, if its closing bracket is missing.
  static let maximumLength = 80

  static func isOpen(_ byte: UInt8) -> Bool { Ascii.isOne(byte, of: "([{") }
  static func isClose(_ byte: UInt8) -> Bool { Ascii.isOne(byte, of: ")]}") }
  static func isBracket(_ byte: UInt8) -> Bool { Ascii.isOne(byte, of: "()[]{}") }
}

extension MembersClause {
  /// A name with corrected spaces, without trailing signs and note mark.
  static func name(_ text: String) -> String {
    var name = parted(spacedHyphens(text)).trimmingTail(",;:*>").trimmingTail("0123456789")
    // A full stop belongs to an initial, not to the end of a whole word.
    if name.hasSuffix("."), name.utf8.count > 3,
      !name.dropLast().suffix(2).contains(where: { $0 == "." || $0 == " " })
    {
      name = String(name.dropLast())
    }
    return name
  }

  /// A party as printed, without signs that scanners misread for its bracket: "CDA.", "C.D.A.j,".
  static func party(_ text: String) -> String {
    var party = spacedHyphens(text).trimmingTail(",;:*")
    if party.hasSuffix("j"), let before = party.dropLast().utf8.last,
      before == Ascii.dot || Ascii.isUpper(before)
    {
      party = String(party.dropLast())
    }
    if party.hasSuffix("."), party.utf8.count(where: { $0 == Ascii.dot }) == 1 {
      party = String(party.dropLast())
    }
    return party.trimmed
  }

  /// Removes the spaces around a hyphen, and turns a dash in a double name into a hyphen: "Faber –
  /// Van de Klashorst".
  static func spacedHyphens(_ text: String) -> String {
    var result = ""
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if scalar == " ", index + 1 < scalars.count, isDash(scalars[index + 1]) { continue }
      if scalar == " ", index > 0, isDash(scalars[index - 1]) { continue }
      if scalar == " ", index > 0, scalars[index - 1] == " " { continue }
      if scalar.isRaisedDigit { continue }
      result.unicodeScalars.append(isDash(scalar) ? "-" : scalar)
    }
    return result.trimmed
  }

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool { scalar == "-" || scalar == "–" }

  /// Restores a lost space between a lower-case letter and a capital: "vanDijk", "DaniëlleJansen".
  static func parted(_ text: String) -> String {
    var result = ""
    var previous: Unicode.Scalar = " "
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if scalar.properties.isUppercase, previous.properties.isLowercase,
        index + 1 >= scalars.count || scalars[index + 1].properties.isAlphabetic,
        !result.hasSuffix("Mc"), !result.hasSuffix("Mac")
      {
        result += " "
      }
      result.unicodeScalars.append(scalar)
      previous = scalar
    }
    return result.trimmed
  }
}
