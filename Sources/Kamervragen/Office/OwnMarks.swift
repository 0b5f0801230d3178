/// Note marks chosen by the author, such as "*". The word processor does not count these notes, so
/// each gets an otherwise unused number while the document is read.
struct OwnMarks: Hashable {
  /// The number of the first mark; the next ones count down.
  private static let first = 999
  /// The maximum number of marks with their own number.
  private static let limit = 300

  private var marks: [String] = []

  /// Registers a mark and returns its number; nil if there are too many.
  mutating func number(for mark: String) -> Int? {
    guard marks.count < Self.limit else { return nil }
    marks.append(mark)
    return Self.first - marks.count + 1
  }

  /// Replaces the numbers by the marks, in texts and footnotes.
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
