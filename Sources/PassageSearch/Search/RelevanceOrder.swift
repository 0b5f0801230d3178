internal import PassageStore
internal import Xapian

extension IndexReader {
  /// So many more matches than are asked for are looked at, since equals may lie on both sides of the last one.
  private static let reserve = 20

  /// Searches in the order of relevance, equals by date and number.
  ///
  /// Xapian would read the date of every match for that, which takes as long as finding them. So it is asked for the
  /// weights only, and the dates are looked up where weights are equal; where there are too many equals around the last
  /// match that is asked for, it has to do it all the same.
  ///
  /// - Parameters:
  ///   - query: what to search for.
  ///   - options: of which the order is not looked at; for the first matches, not for later ones.
  /// - Returns: the matches, in that order.
  /// - Throws: `XapianError` of the search.
  func searchByRelevance(_ query: Query, _ options: SearchOptions) throws(XapianError) -> Matches {
    guard options.limit > 0 else { return try index.database.search(query, options) }
    let slot = Schema.Slot.newestFirst.rawValue
    var complete = options
    complete.order = .relevanceThenValue(slot: slot, descending: false)
    // A server sends all values of a document together.
    if index.database.hasServers { complete.valueSlots.append(slot) }
    var byWeight = complete
    byWeight.order = .relevance
    byWeight.limit += Self.reserve
    let found = try index.database.search(query, byWeight)
    let isCut =
      found.hits.count == byWeight.limit
      && found.hits.last?.weight == found.hits[options.limit - 1].weight
    if !isCut, let matches = try inOrder(found, limit: options.limit) { return matches }
    let all = try index.database.search(query, complete)
    return try inOrder(all, limit: options.limit) ?? all
  }

  /// The first matches with equals in order; nil where one has gone meanwhile.
  private func inOrder(_ found: Matches, limit: Int) throws(XapianError) -> Matches? {
    var hits = found.hits
    var start = 0
    while start < min(limit, hits.count) {
      let end = hits[start...].firstIndex { $0.weight != hits[start].weight } ?? hits.count
      if end - start > 1 {
        var dated: [(hit: Hit, date: [UInt8])] = []
        for hit in hits[start..<end] {
          guard let date = try date(of: hit) else { return nil }
          dated.append((hit, date))
        }
        dated.sort { one, other in
          one.date != other.date
            ? one.date.lexicographicallyPrecedes(other.date) : one.hit.id < other.hit.id
        }
        hits.replaceSubrange(start..<end, with: dated.map(\.hit))
      }
      start = end
    }
    var ordered = found
    ordered.hits = Array(hits.prefix(limit))
    return ordered
  }

  /// What a match is sorted by among equals; nil where a writer has taken it away.
  private func date(of hit: Hit) throws(XapianError) -> [UInt8]? {
    if index.database.hasServers, let date = hit.values.last { return date }
    do throws(XapianError) {
      return try index.database.value(slot: Schema.Slot.newestFirst.rawValue, of: hit.id)
    } catch {
      guard error.status == .notFound else { throw error }
      return nil
    }
  }
}
