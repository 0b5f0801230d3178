internal import DutchText
internal import Glibc
internal import Kamervragen
package import Xapian

/// The databases of an index, open for reading, with the schema that they were written with. It
/// keeps seeing the committed state it opened, also while a run writes.
package final class OpenIndex {
  /// The directory of an index, or a Xapian stub file.
  package let path: String
  package let schema: Schema
  package let database: Database
  /// The lexicon file, which need not exist; nil if no database is local, or if the first local one
  /// is not in a generation's directory.
  package let lexiconFile: String?

  /// Opens an index.
  ///
  /// - Parameters:
  ///   - path: the directory of an index, or a Xapian stub file.
  ///   - timeout: the seconds a server may take to connect, and for each answer.
  ///   - cacheDirectory: where the lexicons of purely remote indexes are cached.
  /// - Throws: `IndexError.missing`, `.incompatible`, `.unreachable` and others.
  package init(
    path: String, timeout: Double = 10, cacheDirectory: String? = nil
  ) throws(IndexError) {
    self.path = path
    let stored: Vocabulary.Stored
    do throws(XapianError) {
      database = try Self.open(path, timeout)
      lexiconFile = try Self.lexiconFile(at: path)
      let cache = lexiconFile == nil ? cacheDirectory.map(LexiconCache.init) : nil
      stored = try Vocabulary.Stored(in: database, lexiconFile: lexiconFile, cache: cache)
    } catch {
      if access(path, F_OK) != 0, errno == ENOENT || errno == ENOTDIR { throw .missing(path: path) }
      // A database that the stub names is missing, or the stub itself.
      if error.status == .notFound { _ = try IndexDirectory(path: path).confirm() }
      throw IndexError(path, error)
    }
    schema = try Schema(of: path, stored)
  }

  /// The lexicon file of the index at a path: that of its first local database.
  private static func lexiconFile(at path: String) throws(XapianError) -> String? {
    for shard in try Shard.all(at: path) {
      guard case .local(let database) = shard else { continue }
      return IndexDirectory.lexiconPath(ofDatabase: database)
    }
    return nil
  }

  /// Opens a generation of an index, whether it is in use or not.
  init(_ directory: IndexDirectory, _ generation: IndexDirectory.Generation) throws(IndexError) {
    path = directory.path
    let stored: Vocabulary.Stored
    do throws(XapianError) {
      database = try Database(shards: directory.shards(of: generation))
      lexiconFile = directory.lexiconPath(of: generation)
      stored = try Vocabulary.Stored(in: database, lexiconFile: lexiconFile)
    } catch {
      throw error.status == .notFound
        ? .damaged(path: path, reason: .xapian(error.message)) : IndexError(path, error)
    }
    schema = try Schema(of: path, stored)
  }

  /// Runs `body` on the database; Xapian's errors become those of this index.
  package func onDatabase<Value>(_ body: () throws(XapianError) -> Value) throws(IndexError)
    -> Value
  {
    try accessing(path, body)
  }

  /// Opens the database. A generation may be replaced between reading its name and opening its
  /// files; the name is then read again.
  private static func open(_ path: String, _ timeout: Double) throws(XapianError) -> Database {
    for _ in 0..<3 {
      do throws(XapianError) {
        return try Database(path: path, timeout: timeout)
      } catch {
        guard error.status == .notFound else { throw error }
      }
    }
    return try Database(path: path, timeout: timeout)
  }

  /// The number of passages: of all documents but the set documents.
  package func passageCount() throws(XapianError) -> Int {
    try database.documentCount() - database.documentFrequency(of: Schema.setDocumentTerm)
  }
}
