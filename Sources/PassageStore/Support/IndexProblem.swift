/// A problem that a check of an index can find. Paths are display paths of source files unless
/// stated otherwise.
public enum IndexProblem: Sendable, Hashable {
  /// The check could not read further.
  case damaged(index: String, IndexError.Damage)
  /// A run was cut off between the commits of two databases; the next run repairs it.
  case unsettled
  /// The lexicon file of the index is not what was written.
  case lexiconFile(String)
  /// The lexicon in the database is not what was written.
  case lexicon
  /// The files of a database are damaged; `report` is Xapian's.
  case database(String, problems: Int, report: String)
  /// A line of the ledger cannot be read, by its key.
  case ledgerLine(String)
  /// The number of passages of a file differs from the ledger.
  case passages(of: String, expected: Int, found: Int)
  /// The passages of a file differ from the file or the ledger.
  case otherPassages(of: String)
  /// The total number of passages differs from the ledger.
  case allPassages(expected: Int, found: Int)
  /// A file has passages although another file of the set is preferred.
  case notPreferred(String)
  /// The records of a file's set and of other sets do not agree.
  case links(of: String)
  /// Passages of a file have marks that do not follow from their status.
  case marks(of: String)
  /// The ledger's summary differs from the file.
  case otherHeading(of: String)
}
