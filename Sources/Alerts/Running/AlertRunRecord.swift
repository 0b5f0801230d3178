internal import PassageStore

/// The report of a run: its times, how it ended, and its summary if it got that far. In JSON the
/// keys of the summary are in the same object as the others.
package struct AlertRunRecord: Encodable {
  private let index: String
  private let directory: String
  private let started: String
  private var ended: String
  private var exitCode: Int32
  private var error: String?
  private var summary: AlertSummary?

  /// Begins the report of a run, now. The exit code is reported if `end` is never called.
  package init(_ options: AlertRun.Options, exitCode: Int32) {
    index = options.index
    directory = options.directory.path
    started = Timestamp.now
    ended = started
    self.exitCode = exitCode
  }

  /// Records that the run ended now, and how.
  package mutating func end(
    exitCode: Int32, _ summary: AlertSummary? = nil, error: String? = nil
  ) {
    ended = Timestamp.now
    self.exitCode = exitCode
    self.summary = summary
    self.error = error
  }

  private enum CodingKeys: CodingKey {
    case format, index, directory, started, ended, exitCode, error
  }

  /// Encodes the documented keys.
  package func encode(to encoder: any Encoder) throws {
    try summary?.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(1, forKey: .format)
    try container.encode(index, forKey: .index)
    try container.encode(directory, forKey: .directory)
    try container.encode(started, forKey: .started)
    try container.encode(ended, forKey: .ended)
    try container.encode(exitCode, forKey: .exitCode)
    try container.encode(error, forKey: .error)
  }
}
