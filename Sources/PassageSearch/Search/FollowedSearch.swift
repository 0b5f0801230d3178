internal import DutchText
package import PassageStore
internal import Xapian

/// The passages of some source files that have everything of a query, for one who follows a search
/// and wants to know which of the new sets it finds.
package struct FollowedSearch {
  private let compiled: CompiledQuery
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
    of matches: [Match], from sets: inout FollowedSets, in index: OpenIndex,
    using stream: inout TokenStream
  ) throws(IndexError) -> [SearchResult?] {
    try sets.add(matches.map(\.file), from: index)
    var found: [(FoundPassage, StoredPassage)] = []
    var isThere: [Bool] = []
    for match in matches {
      let place = try index.place(of: match.id, nil, source: match.file)
      let stored = place.flatMap { sets[$0.source]?.passage($0.ordinal) }
      isThere.append(stored != nil)
      guard let stored else { continue }
      found.append(
        (FoundPassage(place: place, score: match.weight, moreInSet: match.others), stored))
    }
    var results = try index.results(of: found, from: 1, compiled.highlights, using: &stream)[...]
    return isThere.map { $0 ? results.popFirst() : nil }
  }
}

/// The sets that many searches show, each read once.
package struct FollowedSets {
  private var sets: [[UInt8]: StoredSet] = [:]

  /// Makes an empty collection.
  package init() {}

  /// So many sets are kept; a night has fewer.
  private static let maximumKept = 2000

  fileprivate mutating func add(_ files: [[UInt8]], from index: OpenIndex) throws(IndexError) {
    let missing = Set(files.filter { sets[$0] == nil })
    guard !missing.isEmpty else { return }
    if sets.count + missing.count > Self.maximumKept { sets.removeAll() }
    try sets.merge(index.storedSets(named: Set(files.filter { sets[$0] == nil }))) { $1 }
  }

  /// The set of a file by its short name; nil if the index does not have it.
  fileprivate subscript(file: [UInt8]) -> StoredSet? { sets[file] }
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

  /// Makes results to show for matches.
  ///
  /// - Parameters:
  ///   - matches: some of the search.
  ///   - search: the search.
  ///   - sets: the sets that were read before.
  /// - Returns: a result for each; nil for one that a writer has removed meanwhile.
  /// - Throws: `IndexError` if the index cannot be read.
  package func results(
    of matches: [FollowedSearch.Match], by search: FollowedSearch, from sets: inout FollowedSets
  ) throws(IndexError) -> [SearchResult?] {
    try search.results(of: matches, from: &sets, in: index, using: &stream)
  }

  /// Reads the first passages of files.
  ///
  /// - Parameters:
  ///   - names: the short names of the files.
  ///   - sets: the sets that were read before.
  /// - Returns: a passage for each; nil for one that has none.
  /// - Throws: `IndexError` if the index cannot be read.
  package func firstPassages(
    ofFiles names: [[UInt8]], from sets: inout FollowedSets
  ) throws(IndexError) -> [StoredPassage?] {
    try sets.add(names, from: index)
    return names.map { sets[$0]?.passage(0) }
  }

  /// What the index knows of each source file, in no order.
  ///
  /// - Throws: `IndexError` if the index cannot be read.
  package func ledger() throws(IndexError) -> [LedgerEntry] { try index.ledger() }
}
