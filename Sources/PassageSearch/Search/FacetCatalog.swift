internal import PassageStore
internal import Xapian

/// The values of the facets of an index, with their names over the whole index: a name must not
/// depend on what else a search finds. They are read when they are first needed, and again when the
/// index has changed.
final class FacetCatalog {
  private let index: OpenIndex
  private var known: [SearchRequest.Facet: FacetNames] = [:]
  /// The state of the index that they are of.
  private var state: UInt64 = 0

  /// The most values of a facet that are named. Others stand for themselves.
  private static let maximumValues = 100_000

  init(_ index: OpenIndex) { self.index = index }

  /// The names of the values of a facet.
  func names(of facet: SearchRequest.Facet) throws(IndexError) -> FacetNames {
    if index.database.state == state, let names = known[facet] { return names }
    let terms = try index.onDatabase { () throws(XapianError) in
      try index.database.terms(
        withPrefix: Schema.facetPrefix(of: facet.field), limit: Self.maximumValues)
    }
    let names = FacetNames(
      facet,
      terms.compactMap { term in
        Schema.facetValue(ofTerm: term.term, facet.field).map { ($0, term.documentFrequency) }
      })
    if index.database.state != state {
      state = index.database.state
      known = [:]
    }
    known[facet] = names
    return names
  }

  /// The names that a value given by a user may mean; none if no passage has it. Of a value that is
  /// too long for a term, only the exact form is known, as of a calendar year.
  func names(
    meantBy value: String, of facet: SearchRequest.Facet
  ) throws(IndexError) -> [String] {
    let names = try names(of: facet).names(meantBy: value)
    guard names.isEmpty else { return names }
    let isThere = try index.onDatabase { () throws(XapianError) in
      try index.database.documentFrequency(of: Schema.facetTerm(facet.field, value)) > 0
    }
    return isThere ? [value] : []
  }

  /// The terms of the passages that have a value with this name.
  func terms(of name: String, _ facet: SearchRequest.Facet) throws(IndexError) -> [String] {
    let spellings = try names(of: facet).spellings(of: name)
    return (spellings.isEmpty ? [name] : spellings).map { Schema.facetTerm(facet.field, $0) }
  }

  /// The counts of facets by name, the most frequent first.
  ///
  /// - Parameters:
  ///   - values: what the slot of the facets has, with the number of passages or sets.
  ///   - facets: those to count.
  /// - Returns: the counts of each of them.
  /// - Throws: `IndexError` if the index cannot be read.
  func counts(
    of values: [FacetValue], for facets: [SearchRequest.Facet]
  ) throws(IndexError) -> [SearchRequest.Facet: [FacetCount]] {
    // First what is equal is counted, in bytes; then each is named once.
    var counts = Schema.facetFields.map { _ in [ArraySlice<UInt8>: Int]() }
    for value in values {
      for (place, joined) in Schema.facets(in: value.value).prefix(counts.count).enumerated() {
        counts[place][joined, default: 0] += value.count
      }
    }
    var named: [SearchRequest.Facet: [FacetCount]] = [:]
    for facet in facets {
      guard let place = Schema.facetFields.firstIndex(of: facet.field) else { continue }
      named[facet] = try self.counts(of: counts[place], for: facet)
    }
    return named
  }

  private func counts(
    of values: [ArraySlice<UInt8>: Int], for facet: SearchRequest.Facet
  ) throws(IndexError) -> [FacetCount] {
    let names = try names(of: facet)
    var counts: [String: Int] = [:]
    for (joined, count) in values {
      let parts = Schema.values(ofFacet: joined, facet.field).map { names.name(of: $0) }
      // A heading that spells one party in two ways counts once.
      for part in parts.count > 1 ? Array(Set(parts)) : parts {
        counts[part, default: 0] += count
      }
    }
    return counts.map { FacetCount(value: $0, count: $1) }
      .sorted { ($1.count, $0.value) < ($0.count, $1.value) }
  }
}
