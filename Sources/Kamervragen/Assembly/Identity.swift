/// Identifies the publication from the printed text and what certainly follows from it.
enum Identity {
  /// Fills in the identifier, the chamber, the year and the numbers of a set.
  static func settle(
    _ set: inout QuestionSet, facts: PageFurniture.Facts, header: Header, name: String
  ) {
    let printed = facts.identifier
    set.number = header.number ?? printed?.number
    set.caseNumber = header.caseNumber ?? printed?.caseNumber
    set.chamber = printed?.chamber ?? facts.chamber ?? chamber(of: set)
    let session =
      printed?.session ?? facts.session ?? session(of: set)
      ?? OldCaseNumber(set.caseNumber)?.session
    set.session = session?.name
    set.seeAlso =
      (header.seeAlso + (header.question?.seeAlso ?? []) + (header.answer?.seeAlso ?? []))
      .compactMap { reference in
        // A reference without a year is to the document's own year.
        (reference.session ?? session).map {
          PublicationIdentifier.answered(
            String(reference.number), in: $0, chamber: set.chamber ?? .tweedeKamer
          ).text
        }
      }.withoutRepeats
    if let printed, set.number == nil || printed.number == nil || printed.number == set.number {
      set.identifier = printed.text
    } else if let printed {
      set.identifier = printed.text
      set.warnings.append("Het nummer \(set.number ?? "") past niet bij \(printed.text).")
    } else {
      let derived = derived(set, session)
      let named = named(name, &set)
      // Only the file name has the suffix of a reprint or a later version.
      let isVersion =
        derived.flatMap { PublicationIdentifier($0) }.flatMap { identifier in
          named.flatMap { identifier.isSamePublication(as: $0) }
        } == true
      set.identifier = isVersion ? named?.text : derived ?? named?.text
    }
    if let identifier = set.identifier.flatMap({ PublicationIdentifier($0) }) {
      set.chamber = set.chamber ?? identifier.chamber
      set.session = set.session ?? identifier.session?.name
    }
  }

  /// Case numbers come from the Tweede Kamer. The Eerste Kamer has only a few dozen sets a year.
  private static func chamber(of set: QuestionSet) -> QuestionSet.Chamber? {
    if set.caseNumber != nil { return .tweedeKamer }
    if let number = set.number.flatMap({ Int($0) }), number > 100 { return .tweedeKamer }
    return nil
  }

  /// The parliamentary year in which a set was published: for an answer, that of its receipt.
  private static func session(of set: QuestionSet) -> ParliamentaryYear? {
    guard
      let day = set.received ?? (set.kind == .answered || set.kind == .delay ? nil : set.submitted)
    else {
      return nil
    }
    let year = ParliamentaryYear(of: day)
    // Numbers start at 1 each year, so near its opening the number must agree with the date.
    if let number = set.number.flatMap({ Int($0) }), day.month == 9 {
      let distance = day.day - ParliamentaryYear.openingDay(in: day.year)
      if (-3..<0).contains(distance), number < 100 { return nil }
      if (0...3).contains(distance), number > 1000 { return nil }
    }
    return year
  }

  private static func derived(_ set: QuestionSet, _ session: ParliamentaryYear?) -> String? {
    if let number = set.number, let session, let chamber = set.chamber, set.received != nil {
      return PublicationIdentifier.answered(number, in: session, chamber: chamber).text
    }
    if let old = OldCaseNumber(set.caseNumber), set.number == nil, set.isUnanswered {
      return old.identifier
    }
    // From 2009 to 2010 the identifiers of unanswered questions had more than one form.
    if set.isUnanswered, set.number == nil, let number = set.caseNumber,
      CaseNumber.isCaseNumber(number),
      let year = Int(number.prefix(4)), year > 2010
    {
      return "kv-tk-\(number)"
    }
    return nil
  }

  /// The identifier in the name of the file, unless the text contradicts it. If nothing confirms it
  /// either, a warning says so.
  private static func named(_ name: String, _ set: inout QuestionSet) -> PublicationIdentifier? {
    guard let identifier = identifier(inName: name) else { return nil }
    if let session = identifier.session, let known = set.session, session.name != known {
      return nil
    }
    if set.number == nil, set.caseNumber == nil {
      set.warnings.append(
        "Het kenmerk \(identifier.text) staat alleen in de naam van het bestand.")
      return identifier
    }
    // Unanswered questions are named by their case, answers by their number.
    let isUnanswered = set.number == nil && set.isUnanswered
    let agrees =
      identifier.number.map { $0 == set.number }
      ?? (isUnanswered && identifier.caseNumber == set.caseNumber)
    return agrees ? identifier : nil
  }

  /// The first identifier that is a whole word of the name.
  private static func identifier(inName name: String) -> PublicationIdentifier? {
    let base = name.utf8.split(separator: UInt8(ascii: "/")).last ?? Substring(name).utf8
    var scanner = TextScanner(Substring(base.prefix { $0 != Ascii.dot }))
    while !scanner.isAtEnd {
      if let identifier = PublicationIdentifier(&scanner) {
        if identifier.number != nil || identifier.caseNumber != nil { return identifier }
      } else {
        scanner.at += 1
        while !scanner.isAtEnd, scanner.bytes[scanner.at - 1] != Ascii.space,
          scanner.bytes[scanner.at - 1] != Ascii.hyphen,
          scanner.bytes[scanner.at - 1] != UInt8(ascii: "_")
        {
          scanner.at += 1
        }
      }
    }
    return nil
  }
}
