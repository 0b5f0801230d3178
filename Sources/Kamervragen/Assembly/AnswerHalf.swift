/// Where the answers begin in a document that prints all questions first, as sheets did until 2009.
/// A title, the answer sentence, or both open them.
struct AnswerHalf {
  /// The line "Antwoord" or "Mededeling" above the sentence or the answers.
  private(set) var title: Int?
  /// The lines of the sentence; empty if the header has it.
  private(set) var sentence: Range<Int>
  private(set) var isNotice = false

  /// The first line, and the line after the title and sentence.
  var start: Int { title ?? sentence.lowerBound }
  var end: Int { sentence.upperBound }

  /// The maximum number of lines tried as the answer sentence. The real one comes before any that
  /// an answer quotes.
  private static let maximumTries = 100

  /// Searches the body from its second line on; nil if it has no such place.
  init?(_ lines: [SourceLine], _ body: BodyStart) {
    var tries = 0
    for index in lines.indices.dropFirst(body.start + 1) {
      let text = lines[index].text
      if !body.hasSentence, tries < Self.maximumTries, AnswerSentence.opens(text) {
        tries += 1
        let hasTitle = AnswerSentence.isTitle(lines[index - 1].text) && index - 1 > body.start
        if let found = Self.sentence(lines, at: index, isTitled: hasTitle) {
          title = hasTitle ? index - 1 : nil
          sentence = index..<found.end
          isNotice = found.isNotice
          return
        }
      }
      guard body.numbering == .aloneOnLine else {
        // An answer has begun, so a later answer sentence is a quotation.
        if Heading(text)?.side == .answer, Heading(text)?.numbers.isEmpty == false { return nil }
        continue
      }
      let next = index + 1 < lines.count ? lines[index + 1].text : ""
      if AnswerSentence.isTitle(text), QuestionNumber.alone(next)?.first == 1 {
        title = index
        sentence = (index + 1)..<(index + 1)
        return
      }
      if body.isAnswered, lines[index].gap != .line,
        QuestionNumber.alone(text)?.first == 1
      {
        // The numbers start again and the header has the sentence.
        sentence = index..<index
        return
      }
    }
    return nil
  }

  /// The answer sentence that begins at a line. It must have a title or say when the answer was
  /// received.
  private static func sentence(
    _ lines: [SourceLine], at index: Int, isTitled: Bool
  ) -> (end: Int, isNotice: Bool)? {
    let follows =
      isTitled || lines[index].gap != .line
      || LineEnd.closesSentence(lines[index - 1].text)
    guard follows else { return nil }
    let end = Header.sentenceEnd(lines, from: index)
    let text = ParagraphJoiner.single(lines[index..<end].map(\.text))
    guard let sentence = AnswerSentence(text), sentence.received != nil || isTitled else {
      return nil
    }
    return (end, sentence.isNotice)
  }
}
