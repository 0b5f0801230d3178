/// A document in XML or HTML, divided into parts by its elements.
struct MarkupDocument {
  var form: SourceForm
  /// The paragraphs before the first part, and the answer sentence wherever it is: sentences,
  /// numbers, furniture. Note marks are written as by `MarkupNotes`.
  var header: [String] = []
  private(set) var parts: [DocumentPart] = []
  var notes: MarkupNotes
  /// The last title above the answers, "Antwoord" or "Mededeling".
  private(set) var title: String?
  private(set) var hasAnswers = false
  /// The dates in elements of the header, in document order.
  var dates: [MarkupDate] = []
  /// The metadata inside the document.
  var metadata = Metadata()

  mutating func add(_ part: DocumentPart) {
    hasAnswers = hasAnswers || part.kind == .answer
    parts.append(part)
  }

  /// Adds paragraphs to the last part.
  mutating func extendLast(with paragraphs: [String]) {
    parts[parts.count - 1].paragraphs += paragraphs
  }

  /// Adds text outside the parts, after the first part. An answer sentence goes to the header and
  /// its title determines the kind of the rest, because until 2009 both followed the questions.
  mutating func addLoose(_ paragraphs: [String]) {
    var kind = DocumentPart.Kind.loose
    var rest: [String] = []
    for paragraph in paragraphs {
      let text = MarkupNotes.plain(paragraph, notes)
      if AnswerSentence.isTitle(text) {
        title = text
      } else if AnswerSentence.opens(text), AnswerSentence(text)?.received != nil {
        header.append(paragraph)
      } else {
        rest.append(paragraph)
      }
    }
    guard !rest.isEmpty else { return }
    if let title, !hasAnswers {
      kind = title.lowercased().hasPrefix("m") ? .remark : .answer
      if kind == .remark { rest.insert("Mededeling:", at: 0) }
    }
    add(DocumentPart(kind: kind, paragraphs: rest))
  }

  /// For the refusal of a document without a question, an answer or a notice.
  private static let expected = "de tekst van vragen, antwoorden of een mededeling"

  /// Assembles the set.
  ///
  /// - Parameter name: the file's name.
  /// - Returns: the set, with warnings about parts that were not understood.
  /// - Throws: `ReadError.noKamervragen`, `ReadError.exceedsBound`.
  func set(name: String) throws(ReadError) -> QuestionSet {
    let hasParts = parts.contains {
      $0.kind == .question || $0.kind == .answer || $0.kind == .remark
    }
    return try SetAssembly(hasParts ? text : lines(), name: name).set
  }

  /// The document divided into its parts.
  private var text: DocumentText {
    var (header, facts) = readHeader()
    // Without a printed header, the title may be the sentence.
    if header.question == nil, header.answer == nil, let title = metadata.title,
      QuestionSentence.opens(title)
    {
      header.question = QuestionSentence(title)
    }
    return DocumentText(
      form: form, body: .parts(parts, header: header),
      notes: .keyed(notes, headerKeys: self.header.flatMap(MarkupNotes.keys)), facts: facts,
      metadata: metadata, dates: dates)
  }

  private func readHeader() -> (Header, PageFurniture.Facts) {
    let lines = header.flatMap(Self.sentences).map {
      RawLine(text: MarkupNotes.plain($0, notes))
    }
    let clean = CleanText(lines)
    return (Header(paragraphs: clean.lines.map(\.text)), clean.facts)
  }

  /// The sentences of a paragraph: an answer sentence may follow the question sentence.
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

  /// The document as lines, one for each paragraph, if its elements do not distinguish questions
  /// from answers.
  ///
  /// - Throws: `ReadError.noKamervragen` if the words do not either.
  private func lines() throws(ReadError) -> DocumentText {
    let paragraphs = header + parts.flatMap(\.paragraphs)
    let printed = paragraphs.map { RawLine(text: MarkupNotes.plain($0, notes)) }
    let hasHeadings = printed.contains {
      Heading($0.text)?.numbers.isEmpty == false || SectionTitle($0.text) != nil
    }
    let hasSentence = printed.contains {
      QuestionSentence.opens($0.text) || AnswerSentence.opens($0.text)
    }
    guard hasHeadings || hasSentence && metadata.identifier != nil else {
      throw .noKamervragen(expected: Self.expected)
    }
    let clean = CleanText(printed)
    let found = notes.notes.enumerated().map { index, note in
      FoundNote(
        number: Int(note.mark) ?? index + 1, style: .raised, text: note.text, page: 0, line: 0)
    }
    let lines = clean.lines.map { SourceLine(text: $0.text, gap: .blank, page: 0) }
    return DocumentText(
      form: form, body: .lines(Openings(lines), printed: printed), notes: .numbered(found),
      facts: clean.facts, metadata: metadata)
  }
}
