public import PassageStore
internal import DutchText
internal import Kamervragen
internal import Glibc
internal import Xapian

/// An index that is open for reading. It sees one committed state at a time; while a run writes, searches go on.
///
/// Not `Sendable`: one thread at a time; open as many as there are threads.
public final class IndexReader {
  let index: OpenIndex
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
    index = try OpenIndex(path: path, timeout: timeout, cacheDirectory: cacheDirectory)
  }

  /// The directory, or a Xapian stub file that names databases here and elsewhere.
  public var path: String { index.path }
  var schema: Schema { index.schema }

  /// The stream, for as long as it is not given back.
  func lendStream() -> TokenStream {
    defer { stream = TokenStream() }
    return stream
  }

  func onDatabase<Value>(_ body: () throws(XapianError) -> Value) throws(IndexError) -> Value {
    try index.onDatabase(body)
  }

  func decode(_ record: [UInt8]) throws(IndexError) -> StoredPassage { try index.decode(record) }
}
