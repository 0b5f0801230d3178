/// Numbers the questions and answers of a document whose elements distinguish them.
struct PartNumbering {
  private(set) var sections: [Section] = []
  private(set) var warnings: [String] = []
  /// Text outside of the questions and answers.
  private(set) var remarks: [String] = []
  /// Whether there is any question or answer.
  private(set) var hasQuestions = false

  /// Reads the printed numbers of the parts.
  init(_ parts: [DocumentPart]) {
    var last = 0
    for part in parts {
      switch part.kind {
      case .question, .answer:
        hasQuestions = true
        let numbered = Numbered(part, due: last + 1)
        if part.kind == .question {
          last = numbered.numbers.max() ?? last + 1
          add(.question(numbered.numbers), numbered.paragraphs)
        } else {
          add(.answer(numbered.numbers), numbered.paragraphs)
        }
      case .remark: addRemark(part.paragraphs)
      case .loose: addLoose(part.paragraphs)
      case .attachment: if !part.paragraphs.isEmpty { add(.attachment, part.paragraphs) }
      }
    }
  }

  /// Numbers the questions and answers without a printed number, by the other side or by their
  /// order.
  mutating func settle() {
    numberQuestions()
    pairAnswers()
  }

  private mutating func add(_ kind: Section.Kind, _ paragraphs: [String]) {
    sections.append(
      Section(kind: kind, lines: paragraphs.map { SourceLine(text: $0, gap: .blank, page: 0) }))
  }

  /// Adds explanations and notices, whose headings, if any, are part of the text.
  private mutating func addRemark(_ paragraphs: [String]) {
    var kind: SectionTitle.Kind?
    var texts: [String] = []
    for (index, paragraph) in paragraphs.enumerated() {
      guard let title = Self.title(paragraph, isFirst: index == 0) else {
        texts.append(paragraph)
        continue
      }
      addRemark(kind, texts)
      kind = title.kind
      texts = title.rest.isEmpty ? [] : [title.rest]
    }
    addRemark(kind, texts)
  }

  /// The heading at the start of a paragraph; the first one needs no colon.
  private static func title(
    _ paragraph: String, isFirst: Bool
  ) -> (kind: SectionTitle.Kind, rest: String)? {
    if let title = SectionTitle(paragraph), title.isPrinted { return (title.kind, title.rest) }
    guard isFirst else { return nil }
    for kind in [SectionTitle.Kind.explanation, .notice] {
      var scanner = TextScanner(paragraph)
      guard scanner.takeWord(kind.rawValue) else { continue }
      scanner.skip(".")
      // "Mededeling van de minister" is a sentence, not a heading.
      let rest = scanner.rest
      if rest.unicodeScalars.first?.properties.isLowercase == true { continue }
      return (kind, rest)
    }
    return nil
  }

  private mutating func addRemark(_ kind: SectionTitle.Kind?, _ paragraphs: [String]) {
    guard kind != nil || !paragraphs.isEmpty else { return }
    let text = Array(paragraphs.joined(separator: " ").utf8)
    let delays = [
      "niet binnen de gebruikelijke termijn", "niet binnen de gestelde termijn", "uitstel",
    ]
    let isNotice = delays.contains { Ascii.find($0, in: text) != nil }
    add(.remark(kind ?? (isNotice ? .notice : .explanation)), paragraphs)
  }

  /// Keeps text outside every part, with a warning. `PassageAssembly` warns of text before the
  /// first question.
  private mutating func addLoose(_ paragraphs: [String]) {
    guard let first = paragraphs.first else { return }
    guard hasQuestions else { return add(.loose, paragraphs) }
    remarks.append(paragraphs.joined(separator: "\n\n"))
    warnings.append(
      "Tekst buiten de vragen en antwoorden staat bij de opmerkingen: «\(first.opening)».")
  }

  // MARK: Numbers that are not printed

  private mutating func numberQuestions() {
    var unnumbered: [Int] = []
    var count = 0
    var last = 0
    for index in sections.indices {
      guard case .question(let numbers) = sections[index].kind else { continue }
      count += 1
      if numbers.isEmpty {
        let number = answeredNext(index) ?? [last + 1]
        sections[index].kind = .question(number)
        unnumbered.append(number.first ?? last + 1)
        last = number.max() ?? last + 1
      } else {
        last = numbers.max() ?? last
      }
    }
    if unnumbered.count == count, count > 0 {
      warnings.append(UnnumberedQuestions.warning)
    } else {
      for number in unnumbered {
        warnings.append("Een vraag zonder nummer is als vraag \(number) gelezen.")
      }
    }
  }

  /// The numbers of the answer that follows a question directly.
  private func answeredNext(_ index: Int) -> [Int]? {
    guard index + 1 < sections.count, case .answer(let numbers) = sections[index + 1].kind,
      !numbers.isEmpty
    else { return nil }
    if index > 0, case .question = sections[index - 1].kind { return nil }
    return numbers
  }

  /// Pairs questions and answers in order, if all questions come first and as many unnumbered
  /// answers follow.
  private mutating func pairAnswers() {
    var questions: [[Int]] = []
    var answers: [Int] = []
    var isSeparate = true
    for index in sections.indices {
      switch sections[index].kind {
      case .question(let numbers):
        if !answers.isEmpty { isSeparate = false }
        questions.append(numbers)
      case .answer(let numbers):
        if !numbers.isEmpty { isSeparate = false }
        answers.append(index)
      case .remark, .attachment, .loose: continue
      }
    }
    guard isSeparate, answers.count > 1, answers.count == questions.count else { return }
    for (index, numbers) in zip(answers, questions) { sections[index].kind = .answer(numbers) }
    warnings.append("De antwoorden hebben geen nummers; ze staan in hun volgorde bij de vragen.")
  }
}

/// The numbers of one question or answer, and its text without them.
private struct Numbered {
  var numbers: [Int] = []
  var paragraphs: [String]

  /// Reads the numbers of a part; `due` is the number of the next question.
  init(_ part: DocumentPart, due: Int) {
    paragraphs = part.paragraphs
    if let printed = part.number {
      let rest = read(printed)
      if !rest.isEmpty { paragraphs.insert(rest, at: 0) }
      if !numbers.isEmpty { return }
    }
    readFirstParagraph(part.kind, due: due)
  }

  /// Reads the text of the numbering element, and returns the rest of it.
  private mutating func read(_ text: String) -> String {
    var scanner = TextScanner(text)
    let words = [
      "Vragen", "Vraag", "Antwoorden", "Antwoord", "op", "de", "vragen", "vraag", "nummers",
      "nummer", "nrs.", "nr.", "en",
    ]
    var moved = true
    while moved {
      scanner.skipSpaces()
      moved = words.contains { scanner.takeWord($0) || $0.hasSuffix(".") && scanner.take($0) }
    }
    let list = NumberList(&scanner)
    guard list.numbers.allSatisfy({ (1...Heading.maximumNumber).contains($0) }) else { return text }
    numbers = list.numbers
    scanner.skip(" .:)")
    return scanner.rest
  }

  /// The heading may be the first paragraph: "Vraag 1", alone or before the text.
  private mutating func readFirstParagraph(_ kind: DocumentPart.Kind, due: Int) {
    guard let first = paragraphs.first else { return }
    let side: Heading.Side = kind == .question ? .question : .answer
    let rest: String
    if let heading = Heading(first), heading.side == side {
      numbers = heading.numbers
      rest = heading.rest
    } else if paragraphs.count > 1, let alone = QuestionNumber.alone(first) {
      numbers = alone
      rest = ""
    } else if let (number, text) = QuestionNumber.inline(first), side == .question, number == due {
      numbers = [number]
      rest = text
    } else {
      return
    }
    paragraphs[0] = rest
    if rest.isEmpty { paragraphs.removeFirst() }
  }
}
