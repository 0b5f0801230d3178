import HTTPServer
import PassageIndex
import Testing
import VraagbaakReport

@testable import VraagbaakWeb

@Suite("The API's searches")
struct SearchAPITests {
  /// What the command prints for a request.
  private func printed(
    _ site: IndexedSite, _ query: String, _ change: (inout SearchRequest) -> Void = { _ in }
  ) throws -> String {
    var request = SearchRequest(query)
    change(&request)
    return try JSONLine.of(AnswerRecord(request, try site.reader.search(request))) + "\n"
  }

  @Test("The answer is the line of the command, with its line feed")
  func whole() async throws {
    let site = try await IndexedSite()
    let response = try site.get("/api/v1/search?q=klanten+opsporen")
    #expect(response.status == 200)
    #expect(response["Content-Type"] == "application/json")
    #expect(try response.text == printed(site, "klanten opsporen"))
  }

  @Test("Each parameter does what the option of the command does, under both its names")
  func parameters() async throws {
    let site = try await IndexedSite()
    let query = "de OF het"
    func expect(
      _ parameters: String..., change: (inout SearchRequest) -> Void,
      sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
      let expected = try printed(site, query, change)
      for parameter in parameters {
        let text = try site.get("/api/v1/search?q=de+OF+het&\(parameter)").text
        #expect(text == expected, "\(parameter)", sourceLocation: sourceLocation)
      }
    }
    try expect("limit=3", "per=3", "limit=5&per=3", "limit=003") { $0.limit = 3 }
    try expect("limit=0") { $0.limit = 0 }
    try expect("limit=4&offset=8", "pagina=3&per=4", "offset=1&pagina=3&limit=4") {
      $0.limit = 4
      $0.offset = 8
    }
    try expect("pagina=9&offset=2") { $0.offset = 2 }
    try expect("sort=newest", "sorteer=nieuwste", "sort=number&sorteer=nieuwste") {
      $0.sort = .newest
    }
    try expect("sort=oldest", "sorteer=oudste") { $0.sort = .oldest }
    try expect("sort=number", "sorteer=nummer") { $0.sort = .number }
    try expect("sort=relevance", "sorteer=relevantie") { _ in }
    try expect("group=set", "groep=set") { $0.group = .set }
    try expect("all=true", "alles=1", "all=1", "alles=true") { $0.requiresAll = true }
    try expect("exact=1", "exact=true") { $0.isExact = true }
    try expect("exact=0", "exact=false", "exact=1&exact=0", "aliases=true") { _ in }
    try expect("aliases=false") { $0.aliases = .none }
    try expect("facet=partij&facet=jaar", "facet=jaar&facet=partij&facet=jaar") {
      $0.facets = [.partij, .jaar]
    }
  }

  @Test("The values of facets restrict results, with a query or without one")
  func filters() async throws {
    let site = try await IndexedSite()
    let expected = try printed(site, "de OF het") {
      $0.filters = [.partij: ["ChristenUnie", "SGP"], .soort: ["answered"]]
      $0.facets = [.partij]
    }
    #expect(
      try site.get(
        "/api/v1/search?q=de+OF+het&partij=ChristenUnie&soort=answered&partij=SGP&facet=partij"
          + "&partij=SGP"
      ).text == expected)
    let alone = try printed(site, "") { $0.filters = [.jaar: ["2024-2025"]] }
    #expect(try site.get("/api/v1/search?jaar=2024-2025").text == alone)
    let answer = try site.json("/api/v1/search?jaar=2024-2025&limit=0&facet=jaar")
    #expect(answer["filters"] == ["jaar": ["2024-2025"]])
    let counts = answer["facets"]?["jaar"]?.elements ?? []
    let own = counts.first { $0["value"] == "2024-2025" }
    #expect(own?["count"] != nil)
    #expect(own?["count"] == answer["total"]?["lower"])
  }

  @Test("An empty query is a query, and so is none; a warning says that it has no word")
  func empty() async throws {
    let site = try await IndexedSite()
    #expect(try site.get("/api/v1/search?q=").text == printed(site, ""))
    #expect(try site.get("/api/v1/search").text == printed(site, ""))
    #expect(try site.json("/api/v1/search?q=")["warnings"]?.elements.count == 1)
  }

  @Test("What is similar is found by the path and by a parameter")
  func similar() async throws {
    let site = try await IndexedSite()
    var request = SearchRequest("")
    request.limit = 2
    let name = "ah-tk-20242025-705#1"
    let found = try #require(try site.reader.passages(like: name, request))
    let expected = try JSONLine.of(AnswerRecord(request, found)) + "\n"
    for target in [
      "similar/ah-tk-20242025-705%231?limit=2", "search?similar=ah-tk-20242025-705%231&limit=2",
      "search?lijkt=ah-tk-20242025-705%231&per=2",
    ] {
      #expect(try site.get("/api/v1/" + target).text == expected)
    }
    #expect(try site.get("/api/v1/search?lijkt=nergens").status == 404)
  }

  @Test(
    "A parameter that is unknown or has a wrong value is an error that names both",
    arguments: [
      ("q=a&limit=101", "limit", "limit verwacht een getal van 0 tot en met 100, niet '101'."),
      ("q=a&limit=-1", "limit", "limit verwacht een getal van 0 tot en met 100, niet '-1'."),
      ("q=a&limit=%2B1", "limit", "limit verwacht een getal van 0 tot en met 100, niet '+1'."),
      ("q=a&limit=", "limit", "limit verwacht een getal van 0 tot en met 100, niet ''."),
      ("q=a&per=0", "per", "per verwacht een getal van 1 tot en met 100, niet '0'."),
      (
        "q=a&offset=99999999999999999999", "offset",
        "offset verwacht een getal van 0 tot en met 10000, niet '99999999999999999999'."
      ),
      (
        "q=a&pagina=101&per=1", "pagina",
        "pagina verwacht een getal van 1 tot en met 100, niet '101'."
      ),
      (
        "q=a&sort=Newest", "sort",
        "sort verwacht een van relevance, newest, oldest, number, niet 'Newest'."
      ),
      (
        "q=a&sorteer=newest", "sorteer",
        "sorteer verwacht een van relevantie, nieuwste, oudste, nummer, niet 'newest'."
      ),
      ("q=a&groep=sets", "groep", "groep verwacht een van passage, set, niet 'sets'."),
      ("q=a&exact=ja", "exact", "exact verwacht true, false, 1 of 0, niet 'ja'."),
      ("q=a&exact", "exact", "exact verwacht true, false, 1 of 0, niet ''."),
      ("q=a&partij=", "partij", "partij verwacht een waarde, niet ''."),
      ("similar=", "similar", "similar verwacht een waarde, niet ''."),
    ])
  func mistakes(_ query: String, _ parameter: String, _ detail: String) async throws {
    let response = try await IndexedSite().get("/api/v1/search?" + query)
    #expect(response.status == 400)
    #expect(response["Content-Type"] == "application/problem+json")
    #expect(
      try JSON(parsing: response.body) == [
        "type": "about:blank", "title": "Onjuist verzoek", "status": 400,
        "detail": .text(detail), "instance": .text("/api/v1/search?" + query),
        "parameter": .text(parameter),
      ])
  }

  @Test("An unknown parameter is an error that lists those that are known")
  func unknown() async throws {
    let site = try await IndexedSite()
    let problem = try site.json("/api/v1/passages/ah-tk-20242025-705%231?limit=1")
    #expect(problem["detail"] == "De parameter 'limit' is onbekend; kies uit q.")
    let long = try site.json("/api/v1/search?" + String(repeating: "x", count: 5000) + "=1")
    #expect(long["parameter"]?.asText?.count == 101)
    #expect(long["instance"]?.asText?.count == 1000)
    let bare = try site.json("/api/v1/status?q=1")
    #expect(bare["detail"] == "De parameter 'q' is onbekend; hier zijn er geen.")
  }

  @Test("An error repeats what was asked as a URI, whatever was in it")
  func instance() async throws {
    let problem = try await IndexedSite().json("/api/v1/search?q=<é>\"&limit=\u{202E}x#y")
    #expect(
      problem["instance"] == "/api/v1/search?q=%3C%C3%A9%3E%22&limit=%E2%80%AEx%23y")
  }
}
