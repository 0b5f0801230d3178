internal import DutchText
internal import Kamervragen
internal import Glibc
internal import Xapian

/// An index that is open for reading. It sees one committed state at a time; while a run writes, searches go on.
///
/// Not `Sendable`: one thread at a time; open as many as there are threads.
public final class IndexReader {
  /// The directory, or a Xapian stub file that names databases here and elsewhere.
  public let path: String
  let schema: Schema
  let database: Database
  /// The file that the words were looked for in.
  let lexiconFile: String?
  /// Remembers the words of the texts that were shown.
  var stream = TokenStream()

  /// Opens an index.
  ///
  /// - Parameters:
  ///   - path: the directory of an index, or a Xapian stub file.
  ///   - timeout: how many seconds a server that the stub file names may take to be reached, and then for each answer.
  ///   - cacheDirectory: where the words of an index that only servers have are kept, some megabytes that are fetched
  ///     each time otherwise; made where it is missing.
  /// - Throws: `IndexError.missing`, `.incompatible` where a part was made with another analysis, `.unreachable`, and
  ///   others.
  public init(
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
      // Not there is what the stub names, or the stub itself.
      if error.status == .notFound { _ = try IndexDirectory(path: path).confirm() }
      throw IndexError(path, error)
    }
    schema = try Schema(of: path, stored)
  }

  /// The file with the words of an index at a path; of a stub file elsewhere, those of its first database here.
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
      database = try Database(
        shards: directory.paths(of: generation).map { path in .local(path: path) })
      lexiconFile = directory.lexiconPath(of: generation)
      stored = try Vocabulary.Stored(in: database, lexiconFile: lexiconFile)
    } catch {
      throw error.status == .notFound
        ? .damaged(path: path, reason: error.message) : IndexError(path, error)
    }
    schema = try Schema(of: path, stored)
  }

  /// The stream, for as long as it is not given back.
  func lendStream() -> TokenStream {
    defer { stream = TokenStream() }
    return stream
  }

  /// Runs a piece of work on the database; its errors become those of this index.
  func onDatabase<Result>(_ body: () throws(XapianError) -> Result) throws(IndexError) -> Result {
    do {
      return try body()
    } catch {
      throw IndexError(path, error)
    }
  }

  /// Opens the database. A generation may be replaced between reading its name and opening its files; the name is then
  /// read again.
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

  func decode(_ record: [UInt8]) throws(IndexError) -> StoredPassage {
    do {
      return try StoredPassage(decoding: record)
    } catch {
      throw .damaged(path: path, reason: error.description)
    }
  }
}
