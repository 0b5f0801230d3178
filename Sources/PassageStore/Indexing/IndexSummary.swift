/// What a run of the indexer did, and how the index stands after it.
public struct IndexSummary: Sendable, Hashable, Codable {
  /// The version of this record.
  public private(set) var format = 1
  /// The directory of the index.
  public var index: String
  /// Files found below the given paths.
  public var files = 0
  /// Files that were read for the first time.
  public var added = 0
  /// Files that were read again because they had changed.
  public var changed = 0
  /// Files that were as they had been.
  public var unchanged = 0
  /// Files that are gone, whose passages were removed.
  public var removed = 0
  /// Files that are gone and stay in the index, since so many at once are not believed to be gone.
  public var kept = 0
  /// Whether the index was to be made anew and was not, since files of it are not there.
  public var isRebuildRefused = false
  /// Files in the index that are refused as they are now.
  public var refused = 0
  /// Of those, the ones that were refused for the first time in this run.
  public var newlyRefused = 0
  /// Files in the index whose set is in another file as well, which stands for it.
  public var duplicates = 0
  /// Files and directories that could not be looked at or read in this run.
  public var unreadable = 0
  /// Paths that were given and are not there, or are empty and were not. They are not coded here:
  /// `RunRecord` says in Dutch why.
  public var missing: [MissingPath] = []
  /// Sets in the index after the run.
  public var sets = 0
  /// Passages in the index after the run.
  public var passages = 0
  /// Passages written in this run.
  public var passagesWritten = 0
  /// Whether the run was stopped before it was done.
  public var isStopped = false
  /// How long the run took.
  public var seconds = 0.0

  /// Whether the run changed what is in the index.
  public var isChanged: Bool { added + changed + removed > 0 }

  private enum CodingKeys: CodingKey {
    case format, index, files, added, changed, unchanged, removed, kept, isRebuildRefused, refused
    case newlyRefused, duplicates, unreadable, sets, passages, passagesWritten, isStopped, seconds
  }

  package init(index: String) {
    self.index = index
  }

  package mutating func count(_ entries: some Sequence<LedgerEntry>) {
    for entry in entries {
      passages += entry.passages
      if entry.refusal != nil { refused += 1 }
      if entry.passages > 0 {
        sets += 1
      } else if entry.summary != nil {
        duplicates += 1
      }
    }
  }
}
