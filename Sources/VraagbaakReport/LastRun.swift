internal import FoundationEssentials
internal import PassageStore

extension RunRecord {
  /// The file in the directory of an index that has the record of its last run.
  package static func path(in index: String) -> String { "\(index)/last-run.json" }

  /// The record of the last run that held an index and ended; nil if it cannot be read.
  package static func last(of index: String) -> RunRecord? {
    guard let bytes = try? SettingsFile.read(path(in: index), limit: maximumBytes) else {
      return nil
    }
    return try? JSONDecoder().decode(RunRecord.self, from: Data(bytes))
  }

  /// A record has a few hundred bytes, and more if the paths that are missing are many.
  private static let maximumBytes = 1 << 20
}
