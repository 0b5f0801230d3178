internal import CXapianBridge
internal import Glibc

/// A database opened for writing.
///
/// There is one writer to a database at a time. It sees its own changes at once; readers see them
/// when it commits. Close it: what a writer did that is merely dropped is thrown away, as far as it
/// was not committed. So is, after any error but `invalidArgument` and `notFound`, what it had not
/// committed before. Outside of transactions Xapian also commits by itself, every 10,000 changes.
public struct WritableDatabase: ~Copyable {
  /// How to open.
  public enum Mode: Sendable {
    /// Make a new database; fail where there is one.
    case create
    /// Open a database; fail where there is none.
    case open
  }

  private let handle: OpaquePointer

  /// Opens a database and takes its lock.
  ///
  /// A lock that another holds is asked for again for half a second: where this process starts a child, the lock of a
  /// writer that was just closed lives on in the child until that runs its own program.
  ///
  /// - Parameters:
  ///   - path: The directory of the database. The directory above it has to be there.
  ///   - mode: How to open.
  /// - Throws: `notFound`, `locked`, `corrupt`, `incompatible`, `noSpace`, `inputOutput`, or
  ///   `invalidArgument` where one is to be made and there is one.
  public init(path: String, mode: Mode) throws(XapianError) {
    var opened: OpaquePointer?
    var attempts = 50
    while true {
      do {
        try call { error in path.withText { xapian_writer_open($0, mode.flat, &opened, &error) } }
        break
      } catch {
        attempts -= 1
        guard error.status == .locked, attempts > 0 else { throw error }
        usleep(10_000)
      }
    }
    handle = try present(opened)
  }

  deinit { xapian_writer_free(handle) }

  /// Commits, and closes. A transaction that is open is cancelled instead.
  ///
  /// - Throws: `noSpace`, `inputOutput`, `corrupt`; the database is then as after the commit before.
  ///   The lock is given up all the same.
  public consuming func close() throws(XapianError) {
    let handle = handle
    try call { xapian_writer_close(handle, &$0) }
  }
}

// MARK: - Documents

extension WritableDatabase {
  /// Adds a document.
  ///
  /// - Returns: The number given to it, the next free one.
  /// - Throws: `invalidArgument` where a term is empty or too long; nothing is added then.
  @discardableResult
  public borrowing func add(_ document: Document) throws(XapianError) -> DocumentID {
    let handle = handle
    var id: DocumentID = 0
    try call { error in document.withFlat { xapian_writer_add(handle, $0, &id, &error) } }
    return id
  }

  /// Gives a document a term without position, or takes a term from it; the rest of it stays as it is.
  ///
  /// - Throws: `notFound` where there is no document with that number, `invalidArgument` where the term is empty or too
  ///   long.
  public borrowing func mark(
    _ id: DocumentID, with term: String, isPresent: Bool
  ) throws(XapianError) {
    let handle = handle
    try call { error in
      term.withText { xapian_writer_mark(handle, id, $0, isPresent, &error) }
    }
  }

  /// Takes from a document all terms that begin with one of some bytes, and gives it the terms, the values and the data
  /// of another; the rest of it stays as it is. An empty value takes the value of its slot away.
  ///
  /// - Throws: `notFound` where there is no document with that number, `invalidArgument` where there are no bytes or a
  ///   term is empty or too long; the document is as it was then.
  public borrowing func amend(
    _ id: DocumentID, withoutTerms letters: [UInt8], adding addition: Document
  ) throws(XapianError) {
    let handle = handle
    try call { error in
      letters.withText { letters in
        addition.withFlat { xapian_writer_amend(handle, id, letters, $0, &error) }
      }
    }
  }

  /// Deletes all documents that have a term. That there are none is no error.
  public borrowing func deleteAll(withTerm term: String) throws(XapianError) {
    let handle = handle
    try call { error in term.withText { xapian_writer_delete_with_term(handle, $0, &error) } }
  }

  /// How many documents there are.
  public borrowing func documentCount() throws(XapianError) -> Int {
    try reader.documentCount()
  }

  /// The documents that have a term, rising, as many as there are.
  public borrowing func documents(withTerm term: String) throws(XapianError) -> [DocumentID] {
    try reader.documents(withTerm: term, offset: 0, limit: Int(DocumentID.max))
      .map { item, _ in DocumentID(clamping: item.number) }
  }

  /// The data of a document.
  ///
  /// - Throws: `notFound` where there is none with that number.
  public borrowing func data(of id: DocumentID) throws(XapianError) -> [UInt8] {
    try reader.data(of: id)
  }

  /// How many documents have a term.
  public borrowing func documentFrequency(of term: String) throws(XapianError) -> Int {
    try reader.documentFrequency(of: term)
  }
}

// MARK: - Metadata

extension WritableDatabase {
  /// Stores a value under a key, beside the documents. An empty value removes the key.
  ///
  /// - Throws: `invalidArgument` where the key is empty or longer than some 245 bytes.
  public borrowing func setMetadata(_ value: [UInt8], forKey key: String) throws(XapianError) {
    let handle = handle
    try call { error in
      key.withText { key in
        value.withText { xapian_writer_set_metadata(handle, key, $0, &error) }
      }
    }
  }

  /// What is stored under a key; empty where it is absent.
  public borrowing func metadata(forKey key: String) throws(XapianError) -> [UInt8] {
    try reader.metadata(forKey: key)
  }

  /// All keys that begin with a prefix, in byte order, and what is stored under them.
  public borrowing func metadataEntries(
    withPrefix prefix: String
  ) throws(XapianError) -> [(key: String, value: [UInt8])] {
    try reader.metadataEntries(withPrefix: prefix)
  }
}

// MARK: - Commits

extension WritableDatabase {
  /// Commits what was done before, and begins a transaction: what follows is committed or cancelled
  /// as a whole.
  ///
  /// - Throws: `invalidArgument` where a transaction is open already; what a commit throws.
  public borrowing func beginTransaction() throws(XapianError) {
    let handle = handle
    try call { xapian_writer_begin_transaction(handle, &$0) }
  }

  /// Ends the transaction and commits it.
  ///
  /// - Throws: `invalidArgument` where no transaction is open; what a commit throws. After a failure
  ///   nothing of the transaction is left.
  public borrowing func commitTransaction() throws(XapianError) {
    let handle = handle
    try call { xapian_writer_commit_transaction(handle, &$0) }
  }
}

extension WritableDatabase {
  /// The writer's own view of the database, for as long as the writer lives.
  private var reader: Reader { Reader(handle: xapian_writer_database(handle)) }
}

extension WritableDatabase.Mode {
  fileprivate var flat: xapian_mode {
    switch self {
    case .create: .XAPIAN_MODE_CREATE
    case .open: .XAPIAN_MODE_OPEN
    }
  }
}
