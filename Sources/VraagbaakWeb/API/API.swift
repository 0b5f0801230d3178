internal import HTTPServer
internal import Kamervragen
internal import PassageIndex
internal import VraagbaakReport

/// The interface for programs. Its JSON is that of the command, byte for byte.
enum API {
  /// `/api/v1/search`: what `search --format json` prints.
  static func search(
    _ target: HTTPTarget, _ reader: IndexReader
  ) throws(IndexError) -> HTTPResponse {
    try answer(target, Endpoint.search) { request throws(IndexError) in
      try response(to: request, target, reader)
    }
  }

  /// `/api/v1/similar/ID`: what `search --similar ID --format json` prints.
  static func similar(
    _ name: String, _ target: HTTPTarget, _ reader: IndexReader
  ) throws(IndexError) -> HTTPResponse {
    try answer(target, Endpoint.similar) { request throws(IndexError) in
      var request = request
      request.similar = name
      return try response(to: request, target, reader)
    }
  }

  private static func response(
    to request: APIRequest, _ target: HTTPTarget, _ reader: IndexReader
  ) throws(IndexError) -> HTTPResponse {
    let response: SearchResponse
    if let name = request.similar {
      guard let found = try reader.passages(like: name, request.search) else {
        return Problem.notFound(name).response(to: target)
      }
      response = found
    } else {
      response = try reader.search(request.search)
    }
    return try json(lines: [AnswerRecord(request.search, response)], reader)
  }

  /// `/api/v1/sets/ID`: what `show --format json ID` prints, one passage a line.
  ///
  /// An answer has at most as many passages as one set can have. Only a Kamerstuk that many sets
  /// cite names more.
  static func set(
    _ name: String, _ target: HTTPTarget, _ reader: IndexReader,
    maximumPassages: Int = SetBounds.standard.passages
  ) throws(IndexError) -> HTTPResponse {
    try answer(target, Endpoint.set) { request throws(IndexError) in
      let passages = try reader.passages(of: name)
      guard !passages.isEmpty else { return Problem.notFound(name).response(to: target) }
      guard passages.count <= maximumPassages else {
        return Problem.tooMany(passages.count, of: name, maximum: maximumPassages)
          .response(to: target)
      }
      let shown = try ShownPassages(passages, highlighting: request.query, reader)
      return try json(lines: shown.objects, reader, type: .jsonLines)
    }
  }

  /// `/api/v1/passages/ID`: the same for one passage.
  static func passage(
    _ name: String, _ target: HTTPTarget, _ reader: IndexReader
  ) throws(IndexError) -> HTTPResponse {
    try answer(target, Endpoint.passage) { request throws(IndexError) in
      let passages = try reader.passages(of: name)
      guard !passages.isEmpty else { return Problem.notFound(name).response(to: target) }
      guard passages.count == 1 else {
        return Problem.noPassage(name, passages).response(to: target)
      }
      let shown = try ShownPassages(passages, highlighting: request.query, reader)
      return try json(lines: shown.objects, reader)
    }
  }

  /// `/api/v1/suggest`: what `explain --complete` prints, or the list that browsers read
  /// (OpenSearch Suggestions 1.1): the query and its completions.
  static func suggest(
    _ target: HTTPTarget, _ reader: IndexReader
  ) throws(IndexError) -> HTTPResponse {
    try answer(target, Endpoint.suggest) { request throws(IndexError) in
      let query = request.search.query
      let completions = try reader.completions(of: query)
      guard !request.isForBrowser else {
        let list = JSON.list([.text(query), .list(completions.map { .text($0) })])
        return try json(lines: [list], reader, type: .suggestions)
      }
      let record = CompletionRecord(
        query: query, suggestion: try reader.suggestion(for: query), completions: completions)
      return try json(lines: [record], reader)
    }
  }

  /// `/api/v1/status`: what `status --format json` prints.
  static func status(
    _ target: HTTPTarget, _ reader: IndexReader
  ) throws(IndexError) -> HTTPResponse {
    try answer(target, Endpoint.status) { _ throws(IndexError) in
      try json(lines: [StatusRecord(reader.status(), .last(of: reader.path))], reader)
    }
  }

  /// `/api/v1/openapi.json`.
  static func description(_ target: HTTPTarget, _ site: SiteAddresses) -> HTTPResponse {
    if let given = target.parameters.first {
      return Problem.unknown(given.name, known: []).response(to: target)
    }
    // Texts and numbers can always be encoded.
    let line = ((try? JSONLine.of(Description.openAPI(site))) ?? "{}") + "\n"
    return HTTPResponse(type: MediaType.json.rawValue, Array(line.utf8))
  }

  /// An error as RFC 9457 has it.
  ///
  /// - Parameters:
  ///   - status: the status code.
  ///   - detail: one Dutch sentence with a full stop.
  ///   - target: what was asked for, if that is known.
  /// - Returns: the response.
  static func problem(
    _ status: Int, _ detail: String, _ target: HTTPTarget? = nil
  ) -> HTTPResponse {
    Problem(status: status, detail: detail).response(to: target)
  }
}

// MARK: Reading and writing

extension API {
  /// Reads the parameters of a request and answers it; an error if they are not those of the
  /// endpoint.
  private static func answer(
    _ target: HTTPTarget, _ endpoint: Endpoint,
    _ answer: (APIRequest) throws(IndexError) -> HTTPResponse
  ) throws(IndexError) -> HTTPResponse {
    let request: APIRequest
    do throws(Problem) {
      request = try APIRequest(target, endpoint.parameters)
    } catch {
      return error.response(to: target)
    }
    return try answer(request)
  }

  /// JSON objects as the command prints them, each on a line with its line feed.
  private static func json(
    lines objects: [some Encodable], _ reader: IndexReader, type: MediaType = .json
  ) throws(IndexError) -> HTTPResponse {
    var bytes: [UInt8] = []
    for object in objects {
      do {
        bytes += try JSONLine.of(object).utf8
      } catch {
        throw .unexpected(path: reader.path, reason: "\(error)")
      }
      bytes.append(UInt8(ascii: "\n"))
    }
    return HTTPResponse(type: type.rawValue, bytes)
  }
}

/// The media types of the API. The charset is in none: JSON is UTF-8 (RFC 8259).
enum MediaType: String, Sendable {
  case json = "application/json"
  /// One JSON value a line. No type is registered for this; the name is that of jsonlines.org and
  /// OpenAPI 3.2.
  case jsonLines = "application/jsonl"
  case suggestions = "application/x-suggestions+json"
  case problem = "application/problem+json"
}
