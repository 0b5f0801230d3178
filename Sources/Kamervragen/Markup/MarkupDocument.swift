/// What a document in XML or HTML says, its parts told apart by its elements.
struct MarkupDocument {
  /// A question, an answer, or what is neither.
  struct Part: Hashable {
    enum Kind: Hashable {
      case question, answer
      /// What the form calls a remark: the explanation of the members, or the notice of a delay.
      case remark
      case attachment
      /// Text under no element that says what it is.
      case loose
    }

    var kind: Kind
    /// The text of the element that numbers it, "Vraag 2 en 3".
    var number: String?
    /// With the marks of notes as `MarkupNotes` writes them.
    var paragraphs: [String] = []
  }

  var form: SourceForm
  /// The paragraphs before the first part: sentences, numbers, furniture.
  var header: [String] = []
  var parts: [Part] = []
  var notes: MarkupNotes
  /// The days that the elements of the header name, in their order.
  var dates: [MarkupDate] = []
  /// What the document's own metadata say.
  var metadata = Metadata()
}

/// A date of a header as its element has it.
struct MarkupDate: Hashable {
  /// The words, "17 oktober 2024".
  var text: String
  /// The day of its attribute, or of its words; nil where there is no such day.
  var day: CalendarDate?

  /// Reads `datum`.
  init(_ element: MarkupElement) {
    text = element.flatText
    day =
      element.attributes["isodatum"].flatMap(CalendarDate.init(published:))
      ?? DutchDate.first(in: text)
  }
}

extension CalendarDate {
  /// Reads a day as metadata write it: `2024-10-17`, with or without a time, or `17-10-2024`.
  init?(published text: String) {
    let day = text.trimmed.prefix(10)
    if text.utf8.count > 10, text.utf8.dropFirst(10).first.map(Ascii.isDigit) == true { return nil }
    let parts = day.split(separator: "-", omittingEmptySubsequences: false)
    if parts.count == 3, parts[2].utf8.count == 4 {
      self.init(iso: "\(parts[2])-\(parts[1])-\(parts[0])")
    } else {
      self.init(iso: day)
    }
  }
}

extension MarkupDocument {
  /// Puts the set together.
  ///
  /// - Parameter name: the file's name.
  /// - Returns: the set; what was not understood is in its `warnings`.
  /// - Throws: `ReadError.noKamervragen`.
  func set(name: String) throws(ReadError) -> QuestionSet {
    guard
      parts.contains(where: { $0.kind == .question || $0.kind == .answer || $0.kind == .remark })
    else { return try setByLines(name: name) }
    var (header, facts) = readHeader()
    if header.question == nil, header.answer == nil { header = completed(header) }
    var set = QuestionSet(kind: .questions)
    set.form = form
    set.fill(from: header)
    try SetBounds.standard.checkHeading(set)
    try SetBounds.check("datums in de kop", dates.count, atMost: Self.dateLimit)
    checkDates(header, &set)
    var numbering = PartNumbering(parts)
    numbering.settle()
    let sections = numbering.sections
    let assembly = PassageAssembly(sections, layout: .paragraphs)
    set.remarks += numbering.remarks
    set.warnings += numbering.warnings
    if numbering.hasQuestions {
      set.passages = assembly.passages
      set.remarks += assembly.remarks
      set.warnings += assembly.warnings
      let isNotice = assembly.hasNotice || header.answer?.isNotice == true || metadata.isNotice
      set.kind = assembly.hasAnswers ? .answered : isNotice ? .delay : .questions
    } else {
      readNotice(sections, header, &set)
    }
    if header.question?.isOral == true { set.kind = .other }
    if header.answer?.isNotice == false, set.kind == .questions {
      set.warnings.append("De kop noemt een antwoord, maar de tekst heeft geen antwoorden.")
    }
    keepAttachments(&set)
    keepPreamble(header, &set)
    facts.complete(from: metadata)
    Identity.settle(&set, facts: facts, header: header, name: name)
    placeNotes(header, &set)
    metadata.complete(&set)
    return set
  }

  private func readHeader() -> (Header, PageFurniture.Facts) {
    let lines = header.flatMap(Self.sentences).map {
      RawLine(text: MarkupNotes.plain($0, notes))
    }
    let clean = CleanText(lines)
    return (Header(paragraphs: clean.lines.map(\.text)), clean.facts)
  }

  /// The sentences of a paragraph: the one of the answer may stand behind that of the question.
  private static func sentences(_ paragraph: String) -> [String] {
    let bytes = Array(paragraph.utf8)
    guard QuestionSentence.opens(paragraph),
      let asked = Ascii.find("ingezonden", in: bytes),
      let close = bytes[asked...].firstIndex(of: Ascii.close)
    else { return [paragraph] }
    var begin = close + 1
    while begin < bytes.count, bytes[begin] == Ascii.dot || bytes[begin] == Ascii.space {
      begin += 1
    }
    let rest = String(decoding: bytes[begin...], as: UTF8.self)
    guard AnswerSentence.opens(rest) else { return [paragraph] }
    return [String(decoding: bytes[..<begin], as: UTF8.self).trimmed, rest]
  }

  /// The header of a document that prints none: the sentence may be its title.
  private func completed(_ header: Header) -> Header {
    var header = header
    if let title = metadata.title, QuestionSentence.opens(title) {
      header.question = QuestionSentence(title)
    }
    return header
  }

  /// Fills in the days that elements name and words do not, and names those that do not exist.
  private func checkDates(_ header: Header, _ set: inout QuestionSet) {
    for date in dates {
      guard let day = date.day else {
        set.warnings.append("De datum «\(date.text.opening)» in de kop bestaat niet.")
        continue
      }
      let printed = DutchDate.first(in: date.text)
      if let printed, printed != day {
        set.warnings.append("De kop noemt \(printed) en in het bestand staat daarbij \(day).")
      }
    }
    let sentences = header.sentences + header.understood
    for (word, path) in [("ingezonden", \QuestionSet.submitted), ("ontvangen", \.received)]
    where set[keyPath: path] == nil {
      set[keyPath: path] =
        dates.first { date in
          date.day != nil
            && sentences.contains { sentence in
              Ascii.find("\(word) \(date.text)", in: Array(sentence.utf8)) != nil
            }
        }?.day
    }
  }

  /// A notice without the questions is one passage.
  private func readNotice(_ sections: [Section], _ header: Header, _ set: inout QuestionSet) {
    let sections = sections.map { section in
      var section = section
      if header.answer?.isNotice == true || metadata.isNotice, section.kind == .remark(.notice) {
        section.kind = .loose
      }
      return section
    }
    var header = header
    if metadata.isNotice, header.answer == nil { header.answer = AnswerSentence(notice: true) }
    FreeText.read(sections, .paragraphs, header, isAnswered: false, into: &set)
  }

  private func keepAttachments(_ set: inout QuestionSet) {
    for part in parts where part.kind == .attachment && !part.paragraphs.isEmpty {
      let text = part.paragraphs.joined(separator: "\n\n")
      set.remarks.append(text.hasPrefix("Bijlage") ? text : "Bijlage: \(text)")
    }
  }

  private func keepPreamble(_ header: Header, _ set: inout QuestionSet) {
    let paragraphs = header.preamble.map(\.text)
    guard let first = paragraphs.first else { return }
    set.remarks.insert(paragraphs.joined(separator: "\n\n"), at: 0)
    set.warnings.append("Tekst vóór de vragen is niet als kop begrepen: «\(first.opening)».")
  }

  /// A document whose elements do not tell questions from answers is read as the lines that its paragraphs are.
  private func setByLines(name: String) throws(ReadError) -> QuestionSet {
    let paragraphs = header + parts.flatMap(\.paragraphs)
    let raw = paragraphs.map { RawLine(text: MarkupNotes.plain($0, notes)) }
    let clean = CleanText(raw)
    var facts = clean.facts
    let hasHeadings = raw.contains {
      Heading($0.text)?.numbers.isEmpty == false || SectionTitle($0.text) != nil
    }
    let hasSentence = raw.contains {
      QuestionSentence.opens($0.text) || AnswerSentence.opens($0.text)
    }
    guard hasHeadings || hasSentence && metadata.identifier != nil else {
      throw .noKamervragen(expected: Self.expected)
    }
    facts.complete(from: metadata)
    let found = notes.notes.enumerated().map { index, note in
      FoundNote(
        number: Int(note.mark) ?? index + 1, style: .raised, text: note.text, page: 0, line: 0)
    }
    let lines = clean.lines.map { SourceLine(text: $0.text, gap: .blank, page: 0) }
    let document = DocumentText(lines: lines, notes: found, facts: facts)
    var set = try SetAssembly(document, name: name, recognisedIn: raw).set
    set.form = form
    metadata.complete(&set)
    return set
  }

  /// The most dates that a header names: each is looked for in its sentences.
  private static let dateLimit = 100

  /// What a document without a question, an answer or a notice lacks.
  static let expected = "de tekst van vragen, antwoorden of een mededeling"
}

extension PageFurniture.Facts {
  /// Adds what the metadata in the document's own file say.
  fileprivate mutating func complete(from metadata: Metadata) {
    identifier = metadata.identifier ?? identifier
    chamber = chamber ?? metadata.chamber
    session = session ?? metadata.session
  }
}

// MARK: Notes

extension MarkupDocument {
  /// Brings each note to the passages in which its mark stands, and prints the marks.
  private func placeNotes(_ header: Header, _ set: inout QuestionSet) {
    var placed: Set<Int> = []
    func footnotes(_ texts: [String]) -> [Footnote] {
      texts.flatMap(MarkupNotes.keys).withoutRepeats.compactMap { key in
        guard notes.notes.indices.contains(key) else { return nil }
        placed.insert(key)
        return Footnote(mark: notes.notes[key].mark, text: notes.notes[key].text)
      }
    }
    for index in set.passages.indices {
      let passage = set.passages[index]
      set.passages[index].footnotes += footnotes([passage.questionText, passage.answerText ?? ""])
      set.passages[index].questionText = MarkupNotes.plain(passage.questionText, notes)
      set.passages[index].answerText = passage.answerText.map { MarkupNotes.plain($0, notes) }
    }
    set.footnotes += footnotes(self.header + set.remarks)
    set.remarks = set.remarks.map { MarkupNotes.plain($0, notes) }
    set.warnings = set.warnings.map { MarkupNotes.plain($0, notes) }
    let unplaced = notes.notes.indices.filter { !placed.contains($0) }
    for key in unplaced {
      let note = notes.notes[key]
      set.footnotes.append(Footnote(mark: note.mark, text: note.text))
      set.warnings.append("Het teken van noot \(note.mark) is in de tekst niet gevonden.")
    }
    if !notes.unknown.isEmpty {
      let marks = notes.unknown.withoutRepeats.joined(separator: ", ")
      set.warnings.append(
        "Bij \(notes.unknown.count == 1 ? "teken" : "de tekens") \(marks) staat geen noot in de tekst."
      )
    }
  }
}
