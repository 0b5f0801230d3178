internal import Glibc
package import Xapian

/// Why an index cannot be used.
public enum IndexError: Error, Sendable, Hashable {
  /// There is no index at the path.
  case missing(path: String)
  /// Another process holds the index.
  case busy(path: String, holder: Holder)
  /// The index was made by another version of the schema, reader or analysis, or of Xapian; for
  /// Xapian `expected` is nil. `found` is empty if the index has no fingerprint.
  case incompatible(path: String, found: String, expected: String?)
  /// The directory or a file in it cannot be made.
  case cannotCreate(path: String, reason: Reason)
  /// Reading or writing failed.
  case inputOutput(path: String, reason: Reason)
  /// A server with part of the index does not answer, or answers too late; `reason` names it.
  case unreachable(path: String, reason: String)
  /// Xapian reports an error that this program does not expect.
  case unexpected(path: String, reason: String)
  /// A stored record is damaged.
  case damaged(path: String, reason: Damage)
  /// The stub file and the directories disagree, or the databases of a generation do.
  case inconsistent(path: String, reason: Disagreement)
  /// A line of a stub file, counted from 1, is not what is expected there.
  case badStub(file: String, line: Int, expected: StubLine)
  /// Stub files refer to each other in a loop.
  case endlessStub(file: String)
  /// There is no generation to go back to.
  case noPrevious(path: String)
  /// A generation did not pass the check and is not put in use.
  case unsound(path: String, generation: Int, problems: [IndexProblem])
}

extension IndexError {
  /// Who holds an index.
  public enum Holder: Sendable, Hashable {
    /// A run, with the name that it wrote into the lock file.
    case run(String)
    /// A run that has not named itself.
    case unnamedRun
    /// Any process that writes a database of the index.
    case process
  }

  /// The cause of an error in the system or in a file that is read for the index.
  public enum Reason: Sendable, Hashable {
    /// An error of the system, by its number.
    case system(Int32)
    /// Xapian's message, in English.
    case xapian(String)
    /// The disk is full; Xapian's message.
    case noSpace(String)
    /// The index was removed while a run held it.
    case indexRemoved
    /// There is a file where the directory of the index should be.
    case notDirectory
    /// The directory has something else in it, and no index.
    case foreignFile(String)
    /// The system lacked something for `files` files in a row; `last` is the reason for the last
    /// one.
    case shortage(last: String, files: Int)
    /// A word list or exceptions file cannot be read.
    case settings(SettingsFileError)
    /// A line of the user's exceptions is not understood.
    case exceptions(VocabularyError)
  }

  /// The damaged part.
  public enum Damage: Sendable, Hashable {
    /// Xapian's message, in English.
    case xapian(String)
    /// The lexicon in the index.
    case lexicon
    /// A line of the ledger, by its key.
    case ledgerLine(String)
    /// A stored passage, at a byte of its record.
    case passage(offset: Int)
  }

  /// How the stub file and the directories disagree, or the databases of a generation do. Databases
  /// are named relative to the directory of the index.
  public enum Disagreement: Error, Sendable, Hashable {
    /// The stub names one generation both as in use and as previous.
    case namedTwice(generation: Int)
    /// The stub names a database that is missing; `present` are the generations that have
    /// databases.
    case databaseMissing(String, present: [Int])
    /// The stub does not name a database or generation that has passages.
    case unnamed(String)
    /// The stub names a generation that was never finished.
    case unfinished(generation: Int)
    /// There is no stub, and a generation has passages.
    case stubMissing(generation: Int)
    /// The stub names fewer databases than a generation had.
    case tooFewNamed(Int, generation: Int, had: Int)
    /// A database is from another state of the index than the others of its generation.
    case otherMoment(String, generation: Int)
    /// A file is in two databases.
    case fileTwice(String, in: String, and: String)
  }

  /// The expectation for a line of a stub file.
  public enum StubLine: Sendable, Hashable {
    /// One of these lines.
    case oneOf([String])
    /// A line that names a local or a remote database.
    case database
  }
}

extension IndexError {
  /// The error for a file or directory that could not be made. A full or broken disk is not
  /// reported as a wrong place.
  static func making(_ path: String, code: Int32 = errno) -> IndexError {
    switch code {
    case ENOSPC, EDQUOT, EFBIG, EIO: .inputOutput(path: path, reason: .system(code))
    default: .cannotCreate(path: path, reason: .system(code))
    }
  }

  /// The meaning of a Xapian error for the index at a path.
  package init(_ path: String, _ error: XapianError) {
    let message = error.message
    // A failed write that could not be rolled back has lost its status; only its message says what
    // the system lacked.
    let shortages = [ENOSPC, EDQUOT, EFBIG, EIO, EMFILE, ENFILE, ENOMEM].map(systemMessage)
    let couldNotWrite = (["Error writing"] + shortages).contains(where: message.contains)
    switch error.status {
    case .unexpected where couldNotWrite: self = .inputOutput(path: path, reason: .xapian(message))
    case .notFound: self = .missing(path: path)
    case .locked: self = .busy(path: path, holder: .process)
    case .incompatible: self = .incompatible(path: path, found: message, expected: nil)
    case .invalidArgument, .outOfMemory, .unexpected:
      self = .unexpected(path: path, reason: message)
    case .corrupt: self = .damaged(path: path, reason: .xapian(message))
    case .badStub:
      // FILE:LINE
      let colon = message.lastIndex(of: ":") ?? message.endIndex
      self = .badStub(
        file: String(message[..<colon]), line: Int(message[colon...].dropFirst()) ?? 1,
        expected: .database)
    case .endlessStub: self = .endlessStub(file: message)
    case .network: self = .unreachable(path: path, reason: message)
    case .noSpace: self = .inputOutput(path: path, reason: .noSpace(message))
    case .modified, .inputOutput: self = .inputOutput(path: path, reason: .xapian(message))
    }
  }
}
