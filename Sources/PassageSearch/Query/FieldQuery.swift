internal import Kamervragen
internal import PassageStore
internal import Xapian

/// Fields, and dates, in the terms of the index.
extension QueryCompiler {
  /// A field with words; a number in `vraag:` or `antwoord:` is the number of the question.
  mutating func fieldQuery(
    _ field: Field, _ value: QueryExpression
  ) throws(XapianError) -> Query? {
    if field == .question || field == .answer, case .word(let text) = value,
      text.isQuestionNumber, let number = Int(text)
    {
      return .scaled(.term(schema.questionNumberTerm(number)), by: 0)
    }
    if field == .topic, let key = try topicQuery(value) { return key }
    if case .any(let values) = value {
      var queries: [Query] = []
      for value in values {
        if let query = try fieldQuery(field, value) { queries.append(query) }
      }
      return queries.isEmpty ? nil : .or(queries)
    }
    return try query(value, in: field)
  }

  /// A field whose value is one key.
  mutating func keyQuery(
    _ field: Field, _ value: QueryExpression
  ) throws(XapianError) -> Query? {
    switch value {
    case .word(QueryExpression.unanswered) where field == .kind:
      return .andNot(
        .term(schema.key(field, QuestionSet.Kind.questions.rawValue)),
        .term(Schema.askedElsewhereTerm))
    case .dates(let from, let through): return dates(field, from, through)
    case .word(let text), .phrase(let text):
      return try citedKeys(field, text)
        ?? .term(schema.key(field, Self.normalized(text, for: field)))
    case .prefix(let text): return try wildcardKeys(field, text + "*")
    case .pattern(let text): return try wildcardKeys(field, text)
    case .any(let values):
      var queries: [Query] = []
      for value in values {
        if let query = try keyQuery(field, value) { queries.append(query) }
      }
      return queries.isEmpty ? nil : .or(queries)
    default: return nil
    }
  }

  /// A vergaderjaar may be typed with any dash or slash, or none.
  private static func normalized(_ text: String, for field: Field) -> String {
    guard field == .session else { return text }
    let digits = text.filter { $0.isASCII && $0.isNumber }
    return digits.count == 8 ? "\(digits.prefix(4))-\(digits.suffix(4))" : digits
  }

  /// The passages with a date in a range: that of the questions or of the answer, or the one that a
  /// field names.
  func dates(_ field: Field, _ from: CalendarDate?, _ through: CalendarDate?) -> Query {
    func range(_ slot: Schema.Slot) -> Query {
      .valueRange(
        // Without a date a passage has no value, which comes before every other.
        slot: slot.rawValue, from: from.map(Schema.day) ?? [0],
        through: through.map(Schema.day))
    }
    switch field {
    case .submitted: return range(.submitted)
    // The date of a delay notice is not that of an answer.
    case .received:
      return .andNot(
        range(.received), .term(schema.key(.kind, QuestionSet.Kind.delay.rawValue)))
    default: return .or([range(.submitted), range(.received)])
    }
  }
}

extension QueryExpression {
  /// Whether this is a key or a date, or a choice of them: it restricts but does not count for the
  /// rank.
  var isFilter: Bool {
    switch self {
    case .dates: true
    case .field(let field, _): !field.hasWords
    case .any(let parts): parts.allSatisfy(\.isFilter)
    case .word, .prefix, .pattern, .phrase, .near, .amount, .cited, .alias, .all, .not,
      .required:
      false
    }
  }

  /// The kinds of publication that are asked for.
  var wantedKinds: [String] {
    switch self {
    case .field(.kind, let value):
      value.leaves.map(\.text).filter { $0 != QueryExpression.unanswered }
    case .all(let parts), .any(let parts): parts.flatMap(\.wantedKinds)
    case .required(let part): part.wantedKinds
    case .word, .prefix, .pattern, .phrase, .near, .amount, .cited, .alias, .dates, .field, .not:
      []
    }
  }
}
