import Testing

@testable import Harvest

@Suite("Redirects")
struct RedirectTests {
  private func fixture() -> FetchingFixture {
    FetchingFixture(FetchRules(agent: "p", pause: 1))
  }

  @Test("A redirect is followed, as a request of its own", arguments: [301, 302, 303, 307, 308])
  func followed(status: Int) throws {
    try withServer(
      .answer(status, "Location: ../c/d?e=1#f", body: "elders"), .answer(body: "goed")
    ) { server, base in
      let fixture = fixture()
      let answer = try fixture.fetcher.get(
        WebAddress(base + "/a/b"), for: .documents, accept: "*/*", maximumSize: 10,
        refusesPage: { _ in false })
      #expect(answer.bytes == Array("goed".utf8))
      #expect(answer.address.text == base + "/c/d?e=1")
      #expect(server.targets == ["/a/b", "/c/d?e=1"])
      #expect(fixture.moments == [0, 1])
    }
  }

  @Test("A redirect to itself is an error, and so is a circle")
  func circles() throws {
    try withServer(.answer(301, "Location: /a")) { server, base in
      #expect(fixture().get(base + "/a") == .failure(.redirects))
      #expect(server.targets == ["/a"])
    }
    try withServer(
      .answer(301, "Location: b"), .answer(301, "Location: ./c/../a")
    ) { server, base in
      #expect(fixture().get(base + "/a") == .failure(.redirects))
      #expect(server.targets == ["/a", "/b"])
    }
  }

  @Test("Five redirects are followed, and not six")
  func many() throws {
    for (count, result) in [
      (5, Result<String, FetchError>.success("goed")), (6, .failure(.redirects)),
    ] {
      let steps = (1...count).map { ScriptedServer.Script.answer(302, "Location: /\($0)") }
      let server = try ScriptedServer(steps + [.answer(body: "goed")])
      defer { server.stop() }
      #expect(fixture().get("http://\(server.host)/0") == result)
      #expect(server.requests.count == 6)
    }
  }

  @Test(
    "A redirect that leads elsewhere is not followed",
    arguments: [
      "https://repository.overheid.nl/a", "http://example.org/a", "//example.org/a",
      "ftp://127.0.0.1/a", "file:///etc/passwd", "http://127.0.0.1@example.org/",
      "http://10.0.0.1/", "http://[::2]/", "http://127.0.0.1.example.org/", "http://localhost./",
      "/met spatie", "/\u{e9}", "http:a", "javascript:1", "http://",
    ])
  func foreign(location: String) throws {
    try withServer(.answer(302, "Location: \(location)")) { server, base in
      guard case .failure(.foreign) = fixture().get(base + "/a") else {
        Issue.record("\(location) was followed")
        return
      }
      #expect(server.requests.count == 1)
    }
  }

  @Test(
    "A redirect to the page of what does not exist is as good as a status of it",
    arguments: ["/fout404.html?x", "/Errors/404.htm", "/a?uit=fout404"])
  func pageOfNothing(location: String) throws {
    try withServer(.answer(302, "Location: \(location)")) { server, base in
      #expect(fixture().get(base + "/a") == .failure(.status(404)))
      #expect(server.requests.count == 1)
    }
  }

  @Test("A redirect does not tell that a host is well")
  func failingTargets() throws {
    let (away, bad) = (
      ScriptedServer.Script.answer(302, "Location: x"), ScriptedServer.Script.answer(503)
    )
    try withServer(away, bad, bad, bad, bad, bad, away, bad) { server, base in
      let fixture = fixture()
      #expect(fixture.get(base + "/a/") == .failure(.unavailable("HTTP 503")))
      let reason = "\(server.host): 6 mislukte aanvragen na elkaar (HTTP 503)"
      #expect(fixture.get(base + "/b/") == .failure(.hostGivenUp(reason)))
      #expect(server.requests.count == 8)
    }
  }

  @Test("A failure behind a redirect is asked again there")
  func failureBehind() throws {
    try withServer(
      .answer(302, "Location: /b"), .answer(503), .answer(body: "goed")
    ) { server, base in
      #expect(fixture().get(base + "/a") == .success("goed"))
      #expect(server.targets == ["/a", "/b", "/b"])
    }
  }
}
