/// A document of which its form has told lines from furniture and notes from text.
struct DocumentText {
  /// The lines, in reading order. Where the form knows paragraphs, each is one line behind a blank gap. The mark of a
  /// note stands in them as raised digits ("bericht?¹").
  var lines: [SourceLine]
  /// The notes, in the order of the document.
  var notes: [FoundNote]
  /// What the furniture and the metadata say.
  var facts: PageFurniture.Facts
  /// Whether the form itself tells paragraphs apart, so that a blank gap always ends one.
  var hasParagraphs = false
}

/// Puts a set together from a document's lines: the sentences of the header, the sections under their headings, the
/// passages, the notes at their marks, the identifiers. Every form ends here.
struct SetAssembly {
  private(set) var set = QuestionSet(kind: .questions)
  /// The header that was read.
  let header: Header
  /// The headings of questions, answers and remarks that were understood.
  private(set) var headings: [String] = []

  /// Puts a set together.
  ///
  /// - Parameters:
  ///   - document: the lines, notes and facts.
  ///   - name: the file's name.
  ///   - raw: the lines as the file has them, by which look-alikes are told.
  /// - Throws: `ReadError.noKamervragen`.
  init(_ document: DocumentText, name: String, recognisedIn raw: [RawLine]) throws(ReadError) {
    let lines = document.lines
    let header = Header(lines, firstHeading: lines.firstIndex { Self.isQuestionHeading($0.text) })
    let body = Array(lines[header.count...])
    try Recognition.check(header, document.facts, body, raw)
    self.header = header
    set.fill(from: header)
    try SetBounds.standard.checkHeading(set)
    readBody(body, hasParagraphs: document.hasParagraphs)
    let letter = CoveringLetter(header.preamble)
    if let letter { complete(from: letter) }
    keepPreamble(isLetter: letter != nil, hasParagraphs: document.hasParagraphs)
    set.keepUnread(of: header)
    NotePlacement.place(
      document.notes, header: header.sentences.joined(separator: " "), in: &set)
    Identity.settle(&set, facts: document.facts, header: header, name: name)
    if set.caseNumber == nil { set.caseNumber = letter?.caseNumber ?? Self.noticedCase(set) }
  }

  private static func isQuestionHeading(_ line: String) -> Bool {
    guard let heading = Heading(line), heading.side == .question else { return false }
    return !heading.numbers.isEmpty && (heading.rest.isEmpty || heading.numbers.first == 1)
      || heading.numbers.isEmpty && heading.rest.isEmpty
  }

  private mutating func readBody(_ body: [SourceLine], hasParagraphs: Bool) {
    let layout = hasParagraphs ? TextLayout.paragraphs : TextLayout(body)
    let numbering = Numbering(body)
    let sections = Sections(body, numbering: numbering)
    headings = sections.headings
    let isAnswered = header.answer.map { !$0.isNotice } ?? false
    let hasHeadings = sections.sections.contains {
      switch $0.kind {
      case .question, .answer: true
      case .remark, .loose: false
      }
    }
    if hasHeadings {
      let assembly = PassageAssembly(
        numbering == .paragraphs
          ? UnnumberedQuestions.sections(sections.sections, layout) : sections.sections,
        layout: layout)
      set.passages = assembly.passages
      set.remarks = assembly.remarks
      set.warnings = assembly.warnings
      set.kind =
        assembly.hasAnswers
        ? .answered
        : assembly.hasNotice || header.answer?.isNotice == true ? .delay : .questions
      if numbering == .paragraphs { set.warnings.append(UnnumberedQuestions.warning) }
    } else {
      FreeText.read(sections.sections, layout, header, isAnswered: isAnswered, into: &set)
    }
    if header.question?.isOral == true { set.kind = .other }
    if isAnswered, set.kind == .questions {
      set.warnings.append("De kop noemt een antwoord, maar de tekst heeft geen antwoorden.")
    }
  }

  /// What a ministry's letter adds to the heading of its answers.
  private mutating func complete(from letter: CoveringLetter) {
    if let question = letter.question {
      if set.members.isEmpty { set.members = question.members }
      if set.addressees.isEmpty { set.addressees = question.addressees }
      set.subject = set.subject ?? question.subject
    }
    if set.onBehalfOf.isEmpty { set.onBehalfOf = letter.onBehalfOf }
    // A letter may shorten the name of a ministry that it writes in full above its signature.
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

  /// The case that a delay notice names: "De vragen van … (2024Z16988) kunnen niet …".
  private static func noticedCase(_ set: QuestionSet) -> String? {
    guard set.kind == .delay else { return nil }
    let texts = set.remarks.filter { $0.hasPrefix(SectionTitle.Kind.notice.rawValue) }
    let cases = CaseNumber.all(in: texts.joined(separator: " ")).withoutRepeats
    return cases.count == 1 ? cases[0] : nil
  }

  /// Lines before the first question that are no header stay with the set, and are named.
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
  /// Fills in what the sentences of the header say.
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
