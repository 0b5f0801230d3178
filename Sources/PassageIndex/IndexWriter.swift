internal import Xapian

/// The database of one generation, open for writing. Everything between two checkpoints is in one transaction, so that
/// passages and ledger are committed together or not at all.
final class IndexWriter {
  /// The path of the index, for messages.
  private let index: String
  /// How passages lie in this index.
  private(set) var schema: Schema
  /// Nil once it is closed.
  private var database: WritableDatabase?

  /// Opens the database of a generation and begins a transaction.
  ///
  /// Where there is a vocabulary, a new database is made with it, and one that is there is thrown away.
  ///
  /// - Throws: `IndexError.incompatible` where it was made with another analysis.
  init(
    _ directory: IndexDirectory, generation: Int, making vocabulary: Vocabulary? = nil
  ) throws(IndexError) {
    index = directory.path
    let path = directory.generationPath(generation)
    do throws(XapianError) {
      database = try WritableDatabase(path: path, mode: vocabulary == nil ? .open : .overwrite)
    } catch {
      switch error.status {
      case .locked: throw .busy(path: index, holder: "een ander proces schrijft erin")
      case .notFound where vocabulary != nil:
        throw .cannotCreate(path: path, reason: error.message)
      default: throw IndexError(index, error)
      }
    }
    if let vocabulary {
      schema = Schema(vocabulary)
      try perform { database throws(XapianError) in
        try vocabulary.write(to: database)
        try database.setMetadata(
          Array(schema.fingerprint.utf8), forKey: MetadataKey.fingerprint)
        try database.commit()
      }
    } else {
      // The index says itself what it knows of words.
      schema = Schema()
      let stored = try perform { database throws(XapianError) in
        try Vocabulary.Stored { key throws(XapianError) in try database.metadata(forKey: key) }
      }
      schema = try Schema(of: index, stored)
    }
    try perform { database throws(XapianError) in try database.beginTransaction() }
  }

  private func perform<Result>(
    _ body: (borrowing WritableDatabase) throws(XapianError) -> Result
  ) throws(IndexError) -> Result {
    do throws(XapianError) {
      switch database {
      case .some(let database): return try body(database)
      case .none:
        throw XapianError(status: .invalidArgument, message: "de database is al gesloten")
      }
    } catch {
      throw IndexError(index, error)
    }
  }

  /// The ledger as it was at the last checkpoint, by path.
  func ledger() throws(IndexError) -> [[UInt8]: LedgerEntry] {
    let entries = try perform { database throws(XapianError) in
      try database.metadataEntries(withPrefix: LedgerEntry.keyPrefix)
    }
    var ledger: [[UInt8]: LedgerEntry] = [:]
    ledger.reserveCapacity(entries.count)
    for (key, value) in entries {
      guard let entry = LedgerEntry(decoding: value) else {
        throw .damaged(path: index, reason: "de regel \(key) van het bestandenregister")
      }
      ledger[entry.path] = entry
    }
    return ledger
  }

  /// Takes the passages of a file out.
  func removePassages(of entry: LedgerEntry) throws(IndexError) {
    guard entry.passages > 0 else { return }
    try perform { database throws(XapianError) in
      try database.deleteAll(withTerm: schema.sourceTerm(entry.pathDigest))
    }
  }

  /// Forgets a file.
  func forget(_ entry: LedgerEntry) throws(IndexError) {
    try perform { database throws(XapianError) in
      try database.setMetadata([], forKey: entry.key)
    }
  }

  /// Adds the passages of a file, of which there are none in the index.
  func add(
    _ passages: [PreparedPassage], _ visibility: Visibility = .shown, adopted: [String] = []
  ) throws(IndexError) {
    try perform { database throws(XapianError) in
      for passage in passages {
        var document = passage.document
        let mark = visibility.term(hasQuestions: passage.hasQuestions)
        for term in adopted + [mark].compactMap(\.self) { schema.addKey(term, &document) }
        _ = try database.add(document)
      }
    }
  }

  /// Gives the passages of a file other marks: how far they are searched, and the names they are found by.
  func mark(
    _ entry: LedgerEntry, _ visibility: Visibility, adopted: [String]
  ) throws(IndexError) {
    guard let setKey = entry.setKey else { return }
    try perform { database throws(XapianError) in
      let all = try database.documents(withTerm: schema.sourceTerm(entry.pathDigest))
      let whole = Set(
        try database.documents(withTerm: schema.passageTerm(setKey, question: 0)))
      for id in all {
        func terms(_ visibility: Visibility, _ adopted: [String]) -> Set<String> {
          let mark = visibility.term(hasQuestions: !whole.contains(id))
          return Set(adopted + [mark].compactMap(\.self))
        }
        let (old, new) = (terms(entry.visibility, entry.adopted), terms(visibility, adopted))
        for term in old.subtracting(new).sorted() {
          try database.mark(id, with: term, isPresent: false)
        }
        for term in new.subtracting(old).sorted() {
          try database.mark(id, with: term, isPresent: true)
        }
      }
    }
  }

  /// Records what is known of an edition besides its passages; an empty record is none.
  func record(_ record: SetRecord, of edition: String) throws(IndexError) {
    let key = SetRecord.key(of: edition)
    let bytes = record.encoded()
    try perform { database throws(XapianError) in
      guard try database.metadata(forKey: key) != bytes else { return }
      try database.setMetadata(bytes, forKey: key)
    }
  }

  /// Records what is known of a file.
  func record(_ entry: LedgerEntry) throws(IndexError) {
    try perform { database throws(XapianError) in
      try database.setMetadata(entry.encoded(), forKey: entry.key)
    }
  }

  /// Records that a run has changed the index now.
  func recordRun() throws(IndexError) {
    try perform { database throws(XapianError) in
      try database.setMetadata(Array(Timestamp.now.utf8), forKey: MetadataKey.lastRun)
    }
  }

  /// Commits what has been done and goes on.
  func checkpoint() throws(IndexError) {
    try perform { database throws(XapianError) in
      try database.commitTransaction()
      try database.beginTransaction()
    }
  }

  /// Commits what has been done and closes the database. A writer that is dropped without this leaves the index as it
  /// was at the last checkpoint.
  func finish() throws(IndexError) {
    try perform { database throws(XapianError) in try database.commitTransaction() }
    guard let database = database.take() else { return }
    do throws(XapianError) {
      try database.close()
    } catch {
      throw IndexError(index, error)
    }
  }
}

/// The names under which the database's metadata keeps what is not a passage.
enum MetadataKey {
  static let fingerprint = "fingerprint"
  static let lastRun = "lastRun"
  /// A piece of the lexicon, from 0; there is none where the index was made without a list of words.
  static func lexicon(piece: Int) -> String { "lexicon/\(piece)" }
  /// The user's exceptions, as text.
  static let exceptions = "exceptions"
}
