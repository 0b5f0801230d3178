import HTTPServer
import PassageIndex
import TestSupport
import Testing
import VraagbaakReport

@testable import VraagbaakWeb

@Suite("The API's sets and passages")
struct PassageAPITests {
  @Test("A set is the lines of its passages, by any name, with the words of a query marked")
  func set() async throws {
    let site = try await IndexedSite()
    let passages = try site.reader.passages(of: "ah-tk-20242025-705")
    #expect(passages.count > 1)
    for query in [nil, "klanten", ""] as [String?] {
      let shown = try ShownPassages(passages, highlighting: query, site.reader)
      let expected = try shown.objects.map { try JSONLine.of($0) + "\n" }.joined()
      for name in ["ah-tk-20242025-705", "AH%20705", "ah-tk-20242025-705.md"] {
        let response = try site.get("/api/v1/sets/\(name)" + (query.map { "?q=\($0)" } ?? ""))
        #expect(response.status == 200)
        #expect(response.text == expected)
      }
    }
    let marked = try site.get("/api/v1/sets/ah-tk-20242025-705?q=klanten").text
    #expect(marked.contains("<b>klanten</b>"))
  }

  @Test("A passage is one object, by a name that only it has")
  func passage() async throws {
    let site = try await IndexedSite()
    let passage = try site.reader.passages(of: "ah-tk-20242025-705#2")
    let shown = try ShownPassages(passage, highlighting: nil, site.reader)
    let expected = try JSONLine.of(shown.objects[0]) + "\n"
    for name in ["ah-tk-20242025-705%232", "ah-tk-20242025-705/2", "AH%20705,%20vraag%202"] {
      let response = try site.get("/api/v1/passages/\(name)")
      #expect(response["Content-Type"] == "application/json")
      #expect(response.text == expected)
    }
  }

  @Test("A name of several passages is no passage, and the error says what is")
  func several() async throws {
    let response = try await IndexedSite().get("/api/v1/passages/ah-tk-20242025-705")
    #expect(response.status == 404)
    #expect(
      try JSON(parsing: response.body)["detail"]
        == "ah-tk-20242025-705 noemt 7 passages; noem er één, zoals ah-tk-20242025-705#1, of vraag ze alle met /api/v1/sets/…."
    )
  }

  @Test("A name of more passages than one answer may have is an error that says how many")
  func many() async throws {
    let site = try await IndexedSite()
    let name = "ah-tk-20242025-705"
    let target = HTTPTarget("/api/v1/sets/\(name)")
    #expect(try API.set(name, target, site.reader, maximumPassages: 7).status == 200)
    let response = try API.set(name, target, site.reader, maximumPassages: 6)
    #expect(response.status == 400)
    #expect(
      try JSON(parsing: response.body)["detail"]?.asText?.hasPrefix(
        "ah-tk-20242025-705 noemt 7 passages; één antwoord heeft er hooguit 6.") == true)
  }

  @Test("A name that the index does not have is not found, whatever is in it")
  func missing() async throws {
    let site = try await IndexedSite()
    let names =
      [
        "nergens", "ah-tk-20242025-705%2399", "%00", "%23", "%23%23", "%2F", "..%2F..", "%FF%FE",
        "%E2%80%AE", "a%00b", "%F0%9F%A6%8A", "24%20999", "?", "*", "2024Z00001",
      ]
      + [244, 245, 246, 300, 5000].map { String(repeating: "x", count: $0) }
      + [245, 3000].map { String(repeating: "%00", count: $0) }
    for name in names where name != "?" {
      for kind in ["sets", "passages", "similar"] {
        let response = try site.get("/api/v1/\(kind)/\(name)")
        #expect(response.status == 404, "\(kind) \(name.prefix(20))")
        #expect(try JSON(parsing: response.body)["title"] == "Niet gevonden")
      }
    }
  }

  @Test("The status is the line of the command")
  func status() async throws {
    let site = try await IndexedSite()
    let expected = try JSONLine.of(StatusRecord(site.reader.status(), nil)) + "\n"
    #expect(try site.get("/api/v1/status").text == expected)
  }

  @Test("Any request is answered: with what was asked, an error of the caller or nothing found")
  func anyRequest() async throws {
    let site = try await IndexedSite()
    var random = SeededGenerator(seed: 23)
    let names = Endpoint.all.flatMap(\.parameters).map(\.name)
    let values = [
      "", "0", "1", "10", "101", "-1", "1e9", "true", "ja", "newest", "nieuwste", "set", "partij",
      "SGP", "ah-tk-20242025-705", "klanten", "\"klanten", "a*", "(((", "lid:", "datum:2024..",
      "-klanten", "%00", "%FF", "%E2%80%AE", "%", "2024Z", "nr. 705", "24 587",
    ]
    for _ in 0..<400 {
      let endpoint = Endpoint.all.randomElement(using: &random) ?? .search
      let id =
        Bool.random(using: &random)
        ? values.randomElement(using: &random) ?? ""
        : random.bytes(1...12).map {
          $0 < 16 ? "%0\(String($0, radix: 16))" : "%\(String($0, radix: 16))"
        }.joined()
      let query = (0..<Int.random(in: 0...5, using: &random)).map { _ in
        "\(names.randomElement(using: &random) ?? "")=\(values.randomElement(using: &random) ?? "")"
      }.joined(separator: "&")
      let target = endpoint.path.replacing("{id}", with: id.isEmpty ? "x" : id) + "?" + query
      let response = try site.get(target)
      #expect([200, 400, 404].contains(response.status), "\(target)")
      for line in response.body.split(separator: UInt8(ascii: "\n")) {
        #expect(throws: Never.self, "\(target)") { try JSON(parsing: Array(line)) }
      }
    }
  }
}
