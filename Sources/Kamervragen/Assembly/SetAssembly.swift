/// Assembles a set from a `DocumentText`: header sentences, sections, passages, notes and
/// identifiers. Every form ends here.
struct SetAssembly {
  private(set) var set = QuestionSet(kind: .questions)
  /// The header that was read.
  let header: Header
  /// The headings of questions, answers and remarks that were understood.
  private(set) var headings: [String] = []

  /// Assembles a set.
  ///
  /// - Parameters:
  ///   - document: the output of the form's reader.
  ///   - name: the file's name.
  /// - Throws: `ReadError.noKamervragen`, `ReadError.exceedsBound`.
  init(_ document: DocumentText, name: String) throws(ReadError) {
    let content: Content
    switch document.body {
    case .lines(let openings, let printed):
      content = Content(openings, hasParagraphs: document.hasParagraphs)
      try Recognition.check(
        content.header, document.facts, hasBody: !content.sections.isEmpty, openings, printed)
      headings = content.headings
    case .parts(let parts, let header):
      content = Content(parts, header)
    }
    header = content.header
    set.form = document.form
    set.fill(from: header)
    try SetBounds.standard.checkHeading(set)
    try HeaderDates.check(document.dates, header, &set)
    set.warnings += content.warnings
    readSections(content, document.metadata)
    let letter =
      content.isPrinted
      ? CoveringLetter(header.preamble, headDate: document.facts.letterDate) : nil
    if let letter { complete(from: letter) }
    keepPreamble(isLetter: letter != nil, hasParagraphs: document.hasParagraphs)
    set.keepUnread(of: header)
    switch document.notes {
    case .numbered(let notes):
      NotePlacement.place(
        notes, header: header.sentences.joined(separator: " "), answerPage: content.answerPage,
        in: &set)
    case .keyed(let notes, let headerKeys):
      NotePlacement.place(notes, headerKeys: headerKeys, in: &set)
    }
    var facts = document.facts
    facts.complete(from: document.metadata)
    Identity.settle(&set, facts: facts, header: header, name: name)
    if set.caseNumber == nil { set.caseNumber = letter?.caseNumber ?? Self.noticedCase(set) }
    document.metadata.complete(&set)
    set.settleNotice()
  }

  /// The sections of a document with its header.
  private struct Content {
    var header: Header
    var sections: [Section]
    var layout = TextLayout.paragraphs
    var headings: [String] = []
    var warnings: [String] = []
    var remarks: [String] = []
    /// Whether parts are recognised by their words, not by elements.
    var isPrinted = false
    var isUnnumbered = false
    var answerPage: Int?

    init(_ openings: Openings, hasParagraphs: Bool) {
      let lines = openings.lines
      header = Header(lines, firstHeading: lines.firstIndex { $0.opens?.isQuestion == true })
      if let sentence = openings.answerSentence { header.add(answerSentence: sentence) }
      let body = lines[header.count...]
      if !hasParagraphs { layout = TextLayout(body) }
      sections = Section.all(body)
      headings = openings.titles + body.compactMap { $0.opens == nil ? nil : $0.text }
      isPrinted = true
      isUnnumbered = openings.numbering == .paragraphs
      answerPage = openings.answerPage
    }

    init(_ parts: [DocumentPart], _ header: Header) {
      self.header = header
      var numbering = PartNumbering(parts)
      numbering.settle()
      sections = numbering.sections
      warnings = numbering.warnings
      remarks = numbering.remarks
    }
  }

  private mutating func readSections(_ content: Content, _ metadata: Metadata) {
    let answer = header.answer
    let isNotice = answer?.isNotice == true || metadata.isNotice
    if content.sections.contains(where: { $0.kind.isQuestion || $0.kind.isAnswer }) {
      let assembly = PassageAssembly(
        content.isUnnumbered
          ? UnnumberedQuestions.sections(content.sections, content.layout) : content.sections,
        layout: content.layout)
      set.passages = assembly.passages
      set.remarks = content.remarks + assembly.remarks
      set.warnings += assembly.warnings
      set.kind =
        assembly.hasAnswers ? .answered : assembly.hasNotice || isNotice ? .delay : .questions
      if content.isUnnumbered { set.warnings.append(UnnumberedQuestions.warning) }
    } else {
      FreeText.read(
        content.sections, content.layout, header, isNotice: isNotice,
        isAnswered: !isNotice && (answer != nil || isAnswerByNumber(metadata)), into: &set)
    }
    if header.question?.isOral == true { set.kind = .other }
    if answer?.isNotice == false, set.kind == .questions {
      set.warnings.append("De kop noemt een antwoord, maar de tekst heeft geen antwoorden.")
    }
  }

  /// Whether only the identifier in its metadata says that a document is an answer.
  private func isAnswerByNumber(_ metadata: Metadata) -> Bool {
    header.question == nil && metadata.identifier?.text.hasPrefix("ah-") == true
  }

  /// Fills in facts from the ministry's letter that the header lacks.
  private mutating func complete(from letter: CoveringLetter) {
    if let question = letter.question {
      if set.members.isEmpty { set.members = question.members }
      if set.addressees.isEmpty { set.addressees = question.addressees }
      set.subject = set.subject ?? question.subject
    }
    set.submitted = set.submitted ?? letter.submitted
    set.received = set.received ?? letter.date
    if set.onBehalfOf.isEmpty { set.onBehalfOf = letter.onBehalfOf }
    // A letter may shorten a ministry's name that it gives in full above its signature.
    let posts = set.onBehalfOf + set.respondents.map { "\($0.role) van \($0.portfolio ?? "")" }
    set.addressees = set.addressees.map { post in
      posts.first { $0.hasPrefix(post + " en ") } ?? post
    }
    if let name = letter.signature,
      let nameless = set.respondents.firstIndex(where: { $0.name.isEmpty })
    {
      set.respondents[nameless].name = name
    }
  }

  /// The only case number in a delay notice: "De vragen van … (2024Z16988) kunnen niet …".
  private static func noticedCase(_ set: QuestionSet) -> String? {
    guard set.kind == .delay else { return nil }
    let texts = set.remarks.filter { $0.hasPrefix(SectionTitle.Kind.notice.rawValue) }
    let cases = CaseNumber.all(in: texts.joined(separator: " ")).withoutRepeats
    return cases.count == 1 ? cases[0] : nil
  }

  /// Keeps the lines before the first question that are not part of the header, with a warning
  /// unless they are a letter.
  private mutating func keepPreamble(isLetter: Bool, hasParagraphs: Bool) {
    guard !header.preamble.isEmpty else { return }
    let paragraphs = ParagraphJoiner.paragraphs(
      header.preamble, layout: TextLayout(wrapWidth: nil, hasParagraphs: hasParagraphs))
    let text = paragraphs.joined(separator: "\n\n")
    set.remarks.insert(isLetter ? "Brief: \(text)" : text, at: 0)
    if !isLetter, let first = paragraphs.first {
      set.warnings.append("Tekst vóór de vragen is niet als kop begrepen: «\(first.opening)».")
    }
  }
}

extension QuestionSet {
  /// Fills in the facts of the header's sentences.
  mutating func fill(from header: Header) {
    if let question = header.question {
      members = question.members
      addressees = question.addressees
      subject = question.subject
    }
    submitted = header.question?.submitted ?? header.submitted
    if let answer = header.answer {
      respondents = answer.respondents
      onBehalfOf = answer.onBehalfOf
      received = answer.received
    }
  }
}

extension PageFurniture.Facts {
  /// Adds the metadata inside the document; its identifier wins over the printed one.
  fileprivate mutating func complete(from metadata: Metadata) {
    identifier = metadata.identifier ?? identifier
    chamber = chamber ?? metadata.chamber
    session = session ?? metadata.session
  }
}
