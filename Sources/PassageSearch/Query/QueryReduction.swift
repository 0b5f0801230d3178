internal import PassageStore
internal import Xapian

extension QueryCompiler {
  /// Translates a parsed query. Of a long one as much is left out as has to be, least first, with a warning.
  mutating func compile(_ parsed: ParsedQuery) throws(XapianError) -> CompiledQuery {
    let fresh = self
    for reduction in Reduction.allCases {
      self = fresh
      self.reduction = reduction
      if try translate(parsed) { break }
    }
    return compiled
  }

  /// What is left out of a long query, what moves ranks least first; each leaves out what those before it do.
  enum Reduction: Int, CaseIterable, Comparable {
    case nothing
    /// What finds nothing more: the subject's weight, relatives, words behind capitals.
    case ranks
    /// The parts of compounds as words of their own.
    case openForms
    /// The compounds that words are parts of, words that texts write as one or apart, and other names.
    case compounds

    static func < (left: Reduction, right: Reduction) -> Bool { left.rawValue < right.rawValue }

    /// What the user is told.
    var warning: String? {
      let left: String? =
        switch self {
        case .nothing: nil
        case .ranks: "verwante woorden en woorden in het onderwerp tellen niet extra"
        case .openForms: "samenstellingen zijn niet ook op hun losse delen gezocht"
        case .compounds: "woorden zijn niet ook in samenstellingen en onder andere namen gezocht"
        }
      return left.map { "De vraag is erg lang: \($0)." }
    }
  }
}

extension CompiledQuery {
  /// The most steps that its parts may have: what Xapian takes, but for the sets that are not to be listed twice.
  static let mostSteps = Query.maximumSteps - IndexReader.mostSets - 100

  /// How many steps its longest query has at most: the partial matches, without those that are full.
  var size: Int {
    func size(_ queries: [Query]) -> Int { queries.reduce(0) { $0 + $1.steps } }
    return 2 * size(items.map(\.query)) + size(boosts) + size(parts) + size(filters)
      + size(exclusions)
  }
}
