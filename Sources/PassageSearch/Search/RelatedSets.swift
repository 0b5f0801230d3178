internal import PassageStore
internal import Xapian

/// Finds the sets that lack the words of a query but have those that come back in its best matches.
struct RelatedSets {
  /// The telling words and their weights.
  let words: [(base: String, weight: Double)]
  /// The sets that they find.
  let found: SetWeights
  /// What the weights of the sets are multiplied by in the list.
  let factor: Double

  /// The number of sets that are listed.
  private static let maximumSets = 100
  /// The number of words that are named for a set.
  private static let maximumNamed = 4

  /// A passage of a related set.
  struct Passage {
    let match: SetRanking.Match
    /// The telling words that its set has.
    let words: [String]
  }

  /// One passage of each related set, the one with the most telling words, in the order of the
  /// sets.
  func passages(
    besides matches: [SetRanking.Match], _ compiled: CompiledQuery, in index: OpenIndex
  ) throws(IndexError) -> [Passage] {
    let known = Set(matches.map(\.set))
    let sets = found.found.filter { !known.contains($0.set) }.prefix(Self.maximumSets)
    guard !sets.isEmpty else { return [] }
    var options = SearchOptions()
    options.limit = sets.count
    options.collapse = Schema.Slot.set.rawValue
    options.valueSlots = [Schema.Slot.set.rawValue]
    options.order = .relevanceThenValue(slot: Schema.Slot.byNumber.rawValue, descending: false)
    options.wantsData = index.database.hasServers
    let inSets = Query.or(sets.map { .term(index.schema.sourceTerm(named: $0.set)) })
    let telling = Query.or(
      words.map { .scaled(.term(Schema.term(.question, .word, $0.base)), by: $0.weight) })
    let hits = try index.search(
      compiled.restricted(.andMaybe(.scaled(inSets, by: 0), telling)), options
    ).hits
    let best = Dictionary(hits.map { ($0.values[0], $0) }) { first, _ in first }
    var passages: [Passage] = []
    for set in sets {
      guard let hit = best[set.set] else { continue }
      let match = SetRanking.Match(
        id: hit.id, set: set.set, data: options.wantsData ? hit.data : nil, isFull: false,
        weight: SetRanking.rounded(factor * set.weight))
      passages.append(Passage(match: match, words: try named(set.id, in: index)))
    }
    return passages
  }

  /// The telling words that a set has, the most telling first.
  private func named(_ set: DocumentID, in index: OpenIndex) throws(IndexError) -> [String] {
    let bases = words.map(\.base)
    var terms = TermList(bases.map { Schema.setWord($0).utf8 })
    terms.sort()
    let has = try index.ifPresent { () throws(XapianError) in
      try index.database.has(terms, in: set)
    }
    let had = Set(zip(0..., has ?? []).filter(\.1).map { terms.string(at: $0.0) })
    return Array(bases.filter { had.contains(Schema.setWord($0)) }.prefix(Self.maximumNamed))
  }
}
