internal import Xapian

/// How an index stands.
public struct IndexStatus: Sendable, Hashable, Codable {
  /// The version of this record.
  public private(set) var format = 1
  /// The directory or stub file.
  public var index: String
  /// Sets of questions.
  public var sets: Int
  /// Passages.
  public var passages: Int
  /// Different terms.
  public var terms: Int
  /// Source files that were read.
  public var sources: Int
  /// Source files that are refused as they are now.
  public var refused: Int
  /// What the index was made with.
  public var fingerprint: String
  /// When a run last changed the index, in UTC (ISO 8601), or nil.
  public var lastRun: String?
  /// The size of the database's files in bytes; 0 where they are on other machines.
  public var bytes: Int
  /// The source files that are refused, with the reason.
  public var refusals: [Refusal]

  /// A source file that was refused.
  public struct Refusal: Sendable, Hashable, Codable {
    /// The path.
    public var path: String
    /// A Dutch sentence.
    public var reason: String
  }
}

extension IndexReader {
  /// Counts what the index holds.
  public func status() throws(IndexError) -> IndexStatus {
    let directory = IndexDirectory(path: path)
    let generation = try? directory.generation()
    return try onDatabase { () throws(XapianError) in
      var summary = IndexSummary(index: path)
      let entries = try database.metadataEntries(withPrefix: LedgerEntry.keyPrefix)
        .compactMap { LedgerEntry(decoding: $0.value) }
      summary.count(entries)
      let lastRun = String(
        decoding: try database.metadata(forKey: MetadataKey.lastRun), as: UTF8.self)
      return IndexStatus(
        index: path, sets: summary.sets, passages: try database.documentCount(),
        terms: try database.termCount(withPrefix: ""),
        sources: entries.count { $0.setKey != nil }, refused: summary.refused,
        fingerprint: Schema.fingerprint, lastRun: lastRun.isEmpty ? nil : lastRun,
        bytes: generation.flatMap { $0 }.map(directory.bytes(ofGeneration:)) ?? 0,
        refusals: entries.compactMap { entry in
          entry.refusal.map {
            IndexStatus.Refusal(
              path: String(decoding: entry.path, as: UTF8.self), reason: $0)
          }
        }.sorted { $0.path < $1.path })
    }
  }
}
