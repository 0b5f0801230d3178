import TestSupport
import Testing
import Xapian

@Suite("Searching")
struct SearchTests {
  let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  @Test("A phrase needs its words in order, near in any order")
  func phraseAndNear() throws {
    let database = try open([
      "tweede kamer der staten generaal", "kamer tweede", "tweede grote kamer",
      "tweede a b c kamer", "kamer",
    ])
    let words: [Query] = [.term("tweede"), .term("kamer")]
    #expect(try database.ids(.phrase(words, window: 2)) == [1])
    #expect(try Set(database.ids(.phrase(words, window: 3))) == [1, 3])
    #expect(try Set(database.ids(.near(words, window: 2))) == [1, 2])
    #expect(try Set(database.ids(.near(words, window: 3))) == [1, 2, 3])
    #expect(try Set(database.ids(.near(words, window: 5))) == [1, 2, 3, 4])
    // A window that is too small counts as the number of words.
    #expect(try database.ids(.phrase(words, window: 0)) == [1])
    #expect(try Set(database.ids(.near(words, window: 1))) == [1, 2])
  }

  @Test("A phrase takes alternatives for a word")
  func phraseOfAlternatives() throws {
    let database = try open(["lid van de kamer", "leden van de kamer", "lid en de kamer"])
    let phrase = Query.phrase(
      [.or([.term("lid"), .term("leden")]), .term("van"), .term("de")], window: 3)
    #expect(try Set(database.ids(phrase)) == [1, 2])
  }

  @Test("A phrase of anything but words is an invalid argument")
  func wrongPhrase() throws {
    let database = try open(["a b c"])
    let phrase = Query.phrase([.and([.term("a"), .term("b")]), .term("c")], window: 3)
    let error = failure { _ = try database.search(phrase) }
    #expect(error?.status == .invalidArgument)
    #expect(
      error?.message == "OP_NEAR and OP_PHRASE only currently support leaf subqueries")
    #expect(failure { _ = try database.describe(phrase) }?.status == .invalidArgument)
  }

  @Test("A weight has six decimals, so that the order of summing does not show")
  func weights() throws {
    let database = try open(["eik beuk den", "eik", "den den eik", "beuk"])
    let weights = try database.search(.or([.term("eik"), .term("den"), .term("beuk")])).hits
      .map(\.weight)
    #expect(weights.count == 4 && weights.allSatisfy { $0 > 0 })
    #expect(weights == weights.map { ($0 * 1e6).rounded() / 1e6 })
  }

  @Test("A term that no document has adds nothing to an OR and empties an AND")
  func absentTerms() throws {
    let database = try open(["eik beuk", "eik", "den"])
    let (oak, beech, absent) = (Query.term("eik"), Query.term("beuk"), Query.term("palm"))
    let found = try database.search(.or([oak, beech])).hits
    #expect(found.map(\.id) == [1, 2])
    #expect(try database.search(.or([absent, oak, absent, beech])).hits == found)
    #expect(try database.search(.andMaybe(.or([oak, beech]), absent)).hits == found)
    #expect(try database.search(.andNot(.or([oak, beech]), absent)).hits == found)
    let synonym = try database.search(.synonym([oak, beech])).hits
    #expect(try database.search(.synonym([oak, absent, beech])).hits == synonym)
    for query: Query in [
      absent, .and([oak, absent]), .phrase([oak, absent], window: 2),
      .near([absent, oak], window: 5),
      .filter(oak, by: absent), .andNot(absent, oak), .andMaybe(absent, oak),
      .scaled(absent, by: 2),
      .synonym([absent, absent]),
    ] {
      let matches = try database.search(query)
      #expect(matches.hits == [])
      #expect(matches.upperBound == 0)
    }
  }

  @Test("A phrase does not match terms without positions")
  func phraseWithoutPositions() throws {
    var document = Document("met positie")
    document.addPosting("a".utf8, position: 0, frequency: 1)
    document.addPosting("b".utf8, position: 0, frequency: 1)
    let database = try Database(path: directory.database([document]))
    #expect(try database.ids(.phrase([.term("a"), .term("b")], window: 2)) == [])
    #expect(try database.ids(.and([.term("a"), .term("b")])) == [1])
  }

  @Test("Synonyms weigh as one word: both weigh no more than one twice")
  func synonym() throws {
    let database = try open(["auto wagen", "auto auto", "fiets rad"])
    let words: [Query] = [.term("auto"), .term("wagen")]
    let synonym = try database.search(.synonym(words)).hits
    #expect(synonym.map(\.id) == [1, 2])
    #expect(synonym[0].weight == synonym[1].weight)
    let or = try database.search(.or(words)).hits
    #expect(or.map(\.id) == [1, 2])
    #expect(or[0].weight > or[1].weight)
  }

  @Test("A filter adds no weight, an addition adds weight and no hits")
  func filterAndMaybe() throws {
    let database = try open(["lid kamer", "lid x", "kamer x"])
    let lid = Query.term("lid")
    let alone = try database.search(lid).hits
    let filtered = try database.search(.filter(lid, by: .term("kamer"))).hits
    #expect(filtered.map(\.id) == [1])
    #expect(filtered.map(\.weight) == [try #require(alone.first).weight])
    let more = try database.search(.andMaybe(lid, .term("kamer"))).hits
    #expect(more.map(\.id) == [1, 2])
    #expect(more[0].weight > alone[0].weight)
    #expect(more[1].weight == alone[1].weight)
    let scaled = try database.search(.scaled(lid, by: 2)).hits
    // Each is rounded to six decimals.
    #expect(zip(scaled, alone).allSatisfy { abs($0.weight - $1.weight * 2) < 2e-6 })
    #expect(scaled.count == 2)
    #expect(try database.search(.scaled(lid, by: 0)).hits.map(\.weight) == [0, 0])
    let constant = Query.constant(lid, weight: 7.5)
    #expect(try database.search(constant).hits.map(\.weight) == [7.5, 7.5])
    #expect(try database.search(.constant(.nothing, weight: 7.5)).hits.isEmpty)
    let both = try database.search(.or([lid, .constant(.term("kamer"), weight: 100)])).hits
    #expect(both.map(\.id) == [1, 3, 2])
    #expect(abs(both[0].weight - alone[0].weight - 100) < 2e-6)
    let twice = try database.search(.term("lid", frequency: 2)).hits
    #expect(twice[0].weight > alone[0].weight)
  }

  @Test(
    "A factor that is negative or no number is an invalid argument",
    arguments: [-1, .nan, .infinity])
  func wrongFactor(_ factor: Double) throws {
    let database = try open(["lid"])
    #expect(
      failure { _ = try database.search(.scaled(.term("lid"), by: factor)) }?.status
        == .invalidArgument)
    #expect(
      failure { _ = try database.search(.constant(.term("lid"), weight: factor)) }?.status
        == .invalidArgument)
  }

  @Test("A range includes both ends and no document without a value")
  func ranges() throws {
    let database = try Database(
      path: directory.database([
        Document("x", values: [5: "a"]), Document("x", values: [5: "b"]),
        Document("x", values: [5: "c"]), Document("x"), Document("y", values: [5: "b"]),
      ]))
    func ids(_ from: String?, _ through: String?) throws -> [[DocumentID]] {
      let range = Query.valueRange(slot: 5, from: from?.bytes, through: through?.bytes)
      return [
        try database.ids(range), try database.ids(.filter(.term("x"), by: range)),
      ]
    }
    #expect(try ids("a", "b") == [[1, 2, 5], [1, 2]])
    #expect(try ids("b", nil) == [[2, 3, 5], [2, 3]])
    #expect(try ids(nil, "b") == [[1, 2, 5], [1, 2]])
    #expect(try ids(nil, nil) == [[1, 2, 3, 4, 5], [1, 2, 3, 4]])
    #expect(try ids("", "z") == [[1, 2, 3, 5], [1, 2, 3]])
    #expect(try ids("", nil) == [[1, 2, 3, 5], [1, 2, 3]])
    #expect(try ids(nil, "") == [[], []])
    #expect(try ids("c", "a") == [[], []])
    #expect(try ids("d", nil) == [[], []])
  }

  @Test("Hits of equal weight are ordered by document number or by a value")
  func orders() throws {
    let database = try Database(
      path: directory.database([
        Document("lid", values: [1: "b", 2: "x"]), Document("lid lid", values: [1: "a", 2: "x"]),
        Document("lid", values: [1: "c", 2: "x"]), Document("lid", values: [2: "y"]),
      ]))
    let lid = Query.term("lid")
    #expect(try database.ids(lid) == [2, 1, 3, 4])
    #expect(
      try database.ids(lid) { $0.order = .relevanceThenValue(slot: 1, descending: true) }
        == [2, 3, 1, 4])
    #expect(
      try database.ids(lid) { $0.order = .relevanceThenValue(slot: 1, descending: false) }
        == [2, 4, 1, 3])
    #expect(
      try database.ids(lid) { $0.order = .value(slot: 1, descending: true) } == [3, 1, 2, 4])
    #expect(
      try database.ids(lid) { $0.order = .value(slot: 1, descending: false) } == [4, 2, 1, 3])
    // With the same value the best comes first, and then the lowest number.
    #expect(
      try database.ids(lid) { $0.order = .value(slot: 2, descending: true) } == [4, 2, 1, 3])
  }

  @Test("Of hits with the same value only the best remains, with the number it stands for")
  func collapse() throws {
    let database = try Database(
      path: directory.database([
        Document("lid", values: [1: "a"]), Document("lid lid", values: [1: "a"]),
        Document("lid", values: [1: "b"]), Document("lid"), Document("lid"),
      ]))
    var options = SearchOptions()
    options.collapse = 1
    options.checkAtLeast = 10
    options.facets = [1]
    let matches = try database.search(.term("lid"), options)
    #expect(matches.hits.map(\.id) == [2, 3, 4, 5])
    #expect(matches.hits.map(\.collapseCount) == [1, 0, 0, 0])
    #expect([matches.lowerBound, matches.estimate, matches.upperBound] == [4, 4, 4])
    // Facets count collapsed matches as well.
    #expect(
      matches.facets == [
        [FacetValue(value: "a".bytes, count: 2), FacetValue(value: "b".bytes, count: 1)]
      ])
  }

  @Test("Facets count all matches, not only the page")
  func facets() throws {
    let database = try Database(
      path: directory.database(
        (0..<60).map { number in
          Document(
            number < 50 ? "lid" : "x", values: [1: "\(number % 3)", 2: number % 2 == 0 ? "e" : ""])
        }))
    var options = SearchOptions()
    options.limit = 2
    options.facets = [2, 1, 9]
    let matches = try database.search(.term("lid"), options)
    #expect(matches.hits.count == 2)
    #expect(matches.facets.count == 3)
    #expect(matches.facets[0] == [FacetValue(value: "e".bytes, count: 25)])
    #expect(
      matches.facets[1] == [
        FacetValue(value: "0".bytes, count: 17), FacetValue(value: "1".bytes, count: 17),
        FacetValue(value: "2".bytes, count: 16),
      ])
    #expect(matches.facets[2] == [])
    #expect([matches.lowerBound, matches.upperBound] == [50, 50])
  }

  @Test("Pages follow each other without gap or overlap")
  func paging() throws {
    let database = try open((1...25).map { $0 % 2 == 0 ? "lid lid" : "lid" })
    let lid = Query.term("lid")
    let all = try database.ids(lid)
    #expect(all.count == 25)
    var paged: [DocumentID] = []
    for offset in stride(from: 0, to: 30, by: 7) {
      paged += try database.ids(lid) {
        $0.offset = offset
        $0.limit = 7
      }
    }
    #expect(paged == all)
    #expect(try database.ids(lid) { $0.offset = 100 } == [])
    #expect(try database.ids(lid) { $0.offset = .max } == [])
    #expect(try database.ids(lid) { $0.limit = .max } == all)
    #expect(
      try database.ids(lid) {
        $0.offset = 24
        $0.limit = .max
        $0.checkAtLeast = .max
      } == all.suffix(1))
    var none = SearchOptions()
    none.limit = 0
    none.checkAtLeast = 100
    let matches = try database.search(lid, none)
    #expect(matches.hits.isEmpty)
    #expect([matches.lowerBound, matches.upperBound] == [25, 25])
    var negative = SearchOptions()
    negative.offset = -1
    #expect(failure { _ = try database.search(lid, negative) }?.status == .invalidArgument)
  }

  @Test("A hit has what was asked for and nothing else")
  func contents() throws {
    let database = try Database(
      path: directory.database([
        Document("het lid van de kamer", values: [1: "een", 2: "twee"], data: "gegevens")
      ]))
    let query = Query.or([.term("niets"), .term("lid"), .term("kamer"), .term("lid")])
    var options = SearchOptions()
    options.valueSlots = [2, 7, 1]
    let full = try #require(try database.search(query, options).hits.first)
    #expect(full.id == 1)
    #expect(full.data == "gegevens".bytes)
    #expect(full.values == ["twee".bytes, [], "een".bytes])
    #expect(full.collapseCount == 0)
    options.wantsData = false
    options.valueSlots = []
    let bare = try #require(try database.search(query, options).hits.first)
    #expect(bare.data == [])
    #expect(bare.values == [])
    #expect(bare.weight == full.weight)
  }

  @Test("An empty database answers every search with nothing")
  func emptyDatabase() throws {
    let database = try open([])
    #expect(try database.documentCount() == 0)
    var options = SearchOptions()
    options.facets = [1]
    let matches = try database.search(.everything, options)
    #expect(matches.hits.isEmpty)
    #expect(matches.facets == [[]])
    #expect(matches.upperBound == 0)
  }

  private func open(_ texts: [String]) throws -> Database {
    try Database(path: directory.database(texts.map { Document($0) }))
  }
}
