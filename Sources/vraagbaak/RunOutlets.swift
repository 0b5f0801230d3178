import Glibc
import PassageIndex
import VraagbaakReport

extension RunRecord {
  init(index: String, action: Action) {
    self.init(index: index, action: action, exitCode: ExitCode.internalError.rawValue)
  }

  /// The exit code of the command.
  var code: ExitCode { ExitCode(rawValue: exitCode) ?? .internalError }

  /// Records that the run ended now, and how.
  mutating func end(_ code: ExitCode, _ summary: IndexSummary? = nil, error: String? = nil) {
    end(exitCode: code.rawValue, summary, error: error)
  }

  /// Stores the record in the directory of its index, for `status`; does nothing if there is no
  /// index.
  func keep() throws {
    guard access("\(index)/XAPIANDB", F_OK) == 0 else { return }
    try FileAccess.replace(Self.path(in: index), with: try JSONLine.of(self) + "\n")
  }
}

/// The files to which a run writes its record.
struct RunOutlets: Sendable {
  /// The path for JSON; nil for none.
  var report: String?
  /// The path for Prometheus metrics; nil for none.
  var metrics: String?

  /// The declarations of the two options.
  static var options: [Option<RunOutlets>] {
    [
      .file(
        "report", "BESTAND", "schrijf het verslag van de run als JSON, ook als hij mislukt",
        sets: \.report),
      .file(
        "metrics", "BESTAND", "schrijf een tekstbestand voor de node exporter van Prometheus",
        sets: \.metrics),
    ]
  }

  /// Writes the record to its files and, if `keeping`, to the directory of the index. Prints what
  /// cannot be written.
  ///
  /// - Returns: whether everything was written.
  @discardableResult
  func publish(_ record: RunRecord, keeping: Bool, _ console: Console) -> Bool {
    let isPublished = publish(
      json: { try JSONLine.of(record) }, metrics: { record.metrics(at: $0) }, of: "index", console)
    guard keeping else { return isPublished }
    return Self.attempt("index", console) { try record.keep() } && isPublished
  }

  /// Writes the record of a command to its files. Prints what cannot be written.
  ///
  /// - Returns: whether everything was written.
  @discardableResult
  func publish(
    json: () throws -> String, metrics lines: (Int) -> String, of command: String,
    _ console: Console
  ) -> Bool {
    var isPublished = true
    if let report {
      isPublished = Self.attempt(command, console) {
        try FileAccess.replace(report, with: try json() + "\n")
      }
    }
    if let metrics {
      let isWritten = Self.attempt(command, console) {
        try FileAccess.replace(metrics, with: lines(time(nil)))
      }
      isPublished = isWritten && isPublished
    }
    return isPublished
  }

  private static func attempt(
    _ command: String, _ console: Console, _ body: () throws -> Void
  ) -> Bool {
    do {
      try body()
      return true
    } catch {
      console.error("vraagbaak \(command): \(error)")
      return false
    }
  }
}
