internal import PassageStore
internal import Xapian

extension QueryCompiler {
  /// Translates a parsed query. Of a long one as much is left out as has to be, least first, with a warning.
  mutating func compile(_ parsed: ParsedQuery) throws(XapianError) -> CompiledQuery {
    let fresh = self
    for reduction in QueryReduction.allCases {
      self = fresh
      self.reduction = reduction
      if try translate(parsed) { break }
    }
    return compiled
  }
}

extension CompiledQuery {
  /// At most this many sets that were listed are left out of the list that follows.
  static let maximumSetsLeftOut = 4000
  /// The most steps that its parts may have: what Xapian takes, without the room for the sets that are left out.
  static let maximumSteps = Query.mostSteps - maximumSetsLeftOut - 100

  /// How many steps its longest query has at most: the partial matches, without those that are full.
  var size: Int {
    func size(_ queries: [Query]) -> Int { queries.reduce(0) { $0 + $1.steps } }
    return 2 * size(items.map(\.query)) + size(boosts) + size(parts) + size(filters)
      + size(exclusions)
  }
}
