internal import Kamervragen

/// Reads and analyses source files; safe to use from any number of threads at once.
struct Preparation: Sendable {
  let schema: Schema
  let reader: DocumentReader
  /// Asked before each file and while one is read; true ends the reading.
  let isStopped: @Sendable () -> Bool
  private let streams = TokenStreams()

  init(
    schema: Schema, reader: DocumentReader = .thisProcess,
    isStopped: @escaping @Sendable () -> Bool = { false }
  ) {
    self.schema = schema
    self.reader = reader
    self.isStopped = isStopped
  }

  /// Prepares a file that is read whatever its content was before.
  func prepare(_ file: SourceFile) -> PreparedFile.Outcome {
    prepare([(file, nil)])[0].outcome
  }

  /// Prepares files with one reader.
  ///
  /// - Parameter files: the files, each with the digest of its known content, which is not read
  ///   again.
  /// - Returns: the files in the same order.
  func prepare(_ files: [(file: SourceFile, known: ContentDigest?)]) -> [PreparedFile] {
    var outcomes = [PreparedFile.Outcome](repeating: .stopped, count: files.count)
    var contents: [(place: Int, digest: ContentDigest)] = []
    var requests: [ReadRequest] = []
    for (place, (file, known)) in files.enumerated() where !isStopped() {
      switch Self.request(for: file, known) {
      case .needed(let request, let digest):
        contents.append((place, digest))
        requests.append(request)
      case .outcome(let outcome): outcomes[place] = outcome
      }
    }
    reader.read(requests, isStopped: isStopped) { index, result in
      let (place, digest) = contents[index]
      outcomes[place] = outcome(of: files[place].file, digest, result)
    }
    return zip(files, outcomes).map { PreparedFile(file: $0.file, outcome: $1) }
  }

  private enum Demand {
    case needed(ReadRequest, ContentDigest)
    case outcome(PreparedFile.Outcome)
  }

  private static func request(for file: SourceFile, _ known: ContentDigest?) -> Demand {
    let request: ReadRequest
    do throws(FileReadError) {
      request = try ReadRequest(
        for: file, document: try file.contents(limit: SourceReader.sizeLimit))
    } catch {
      switch error {
      case .unreadable(let problem): return .outcome(.unreadable(problem))
      case .tooLarge(let size):
        let error = ReadError.tooLarge(size: size, limit: SourceReader.sizeLimit)
        return .outcome(
          .refused(digest: ContentDigest(of: file.path), reason: error.description))
      }
    }
    var digest = ContentDigest(of: request.document)
    if let metadata = request.metadata {
      let both = digest.hexadecimal + ContentDigest(of: metadata).hexadecimal
      digest = ContentDigest(of: Array(both.utf8))
    }
    return known == digest ? .outcome(.sameContent) : .needed(request, digest)
  }

  private func outcome(
    of file: SourceFile, _ digest: ContentDigest, _ result: Result<QuestionSet, ReadError>
  ) -> PreparedFile.Outcome {
    switch result {
    case .success(let set): .read(analysed(set, file, digest))
    case .failure(.stopped): .stopped
    case .failure(.shortage(let reason)): .shortage(reason: reason)
    case .failure(let error): .refused(digest: digest, reason: error.description)
    }
  }

  private func analysed(
    _ set: QuestionSet, _ file: SourceFile, _ digest: ContentDigest
  ) -> PreparedFile.ReadSet {
    let set = set.withPublishedNumber
    let stored = set.stored(source: file.displayPath)
    let pathDigest = ContentDigest(of: file.path)
    let prepared = streams.lend { stream in
      schema.prepared(stored, sourceDigest: pathDigest, using: &stream)
    }
    let summary = SourceSummary(
      of: set, source: file.displayPath, digest: digest, passages: prepared.passages.count)
    return PreparedFile.ReadSet(
      digest: digest, summary: summary,
      contents: prepared,
      warnings: set.warnings)
  }
}
