internal import Xapian

extension OpenIndex {
  /// The number of sources that a check reads again: a few seconds' work, even for PDFs.
  static let sampleSize = 25

  /// Reads a sample of the sources again and compares the result with the index. The sample follows
  /// from the paths and the time of the last run: checks of one state read the same sources, and
  /// each night others.
  func compareSources(
    _ entries: [LedgerEntry], _ reader: DocumentReader, _ check: inout IndexCheck
  ) throws(IndexError) {
    let sample = try onDatabase { () throws(XapianError) in
      let salt = try database.metadata(forKey: MetadataKey.lastRun)
      return entries.filter { $0.size != LedgerEntry.unavailable && $0.summary != nil }
        .map { (order: ContentDigest(of: salt + $0.path).hexadecimal, entry: $0) }
        .sorted { $0.order < $1.order }
        .prefix(Self.sampleSize).map(\.entry)
        .sorted { $0.path.lexicographicallyPrecedes($1.path) }
    }
    for entry in sample { try compareSource(entry, reader, &check) }
  }

  private func compareSource(
    _ entry: LedgerEntry, _ reader: DocumentReader, _ check: inout IndexCheck
  ) throws(IndexError) {
    let path = String(decoding: entry.path, as: UTF8.self)
    guard let file = SourceFile(at: entry.path) else {
      check.remarks.append(.gone(path))
      return
    }
    switch Preparation(schema: schema, reader: reader).prepare(file) {
    case .read(let set) where set.digest == entry.digest:
      check.compared += 1
      if set.summary != entry.summary {
        check.problems.append(.otherHeading(of: path))
      } else if entry.passages > 0, try !has(set.contents, of: entry) {
        check.problems.append(.otherPassages(of: path))
      }
    case .refused(let digest, _) where entry.refusal != nil && digest == entry.digest:
      // The index keeps an earlier version of the file.
      check.compared += 1
    case .refused(let digest, let reason) where digest == entry.digest:
      check.remarks.append(.refused(path, reason: reason))
    case .unreadable(let problem): check.remarks.append(.unreadable(path, problem))
    case .shortage(let reason): check.remarks.append(.unreadable(path, .shortage(reason)))
    case .read, .refused, .sameContent, .stopped:
      check.remarks.append(.changed(path))
    }
  }

  /// Whether the index has this set and its passages of a file, each with all its terms.
  private func has(
    _ set: PreparedSet, of entry: LedgerEntry
  ) throws(IndexError) -> Bool {
    try onDatabase { () throws(XapianError) in
      let documents = try schema.documents(of: set, as: entry)
      let ids = try database.documents(
        withTerm: schema.sourceTerm(entry.pathDigest), offset: 0, limit: documents.count + 1)
      guard ids.count == documents.count else { return false }
      for (document, id) in zip(documents, ids) where try !has(document, id) { return false }
      return true
    }
  }

  /// Whether a document has this data and exactly these terms.
  func has(_ document: Document, _ id: DocumentID) throws(XapianError) -> Bool {
    guard try database.data(of: id) == document.data else { return false }
    let terms = try database.terms(of: id, prefix: "")
    return Dictionary(terms.map { ($0.term, $0.frequency) }, uniquingKeysWith: +)
      == document.frequencies
  }
}
