import Testing

@testable import Harvest

@Suite("A connection")
struct WebConnectionTests {
  private func get(_ script: ScriptedServer.Script, timeout: Double) throws -> WebConnection.Result
  {
    let server = try ScriptedServer([script])
    defer { server.stop() }
    let connection = try #require(WebConnection())
    let request = WebConnection.Request(
      address: try WebAddress("http://\(server.host)/"), headers: [], maximumSize: 1 << 20,
      timeout: timeout)
    return connection.get(request) { false }
  }

  @Test("An answer that does not come, or comes by drops, is not waited for longer than allowed")
  func timeouts() throws {
    let head = Array("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".utf8)
    #expect(try get(.init(.silence), timeout: 0.2).ending == .timedOut)
    #expect(try get(.init(.endless([72], milliseconds: 10)), timeout: 0.2).ending != .complete)
    let drops = try get(.init(.bytes(head), .endless([65], milliseconds: 10)), timeout: 0.2)
    #expect(drops.ending == .timedOut)
    #expect(drops.received == drops.body.count)
  }

  @Test("TLS that is none is no connection")
  func noTLS() throws {
    let server = try ScriptedServer([.text("HTTP/1.1 200 OK\r\n\r\n")])
    defer { server.stop() }
    let connection = try #require(WebConnection())
    let request = WebConnection.Request(
      address: try WebAddress("https://\(server.host)/"), headers: [], maximumSize: 1 << 20,
      timeout: 0.5)
    #expect(connection.get(request) { false }.ending == .unreachable)
  }
}
