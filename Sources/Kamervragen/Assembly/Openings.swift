/// Finds the headings of a document, before its notes. A number alone on a line is a heading only
/// if it fits the sequence.
///
/// A sheet printed until 2009 is brought into today's layout: the answer sentence moves from after
/// the questions to the header, and bare numbers become headings.
struct Openings {
  /// The lines, each heading on a line of its own. Answers that follow all questions begin a page.
  var lines: [SourceLine] = []
  /// The answer sentence, if it came after the questions.
  private(set) var answerSentence: String?
  /// The titles above the answers that are not the heading of one answer.
  private(set) var titles: [String] = []
  let numbering: Numbering
  /// The page of `lines` on which the answers begin, if they follow all questions.
  private(set) var answerPage: Int?

  private let source: [SourceLine]
  private let half: AnswerHalf?
  /// The first line after the header.
  private let start: Int
  private var asked: Set<Int> = []
  private var lastAsked = 0
  private var answered: Set<Int> = []
  /// The first question without an answer, or else the number after the last answer; kept in the
  /// answers that follow all questions.
  private var unanswered = 1
  /// The kind of section that the last heading opened.
  private var kind = Section.Kind.loose
  /// Whether the current line is in the answers that follow all questions.
  private var isBehindHalf = false
  /// The last line that can be the heading of an answer, of question 1, or of any number; and the
  /// last such heading before the answers of a sheet.
  private var lastAnswer = -1
  private var lastFirst = -1
  private var lastHeading = -1
  private var lastAsking = -1
  /// For each number alone on a line of the answers: its last line, and how often it occurs.
  private var lastAlone: [Int: Int] = [:]
  private var countAlone: [Int: Int] = [:]

  /// Reads the lines of a document.
  init(_ source: [SourceLine]) {
    self.source = source
    let body = BodyStart(source)
    numbering = body.numbering
    start = body.start
    half = AnswerHalf(source, body)
    findLastHeadings()
    lines = Array(source[..<start])
    var index = start
    while index < source.count {
      if let half, index == half.start {
        begin(half)
        index = max(half.end, index)
        // Only a number marks the beginning of these answers, so it is read as a line.
        if index == half.start { index += step(index) }
      } else {
        index += isAttachment(index) ? attach(index) : step(index)
      }
    }
  }

  private mutating func findLastHeadings() {
    for index in source.indices.dropFirst(start) {
      let heading = Heading(source[index].text)
      var number = heading?.numbers.first
      if numbering == .aloneOnLine, let alone = QuestionNumber.alone(source[index].text)?.first {
        number = alone
        if let half, index >= half.end {
          lastAlone[alone] = index
          countAlone[alone, default: 0] += 1
        }
      }
      if heading?.side == .answer { lastAnswer = index }
      guard let number else { continue }
      if number == 1, heading?.side != .answer { lastFirst = index }
      lastHeading = index
      if let half, index < half.start { lastAsking = index }
    }
  }

  // MARK: The answers of a sheet

  private mutating func begin(_ half: AnswerHalf) {
    isBehindHalf = true
    findUnanswered()
    answerPage = source[half.start].page + 1
    if !half.sentence.isEmpty {
      answerSentence = ParagraphJoiner.single(source[half.sentence].map(\.text))
    }
    let title = half.title.map { source[$0] }
    guard half.end < source.count, half.isNotice || !opensAnswer(half.end) else {
      if let title { titles.append(title.text) }
      return
    }
    var heading = title ?? SourceLine(text: "", gap: .page, page: source[half.start].page)
    heading.opens = half.isNotice ? .remark(.notice) : .answer([])
    keep(heading)
  }

  /// Whether a numbered answer begins at a line.
  private func opensAnswer(_ index: Int) -> Bool {
    Heading(source[index].text)?.numbers.isEmpty == false || bareNumbers(index) != nil
      || inlineNumbers(index) != nil
  }

  // MARK: Lines

  /// Reads the line at an index, and returns the number of lines read.
  private mutating func step(_ index: Int) -> Int {
    var line = source[index]
    if let title = SectionTitle(line.text), endsPart(index), isPlausible(title, index) {
      open(.remark(title.kind), line, rest: title.rest)
    } else if numbering == .letters {
      if let (heading, rest) = QuestionNumber.letter(line.text) {
        open(heading.side, heading.numbers, line, rest: rest)
      } else {
        keep(line)
      }
    } else if let heading = Heading(line.text), isPlausible(heading, index) {
      guard let longer = continued(heading, index) else {
        open(heading.side, heading.numbers, line, rest: heading.rest)
        return 1
      }
      line.text += " " + source[index + 1].text
      open(longer.side, longer.numbers, line, rest: longer.rest)
      return 2
    } else if let numbers = bareNumbers(index) {
      open(.question, numbers, line, rest: "")
    } else if let (numbers, rest) = inlineNumbers(index) {
      open(.question, numbers, line, rest: rest)
    } else {
      keep(line)
    }
    return 1
  }

  private mutating func open(
    _ side: Heading.Side, _ numbers: [Int], _ line: SourceLine, rest: String
  ) {
    let known = asked.count + answered.count
    // After the questions of a sheet, a number heads an answer, and so does "Vragen 2 t/m 5".
    if side == .answer || isBehindHalf && numbering != .headings {
      answered.formUnion(numbers)
      open(.answer(numbers), line, rest: rest)
    } else {
      asked.formUnion(numbers)
      lastAsked = numbers.last ?? lastAsked + 1
      open(.question(numbers), line, rest: rest)
    }
    if isBehindHalf, asked.count + answered.count > known { findUnanswered() }
  }

  private mutating func findUnanswered() {
    unanswered = asked.subtracting(answered).min() ?? (answered.max() ?? 0) + 1
  }

  private mutating func open(_ kind: Section.Kind, _ line: SourceLine, rest: String) {
    self.kind = kind
    var heading = line
    heading.opens = kind
    if !rest.isEmpty {
      heading.text = String(Substring(line.text.utf8.dropLast(rest.utf8.count))).trimmed
    }
    keep(heading)
    if !rest.isEmpty { keep(SourceLine(text: rest, gap: .blank, page: line.page)) }
  }

  private mutating func keep(_ line: SourceLine) {
    var line = line
    // The notes of the questions come before the answers, as at the foot of a page.
    if isBehindHalf { line.page += 1 }
    lines.append(line)
  }

  /// Whether no numbered heading follows a line, or none before the answers of a sheet. An earlier
  /// title is part of an answer.
  private func endsPart(_ index: Int) -> Bool {
    if let half, index < half.start { return index >= lastAsking }
    return index >= lastHeading
  }

  /// Whether a title is possible here. An explanation without a title must begin a paragraph and
  /// must not follow its own title.
  private func isPlausible(_ title: SectionTitle, _ index: Int) -> Bool {
    guard !title.isPrinted else { return true }
    return kind != .remark(title.kind) && (source[index].gap != .line || isAtSentenceEnd(index))
  }

  /// The heading with the rest of its numbers, if the next line continues them.
  private func continued(_ heading: Heading, _ index: Int) -> Heading? {
    guard heading.rest.isEmpty, !heading.numbers.isEmpty, index + 1 < source.count else {
      return nil
    }
    let next = source[index + 1].text
    guard heading.isOpen || next.hasPrefix("en ") || next.hasPrefix(","),
      let longer = Heading(source[index].text + " " + next), longer.rest.isEmpty,
      longer.numbers.count > heading.numbers.count
    else { return nil }
    return longer
  }

  /// Whether a heading is possible here. With text after it, its number must be due, because
  /// sentences may begin with "Vraag 3" too.
  private func isPlausible(_ heading: Heading, _ index: Int) -> Bool {
    // Where bare numbers head the answers, "Vraag 3" is text, unless it replaces such a number.
    if numbering == .aloneOnLine, isBehindHalf, let first = heading.numbers.first,
      !heading.rest.isEmpty || first != due || countAlone[first] != nil
    {
      return false
    }
    guard !heading.rest.isEmpty, let first = heading.numbers.first else { return true }
    if heading.side == .question, !(isBehindHalf && numbering != .headings) {
      return first == lastAsked + 1
    }
    return first <= lastAsked && !answered.contains(first)
  }

  // MARK: Numbers without a word

  /// The numbers of a line with nothing else on it, if they are due.
  private func bareNumbers(_ index: Int) -> [Int]? {
    guard numbering == .aloneOnLine || isBehindHalf,
      let numbers = QuestionNumber.alone(source[index].text),
      let first = numbers.first, isDue(numbers)
    else { return nil }
    let line = source[index]
    let begins = index == start || line.gap != .line
    guard
      begins || isAtSentenceEnd(index) || isBehindHalf && index == half?.end
        || isBehindNumber(index)
    else { return nil }
    if isText(index, first) { return nil }
    if !isBehindHalf {
      // A note mark alone on a line, before the heading with the same number.
      let next = index + 1 < source.count ? QuestionNumber.alone(source[index + 1].text) : nil
      return next?.first == first ? nil : numbers
    }
    let due = due
    return first == due || comesOutOfTurn(index, first, due: due, begins: begins) ? numbers : nil
  }

  /// Whether a number can head an answer before its turn: right below the answer sentence, if the
  /// number that is due does not follow, or if it is on no other line and follows a sentence.
  private func comesOutOfTurn(_ index: Int, _ number: Int, due: Int, begins: Bool) -> Bool {
    index == half?.end || begins && (lastAlone[due] ?? -1) < index
      || countAlone[number] == 1 && lines.last?.opens == nil && isAtSentenceEnd(index)
  }

  /// Whether a number that occurs again below is text: either it is the whole text of an answer
  /// ("2", "3", "3", "Nee."), or an unfinished line precedes it and a finished sentence precedes
  /// the last one, as with the cells of a table.
  private func isText(_ index: Int, _ number: Int) -> Bool {
    guard isBehindHalf, index != half?.end, let last = lastAlone[number], last > index else {
      return false
    }
    if lines.last?.opens?.isAnswer == true { return true }
    return !isAtSentenceEnd(index) && isAtSentenceEnd(last)
  }

  /// Whether the line before is a number that is the whole text of an answer.
  private func isBehindNumber(_ index: Int) -> Bool {
    isBehindHalf && lines.count > 1 && lines[lines.count - 2].opens?.isAnswer == true
      && lines[lines.count - 1].opens == nil
      && QuestionNumber.alone(lines[lines.count - 1].text) != nil
  }

  /// The numbers and the text of "1. Kent u …", if they are due.
  private func inlineNumbers(_ index: Int) -> (numbers: [Int], rest: String)? {
    guard numbering == .inline, let (number, rest) = QuestionNumber.inline(source[index].text)
    else { return nil }
    if isBehindHalf {
      guard number == due, asked.contains(number) else { return nil }
    } else {
      guard number == lastAsked + 1, !kind.isAnswer || asks(index) else { return nil }
    }
    return ([number], rest)
  }

  /// The number whose turn it is.
  private var due: Int {
    isBehindHalf ? unanswered : lastAsked + 1
  }

  private func isDue(_ numbers: [Int]) -> Bool {
    if isBehindHalf {
      return numbers.allSatisfy { (asked.isEmpty || asked.contains($0)) && !answered.contains($0) }
    }
    return numbers.enumerated().allSatisfy { $0.element == lastAsked + 1 + $0.offset }
  }

  private func isAtSentenceEnd(_ index: Int) -> Bool {
    LineEnd.closesSentence(source[index - 1].text)
  }

  /// Whether a paragraph has a question mark in its first 30 lines; otherwise it is a list item in
  /// an answer.
  private func asks(_ index: Int) -> Bool {
    var end = index
    repeat {
      if source[end].text.utf8.contains(UInt8(ascii: "?")) { return true }
      end += 1
    } while end < source.count && end < index + 30 && source[end].gap == .line
    return false
  }

  // MARK: Attachments

  /// Whether an attachment with its own questions begins at a line: the numbers start again,
  /// without answers.
  private func isAttachment(_ index: Int) -> Bool {
    !answered.isEmpty && asked.contains(1) && index > lastAnswer && index < lastFirst
      && source[index].gap != .line && source[index].text.hasPrefix("Bijlage")
  }

  /// Keeps an attachment with all lines after it.
  private mutating func attach(_ index: Int) -> Int {
    open(.attachment, source[index], rest: "")
    for line in source[(index + 1)...] { keep(line) }
    return source.count - index
  }
}
