/// The identifier of a publication: `ah-tk-20242025-705`, `kv-tk-2024Z18775`, `kv-2009Z03159`.
struct PublicationIdentifier: Hashable {
  /// The identifier in lower case, but `Z` as in the number of a case.
  let text: String
  /// The chamber, where the identifier names it.
  let chamber: QuestionSet.Chamber?
  /// The parliamentary year of an answered set.
  let session: ParliamentaryYear?
  /// The set number of an answered set.
  let number: String?
  /// The number of the case of an unanswered set.
  let caseNumber: String?

  /// Reads an identifier at a place; the whole word must be one.
  init?(_ scanner: inout TextScanner) {
    let begin = scanner.at
    var end = begin
    while end < scanner.bytes.count,
      Ascii.isLetter(scanner.bytes[end]) || Ascii.isDigit(scanner.bytes[end])
        || scanner.bytes[end] == Ascii.hyphen
    { end += 1 }
    guard (6...40).contains(end - begin), let parsed = Self(scanner.text(begin, end)) else {
      return nil
    }
    self = parsed
    scanner.at = end
  }

  /// Reads a text that is an identifier and nothing else.
  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 2, let series = parts.first?.lowercased(), series == "ah" || series == "kv"
    else {
      return nil
    }
    let house = parts[1].lowercased()
    let chambers: [String: QuestionSet.Chamber] = ["tk": .tweedeKamer, "ek": .eersteKamer]
    let chamber = chambers[house]
    let rest = Array(parts.dropFirst(chamber == nil ? 1 : 2))
    guard let first = rest.first, rest.count <= 3, rest.allSatisfy({ !$0.isEmpty }) else {
      return nil
    }
    let suffix = rest.dropFirst(series == "ah" && chamber != nil ? 2 : 1)
    guard suffix.allSatisfy(Self.isSuffix) else { return nil }
    var scanner = TextScanner(first)
    if series == "ah", chamber != nil {
      guard let years = scanner.takeNumber(digits: 8), scanner.isAtEnd, first.utf8.count == 8,
        years % 10_000 == years / 10_000 + 1, rest.count >= 2, let digit = rest[1].utf8.first,
        Ascii.isDigit(digit)
      else { return nil }
      session = ParliamentaryYear(start: years / 10_000)
      number = rest[1].lowercased()
      caseNumber = nil
      self.text = ([series, house, first, rest[1].lowercased()] + suffix.map { $0.lowercased() })
        .joined(separator: "-")
    } else {
      guard first.utf8.count >= 4, let digit = first.utf8.first, Ascii.isDigit(digit) else {
        return nil
      }
      session = nil
      number = nil
      let upper = first.uppercased()
      caseNumber = CaseNumber.isCaseNumber(upper) ? upper : nil
      guard series == "kv" || first.utf8.allSatisfy(Ascii.isDigit) else { return nil }
      self.text =
        ([series] + (chamber == nil ? [] : [house]) + [upper] + suffix.map { $0.lowercased() })
        .joined(separator: "-")
    }
    self.chamber = chamber
  }

  private init(
    text: String, chamber: QuestionSet.Chamber, session: ParliamentaryYear?, number: String?
  ) {
    self.text = text
    self.chamber = chamber
    self.session = session
    self.number = number
    caseNumber = nil
  }

  /// The identifier of an answered set.
  static func answered(
    _ number: String, in session: ParliamentaryYear, chamber: QuestionSet.Chamber
  ) -> PublicationIdentifier {
    let house = chamber == .tweedeKamer ? "tk" : "ek"
    return PublicationIdentifier(
      text: "ah-\(house)-\(session.digits)-\(number.lowercased())", chamber: chamber,
      session: session,
      number: number)
  }

  /// `n1` and `h1`: a later version, a reprint.
  private static func isSuffix(_ text: String) -> Bool {
    guard let first = text.utf8.first,
      [UInt8(ascii: "n"), UInt8(ascii: "h")].contains(first | 0x20)
    else {
      return false
    }
    return text.utf8.count > 1 && text.utf8.dropFirst().allSatisfy(Ascii.isDigit)
  }
}

/// The number of a case (zaak): `2024Z18775`. Documents also print it with a space, `2024Z 17972`.
enum CaseNumber {
  static func isCaseNumber(_ text: String) -> Bool {
    var scanner = TextScanner(text)
    guard let found = take(&scanner) else { return false }
    return scanner.isAtEnd && found == text
  }

  /// Takes a case number in its usual writing.
  static func take(_ scanner: inout TextScanner) -> String? {
    let begin = scanner.at
    guard let year = scanner.takeNumber(digits: 4), (1990...2100).contains(year), scanner.take("Z")
    else {
      scanner.at = begin
      return nil
    }
    scanner.skipSpaces()
    let digits = scanner.at
    guard scanner.takeNumber(digits: 6) != nil, scanner.at - digits >= 4 else {
      scanner.at = begin
      return nil
    }
    return "\(year)Z\(scanner.text(digits, scanner.at))"
  }

  /// All case numbers in a text.
  static func all(in text: String) -> [String] {
    var found: [String] = []
    var scanner = TextScanner(text)
    while !scanner.isAtEnd {
      if let number = take(&scanner) { found.append(number) } else { scanner.at += 1 }
    }
    return found
  }
}
