import Kamervragen
import VraagbaakReport

/// The JSON of `inspect`: exactly the keys of the contract, an absent value is null or an empty list.
enum InspectionJSON {
  /// One object on one line.
  static func line(_ set: QuestionSet, source: String) throws -> String {
    try JSONLine.of(Object(set: set, source: source))
  }

  private struct Object: Encodable {
    let set: QuestionSet
    let source: String

    enum Key: String, CodingKey {
      case format, source, identifier, kind, chamber, session, number, caseNumber, subject, members
      case addressees, respondents, onBehalfOf, submitted, received, seeAlso, passages, footnotes
      case remarks, topics, keywords, abstract, warnings
    }

    func encode(to encoder: any Encoder) throws {
      var object = encoder.container(keyedBy: Key.self)
      try object.encode(1, forKey: .format)
      try object.encode(source, forKey: .source)
      try object.encode(set.identifier, forKey: .identifier)
      try object.encode(set.kind, forKey: .kind)
      try object.encode(set.chamber, forKey: .chamber)
      try object.encode(set.session, forKey: .session)
      try object.encode(set.number, forKey: .number)
      try object.encode(set.caseNumber, forKey: .caseNumber)
      try object.encode(set.subject, forKey: .subject)
      try object.encode(set.members, forKey: .members)
      try object.encode(set.addressees, forKey: .addressees)
      try object.encode(set.respondents, forKey: .respondents)
      try object.encode(set.onBehalfOf, forKey: .onBehalfOf)
      try object.encode(set.submitted?.description, forKey: .submitted)
      try object.encode(set.received?.description, forKey: .received)
      try object.encode(set.seeAlso, forKey: .seeAlso)
      try object.encode(set.passages.map(PassageObject.init), forKey: .passages)
      try object.encode(set.footnotes, forKey: .footnotes)
      try object.encode(set.remarks, forKey: .remarks)
      try object.encode(set.topics, forKey: .topics)
      try object.encode(set.keywords, forKey: .keywords)
      try object.encode(set.abstract, forKey: .abstract)
      try object.encode(set.warnings, forKey: .warnings)
    }
  }

  private struct PassageObject: Encodable {
    let passage: Passage

    enum Key: String, CodingKey { case questions, questionText, answerText, footnotes }

    func encode(to encoder: any Encoder) throws {
      var object = encoder.container(keyedBy: Key.self)
      try object.encode(passage.questions, forKey: .questions)
      try object.encode(passage.questionText, forKey: .questionText)
      try object.encode(passage.answerText, forKey: .answerText)
      try object.encode(passage.footnotes, forKey: .footnotes)
    }
  }
}
