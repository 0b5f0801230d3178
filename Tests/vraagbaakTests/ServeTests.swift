import Testing

@Suite("vraagbaak serve")
struct ServeTests {
  @Test("The API gives byte for byte what the commands print")
  func sameAsCommands() throws {
    let place = try Workplace([.allowance, .harbour])
    let server = try RunningServer(place)
    let pairs: [(target: String, arguments: [String])] = [
      ("search?q=toeslag+reparatie", ["search", "--format", "json", "toeslag reparatie"]),
      (
        "search?q=toeslag&sorteer=oudste&groep=set&per=1&pagina=2&facet=partij&exact=1&alles=1",
        [
          "search", "--format", "json", "--sort", "oldest", "--group", "set", "--limit", "1",
          "--offset", "1", "--facet", "partij", "--exact", "--all", "toeslag",
        ]
      ),
      (
        "search?partij=VVD&partij=D66&soort=answered",
        [
          "search", "--format", "json", "--filter", "partij=VVD", "--filter", "partij=D66",
          "--filter", "soort=answered",
        ]
      ),
      ("search?q=gezinen+%22half", ["search", "--format", "json", "gezinen \"half"]),
      ("search?q=", ["search", "--format", "json", ""]),
      (
        "similar/ah-tk-20242025-901%231?q=fort",
        ["search", "--format", "json", "--similar", "ah-tk-20242025-901#1", "fort"]
      ),
      ("sets/AH%20901", ["show", "--format", "json", "AH 901"]),
      (
        "sets/ah-tk-20242025-901?q=toeslagen",
        ["show", "--format", "json", "--highlight", "toeslagen", "ah-tk-20242025-901"]
      ),
      ("passages/ah-tk-20242025-901/2", ["show", "--format", "json", "ah-tk-20242025-901#2"]),
      ("suggest?q=gezin", ["explain", "--complete", "gezin"]),
      ("status", ["status", "--format", "json"]),
    ]
    for (target, arguments) in pairs {
      let answer = try server.get("/api/v1/" + target)
      #expect(answer.head.hasPrefix("HTTP/1.1 200 "), "\(target)")
      #expect(try answer.text == place.run(arguments).output, "\(target)")
    }
    let table = try server.get("/zoek.csv?q=toeslag")
    let printed = try place.run("search", "--format", "csv", "--limit", "1000", "toeslag")
    #expect(table.text == printed.output)
  }

  @Test("An answer that the client has is not sent again, until a run changes the index")
  func notModified() throws {
    let place = try Workplace([.allowance])
    let server = try RunningServer(place)
    let target = "/api/v1/search?q=toeslag"
    func tag(_ answer: RunningServer.Answer) throws -> String {
      String(try #require(answer.head.firstMatch(of: /ETag: (\S+)/)).1)
    }
    let first = try tag(try server.get(target))
    let again = try server.get(target, header: "If-None-Match: \(first)\r\n")
    #expect(again.head.hasPrefix("HTTP/1.1 304 "))
    // A browser would apply it to the page that it has.
    #expect(!again.head.contains("Content-Security-Policy"))
    #expect(again.body == [])
    try place.write(.harbour)
    #expect(try place.run("index", "documents").status == 0)
    let changed = try server.get(target, header: "If-None-Match: \(first)\r\n")
    #expect(changed.head.hasPrefix("HTTP/1.1 200 "))
    #expect(changed.text.contains("ah-tk-20242025-902"))
    #expect(try tag(changed) != first)
  }

  @Test("An address of the API that is not there is a problem")
  func noSuchAddress() throws {
    let server = try RunningServer(try Workplace([.allowance]))
    for target in ["/api", "/api/v1/", "/api/v1/sets/", "/api/v2/search?q=a"] {
      let answer = try server.get(target)
      #expect(answer.head.hasPrefix("HTTP/1.1 404 "), "\(target)")
      #expect(answer.head.contains("Content-Type: application/problem+json"), "\(target)")
      #expect(try JSONValue(answer.text)["status"] == 404)
    }
  }
}
