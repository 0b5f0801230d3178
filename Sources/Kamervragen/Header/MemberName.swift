/// Brackets as people and scanners wrote them: (, [, { and their counterparts.
enum Bracket {
  /// A party has fewer bytes than this, even if its closing bracket is missing.
  static let maximumLength = 80

  static func isOpen(_ byte: UInt8) -> Bool { Ascii.isOne(byte, of: "([{") }
  static func isClose(_ byte: UInt8) -> Bool { Ascii.isOne(byte, of: ")]}") }
  static func isBracket(_ byte: UInt8) -> Bool { Ascii.isOne(byte, of: "()[]{}") }
}

extension MembersClause {
  /// A name with its spaces in order, without the signs and the mark of a note at its end.
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

  /// A party as printed, without the signs that scanners put for its bracket: "CDA.", "C.D.A.j,".
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

  /// Restores a space that was lost between a small letter and a capital: "vanDijk",
  /// "DaniëlleJansen".
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
