internal import Xapian

extension QueryCompiler {
  /// Translates a parsed query. If it is too long for Xapian, leaves out what matters least, and
  /// notes that.
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
  /// The maximum number of sets already listed that are excluded from the rest of the list.
  static let maximumSetsLeftOut = 4000
  /// The maximum size of its parts: Xapian's limit, minus room for the excluded sets.
  static let maximumSteps = Query.maximumSteps - maximumSetsLeftOut - 100

  /// An upper bound for the steps of its longest query: that for partial matches.
  var size: Int {
    func size(_ queries: [Query]) -> Int { queries.reduce(0) { $0 + $1.steps } }
    return 2 * size(items.map(\.query)) + size(parts) + size(filters)
      + size(facetFilters.map(\.query)) + size(exclusions)
  }
}
