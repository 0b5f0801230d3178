internal import PassageStore
internal import Xapian

/// Names of several words.
extension QueryCompiler {
  /// The expression with each known name of several words as a phrase: *Verenigde Staten* does not
  /// mean *hij verenigde de staten*. If no passage has the phrase, the words stay apart.
  func withNamePhrases(
    _ expression: QueryExpression, in field: Field? = nil
  ) throws(XapianError) -> QueryExpression {
    func each(_ parts: [QueryExpression]) throws(XapianError) -> [QueryExpression] {
      try parts.map { part throws(XapianError) in try withNamePhrases(part, in: field) }
    }
    switch expression {
    case .alias(.all(let words), let others):
      let text = words.map(\.text).joined(separator: " ")
      let isThere = try hasPhrase(text, in: field)
      let name = isThere ? QueryExpression.phrase(text) : .all(words)
      return others.isEmpty ? name : .alias(name, also: others)
    case .all(let parts): return .all(try each(parts))
    case .any(let parts): return .any(try each(parts))
    case .not(let part): return .not(try withNamePhrases(part, in: field))
    case .required(let part): return .required(try withNamePhrases(part, in: field))
    case .field(let field, let part): return .field(field, try withNamePhrases(part, in: field))
    case .word, .prefix, .pattern, .phrase, .near, .amount, .cited, .alias, .dates:
      return expression
    }
  }

  /// Whether a passage has a phrase.
  private func hasPhrase(_ text: String, in field: Field?) throws(XapianError) -> Bool {
    var trial = self
    let fields = field.map { [$0] } ?? Field.searchedByDefault
    guard let query = try trial.phraseQuery(text, fields, isFolded: true) else { return false }
    return try index.hasMatch(query)
  }
}
