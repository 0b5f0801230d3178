import Kamervragen
import Testing
import Xapian

@testable import PassageSearch
@testable import PassageStore

@Suite("Topics, keywords and abstracts")
struct TopicTests {
  /// Sets of one question each, as a collection has them, with their topics.
  private static let sets: [(question: String, topics: [String])] = [
    ("Wat kost een brug?", ["Verkeer | Water", "Economie | Ondernemen"]),
    ("Wat kost een sluis?", ["Verkeer | Water"]),
    (
      "Wat kost een kraam op de markt?", ["Economie | Ondernemen en innovatie", "Economie | Markt"]
    ),
    ("Is de zorg in de haven goed?", ["Zorg en gezondheid"]),
    ("Wat is er met de kade gebeurd?", []),
  ]

  private static func record(_ number: Int, _ question: String, _ topics: [String]) -> String {
    let list = topics.map { "\"\($0)\"" }.joined(separator: ", ")
    return """
      {"identifier": "kv-tk-2024Z\(90101 + number)", "text": ["\(question)"],
       "meta": {"datumIndiening": "2024-10-\(10 + number)", "OVERHEID.category": [\(list)]}}
      """
  }

  private func place(withTopics: Bool = true) async throws -> TestIndex {
    let place = try TestIndex()
    for (number, set) in Self.sets.enumerated() {
      try place.write(
        Self.record(number, set.question, withTopics ? set.topics : []), to: "\(number).json")
    }
    try await place.run()
    #expect(try IndexCheck.run(path: place.index).problems == [])
    return place
  }

  /// The numbers of the sets that a query finds.
  private func found(_ query: String, in place: TestIndex) throws -> [Int] {
    try place.ids(query).compactMap { id in
      Int(id.dropFirst("kv-tk-2024Z".count).prefix(5)).map { $0 - 90101 }
    }
  }

  /// Adds a set to an index as a reader of the archive may give it, with keywords and an abstract.
  private func add(
    _ number: Int, _ question: String, keywords: String?, abstract: String?, to place: TestIndex
  ) throws {
    var set = QuestionSet(kind: .questions)
    set.identifier = "kv-tk-2024Z\(90101 + number)"
    set.topics = ["Landbouw (Visserij)"]
    set.keywords = keywords
    set.abstract = abstract
    let stored = StoredSet(
      heading: set, passages: [Passage(questions: [1], questionText: question)], source: "/a")
    let digest = ContentDigest(of: Array("/a".utf8))
    let schema = try place.reader().index.schema
    var stream = schema.analyzer.tokens(of: "")
    let database = try WritableDatabase(path: "\(place.index)/generation-1/shard-1", mode: .open)
    let prepared = schema.prepared(stored, sourceDigest: digest, using: &stream)
    try database.add(schema.setDocument(for: prepared, sourceDigest: digest))
    try database.add(try #require(prepared.passages.first).document)
    try database.close()
  }

  @Test(
    "A topic is found as a whole, by its levels, and by their words in any form",
    arguments: [
      ("thema:economie", counts(0, 2)), ("topic:Economie", counts(0, 2)),
      ("thema:ondernemen", counts(0, 2)), ("thema:ondernemingen", counts(0, 2)),
      ("thema:innovaties", counts(2)), ("thema:water", counts(0, 1)), ("thema:gezond*", counts(3)),
      // Between quotes a value is that value, where there is one.
      ("thema:\"Economie | Ondernemen\"", counts(0)), ("thema:\"economie|ondernemen\"", counts(0)),
      ("thema:Economie|Ondernemen", counts(0)), ("thema:\"Ondernemen\"", counts(0)),
      ("thema:\"Zorg en gezondheid\"", counts(3)), ("thema:\"Economie\"", counts(0, 2)),
      // Else it is words.
      ("thema:\"en innovatie\"", counts(2)), ("thema:\"water verkeer\"", counts()),
      ("thema:(markt OF gezondheid)", counts(2, 3)), ("thema:water thema:zorg", counts(0, 1, 3)),
      ("kost thema:economie", counts(0, 2)), ("kost -thema:economie", counts(1)),
      ("thema:\"Verkeer | Water\" -thema:\"Economie | Ondernemen\"", counts(1)),
      ("brug thema:zorg", counts()),
    ])
  func search(_ query: String, _ expected: [Int]) async throws {
    #expect(try found(query, in: try await place()) == expected)
  }

  @Test("A search by topic alone gives the newest first, and nothing counts for the rank")
  func order() async throws {
    let place = try await place()
    let results = try place.reader().search(SearchRequest("thema:verkeer")).results
    #expect(results.map(\.stored.set.submitted?.day) == [11, 10])
    #expect(results.map(\.score) == [0, 0])
  }

  @Test("Keywords are words of the same field; an abstract is shown and never searched")
  func keywords() async throws {
    let place = try await place()
    try add(
      7, "Hoe gaat het?", keywords: "Garnalenvangst Noordzee", abstract: "Over netten en boten.",
      to: place)
    #expect(try found("thema:noordzee", in: place) == [7])
    #expect(try found("thema:visserij thema:zorg", in: place) == [3, 7])
    #expect(try found("thema:\"Landbouw (Visserij)\"", in: place) == [7])
    // Nothing parts one keyword from the next, so none is a value.
    let reader = try place.reader()
    #expect(
      try reader.index.database.documentFrequency(of: reader.index.schema.topicKey("noordzee")) == 0
    )
    #expect(try found("thema:netten", in: place) == [])
    #expect(try found("netten", in: place) == [])
    let shown = try #require(try reader.passages(of: "kv-tk-2024Z90108").first).set
    #expect(shown.keywords == "Garnalenvangst Noordzee")
    #expect(shown.abstract == "Over netten en boten.")
    #expect(shown.topics == ["Landbouw (Visserij)"])
  }

  @Test(
    "A word that only a topic, keywords or an abstract has is not found without the field",
    arguments: [
      "ondernemen", "ondernemingen", "\"verkeer\"", "innov*", "gezond*id", "verkeer NEAR/3 water",
      "+economie", "noordzee", "garnalenvangst", "garnalen", "netten", "\"netten en boten\"",
      "(visserij OF boten)",
    ])
  func withoutField(_ query: String) async throws {
    let place = try await place()
    try add(
      7, "Hoe gaat het?", keywords: "Garnalenvangst Noordzee", abstract: "Over netten en boten.",
      to: place)
    let reader = try place.reader()
    for isExact in [false, true] {
      var request = SearchRequest(query)
      request.isExact = isExact
      let alone = try reader.search(request)
      #expect(alone.results == [])
      #expect(alone.total == .zero)
      // Nor as a part of what is meant: the partial match lacks it, and has it nowhere.
      request.query = "kade gebeurd \(query)"
      let some = try reader.search(request).results
      #expect(some.map(\.stored.id) == (query.hasPrefix("+") ? [] : ["kv-tk-2024Z90105#1"]))
      #expect(some.allSatisfy { $0.missing.count == 1 })
    }
    let explanation = try reader.explain(query)
    #expect(!explanation.words.isEmpty)
    #expect(explanation.words.allSatisfy { $0.terms.isEmpty })
    let parts = try #require(try reader.explainMatch(of: "kv-tk-2024Z90108", query).first).parts
    #expect(!parts.isEmpty)
    #expect(parts.allSatisfy { $0.places.isEmpty && $0.nearest == nil && $0.weight == 0 })
  }

  @Test("A typing error is corrected to a word that only a topic has in that field alone")
  func spelling() async throws {
    let reader = try await place().reader()
    #expect(try reader.search(SearchRequest("econmie")).suggestion == nil)
    #expect(try reader.search(SearchRequest("kaade")).suggestion == "kade")
    #expect(
      try reader.search(SearchRequest("thema:econmie")).notices == [
        .unknownValues([
          UnknownValue(field: .topic, value: .word("econmie"), nearest: ["economie"])
        ])
      ])
    #expect(try reader.search(SearchRequest("thema:verkeer")).notices == [])
  }

  @Test("Passages are not alike by their topics")
  func similar() async throws {
    let place = try await place()
    try add(7, "Hoe gaat het daar?", keywords: "Brug Haven", abstract: "Een brug.", to: place)
    let reader = try place.reader()
    func alike(_ reference: String) throws -> [String]? {
      try reader.passages(like: reference, SearchRequest(""))?.results.map(\.stored.id)
    }
    #expect(try alike("kv-tk-2024Z90108") == [])
    #expect(try alike("kv-tk-2024Z90105") == [])
    #expect(try alike("kv-tk-2024Z90101") == ["kv-tk-2024Z90102#1", "kv-tk-2024Z90103#1"])
  }

  @Test("A word of a topic is highlighted in no text")
  func highlighting() async throws {
    let place = try TestIndex()
    try place.write(Self.record(0, "Wat is ondernemen?", ["Ondernemen"]), to: "a.json")
    try await place.run()
    let reader = try place.reader()
    let field = try #require(try reader.search(SearchRequest("thema:ondernemen")).results.first)
    #expect(field.questionSnippet.html == "Wat is ondernemen?")
    let word = try #require(try reader.search(SearchRequest("ondernemen")).results.first)
    #expect(word.questionSnippet.html == "Wat is <b>ondernemen</b>?")
    let why = try #require(
      try reader.explainMatch(of: "kv-tk-2024Z90101", "thema:ondernemen").first)
    #expect(why.parts.map(\.isSatisfied) == [true])
    #expect(why.parts[0].places == [.init(field: .topic, forms: ["Ondernemen"])])
    let whole = try #require(
      try reader.explainMatch(of: "kv-tk-2024Z90101", "thema:\"ondernemen\"").first)
    #expect(whole.parts.map(\.isSatisfied) == [true])
  }

  @Test("Topics change no score and no order")
  func ranking() async throws {
    let with = try await place().reader()
    let without = try await place(withTopics: false).reader()
    var found = 0
    for query in [
      "kost", "wat kost een brug", "markt", "zorg", "haven kade", "water", "marktkraam",
      "brug sluis kraam", "economie markt", "gezondheid zorg haven", "\"op de markt\"", "verkeer",
    ] {
      for isExact in [false, true] {
        var request = SearchRequest(query)
        request.isExact = isExact
        let (one, other) = (try with.search(request), try without.search(request))
        found += one.results.count
        #expect(
          one.results.map { "\($0.stored.id) \($0.score) \($0.missing)" }
            == other.results.map { "\($0.stored.id) \($0.score) \($0.missing)" }, "\(query)")
        #expect(one.total == other.total)
        #expect(one.partial == other.partial)
        #expect(one.suggestion == other.suggestion)
      }
    }
    #expect(found == 33)
    // Also where the field restricts: what is left has the score that it had.
    let restricted = try with.search(SearchRequest("kost thema:water")).results
    let scores = try without.search(SearchRequest("kost")).results
    for result in restricted {
      #expect(scores.first { $0.stored.id == result.stored.id }?.score == result.score)
    }
    #expect(restricted.count == 2)
  }

  @Test("Facets count each topic and its first level, and each value finds as many")
  func facets() async throws {
    let reader = try await place().reader()
    var request = SearchRequest("datum:2024")
    request.facets = [.thema]
    let counted = try #require(try reader.search(request).facets[.thema])
    #expect(
      counted == [
        FacetCount(value: "Economie", count: 2), FacetCount(value: "Verkeer", count: 2),
        FacetCount(value: "Verkeer | Water", count: 2),
        FacetCount(value: "Economie | Markt", count: 1),
        FacetCount(value: "Economie | Ondernemen", count: 1),
        FacetCount(value: "Economie | Ondernemen en innovatie", count: 1),
        FacetCount(value: "Zorg en gezondheid", count: 1),
      ])
    for value in counted {
      let narrowed = try reader.search(SearchRequest("thema:\"\(value.value)\"")).total
      #expect(
        narrowed == CountBounds(lower: value.count, estimate: value.count, upper: value.count))
    }
    let alike = try #require(
      try {
        var request = SearchRequest("")
        request.facets = [.thema]
        return try reader.passages(like: "kv-tk-2024Z90101", request)
      }())
    #expect(alike.results.map(\.stored.id) == ["kv-tk-2024Z90102#1", "kv-tk-2024Z90103#1"])
    #expect(
      alike.facets[.thema]
        == [
          "Economie", "Economie | Markt", "Economie | Ondernemen en innovatie", "Verkeer",
          "Verkeer | Water",
        ].map { FacetCount(value: $0, count: 1) })
  }
}
