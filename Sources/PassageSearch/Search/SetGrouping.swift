internal import PassageStore
internal import Xapian

/// Counts and leaves out sets, for a list that shows one passage of each.
struct SetGrouping {
  let index: OpenIndex

  /// The number of passages that a query finds. Xapian's own bounds are wide if it collapses sets.
  func passages(of query: Query, countedTo maximum: Int) throws(IndexError) -> CountBounds {
    var options = SearchOptions()
    options.limit = 0
    options.checkAtLeast = maximum
    return CountBounds(try index.search(query, options))
  }

  /// For each hit of a query, the number of other passages of its set that the query finds.
  func others(
    of hits: [Hit], _ query: Query, _ options: SearchOptions
  ) throws(IndexError) -> [Int] {
    // A server does not report how many it collapsed.
    guard options.collapse != nil, !hits.isEmpty, index.database.hasServers else {
      return hits.map(\.collapseCount)
    }
    var counting = SearchOptions()
    counting.limit = 0
    counting.checkAtLeast = SearchRequest.maximumCounted
    counting.facets = [Schema.Slot.set.rawValue]
    let found = try index.search(.filter(query, by: .or(hits.map(setTerm))), counting)
    let counts = Dictionary(
      uniqueKeysWithValues: (found.facets.first ?? []).map { ($0.value, $0.count) })
    return hits.map { max(0, (counts[$0.values[0]] ?? 1) - 1) }
  }

  /// The values of the slot of the facets in the sets that a query finds, with their counts; there
  /// are at most `maximum` sets. All passages of a set have the same values, so one of each will
  /// do.
  func facets(of query: Query, upTo maximum: Int) throws(IndexError) -> [FacetValue] {
    var options = SearchOptions()
    options.limit = maximum
    options.collapse = Schema.Slot.set.rawValue
    options.valueSlots = [Schema.Slot.facets.rawValue]
    options.wantsData = false
    // Which passage of a set is taken does not matter, so none needs a weight.
    let found = try index.search(.filter(.everything, by: query), options)
    return found.hits.map { FacetValue(value: $0.values[0], count: 1) }
  }

  /// The terms of the first sets that a query finds.
  func terms(of query: Query, _ count: Int) throws(IndexError) -> [Query] {
    var options = SearchOptions()
    options.limit = min(count, CompiledQuery.maximumSetsLeftOut)
    options.collapse = Schema.Slot.set.rawValue
    options.valueSlots = [Schema.Slot.set.rawValue]
    options.wantsData = false
    return try index.search(query, options).hits.map(setTerm)
  }

  /// The term of the set of a hit that has the value of its set first.
  private func setTerm(_ hit: Hit) -> Query {
    .term(index.schema.sourceTerm(named: hit.values[0]))
  }
}
