public import PassageIndex

/// The record of a run of `index`: its times, its task, how it ended, and its summary if it got
/// that far. In JSON the keys of the summary are in the same object as the others.
public struct RunRecord: Codable, Sendable {
  /// The task of a run.
  public enum Action: String, Codable, Sendable {
    /// It updates the index from the files.
    case update
    /// It rebuilds the index.
    case rebuild
    /// It returns to the generation before the last rebuild.
    case rollback
  }

  /// The version of this record.
  public private(set) var format = 1
  /// The directory of the index.
  public let index: String
  /// The task; `update` for a rebuild that was refused because files are missing.
  public private(set) var action: Action
  /// When it began, in UTC (ISO 8601), by the machine's clock; `seconds` in the summary is by a
  /// monotonic clock.
  public let started: String
  /// When it ended, in the same form.
  public private(set) var ended: String
  /// The exit code of the command; see its help.
  public private(set) var exitCode: Int32
  /// Why the run failed, in Dutch; nil if it did not.
  public private(set) var error: String?
  /// The result of the run; nil if it did not get that far.
  public private(set) var summary: IndexSummary?

  /// Begins the record of a run, now.
  ///
  /// - Parameters:
  ///   - index: the directory of the index.
  ///   - action: the task.
  ///   - exitCode: the exit code to record if `end` is never called.
  public init(index: String, action: Action, exitCode: Int32) {
    self.index = index
    self.action = action
    self.exitCode = exitCode
    started = Timestamp.now
    ended = started
  }

  /// Records that the run ended now, and how.
  public mutating func end(
    exitCode: Int32, _ summary: IndexSummary? = nil, error: String? = nil
  ) {
    ended = Timestamp.now
    self.exitCode = exitCode
    self.summary = summary
    self.error = error
    if summary?.isRebuildRefused == true { action = .update }
  }

  private enum CodingKeys: CodingKey {
    case format, index, action, started, ended, exitCode, error, missing
  }

  /// Decodes a record, without the summary's `missing`.
  public init(from decoder: any Decoder) throws {
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

  /// Encodes the documented keys.
  public func encode(to encoder: any Encoder) throws {
    try summary?.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(format, forKey: .format)
    try container.encode(index, forKey: .index)
    try container.encode(action, forKey: .action)
    try container.encode(started, forKey: .started)
    try container.encode(ended, forKey: .ended)
    try container.encode(exitCode, forKey: .exitCode)
    try container.encode(error, forKey: .error)
    if let summary { try container.encode(summary.missing.map(\.dutch), forKey: .missing) }
  }
}

// MARK: Metrics

extension RunRecord {
  /// The record as a textfile for the node exporter of Prometheus. Values that a failed run does
  /// not know are left out.
  ///
  /// - Parameter seconds: when the run ended, in seconds since 1970.
  /// - Returns: the lines.
  public func metrics(at seconds: Int) -> String {
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
