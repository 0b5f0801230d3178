/// Decides which missing files are removed from the index. An unmounted disk or an incomplete copy
/// of a directory looks as if files had been deleted; the index keeps those.
///
/// A run removes at most 10 files or a tenth of a given path, whichever is more. If more are gone,
/// or no file is left there, it removes none, unless deletions are allowed. So a user can delete a
/// few files by hand.
struct DeletionGuard {
  /// The number of files of a path that may always vanish at once.
  static let free = 10

  /// Files that are gone but stay in the index.
  struct Doubt: Sendable, Hashable {
    /// The given path, for display.
    var path: String
    /// The number of its files that are gone.
    var vanished: Int
    var reason: DeletionDoubt
  }

  /// The files to remove and the files to keep.
  struct Verdict {
    /// The entries of files that are gone, sorted by path.
    var vanished: [LedgerEntry]
    var doubts: [Doubt]
    /// Missing paths that are not reported because their files are removed.
    var believedMissing: Set<MissingPath>
    /// The number of files kept below a missing path.
    var keptBelowMissing = 0
  }

  private let tree: FileScan
  private let allowsDeletions: Bool
  private let present: Set<[UInt8]>

  init(_ tree: FileScan, allowsDeletions: Bool) {
    self.tree = tree
    self.allowsDeletions = allowsDeletions
    present = Set(tree.files.map(\.path))
  }

  private static func isTooMuch(_ vanished: Int, of known: Int) -> Bool {
    vanished > free && vanished * 10 > known
  }

  /// Decides which of the entries below the given paths are removed.
  func judge(_ entries: some Collection<LedgerEntry>) -> Verdict {
    let gone = entries.filter { entry in
      !present.contains(entry.path)
        && !tree.unreadable.contains { entry.path.isAt(orBelow: $0.path) }
    }
    var verdict = Verdict(vanished: [], doubts: [], believedMissing: [])
    var doubted: [[UInt8]] = []
    var roots = tree.roots
    if allowsDeletions {
      for missing in tree.missingRoots
      where gone.contains(where: { $0.path.isAt(orBelow: missing.path) }) {
        roots.append(missing.path)
        verdict.believedMissing.insert(missing.missing)
      }
    } else {
      verdict.keptBelowMissing = gone.count { entry in
        tree.missingRoots.contains { entry.path.isAt(orBelow: $0.path) }
          && !roots.contains { entry.path.isAt(orBelow: $0) }
      }
      for root in tree.roots {
        let vanished = gone.count { $0.path.isAt(orBelow: root) }
        guard vanished > 0 else { continue }
        let known = entries.count { $0.path.isAt(orBelow: root) }
        let isEmptied = !tree.hasFiles(atOrBelow: root)
        guard isEmptied || Self.isTooMuch(vanished, of: known) else { continue }
        doubted.append(root)
        verdict.doubts.append(
          Doubt(
            path: String(decoding: root, as: UTF8.self), vanished: vanished,
            reason: isEmptied ? .emptied(known: known) : .vanished(vanished, of: known)))
      }
    }
    verdict.vanished = gone.filter { entry in
      roots.contains { entry.path.isAt(orBelow: $0) }
        && !doubted.contains { entry.path.isAt(orBelow: $0) }
    }.sorted { $0.path.lexicographicallyPrecedes($1.path) }
    return verdict
  }

  /// Why an index is not rebuilt, or nil. A rebuild would also lose the files outside the given
  /// paths.
  func doubtOfRebuild(_ entries: some Collection<LedgerEntry>) -> DeletionDoubt? {
    guard !allowsDeletions else { return nil }
    let lost = entries.count { !present.contains($0.path) }
    guard Self.isTooMuch(lost, of: entries.count) else { return nil }
    return .notGiven(lost, of: entries.count)
  }
}
