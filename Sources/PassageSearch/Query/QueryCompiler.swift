internal import PassageStore
internal import DutchText
internal import Xapian

/// Translates a query into the terms of one index.
struct QueryCompiler {
  let schema: Schema
  /// Whether words match in the typed form only.
  let isExact: Bool
  /// Whether relatives of the words of a short query are searched too.
  var usesRelatives = true
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

  /// The maximum number of terms that a `*` expands to. A word has one term in the text and one in
  /// each other field that contains it. The most frequent words are taken.
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
    let parts = compiled.parts.count
    guard let query = try query(part, in: nil) else { return }
    let item = QueryItem(
      part: part, query: query, terms: query.alternatives ?? [], isRequired: isRequired,
      isField: isField, parts: Array(compiled.parts[parts...]))
    // Two words with the same meaning are one item; but two unknown words are not the same.
    if query != .nothing, let same = compiled.items.firstIndex(where: { $0.query == query }) {
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
    case .near(let words, let distance): return try nearQuery(words, distance, fields)
    case .amount(let amount): return try amountQuery(amount, fields)
    case .alias(let name, let others):
      var queries: [Query] = []
      if let query = try nameQuery(name, in: field) { queries.append(query) }
      // The parts of another name are not meant: "btw" does not ask for "omzet".
      let (parts, words) = (compiled.parts, compiled.words)
      defer { (compiled.parts, compiled.words) = (parts, words) }
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
    return try phraseQuery(text, field.map { [$0] } ?? Field.searchedByDefault, isFolded: true)
  }

  /// The query for excluded words. They are not highlighted and do not move anything up.
  private mutating func unwantedQuery(
    _ expression: QueryExpression, in field: Field?
  ) throws(XapianError) -> Query? {
    let (highlights, parts) = (compiled.highlights, compiled.parts)
    let words = compiled.words
    defer {
      compiled.highlights = highlights
      compiled.words = words
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

  // MARK: Stars

  private mutating func wildcardQuery(
    _ text: String, _ fields: [Field]
  ) throws(XapianError) -> Query? {
    guard let wildcard = Wildcard(text, schema.analyzer) else { return nil }
    let scopes = WordTerms.of(fields)
    let expansion = try wildcard.expansion(
      of: scopes.flatMap { $0.terms(.word, "") }, in: index.database, most: maximumForms)
    note(expansion, nil, text)
    let letters = Set(Self.parted(fields).names.map(\.letter))
    func isOfNames(_ term: String) -> Bool { term.utf8.first.map(letters.contains) ?? false }
    var texts = FormSet()
    let found = expansion.terms.filter { !isOfNames($0) }
    if scopes[0].only == nil {
      texts.add(found)
    } else {
      texts.add(placed: found, [], scopes[0])
    }
    for term in expansion.terms { compiled.highlights.add(term, in: scopes[0].only) }
    let names = expansion.terms.filter(isOfNames).map { Query.term($0) }
    let queries =
      (found.isEmpty ? [] : [texts.query])
      + (names.isEmpty ? [] : [.scaled(.synonym(names), by: Self.weightOfNames)])
    return queries.isEmpty ? .nothing : queries.count == 1 ? queries[0] : .or(queries)
  }

  mutating func wildcardKeys(
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
