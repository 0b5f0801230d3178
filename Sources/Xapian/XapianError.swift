internal import CXapianBridge

/// A failed call to Xapian.
public struct XapianError: Error, Sendable, Hashable {
  /// The kinds of failure that callers distinguish.
  public enum Status: Sendable, Hashable, CaseIterable {
    /// The database or the document does not exist.
    case notFound
    /// Another writer has the database.
    case locked
    /// The files of the database are damaged or cut short.
    case corrupt
    /// The state being read was overwritten again and again.
    case modified
    /// The database was made by a version of Xapian that this one cannot read.
    case incompatible
    /// The call asked for something impossible, such as a term of more than 245 bytes.
    case invalidArgument
    /// A remote database cannot be reached, or stopped answering.
    case network
    /// The disk, the quota or the permitted file size is exhausted.
    case noSpace
    /// The system refused to read or write for another reason.
    case inputOutput
    /// Memory is exhausted.
    case outOfMemory
    /// A line of a stub file cannot be read; the message is `FILE:LINE`.
    case badStub
    /// Stub files name each other without end; the message is the file.
    case endlessStub
    /// Anything else.
    case unexpected
  }

  /// The kind of failure.
  public let status: Status

  /// Xapian's message, in English; see `badStub` and `endlessStub`.
  public let message: String

  /// Makes an error.
  ///
  /// - Parameters:
  ///   - status: The kind of failure.
  ///   - message: A message.
  public init(status: Status, message: String) {
    self.status = status
    self.message = message
  }
}

extension XapianError {
  /// The failure that the bridge reported; nil for a success.
  init?(_ reported: xapian_error) {
    let status: Status
    switch reported.status {
    case .XAPIAN_STATUS_OK: return nil
    case .XAPIAN_STATUS_NOT_FOUND: status = .notFound
    case .XAPIAN_STATUS_LOCKED: status = .locked
    case .XAPIAN_STATUS_CORRUPT: status = .corrupt
    case .XAPIAN_STATUS_MODIFIED: status = .modified
    case .XAPIAN_STATUS_INCOMPATIBLE: status = .incompatible
    case .XAPIAN_STATUS_INVALID_ARGUMENT: status = .invalidArgument
    case .XAPIAN_STATUS_NETWORK: status = .network
    case .XAPIAN_STATUS_NO_SPACE: status = .noSpace
    case .XAPIAN_STATUS_INPUT_OUTPUT: status = .inputOutput
    case .XAPIAN_STATUS_OUT_OF_MEMORY: status = .outOfMemory
    case .XAPIAN_STATUS_UNEXPECTED: status = .unexpected
    }
    let words = withUnsafeBytes(of: reported.message) {
      String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
    }
    self.init(status: status, message: words)
  }
}
