/// Finds where the header of a document ends, and how the questions after it are numbered.
struct BodyStart {
  /// The first line after the header.
  let start: Int
  let numbering: Numbering
  /// Whether the header has an answer sentence, and whether that is an answer rather than a notice.
  /// The two are not distinguished if the questions have headings.
  let hasSentence: Bool
  let isAnswered: Bool

  init(_ lines: [SourceLine]) {
    let headed = lines.firstIndex { Self.isQuestionHeading($0.text) }
    let isAlone = lines[..<(headed ?? lines.count)].contains {
      QuestionNumber.alone($0.text)?.first == 1
    }
    if let headed, !isAlone {
      // The header is everything before the first heading, so it need not be read here.
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

  /// The first question of a document with bare numbers whose header is not understood. The next
  /// number, or the title of the answers, must follow it.
  private static func firstAlone(_ lines: [SourceLine]) -> Int? {
    let first = lines.firstIndex {
      $0.gap != .line && QuestionNumber.alone($0.text)?.first == 1
    }
    guard let first, let last = QuestionNumber.alone(lines[first].text)?.last,
      lines[(first + 1)...].contains(where: {
        QuestionNumber.alone($0.text)?.first == last + 1 || AnswerSentence.isTitle($0.text)
      })
    else { return nil }
    return first
  }
}

/// How the questions of a document are numbered.
enum Numbering: Hashable {
  /// "Vraag 1".
  case headings
  /// "1" or "1." alone on a line.
  case aloneOnLine
  /// "1. Kent u …" at the start of a line.
  case inline
  /// "Q1  Kent u …", "A1  Ja.": the texts of data sets.
  case letters
  /// No numbers: each paragraph is a question.
  case paragraphs

  /// Detects the numbering of a body, from its first line if no question has a heading.
  init(_ body: ArraySlice<SourceLine>) {
    let isHeaded =
      body.dropFirst().first.map { Heading($0.text)?.numbers.isEmpty == false } ?? false
    if !isHeaded, let first = body.first?.text, QuestionNumber.alone(first)?.first == 1 {
      self = .aloneOnLine
      return
    }
    let hasHeadings = body.contains { line in
      Heading(line.text).map { $0.side == .question && !($0.numbers.isEmpty && !$0.rest.isEmpty) }
        ?? false
    }
    guard !hasHeadings, let first = body.first?.text else {
      self = .headings
      return
    }
    if QuestionNumber.inline(first)?.number == 1 {
      self = .inline
    } else if QuestionNumber.letter(first)?.heading.numbers == [1] {
      self = .letters
    } else {
      self = .paragraphs
    }
  }
}
