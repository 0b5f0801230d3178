/// Why a file that a user wrote for Vraagbaak is not read.
public enum SettingsFileError: Error, Sendable, Hashable {
  /// An error of the system, by its number.
  case system(Int32)
  /// It is a directory, a pipe or a device.
  case notRegular
  /// It is larger than `limit` bytes.
  case tooLarge(limit: Int)
}

/// A line of the user's exceptions that is not understood.
public struct VocabularyError: Error, Hashable, Sendable {
  /// The number of the line, from 1.
  public let line: Int
  /// The reason, in Dutch; see `Exceptions`.
  public let reason: String

  /// Makes one.
  public init(line: Int, reason: String) {
    self.line = line
    self.reason = reason
  }
}
