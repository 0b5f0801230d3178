internal import DutchText
package import PassageStore
internal import Xapian

/// The passages of some source files that have everything of a query, for one who follows a search
/// and wants to know which of the new sets it finds.
package struct FollowedSearch {
  private let compiled: CompiledQuery
  /// What in the query was not understood.
  package let notices: [QueryNotice]
  /// The best passage of each file that has one, the best first.
  package private(set) var matches: [Match] = []

  /// The best passage of a file.
  package struct Match: Sendable, Hashable {
    /// The short name of the file; see `ContentDigest.name`.
    package let file: [UInt8]
    /// How many more passages of the file match.
    package let others: Int
    fileprivate let id: DocumentID
    fileprivate let weight: Double
  }

  /// Up to so many files are part of the query. If there are more, all matches are looked at.
  private static let maximumFiles = 1000

  fileprivate init(
    _ request: SearchRequest, among files: Set<[UInt8]>, in index: OpenIndex
  ) throws(IndexError) {
    let parsed = index.parse(request)
    compiled = try index.compile(
      parsed, isExact: request.isExact, aliases: request.aliases, usesRelatives: false)
    notices = compiled.notices + (compiled.isEmpty ? [.noWords] : [])
    guard !compiled.isEmpty, !files.isEmpty else { return }
    var options = SearchOptions()
    options.collapse = Schema.Slot.set.rawValue
    options.valueSlots = [Schema.Slot.set.rawValue]
    options.wantsData = false
    var query = compiled.full
    if files.count <= Self.maximumFiles {
      options.limit = files.count
      let terms = files.map { index.schema.sourceTerm(named: $0) }.sorted()
      query = .filter(query, by: .or(terms.map { .term($0) }))
    } else {
      options.limit = try index.onDatabase { () throws(XapianError) in
        try index.passageCount()
      }
    }
    let hits = try index.search(query, options).hits
    let others = try SetGrouping(index: index).others(of: hits, query, options)
    for (hit, others) in zip(hits, others) where files.contains(hit.values[0]) {
      matches.append(
        Match(file: hit.values[0], others: others, id: hit.id, weight: hit.weight))
    }
  }

  fileprivate func results(
    of matches: [Match], in index: OpenIndex, using stream: inout TokenStream
  ) throws(IndexError) -> [SearchResult?] {
    var places: [PassagePlace?] = []
    for match in matches { places.append(try index.place(of: match.id, nil, source: match.file)) }
    var results: [SearchResult?] = []
    for (match, (place, stored)) in zip(
      matches, zip(places, try index.passages(at: places)))
    {
      guard let stored else {
        results.append(nil)
        continue
      }
      let found = FoundPassage(place: place, score: match.weight, moreInSet: match.others)
      results += try index.results(
        of: [(found, stored)], from: 1, compiled.highlights, using: &stream)
    }
    return results
  }
}

extension IndexReader {
  /// Finds which of some files a search finds.
  ///
  /// - Parameters:
  ///   - request: the query, its day, whether words are exact, and other names; the rest does not
  ///     count.
  ///   - files: the short names of files.
  /// - Returns: the best passage of each file that has passages with everything. A passage that a
  ///   search leaves out is left out here too.
  /// - Throws: `IndexError` if the index cannot be read.
  package func follow(
    _ request: SearchRequest, among files: Set<[UInt8]>
  ) throws(IndexError) -> FollowedSearch {
    try FollowedSearch(request, among: files, in: index)
  }

  /// Results to show for matches; nil for one that a writer has removed meanwhile.
  ///
  /// - Throws: `IndexError` if the index cannot be read.
  package func results(
    of matches: [FollowedSearch.Match], by search: FollowedSearch
  ) throws(IndexError) -> [SearchResult?] {
    try search.results(of: matches, in: index, using: &stream)
  }

  /// The first passages of files by their short names; nil for one that has none.
  ///
  /// - Throws: `IndexError` if the index cannot be read.
  package func firstPassages(ofFiles names: [[UInt8]]) throws(IndexError) -> [StoredPassage?] {
    try index.passages(at: names.map { PassagePlace(source: $0, ordinal: 0) })
  }

  /// What the index knows of each source file, in no order.
  ///
  /// - Throws: `IndexError` if the index cannot be read.
  package func ledger() throws(IndexError) -> [LedgerEntry] { try index.ledger() }
}
