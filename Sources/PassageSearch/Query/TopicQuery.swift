internal import PassageStore
internal import Xapian

extension QueryCompiler {
  /// The passages of a topic, or of a level of one, that is typed in full between quotes. Nil if no
  /// passage has it; it is then searched as words.
  func topicQuery(_ value: QueryExpression) throws(XapianError) -> Query? {
    let text: String
    switch value {
    case .phrase(let quoted): text = quoted
    case .word(let typed) where typed.contains("|"): text = typed
    default: return nil
    }
    let key = schema.topicKey(text)
    return try known([key]).isEmpty ? nil : .term(key)
  }
}
