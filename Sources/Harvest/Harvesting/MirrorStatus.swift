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

  /// Reads what the last run of a mirror left; nil if there was none. It may be in use.
  ///
  /// - Parameters:
  ///   - directory: the directory of the mirror.
  ///   - today: the last day that it is to have.
  /// - Throws: `IndexError` if it cannot be read.
  package init?(of directory: String, today: CalendarDate) throws(IndexError) {
    guard let text = try FileIO.readIfPresent(Mirror.statusFile(in: directory)) else { return nil }
    var counts: [String: Int] = [:]
    var closed = CalendarDays()
    var since = HarvestOptions.firstDay
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: "\t")
      if fields.count == 2 { counts[String(fields[0])] = Int(fields[1]) }
      if fields.count == 2, fields[0] == "since" { since = CalendarDate(iso: fields[1]) ?? since }
      if fields.count == 3, fields[0] == "closed", let first = CalendarDate(iso: fields[1]),
        let last = CalendarDate(iso: fields[2]), first <= last
      {
        closed.insert(first...last)
      }
    }
    self.directory = directory
    publications = counts["publications", default: 0]
    failed = counts["failed", default: 0]
    removed = counts["removed", default: 0]
    let days = since.flatMap { $0 <= today ? $0...today : nil }
    coverage = HarvestSummary.Coverage(closed, remaining: counts["remaining"], days: days)
  }
}

extension Mirror {
  /// The path of the file that says how far a mirror is: the ledger of a large one takes seconds to
  /// read.
  static func statusFile(in directory: String) -> String {
    "\(directory)/\(stateDirectory)/status.tsv"
  }

  /// Writes that file, with the first day that the mirror is to have.
  func writeStatus(since: CalendarDate) throws(IndexError) {
    guard !isReadOnly else { return }
    var lines = [
      "publications\t\(state.stored.count)", "failed\t\(state.failed.count)",
      "removed\t\(state.removed.count)", "since\t\(since)",
    ]
    if let remaining = state.remaining { lines.append("remaining\t\(remaining)") }
    for range in state.closed.ranges {
      if let first = CalendarDate(dayNumber: range.lowerBound),
        let last = CalendarDate(dayNumber: range.upperBound)
      {
        lines.append("closed\t\(first)\t\(last)")
      }
    }
    try FileIO.replaceDurably(
      Self.statusFile(in: directory), with: Array((lines.joined(separator: "\n") + "\n").utf8))
  }
}
