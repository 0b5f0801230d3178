internal import DutchText
internal import PassageStore
internal import Xapian

/// Answers a search: from the query to a page of results.
struct Searcher {
  let index: OpenIndex
  let facets: FacetCatalog

  /// The maximum size in bytes of a query for which another is suggested. Each word has to be
  /// looked up, and a longer query is not a typing error.
  private static let maximumQueryWithSuggestion = 2000

  /// The answer to a request; see `IndexReader.search(_:)`. The stream keeps the words that it
  /// meets.
  func search(
    _ request: SearchRequest, using stream: inout TokenStream
  ) throws(IndexError) -> SearchResponse {
    let parsed = index.parse(request)
    let filters = try FacetFilters(request.filters, facets)
    let compiled = try index.compile(
      parsed, isExact: request.isExact, aliases: request.aliases,
      usesRelatives: !request.excludesRelated, filters: filters.queries)
    var response = SearchResponse(
      interpretation: .query(filters.added(to: compiled.interpretation)),
      notices: compiled.notices + filters.notices)
    response.filters = filters.values
    guard !compiled.isEmpty else {
      response.notices.append(.noWords)
      return response
    }
    let unknown = try UnknownValues(
      index: index, isExact: request.isExact, aliases: request.aliases
    ).of(parsed.expression)
    if !unknown.isEmpty { response.notices.append(.unknownValues(unknown)) }

    let isRanked =
      request.sort == .relevance && compiled.isRanked && request.offset < SetRanking.window
    // If a writer removes a set between two of the searches, the page is made again.
    var passages: [(FoundPassage, StoredPassage?)] = []
    for _ in 0..<5 {
      let found =
        isRanked
        ? try rankedPage(compiled, request, &response) : try page(compiled, request, &response)
      passages = Array(zip(found, try index.passages(at: found.map(\.place))))
      if passages.allSatisfy({ $1 != nil }) { break }
    }
    try countFilteredFacets(compiled, request, &response)
    if !request.isExact, request.query.utf8.count <= Self.maximumQueryWithSuggestion {
      response.suggestion = try QuerySuggestion(index: index).better(
        request.query, compiled.items, found: response.total)
    }
    response.results = try index.results(
      of: passages.compactMap { found, stored in stored.map { (found, $0) } },
      from: request.offset + 1, compiled.highlights, using: &stream)
    return response
  }

  // MARK: Pages

  /// A page in Xapian's order of the matches.
  private func page(
    _ compiled: CompiledQuery, _ request: SearchRequest, _ response: inout SearchResponse
  ) throws(IndexError) -> [FoundPassage] {
    let sets = SetGrouping(index: index)
    var options = request.options(isUnranked: compiled.isUnranked)
    let isGrouped = request.group == .set
    let facets = request.unfilteredFacets
    if !isGrouped { options.countsFacets(facets) }
    let full = try index.search(compiled.full, options)
    response.total =
      isGrouped
      ? try sets.passages(of: compiled.full, countedTo: SearchRequest.maximumCounted)
      : CountBounds(full)
    if isGrouped { response.sets = CountBounds(full) }
    if !facets.isEmpty {
      let values =
        isGrouped
        ? try sets.facets(of: compiled.full, upTo: full.upperBound) : full.facets[0]
      if isGrouped { response.sets = CountBounds(exactly: values.count) }
      try count(facets, values, &response)
    }
    let others = try sets.others(of: full.hits, compiled.full, options)
    var found: [FoundPassage] = []
    for (hit, more) in zip(full.hits, others) {
      found.append(
        FoundPassage(
          place: try index.place(hit.data, source: hit.values[0]), score: hit.weight,
          moreInSet: more))
    }

    if !request.requiresAll, let query = compiled.partial {
      // The list continues after the last full match. The number of full matches is known once a
      // page is not filled.
      let room = request.limit - found.count
      var options = request.options(isUnranked: false)
      options.offset = max(0, request.offset - full.lowerBound)
      options.limit = max(0, room)
      options.checkAtLeast = max(
        options.offset + options.limit + 1, SearchRequest.maximumPartialCounted)
      // A set that is listed for a complete match is not listed again.
      let rest =
        isGrouped && room > 0
        ? .andNot(query, .or(try sets.terms(of: compiled.full, full.lowerBound))) : query
      let partial = try index.search(rest, options)
      response.isPartialCounted = true
      response.partial =
        isGrouped
        ? try sets.passages(of: query, countedTo: SearchRequest.maximumPartialCounted)
        : CountBounds(partial)
      let missing = try MissingParts(index: index).of(
        partial.hits.map { ($0.id, $0.values[0]) }, compiled.items)
      let others = try sets.others(of: partial.hits, rest, options)
      for ((hit, missing), more) in zip(zip(partial.hits, missing), others) {
        found.append(
          FoundPassage(
            place: try index.place(hit.data, source: hit.values[0]), score: hit.weight,
            missing: missing, moreInSet: more))
      }
    }
    return found
  }

  /// A page in the order that `SetRanking` gives the first matches.
  private func rankedPage(
    _ compiled: CompiledQuery, _ request: SearchRequest, _ response: inout SearchResponse
  ) throws(IndexError) -> [FoundPassage] {
    let (list, isWhole) = try rankedList(compiled, request, &response)
    var matches = list.matches
    var others: [[UInt8]: Int] = [:]
    if request.group == .set { matches = Self.firstOfSets(matches, &others) }
    let page = Array(matches.dropFirst(request.offset).prefix(request.limit))
    var found = try self.found(page, compiled, others)
    let rest = request.rest(after: matches.count, found.count)
    guard rest.limit > 0 else { return found }
    if isWhole, !request.requiresAll {
      let related = try list.related?.passages(besides: list.matches, compiled, in: index) ?? []
      response.related = related.count
      for passage in related.dropFirst(rest.offset).prefix(rest.limit) {
        let match = passage.match
        found.append(
          FoundPassage(
            place: try index.place(of: match.id, match.data, source: match.set),
            score: match.weight, missing: compiled.items.map(\.part),
            related: passage.words))
      }
    } else if !isWhole, request.group == .set {
      // Sets without a passage among the first matches follow in Xapian's order.
      var unlisted = compiled
      unlisted.exclusions += matches.map { .term(index.schema.sourceTerm(named: $0.set)) }
      var counted = response
      found += try self.page(unlisted, rest, &counted)
    }
    return found
  }

  /// The passages to show for matches.
  private func found(
    _ matches: [SetRanking.Match], _ compiled: CompiledQuery, _ others: [[UInt8]: Int]
  ) throws(IndexError) -> [FoundPassage] {
    let partial = matches.filter { !$0.isFull }.map { ($0.id, $0.set) }
    let missing = Dictionary(
      uniqueKeysWithValues: zip(
        partial.map(\.0), try MissingParts(index: index).of(partial, compiled.items)))
    var found: [FoundPassage] = []
    for match in matches {
      found.append(
        FoundPassage(
          place: try index.place(of: match.id, match.data, source: match.set),
          score: match.weight, missing: missing[match.id] ?? [],
          moreInSet: others[match.set] ?? 0))
    }
    return found
  }

  /// The first match of each set, and how many more of its kind, complete or partial, it has.
  private static func firstOfSets(
    _ matches: [SetRanking.Match], _ others: inout [[UInt8]: Int]
  ) -> [SetRanking.Match] {
    var first: [[UInt8]: SetRanking.Match] = [:]
    return matches.filter { match in
      guard let known = first[match.set] else {
        first[match.set] = match
        return true
      }
      if known.isFull == match.isFull { others[match.set, default: 0] += 1 }
      return false
    }
  }

  /// The first matches and those of the requested page in their order, and whether there are no
  /// more.
  func rankedList(
    _ compiled: CompiledQuery, _ request: SearchRequest, _ response: inout SearchResponse
  ) throws(IndexError) -> (list: RankedList, isWhole: Bool) {
    var options = request.options(isUnranked: false)
    options.offset = 0
    options.collapse = nil
    let isGrouped = request.group == .set
    if !isGrouped { options.countsFacets(request.unfilteredFacets) }
    // A server sends the data together with the values.
    options.wantsData = index.database.hasServers
    options.valueSlots = index.database.hasServers ? [Schema.Slot.set.rawValue] : []
    // Without a page the matches are only counted.
    let isCounted = request.limit == 0
    var window = isCounted ? 0 : SetRanking.window
    var wanted = isCounted ? 0 : request.offset + request.limit
    var ranked: [SetRanking.Match] = []
    var later: [SetRanking.Match] = []
    func search(_ query: Query, isFull: Bool) throws(IndexError) -> RelevanceOrder.First {
      let first = try RelevanceOrder(index: index).first(
        query, window: window, wanted: wanted, options)
      let matches = try self.matches(first.found, isFull: isFull)
      ranked += matches.prefix(first.ranked)
      later += matches.dropFirst(first.ranked)
      window = max(0, window - matches.count)
      wanted = max(0, wanted - matches.count)
      return first
    }
    let full = try search(compiled.full, isFull: true)
    response.total = CountBounds(full.found)
    if isGrouped {
      try countSets(compiled.full, full.isWhole ? ranked + later : nil, request, &response)
    } else {
      try count(request.unfilteredFacets, full.found.facets.first ?? [], &response)
    }
    var isWhole = full.isWhole
    if !request.requiresAll, let query = compiled.partial {
      options.facets = []
      // If complete matches fill the list, nobody sees a partial one, and an estimate of their
      // number will do.
      response.isPartialCounted = full.isWhole || isCounted
      if full.isWhole || isCounted {
        options.checkAtLeast = SearchRequest.maximumPartialCounted
        let partial = try search(query, isFull: false)
        response.partial = CountBounds(partial.found)
        isWhole = partial.isWhole
      } else {
        options.limit = 0
        options.checkAtLeast = 0
        response.partial = CountBounds(try index.search(query, options))
      }
    }
    let list = try RankedList(
      ranked, then: later, of: compiled, usesRelated: !request.excludesRelated, in: index)
    return (list, isWhole)
  }

  /// Matches with the names of their sets.
  private func matches(
    _ found: Matches, isFull: Bool
  ) throws(IndexError) -> [SetRanking.Match] {
    let hasServers = index.database.hasServers
    let ids = found.hits.map(\.id)
    let names =
      hasServers
      ? found.hits.map { $0.values[0] }
      : try index.onDatabase { () throws(XapianError) in
        try index.database.precedingValues(slot: Schema.Slot.name.rawValue, of: ids)
      }
    return zip(found.hits, names).map { hit, name in
      SetRanking.Match(
        id: hit.id, set: name, data: hasServers ? hit.data : nil, isFull: isFull,
        weight: hit.weight)
    }
  }

  /// Counts the sets of a query and their facets. `matches` are all that it finds, if they are
  /// known.
  private func countSets(
    _ query: Query, _ matches: [SetRanking.Match]?, _ request: SearchRequest,
    _ response: inout SearchResponse
  ) throws(IndexError) {
    let facets = request.unfilteredFacets
    if let matches {
      response.sets = CountBounds(exactly: Set(matches.map(\.set)).count)
    } else {
      var options = request.options(isUnranked: false)
      options.limit = 0
      response.sets = CountBounds(try index.search(query, options))
    }
    guard !facets.isEmpty, let sets = response.sets else { return }
    let values = try SetGrouping(index: index).facets(of: query, upTo: sets.upper)
    response.sets = CountBounds(exactly: values.count)
    try count(facets, values, &response)
  }
}

// MARK: Facets

extension Searcher {
  /// Adds the counts of facets whose values a search has counted.
  private func count(
    _ facets: [SearchRequest.Facet], _ values: [FacetValue], _ response: inout SearchResponse
  ) throws(IndexError) {
    response.facets.merge(try self.facets.counts(of: values, for: facets)) { $1 }
  }

  /// Counts the facets that also filter, each without its own filter.
  private func countFilteredFacets(
    _ compiled: CompiledQuery, _ request: SearchRequest, _ response: inout SearchResponse
  ) throws(IndexError) {
    for facet in request.facets where request.filters(by: facet) {
      let query = compiled.without(filterOf: facet.field).full
      let values: [FacetValue]
      switch request.group {
      case .passage:
        var options = SearchOptions()
        options.limit = 0
        options.countsFacets([facet])
        values = try index.search(.filter(.everything, by: query), options).facets[0]
      case .set:
        let passages = try index.onDatabase { () throws(XapianError) in
          try index.passageCount()
        }
        values = try SetGrouping(index: index).facets(of: query, upTo: passages)
      }
      try count([facet], values, &response)
    }
  }
}

extension SearchRequest {
  /// The request for what follows a list, of which this one has got a number of results.
  fileprivate func rest(after listed: Int, _ found: Int) -> SearchRequest {
    var rest = self
    rest.offset = max(0, offset - listed)
    rest.limit = limit - found
    return rest
  }

  /// Whether a facet has a filter.
  func filters(by facet: Facet) -> Bool { filters[facet]?.isEmpty == false }

  /// The facets to count that have no filter, so that the search itself can count them.
  var unfilteredFacets: [Facet] { facets.filter { !filters(by: $0) } }

  /// Matches are counted one by one up to this many. Above it their number is estimated.
  static let maximumCounted = 1000
  /// The same for partial matches, which are less important.
  static let maximumPartialCounted = 200

  /// Xapian's options for the request.
  func options(isUnranked: Bool) -> SearchOptions {
    var options = SearchOptions()
    options.offset = offset
    options.limit = limit
    options.checkAtLeast = max(offset + limit + 1, Self.maximumCounted)
    options.valueSlots = [Schema.Slot.set.rawValue]
    if group == .set { options.collapse = Schema.Slot.set.rawValue }
    func order(by slot: Schema.Slot) -> SearchOptions.Order {
      .value(slot: slot.rawValue, descending: false)
    }
    switch sort {
    case .relevance where isUnranked: options.order = order(by: .newestFirst)
    case .relevance:
      options.order = .relevanceThenValue(
        slot: Schema.Slot.newestFirst.rawValue, descending: false)
    case .newest: options.order = order(by: .newestFirst)
    case .oldest: options.order = order(by: .oldestFirst)
    case .number: options.order = order(by: .byNumber)
    }
    return options
  }
}

extension SearchOptions {
  /// Counts what the slot of the facets has, if any are to be counted.
  fileprivate mutating func countsFacets(_ wanted: [SearchRequest.Facet]) {
    facets = wanted.isEmpty ? [] : [Schema.Slot.facets.rawValue]
  }
}
