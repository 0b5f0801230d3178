internal import DutchText
internal import Xapian

/// The shards of one generation, open for writing: each has a task that writes, so that they are
/// written at the same time, and while other files are read.
///
/// The passages of a file and its line in the ledger lie in one shard and are committed together.
/// What is known of a version besides lies in the first one; if a run is cut off between the
/// commits of two shards, it may not agree with the others, and `mustReconcileAll` tells the next
/// run so. Shards of an index that is searched commit at the same time; those of a new one each
/// when it has enough, so that one works while another one waits for the disk.
final class IndexWriter {
  private let directory: IndexDirectory
  private(set) var generation: IndexDirectory.Generation
  private var slots: [ShardSlot]
  /// As many as shards are written at the same time.
  private var threads: [WritingThread]
  /// How many shards the index is kept in. If that is one, others are there for a while: what was
  /// added since the first was compacted, or what is written at the same time.
  private let keptShards: Int
  /// The shards that new files come in, and how many passages have come since they were made or
  /// opened.
  private var openShards: Range<Int>
  private var passagesInOpenShards = 0
  /// How many passages this run has written.
  private var passages = 0
  /// How passages lie in this index.
  let schema: Schema
  /// Whether everything that follows from the ledger has to be looked at again.
  let mustReconcileAll: Bool
  /// The shard of each file that is known.
  private var places: [[UInt8]: Int] = [:]
  private let commitsApart: Bool

  /// How many passages are handed over at a time: each time costs a switch of tasks.
  private static let batchSize = 64
  /// The most batches that wait over all shards, at least two per shard. Doubling it cost 9 MB.
  private static let maximumBatchesWaiting = 8

  /// The most shards that are written at the same time: each takes some 18 MB of memory.
  static let maximumThreads = 8

  /// When a writer does what takes time.
  struct CommitPolicy: Sendable {
    /// After how many passages in a shard its work is committed; until then they take some 10 MB.
    var passagesPerCommit = 500
    /// After how many passages new ones come in another shard. A commit touches blocks all over the
    /// posting table, so a large database would be rewritten nearly whole; some small ones that are
    /// merged once take much less time.
    var passagesPerShard = 16_000
    /// The smallest part of all passages written that a shard has, so that there are never more
    /// shards than a process may have open.
    var minimumPartInShard = 1.0 / 40
  }
  private let commitPolicy: CommitPolicy

  /// Makes the databases of a new generation, all of them empty but for what is known of words.
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
      }
    }
  }

  /// Opens the databases of a generation; `isNew` if it is filled from nothing.
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

  /// The index says itself what it knows of words, and in how many shards it is kept.
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

  /// Whether the index is kept in one database, and there is only that one now.
  var isMerged: Bool { keptShards == 1 && slots.count == 1 }

  /// Whether the index is kept in one database, so that any others are there for a while only.
  var isKeptInOne: Bool { keptShards == 1 }

  /// Adds databases for new files, which are searched from now on with the others if those are.
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
  /// - Throws: `IndexError.inconsistent` if two shards have the same file: no run writes it in a
  ///   second one.
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

  /// The keys of what is recorded of versions.
  func recordKeys() async throws(IndexError) -> [String] {
    try await slots[0].writer.recordKeys()
  }

  /// Writes the changes of whole steps of a run. Now and then what was written so far is committed.
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

  /// Commits if enough has been written, and goes on in other shards if these have enough.
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

  /// Commits what has been done and goes on.
  func checkpoint() async throws(IndexError) {
    try await onEachShard { shard in await shard.commit() }
  }

  /// A new file comes in the shard that its path says, so that they grow alike.
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

  /// Lets a shard do something after what it has to do already.
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

  /// Lets every shard do what it has to, and then one thing more.
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

  /// Commits what has been done and closes the databases. A writer that is dropped without this
  /// leaves the index as it was at the last checkpoint.
  func finish() async throws(IndexError) {
    try await onEachShard { shard in await shard.commitAndClose() }
  }

  /// Waits until nothing is written any more.
  func abandon() async {
    for slot in slots { _ = await slot.work.last?.value }
  }
}
