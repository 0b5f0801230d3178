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
}
