/// A stretch of the body under one heading.
struct Section: Hashable {
  enum Kind: Hashable {
    case question([Int])
    /// An answer; without numbers it belongs to the questions just before it.
    case answer([Int])
    case remark(SectionTitle.Kind)
    /// Text under no heading.
    case loose
  }

  var kind: Kind
  var lines: [SourceLine]
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
  /// Nowhere: each paragraph is a question.
  case paragraphs

  /// Judges a body. Where no heading of a question is found, its first line tells.
  init(_ body: some BidirectionalCollection<SourceLine>) {
    let hasHeadings = body.contains { line in
      Heading(line.text).map { $0.side == .question && !($0.numbers.isEmpty && !$0.rest.isEmpty) }
        ?? false
    }
    guard !hasHeadings, let first = body.first?.text else {
      self = .headings
      return
    }
    if QuestionNumber.alone(first) == 1 {
      self = .aloneOnLine
    } else if QuestionNumber.inline(first)?.number == 1 {
      self = .inline
    } else if QuestionNumber.letter(first)?.heading.numbers == [1] {
      self = .letters
    } else {
      self = .paragraphs
    }
  }
}

/// Numbers of questions that stand without the word "Vraag".
enum QuestionNumber {
  /// The number of a line that holds nothing else: "1", "1.", "1)".
  static func alone(_ line: String) -> Int? {
    var scanner = TextScanner(line)
    guard let number = scanner.takeNumber(digits: 3) else { return nil }
    if scanner.take(".") || scanner.take(")") || scanner.take(":") {}
    return scanner.isAtEnd ? number : nil
  }

  /// The number and the text of "1. Kent u …".
  static func inline(_ line: String) -> (number: Int, rest: String)? {
    var scanner = TextScanner(line)
    guard let number = scanner.takeNumber(digits: 3), scanner.take(".") || scanner.take(")"),
      scanner.peek() == Ascii.space || scanner.peek().map({ !Ascii.isDigit($0) }) == true
    else { return nil }
    let rest = scanner.rest
    return rest.isEmpty ? nil : (number, rest)
  }

  /// "Q1  Kent u …" as a heading with its text.
  static func letter(_ line: String) -> (heading: Heading, rest: String)? {
    var scanner = TextScanner(line)
    let isQuestion = scanner.peek() == UInt8(ascii: "Q")
    guard isQuestion || scanner.peek() == UInt8(ascii: "A") else { return nil }
    scanner.at = 1
    guard let number = scanner.takeNumber(digits: 3), (1...Heading.largestNumber).contains(number),
      scanner.isAtEnd || " :.".utf8.contains(scanner.peek() ?? 0)
    else { return nil }
    if scanner.take(":") || scanner.take(".") {}
    let word = isQuestion ? "Vraag" : "Antwoord"
    return Heading("\(word) \(number)").map { ($0, scanner.rest) }
  }
}

/// Divides a body into sections.
struct Sections {
  private(set) var sections: [Section] = []
  /// The headings as they stand in the text.
  private(set) var headings: [String] = []
  private let numbering: Numbering
  private let lines: [SourceLine]
  private var asked: Set<Int> = []
  private var lastAsked = 0
  private var answered: Set<Int> = []
  /// The last line that is a heading with numbers.
  private let lastHeading: Int

  init(_ lines: [SourceLine], numbering: Numbering) {
    self.lines = lines
    self.numbering = numbering
    lastHeading = lines.lastIndex { Heading($0.text)?.numbers.isEmpty == false } ?? -1
    var index = 0
    while index < lines.count {
      index += step(index)
    }
  }

  /// Reads the line at an index; the number of lines that were read.
  private mutating func step(_ index: Int) -> Int {
    let line = lines[index]
    // A title before the last heading belongs to the text of an answer.
    if index >= lastHeading, let title = SectionTitle(line.text) {
      open(.remark(title.kind), line, heading: title.kind.rawValue, rest: title.rest)
      return 1
    }
    if numbering == .letters {
      if let (heading, rest) = QuestionNumber.letter(line.text) {
        open(heading, line, rest: rest)
        return 1
      }
    } else if var heading = Heading(line.text), isPlausible(heading, index) {
      var read = 1
      if let longer = continued(heading, index) {
        heading = longer
        read = 2
      }
      let words = lines[index..<(index + read)].map(\.text).joined(separator: " ")
      open(heading, line, rest: heading.rest, words: words)
      return read
    } else if let (number, rest) = bareNumber(index) {
      note(asked: [number])
      open(.question([number]), line, heading: String(line.text.dropLast(rest.count)), rest: rest)
      return 1
    }
    if sections.isEmpty { sections.append(Section(kind: .loose, lines: [])) }
    sections[sections.count - 1].lines.append(line)
    return 1
  }

  private mutating func open(
    _ heading: Heading, _ line: SourceLine, rest: String, words: String? = nil
  ) {
    switch heading.side {
    case .question:
      note(asked: heading.numbers)
      open(.question(heading.numbers), line, heading: words ?? line.text, rest: rest)
    case .answer:
      answered.formUnion(heading.numbers)
      open(.answer(heading.numbers), line, heading: words ?? line.text, rest: rest)
    }
  }

  private mutating func open(
    _ kind: Section.Kind, _ line: SourceLine, heading: String, rest: String
  ) {
    headings.append(
      rest.isEmpty ? heading : String(heading.dropLast(heading.hasSuffix(rest) ? rest.count : 0)))
    sections.append(
      Section(
        kind: kind,
        lines: rest.isEmpty ? [] : [SourceLine(text: rest, gap: .blank, page: line.page)]))
  }

  private mutating func note(asked numbers: [Int]) {
    asked.formUnion(numbers)
    lastAsked = numbers.last ?? lastAsked + 1
  }

  /// The heading with the rest of its numbers, where the next line goes on with them.
  private func continued(_ heading: Heading, _ index: Int) -> Heading? {
    guard heading.rest.isEmpty, !heading.numbers.isEmpty, index + 1 < lines.count else {
      return nil
    }
    let next = lines[index + 1].text
    guard heading.isOpen || next.hasPrefix("en ") || next.hasPrefix(","),
      let longer = Heading(lines[index].text + " " + next), longer.rest.isEmpty,
      longer.numbers.count > heading.numbers.count
    else { return nil }
    return longer
  }

  /// Whether a heading can stand here. With text behind it, it must be the one that is due: sentences may begin with
  /// "Vraag 3" too.
  private func isPlausible(_ heading: Heading, _ index: Int) -> Bool {
    guard !heading.rest.isEmpty, let first = heading.numbers.first else { return true }
    if case .question = heading.side { return first == lastAsked + 1 }
    return first <= lastAsked && !answered.contains(first)
  }

  /// The number of a question without the word "Vraag", where it is the one that is due.
  private func bareNumber(_ index: Int) -> (number: Int, rest: String)? {
    let line = lines[index]
    switch numbering {
    case .aloneOnLine:
      guard let number = QuestionNumber.alone(line.text), number == lastAsked + 1,
        index == 0 || line.gap != .line || isAtSentenceEnd(index)
      else { return nil }
      return (number, "")
    case .inline:
      guard let (number, rest) = QuestionNumber.inline(line.text), number == lastAsked + 1,
        !isInAnswer || asks(index)
      else { return nil }
      return (number, rest)
    case .headings, .letters, .paragraphs: return nil
    }
  }

  private func isAtSentenceEnd(_ index: Int) -> Bool {
    LineEnd.closesSentence(Array(lines[index - 1].text.utf8))
  }

  private var isInAnswer: Bool {
    if case .answer = sections.last?.kind { true } else { false }
  }

  /// Whether the paragraph of a line has a question mark: it tells a question from a point in a list of an answer.
  private func asks(_ index: Int) -> Bool {
    var end = index
    repeat {
      if lines[end].text.utf8.contains(UInt8(ascii: "?")) { return true }
      end += 1
    } while end < lines.count && end < index + 30 && lines[end].gap == .line
    return false
  }
}
