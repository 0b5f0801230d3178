internal import PassageStore
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
  /// What of `CompiledQuery.parts` comes of it.
  var parts: [Query] = []
}

/// What restricts a query to some values of a facet.
struct FacetFilter: Sendable, Hashable {
  /// The field of the facet.
  var field: Field
  /// The passages with one of the values.
  var query: Query
}

/// A query in the terms of the index.
struct CompiledQuery: Sendable, Hashable {
  var items: [QueryItem] = []
  /// Conditions on a passage that do not count for its rank.
  var filters: [Query] = []
  /// The same for values of facets, one for each facet.
  var facetFilters: [FacetFilter] = []
  /// The parts of the query's compounds and the relatives of its words: each moves a passage up,
  /// and makes one that lacks the compound or the word a partial match.
  var parts: [Query] = []
  /// The plain words of the query, each once.
  var words: [QueryWord] = []
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
    restricted(items.isEmpty ? .everything : .and(items.map(\.query)), parts)
  }

  /// The query without the filter of one facet.
  func without(filterOf field: Field) -> CompiledQuery {
    var wider = self
    wider.facetFilters.removeAll { $0.field == field }
    return wider
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
    return .andNot(restricted(query), .and(items.map(\.query)))
  }

  /// Whether there is nothing to search for.
  var isEmpty: Bool {
    items.isEmpty && filters.isEmpty && facetFilters.isEmpty && exclusions.isEmpty
  }

  /// Whether an order by relevance would be meaningless, since no word counts for the rank.
  var isUnranked: Bool { items.allSatisfy(\.isField) }

  /// The passages that are searched in another set of the same case; see `PublicationStatus`.
  private var askedElsewhere: Query {
    let all = Query.term(Schema.askedElsewhereTerm)
    let wanted = kinds + citedHidden
    return wanted.isEmpty ? all : .andNot(all, .or(wanted))
  }

  /// A query restricted to what this one allows besides its words.
  func restricted(_ query: Query, _ additions: [Query] = []) -> Query {
    var query = additions.isEmpty ? query : .andMaybe(query, .or(additions))
    let filters = filters + facetFilters.map(\.query)
    if !filters.isEmpty { query = .filter(query, by: .and(filters)) }
    let hidden = [askedElsewhere] + Schema.neverSearched.map { .term($0) }
    return .andNot(query, .or(exclusions + hidden))
  }
}
