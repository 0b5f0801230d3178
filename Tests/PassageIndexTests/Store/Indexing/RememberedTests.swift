import Foundation
import Testing

@testable import PassageSearch
@testable import PassageStore

@Suite("Refusals and metadata are remembered")
struct RememberedTests {
  private func run(
    _ place: TestIndex, retrying: Bool = false
  ) async throws -> (summary: IndexSummary, events: [Indexer.Event]) {
    var events: [Indexer.Event] = []
    let options = Indexer.Options(
      paths: [place.texts], index: place.index, retriesRefused: retrying)
    let summary = try await Indexer(options).run { event in
      if case .progress = event { return }
      events.append(event)
    }
    return (summary, events)
  }

  @Test("A refused file is not tried again until it changes, or the user asks for it")
  func retry() async throws {
    let place = try TestIndex()
    try place.write("Boodschappen: melk.", to: "a.md")
    try place.write(CaseText.answer, to: "b.md")
    #expect(try await run(place).summary.newlyRefused == 1)
    let refusal = try #require(try place.reader().status().refusals.first)
    #expect(refusal.tries == 1)
    #expect(refusal.first == refusal.last)

    let second = try await run(place)
    #expect(second.events == [])
    #expect(counts(second.summary.refused, second.summary.newlyRefused) == [1, 0])
    #expect(try place.reader().status().refusals == [refusal])

    let third = try await run(place, retrying: true)
    #expect(third.events == [.refused(path: place.path("a.md"), reason: refusal.reason)])
    #expect(counts(third.summary.refused, third.summary.newlyRefused) == [1, 0])
    let again = try #require(try place.reader().status().refusals.first)
    #expect(again.tries == 2)
    #expect(again.first == refusal.first)

    // Another time is no other content; other content is another refusal.
    try place.setTime(1000, of: "a.md")
    #expect(try await run(place).events == [])
    #expect(try place.reader().status().refusals.first?.tries == 2)
    try place.write("Boodschappen: brood.", to: "a.md")
    let changed = try await run(place)
    #expect(changed.summary.newlyRefused == 1)
    #expect(try place.reader().status().refusals.first?.tries == 1)
  }

  @Test("A file that another version of the reader refused is tried again")
  func otherReader() async throws {
    let place = try TestIndex()
    try place.write("Boodschappen: melk.", to: "a.md")
    try await place.run()
    let writer = try IndexWriter(
      IndexDirectory(path: place.index), .init(number: 1, shardCount: 1))
    var entry = try #require(try await writer.ledger().values.first)
    entry.refusal?.reader = 0
    try await writer.write([.record(entry)])
    try await writer.finish()
    #expect(try await run(place).events.count == 1)
    #expect(try await run(place).events == [])
  }

  @Test(
    "Metadata is no source; when it comes, changes or goes, the documents beside it are read again")
  func metadata() async throws {
    let place = try TestIndex()
    try place.write(CaseText.answer, to: "ah-tk-20242025-705/ah-tk-20242025-705.md")
    try place.write(CaseText.answer, to: "ah-tk-20242025-705/ah-tk-20242025-705.txt")
    try place.write(CaseText.questions, to: "kv/kv.md")
    #expect(try await run(place).summary.files == 3)
    let name = "ah-tk-20242025-705/metadata.xml"
    for text in ["<metadata_gegevens/>", "<metadata_gegevens></metadata_gegevens>"] {
      try place.write(text, to: name)
      let (summary, events) = try await run(place)
      #expect(counts(summary.files, summary.changed, summary.unchanged) == [3, 2, 1])
      #expect(events.count == 2)
      #expect(try await run(place).summary.unchanged == 3)
    }
    // The same metadata at another time.
    try place.setTime(1000, of: name)
    #expect(counts(try await run(place).summary.changed) == [0])
    try place.remove(name)
    let (gone, _) = try await run(place)
    #expect(counts(gone.files, gone.changed, gone.refused, gone.removed) == [3, 2, 0, 0])
    #expect(try IndexCheck.run(path: place.index).problems == [])
  }

  @Test("Of two files of metadata the better one counts")
  func twoNames() async throws {
    let place = try TestIndex()
    try place.write(CaseText.answer, to: "a.md")
    try place.write("<owms-metadata/>", to: "metadata_owms.xml")
    try await place.run()
    try place.write("<metadata_gegevens/>", to: "metadata.xml")
    #expect(try await run(place).summary.changed == 1)
    try place.write("<owms-metadata> </owms-metadata>", to: "metadata_owms.xml")
    #expect(try await run(place).summary.unchanged == 1)
    let tree = FileScan(paths: [place.path("a.md")], excluding: place.index)
    #expect(tree.files.map(\.metadata?.path) == [Array(place.path("metadata.xml").utf8)])
  }

  @Test("Metadata beside several publications belongs to none, which is said when one is read")
  func ambiguous() async throws {
    let place = try TestIndex()
    try place.write(CaseText.answer, to: "a.md")
    try place.write(CaseText.questions, to: "b.md")
    try place.write("<metadata_gegevens/>", to: "metadata.xml")
    let said = Indexer.Event.metadataUnused(path: place.texts)
    let (first, events) = try await run(place)
    #expect(first.added == 2)
    #expect(events.first == said)
    #expect(events.count { $0 == said } == 1)
    #expect(try await run(place).events == [])
    // An illustration is no publication.
    try place.remove("b.md")
    try place.write("GIF", to: "bron.gif")
    let (alone, _) = try await run(place)
    #expect(counts(alone.changed, alone.refused) == [1, 1])
  }
}
