internal import DutchText
internal import PassageStore
internal import Xapian

/// Finds the passages that are like another.
struct SimilarSearcher {
  let index: OpenIndex
  let facets: FacetCatalog

  /// A passage is similar if it scores at least this share of the original's own score.
  private static let likenessThreshold = 0.2
  /// The maximum number of passages that others are compared with.
  private static let maximumModels = 2000
  /// The maximum number of similar passages.
  private static let maximumSimilar = 200
  /// Each further passage of a set counts this share of the one before, so that the list has
  /// several sets at its head.
  private static let shareOfFurther = 0.5

  /// A similar passage. The values of the hit are the set, the sort key and the facets.
  private struct Similar {
    let hit: Hit
    var score: Double
    var set: [UInt8] { hit.values[0] }
    var sortKey: [UInt8] { hit.values[1] }
  }

  /// One page of them; see `IndexReader.passages(like:_:)`. The stream keeps the words that it
  /// meets.
  func passages(
    like reference: String, _ request: SearchRequest, using stream: inout TokenStream
  ) throws(IndexError) -> SearchResponse? {
    // A Kamerstuk may be cited by thousands.
    let models = Array(
      try Finder(index: index).passages(of: reference).prefix(Self.maximumModels))
    guard !models.isEmpty else { return nil }
    let name = models.count == 1 ? models[0].id : reference
    let likeness = try Likeness(of: models, in: index)
    let filters = try FacetFilters(request.filters, facets)
    let condition = try index.compile(
      index.parse(request), isExact: request.isExact, aliases: request.aliases,
      filters: filters.queries)
    var response = SearchResponse(
      interpretation: .similar(
        to: name, words: likeness.words.map(\.text),
        condition: filters.added(to: condition.interpretation)),
      notices: condition.notices + filters.notices)
    response.filters = filters.values
    for facet in request.facets { response.facets[facet] = [] }
    guard !likeness.words.isEmpty else {
      response.notices.append(.nothingInCommon(name))
      return response
    }
    let found = try page(of: similar(likeness, condition, request, &response), request)
    let stored = try index.passages(at: found.map(\.place))
    response.results = try index.results(
      of: zip(found, stored).compactMap { found, stored in stored.map { (found, $0) } },
      from: request.offset + 1, likeness.highlights,
      using: &stream)
    return response
  }

  /// All similar passages in the order of a request, and the counts of them and their facets.
  private func similar(
    _ likeness: Likeness, _ condition: CompiledQuery, _ request: SearchRequest,
    _ response: inout SearchResponse
  ) throws(IndexError) -> [Similar] {
    let own = try likeness.ownWeight()
    func found(_ condition: CompiledQuery) throws(IndexError) -> (hits: [Hit], upper: Int) {
      let found = try search(likeness, condition, request)
      let hits = found.hits.filter { $0.weight >= own * Self.likenessThreshold }
      return (hits, hits.count < Self.maximumSimilar ? hits.count : found.upperBound)
    }
    let (hits, upper) = try found(condition)
    response.total = CountBounds(lower: hits.count, estimate: hits.count, upper: upper)
    if request.group == .set {
      let sets = Set(hits.map { $0.values[0] }).count
      response.sets = CountBounds(
        lower: sets, estimate: sets, upper: upper > hits.count ? upper : sets)
    }
    func count(_ facets: [SearchRequest.Facet], in hits: [Hit]) throws(IndexError) {
      var sets: Set<[UInt8]> = []
      let units = request.group == .set ? hits.filter { sets.insert($0.values[0]).inserted } : hits
      let values = units.map { FacetValue(value: $0.values[2], count: 1) }
      response.facets.merge(try self.facets.counts(of: values, for: facets)) { $1 }
    }
    try count(request.unfilteredFacets, in: hits)
    for facet in request.facets where request.filters(by: facet) {
      try count([facet], in: found(condition.without(filterOf: facet.field)).hits)
    }
    return ordered(hits, request)
  }

  /// Similar passages in the order of a request.
  private func ordered(_ hits: [Hit], _ request: SearchRequest) -> [Similar] {
    let similar = hits.map { Similar(hit: $0, score: $0.weight) }
    guard request.sort != .relevance else { return Self.ranked(similar) }
    return similar.sorted { $0.sortKey.lexicographicallyPrecedes($1.sortKey) }
  }

  /// Passages in the order of their weights with those of their sets, the further passages
  /// of a set lower.
  private static func ranked(_ passages: [Similar]) -> [Similar] {
    let known = Dictionary(passages.map { ($0.hit.id, $0) }) { first, _ in first }
    let matches = passages.map {
      SetRanking.Match(id: $0.hit.id, set: $0.set, isFull: true, weight: $0.score)
    }
    var share: [[UInt8]: Double] = [:]
    var ranked: [Similar] = []
    for match in SetRanking(matches).ordered(matches) {
      guard var passage = known[match.id] else { continue }
      passage.score = match.weight * share[match.set, default: 1]
      share[match.set, default: 1] *= shareOfFurther
      ranked.append(passage)
    }
    return ranked.sorted { one, other in
      one.score != other.score
        ? one.score > other.score : one.sortKey.lexicographicallyPrecedes(other.sortKey)
    }
  }

  /// The passages of a page; if sets are asked for, the first of each set.
  private func page(
    of similar: [Similar], _ request: SearchRequest
  ) throws(IndexError) -> [FoundPassage] {
    var similar = similar
    var others: [[UInt8]: Int] = [:]
    if request.group == .set {
      similar = similar.filter { passage in
        others[passage.set, default: -1] += 1
        return others[passage.set] == 0
      }
    }
    var found: [FoundPassage] = []
    for passage in similar.dropFirst(request.offset).prefix(request.limit) {
      let data = index.database.hasServers ? passage.hit.data : nil
      found.append(
        FoundPassage(
          place: try index.place(of: passage.hit.id, data, source: passage.set),
          score: passage.score, moreInSet: others[passage.set] ?? 0))
    }
    return found
  }

  private func search(
    _ likeness: Likeness, _ condition: CompiledQuery, _ request: SearchRequest
  ) throws(IndexError) -> Matches {
    var options = SearchOptions()
    options.limit = Self.maximumSimilar
    // A server sends the data together with the values.
    options.wantsData = index.database.hasServers
    let order: Schema.Slot =
      switch request.sort {
      case .relevance, .newest: .newestFirst
      case .oldest: .oldestFirst
      case .number: .byNumber
      }
    options.valueSlots = [
      Schema.Slot.set.rawValue, order.rawValue, Schema.Slot.facets.rawValue,
    ]
    let others = Query.andNot(.filter(likeness.query, by: condition.full), likeness.ownSets)
    return try index.search(others, options)
  }
}
