/// The transition of an index from the generation in use to the next. A run begins it, fills its
/// target and completes it. Until then the stub names what can be searched.
struct GenerationTransition {
  private enum Kind {
    /// The generation in use is updated while it is searched.
    case update
    /// There is no generation yet; the new one is searched while it grows.
    case first
    /// A new generation is made beside the one in use, and searched once complete.
    case rebuild
  }

  /// The generation that the run writes.
  let target: IndexDirectory.Generation
  private let kind: Kind
  private let directory: IndexDirectory
  private let current: IndexDirectory.Generation?
  /// The number of databases the current generation was made with; nil if it cannot be opened.
  private let keptShards: Int?

  /// Begins a transition.
  ///
  /// - Parameters:
  ///   - directory: the index; the caller holds its lock.
  ///   - current: the generation in use; nil if there is none.
  ///   - rebuilds: whether to make a new generation even if there is one.
  ///   - shards: the number of databases of a new generation; nil keeps the present number.
  ///   - vocabulary: the word files for a new generation.
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

  /// Whether the target starts empty.
  var isNew: Bool { kind != .update }

  /// Ends the transition of a stopped run; what can be searched already stays.
  func stop() throws(IndexError) {
    if kind == .rebuild { try directory.clear() }
  }

  /// Merges what was written if that is worth the work, and puts it in use.
  ///
  /// - Parameters:
  ///   - written: the target, including databases that were added.
  ///   - isLarge: whether there are enough files to make compacting worth the work.
  ///   - check: throws if a rebuilt generation must not be put in use.
  /// - Throws: what `check` throws, and `IndexError` if the index cannot be written.
  func complete(
    _ written: IndexDirectory.Generation, isLarge: Bool,
    check: (IndexDirectory.Generation) throws(IndexError) -> Void
  ) throws(IndexError) {
    // A stopped build, or a small index that has grown, was never compacted.
    let isOpen = isNew || keptShards == 1 && directory.sizeWhenMerged(written) == nil
    let merged = try Compaction.merge(directory, written, isNew: isOpen && isLarge)
    if kind == .rebuild { try check(merged) }
    guard merged != written || kind == .rebuild else { return }
    let older = try directory.generations()?.previous
    // A generation that cannot be opened is no use for a rollback; an older one may be.
    let isWayBack = kind == .rebuild && keptShards != nil
    try directory.use(merged, previous: isWayBack ? current : older)
    try directory.clear()
  }
}
