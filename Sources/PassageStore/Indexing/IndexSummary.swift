/// The result of a run of the indexer, and the state of the index after it.
public struct IndexSummary: Sendable, Hashable, Codable {
  /// The version of this record.
  public private(set) var format = 1
  /// The directory of the index.
  public var index: String
  /// Files found below the given paths.
  public var files = 0
  /// Files that were read and are new in the index.
  public var added = 0
  /// Files of the index that were read again.
  public var changed = 0
  /// Files whose content had not changed.
  public var unchanged = 0
  /// Files that are gone and were removed from the index.
  public var removed = 0
  /// Files that are gone but stay in the index; see `DeletionDoubt`.
  public var kept = 0
  /// Whether a rebuild was refused because files of the index are missing.
  public var isRebuildRefused = false
  /// Files in the ledger whose present content is refused.
  public var refused = 0
  /// The files of `refused` whose present content was refused for the first time in this run.
  public var newlyRefused = 0
  /// Files in the ledger whose set is shown from another file.
  public var duplicates = 0
  /// Files and directories that could not be read in this run.
  public var unreadable = 0
  /// Given paths that are missing, or that have become empty. Not encoded here: `RunRecord` encodes
  /// them as Dutch sentences.
  public var missing: [MissingPath] = []
  /// Sets in the index after the run.
  public var sets = 0
  /// Passages in the index after the run.
  public var passages = 0
  /// Passages written in this run.
  public var passagesWritten = 0
  /// Whether the run was stopped before it was done.
  public var isStopped = false
  /// The duration of the run, in seconds.
  public var seconds = 0.0

  /// Whether the run added, changed or removed files.
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
