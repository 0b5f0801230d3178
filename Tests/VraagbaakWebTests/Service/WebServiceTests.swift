import Foundation
import PassageIndex
import Synchronization
import TestSupport
import Testing

@testable import HTTPServer
@testable import VraagbaakWeb

@Suite("The site as a service")
struct WebServiceTests {
  private let directory: TemporaryDirectory
  private let problems = Problems()
  private let service: WebService

  private final class Problems: Sendable {
    let reported = Mutex<[IndexError]>([])
  }

  init() throws {
    directory = try TemporaryDirectory()
    let problems = problems
    service = WebService(
      index: directory["index"], url: "http://127.0.0.1:8642", workers: 2, cacheDirectory: nil,
      report: { error in problems.reported.withLock { $0.append(error) } })
  }

  private func index(_ numbers: [String]) async throws {
    for number in numbers {
      let publication = Publication(number: number, passages: [("1", "Groeit de eik?", "Ja.")])
      try directory.write(publication.text, to: "documents/\(number).md")
    }
    let options = Indexer.Options(paths: [directory["documents"]], index: directory["index"])
    _ = try await Indexer(options).run { _ in }
  }

  /// The answer of a worker.
  private func get(_ target: String, has tag: String? = nil) -> HTTPResponse {
    service.answer(to: HTTPRequest(.get, HTTPTarget(target), ifNoneMatch: tag))
  }

  /// The answer without a worker; nil if one is needed.
  private func immediate(_ target: String, has tag: String? = nil) -> HTTPResponse? {
    service.immediateAnswer(to: HTTPRequest(.get, HTTPTarget(target), ifNoneMatch: tag))
  }

  @Test("Without an index every page of it is 503, and comes when the index comes")
  func missingIndex() async throws {
    for target in ["/", "/?q=eik", "/set/ah-tk-20242025-101", "/stand", "/gezond", "/sitemap.xml"] {
      let answer = get(target)
      #expect(answer.status == 503, "\(target)")
      #expect(answer["Retry-After"] == "10")
      #expect(answer["Content-Type"] == "text/html; charset=utf-8")
    }
    #expect(get("/api/v1/search?q=eik")["Content-Type"] == "application/problem+json")
    #expect(immediate("/hulp")?.status == 200)
    #expect(
      problems.reported.withLock { $0.first } == .missing(path: directory["index"]))
    try await index(["101"])
    #expect(get("/?q=eik").status == 200)
    #expect(get("/gezond").text == "in orde\n")
    try directory.remove("index")
    #expect(get("/?q=eik").status == 503)
  }

  @Test("A damaged index is 503 until it is mended")
  func damagedIndex() async throws {
    try await index(["101"])
    #expect(get("/?q=eik").status == 200)
    let stub = try directory.read("index/XAPIANDB")
    try directory.write("auto generation-9/shard-1\n", to: "index/XAPIANDB")
    #expect(immediate("/?q=eik") == nil)
    #expect(get("/?q=eik").status == 503)
    try directory.write(stub, to: "index/XAPIANDB")
    #expect(get("/?q=eik").status == 200)
  }

  @Test("An answer is made once for a state of the index, and again for the next")
  func remembered() async throws {
    try await index(["101"])
    let target = "/api/v1/search?q=eik"
    #expect(immediate(target) == nil)
    let first = get(target)
    #expect(first.text.contains(#""lower":1"#))
    #expect(immediate(target) == first)
    try await index(["102"])
    #expect(immediate(target) == nil)
    let second = get(target)
    #expect(second.text.contains(#""lower":2"#))
    #expect(second["ETag"] != first["ETag"])
    #expect(immediate(target) == second)
  }

  @Test("Who has an answer gets 304; what is not there has no tag, and is remembered")
  func entityTags() async throws {
    try await index(["101"])
    let target = "/?q=eik"
    let tag = try #require(get(target)["ETag"])
    for sent in [tag, "W/\(tag)", "\"x\", \(tag)", "\"x\",W/\(tag) "] {
      let answer = immediate(target, has: sent)
      #expect(answer?.status == 304, "\(sent)")
      #expect(answer?.body == [])
      #expect(answer?["ETag"] == tag)
    }
    #expect(get(target, has: tag).status == 304)
    #expect(immediate(target, has: "\"x\"")?.status == 200)
    // The tag of one address is not that of another.
    #expect(get("/?q=den", has: tag).status == 200)
    let missing = get("/set/er-niet", has: tag)
    #expect(missing.status == 404)
    #expect(missing["ETag"] == nil)
    #expect(immediate("/set/er-niet") == missing)
  }

  @Test("Every answer says that its type is to be believed, and how long it may be kept")
  func headers() async throws {
    try await index(["101"])
    let targets = [
      "/", "/?q=eik", "/set/ah-tk-20242025-101", "/stand", "/zoek.atom?q=eik", "/zoek.csv?q=eik",
      "/api/v1/status", "/gezond", "/metrics", "/bestaat-niet", "/hulp", "/opensearch.xml",
      "/robots.txt", "/sitemap.xml", "/api/v1/openapi.json", "/stijl.css", "/vraagbaak.svg",
    ]
    for target in targets {
      let answer = immediate(target) ?? get(target)
      #expect(answer["X-Content-Type-Options"] == "nosniff", "\(target)")
      #expect(answer["Cache-Control"] != nil, "\(target)")
      #expect(
        answer["Content-Security-Policy"]?.contains("frame-ancestors 'none'") == true, "\(target)")
      let isForPrograms = target.hasPrefix("/api/") || target.hasPrefix("/zoek.")
      #expect((answer["Access-Control-Allow-Origin"] == "*") == isForPrograms, "\(target)")
    }
  }

  @Test("The counts are those of what was answered, by route and status")
  func metrics() async throws {
    try await index(["101"])
    let counted = service.service(ended: { _ in })
    func answered(_ target: String, _ status: Int, _ seconds: Double) {
      counted.ended(
        HTTPExchange(
          method: "GET", target: target, status: status, bytes: 1, seconds: seconds,
          isComplete: true))
    }
    answered("/?q=a", 200, 0.003)
    answered("/?q=b", 200, 0.5)
    answered("/set/x", 404, 0.0005)
    answered("/zomaar/iets", 404, 9)
    let lines = get("/metrics").text.split(separator: "\n")
    for line in [
      #"vraagbaak_http_requests_total{route="search",status="200"} 2"#,
      #"vraagbaak_http_requests_total{route="set",status="404"} 1"#,
      #"vraagbaak_http_requests_total{route="none",status="404"} 1"#,
      #"vraagbaak_http_request_seconds_bucket{route="search",le="0.005"} 1"#,
      #"vraagbaak_http_request_seconds_bucket{route="search",le="0.5"} 2"#,
      #"vraagbaak_http_request_seconds_bucket{route="none",le="5.0"} 0"#,
      #"vraagbaak_http_request_seconds_bucket{route="none",le="+Inf"} 1"#,
      #"vraagbaak_http_request_seconds_sum{route="search"} 0.503"#,
      #"vraagbaak_http_request_seconds_count{route="search"} 2"#,
    ] {
      #expect(lines.contains(Substring(line)), "\(line)")
    }
    #expect(lines.contains { $0.hasPrefix("vraagbaak_index_age_seconds ") })
  }
}
