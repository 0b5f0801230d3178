internal import Glibc
internal import Kamervragen
internal import Xapian

/// Updates an index from directories of source files: reads new and changed files, removes vanished
/// ones and leaves the rest alone.
public struct Indexer: Sendable {
  /// What to index, and where.
  public struct Options: Sendable {
    /// The files and directories to index.
    public var paths: [String]
    /// The directory of the index.
    public var index: String
    /// The number of files read and analysed at a time.
    public var jobs: Int
    /// Whether to build a new index beside the old one and then replace it.
    public var rebuild: Bool
    /// The number of databases of an index that this run makes, from 1; nil for one, or for a
    /// rebuild the present number. An existing index keeps its number.
    public var shards: Int?
    /// Whether to read refused files again even if they have not changed.
    public var retriesRefused: Bool
    /// How long to wait for another run that holds the index, in seconds.
    public var lockTimeout: Int
    /// Whether to remove files even if a path is empty or gone, or if many are gone at once (see
    /// `DeletionGuard`).
    public var allowsDeletions: Bool
    /// The word files for an index that this run makes; an existing index keeps its vocabulary.
    public var vocabulary: VocabularyFiles
    /// How documents are read.
    public var reader: DocumentReader
    /// When to commit.
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
    /// The number of files done and to do; `passages` counts those written so far.
    case progress(done: Int, total: Int, passages: Int)
    /// A file was refused.
    case refused(path: String, reason: String)
    /// Something in a directory is skipped.
    case passedOver(path: String, reason: PassedOver)
    /// A directory's metadata was not used because the directory has several publications.
    case metadataUnused(path: String)
    /// A file or directory could not be read; its place in the index is unchanged.
    case unreadable(path: String, reason: FileProblem)
    /// The files of a path that are gone are kept.
    case kept(path: String, reason: DeletionDoubt)
    /// A file was read, with the reader's warnings. Whether its passages are in the index depends
    /// on other files with the same set.
    case read(path: String, set: String, passages: Int, warnings: [String])
    /// The passages of a file were removed because the file is gone.
    case removed(path: String)
    /// A rebuilt generation is complete and is checked before it is put in use; `path` is its
    /// directory.
    case checking(path: String)
  }

  private let options: Options

  /// Makes an indexer.
  public init(_ options: Options) {
    self.options = options
  }

  /// Runs the indexer.
  ///
  /// - Parameters:
  ///   - isStopped: asked between files and while one is read; true commits the work done and ends
  ///     the run.
  ///   - report: called for each event, in order, on the caller's task.
  /// - Returns: the summary. Refused files are counted, not thrown.
  /// - Throws: `IndexError` if the index cannot be written; work committed before stays.
  public func run(
    isStopped: @escaping @Sendable () -> Bool = { false }, report: (Event) -> Void
  ) async throws(IndexError) -> IndexSummary {
    let start = Timestamp.monotonic
    let directory = IndexDirectory(path: options.index)
    if try directory.generation() == nil {
      // Without files to read, no index is made.
      let tree = FileScan(paths: options.paths, excluding: options.index)
      guard !tree.files.isEmpty else { return nothingRead(tree, report) }
      try FileIO.createDirectory(directory.path)
      try directory.refuseForeignDirectory()
    }
    let lock = try RunLock(
      of: directory.path, lockTimeout: options.lockTimeout, isStopped: isStopped)
    // Files may have changed while waiting for the lock.
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
      // If the index was removed, report only that.
      try directory.confirmPresence()
      _ = try? directory.clear()
      throw error
    }
    summary.isRebuildRefused = options.rebuild && current != nil && !rebuilds
    lock.release()
    summary.seconds = Timestamp.monotonic - start
    return summary
  }

  /// Updates the target of a transition from the files and completes the transition.
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

  /// The number of databases to add for new files. Many new files are written to several in
  /// parallel, which are merged at the end. A few beside many get their own database: in the
  /// compact one they would split every block they touch.
  static func shardsToAdd(known: Int, new: Int, jobs: Int) -> Int {
    guard new > 0 else { return 0 }
    if new >= minimumFilesInBulk, new * Compaction.mergeThreshold >= known {
      let writers = min(max(1, jobs), IndexWriter.maximumThreads)
      return known == 0 ? writers - 1 : writers
    }
    return known >= minimumFilesKeptCompact ? 1 : 0
  }

  /// The number of files in a row that may fail for lack of resources before the run ends.
  private static let maximumShortages = 20

  /// The fewest files that are worth several writers and a merge; fewer are written quickly anyway.
  private static let minimumFilesInBulk = 200

  /// The fewest files whose database is worth keeping compact.
  private static let minimumFilesKeptCompact = 2000

  /// Whether all files needed for a rebuild are present: an unmounted disk must not empty the
  /// index.
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
    // The update that follows reports doubts about single paths.
    return deletions.judge(known).doubts.isEmpty
  }

  /// The summary of a run that found no files to make an index from.
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

  /// The work of a run.
  private struct Work {
    let ledger: [[UInt8]: LedgerEntry]
    let toRead: [SourceFile]
    let vanished: [LedgerEntry]
    var summary: IndexSummary
  }

  /// Updates the databases from the files.
  private func fill(
    _ writer: IndexWriter, from tree: FileScan, isNew: Bool,
    isStopped: @escaping @Sendable () -> Bool, _ report: (Event) -> Void
  ) async throws(IndexError) -> IndexSummary {
    let work = work(for: tree, try await writer.ledger(), report)
    var summary = work.summary
    let isAnything = !work.toRead.isEmpty || !work.vanished.isEmpty
    // Without work the graph, which is costly, is not needed.
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

  /// Finds the files to read and the entries to remove.
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

  /// Whether a refused file is read again although it has not changed.
  private func isTriedAgain(_ entry: LedgerEntry) -> Bool {
    entry.refusal.map { options.retriesRefused || $0.reader != SourceReader.version } ?? false
  }

  /// Reads the files and adds them to the index, in order.
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

  /// Reports unused metadata in each directory from which a file is read in this run.
  private func reportAmbiguousMetadata(
    _ tree: FileScan, _ todo: [SourceFile], _ report: (Event) -> Void
  ) {
    guard !tree.ambiguousMetadata.isEmpty else { return }
    let read = Set(todo.map(\.path.directory)).intersection(tree.ambiguousMetadata)
    for directory in read.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      report(.metadataUnused(path: String(decoding: directory, as: UTF8.self)))
    }
  }

  /// The entries below the given paths whose files are gone, except those that `DeletionGuard`
  /// keeps.
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
