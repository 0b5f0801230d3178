public import Kamervragen

/// A set as it was read from a file: the JSON object of `inspect`. Absent values are null or an
/// empty list.
public struct InspectionRecord: Encodable {
  private let content: Joined<SetKeys, Rest>

  /// Makes the record of a set.
  ///
  /// - Parameters:
  ///   - set: the set.
  ///   - source: the path of the file, as given.
  public init(_ set: QuestionSet, source: String) {
    content = Joined(
      first: SetKeys(set),
      second: Rest(
        source: source, chamber: set.chamber, onBehalfOf: set.onBehalfOf, seeAlso: set.seeAlso,
        passages: set.passages.map(PassageObject.init), footnotes: set.footnotes,
        remarks: set.remarks, warnings: set.warnings))
  }

  /// Encodes the documented keys.
  public func encode(to encoder: any Encoder) throws { try content.encode(to: encoder) }

  private struct Rest: Encodable {
    var format = 1
    let source: String
    @OrNull var chamber: QuestionSet.Chamber?
    let onBehalfOf: [String]
    let seeAlso: [String]
    let passages: [PassageObject]
    let footnotes: [Footnote]
    let remarks: [String]
    let warnings: [String]
  }

  private struct PassageObject: Encodable {
    let questions: [Int]
    let questionText: String
    @OrNull var answerText: String?
    let footnotes: [Footnote]

    init(_ passage: Passage) {
      questions = passage.questions
      questionText = passage.questionText
      answerText = passage.answerText
      footnotes = passage.footnotes
    }
  }
}
