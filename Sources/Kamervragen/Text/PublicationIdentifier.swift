/// The identifier of a publication: `ah-tk-20242025-705`, `kv-tk-2024Z18775`, `kv-2009Z03159`.
package struct PublicationIdentifier: Hashable {
  /// The identifier as published: in lower case, except the `Z` of a case number and the prefixes
  /// `AH` and `KVR`.
  package let text: String
  /// The chamber, if the identifier names it.
  package let chamber: QuestionSet.Chamber?
  /// The parliamentary year of an answered set.
  package private(set) var session: ParliamentaryYear?
  /// The set number of an answered set.
  package private(set) var number: String?
  /// The case number of an unanswered set.
  package private(set) var caseNumber: String?
  /// Whether it is a provisional name ("onopgemaakt"): a bare number of four to seven digits, such
  /// as `ah-1106586`, used until the publication is typeset and gets its number in the series.
  package private(set) var isProvisional = false
}

extension PublicationIdentifier {
  /// Reads an identifier at the scanner's position; the whole word must be one.
  init?(_ scanner: inout TextScanner) {
    let begin = scanner.at
    guard ["ah-", "kv-"].contains(where: { Ascii.hasPrefix(scanner.bytes, at: begin, $0) }) else {
      return nil
    }
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

  /// Reads a text that is only an identifier. It accepts the shapes of all publications since 1994,
  /// including misprints that became identifiers: `ah-tk-20142015-AH2742`, `kv-tk-20189Z06701`,
  /// `kv-2009z16839`.
  package init?(_ text: String) {
    let parts = text.utf8.split(separator: Ascii.hyphen, omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    guard parts.count >= 2, let series = parts.first?.lowercased(), series == "ah" || series == "kv"
    else { return nil }
    let house = parts[1].lowercased()
    let chambers: [String: QuestionSet.Chamber] = ["tk": .tweedeKamer, "ek": .eersteKamer]
    chamber = chambers[house]
    var rest = parts.dropFirst(chamber == nil ? 1 : 2)
    guard let first = rest.popFirst() else { return nil }
    var names = chamber == nil ? [series] : [series, house]
    let years = ParliamentaryYear(digits: first)
    if let years, chamber != nil, let second = rest.first,
      let found = Self.setNumber(second, in: series)
    {
      rest.removeFirst()
      session = years
      number = series == "ah" ? found.number : nil
      names += [first, found.text]
    } else if series == "kv", let printed = Self.caseText(first, keepsSmallZ: chamber == nil) {
      caseNumber = CaseNumber.isCaseNumber(printed.uppercased()) ? printed.uppercased() : nil
      names.append(printed)
    } else {
      // A number without years before it: from 1995 to 2009 ten digits, four of which are the
      // years; fewer if not yet typeset.
      guard series == "kv" || chamber == nil, (4...10).contains(first.utf8.count),
        first.utf8.allSatisfy(Ascii.isDigit)
      else { return nil }
      names.append(first)
      isProvisional = chamber == nil && first.utf8.count <= 7
    }
    guard rest.count <= 1, rest.allSatisfy(Self.isSuffix) else { return nil }
    self.text = (names + rest.map { $0.lowercased() }).joined(separator: "-")
  }

  /// The number after the years: `705`, `6a`, `AH2742`; for questions `KVR27039`.
  private static func setNumber(_ text: String, in series: String) -> (
    text: String, number: String
  )? {
    let prefix = series == "ah" ? "AH" : "KVR"
    var scanner = TextScanner(text)
    if scanner.take(prefix) {
      let begin = scanner.at
      guard scanner.takeNumber(digits: 6) != nil, scanner.isAtEnd else { return nil }
      let digits = scanner.text(begin, scanner.at)
      return (prefix + digits, digits)
    }
    guard series == "ah", scanner.takeNumber(digits: 6) != nil else { return nil }
    if let letter = scanner.peek(), Ascii.isLetter(letter) { scanner.at += 1 }
    return scanner.isAtEnd ? (text.lowercased(), text.lowercased()) : nil
  }

  /// A case number as in identifiers: `2024Z18775`, `2015Z15377a`, `20189Z06701`.
  private static func caseText(_ text: String, keepsSmallZ: Bool) -> String? {
    var scanner = TextScanner(text)
    guard scanner.takeNumber(digits: 5) != nil, scanner.at >= 4 else { return nil }
    let place = scanner.at
    guard scanner.take("Z") else { return nil }
    let begin = scanner.at
    guard scanner.takeNumber(digits: 6) != nil, scanner.at - begin >= 4 else { return nil }
    if let letter = scanner.peek(), Ascii.isLetter(letter) { scanner.at += 1 }
    guard scanner.isAtEnd else { return nil }
    let z = keepsSmallZ ? scanner.text(place, begin) : "Z"
    return scanner.text(0, place) + z + scanner.text(begin, scanner.at).lowercased()
  }

  /// Whether two identifiers name the same publication, or versions or reprints of it. Nil if that
  /// is unknown: the numbers of publications not yet typeset cannot be compared.
  func isSamePublication(as other: PublicationIdentifier) -> Bool? {
    if text == other.text { return true }
    if let session, let number, let years = other.session, let theirs = other.number {
      return session == years && number == theirs && chamber == other.chamber
    }
    if let caseNumber, let theirs = other.caseNumber { return caseNumber == theirs }
    let series = text.prefix(2)
    return session != nil && other.caseNumber != nil || caseNumber != nil && other.session != nil
      ? series == other.text.prefix(2) : nil
  }

  /// The identifier of an answered set.
  static func answered(
    _ number: String, in session: ParliamentaryYear, chamber: QuestionSet.Chamber
  ) -> PublicationIdentifier {
    let house = chamber == .tweedeKamer ? "tk" : "ek"
    return PublicationIdentifier(
      text: "ah-\(house)-\(session.digits)-\(number.lowercased())", chamber: chamber,
      session: session, number: number)
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

/// The number of a set in its parliamentary year: `705`, `6a`.
enum SetNumber {
  /// The set number alone on a line: "705", "AH 604", "6a".
  static func alone(_ line: String) -> String? {
    var scanner = TextScanner(line)
    let hasPrefix = scanner.takeWord("AH")
    scanner.skipSpaces()
    let begin = scanner.at
    guard let number = scanner.takeNumber(digits: hasPrefix ? 6 : 5), number > 0 else { return nil }
    if let letter = scanner.peek(), Ascii.isLower(letter),
      !(scanner.peek(1).map(Ascii.isWordByte) ?? false)
    {
      scanner.at += 1
    }
    return scanner.isAtEnd ? scanner.text(begin, scanner.at) : nil
  }
}

/// The number of a case (zaak): `2024Z18775`. Documents also print it with a space, `2024Z 17972`.
enum CaseNumber {
  static func isCaseNumber(_ text: String) -> Bool {
    var scanner = TextScanner(text)
    guard let found = take(&scanner) else { return false }
    return scanner.isAtEnd && found == text
  }

  /// Takes a case number and returns it in its usual form.
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

/// The number of questions from 1995 to 2009 (vraagnummer): ten digits, the second to fifth of
/// which are the years: `2050605420`.
struct OldCaseNumber: Hashable {
  let digits: String
  let session: ParliamentaryYear

  init?(_ text: String?) {
    guard let text, text.utf8.count == 10, text.utf8.allSatisfy(Ascii.isDigit),
      let years = Int(text.dropFirst().prefix(4)), years % 100 == (years / 100 + 1) % 100
    else { return nil }
    digits = text
    let start = years / 100
    session = ParliamentaryYear(start: start + (start < 90 ? 2000 : 1900))
  }

  /// The identifier under which the questions were published.
  var identifier: String { "kv-\(digits)" }
}

extension QuestionSet {
  /// The number in the Aanhangsel: the printed one, or else the one in the identifier; nil if there
  /// is neither.
  public var publishedNumber: String? {
    number ?? identifier.flatMap { PublicationIdentifier($0) }?.number
  }
}
