internal import Kamervragen
internal import Xapian

/// Applies the files of a run, one after the other, to the ledger and derives the changes to the
/// passages.
///
/// After each step the index agrees with the ledger: the best source of every version has its
/// passages there, with the marks of its status. In each shard a step is committed as a whole, so a
/// killed run leaves nothing to repair; if it was killed between the commits of two shards,
/// `reconcileAll` makes them agree.
struct Reconciler {
  private let schema: Schema
  private(set) var graph: PublicationGraph
  private(set) var summary: IndexSummary
  /// Whether the run changed anything.
  private(set) var isChanged = false
  private var events: [Indexer.Event] = []
  /// Files that this run found to be gone; they are not elected.
  private let vanished: Set<[UInt8]>
  private let reader: DocumentReader
  private var changes: [Change] = []

  init(
    _ graph: PublicationGraph, schema: Schema, summary: IndexSummary, vanished: Set<[UInt8]>,
    reader: DocumentReader = .thisProcess
  ) {
    self.reader = reader
    self.graph = graph
    self.schema = schema
    self.summary = summary
    self.vanished = vanished
  }

  /// Returns and clears the events since the last call.
  mutating func takeEvents() -> [Indexer.Event] {
    defer { events.removeAll() }
    return events
  }

  /// Returns and clears the changes since the last call. Each shard commits its part as a whole or
  /// not at all.
  mutating func takeChanges() -> [Change] {
    defer { changes.removeAll() }
    return changes
  }

  /// Derives everything from the ledger again, after a run that was cut off between the commits of
  /// two shards. `recordKeys` are the keys of all stored set records, including those of versions
  /// that no longer exist.
  mutating func reconcileAll(recordKeys: [String]) {
    let versions = Set(graph.all.compactMap(\.versionKey))
    let known = Set(versions.map(SetRecord.key(of:)))
    for key in recordKeys where !known.contains(key) {
      changes.append(.recordSet(SetRecord(), key: key))
    }
    reconcile(versions.sorted())
    isChanged = true
  }

  /// Removes a file that is gone.
  mutating func remove(_ entry: LedgerEntry) {
    // Its passages may already have been removed for a better source.
    let current = graph[entry.path] ?? entry
    changes.append(.removePassages(of: current))
    changes.append(.forget(current))
    let affected = graph.change(entry.path, to: nil)
    reconcile(affected)
    summary.removed += 1
    events.append(.removed(path: String(decoding: entry.path, as: UTF8.self)))
    isChanged = true
  }

  /// Applies a prepared file.
  mutating func take(_ prepared: PreparedFile) {
    let file = prepared.file
    let known = graph[file.path]
    switch prepared.outcome {
    case .stopped: return
    case .unreadable(let problem):
      take(problem, of: file.displayPath)
      return
    case .shortage(let reason):
      take(.shortage(reason), of: file.displayPath)
      return
    case .sameContent:
      summary.unchanged += 1
      if var entry = known {
        entry.update(from: file)
        reconcile(enter(entry))
      }
    case .refused(let digest, let reason):
      reconcile(refuse(file, digest, reason))
    case .read(let set):
      if known?.summary == nil { summary.added += 1 } else { summary.changed += 1 }
      events.append(
        .read(
          path: file.displayPath, set: set.summary.setKey, passages: set.contents.passages.count,
          warnings: set.warnings))
      reconcile(enter(file, set), inHand: [file.path: set.contents])
    }
    isChanged = true
  }

  /// Counts and reports a file that cannot be read now.
  private mutating func take(_ problem: FileProblem, of path: String) {
    summary.unreadable += 1
    events.append(.unreadable(path: path, reason: problem))
  }

  // MARK: The ledger

  /// Records an entry; returns the versions whose status may change.
  private mutating func enter(_ entry: LedgerEntry) -> [String] {
    changes.append(.record(entry))
    return graph.change(entry.path, to: entry)
  }

  /// Records that a file was read, and removes its old passages.
  private mutating func enter(
    _ file: SourceFile, _ set: PreparedFile.ReadSet
  ) -> [String] {
    if let known = graph[file.path] { changes.append(.removePassages(of: known)) }
    return enter(LedgerEntry(file, digest: set.digest, summary: set.summary))
  }

  /// Records that a file was refused. The passages of its last readable version stay until another
  /// file has the set.
  private mutating func refuse(
    _ file: SourceFile, _ digest: ContentDigest, _ reason: String
  ) -> [String] {
    let known = graph[file.path]
    let before = known?.digest == digest ? known?.refusal : nil
    let now = Timestamp.now
    var entry = known ?? LedgerEntry(file, digest: digest)
    entry.digest = digest
    if entry.passages == 0 { entry.summary = nil }
    entry.update(from: file)
    entry.refusal = LedgerEntry.Refusal(
      reason: reason, first: before?.first ?? now, last: now, tries: (before?.tries ?? 0) + 1,
      reader: SourceReader.version)
    if before == nil { summary.newlyRefused += 1 }
    events.append(.refused(path: file.displayPath, reason: reason))
    return enter(entry)
  }

  // MARK: What follows from it

  /// Makes the index agree with the ledger for some versions and all versions they affect. `inHand`
  /// has the passages of a file that was just read.
  private mutating func reconcile(
    _ keys: [String], inHand: [[UInt8]: PreparedSet] = [:]
  ) {
    var pending = Set(keys)
    var touched = pending
    while let key = pending.min() {
      pending.remove(key)
      let others = elect(key, inHand)
      pending.formUnion(others)
      touched.formUnion(others)
    }
    var done: Set<String> = []
    for key in touched.sorted() where done.insert(key).inserted {
      guard graph.version(key) != nil else {
        changes.append(.recordSet(SetRecord(), key: SetRecord.key(of: key)))
        continue
      }
      for (member, status) in graph.statuses(around: key) {
        done.insert(member)
        apply(status, to: member)
      }
    }
  }

  /// Ensures that only the best source of a version has its passages in the index.
  ///
  /// - Returns: other versions whose status may change, because reading showed that a file has
  ///   another set now.
  private mutating func elect(
    _ key: String, _ inHand: [[UInt8]: PreparedSet]
  ) -> [String] {
    var inHand = inHand
    var others: [String] = []
    while let version = graph.version(key), var best = version.sources.first {
      if best.passages == 0 {
        guard let set = inHand[best.path] else {
          // Reading may show that another source is better, so elect again.
          inHand[best.path] = readAgain(best, &others)
          continue
        }
        let status = graph.statuses(around: key)[key] ?? PublicationStatus()
        best.mark(as: status, schema)
        best.passages = set.passages.count
        changes.append(.add(set, of: best))
        summary.passagesWritten += set.passages.count
        changes.append(.record(best))
        graph.note(best)
      }
      for var other in graph.sourcesInIndex(of: key) where other.path != best.path {
        changes.append(.removePassages(of: other))
        other.passages = 0
        other.mark(as: PublicationStatus(), schema)
        if other.refusal != nil { other.summary = nil }
        others += enter(other)
      }
      break
    }
    return others
  }

  /// Reads a source that was elected. If that fails, its entry records it, so that the next best is
  /// elected.
  private mutating func readAgain(
    _ entry: LedgerEntry, _ others: inout [String]
  ) -> PreparedSet? {
    guard !vanished.contains(entry.path) else {
      others += setAside(entry)
      return nil
    }
    let path = String(decoding: entry.path, as: UTF8.self)
    var problem = FileProblem.gone
    if let file = SourceFile(at: entry.path) {
      // This cannot be stopped: passages were already removed, so their replacement must be found.
      switch Preparation(schema: schema, reader: reader).prepare(file) {
      case .refused(let digest, let reason):
        others += refuse(file, digest, reason)
        return nil
      case .read(let set):
        others += enter(file, set)
        return set.contents
      case .unreadable(let other): problem = other
      case .shortage(let reason): problem = .shortage(reason)
      case .sameContent, .stopped: break
      }
    }
    take(problem, of: path)
    others += setAside(entry)
    return nil
  }

  /// Marks a source to be read again in the next run; until then it is not elected.
  private mutating func setAside(_ entry: LedgerEntry) -> [String] {
    var entry = entry
    entry.size = LedgerEntry.unavailable
    return enter(entry)
  }

  /// Gives the passages of a version the marks of its status, and records its links.
  private mutating func apply(_ status: PublicationStatus, to key: String) {
    guard let version = graph.version(key), var best = version.sources.first else { return }
    if best.passages > 0, !best.isMarked(as: status, schema) {
      let before = best
      best.mark(as: status, schema)
      changes.append(.mark(before, as: best))
      changes.append(.record(best))
      graph.note(best)
    }
    changes.append(.recordSet(SetRecord(version, status), key: SetRecord.key(of: key)))
  }
}
