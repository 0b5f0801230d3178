internal import PassageStore
internal import DutchText
internal import Xapian

/// Finds the values of fields that no passage has, such as `partij:xyz`.
struct UnknownValues {
  let index: OpenIndex
  let isExact: Bool
  let aliases: Aliases

  /// The unknown values of a query, each once.
  func of(_ expression: QueryExpression) throws(IndexError) -> [UnknownValue] {
    var unknown: [UnknownValue] = []
    for (field, value) in expression.fieldValues where field.hasKnownValues {
      let alone = ParsedQuery(expression: .all([.field(field, value)]))
      let compiled = try index.compile(alone, isExact: isExact, aliases: aliases)
      let isKnown = try index.onDatabase { () throws(XapianError) in
        try index.hasMatch(compiled.full)
      }
      if isKnown { continue }
      let found = UnknownValue(
        field: field, value: value, nearest: try nearestValue(to: value.text, of: field))
      if !unknown.contains(found) { unknown.append(found) }
    }
    return unknown
  }

  /// The words of a value, with each unknown one replaced by the nearest that passages have in the
  /// field; empty if there is none.
  private func nearestValue(to text: String, of field: Field) throws(IndexError) -> [String] {
    guard field.hasWords else { return [] }
    let stream = index.schema.analyzer.tokens(of: text)
    let words = stream.tokens.filter { $0.kind == .word && !$0.isPart }.map(stream.term(of:))
    var meant: [String] = []
    var known: [(word: String, frequency: Int)] = []
    for word in words {
      let isThere = try index.onDatabase { () throws(XapianError) in
        try index.database.documentFrequency(of: Schema.term(field, .word, word)) > 0
      }
      if isThere {
        meant.append(word)
        continue
      }
      if known.isEmpty { known = try self.words(of: field) }
      guard let nearest = NearestSpelling.nearest(to: word, among: known) else { return [] }
      meant.append(nearest)
    }
    if meant == words { return [] }
    return try meant.map { word throws(IndexError) in
      try PrintedForm(index: index).of(word, in: [field])
    }
  }

  /// The words that passages have in a field.
  private func words(of field: Field) throws(IndexError) -> [(word: String, frequency: Int)] {
    try index.onDatabase { () throws(XapianError) in
      try index.database.terms(
        withPrefix: Schema.term(field, .word, ""), limit: Wildcard.maximumTerms)
    }.compactMap { term in
      let word = term.term.dropFirst()
      // Exact forms, stems, parts and keys have a mark; a word has none.
      let isWord = word.first?.isLetter == true || word.first?.isNumber == true
      return isWord ? (String(word), term.documentFrequency) : nil
    }
  }
}

extension Field {
  /// Whether a value that no passage has is most likely a typing error.
  fileprivate var hasKnownValues: Bool {
    switch self {
    case .member, .party, .minister, .topic, .number, .session, .caseNumber, .identifier: true
    case .question, .answer, .subject, .footnote, .remark, .kind, .date, .submitted, .received:
      false
    }
  }
}

extension QueryExpression {
  /// The fields of a query with each of their values.
  fileprivate var fieldValues: [(Field, QueryExpression)] {
    switch self {
    case .field(let field, let value): value.leaves.map { (field, $0) }
    case .all(let parts), .any(let parts): parts.flatMap(\.fieldValues)
    case .not(let part), .required(let part), .alias(let part, _): part.fieldValues
    case .word, .prefix, .pattern, .phrase, .near, .amount, .cited, .dates: []
    }
  }
}
