import HTTPServer
import PassageIndex
import TestSupport

@testable import VraagbaakWeb

/// A site over an index of some documents.
struct PageShelf {
  private let directory: TemporaryDirectory
  let reader: IndexReader
  private let site: Site

  /// Indexes documents, each by the name of its file.
  init(_ documents: [String: String], url: String = "https://kamer.example") async throws {
    directory = try TemporaryDirectory()
    for (name, text) in documents { try directory.write(text, to: "teksten/\(name)") }
    _ = try await Indexer(
      Indexer.Options(paths: [directory["teksten"]], index: directory["index"], jobs: 2)
    ).run { _ in }
    reader = try IndexReader(path: directory["index"])
    site = Site(url: url)
  }

  /// Indexes publications; their files are `1001.md` and so on.
  init(_ publications: [Publication], url: String = "https://kamer.example") async throws {
    let documents = publications.enumerated().map { ("\(1001 + $0).md", $1.text) }
    try await self.init(Dictionary(uniqueKeysWithValues: documents), url: url)
  }

  /// The answer to a request for a target.
  func get(_ target: String) throws -> HTTPResponse {
    let target = HTTPTarget(target)
    let route = Route(target.path)
    if let fixed = site.fixedResponse(to: target, route) { return fixed }
    guard let route else { return site.refusal(404, target) }
    return try site.response(to: target, route, reader)
  }

  /// The page at a target.
  func page(_ target: String) throws -> PageTree { try PageTree(get(target)) }
}
