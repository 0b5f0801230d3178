internal import DutchText
internal import Xapian

/// The shards of one generation, open for writing. They are written in parallel, and while other
/// files are read.
///
/// The passages of a file and its ledger entry are in one shard and are committed together. Records
/// of publication versions are in the first shard. If a run is cut off between the commits of two
/// shards, these may disagree; the next run sees `mustReconcileAll`. Shards of an index that is
/// searched commit together. Those of a new one commit each when they have enough, so that one
/// works while another waits for the disk.
final class IndexWriter {
  private let directory: IndexDirectory
  private(set) var generation: IndexDirectory.Generation
  private var slots: [ShardSlot]
  /// One for each shard written in parallel, at most `maximumThreads`.
  private var threads: [WritingThread]
  /// The number of shards the index was made with. If it is one, others are temporary: they hold
  /// what was added since the first was compacted, or what is written in parallel.
  private let keptShards: Int
  /// The shards that receive new files, and the number of passages they received since they were
  /// made or opened.
  private var openShards: Range<Int>
  private var passagesInOpenShards = 0
  /// The number of passages this run has written.
  private var passages = 0
  /// The schema of this index.
  let schema: Schema
  /// Whether everything derived from the ledger must be checked again.
  let mustReconcileAll: Bool
  /// The shard of each known file.
  private var places: [[UInt8]: Int] = [:]
  private let commitsApart: Bool

  /// Passages per batch for a shard writer: each batch costs a task switch.
  private static let batchSize = 64
  /// The most batches that wait over all shards, at least two per shard. Doubling it cost 9 MB.
  private static let maximumBatchesWaiting = 8

  /// The most shards written in parallel: each takes some 18 MB of memory.
  static let maximumThreads = 8

  /// When a writer commits and begins new shards.
  struct CommitPolicy: Sendable {
    /// Passages in a shard between commits; until committed they take some 20 MB.
    var passagesPerCommit = 1000
    /// Passages in a shard before new files go to another. A commit touches blocks all over the
    /// posting table, so a large database would be rewritten nearly whole; several small ones
    /// merged once take much less time.
    var passagesPerShard = 16_000
    /// The least share of the written passages per shard, so that a process never has too many
    /// open.
    var minimumPartInShard = 1.0 / 40
  }
  private let commitPolicy: CommitPolicy

  /// Makes the databases of a new generation, empty except for the vocabulary.
  static func make(
    _ directory: IndexDirectory, _ generation: IndexDirectory.Generation, _ vocabulary: Vocabulary,
    shards: Int
  ) throws(IndexError) {
    try directory.makeRoom(for: generation)
    let schema = Schema(vocabulary)
    for (number, path) in directory.paths(of: generation).enumerated() {
      try ShardWriter.make(at: path, schema) { database throws(XapianError) in
        guard number == 0 else { return }
        try vocabulary.write(to: database)
        try database.setMetadata(Array("\(shards)".utf8), forKey: MetadataKey.shards)
        try database.setMetadata(Array(Release.version.utf8), forKey: MetadataKey.madeBy)
      }
    }
  }

  /// Opens the databases of a generation; `isNew` if it starts empty.
  ///
  /// - Throws: `IndexError.incompatible` if they were made with another analysis.
  init(
    _ directory: IndexDirectory, _ generation: IndexDirectory.Generation,
    _ commitPolicy: CommitPolicy = CommitPolicy(),
    isNew: Bool = false
  ) throws(IndexError) {
    self.directory = directory
    commitsApart = isNew
    self.commitPolicy = commitPolicy
    self.generation = generation
    (schema, keptShards) = try Self.description(of: directory, generation)
    try directory.keep(schema.analyzer.lexicon, in: generation)
    let paths = directory.paths(of: generation)
    openShards = keptShards == 1 ? paths.count - 1..<paths.count : 0..<paths.count
    threads = Self.threads(writing: openShards.count)
    slots = []
    mustReconcileAll = paths.count > 1 && directory.isUnsettled(generation)
    for path in paths { try addSlot(path) }
  }

  /// Opens a database for writing.
  private func addSlot(_ path: String) throws(IndexError) {
    let thread = threads[slots.count % threads.count]
    slots.append(
      ShardSlot(try ShardWriter(directory.path, path: path, schema: schema, on: thread)))
  }

  private static func threads(writing shards: Int) -> [WritingThread] {
    (0..<min(shards, maximumThreads)).map { _ in WritingThread() }
  }

  /// The schema and the number of shards, as the index itself records them.
  private static func description(
    of directory: IndexDirectory, _ generation: IndexDirectory.Generation
  ) throws(IndexError) -> (Schema, keptShards: Int) {
    let stored = try accessing(directory.path) { () throws(XapianError) in
      try Vocabulary.Stored(
        in: Database(shards: directory.shards(of: generation)),
        lexiconFile: directory.lexiconPath(of: generation))
    }
    let schema = try Schema(of: directory.path, stored)
    return (schema, try Compaction.keptShards(of: directory, generation))
  }

  /// Whether the index was made with one database and has only that one now.
  var isMerged: Bool { keptShards == 1 && slots.count == 1 }

  /// Whether the index was made with one database, so that any others are temporary.
  var isKeptInOne: Bool { keptShards == 1 }

  /// Adds databases for new files. If the generation is in use, they are searched at once.
  func grow(by count: Int) async throws(IndexError) {
    guard count > 0 else { return }
    let named = try directory.generations()
    let grown = generation.grown(by: count)
    let isEmpty = places.isEmpty
    let open = (isEmpty ? 0 : generation.shards.count)..<grown.shards.count
    threads += Self.threads(writing: open.count).dropFirst(threads.count)
    for path in directory.paths(of: grown).dropFirst(slots.count) {
      directory.removeUnused(path)
      try ShardWriter.make(at: path, schema) { _ throws(XapianError) in }
      try addSlot(path)
    }
    if let named, named.inUse == generation {
      try directory.use(grown, previous: named.previous)
    }
    openShards = open
    passagesInOpenShards = 0
    generation = grown
  }

  /// The ledger as it was at the last checkpoint, by path.
  ///
  /// - Throws: `IndexError.inconsistent` if two shards have the same file, which no run writes.
  func ledger() async throws(IndexError) -> [[UInt8]: LedgerEntry] {
    var ledger: [[UInt8]: LedgerEntry] = [:]
    for (number, slot) in slots.enumerated() {
      for page in LedgerEntry.keyPages {
        for entry in try await slot.writer.ledger(page: page) {
          if let other = places[entry.path], other != number {
            let path = String(decoding: entry.path, as: UTF8.self)
            let (first, second) = (generation.shards[other], generation.shards[number])
            throw .inconsistent(
              path: directory.path, reason: .fileTwice(path, in: first, and: second))
          }
          ledger[entry.path] = entry
          places[entry.path] = number
        }
      }
    }
    return ledger
  }

  /// The keys of the records of publication versions.
  func recordKeys() async throws(IndexError) -> [String] {
    try await slots[0].writer.recordKeys()
  }

  /// Writes the changes of whole steps of a run, and commits according to the commit policy.
  func write(_ changes: [Change]) async throws(IndexError) {
    for change in changes {
      let number = shard(of: change)
      if openShards.contains(number) { passagesInOpenShards += change.passages }
      passages += change.passages
      slots[number].append(change)
    }
    for number in slots.indices where slots[number].waitingPassages >= Self.batchSize {
      try await handOver(number)
    }
    try await commitWhereEnough()
  }

  /// Commits if enough has been written, and begins new shards if the open ones are full.
  private func commitWhereEnough() async throws(IndexError) {
    let enough = max(
      commitPolicy.passagesPerShard, Int(Double(passages) * commitPolicy.minimumPartInShard))
    if isKeptInOne, passagesInOpenShards >= enough * openShards.count {
      try await onEachShard { shard in await shard.commitAndClose() }
      try await grow(by: openShards.count)
    } else if !commitsApart {
      let all = slots.reduce(0) { $0 + $1.passagesSinceCommit }
      if all >= commitPolicy.passagesPerCommit * openShards.count { try await checkpoint() }
    } else {
      for number in slots.indices
      where slots[number].passagesSinceCommit >= commitPolicy.passagesPerCommit {
        try await handOver(number)
        if slots.count > 1, !directory.isUnsettled(generation) {
          try directory.beginUnsettled(generation)
        }
        try await enqueue(number) { shard in await shard.commit() }
        slots[number].passagesSinceCommit = 0
      }
    }
  }

  /// Commits all shards.
  func checkpoint() async throws(IndexError) {
    try await onEachShard { shard in await shard.commit() }
  }

  /// A new file goes to the shard that the digest of its path selects, so that shards grow evenly.
  private func shard(of change: Change) -> Int {
    guard let source = change.source else { return 0 }
    if let place = places[source] { return place }
    let place =
      openShards.lowerBound + Int(ContentDigest(of: source).half % UInt64(openShards.count))
    places[source] = place
    return place
  }

  private func handOver(_ number: Int) async throws(IndexError) {
    let changes = slots[number].takeWaiting()
    guard !changes.isEmpty else { return }
    try await enqueue(number) { shard in await shard.apply(changes) }
  }

  /// Adds work for a shard after the work that is waiting; waits if too much is.
  private func enqueue(
    _ number: Int, _ body: @escaping @Sendable (ShardWriter) async -> Result<Void, IndexError>
  ) async throws(IndexError) {
    let maximum = max(2, Self.maximumBatchesWaiting / threads.count)
    if slots[number].work.count >= maximum {
      try await slots[number].work.removeFirst().value.get()
    }
    slots[number].enqueue(body)
  }

  private func finishWork(_ number: Int) async throws(IndexError) {
    defer { slots[number].work = [] }
    try await slots[number].work.last?.value.get()
  }

  /// Finishes the waiting work of every shard, then does `body` on each.
  private func onEachShard(
    _ body: @escaping @Sendable (ShardWriter) async -> Result<Void, IndexError>
  ) async throws(IndexError) {
    for number in slots.indices { try await handOver(number) }
    for number in slots.indices { try await finishWork(number) }
    if slots.count > 1 { try directory.beginUnsettled(generation) }
    for number in slots.indices { try await enqueue(number, body) }
    for number in slots.indices { try await finishWork(number) }
    if slots.count > 1 { try directory.endUnsettled(generation) }
    for number in slots.indices { slots[number].passagesSinceCommit = 0 }
  }

  /// Commits and closes the databases. A writer dropped without this leaves the index as it was at
  /// the last checkpoint.
  func finish() async throws(IndexError) {
    try await onEachShard { shard in await shard.commitAndClose() }
  }

  /// Waits until all writing has ended; errors are ignored.
  func abandon() async {
    for slot in slots { _ = await slot.work.last?.value }
  }
}
