import TestSupport
import Testing
import Xapian

@testable import PassageSearch
@testable import PassageStore

@Suite("Suggestions")
struct SuggestionTests {
  private static func reader() async throws -> (TestIndex, IndexReader) {
    let place = try TestIndex()
    let text = Publication(
      number: "101",
      passages: [
        ("1", "Krijgt de asielzoeker een huurtoeslag en goed beleid?", "Ja, de politie kijkt."),
        ("2", "Is er toeslagenfraude in Rotterdam gezien?", "Nee, geen fraude en geen toeslag."),
      ]
    ).text
    try place.write(text, to: "a.md")
    try await place.run()
    return (place, try place.reader())
  }

  @Test(
    "Joined, split, respelled or mistyped words are suggested, and nothing is replaced",
    arguments: [
      ("asiel zoeker", "asielzoeker"), ("toeslag fraude", "toeslagenfraude"),
      ("toeslagfraude", "toeslag fraude"), ("beleit", "beleid"), ("polietie", "politie"),
      ("asielzoekr", "asielzoeker"), ("asielzoekeer", "asielzoeker"),
      ("asielzeoker", "asielzoeker"), ("rooterdam huurtoeslag", "rotterdam huurtoeslag"),
      ("huurtoeschlag", "huurtoeslag"), ("polisie", "politie"),
    ])
  func suggested(query: String, better: String) async throws {
    let (place, reader) = try await Self.reader()
    let response = try reader.search(SearchRequest(query))
    #expect(response.suggestion == better)
    withExtendedLifetime(place) {}
  }

  @Test(
    "Words of the index, numbers and words like no other bring no suggestion",
    arguments: ["asielzoeker", "2024", "qqqqqq", "ja", "", "beleid politie", "uitgeen"])
  func none(query: String) async throws {
    let (place, reader) = try await Self.reader()
    #expect(try reader.search(SearchRequest(query)).suggestion == nil)
    var exact = SearchRequest("beleit")
    exact.isExact = true
    #expect(try reader.search(exact).suggestion == nil)
    withExtendedLifetime(place) {}
  }

  @Test("A sound is spelled another way, a letter is doubled or single")
  func respellings() {
    let words = Suggestion.respellings(of: [Array("ijs".utf8)])
    #expect(
      Self.texts(words)
        == ["eis", "iejs", "iijs", "ijc", "ijjs", "ijsch", "ijss", "ijz", "yjs", "ys"])
  }

  @Test("A slip changes one letter, or swaps two")
  func slips() {
    let words = Self.texts(Suggestion.slips(of: Array("ab".utf8)))
    #expect(Set(words).isSuperset(of: ["a", "b", "ba", "xb", "ax", "xab", "axb", "abx"]))
    #expect(words.allSatisfy { (1...3).contains($0.count) })
    // 26 letters at 3 places, 25 other letters at 2, 2 left out, 2 changed places; doubles are made
    // twice.
    #expect(words.count == 78 + 50 + 2 + 1 - 2)
  }

  private static func texts(_ words: TermList) -> [String] { (0..<words.count).map(words.string) }
}
