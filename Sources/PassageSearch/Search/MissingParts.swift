internal import Kamervragen
internal import PassageStore
internal import Xapian

/// Determines which parts of a query passages lack.
struct MissingParts {
  let index: OpenIndex

  /// The maximum number of sets in one query.
  private static let maximumAsked = 100

  /// For each passage the items that it lacks. Terms decide this for words. A phrase or a group is
  /// searched again among the passages of their sets.
  func of(
    _ passages: [(id: DocumentID, set: [UInt8])], _ items: [QueryItem]
  ) throws(IndexError) -> [[QueryExpression]] {
    guard !passages.isEmpty else { return [] }
    let ids = passages.map(\.id)
    var sought = TermList(items.flatMap(\.terms).map(\.utf8))
    sought.sort()
    let terms = try ids.map { id throws(IndexError) in try self.terms(of: id, among: sought) }
    var missing: [[QueryExpression]] = ids.map { _ in [] }
    for item in items {
      let having = item.terms.isEmpty ? try matches(of: item.query, among: passages) : []
      for (place, id) in ids.enumerated() {
        let isThere =
          item.terms.isEmpty ? having.contains(id) : !item.terms.isDisjoint(with: terms[place])
        if !isThere { missing[place].append(item.part) }
      }
    }
    return missing
  }

  /// The terms among `sought`, which is in byte order, that a document has.
  private func terms(
    of id: DocumentID, among sought: TermList
  ) throws(IndexError) -> Set<String> {
    if sought.count == 0 { return [] }
    let has = try index.ifPresent { () throws(XapianError) in
      try index.database.has(sought, in: id)
    }
    guard let has else { return [] }
    return Set(has.indices.lazy.filter { has[$0] }.map { sought.string(at: $0) })
  }

  /// The documents in the sets of some passages that a query matches.
  private func matches(
    of query: Query, among passages: [(id: DocumentID, set: [UInt8])]
  ) throws(IndexError) -> Set<DocumentID> {
    let sets = Array(Set(passages.map(\.set)))
    var matches: Set<DocumentID> = []
    for start in stride(from: 0, to: sets.count, by: Self.maximumAsked) {
      let names = sets[start...].prefix(Self.maximumAsked).map {
        Query.term(index.schema.sourceTerm(named: $0))
      }
      var options = SearchOptions()
      options.wantsData = false
      options.limit = names.count * SetBounds.standard.passages
      let found = try index.search(.filter(query, by: .or(names)), options)
      matches.formUnion(found.hits.map(\.id))
    }
    return matches
  }
}
