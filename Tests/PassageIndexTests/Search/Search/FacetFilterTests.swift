import DutchText
import Kamervragen
import TestSupport
import Testing
import Xapian

@testable import PassageSearch
@testable import PassageStore

@Suite("Filters by values of facets")
struct FacetFilterTests {
  private typealias Facet = SearchRequest.Facet

  /// Sixty sets by a few members whose names and parties are spelled in several ways.
  private static func shelf() async throws -> Shelf {
    var random = SeededGenerator(seed: 23)
    let members = [
      "**D. Yeşilgöz** (VVD)", "**Yeşilgöz** (VVD)", "**Van Haag** (FVD)", "**Van Haag** (FvD)",
      "**Linde** (Forum voor Democratie)", "**J. de Vries** (SP)", "**G. de Vries** (SP)",
      "**De Vries** (Socialistische Partij)", "**Eik**",
    ]
    let respondents = ["**Van Weel**", "**D. van Weel**", "**Coenradie**"]
    let words = ["linde", "eik", "beuk", "wilg"]
    let publications = (0..<60).map { place in
      let asked = members.shuffled(using: &random).prefix(Int.random(in: 1...3, using: &random))
      let year = 2020 + place % 5
      return Publication(
        number: "\(101 + place)",
        members: asked.count == 1
          ? "het lid \(asked[0])"
          : "de leden \(asked.dropLast().joined(separator: ", ")) en \(asked[asked.count - 1])",
        submitted: "2 oktober \(year)",
        respondent: "Minister \(respondents[place % 7 % 3]) (Justitie)",
        received: "3 december \(year)",
        passages: (1...3).map { question in
          let word = words[Int.random(in: 0..<4, using: &random)]
          return ("\(question)", "Groeit de \(word) met een \(words[place % 4])?", "Ja, \(word).")
        })
    }
    return try await Shelf(publications: publications)
  }

  private static func ids(_ response: SearchResponse) -> [String] {
    response.results.map(\.stored.id)
  }

  @Test("A value that is counted n times finds n as a filter, whatever else restricts the search")
  func trueCounts() async throws {
    let shelf = try await Self.shelf()
    var checked = 0
    for query in ["linde", "eik beuk", "groeit -wilg", "partij:vvd", "\"groeit de linde\"", ""] {
      for group in SearchRequest.Group.allCases {
        for filters: [Facet: [String]] in [
          [:], [.partij: ["VVD"]], [.partij: ["FvD", "SP"], .jaar: ["2021-2022", "2022-2023"]],
          [.lid: ["Yeşilgöz"], .minister: ["Minister Coenradie"]],
        ] where query != "" || !filters.isEmpty {
          var request = SearchRequest(query)
          request.group = group
          request.facets = Facet.allCases
          request.filters = filters
          request.limit = 0
          let facets = try shelf.reader.search(request).facets
          for facet in Facet.allCases {
            for counted in try #require(facets[facet]) {
              var narrowed = request
              narrowed.limit = 1000
              narrowed.requiresAll = true
              narrowed.filters[facet] = [counted.value]
              let found = try shelf.reader.search(narrowed)
              #expect(found.results.count == counted.count, "\(query) \(group) \(counted)")
              #expect(found.notices == [])
              checked += 1
            }
          }
        }
      }
    }
    #expect(checked == 820)
  }

  @Test("One of the values of each facet; counts of a facet leave out its own filter only")
  func combined() async throws {
    let shelf = try await Shelf(publications: [
      Publication(
        number: "101", members: "het lid **Tuin** (SP)",
        passages: [("1", "Groeit de eik?", "Ja.")]),
      Publication(
        number: "102", members: "het lid **Perk** (VVD)",
        passages: [("1", "Groeit de eik nog?", "Ja.")]),
      Publication(
        number: "103", members: "de leden **Perk** (VVD) en **Tuin** (SP)",
        passages: [("1", "Groeit de eik weer?", "Ja.")]),
      Publication(
        number: "104", members: "het lid **Haag** (CDA)",
        passages: [("1", "Groeit de eik al?", "Ja.")]),
    ])
    func found(_ filters: [Facet: [String]]) throws -> [String?] {
      var request = SearchRequest("eik")
      request.sort = .number
      request.filters = filters
      return try shelf.reader.search(request).results.map(\.stored.set.number)
    }
    #expect(try found([:]) == ["101", "102", "103", "104"])
    #expect(try found([.partij: ["SP"]]) == ["101", "103"])
    #expect(try found([.partij: ["SP", "CDA"]]) == ["101", "103", "104"])
    #expect(try found([.partij: ["SP"], .lid: ["Perk"]]) == ["103"])
    #expect(try found([.partij: ["CDA"], .lid: ["Perk"]]) == [])
    #expect(try found([.partij: []]) == ["101", "102", "103", "104"])
    #expect(try found([.partij: ["SP", "niets"]]) == ["101", "103"])

    var request = SearchRequest("eik")
    request.filters = [.partij: ["SP"], .lid: ["perk"]]
    request.facets = [.partij, .lid, .jaar]
    let response = try shelf.reader.search(request)
    #expect(
      response.facets[.partij] == [
        FacetCount(value: "VVD", count: 2), FacetCount(value: "SP", count: 1),
      ])
    #expect(
      response.facets[.lid] == [
        FacetCount(value: "Tuin", count: 2), FacetCount(value: "Perk", count: 1),
      ])
    #expect(response.facets[.jaar] == [FacetCount(value: "2024-2025", count: 1)])
    #expect(response.filters == [.partij: ["SP"], .lid: ["Perk"]])
    #expect(
      response.interpretation
        == .query(
          .all([.word("eik"), .field(.party, .word("SP")), .field(.member, .word("Perk"))])))
  }

  @Test("A filter changes no score and no order; it restricts partial matches too")
  func ranking() async throws {
    let shelf = try await Self.shelf()
    for query in ["linde wilg", "eik", "groeit beuk OF wilg"] {
      for sort in SearchRequest.Sort.allCases {
        var request = SearchRequest(query)
        request.limit = 1000
        request.sort = sort
        // Passages of a set support each other among the first of a list only.
        request.group = sort == .relevance ? .set : .passage
        let all = try shelf.reader.search(request)
        request.filters = [.partij: ["sp"]]
        let filtered = try shelf.reader.search(request)
        let expected = all.results.filter { result in
          result.stored.set.members.contains {
            ["SP", "Socialistische Partij"].contains($0.party ?? "")
          }
        }
        #expect(!expected.isEmpty)
        #expect(Self.ids(filtered) == expected.map(\.stored.id), "\(query) \(sort)")
        #expect(filtered.results.map(\.missing) == expected.map(\.missing))
        #expect(filtered.results.map(\.score) == expected.map(\.score))
      }
    }
  }

  @Test("A query that is only a filter lists all that it lets through, the newest first")
  func filterOnly() async throws {
    let shelf = try await Self.shelf()
    for query in ["", " ", "?!"] {
      var request = SearchRequest(query)
      request.limit = 1000
      request.filters = [.partij: ["Forum voor Democratie"], .soort: ["beantwoord"]]
      let response = try shelf.reader.search(request)
      #expect(response.notices == [])
      #expect(response.results.count == response.total.lower)
      let parties = response.results.map { Set($0.stored.set.members.compactMap(\.party)) }
      #expect(parties.allSatisfy { !$0.isDisjoint(with: ["FVD", "FvD", "Forum voor Democratie"]) })
      let dates = response.results.compactMap(\.stored.date)
      #expect(dates == dates.sorted(by: >))
      #expect(dates.count == 90)
      #expect(
        response.interpretation
          == .query(.all([.field(.party, .word("FVD")), .field(.kind, .word("answered"))])))
    }
    #expect(try shelf.reader.search(SearchRequest("")).notices == [.noWords])
  }

  @Test("The name of a value does not depend on what is found")
  func stableNames() async throws {
    let shelf = try await Shelf(publications: [
      Publication(
        number: "101", members: "het lid **Tuin** (Socialistische Partij)",
        passages: [("1", "Groeit de linde?", "Ja.")]),
      Publication(
        number: "102", members: "het lid **Tuin** (SP)",
        passages: [("1", "Groeit de eik?", "Ja."), ("2", "Hoe?", "Zo.")]),
    ])
    var request = SearchRequest("linde")
    request.facets = [.partij]
    #expect(
      try shelf.reader.search(request).facets[.partij] == [FacetCount(value: "SP", count: 1)])
  }

  @Test("A value that no passage has finds nothing, and is named once")
  func unknownValues() async throws {
    let shelf = try await Self.shelf()
    var request = SearchRequest("linde")
    request.filters = [.partij: ["Bomen", "Bomen"], .lid: ["Van Haag"], .jaar: ["1850-1851"]]
    request.facets = [.partij]
    let response = try shelf.reader.search(request)
    #expect(response.results == [])
    #expect(response.total == .zero)
    #expect(
      response.notices == [
        .unknownValues([
          UnknownValue(field: .party, value: .word("Bomen"), nearest: []),
          UnknownValue(field: .session, value: .word("1850-1851"), nearest: []),
        ])
      ])
    #expect(response.filters == [.partij: ["Bomen"], .lid: ["Van Haag"], .jaar: ["1850-1851"]])
    #expect(response.facets[.partij] == [])
  }

  @Test("A calendar year filters as it does in a query")
  func calendarYear() async throws {
    let shelf = try await Self.shelf()
    var request = SearchRequest("linde")
    request.filters = [.jaar: ["2022"]]
    let filtered = try shelf.reader.search(request)
    #expect(filtered.notices == [])
    #expect(filtered.total == (try shelf.reader.search(SearchRequest("linde jaar:2022")).total))
    #expect(filtered.total.lower > 0)
  }

  @Test("A value that is too long for a term is counted and found like others")
  func longValue() async throws {
    let long = (0..<40).map { "Boom\($0)" }.joined(separator: " ")
    let place = try TestIndex()
    for (number, topic) in ["Tuin", long, "\(long) | Tak", "\(long)k"].enumerated() {
      try place.write(
        """
        {"identifier": "kv-tk-2024Z\(90101 + number)", "text": ["Groeit de eik?"],
         "meta": {"datumIndiening": "2024-10-01", "OVERHEID.category": ["\(topic)"]}}
        """, to: "\(number).json")
    }
    try await place.run()
    #expect(try IndexCheck.run(path: place.index).problems == [])
    let reader = try place.reader()
    var request = SearchRequest("eik")
    request.facets = [.thema]
    let counted = try #require(try reader.search(request).facets[.thema])
    #expect(
      counted == [
        FacetCount(value: long, count: 2), FacetCount(value: "\(long) | Tak", count: 1),
        FacetCount(value: "\(long)k", count: 1), FacetCount(value: "Tuin", count: 1),
      ])
    for value in counted {
      request.filters = [.thema: [value.value]]
      let found = try reader.search(request)
      #expect(found.results.count == value.count)
      #expect(found.notices == [])
    }
  }

  @Test("Filters with thousands of values are bounded, and say so")
  func manyValues() async throws {
    let shelf = try await Self.shelf()
    var request = SearchRequest("linde")
    request.filters = [.partij: (0..<5000).map { "P\($0)" } + ["VVD"]]
    let response = try shelf.reader.search(request)
    #expect(response.results == [])
    #expect(response.filters[.partij]?.count == 2000)
    #expect(response.notices.first == .filterValuesLeftOut(.party, 3001))
  }

  @Test("Passages like another are filtered and counted in the same way")
  func similar() async throws {
    let shelf = try await Self.shelf()
    for group in SearchRequest.Group.allCases {
      var request = SearchRequest("")
      request.group = group
      request.facets = Facet.allCases
      request.filters = [.partij: ["vvd"]]
      request.limit = 1000
      let like = "ah-tk-20202021-101#1"
      let response = try #require(try shelf.reader.passages(like: like, request))
      #expect(response.filters == [.partij: ["VVD"]])
      #expect(!response.results.isEmpty)
      for result in response.results {
        #expect(result.stored.set.members.contains { $0.party == "VVD" })
      }
      for facet in Facet.allCases {
        for counted in try #require(response.facets[facet]) {
          var narrowed = request
          narrowed.filters[facet] = [counted.value]
          let found = try #require(try shelf.reader.passages(like: like, narrowed))
          #expect(found.results.count == counted.count, "\(group) \(counted)")
        }
      }
    }
  }

  @Test("A reader that was overtaken knows the values of the new state")
  func overtaken() async throws {
    let shelf = try await Shelf("Groeit de eik?")
    let schema = Schema()
    var stream = TokenStream()
    /// Adds a thousand passages in one commit.
    func add(_ party: String, round: Int) throws {
      let database = try WritableDatabase(
        path: "\(shelf.place.index)/generation-1/shard-1", mode: .open)
      for number in 1...1000 {
        var set = QuestionSet(kind: .answered)
        set.identifier = "ah-tk-2024202\(round)-\(number)"
        set.members = [Member(name: "Tuin", party: party)]
        let stored = StoredSet(
          heading: set,
          passages: [Passage(questions: [1], questionText: "Groeit linde\(number)?")],
          source: "/\(round)/\(number)")
        let digest = ContentDigest(of: Array(stored.source.utf8))
        let prepared = schema.prepared(stored, sourceDigest: digest, using: &stream)
        try database.add(schema.setDocument(for: prepared, sourceDigest: digest))
        try database.add(try #require(prepared.passages.first).document)
      }
      try database.close()
    }
    try add("FVD", round: 1)
    let reader = try shelf.place.reader()
    var request = SearchRequest("lid:tuin")
    request.facets = [.partij]
    #expect(try reader.search(request).facets[.partij] == [FacetCount(value: "FVD", count: 1000)])
    // These commits overwrite the state that the reader has.
    for round in 2...4 { try add("FvD", round: round) }
    #expect(try reader.search(request).facets[.partij] == [FacetCount(value: "FvD", count: 4000)])
    request.filters = [.partij: ["FVD"]]
    request.limit = 4001
    #expect(try reader.search(request).results.count == 4000)
  }
}
