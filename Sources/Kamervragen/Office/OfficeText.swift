/// A word processor's document: its paragraphs and its notes.
struct OfficeText {
  var paragraphs: [OfficeParagraph] = []
  /// The notes of the word processor. Notes typed as a list at the end are paragraphs.
  var notes: [FoundNote] = []
  /// Page headers and footers. They are not part of the text, but may name the publication.
  var margins: [OfficeParagraph] = []
  /// The note marks chosen by the author.
  var ownMarks = OwnMarks()
  /// Warnings for the set.
  var warnings: [String] = []

  /// Assembles the set.
  ///
  /// - Throws: `ReadError`.
  func set(form: SourceForm, name: String) throws(ReadError) -> QuestionSet {
    let raw = try Self.lines(paragraphs)
    guard raw.contains(where: { !$0.text.isEmpty }) else { throw .empty }
    let answers = LostAnswers.headed(paragraphs)
    let questions = QuestionList(answers.paragraphs)
    var clean = CleanText(try Self.lines(questions.paragraphs), hasParagraphs: true)
    let margins = CleanText(try Self.lines(self.margins), hasParagraphs: true)
    clean.facts.complete(from: margins.facts)
    clean.facts.letterDate = CoveringLetter.date(in: margins.lines)
    var openings = Openings(clean.lines)
    let (typed, noteless) = NoteFinder.extract(
      openings.lines, answerPage: openings.answerPage)
    openings.lines = MarkRaiser.raise(typed, in: noteless)
    let document = DocumentText(
      form: form, body: .lines(openings, printed: raw), notes: .numbered(notes + typed),
      facts: clean.facts, hasParagraphs: true)
    var set = try SetAssembly(document, name: name).set
    if set.caseNumber == nil {
      let cases = margins.lines.flatMap { CaseNumber.all(in: $0.text) }.withoutRepeats
      if cases.count == 1 { set.caseNumber = cases[0] }
    }
    set.warnings += warnings + answers.warnings + questions.warnings
    ownMarks.restore(in: &set)
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
