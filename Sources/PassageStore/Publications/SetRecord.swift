public import Kamervragen
internal import Xapian

/// A link from one publication to another.
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

/// Another file with the same set, which is not the one shown.
public struct OtherSource: Sendable, Hashable, Codable {
  /// The path.
  public var path: String
  /// The form that it was read as.
  public var form: SourceForm
}

/// What the index knows about a set besides its passages: its other files and the publications it
/// is linked to. It is derived from the ledger and stored in the first database's metadata, so that
/// showing a set does not take the whole ledger. A set without either has no record.
public struct SetRecord: Sendable, Hashable, Codable {
  /// The other files, at most `SetRecord.maximumSources` of them.
  public var sources: [OtherSource] = []
  /// The number of all other files.
  public var sourceCount = 0
  /// The linked publications.
  public var links: [SetLink] = []

  static let maximumSources = 20

  /// Whether there are no other files and no links.
  var isEmpty: Bool { sourceCount == 0 && links.isEmpty }

  static let keyPrefix = "set/"

  /// The metadata key of a version's record.
  package static func key(of version: String) -> String {
    keyPrefix + ContentDigest(of: Array(version.utf8)).shortText
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
