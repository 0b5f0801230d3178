public import Kamervragen

extension StoredPassage {
  /// The citation of the passage: `Aanhangsel 2024–2025, nr. 705, vraag 3`; without a number in the
  /// Aanhangsel by its zaaknummer: `Kamervragen 2024Z18775, vragen 2 en 3`.
  public var citation: String {
    [setCitation, passage.questions.citation].compactMap(\.self).joined(separator: ", ")
  }

  /// The citation of the set.
  public var setCitation: String {
    let session = set.session?.replacing("-", with: "–")
    if let number = set.number {
      let chamber = set.chamber == .eersteKamer ? "Aanhangsel Eerste Kamer" : "Aanhangsel"
      return [[chamber, session].compactMap(\.self).joined(separator: " "), "nr. \(number)"]
        .joined(separator: ", ")
    }
    if let caseNumber = set.caseNumber { return "Kamervragen \(caseNumber)" }
    return setKey
  }
}

extension [Int] {
  /// The numbers of questions as they are cited: `vraag 3`, `vragen 2 en 3`; nil if there are none.
  package var citation: String? {
    isEmpty ? nil : (count == 1 ? "vraag " : "vragen ") + enumeration
  }
}

extension Array where Element: CustomStringConvertible {
  /// The elements as a Dutch list: `1, 2 en 3`.
  package var enumeration: String {
    let words = map(\.description)
    return [words.dropLast().joined(separator: ", "), words.last ?? ""]
      .filter { !$0.isEmpty }.joined(separator: " en ")
  }
}

extension Member {
  /// The name with the party: `Bikker (ChristenUnie)`.
  public var citation: String { party.map { "\(name) (\($0))" } ?? name }
}

extension Respondent {
  /// The role, the name and the portfolio: `Minister Van Weel (Justitie en Veiligheid)`.
  public var citation: String {
    let person = name.isEmpty ? role : "\(role) \(name)"
    return portfolio.map { "\(person) (\($0))" } ?? person
  }
}

extension CalendarDate {
  /// The date in Dutch: `3 december 2024`.
  public var dutch: String {
    let months = [
      "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
      "oktober", "november", "december",
    ]
    return "\(day) \(months[month - 1]) \(year)"
  }
}
