import Foundation
import HTTPServer
import PassageIndex
import TestSupport

@testable import VraagbaakWeb

/// A site over an index: of the documents of `Corpus`, which have every kind and form, or of other
/// documents.
struct IndexedSite {
  /// A directory with an index, and the documents if they are not those of the project.
  private final class Index: Sendable {
    let directory: TemporaryDirectory
    var path: String { directory["index"] }

    init(of publications: [Publication] = []) async throws {
      directory = try TemporaryDirectory()
      for (number, publication) in publications.enumerated() {
        try directory.write(publication.text, to: "documents/\(1001 + number).md")
      }
      let documents = publications.isEmpty ? "\(Project.path)/Corpus" : directory["documents"]
      _ = try await Indexer(
        Indexer.Options(paths: [documents], index: directory["index"], jobs: 2)
      ).run { _ in }
    }
  }

  /// The tests share the index of the corpus.
  private static let corpus = Task { try await Index() }

  private let index: Index
  let reader: IndexReader
  private let site: Site

  init(_ publications: Publication..., url: String = "https://kamervragen.example/vragen")
    async throws
  {
    index = try await publications.isEmpty ? Self.corpus.value : Index(of: publications)
    reader = try IndexReader(path: index.path)
    site = Site(url: url)
  }

  /// The answer to a request for a target.
  func get(_ target: String) throws -> HTTPResponse {
    let target = HTTPTarget(target)
    let route = Route(target.path)
    if let fixed = site.fixedResponse(to: target, route) { return fixed }
    return try route.map { try site.response(to: target, $0, reader) } ?? site.refusal(404, target)
  }

  /// The JSON of an answer.
  func json(_ target: String) throws -> JSON { try JSON(parsing: get(target).body) }
}

extension HTTPResponse {
  /// The body as text.
  var text: String { String(decoding: body, as: UTF8.self) }
}

extension JSON: Decodable {
  /// Decodes any JSON.
  public init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let flag = try? value.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? value.decode(Int.self) {
      self = .integer(number)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let list = try? value.decode([JSON].self) {
      self = .list(list)
    } else {
      self = .object(try value.decode([String: JSON].self))
    }
  }

  init(parsing bytes: [UInt8]) throws {
    self = try JSONDecoder().decode(JSON.self, from: Data(bytes))
  }

  subscript(_ key: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members[key]
  }

  var elements: [JSON] {
    guard case .list(let elements) = self else { return [] }
    return elements
  }

  var members: [String: JSON] {
    guard case .object(let members) = self else { return [:] }
    return members
  }

  var asText: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }

  var asInteger: Int? {
    guard case .integer(let number) = self else { return nil }
    return number
  }
}
