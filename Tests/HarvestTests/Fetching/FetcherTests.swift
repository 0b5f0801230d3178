import TestSupport
import Testing

@testable import Harvest

private typealias Script = ScriptedServer.Script

@Suite("The fetcher")
struct FetcherTests {
  @Test("A request says who asks, and for what; the answer is told with its validators")
  func request() throws {
    let script = Script.answer(
      200, "Content-Type: Application/XML; charset=utf-8", "ETag: \"a1\"",
      "Last-Modified: Sun, 01 Mar 2026 10:00:00 GMT", body: "<a/>")
    try withServer(script) { server, base in
      let fixture = FetchingFixture()
      let answer = try fixture.fetcher.get(
        WebAddress(base + "/a?b=c%20d"), for: .sru, accept: "application/xml", maximumSize: 10,
        refusesPage: { _ in true })
      #expect(answer.address.text == base + "/a?b=c%20d")
      #expect(answer.bytes == Array("<a/>".utf8))
      #expect(answer.mediaType == "application/xml")
      #expect(answer.entityTag == "\"a1\"")
      #expect(answer.lastModified == "Sun, 01 Mar 2026 10:00:00 GMT")
      #expect(!answer.isHTML)
      #expect(
        server.requests == [
          """
          GET /a?b=c%20d HTTP/1.1\r
          Host: \(server.host)\r
          User-Agent: proef/1 (+proef@example.org)\r
          Accept: application/xml\r
          Accept-Encoding: identity\r
          \r

          """
        ])
      #expect(
        fixture.fetcher.counts == [
          server.host: HostCounts(requests: 1, bytes: 4, retries: 0, failures: 0)
        ])
    }
  }

  @Test("What a caller puts in a header cannot end it")
  func headerText() throws {
    try withServer(.answer()) { server, base in
      let fixture = FetchingFixture(FetchRules(agent: "proef\r\nX-Kwaad: ja\n\u{0}é"))
      _ = fixture.get(base + "/")
      #expect(server.requests.count == 1)
      let lines = server.requests[0].split(separator: "\r\n")
      #expect(lines[2] == "User-Agent: proef  X-Kwaad: ja  é")
      #expect(lines.count == 5)
    }
  }

  @Test("One connection serves all requests at a host, with a pause between them")
  func pauses() throws {
    try withServer(.answer(body: "x")) { server, base in
      let fixture = FetchingFixture()
      for _ in 0..<3 { _ = fixture.get(base + "/a", for: .documents) }
      _ = fixture.get(base + "/b", for: .sru)
      _ = fixture.get(base + "/b", for: .sru)
      #expect(fixture.moments == [0, 3.5, 7, 10.5, 12.5])
      #expect(server.connections == 1)
    }
  }

  @Test("The option lengthens a pause, and on this machine it may shorten it")
  func pauseOption() throws {
    try withServer(.answer()) { _, base in
      let fixture = FetchingFixture(FetchRules(agent: "p", pause: 0.25))
      for _ in 0..<3 { _ = fixture.get(base + "/") }
      #expect(fixture.moments == [0, 0.25, 0.5])
    }
  }

  @Test("Another host need not wait")
  func twoHosts() throws {
    try withServer(.answer()) { server, base in
      let fixture = FetchingFixture()
      let other = base.replacing("127.0.0.1", with: "localhost")
      for address in [base, other, base, other] { _ = fixture.get(address + "/") }
      #expect(fixture.moments == [0, 0, 3.5, 3.5])
      #expect(fixture.fetcher.counts.count == 2)
      #expect(fixture.fetcher.requests == 4)
    }
  }

  @Test(
    "A status that may pass is asked again, later each time",
    arguments: [408, 425, 429, 500, 502, 503, 504, 599])
  func retries(status: Int) throws {
    let bad = Script.answer(status, "Content-Type: text/html", body: "<html>druk</html>")
    try withServer(bad, bad, bad, bad, .answer(body: "goed"), .answer(body: "meer")) {
      server, base in
      let fixture = FetchingFixture()
      #expect(fixture.get(base + "/a", for: .sru) == .success("goed"))
      #expect(fixture.moments == [0, 5, 15, 45, 105])
      #expect(fixture.get(base + "/b", for: .sru) == .success("meer"))
      #expect(fixture.moments.last == 107)
      #expect(
        fixture.fetcher.counts[server.host]
          == HostCounts(requests: 6, bytes: 4 * 17 + 8, retries: 4, failures: 4))
      #expect(
        fixture.events[1]
          == .waits(seconds: 5, host: server.host, reason: "HTTP \(status)"))
    }
  }

  @Test("On this machine the waits go by the given pause")
  func loopbackWaits() throws {
    try withServer(.answer(503)) { _, base in
      let fixture = FetchingFixture(FetchRules(agent: "p", pause: 0.5))
      #expect(fixture.get(base + "/a") == .failure(.unavailable("HTTP 503")))
      #expect(fixture.moments == [0, 0.5, 1.5, 4.5, 10.5])
    }
  }

  @Test(
    "A status that does not pass is final",
    arguments: [400, 401, 403, 404, 406, 410, 451, 204, 206, 300, 301, 304])
  func finalStatus(status: Int) throws {
    try withServer(.answer(status)) { server, base in
      let fixture = FetchingFixture()
      #expect(fixture.get(base + "/a") == .failure(.status(status)))
      #expect(server.requests.count == 1)
    }
  }

  @Test("That nothing has changed is no answer, since nobody asked")
  func unchanged() throws {
    try withServer(.answer(304, "ETag: \"n\"")) { _, base in
      #expect(FetchingFixture().get(base + "/a") == .failure(.status(304)))
    }
  }

  @Test("A host that refuses six requests in a row is left alone")
  func refusals() throws {
    try withServer(.answer(403)) { server, base in
      let fixture = FetchingFixture()
      for number in 1...5 {
        #expect(fixture.get("\(base)/\(number)") == .failure(.status(403)))
      }
      let reason = "\(server.host): 6 aanvragen na elkaar geweigerd (HTTP 403)"
      #expect(fixture.get(base + "/6") == .failure(.hostGivenUp(reason)))
      #expect(fixture.get(base + "/7") == .failure(.hostGivenUp(reason)))
      #expect(server.requests.count == 6)
    }
  }

  @Test("An address that failed in an earlier run is tried once and says nothing of its host")
  func suspect() throws {
    try withServer(.answer(503)) { server, base in
      let fetcher = FetchingFixture().fetcher
      for number in 1...8 {
        let address = try WebAddress("\(base)/\(number)")
        #expect(throws: FetchError.unavailable("HTTP 503")) {
          try fetcher.get(
            address, for: .documents, accept: "*/*", maximumSize: 10, refusesPage: { _ in false },
            isSuspect: true)
        }
      }
      #expect(server.requests.count == 8)
    }
  }

  @Test("An address that fails five times is given up; its host if the next one fails as well")
  func givingUp() throws {
    try withServer(.answer(500)) { server, base in
      let fixture = FetchingFixture(FetchRules(agent: "p", pause: 1))
      #expect(fixture.get(base + "/a") == .failure(.unavailable("HTTP 500")))
      let reason = "\(server.host): 6 mislukte aanvragen na elkaar (HTTP 500)"
      #expect(fixture.get(base + "/b") == .failure(.hostGivenUp(reason)))
      #expect(fixture.moments == [0, 1, 3, 9, 21, 57])
      #expect(fixture.get(base + "/c") == .failure(.hostGivenUp(reason)))
      #expect(server.targets == ["/a", "/a", "/a", "/a", "/a", "/b"])
      // Another host is asked.
      let other = base.replacing("127.0.0.1", with: "localhost")
      #expect(fixture.get(other + "/d") == .failure(.unavailable("HTTP 500")))
    }
  }

  @Test("One address that always fails does not keep a run from the others")
  func poison() throws {
    let bad = Script.answer(500)
    let scripts = [bad, bad, bad, bad, bad, .answer(404)] + [bad, bad, bad, bad, bad, .answer()]
    let server = try ScriptedServer(scripts)
    defer { server.stop() }
    let fixture = FetchingFixture(FetchRules(agent: "p", pause: 0))
    let results = ["/a", "/b", "/c", "/d"].map {
      fixture.get("http://\(server.host)\($0)")
    }
    #expect(
      results == [
        .failure(.unavailable("HTTP 500")), .failure(.status(404)),
        .failure(.unavailable("HTTP 500")), .success(""),
      ])
  }

  @Test("A server that asks to wait longer is left alone for so long")
  func retryAfter() throws {
    let date = "Sun, 01 Mar 2026 12:02:10 GMT"
    try withServer(
      .answer(503, "Retry-After: 90"), .answer(429, "Retry-After: \(date)"),
      .answer(503, "Retry-After: 1"), .answer(503, "Retry-After: straks"), .answer(body: "goed")
    ) { _, base in
      let fixture = FetchingFixture()
      #expect(fixture.get(base + "/a") == .success("goed"))
      #expect(fixture.moments == [0, 90, 130, 160, 220])
    }
  }

  @Test("A host that asks for a wait that no run has is asked no more")
  func longRetryAfter() throws {
    for (asked, maximum) in [("601", nil), ("300", 200.0), ("99999999999999999999", nil)] {
      try withServer(.answer(429, "Retry-After: \(asked)")) { server, base in
        let fixture = FetchingFixture(
          FetchRules(agent: "p", pause: 0, maximumSeconds: maximum))
        let seconds = Int(asked) ?? 1_000_000_000
        let reason = "\(server.host): vraagt \(seconds) seconden te wachten (HTTP 429)"
        #expect(fixture.get(base + "/a") == .failure(.hostGivenUp(reason)))
        #expect(fixture.get(base + "/b") == .failure(.hostGivenUp(reason)))
        #expect(server.requests.count == 1)
      }
    }
  }

  @Test("A run makes no more requests than it may, those after redirects and failures too")
  func maximumRequests() throws {
    try withServer(
      .answer(302, "Location: /b"), .answer(503), .answer(body: "b"), .answer(503)
    ) { server, base in
      let fixture = FetchingFixture(FetchRules(agent: "p", pause: 0, maximumRequests: 4))
      #expect(fixture.get(base + "/a") == .success("b"))
      #expect(fixture.get(base + "/c") == .failure(.bound))
      #expect(fixture.get(base + "/c") == .failure(.bound))
      #expect(server.targets == ["/a", "/b", "/b", "/c"])
      #expect(fixture.fetcher.requests == 4)
    }
  }

  @Test("A wait that would pass the end of the run is not begun")
  func maximumSeconds() throws {
    try withServer(.answer(503), .answer(), .answer(503)) { server, base in
      let fixture = FetchingFixture(FetchRules(agent: "p", maximumSeconds: 11))
      #expect(fixture.get(base + "/a") == .success(""))
      #expect(fixture.get(base + "/b") == .failure(.bound))
      #expect(fixture.moments == [0, 5, 8.5])
      #expect(fixture.time.now == 1008.5)
      #expect(fixture.get(base + "/c") == .failure(.bound))
    }
  }

  @Test("A wait ends when the run has to")
  func stoppedWait() throws {
    try withServer(.answer(503)) { server, base in
      let fixture = FetchingFixture()
      fixture.isStopped = { fixture.time.now > 1002 }
      #expect(fixture.get(base + "/a") == .failure(.stopped))
      #expect(fixture.time.now < 1002.5)
      #expect(fixture.get(base + "/a") == .failure(.stopped))
      #expect(server.requests.count == 1)
    }
  }

  @Test("A transfer ends when the run has to, silent or not")
  func stoppedTransfer() throws {
    let scripts: [Script] = [
      Script(.silence), Script(.endless(Array("x".utf8), milliseconds: 50)),
      Script(.bytes(Array("HTTP/1.1 200 OK\r\n\r\n".utf8)), .endless([65], milliseconds: 1)),
    ]
    for script in scripts {
      try withServer(script) { server, base in
        let fixture = FetchingFixture()
        fixture.isStopped = { !server.requests.isEmpty }
        #expect(fixture.get(base + "/a") == .failure(.stopped))
        #expect(fixture.fetcher.requests == 1)
      }
    }
  }

  @Test("An answer that comes by drops ends at the end of the run")
  func trickle() throws {
    let head = Array("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n".utf8)
    try withServer(Script(.bytes(head), .endless([65], milliseconds: 20))) { server, base in
      let fixture = FetchingFixture(FetchRules(agent: "p", pause: 0, maximumSeconds: 0.3))
      #expect(fixture.get(base + "/a") == .failure(.bound))
    }
  }
}
