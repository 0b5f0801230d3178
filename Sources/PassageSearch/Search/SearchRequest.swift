public import PassageStore

/// What to search for, and how the results are wanted.
public struct SearchRequest: Sendable {
  /// The query as typed.
  public var query: String
  /// How many results, at most.
  public var limit = 10
  /// How many results to pass over.
  public var offset = 0
  /// The order.
  public var sort = Sort.relevance
  /// What one result is.
  public var group = Group.passage
  /// Words in the form they have, and function words as well.
  public var isExact = false
  /// Names that also find others which mean the same.
  public var aliases = Aliases.standard
  /// Only passages that have everything; no partial matches.
  public var requiresAll = false
  /// What to count over all passages that have everything.
  public var facets: [Facet] = []

  /// Makes a request for the first ten results by relevance.
  public init(_ query: String) {
    self.query = query
  }

  /// The order of results. Ties are broken by date, newest first, then number and question.
  public enum Sort: String, Sendable, Hashable, CaseIterable {
    /// The best first.
    case relevance
    /// By date, the newest first.
    case newest
    /// By date, the oldest first.
    case oldest
    /// By vergaderjaar, number and question.
    case number
  }

  /// What one result is.
  public enum Group: String, Sendable, Hashable, CaseIterable {
    /// A passage.
    case passage
    /// The best passage of each set.
    case set
  }

  /// What can be counted.
  public enum Facet: String, Sendable, Hashable, CaseIterable {
    /// The parties of who asked.
    case partij
    /// Who asked.
    case lid
    /// Who answered.
    case minister
    /// What it is about in the words of its publisher: each topic, and the first level of each.
    case thema
    /// The vergaderjaar.
    case jaar
    /// The kind of publication.
    case soort

    var slot: Schema.Slot {
      switch self {
      case .partij: .party
      case .lid: .member
      case .minister: .minister
      case .thema: .topic
      case .jaar: .session
      case .soort: .kind
      }
    }
  }
}

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
  public var missing: [String]
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

/// The answer to a search.
public struct SearchResponse: Sendable, Hashable {
  /// The query as it was understood, in plain words.
  public var interpretation: String
  /// Passages that have everything.
  public var total: CountBounds
  /// Passages that have a part of it; zero where those were not wanted.
  public var partial: CountBounds
  /// Whether those were counted (up to a bound); false where complete matches fill the list, so that nobody sees one.
  public var isPartialCounted = true
  /// What may have been meant, where little is found: a query to type. It is never searched by itself.
  public var suggestion: String?
  /// What could not be taken as typed, and what was done instead.
  public var warnings: [String]
  /// The results of this page.
  public var results: [SearchResult]
  /// For each facet that was asked for, the values with their counts, the most frequent first.
  public var facets: [SearchRequest.Facet: [FacetCount]]
}

/// How often a value occurs among the passages that have everything.
public struct FacetCount: Sendable, Hashable, Codable {
  /// The value as printed.
  public var value: String
  /// In how many passages.
  public var count: Int
}
