/// Reads the metadata of an archive record: who asked and answered, the publication, the topics.
extension ArchiveRecord {
  // MARK: The header

  mutating func readHeader() {
    let head = Self.withoutKind(item("Bibliografische_omschrijving") ?? "")
    var question =
      QuestionSentence(head.text) ?? QuestionSentence(clause: head.text)
      ?? QuestionSentence(unread: head.text)
    let persons = named("Indiener")
    let members = (persons.isEmpty ? root.all("vrager") : persons).compactMap(Self.member)
    if !members.isEmpty { question.members = Self.completed(members, from: question.members) }
    if question.addressees.isEmpty {
      question.addressees = PostsClause(text("vraagt-aan")).posts
    }
    question.subject =
      question.subject ?? QuestionSentence.subject(attribute("vraagdata", "onderwerp"))
    question.submitted =
      Self.day(item("Datum_indiening")) ?? question.submitted
      ?? Self.day(attribute("vraagdata", "indiendatum"))
    header.question = question
    header.sentences.insert(head.text, at: 0)
    header.values = [head.text, text("vraagt-aan"), attribute("vraagdata", "onderwerp")]
    keepStrayText(in: attribute("vraagdata", "indiendatum"), of: "de vragen")
    readAnswer(isNotice: head.kind.map { $0.hasSuffix("ededeling") } ?? false)
  }

  /// A header without the kind of document at its end: "; Antwoord".
  private static func withoutKind(_ head: String) -> (text: String, kind: String?) {
    guard let semicolon = head.lastIndex(of: ";") else { return (head, nil) }
    let kind = String(head[head.index(after: semicolon)...]).trimmed
    guard kind.utf8.count <= 40,
      ["antwoord", "mededeling"].contains(where: kind.lowercased().hasSuffix)
    else { return (head, nil) }
    return (String(head[..<semicolon]).trimmed, kind)
  }

  /// Fills in parties that the header has and the members' elements lack.
  private static func completed(_ members: [Member], from printed: [Member]) -> [Member] {
    members.enumerated().map { index, member in
      guard member.party == nil else { return member }
      let same =
        printed.first { $0.name.lowercased() == member.name.lowercased() }
        ?? (printed.count == members.count ? printed[index] : nil)
      return Member(name: member.name, party: same?.party)
    }
  }

  private static func member(_ element: MarkupElement) -> Member? {
    let name = element.flatText
    let party = SourceText.oneLine(element.attributes["partij"] ?? "")
    return name.isEmpty ? nil : Member(name: name, party: party.isEmpty ? nil : party)
  }

  /// Reads a date as the archive has it: `2005-07-7`, `19 april 1994) …`.
  private static func day(_ text: String?) -> CalendarDate? {
    guard let text else { return nil }
    let parts = text.prefix { $0.isNumber || $0 == "-" }.split(separator: "-").compactMap {
      Int($0)
    }
    if parts.count == 3 {
      return parts[0] > 31
        ? CalendarDate(year: parts[0], month: parts[1], day: parts[2])
        : CalendarDate(year: parts[2], month: parts[1], day: parts[0])
    }
    return DutchDate.first(in: text)
  }

  private mutating func readAnswer(isNotice: Bool) {
    let notice = root.first(["mededeling"])
    let date = attribute("antwoorddata", "antwoorddatum")
    let received =
      Self.day(item("Datum_reaktie")) ?? Self.day(date)
      ?? Self.day(notice?.attributes["mededelingdatum"])
    let hasAnswers = parts.contains { $0.kind == .answer }
    guard header.answer != nil || hasAnswers || notice != nil || received != nil else { return }
    var answer = header.answer ?? AnswerSentence(notice: !hasAnswers && (isNotice || notice != nil))
    if answer.respondents.isEmpty { answer.respondents = respondents(notice) }
    // Add respondents that only the record names.
    answer.persons += named("Beantwoorder").map(\.flatText).filter { name in
      !name.isEmpty && !answer.respondents.contains { $0.name == name }
        && !answer.persons.contains(name)
    }
    let behalf = text("mede-antwoorder")
    if answer.onBehalfOf.isEmpty { answer.onBehalfOf = PostsClause(behalf).posts }
    answer.received = received ?? answer.received
    if answer.seeAlso.isEmpty {
      answer.seeAlso = SeeAlso.references(HeadAccount.joined("\(date) \(behalf)"))
    }
    header.answer = answer
    let answering = root.all("antwoorder")
    header.values += [behalf] + answering.map(\.flatText)
    header.values += answering.map { SourceText.oneLine($0.attributes["ministerie"] ?? "") }
    if let notice {
      header.values += ["mededeler", "afdeling"].map { notice.attributes[$0] ?? "" }
    }
    keepStrayText(in: date, of: "het antwoord")
  }

  private func named(_ item: String) -> [MarkupElement] {
    let people = root.first { $0.name == "item" && $0.attributes["attribuut"] == item }
    return people?.all("persoon") ?? []
  }

  private func respondents(_ notice: MarkupElement?) -> [Respondent] {
    var found = root.all("antwoorder").compactMap { element in
      Self.respondent(
        element.flatText, element.attributes["functie"], element.attributes["ministerie"])
    }
    if found.isEmpty, let notice {
      let attributes = notice.attributes
      found = [
        Self.respondent(attributes["mededeler"], attributes["functie"], attributes["afdeling"])
      ].compactMap { $0 }
    }
    if found.isEmpty {
      let post = attribute("antwoorder", "ministerie")
      found = named("Beantwoorder").compactMap {
        Self.respondent($0.flatText, nil, post)
      }
    }
    return found
  }

  private static func respondent(
    _ name: String?, _ function: String?, _ post: String?
  ) -> Respondent? {
    let name = SourceText.oneLine(name ?? "")
    guard !name.isEmpty else { return nil }
    let squeezed = Squeezed(SourceText.oneLine(function ?? ""))
    let portfolio = SourceText.oneLine(post ?? "")
    return Respondent(
      role: PostFunction(squeezed, at: 0)?.name ?? Respondent.unknownRole, name: name,
      portfolio: portfolio.isEmpty ? nil : Portfolio.official(portfolio))
  }

  /// Keeps words in a date field that are not part of the date.
  private mutating func keepStrayText(in date: String, of half: String) {
    guard let end = GluedSentence.dateEnd(Array(date.utf8), 0) else { return }
    let behind = HeadAccount.joined(String(decoding: date.utf8.dropFirst(end), as: UTF8.self))
    let words = String(SeeAlso.read(behind).rest.drop { " .,;)}]".contains($0) })
    var account = HeadAccount([])
    guard !account.lost(in: words).isEmpty else { return }
    remarks.append(words)
    warnings.append("Bij de datum van \(half) staat ook tekst: «\(words.opening)».")
  }

  // MARK: Identity

  mutating func readIdentity() {
    let place = item("Vindplaats") ?? ""
    let year =
      [Self.joinedDigits(attribute("header", "vergaderjaar")), place, item("Jaargang") ?? ""]
      .lazy.compactMap(Self.session).first
    facts.session = year
    facts.chamber =
      Metadata.chamber(attribute("header", "titel"))
      ?? (place.contains("Eerste Kamer")
        ? .eersteKamer : place.contains("Tweede Kamer") ? .tweedeKamer : nil)
    let printed = attribute("vraagdata", "vraagnummer")
    let isAnswered = header.answer != nil
    header.number =
      isAnswered ? SetNumber.alone(printed) ?? Self.number(in: place) : nil
    header.caseNumber =
      [printed, item("Vraagnr_bij_indiening") ?? ""].first { $0.utf8.count == 10 && Int($0) != nil }
    if isAnswered, Self.isReprint(place), let year, let number = header.number {
      let chamber = facts.chamber ?? .tweedeKamer
      let text = PublicationIdentifier.answered(number, in: year, chamber: chamber).text
      facts.identifier = PublicationIdentifier("\(text)-h1")
    }
  }

  private static func session(in text: String) -> ParliamentaryYear? {
    let text = text.replacing("_", with: "-")
    var scanner = TextScanner(text)
    while !scanner.isAtEnd {
      if let year = ParliamentaryYear(&scanner) { return year }
      scanner.at += 1
    }
    return nil
  }

  /// The number in "Kamervragen met antwoord 2004-2005, nr. 2372, Tweede Kamer" or "Aanhangsel …
  /// nummer 453".
  private static func number(in place: String) -> String? {
    let bytes = Array(place.utf8)
    for word in ["nr. ", "nummer "] {
      guard let found = Ascii.find(word, in: bytes) else { continue }
      var scanner = TextScanner(bytes: bytes, at: found + word.utf8.count)
      if let number = scanner.takeNumber(digits: 5) { return String(number) }
    }
    return nil
  }

  /// Whether a place names a reprint: "nr. 210H", "nummer 453 Herdruk".
  private static func isReprint(_ place: String) -> Bool {
    let bytes = Array(place.utf8)
    if Ascii.find("herdruk", in: bytes) != nil { return true }
    guard let found = Ascii.find("nr. ", in: bytes) else { return false }
    var scanner = TextScanner(bytes: bytes, at: found + 4)
    return scanner.takeNumber(digits: 5) != nil && scanner.takeWord("H")
  }

  // MARK: Topics

  func describe(_ set: inout QuestionSet) {
    set.topics = Self.rubrics(item("Rubriek") ?? "")
    set.keywords = item("Trefwoorden")
    set.abstract = item("Inhoud")
    // A correction of the printed text.
    if let correction = item("Tekstcorrecties") {
      set.remarks.append("Tekstcorrectie: \(correction)")
    }
  }

  /// The rubrics of a line: "Verkeer (Wegen) Verkeer (Spoorwegen)" are two.
  static func rubrics(_ line: String) -> [String] {
    var rubrics: [String] = []
    var rest = line[...]
    while let open = rest.firstIndex(of: "("), let close = rest[open...].firstIndex(of: ")") {
      let general = String(rest[..<open]).trimmed
      let particular = String(rest[rest.index(after: open)..<close]).trimmed
      rubrics.append(general.isEmpty ? particular : "\(general) | \(particular)")
      rest = rest[rest.index(after: close)...]
    }
    let last = String(rest).trimmed
    if !last.isEmpty { rubrics.append(last) }
    return rubrics.withoutRepeats
  }
}
