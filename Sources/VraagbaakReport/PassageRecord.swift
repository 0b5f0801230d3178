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
  public init(_ stored: StoredPassage, _ record: SetRecord?) {
    let (set, passage) = (stored.set, stored.passage)
    content = Joined(
      first: SetKeys(set),
      second: Rest(
        id: stored.id, citation: stored.citation, onBehalfOf: set.onBehalfOf,
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
}
