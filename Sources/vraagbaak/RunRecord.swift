import FoundationEssentials
import Glibc
import PassageIndex
import VraagbaakReport

/// What is recorded of a run of `index`: when, what it was to do, how it ended, and what it did where it came so far. In
/// JSON the fields of the summary stand beside the others.
struct RunRecord: Codable {
  /// What a run does.
  enum Action: String, Codable {
    case update, rebuild, rollback
  }

  /// The version of this record.
  private(set) var format = 1
  /// The directory of the index.
  let index: String
  /// What was asked for, but that a rebuild that is refused for want of files is an update.
  private(set) var action: Action
  /// In UTC (ISO 8601), by the clock of the machine; `seconds` in the summary is by one that never jumps.
  let started: String
  private(set) var ended: String
  private(set) var exitCode: Int32
  var code: ExitCode { ExitCode(rawValue: exitCode) ?? .internalError }
  /// Why the run failed, or nil.
  private(set) var error: String?
  /// What was done and how the index stands; nil where the run did not come so far.
  private(set) var summary: IndexSummary?

  /// Begins the record of a run, now.
  init(index: String, action: Action) {
    self.index = index
    self.action = action
    started = Self.now
    ended = started
    exitCode = ExitCode.internalError.rawValue
  }

  private static var now: String { Date.now.formatted(.iso8601) }

  /// Notes how the run ended, now.
  mutating func end(_ code: ExitCode, _ summary: IndexSummary? = nil, error: String? = nil) {
    ended = Self.now
    exitCode = code.rawValue
    self.summary = summary
    self.error = error
    if summary?.isRebuildRefused == true { action = .update }
  }

  private enum CodingKeys: CodingKey {
    case format, index, action, started, ended, exitCode, error
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    format = try container.decode(Int.self, forKey: .format)
    index = try container.decode(String.self, forKey: .index)
    action = try container.decode(Action.self, forKey: .action)
    started = try container.decode(String.self, forKey: .started)
    ended = try container.decode(String.self, forKey: .ended)
    exitCode = try container.decode(Int32.self, forKey: .exitCode)
    error = try container.decodeIfPresent(String.self, forKey: .error)
    summary = try? IndexSummary(from: decoder)
  }

  func encode(to encoder: any Encoder) throws {
    try summary?.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(format, forKey: .format)
    try container.encode(index, forKey: .index)
    try container.encode(action, forKey: .action)
    try container.encode(started, forKey: .started)
    try container.encode(ended, forKey: .ended)
    try container.encode(exitCode, forKey: .exitCode)
    try container.encode(error, forKey: .error)
  }
}

// MARK: The last run of an index

extension RunRecord {
  private static func path(in index: String) -> String { "\(index)/last-run.json" }

  /// The record of the last run that held an index and came to an end; nil where there is none that can be read.
  static func last(of index: String) -> RunRecord? {
    guard let bytes = try? FileAccess.read(path(in: index), limit: 1 << 20) else { return nil }
    return try? JSONDecoder().decode(RunRecord.self, from: Data(bytes))
  }

  /// Keeps the record with its index, for `status`. Where there is no index there is nothing to keep it with.
  func keep() throws {
    guard access("\(index)/XAPIANDB", F_OK) == 0 else { return }
    try write(to: Self.path(in: index))
  }

  /// Writes the record as a file of one line; readers see the old content or the new.
  func write(to file: String) throws {
    try FileAccess.replace(file, with: try JSONLine.of(self) + "\n")
  }
}

// MARK: Metrics

extension RunRecord {
  /// The record as a textfile for the node exporter of Prometheus. What a failed run did not come to know is left out.
  func metrics(at seconds: Int) -> String {
    var lines: [String] = []
    func gauge(_ name: String, _ help: String, _ value: String) {
      lines.append("# HELP vraagbaak_\(name) \(help)")
      lines.append("# TYPE vraagbaak_\(name) gauge")
      lines.append("vraagbaak_\(name) \(value)")
    }
    gauge("last_run_timestamp_seconds", "When the last run ended.", "\(seconds)")
    gauge("last_run_exit_code", "The exit code of the last run.", "\(exitCode)")
    if let summary {
      gauge("last_run_duration_seconds", "How long the last run took.", "\(summary.seconds)")
      gauge("last_run_written_passages", "Passages written.", "\(summary.passagesWritten)")
      gauge("sets", "Sets in the index.", "\(summary.sets)")
      gauge("passages", "Passages in the index.", "\(summary.passages)")
      gauge("refused_files", "Files that are refused as they are now.", "\(summary.refused)")
      gauge("unreadable_files", "Files that could not be read.", "\(summary.unreadable)")
      gauge("kept_files", "Files that are gone and are kept.", "\(summary.kept)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

// MARK: Where it goes

/// The files that a run is told to leave its record in.
struct RunOutlets: Sendable {
  /// As JSON.
  var report: String?
  /// For Prometheus.
  var metrics: String?

  /// Writes the record wherever it is to be, with its index too where it is kept there; says what cannot be written, and
  /// returns whether all was.
  @discardableResult
  func publish(_ record: RunRecord, keeping: Bool, _ console: Console) -> Bool {
    var isPublished = true
    func attempt(_ body: () throws -> Void) {
      do {
        try body()
      } catch {
        console.error("vraagbaak index: \(error)")
        isPublished = false
      }
    }
    if let report { attempt { try record.write(to: report) } }
    if let metrics {
      attempt { try FileAccess.replace(metrics, with: record.metrics(at: time(nil))) }
    }
    if keeping { attempt { try record.keep() } }
    return isPublished
  }
}
