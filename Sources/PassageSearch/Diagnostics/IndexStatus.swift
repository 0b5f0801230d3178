public import PassageStore
public import Kamervragen
internal import Xapian

/// What an index holds, and how it was made.
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
  /// Of those, the files whose set is represented by another file.
  public var duplicates: Int
  /// Sets that are searched only if their kind is asked for, because another set has their
  /// questions: they have been answered, or there is a later version.
  public var superseded: Int
  /// Source files that are refused in their present state.
  public var refused: Int
  /// What the index was made with.
  public var fingerprint: String
  /// The version of Vraagbaak that made the generation; nil if the index does not say.
  public var madeBy: String?
  /// When a run last changed the index, in UTC (ISO 8601), or nil.
  public var lastRun: String?
  /// The size of the database's files in bytes; 0 if they are on other machines.
  public var bytes: Int
  /// The number of the generation in use; nil if the index is a stub file.
  public var generation: Int?
  /// The generation that the last rebuild replaced and `--rollback` brings back; nil if none is
  /// kept.
  public var previous: Previous?
  /// The sets of each kind, in the order of `QuestionSet.Kind`; kinds without sets are left out.
  public var kinds: [Kind]
  /// The sets of each vergaderjaar, the newest first, those with an unknown one last.
  public var sessions: [Session]
  /// The source files that are refused, with the reason.
  public var refusals: [Refusal]

  /// A generation that is kept for `--rollback`.
  public struct Previous: Sendable, Hashable, Codable {
    /// Its number.
    public var generation: Int
    /// The size of its files in bytes.
    public var bytes: Int
  }

  /// The sets and passages of one kind.
  public struct Kind: Sendable, Hashable, Codable {
    /// The kind.
    public var kind: QuestionSet.Kind
    /// Sets.
    public var sets: Int
    /// Their passages.
    public var passages: Int
  }

  /// The sets and passages of one vergaderjaar.
  public struct Session: Sendable, Hashable, Codable {
    /// The vergaderjaar, `2024-2025`; nil if it is not known.
    public var session: String?
    /// Sets.
    public var sets: Int
    /// Their passages.
    public var passages: Int
  }

  /// A source file that was refused.
  public struct Refusal: Sendable, Hashable, Codable {
    /// The path.
    public var path: String
    /// A Dutch sentence.
    public var reason: String
    /// When it was first refused in its present state, in UTC (ISO 8601).
    public var first: String
    /// When it was last tried.
    public var last: String
    /// How often it was tried.
    public var tries: Int
  }
}

extension IndexReader {
  /// Counts the contents of the index.
  ///
  /// - Throws: `IndexError` if the index cannot be read.
  public func status() throws(IndexError) -> IndexStatus { try IndexStatus(of: index) }

  /// When a run last changed the index, in UTC (ISO 8601); nil if that is not known.
  ///
  /// - Throws: `IndexError` if the index cannot be read.
  public func lastChange() throws(IndexError) -> String? {
    let bytes = try index.onDatabase { () throws(XapianError) in
      try index.database.metadata(forKey: MetadataKey.lastRun)
    }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }
}

extension IndexStatus {
  init(of open: OpenIndex) throws(IndexError) {
    let directory = IndexDirectory(path: open.path)
    // A stub file of the user's own has no generations.
    let generations = (try? directory.generations()).flatMap(\.self)
    let entries = try open.ledger()
    var summary = IndexSummary(index: open.path)
    summary.count(entries)
    let (passages, terms) = try open.onDatabase { () throws(XapianError) in
      (try open.passageCount(), try open.database.termCount(withPrefix: ""))
    }
    func text(_ key: String) throws(IndexError) -> String? {
      let bytes = try open.onDatabase { () throws(XapianError) in
        try open.database.metadata(forKey: key)
      }
      return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }
    index = open.path
    sets = summary.sets
    self.passages = passages
    self.terms = terms
    sources = entries.count { $0.summary != nil }
    duplicates = summary.duplicates
    superseded = entries.count { entry in
      entry.passages > 0 && (entry.visibility == .answered || entry.visibility == .superseded)
    }
    refused = summary.refused
    fingerprint = open.schema.fingerprint
    madeBy = try text(MetadataKey.madeBy)
    lastRun = try text(MetadataKey.lastRun)
    bytes = generations.map { directory.bytes(of: $0.inUse) } ?? 0
    generation = generations?.inUse.number
    previous = generations?.previous.map { previous in
      Previous(generation: previous.number, bytes: directory.bytes(of: previous))
    }
    kinds = Self.kinds(of: entries)
    sessions = Self.sessions(of: entries)
    refusals = entries.compactMap { entry in
      entry.refusal.map {
        Refusal(
          path: String(decoding: entry.path, as: UTF8.self), reason: $0.reason,
          first: $0.first, last: $0.last, tries: $0.tries)
      }
    }.sorted { $0.path < $1.path }
  }

  static func kinds(of entries: [LedgerEntry]) -> [Kind] {
    let groups = Dictionary(grouping: entries.filter { $0.passages > 0 }) { $0.summary?.kind }
    return QuestionSet.Kind.allCases.compactMap { kind in
      groups[kind].map { entries in
        Kind(kind: kind, sets: entries.count, passages: entries.reduce(0) { $0 + $1.passages })
      }
    }
  }

  static func sessions(of entries: [LedgerEntry]) -> [Session] {
    Dictionary(grouping: entries.filter { $0.passages > 0 }) { $0.summary?.session }
      .map { session, entries in
        Session(
          session: session, sets: entries.count,
          passages: entries.reduce(0) { $0 + $1.passages })
      }
      .sorted { ($0.session ?? "") > ($1.session ?? "") }
  }
}
