package import Kamervragen
internal import Xapian

/// What the index knows about one source file. It is stored in the database's metadata, so it is
/// committed together with the passages.
///
/// Of the files with the same set, one has its passages in the index. The others have `passages` 0
/// and can replace it. `PublicationGraph` derives which one from the entries alone.
package struct LedgerEntry: Sendable, Hashable {
  package var path: [UInt8]
  /// In bytes; `unavailable` if the file must be read again and could not be.
  var size: Int
  /// In nanoseconds since 1970.
  var modified: Int
  /// The metadata file that was read with it.
  var metadata: MetadataSidecar?
  /// The digest of the content, and of the metadata's if there is any.
  package var digest: ContentDigest
  /// The set as it was last read; nil if the file was never read, or is refused and has nothing
  /// left in the index.
  package var summary: SourceSummary? {
    get { keptSummary?.value }
    set { keptSummary = newValue.map(Kept.init) }
  }
  private var keptSummary: Kept<SourceSummary>?
  /// The number of passages of the file in the index.
  package var passages: Int
  /// How far its passages are searched.
  package var visibility = Visibility.shown
  /// The terms that its passages have because of other sets.
  var adopted: [String] = []
  /// The facts that its passages inherit from other sets of the case.
  var inherited: CaseFacts {
    get { keptBorrowed?.value ?? CaseFacts() }
    set { keptBorrowed = newValue.isEmpty ? nil : Kept(newValue) }
  }
  private var keptBorrowed: Kept<CaseFacts>?
  /// Why the present content of the file was refused; nil if it was read.
  package var refusal: Refusal? {
    get { keptRefusal?.value }
    set { keptRefusal = newValue.map(Kept.init) }
  }
  private var keptRefusal: Kept<Refusal>?

  /// A value by reference: up to two thirds of a hash table are free, and large entries would waste
  /// that room.
  private final class Kept<Value: Sendable & Hashable>: Sendable, Hashable {
    let value: Value

    init(_ value: Value) { self.value = value }

    static func == (left: Kept, right: Kept) -> Bool { left.value == right.value }

    func hash(into hasher: inout Hasher) { hasher.combine(value) }
  }

  /// Why, when and by which reader a file was refused.
  package struct Refusal: Sendable, Hashable {
    /// A Dutch sentence.
    package var reason: String
    /// When the present content was first refused, in UTC (ISO 8601).
    package var first: String
    /// When it was last tried.
    package var last: String
    /// How often it was tried.
    package var tries: Int
    /// The version of the reader that refused it; another version tries again.
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

  /// When the questions were submitted; nil if neither the file nor its case says.
  package var submitted: CalendarDate? { summary?.submitted ?? inherited.submitted }

  /// The facts of the case, from the set itself or inherited; nil if its own were too large to
  /// keep.
  var facts: CaseFacts? { summary?.facts.map { inherited.completed(by: $0) } }

  /// The key of the set that the file was last read as.
  package var setKey: String? { summary?.setKey }

  /// The digest that is a term of each of the file's passages.
  package var pathDigest: ContentDigest { ContentDigest(of: path) }

  /// The key of the version that the file is a source of.
  package var versionKey: String? { summary?.versionKey }

  package static let keyPrefix = "file/"

  /// The prefixes of the keys of each sixty-fourth of all entries: those of a large index take much
  /// memory at once.
  package static let keyPages = ContentDigest.firstDigits.map { keyPrefix + $0 }

  /// The metadata key: a digest, since a path may be longer than a key.
  var key: String { Self.key(of: path) }

  /// The metadata key of the entry of a path.
  package static func key(of path: [UInt8]) -> String {
    keyPrefix + ContentDigest(of: path).shortText
  }

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

  /// Updates size, modification time and metadata from the file system.
  mutating func update(from file: SourceFile) {
    size = file.size
    modified = file.modified
    metadata = file.metadata
  }

  /// Whether the size, the modification time and the metadata are unchanged.
  func matches(_ file: SourceFile) -> Bool {
    size == file.size && modified == file.modified && metadata == file.metadata
  }
}

// MARK: The record

extension LedgerEntry {
  /// The version of the record.
  private static let version = 6

  func encoded() -> [UInt8] {
    var writer = RecordWriter()
    writer.write(Self.version)
    writer.write(path)
    writer.write(size + 1)
    writer.write(whole: modified)
    writer.write(metadata.map { [$0] } ?? []) {
      // It lies in the same directory.
      let shared = zip($1.path, path).prefix { $0 == $1 }.count
      $0.write(shared); $0.write(Array($1.path.dropFirst(shared)))
      $0.write($1.size); $0.write(whole: $1.modified)
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
    writer.write(summary.map { [$0] } ?? []) {
      $1.write(to: &$0, fileName: StoredPassage.name(ofFile: String(decoding: path, as: UTF8.self)))
    }
    return writer.bytes
  }

  /// Reads an entry back; nil if the bytes are not an entry of this version.
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
    let path = path
    metadata = try reader.list { reader throws(StoredRecordError) in
      let shared = try reader.number()
      guard shared <= path.count else { throw reader.error }
      return MetadataSidecar(
        path: path.prefix(shared) + (try reader.data()), size: try reader.number(),
        modified: try reader.whole())
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
      try SourceSummary(
        from: &reader, fileName: StoredPassage.name(ofFile: String(decoding: path, as: UTF8.self)))
    }.first
    guard reader.isAtEnd else { throw reader.error }
  }
}
