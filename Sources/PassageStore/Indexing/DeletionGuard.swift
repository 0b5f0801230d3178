/// Decides which disappearances are believed. A disk that is not mounted, or half a copy of a
/// directory, looks as if files had been removed; nothing of the index is given up for that.
///
/// Of each given path, files are believed to be gone unless all of them are, or more than ten *and*
/// more than a tenth of those that the index knows below it: so a person can remove some of a few
/// files by hand.
struct DeletionGuard {
  /// How many files of a path may vanish at once, however few there are.
  static let free = 10

  /// Files that are gone and stay in the index.
  struct Doubt: Sendable, Hashable {
    /// The given path, for people.
    var path: String
    /// How many of its files are gone.
    var vanished: Int
    var reason: DeletionDoubt
  }

  /// What is believed, and what is not.
  struct Verdict {
    /// The entries of files that are gone, sorted by path.
    var vanished: [LedgerEntry]
    var doubts: [Doubt]
    /// Missing paths that need not be reported, since their files are taken out.
    var believedMissing: Set<MissingPath>
    /// How many files are kept that lie below a path that is not there.
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

  /// Judges the entries of a ledger that lie below the given paths.
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

  /// Why an index is not made anew, or nil: what lies below none of the given paths would be lost
  /// as well.
  func doubtOfRebuild(_ entries: some Collection<LedgerEntry>) -> DeletionDoubt? {
    guard !allowsDeletions else { return nil }
    let lost = entries.count { !present.contains($0.path) }
    guard Self.isTooMuch(lost, of: entries.count) else { return nil }
    return .notGiven(lost, of: entries.count)
  }
}
