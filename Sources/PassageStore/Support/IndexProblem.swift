/// What a check of an index can find wrong. Paths are those of source files, for people, unless
/// they say otherwise.
public enum IndexProblem: Sendable, Hashable {
  /// Something could not be read any further.
  case damaged(index: String, IndexError.Damage)
  /// A run was cut off between the commits of two databases; the next one mends it.
  case unsettled
  /// A file with the words of the index is not what was written.
  case lexiconFile(String)
  /// The words in the database are not what was written.
  case lexicon
  /// The files of a database are damaged; what Xapian says of them.
  case database(String, problems: Int, report: String)
  /// A line of the ledger cannot be read, by its key.
  case ledgerLine(String)
  /// A file has another number of passages than the ledger says.
  case passages(of: String, expected: Int, found: Int)
  /// The passages of a file are not what the file says.
  case otherPassages(of: String)
  /// The whole index has another number of passages than the ledger says.
  case allPassages(expected: Int, found: Int)
  /// A file has passages although another file of the same set comes before it.
  case notPreferred(String)
  /// What is recorded of a file's set and of others does not fit together.
  case links(of: String)
  /// Passages of a file are marked as something else than they are.
  case marks(of: String)
  /// The ledger says something else than the file.
  case otherHeading(of: String)
}
