internal import PassageStore
internal import DutchText
internal import Kamervragen
internal import Xapian

/// A part of a query that a passage has or lacks.
struct QueryItem: Sendable, Hashable {
  /// The part of the query; `missing` shows it.
  var part: QueryExpression
  var query: Query
  /// The terms of which a passage must have at least one; empty if that does not decide it (a
  /// phrase, a group).
  var terms: Set<String>
  /// Whether a partial match must have it as well.
  var isRequired: Bool
  /// Whether it is restricted to a field. A partial match must satisfy it too, and does not match
  /// by it alone.
  var isField: Bool
  /// What of `CompiledQuery.boosts` comes of it.
  var boosts: [Query] = []
  /// What of `CompiledQuery.parts` comes of it.
  var parts: [Query] = []
}

/// A query in the terms of the index.
struct CompiledQuery: Sendable, Hashable {
  var items: [QueryItem] = []
  /// Conditions on a passage that do not count for its rank.
  var filters: [Query] = []
  /// Queries that move a match up but do not make a passage match.
  var boosts: [Query] = []
  /// The parts of the query's compounds and the relatives of its words: each moves a passage up,
  /// and makes one that lacks the compound or the word a partial match.
  var parts: [Query] = []
  /// Queries that a passage must not match.
  var exclusions: [Query] = []
  /// The terms of the kinds of publication that are asked for. All passages of these kinds are
  /// searched, including those that are normally searched in another set, but no older versions.
  var kinds: [Query] = []
  /// Passages that are searched because they are cited, though normally another set is.
  var citedHidden: [Query] = []
  /// Whether a set is cited. Its passages have their own order.
  var citesSets = false
  /// The terms to highlight.
  var highlights = HighlightTerms()
  var notices: [QueryNotice] = []
  /// The query with aliases added and without the parts that were left out.
  var interpretation = QueryExpression.all([])

  /// The passages that have everything.
  var full: Query {
    restricted(items.isEmpty ? .everything : .and(items.map(\.query)), boosts + parts)
  }

  /// The passages that have some of the words, without those that have everything; nil if there can
  /// be none.
  var partial: Query? {
    let words = items.filter { !$0.isField }
    let optional = words.filter { !$0.isRequired }.map(\.query)
    guard words.count > 1 || !parts.isEmpty, !optional.isEmpty else { return nil }
    let required = items.filter { $0.isField || $0.isRequired }.map(\.query)
    let query: Query =
      if required.isEmpty {
        .or(optional + parts)
      } else if optional.count == words.count {
        .and(required + [.or(optional + parts)])
      } else {
        .andMaybe(.and(required), .or(optional + parts))
      }
    return .andNot(restricted(query, boosts), .and(items.map(\.query)))
  }

  /// Whether there is nothing to search for.
  var isEmpty: Bool { items.isEmpty && filters.isEmpty && exclusions.isEmpty }

  /// Whether an order by relevance would be meaningless, since no word counts for the rank.
  var isUnranked: Bool { items.allSatisfy(\.isField) }

  /// The passages that are searched in another set of the same case; see `PublicationStatus`.
  private var askedElsewhere: Query {
    let all = Query.term(Schema.askedElsewhereTerm)
    let wanted = kinds + citedHidden
    return wanted.isEmpty ? all : .andNot(all, .or(wanted))
  }

  private func restricted(_ query: Query, _ boosts: [Query]) -> Query {
    var query = boosts.isEmpty ? query : .andMaybe(query, .or(boosts))
    if !filters.isEmpty { query = .filter(query, by: .and(filters)) }
    return .andNot(query, .or(exclusions + [askedElsewhere, .term(Schema.supersededTerm)]))
  }
}

/// Translates a query into the terms of one index.
struct QueryCompiler {
  let schema: Schema
  /// Whether words match in the typed form only.
  let isExact: Bool
  let index: OpenIndex
  let aliases: Aliases
  var compiled = CompiledQuery()
  /// What is left out to keep the query within Xapian's limit.
  var reduction = QueryReduction.nothing
  /// The number of words in the query, without fields, dates and excluded words.
  private(set) var wordCount = 0
  /// Whether the query has several words, all in capitals, so that capitals mean nothing.
  private(set) var isInCapitals = false
  /// The terms of the current word joined to a neighbour, if texts write them as one.
  private(set) var joinedTerms: [String] = []
  /// Whether a word that names a set is a citation, and not a word of one.
  var weighsNames = true
  /// The citations of the query that the index has.
  var citations: [CitedPublication: CitedPassages] = [:]

  /// The maximum number of terms that a `*` expands to. A word has one term in each field that
  /// contains it. The most frequent words are taken.
  private var maximumForms = 200
  /// The weight of an alias, relative to the name that was typed.
  private static let weightOfAlias = 0.8
  /// The maximum over all stars of a query, to keep it within Xapian's limit.
  private static let maximumFormsInAll = 4000

  init(for index: OpenIndex, isExact: Bool, aliases: Aliases = .none) {
    self.index = index
    schema = index.schema
    self.isExact = isExact
    self.aliases = isExact ? .none : aliases
  }

  /// Translates a query. False if the result is too long and more can be left out.
  mutating func translate(_ parsed: ParsedQuery) throws(XapianError) -> Bool {
    if !parsed.problems.isEmpty { compiled.notices.append(.notUnderstood(parsed.problems)) }
    if reduction != .nothing { compiled.notices.append(.reduced(reduction)) }
    let expression = try meaning(of: try withKnownCitations(parsed.expression))
    compiled.interpretation = expression
    let beginnings = expression.leaves.count { $0.isPrefix }
    maximumForms = min(maximumForms, Self.maximumFormsInAll / max(1, beginnings))
    let parts: [QueryExpression] =
      if case .all(let parts) = expression { parts } else { [expression] }
    // A nested `all` at the top is equivalent to its parts.
    let flat = parts.flatMap { part in
      if case .all(let inner) = part { inner } else { [part] }
    }
    wordCount = flat.reduce(0) { $0 + $1.wordCount }
    isInCapitals =
      flat.count > 1 && flat.allSatisfy { $0.isPlainWord && $0.text == $0.text.uppercased() }
    for (index, part) in flat.enumerated() {
      let neighbours = flat[max(0, index - 1)..<min(flat.count, index + 2)]
      compiled.highlights.purpose.part = index
      let isJoined = part.isPlainWord && !isExact && reduction < .compounds
      joinedTerms = isJoined ? try joinedTerms(of: Array(neighbours)) : []
      let before = compiled
      try addPart(part)
      guard compiled.size > CompiledQuery.maximumSteps else { continue }
      guard reduction == QueryReduction.allCases.last else { return false }
      compiled = before
      compiled.notices.append(.cutOff(part))
      break
    }
    compiled.kinds = Set(expression.wantedKinds).sorted().map { .term(schema.key(.kind, $0)) }
    return true
  }

  /// The query with other names, and without the words that do not narrow it.
  func meaning(of expression: QueryExpression) throws(XapianError) -> QueryExpression {
    if isExact { return SuspendedWords(analyzer: nil).completed(in: expression) }
    // Names first: `Immigratie- en Naturalisatiedienst` is one.
    let named =
      reduction < .compounds ? try withNamePhrases(aliases.expanded(expression)) : expression
    let whole = SuspendedWords(analyzer: schema.analyzer).completed(in: named)
    return FunctionWords(analyzer: schema.analyzer).removed(from: whole)
  }

  private mutating func addPart(_ part: QueryExpression) throws(XapianError) {
    switch part {
    case .not(let unwanted):
      if let query = try unwantedQuery(unwanted, in: nil) { compiled.exclusions.append(query) }
    case .dates(let from, let through):
      compiled.filters.append(dates(.date, from, through))
    case _ where part.isFilter:
      if let query = try query(part, in: nil) { compiled.filters.append(query) }
    case .required(let wanted):
      try addItem(wanted, isRequired: true)
    case .field:
      try addItem(part, isRequired: true, isField: true)
    default:
      try addItem(part, isRequired: false)
    }
  }

  private mutating func addItem(
    _ part: QueryExpression, isRequired: Bool, isField: Bool = false
  ) throws(XapianError) {
    let (boosts, parts) = (compiled.boosts.count, compiled.parts.count)
    guard let query = try query(part, in: nil) else { return }
    let item = QueryItem(
      part: part, query: query, terms: query.alternatives ?? [], isRequired: isRequired,
      isField: isField, boosts: Array(compiled.boosts[boosts...]),
      parts: Array(compiled.parts[parts...]))
    // Two words with the same meaning are one item; but two unknown words are not the same.
    if query != .nothing, let same = compiled.items.firstIndex(where: { $0.query == query }) {
      compiled.items[same].boosts += item.boosts
      compiled.items[same].parts += item.parts
    } else {
      compiled.items.append(item)
    }
  }

  // MARK: Expressions

  /// The query for an expression, nil if it has no words at all. `field` is nil outside any field.
  mutating func query(
    _ expression: QueryExpression, in field: Field?
  ) throws(XapianError) -> Query? {
    let fields = field.map { [$0] } ?? Field.searchedByDefault
    switch expression {
    case .word(let text):
      let word = try wordQuery(text, fields)
      let named = field == nil ? try namedQueries(text) : []
      guard !named.isEmpty else { return word }
      return .or([word].compactMap(\.self) + named)
    case .cited(let cited, let words): return try citedQuery(cited, words, in: field)
    case .prefix(let text): return try wildcardQuery(text + "*", fields)
    case .pattern(let text): return try wildcardQuery(text, fields)
    case .phrase(let text): return try quotedQuery(text, fields)
    case .near(let words, let distance): return nearQuery(words, distance, fields)
    case .amount(let amount): return amountQuery(amount, fields)
    case .alias(let name, let others):
      var queries: [Query] = []
      if let query = try nameQuery(name, in: field) { queries.append(query) }
      // The parts of another name are not meant: "btw" does not ask for "omzet".
      let parts = compiled.parts
      defer { compiled.parts = parts }
      for other in others {
        guard let query = try query(other, in: field) else { continue }
        // Xapian adds up the words of a phrase, but a name counts once however many words it has.
        let words = max(1, other.text.split(separator: " ").count)
        queries.append(.scaled(query, by: Self.weightOfAlias / Double(words)))
      }
      return queries.count > 1 ? .or(queries) : queries.first
    case .required(let part): return try query(part, in: field)
    case .dates(let from, let through): return dates(.date, from, through)
    case .any(let parts):
      var queries: [Query] = []
      for part in parts {
        if let query = try query(part, in: field) { queries.append(query) }
      }
      return queries.count > 1 ? .or(queries) : queries.first
    case .not(let part):
      return try unwantedQuery(part, in: field).map { .andNot(.everything, $0) }
    case .all(let parts):
      return try conjunction(parts, in: field)
    case .field(let field, let value):
      return field.hasWords
        ? try fieldQuery(field, value) : try keyQuery(field, value)
    }
  }

  /// The query for a name as typed. Its words are no more than a name: accents do not matter.
  private mutating func nameQuery(
    _ name: QueryExpression, in field: Field?
  ) throws(XapianError) -> Query? {
    guard case .phrase(let text) = name else {
      return try query(FunctionWords(analyzer: schema.analyzer).removed(from: name), in: field)
    }
    return phraseQuery(text, field.map { [$0] } ?? Field.searchedByDefault, isFolded: true)
  }

  /// The query for excluded words. They are not highlighted and do not move anything up.
  private mutating func unwantedQuery(
    _ expression: QueryExpression, in field: Field?
  ) throws(XapianError) -> Query? {
    let (highlights, boosts, parts) = (compiled.highlights, compiled.boosts, compiled.parts)
    defer {
      compiled.highlights = highlights
      compiled.boosts = boosts
      compiled.parts = parts
    }
    return try query(expression, in: field)
  }

  private mutating func conjunction(
    _ parts: [QueryExpression], in field: Field?
  ) throws(XapianError) -> Query? {
    var wanted: [Query] = []
    var unwanted: [Query] = []
    for part in parts {
      if case .not(let inner) = part {
        if let query = try unwantedQuery(inner, in: field) { unwanted.append(query) }
      } else if let query = try query(part, in: field) {
        wanted.append(query)
      }
    }
    guard !wanted.isEmpty || !unwanted.isEmpty else { return nil }
    let all: Query = wanted.isEmpty ? .everything : wanted.count == 1 ? wanted[0] : .and(wanted)
    return unwanted.isEmpty ? all : .andNot(all, .or(unwanted))
  }

  /// A field with words; a number in `vraag:` or `antwoord:` is the number of the question.
  private mutating func fieldQuery(
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
  private mutating func keyQuery(
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

  /// The passages of which the questions or the answer have a date in a range; for a field of dates,
  /// the one or the other.
  private func dates(_ field: Field, _ from: CalendarDate?, _ through: CalendarDate?) -> Query {
    func range(_ slot: Schema.Slot) -> Query {
      .valueRange(
        slot: slot.rawValue, from: Array((from.map(Schema.day) ?? "00000000").utf8),
        through: through.map { Array(Schema.day($0).utf8) })
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

  // MARK: Stars

  private mutating func wildcardQuery(
    _ text: String, _ fields: [Field]
  ) throws(XapianError) -> Query? {
    guard let wildcard = Wildcard(text, schema.analyzer) else { return nil }
    let expansion = try wildcard.expansion(
      of: fields.map { Schema.term($0, .word, "") }, in: index.database, most: maximumForms)
    note(expansion, nil, text)
    for term in expansion.terms { compiled.highlights.add(term) }
    let letters = Set(Self.parted(fields).names.map(\.letter))
    func isOfNames(_ term: String) -> Bool { term.utf8.first.map(letters.contains) ?? false }
    let texts = expansion.terms.filter { !isOfNames($0) }.map { Query.term($0) }
    let names = expansion.terms.filter(isOfNames).map { Query.term($0) }
    let queries =
      (texts.isEmpty ? [] : [Query.synonym(texts)])
      + (names.isEmpty ? [] : [.scaled(.synonym(names), by: Self.weightOfNames)])
    return queries.isEmpty ? .nothing : queries.count == 1 ? queries[0] : .or(queries)
  }

  private mutating func wildcardKeys(
    _ field: Field, _ text: String
  ) throws(XapianError) -> Query {
    let expansion = try Wildcard(folded: Schema.folded(text)).expansion(
      of: [schema.key(field, "")], in: index.database, most: maximumForms)
    note(expansion, field, text)
    return expansion.terms.isEmpty ? .nothing : .or(expansion.terms.map { .term($0) })
  }

  /// Adds a notice if a star matches more words than are searched.
  private mutating func note(_ expansion: Wildcard.Expansion, _ field: Field?, _ text: String) {
    guard expansion.words < expansion.wordsInAll || expansion.isOpenEnded else { return }
    compiled.notices.append(
      .wildcard(
        WildcardCount(
          field: field, text: text, searched: expansion.words, total: expansion.wordsInAll,
          isOpenEnded: expansion.isOpenEnded)))
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
