internal import PassageStore
internal import Xapian

/// Searches in the order of relevance, equals by date and number.
///
/// Xapian would read the date of every match for that, which takes as long as finding them. So it
/// returns the weights only, and the dates of matches with equal weights are looked up. If too many
/// matches weigh the same as the last one wanted, Xapian has to sort after all.
struct RelevanceOrder {
  let index: OpenIndex

  /// Equals may lie on both sides of the last match wanted, so this many more are fetched.
  private static let reserve = 20

  /// The first matches. Equals are not in order yet, but are the first ones in that order.
  ///
  /// - Parameters:
  ///   - query: what to search for.
  ///   - options: the number of matches, and what to return of them. The offset must be 0; the
  ///     order is ignored.
  /// - Returns: the matches, in that order.
  /// - Throws: `IndexError` if the index cannot be read.
  func search(_ query: Query, _ options: SearchOptions) throws(IndexError) -> Matches {
    guard options.limit > 0 else { return try index.search(query, options) }
    let slot = Schema.Slot.newestFirst.rawValue
    var complete = options
    complete.order = .relevanceThenValue(slot: slot, descending: false)
    // A server sends all values of a document together.
    if index.database.hasServers { complete.valueSlots.append(slot) }
    var byWeight = complete
    byWeight.order = .relevance
    byWeight.limit += Self.reserve
    let found = try index.search(query, byWeight)
    let isCut =
      found.hits.count == byWeight.limit
      && found.hits.last?.weight == found.hits[options.limit - 1].weight
    if !isCut, let matches = try inOrder(found, limit: options.limit) { return matches }
    let all = try index.search(query, complete)
    return try inOrder(all, limit: options.limit) ?? all
  }

  /// Ranked matches with equals of several sets in order. Those of one set stay in the order of
  /// their documents, as those do that a writer has removed.
  func ordered(_ matches: [SetRanking.Match]) throws(IndexError) -> [SetRanking.Match] {
    var ordered = matches
    var start = 0
    while start < matches.count {
      let first = matches[start]
      let end =
        matches[start...].firstIndex { $0.weight != first.weight || $0.isFull != first.isFull }
        ?? matches.count
      if matches[start..<end].contains(where: { $0.set != first.set }) {
        var dated: [(match: SetRanking.Match, date: [UInt8])] = []
        for match in matches[start..<end] { dated.append((match, try date(of: match.id) ?? [])) }
        dated.sort { one, other in
          one.date != other.date
            ? one.date.lexicographicallyPrecedes(other.date) : one.match.id < other.match.id
        }
        ordered.replaceSubrange(start..<end, with: dated.map(\.match))
      }
      start = end
    }
    return ordered
  }

  /// The first matches, with the equals on both sides of the last one in order; nil if one has been
  /// removed meanwhile.
  private func inOrder(_ found: Matches, limit: Int) throws(IndexError) -> Matches? {
    var hits = found.hits
    var start = 0
    while start < min(limit, hits.count) {
      let end = hits[start...].firstIndex { $0.weight != hits[start].weight } ?? hits.count
      if end > limit {
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

  /// The sort key of a match among equals; nil if a writer has removed it.
  private func date(of hit: Hit) throws(IndexError) -> [UInt8]? {
    if index.database.hasServers, let date = hit.values.last { return date }
    return try date(of: hit.id)
  }

  private func date(of id: DocumentID) throws(IndexError) -> [UInt8]? {
    try index.ifPresent { () throws(XapianError) in
      try index.database.value(slot: Schema.Slot.newestFirst.rawValue, of: id)
    }
  }
}
