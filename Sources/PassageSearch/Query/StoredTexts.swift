internal import Kamervragen
internal import PassageStore

extension StoredPassage {
  /// The texts of a field that are stored with a passage.
  func texts(of field: Field) -> [String] {
    let set = self.set
    return switch field {
    case .question: [passage.questionText]
    case .answer: [passage.answerText ?? ""]
    case .subject: [set.subject ?? ""]
    case .footnote: passage.footnotes.map(\.text)
    case .member: set.members.map(\.name)
    case .party: set.members.compactMap(\.party)
    case .minister:
      set.respondents.map { "\($0.role) \($0.name) \($0.portfolio ?? "")" }
        + set.onBehalfOf + set.addressees
    case .topic: set.topics + [set.keywords].compactMap(\.self)
    case .remark, .number, .session, .caseNumber, .kind, .identifier, .date, .submitted,
      .received:
      []
    }
  }
}
