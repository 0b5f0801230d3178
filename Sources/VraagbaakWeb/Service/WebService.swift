public import HTTPServer
public import PassageIndex
internal import VraagbaakReport

/// The site as a service: answers requests from the present state of an index, remembers answers,
/// and counts.
public final class WebService: Sendable {
  private let index: String
  private let pool: SearchPool
  private let site: Site
  private let cache = AnswerCache(maximumBytes: 24 << 20)
  private let metrics = ServiceMetrics()
  private let report: @Sendable (IndexError) -> Void

  /// Makes a service. The index may come later.
  ///
  /// - Parameters:
  ///   - index: the path of the index.
  ///   - url: the address where users find the site.
  ///   - workers: the number of threads that answer.
  ///   - cacheDirectory: as for `IndexReader`.
  ///   - report: told of each request that failed because the index cannot be read.
  public init(
    index: String, url: String, workers: Int, cacheDirectory: String?,
    report: @escaping @Sendable (IndexError) -> Void
  ) {
    self.index = index
    pool = SearchPool(path: index, count: workers, cacheDirectory: cacheDirectory)
    site = Site(url: url)
    self.report = report
  }

  /// Whether a text can be the address of a site: of the web, with a host and perhaps a path.
  public static func isUsable(url: String) -> Bool {
    let isOfWeb = ["https://", "http://"].contains { url.hasPrefix($0) && url.count > $0.count }
    return isOfWeb
      && url.utf8.allSatisfy {
        (0x21...0x7E).contains($0) && !"\"'<>?#\\".utf8.contains($0)
      }
  }

  /// The functions for a server. `ended` is told of each request after it was answered.
  public func service(ended: @escaping @Sendable (HTTPExchange) -> Void) -> HTTPService {
    HTTPService(
      immediateAnswer: { self.immediateAnswer(to: $0) },
      answer: { self.answer(to: $0) },
      refusal: { status, target in self.refusal(status, target) },
      ended: { exchange in
        self.metrics.count(exchange)
        ended(exchange)
      })
  }

  // MARK: Answers

  /// The answer that takes no time: a file, an error, what the client has already or what was
  /// answered before.
  func immediateAnswer(to request: HTTPRequest) -> HTTPResponse? {
    let target = request.target
    let route = Route(target.path)
    if let response = site.fixedResponse(to: target, route) {
      // A file has an address of its own for each content.
      guard response.status == 200, response["Cache-Control"] == nil else {
        return finished(response, route)
      }
      let tag = Validity.entityTag(of: response.body)
      return finished(request.has(tag) ? HTTPResponse(status: 304) : response, route, tag)
    }
    guard let route, route.isOfIndex, let state = pool.knownState() else { return nil }
    let validity = validity(of: state)
    let tag = validity.entityTag(of: target)
    if request.has(tag) { return finished(HTTPResponse(status: 304), route, tag) }
    guard let kept = cache.answer(to: target.written, validity.tag) else { return nil }
    metrics.countCached()
    return kept
  }

  /// The answer to a request.
  func answer(to request: HTTPRequest) -> HTTPResponse {
    let target = request.target
    // Another may have asked the same while this one waited.
    if let answer = immediateAnswer(to: request) { return answer }
    guard let route = Route(target.path) else { return refusal(404, target) }
    do throws(IndexError) {
      return try pool.withReader { reader throws(IndexError) in
        if route == .health { return try self.health(reader) }
        if route == .metrics { return self.metrics(reader) }
        return try self.answer(to: request, route, reader)
      }
    } catch {
      report(error)
      var response = refusal(503, target)
      response["Retry-After"] = "10"
      return response
    }
  }

  /// An answer made of one state of the index, or, if commits follow each other too fast, one that
  /// nobody keeps.
  private func answer(
    to request: HTTPRequest, _ route: Route, _ reader: IndexReader
  ) throws(IndexError) -> HTTPResponse {
    var response = HTTPResponse(status: 503)
    for _ in 0..<Self.maximumTries {
      let validity = try reader.state().map { self.validity(of: $0) }
      response = try site.response(to: request.target, route, reader)
      guard let validity, [200, 303, 404].contains(response.status) else { break }
      // Later commits may have overtaken the reader, midnight may have passed.
      guard validity == (try reader.state().map { self.validity(of: $0) }) else { continue }
      let isFound = response.status == 200
      let tag = validity.entityTag(of: request.target)
      response = finished(response, route, isFound ? tag : nil)
      cache.keep(response, to: request.target.written, validity.tag)
      return isFound && request.has(tag)
        ? finished(HTTPResponse(status: 304), route, tag) : response
    }
    return finished(response, route)
  }

  private static let maximumTries = 3

  private func validity(of state: IndexState) -> Validity {
    Validity(state, index: index, origin: site.origin)
  }

  /// The answer to a request that is not served.
  func refusal(_ status: Int, _ target: HTTPTarget) -> HTTPResponse {
    var response = site.refusal(status, target)
    if status == 503 { response["Retry-After"] = "1" }
    return finished(response, Route(target.path))
  }

  /// Adds the headers that all answers have.
  private func finished(
    _ response: HTTPResponse, _ route: Route?, _ entityTag: String? = nil
  ) -> HTTPResponse {
    var response = response
    response["X-Content-Type-Options"] = "nosniff"
    // A browser would apply the policy of a 304 to the page that it has.
    if response["Content-Security-Policy"] == nil, response.status != 304 {
      response["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'"
    }
    // A browser asks each time whether what it has is still right.
    if response["Cache-Control"] == nil { response["Cache-Control"] = "no-cache" }
    if let entityTag { response["ETag"] = entityTag }
    if route?.isForPrograms ?? false {
      response["Access-Control-Allow-Origin"] = "*"
      response["Access-Control-Expose-Headers"] = "ETag"
    }
    return response
  }

  // MARK: Monitors

  /// In order if something can be found and shown.
  private func health(_ reader: IndexReader) throws(IndexError) -> HTTPResponse {
    var newest = SearchRequest("soort:beantwoord")
    newest.sort = .newest
    newest.limit = 1
    _ = try reader.search(newest)
    var response = HTTPResponse(type: "text/plain; charset=utf-8", Array("in orde\n".utf8))
    response["Cache-Control"] = "no-store"
    return finished(response, .health)
  }

  private func metrics(_ reader: IndexReader) -> HTTPResponse {
    var text = metrics.text()
    if let run = RunRecord.last(of: index), let ended = Timestamp.seconds(run.ended) {
      text += run.metrics(at: ended)
    }
    if let changed = try? reader.lastChange(), let seconds = Timestamp.seconds(changed) {
      var lines = MetricLines()
      lines.begin("vraagbaak_index_age_seconds", .gauge, "Since a run last changed the index.")
      lines.add("", "\(max(0, Timestamp.seconds - seconds))")
      text += lines.text
    }
    var response = HTTPResponse(
      type: "text/plain; version=0.0.4; charset=utf-8", Array(text.utf8))
    response["Cache-Control"] = "no-store"
    return finished(response, .metrics)
  }
}
