/// Why a file or directory cannot be read now.
public enum FileProblem: Sendable, Hashable {
  /// An error of the system, by its number.
  case system(Int32)
  /// The symbolic link leads nowhere.
  case danglingLink
  /// The file changed after the run had found it; the next run reads it again.
  case changing
  /// The file is no longer there.
  case gone
  /// The system lacks something that reading it needs; a Dutch sentence from the reader.
  case shortage(String)
}

/// A given path with nothing to index.
public struct MissingPath: Sendable, Hashable {
  /// The path as it was given.
  public var path: String
  /// Why there is nothing to index.
  public var reason: Reason

  /// Makes one.
  public init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  /// Why there is nothing to index.
  public enum Reason: Sendable, Hashable {
    /// An error of the system, by its number.
    case system(Int32)
    /// It is neither a file nor a directory.
    case notWalked
    /// It had files and now has none.
    case empty
  }
}

/// Why something in a directory is not read.
public enum PassedOver: Sendable, Hashable {
  /// A symbolic link leads back to a directory above it.
  case loop
  /// It is a socket, a pipe or a device.
  case notRegular
}

/// Why a run doubts that files are really gone, and keeps them.
public enum DeletionDoubt: Sendable, Hashable {
  /// A path has no files any more; the index knows `known`.
  case emptied(known: Int)
  /// Too many of the files of a path are gone at once.
  case vanished(Int, of: Int)
  /// Too many files of the index were not found below the paths given to a rebuild.
  case notGiven(Int, of: Int)
}
