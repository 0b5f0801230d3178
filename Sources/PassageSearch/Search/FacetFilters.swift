internal import PassageStore
internal import Xapian

/// The filters of a request in the terms of an index.
struct FacetFilters {
  /// What restricts the query, one for each facet.
  private(set) var queries: [FacetFilter] = []
  /// The values in the names of the facets; an unknown one as it was given.
  private(set) var values: [SearchRequest.Facet: [String]] = [:]
  private(set) var notices: [QueryNotice] = []

  /// The most terms of all filters together; they must leave room for the words.
  private static let maximumTerms = 2000

  /// Finds what the filters of a request mean.
  init(
    _ filters: [SearchRequest.Facet: [String]], _ catalog: FacetCatalog
  ) throws(IndexError) {
    var unknown: [UnknownValue] = []
    var room = Self.maximumTerms
    for facet in SearchRequest.Facet.allCases {
      guard let given = filters[facet], !given.isEmpty else { continue }
      var shown: [String] = []
      var seen: Set<String> = []
      var terms: [String] = []
      var leftOut = 0
      for value in given {
        guard room > 0 else {
          leftOut += 1
          continue
        }
        let names = try catalog.names(meantBy: value, of: facet)
        for name in names.isEmpty ? [value] : names where seen.insert(name).inserted {
          shown.append(name)
          let found = names.isEmpty ? [] : try catalog.terms(of: name, facet)
          terms += found
          room -= max(1, found.count)
          if names.isEmpty {
            unknown.append(UnknownValue(field: facet.field, value: .word(value), nearest: []))
          }
        }
      }
      values[facet] = shown
      let query: Query = terms.isEmpty ? .nothing : .or(terms.map { .term($0) })
      queries.append(FacetFilter(field: facet.field, query: query))
      if leftOut > 0 { notices.append(.filterValuesLeftOut(facet.field, leftOut)) }
    }
    if !unknown.isEmpty { notices.append(.unknownValues(unknown)) }
  }

  /// A query with the filters, as it is shown.
  func added(to expression: QueryExpression) -> QueryExpression {
    guard !queries.isEmpty else { return expression }
    var parts = if case .all(let parts) = expression { parts } else { [expression] }
    for facet in SearchRequest.Facet.allCases {
      guard let values = values[facet]?.map(QueryExpression.word) else { continue }
      parts.append(.field(facet.field, values.count == 1 ? values[0] : .any(values)))
    }
    return .all(parts)
  }
}
