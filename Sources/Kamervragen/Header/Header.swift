/// The header before the first question: sentences, numbers, and other lines.
struct Header {
  var question: QuestionSentence?
  var answer: AnswerSentence?
  var seeAlso: [SeeAlso.Reference] = []
  /// The set number as printed, "705" or "6a".
  var number: String?
  var caseNumber: String?
  /// The date on a line of its own: "(ingezonden 20 november 2024)".
  var submitted: CalendarDate?
  /// The sentences in full, in document order.
  var sentences: [String] = []
  /// The lines whose content is in the other fields.
  var understood: [String] = []
  /// Values of an archive record that repeat parts of the header.
  var values: [String] = []
  /// The lines that are not part of a header.
  var preamble: [SourceLine] = []
  /// The number of lines that were read.
  private(set) var count = 0

  /// Reads the lines before the first question. If the questions have headings, everything before
  /// the first one belongs to the header; otherwise the header ends with its sentences.
  init(_ lines: [SourceLine], firstHeading: Int?) {
    var entries = Entries()
    let limit = firstHeading ?? lines.count
    while count < limit {
      let line = lines[count]
      if entries.isSentenceOpen(before: line) {
        entries.extend(with: line)
      } else if let entry = Entry(line.text, after: entries.hasSentence) {
        entries.begin(entry, line)
      } else if entries.hasSentence, firstHeading == nil {
        break
      } else {
        entries.end()
        preamble.append(line)
      }
      count += 1
    }
    entries.end()
    for (entry, text) in entries.finished { read(entry, text) }
    if question == nil, answer == nil, firstHeading == nil, number == nil, caseNumber == nil {
      count = 0
      preamble = []
      understood = []
    }
  }

  /// The first line after the sentence that begins at a line.
  static func sentenceEnd(_ lines: [SourceLine], from start: Int) -> Int {
    guard let entry = Entry(lines[start].text, after: true) else { return start + 1 }
    var entries = Entries()
    entries.begin(entry, lines[start])
    var end = start + 1
    while end < lines.count, entries.isSentenceOpen(before: lines[end]) {
      entries.extend(with: lines[end])
      end += 1
    }
    return end
  }

  /// Adds an answer sentence that was found elsewhere.
  mutating func add(answerSentence text: String) { read(.answer, text) }

  /// Reads a header from a form that marks paragraphs: each is a whole sentence or number.
  init(paragraphs: [String]) {
    for text in paragraphs {
      if let entry = Entry(text, after: question != nil || answer != nil) {
        read(entry, text)
      } else {
        keep(text)
      }
    }
    count = paragraphs.count
  }

  /// The kind of an entry of the header.
  enum Entry: Hashable {
    case question, answer, seeAlso, submitted, number, caseNumber

    /// The kind of entry that a line opens; nil if none.
    init?(_ line: String, after hasSentence: Bool) {
      if QuestionSentence.opens(line) {
        self = .question
      } else if AnswerSentence.opens(line) {
        self = .answer
      } else if line.hasPrefix("Zie ook Aanhangsel") || line.hasPrefix("Zie ook aanhangsel") {
        self = .seeAlso
      } else if line.hasPrefix("(ingezonden") || line.hasPrefix("(Ingezonden") {
        self = .submitted
      } else if !hasSentence, SetNumber.alone(line) != nil {
        self = .number
      } else if Header.caseNumber(line) != nil {
        self = .caseNumber
      } else {
        return nil
      }
    }
  }

  /// The case number alone on a line, or after "nr." or "Vraagnummer".
  static func caseNumber(_ line: String) -> String? {
    var scanner = TextScanner(line)
    for word in ["Vraagnummer", "Zaaknummer", "Nr.", "("] where scanner.take(word) { break }
    if scanner.take(":") {}
    scanner.skipSpaces()
    let begin = scanner.at
    if scanner.takeNumber(digits: 10) != nil, scanner.isAtEnd {
      return OldCaseNumber(scanner.text(begin, scanner.at))?.digits
    }
    scanner.at = begin
    guard let number = CaseNumber.take(&scanner) else { return nil }
    if scanner.take(")") || scanner.take(".") {}
    return scanner.isAtEnd ? number : nil
  }

  private mutating func read(_ entry: Entry, _ text: String) {
    switch entry {
    case .question:
      guard question == nil, let sentence = QuestionSentence(text) else { return keep(text) }
      question = sentence
      sentences.append(text)
    case .answer:
      guard answer == nil, let sentence = AnswerSentence(text) else { return keep(text) }
      answer = sentence
      question = question ?? sentence.question
      sentences.append(text)
    case .seeAlso:
      let references = SeeAlso.references(text)
      guard !references.isEmpty else { return keep(text) }
      seeAlso += references
    case .submitted:
      guard let date = DutchDate.first(in: text) else { return keep(text) }
      submitted = date
    case .number:
      if let number, number.utf8.count > 1 { return keep(text) }
      number = SetNumber.alone(text)
    case .caseNumber:
      if caseNumber != nil { return keep(text) }
      caseNumber = Self.caseNumber(text)
    }
    understood.append(text)
  }

  private mutating func keep(_ text: String) {
    preamble.append(SourceLine(text: text, gap: .blank, page: 0))
  }
}

/// The entries of a header while their lines are collected.
private struct Entries {
  private(set) var finished: [(entry: Header.Entry, text: String)] = []
  private(set) var hasSentence = false
  private var hasSubmitted = false
  private var open: (entry: Header.Entry, lines: [String])?
  /// The lines of the open entry, joined with spaces.
  private var text: [UInt8] = []

  mutating func begin(_ entry: Header.Entry, _ line: SourceLine) {
    end()
    open = (entry, [])
    extend(with: line)
    if entry == .question || entry == .answer { hasSentence = true }
  }

  mutating func extend(with line: SourceLine) {
    open?.lines.append(line.text)
    if !text.isEmpty { text.append(Ascii.space) }
    text += line.text.utf8
  }

  mutating func end() {
    if let open {
      finished.append((open.entry, ParagraphJoiner.single(open.lines)))
      hasSubmitted = hasSubmitted || open.entry == .submitted
    }
    open = nil
    text.removeAll(keepingCapacity: true)
  }

  /// Whether the open sentence continues on a line.
  func isSentenceOpen(before line: SourceLine) -> Bool {
    guard let open, open.lines.count < 40 else { return false }
    switch open.entry {
    case .number, .caseNumber: return false
    case .submitted: return !text.contains(Ascii.close) && line.gap == .line
    case .seeAlso: return !isReferenceComplete(from: 0) && line.gap == .line
    case .question, .answer: break
    }
    if QuestionSentence.opens(line.text) || AnswerSentence.opens(line.text) { return false }
    // The first question or answer, even if a bracket was never closed.
    if line.gap != .line, QuestionNumber.alone(line.text) != nil { return false }
    let continues = LineEnd.continuesSentence(line.text)
    let word = open.entry == .question ? "ingezonden" : "ontvangen"
    if let date = Ascii.find(word, in: text), let close = text[date...].firstIndex(of: Ascii.close)
    {
      guard let also = Ascii.find("Zie ook", in: text, from: close) else {
        return continues && line.gap == .line
      }
      return line.gap != .blank && !isReferenceComplete(from: also)
    }
    if line.text.hasPrefix("Zie ook") { return false }
    // The date came before the sentence, so a question may follow without a blank line.
    if open.entry == .question, hasSubmitted, line.text.utf8.contains(UInt8(ascii: "?")),
      Ascii.find(" over ", in: text) != nil, !continues
    {
      return false
    }
    let isClosed = LineEnd.closesSentence(text)
    let goesOn = continues || line.text.hasPrefix("(")
    if line.gap == .blank { return !isClosed && (goesOn || isHalf(open.entry)) }
    return !isClosed || goesOn || hasOpenBracket
  }

  /// Whether a sentence has not reached its subject or date, so that a blank line cannot end it.
  private func isHalf(_ entry: Header.Entry) -> Bool {
    if hasOpenBracket || LineEnd.awaitsMore(text) { return true }
    let end = entry == .question ? [" over ", " inzake ", " betreffende "] : ["(ontvangen"]
    return !end.contains { Ascii.find($0, in: text) != nil }
  }

  private func isReferenceComplete(from start: Int) -> Bool {
    let tail = text.last { $0 != Ascii.dot && $0 != Ascii.space }
    return tail.map(Ascii.isDigit) == true
      && !SeeAlso.references(String(decoding: text[start...], as: UTF8.self)).isEmpty
  }

  private var hasOpenBracket: Bool {
    text.count { $0 == Ascii.open } > text.count { $0 == Ascii.close }
      || LineEnd.quoteBalance(text) > 0
  }
}
