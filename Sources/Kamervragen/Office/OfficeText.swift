/// A document of a word processor as far as it matters: its paragraphs and its notes.
struct OfficeText {
  var paragraphs: [OfficeParagraph] = []
  /// The notes that the word processor knows; those typed as a list at the end are still paragraphs.
  var notes: [FoundNote] = []
  /// What the pages print above and below the text. It is no part of the text, but may say which publication it is.
  var margins: [OfficeParagraph] = []
  /// What was not understood.
  var warnings: [String] = []

  /// The set that the document is.
  ///
  /// - Throws: `ReadError`.
  func set(form: SourceForm, name: String) throws(ReadError) -> QuestionSet {
    let raw = try Self.lines(paragraphs)
    guard raw.contains(where: { !$0.text.isEmpty }) else { throw .empty }
    let answers = LostAnswers.headed(paragraphs)
    var clean = CleanText(
      try Self.lines(QuestionList.headed(answers.paragraphs)), hasParagraphs: true)
    let margins = CleanText(try Self.lines(self.margins), hasParagraphs: true)
    clean.facts.complete(from: margins.facts)
    var openings = Openings(clean.lines)
    let (typed, noteless) = NoteFinder.extract(openings.lines)
    openings.lines = MarkRaiser.raise(typed, in: noteless)
    let document = DocumentText(
      form: form, body: .lines(openings, printed: raw), notes: .numbered(notes + typed),
      facts: clean.facts, hasParagraphs: true)
    var set = try SetAssembly(document, name: name).set
    if set.caseNumber == nil {
      let cases = margins.lines.flatMap { CaseNumber.all(in: $0.text) }.withoutRepeats
      if cases.count == 1 { set.caseNumber = cases[0] }
    }
    set.warnings += warnings + answers.warnings
    return set
  }

  private static func lines(_ paragraphs: [OfficeParagraph]) throws(ReadError) -> [RawLine] {
    try SourceText.lines(Array(paragraphs.map(\.printed).joined(separator: "\n\n").utf8))
  }

  /// The text of a note on one line.
  static func note(_ paragraphs: [OfficeParagraph]) -> String {
    let lines = (try? lines(paragraphs)) ?? []
    return lines.map(\.text).filter { !$0.isEmpty }.joined(separator: " ")
  }
}

/// Questions that are a numbered list of the word processor, without the word "Vraag".
enum QuestionList {
  /// The paragraphs with a heading "Vraag 3" in the place of the number of each question. A document that has such
  /// headings of its own stays as it is.
  static func headed(_ paragraphs: [OfficeParagraph]) -> [OfficeParagraph] {
    let hasHeadings = paragraphs.contains { paragraph in
      paragraph.headings.contains { $0.side == .question && !$0.numbers.isEmpty }
    }
    guard !hasHeadings else { return paragraphs }
    let questions = questions(paragraphs)
    let asking = questions.count { isAsking(paragraphs, from: $0, questions) }
    guard asking * 2 > questions.count else { return paragraphs }
    let places = Set(questions)
    return paragraphs.enumerated().flatMap { index, paragraph in
      guard places.contains(index), let item = paragraph.item else { return [paragraph] }
      return [
        OfficeParagraph(text: "Vraag \(item.number)"), OfficeParagraph(text: paragraph.text),
      ]
    }
  }

  /// The items of the first list with plain numbers, and those of others that count on from it.
  private static func questions(_ paragraphs: [OfficeParagraph]) -> [Int] {
    var found: [Int] = []
    var first: ListItem?
    var last = 0
    for (index, paragraph) in paragraphs.enumerated() {
      guard let item = paragraph.item, item.isPlainNumber, item.number > last,
        item.number <= Heading.largestNumber, !paragraph.text.trimmed.isEmpty
      else { continue }
      if let first {
        guard item.level == first.level else { continue }
        guard item.list == first.list || item.number == last + 1 && paragraph.text.contains("?")
        else { continue }
      } else {
        guard item.number == 1 else { continue }
        first = item
      }
      found.append(index)
      last = item.number
    }
    return found
  }

  /// Whether a question, up to the next one, has a question mark.
  private static func isAsking(
    _ paragraphs: [OfficeParagraph], from index: Int, _ questions: [Int]
  ) -> Bool {
    let end = questions.first { $0 > index } ?? paragraphs.count
    return paragraphs[index..<end].contains { $0.text.contains("?") }
  }
}
