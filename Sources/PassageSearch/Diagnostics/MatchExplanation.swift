public import PassageStore
internal import DutchText
internal import Kamervragen
internal import Xapian

/// Why a passage does or does not match a query: each part of the query, and where the passage has
/// it.
public struct MatchExplanation: Sendable, Hashable {
  /// The passage.
  public var stored: StoredPassage
  /// The query as it was understood.
  public var interpretation: QueryExpression
  /// What could not be taken as typed.
  public var notices: [QueryNotice]
  /// The parts of the query: words first, then conditions.
  public var parts: [Part]
  /// Whether a search leaves the passage out regardless of its words: the questions are searched in
  /// another set, or there is a later version.
  public var isHidden: Bool

  /// Whether a search finds the passage.
  public var isFound: Bool
  /// The score that a search shows for the passage; 0 if it does not find it. It is the sum of all
  /// that the parts add, and of the support of its set.
  public var score: Double
  /// What is known of the set adds this.
  public var support: Support

  /// The words by which a search finds the passage if it has none of the query.
  public var related: [String] = []

  /// Whether the passage has every part.
  public var hasAll: Bool { parts.allSatisfy(\.isSatisfied) }

  /// What the words of a set, and its best passage, add to the score of one.
  public enum Support: Sendable, Hashable {
    /// This weight; negative if the set is less about the matter than the best ones.
    case weight(Double)
    /// Nothing: the passage is not among this number of first matches.
    case outside(window: Int)
  }

  /// A part of a query, and where a passage has it.
  public struct Part: Sendable, Hashable {
    /// The part of the query.
    public var part: QueryExpression
    /// Whether it restricts but does not count for the rank: a key, a date, an excluded word.
    public var isCondition: Bool
    /// Whether a passage without it is not found, not even as a partial match.
    public var isRequired: Bool
    /// Whether the passage satisfies the part.
    public var isSatisfied: Bool
    /// What the part adds to the score; 0 for conditions and for parts that are missing.
    public var weight: Double
    /// What the parts of its compounds and the relatives of its words add, even if the passage
    /// lacks the words themselves.
    public var relatedWeight = 0.0
    /// Where the passage has the part, even if it has only some words of a phrase.
    public var places: [Place]
    /// If the passage lacks a word, the most similar word that it has; nil if there is none.
    public var nearest: String?
  }

  /// A field and the words found in it.
  public struct Place: Sendable, Hashable {
    /// The field.
    public var field: Field
    /// The words as written in the text, each once.
    public var forms: [String]
  }
}

extension IndexReader {
  /// Explains why passages match a query, or do not.
  ///
  /// - Parameters:
  ///   - reference: what `passages(of:)` takes.
  ///   - query: as typed.
  ///   - isExact: as in a search.
  ///   - aliases: as in a search.
  /// - Returns: one explanation for each passage of the reference; empty if the index has none.
  /// - Throws: `IndexError` if the index cannot be read.
  public func explainMatch(
    of reference: String, _ query: String, isExact: Bool = false, aliases: Aliases = .standard
  ) throws(IndexError) -> [MatchExplanation] {
    try MatchExplainer(index: index, isExact: isExact, aliases: aliases)
      .explanations(of: reference, query)
  }
}

/// Explains why passages match queries, or do not.
struct MatchExplainer {
  let index: OpenIndex
  let isExact: Bool
  let aliases: Aliases

  func explanations(
    of reference: String, _ query: String
  ) throws(IndexError) -> [MatchExplanation] {
    let passages = try Finder(index: index).passages(of: reference)
    let parsed = index.parse(query, aliases: aliases)
    let compiled = try index.compile(parsed, isExact: isExact, aliases: aliases)
    let conditions = try conditions(of: parsed.expression)
    let list = passages.isEmpty ? [] : try list(of: compiled)
    var explanations: [MatchExplanation] = []
    for stored in passages {
      guard let passage = try PassageTerms(of: stored, in: index) else { continue }
      var parts: [MatchExplanation.Part] = []
      for item in compiled.items { parts.append(try part(item, passage)) }
      for condition in conditions {
        let matches = try weight(of: condition.query, passage) != nil
        parts.append(
          MatchExplanation.Part(
            part: condition.part, isCondition: true, isRequired: true, isSatisfied: matches,
            weight: 0, places: [], nearest: nil))
      }
      let full = try weight(of: compiled.full, passage)
      var found = full
      if found == nil, let partial = compiled.partial { found = try weight(of: partial, passage) }
      let listed = list.first { $0.match.id == passage.id }
      let supported = listed?.match.weight
      explanations.append(
        MatchExplanation(
          stored: stored, interpretation: compiled.interpretation, notices: compiled.notices,
          parts: parts, isHidden: passage.isHidden, isFound: found != nil || supported != nil,
          score: supported ?? found ?? 0,
          support: Self.support(found, supported, isRanked: compiled.isRanked),
          related: listed?.words ?? []))
    }
    return explanations
  }

  /// The first matches of a search with the weights that it shows, and the related passages.
  private func list(of compiled: CompiledQuery) throws(IndexError) -> [RelatedSets.Passage] {
    guard !compiled.isEmpty, compiled.isRanked else { return [] }
    var response = SearchResponse(interpretation: .query(compiled.interpretation), notices: [])
    let searcher = Searcher(index: index, facets: FacetCatalog(index))
    let (list, isWhole) = try searcher.rankedList(compiled, SearchRequest(""), &response)
    let related = isWhole ? list.related : nil
    return list.matches.map { RelatedSets.Passage(match: $0, words: []) }
      + (try related?.passages(besides: list.matches, compiled, in: index) ?? [])
  }

  private static func support(
    _ found: Double?, _ supported: Double?, isRanked: Bool
  ) -> MatchExplanation.Support {
    guard let found, isRanked else { return .weight(0) }
    guard let supported else { return .outside(window: SetRanking.window) }
    return .weight(supported - found)
  }

  /// The conditions of a query besides its words, each with a query that must match.
  private func conditions(
    of expression: QueryExpression
  ) throws(IndexError) -> [(part: QueryExpression, query: Query)] {
    guard case .all(let parts) = expression else { return [] }
    var conditions: [(part: QueryExpression, query: Query)] = []
    for part in parts {
      if case .all = part {
        conditions += try self.conditions(of: part)
        continue
      }
      let alone = try index.compile(
        ParsedQuery(expression: .all([part])), isExact: isExact, aliases: aliases)
      let queries = alone.filters + alone.exclusions.map { .andNot(.everything, $0) }
      for query in queries { conditions.append((part, query)) }
    }
    return conditions
  }

  private func part(
    _ item: QueryItem, _ passage: PassageTerms
  ) throws(IndexError) -> MatchExplanation.Part {
    let weight = try weight(of: item.query, passage)
    var part = MatchExplanation.Part(
      part: item.part, isCondition: false, isRequired: item.isRequired,
      isSatisfied: weight != nil, weight: weight ?? 0,
      places: passage.places(of: Set(item.query.terms), index.schema), nearest: nil)
    if !item.parts.isEmpty {
      part.relatedWeight = try self.weight(of: .or(item.parts), passage) ?? 0
    }
    if weight == nil, part.places.isEmpty {
      part.nearest = passage.nearest(to: item.part.typed ?? "", index.schema.analyzer)
    }
    return part
  }

  /// The score of a passage; nil if it does not match.
  private func weight(of query: Query, _ passage: PassageTerms) throws(IndexError) -> Double? {
    var options = SearchOptions()
    options.limit = 100
    options.wantsData = false
    let found = try index.search(.filter(query, by: passage.name), options)
    return found.hits.first { $0.id == passage.id }?.weight
  }
}
