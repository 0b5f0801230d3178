/// Where the header of a document ends, and how the questions behind it are numbered.
struct Body {
  /// The first line behind the header.
  let start: Int
  let numbering: Numbering
  /// Whether the header has the sentence of an answer, and whether of one that is no notice.
  let hasSentence: Bool
  let isAnswered: Bool

  init(_ lines: [SourceLine]) {
    let headed = lines.firstIndex { Self.isQuestionHeading($0.text) }
    let isAlone = lines[..<(headed ?? lines.count)].contains {
      QuestionNumber.alone($0.text)?.first == 1
    }
    if let headed, !isAlone {
      // The header is all that stands before the first heading; to know that, nobody has to read it.
      start = headed
      numbering = Numbering(lines[headed...])
      hasSentence = lines[..<headed].contains { AnswerSentence.opens($0.text) }
      isAnswered = hasSentence
      return
    }
    var header = Header(lines, firstHeading: nil)
    var numbering = Numbering(lines[header.count...])
    if numbering != .aloneOnLine {
      header = Header(lines, firstHeading: headed ?? Self.firstAlone(lines))
      numbering = Numbering(lines[header.count...])
    }
    start = header.count
    self.numbering = numbering
    hasSentence = header.answer != nil
    isAnswered = header.answer?.isNotice == false
  }

  /// Whether a line is the heading of a question in a document that has such headings.
  private static func isQuestionHeading(_ line: String) -> Bool {
    guard let heading = Heading(line), heading.side == .question else { return false }
    return !heading.numbers.isEmpty && (heading.rest.isEmpty || heading.numbers.first == 1)
      || heading.numbers.isEmpty && heading.rest.isEmpty
  }

  /// The first question of a document in which numbers stand alone and whose header is not understood: a second one, or
  /// the title of the answers, comes behind it.
  private static func firstAlone(_ lines: [SourceLine]) -> Int? {
    let first = lines.firstIndex {
      $0.gap != .line && QuestionNumber.alone($0.text)?.first == 1
    }
    guard let first, let last = QuestionNumber.alone(lines[first].text)?.last,
      lines[(first + 1)...].contains(where: {
        QuestionNumber.alone($0.text)?.first == last + 1 || AnswerHalf.isTitle($0.text)
      })
    else { return nil }
    return first
  }
}
