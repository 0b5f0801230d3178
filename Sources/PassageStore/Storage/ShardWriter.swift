internal import Xapian

/// One database of a generation, open for writing. Everything between two commits is one
/// transaction.
actor ShardWriter {
  private let thread: WritingThread
  nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }
  private let index: String
  private let path: String
  private let schema: Schema
  /// Nil while it is closed.
  private var database: WritableDatabase?

  /// Opens a database, to be written on the given thread.
  init(
    _ index: String, path: String, schema: Schema, on thread: WritingThread
  ) throws(IndexError) {
    self.thread = thread
    self.index = index
    self.path = path
    self.schema = schema
    do throws(XapianError) {
      database = try Self.open(path)
    } catch {
      throw error.status == .locked
        ? .busy(path: index, holder: .process) : IndexError(index, error)
    }
  }

  private static func open(_ path: String) throws(XapianError) -> WritableDatabase {
    let database = try WritableDatabase(path: path, mode: .open)
    try database.beginTransaction()
    return database
  }

  /// Makes a new database with a fingerprint and whatever `fill` adds.
  static func make(
    at path: String, _ schema: Schema,
    _ fill: (borrowing WritableDatabase) throws(XapianError) -> Void
  ) throws(IndexError) {
    do throws(XapianError) {
      let database = try WritableDatabase(path: path, mode: .create)
      try fill(database)
      try database.setMetadata(Array(schema.fingerprint.utf8), forKey: MetadataKey.fingerprint)
      try database.close()
    } catch {
      throw error.status == .notFound
        ? .cannotCreate(path: path, reason: .xapian(error.message)) : IndexError(path, error)
    }
  }

  /// The committed ledger entries of one page of `LedgerEntry.keyPages`.
  func ledger(page: String) throws(IndexError) -> [LedgerEntry] {
    var ledger: [LedgerEntry] = []
    for (key, value) in try entries(page) {
      guard let entry = LedgerEntry(decoding: value) else {
        throw .damaged(path: index, reason: .ledgerLine(key))
      }
      ledger.append(entry)
    }
    return ledger
  }

  /// The keys of the records of publication versions in this shard.
  func recordKeys() throws(IndexError) -> [String] {
    try entries(SetRecord.keyPrefix).map(\.key)
  }

  private func entries(_ prefix: String) throws(IndexError) -> [(key: String, value: [UInt8])] {
    try perform { database throws(XapianError) in
      try database.metadataEntries(withPrefix: prefix)
    }
  }

  /// Applies changes, in order.
  func apply(_ changes: [Change]) -> Result<Void, IndexError> {
    result { () throws(IndexError) in
      try perform { database throws(XapianError) in
        for change in changes { try database.apply(change, schema) }
      }
    }
  }

  /// Commits the transaction and begins the next one.
  func commit() -> Result<Void, IndexError> {
    result { () throws(IndexError) in
      guard database != nil else { return }
      try perform { database throws(XapianError) in
        try database.commitTransaction()
        try database.beginTransaction()
      }
    }
  }

  /// Commits and closes the database until there is more to do: an open one takes memory and file
  /// descriptors. A writer dropped without this leaves the database as last committed.
  func commitAndClose() -> Result<Void, IndexError> {
    result { () throws(IndexError) in
      try accessing(index) { () throws(XapianError) in
        guard let database = database.take() else { return }
        try database.commitTransaction()
        try database.close()
      }
    }
  }

  private func result(_ body: () throws(IndexError) -> Void) -> Result<Void, IndexError> {
    do throws(IndexError) {
      return .success(try body())
    } catch {
      return .failure(error)
    }
  }

  private func perform<Value>(
    _ body: (borrowing WritableDatabase) throws(XapianError) -> Value
  ) throws(IndexError) -> Value {
    try accessing(index) { () throws(XapianError) in
      let open =
        switch database.take() {
        case .some(let database): database
        case .none: try Self.open(path)
        }
      let result = Result { () throws(XapianError) in try body(open) }
      database = consume open
      return try result.get()
    }
  }
}
