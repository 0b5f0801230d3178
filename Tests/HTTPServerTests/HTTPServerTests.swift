import Glibc
import Synchronization
import TestSupport
import Testing

@testable import HTTPServer

@Suite("The server", .serialized)
struct HTTPServerTests {
  /// A server whose answers say what was asked; `/langzaam` waits until it is released.
  private final class Fixture: Sendable {
    let server: HTTPServer
    let address: String
    let gate: Gate
    private let log: Log

    final class Gate: Sendable {
      private let isOpen = Atomic(false)
      func open() { isOpen.store(true, ordering: .releasing) }
      func wait() { while !isOpen.load(ordering: .acquiring) { usleep(1000) } }
    }

    final class Log: Sendable {
      let exchanges = Mutex<[HTTPExchange]>([])
    }

    init(
      _ bounds: HTTPBounds = HTTPBounds(), workers: Int = 2, logsClients: Bool = false
    ) throws {
      let socket = try ListeningSocket(address: "127.0.0.1:0")
      let (gate, log) = (Gate(), Log())
      @Sendable func answer(_ status: Int, _ text: String) -> HTTPResponse {
        HTTPResponse(status: status, type: "text/plain; charset=utf-8", Array(text.utf8))
      }
      let service = HTTPService(
        immediateAnswer: { request in
          request.target.path == ["meteen"] ? answer(200, "meteen") : nil
        },
        answer: { request in
          if request.target.path == ["langzaam"] { gate.wait() }
          if request.target.path == ["groot"] {
            return answer(200, String(repeating: "x", count: 8 << 20))
          }
          let tag = request.ifNoneMatch.map { " \($0)" } ?? ""
          return answer(200, "\(request.method.rawValue) \(request.target.written)\(tag)")
        },
        refusal: { status, target in answer(status, "\(status) \(target.written)") },
        ended: { exchange in log.exchanges.withLock { $0.append(exchange) } })
      server = try HTTPServer(
        socket, workers: workers, bounds, logsClients: logsClients, service)
      address = try #require(socket.address)
      self.gate = gate
      self.log = log
    }

    /// The exchanges once there are so many.
    func exchanges(_ count: Int) -> [HTTPExchange] {
      for _ in 0..<10_000 {
        let known = log.exchanges.withLock { $0 }
        if known.count >= count { return known }
        usleep(1000)
      }
      return log.exchanges.withLock { $0 }
    }
  }

  @Test("A request is answered by a worker, or at once")
  func answers() throws {
    let fixture = try Fixture()
    defer { fixture.server.stop() }
    let answer = try RawClient.get("/a?q=%C3%A9", from: fixture.address)
    #expect(answer.status == 200)
    #expect(answer.body == "GET /a?q=%C3%A9")
    #expect(answer.head.contains("Content-Type: text/plain; charset=utf-8"))
    #expect(try RawClient.get("/meteen", from: fixture.address).body == "meteen")
  }

  @Test("A HEAD has the headers of a GET and no body")
  func head() throws {
    let fixture = try Fixture()
    defer { fixture.server.stop() }
    let answer = try RawClient.get("/abc", from: fixture.address, method: "HEAD")
    #expect(answer.status == 200)
    #expect(answer.head.contains("Content-Length: 9"))
    #expect(answer.body.isEmpty)
  }

  @Test("Other methods are refused", arguments: ["POST", "PUT", "DELETE", "OPTIONS", "get", "X"])
  func methods(method: String) throws {
    let fixture = try Fixture()
    defer { fixture.server.stop() }
    let answer = try RawClient.get("/a", from: fixture.address, method: method)
    #expect(answer.status == 405)
    #expect(answer.head.contains("Allow: GET, HEAD"))
  }

  @Test("One connection takes several requests; the body of one is passed over")
  func keepAlive() throws {
    let fixture = try Fixture()
    defer { fixture.server.stop() }
    let client = try RawClient(fixture.address)
    client.write("GET /een HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nabcde")
    client.write("GET /twee HTTP/1.1\r\nHost: x\r\nIf-None-Match: \"t\"\r\n\r\n")
    client.write("GET /drie HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    let answers = client.readAll()
    #expect(answers.contains("GET /een"))
    #expect(answers.contains("GET /twee \"t\""))
    #expect(answers.hasSuffix("GET /drie"))
  }

  @Test("If too many requests wait, the next is refused and those under way are answered")
  func crowded() throws {
    var bounds = HTTPBounds()
    bounds.maximumWaiting = 1
    let fixture = try Fixture(bounds, workers: 1)
    defer { fixture.server.stop() }
    let request = "GET /langzaam HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    // One is worked on and one waits; until the worker has taken the first, that is a third.
    let patient = try RawClient(fixture.address)
    patient.write(request)
    usleep(200_000)
    let waiting = try RawClient(fixture.address)
    waiting.write(request)
    while fixture.server.waitingCount == 0 { usleep(1000) }
    #expect(try RawClient.get("/a", from: fixture.address).status == 503)
    #expect(try RawClient.get("/meteen", from: fixture.address).status == 200)
    fixture.gate.open()
    #expect(patient.readAll().hasSuffix("GET /langzaam"))
    #expect(waiting.readAll().hasSuffix("GET /langzaam"))
  }

  @Test("Who sends a request a byte at a time is cut off; others are served meanwhile")
  func slowWriter() throws {
    var bounds = HTTPBounds()
    bounds.requestSeconds = 0.5
    let fixture = try Fixture(bounds)
    defer { fixture.server.stop() }
    let slow = try RawClient(fixture.address)
    slow.write("GET /a HTTP/1.1\r\nHost: x\r\nX: ")
    var sent = 0
    while slow.write("x"), sent < 1000 {
      sent += 1
      if sent == 3 { #expect(try RawClient.get("/b", from: fixture.address).status == 200) }
      usleep(50_000)
    }
    #expect(sent < 1000)
    #expect(slow.readAll().isEmpty)
  }

  @Test("Who does not read an answer is cut off")
  func slowReader() throws {
    var bounds = HTTPBounds()
    bounds.responseSeconds = 0.5
    let fixture = try Fixture(bounds)
    defer { fixture.server.stop() }
    let slow = try RawClient(fixture.address)
    slow.write("GET /groot HTTP/1.1\r\nHost: x\r\n\r\n")
    let ended = try #require(fixture.exchanges(1).first)
    #expect(ended.status == 200)
    #expect(!ended.isComplete)
    #expect(slow.readAll().utf8.count < 8 << 20)
  }

  @Test("A request that is too long or malformed is refused, and the server goes on")
  func malformed() throws {
    let fixture = try Fixture()
    defer { fixture.server.stop() }
    let long = String(repeating: "a", count: 1 << 20)
    let requests = [
      "GET /\(long) HTTP/1.1\r\nHost: x\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: x\r\nX: \(long)\r\n\r\n",
      "GET / HTTP/9.9\r\nHost: x\r\n\r\n", "GET / HTTP/1.1\r\n\r\n", "\r\n\r\n\r\n", "x",
      "GET\0/\0HTTP/1.1\r\n\r\n",
    ]
    for request in requests {
      let client = try RawClient(fixture.address)
      client.write(request)
      client.write("\r\n\r\n")
      _ = client.readSome()
    }
    var random = SeededGenerator(seed: 7)
    for _ in 0..<200 {
      let client = try RawClient(fixture.address)
      client.write(random.bytes(1...300))
    }
    #expect(try RawClient.get("/a", from: fixture.address).body == "GET /a")
  }

  @Test("An exchange is told of: what was asked, what came of it, and by whom only if asked for")
  func exchanges() throws {
    let silent = try Fixture()
    _ = try RawClient.get("/a%20b?q=1", from: silent.address)
    let exchange = try #require(silent.exchanges(1).first)
    silent.server.stop()
    #expect(exchange.method == "GET")
    #expect(exchange.target == "/a%20b?q=1")
    #expect(exchange.status == 200)
    #expect(exchange.bytes == 14)
    #expect(exchange.isComplete)
    #expect(exchange.client == nil)
    let telling = try Fixture(logsClients: true)
    _ = try RawClient.get("/", from: telling.address)
    #expect(telling.exchanges(1).first?.client == "127.0.0.1")
    telling.server.stop()
  }

  @Test("A server that stops first answers what is under way")
  func stopping() async throws {
    let fixture = try Fixture(workers: 1)
    let client = try RawClient(fixture.address)
    client.write("GET /langzaam HTTP/1.1\r\nHost: x\r\n\r\n")
    usleep(200_000)
    let stopped = Task.detached { fixture.server.stop() }
    usleep(100_000)
    fixture.gate.open()
    await stopped.value
    #expect(client.readAll().hasSuffix("GET /langzaam"))
  }

  @Test("A target that is too long is refused; one with very many parameters is not")
  func longTargets() throws {
    let fixture = try Fixture()
    defer { fixture.server.stop() }
    let longest = "/" + String(repeating: "a", count: 2047)
    #expect(try RawClient.get(longest, from: fixture.address).status == 200)
    #expect(try RawClient.get(longest + "a", from: fixture.address).status == 414)
    let many = "/?" + String(repeating: "a&", count: 250)
    #expect(try RawClient.get(many, from: fixture.address).body == "GET \(many)")
    #expect(try RawClient.get("/?a=?&b", from: fixture.address).body == "GET /?a=?&b")
  }

  @Test("A client that breaks off in the body of a request does not keep the server from ending")
  func brokenBody() throws {
    let fixture = try Fixture()
    do {
      let client = try RawClient(fixture.address)
      client.write("GET /a HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc")
      usleep(100_000)
    }
    // Answered after the daemon has seen that the other is gone.
    _ = try RawClient.get("/b", from: fixture.address)
    fixture.server.stop()
    #expect(fixture.server.underWayCount == 0)
    #expect(fixture.exchanges(1).map(\.target) == ["/b"])
  }
}
