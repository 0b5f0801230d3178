internal import DutchText
public import PassageStore

/// An index that is open for searching. It reads the state that was committed when it was opened.
/// If later commits overwrite that state, it continues with the latest one.
///
/// Not `Sendable`: use a reader in one thread at a time. Give each thread its own, or share some in
/// a `SearchPool`.
public final class IndexReader {
  let index: OpenIndex
  /// Remembers the words of the texts that were shown, for the next search.
  var stream = TokenStream()
  private let facets: FacetCatalog

  /// Opens an index.
  ///
  /// - Parameters:
  ///   - path: the directory of an index, or a Xapian stub file that names databases here and
  ///     elsewhere.
  ///   - timeout: the maximum number of seconds to connect to a server that the stub file names,
  ///     and then to wait for each answer.
  ///   - cacheDirectory: where to keep the words of an index that is only on servers. Without it
  ///     some megabytes are fetched each time. It is created if it is missing.
  /// - Throws: `IndexError.missing`, `.incompatible` if a part was made with another analysis,
  ///   `.unreachable`, and others.
  public init(
    path: String, timeout: Double = 10, cacheDirectory: String? = nil
  ) throws(IndexError) {
    index = try OpenIndex(path: path, timeout: timeout, cacheDirectory: cacheDirectory)
    facets = FacetCatalog(index)
  }

  /// The directory or stub file that was opened.
  public var path: String { index.path }

  /// The passages that have all parts of the query, then the best of those that have some.
  ///
  /// - Returns: one page of results. Every query is valid; the notices say what was not understood.
  /// - Throws: `IndexError` if the index cannot be read.
  public func search(_ request: SearchRequest) throws(IndexError) -> SearchResponse {
    try Searcher(index: index, facets: facets).search(request, using: &stream)
  }

  /// Completions of the last word of a query, as it is being typed.
  ///
  /// - Parameters:
  ///   - text: the query as typed. Its last word must have two letters or more.
  ///   - limit: the maximum number.
  /// - Returns: whole queries that begin with the words before; those whose last word most passages
  ///   have come first, as texts print it. Empty if there is nothing to complete.
  /// - Throws: `IndexError` if the index cannot be read.
  public func completions(of text: String, limit: Int = 10) throws(IndexError) -> [String] {
    try QueryCompletion(index: index).completions(of: text, limit: limit)
  }

  /// Another query that may have been meant, as `search(_:)` suggests it; nil if there is none.
  ///
  /// - Throws: `IndexError` if the index cannot be read.
  public func suggestion(for query: String) throws(IndexError) -> String? {
    var request = SearchRequest(query)
    request.limit = 0
    return try search(request).suggestion
  }

  /// The passages that are like another ("is dit eerder gevraagd?"): they have the words that best
  /// characterise it. The set of that passage, and others of the same case, are left out.
  ///
  /// - Parameters:
  ///   - reference: as for `passages(of:)`. A whole set counts as all its passages.
  ///   - request: how results are wanted. If it has a query, they must match that as well.
  /// - Returns: one page of them; nil if the index has nothing with that reference.
  /// - Throws: `IndexError` if the index cannot be read.
  public func passages(
    like reference: String, _ request: SearchRequest
  ) throws(IndexError) -> SearchResponse? {
    try SimilarSearcher(index: index, facets: facets)
      .passages(like: reference, request, using: &stream)
  }

  /// The passages of a set, in the order of the document; or the one that has a question number.
  ///
  /// The name of a set gives that set, even if it is no longer searched: questions that have been
  /// answered, an earlier version. A zaaknummer gives the sets of the case that are searched.
  ///
  /// - Parameters:
  ///   - reference: the key of a set, `ah-tk-20242025-705` (or any of its identifiers, or its
  ///     zaaknummer), with or without `#` and a question number; the name or path of a file,
  ///     including one that another file represents; or a citation in any spelling.
  ///   - includingCiting: whether a document that is no set, such as a Kamerstuk, gives the
  ///     passages that cite it.
  /// - Returns: the passages; empty if there are none.
  /// - Throws: `IndexError` if the index cannot be read.
  public func passages(
    of reference: String, includingCiting: Bool = true
  ) throws(IndexError) -> [StoredPassage] {
    try Finder(index: index).passages(of: reference, includingCiting: includingCiting)
  }

  /// The record of the set of a passage: other files that have it, and the publications it is
  /// linked to.
  ///
  /// - Throws: `IndexError` if the index cannot be read.
  public func record(of stored: StoredPassage) throws(IndexError) -> SetRecord {
    try Finder(index: index).record(of: stored)
  }
}
