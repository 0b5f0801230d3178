import Kamervragen
import TestSupport
import Testing

@testable import PassageSearch
@testable import PassageStore

@Suite("Pages, counts, groups and facets")
struct PagingTests {
  /// A passage of the generated texts: what a search must find, told without an index.
  private struct Known {
    var id: String
    var setKey: String
    var words: Set<String>
    var members: [String]
    var year: String
  }

  private struct Forest {
    var shelf: Shelf
    var known: [Known]
  }

  private static let trees = ["eik", "beuk", "den", "spar", "linde", "wilg"]

  /// Forty sets of one to five passages with random trees in them.
  private static func forest() async throws -> Forest {
    var generator = SeededGenerator(seed: 7)
    var publications: [Publication] = []
    var known: [Known] = []
    let members = ["Bikker", "Krul", "Dobbe", "Omtzigt"]
    for number in 301...340 {
      let asking = members.shuffled(using: &generator).prefix(
        Int.random(in: 1...2, using: &generator))
      let isRecent = Bool.random(using: &generator)
      var publication = Publication(
        number: "\(number)",
        members: (asking.count == 1 ? "het lid " : "de leden ")
          + asking.map { "**\($0)** (CDA)" }.joined(separator: " en "),
        submitted: nil, received: isRecent ? "3 december 2024" : "4 maart 2024")
      let key = "ah-tk-\(isRecent ? "20242025" : "20232024")-\(number)"
      for question in 1...Int.random(in: 1...5, using: &generator) {
        let words = trees.filter { _ in Int.random(in: 0..<3, using: &generator) == 0 }
        // Some more than once, so that weights differ.
        let text = words.flatMap { word in
          Array(repeating: word, count: Int.random(in: 1...3, using: &generator))
        }
        publication.passages.append(
          ("\(question)", "Welke? \(text.joined(separator: " "))", "Zie de vraag."))
        known.append(
          Known(
            id: "\(key)#\(question)", setKey: key, words: Set(words), members: Array(asking),
            year: isRecent ? "2024-2025" : "2023-2024"))
      }
      publications.append(publication)
    }
    return Forest(shelf: try await Shelf(publications: publications), known: known)
  }

  private static let queries: [(String, [Set<String>])] = [
    ("eik", [["eik"]]), ("eik beuk", [["eik"], ["beuk"]]),
    ("eik beuk den", [["eik"], ["beuk"], ["den"]]),
    ("eik (beuk OF den)", [["eik"], ["beuk", "den"]]),
    ("eik beuk den spar linde wilg", trees.map { [$0] }), ("eik xyzzy", [["eik"], ["xyzzy"]]),
  ]

  /// Passages that have every item, and those that have some.
  private func split(_ known: [Known], _ items: [Set<String>]) -> (full: [Known], partial: [Known])
  {
    let counted = known.map { passage in
      (passage, items.count { !$0.isDisjoint(with: passage.words) })
    }
    return (
      counted.filter { $0.1 == items.count }.map(\.0),
      counted.filter { $0.1 > 0 && $0.1 < items.count }.map(\.0)
    )
  }

  @Test(
    "Every complete and every partial match is listed once, and nothing else",
    arguments: SearchRequest.Sort.allCases)
  func everything(_ sort: SearchRequest.Sort) async throws {
    let forest = try await Self.forest()
    for (query, items) in Self.queries {
      var request = SearchRequest(query)
      request.limit = 1000
      request.sort = sort
      let results = try forest.shelf.reader.search(request).results
      let (full, partial) = split(forest.known, items)
      let complete = results.prefix { $0.missing.isEmpty }
      #expect(complete.map(\.stored.id).sorted() == full.map(\.id).sorted(), "\(query)")
      #expect(
        results.dropFirst(complete.count).map(\.stored.id).sorted() == partial.map(\.id).sorted(),
        "\(query)")
      #expect(results.dropFirst(complete.count).allSatisfy { !$0.missing.isEmpty }, "\(query)")
    }
  }

  @Test("A partial match names exactly what it lacks")
  func missing() async throws {
    let forest = try await Self.forest()
    let words = Dictionary(uniqueKeysWithValues: forest.known.map { ($0.id, $0.words) })
    var request = SearchRequest("eik beuk den spar")
    request.limit = 1000
    let results = try forest.shelf.reader.search(request).results
    #expect(results.count == 95)
    for result in results {
      let known = words[result.stored.id] ?? []
      let lacking = ["eik", "beuk", "den", "spar"].filter { !known.contains($0) }
      #expect(result.missing.map(\.typed) == lacking, "\(result.stored.id)")
    }
  }

  @Test("Pages put together are one big page, in every order, grouped or not")
  func pages() async throws {
    let forest = try await Self.forest()
    for sort in SearchRequest.Sort.allCases {
      for group in SearchRequest.Group.allCases {
        for (query, _) in Self.queries {
          var request = SearchRequest(query)
          request.sort = sort
          request.group = group
          request.limit = 1000
          let whole = try forest.shelf.reader.search(request).results
          request.limit = 7
          var paged: [SearchResult] = []
          while true {
            request.offset = paged.count
            let page = try forest.shelf.reader.search(request).results
            if page.isEmpty { break }
            paged += page
          }
          let label = "\(query), \(sort), \(group)"
          #expect(paged.map(\.stored.id) == whole.map(\.stored.id), "\(label)")
          #expect(paged.map(\.missing) == whole.map(\.missing), "\(label)")
          #expect(paged.map(\.rank) == Array(1..<(paged.count + 1)), "\(label)")
        }
      }
    }
  }

  @Test("The counts are bounds that hold on every page")
  func counts() async throws {
    let forest = try await Self.forest()
    for (query, items) in Self.queries {
      let (full, partial) = split(forest.known, items)
      for group in SearchRequest.Group.allCases {
        for (offset, limit) in [(0, 0), (0, 1), (0, 10), (5, 10), (30, 10), (0, 1000), (999, 10)] {
          var request = SearchRequest(query)
          request.group = group
          request.offset = offset
          request.limit = limit
          let response = try forest.shelf.reader.search(request)
          let label = "\(query), \(group), from \(offset), \(limit)"
          #expect(
            response.total
              == CountBounds(lower: full.count, estimate: full.count, upper: full.count),
            "\(label)")
          #expect(response.partial.lower <= partial.count, "\(label)")
          #expect(response.partial.upper >= partial.count, "\(label)")
          #expect(response.partial.lower <= response.partial.estimate, "\(label)")
          #expect(response.partial.estimate <= response.partial.upper, "\(label)")
        }
      }
    }
  }

  @Test("Grouped by set, each set is listed once, its complete match before its partial ones")
  func groups() async throws {
    let forest = try await Self.forest()
    for (query, items) in Self.queries {
      var request = SearchRequest(query)
      request.limit = 1000
      request.group = .set
      let results = try forest.shelf.reader.search(request).results
      let (full, partial) = split(forest.known, items)
      let complete = results.prefix { $0.missing.isEmpty }
      #expect(Set(complete.map(\.stored.setKey)) == Set(full.map(\.setKey)), "\(query)")
      #expect(complete.count == Set(full.map(\.setKey)).count, "\(query)")
      for result in complete {
        let others = full.count { $0.setKey == result.stored.setKey } - 1
        #expect(result.moreInSet <= others, "\(query), \(result.stored.id)")
        #expect((result.moreInSet > 0) == (others > 0), "\(query), \(result.stored.id)")
      }
      let keys = results.map(\.stored.setKey)
      #expect(keys.count == Set(keys).count, "\(query)")
      #expect(Set(keys) == Set((full + partial).map(\.setKey)), "\(query)")
    }
  }

  @Test("Facets count every complete match, or every set of them, on any page")
  func facets() async throws {
    let forest = try await Self.forest()
    for (query, items) in Self.queries {
      let full = split(forest.known, items).full
      var sets: Set<String> = []
      let ofSets = full.filter { sets.insert($0.setKey).inserted }
      for group in SearchRequest.Group.allCases {
        let full = group == .set ? ofSets : full
        for limit in [0, 1, 1000] {
          var request = SearchRequest(query)
          request.limit = limit
          request.group = group
          request.facets = [.lid, .jaar, .partij, .soort, .minister]
          let facets = try forest.shelf.reader.search(request).facets
          let label = "\(query), \(group), \(limit)"
          #expect(facets[.lid] == counted(full.flatMap(\.members)), "\(label)")
          #expect(facets[.jaar] == counted(full.map(\.year)), "\(label)")
          #expect(facets[.partij] == counted(full.map { _ in "CDA" }), "\(label)")
          #expect(facets[.soort] == counted(full.map { _ in "answered" }), "\(label)")
          #expect(facets[.minister] == counted(full.map { _ in "Minister Van Weel" }), "\(label)")
        }
      }
    }
    #expect(try forest.shelf.reader.search(SearchRequest("eik")).facets == [:])
  }

  /// Values with their counts, the most frequent first, then by name.
  private func counted(_ values: [String]) -> [FacetCount] {
    Dictionary(grouping: values) { $0 }.map { FacetCount(value: $0, count: $1.count) }
      .sorted { ($1.count, $0.value) < ($0.count, $1.value) }
  }

  @Test(
    "If complete matches fill the list, the number of the others is estimated within true bounds"
  )
  func estimatedPartialMatches() async throws {
    let complete = SetRanking.window + 5
    let texts = (0..<complete).map { "Eik en beuk \($0)?" } + (0..<30).map { "Eik \($0)?" }
    let shelf = try await Shelf(
      publications: texts.enumerated().map { index, text in
        Publication(number: "\(index + 1)", passages: [("1", text, "Zie de vraag.")])
      })
    let response = try shelf.reader.search(SearchRequest("eik beuk"))
    #expect(response.total == CountBounds(lower: complete, estimate: complete, upper: complete))
    #expect(response.results.map(\.missing) == Array(repeating: [], count: 10))
    #expect(!response.isPartialCounted)
    #expect(response.partial.lower <= 30)
    #expect(response.partial.upper >= 30)
    // The last page has them, and counts them.
    var request = SearchRequest("eik beuk")
    request.offset = complete
    let last = try shelf.reader.search(request)
    #expect(last.results.map(\.missing) == Array(repeating: [.word("beuk")], count: 10))
    #expect(last.isPartialCounted)
    #expect(last.partial == CountBounds(lower: 30, estimate: 30, upper: 30))
  }

  @Test("An offset beyond the end gives an empty page with the same counts")
  func beyondTheEnd() async throws {
    let shelf = try await Shelf("Eik?", "Eik en beuk?")
    var request = SearchRequest("eik beuk")
    request.offset = 2
    let response = try shelf.reader.search(request)
    #expect(response.results.isEmpty)
    #expect(response.total == CountBounds(lower: 1, estimate: 1, upper: 1))
    #expect(response.partial == CountBounds(lower: 1, estimate: 1, upper: 1))
  }
}
