internal import PassageStore
internal import DutchText
internal import Xapian

extension IndexReader {
  /// The fields whose values are known beforehand, so that a value that no passage has is most likely a slip.
  private static let fieldsWithKnownValues: Set<Field> = [
    .member, .party, .minister, .topic, .number, .session, .caseNumber, .identifier,
  ]

  /// What to say of the values of fields that no passage has, such as `partij:xyz`; nil where there are none.
  func warningOfUnknownValues(
    in expression: QueryExpression, isExact: Bool, aliases: Aliases
  ) throws(XapianError) -> String? {
    var unknown: [String] = []
    for (field, value) in expression.fieldValues
    where Self.fieldsWithKnownValues.contains(field) {
      var compiler = QueryCompiler(for: index, isExact: isExact, aliases: aliases)
      let alone = ParsedQuery(expression: .all([.field(field, value)]), warnings: [])
      let compiled = try compiler.compile(alone)
      var options = SearchOptions()
      options.limit = 1
      options.wantsData = false
      guard try index.database.search(compiled.full, options).hits.isEmpty else { continue }
      let name = field.row.dutch
      let meant = try nearestValue(to: value.text, of: field).map { " (wel \(name):\($0))" } ?? ""
      let account = "\(name):\(value.label)\(meant)"
      if !unknown.contains(account) { unknown.append(account) }
    }
    return unknown.isEmpty ? nil : "In de index komt niet voor: \(unknown.joined(separator: ", "))."
  }

  /// A value with words that passages have in a field in place of those that they do not have; nil where there are
  /// none like them.
  private func nearestValue(to text: String, of field: Field) throws(XapianError) -> String? {
    guard field.hasWords else { return nil }
    let stream = schema.analyzer.tokens(of: text)
    let words = stream.tokens.filter { $0.kind == .word && !$0.isPart }.map(stream.term(of:))
    var meant: [String] = []
    var known: [(word: String, frequency: Int)]?
    for word in words {
      guard try index.database.documentFrequency(of: Schema.term(field, .word, word)) == 0 else {
        meant.append(word)
        continue
      }
      if known == nil {
        known = try index.database.terms(
          withPrefix: Schema.term(field, .word, ""), limit: Wildcard.mostLookedAt
        ).compactMap { term in
          let word = term.term.dropFirst()
          // Exact forms, stems, parts and keys have a mark; a word has none.
          let isWord = word.first?.isLetter == true || word.first?.isNumber == true
          return isWord ? (String(word), term.documentFrequency) : nil
        }
      }
      guard let nearest = EditDistance.nearest(to: word, among: known ?? []) else { return nil }
      meant.append(nearest)
    }
    let value = meant.joined(separator: " ")
    return value.isEmpty || meant == words ? nil : meant.count > 1 ? "\"\(value)\"" : value
  }
}

extension QueryExpression {
  /// The fields of a query with each of their values.
  fileprivate var fieldValues: [(Field, QueryExpression)] {
    switch self {
    case .field(let field, let value): value.leaves.map { (field, $0) }
    case .all(let parts), .any(let parts): parts.flatMap(\.fieldValues)
    case .not(let part), .required(let part), .alias(let part, _): part.fieldValues
    case .word, .prefix, .pattern, .phrase, .near, .dates: []
    }
  }
}
