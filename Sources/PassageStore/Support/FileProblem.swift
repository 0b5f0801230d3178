/// Why a file or directory cannot be looked at or read now.
public enum FileProblem: Sendable, Hashable {
  /// An error of the system, by its number.
  case system(Int32)
  /// The symbolic link leads nowhere.
  case danglingLink
  /// The file changed while it was read; it is read again in the next run.
  case changing
  /// The file is no longer there.
  case gone
  /// Reading it needs something that the system lacks; a Dutch sentence of the reader.
  case shortage(String)
}

/// A path that was to be indexed and has nothing to index.
public struct MissingPath: Sendable, Hashable {
  /// The path as it was given.
  public var path: String
  /// Why it has nothing.
  public var reason: Reason

  /// Makes one.
  public init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  /// Why there is nothing.
  public enum Reason: Sendable, Hashable {
    /// An error of the system, by its number.
    case system(Int32)
    /// It is neither a file nor a directory.
    case notWalked
    /// It has no file any more.
    case empty
  }
}

/// Why something in a directory is no file to read.
public enum PassedOver: Sendable, Hashable {
  /// A symbolic link leads back to a directory above it.
  case loop
  /// It is a socket, a pipe or a device.
  case notRegular
}

/// Why a run believes that files are not really gone, and keeps them.
public enum DeletionDoubt: Sendable, Hashable {
  /// A path has no file any more; the index knows some.
  case emptied(known: Int)
  /// Too many of the files of a path are gone at once.
  case vanished(Int, of: Int)
  /// Too many of the files in the index are not below the paths that a rebuild was given.
  case notGiven(Int, of: Int)
}
