internal import CXapianBridge
internal import Glibc

/// A database opened for writing.
///
/// A database has one writer at a time. It sees its own changes at once; readers see them when it
/// commits. Close it: if it is only dropped, uncommitted changes are lost. They are also lost after
/// any error but `invalidArgument` and `notFound`. Outside of transactions Xapian also commits by
/// itself, every 10,000 changes.
public struct WritableDatabase: ~Copyable {
  /// How to open.
  public enum Mode: Sendable {
    /// Create a new database; fail if there is one.
    case create
    /// Open a database; fail if there is none.
    case open
  }

  private let handle: OpaquePointer

  /// Opens a database and takes its lock.
  ///
  /// Tries for half a second to get the lock: a child process holds the lock of a writer that was
  /// just closed until it runs its own program.
  ///
  /// - Parameters:
  ///   - path: The directory of the database. Its parent directory must exist.
  ///   - mode: How to open.
  /// - Throws: `notFound`, `locked`, `corrupt`, `incompatible`, `noSpace`, `inputOutput`, or
  ///   `invalidArgument` if the mode is `create` and there is a database.
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

  /// Commits and closes. An open transaction is cancelled instead.
  ///
  /// - Throws: `noSpace`, `inputOutput`, `corrupt`; the database is then as after the previous
  ///   commit. The lock is released in any case.
  public consuming func close() throws(XapianError) {
    let handle = handle
    try call { xapian_writer_close(handle, &$0) }
  }
}

// MARK: - Documents

extension WritableDatabase {
  /// Adds a document.
  ///
  /// - Returns: Its number, the next free one.
  /// - Throws: `invalidArgument` if a term is empty or too long; nothing is added then.
  @discardableResult
  public borrowing func add(_ document: Document) throws(XapianError) -> DocumentID {
    let handle = handle
    var id: DocumentID = 0
    try call { error in document.withFlat { xapian_writer_add(handle, $0, &id, &error) } }
    return id
  }

  /// Adds a term without position to a document, or removes a term; nothing else changes.
  ///
  /// - Throws: `notFound` for the document, `invalidArgument` if the term is empty or too long.
  public borrowing func mark(
    _ id: DocumentID, with term: String, isPresent: Bool
  ) throws(XapianError) {
    let handle = handle
    try call { error in
      term.withText { xapian_writer_mark(handle, id, $0, isPresent, &error) }
    }
  }

  /// Removes all terms of a document that begin with one of some bytes, and adds the terms, values
  /// and data of another; nothing else changes. An empty value removes the value of its slot.
  ///
  /// - Throws: `notFound` for the document, `invalidArgument` if there are no bytes or a term is
  ///   empty or too long; nothing is changed then.
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

  /// Deletes all documents that have a term, if any.
  public borrowing func deleteAll(withTerm term: String) throws(XapianError) {
    let handle = handle
    try call { error in term.withText { xapian_writer_delete_with_term(handle, $0, &error) } }
  }

  /// The number of documents.
  public borrowing func documentCount() throws(XapianError) -> Int {
    try reader.documentCount()
  }

  /// The numbers of all documents that have a term, ascending.
  public borrowing func documents(withTerm term: String) throws(XapianError) -> [DocumentID] {
    try reader.documents(withTerm: term, offset: 0, limit: Int(DocumentID.max))
      .map { item, _ in DocumentID(clamping: item.number) }
  }

  /// The data of a document.
  ///
  /// - Throws: `notFound`.
  public borrowing func data(of id: DocumentID) throws(XapianError) -> [UInt8] {
    try reader.data(of: id)
  }

  /// The number of documents that have a term.
  public borrowing func documentFrequency(of term: String) throws(XapianError) -> Int {
    try reader.documentFrequency(of: term)
  }
}

// MARK: - Metadata

extension WritableDatabase {
  /// Stores a value under a key, beside the documents. An empty value removes the key.
  ///
  /// - Throws: `invalidArgument` if the key is empty or longer than some 245 bytes.
  public borrowing func setMetadata(_ value: [UInt8], forKey key: String) throws(XapianError) {
    let handle = handle
    try call { error in
      key.withText { key in
        value.withText { xapian_writer_set_metadata(handle, key, $0, &error) }
      }
    }
  }

  /// The value of a key; empty if it is absent.
  public borrowing func metadata(forKey key: String) throws(XapianError) -> [UInt8] {
    try reader.metadata(forKey: key)
  }

  /// The keys that begin with a prefix, in byte order, and their values.
  public borrowing func metadataEntries(
    withPrefix prefix: String
  ) throws(XapianError) -> [(key: String, value: [UInt8])] {
    try reader.metadataEntries(withPrefix: prefix)
  }
}

// MARK: - Commits

extension WritableDatabase {
  /// Commits earlier changes and begins a transaction: what follows is committed as a whole or not
  /// at all.
  ///
  /// - Throws: `invalidArgument` if a transaction is open; `noSpace`, `inputOutput`, `corrupt`.
  public borrowing func beginTransaction() throws(XapianError) {
    let handle = handle
    try call { xapian_writer_begin_transaction(handle, &$0) }
  }

  /// Ends the transaction and commits it.
  ///
  /// - Throws: `invalidArgument` if no transaction is open; `noSpace`, `inputOutput`, `corrupt`.
  ///   After a failure nothing of the transaction is left.
  public borrowing func commitTransaction() throws(XapianError) {
    let handle = handle
    try call { xapian_writer_commit_transaction(handle, &$0) }
  }
}

extension WritableDatabase {
  /// The writer's own view of the database, valid as long as the writer.
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
