/// The metadata of a publication: those in its file, those beside it (`metadata.xml`,
/// `metadata_owms.xml`), or those of a collection's record. They complete a set; the document
/// itself takes precedence.
struct Metadata: Hashable {
  private(set) var identifier: PublicationIdentifier?
  private(set) var chamber: QuestionSet.Chamber?
  private(set) var session: ParliamentaryYear?
  private(set) var number: String?
  private(set) var caseNumber: String?
  private(set) var title: String?
  private(set) var members: [Member] = []
  private(set) var respondents: [Respondent] = []
  private(set) var submitted: CalendarDate?
  private(set) var received: CalendarDate?
  private(set) var answeredIn: [String] = []
  private(set) var topics: [String] = []
  private var known = Known()
  /// Whether they call the publication a notice (*Mededeling*).
  private(set) var isNotice = false
  private var wrongDates: [WrongDate] = []

  /// A date that does not exist.
  private struct WrongDate: Hashable {
    let event: Event
    let text: String
  }

  /// The contents of the lists, to avoid repeats.
  private struct Known: Hashable {
    var members: Set<Member> = []
    var respondents: Set<Respondent> = []
    var answers: Set<String> = []
    var topics: Set<String> = []
  }

  private enum Event: String, Hashable {
    case submitted = "dag van indiening"
    case received = "dag van ontvangst"
  }

  /// Makes empty metadata.
  init() {}

  /// Reads pairs of names and values. Prefix and case of names are ignored:
  /// `OVERHEIDop.vraagNummer`, `overheidop:vraagnummer` and `vraagnummer` are the same. The first
  /// value of a single-valued name counts.
  init(_ pairs: [(name: String, value: String)]) {
    for (name, value) in pairs {
      let value = SourceText.oneLine(value)
      guard !value.isEmpty else { continue }
      let local = name.split { $0 == "." || $0 == ":" }.last.map { $0.lowercased() } ?? ""
      add(local, value)
    }
  }

  private mutating func add(_ name: String, _ value: String) {
    switch name {
    case "identifier": identifier = identifier ?? PublicationIdentifier(value)
    case "externmetadatarecord": identifier = identifier ?? Self.identifier(inAddress: value)
    case "title": title = title ?? value
    case "creator": chamber = chamber ?? Self.chamber(value)
    case "vergaderjaar":
      var scanner = TextScanner(value)
      session = session ?? ParliamentaryYear(&scanner)
    case "vraagnummer": caseNumber = caseNumber ?? Self.caseNumber(value)
    case "aanhangselnummer": readNumber(value)
    case "aanhangsel":
      if let answer = PublicationIdentifier(value)?.text, known.answers.insert(answer).inserted {
        answeredIn.append(answer)
      }
    case "indiener":
      let member = Member(name: Self.person(value))
      if known.members.insert(member).inserted { members.append(member) }
    case "ontvanger":
      let respondent = Respondent(role: Respondent.unknownRole, name: Self.person(value))
      if known.respondents.insert(respondent).inserted { respondents.append(respondent) }
    case "category":
      let topic = Self.topic(value)
      if !topic.isEmpty, known.topics.insert(topic).inserted { topics.append(topic) }
    case "datumindiening": read(value, .submitted)
    case "datumontvangst": read(value, .received)
    case "type":
      if value.lowercased().hasPrefix("mededeling") { isNotice = true }
    default: break
    }
  }

  private mutating func read(_ value: String, _ event: Event) {
    guard let day = CalendarDate(published: value) else {
      wrongDates.append(WrongDate(event: event, text: value))
      return
    }
    switch event {
    case .submitted: submitted = submitted ?? day
    case .received: received = received ?? day
    }
  }

  /// Reads "705", or `242501244`: the years 24 and 25 and the five-digit number.
  private mutating func readNumber(_ value: String) {
    guard number == nil else { return }
    // Tables of facts have one label for set numbers and case numbers.
    if CaseNumber.isCaseNumber(value) { caseNumber = caseNumber ?? value }
    guard value.utf8.count == 9, value.utf8.allSatisfy(Ascii.isDigit), let digits = Int(value)
    else {
      number = SetNumber.alone(value)
      return
    }
    let start = digits / 10_000_000
    guard digits / 100_000 % 100 == (start + 1) % 100 else { return }
    number = String(digits % 100_000)
    session = session ?? ParliamentaryYear(start: start + (start < 90 ? 2000 : 1900))
  }

  /// Reads a case number. Until 2009 these had only digits. The number of a document (`2009D25439`)
  /// is not a case number.
  static func caseNumber(_ value: String) -> String? {
    if value.utf8.allSatisfy(Ascii.isDigit) {
      return (4...10).contains(value.utf8.count) ? value : nil
    }
    var scanner = TextScanner(value)
    guard let number = CaseNumber.take(&scanner), scanner.isAtEnd else { return nil }
    return number
  }

  /// A topic with one space on both sides of each `|`.
  static func topic(_ text: String) -> String {
    text.split(separator: "|").compactMap { level in
      let words = level.split(separator: " ")
      return words.isEmpty ? nil : words.joined(separator: " ")
    }.joined(separator: " | ")
  }

  static func chamber(_ text: String) -> QuestionSet.Chamber? {
    let text = text.lowercased()
    if text.hasPrefix("tweede kamer") { return .tweedeKamer }
    return text.hasPrefix("eerste kamer") ? .eersteKamer : nil
  }

  private static func identifier(inAddress address: String) -> PublicationIdentifier? {
    address.split(separator: "/").lazy.compactMap { PublicationIdentifier(String($0)) }.first
  }

  /// A name with its initials first, from "Sterk W.R.C." or "Dam van M.H.P.".
  static func person(_ text: String) -> String {
    let words = text.split(separator: " ").map(String.init)
    guard words.count > 1, let last = words.last, isInitials(last), !isInitials(words[0]) else {
      return text
    }
    let name = words.dropLast()
    let family = name.prefix { $0.unicodeScalars.first?.properties.isUppercase == true }
    return ([last] + name.dropFirst(family.count) + family).joined(separator: " ")
  }

  private static func isInitials(_ word: String) -> Bool {
    word.hasSuffix(".") && word.split(separator: ".").allSatisfy { $0.unicodeScalars.count <= 2 }
  }
}

extension Respondent {
  /// The role of a person named only in metadata, which do not distinguish ministers from
  /// staatssecretarissen.
  static let unknownRole = "Bewindspersoon"
}

// MARK: Completing a set

extension Metadata {
  /// Fills in facts that the document lacks.
  func complete(_ set: inout QuestionSet) {
    if let other = contradiction(set) {
      set.warnings.append(
        "De metadata horen bij \(other) en niet bij dit document; ze zijn niet gebruikt.")
      return
    }
    if let identifier { completeIdentity(identifier, &set) }
    set.chamber = set.chamber ?? identifier?.chamber ?? chamber
    set.session = set.session ?? (session ?? identifier?.session)?.name
    set.number = set.number ?? identifier?.number ?? number
    set.caseNumber = set.caseNumber ?? identifier?.caseNumber ?? caseNumber
    if OldCaseNumber(set.caseNumber) != nil { set.chamber = set.chamber ?? .tweedeKamer }
    if isNotice, set.kind == .questions { set.kind = .delay }
    let isAnswer = set.kind == .answered || set.kind == .delay
    if set.identifier == nil, set.isUnanswered, let old = OldCaseNumber(set.caseNumber) {
      set.identifier = old.identifier
      set.session = set.session ?? old.session.name
    }
    set.submitted = set.submitted ?? submitted
    if isAnswer { set.received = set.received ?? received }
    completeHeader(&set, isAnswer: isAnswer)
    if set.topics.isEmpty { set.topics = topics }
    if !isAnswer {
      set.answeredIn = (set.answeredIn + answeredIn.filter { $0 != set.identifier }).withoutRepeats
    }
    for wrong in wrongDates {
      let isMissing =
        wrong.event == .submitted ? set.submitted == nil : isAnswer && set.received == nil
      guard isMissing else { continue }
      set.warnings.append(
        "De \(wrong.event.rawValue) in de metadata, «\(wrong.text.opening)», is geen datum.")
    }
  }

  private func completeIdentity(_ identifier: PublicationIdentifier, _ set: inout QuestionSet) {
    guard let known = set.identifier.flatMap({ PublicationIdentifier($0) }) else {
      set.identifier = identifier.text
      return
    }
    // Only the metadata identify a reprint.
    if known.isSamePublication(as: identifier) == true { set.identifier = identifier.text }
  }

  private func completeHeader(_ set: inout QuestionSet, isAnswer: Bool) {
    let sentence = titleSentence
    set.subject = set.subject ?? sentence?.subject ?? (sentence == nil ? title : nil)
    if set.addressees.isEmpty { set.addressees = sentence?.addressees ?? [] }
    if set.members.isEmpty {
      // A title has surnames without initials, so it is better than the list only if it names
      // parties.
      let titled = sentence?.members ?? []
      set.members = titled.contains { $0.party != nil } || members.isEmpty ? titled : members
    }
    if set.respondents.isEmpty, isAnswer { set.respondents = respondents }
  }

  /// The title as a sentence: "Vragen van het lid X (P) aan …", "Antwoord op vragen van het lid X
  /// over …".
  private var titleSentence: QuestionSentence? {
    guard let title else { return nil }
    if QuestionSentence.opens(title) { return QuestionSentence(title) }
    let bytes = Array(title.utf8)
    for words in ["vragen van ", "vraag van "] {
      guard let at = Ascii.find(words, in: bytes), at < 60, at > 0 else { continue }
      return QuestionSentence(
        clause: String(decoding: bytes[(at + words.utf8.count)...], as: UTF8.self))
    }
    return nil
  }

  /// The publication that the metadata belong to, if it is not the set's.
  private func contradiction(_ set: QuestionSet) -> String? {
    if let identifier, let known = set.identifier.flatMap({ PublicationIdentifier($0) }),
      known.isSamePublication(as: identifier) == false
    {
      return identifier.text
    }
    if let caseNumber, let known = set.caseNumber, CaseNumber.isCaseNumber(known),
      CaseNumber.isCaseNumber(caseNumber), known != caseNumber
    {
      return caseNumber
    }
    return nil
  }
}
