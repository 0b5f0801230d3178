import Foundation
import Kamervragen
import TestSupport
import Testing

@testable import PassageSearch
@testable import PassageStore

@Suite("Bringing an index in line with its texts")
struct IndexerTests {
  private func text(_ number: Int, _ words: String...) -> String {
    Publication(
      number: "\(number)",
      passages: words.enumerated().map { ("\($0.offset + 1)", "\($0.element)?", "Ja.") }
    ).text
  }

  /// The numbers of the sets that have a word.
  private func found(_ query: String, _ place: TestIndex) throws -> [String] {
    var request = SearchRequest(query)
    request.requiresAll = true
    request.sort = .number
    request.limit = 100
    return try place.reader().search(request).results.map(\.stored.id)
  }

  /// What a run did, without what depends on the place and the clock.
  private func expect(
    _ summary: IndexSummary, files: Int, added: Int = 0, changed: Int = 0, unchanged: Int = 0,
    removed: Int = 0, refused: Int = 0, unreadable: Int = 0, sets: Int, passages: Int,
    written: Int = 0, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let got = [
      summary.files, summary.added, summary.changed, summary.unchanged, summary.removed,
      summary.refused, summary.unreadable, summary.sets, summary.passages, summary.passagesWritten,
    ]
    let expected = [
      files, added, changed, unchanged, removed, refused, unreadable, sets, passages, written,
    ]
    #expect(
      got == expected,
      "files, added, changed, unchanged, removed, refused, unreadable, sets, passages, written",
      sourceLocation: sourceLocation)
  }

  @Test("New texts are added, and a second run leaves everything alone")
  func addAndRepeat() async throws {
    let place = try TestIndex()
    try place.write(text(101, "Eik", "Beuk"), to: "a.md")
    try place.write(text(102, "Eik"), to: "sub/dieper/b.txt")
    let first = try await place.run()
    expect(first, files: 2, added: 2, sets: 2, passages: 3, written: 3)
    #expect(first.missing == [])
    #expect(!first.isStopped)
    let lastRun = try place.reader().status().lastRun
    let second = try await place.run()
    expect(second, files: 2, unchanged: 2, sets: 2, passages: 3)
    #expect(try place.reader().status().lastRun == lastRun)
    #expect(try found("eik", place) == ["ah-tk-20242025-101#1", "ah-tk-20242025-102#1"])
    #expect(try IndexCheck.run(path: place.index).problems == [])
  }

  @Test("A changed text replaces its passages, also if it now has fewer")
  func changed() async throws {
    let place = try TestIndex()
    try place.write(text(101, "Eik", "Beuk", "Den"), to: "a.md")
    try await place.run()
    try place.write(text(101, "Linde"), to: "a.md")
    try place.setTime(1000, of: "a.md")
    expect(try await place.run(), files: 1, changed: 1, sets: 1, passages: 1, written: 1)
    #expect(try found("eik OF beuk OF den", place) == [])
    #expect(try found("linde", place) == ["ah-tk-20242025-101#1"])
    #expect(try place.reader().status().passages == 1)
    #expect(try IndexCheck.run(path: place.index).problems == [])
  }

  @Test("A text that changed without changing size is read again; a new time alone changes nothing")
  func sameContent() async throws {
    let place = try TestIndex()
    try place.write(text(101, "Eik"), to: "a.md")
    try place.setTime(1000, of: "a.md")
    try await place.run()
    try place.setTime(2000, of: "a.md")
    expect(try await place.run(), files: 1, unchanged: 1, sets: 1, passages: 1)
    try place.write(text(101, "Den"), to: "a.md")
    try place.setTime(3000, of: "a.md")
    expect(try await place.run(), files: 1, changed: 1, sets: 1, passages: 1, written: 1)
    #expect(try found("den", place) == ["ah-tk-20242025-101#1"])
  }

  @Test("A text that is gone takes its passages with it; one that is renamed stays findable")
  func vanished() async throws {
    let place = try TestIndex()
    for (name, number) in [("a.md", 101), ("b.md", 102), ("c.md", 103)] {
      try place.write(text(number, "Eik"), to: name)
    }
    try await place.run()
    try place.remove("a.md")
    try FileManager.default.moveItem(atPath: place.path("b.md"), toPath: place.path("d.md"))
    expect(
      try await place.run(), files: 2, added: 1, unchanged: 1, removed: 2, sets: 2, passages: 2,
      written: 1)
    #expect(try found("eik", place) == ["ah-tk-20242025-102#1", "ah-tk-20242025-103#1"])
    #expect(
      try place.reader().passages(of: "ah-tk-20242025-102").map(\.source) == [place.path("d.md")])
    #expect(try IndexCheck.run(path: place.index).problems == [])
  }

  @Test("A directory that has become empty removes nothing, and the run says so")
  func emptied() async throws {
    let place = try TestIndex()
    try place.write(text(101, "Eik"), to: "a.md")
    try place.write(text(102, "Eik"), to: "b.md")
    try await place.run()
    try place.remove("a.md")
    try place.remove("b.md")
    var events: [Indexer.Event] = []
    let summary = try await Indexer(Indexer.Options(paths: [place.texts], index: place.index))
      .run { events.append($0) }
    expect(summary, files: 0, sets: 2, passages: 2)
    #expect(summary.missing == [MissingPath(path: place.texts, reason: .empty)])
    #expect(events == [.kept(path: place.texts, reason: .emptied(known: 2))])
    #expect(try found("eik", place).count == 2)
  }

  @Test("A path that is not there is named, and what was read below it stays")
  func missingPath() async throws {
    let place = try TestIndex()
    try place.write(text(101, "Eik"), to: "een/a.md")
    try place.write(text(102, "Eik"), to: "twee/b.md")
    let paths = [place.path("een"), place.path("twee")]
    _ = try await Indexer(Indexer.Options(paths: paths, index: place.index)).run { _ in }
    try place.remove("twee")
    let summary = try await Indexer(Indexer.Options(paths: paths, index: place.index)).run { _ in }
    #expect(
      summary.missing == [MissingPath(path: place.path("twee"), reason: .system(ENOENT))])
    #expect(summary.kept == 1)
    expect(summary, files: 1, unchanged: 1, sets: 2, passages: 2)
    #expect(try found("eik", place).count == 2)
  }

  @Test("A run on one directory leaves what was read elsewhere alone")
  func otherRoots() async throws {
    let place = try TestIndex()
    try place.write(text(101, "Eik"), to: "een/a.md")
    try place.write(text(102, "Eik"), to: "een-twee/b.md")
    try await place.run()
    try place.remove("een-twee/b.md")
    try place.write(text(103, "Eik"), to: "een/c.md")
    let summary = try await Indexer(
      Indexer.Options(paths: [place.path("een")], index: place.index)
    ).run { _ in }
    expect(summary, files: 2, added: 1, unchanged: 1, sets: 3, passages: 3, written: 1)
  }

  @Test("Directories that overlap count each file once, and what vanished once")
  func overlappingRoots() async throws {
    let place = try TestIndex()
    for (name, number) in [("sub/a.md", 101), ("sub/b.md", 102), ("c.md", 103)] {
      try place.write(text(number, "Eik"), to: name)
    }
    let options = Indexer.Options(
      paths: [place.texts, place.path("sub"), place.texts], index: place.index)
    expect(
      try await Indexer(options).run { _ in }, files: 3, added: 3, sets: 3, passages: 3, written: 3)
    try place.remove("sub/a.md")
    var removed: [Indexer.Event] = []
    let summary = try await Indexer(options).run { event in
      if case .removed = event { removed.append(event) }
    }
    expect(summary, files: 2, unchanged: 2, removed: 1, sets: 2, passages: 2)
    #expect(removed == [.removed(path: place.path("sub/a.md"))])
    // What is kept for the one path is not removed for the other.
    try place.remove("sub/b.md")
    let kept = try await Indexer(options).run { _ in }
    expect(kept, files: 1, unchanged: 1, sets: 2, passages: 2)
    #expect(kept.missing == [MissingPath(path: place.path("sub"), reason: .empty)])
  }

  @Test("A set in two texts is found once, and stays when either goes")
  func twoSources() async throws {
    let place = try TestIndex()
    try place.write(text(101, "Eik"), to: "a.md")
    try place.write(text(101, "Eik"), to: "b.md")
    expect(try await place.run(), files: 2, added: 2, sets: 1, passages: 1, written: 1)
    #expect(
      try place.reader().passages(of: "ah-tk-20242025-101").map(\.source) == [place.path("a.md")])
    try place.remove("a.md")
    expect(
      try await place.run(), files: 1, unchanged: 1, removed: 1, sets: 1, passages: 1, written: 1)
    #expect(try found("eik", place) == ["ah-tk-20242025-101#1"])
    #expect(try IndexCheck.run(path: place.index).problems == [])
  }

  @Test("One task and eight give the same index")
  func jobs() async throws {
    let place = try TestIndex()
    for number in 101...140 {
      try place.write(
        number % 7 == 0 ? "Boodschappen: melk." : text(number, "Eik \(number)", "Beuk"),
        to: "\(number).md")
    }
    var answers: [[SearchResult]] = []
    var summaries: [IndexSummary] = []
    for jobs in [1, 8] {
      let index = "\(place.root)/index-\(jobs)"
      var summary = try await Indexer(
        Indexer.Options(paths: [place.texts], index: index, jobs: jobs)
      ).run { _ in }
      summary.seconds = 0
      summary.index = ""
      summaries.append(summary)
      let reader = try IndexReader(path: index)
      for query in ["eik", "beuk eik", "nr:120", "\"eik 130\""] {
        var request = SearchRequest(query)
        request.limit = 1000
        answers.append(try reader.search(request).results)
      }
    }
    #expect(summaries[0] == summaries[1])
    #expect(summaries[0].refused == 6)
    #expect(answers[0].count == 34)
    for query in 0..<4 { #expect(answers[query] == answers[query + 4]) }
  }

  @Test("Files that are prepared together are few and small, and each is in one batch")
  func batches() {
    func batches(_ sizes: [Int]) -> [Range<Int>] {
      Preparation.batches(of: sizes.map { SourceFile(path: [], size: $0, modified: 0) })
    }
    #expect(batches([]) == [])
    #expect(batches([70_000_000]) == [0..<1])
    #expect(batches(Array(repeating: 100, count: 17)) == [0..<8, 8..<16, 16..<17])
    #expect(batches([40_000, 30_000, 65_536, 0, 1]) == [0..<1, 1..<2, 2..<4, 4..<5])
  }

  @Test(
    "A run in which nothing can be read any more ends after twenty files, and the next one reads all"
  )
  func lastingShortage() async throws {
    let place = try TestIndex()
    for number in 101...160 {
      try place.write(
        Publication(number: "\(number)", passages: [("1", "Eik?", "Ja.")]).text,
        to: "\(number).md")
    }
    let killed = ReaderPool(program: "/bin/sh", arguments: ["-c", "kill -KILL $$"])
    let options = Indexer.Options(
      paths: [place.texts], index: place.index, reader: .processes(killed))
    let reason = "het leesproces is van buiten gestopt (signaal 9)"
    var unreadable: [String] = []
    await #expect(
      throws: IndexError.inputOutput(
        path: "\(place.texts)/120.md",
        reason: .shortage(last: reason, files: 20))
    ) {
      _ = try await Indexer(options).run { event in
        if case .unreadable(let path, .shortage(reason)) = event { unreadable.append(path) }
      }
    }
    #expect(unreadable == (101...120).map { "\(place.texts)/\($0).md" })
    #expect(try await place.run().added == 60)
  }
}
