internal import Kamervragen
public import PassageIndex

/// A whole passage with the heading and links of its set: the JSON object of `show`. Absent values
/// are null or an empty list.
public struct PassageRecord: Encodable {
  private let content: Joined<SetKeys, Rest>

  /// Makes the record of a passage.
  ///
  /// - Parameters:
  ///   - stored: the passage.
  ///   - record: the other files and the links of its set, if the index has any.
  ///   - highlighted: its texts with the hits of a query, if there is one.
  public init(
    _ stored: StoredPassage, _ record: SetRecord?, _ highlighted: HighlightedPassage? = nil
  ) {
    let (set, passage) = (stored.set, stored.passage)
    content = Joined(
      first: SetKeys(set),
      second: Rest(
        id: stored.id, citation: stored.citation, officialAddress: stored.officialAddress,
        highlighted: highlighted.map { HighlightedObject($0, passage.footnotes) },
        onBehalfOf: set.onBehalfOf,
        seeAlso: set.seeAlso, questions: passage.questions, questionText: passage.questionText,
        answerText: passage.answerText, footnotes: passage.footnotes, source: stored.source,
        otherSources: record?.sources ?? [], links: record?.links ?? []))
  }

  /// Encodes the documented keys.
  public func encode(to encoder: any Encoder) throws { try content.encode(to: encoder) }

  private struct Rest: Encodable {
    var format = 1
    let id: String
    let citation: String
    @OrNull var officialAddress: String?
    @OrNull var highlighted: HighlightedObject?
    let onBehalfOf: [String]
    let seeAlso: [String]
    let questions: [Int]
    let questionText: String
    @OrNull var answerText: String?
    let footnotes: [Footnote]
    let source: String
    let otherSources: [OtherSource]
    let links: [SetLink]
  }

  /// The texts with `<b>` and `</b>` around the hits, as in the snippets of a search.
  private struct HighlightedObject: Encodable {
    @OrNull var subject: String?
    let questionText: String
    @OrNull var answerText: String?
    let footnotes: [Footnote]

    init(_ passage: HighlightedPassage, _ notes: [Footnote]) {
      subject = passage.subject?.html
      questionText = passage.question.html
      answerText = passage.answer?.html
      footnotes = zip(notes, passage.footnotes).map { note, text in
        Footnote(mark: note.mark, text: text.html)
      }
    }
  }
}
