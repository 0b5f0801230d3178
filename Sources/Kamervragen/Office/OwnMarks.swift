/// The marks of notes that the writer chose, such as "*". The word processor does not count these
/// notes; while a document is read each has a number that no counted note has.
struct OwnMarks: Hashable {
  /// The number of the first; the next ones are below it.
  private static let first = 999
  /// The most of them that are told apart.
  private static let limit = 300

  private var marks: [String] = []

  /// The number that stands for a mark while the document is read; nil if there are too many.
  mutating func number(for mark: String) -> Int? {
    guard marks.count < Self.limit else { return nil }
    marks.append(mark)
    return Self.first - marks.count + 1
  }

  /// Prints the marks again, in the texts and on the notes.
  func restore(in set: inout QuestionSet) {
    guard !marks.isEmpty else { return }
    for index in set.passages.indices {
      let passage = set.passages[index]
      set.passages[index].questionText = printed(passage.questionText)
      set.passages[index].answerText = passage.answerText.map(printed)
      set.passages[index].footnotes = passage.footnotes.map(marked)
    }
    set.subject = set.subject.map(printed)
    set.footnotes = set.footnotes.map(marked)
    set.remarks = set.remarks.map(printed)
    set.warnings = set.warnings.map(printed)
  }

  private func mark(of number: Int) -> String? {
    let place = Self.first - number
    return marks.indices.contains(place) ? marks[place] : nil
  }

  private func marked(_ note: Footnote) -> Footnote {
    Footnote(mark: Int(note.mark).flatMap(mark) ?? note.mark, text: printed(note.text))
  }

  private func printed(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] >= 0xC2, let (number, end) = Superscript.number(bytes, at: index),
        let mark = mark(of: number)
      {
        result += MarkupNotes.printed(mark).utf8
        index = end
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
