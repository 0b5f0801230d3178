internal import PassageStore
internal import Xapian

extension QueryCompiler {
  /// The passages of a whole topic or of a whole level of one, as it stands between quotes; nil where none has it as
  /// such, so that it is words.
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
