import TestSupport
import Testing

@testable import Harvest

private typealias Script = ScriptedServer.Script

@Suite("Answers, right and wrong")
struct AnswerTests {
  private func fixture() -> FetchingFixture {
    FetchingFixture(FetchRules(agent: "p", pause: 0))
  }

  @Test("A body comes in chunks, of a stated length, or until the connection ends")
  func framings() throws {
    let chunks =
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n"
      + "2;a=b\r\nab\r\n3\r\ncde\r\n0\r\nX-Trailer: x\r\n\r\n"
    try withServer(
      Script(.bytes(Array(chunks.utf8))), .answer(body: "abcde"),
      .text("HTTP/1.0 200 OK\r\n\r\nabcde"),
      .text("HTTP/1.1 100 Continue\r\nETag: \"x\"\r\n\r\nHTTP/1.1 200 OK\r\n\r\nabcde")
    ) { server, base in
      let fixture = fixture()
      let answers = try (0..<4).map { _ in
        try fixture.fetcher.get(
          WebAddress(base + "/"), for: .documents, accept: "*/*", maximumSize: 5,
          refusesPage: { _ in true })
      }
      #expect(answers.map(\.bytes) == Array(repeating: Array("abcde".utf8), count: 4))
      #expect(answers.map(\.entityTag) == [nil, nil, nil, nil])
      #expect(server.connections == 2)
    }
  }

  @Test("A body of another length than declared is cut off, and asked again")
  func lengths() throws {
    func declared(_ length: Int, _ body: String) -> Script {
      .text("HTTP/1.1 200 OK\r\nContent-Length: \(length)\r\n\r\n\(body)")
    }
    try withServer(declared(9, "abcde"), declared(5, "abcde")) { _, base in
      #expect(fixture().get(base + "/") == .success("abcde"))
    }
    try withServer(declared(9, "abcde")) { server, base in
      #expect(fixture().get(base + "/") == .failure(.cutOff(declared: 9, got: 5)))
      #expect(server.requests.count == 5)
    }
    try withServer(declared(3, "abcde")) { server, base in
      #expect(fixture().get(base + "/") == .failure(.cutOff(declared: 3, got: 3)))
      #expect(server.requests.count == 5)
    }
    let long = String(repeating: "abcde", count: 50_000)
    try withServer(declared(249_990, long), declared(250_010, long), declared(250_000, long)) {
      server, base in
      #expect(fixture().get(base + "/") == .success(long))
      #expect(server.requests.count == 3)
    }
    for chunks in ["9\r\nabc", "3\r\nabc\r\n", "zz\r\nabc\r\n0\r\n\r\n"] {
      let head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
      try withServer(.text(head + chunks)) { server, base in
        #expect(fixture().get(base + "/") == .failure(.unavailable("verbinding verbroken")))
        #expect(server.requests.count == 5)
      }
    }
  }

  @Test("A connection that ends instead of an answer fails; it is one request each time")
  func lostConnections() throws {
    try withServer(
      .answer(body: "een"), Script(.close), Script(.reset), .text("HTTP/1.1 200 OK\r\nETag: "),
      .answer(body: "twee")
    ) { server, base in
      let fixture = fixture()
      #expect(fixture.get(base + "/a") == .success("een"))
      #expect(fixture.get(base + "/b") == .success("twee"))
      #expect(server.targets == ["/a", "/b", "/b", "/b", "/b"])
      #expect(fixture.fetcher.requests == 5)
      #expect(fixture.fetcher.counts[server.host]?.failures == 3)
    }
  }

  @Test("A port at which nobody listens is no connection")
  func unreachable() throws {
    let server = try ScriptedServer([.answer()])
    server.stop()
    let fixture = fixture()
    #expect(fixture.get("http://\(server.host)/") == .failure(.unavailable("geen verbinding")))
    #expect(fixture.fetcher.requests == 5)
  }

  @Test("An answer that is too large is not read, declared or not")
  func tooLarge() throws {
    let endless = Array(repeating: UInt8(ascii: "x"), count: 4096)
    for script in [
      .answer(body: "123456"),
      Script(.bytes(Array("HTTP/1.1 200 OK\r\n\r\n".utf8)), .endless(endless, milliseconds: 0)),
      Script(
        .bytes(Array("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n".utf8)), .silence),
      Script(
        .bytes(Array("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".utf8)),
        .endless(Array("3\r\nabc\r\n".utf8), milliseconds: 0)),
    ] {
      try withServer(script) { server, base in
        #expect(
          fixture().get(base + "/", maximumSize: 5) == .failure(.tooLarge(limit: 5)))
        #expect(server.requests.count == 1)
      }
    }
    try withServer(.answer(body: "12345")) { _, base in
      #expect(fixture().get(base + "/", maximumSize: 5) == .success("12345"))
    }
  }

  @Test("The page of a status is not read without end")
  func largeErrorPage() throws {
    let page = Array(repeating: UInt8(ascii: "x"), count: 4096)
    try withServer(
      Script(
        .bytes(Array("HTTP/1.1 404 Nee\r\n\r\n".utf8)), .endless(page, milliseconds: 0))
    ) { _, base in
      #expect(fixture().get(base + "/") == .failure(.status(404)))
    }
  }

  @Test("A head without end is no HTTP")
  func endlessHead() throws {
    let line = Array("X-Kop: waarde\r\n".utf8)
    let letters = Array(repeating: UInt8(ascii: "A"), count: 4096)
    for script in [
      Script(.bytes(Array("HTTP/1.1 200 OK\r\n".utf8)), .endless(line, milliseconds: 0)),
      Script(.bytes(Array("HTTP/1.1 200 OK\r\nX: ".utf8)), .endless(letters, milliseconds: 0)),
      Script(.endless(Array("HTTP/1.1 100 Nu\r\n\r\n".utf8), milliseconds: 0)),
    ] {
      try withServer(script) { _, base in
        #expect(fixture().get(base + "/") == .failure(.unavailable("geen HTTP")))
      }
    }
  }

  @Test(
    "What is not HTTP is no answer",
    arguments: [
      "hallo\r\n\r\n", "SSH-2.0-x\r\n", "HTTP/9.9 200 OK\r\n\r\nx", "HTTP/1.1\r\n\r\n",
      "HTTP/1.1 x OK\r\n\r\n", "<html>", "\r\n\r\n", "\u{0}\u{0}\u{0}\u{0}",
      "HTTP/1.1 200 OK\r\nContent-Length: -4\r\n\r\nabcd",
    ])
  func garbage(text: String) throws {
    try withServer(.text(text)) { server, base in
      #expect(fixture().get(base + "/") == .failure(.unavailable("geen HTTP")))
      #expect(server.requests.count == 5)
    }
  }

  @Test("An answer in a coding that was not asked for is no answer")
  func coding() throws {
    try withServer(.answer(200, "Content-Encoding: gzip", body: "abc")) { _, base in
      let error = FetchError.unavailable("onbekende codering «gzip»")
      #expect(fixture().get(base + "/") == .failure(error))
    }
    try withServer(.answer(200, "Content-Encoding: identity", body: "abc")) { _, base in
      #expect(fixture().get(base + "/") == .success("abc"))
    }
  }

  @Test("HTML instead of XML is asked again")
  func html() throws {
    let page = Script.answer(200, "Content-Type: text/html", body: "<p>druk</p>")
    try withServer(page, page, .answer(body: "<a/>")) { server, base in
      #expect(fixture().get(base + "/", expectsXML: true) == .success("<a/>"))
      #expect(server.requests.count == 3)
    }
    try withServer(page) { _, base in
      let error = FetchError.unavailable("HTML in plaats van XML")
      #expect(fixture().get(base + "/", expectsXML: true) == .failure(error))
      #expect(fixture().get(base + "/") == .success("<p>druk</p>"))
    }
  }

  @Test("A page for people is known by its first bytes, or by its type")
  func pagesForPeople() throws {
    func isHTML(_ body: String, _ type: String? = nil) throws -> Bool {
      Answer(
        address: try WebAddress("http://localhost/"), bytes: Array(body.utf8),
        mediaType: type, entityTag: nil, lastModified: nil
      ).isHTML
    }
    for page in [
      "<html>", "<HTML lang=nl>", "\u{feff} \n<!DOCTYPE HTML PUBLIC \"x\">", "<!-- a --> <html>",
      "<?xml version='1.0'?><!DOCTYPE html><html/>", "<?xml?><!--b--><?c?><html xmlns=''>",
    ] {
      #expect(try isHTML(page), "\(page)")
      #expect(try isHTML(page, "application/xml"), "\(page)")
    }
    for other in ["<officiele-publicatie>", "%PDF-1.4", "", "<p>", "{}", "<?xml", "<!--"] {
      #expect(try !isHTML(other), "\(other)")
    }
    #expect(try isHTML("<p>fout</p>", "text/html"))
    #expect(try isHTML("", "application/xhtml+xml"))
    #expect(try !isHTML("<?xml version='1.0'?><metadata/>", "text/html"))
  }

  @Test("Headers with odd bytes do no harm, and give no validators")
  func oddHeaders() throws {
    let head =
      "HTTP/1.1 200 OK\r\n: leeg\r\nETag: \"\u{1}\"\r\nLast-Modified: m\u{e9}i\r\n"
      + "Content-Type:   \r\nContent-Type: a/b\r\nETAG:\t\"goed\" \r\n\r\nabc"
    try withServer(.text(head)) { _, base in
      let answer = try fixture().fetcher.get(
        WebAddress(base + "/"), for: .documents, accept: "*/*", maximumSize: 5,
        refusesPage: { _ in false })
      #expect(answer.entityTag == "\"goed\"")
      #expect(answer.lastModified == nil)
      #expect(answer.mediaType == "a/b")
    }
  }

  @Test("Whatever a server sends, a request ends with an answer or an error")
  func damagedAnswers() throws {
    var random = SeededGenerator(seed: 25)
    let sound =
      "HTTP/1.1 200 OK\r\nContent-Length: 12\r\nContent-Type: text/xml\r\nETag: \"a\"\r\n"
      + "Location: /b?c\r\nRetry-After: 7\r\nTransfer-Encoding: chunked\r\n\r\n"
      + "5\r\n<a>bc\r\n7\r\nd</a>ef\r\n0\r\n\r\n"
    var answers = 0
    var errors = 0
    for round in 0..<300 {
      var bytes = Array(sound.utf8).damaged(1...6, Damage.allCases, using: &random)
      if round % 10 == 0 { bytes = random.bytes(0...400) }
      try withServer(Script(.bytes(bytes), .close)) { server, base in
        let fixture = FetchingFixture(FetchRules(agent: "p", pause: 0, maximumRequests: 6))
        switch fixture.get(base + "/", expectsXML: true, maximumSize: 64) {
        case .success(let body):
          answers += 1
          #expect(body.utf8.count <= 3 * 64)
        case .failure: errors += 1
        }
        #expect(fixture.fetcher.requests == server.requests.count)
        #expect(fixture.fetcher.requests <= 6)
      }
    }
    #expect(answers + errors == 300)
    #expect(answers > 0)
    #expect(errors > 0)
  }
}
