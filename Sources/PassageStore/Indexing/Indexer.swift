internal import Glibc
internal import Kamervragen
internal import Xapian

/// Brings an index in line with directories of source files: reads what is new or changed, removes
/// what has vanished, leaves the rest alone.
public struct Indexer: Sendable {
  /// What to index, and where.
  public struct Options: Sendable {
    /// Files and directories.
    public var paths: [String]
    /// The directory of the index.
    public var index: String
    /// How many files are read and analysed at a time.
    public var jobs: Int
    /// Whether to make the index anew beside the old one and then let it take its place.
    public var rebuild: Bool
    /// In how many databases an index is kept that is made in this run, from 1; nil for one, or in
    /// a rebuild for as many as there were. An index that is there already keeps its number.
    public var shards: Int?
    /// Whether files that are refused are read again although they have not changed.
    public var retriesRefused: Bool
    /// How many seconds to wait if another run holds the index.
    public var lockTimeout: Int
    /// Whether it is believed that a path is empty or gone, or that many files are gone at once
    /// (see `DeletionGuard`).
    public var allowsDeletions: Bool
    /// The words that an index knows that is made in this run; one that is there already keeps its
    /// own.
    public var vocabulary: VocabularyFiles
    /// How documents are read.
    public var reader: DocumentReader
    /// When the work is committed.
    var commitPolicy = IndexWriter.CommitPolicy()

    /// Makes options for an incremental run.
    public init(
      paths: [String], index: String, jobs: Int = 1, rebuild: Bool = false, shards: Int? = nil,
      retriesRefused: Bool = false, lockTimeout: Int = 0, allowsDeletions: Bool = false,
      vocabulary: VocabularyFiles = VocabularyFiles(), reader: DocumentReader = .thisProcess
    ) {
      self.paths = paths
      self.index = index
      self.jobs = jobs
      self.rebuild = rebuild
      self.shards = shards
      self.retriesRefused = retriesRefused
      self.lockTimeout = lockTimeout
      self.allowsDeletions = allowsDeletions
      self.vocabulary = vocabulary
      self.reader = reader
    }
  }

  /// Something that happened during a run.
  public enum Event: Sendable, Hashable {
    /// How many of the files to read are done; `passages` counts those written so far.
    case progress(done: Int, total: Int, passages: Int)
    /// A file was refused for the first time as it is now, or again if that was asked for.
    case refused(path: String, reason: String)
    /// Something in a directory is no file to read.
    case passedOver(path: String, reason: PassedOver)
    /// A directory's metadata was not used: it belongs to none of the publications there.
    case metadataUnused(path: String)
    /// A file or directory could not be looked at or read; it stays in the index as it was.
    case unreadable(path: String, reason: FileProblem)
    /// Nothing is removed for this path.
    case kept(path: String, reason: DeletionDoubt)
    /// A file was read, with what its reader could not understand. Whether its passages are in the
    /// index depends on the other files that have the set.
    case read(path: String, set: String, passages: Int, warnings: [String])
    /// The passages of a file were removed because the file is gone.
    case removed(path: String)
    /// A rebuilt generation is whole and is checked before it takes its place; `path` is its
    /// directory.
    case checking(path: String)
  }

  private let options: Options

  /// Makes an indexer.
  public init(_ options: Options) {
    self.options = options
  }

  /// Does the run.
  ///
  /// - Parameters:
  ///   - isStopped: asked between files, and while one is read; true ends the run after what has
  ///     been done is committed.
  ///   - report: called for each event, in order, on the caller's task.
  /// - Returns: what was done. A refused file is no error, it is counted.
  /// - Throws: `IndexError` if the index cannot be written; what was committed before stays.
  public func run(
    isStopped: @escaping @Sendable () -> Bool = { false }, report: (Event) -> Void
  ) async throws(IndexError) -> IndexSummary {
    let start = Timestamp.monotonic
    let directory = IndexDirectory(path: options.index)
    if try directory.generation() == nil {
      // Nothing to read makes no index.
      let tree = FileScan(paths: options.paths, excluding: options.index)
      guard !tree.files.isEmpty else { return nothingRead(tree, report) }
      try FileIO.createDirectory(directory.path)
      try directory.refuseForeignDirectory()
    }
    let lock = try IndexLock(of: directory, lockTimeout: options.lockTimeout, isStopped: isStopped)
    // Only now: while waiting, files may have come and gone.
    let tree = FileScan(paths: options.paths, excluding: options.index)
    let current = try directory.clear()?.inUse
    let rebuilds = options.rebuild ? try isWhole(tree, directory, current, report) : false
    var summary: IndexSummary
    do throws(IndexError) {
      let transition = try GenerationTransition(
        directory, from: current, rebuilds: rebuilds, shards: options.shards,
        vocabulary: options.vocabulary)
      summary = try await write(
        transition, of: directory, from: tree, isStopped: isStopped, report)
      try directory.confirmPresence()
    } catch {
      // Of what fails once it is gone only that is worth saying.
      try directory.confirmPresence()
      _ = try? directory.clear()
      throw error
    }
    summary.isRebuildRefused = options.rebuild && current != nil && !rebuilds
    lock.release()
    summary.seconds = Timestamp.monotonic - start
    return summary
  }

  /// Brings the target of a transition in line with the files, and completes the transition.
  private func write(
    _ transition: GenerationTransition, of directory: IndexDirectory, from tree: FileScan,
    isStopped: @escaping @Sendable () -> Bool, _ report: (Event) -> Void
  ) async throws(IndexError) -> IndexSummary {
    let writer = try IndexWriter(
      directory, transition.target, options.commitPolicy, isNew: transition.isNew)
    let summary: IndexSummary
    do throws(IndexError) {
      summary = try await fill(
        writer, from: tree, isNew: transition.isNew, isStopped: isStopped, report)
    } catch {
      await writer.abandon()
      throw error
    }
    guard !summary.isStopped else {
      try transition.stop()
      return summary
    }
    let isLarge = tree.files.count >= Self.minimumFilesInBulk
    try transition.complete(writer.generation, isLarge: isLarge) { generation throws(IndexError) in
      report(.checking(path: directory.directory(of: generation)))
      try OpenIndex(directory, generation)
        .passCheck(of: generation, reading: options.reader, isNew: true)
    }
    return summary
  }

  /// How many databases are added for new files. Many files are written in several at the same
  /// time, which are merged at the end. A few files beside many come in one of their own: among the
  /// others they would split every block of the compact database to make room.
  static func shardsToAdd(known: Int, new: Int, jobs: Int) -> Int {
    guard new > 0 else { return 0 }
    if new >= minimumFilesInBulk, new * Compaction.mergeThreshold >= known {
      let writers = min(max(1, jobs), IndexWriter.maximumThreads)
      return known == 0 ? writers - 1 : writers
    }
    return known >= minimumFilesKeptCompact ? 1 : 0
  }

  /// The most files in a row that cannot be read for want of something; then no others are tried.
  private static let maximumShortages = 20

  /// The fewest files that are worth several writers and a merge; fewer are written in a moment.
  private static let minimumFilesInBulk = 200

  /// The fewest files whose database is worth keeping compact.
  private static let minimumFilesKeptCompact = 2000

  /// Whether there is everything to make an index anew from: a disk that is not mounted must not
  /// empty it.
  private func isWhole(
    _ tree: FileScan, _ directory: IndexDirectory, _ current: IndexDirectory.Generation?,
    _ report: (Event) -> Void
  ) throws(IndexError) -> Bool {
    let isThere = tree.missing.isEmpty || options.allowsDeletions
    guard let current, !tree.files.isEmpty, isThere, tree.unreadable.isEmpty else { return false }
    let known: [LedgerEntry]
    do throws(XapianError) {
      let old = try Database(shards: directory.shards(of: current))
      known = try old.metadataEntries(withPrefix: LedgerEntry.keyPrefix, isVerified: false)
        .compactMap { LedgerEntry(decoding: $0.value) }
    } catch {
      // An index that cannot be read has nothing to lose.
      return true
    }
    let deletions = DeletionGuard(tree, allowsDeletions: options.allowsDeletions)
    if let doubt = deletions.doubtOfRebuild(known) {
      report(.kept(path: options.index, reason: doubt))
      return false
    }
    // What is doubted of a single path is said by the run that now updates the index.
    return deletions.judge(known).doubts.isEmpty
  }

  /// The summary of a run that found no file to make an index from.
  private func nothingRead(_ tree: FileScan, _ report: (Event) -> Void) -> IndexSummary {
    var summary = IndexSummary(index: options.index)
    summary.missing = tree.missing
    reportUnreadable(tree, &summary, report)
    return summary
  }

  private func reportUnreadable(
    _ tree: FileScan, _ summary: inout IndexSummary, _ report: (Event) -> Void
  ) {
    for (path, reason) in tree.passedOver {
      report(.passedOver(path: String(decoding: path, as: UTF8.self), reason: reason))
    }
    for (path, reason) in tree.unreadable {
      summary.unreadable += 1
      report(.unreadable(path: String(decoding: path, as: UTF8.self), reason: reason))
    }
  }

  /// What there is to do for a run.
  private struct Work {
    let ledger: [[UInt8]: LedgerEntry]
    let toRead: [SourceFile]
    let vanished: [LedgerEntry]
    var summary: IndexSummary
  }

  /// Brings the database in line with the files.
  private func fill(
    _ writer: IndexWriter, from tree: FileScan, isNew: Bool,
    isStopped: @escaping @Sendable () -> Bool, _ report: (Event) -> Void
  ) async throws(IndexError) -> IndexSummary {
    let work = work(for: tree, try await writer.ledger(), report)
    var summary = work.summary
    let isAnything = !work.toRead.isEmpty || !work.vanished.isEmpty
    // If there is nothing to do the entries need no order.
    guard isAnything || isNew || writer.mustReconcileAll else {
      summary.isStopped = isStopped()
      summary.count(work.ledger.values)
      try await writer.finish()
      return summary
    }
    let new = work.toRead.count { work.ledger[$0.path] == nil }
    let added = Self.shardsToAdd(known: work.ledger.count, new: new, jobs: options.jobs)
    if writer.isMerged || writer.isKeptInOne && added > 1 { try await writer.grow(by: added) }
    var run = Reconciler(
      PublicationGraph(work.ledger.values), schema: writer.schema, summary: summary,
      vanished: Set(work.vanished.map(\.path)), reader: options.reader)
    if writer.mustReconcileAll {
      run.reconcileAll(recordKeys: try await writer.recordKeys())
      try await writer.write(run.takeChanges())
    }
    for entry in work.vanished {
      if isStopped() { break }
      run.remove(entry)
      try await writer.write(run.takeChanges())
      for event in run.takeEvents() { report(event) }
    }
    try await read(work, &run, writer, isStopped: isStopped, report)
    summary = run.summary
    summary.isStopped = isStopped()
    summary.count(run.graph.all)
    if run.isChanged || isNew { try await writer.write([.recordRun(Timestamp.now)]) }
    try await writer.finish()
    return summary
  }

  /// What has to be read and removed.
  private func work(
    for tree: FileScan, _ ledger: [[UInt8]: LedgerEntry], _ report: (Event) -> Void
  ) -> Work {
    var summary = IndexSummary(index: options.index)
    summary.missing = tree.missing
    summary.files = tree.files.count
    reportUnreadable(tree, &summary, report)
    let toRead = tree.files.filter { file in
      guard let entry = ledger[file.path], entry.matches(file) else { return true }
      return isTriedAgain(entry)
    }
    reportAmbiguousMetadata(tree, toRead, report)
    summary.unchanged = tree.files.count - toRead.count
    let vanished = vanishedEntries(of: ledger, tree, &summary, report)
    return Work(ledger: ledger, toRead: toRead, vanished: vanished, summary: summary)
  }

  /// Whether a file is refused and is read again although it has not changed.
  private func isTriedAgain(_ entry: LedgerEntry) -> Bool {
    entry.refusal.map { options.retriesRefused || $0.reader != SourceReader.version } ?? false
  }

  /// Reads the files and takes them in, each when its turn comes.
  private func read(
    _ work: Work, _ run: inout Reconciler, _ writer: IndexWriter,
    isStopped: @escaping @Sendable () -> Bool, _ report: (Event) -> Void
  ) async throws(IndexError) {
    let preparation = Preparation(
      schema: writer.schema, reader: options.reader, isStopped: isStopped)
    let known = work.toRead.map { file in
      work.ledger[file.path].flatMap { isTriedAgain($0) ? nil : $0.digest }
    }
    var done = 0
    var shortages = 0
    let result = await preparation.prepareAll(work.toRead, known: known, jobs: options.jobs) {
      (prepared) async throws(IndexError) in
      run.take(prepared)
      try await writer.write(run.takeChanges())
      done += 1
      for event in run.takeEvents() { report(event) }
      report(
        .progress(done: done, total: work.toRead.count, passages: run.summary.passagesWritten))
      guard case .shortage(let reason) = prepared.outcome else { return shortages = 0 }
      shortages += 1
      guard shortages < Self.maximumShortages else {
        throw .inputOutput(
          path: prepared.file.displayPath, reason: .shortage(last: reason, files: shortages))
      }
    }
    try result.get()
  }

  /// Says of metadata that belongs to no file that it is not used: when it comes, and when a file
  /// beside it is read.
  private func reportAmbiguousMetadata(
    _ tree: FileScan, _ todo: [SourceFile], _ report: (Event) -> Void
  ) {
    guard !tree.ambiguousMetadata.isEmpty else { return }
    let read = Set(todo.map(\.path.directory)).intersection(tree.ambiguousMetadata)
    for directory in read.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      report(.metadataUnused(path: String(decoding: directory, as: UTF8.self)))
    }
  }

  /// The entries below the given paths whose files are gone, but for what is not believed.
  private func vanishedEntries(
    of ledger: [[UInt8]: LedgerEntry], _ tree: FileScan, _ summary: inout IndexSummary,
    _ report: (Event) -> Void
  ) -> [LedgerEntry] {
    let verdict = DeletionGuard(tree, allowsDeletions: options.allowsDeletions)
      .judge(ledger.values)
    summary.kept += verdict.keptBelowMissing
    for doubt in verdict.doubts {
      summary.kept += doubt.vanished
      if case .emptied = doubt.reason {
        summary.missing.append(MissingPath(path: doubt.path, reason: .empty))
      }
      report(.kept(path: doubt.path, reason: doubt.reason))
    }
    summary.missing.removeAll { verdict.believedMissing.contains($0) }
    return verdict.vanished
  }
}
