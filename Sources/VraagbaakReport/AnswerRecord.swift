public import PassageIndex

/// The answer to a search: the JSON object of `search --format json`. Unknown values are null. A
/// result, and what a facet counts, is a passage or a set, as `group` says.
public struct AnswerRecord: Encodable {
  private var format = 1
  private let query: String
  private let interpretation: String
  private let total: CountBounds
  @OrNull private var sets: CountBounds?
  private let partial: CountBounds
  @OrNull private var suggestion: String?
  private let warnings: [String]
  private let group: SearchRequest.Group
  private let filters: [String: [String]]
  private let results: [ResultRecord]
  private let facets: [String: [FacetCount]]

  /// Makes the record of an answer.
  ///
  /// - Parameters:
  ///   - request: the request.
  ///   - response: the response to it.
  public init(_ request: SearchRequest, _ response: SearchResponse) {
    query = request.query
    interpretation = response.interpretation.dutch
    total = response.total
    sets = response.sets
    partial = response.partial
    suggestion = response.suggestion
    warnings = response.notices.map(\.dutch)
    group = request.group
    filters = Dictionary(
      uniqueKeysWithValues: response.filters.map { ($0.key.rawValue, $0.value) })
    results = response.results.map(ResultRecord.init)
    facets = FacetRecord.counts(of: response)
  }

  private enum CodingKeys: String, CodingKey {
    case format, query, total, sets, partial, suggestion, warnings, group, filters, results, facets
    case interpretation = "restated"
  }
}

/// One result of a search: a line of `search --format jsonl`.
public struct ResultRecord: Encodable {
  private let content: Joined<SetKeys, Rest>

  /// Makes the record of a result.
  public init(_ result: SearchResult) {
    let stored = result.stored
    content = Joined(
      first: SetKeys(stored.set),
      second: Rest(
        rank: result.rank, score: result.score, missing: result.missing.map(\.label),
        related: result.related, id: stored.id,
        questions: stored.passage.questions, source: stored.source,
        citation: stored.citation, officialAddress: stored.officialAddress,
        questionSnippet: result.questionSnippet.html, answerSnippet: result.answerSnippet?.html,
        footnoteSnippet: result.footnoteSnippet?.html, moreInSet: result.moreInSet))
  }

  /// Encodes the documented keys.
  public func encode(to encoder: any Encoder) throws { try content.encode(to: encoder) }

  private struct Rest: Encodable {
    let rank: Int
    let score: Double
    let missing: [String]
    let related: [String]
    let id: String
    let questions: [Int]
    let source: String
    let citation: String
    @OrNull var officialAddress: String?
    let questionSnippet: String
    @OrNull var answerSnippet: String?
    @OrNull var footnoteSnippet: String?
    let moreInSet: Int
  }
}

/// The facets of an answer: the last line of `search --format jsonl`, if any were asked for.
public struct FacetRecord: Encodable {
  private let group: SearchRequest.Group
  private let facets: [String: [FacetCount]]

  /// Makes the record of an answer.
  ///
  /// - Parameters:
  ///   - request: the request.
  ///   - response: the response to it.
  public init(_ request: SearchRequest, _ response: SearchResponse) {
    group = request.group
    facets = Self.counts(of: response)
  }

  /// The counts by the name of the facet.
  static func counts(of response: SearchResponse) -> [String: [FacetCount]] {
    Dictionary(uniqueKeysWithValues: response.facets.map { ($0.key.rawValue, $0.value) })
  }
}
