import HTTPServer
import PassageIndex
import Testing
import VraagbaakReport

@testable import VraagbaakWeb

@Suite("The API's completions")
struct SuggestAPITests {
  @Test("A program gets the line of the command")
  func whole() async throws {
    let site = try await IndexedSite()
    for query in ["opsporingscap", "klannten", "", "de klant"] {
      let record = CompletionRecord(
        query: query, suggestion: try site.reader.suggestion(for: query),
        completions: try site.reader.completions(of: query))
      let response = try site.get("/api/v1/suggest?q=\(Address.encoded(query))")
      #expect(response["Content-Type"] == "application/json")
      #expect(try response.text == JSONLine.of(record) + "\n")
    }
    #expect(
      try site.json("/api/v1/suggest?q=opsporingscap")["completions"]?.elements.contains(
        "opsporingscapaciteit") == true)
  }

  @Test("A browser gets the query and the list of its completions")
  func browser() async throws {
    let site = try await IndexedSite()
    let response = try site.get("/api/v1/suggest?q=opsporingscap&format=opensearch")
    #expect(response["Content-Type"] == "application/x-suggestions+json")
    let list = try JSON(parsing: response.body)
    let completions = try site.json("/api/v1/suggest?q=opsporingscap")["completions"]
    #expect(list == .list(["opsporingscap", completions ?? .null]))
    #expect(try site.get("/api/v1/suggest?q=a&format=xml").status == 400)
    #expect(try site.get("/api/v1/suggest?query=a").status == 400)
  }
}
