import Foundation
import TestSupport
import Testing

@testable import PassageSearch
@testable import PassageStore

@Suite("Interrupted runs")
struct InterruptedRunTests {
  private func passage(_ number: Int, _ word: String) -> Publication {
    Publication(number: "\(number)", passages: [("1", "\(word)?", "Ja.")])
  }

  private func count(_ query: String, _ place: TestIndex) throws -> Int {
    var request = SearchRequest(query)
    request.limit = 1000
    return try place.reader().search(request).results.count
  }

  /// Prepares a text as the indexer does, and the entry that the ledger gets.
  private func prepared(
    _ place: TestIndex, _ name: String
  ) throws -> (PreparedFile.ReadSet, LedgerEntry) {
    let tree = FileScan(paths: [place.path(name)], excluding: place.index)
    let file = try #require(tree.files.first)
    let prepared = Preparation(schema: Schema()).prepare([(file, nil)])[0]
    guard case .read(let set) = prepared.outcome else {
      throw IndexError.damaged(path: name, reason: .lexicon)
    }
    let entry = LedgerEntry(
      file, digest: set.digest, summary: set.summary, passages: set.contents.passages.count)
    return (set, entry)
  }

  private func write(_ place: TestIndex, _ name: String, to writer: IndexWriter) async throws {
    let (set, entry) = try prepared(place, name)
    try await writer.write([.add(set.contents, of: entry), .record(entry)])
  }

  @Test("A run that is stopped keeps what it did, and the next one does the rest")
  func stopAndResume() async throws {
    let place = try TestIndex()
    for number in 101...160 { try place.write(passage(number, "Eik").text, to: "\(number).md") }
    let options = Indexer.Options(paths: [place.texts], index: place.index, jobs: 1)
    let done = Counter()
    let summary = try await Indexer(options).run(isStopped: { done.count >= 5 }) { event in
      if case .progress(let count, _, _) = event { done.count = count }
    }
    #expect(summary.isStopped)
    #expect(summary.files == 60)
    // What was being read when the stop came is still written.
    #expect(summary.added == done.count)
    #expect((5...7).contains(done.count))
    #expect(summary.passages == done.count)
    #expect(try count("eik", place) == done.count)
    #expect(try IndexCheck.run(path: place.index).problems == [])

    let rest = try await place.run()
    #expect(!rest.isStopped)
    #expect(rest.unchanged == done.count)
    #expect(rest.added == 60 - done.count)
    #expect(rest.passages == 60)
    #expect(try count("eik", place) == 60)
    #expect(try IndexCheck.run(path: place.index).problems == [])
  }

  @Test("A run that is stopped before it begins changes nothing that is there")
  func stoppedAtOnce() async throws {
    let place = try TestIndex()
    try place.write(passage(101, "Eik").text, to: "a.md")
    try await place.run()
    try place.write(passage(102, "Eik").text, to: "b.md")
    let options = Indexer.Options(paths: [place.texts], index: place.index)
    let summary = try await Indexer(options).run(isStopped: { true }) { _ in }
    #expect(summary.isStopped)
    #expect(summary.added == 0)
    #expect(summary.passages == 1)
    #expect(try count("eik", place) == 1)
  }

  @Test("A writer that is dropped leaves passages and ledger as they were at the last checkpoint")
  func droppedWriter() async throws {
    let place = try TestIndex()
    for (name, number) in [("a.md", 101), ("b.md", 102), ("c.md", 103)] {
      try place.write(passage(number, "Eik").text, to: name)
    }
    _ = try await Indexer(Indexer.Options(paths: [place.path("a.md")], index: place.index))
      .run { _ in }
    let directory = IndexDirectory(path: place.index)
    do {
      let writer = try IndexWriter(directory, .init(number: 1, shardCount: 1))
      try await write(place, "b.md", to: writer)
      try await writer.checkpoint()
      let ledger = try await writer.ledger()
      let known = try #require(ledger[Array(place.path("a.md").utf8)])
      try await writer.write([.removePassages(of: known), .forget(known)])
      try await write(place, "c.md", to: writer)
      await writer.abandon()
    }
    #expect(try count("eik", place) == 2)
    #expect(try place.reader().passages(of: "ah-tk-20242025-101").count == 1)
    #expect(try place.reader().passages(of: "ah-tk-20242025-102").count == 1)
    #expect(try place.reader().passages(of: "ah-tk-20242025-103") == [])
    #expect(try IndexCheck.run(path: place.index).problems == [])
    let rest = try await place.run()
    #expect(rest.unchanged == 2)
    #expect(rest.added == 1)
    #expect(rest.passages == 3)
  }

  @Test("A reader sees what was there when it was opened, or what was committed since")
  func readerDuringARun() async throws {
    let place = try TestIndex()
    try place.write(passage(101, "Eik").text, to: "a.md")
    try await place.run()
    let reader = try place.reader()
    #expect(try reader.search(SearchRequest("eik")).total.lower == 1)
    try place.write(passage(102, "Eik").text, to: "b.md")
    let directory = IndexDirectory(path: place.index)
    let writer = try IndexWriter(directory, .init(number: 1, shardCount: 1))
    try await write(place, "b.md", to: writer)
    #expect(try count("eik", place) == 1)
    try await writer.finish()
    #expect(try count("eik", place) == 2)
    #expect([1, 2].contains(try reader.search(SearchRequest("eik")).total.lower))
    // Two commits later the old state is gone; the reader finds the new one by itself.
    for name in ["c.md", "d.md", "e.md"] {
      try place.write(passage(Int(name.utf8.first ?? 0) + 100, "Eik").text, to: name)
      try await place.run()
    }
    #expect(try reader.search(SearchRequest("eik")).results.count >= 1)
    #expect(try count("eik", place) == 5)
  }

  @Test("A run without anything to do leaves the index byte by byte as it was")
  func nothingToDo() async throws {
    let place = try TestIndex()
    try place.write(passage(101, "Eik").text, to: "a.md")
    try place.write("Geen vragen.", to: "b.md")
    try await place.run()
    let contents = {
      let path = "\(place.index)/generation-1/shard-1"
      return try FileManager.default.contentsOfDirectory(atPath: path).sorted()
        .filter { $0 != "flintlock" }
        .map { try Data(contentsOf: URL(filePath: "\(path)/\($0)")) }
    }
    let before = try contents()
    try await place.run()
    #expect(try contents() == before)
  }

  @Test("The status tells what the index holds and when it was changed")
  func status() async throws {
    let place = try TestIndex()
    try place.write(passage(101, "Eik").text, to: "a.md")
    try place.write(passage(102, "Beuk").text, to: "b.md")
    try place.write("Geen vragen.", to: "c.md")
    try await place.run()
    let status = try place.reader().status()
    #expect(status.format == 1)
    #expect(status.index == place.index)
    #expect(status.sets == 2)
    #expect(status.passages == 2)
    #expect(status.sources == 2)
    #expect(status.refused == 1)
    #expect(status.refusals.map(\.path) == [place.path("c.md")])
    #expect(status.fingerprint == Schema().fingerprint)
    #expect(status.lastRun?.count == "2026-11-23T07:00:00Z".count)
    #expect(status.bytes > 0)
    #expect(status.terms > 10)
  }
}
