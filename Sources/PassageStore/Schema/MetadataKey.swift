/// The names under which the database's metadata keeps what is not a passage.
package enum MetadataKey {
  static let fingerprint = "fingerprint"
  package static let lastRun = "lastRun"
  /// How many shards the index is kept in; in the first of them.
  static let shards = "shards"
  /// A piece of the lexicon, from 0; there is none if the index was made without a list of words.
  static func lexicon(piece: Int) -> String { "lexicon/\(piece)" }
  /// The user's exceptions, as text.
  static let exceptions = "exceptions"
}
