package import Kamervragen
package import PassageStore

/// How far a mirror is.
package struct MirrorStatus: Sendable, Hashable {
  /// Its directory.
  package let directory: String
  /// The number of publications that it has.
  package let publications: Int
  /// The number of publications that could not be fetched.
  package let failed: Int
  /// The number of publications whose files were removed.
  package let removed: Int
  package let coverage: HarvestSummary.Coverage

  /// Reads the ledger of a mirror; nil if there is none. It may be in use.
  ///
  /// - Parameters:
  ///   - directory: the directory of the mirror.
  ///   - today: the last day that it is to have.
  /// - Throws: `IndexError` if it cannot be read.
  package init?(of directory: String, today: CalendarDate) throws(IndexError) {
    let mirror = try Mirror.opened(directory, isReadOnly: true)
    guard mirror.exists else { return nil }
    self.directory = directory
    publications = mirror.state.stored.count
    failed = mirror.state.failed.count
    removed = mirror.state.removed.count
    let days = HarvestOptions.firstDay.flatMap { $0 <= today ? $0...today : nil }
    coverage = HarvestSummary.Coverage(mirror.state, days: days)
  }
}
