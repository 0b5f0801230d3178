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
    guard options.limit > 0 else { return try database.search(query, options) }
    let slot = Schema.Slot.newestFirst.rawValue
    var byWeight = options
    byWeight.order = .relevance
    byWeight.limit += Self.reserve
    let found = try database.search(query, byWeight)
    if let matches = try inOrder(found, limit: options.limit, slot) { return matches }
    var complete = options
    complete.order = .relevanceThenValue(slot: slot, descending: false)
    return try database.search(query, complete)
  }

  /// The first matches with equals in order; nil where that is not to be had of these alone.
  private func inOrder(
    _ found: Matches, limit: Int, _ slot: UInt32
  ) throws(XapianError) -> Matches? {
    var hits = found.hits
    if hits.count == limit + Self.reserve, hits.last?.weight == hits[limit - 1].weight {
      return nil
    }
    var start = 0
    while start < min(limit, hits.count) {
      let end = hits[start...].firstIndex { $0.weight != hits[start].weight } ?? hits.count
      if end - start > 1 {
        var dated: [(hit: Hit, date: [UInt8])] = []
        for hit in hits[start..<end] {
          do throws(XapianError) {
            dated.append((hit, try database.value(slot: slot, of: hit.id)))
          } catch {
            // A writer took it away.
            guard error.status == .notFound else { throw error }
            return nil
          }
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
}
