internal import Kamervragen
internal import PassageStore
internal import Xapian

/// Database operations for searching. An `IndexError` names the index.
extension OpenIndex {
  /// A query as it is understood with the words of this index.
  func parse(
    _ query: String, aliases: Aliases = .none, today: CalendarDate? = nil
  ) -> ParsedQuery {
    var context = QueryContext(analyzer: schema.analyzer, aliases: aliases)
    if let today { context.today = today }
    return QueryParser.parse(query, in: context)
  }

  /// A query in the terms of this index, restricted to values of facets.
  func compile(
    _ parsed: ParsedQuery, isExact: Bool, aliases: Aliases = .none, filters: [FacetFilter] = []
  ) throws(IndexError) -> CompiledQuery {
    try onDatabase { () throws(XapianError) in
      var compiler = QueryCompiler(for: self, isExact: isExact, aliases: aliases)
      compiler.compiled.facetFilters = filters
      return try compiler.compile(parsed)
    }
  }

  func search(_ query: Query, _ options: SearchOptions) throws(IndexError) -> Matches {
    try onDatabase { () throws(XapianError) in try database.search(query, options) }
  }

  /// Whether a passage matches a query.
  func hasMatch(_ query: Query) throws(XapianError) -> Bool {
    var options = SearchOptions()
    options.limit = 1
    options.wantsData = false
    return try !database.search(query, options).hits.isEmpty
  }

  func passage(_ id: DocumentID) throws(IndexError) -> StoredPassage {
    try decode(try onDatabase { () throws(XapianError) in try database.data(of: id) })
  }

  /// The result of a look-up; nil if a writer has removed the document since it was found.
  func ifPresent<Value>(
    _ lookUp: () throws(XapianError) -> Value
  ) throws(IndexError) -> Value? {
    do throws(XapianError) {
      return try lookUp()
    } catch {
      guard error.status == .notFound else { throw IndexError(path, error) }
      return nil
    }
  }

  /// The ledger entries of all source files.
  func ledger() throws(IndexError) -> [LedgerEntry] {
    try onDatabase { () throws(XapianError) in
      try database.metadataEntries(withPrefix: LedgerEntry.keyPrefix)
    }.compactMap { LedgerEntry(decoding: $0.value) }
  }
}
