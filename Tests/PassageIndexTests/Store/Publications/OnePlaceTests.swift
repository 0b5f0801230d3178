import Foundation
import TestSupport
import Testing

@testable import PassageSearch
@testable import PassageStore

@Suite("One set in one place")
struct OnePlaceTests {
  private let plain = CaseText.answer.replacing("**", with: "").replacing("*", with: "")

  private func soundness(_ place: TestIndex) throws -> [IndexProblem] {
    try IndexCheck.run(path: place.index).problems
  }

  @Test("The richest form stands for the set, and the others are kept as its sources")
  func bestForm() async throws {
    let place = try TestIndex()
    try place.write(plain, to: "a.txt")
    try place.write(CaseText.answer, to: "b.md")
    try place.write(CaseText.answer, to: "c.md")
    let summary = try await place.run()
    #expect(
      counts(summary.files, summary.added, summary.sets, summary.passages, summary.duplicates)
        == [3, 3, 1, 2, 2])
    #expect(try place.sources("kaas") == ["b.md"])
    #expect(try place.ids("kaas") == ["ah-tk-20242025-705#1", "ah-tk-20242025-705#2"])
    #expect(try place.otherSources("ah-tk-20242025-705") == ["c.md markdown", "a.txt text"])
    let status = try place.reader().status()
    #expect(
      counts(status.sets, status.sources, status.duplicates, status.passages) == [1, 3, 2, 2])
    #expect(try soundness(place) == [])
  }

  @Test("Two files of one form are ranked by how much of them was understood, then by passages")
  func tie() async throws {
    let place = try TestIndex()
    let short = Publication(
      subject: "de kaasbelasting", passages: [("1", "Kent u het bericht over kaas?", "Ja.")])
    try place.write(short.text, to: "a.md")
    try place.write("Dit begrijpt niemand.\n\n" + CaseText.answer, to: "b.md")
    try place.write(CaseText.answer, to: "c.md")
    try await place.run()
    #expect(try place.sources("kaas") == ["c.md"])
    try place.remove("c.md")
    try await place.run()
    #expect(try place.sources("kaas") == ["a.md"])
    try place.remove("a.md")
    try await place.run()
    #expect(try place.sources("kaas") == ["b.md"])
  }

  @Test("A better file takes over, and gives the place back in the run in which it goes")
  func takeover() async throws {
    let place = try TestIndex()
    try place.write(plain, to: "a.txt")
    try await place.run()
    #expect(try place.sources("kaas") == ["a.txt"])
    try place.write(CaseText.answer, to: "b.md")
    let better = try await place.run()
    #expect(counts(better.added, better.passagesWritten, better.passages) == [1, 2, 2])
    #expect(try place.sources("kaas") == ["b.md"])
    try place.remove("b.md")
    let gone = try await place.run()
    #expect(counts(gone.removed, gone.unchanged, gone.passages, gone.sets) == [1, 1, 2, 1])
    #expect(try place.sources("kaas") == ["a.txt"])
    #expect(try place.otherSources("ah-tk-20242025-705") == [])
    #expect(try soundness(place) == [])
  }

  @Test("When the best is refused the next takes over, and the best again when it is repaired")
  func refused() async throws {
    let place = try TestIndex()
    try place.write(plain, to: "a.txt")
    try place.write(CaseText.answer, to: "b.md")
    try await place.run()
    try place.write("Boodschappen: melk.", to: "b.md")
    let summary = try await place.run()
    #expect(counts(summary.refused, summary.newlyRefused, summary.passages) == [1, 1, 2])
    #expect(try place.sources("kaas") == ["a.txt"])
    #expect(try soundness(place) == [])
    // What stood in the refused file is not known any more.
    try place.remove("a.txt")
    #expect(try await place.run().passages == 0)
    try place.write(CaseText.answer, to: "b.md")
    #expect(try await place.run().refused == 0)
    #expect(try place.sources("kaas") == ["b.md"])
  }

  @Test("A file that becomes another publication leaves its place to the next")
  func becomesAnother() async throws {
    let place = try TestIndex()
    try place.write(CaseText.answer, to: "a.md")
    try place.write(plain, to: "b.txt")
    try await place.run()
    try place.write(CaseText.answer.replacing("705", with: "706"), to: "a.md")
    try await place.run()
    #expect(try place.sources("id:ah-tk-20242025-705") == ["b.txt"])
    #expect(try place.sources("id:ah-tk-20242025-706") == ["a.md"])
    #expect(try soundness(place) == [])
  }

  @Test("A copy, a hard link and a symbolic link are the same set")
  func linksOfFiles() async throws {
    let place = try TestIndex()
    try place.write(CaseText.answer, to: "a.md")
    try FileManager.default.linkItem(atPath: place.path("a.md"), toPath: place.path("b.md"))
    try FileManager.default.createSymbolicLink(
      atPath: place.path("c.md"), withDestinationPath: "a.md")
    let summary = try await place.run()
    #expect(counts(summary.sets, summary.duplicates, summary.passages) == [1, 2, 2])
    try place.remove("a.md")
    // The symbolic link leads nowhere now, so nothing is known of it.
    let next = try await place.run()
    #expect(counts(next.sets, next.passages, next.removed, next.unreadable) == [1, 2, 1, 1])
    #expect(try place.sources("kaas") == ["b.md"])
    #expect(try soundness(place) == [])
  }

  @Test("Identifiers that differ in capitals only are the same")
  func capitals() async throws {
    let place = try TestIndex()
    try place.write(CaseText.answer("AH-TK-20242025-705"), to: "a.md")
    try place.write(CaseText.answer("ah-tk-20242025-705"), to: "b.md")
    #expect(try await place.run().sets == 1)
    #expect(try place.ids("kaas").count == 2)
  }

  @Test("Files without an identifier are sets of their own, but for copies to the byte")
  func withoutIdentifier() async throws {
    let place = try TestIndex()
    let text = Publication(
      number: nil, submitted: nil, respondent: nil, received: nil,
      passages: [("1", "Kaas?", nil)]
    ).text
    try place.write(text, to: "a.md")
    try place.write(text, to: "b.md")
    try place.write(text.replacing("Kaas", with: "Oude kaas"), to: "c.md")
    let summary = try await place.run()
    #expect(counts(summary.sets, summary.duplicates) == [2, 1])
    #expect(try place.ids("kaas") == ["a#1", "c#1"])
    #expect(try place.reader().passages(of: "b.md").map(\.id) == ["a#1"])
    #expect(try place.otherSources("a") == ["b.md markdown"])
  }

  /// A place with two paths, both with the answer; the file that is searched is gone since the run.
  private func twoPaths() async throws -> TestIndex {
    let place = try TestIndex()
    try place.write(CaseText.answer, to: "een/a.md")
    try place.write(CaseText.questions, to: "een/kv.md")
    try place.write(plain, to: "twee/a.txt")
    try await place.run()
    try place.remove("een/a.md")
    return place
  }

  @Test("A file that takes over may lie below a path that this run was not given")
  func otherRoot() async throws {
    let place = try await twoPaths()
    let options = Indexer.Options(paths: [place.path("een")], index: place.index)
    let summary = try await Indexer(options).run { _ in }
    #expect(
      counts(summary.files, summary.removed, summary.unreadable, summary.passages) == [1, 1, 0, 4])
    #expect(try place.sources("kaas") == ["twee/a.txt"])
  }

  @Test("A file that cannot be read when it should take over is tried again in the next run")
  func cannotTakeOver() async throws {
    let place = try await twoPaths()
    try FileManager.default.moveItem(atPath: place.path("twee"), toPath: "\(place.root)/weg")
    let options = Indexer.Options(paths: [place.path("een")], index: place.index)
    let summary = try await Indexer(options).run { _ in }
    #expect(counts(summary.unreadable, summary.passages, summary.sets) == [1, 2, 1])
    // The answer is gone for now, so the questions are searched.
    #expect(try place.sources("kaas") == ["een/kv.md"])
    #expect(try soundness(place) == [])
    try FileManager.default.moveItem(atPath: "\(place.root)/weg", toPath: place.path("twee"))
    #expect(try await place.run().passages == 4)
    #expect(try place.sources("kaas") == ["twee/a.txt"])
    #expect(try soundness(place) == [])
  }
}
