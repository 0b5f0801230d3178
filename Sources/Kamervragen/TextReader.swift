/// Reads plain text and Markdown.
enum TextReader {
  /// A set, and where every word of the text went.
  struct Reading {
    var set: QuestionSet
    var account: Account
  }

  /// What was taken out of the text without becoming part of the set's texts.
  struct Account: Hashable {
    /// The clean lines of the text, before anything was taken out.
    var input: [String] = []
    /// Page furniture and rules.
    var furniture: [String] = []
    /// Headings of questions, answers and remarks.
    var headings: [String] = []
    /// The lines of the header that were understood: their content is in the set's fields.
    var header: [String] = []
  }

  /// Reads a document.
  static func read(_ bytes: [UInt8], name: String) throws(ReadError) -> Reading {
    var raw = try SourceText.lines(bytes)
    guard raw.contains(where: { !$0.text.isEmpty }) else { throw .empty }
    if isMarkdown(raw, name) {
      for index in raw.indices { raw[index].text = Markdown.plain(raw[index].text) }
    }
    let unfolded = Unfolding.unfold(raw)
    let clean = CleanText(unfolded.lines)
    let (notes, noteless) = NoteFinder.extract(
      unfolded.isUnfolded ? NoteUnfolding.unfold(clean.lines) : clean.lines)
    let lines = MarkRaiser.raise(notes, in: noteless)
    var account = Account(input: raw.map(\.text), furniture: clean.furniture)
    let firstHeading = lines.firstIndex { isQuestionHeading($0.text) }
    let header = Header(lines, firstHeading: firstHeading)
    let body = Array(lines[header.count...])
    try Recognition.check(header, clean.facts, body, raw)
    account.header = header.understood
    var set = QuestionSet(kind: .questions)
    fill(&set, from: header)
    readBody(body, &set, &account, header)
    let letter = CoveringLetter(header.preamble)
    if let letter { complete(&set, from: letter) }
    keepPreamble(header, isLetter: letter != nil, &set)
    NotePlacement.place(notes, header: header.sentences.joined(separator: " "), in: &set)
    Identity.settle(&set, facts: clean.facts, header: header, name: name)
    if set.caseNumber == nil { set.caseNumber = letter?.caseNumber ?? noticedCase(set) }
    return Reading(set: set, account: account)
  }

  private static func isMarkdown(_ lines: [RawLine], _ name: String) -> Bool {
    name.hasSuffix(".md") || name.hasSuffix(".markdown") || Markdown.isLikely(lines)
  }

  private static func isQuestionHeading(_ line: String) -> Bool {
    guard let heading = Heading(line), heading.side == .question else { return false }
    return !heading.numbers.isEmpty && (heading.rest.isEmpty || heading.numbers.first == 1)
      || heading.numbers.isEmpty && heading.rest.isEmpty
  }

  private static func fill(_ set: inout QuestionSet, from header: Header) {
    if let question = header.question {
      set.members = question.members
      set.addressees = question.addressees
      set.subject = question.subject
    }
    set.submitted = header.question?.submitted ?? header.submitted
    if let answer = header.answer {
      set.respondents = answer.respondents
      set.onBehalfOf = answer.onBehalfOf
      set.received = answer.received
    }
  }

  private static func readBody(
    _ body: [SourceLine], _ set: inout QuestionSet, _ account: inout Account, _ header: Header
  ) {
    let layout = TextLayout(body)
    let numbering = Numbering(body)
    let sections = Sections(body, numbering: numbering)
    account.headings = sections.headings
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
  private static func complete(_ set: inout QuestionSet, from letter: CoveringLetter) {
    if let question = letter.question {
      if set.members.isEmpty { set.members = question.members }
      if set.addressees.isEmpty { set.addressees = question.addressees }
      set.subject = set.subject ?? question.subject
    }
    if set.onBehalfOf.isEmpty { set.onBehalfOf = letter.onBehalfOf }
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
  private static func keepPreamble(_ header: Header, isLetter: Bool, _ set: inout QuestionSet) {
    guard !header.preamble.isEmpty else { return }
    let paragraphs = ParagraphJoiner.paragraphs(header.preamble, layout: TextLayout(wrapWidth: nil))
    let text = paragraphs.joined(separator: "\n\n")
    set.remarks.insert(isLetter ? "Brief: \(text)" : text, at: 0)
    if !isLetter, let first = paragraphs.first {
      set.warnings.append("Tekst vóór de vragen is niet als kop begrepen: «\(first.opening)».")
    }
  }
}
