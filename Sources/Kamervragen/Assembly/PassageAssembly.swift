/// Assembles questions and answers into passages. Questions that are answered together are one
/// passage with all their numbers.
struct PassageAssembly {
  private(set) var passages: [Passage] = []
  /// Text that belongs to the set as a whole, with its heading word.
  private(set) var remarks: [String] = []
  private(set) var warnings: [String] = []
  private(set) var hasAnswers = false
  private(set) var hasNotice = false

  private let layout: TextLayout
  private var questions: [Question] = []
  private var answers: [Answer] = []
  /// Questions since the last answer.
  private var pending: [Int] = []
  /// All numbers in question headings.
  private var printed: Set<Int> = []
  /// For each number, the first question with it.
  private var asked: [Int: Int] = [:]
  private var largestAsked = 0
  private var groups = Groups()
  private var answered: Set<Int> = []
  private var warned: Set<String> = []

  private struct Question {
    var numbers: [Int]
    var text: [String]
    /// The group at the time of reading; `groups.current` gives the merged group.
    var group: Int
  }

  private struct Answer {
    var text: [String]
    var group: Int
  }

  init(_ sections: [Section], layout: TextLayout) {
    self.layout = layout
    for section in sections {
      if case .question(let numbers) = section.kind { printed.formUnion(numbers) }
    }
    var sections = sections
    for index in sections.indices {
      switch sections[index].kind {
      case .question(let numbers): ask(numbers, sections, index)
      case .answer(let numbers):
        let lost = lostQuestion(numbers, &sections, index)
        answer(numbers, sections, index, lost: lost)
      case .remark(let kind): remark(kind, sections[index])
      case .attachment: remarks.append(FreeText.attachment(text(sections[index])))
      case .loose: loose(sections[index])
      }
    }
    build()
  }

  private func text(_ section: Section) -> [String] {
    ParagraphJoiner.paragraphs(section.lines, layout: layout)
  }

  // MARK: Questions

  private mutating func ask(_ numbers: [Int], _ sections: [Section], _ index: Int) {
    var numbers = numbers
    if numbers.isEmpty { numbers = [largestAsked + 1] }
    if let number = numbers.first, numbers.count == 1, asked[number] != nil {
      if let next = misprinted(number, sections, index) {
        warn(
          "Vraag \(number) staat twee keer in de tekst; de tweede is als vraag \(next) gelezen.")
        numbers = [next]
      } else {
        warn("Vraag \(number) staat meer dan eens in de tekst.")
      }
    }
    pending.append(add(numbers, text: text(sections[index])))
  }

  /// Adds a question to the group of the questions that share one of its numbers.
  private mutating func add(_ numbers: [Int], text: [String]) -> Int {
    let group = numbers.compactMap { asked[$0] }.first.map { questions[$0].group }
    let place = questions.count
    questions.append(Question(numbers: numbers, text: text, group: group ?? groups.add()))
    for number in numbers where asked[number] == nil { asked[number] = place }
    largestAsked = max(largestAsked, numbers.max() ?? 0)
    return place
  }

  /// The intended number of a question whose number is printed twice: the next number, if no
  /// heading has it and its answer or the question after it follows.
  private func misprinted(_ number: Int, _ sections: [Section], _ index: Int) -> Int? {
    let next = number + 1
    guard !printed.contains(next) else { return nil }
    for section in sections[(index + 1)...].prefix(3) {
      switch section.kind {
      case .answer(let numbers): return numbers.first == next || numbers.isEmpty ? next : nil
      case .question(let numbers): if let first = numbers.first { return first > next ? next : nil }
      case .remark, .attachment, .loose: continue
      }
    }
    return nil
  }

  /// The text of a question whose heading was lost at a page break; it is at the end of the
  /// previous section.
  private mutating func lostQuestion(
    _ numbers: [Int], _ sections: inout [Section], _ index: Int
  ) -> [String]? {
    guard index > 0, pending.isEmpty, !numbers.isEmpty,
      !numbers.contains(where: { asked[$0] != nil }),
      case .answer = sections[index - 1].kind
    else { return nil }
    let lines = sections[index - 1].lines
    guard let start = lines.lastIndex(where: { $0.gap == .page }), start > 0,
      let end = lines.last?.text, Array(end.utf8).suffix(4).contains(UInt8(ascii: "?"))
    else { return nil }
    // The previous answer was already read: remove the lines from it.
    let kept = Section(kind: sections[index - 1].kind, lines: Array(lines[..<start]))
    guard let last = answers.indices.last else { return nil }
    answers[last].text = text(kept)
    return ParagraphJoiner.paragraphs(lines[start...], layout: layout)
  }

  // MARK: Answers

  private mutating func answer(
    _ numbers: [Int], _ sections: [Section], _ index: Int, lost: [String]?
  ) {
    hasAnswers = true
    let section = sections[index]
    let targets = targets(of: numbers, lost: lost)
    let group: Int
    if let first = targets.first {
      group = questions[first].group
      for target in targets.dropFirst() { groups.merge(questions[target].group, into: group) }
    } else if let last = answers.last {
      warn("Een antwoord zonder vraag staat bij het antwoord ervoor.")
      group = last.group
    } else {
      group = groups.add()
      questions.append(Question(numbers: [], text: [], group: group))
    }
    answers.append(Answer(text: text(section), group: group))
    for target in targets { answered.formUnion(questions[target].numbers) }
    pending = []
  }

  /// The questions that an answer belongs to.
  private mutating func targets(of numbers: [Int], lost: [String]?) -> [Int] {
    if numbers.isEmpty { return pending }
    if let lost {
      warn(
        "Het kopje van \(named(numbers)) ontbreekt in de tekst; de vraag begint op een nieuwe bladzijde."
      )
      return [add(numbers, text: lost)]
    }
    let unasked = numbers.filter { asked[$0] == nil }
    let isMisprint = numbers.allSatisfy { answered.contains($0) || asked[$0] == nil }
    if !pending.isEmpty, isMisprint {
      let meant = pending.flatMap { questions[$0].numbers }
      warn("Boven het antwoord op \(named(meant)) staat het nummer \(list(numbers)).")
      return pending
    }
    let known = numbers.compactMap { asked[$0] }.withoutRepeats
    guard !unasked.isEmpty else { return known }
    warn("\(named(unasked, capital: true)) staat niet in de tekst, het antwoord wel.")
    return [add(unasked, text: [])] + known
  }

  // MARK: Neither

  private mutating func remark(_ kind: SectionTitle.Kind, _ section: Section) {
    if kind == .notice { hasNotice = true }
    let text = text(section).joined(separator: "\n\n")
    remarks.append(text.isEmpty ? kind.rawValue : "\(kind.rawValue): \(text)")
  }

  private mutating func loose(_ section: Section) {
    let paragraphs = text(section)
    guard let first = paragraphs.first else { return }
    remarks.append(paragraphs.joined(separator: "\n\n"))
    warn("Tekst vóór de eerste vraag staat bij de opmerkingen: «\(first.opening)».")
  }

  // MARK: Passages

  private mutating func build() {
    var places: [Int: Int] = [:]
    var asking: [[String]] = []
    var answering: [[String]] = []
    for question in questions {
      let group = groups.current(question.group)
      let place = places[group] ?? passages.count
      if place == passages.count {
        places[group] = place
        passages.append(Passage(questions: [], questionText: ""))
        asking.append([])
        answering.append([])
      }
      passages[place].questions += question.numbers
      asking[place] += question.text
    }
    for answer in answers {
      guard let place = places[groups.current(answer.group)] else { continue }
      answering[place] += answer.text
      passages[place].answerText = ""
    }
    for place in passages.indices {
      passages[place].questionText = asking[place].joined(separator: "\n\n")
      if passages[place].answerText != nil {
        passages[place].answerText = answering[place].joined(separator: "\n\n")
      }
    }
    for place in passages.indices {
      passages[place].questions = Set(passages[place].questions).sorted()
      if passages[place].answerText?.isEmpty == true, !passages[place].questions.isEmpty {
        warn("Het antwoord op \(named(passages[place].questions)) heeft in de tekst geen woorden.")
      }
      if hasAnswers, passages[place].answerText == nil {
        warn(
          "\(named(passages[place].questions, capital: true)) heeft geen antwoord in de tekst.")
      }
    }
  }

  /// Adds a warning, unless it was added before.
  private mutating func warn(_ warning: String) {
    if warned.insert(warning).inserted { warnings.append(warning) }
  }

  private func list(_ numbers: [Int]) -> String {
    let words = numbers.map(String.init)
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " en " + last
  }

  private func named(_ numbers: [Int], capital: Bool = false) -> String {
    "\(capital ? "V" : "v")raag \(list(numbers))"
  }
}

/// Groups of questions, merged if they are answered together (disjoint-set forest, Tarjan).
private struct Groups {
  private var parents: [Int] = []

  /// A new group.
  mutating func add() -> Int {
    parents.append(parents.count)
    return parents.count - 1
  }

  /// The group that a group was merged into.
  mutating func current(_ group: Int) -> Int {
    var group = group
    while parents[group] != group {
      parents[group] = parents[parents[group]]
      group = parents[group]
    }
    return group
  }

  mutating func merge(_ group: Int, into other: Int) { parents[current(group)] = current(other) }
}
