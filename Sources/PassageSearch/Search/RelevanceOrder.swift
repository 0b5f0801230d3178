internal import PassageStore
internal import Xapian

/// Searches in the order of relevance, equals by date and number.
///
/// Xapian would read the date of every match for that, which takes as long as finding them. So it
/// returns the weights only, and the dates of matches with equal weights are looked up.
struct RelevanceOrder {
  let index: OpenIndex

  /// The first matches of a search.
  struct First {
    var found: Matches
    /// The number of those that are ranked with their sets; the others follow as they are.
    var ranked: Int
    /// Whether there are no more.
    var isWhole: Bool
  }

  /// The first matches, equals in any order.
  ///
  /// Of the matches that weigh as much as the first one outside of the window, none is ranked:
  /// which of them are inside would depend on their order in the index.
  ///
  /// - Parameters:
  ///   - query: what to search for.
  ///   - window: how many matches are ranked at most.
  ///   - wanted: how many matches the page needs at least.
  ///   - options: what to return of the matches; their number and order are ignored.
  /// - Returns: the matches, and which of them are ranked.
  /// - Throws: `IndexError` if the index cannot be read.
  func first(
    _ query: Query, window: Int, wanted: Int, _ options: SearchOptions
  ) throws(IndexError) -> First {
    let slot = Schema.Slot.newestFirst.rawValue
    var options = options
    options.order = .relevance
    guard max(window, wanted) > 0 else {
      options.limit = 0
      let counted = try index.search(query, options)
      return First(found: counted, ranked: 0, isWhole: counted.upperBound == 0)
    }
    options.limit = max(window, wanted) + 1
    let found = try index.search(query, options)
    let isWhole = found.hits.count < options.limit
    guard found.hits.count > window else {
      return First(found: found, ranked: found.hits.count, isWhole: isWhole)
    }
    let cut = found.hits[window].weight
    let ranked = found.hits.prefix { $0.weight > cut }.count
    if ranked >= max(1, wanted) {
      var first = found
      first.hits = Array(found.hits.prefix(ranked))
      return First(found: first, ranked: ranked, isWhole: false)
    }
    // The page goes on into those that are not ranked. So their order matters.
    options.order = .relevanceThenValue(slot: slot, descending: false)
    options.limit = max(window, wanted)
    return First(
      found: try index.search(query, options), ranked: ranked > 0 ? ranked : window,
      isWhole: isWhole)
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

  private func date(of id: DocumentID) throws(IndexError) -> [UInt8]? {
    try index.ifPresent { () throws(XapianError) in
      try index.database.value(slot: Schema.Slot.newestFirst.rawValue, of: id)
    }
  }
}
