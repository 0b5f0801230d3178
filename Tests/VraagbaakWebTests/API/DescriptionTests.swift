import HTTPServer
import PassageIndex
import Testing

@testable import VraagbaakWeb

@Suite("The description of the API")
struct DescriptionTests {
  private func check(_ site: IndexedSite) throws -> SchemaCheck {
    SchemaCheck(description: try site.json("/api/v1/openapi.json"))
  }

  @Test("It says the version and where the API is")
  func head() async throws {
    let description = try await IndexedSite().json("/api/v1/openapi.json")
    #expect(description["openapi"] == "3.1.1")
    #expect(description["info"]?["version"] == .text(Release.version))
    #expect(description["servers"] == [["url": "https://kamervragen.example/vragen"]])
  }

  @Test("Every path leads somewhere, and every route of the API is described")
  func paths() async throws {
    let paths = try await IndexedSite().json("/api/v1/openapi.json")["paths"]?.members ?? [:]
    #expect(
      paths.keys.sorted() == [
        "/api/v1/openapi.json", "/api/v1/passages/{id}", "/api/v1/search", "/api/v1/sets/{id}",
        "/api/v1/similar/{id}", "/api/v1/status", "/api/v1/suggest",
      ])
    for path in paths.keys {
      #expect(Route(HTTPTarget(path).path) != nil, "\(path)")
    }
  }

  @Test("Every reference is to something that is there")
  func references() async throws {
    let check = try check(try await IndexedSite())
    func references(in value: JSON) -> [String] {
      value.elements.flatMap(references)
        + value.members.flatMap { name, member in
          name == "$ref" ? [member.asText ?? ""] : references(in: member)
        }
    }
    let all = references(in: check.description)
    #expect(all.count > 50)
    #expect(all.filter { check.resolved($0) == nil } == [])
  }

  @Test("Every example is as its schema says")
  func examples() async throws {
    let check = try check(try await IndexedSite())
    var count = 0
    func visit(_ value: JSON) {
      for element in value.elements { visit(element) }
      if let schema = value["schema"], let example = value["example"] {
        count += 1
        #expect(check.faults(of: example, by: schema) == [])
      }
      for member in value.members.values { visit(member) }
    }
    visit(check.description)
    #expect(count > 40)
  }

  @Test("Every example of a parameter is taken, and so is every value that it may have")
  func parameters() async throws {
    let site = try await IndexedSite()
    for endpoint in Endpoint.all {
      for parameter in endpoint.parameters {
        let values: [String] =
          switch parameter.kind {
          case .text: [parameter.example.asText ?? ""]
          case .number(let range): ["\(range.lowerBound)", "\(range.upperBound)"]
          case .choice(let words): words
          case .flag: ["true", "false", "1", "0"]
          }
        for value in values {
          let path = endpoint.path.replacing("{id}", with: "ah-tk-20242025-705%231")
          let target = "\(path)?\(parameter.name)=\(Address.encoded(value))"
          #expect(try site.get(target).status != 400, "\(target)")
        }
      }
    }
  }

  @Test(
    "What the API gives is described, every key of it",
    arguments: [
      ("Answer", "search?q=klanten"), ("Answer", "search?q=xyzzy"), ("Answer", "search?q="),
      ("Answer", "search?q=de+OF+het&limit=100&facet=partij&facet=lid&facet=thema"),
      ("Answer", "search?q=soort:vragen&group=set&facet=jaar&facet=soort&facet=minister"),
      ("Answer", "search?q=grooit+klannten+xyz:abc"), ("Answer", "similar/ah-tk-20242025-705"),
      ("Passage", "passages/ah-tk-20242025-705%231?q=klanten"),
      ("Passage", "passages/ah-tk-20242025-705%232"), ("Status", "status"),
      ("Completion", "suggest?q=opsporingscap"), ("Completion", "suggest?q=klannten"),
      ("Answer", "search?partij=SGP&jaar=2024-2025&facet=lid"), ("Answer", "search"),
      ("Problem", "search?q=a&limit=veel"), ("Problem", "passages/nergens"),
    ])
  func responses(_ record: String, _ target: String) async throws {
    let site = try await IndexedSite()
    let check = try check(site)
    let value = try site.json("/api/v1/" + target)
    #expect(check.faults(of: value, by: check.schema(record)) == [])
  }

  @Test("Every set of the corpus is described, every key of it")
  func sets() async throws {
    let site = try await IndexedSite()
    let check = try check(site)
    var keys: Set<String> = []
    var request = SearchRequest("soort:beantwoord OF soort:vragen OF soort:uitstel OF soort:overig")
    request.limit = 100
    request.group = .set
    let found = try site.reader.search(request).results
    #expect(found.count > 10)
    for result in found where keys.insert(result.stored.setKey).inserted {
      let response = try site.get("/api/v1/sets/\(Address.encoded(result.stored.setKey))?q=de")
      #expect(response["Content-Type"] == "application/jsonl")
      for line in response.body.split(separator: UInt8(ascii: "\n")) {
        let value = try JSON(parsing: Array(line))
        #expect(check.faults(of: value, by: check.schema("Passage")) == [])
      }
    }
  }

  @Test("The check of schemas sees what is missing, of another type, unknown or out of range")
  func check() {
    let check = SchemaCheck(description: [
      "components": ["schemas": ["Day": ["type": "string", "format": "date"]]]
    ])
    let schema: JSON = [
      "type": "object", "required": ["n", "list"],
      "properties": [
        "n": ["type": "integer", "minimum": 1, "maximum": 3],
        "list": ["type": "array", "items": ["anyOf": [["type": "null"], check.schema("Day")]]],
      ],
    ]
    func faults(_ value: JSON) -> Int { check.faults(of: value, by: schema).count }
    #expect(faults(["n": 1, "list": [.null, "2024-02-29"]]) == 0)
    #expect(faults(["n": 4, "list": []]) == 1)
    #expect(faults(["n": "1", "list": []]) == 1)
    #expect(faults(["list": []]) == 1)
    #expect(faults(["n": 1, "list": ["2023-02-29"]]) == 2)
    #expect(faults(["n": 1, "list": [], "more": 1]) == 1)
    #expect(faults([]) == 1)
  }
}
