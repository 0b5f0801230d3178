internal import PassageStore
internal import Xapian

/// What searching asks of the databases; its errors name the index.
extension OpenIndex {
  /// A query in the terms of this index.
  func compile(
    _ parsed: ParsedQuery, isExact: Bool, aliases: Aliases = .none
  ) throws(IndexError) -> CompiledQuery {
    try onDatabase { () throws(XapianError) in
      var compiler = QueryCompiler(for: self, isExact: isExact, aliases: aliases)
      return try compiler.compile(parsed)
    }
  }

  func search(_ query: Query, _ options: SearchOptions) throws(IndexError) -> Matches {
    try onDatabase { () throws(XapianError) in try database.search(query, options) }
  }

  func passage(_ id: DocumentID) throws(IndexError) -> StoredPassage {
    try decode(try onDatabase { () throws(XapianError) in try database.data(of: id) })
  }

  /// What a look-up gives; nil if a writer has taken the document away since it was found.
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

  /// What is known of all source files.
  func ledger() throws(IndexError) -> [LedgerEntry] {
    try onDatabase { () throws(XapianError) in
      try database.metadataEntries(withPrefix: LedgerEntry.keyPrefix)
    }.compactMap { LedgerEntry(decoding: $0.value) }
  }
}
