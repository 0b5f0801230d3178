public import Kamervragen

/// How documents are read.
public enum DocumentReader: Sendable {
  /// In this process, without bounds on time and memory: for documents that are trusted.
  case thisProcess
  /// In processes with limits.
  case processes(ReaderPool)

  /// Reads one document.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - name: the file's name or path; see `SourceReader.read`.
  ///   - metadata: the whole file of metadata that lies beside it, where there is one.
  ///   - isStopped: asked some times a second while a process reads; true ends the wait.
  /// - Returns: the set.
  /// - Throws: `ReadError`; `.shortage` and `.stopped` say nothing of the document.
  public func read(
    _ bytes: [UInt8], name: String, metadata: [UInt8]? = nil,
    isStopped: @Sendable () -> Bool = { false }
  ) throws(ReadError) -> QuestionSet {
    switch self {
    case .thisProcess: try SourceReader.read(bytes, name: name, metadata: metadata)
    case .processes(let pool):
      try pool.read(
        ReadRequest(name: name, document: bytes, metadata: metadata), isStopped: isStopped)
    }
  }
}
