public import PassageStore
internal import Xapian

/// A number of passages as far as it is known. The bounds are true; the estimate lies between them.
public struct CountBounds: Sendable, Hashable, Codable {
  /// At least so many.
  public var lower: Int
  /// About so many.
  public var estimate: Int
  /// At most so many.
  public var upper: Int

  /// None.
  public static let zero = CountBounds(lower: 0, estimate: 0, upper: 0)
}

/// One found passage.
public struct SearchResult: Sendable, Hashable {
  /// The place in the list, from 1, pages before counted.
  public var rank: Int
  /// The weight; only its order means anything. 0 where nothing in the query counts for the rank.
  public var score: Double
  /// The parts of the query that the passage lacks; empty where it has everything.
  public var missing: [QueryExpression]
  /// The passage.
  public var stored: StoredPassage
  /// The whole subject, with the hits; nil where there is none.
  public var subjectSnippet: Snippet?
  /// From the question, with the hits.
  public var questionSnippet: Snippet
  /// From the answer, with the hits; nil where there is no answer.
  public var answerSnippet: Snippet?
  /// The first footnote with hits, where question and answer have none.
  public var footnoteSnippet: Snippet?
  /// The publications that answer these questions or this notice; empty for an answer.
  public var answeredIn: [String] = []
  /// How many more passages of the set were found, where results are grouped by set; a lower bound.
  public var moreInSet: Int
}

/// What was searched.
public enum SearchInterpretation: Sendable, Hashable {
  /// What answers a query.
  case query(QueryExpression)
  /// What is like a passage or set with this name: the words that tell most about it, and what the results must answer
  /// as well, an empty `all` if that is nothing.
  case similar(to: String, words: [String], condition: QueryExpression)
}

/// The answer to a search.
public struct SearchResponse: Sendable, Hashable {
  /// What was searched.
  public var interpretation: SearchInterpretation
  /// Passages that have everything.
  public var total = CountBounds.zero
  /// Passages that have a part of it; zero where those were not wanted.
  public var partial = CountBounds.zero
  /// Whether those were counted (up to a bound); false where complete matches fill the list, so that nobody sees one.
  public var isPartialCounted = true
  /// What may have been meant, where little is found: a query to type. It is never searched by itself.
  public var suggestion: String?
  /// What could not be taken as typed, and what was done instead.
  public var notices: [QueryNotice]
  /// The results of this page.
  public var results: [SearchResult] = []
  /// For each facet that was asked for, the values with their counts, the most frequent first.
  public var facets: [SearchRequest.Facet: [FacetCount]] = [:]
}

/// How often a value occurs among the passages that have everything.
public struct FacetCount: Sendable, Hashable, Codable {
  /// The value as printed.
  public var value: String
  /// In how many passages.
  public var count: Int
}

extension SearchResponse {
  /// Keeps the values of the slots of facets.
  mutating func setFacets(_ facets: [SearchRequest.Facet], _ values: [[FacetValue]]) {
    for (facet, values) in zip(facets, values) { self.facets[facet] = FacetCount.counts(of: values) }
  }
}

extension FacetCount {
  /// The counts of the values of a slot, which may have several values in one.
  static func counts(of values: [FacetValue]) -> [FacetCount] {
    var counts: [String: Int] = [:]
    for value in values {
      for part in value.value.split(separator: Schema.separator) {
        counts[String(decoding: part, as: UTF8.self), default: 0] += value.count
      }
    }
    return counts.map { FacetCount(value: $0, count: $1) }
      .sorted { ($1.count, $0.value) < ($0.count, $1.value) }
  }
}

extension CountBounds {
  /// The count of a search.
  init(_ matches: Matches) {
    self.init(
      lower: matches.lowerBound, estimate: matches.estimate, upper: matches.upperBound)
  }
}
