import Foundation
import TestSupport
import Testing

@testable import HTTPServer
@testable import vraagbaak

@Suite("The log of requests")
struct AccessLogTests {
  private func exchange(
    _ target: String, method: String = "GET", client: String? = nil, isComplete: Bool = true
  ) -> HTTPExchange {
    HTTPExchange(
      method: method, target: target, status: 200, bytes: 1234, seconds: 0.01234,
      isComplete: isComplete, client: client)
  }

  @Test("A line is in the Common Log Format, without the address unless it is known")
  func line() {
    #expect(
      AccessLog.line(of: exchange("/?q=a"), at: 1_796_000_000)
        == "- - - [30/Nov/2026:00:53:20 +0000] \"GET /?q=a HTTP/1.1\" 200 1234 0.0123\n")
    #expect(
      AccessLog.line(of: exchange("/", client: "::1", isComplete: false), at: 0)
        == "::1 - - [01/Jan/1970:00:00:00 +0000] \"GET / HTTP/1.1\" 200 - 0.0123\n")
  }

  @Test("Nothing that is asked for can end a field or the line")
  func hostile() {
    let line = AccessLog.line(
      of: exchange("/\"\\ \n\u{7F}é", method: "GE\"T"), at: 0)
    #expect(
      line
        == "- - - [01/Jan/1970:00:00:00 +0000] \"GE\\x22T /\\x22\\x5c\\x20\\x0a\\x7f\\xc3\\xa9 HTTP/1.1\" "
        + "200 1234 0.0123\n")
  }

  @Test("A log that was moved is written on in a new file once it is opened again")
  func reopening() throws {
    let directory = try TemporaryDirectory()
    let log = try AccessLog(directory["log"])
    log.write(exchange("/een"))
    log.flush()
    try FileManager.default.moveItem(atPath: directory["log"], toPath: directory["log.1"])
    log.write(exchange("/twee"))
    #expect(log.reopen())
    log.write(exchange("/drie"))
    log.flush()
    #expect(try directory.read("log.1").split(separator: "\n").count == 2)
    #expect(try directory.read("log").contains("GET /drie HTTP/1.1"))
  }
}
