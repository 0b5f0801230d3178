/// Finds questions that are items of a word processor's numbered list, without the word "Vraag".
struct QuestionList {
  /// The paragraphs, with a heading "Vraag 3" instead of each question's list number. A document
  /// with such headings is unchanged.
  private(set) var paragraphs: [OfficeParagraph]
  private(set) var warnings: [String] = []

  /// One question: its paragraph and its number.
  private struct Question {
    var place: Int
    var number: Int
  }

  /// Finds the questions of a document.
  init(_ paragraphs: [OfficeParagraph]) {
    self.paragraphs = paragraphs
    let hasHeadings = paragraphs.contains { paragraph in
      paragraph.headings.contains { $0.side == .question && !$0.numbers.isEmpty }
    }
    guard !hasHeadings else { return }
    var questions = Self.counted(paragraphs)
    let asking = questions.indices.count { Self.asks(paragraphs, questions, $0) }
    guard asking * 2 > questions.count else { return }
    let again = Self.countedAgain(paragraphs, after: questions)
    if !again.isEmpty {
      questions += again
      warnings.append(
        "De nummers van de vragen beginnen in het bestand opnieuw; ze zijn doorgenummerd.")
    }
    let numbers = Dictionary(uniqueKeysWithValues: questions.map { ($0.place, $0.number) })
    self.paragraphs = paragraphs.enumerated().flatMap { index, paragraph in
      numbers[index].map {
        [OfficeParagraph(text: "Vraag \($0)"), OfficeParagraph(text: paragraph.text)]
      } ?? [paragraph]
    }
  }

  /// The items of the first list with plain numbers, and those of lists that continue its numbers.
  private static func counted(_ paragraphs: [OfficeParagraph]) -> [Question] {
    var found: [Question] = []
    var first: ListItem?
    var last = 0
    for (index, paragraph) in paragraphs.enumerated() {
      guard let item = paragraph.item, item.isPlainNumber, item.number > last,
        item.number <= Heading.maximumNumber, !paragraph.text.trimmed.isEmpty
      else { continue }
      if let first {
        guard item.level == first.level else { continue }
        guard item.list == first.list || item.number == last + 1 && paragraph.text.contains("?")
        else { continue }
      } else {
        guard item.number == 1 else { continue }
        first = item
      }
      found.append(Question(place: index, number: item.number))
      last = item.number
    }
    return found
  }

  /// The items after the last question whose numbers start again, if each has a question mark,
  /// since a set has only one question 1. After a colon they are parts of the previous question.
  private static func countedAgain(
    _ paragraphs: [OfficeParagraph], after questions: [Question]
  ) -> [Question] {
    guard let last = questions.last, let level = paragraphs[last.place].item?.level else {
      return []
    }
    var again: [Question] = []
    for index in paragraphs.indices.dropFirst(last.place + 1) {
      guard let item = paragraphs[index].item, item.isPlainNumber, item.level == level,
        !paragraphs[index].text.trimmed.isEmpty
      else { continue }
      if item.number == 1, paragraphs[index - 1].text.trimmed.hasSuffix(":") { break }
      guard !again.isEmpty || item.number == 1, last.number + again.count < Heading.maximumNumber
      else { return [] }
      again.append(Question(place: index, number: last.number + again.count + 1))
    }
    return again.indices.allSatisfy { asks(paragraphs, again, $0) } ? again : []
  }

  /// Whether a question mark occurs in a question, up to the next one.
  private static func asks(
    _ paragraphs: [OfficeParagraph], _ questions: [Question], _ index: Int
  ) -> Bool {
    let end = index + 1 < questions.count ? questions[index + 1].place : paragraphs.count
    return paragraphs[questions[index].place..<end].contains { $0.text.contains("?") }
  }
}
