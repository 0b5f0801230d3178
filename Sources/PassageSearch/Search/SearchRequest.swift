public import Kamervragen
internal import PassageStore

/// What to search for, and how the results are wanted.
public struct SearchRequest: Sendable {
  /// The query as typed.
  public var query: String
  /// The maximum number of results.
  public var limit = 10
  /// The number of results to skip.
  public var offset = 0
  /// The order.
  public var sort = Sort.relevance
  /// What one result is.
  public var group = Group.passage
  /// Whether words match in the typed form only, function words too.
  public var isExact = false
  /// Names that also find other names with the same meaning.
  public var aliases = Aliases.standard
  /// Only passages that have everything; no partial matches.
  public var requiresAll = false
  /// Whether only words of the query count. Otherwise relatives of the words of a short query do
  /// too (`weigering` for `weigeren`), and words that come back in its best matches.
  public var excludesRelated = false
  /// What to count over all passages that have everything, or over their sets if grouped by set. A
  /// facet that also filters is counted as if it did not, so that its other values can be added.
  public var facets: [Facet] = []
  /// The values of facets to which results are restricted: one of those of each facet. A value is
  /// what `FacetCount` has, or any spelling that it joins, in any case. Filters do not count for
  /// the rank.
  public var filters: [Facet: [String]] = [:]

  /// The day on which the query is read, for `datum:vandaag`; nil is the present day.
  public var today: CalendarDate?

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
  public enum Group: String, Sendable, Hashable, CaseIterable, Encodable {
    /// A passage.
    case passage
    /// The best passage of each set.
    case set
  }

  /// What can be counted and filtered by.
  public enum Facet: String, Sendable, Hashable, CaseIterable {
    /// The parties of those who asked.
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

    /// The field with the same values.
    var field: Field {
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

extension OpenIndex {
  /// The query of a request as it is understood.
  func parse(_ request: SearchRequest) -> ParsedQuery {
    parse(request.query, aliases: request.aliases, today: request.today)
  }
}
