/// The names before "aan": "de leden Jansen , De Vries (beiden GroenLinks-PvdA) en Bakker (PvdD)".
enum MembersClause {
  /// The members with the parties that the brackets behind them name.
  static func members(_ text: String) -> [Member] {
    var members: [Member] = []
    var group: [String] = []
    var name: [UInt8] = []
    let bytes = Array(text.utf8)
    func finishName() {
      let found = memberName(String(decoding: name, as: UTF8.self))
      if !found.isEmpty { group.append(found) }
      name = []
    }
    func finishGroup(_ party: String?) {
      members += group.map { Member(name: $0, party: party) }
      group = []
    }
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case Ascii.open:
        finishName()
        let close = bytes[index...].firstIndex(of: Ascii.close) ?? bytes.count
        finishGroup(party(String(decoding: bytes[(index + 1)..<close], as: UTF8.self)))
        index = close
      case Ascii.comma: finishName()
      case Ascii.space
      where Ascii.hasPrefix(bytes, at: index, " en ") || Ascii.hasPrefix(bytes, at: index, " & "):
        finishName()
        index += 2
      default: name.append(bytes[index])
      }
      index += 1
    }
    finishName()
    finishGroup(nil)
    return members
  }

  private static let introductions = [
    "de leden", "het lid", "het leden", "de lid", "leden", "lid", "het Kamerlid", "de Kamerleden",
    "Kamerlid", "Kamerleden", "de heer", "mevrouw", "dhr.", "mw.", "en",
  ]

  /// The party in a bracket, without "beiden" and "allen".
  private static func party(_ text: String) -> String? {
    var scanner = TextScanner(text)
    scanner.skipSpaces()
    for word in ["beiden", "allen", "beide", "alle drie", "alle"] {
      let begin = scanner.at
      guard scanner.take(word) else { continue }
      if scanner.peek().map({ $0 == Ascii.space || Ascii.isUpper($0) }) ?? true { break }
      scanner.at = begin
    }
    let party = spacedHyphens(scanner.rest)
    return party.isEmpty ? nil : party
  }

  /// A name without the words that introduce it, with its spaces in order.
  static func memberName(_ text: String) -> String {
    var scanner = TextScanner(text)
    var moved = true
    while moved {
      scanner.skipSpaces()
      moved = introductions.contains { words in
        let begin = scanner.at
        guard scanner.takeWord(words), scanner.isAtEnd || scanner.peek() == Ascii.space else {
          scanner.at = begin
          return false
        }
        return true
      }
    }
    return parted(spacedHyphens(scanner.rest))
  }

  /// Takes the spaces around a hyphen away, and makes a dash in a double name a hyphen: "Faber – Van de Klashorst".
  static func spacedHyphens(_ text: String) -> String {
    var result = ""
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if scalar == " ", index + 1 < scalars.count, isDash(scalars[index + 1]) { continue }
      if scalar == " ", index > 0, isDash(scalars[index - 1]) { continue }
      if Superscript.number(Array(String(scalar).utf8), at: 0) != nil { continue }
      result.unicodeScalars.append(isDash(scalar) ? "-" : scalar)
    }
    return result.trimmed
  }

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool { scalar == "-" || scalar == "–" }

  /// Sets a space where one was lost between a small letter and a capital: "vanDijk", "DaniëlleJansen".
  static func parted(_ text: String) -> String {
    var result = ""
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if scalar.properties.isUppercase, previous.properties.isLowercase, !result.hasSuffix("Mc"),
        !result.hasSuffix("Mac")
      {
        result += " "
      }
      result.unicodeScalars.append(scalar)
      previous = scalar
    }
    return result.trimmed
  }
}
