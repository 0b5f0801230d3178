internal import DutchText
internal import PassageStore

/// Finds the names in a query.
extension Aliases {
  /// The expression with the other names of each name. Quoted words stay as they are, unless they
  /// are the name of a party, a ministry or an office.
  func expanded(_ expression: QueryExpression, in field: Field? = nil) -> QueryExpression {
    guard !lines.isEmpty else { return expression }
    switch expression {
    case .word(let text):
      let others = names(besides: [text], in: field)?.others ?? []
      return others.isEmpty ? expression : .alias(expression, also: others)
    case .phrase(let text): return quoted(text, in: field)
    case .all(let parts): return .all(expanded(sequence: parts, in: field))
    case .any(let parts): return .any(parts.map { expanded($0, in: field) })
    case .not(let part): return .not(expanded(part, in: field))
    case .required(let part): return .required(expanded(part, in: field))
    case .field(let field, let part): return .field(field, expanded(part, in: field))
    case .prefix, .pattern, .near, .amount, .cited, .dates, .alias: return expression
    }
  }

  /// The same for the parts of a query, the longest names first: `partij van de arbeid` is one
  /// name.
  private func expanded(sequence parts: [QueryExpression], in field: Field?) -> [QueryExpression] {
    var result: [QueryExpression] = []
    var rest = parts[...]
    while let first = rest.first {
      let words = rest.prefix(maximumNameWords).prefix { $0.isPlainWord }.map(\.text)
      let length = nameLength(of: words, in: field)
      if length > 1, let name = names(besides: words.prefix(length), in: field) {
        result.append(.alias(.all(Array(rest.prefix(length))), also: name.others))
      } else {
        result.append(expanded(first, in: field))
      }
      rest = rest.dropFirst(max(1, length))
    }
    return result
  }

  /// How many of the first words are together one name; 0 if they begin with none.
  func nameLength(of words: [String], in field: Field?) -> Int {
    for count in stride(from: min(words.count, maximumNameWords), to: 0, by: -1)
    where names(besides: words.prefix(count), in: field) != nil {
      return count
    }
    return 0
  }

  /// Words before the name of a ministry: `minister van JenV`, `ministerie van JenV`.
  private static let persons: Set<String> = [
    "minister", "ministers", "staatssecretaris", "bewindspersoon",
  ]
  private static let bodies: Set<String> = ["ministerie", "departement"]
  private static let prepositions: Set<String> = ["van", "voor"]
  /// The maximum number of words before the name of a ministry.
  static let maximumTitleWords = 2

  /// How many words come before the name of a ministry, if one follows: 2 in `minister van JenV`.
  static func titleLength(of words: [String]) -> Int {
    let lower = words.prefix(maximumTitleWords).map { $0.lowercased() }
    let title = lower.first.map { persons.contains($0) || bodies.contains($0) } ?? false
    let rest = lower.dropFirst(title ? 1 : 0)
    return (title ? 1 : 0) + (rest.first.map(prepositions.contains) ?? false ? 1 : 0)
  }

  private func quoted(_ text: String, in field: Field?) -> QueryExpression {
    let phrase = QueryExpression.phrase(text)
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    // «financiën» in quotes is a word, «Financiën» may be the ministry.
    let isName = field != nil || text.contains(where: \.isUppercase)
    if isName, let name = names(besides: words[...], in: field), name.isQuotable {
      return name.others.isEmpty ? phrase : .alias(phrase, also: name.others)
    }
    let title = field == .minister ? Self.titleLength(of: words) : 0
    let rest = words.dropFirst(title)
    guard title > 0, let name = names(besides: rest, in: field), name.isQuotable else {
      return phrase
    }
    let ministry = QueryExpression.alias(
      rest.count == 1 ? .word(rest[title]) : .phrase(rest.joined(separator: " ")),
      also: name.others)
    // The heading of a set names the office, but not the ministry as a body.
    let isPerson = Self.persons.contains(words[0].lowercased())
    return isPerson ? .all([.word(words[0]), ministry]) : ministry
  }

  /// Whether a word is a name of the table, however it is written.
  func hasName(_ word: String) -> Bool { !lines(with: key(word)).isEmpty }

  /// The first name in the table of a party with this name, folded; nil if it is none.
  func partyName(of text: String) -> String? {
    groups(with: key(text)).first { $0.kind == .partij }?.names.first.map { key($0.text) }
  }

  /// The groups of the table that have a name with a key.
  private func groups(with key: String) -> [Group] {
    lines(with: key).compactMap { try? Self.group(text(at: lines[$0])[...]) }
  }

  /// The other names of what some words name together; nil if that is no name in this field.
  private func names(
    besides words: ArraySlice<String>, in field: Field?
  ) -> (others: [QueryExpression], isQuotable: Bool)? {
    let text = words.joined(separator: " ")
    // No name is that long, and folding every run of very long words would be slow.
    guard !words.isEmpty, text.utf8.count <= QueryParser.maximumWordBytes else { return nil }
    let key = key(text)
    guard isName(text, key) else { return nil }
    let groups = groups(with: key).filter { counts($0.kind, in: field) }
    guard !groups.isEmpty else { return nil }
    var names: [Name] = []
    for name in groups.flatMap(\.names)
    where self.key(name.text) != key && !names.contains(name) {
      names.append(name)
    }
    return (names.map(Self.expression), groups.contains(where: \.kind.isQuotable))
  }

  /// A name, in passages of its time if it has one.
  private static func expression(of name: Name) -> QueryExpression {
    let words = name.text.split(separator: " ")
    let text: QueryExpression = words.count > 1 ? .phrase(name.text) : .word(name.text)
    guard let period = name.period else { return text }
    // A passage without a date may be of any time.
    return .all([
      text,
      .any([
        .dates(from: period.from, through: period.through),
        .not(.dates(from: nil, through: nil)),
      ]),
    ])
  }

  /// An abbreviation that looks like a function word (OM) is a name only in capitals.
  private func isName(_ text: String, _ key: String) -> Bool {
    !Stopwords.words.contains(key) || text != text.lowercased()
  }

  private func counts(_ kind: Kind, in field: Field?) -> Bool {
    switch field {
    case nil, .question, .answer, .subject, .footnote, .remark: true
    case .party: kind == .partij
    case .minister: kind == .ministerie || kind == .ambt
    case .member, .topic, .number, .session, .caseNumber, .kind, .identifier, .date, .submitted,
      .received:
      false
    }
  }
}
