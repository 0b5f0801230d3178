internal import Xapian

/// Makes an index smaller.
public enum Compaction {
  /// What a compaction made of an index; sizes in bytes.
  public struct Outcome: Sendable, Hashable {
    /// The size of what was in use.
    public var before: Int
    /// The size of what is in use now.
    public var after: Int
    /// The size of the generation before the last rebuild, which is gone; nil if there was none.
    public var previous: Int?
  }

  /// Writes a compact copy of an index beside it, which then takes its place in one step. Searches
  /// go on meanwhile. What a rebuild has left to go back to is removed as well: who compacts wants
  /// the room.
  ///
  /// - Parameter path: the directory of an index.
  /// - Returns: the sizes.
  /// - Throws: `IndexError`; the index is then as it was.
  public static func run(path: String) throws(IndexError) -> Outcome {
    let directory = IndexDirectory(path: path)
    guard try directory.isThere() else { throw .missing(path: path) }
    let lock = try IndexLock(of: directory)
    // Only now it is certain that no other run replaces it.
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

  /// How many databases a generation is kept in.
  static func keptShards(
    of directory: IndexDirectory, _ generation: IndexDirectory.Generation
  ) throws(IndexError) -> Int {
    try accessing(directory.path) { () throws(XapianError) in
      let stored = try Database(shards: directory.shards(of: generation))
        .metadata(forKey: MetadataKey.shards)
      return Int(String(decoding: stored, as: UTF8.self)) ?? 1
    }
  }

  /// What was added to a compact database lies beside it until it is one part in this many of it.
  /// Changes open up blocks that were full; they may make the compact database larger by one such
  /// part.
  static let mergeThreshold = 4

  /// Writes what a run has written as compactly as it is kept: in one database, or in as many as
  /// were asked for when the index was made.
  ///
  /// - Parameters:
  ///   - directory: the index.
  ///   - generation: what the run has written.
  ///   - isNew: whether it is worth the work although little lies beside, and little has grown.
  /// - Returns: the generation that has it, which is not in use yet; or the one that was given.
  /// - Throws: `IndexError`; what was written of the new generation is then left behind.
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
    // If several are kept, replicas follow each by its path: there `compact` is the administrator's
    // to call.
    if kept == 1, !isTooMuch, let compact = directory.sizeWhenMerged(generation) {
      isTooMuch = directory.tableBytes(of: generation) - compact >= compact / mergeThreshold
    }
    guard isNew || isTooMuch else { return generation }
    let next = IndexDirectory.Generation(
      number: try directory.nextNumber(), shardCount: kept == 1 ? 1 : sources.count)
    try directory.makeRoom(for: next)
    // Copies agree no better than what they are made of.
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
