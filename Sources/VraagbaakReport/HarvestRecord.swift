package import Harvest
internal import Kamervragen
internal import PassageIndex

/// The record of a run of `harvest`: its times, how it ended, and what it did.
package struct HarvestRecord: Encodable {
  private let format = 1
  private let directory: String
  private let started: String
  private var ended: String
  private var exitCode: Int32
  private var error: String?
  private var summary: Joined<Summary, CoverageRecord>?

  /// Begins the record of a run, now, with the exit code to record if `end` is never called.
  package init(directory: String, exitCode: Int32) {
    self.directory = directory
    self.exitCode = exitCode
    started = Timestamp.now
    ended = started
  }

  /// Records that the run ended now, and how.
  package mutating func end(
    exitCode: Int32, _ summary: HarvestSummary? = nil, error: String? = nil
  ) {
    ended = Timestamp.now
    self.exitCode = exitCode
    self.summary = summary.map {
      Joined(first: Summary($0), second: CoverageRecord($0.coverage))
    }
    self.error = error ?? summary?.end.flatMap { $0 == .bound ? nil : $0.dutch }
  }

  private struct Summary: Encodable {
    let new: Int
    let changed: Int
    let unchanged: Int
    let removed: Int
    let replaced: Int
    let failed: Int
    let failures: [HarvestSummary.Failure]
    let openSlices: [OpenSlice]
    let warnings: [String]
    let end: String
    let hosts: [String: HostCounts]
    let seconds: Double
    let publications: Int

    struct OpenSlice: Encodable {
      let first: String
      let last: String
      let reason: String
    }

    init(_ summary: HarvestSummary) {
      new = summary.new
      changed = summary.changed
      unchanged = summary.unchanged
      removed = summary.removed
      replaced = summary.replaced
      failed = summary.failures.count
      failures = summary.failures
      openSlices = summary.openSlices.map {
        OpenSlice(
          first: "\($0.days.lowerBound)", last: "\($0.days.upperBound)", reason: $0.reason)
      }
      warnings = summary.warnings.map(\.dutch)
      end =
        switch summary.end {
        case nil: "done"
        case .bound: "bound"
        case .stopped: "stopped"
        case .unavailable: "unavailable"
        }
      hosts = summary.hosts
      seconds = summary.seconds
      publications = summary.publications
    }
  }

  private enum CodingKeys: CodingKey {
    case format, directory, started, ended, exitCode, error
  }

  /// Encodes the documented keys, those of the summary beside the others.
  package func encode(to encoder: any Encoder) throws {
    try summary?.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(format, forKey: .format)
    try container.encode(directory, forKey: .directory)
    try container.encode(started, forKey: .started)
    try container.encode(ended, forKey: .ended)
    try container.encode(exitCode, forKey: .exitCode)
    try container.encode(error, forKey: .error)
  }

  /// The record as a textfile for the node exporter of Prometheus. Values that a failed run does
  /// not know are left out.
  ///
  /// - Parameter seconds: when the run ended, in seconds since 1970.
  /// - Returns: the lines.
  package func metrics(at seconds: Int) -> String {
    var lines: [String] = []
    func gauge(_ name: String, _ help: String, _ values: (labels: String, value: String)...) {
      lines.append("# HELP vraagbaak_harvest_\(name) \(help)")
      lines.append("# TYPE vraagbaak_harvest_\(name) gauge")
      lines += values.map { "vraagbaak_harvest_\(name)\($0.labels) \($0.value)" }
    }
    gauge("last_run_timestamp_seconds", "When the last run ended.", ("", "\(seconds)"))
    gauge("last_run_exit_code", "The exit code of the last run.", ("", "\(exitCode)"))
    guard let (summary, coverage) = summary.map({ ($0.first, $0.second) }) else {
      return lines.joined(separator: "\n") + "\n"
    }
    gauge("last_run_duration_seconds", "How long the last run took.", ("", "\(summary.seconds)"))
    gauge(
      "last_run_publications", "Publications of the last run, by what became of them.",
      ("{result=\"new\"}", "\(summary.new)"), ("{result=\"changed\"}", "\(summary.changed)"),
      ("{result=\"unchanged\"}", "\(summary.unchanged)"),
      ("{result=\"removed\"}", "\(summary.removed + summary.replaced)"),
      ("{result=\"failed\"}", "\(summary.failed)"))
    gauge("publications", "Publications in the directory.", ("", "\(summary.publications)"))
    gauge("open_days", "Days that are not closed.", ("", "\(coverage.openDays)"))
    if let remaining = coverage.remaining {
      gauge(
        "remaining_publications", "Publications that are not fetched yet.", ("", "\(remaining)"))
    }
    for (name, help, value) in [
      ("last_run_requests", "Requests of the last run.", \HostCounts.requests),
      ("last_run_bytes", "Bytes that were fetched in the last run.", \HostCounts.bytes),
    ] {
      lines.append("# HELP vraagbaak_harvest_\(name) \(help)")
      lines.append("# TYPE vraagbaak_harvest_\(name) gauge")
      for (host, counts) in summary.hosts.sorted(by: { $0.key < $1.key }) {
        lines.append("vraagbaak_harvest_\(name){host=\"\(host)\"} \(counts[keyPath: value])")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
