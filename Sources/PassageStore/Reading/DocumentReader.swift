internal import Glibc
public import Kamervragen

/// How documents are read.
public enum DocumentReader: Sendable {
  /// In this process, without limits on time and memory; for trusted documents.
  case thisProcess
  /// In separate processes with limits.
  case processes(ReaderPool)

  /// Reads one document.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - name: the file's name or path; see `SourceReader.read`.
  ///   - metadata: the whole metadata file beside it, if there is one.
  ///   - isStopped: asked several times a second while a process reads; true ends the wait.
  /// - Returns: the set.
  /// - Throws: `ReadError`; `.shortage` and `.stopped` do not mean that the document is bad.
  public func read(
    _ bytes: [UInt8], name: String, metadata: [UInt8]? = nil,
    isStopped: @Sendable () -> Bool = { false }
  ) throws(ReadError) -> QuestionSet {
    var result = Result<QuestionSet, ReadError>.failure(.stopped)
    let request = ReadRequest(name: name, document: bytes, metadata: metadata)
    read([request], isStopped: isStopped) { result = $1 }
    return try result.get()
  }

  /// Reads the file at a path as `Indexer` does: with the metadata beside it, and with the number
  /// in its identifier.
  ///
  /// - Parameters:
  ///   - path: the file; metadata is only looked for beside a regular file.
  ///   - bytes: the content of the file.
  /// - Returns: the set.
  /// - Throws: `ReadError`; `.shortage` means that the system lacks something, or that the metadata
  ///   cannot be read.
  public func read(fileAt path: String, holding bytes: [UInt8]) throws(ReadError) -> QuestionSet {
    let resolved = realpath(path, nil)
    defer { free(resolved) }
    let file = resolved.flatMap { SourceFile(at: Array(String(cString: $0).utf8)) }
    guard let file else { return try read(bytes, name: path).withPublishedNumber }
    let request: ReadRequest
    do throws(FileReadError) {
      request = try ReadRequest(for: file, document: bytes)
    } catch {
      throw .shortage(reason: "de metadata ernaast zijn niet te lezen")
    }
    return try read(request.document, name: request.name, metadata: request.metadata)
      .withPublishedNumber
  }

  /// Reads documents, one after the other.
  ///
  /// - Parameters:
  ///   - requests: the documents.
  ///   - isStopped: as for one document; true also skips the remaining ones.
  ///   - body: called for each, in order, with its place and the result.
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

extension QuestionSet {
  /// The set with the number by which it is found and cited, from its text or else from its
  /// identifier.
  var withPublishedNumber: QuestionSet {
    var set = self
    set.number = publishedNumber
    return set
  }
}
