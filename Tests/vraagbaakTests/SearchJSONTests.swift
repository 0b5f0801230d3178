import Testing

/// `search --format json` and `jsonl`, against the contract.
@Suite("The JSON of vraagbaak search")
struct SearchJSONTests {
  private static let keys: Set<String> = [
    "format", "query", "restated", "total", "partial", "suggestion", "warnings", "results",
    "facets",
  ]
  private static let resultKeys: Set<String> = [
    "rank", "score", "missing", "id", "identifier", "number", "session", "questions", "kind",
    "subject", "members", "respondents", "submitted", "received", "source", "questionSnippet",
    "answerSnippet",
  ]

  private func search(_ place: Workplace, _ arguments: String...) throws -> JSONValue {
    try JSONValue(try place.run(["search", "--format", "json"] + arguments).output)
  }

  private func ids(_ response: JSONValue) -> [String] {
    response["results"]?.elements.compactMap { $0["id"]?.asText } ?? []
  }

  @Test("The object has every key of the contract, on one line")
  func whole() throws {
    let place = try Workplace([.allowance, .harbour])
    let run = try place.run("search", "--format", "json", "toeslag", "reparatie")
    #expect(run.lines.count == 1)
    #expect(run.errors == "")
    let response = try JSONValue(run.output)
    #expect(response.keys.isSuperset(of: Self.keys))
    #expect(response["format"] == 1)
    #expect(response["query"] == "toeslag reparatie")
    #expect(response["restated"] == "toeslag · en · reparatie")
    #expect(response["total"] == ["lower": 1, "estimate": 1, "upper": 1])
    #expect(response["partial"] == ["lower": 2, "estimate": 2, "upper": 2])
    #expect(response["suggestion"] == .null)
    #expect(response["warnings"] == [])
    #expect(response["facets"] == [:])
    #expect(
      ids(response) == ["ah-tk-20242025-902#1", "ah-tk-20242025-901#2", "ah-tk-20242025-901#1"])
  }

  @Test("A result has every key of the contract with its type")
  func result() throws {
    let place = try Workplace([.allowance, .harbour])
    let result = try #require(try search(place, "toeslag", "reparatie")["results"]?[0])
    #expect(result.keys.isSuperset(of: Self.resultKeys))
    let expected: [String: JSONValue] = [
      "rank": 1, "missing": [], "id": "ah-tk-20242025-902#1",
      "identifier": "ah-tk-20242025-902", "number": "902", "session": "2024-2025",
      "questions": [1], "kind": "answered", "subject": "het fort van 's-Gravenhage",
      "members": [["name": "Bakker", "party": "VVD"], ["name": "De Boer", "party": "SP"]],
      "respondents": [
        ["role": "Minister", "name": "Smit", "portfolio": "Infrastructuur en Waterstaat"]
      ],
      "submitted": "2025-01-07", "received": "2025-02-04",
      "source": .text("\(place.path)/documents/ah-tk-20242025-902.md"),
      "questionSnippet":
        "Klopt het dat de <b>reparatie</b> van zo'n fort € 1,5 mln kost, en dat er geen <b>toeslag</b> is?",
      "answerSnippet": "De <b>reparatie</b> kost 1,5 miljoen euro.",
    ]
    for (key, value) in expected { #expect(result[key] == value) }
    #expect((result["score"]?.asNumber ?? 0) > 0)
  }

  @Test("A partial match names what it lacks")
  func missing() throws {
    let place = try Workplace([.allowance, .harbour])
    let response = try search(place, "toeslag", "reparatie", "\"drie geiten\"")
    #expect(response["total"] == ["lower": 0, "estimate": 0, "upper": 0])
    #expect(
      response["results"]?.elements.map { $0["missing"] ?? .null } == [
        ["\"drie geiten\""], ["reparatie", "\"drie geiten\""], ["reparatie", "\"drie geiten\""],
      ])
  }

  @Test("Absent values are null or an empty list")
  func absent() throws {
    let place = try Workplace()
    try place.write("Vraag 1\n\nHoe diep is de haven?\n", to: "documents/los.txt")
    #expect(try place.run("index", "documents").status == 0)
    let result = try #require(try search(place, "haven")["results"]?[0])
    #expect(result["id"] == "los#1")
    for key in ["identifier", "number", "session", "submitted", "received", "answerSnippet"] {
      #expect(result[key] == .null)
    }
    #expect(result["members"] == [])
    #expect(result["respondents"] == [])
    #expect(result["subject"] == .null)
    #expect(result["kind"] == "questions")
  }

  @Test("A search that finds nothing gives the same object with no results, and ends with 1")
  func nothing() throws {
    let place = try Workplace([.allowance])
    for query in ["vuurtoren", "(((", "€", ""] {
      let run = try place.run("search", "--format", "json", query)
      let response = try JSONValue(run.output)
      #expect(response.keys.isSuperset(of: Self.keys))
      #expect(response["query"] == .text(query))
      #expect(response["results"] == [])
      #expect(response["total"] == ["lower": 0, "estimate": 0, "upper": 0])
      #expect(run.status == 1)
    }
  }

  @Test("jsonl has the results alone, one a line, equal to those of json")
  func lines() throws {
    let place = try Workplace([.allowance, .harbour])
    let run = try place.run("search", "--format", "jsonl", "toeslag")
    let response = try search(place, "toeslag")
    #expect(.list(try run.lines.map { try JSONValue($0) }) == response["results"])
    #expect(run.lines.count == 3)
  }

  @Test("Pages follow each other: full matches first, then partial ones, no passage twice")
  func pages() throws {
    let place = try Workplace([.allowance, .harbour])
    let whole = ids(try search(place, "toeslag", "reparatie", "gezinnen"))
    #expect(whole.count == 3)
    for size in 1...2 {
      var paged: [String] = []
      for offset in stride(from: 0, to: 4, by: size) {
        let page = try search(
          place, "toeslag", "reparatie", "gezinnen", "--limit", "\(size)", "--offset", "\(offset)")
        #expect(
          page["results"]?.elements.compactMap { $0["rank"]?.asNumber }
            == ids(page).indices.map { Double(offset + $0 + 1) })
        paged += ids(page)
      }
      #expect(paged == whole)
    }
  }

  @Test("A limit of zero gives the counts alone")
  func noResults() throws {
    let response = try search(try Workplace([.allowance]), "--limit", "0", "toeslag")
    #expect(response["total"] == ["lower": 2, "estimate": 2, "upper": 2])
    #expect(response["results"] == [])
  }

  @Test(
    "--sort orders by date or by number",
    arguments: [
      ("newest", ["902#1", "901#1", "901#2"]), ("oldest", ["901#1", "901#2", "902#1"]),
      ("number", ["901#1", "901#2", "902#1"]),
    ])
  func sort(_ order: String, _ expected: [String]) throws {
    let response = try search(
      try Workplace([.harbour, .allowance]), "--sort", order, "toeslag")
    #expect(ids(response) == expected.map { "ah-tk-20242025-\($0)" })
  }

  @Test("--group set gives the best passage of each set, and never a set twice")
  func group() throws {
    let place = try Workplace([.allowance, .harbour])
    #expect(
      ids(try search(place, "--group", "set", "gezinnen", "wachten")) == ["ah-tk-20242025-901#2"])
    #expect(
      Set(ids(try search(place, "--group", "set", "toeslag")).map { $0.prefix(18) })
        == ["ah-tk-20242025-901", "ah-tk-20242025-902"])
  }

  @Test("A set with a full and a partial match is one result of --group set")
  func groupOfBoth() throws {
    let place = try Workplace([.allowance])
    let response = try search(place, "--group", "set", "toeslag", "gezinnen")
    #expect(ids(response) == ["ah-tk-20242025-901#2"])
  }

  @Test("--exact finds a word only in the form that was typed")
  func exact() throws {
    let place = try Workplace([.allowance])
    #expect(ids(try search(place, "gezin")) == ["ah-tk-20242025-901#2"])
    #expect(ids(try search(place, "--exact", "gezin")) == [])
    #expect(ids(try search(place, "--exact", "gezinnen")) == ["ah-tk-20242025-901#2"])
  }

  @Test("Facets count all full matches, whatever the page")
  func facets() throws {
    let place = try Workplace([.allowance, .harbour])
    let response = try search(
      place, "--facet", "partij", "--facet", "soort", "--limit", "1", "toeslag")
    #expect(
      response["facets"] == [
        "partij": [
          ["value": "D66", "count": 2], ["value": "SP", "count": 1], ["value": "VVD", "count": 1],
        ],
        "soort": [["value": "answered", "count": 3]],
      ])
  }

  @Test(
    "Each field of the contract is known by its Dutch and English name",
    arguments: [
      ("lid:bakker", "member:bakker"), ("partij:vvd", "party:vvd"),
      ("minister:smit", "minister:waterstaat"), ("nr:902", "nr:902"),
      ("jaar:2024-2025 fort", "session:2024-2025 fort"),
      ("vraag:reparatie", "question:reparatie"), ("antwoord:miljoen", "answer:miljoen"),
      ("onderwerp:fort", "subject:fort"), ("soort:beantwoord fort", "kind:answered fort"),
      ("datum:2025-01-01..2025-12-31", "datum:2025-02-04"),
    ])
  func fields(_ dutch: String, _ english: String) throws {
    let place = try Workplace([.allowance, .harbour])
    for query in [dutch, english] {
      let run = try place.run("search", "--format", "json", query)
      #expect(ids(try JSONValue(run.output)) == ["ah-tk-20242025-902#1"])
      #expect(run.errors == "")
    }
  }

  @Test("zaak: and case: find a set by its case number")
  func caseNumber() throws {
    let place = try Workplace([.harbour])
    try place.write(
      """
      2024Z18775

      Vragen van het lid Jansen (D66) aan de Minister van Financiën over de haven (ingezonden 3 september 2024).

      Vraag 1

      Hoe diep is de haven?

      """, to: "documents/kv-tk-2024Z18775.txt")
    #expect(try place.run("index", "documents").status == 0)
    for query in ["zaak:2024Z18775", "case:2024Z18775", "zaak:2024z18775"] {
      #expect(ids(try search(place, query)) == ["kv-tk-2024Z18775#1"])
    }
  }
}
