internal import Kamervragen
public import PassageIndex

/// A passage whole, with what is known of its set: the JSON object of `show`. What is absent is
/// null or an empty list.
public struct PassageRecord: Encodable {
  private let content: Joined<SetKeys, Rest>

  /// Makes the record of a passage.
  ///
  /// - Parameters:
  ///   - stored: the passage.
  ///   - record: what the index knows of its set besides; nil if it knows nothing.
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

  /// Writes the keys of the contract.
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
