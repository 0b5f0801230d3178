/// Finds answers without a heading, in letters with only the questions in bold.
enum LostAnswers {
  /// The paragraphs under one heading.
  private struct Stretch {
    var heading: Heading
    /// The paragraphs after the heading.
    var body: Range<Int>
  }

  /// Inserts a heading before each such answer, with a warning for each.
  static func headed(
    _ paragraphs: [OfficeParagraph]
  ) -> (paragraphs: [OfficeParagraph], warnings: [String]) {
    let stretches = stretches(paragraphs)
    guard tellsByBold(stretches, paragraphs) else { return (paragraphs, []) }
    let answered = Set(
      stretches.filter { $0.heading.side == .answer }.flatMap(\.heading.numbers))
    var headings: [Int: Int] = [:]
    for stretch in stretches where stretch.heading.side == .question {
      guard stretch.heading.numbers.count == 1, let number = stretch.heading.numbers.first,
        !answered.contains(number), paragraphs[stretch.body].first?.isBold == true,
        let begin = stretch.body.first(where: { !paragraphs[$0].isBold }),
        paragraphs[begin..<stretch.body.upperBound].allSatisfy({ !$0.isBold }),
        NoteStart.all(in: paragraphs[begin].printed.trimmed).isEmpty
      else { continue }
      headings[begin] = number
    }
    guard !headings.isEmpty else { return (paragraphs, []) }
    let result = paragraphs.enumerated().flatMap { index, paragraph in
      headings[index].map { [OfficeParagraph(text: "Antwoord op vraag \($0)"), paragraph] }
        ?? [paragraph]
    }
    let warnings = headings.values.sorted().map {
      "Boven het antwoord op vraag \($0) staat geen kopje; het begint waar de vette letter ophoudt."
    }
    return (result, warnings)
  }

  private static func stretches(_ paragraphs: [OfficeParagraph]) -> [Stretch] {
    var stretches: [Stretch] = []
    for (index, paragraph) in paragraphs.enumerated() {
      for heading in paragraph.headings where heading.rest.isEmpty {
        if let last = stretches.indices.last {
          let begin = stretches[last].body.lowerBound
          stretches[last].body = min(begin, index)..<index
        }
        stretches.append(Stretch(heading: heading, body: (index + 1)..<paragraphs.count))
      }
    }
    return stretches
  }

  /// Whether bold marks the questions: questions begin bold, those before an answer are bold
  /// throughout, no answer begins bold, and there are at least two of each.
  private static func tellsByBold(_ stretches: [Stretch], _ paragraphs: [OfficeParagraph]) -> Bool {
    var asked = 0
    var answered = 0
    for (index, stretch) in stretches.enumerated() {
      guard let first = paragraphs[stretch.body].first else { continue }
      switch stretch.heading.side {
      case .question:
        guard first.isBold else { return false }
        let next = index + 1 < stretches.count ? stretches[index + 1].heading.side : .question
        guard next == .answer else { continue }
        guard paragraphs[stretch.body].allSatisfy(\.isBold) else { return false }
        asked += 1
      case .answer:
        guard !first.isBold else { return false }
        answered += 1
      }
    }
    return asked >= 2 && answered >= 2
  }
}
