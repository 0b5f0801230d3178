internal import Xapian

/// One database of a generation, open for writing. Everything between two commits is in one transaction.
actor ShardWriter {
  private let thread: WritingThread
  nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }
  private let index: String
  private let path: String
  private let schema: Schema
  /// Nil while it rests.
  private var database: WritableDatabase?

  /// Opens a database, which is written on a thread.
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

  /// Makes a new database, with a fingerprint and what else it is to have from the start.
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

  /// The files that it has, as they were when it was committed last: those of a page of `LedgerEntry.keyPages`.
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

  /// The keys of what is recorded of versions here.
  func recordKeys() throws(IndexError) -> [String] {
    try entries(SetRecord.keyPrefix).map(\.key)
  }

  private func entries(_ prefix: String) throws(IndexError) -> [(key: String, value: [UInt8])] {
    try perform { database throws(XapianError) in
      try database.metadataEntries(withPrefix: prefix)
    }
  }

  /// Does changes, in order.
  func apply(_ changes: [Change]) -> Result<Void, IndexError> {
    result { () throws(IndexError) in
      try perform { database throws(XapianError) in
        for change in changes { try database.apply(change, schema) }
      }
    }
  }

  /// Commits what has been done and goes on.
  func commit() -> Result<Void, IndexError> {
    result { () throws(IndexError) in
      guard database != nil else { return }
      try perform { database throws(XapianError) in
        try database.commitTransaction()
        try database.beginTransaction()
      }
    }
  }

  /// Commits what has been done and closes the database until there is more to do: an open one takes memory, and some of
  /// the files that a process may have open. A writer that is dropped without this leaves it as it was committed last.
  func rest() -> Result<Void, IndexError> {
    result { () throws(IndexError) in
      guard let database = database.take() else { return }
      do throws(XapianError) {
        try database.commitTransaction()
        try database.close()
      } catch {
        throw IndexError(index, error)
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

  private func perform<Result>(
    _ body: (borrowing WritableDatabase) throws(XapianError) -> Result
  ) throws(IndexError) -> Result {
    do throws(XapianError) {
      switch database {
      case .some(let database): return try body(database)
      case .none: break
      }
      database = try Self.open(path)
    } catch {
      throw IndexError(index, error)
    }
    return try perform(body)
  }
}

/// The names under which the database's metadata keeps what is not a passage.
package enum MetadataKey {
  static let fingerprint = "fingerprint"
  package static let lastRun = "lastRun"
  /// How many shards the index is kept in; in the first of them.
  static let shards = "shards"
  /// A piece of the lexicon, from 0; there is none where the index was made without a list of words.
  static func lexicon(piece: Int) -> String { "lexicon/\(piece)" }
  /// The user's exceptions, as text.
  static let exceptions = "exceptions"
}
