public import PassageStore
internal import Xapian

/// A number of passages as far as it is known: guaranteed bounds and an estimate between them.
public struct CountBounds: Sendable, Hashable, Codable {
  /// The lower bound.
  public var lower: Int
  /// The estimate.
  public var estimate: Int
  /// The upper bound.
  public var upper: Int

  /// None.
  public static let zero = CountBounds(lower: 0, estimate: 0, upper: 0)
}

/// One found passage.
public struct SearchResult: Sendable, Hashable {
  /// The place in the list, from 1, earlier pages included.
  public var rank: Int
  /// The weight; only its order means anything. 0 if nothing in the query counts for the rank.
  public var score: Double
  /// The parts of the query that the passage lacks; empty if it has everything.
  public var missing: [QueryExpression]
  /// Why a passage without any word of the query is listed: words that come back in the best
  /// matches, and that its set has too. Empty for all other passages.
  public var related: [String]
  /// The passage.
  public var stored: StoredPassage
  /// The whole subject, with the hits; nil if there is none.
  public var subjectSnippet: Snippet?
  /// From the question, with the hits.
  public var questionSnippet: Snippet
  /// From the answer, with the hits; nil if there is no answer.
  public var answerSnippet: Snippet?
  /// The first footnote with hits, if question and answer have none.
  public var footnoteSnippet: Snippet?
  /// Who asked: the citation of each member, with the hits.
  public var memberSnippets: [Snippet] = []
  /// Who answered: the citation of each, with the hits.
  public var respondentSnippets: [Snippet] = []
  /// Who was asked: each post, with the hits.
  public var addresseeSnippets: [Snippet] = []
  /// The publications that answer these questions or this notice; empty for an answer.
  public var answeredIn: [String] = []
  /// How many more passages of the set were found, if results are grouped by set; a lower bound.
  public var moreInSet: Int
}

/// What was searched.
public enum SearchInterpretation: Sendable, Hashable {
  /// The passages that match a query.
  case query(QueryExpression)
  /// The passages like the one, or the set, with this name. `words` characterise it. Results also
  /// match `condition`, which is an empty `all` if there is none.
  case similar(to: String, words: [String], condition: QueryExpression)
}

/// The answer to a search.
public struct SearchResponse: Sendable, Hashable {
  /// What was searched.
  public var interpretation: SearchInterpretation
  /// Passages that have everything.
  public var total = CountBounds.zero
  /// The sets of the passages that have everything, if results are grouped by set; else nil.
  public var sets: CountBounds?
  /// Passages that have a part of it; zero if those were not wanted.
  public var partial = CountBounds.zero
  /// Whether partial matches were counted (up to a bound). They are not counted if complete matches
  /// fill the list, so that no partial match is shown.
  public var isPartialCounted = true
  /// How many related passages follow the matches; zero on a page that does not reach them.
  public var related = 0
  /// If little is found, another query that may have been meant. It is not searched.
  public var suggestion: String?
  /// What could not be taken as typed, and what was done instead.
  public var notices: [QueryNotice]
  /// The results of this page.
  public var results: [SearchResult] = []
  /// For each facet that was asked for, the values with their counts, the most frequent first. A
  /// search that is filtered by one of these alone finds as many.
  public var facets: [SearchRequest.Facet: [FacetCount]] = [:]
  /// The values to which results are restricted, in the names that `facets` has; an unknown one as
  /// it was given.
  public var filters: [SearchRequest.Facet: [String]] = [:]
}

/// How often a value occurs among the passages that have everything, or among their sets if results
/// are grouped by set.
public struct FacetCount: Sendable, Hashable, Codable {
  /// The value as printed.
  public var value: String
  /// In how many passages or sets.
  public var count: Int
}

extension CountBounds {
  /// A count that is known.
  init(exactly count: Int) { self.init(lower: count, estimate: count, upper: count) }

  /// The count of a search.
  init(_ matches: Matches) {
    self.init(
      lower: matches.lowerBound, estimate: matches.estimate, upper: matches.upperBound)
  }
}
