import TestSupport
import Testing

@testable import Xapian

private let documentCount = 3000

/// Makes a database with more blocks than a reader has looked at when it opens.
func overtakable(in directory: TemporaryDirectory) throws -> String {
  try directory.database((1...documentCount).map { overtaken($0, round: 0) })
}

/// Rewrites all documents, in three commits.
func overtake(_ path: String) throws {
  let writer = try WritableDatabase(path: path, mode: .open)
  for round in 1...3 {
    try writer.beginTransaction()
    for number in 1...documentCount {
      try writer.amend(
        DocumentID(number), withoutTerms: "r".bytes, adding: overtaken(number, round: round))
    }
    try writer.setMetadata("ronde \(round)".bytes, forKey: "ronde")
    try writer.commitTransaction()
  }
  try writer.close()
}

private func overtaken(_ number: Int, round: Int) -> Document {
  Document(
    "allen ronde\(round) nummer\(number)", values: [1: "\(round)"],
    data: "document \(number) in ronde \(round)")
}

/// A reader that writers have overtaken reads on, on the latest commit.
@Suite("Overtaken readers")
struct OvertakenReaderTests {
  let directory: TemporaryDirectory
  let path: String

  init() throws {
    directory = try TemporaryDirectory()
    path = try overtakable(in: directory)
  }

  @Test("The data of a document is that of the latest commit")
  func data() throws {
    let database = try Database(path: path)
    try overtake(path)
    #expect(try database.data(of: 1500) == "document 1500 in ronde 3".bytes)
  }

  @Test("A search is repeated as a whole: all its hits are of one state")
  func search() throws {
    let database = try Database(path: path)
    try overtake(path)
    var options = SearchOptions()
    options.limit = documentCount
    options.valueSlots = [1]
    options.facets = [1]
    let matches = try database.search(.term("allen"), options)
    #expect(matches.hits.count == documentCount)
    #expect(
      matches.hits.map(\.data)
        == (1...documentCount).map { "document \($0) in ronde 3".bytes })
    #expect(Set(matches.hits.map(\.values)) == [["3".bytes]])
    #expect(matches.facets == [[FacetValue(value: "3".bytes, count: documentCount)]])
  }

  @Test("Terms, metadata and postings are those of the latest commit")
  func others() throws {
    let database = try Database(path: path)
    try overtake(path)
    #expect(
      try database.terms(of: 2999, prefix: "").map(\.term) == ["allen", "nummer2999", "ronde3"])
    #expect(try database.termCount(withPrefix: "nummer") == documentCount)
    #expect(
      try database.documents(withTerm: "ronde3", offset: 2998, limit: 10) == [2999, 3000])
    #expect(try database.metadata(forKey: "ronde") == "ronde 3".bytes)
  }

  @Test("Until it is overtaken a reader stays with its state, and reopening goes on")
  func reopening() throws {
    let database = try Database(path: path)
    #expect(try database.reader.advance() == false)
    let writer = try WritableDatabase(path: path, mode: .open)
    try writer.add(Document("nieuw"))
    try writer.close()
    #expect(try database.documentCount() == documentCount)
    #expect(try database.reader.advance() == true)
    #expect(try database.documentCount() == documentCount + 1)
  }

  @Test("A reader reads while a writer commits again and again")
  func race() async throws {
    let path = path
    let writing = Task.detached {
      for _ in 0..<2 { try overtake(path) }
    }
    let database = try Database(path: path)
    var options = SearchOptions()
    options.limit = documentCount
    options.valueSlots = [1]
    for _ in 0..<20 {
      let matches = try database.search(.term("allen"), options)
      #expect(matches.hits.count == documentCount)
      #expect(Set(matches.hits.map(\.values)).count == 1)
    }
    try await writing.value
  }
}
