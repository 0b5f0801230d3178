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
    _ parsed: ParsedQuery, isExact: Bool, aliases: Aliases = .none, usesRelatives: Bool = true,
    filters: [FacetFilter] = []
  ) throws(IndexError) -> CompiledQuery {
    try onDatabase { () throws(XapianError) in
      var compiler = QueryCompiler(for: self, isExact: isExact, aliases: aliases)
      compiler.usesRelatives = usesRelatives
      compiler.compiled.facetFilters = filters
      return try compiler.compile(parsed)
    }
  }

  func search(
    _ query: Query, _ options: SearchOptions, weighting: SearchOptions.Weighting = .passages
  ) throws(IndexError) -> Matches {
    var options = options
    options.weighting = weighting
    return try onDatabase { () throws(XapianError) in try database.search(query, options) }
  }

  /// Whether a passage matches a query.
  func hasMatch(_ query: Query) throws(XapianError) -> Bool {
    var options = SearchOptions()
    options.limit = 1
    options.wantsData = false
    return try !database.search(query, options).hits.isEmpty
  }

  /// The place of a passage that was found, with the data of its document if they came along; nil
  /// if a writer has removed it.
  func place(
    of id: DocumentID, _ data: [UInt8]?, source: [UInt8]
  ) throws(IndexError) -> PassagePlace? {
    if let data { return try place(data, source: source) }
    let data = try ifPresent { () throws(XapianError) in try database.data(of: id) }
    return try data.map { data throws(IndexError) in try place(data, source: source) }
  }

  /// The first passages that a query finds, in the order of their documents. A server is asked
  /// twice, for the places and for the texts.
  func passages(matching query: Query, limit: Int) throws(IndexError) -> [StoredPassage] {
    var options = SearchOptions()
    options.limit = limit
    options.valueSlots = [Schema.Slot.set.rawValue]
    var places: [PassagePlace] = []
    for hit in try search(.scaled(query, by: 0), options).hits {
      places.append(try place(hit.data, source: hit.values[0]))
    }
    return try passages(at: places).compactMap(\.self)
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

extension SearchOptions.Weighting {
  // Xapian compares the length of a document with the average of passages and sets together, of
  // which a passage has about six tenths, and a set three times as much.

  /// BM25 over passages: what k1 1, b 0.5 and half the average would be among passages alone.
  static let passages = Self(k1: 1.33, b: 0.625, minimumLength: 0.3)
  /// BM25 over whole sets: what k1 0.6, b 0.3 and the average would be among sets alone. What a set
  /// says once counts nearly as much as what it says often, for a query asks for several words
  /// rather than for one of them again.
  static let sets = Self(k1: 0.48, b: 0.125, minimumLength: 3)
}

extension Query {
  /// The passages of a set with a question number (0: those without numbers).
  static func passage(_ key: String, question: Int, _ schema: Schema) -> Query {
    .and(schema.passageTerms(key, question: question).map { .term($0) })
  }
}
