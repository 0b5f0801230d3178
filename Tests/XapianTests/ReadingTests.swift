import Foundation
import TestSupport
import Testing

@testable import Xapian

@Suite("Reading")
struct ReadingTests {
  let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  @Test("Terms come in byte order, up to the limit")
  func terms() throws {
    let path = try directory.database([
      Document("kamer kamerlid kamerleden lid"), Document("kamer kamerlid één"),
    ])
    let reader = try Database(path: path)
    let two = try reader.terms(withPrefix: "kamer", limit: 2)
    #expect(two.map(\.term) == ["kamer", "kamerleden"])
    #expect(two.map(\.documentFrequency) == [2, 1])
    #expect(
      try reader.terms(withPrefix: "", limit: 100).map(\.term)
        == ["kamer", "kamerleden", "kamerlid", "lid", "één"])
    #expect(try reader.terms(withPrefix: "kamer", limit: 0).isEmpty)
    #expect(try reader.terms(withPrefix: "kamer", limit: -1).isEmpty)
    #expect(try reader.terms(withPrefix: "x", limit: 5).isEmpty)
    #expect(try reader.termCount(withPrefix: "kamer") == 3)
    #expect(try reader.termCount(withPrefix: "") == 5)
    #expect(try reader.termCount(withPrefix: "x") == 0)
  }

  @Test("A document's terms are those with the prefix, and no others")
  func documentTerms() throws {
    let path = try directory.database([Document("Sa Sb Sb Sz T a")])
    let reader = try Database(path: path)
    let terms = try reader.terms(of: 1, prefix: "S")
    #expect(terms.map(\.term) == ["Sa", "Sb", "Sz"])
    #expect(terms.map(\.frequency) == [1, 2, 1])
    #expect(try reader.terms(of: 1, prefix: "Z").isEmpty)
  }

  @Test("A posting list is read in parts")
  func postings() throws {
    let path = try directory.database((1...10).map { Document($0 % 2 == 0 ? "even" : "oneven") })
    let reader = try Database(path: path)
    #expect(try reader.documents(withTerm: "even", offset: 0, limit: 2) == [2, 4])
    #expect(try reader.documents(withTerm: "even", offset: 2, limit: 2) == [6, 8])
    #expect(try reader.documents(withTerm: "even", offset: 4, limit: .max) == [10])
    #expect(try reader.documents(withTerm: "even", offset: 5, limit: 9) == [])
    #expect(try reader.documents(withTerm: "niets", offset: 0, limit: 9) == [])
    #expect(try reader.documents(withTerm: "", offset: 8, limit: 9) == [9, 10])
  }

  @Test("Document frequencies come in the order of the terms")
  func frequencies() throws {
    let path = try directory.database([Document("een"), Document("een twee")])
    let reader = try Database(path: path)
    let terms = TermList(["twee", "", "drie", "een", "twee"].map(\.utf8))
    #expect(try reader.documentFrequencies(of: terms) == [1, 0, 0, 2, 1])
    #expect(try reader.documentFrequencies(of: TermList()) == [])
  }

  @Test(
    "Document frequencies of many terms are right in any order, in one database and in two"
  )
  func manyFrequencies() throws {
    let letters = ["a", "b", "c"]
    let pairs = letters.flatMap { first in letters.map { first + $0 } }
    let words = letters + pairs + pairs.flatMap { pair in letters.map { pair + $0 } }
    // The word at 7 n is in one document of the first database, that at 5 n in one of the second.
    let first = stride(from: 0, to: words.count, by: 7).map { words[$0] }
    let second = stride(from: 0, to: words.count, by: 5).map { words[$0] }
    let all = TermList(words.map(\.utf8))
    let empty = try Database(path: directory.database([], name: "leeg"))
    #expect(try empty.documentFrequencies(of: all) == words.map { _ in 0 })
    let paths = try [first, second].enumerated().map { number, some in
      try directory.database(some.map { Document("Q\($0) R\($0) Q") }, name: "\(number)")
    }
    for path in paths.indices {
      let reader = try Database(shards: paths[...path].map { .local(path: $0) })
      let here = [first, second][...path].joined()
      for asked in [words.sorted(), words.reversed(), words] {
        #expect(
          try reader.documentFrequencies(of: TermList(asked.map(\.utf8)), prefix: Array("Q".utf8))
            == asked.map { word in here.count { $0 == word } })
      }
    }
  }

  @Test("A list of terms is put in byte order, each once")
  func sortedTerms() {
    var list = TermList(["b", "aa", "", "b", "a", "é", "aa", "ab"].map(\.utf8))
    list.append("a".utf8, "".utf8, "b".utf8)
    list.sort()
    #expect((0..<list.count).map(list.string) == ["", "a", "aa", "ab", "b", "é"])
    list = TermList()
    list.sort()
    #expect(list.count == 0)
  }

  @Test("Document frequencies are read again after a change")
  func frequenciesAfterChange() throws {
    let path = try directory.database([Document("een")])
    let reader = try Database(path: path)
    #expect(try reader.documentFrequency(of: "een") == 1)
    #expect(try reader.documentFrequency(of: "twee") == 0)
    let writer = try WritableDatabase(path: path, mode: .open)
    try writer.add(Document("een twee"))
    #expect(try writer.documentFrequency(of: "twee") == 1)
    try writer.add(Document("twee"))
    #expect(try writer.documentFrequency(of: "twee") == 2)
    try writer.close()
    #expect(try reader.documentFrequency(of: "twee") == 0)
    #expect(try reader.reader.advance())
    #expect(try reader.documentFrequency(of: "een") == 2)
    #expect(try reader.documentFrequency(of: "twee") == 2)
    #expect(try reader.ids(.term("twee")).sorted() == [2, 3])
  }

  @Test("A document says which of some terms it has")
  func termsAmong() throws {
    let path = try directory.database([Document("b d f"), Document("a")])
    let reader = try Database(path: path)
    let terms = TermList(["", "a", "b", "bb", "d", "d", "e", "f", "z"].map(\.utf8))
    #expect(
      try reader.has(terms, in: 1)
        == [false, false, true, false, true, true, false, true, false])
    #expect(try reader.has(terms, in: 2) == (0..<9).map { $0 == 1 })
    #expect(try reader.has(TermList(), in: 1) == [])
    #expect(failure { _ = try reader.has(terms, in: 3) }?.status == .notFound)
  }

  @Test("A term that no database can have occurs nowhere")
  func impossibleTerms() throws {
    let path = try directory.database([Document("een")])
    let reader = try Database(path: path)
    for term in ["", String(repeating: "x", count: 300)] {
      #expect(try reader.documentFrequency(of: term) == 0)
      #expect(try reader.ids(.term(term)) == [])
    }
  }

  @Test("A database keeps its identity")
  func identity() throws {
    let path = try directory.database([Document("een")])
    let uuid = try Database(path: path).uuid()
    #expect(uuid.utf8.count == 36)
    #expect(try Database(path: path).uuid() == uuid)
    let other = try directory.database([Document("een")], name: "ander")
    #expect(try Database(path: other).uuid() != uuid)
  }

  @Test("A sound database has no problems, and the check says what it examined")
  func check() throws {
    let path = try directory.database([Document("een", data: "1")])
    let report = try Database.check(path: path)
    #expect(report.problemCount == 0)
    #expect(report.isSound)
    #expect(report.report.contains("docdata:"))
  }

  @Test("A compact copy has the same documents under the same numbers")
  func compact() throws {
    let path = directory["db"]
    let writer = try WritableDatabase(path: path, mode: .create)
    for number in 1...50 { try writer.add(Document("woord nummer\(number)", data: "\(number)")) }
    for number in 1...10 { try writer.deleteAll(withTerm: "nummer\(number)") }
    try writer.setMetadata([0, 1], forKey: "sleutel")
    try writer.close()
    try Database(path: path).compact(to: directory["klein"])
    let copy = try Database(path: directory["klein"])
    #expect(try copy.documentCount() == 40)
    #expect(try copy.documents(withTerm: "nummer37", offset: 0, limit: 9) == [37])
    #expect(try copy.data(of: 37) == "37".bytes)
    #expect(try copy.metadata(forKey: "sleutel") == [0, 1])
    #expect(try Database.check(path: directory["klein"]).isSound)
    #expect(failure { try Database(path: path).compact(to: path) }?.status == .invalidArgument)
  }

  @Test("A stub file with two databases stands for both")
  func stub() throws {
    let first = try directory.database(
      [Document("een gemeen", data: "1"), Document("twee", data: "2")], name: "a")
    let second = try directory.database([Document("drie gemeen", data: "3")], name: "b")
    try directory.write("auto \(first)\nauto \(second)\n", to: "beide")
    let both = try Database(path: directory["beide"])
    #expect(try both.documentCount() == 3)
    #expect(try both.documentFrequency(of: "gemeen") == 2)
    var options = SearchOptions()
    options.order = .value(slot: 0, descending: false)
    let matches = try both.search(.term("gemeen"), options)
    #expect(Set(matches.hits.map(\.data)) == ["1".bytes, "3".bytes])
    #expect(try both.uuid() == Database(path: first).uuid() + ":" + Database(path: second).uuid())
    #expect(
      try both.terms(withPrefix: "", limit: 9).map(\.term) == ["drie", "een", "gemeen", "twee"])
    // Merging numbers the documents one after another.
    try Database(path: directory["beide"]).compact(to: directory["samen"])
    let merged = try Database(path: directory["samen"])
    #expect(try (1...3).map { try merged.data(of: $0) } == ["1".bytes, "2".bytes, "3".bytes])
  }

  @Test("A directory with a stub file named XAPIANDB is opened through it")
  func stubDirectory() throws {
    let path = try directory.database([Document("een")], name: "echt")
    try directory.write("auto \(path)\n", to: "XAPIANDB")
    #expect(try Database(path: directory.path).documentCount() == 1)
  }

  @Test("A stub file with a meaningless line is refused with that line")
  func badStub() throws {
    try directory.write("onzin en meer\n", to: "stub")
    let error = failure { _ = try Database(path: directory["stub"]) }
    #expect(error?.status == .badStub)
    #expect(error?.message == "\(directory["stub"]):1")
  }

  @Test("Stub files that name each other are refused")
  func endlessStub() throws {
    try directory.write("auto ander\n", to: "stub")
    try directory.write("auto stub\n", to: "ander")
    #expect(failure { _ = try Database(path: directory["stub"]) }?.status == .endlessStub)
  }

  @Test("Each commit raises the revision of its database")
  func revision() throws {
    let path = try directory.database([Document("een")], name: "a")
    let before = try Database(path: path).revisions()[0]
    let writer = try WritableDatabase(path: path, mode: .open)
    try writer.add(Document("twee"))
    // Beginning commits the document; the transaction has nothing to commit.
    try writer.beginTransaction()
    try writer.commitTransaction()
    try writer.close()
    #expect(try Database(path: path).revisions() == [before + 1])
    let other = try directory.database([Document("drie")], name: "b")
    let two = try Database(shards: [.local(path: other), .local(path: path)])
    #expect(try two.revisions() == [before, before + 1])
  }

  @Test("A writer takes one database, not a stub with two")
  func writingToTwo() throws {
    let first = try directory.database([Document("een")], name: "a")
    let second = try directory.database([Document("twee")], name: "b")
    try directory.write("auto \(first)\nauto \(second)\n", to: "beide")
    let error = failure { _ = try WritableDatabase(path: directory["beide"], mode: .open) }
    #expect(error?.status == .invalidArgument)
  }

  @Test("The value of the last document up to each one is found in the document's own shard")
  func precedingValues() throws {
    // Every third document has a value; the second shard begins without one.
    let first = try directory.database(
      (1...7).map { Document("a", values: $0 % 3 == 1 ? [4: "een \($0)"] : [:]) }, name: "een")
    let second = try directory.database(
      (1...5).map { Document("a", values: $0 == 3 ? [4: "twee \($0)"] : [:]) }, name: "twee")
    let one = try Database(path: first)
    #expect(
      try one.precedingValues(slot: 4, of: [7, 1, 3, 6, 99])
        == ["een 7", "een 1", "een 1", "een 4", "een 7"].map { Array($0.utf8) })
    #expect(try one.precedingValues(slot: 5, of: [1]) == [[]])
    let error = failure { _ = try one.precedingValues(slot: 4, of: [0]) }
    #expect(error?.status == .invalidArgument)
    // The documents of two shards are numbered in turn.
    let both = try Database(shards: [.local(path: first), .local(path: second)])
    #expect(
      try both.precedingValues(slot: 4, of: [1, 2, 5, 6, 10, 13])
        == ["een 1", "", "een 1", "twee 3", "twee 3", "een 7"].map { Array($0.utf8) })
    // What is known is forgotten when the database is opened anew.
    let writer = try WritableDatabase(path: first, mode: .open)
    try writer.beginTransaction()
    try writer.add(Document("a", values: [4: "nieuw"]))
    try writer.commitTransaction()
    try writer.close()
    try one.advance()
    #expect(try one.precedingValues(slot: 4, of: [8]) == [Array("nieuw".utf8)])
  }
}
