internal import PassageStore
internal import DutchText

/// Removes what does not narrow a search: signs without a letter or digit, and function words if
/// there are other words. (The words themselves are `Stopwords` of DutchText.)
struct FunctionWords {
  let analyzer: Analyzer

  /// The query without them. A query of function words only is returned unchanged.
  func removed(from expression: QueryExpression) -> QueryExpression {
    switch expression {
    case .all(let parts):
      let parts = parts.map(removed(from:)).filter { !isEmpty($0) }
      let telling = parts.filter { !isFunctionWord($0) }
      return .all(telling.contains(where: hasWords) ? telling : parts)
    case .any(let parts): return .any(parts.map(removed(from:)))
    case .not(let part): return .not(removed(from: part))
    case .required(let part): return .required(removed(from: part))
    case .field(let field, let part): return .field(field, removed(from: part))
    // A name keeps its words: Partij van de Arbeid.
    case .word, .prefix, .pattern, .phrase, .near, .amount, .cited, .alias, .dates:
      return expression
    }
  }

  /// Whether this is a word that nearly every passage has. A known name in capitals is none: `OM`.
  func isFunctionWord(_ part: QueryExpression) -> Bool {
    // aan- of aanvoer: of a compound that is typed in pieces.
    guard case .word(let text) = part, !text.hasSuffix("-") else { return false }
    let stream = analyzer.tokens(of: text)
    return stream.tokens.allSatisfy { token in
      token.kind == .stem
        || token.kind == .word && Stopwords.words.contains(stream.term(of: token))
        || token.kind == .exact && !Aliases.standard.hasName(text)
    }
  }

  /// Whether there is nothing in it to search for.
  private func isEmpty(_ part: QueryExpression) -> Bool {
    switch part {
    case .word(let text), .prefix(let text), .pattern(let text), .phrase(let text):
      analyzer.tokens(of: text).tokens.isEmpty
    case .all(let parts), .any(let parts): parts.allSatisfy(isEmpty)
    case .not(let part), .required(let part): isEmpty(part)
    case .alias(let name, _): isEmpty(name)
    case .field, .near, .amount, .cited, .dates: false
    }
  }

  /// Whether a part has words to search for.
  private func hasWords(_ part: QueryExpression) -> Bool {
    switch part {
    case .word, .prefix, .pattern, .phrase, .near, .amount, .cited, .alias, .required: true
    case .all(let parts), .any(let parts): parts.contains(where: hasWords)
    case .field(let field, _): field.hasWords
    case .not, .dates: false
    }
  }
}
