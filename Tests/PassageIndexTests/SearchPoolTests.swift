import Foundation
import TestSupport
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
    let pool = SearchPool(path: shelf.reader.path, count: 3)
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
    let pool = SearchPool(path: shelf.reader.path, count: 0)
    let error = IndexError.missing(path: "x")
    #expect(throws: error) {
      try pool.withReader { _ throws(IndexError) -> Int in throw error }
    }
    let found = try pool.withReader { reader throws(IndexError) in
      try reader.passages(of: "ah-tk-20242025-101").count
    }
    #expect(found == 1)
  }

  @Test("A pool of an index that is not there fails as a reader of it does, until it is there")
  func missing() async throws {
    let directory = try TemporaryDirectory()
    let pool = SearchPool(path: directory["index"], count: 2)
    let count = { @Sendable (reader: IndexReader) throws(IndexError) in try reader.status().sets }
    #expect(throws: IndexError.missing(path: directory["index"])) { try pool.withReader(count) }
    #expect(pool.knownState() == nil)
    let shelf = try await Self.shelf()
    try FileManager.default.copyItem(atPath: shelf.reader.path, toPath: directory["index"])
    #expect(try pool.withReader(count) == 3)
    try FileManager.default.removeItem(atPath: directory["index"])
    #expect(throws: IndexError.missing(path: directory["index"])) { try pool.withReader(count) }
  }

  @Test("A commit, a rebuild and a rollback are seen by the next that borrows a reader")
  func following() async throws {
    let place = try TestIndex()
    func write(_ number: String) throws {
      try place.write(
        Publication(number: number, passages: [("1", "Groeit de eik?", "Ja.")]).text,
        to: "\(number).md")
    }
    try write("101")
    try await place.run()
    let pool = SearchPool(path: place.index, count: 2)
    var states: Set<IndexState?> = []
    func found() throws -> Int {
      let (count, state) = try pool.withReader { reader throws(IndexError) in
        (try reader.search(SearchRequest("eik")).total.upper, try reader.state())
      }
      #expect(pool.knownState() == state)
      states.insert(state)
      return count
    }
    #expect(try found() == 1)
    try write("102")
    try await place.run()
    #expect(pool.knownState() == nil)
    // Twice, for each reader of the pool.
    #expect(try found() == 2)
    #expect(try found() == 2)
    try write("103")
    try await place.run(rebuild: true)
    #expect(try found() == 3)
    #expect(try found() == 3)
    _ = try Rollback.run(path: place.index)
    #expect(try found() == 2)
    #expect(try found() == 2)
    #expect(states.count == 3)
  }
}
