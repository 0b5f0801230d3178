import Foundation
import TestSupport
import Testing
import Xapian

@testable import PassageSearch
@testable import PassageStore

@Suite("A check that reads sources again")
struct SourceCheckTests {
  private func place() async throws -> TestIndex {
    let place = try TestIndex()
    for (number, word) in [(101, "Eik"), (102, "Beuk")] {
      try place.write(
        Publication(
          number: "\(number)", passages: [("1", "\(word)?", "Ja."), ("2", "En nu?", "Ook.")]
        )
        .text, to: "\(number).md")
    }
    try await place.run()
    return place
  }

  private func change(
    _ place: TestIndex, _ body: (borrowing WritableDatabase) throws -> Void
  ) throws {
    let database = try WritableDatabase(path: "\(place.index)/generation-1/shard-1", mode: .open)
    try body(database)
    try database.close()
  }

  @Test(
    "A damaged file of any table is a problem, and nothing more is read of it",
    arguments: ["postlist", "position", "docdata", "termlist"])
  func damagedTable(_ table: String) async throws {
    let place = try TestIndex()
    for number in 101...190 {
      let words = (1...40).map { "woord\(number * $0)" }.joined(separator: " ")
      let set = Publication(number: "\(number)", passages: [("1", "\(words)?", "Ja.")])
      try place.write(set.text, to: "\(number).md")
    }
    try await place.run()
    let file = try #require(
      FileHandle(forUpdatingAtPath: "\(place.index)/generation-1/shard-1/\(table).glass"))
    // All blocks but those that opening the index reads.
    let end = try file.seekToEnd()
    for block in stride(from: 8192, to: end, by: 8192) {
      try file.seek(toOffset: block + 11)
      try file.write(contentsOf: Data(repeating: 0xA5, count: 300))
    }
    try file.close()
    do throws(IndexError) {
      let problems = try IndexCheck.run(path: place.index).problems
      #expect(problems.count == 1)
      // What opening needs may be among the garbage: the paths of the files decide where it lies.
      switch problems.first {
      case .database: break
      case .damaged: #expect(table == "postlist")
      default: Issue.record("\(problems)")
      }
    } catch {
      guard case .incompatible(_, "", _) = error else { throw error }
      #expect(table == "postlist")
    }
  }

  @Test("A sound index is compared with its sources, also with those that stand behind another")
  func sound() async throws {
    let place = try await place()
    try place.write(
      Publication(number: "101", passages: [("1", "Eik?", "Ja.")]).text, to: "kopie.md")
    try place.write("Geen vragen.", to: "lijst.md")
    try await place.run()
    let check = try IndexCheck.run(path: place.index)
    #expect(check.problems == [])
    #expect(check.remarks == [])
    #expect(check.sources == 4)
    #expect(check.compared == 3)
  }

  @Test("A sample of many sources is read again, the same each time")
  func sample() async throws {
    let place = try TestIndex()
    for number in 101..<151 {
      try place.write(
        Publication(number: "\(number)", passages: [("1", "Eik?", "Ja.")]).text, to: "\(number).md")
    }
    try await place.run()
    for number in 101..<151 where number % 2 == 0 { try place.remove("\(number).md") }
    let check = try IndexCheck.run(path: place.index)
    #expect(check.compared + check.remarks.count == OpenIndex.sampleSize)
    #expect(check.remarks.count > 0)
    #expect(try IndexCheck.run(path: place.index) == check)
  }

  @Test("A source that is gone or has changed since is named and is no fault")
  func changed() async throws {
    let place = try await place()
    try place.remove("101.md")
    try place.write("iets anders", to: "102.md")
    let check = try IndexCheck.run(path: place.index)
    #expect(check.isSound)
    #expect(check.compared == 0)
    #expect(
      check.remarks == [
        .gone(place.path("101.md")), .changed(place.path("102.md")),
      ])
  }

  @Test("A source that was refused after it had been read is compared by its content alone")
  func refused() async throws {
    let place = try await place()
    try place.write("melk", to: "102.md")
    try await place.run()
    let check = try IndexCheck.run(path: place.index)
    #expect(check.problems == [])
    #expect(check.remarks == [])
    #expect(check.compared == 2)
  }

  @Test(
    "A record that is another's is found, also where the files are gone", arguments: [true, false])
  func otherRecord(ofSet: Bool) async throws {
    let place = try await place()
    try change(place) { database in
      // The set document comes before its passages.
      let first = try #require(try database.documents(withTerm: "eik").first)
      let id = ofSet ? first - 1 : first
      let other = try #require(try database.documents(withTerm: "beuk").first) - 1
      var addition = Document()
      addition.data = try database.data(of: other)
      try database.amend(id, withoutTerms: Array("-".utf8), adding: addition)
    }
    for name in ["101.md", "102.md"] {
      try FileManager.default.removeItem(atPath: place.path(name))
    }
    #expect(
      try IndexCheck.run(path: place.index).problems
        == [.otherPassages(of: place.path("101.md"))])
  }

  @Test("A passage that has lost a word is found")
  func lostTerm() async throws {
    let place = try await place()
    try change(place) { database in
      let id = try #require(try database.documents(withTerm: "eik").first)
      try database.mark(id, with: "Hverzonnen", isPresent: true)
      try database.mark(id, with: "Hverzonnen", isPresent: false)
    }
    #expect(try IndexCheck.run(path: place.index).problems == [])
    try change(place) { database in
      let id = try #require(try database.documents(withTerm: "eik").first)
      try database.mark(id, with: "verzonnen", isPresent: true)
    }
    #expect(
      try IndexCheck.run(path: place.index).problems
        == [.otherPassages(of: place.path("101.md"))])
  }

  @Test("A ledger that disagrees with the file is found")
  func otherHeading() async throws {
    let place = try await place()
    try change(place) { database in
      for (key, value) in try database.metadataEntries(withPrefix: LedgerEntry.keyPrefix) {
        var entry = try #require(LedgerEntry(decoding: value))
        guard entry.path == Array(place.path("101.md").utf8) else { continue }
        entry.summary?.warnings += 1
        try database.setMetadata(entry.encoded(), forKey: key)
      }
    }
    #expect(
      try IndexCheck.run(path: place.index).problems
        == [.otherHeading(of: place.path("101.md"))])
  }

  @Test("An index that a run holds is not checked")
  func busy() async throws {
    let place = try await place()
    let lock = try RunLock(of: place.index)
    #expect(throws: IndexError.self) { try IndexCheck.run(path: place.index) }
    lock.release()
    #expect(try IndexCheck.run(path: place.index).isSound)
  }
}
