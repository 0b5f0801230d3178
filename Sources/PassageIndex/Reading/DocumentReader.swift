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
    var result = Result<QuestionSet, ReadError>.failure(.stopped)
    let request = ReadRequest(name: name, document: bytes, metadata: metadata)
    read([request], isStopped: isStopped) { result = $1 }
    return try result.get()
  }

  /// Reads some documents, one after the other.
  ///
  /// - Parameters:
  ///   - requests: the documents.
  ///   - isStopped: As above; documents that come after it are not read.
  ///   - body: called for each, in order, with its place and what it is.
  func read(
    _ requests: [ReadRequest], isStopped: @Sendable () -> Bool,
    _ body: (Int, Result<QuestionSet, ReadError>) -> Void
  ) {
    switch self {
    case .thisProcess:
      for (place, request) in requests.enumerated() {
        let result = Result { () throws(ReadError) in
          guard !isStopped() else { throw .stopped }
          return try SourceReader.read(
            request.document, name: request.name, metadata: request.metadata)
        }
        body(place, result)
      }
    case .processes(let pool): pool.read(requests, isStopped: isStopped, body)
    }
  }
}
