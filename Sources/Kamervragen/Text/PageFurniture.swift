/// Recognises page furniture: the chamber, the parliamentary year, the identifier, page numbers.
///
/// Text extraction glues these pieces to each other and to the text ("Staten-Generaal2",
/// "Aanhangsel 1Antwoord 3"), so they are read piece by piece, not line by line.
struct PageFurniture {
  /// Facts about the publication in the furniture.
  struct Facts: Hashable {
    var identifier: PublicationIdentifier?
    var chamber: QuestionSet.Chamber?
    var session: ParliamentaryYear?
    /// The date in the page heads of a letter.
    var letterDate: CalendarDate?
    /// Whether some furniture occurs only in Kamervragen.
    var isDistinctive = false

    /// Fills in missing facts from other furniture.
    mutating func complete(from other: Facts) {
      identifier = identifier ?? other.identifier
      chamber = chamber ?? other.chamber
      session = session ?? other.session
      letterDate = letterDate ?? other.letterDate
      isDistinctive = isDistinctive || other.isDistinctive
    }
  }

  /// One recognised piece.
  enum Piece: Hashable {
    case chamber(QuestionSet.Chamber)
    case session(ParliamentaryYear)
    case title
    case identifier(PublicationIdentifier)
    case issn, place, publisher
    /// The line at the foot of every page, with or without the page number.
    case foot(QuestionSet.Chamber, ParliamentaryYear, numbered: Bool)
    case rule(isPageBreak: Bool)
  }

  /// The pieces at the start of a line, and the rest of the line; nil if there are none. Pieces
  /// that also occur in sentences count only if nothing follows them.
  static func strip(_ line: String) -> (pieces: [Piece], rest: String)? {
    guard let first = line.utf8.first, canBegin(first) else { return nil }
    let bytes = Array(line.utf8)
    if let rule = rule(bytes) { return ([rule], "") }
    var scanner = TextScanner(bytes: bytes, at: 0)
    skipSeparators(&scanner)
    var pieces: [Piece] = []
    var strongEnd = 0
    var strongCount = 0
    while !scanner.isAtEnd {
      guard let piece = piece(&scanner) else { break }
      pieces.append(piece)
      skipSeparators(&scanner)
      if isStrong(piece) {
        strongEnd = scanner.at
        strongCount = pieces.count
      }
    }
    guard !pieces.isEmpty else { return nil }
    if scanner.isAtEnd { return (pieces, "") }
    // A table row: "Aanhangsel van de Handelingen | 705".
    if pieces.contains(.title), bytes[..<scanner.at].last(where: { $0 != Ascii.space }) == bar,
      SetNumber.alone(scanner.rest) != nil
    {
      return (pieces, scanner.rest)
    }
    guard strongCount > 0 else { return nil }
    return (Array(pieces.prefix(strongCount)), scanner.text(strongEnd, bytes.count).trimmed)
  }

  /// Whether a line is the foot of a page.
  static func isFoot(_ line: String) -> Bool {
    guard let (pieces, rest) = strip(line), rest.isEmpty else { return false }
    return pieces.contains { if case .foot = $0 { true } else { false } }
  }

  /// Whether a byte can begin a piece.
  private static func canBegin(_ byte: UInt8) -> Bool {
    Ascii.isOne(byte, of: "TtEeVvAaRrIiSsKk'-_=*’|")
  }

  /// The place in a long line where page furniture begins, or nil. An identifier counts only before
  /// another piece, because by itself it may be quoted.
  static func place(in bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      guard let found = nextCandidate(bytes, index) else { return nil }
      var scanner = TextScanner(bytes: bytes, at: found)
      if let first = piece(&scanner), !isNoteNumber(bytes, before: found) {
        if case .identifier = first {
          scanner.skipSpaces()
          if piece(&scanner) != nil { return found }
        } else if isStrong(first) {
          return found
        }
      }
      index = found + 1
    }
    return nil
  }

  private static func nextCandidate(_ bytes: [UInt8], _ start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      switch bytes[index] | 0x20 {
      case UInt8(ascii: "t"), UInt8(ascii: "e"):
        if Ascii.hasPrefix(bytes, at: index, "Tweede Kamer,")
          || Ascii.hasPrefix(bytes, at: index, "Eerste Kamer,")
        {
          return index
        }
      case UInt8(ascii: "i"):
        if Ascii.hasPrefix(bytes, at: index, "ISSN 0921") { return index }
      case UInt8(ascii: "a"), UInt8(ascii: "k"):
        if index == 0 || bytes[index - 1] == Ascii.space,
          Ascii.hasPrefix(bytes, at: index, "ah-") || Ascii.hasPrefix(bytes, at: index, "kv-")
        {
          return index
        }
      default: break
      }
      index += 1
    }
    return nil
  }

  /// Whether only a note number precedes a place, glued or with a space: then a note quotes the
  /// foot of a page.
  private static func isNoteNumber(_ bytes: [UInt8], before index: Int) -> Bool {
    guard index <= 8 else { return false }
    let head = bytes[..<index].filter { $0 != Ascii.space }
    return (1...3).contains(head.count) && head.allSatisfy(Ascii.isDigit)
  }

  /// Skips separators of pieces: spaces, and bars between table cells.
  private static func skipSeparators(_ scanner: inout TextScanner) { scanner.skip(" \t|") }

  private static let bar = UInt8(ascii: "|")

  private static func isStrong(_ piece: Piece) -> Bool {
    switch piece {
    case .foot, .issn, .place: true
    default: false
    }
  }

  /// Skips the piece at the scanner's position, if there is one.
  static func take(_ scanner: inout TextScanner) -> Bool { piece(&scanner) != nil }

  private static func piece(_ scanner: inout TextScanner) -> Piece? {
    switch scanner.peek().map({ $0 | 0x20 }) {
    case UInt8(ascii: "t"), UInt8(ascii: "e"): chamberTitle(&scanner) ?? foot(&scanner)
    case UInt8(ascii: "v"): session(&scanner) ?? (takeTitle(&scanner) ? .title : nil)
    case UInt8(ascii: "r"): takeTitle(&scanner) ? .title : nil
    case UInt8(ascii: "a"):
      (takeTitle(&scanner) ? .title : nil)
        ?? PublicationIdentifier(&scanner).map(Piece.identifier)
    case UInt8(ascii: "k"): PublicationIdentifier(&scanner).map(Piece.identifier)
    case UInt8(ascii: "i"), UInt8(ascii: "s"), UInt8(ascii: "'"), 0xE2: printing(&scanner)
    default: nil
    }
  }

  private static let chambers: [(title: String, foot: String, chamber: QuestionSet.Chamber)] = [
    ("Tweede Kamer der Staten-Generaal", "Tweede Kamer,", .tweedeKamer),
    ("Eerste Kamer der Staten-Generaal", "Eerste Kamer,", .eersteKamer),
  ]

  private static func chamberTitle(_ scanner: inout TextScanner) -> Piece? {
    for (title, _, chamber) in chambers where scanner.take(title) {
      let end = scanner.at
      skipSeparators(&scanner)
      let digit = chamber == .tweedeKamer ? "2" : "1"
      if !(scanner.take(digit) && !(scanner.peek().map(Ascii.isDigit) ?? false)) {
        scanner.at = end
      }
      return .chamber(chamber)
    }
    return nil
  }

  private static func foot(_ scanner: inout TextScanner) -> Piece? {
    let begin = scanner.at
    for (_, foot, chamber) in chambers where scanner.take(foot) {
      scanner.skipSpaces()
      if scanner.take("vergaderjaar") {
        scanner.skipSpaces()
        if let year = ParliamentaryYear(&scanner), scanner.take(",") {
          scanner.skipSpaces()
          if scanner.take("Aanhangsel") || scanner.take("Vragen"),
            let numbered = footEnd(&scanner, year)
          {
            return .foot(chamber, year, numbered: numbered)
          }
        }
      }
      scanner.at = begin
    }
    return nil
  }

  /// Whether a page number follows the foot; nil if the line is not a foot. "Aanhangsel van de
  /// Handelingen, nr. 2386" is a reference, and so is a number with more digits than pages have.
  /// Until 2009 page numbers ran through the whole year.
  private static func footEnd(_ scanner: inout TextScanner, _ year: ParliamentaryYear) -> Bool? {
    let end = scanner.at
    skipSeparators(&scanner)
    guard let next = scanner.peek() else { return false }
    if scanner.takeNumber(digits: year.start < 2010 ? 4 : 3) != nil {
      if scanner.peek() == Ascii.dot && scanner.at + 1 == scanner.bytes.count { return nil }
      // In brackets, or before another part of a sentence, it is a reference.
      if let next = scanner.peek(), Ascii.isOne(next, of: ")],;-") { return nil }
      return isListed(scanner) ? nil : true
    }
    // A heading or a sentence may be glued to the foot; it must begin with a capital.
    guard Ascii.isUpper(next), !scanner.takeWord("Handelingen") else { return nil }
    scanner.at = end
    return false
  }

  /// Whether another number follows: "Aanhangsel 674 en 675" refers to sets, since a page has only
  /// one number.
  private static func isListed(_ scanner: TextScanner) -> Bool {
    var scanner = scanner
    scanner.skip(" ,")
    if scanner.takeWord("en") {
      scanner.skipSpaces()
    } else if scanner.peek(-1) != Ascii.comma {
      return false
    }
    return scanner.peek().map(Ascii.isDigit) == true
  }

  private static func session(_ scanner: inout TextScanner) -> Piece? {
    let begin = scanner.at
    // In lower case it is part of a wrapped sentence.
    if scanner.peek().map(Ascii.isUpper) == true, scanner.take("Vergaderjaar") {
      scanner.skipSpaces()
      if let year = ParliamentaryYear(&scanner) { return .session(year) }
    }
    scanner.at = begin
    return nil
  }

  /// Skips the title of the publication, or the part of it on this line. Titles have several forms
  /// and may be wrapped.
  static func takeTitle(_ scanner: inout TextScanner) -> Bool {
    let begin = scanner.at
    if scanner.take("Aanhangsel van de Handelingen") { return true }
    if scanner.take("regering gegeven antwoorden") { return true }
    guard scanner.take("Vragen") else { return false }
    for words in [" gesteld door de leden der Kamer", " gesteld door leden van de Kamer"]
    where scanner.take(words) {
      if scanner.take(", met de daarop door de"), scanner.take(" regering gegeven antwoorden") {}
      return true
    }
    // Titles of the Eerste Kamer name an article of its rules.
    for words in [
      " door de leden der Kamer gesteld overeenkomstig artikel",
      ", door de leden der Kamer gesteld overeenkomstig artikel",
    ]
    where scanner.take(words) {
      let end = scanner.at
      let rest = scanner.bytes[end...].prefix(maximumTitle)
      if let answers = Ascii.find("antwoorden", in: Array(rest)) {
        scanner.at = end + answers + "antwoorden".utf8.count
      } else if end + rest.count == scanner.bytes.count {
        scanner.at = scanner.bytes.count
      }
      return true
    }
    scanner.at = begin
    return false
  }

  /// Whether a line may be the first one of a wrapped title. Most lines need no closer look.
  static func mayBeginTitle(_ line: String) -> Bool { line.utf8.first == UInt8(ascii: "V") }

  /// The number of first lines that form a wrapped title of the publication; nil if they do not.
  static func titleLines(_ lines: some Sequence<String>) -> Int? {
    var title = ""
    var count: Int?
    for (index, line) in lines.prefix(maximumTitleLines).enumerated() {
      guard index > 0 || line.hasPrefix("Vragen gesteld door"), !line.isEmpty else { break }
      title = ParagraphJoiner.single([title, line].filter { !$0.isEmpty })
      guard title.utf8.count <= maximumTitle else { break }
      if index > 0, let (pieces, rest) = strip(title), pieces == [.title], rest.isEmpty {
        count = index + 1
      }
    }
    return count
  }

  private static let maximumTitleLines = 4

  /// The maximum length of a title, or of its part after "artikel", in bytes.
  private static let maximumTitle = 160

  private static func printing(_ scanner: inout TextScanner) -> Piece? {
    let begin = scanner.at
    if scanner.take("ISSN") {
      scanner.skipSpaces()
      if scanner.takeNumber(digits: 4) != nil {
        scanner.skipSpaces()
        for dash in ["-", "–", "•"] where scanner.take(dash) { break }
        scanner.skipSpaces()
        if scanner.takeNumber(digits: 4) != nil {
          if scanner.take("x") {}  // The check digit of the Eerste Kamer's ISSN.
          return .issn
        }
      }
    }
    scanner.at = begin
    for apostrophe in ["’", "'", "‘", ""]
    where scanner.take("\(apostrophe)s-Gravenhage") || scanner.take("\(apostrophe)s Gravenhage") {
      scanner.skipSpaces()
      if scanner.takeNumber(digits: 4) != nil { return .place }
    }
    scanner.at = begin
    if scanner.take("Sdu") {
      scanner.skipSpaces()
      if scanner.takeWord("Uitgevers") || scanner.takeWord("Uitgeverij") {
        let end = scanner.at
        scanner.skipSpaces()
        if !scanner.takeWord("Plantijnstraat") { scanner.at = end }
        return .publisher
      }
    }
    scanner.at = begin
    return nil
  }

  private static func rule(_ bytes: [UInt8]) -> Piece? {
    guard bytes.count >= 3, let first = bytes.first, "-_=*".utf8.contains(first),
      bytes.allSatisfy({ $0 == first || $0 == Ascii.space })
    else { return nil }
    return .rule(isPageBreak: first == Ascii.hyphen)
  }
}
