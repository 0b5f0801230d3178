public import Kamervragen
internal import Xapian

/// What one publication has to do with another.
public struct SetLink: Sendable, Hashable, Codable {
  /// What the other is to this one.
  public enum Relation: String, Sendable, Hashable, CaseIterable, Codable {
    /// The questions as they were published before the answer.
    case questions
    /// The answer to these questions.
    case answer
    /// A notice that the answer would be late.
    case delay
    /// An earlier version of this publication.
    case earlierVersion
    /// A later version of this publication.
    case laterVersion

    var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  /// What the other is to this one.
  public var relation: Relation
  /// The key of the other set.
  public var set: String
}

/// A file that has a set as well, and that another one stands for.
public struct OtherSource: Sendable, Hashable, Codable {
  /// The path.
  public var path: String
  /// The form it was read as.
  public var form: SourceForm
}

/// What the index knows about a set besides its passages: the other files that have it, and the
/// publications it is linked to. Derived from the ledger; it lies in the metadata, in the same
/// commit, so that showing a set needs not the whole ledger. A set of which there is nothing to say
/// has none.
public struct SetRecord: Sendable, Hashable, Codable {
  /// The other files, at most `SetRecord.maximumSources` of them.
  public var sources: [OtherSource] = []
  /// How many other files there are.
  public var sourceCount = 0
  /// The linked publications.
  public var links: [SetLink] = []

  static let maximumSources = 20

  /// Whether there is nothing to say.
  var isEmpty: Bool { sourceCount == 0 && links.isEmpty }

  static let keyPrefix = "set/"

  /// The metadata key of a version's record.
  package static func key(of version: String) -> String {
    keyPrefix + ContentDigest(of: Array(version.utf8)).hexadecimal
  }

  package init() {}

  package init(_ version: PublicationVersion, _ status: PublicationStatus) {
    sourceCount = version.sourceCount - 1
    sources = version.sources.dropFirst().prefix(Self.maximumSources).compactMap { entry in
      entry.summary.map {
        OtherSource(path: String(decoding: entry.path, as: UTF8.self), form: $0.form)
      }
    }
    links = status.links
  }

  func encoded() -> [UInt8] {
    guard !isEmpty else { return [] }
    var writer = RecordWriter()
    writer.write(sourceCount)
    writer.write(sources) {
      $0.write($1.path); $0.write($1.form.rawValue)
    }
    writer.write(links) {
      $0.write($1.relation.rawValue); $0.write($1.set)
    }
    return writer.bytes
  }

  package init(decoding bytes: [UInt8]) throws(StoredRecordError) {
    guard !bytes.isEmpty else { return }
    var reader = RecordReader(bytes)
    sourceCount = try reader.number()
    sources = try reader.list { reader throws(StoredRecordError) in
      let path = try reader.text()
      guard let form = SourceForm(rawValue: try reader.text()) else { throw reader.error }
      return OtherSource(path: path, form: form)
    }
    links = try reader.list { reader throws(StoredRecordError) in
      guard let relation = SetLink.Relation(rawValue: try reader.text()) else { throw reader.error }
      return SetLink(relation: relation, set: try reader.text())
    }
  }
}
