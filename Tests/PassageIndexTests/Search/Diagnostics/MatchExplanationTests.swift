import TestSupport
import Testing

@testable import PassageSearch
@testable import PassageStore

@Suite("Why a passage is found or not")
struct MatchExplanationTests {
  private static func shelf() async throws -> Shelf {
    try await Shelf(
      "Groeit de kastanjeboom langs de gracht?|De kastanjebomen groeien.", "Bloeit de linde?|Ja.",
      "Groeit er mos?|Neen.")
  }

  private func explain(_ query: String, _ shelf: Shelf, _ number: String = "101") throws
    -> MatchExplanation
  {
    try #require(
      try shelf.reader.explainMatch(of: "ah-tk-20242025-\(number)#1", query).first, "\(query)")
  }

  @Test(
    "Each word tells where it stands and what it adds, and together they are the score of the search"
  )
  func found() async throws {
    let shelf = try await Self.shelf()
    let explanation = try explain("gracht groeit", shelf)
    #expect(explanation.hasAll)
    #expect(explanation.parts.map(\.part) == [.word("gracht"), .word("groeit")])
    #expect(explanation.parts[0].places == [.init(field: .question, forms: ["gracht"])])
    #expect(explanation.parts.allSatisfy { $0.weight > 0 && $0.nearest == nil })
    let score = try #require(
      try shelf.reader.search(SearchRequest("gracht groeit")).results.first?.score)
    // Each is rounded to six decimals.
    #expect(abs(explanation.score - score) < 2e-6)
  }

  @Test("A word that is lacking comes with the word most like it")
  func missing() async throws {
    let shelf = try await Self.shelf()
    for (word, nearest) in [
      ("kastanje", "kastanjeboom"), ("stadsgracht", "gracht"), ("grocht", "gracht"), ("xqzw", nil),
      ("abc", nil),
    ] {
      let explanation = try explain(word, shelf)
      #expect(!explanation.hasAll, "\(word)")
      #expect(explanation.score == 0, "\(word)")
      #expect(explanation.parts.map(\.nearest) == [nearest], "\(word)")
    }
    let phrase = try explain("\"gracht langs\"", shelf)
    #expect(!phrase.hasAll)
    #expect(phrase.parts[0].places == [.init(field: .question, forms: ["langs", "gracht"])])
  }

  @Test("Fields, dates and exclusions are met or not, and add nothing to the score")
  func conditions() async throws {
    let shelf = try await Self.shelf()
    let met = try explain("gracht jaar:2024 datum:2024 -linde", shelf)
    #expect(met.hasAll)
    #expect(met.parts.map(\.isCondition) == [false, true, true, true])
    #expect(met.parts.dropFirst().allSatisfy { $0.weight == 0 })
    let unmet = try explain("gracht jaar:1999 -gracht", shelf)
    #expect(unmet.parts.map(\.isSatisfied) == [true, false, false])
    #expect(!unmet.hasAll)
    #expect(try shelf.reader.explainMatch(of: "ah-tk-20242025-999#1", "x") == [])
  }

  @Test("Whether a passage has everything is what the search says, whatever is typed")
  func agrees() async throws {
    let shelf = try await Self.shelf()
    for query in [
      "groeit", "groeit OF linde", "(groeit gracht) OF linde", "-groeit", "gr*", "vraag:1 groeit",
      "\"de linde\"", "groeit NEAR/2 kastanjeboom", "lid:bikker", "nr:101", "", "+mos groeit",
      "soort:beantwoord -(mos OF linde)", "101",
    ] {
      let found = Set(try shelf.complete(query))
      for number in ["101", "102", "103"] where !query.isEmpty {
        #expect(
          try explain(query, shelf, number).hasAll == found.contains(number), "\(query) \(number)")
      }
    }
  }

  @Test("The score is the one that the search shows, and the sum of what is told apart")
  func scores() async throws {
    let shelf = try await Shelf(publications: [
      Publication(
        number: "201", received: "3 november 2024",
        passages: [
          ("1", "Wie snoeit de kastanjeboom langs de gracht?", "De gemeente snoeit."),
          ("2", "Wanneer is de gracht gebaggerd?", "In maart."),
          ("3", "Is er een plan voor de boom en de kade?", "Ja."),
        ]),
      Publication(
        number: "202", received: "4 november 2024",
        passages: [("1", "Wie baggert de haven?", "Niemand."), ("2", "Bloeit de linde?", "Ja.")]),
    ])
    for query in [
      "gracht", "kastanjeboom", "snoeien gracht", "gracht OF haven", "gracht -haven",
      "gracht lid:bikker", "lid:bikker", "+gracht haven linde", "baggert", "boom kade plan",
      "\"de gracht\"", "gr*", "gracht jaar:2024", "vraag:gracht gemeente", "gracht NEAR/9 snoeit",
      "gracht gracht baggert", "AH 201", "AH 201 gracht", "haven nr. 202",
    ] {
      let results = try shelf.reader.search(SearchRequest(query)).results
      #expect(!results.isEmpty, "\(query)")
      for result in results {
        let account = try #require(
          try shelf.reader.explainMatch(of: result.stored.id, query).first)
        #expect(account.isFound, "\(query)")
        #expect(account.score == result.score, "\(query) \(result.stored.id)")
        guard case .weight(let support) = account.support else {
          Issue.record("\(query)")
          continue
        }
        let sum = account.parts.reduce(support) {
          $0 + $1.weight + $1.relatedWeight
        }
        // Each is rounded to six decimals.
        #expect(abs(sum - result.score) < 1e-5, "\(query) \(result.stored.id)")
      }
    }
  }

  @Test("A passage after the first matches is told to get no support of its set")
  func outside() async throws {
    let passages = (1...SetRanking.window / 4 + 3).map {
      ("\($0)", "Lekt leiding nummer \($0)?", "Neen.")
    }
    let shelf = try await Shelf(
      publications: ["201", "202", "203", "204"].map {
        Publication(number: $0, received: "3 november 2024", passages: passages)
      })
    var request = SearchRequest("leiding")
    request.limit = SetRanking.window + 5
    let results = try shelf.reader.search(request).results
    let supports = try results.suffix(10).map { result in
      try shelf.reader.explainMatch(of: result.stored.id, "leiding").first?.support
    }
    #expect(
      Array(supports.suffix(5)) == Array(repeating: .outside(window: SetRanking.window), count: 5))
    let weights = supports.prefix(5).compactMap { support in
      if case .weight(let weight)? = support { weight } else { nil }
    }
    #expect(weights.count == 5 && weights.allSatisfy { $0 > 0 })
  }

  @Test("What a passage must have is told apart from what it may lack")
  func required() async throws {
    let shelf = try await Self.shelf()
    for (query, isFound) in [
      ("gracht mos", true), ("gracht +mos", false), ("gracht lid:ander", false),
      ("gracht jaar:1999", false), ("gracht -groeien", false), ("linde mos", false),
    ] {
      let account = try explain(query, shelf)
      #expect(account.isFound == isFound, "\(query)")
      #expect((account.score > 0) == isFound, "\(query)")
    }
    let parts = try explain("gracht +mos lid:ander jaar:1999 -groeien", shelf).parts
    #expect(parts.map(\.isRequired) == [false, true, true, true, true])
    #expect(parts.map(\.isSatisfied) == [true, false, false, false, false])
  }
}
