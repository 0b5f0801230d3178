internal import DutchText
internal import Glibc
internal import Xapian

/// The result of a check of an index.
public struct IndexCheck: Sendable, Hashable {
  /// The problems; empty if the index is sound.
  public var problems: [IndexProblem]
  /// The number of passages in the index.
  public var passages: Int
  /// The number of source files whose ledger entries were compared with their passages.
  public var sources: Int
  /// The number of those that were read again and compared with the index term by term.
  public var compared = 0
  /// What could not be compared, through no fault of the index.
  public var remarks: [Remark] = []
  /// The servers, as `host:port`, whose database files cannot be checked from this machine. Their
  /// passages were checked.
  public var unreachable: [String] = []

  /// Something that could not be compared.
  public enum Remark: Sendable, Hashable {
    /// This user may not write a local database, so the layout of its blocks was not checked.
    case notWritable(database: String)
    /// A source is gone.
    case gone(String)
    /// A source has changed since it was read.
    case changed(String)
    /// A source cannot be read now.
    case unreadable(String, FileProblem)
    /// A source that was indexed is refused now; `reason` is a Dutch sentence from the reader.
    case refused(String, reason: String)
  }

  /// Whether there are no problems.
  public var isSound: Bool { problems.isEmpty }
}

extension IndexCheck {
  /// Checks an index: the database files block by block and for changed contents, the ledger of
  /// source files against the passages, and a sample of the sources, read again, against both.
  /// Holds the lock of the index meanwhile if this user may write it.
  ///
  /// Some kinds of damage crash the process or make it loop, so run this in a process of its own.
  ///
  /// - Parameters:
  ///   - path: the directory of an index, or a stub file.
  ///   - lockTimeout: how long to wait for a run that holds the index, in seconds.
  ///   - reader: how the check reads documents.
  ///   - isStopped: asked while waiting; true ends the wait.
  /// - Returns: the result, with any problems.
  /// - Throws: `IndexError` if there is no index, it cannot be opened, or a run holds it. Damage is
  ///   returned as a problem.
  public static func run(
    path: String, lockTimeout: Int = 0, reader: DocumentReader = .thisProcess,
    isStopped: () -> Bool = { false }
  ) throws(IndexError) -> IndexCheck {
    do {
      return try checkUndamaged(
        path: path, lockTimeout: lockTimeout, reader: reader, isStopped: isStopped)
    } catch {
      guard case .damaged(_, let reason) = error else { throw error }
      return IndexCheck(
        problems: [.damaged(index: path, reason)], passages: 0, sources: 0)
    }
  }

  /// The bytes to check: the sizes of the tables of the databases on this machine.
  public static func checkedBytes(path: String) -> Int {
    var bytes = 0
    for case .local(let database) in (try? Shard.all(at: path)) ?? [] {
      for table in ["postlist", "docdata", "termlist", "position"] {
        var status = stat()
        if stat("\(database)/\(table).glass", &status) == 0 { bytes += Int(status.st_size) }
      }
    }
    return bytes
  }

  /// Checks an index as far as it can be read.
  private static func checkUndamaged(
    path: String, lockTimeout: Int, reader: DocumentReader, isStopped: () -> Bool
  ) throws(IndexError) -> IndexCheck {
    let directory = IndexDirectory(path: path)
    // A user's own stub file has no generations.
    guard (try? directory.generation()).flatMap(\.self) != nil else {
      return try OpenIndex(path: path).check(shards: shards(at: path), reading: reader)
    }
    let lock: RunLock
    do throws(IndexError) {
      lock = try RunLock(of: directory.path, lockTimeout: lockTimeout, isStopped: isStopped)
    } catch {
      guard case .cannotCreate = error else { throw error }
      // A copy on a read-only disk, or somebody else's index.
      return try OpenIndex(path: path).check(shards: shards(at: path), reading: reader)
    }
    guard let generation = try directory.confirm()?.inUse else { throw .missing(path: path) }
    let check = try OpenIndex(path: path).check(of: generation, reading: reader)
    lock.release()
    return check
  }

  private static func shards(at path: String) throws(IndexError) -> [Shard] {
    try accessing(path) { () throws(XapianError) in try Shard.all(at: path) }
  }
}

extension OpenIndex {
  /// Checks a generation and throws `unsound` if it does not pass. If `isNew`, the contents are not
  /// compared with what was written: that reads the whole database, and bits do not flip within
  /// minutes.
  func passCheck(
    of generation: IndexDirectory.Generation, reading reader: DocumentReader, isNew: Bool = false
  ) throws(IndexError) {
    let problems = try check(of: generation, reading: reader, isNew: isNew).problems
    guard problems.isEmpty else {
      throw .unsound(path: path, generation: generation.number, problems: problems)
    }
  }

  fileprivate func check(
    of generation: IndexDirectory.Generation, reading reader: DocumentReader, isNew: Bool = false
  ) throws(IndexError) -> IndexCheck {
    let directory = IndexDirectory(path: path)
    var check = try check(
      shards: directory.shards(of: generation), reading: reader, isNew: isNew)
    if directory.isUnsettled(generation) {
      check.problems.insert(.unsettled, at: 0)
    }
    return check
  }

  fileprivate func check(
    shards: [Shard], reading reader: DocumentReader, isNew: Bool = false
  ) throws(IndexError) -> IndexCheck {
    var check = IndexCheck(problems: [], passages: 0, sources: 0)
    try checkFiles(of: shards, isNew: isNew, &check)
    // Reading damaged blocks could blame the wrong thing, or crash the check.
    guard check.isSound else { return check }
    try checkWords(&check)
    let entries = try compareLedger(&check)
    try compareSources(entries, reader, &check)
    return check
  }

  /// Checks the lexicon that the index was opened with, and the one in the database, which remote
  /// readers without the file receive.
  private func checkWords(_ check: inout IndexCheck) throws(IndexError) {
    let stored = try onDatabase { () throws(XapianError) in
      try Vocabulary.Stored(in: database, lexiconFile: nil)
    }
    if let file = lexiconFile, access(file, F_OK) == 0,
      (try? Lexicon(mapping: file))?.isSound != true
    {
      check.problems.append(.lexiconFile(file))
    }
    let kept = (try? Vocabulary(of: path, stored))?.lexicon
    let used = schema.analyzer.lexicon
    guard kept?.isSound ?? (used == nil), used?.isSound ?? true, kept?.digest == used?.digest else {
      check.problems.append(.lexicon)
      return
    }
  }

  private func checkFiles(
    of shards: [Shard], isNew: Bool, _ check: inout IndexCheck
  ) throws(IndexError) {
    try onDatabase { () throws(XapianError) in
      for shard in shards {
        switch shard {
        case .remote(let host, let port):
          check.unreachable.append("\(host):\(port)")
        case .local(let path):
          let files = try Database.check(path: path, comparesContents: !isNew)
          if !files.includesBlocks {
            check.remarks.append(.notWritable(database: path))
          }
          guard !files.isSound else { continue }
          check.problems.append(
            .database(path, problems: files.problemCount, report: files.report))
        }
      }
    }
  }

  /// Compares the ledger with the passages and returns its entries.
  private func compareLedger(_ check: inout IndexCheck) throws(IndexError) -> [LedgerEntry] {
    let index = self
    return try onDatabase { () throws(XapianError) in
      check.passages = try index.passageCount()
      var expected = 0
      var entries: [LedgerEntry] = []
      for (key, value) in try index.database.metadataEntries(withPrefix: LedgerEntry.keyPrefix) {
        guard let entry = LedgerEntry(decoding: value) else {
          check.problems.append(.ledgerLine(key))
          continue
        }
        check.sources += 1
        entries.append(entry)
        expected += entry.passages
        let found = try index.database.documentFrequency(
          of: index.schema.sourceTerm(entry.pathDigest))
        let path = String(decoding: entry.path, as: UTF8.self)
        // One of them is the set document.
        if found != (entry.passages > 0 ? entry.passages + 1 : 0) {
          check.problems.append(
            .passages(of: path, expected: entry.passages, found: max(0, found - 1)))
        } else if try !index.hasRecords(of: entry) {
          check.problems.append(.otherPassages(of: path))
        }
      }
      if check.passages != expected {
        check.problems.append(.allPassages(expected: expected, found: check.passages))
      }
      try compareStatuses(PublicationGraph(entries), &check)
      return entries
    }
  }

  /// The documents of a file: the set document, and the passages in their order.
  private func documents(
    of entry: LedgerEntry
  ) throws(XapianError) -> (set: DocumentID, passages: ArraySlice<DocumentID>)? {
    guard entry.passages > 0 else { return nil }
    let ids = try database.documents(
      withTerm: schema.sourceTerm(entry.pathDigest), offset: 0, limit: entry.passages + 1)
    return ids.first.map { ($0, ids.dropFirst()) }
  }

  /// Whether the set of a file can be decoded and belongs to that file, and its passages are in
  /// order.
  private func hasRecords(of entry: LedgerEntry) throws(XapianError) -> Bool {
    guard let documents = try documents(of: entry) else { return true }
    let path = String(decoding: entry.path, as: UTF8.self)
    guard let stored = try? StoredSet(decoding: database.data(of: documents.set)),
      stored.source == path, stored.key == entry.setKey, stored.passages.count == entry.passages,
      entry.facts.map({ $0 == CaseFacts(of: stored.heading) }) ?? true,
      try database.value(slot: Schema.Slot.name.rawValue, of: documents.set)
        == entry.pathDigest.name,
      try database.terms(of: documents.set, prefix: Schema.visibilityPrefix).map(\.term)
        == [Schema.setDocumentTerm]
    else { return false }
    for (ordinal, id) in documents.passages.enumerated() {
      guard try database.data(of: id) == PassagePlace.encoded(ordinal),
        try database.value(slot: Schema.Slot.set.rawValue, of: id) == entry.pathDigest.name
      else { return false }
    }
    return true
  }

  /// Checks that of each set only the best file has passages in the index, with the marks of its
  /// status.
  private func compareStatuses(
    _ graph: PublicationGraph, _ check: inout IndexCheck
  ) throws(XapianError) {
    for entry in graph.all {
      guard let key = entry.versionKey, let version = graph.version(key) else { continue }
      let path = String(decoding: entry.path, as: UTF8.self)
      guard version.sources.first?.path == entry.path else {
        if entry.passages > 0 { check.problems.append(.notPreferred(path)) }
        continue
      }
      let status = graph.statuses(around: key)[key] ?? PublicationStatus()
      guard entry.passages > 0, entry.isMarked(as: status, schema),
        try database.metadata(forKey: SetRecord.key(of: key))
          == SetRecord(version, status).encoded()
      else {
        check.problems.append(.links(of: path))
        continue
      }
      guard let documents = try documents(of: entry) else { continue }
      var marked = 0
      for id in documents.passages {
        let marks = try database.terms(of: id, prefix: Schema.visibilityPrefix).map(\.term)
        let expected = [true, false].map { entry.visibility.term(hasQuestions: $0) }
        if !marks.allSatisfy({ expected.contains($0) }) { marked += 1 }
        if entry.visibility != .noticeOnly, marks != expected.prefix(1).compactMap(\.self) {
          marked += 1
        }
      }
      if !entry.inherited.isEmpty {
        // The facts were compared with the record before.
        let record = try database.data(of: documents.set)
        let expected = (try? schema.documents(ofRecord: record, as: entry))?.dropFirst() ?? []
        for (document, id) in zip(expected, documents.passages) where try !has(document, id) {
          marked += 1
        }
      }
      if marked > 0 { check.problems.append(.marks(of: path)) }
    }
  }
}
