internal import Kamervragen
internal import Xapian

/// What the index knows of one source file. It lies in the database's metadata, so it is committed
/// with the passages.
///
/// Of the files that have the same set one has its passages in the index; the others have
/// `passages` 0 and are there to take its place. Which one it is follows from the entries alone
/// (see `PublicationGraph`).
package struct LedgerEntry: Sendable, Hashable {
  package var path: [UInt8]
  /// In bytes; `unavailable` if the file has to be read again and could not be.
  var size: Int
  /// In nanoseconds since 1970.
  var modified: Int
  /// The file of metadata that was read with it.
  var metadata: MetadataSidecar?
  /// Of the content, and of the metadata's.
  var digest: ContentDigest
  /// What the file was last read as, or nil if it has never been read, or if it is refused and has
  /// nothing in the index any more.
  package var summary: SourceSummary? {
    get { keptSummary?.value }
    set { keptSummary = newValue.map(Kept.init) }
  }
  private var keptSummary: Kept<SourceSummary>?
  /// How many passages of the file are in the index.
  package var passages: Int
  /// How far its passages are searched.
  package var visibility = Visibility.shown
  /// The terms that its passages have because of other sets.
  var adopted: [String] = []
  /// What its passages have of other sets of the case, if the set itself does not say it.
  var inherited: CaseFacts {
    get { keptBorrowed?.value ?? CaseFacts() }
    set { keptBorrowed = newValue.isEmpty ? nil : Kept(newValue) }
  }
  private var keptBorrowed: Kept<CaseFacts>?
  /// Why the file as it is now was refused, or nil if it was read.
  package var refusal: Refusal? {
    get { keptRefusal?.value }
    set { keptRefusal = newValue.map(Kept.init) }
  }
  private var keptRefusal: Kept<Refusal>?

  /// A value by reference: entries lie in tables of which up to two thirds are free, and a large
  /// one takes that room too.
  private final class Kept<Value: Sendable & Hashable>: Sendable, Hashable {
    let value: Value

    init(_ value: Value) { self.value = value }

    static func == (left: Kept, right: Kept) -> Bool { left.value == right.value }

    func hash(into hasher: inout Hasher) { hasher.combine(value) }
  }

  /// That a file was refused, and by whom.
  package struct Refusal: Sendable, Hashable {
    /// A Dutch sentence.
    package var reason: String
    /// When the file was refused as it is now for the first time, in UTC (ISO 8601).
    package var first: String
    /// When it was last tried.
    package var last: String
    /// How often it was tried.
    package var tries: Int
    /// The version of the reader that refused it; another one tries again.
    var reader: Int
  }

  static let unavailable = -1

  /// Gives its passages the marks of a status.
  mutating func mark(as status: PublicationStatus, _ schema: Schema) {
    visibility = status.visibility
    adopted = schema.adoptedTerms(of: status)
    inherited = status.inherited
  }

  /// Whether its passages have the marks of a status.
  func isMarked(as status: PublicationStatus, _ schema: Schema) -> Bool {
    visibility == status.visibility && adopted == schema.adoptedTerms(of: status)
      && inherited == status.inherited
  }

  /// What is known of the case, said by the set itself or by others; nil if what it says is not
  /// kept.
  var facts: CaseFacts? { summary?.facts.map { inherited.completed(by: $0) } }

  /// The key of the set that the file was last read as.
  package var setKey: String? { summary?.setKey }

  /// The digest that the file's passages carry as a term.
  var pathDigest: ContentDigest { ContentDigest(of: path) }

  /// The key of the version that the file is a source of.
  package var versionKey: String? { summary?.versionKey }

  package static let keyPrefix = "file/"

  /// What the keys of a sixteenth of all entries begin with, for each sixteenth: of a large index
  /// all at once take room.
  static let keyPages = "0123456789abcdef".map { "\(keyPrefix)\($0)" }

  /// The metadata key: a digest, since a path may be longer than a key.
  var key: String { Self.keyPrefix + pathDigest.hexadecimal }

  init(_ file: SourceFile, digest: ContentDigest, summary: SourceSummary? = nil, passages: Int = 0)
  {
    path = file.path
    size = file.size
    modified = file.modified
    metadata = file.metadata
    self.digest = digest
    self.passages = passages
    self.summary = summary
  }

  /// Takes over how the file system shows the file.
  mutating func update(from file: SourceFile) {
    size = file.size
    modified = file.modified
    metadata = file.metadata
  }

  /// Whether the file system shows the same file, with the same metadata beside it, as when the
  /// entry was made.
  func matches(_ file: SourceFile) -> Bool {
    size == file.size && modified == file.modified && metadata == file.metadata
  }
}

// MARK: The record

extension LedgerEntry {
  /// The version of the record.
  private static let version = 4

  func encoded() -> [UInt8] {
    var writer = RecordWriter()
    writer.write(Self.version)
    writer.write(path)
    writer.write(size + 1)
    writer.write(whole: modified)
    writer.write(metadata.map { [$0] } ?? []) {
      $0.write($1.path); $0.write($1.size); $0.write(whole: $1.modified)
    }
    writer.write(digest)
    writer.write(passages)
    writer.write(visibility.rawValue)
    writer.write(adopted) { $0.write($1) }
    writer.write(keptBorrowed.map { [$0.value] } ?? []) { $1.write(to: &$0) }
    writer.write(refusal.map { [$0] } ?? []) {
      $0.write($1.reason); $0.write($1.first); $0.write($1.last); $0.write($1.tries)
      $0.write($1.reader)
    }
    writer.write(summary.map { [$0] } ?? []) { $1.write(to: &$0) }
    return writer.bytes
  }

  /// Reads an entry back; nil if it is none of this version.
  package init?(decoding bytes: [UInt8]) {
    do throws(StoredRecordError) {
      try self.init(reading: bytes)
    } catch {
      return nil
    }
  }

  private init(reading bytes: [UInt8]) throws(StoredRecordError) {
    var reader = RecordReader(bytes)
    guard try reader.number() == Self.version else { throw reader.error }
    path = try reader.data()
    size = try reader.number() - 1
    modified = try reader.whole()
    metadata = try reader.list { reader throws(StoredRecordError) in
      MetadataSidecar(
        path: try reader.data(), size: try reader.number(), modified: try reader.whole())
    }.first
    guard let digest = try reader.digest() else { throw reader.error }
    self.digest = digest
    passages = try reader.number()
    guard let visibility = Visibility(rawValue: try reader.number()) else { throw reader.error }
    self.visibility = visibility
    adopted = try reader.list { reader throws(StoredRecordError) in try reader.text() }
    keptBorrowed = try reader.list { reader throws(StoredRecordError) in
      try CaseFacts(from: &reader)
    }.first.map(Kept.init)
    refusal = try reader.list { reader throws(StoredRecordError) in
      Refusal(
        reason: try reader.text(), first: try reader.text(), last: try reader.text(),
        tries: try reader.number(), reader: try reader.number())
    }.first
    summary = try reader.list { reader throws(StoredRecordError) in
      try SourceSummary(from: &reader)
    }.first
    guard reader.isAtEnd else { throw reader.error }
  }
}
