internal import Xapian

/// What the index knows of one source file. It lies in the database's metadata, so it is committed with the passages.
struct LedgerEntry: Sendable, Hashable {
  var path: [UInt8]
  /// In bytes.
  var size: Int
  /// In nanoseconds since 1970.
  var modified: Int
  var digest: ContentDigest
  /// The key of the set in the index, or nil where the file has never been read.
  var setKey: String?
  /// How many passages of the file are in the index.
  var passages: Int
  /// Why the file as it is now was refused, or nil where it was read.
  var refusal: String?

  /// The digest that the file's passages carry as a term.
  var pathDigest: ContentDigest { ContentDigest(of: path) }

  static let keyPrefix = "file/"

  /// The metadata key: a digest, since a path may be longer than a key.
  var key: String { Self.keyPrefix + pathDigest.hexadecimal }

  /// The entry as text: seven fields separated by tabs, then the bytes of the path.
  func encoded() -> [UInt8] {
    let fields = [
      "1", "\(size)", "\(modified)", digest.hexadecimal, setKey ?? "", "\(passages)", refusal ?? "",
    ]
    let clean = fields.map { $0.replacing("\t", with: " ") }
    return Array((clean.joined(separator: "\t") + "\t").utf8) + path
  }

  /// Reads an entry back; nil where it is none of this version.
  init?(decoding bytes: [UInt8]) {
    let fields = bytes.split(
      separator: UInt8(ascii: "\t"), maxSplits: 7, omittingEmptySubsequences: false)
    guard fields.count == 8 else { return nil }
    let texts = fields.map { String(decoding: $0, as: UTF8.self) }
    guard texts[0] == "1", let size = Int(texts[1]), let modified = Int(texts[2]),
      let digest = ContentDigest(hexadecimal: texts[3]), let passages = Int(texts[5])
    else { return nil }
    path = Array(fields[7])
    self.size = size
    self.modified = modified
    self.digest = digest
    setKey = texts[4].isEmpty ? nil : texts[4]
    self.passages = passages
    refusal = texts[6].isEmpty ? nil : texts[6]
  }

  init(
    _ file: SourceFile, digest: ContentDigest, setKey: String? = nil, passages: Int = 0,
    refusal: String? = nil
  ) {
    path = file.path
    size = file.size
    modified = file.modified
    self.digest = digest
    self.setKey = setKey
    self.passages = passages
    self.refusal = refusal
  }

  /// Whether the file system shows the same file as when the entry was made.
  func matches(_ file: SourceFile) -> Bool {
    size == file.size && modified == file.modified
  }
}
