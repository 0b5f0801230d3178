/// How an index comes from the generation in use to the next one: a run begins a transition, fills
/// its target and completes it. Until then the stub names what can be searched.
struct GenerationTransition {
  private enum Kind {
    /// The generation in use is brought in line with the files, and is searched meanwhile.
    case update
    /// There is none; the new one is searched while it grows.
    case first
    /// A new one is made beside the one in use, and is searched when it is complete.
    case rebuild
  }

  /// What the run writes in.
  let target: IndexDirectory.Generation
  private let kind: Kind
  private let directory: IndexDirectory
  private let current: IndexDirectory.Generation?
  /// How many databases the current generation is kept in; nil if it cannot be opened.
  private let keptShards: Int?

  /// Begins a transition.
  ///
  /// - Parameters:
  ///   - directory: the index; the right to write it is held.
  ///   - current: the generation in use; nil if there is none.
  ///   - rebuilds: whether a new one is made although there is one.
  ///   - shards: how many databases a new one is kept in; nil for as many as there were.
  ///   - vocabulary: the words that a new one knows.
  /// - Throws: `IndexError` if a new one cannot be made.
  init(
    _ directory: IndexDirectory, from current: IndexDirectory.Generation?, rebuilds: Bool,
    shards: Int?, vocabulary: VocabularyFiles
  ) throws(IndexError) {
    self.directory = directory
    self.current = current
    keptShards = current.flatMap { try? Compaction.keptShards(of: directory, $0) }
    if let current, !rebuilds {
      kind = .update
      target = current
      return
    }
    kind = current == nil ? .first : .rebuild
    let count = shards ?? keptShards ?? 1
    target = .init(number: try directory.nextNumber(), shardCount: count)
    try IndexWriter.make(directory, target, try vocabulary.read(), shards: count)
    if kind == .first { try directory.use(target, previous: nil) }
  }

  /// Whether the target is filled from nothing.
  var isNew: Bool { kind != .update }

  /// Ends a transition whose run was stopped: what can be searched already stays.
  func stop() throws(IndexError) {
    if kind == .rebuild { try directory.clear() }
  }

  /// Merges what was written, if that is worth the work, and lets it take its place.
  ///
  /// - Parameters:
  ///   - written: the target, with the databases that were added.
  ///   - isLarge: whether there are so many files that a compact database is worth the work.
  ///   - check: throws if a new generation cannot take the place of the one in use.
  /// - Throws: what `check` throws, and `IndexError` if the index cannot be written.
  func complete(
    _ written: IndexDirectory.Generation, isLarge: Bool,
    check: (IndexDirectory.Generation) throws(IndexError) -> Void
  ) throws(IndexError) {
    // A build that was stopped, or a small index that has grown, was never written compactly.
    let isOpen = isNew || keptShards == 1 && directory.sizeWhenMerged(written) == nil
    let merged = try Compaction.merge(directory, written, isNew: isOpen && isLarge)
    if kind == .rebuild { try check(merged) }
    guard merged != written || kind == .rebuild else { return }
    let older = try directory.generations()?.previous
    // What cannot be opened is nothing to go back to; what is older may be.
    let isWayBack = kind == .rebuild && keptShards != nil
    try directory.use(merged, previous: isWayBack ? current : older)
    try directory.clear()
  }
}
