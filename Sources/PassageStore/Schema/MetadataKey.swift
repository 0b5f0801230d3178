/// The keys of the database's metadata.
package enum MetadataKey {
  static let fingerprint = "fingerprint"
  /// The version of Vraagbaak that made the generation; stored in the first shard.
  package static let madeBy = "madeBy"
  package static let lastRun = "lastRun"
  /// The number of shards the index was made with; stored in the first.
  static let shards = "shards"
  /// A piece of the lexicon, from 0; absent if the index was made without a word list.
  static func lexicon(piece: Int) -> String { "lexicon/\(piece)" }
  /// The user's exceptions, as text.
  static let exceptions = "exceptions"
}
