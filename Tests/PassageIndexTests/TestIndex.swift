import Foundation
import Kamervragen
import PassageSearch
import PassageStore
import TestSupport
import Testing

/// A directory with texts and an index of them; both are removed with the last reference.
struct TestIndex {
  private let directory: TemporaryDirectory

  var root: String { directory.path }
  var texts: String { directory["teksten"] }
  var index: String { directory["index"] }

  init() throws {
    directory = try TemporaryDirectory()
    try FileManager.default.createDirectory(atPath: texts, withIntermediateDirectories: true)
  }

  /// The absolute path of a text.
  func path(_ name: String) -> String { "\(texts)/\(name)" }

  /// Writes a text, and the directories above it.
  func write(_ text: String, to name: String) throws {
    try directory.write(text, to: "teksten/\(name)")
  }

  func remove(_ name: String) throws { try directory.remove("teksten/\(name)") }

  /// Gives a text another time of change, in seconds after 2001.
  func setTime(_ seconds: Double, of name: String) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceReferenceDate: seconds)],
      ofItemAtPath: path(name))
  }

  func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// Brings the index in line with the texts.
  @discardableResult
  func run(
    jobs: Int = 2, rebuild: Bool = false, vocabulary: VocabularyFiles = VocabularyFiles()
  ) async throws -> IndexSummary {
    try await Indexer(
      Indexer.Options(
        paths: [texts], index: index, jobs: jobs, rebuild: rebuild, vocabulary: vocabulary)
    ).run { _ in }
  }

  func reader() throws -> IndexReader { try IndexReader(path: index) }
}

/// A small index to search in: one set a text, numbered from 101, each with one passage.
struct Shelf {
  let place: TestIndex
  let reader: IndexReader

  /// Indexes texts. Each is a question; what stands after a `|` is its answer.
  init(_ texts: String...) async throws {
    let publications = texts.enumerated().map { offset, text in
      let sides = text.split(separator: "|", maxSplits: 1).map(String.init)
      return Publication(
        number: "\(101 + offset)",
        passages: [("1", sides[0], sides.count > 1 ? sides[1] : "Daar kan ik niets over zeggen.")])
    }
    try await self.init(publications: publications)
  }

  /// Indexes publications; with `words`, by that list of words.
  init(publications: [Publication], words: [String] = []) async throws {
    place = try TestIndex()
    for (offset, publication) in publications.enumerated() {
      try place.write(publication.text, to: "\(1001 + offset).md")
    }
    var vocabulary = VocabularyFiles()
    if !words.isEmpty {
      try place.write(words.joined(separator: "\n") + "\n", to: "../woorden")
      vocabulary.words = place.path("../woorden")
    }
    try await place.run(vocabulary: vocabulary)
    reader = try place.reader()
  }

  /// The numbers of the sets that have everything, in the order of the numbers.
  func complete(_ query: String, isExact: Bool = false) throws -> [String] {
    var request = SearchRequest(query)
    request.limit = 1000
    request.isExact = isExact
    request.requiresAll = true
    request.sort = .number
    return try reader.search(request).results.map { $0.stored.set.number ?? $0.stored.setKey }
  }

  /// All results in order: the number of the set, and after a minus each part of the query that it
  /// lacks.
  func list(_ query: String) throws -> [String] {
    var request = SearchRequest(query)
    request.limit = 1000
    return try reader.search(request).results.map { result in
      ([result.stored.set.number ?? result.stored.setKey]
        + result.missing.map { "-" + Self.name(of: $0) })
        .joined(separator: " ")
    }
  }

  /// A part of a query as it is typed, also a choice of words.
  private static func name(of part: QueryExpression) -> String {
    if case .any(let parts) = part {
      parts.map { name(of: $0) }.joined(separator: " OF ")
    } else {
      part.typed ?? "\(part)"
    }
  }

  func expect(
    _ query: String, isExact: Bool = false, finds expected: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let found = try complete(query, isExact: isExact)
    #expect(found == expected, "\(query)", sourceLocation: sourceLocation)
  }

  func expect(
    _ query: String, lists expected: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let listed = try list(query)
    #expect(listed == expected, "\(query)", sourceLocation: sourceLocation)
  }
}
