import Kamervragen
import Foundation
import Glibc
import TestSupport
import Testing

@testable import PassageSearch
@testable import PassageStore

@Suite("Texts that cannot be read")
struct RefusalTests {
  static let good = Publication(number: "101", passages: [("1", "Eik?", "Ja.")]).text
  private static let bad = "Boodschappen: melk en brood.\n"
  private static let reason =
    "dit zijn geen Kamervragen: een kop («Vragen van het lid …»), een kopje «Vraag 1» of een nummer "
    + "van een publicatie ontbreekt"

  private func run(_ place: TestIndex) async throws -> (IndexSummary, [Indexer.Event]) {
    var events: [Indexer.Event] = []
    let summary = try await Indexer(Indexer.Options(paths: [place.texts], index: place.index))
      .run { event in
        if case .progress = event { return }
        events.append(event)
      }
    return (summary, events)
  }

  @Test(
    "A file that is no set is refused once, with a reason, and is in the status until repaired"
  )
  func refusedThenRepaired() async throws {
    let place = try TestIndex()
    try place.write(Self.bad, to: "a.md")
    try place.write(Self.good, to: "b.md")
    let (first, events) = try await run(place)
    #expect(first.refused == 1)
    #expect(first.added == 1)
    #expect(first.sets == 1)
    #expect(
      events == [
        .refused(path: place.path("a.md"), reason: Self.reason),
        .read(path: place.path("b.md"), set: "ah-tk-20242025-101", passages: 1, warnings: []),
      ])
    #expect(
      try place.reader().status().refusals.map { [$0.path, $0.reason] } == [
        [place.path("a.md"), Self.reason]
      ])

    let (second, silence) = try await run(place)
    #expect(silence == [])
    #expect(second.refused == 1)
    #expect(second.unchanged == 2)

    try place.write(
      Publication(number: "102", passages: [("1", "Beuk?", "Ja.")]).text, to: "a.md")
    let (third, repaired) = try await run(place)
    #expect(third.refused == 0)
    #expect(third.added == 1)
    #expect(third.sets == 2)
    #expect(
      repaired == [
        .read(path: place.path("a.md"), set: "ah-tk-20242025-102", passages: 1, warnings: [])
      ])
    #expect(try place.reader().status().refusals == [])
  }

  @Test(
    "A text that is refused keeps the passages it had, until it is gone or readable again")
  func refusedAfterBeingGood() async throws {
    let place = try TestIndex()
    try place.write(Self.good, to: "a.md")
    try place.write(
      Publication(number: "102", passages: [("1", "Beuk?", "Ja.")]).text, to: "b.md")
    try await place.run()
    try place.write(Self.bad, to: "a.md")
    let (summary, events) = try await run(place)
    #expect(events == [.refused(path: place.path("a.md"), reason: Self.reason)])
    #expect(summary.refused == 1)
    #expect(summary.sets == 2)
    #expect(summary.passages == 2)
    #expect(try place.reader().search(SearchRequest("eik")).results.count == 1)
    #expect(try IndexCheck.run(path: place.index).problems == [])

    try place.write(Self.good, to: "a.md")
    let (again, _) = try await run(place)
    #expect(again.refused == 0)
    #expect(again.changed == 1)
    #expect(again.passages == 2)
    #expect(try place.reader().search(SearchRequest("eik")).results.count == 1)

    try place.write(Self.bad, to: "a.md")
    _ = try await run(place)
    try place.remove("a.md")
    let (gone, _) = try await run(place)
    #expect(gone.removed == 1)
    #expect(gone.refused == 0)
    #expect(gone.passages == 1)
    #expect(try place.reader().search(SearchRequest("eik")).results == [])
  }

  @Test(
    "Empty, binary and broken files are refused as what they are",
    arguments: [
      (Array<UInt8>(), "het bestand is leeg"), (Array(" \n\n".utf8), "het bestand is leeg"),
      (
        Array("{\\rtf1 x}".utf8),
        "dit soort bestand wordt niet gelezen: RTF; wel XML, HTML, ODT, PDF, DOCX, Markdown, platte tekst en JSON"
      ),
      (
        Array("Vraag 1\n\nIs de reële eik één cliënt of zijn er méér eiken? ".utf8) + [0xFF],
        "geen geldige UTF-8 bij byte 65; verwacht wordt tekst in UTF-8"
      ),
    ])
  func reasons(_ bytes: [UInt8], _ reason: String) async throws {
    let place = try TestIndex()
    try Data(bytes).write(to: URL(filePath: place.path("a.md")))
    let (summary, events) = try await run(place)
    #expect(events == [.refused(path: place.path("a.md"), reason: reason)])
    #expect(summary.refused == 1)
    #expect(summary.sets == 0)
  }

  @Test("A file that is too large is refused, and read once it is small enough")
  func tooLarge() async throws {
    let place = try TestIndex()
    #expect(FileManager.default.createFile(atPath: place.path("a.md"), contents: nil))
    #expect(truncate(place.path("a.md"), off_t(SourceReader.sizeLimit + 1)) == 0)
    let (summary, events) = try await run(place)
    #expect(summary.refused == 1)
    #expect(
      events == [
        .refused(
          path: place.path("a.md"),
          reason: "het bestand is te groot: 33554433 bytes; het maximum is 33554432")
      ])
    try place.write(Self.good, to: "a.md")
    let (small, _) = try await run(place)
    #expect(small.added == 1)
    #expect(small.refused == 0)
  }

  @Test("A link to nowhere is named and counted, in every run")
  func danglingLink() async throws {
    let place = try TestIndex()
    try place.write(Self.good, to: "b.md")
    #expect(symlink("nergens", place.path("a.md")) == 0)
    for _ in 0..<2 {
      let (summary, events) = try await run(place)
      #expect(summary.unreadable == 1)
      #expect(summary.files == 1)
      #expect(
        events.first
          == .unreadable(path: place.path("a.md"), reason: .danglingLink))
    }
  }

  @Test("A path that can no longer be looked at stays in the index, with all below it")
  func becameUnreadable() async throws {
    let place = try TestIndex()
    try place.write(Self.good, to: "a.md")
    try place.write(
      Publication(number: "102", passages: [("1", "Beuk?", "Ja.")]).text, to: "sub/b.md")
    try place.write(
      Publication(number: "103", passages: [("1", "Den?", "Ja.")]).text, to: "c.md")
    try await place.run()
    for name in ["a.md", "sub"] {
      try place.remove(name)
      #expect(symlink("nergens", place.path(name)) == 0)
    }
    let (summary, _) = try await run(place)
    #expect(summary.unreadable == 2)
    #expect(summary.removed == 0)
    #expect(summary.passages == 3)
    for word in ["eik", "beuk", "den"] {
      #expect(try place.reader().search(SearchRequest(word)).results.count == 1, "\(word)")
    }
  }

  @Test("A loop of links is followed once, and a link to itself is named")
  func linkLoops() async throws {
    let place = try TestIndex()
    try place.write(Self.good, to: "sub/a.md")
    #expect(symlink("..", place.path("sub/terug")) == 0)
    #expect(symlink("zelf", place.path("zelf")) == 0)
    let (summary, _) = try await run(place)
    #expect(summary.files == 1)
    #expect(summary.added == 1)
    #expect(summary.unreadable == 1)
  }

  @Test("A linked directory is read, and its texts have the path by which they were found")
  func linkedDirectory() async throws {
    let place = try TestIndex()
    try FileManager.default.createDirectory(
      atPath: "\(place.root)/elders", withIntermediateDirectories: true)
    try Data(Self.good.utf8).write(to: URL(filePath: "\(place.root)/elders/a.md"))
    #expect(symlink("\(place.root)/elders", place.path("link")) == 0)
    let (summary, _) = try await run(place)
    #expect(summary.added == 1)
    #expect(
      try place.reader().passages(of: "ah-tk-20242025-101").map(\.source) == [
        place.path("link/a.md")
      ])
  }

  @Test(
    "Hidden files and READMEs in a directory are passed over, and read when they are given as paths"
  )
  func passedOver() async throws {
    let place = try TestIndex()
    for name in [".a.md", ".git/b.md", "README", "README.md", "sub/README.txt"] {
      try place.write(Self.good, to: name)
    }
    try place.write(Self.good, to: "readme-niet.md")
    let (summary, _) = try await run(place)
    #expect(summary.files == 1)
    let asked = try await Indexer(
      Indexer.Options(
        paths: [place.path("README.md"), place.path(".a.md"), place.path(".git")],
        index: place.index)
    ).run { _ in }
    #expect(asked.files == 3)
    #expect(asked.added == 3)
  }

  @Test("A file's name may be any bytes")
  func anyName() async throws {
    let place = try TestIndex()
    let names: [[UInt8]] = [
      [0xFF, 0xFE, 0x2E, 0x6D, 0x64], Array("a\tb\nc.md".utf8), Array("ĳ 🌳 #1.md".utf8),
      Array(String(repeating: "x", count: 255).utf8),
    ]
    for (offset, name) in names.enumerated() {
      let path = Array("\(place.texts)/".utf8) + name
      let descriptor = open(path.map(CChar.init(bitPattern:)) + [0], O_WRONLY | O_CREAT, 0o644)
      #expect(descriptor >= 0)
      let bytes = Array(
        Publication(number: "\(101 + offset)", passages: [("1", "Eik?", "Ja.")]).text.utf8)
      #expect(write(descriptor, bytes, bytes.count) == bytes.count)
      close(descriptor)
    }
    let (first, _) = try await run(place)
    #expect(first.added == 4)
    #expect(first.passages == 4)
    let (second, events) = try await run(place)
    #expect(second.unchanged == 4)
    #expect(events == [])
    var request = SearchRequest("eik")
    request.limit = 100
    let sources = try place.reader().search(request).results.map(\.stored.source)
    #expect(Set(sources).count == 4)
    #expect(sources.contains(place.path("a\tb\nc.md")))
    #expect(sources.contains(place.path("\u{FFFD}\u{FFFD}.md")))
    #expect(try IndexCheck.run(path: place.index).problems == [])
  }
}
