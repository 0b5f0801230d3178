import TestSupport
import Testing
import Xapian

@testable import PassageSearch
@testable import PassageStore

@Suite("Passages are ranked by themselves and by their sets")
struct SetRankingTests {
  private func match(_ id: UInt32, _ set: String, _ weight: Double, isFull: Bool = false)
    -> SetRanking.Match
  {
    SetRanking.Match(id: id, set: Array(set.utf8), isFull: isFull, weight: weight)
  }

  @Test("A passage has half of the weight of its set, and the rest in proportion to the best")
  func weights() {
    let matches = [match(1, "a", 10), match(2, "b", 9), match(3, "b", 8), match(4, "b", 2)]
    var ranking = SetRanking(matches)
    #expect(ranking.ordered(matches).map(\.weight) == [10, 9, 8.5, 5.5])
    ranking.add { $0 == Array("b".utf8) ? 9 : 2 }
    let ordered = ranking.ordered(matches)
    #expect(ordered.map(\.id) == [2, 3, 1, 4])
    #expect(ordered.map(\.weight) == [18, 17, 12, 11])
  }

  @Test("Complete matches stay before partial ones")
  func fullMatchesFirst() {
    let matches = [match(1, "a", 5, isFull: true), match(2, "b", 9), match(3, "a", 8)]
    let ordered = SetRanking(matches).ordered(matches)
    #expect(ordered.map(\.id) == [1, 2, 3])
    #expect(ordered.map(\.weight) == [6.5, 9, 8])
  }

  @Test("Equals stay in the order in which they came, also two of one set")
  func equals() {
    let matches = [match(7, "a", 4), match(3, "b", 4), match(5, "a", 4)]
    #expect(SetRanking(matches).ordered(matches).map(\.id) == [7, 3, 5])
  }
}

@Suite("Sets with other words about the same matter")
struct RelatedTests {
  /// Sets about ferries: some say so, one does not. All others are about something else.
  private func shelf() async throws -> Shelf {
    let ferries = [
      "Vaart de veerpont nog over de rivier met de aanlegsteiger?",
      "Is de veerpont aan de aanlegsteiger van de rivier veilig?",
      "Wie betaalt de veerpont, de rivier en de aanlegsteiger?",
    ]
    let related = "Ligt er een aanlegsteiger aan de rivier?"
    let others = (1...40).map { "Wat vindt u van onderwerp\($0) en de klas?" }
    return try await Shelf(
      publications: (ferries + [related] + others).enumerated().map { place, text in
        Publication(number: "\(501 + place)", passages: [("1", text, "Ja, dat klopt.")])
      })
  }

  @Test("A set without the word comes after those with it, and says by which words it is found")
  func related() async throws {
    let shelf = try await shelf()
    let response = try shelf.reader.search(SearchRequest("veerpont"))
    #expect(response.total == CountBounds(lower: 3, estimate: 3, upper: 3))
    #expect(response.related == 1)
    #expect(response.results.map(\.related) == [[], [], [], ["aanlegsteiger", "rivier"]])
    #expect(response.results.map(\.missing) == [[], [], [], [.word("veerpont")]])
    #expect(response.results.last?.stored.id == "ah-tk-20242025-504#1")
    let scores = response.results.map(\.score)
    #expect(scores == scores.sorted(by: >))
    let explained = try shelf.reader.explainMatch(of: "ah-tk-20242025-504#1", "veerpont")
    #expect(explained.map(\.related) == [["aanlegsteiger", "rivier"]])
    #expect(explained.map(\.score) == [scores[3]])
    #expect(explained.map(\.isFound) == [true])
  }

  @Test(
    "Nothing related is listed if that is not wanted, and for longer queries, phrases and filters",
    arguments: [
      "veerpont rivier aanlegsteiger", "\"de veerpont\"", "+veerpont", "veerpont jaar:1999",
    ])
  func unrelated(_ query: String) async throws {
    let shelf = try await shelf()
    let found = try shelf.reader.search(SearchRequest(query))
    #expect(found.results.allSatisfy { $0.related.isEmpty })
    #expect(found.related == 0)
  }

  @Test("Of sets that are equally good, all tell words or none, in whatever order they come")
  func equallyGood() {
    func best(_ weights: [Double]) -> [DocumentID] {
      Feedback.best(
        of: weights.enumerated().map {
          SetWeights.Found(set: [UInt8($0)], id: DocumentID($0 + 1), weight: $1)
        }
      ).map(\.id)
    }
    #expect(best([]) == [])
    #expect(best([3, 2, 2]) == [1, 2, 3])
    #expect(best((1...30).map { 40 - Double($0) }) == Array(1...10))
    #expect(best([9, 8] + Array(repeating: 7, count: 18)) == Array(1...20))
    #expect(best([9, 8] + Array(repeating: 7, count: 19)) == [1, 2])
    #expect(best(Array(repeating: 7, count: 21)) == [])
  }

  @Test("Pages with related passages put together are one big page, grouped or not")
  func pages() async throws {
    let shelf = try await shelf()
    for group in SearchRequest.Group.allCases {
      var request = SearchRequest("veerpont")
      request.group = group
      let whole = try shelf.reader.search(request).results
      request.limit = 1
      var paged: [SearchResult] = []
      for offset in 0..<6 {
        request.offset = offset
        paged += try shelf.reader.search(request).results
      }
      #expect(paged.map(\.stored.id) == whole.map(\.stored.id))
      #expect(paged.map(\.score) == whole.map(\.score))
      #expect(paged.map(\.related) == whole.map(\.related))
      #expect(paged.map(\.rank) == [1, 2, 3, 4])
    }
  }

  @Test("Without related words, and if all words are required, only matches are listed")
  func excluded() async throws {
    let shelf = try await shelf()
    var request = SearchRequest("veerpont")
    request.requiresAll = true
    #expect(try shelf.reader.search(request).results.map(\.related) == [[], [], []])
    request.requiresAll = false
    request.excludesRelated = true
    #expect(try shelf.reader.search(request).results.map(\.related) == [[], [], []])
  }
}

@Suite("Sets count for the order")
struct SetEvidenceTests {
  @Test("The set that has all words of a longer query as typed comes before those in other forms")
  func exactForms() async throws {
    let shelf = try await Shelf(
      publications: [
        ["De haven.", "De vergunning en de gemeente."],
        ["De havens.", "De vergunningen, gemeenten."],
      ].enumerated().map { place, texts in
        Publication(
          number: "\(601 + place)",
          passages: texts.enumerated().map { ("\($0 + 1)", $1, "Nee.") })
      })
    let queries = [("haven vergunning gemeente", "601"), ("havens vergunningen gemeenten", "602")]
    for (query, best) in queries {
      var request = SearchRequest(query)
      request.group = .set
      let found = try shelf.reader.search(request).results
      #expect(found.map(\.stored.set.number).first == best, "\(query)")
      #expect(found.count == 2)
    }
  }

  @Test("Of two passages alike, the one whose set says more about the word comes first")
  func words() async throws {
    let shelf = try await Shelf(
      publications: [
        [("1", "Is de sluis open?", "Nee."), ("2", "En de brug?", "Ja.")],
        [("1", "Is de sluis open?", "Nee."), ("2", "Hoeveel sluizen, welke sluis?", "Sluis 2.")],
      ].enumerated().map { place, passages in
        Publication(number: "\(701 + place)", passages: passages)
      })
    let found = try shelf.reader.search(SearchRequest("sluis")).results.map(\.stored.id)
    #expect(found.first?.hasPrefix("ah-tk-20242025-702") == true)
    #expect(found.last == "ah-tk-20242025-701#1")
  }
}
