internal import Glibc
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
  ///   - metadata: the whole file of metadata that lies beside it, if there is one.
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

  /// Reads the file at a path as a run of `Indexer` does: with the metadata that lie beside it, and
  /// with the number that its identifier has.
  ///
  /// - Parameters:
  ///   - path: the file; what is no regular file, such as a pipe, has nothing beside it.
  ///   - bytes: what it holds.
  /// - Returns: the set.
  /// - Throws: `ReadError`; `.shortage` says nothing of the document, or that its metadata cannot
  ///   be had.
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

extension QuestionSet {
  /// The set as it is found and cited: by its number, whether its text prints that or its
  /// identifier alone has it.
  var withPublishedNumber: QuestionSet {
    var set = self
    set.number = publishedNumber
    return set
  }
}
