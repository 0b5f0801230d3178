import Foundation
import HTTPServer
import PassageIndex
import TestSupport

@testable import VraagbaakWeb

/// A site over an index of the documents of `Corpus`, which have every kind and form. The tests
/// share the index.
struct CorpusSite {
  private static let shared = Task { try await Index() }

  private final class Index: Sendable {
    let directory: TemporaryDirectory
    var path: String { directory["index"] }

    init() async throws {
      directory = try TemporaryDirectory()
      _ = try await Indexer(
        Indexer.Options(paths: ["\(Project.path)/Corpus"], index: directory["index"], jobs: 2)
      ).run { _ in }
    }
  }

  let reader: IndexReader
  private let site: Site

  init(url: String = "https://kamervragen.example/vragen") async throws {
    reader = try IndexReader(path: try await Self.shared.value.path)
    site = Site(url: url)
  }

  /// The answer to a request for a target.
  func get(_ target: String) throws -> HTTPResponse {
    try site.response(to: HTTPRequest(.get, HTTPTarget(target)), reader)
  }

  /// The JSON of an answer.
  func json(_ target: String) throws -> JSON { try JSON(parsing: get(target).body) }
}

extension HTTPResponse {
  /// The body as text.
  var text: String { String(decoding: body, as: UTF8.self) }
}

extension JSON: Decodable {
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
