internal import Xapian

/// Rewrites an index compactly.
public enum Compaction {
  /// The sizes of an index before and after compaction, in bytes.
  public struct Outcome: Sendable, Hashable {
    /// The size of the generation that was in use.
    public var before: Int
    /// The size of the generation in use now.
    public var after: Int
    /// The size of the generation before the last rebuild, which was removed; nil if there was
    /// none.
    public var previous: Int?
  }

  /// Writes a compact copy of an index beside it, then replaces the index by it in one step.
  /// Searches continue meanwhile. The generation kept for a rollback is removed too, to free its
  /// space.
  ///
  /// - Parameter path: the directory of an index.
  /// - Returns: the sizes.
  /// - Throws: `IndexError`; if no compact copy could be made, the index is unchanged.
  public static func run(path: String) throws(IndexError) -> Outcome {
    let directory = IndexDirectory(path: path)
    guard try directory.isThere() else { throw .missing(path: path) }
    let lock = try RunLock(of: directory.path)
    // Only the lock makes sure that no other run replaces it.
    guard let named = try directory.clear() else { throw .missing(path: path) }
    let before = directory.bytes(of: named.inUse)
    let previous = named.previous.map(directory.bytes(of:))
    let next: IndexDirectory.Generation
    do throws(IndexError) {
      next = try merge(directory, named.inUse, isNew: true)
      try directory.use(next, previous: nil)
    } catch {
      try directory.confirmPresence()
      _ = try? directory.clear()
      throw error
    }
    try directory.clear()
    let after = directory.bytes(of: next)
    lock.release()
    return Outcome(before: before, after: after, previous: previous)
  }

  /// The number of databases that the index was made with; 1 if it does not say.
  static func keptShards(
    of directory: IndexDirectory, _ generation: IndexDirectory.Generation
  ) throws(IndexError) -> Int {
    try accessing(directory.path) { () throws(XapianError) in
      let stored = try Database(shards: directory.shards(of: generation))
        .metadata(forKey: MetadataKey.shards)
      return Int(String(decoding: stored, as: UTF8.self)) ?? 1
    }
  }

  /// Databases are merged once the passages added beside the compact database, or its own growth,
  /// reach one part in this many of it. Growth happens because changes split full blocks.
  static let mergeThreshold = 4

  /// Compacts what a run has written into one database, or into the number that the index was made
  /// with.
  ///
  /// - Parameters:
  ///   - directory: the index.
  ///   - generation: the generation that the run has written.
  ///   - isNew: whether to compact even if little was added.
  /// - Returns: the compact generation, which is not in use yet; or the given one if merging was
  ///   not worth the work.
  /// - Throws: `IndexError`; the unfinished generation is left behind for `clear()`.
  static func merge(
    _ directory: IndexDirectory, _ generation: IndexDirectory.Generation, isNew: Bool
  ) throws(IndexError) -> IndexDirectory.Generation {
    let sources = directory.shards(of: generation)
    let kept = try keptShards(of: directory, generation)
    var isTooMuch = false
    if kept == 1, sources.count > 1 {
      isTooMuch = try accessing(directory.path) { () throws(XapianError) in
        let first = try Database(shards: [sources[0]]).documentCount()
        let all = try Database(shards: sources).documentCount()
        return (all - first) * mergeThreshold >= first
      }
    }
    // Replicas follow several databases by their paths, so there only the administrator compacts.
    if kept == 1, !isTooMuch, let compact = directory.sizeWhenMerged(generation) {
      isTooMuch = directory.tableBytes(of: generation) - compact >= compact / mergeThreshold
    }
    guard isNew || isTooMuch else { return generation }
    let next = IndexDirectory.Generation(
      number: try directory.nextNumber(), shardCount: kept == 1 ? 1 : sources.count)
    try directory.makeRoom(for: next)
    // Copies of databases that may disagree may disagree too.
    if directory.isUnsettled(generation) { try directory.beginUnsettled(next) }
    let targets = directory.paths(of: next)
    try accessing(directory.path) { () throws(XapianError) in
      if targets.count == 1 {
        try Database(shards: sources).compact(to: targets[0])
      } else {
        for (source, target) in zip(sources, targets) {
          try Database(shards: [source]).compact(to: target)
        }
      }
    }
    directory.shareLexicon(of: generation, with: next)
    try directory.noteSize(of: next)
    if targets.count > 1 { try directory.noteMoments(of: next) }
    directory.sync(next)
    return next
  }
}
