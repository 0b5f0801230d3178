import Testing

@testable import PassageSearch
@testable import PassageStore

@Suite("Readers that threads share")
struct SearchPoolTests {
  private static let queries = [
    "eik", "beuk OF den", "\"de eik\"", "groeit -beuk", "lid:bikker groeit", "ei*", "grooit",
    "xyzzy",
  ]

  private static func shelf() async throws -> Shelf {
    try await Shelf(
      "Groeit de eik?|Nee, de beuk.", "Groeit de den?", "Wat groeit er bij de eik?|De den.")
  }

  @Test("Threads that search at the same time get the answers of one that searches alone")
  func together() async throws {
    let shelf = try await Self.shelf()
    let alone = try Self.queries.map { try shelf.reader.search(SearchRequest($0)) }
    // Fewer readers than threads, so that some have to wait.
    let pool = try SearchPool(path: shelf.reader.path, count: 3)
    let answers = try await withThrowingTaskGroup(
      of: (Int, SearchResponse).self, returning: [[SearchResponse]].self
    ) { group in
      for _ in 0..<20 {
        for (place, query) in Self.queries.enumerated() {
          group.addTask { @concurrent in
            (
              place,
              try pool.withReader { reader throws(IndexError) in
                try reader.search(SearchRequest(query))
              }
            )
          }
        }
      }
      var answers = Self.queries.map { _ in [SearchResponse]() }
      for try await (place, answer) in group { answers[place].append(answer) }
      return answers
    }
    for (place, answers) in answers.enumerated() {
      #expect(answers.count == 20)
      #expect(answers.allSatisfy { $0 == alone[place] }, "\(Self.queries[place])")
    }
  }

  @Test("A reader is lent again after work that failed; a pool has at least one")
  func failure() async throws {
    let shelf = try await Self.shelf()
    let pool = try SearchPool(path: shelf.reader.path, count: 0)
    let error = IndexError.missing(path: "x")
    #expect(throws: error) {
      try pool.withReader { _ throws(IndexError) -> Int in throw error }
    }
    let found = try pool.withReader { reader throws(IndexError) in
      try reader.passages(of: "ah-tk-20242025-101").count
    }
    #expect(found == 1)
  }

  @Test("A pool of an index that is not there is refused as a reader of it is")
  func missing() {
    let path = "/dit/is/er/niet"
    #expect(throws: IndexError.missing(path: path)) { try SearchPool(path: path, count: 2) }
  }
}
