public import PassageStore
internal import DutchText
internal import Kamervragen
internal import Xapian

/// Why a passage answers a query, or does not: each part of the query with what the passage has of it.
public struct MatchExplanation: Sendable, Hashable {
  /// The passage.
  public var stored: StoredPassage
  /// The query in plain words.
  public var interpretation: String
  /// What could not be taken as typed.
  public var warnings: [String]
  /// The parts of the query: words first, then conditions.
  public var parts: [Part]
  /// Whether a search leaves the passage out whatever the words: the questions are searched in another set, or there is
  /// a later version.
  public var isHidden: Bool

  /// Whether the passage has every part.
  public var hasAll: Bool { parts.allSatisfy(\.isSatisfied) }
  /// What its parts add up to. A search also counts what only moves it up: the word in the subject, parts of compounds,
  /// relatives, other passages of its set.
  public var score: Double { parts.reduce(0) { $0 + $1.weight } }

  /// A part of a query and what a passage has of it.
  public struct Part: Sendable, Hashable {
    /// The part as `missing` names it, a condition in plain words.
    public var text: String
    /// Whether it restricts only and does not count for the rank: a key, a date, what must not be there.
    public var isCondition: Bool
    /// Whether the passage is as the part asks.
    public var isSatisfied: Bool
    /// What the part adds to the score; 0 for conditions and for what is lacking.
    public var weight: Double
    /// Where the passage has it, also where it has only some words of a phrase.
    public var places: [Place]
    /// The word of the passage most like one that it lacks; nil where there is none.
    public var nearest: String?
  }

  /// A field and what stands in it.
  public struct Place: Sendable, Hashable {
    /// The Dutch name of the field.
    public var field: String
    /// The words as they stand in the text, each once.
    public var forms: [String]
  }
}

extension IndexReader {
  /// Explains why passages answer a query, or do not.
  ///
  /// - Parameters:
  ///   - reference: what `passages(of:)` takes.
  ///   - query: as typed.
  ///   - isExact: as in a search.
  ///   - aliases: as in a search.
  /// - Returns: one explanation for each passage of the reference; empty where the index has none.
  /// - Throws: `IndexError` where the index cannot be read.
  public func explainMatch(
    of reference: String, _ query: String, isExact: Bool = false, aliases: Aliases = .standard
  ) throws(IndexError) -> [MatchExplanation] {
    let passages = try passages(of: reference)
    return try onDatabase { () throws(XapianError) in
      let parsed = QueryParser.parse(query)
      var compiler = QueryCompiler(for: index, isExact: isExact, aliases: aliases)
      let compiled = try compiler.compile(parsed)
      let conditions = try conditions(of: parsed.expression, isExact: isExact, aliases)
      var explanations: [MatchExplanation] = []
      for stored in passages {
        guard let passage = try PassageTerms(of: stored, in: index) else { continue }
        var parts: [MatchExplanation.Part] = []
        for item in compiled.items { parts.append(try part(item, passage)) }
        for condition in conditions {
          let matches = try weight(of: condition.query, passage) != nil
          parts.append(
            MatchExplanation.Part(
              text: condition.text, isCondition: true, isSatisfied: matches, weight: 0,
              places: [], nearest: nil))
        }
        explanations.append(
          MatchExplanation(
            stored: stored, interpretation: compiled.interpretation, warnings: compiled.warnings,
            parts: parts, isHidden: passage.isHidden))
      }
      return explanations
    }
  }

  /// What restricts a query besides its words, each with its words and as a query that is to match.
  private func conditions(
    of expression: QueryExpression, isExact: Bool, _ aliases: Aliases
  ) throws(XapianError) -> [(text: String, query: Query)] {
    guard case .all(let parts) = expression else { return [] }
    var conditions: [(text: String, query: Query)] = []
    for part in parts {
      if case .all = part {
        conditions += try self.conditions(of: part, isExact: isExact, aliases)
        continue
      }
      var compiler = QueryCompiler(for: index, isExact: isExact, aliases: aliases)
      let alone = try compiler.compile(ParsedQuery(expression: .all([part]), warnings: []))
      let queries = alone.filters + alone.exclusions.map { .andNot(.everything, $0) }
      for query in queries { conditions.append((part.interpretation, query)) }
    }
    return conditions
  }

  private func part(
    _ item: QueryItem, _ passage: PassageTerms
  ) throws(XapianError) -> MatchExplanation.Part {
    let weight = try weight(of: item.query, passage)
    var part = MatchExplanation.Part(
      text: item.label, isCondition: false, isSatisfied: weight != nil, weight: weight ?? 0,
      places: passage.places(of: Set(item.query.terms), schema), nearest: nil)
    if weight == nil, part.places.isEmpty {
      part.nearest = passage.nearest(to: item.label, schema.analyzer)
    }
    return part
  }

  /// What a query scores a passage; nil where the passage does not match.
  private func weight(
    of query: Query, _ passage: PassageTerms
  ) throws(XapianError) -> Double? {
    var options = SearchOptions()
    options.limit = 100
    options.wantsData = false
    let found = try index.database.search(.filter(query, by: .term(passage.name)), options)
    return found.hits.first { $0.id == passage.id }?.weight
  }
}

/// A passage as the index has it.
private struct PassageTerms {
  let id: DocumentID
  /// The term that names it.
  let name: String
  private let stored: StoredPassage
  private let terms: Set<String>

  /// Whether a search leaves it out.
  var isHidden: Bool {
    terms.contains(Schema.askedElsewhereTerm) || terms.contains(Schema.supersededTerm)
  }

  /// Looks a passage up; nil where it has gone meanwhile.
  init?(of stored: StoredPassage, in index: OpenIndex) throws(XapianError) {
    let question = stored.passage.questions.first ?? 0
    name = index.schema.passageTerm(stored.setKey, question: question)
    self.stored = stored
    let record = stored.encoded()
    let named = try index.database.documents(withTerm: name, offset: 0, limit: 100)
    var found: DocumentID?
    for id in named where found == nil {
      if try index.database.data(of: id) == record { found = id }
    }
    guard let found else { return nil }
    id = found
    terms = Set(try index.database.terms(of: found, prefix: "").map(\.term))
  }

  /// The fields in which some of these terms stand, with the words of the text.
  func places(of wanted: Set<String>, _ schema: Schema) -> [MatchExplanation.Place] {
    let here = wanted.intersection(terms)
    guard !here.isEmpty else { return [] }
    var highlights = HighlightTerms()
    for term in here { highlights.add(term) }
    var highlighter = Highlighter(highlights, schema: schema)
    var places: [MatchExplanation.Place] = []
    for field in Field.allCases {
      let letter = String(Unicode.Scalar(field.letter))
      let own = here.filter { $0.hasPrefix(letter) }.sorted()
      guard field.letter != 0, !own.isEmpty else { continue }
      var forms: [String] = []
      for text in texts(of: field) {
        for hit in highlighter.hits(in: text, of: field) {
          let form = String(decoding: Array(text.utf8)[hit.range], as: UTF8.self)
          if !forms.contains(form) { forms.append(form) }
        }
      }
      // Of what is not kept with the passage the terms tell what stands there.
      if forms.isEmpty { forms = own.map { String($0.dropFirst().drop { "=~/:".contains($0) }) } }
      places.append(MatchExplanation.Place(field: field.row.dutch, forms: forms))
    }
    return places
  }

  private func texts(of field: Field) -> [String] {
    switch field {
    case .question: [stored.passage.questionText]
    case .answer: [stored.passage.answerText ?? ""]
    case .subject: [stored.set.subject ?? ""]
    case .footnote: stored.passage.footnotes.map(\.text)
    case .member: stored.set.members.map(\.name)
    case .party: stored.set.members.compactMap(\.party)
    case .minister:
      stored.set.respondents.map { "\($0.role) \($0.name) \($0.portfolio ?? "")" }
        + stored.set.onBehalfOf + stored.set.addressees
    case .topic: stored.set.topics + [stored.set.keywords].compactMap(\.self)
    case .remark, .number, .session, .caseNumber, .kind, .identifier, .date: []
    }
  }

  /// The word of the passage most like a word: one that has it in it, or that it has in it, else the nearest spelling,
  /// else one that begins like it.
  func nearest(to label: String, _ analyzer: Analyzer) -> String? {
    let stream = analyzer.tokens(of: label)
    let wanted = stream.tokens.filter { $0.kind == .word && !$0.isPart }.map(stream.term(of:))
    guard wanted.count == 1, wanted[0].count >= Self.fewestLetters else { return nil }
    let word = wanted[0]
    let letters = Set(Field.searchedByDefault.map { Character(Unicode.Scalar($0.letter)) })
    let known = Set(
      terms.filter { letters.contains($0.first ?? " ") }.map { String($0.dropFirst()) }
        .filter { $0.allSatisfy(\.isLetter) && $0.count >= Self.fewestLetters }
    ).sorted { ($0.count, $0) < ($1.count, $1) }
    if let whole = known.first(where: { $0.contains(word) }) { return whole }
    if let part = known.last(where: { word.contains($0) }) { return part }
    if let near = EditDistance.nearest(to: word, among: known.map { ($0, 1) }) { return near }
    let common = known.map { ($0, $0.commonPrefix(with: word).count) }
    let most = common.reduce(0) { max($0, $1.1) }
    guard most * 5 >= word.count * 3, most >= Self.fewestLetters else { return nil }
    return common.first { $0.1 == most }?.0
  }

  private static let fewestLetters = 4
}

extension String {
  fileprivate func commonPrefix(with other: String) -> Substring {
    prefix(zip(self, other).prefix { $0 == $1 }.count)
  }
}
