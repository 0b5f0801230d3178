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
    try write(to: Self.path(in: index))
  }

  /// Writes the record to a file as one line; readers see the old content or the new.
  func write(to file: String) throws {
    try FileAccess.replace(file, with: try JSONLine.of(self) + "\n")
  }
}

/// The files to which a run writes its record.
struct RunOutlets: Sendable {
  /// The path for JSON; nil for none.
  var report: String?
  /// The path for Prometheus metrics; nil for none.
  var metrics: String?

  /// Writes the record to its files and, if `keeping`, to the directory of the index. Prints what
  /// cannot be written.
  ///
  /// - Returns: whether everything was written.
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
