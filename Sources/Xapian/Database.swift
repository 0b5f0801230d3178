internal import CXapianBridge

/// A database opened for reading: a fixed state of it, the last commit before it was opened.
///
/// Xapian keeps a state readable until two commits later. A read that finds its state overwritten
/// is repeated on the latest commit, so callers do not notice; but two reads may then be of two
/// states. One thread at a time may use it.
public struct Database: ~Copyable {
  private let handle: OpaquePointer
  /// Whether a part of it is on a server.
  public let hasServers: Bool

  /// Opens a database.
  ///
  /// - Parameters:
  ///   - path: The directory of a database, or a stub for one or several; see `Shard.all(at:)`.
  ///   - timeout: The maximum number of seconds to connect to a server, and then to wait for each
  ///     answer.
  /// - Throws: `notFound`, `corrupt`, `incompatible`, `network`, `inputOutput`; for a stub also
  ///   `badStub` and `endlessStub`.
  public init(path: String, timeout: Double = 10) throws(XapianError) {
    try self.init(shards: try Shard.all(at: path), timeout: timeout)
  }

  /// Opens several databases as one.
  ///
  /// - Parameters:
  ///   - shards: Their places; none make an empty database.
  ///   - timeout: The maximum number of seconds to connect to a server, and then to wait for each
  ///     answer.
  /// - Throws: As `init(path:timeout:)`.
  public init(shards: [Shard], timeout: Double = 10) throws(XapianError) {
    handle = try Self.open(shards, timeout)
    hasServers = shards.contains { shard in
      if case .remote = shard { true } else { false }
    }
  }

  /// The handle of a database with all its shards. Separate from `init`, which could not free a
  /// handle with only some of them.
  private static func open(
    _ shards: [Shard], _ timeout: Double
  ) throws(XapianError) -> OpaquePointer {
    var made: OpaquePointer?
    try call { xapian_database_make(&made, &$0) }
    let handle = try present(made)
    let milliseconds = UInt32(max(1, min(timeout * 1000, 1e9)))
    do throws(XapianError) {
      for shard in shards {
        try callUntilNotOvertaken { error in
          switch shard {
          case .local(let path): path.withText { xapian_database_add(handle, $0, &error) }
          case .remote(let host, let port):
            host.withText {
              xapian_database_add_remote(handle, $0, UInt32(port), milliseconds, &error)
            }
          }
        }
      }
    } catch {
      xapian_database_free(handle)
      throw error
    }
    return handle
  }

  deinit { xapian_database_free(handle) }

  /// The same database, valid as long as this one.
  var reader: Reader { Reader(handle: handle) }
}

// MARK: - The whole

extension Database {
  /// A number that is the same as long as reads are of the same commit; see `Database`.
  public var state: UInt64 { xapian_database_state(handle) }

  /// The number of documents.
  public borrowing func documentCount() throws(XapianError) -> Int {
    try reader.documentCount()
  }

  /// The identity that the database got when it was created; of several databases all, separated by
  /// colons.
  public borrowing func uuid() throws(XapianError) -> String {
    try reader.uuid()
  }

  /// The number of the last commit of each shard, in their order.
  ///
  /// - Throws: `invalidArgument` if one is on a server.
  public borrowing func revisions() throws(XapianError) -> [UInt64] {
    try reader.revisions()
  }

  /// Continues with the latest commit, if there is a later one than was opened.
  ///
  /// - Throws: as `init(path:timeout:)`.
  public borrowing func advance() throws(XapianError) {
    _ = try reader.advance()
  }

  /// The value of a key in the first shard that has it; empty if none has.
  public borrowing func metadata(forKey key: String) throws(XapianError) -> [UInt8] {
    try reader.metadata(forKey: key)
  }

  /// The value of a key in each shard; empty if it is absent.
  public borrowing func shardMetadata(forKey key: String) throws(XapianError) -> [[UInt8]] {
    try reader.shardMetadata(forKey: key)
  }

  /// The keys that begin with a prefix, in byte order, and their values. A key of several shards
  /// comes once for each, in their order. A value that is not what was written is an error, unless
  /// `isVerified` is false, as for a database of an earlier version.
  public borrowing func metadataEntries(
    withPrefix prefix: String, isVerified: Bool = true
  ) throws(XapianError) -> [(key: String, value: [UInt8])] {
    try reader.metadataEntries(withPrefix: prefix, isVerified: isVerified)
  }
}

// MARK: - Terms

extension Database {
  /// The number of documents that have a term.
  public borrowing func documentFrequency(of term: String) throws(XapianError) -> Int {
    try reader.documentFrequency(of: term)
  }

  /// The numbers of documents that have each of some terms, each with a prefix before it. Fastest
  /// in byte order, since neighbours are in one block.
  public borrowing func documentFrequencies(
    of terms: TermList, prefix: [UInt8] = []
  ) throws(XapianError) -> [Int] {
    try reader.documentFrequencies(of: terms, prefix: prefix)
  }

  /// The first terms, in byte order, that begin with a prefix.
  public borrowing func terms(
    withPrefix prefix: String, limit: Int
  ) throws(XapianError) -> [(term: String, documentFrequency: Int)] {
    try reader.terms(withPrefix: prefix, limit: limit)
      .map { (term: $1.string($0.text), documentFrequency: Int(clamping: $0.number)) }
  }

  /// The number of terms that begin with a prefix. Takes time in proportion to the answer.
  public borrowing func termCount(withPrefix prefix: String) throws(XapianError) -> Int {
    try reader.termCount(withPrefix: prefix)
  }

  /// The documents that have a term, by number. The empty term stands for all documents.
  ///
  /// - Parameters:
  ///   - term: The term.
  ///   - offset: The number to skip. Takes time in proportion.
  ///   - limit: The maximum number to return.
  /// - Returns: Their numbers, rising.
  /// - Throws: `corrupt`, `network`, `inputOutput`.
  public borrowing func documents(
    withTerm term: String, offset: Int, limit: Int
  ) throws(XapianError) -> [DocumentID] {
    try reader.documents(withTerm: term, offset: offset, limit: limit)
      .map { item, _ in DocumentID(clamping: item.number) }
  }
}

// MARK: - One document

extension Database {
  /// The data of a document.
  ///
  /// - Throws: `notFound` if there is no such document.
  public borrowing func data(of id: DocumentID) throws(XapianError) -> [UInt8] {
    try reader.data(of: id)
  }

  /// The value of a document in a slot; empty if it has none.
  ///
  /// - Throws: `notFound` if there is no such document.
  public borrowing func value(slot: UInt32, of id: DocumentID) throws(XapianError) -> [UInt8] {
    try reader.value(slot: slot, of: id)
  }

  /// For each of some documents, the value of the last document up to it, itself included, that has
  /// one in a slot; empty if there is none. Only documents of the same shard count. Reads all
  /// values of the slot up to the last document.
  ///
  /// - Throws: `invalidArgument` if the database has servers, or a number is 0.
  public borrowing func precedingValues(
    slot: UInt32, of ids: [DocumentID]
  ) throws(XapianError) -> [[UInt8]] {
    try reader.precedingValues(slot: slot, of: ids)
  }

  /// The terms of a document that begin with a prefix, in byte order, with their frequencies in it.
  ///
  /// - Throws: `notFound` if there is no such document.
  public borrowing func terms(
    of id: DocumentID, prefix: String
  ) throws(XapianError) -> [(term: String, frequency: Int)] {
    try reader.terms(of: id, prefix: prefix)
      .map { (term: $1.string($0.text), frequency: Int(clamping: $0.number)) }
  }

  /// Which of some terms a document has.
  ///
  /// - Parameters:
  ///   - terms: The terms, in byte order.
  ///   - id: The document's number.
  /// - Returns: An answer for each term.
  /// - Throws: `notFound` if there is no such document.
  public borrowing func has(
    _ terms: TermList, in id: DocumentID
  ) throws(XapianError) -> [Bool] {
    try reader.has(terms, in: id)
  }
}
