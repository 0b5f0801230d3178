import Foundation
import Glibc
import TestSupport
import Testing
import Xapian

@testable import PassageSearch
@testable import PassageStore

@Suite("Rebuilding an index, and rolling back")
struct RebuildTests {
  private func text(_ number: Int, _ word: String) -> String {
    Publication(number: "\(number)", passages: [("1", "\(word)?", "Ja.")]).text
  }

  private func count(_ query: String, _ place: TestIndex) throws -> Int {
    try place.reader().search(SearchRequest(query)).results.count
  }

  private func stub(_ place: TestIndex) throws -> String {
    try String(contentsOfFile: "\(place.index)/XAPIANDB", encoding: .utf8)
  }

  private func generations(_ place: TestIndex) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: place.index).sorted()
      .filter { $0.hasPrefix("generation-") }
  }

  /// A place with an index of oaks, rebuilt to one of beeches.
  private func rebuilt() async throws -> TestIndex {
    let place = try TestIndex()
    try place.write(text(101, "Eik"), to: "a.md")
    try await place.run()
    try place.write(text(101, "Beuk"), to: "a.md")
    try await place.run(rebuild: true)
    return place
  }

  @Test("A rebuild keeps the previous generation, and the stub names it")
  func kept() async throws {
    let place = try await rebuilt()
    #expect(try generations(place) == ["generation-1", "generation-2"])
    #expect(
      try stub(place) == "auto generation-2/shard-1\n# previous generation-1/shard-1\n")
    let status = try place.reader().status()
    #expect(status.generation == 2)
    #expect(status.previous?.generation == 1)
    #expect((status.previous?.bytes ?? 0) > 0)
  }

  @Test("A rollback finds what was found before the rebuild; another rollback undoes it")
  func rollback() async throws {
    let place = try await rebuilt()
    #expect(try count("beuk", place) == 1)
    #expect(try Rollback.run(path: place.index) == (from: 2, to: 1))
    #expect(try count("eik", place) == 1)
    #expect(try count("beuk", place) == 0)
    #expect(try Rollback.run(path: place.index) == (from: 1, to: 2))
    #expect(try count("beuk", place) == 1)
  }

  @Test("Runs after a rebuild leave the previous generation")
  func nights() async throws {
    let place = try await rebuilt()
    for number in 200..<203 {
      try place.write(text(number, "Linde"), to: "\(number).md")
      try await place.run()
    }
    #expect(try count("linde", place) == 3)
    #expect(try Rollback.run(path: place.index) == (from: 2, to: 1))
    #expect(try count("eik", place) == 1)
    #expect(try count("linde", place) == 0)
    // What is in use again is brought in line with the files as any index is.
    let summary = try await place.run()
    #expect(summary.added == 3)
    #expect(summary.changed == 1)
    #expect(try count("beuk", place) == 1)
    #expect(try count("linde", place) == 3)
    #expect(try IndexCheck.run(path: place.index).problems == [])
  }

  @Test("The next rebuild keeps the generation before it and no more")
  func twice() async throws {
    let place = try await rebuilt()
    try await place.run(rebuild: true)
    #expect(try generations(place) == ["generation-2", "generation-3"])
    #expect(try Rollback.run(path: place.index) == (from: 3, to: 2))
    try await place.run(rebuild: true)
    #expect(try generations(place) == ["generation-2", "generation-4"])
  }

  @Test("Compacting removes the previous generation, and says how large it was")
  func compaction() async throws {
    let place = try await rebuilt()
    let outcome = try Compaction.run(path: place.index)
    #expect((outcome.previous ?? 0) > 0)
    #expect(try generations(place) == ["generation-3"])
    #expect(try Compaction.run(path: place.index).previous == nil)
    #expect(throws: IndexError.noPrevious(path: place.index)) {
      try Rollback.run(path: place.index)
    }
    #expect(try count("beuk", place) == 1)
  }

  @Test("A rollback without a rebuild, or without an index, is an error")
  func nothing() async throws {
    let place = try TestIndex()
    #expect(throws: IndexError.missing(path: place.index)) { try Rollback.run(path: place.index) }
    try place.write(text(101, "Eik"), to: "a.md")
    try await place.run()
    #expect(throws: IndexError.noPrevious(path: place.index)) {
      try Rollback.run(path: place.index)
    }
  }

  @Test(
    "A rollback to a generation of another version is refused until that version is installed"
  )
  func incompatible() async throws {
    let place = try await rebuilt()
    let old = try WritableDatabase(path: "\(place.index)/generation-1/shard-1", mode: .open)
    try old.setMetadata(Array("schema-0 oud".utf8), forKey: MetadataKey.fingerprint)
    try old.close()
    #expect(
      throws: IndexError.incompatible(
        path: place.index, found: "schema-0 oud", expected: Schema().fingerprint)
    ) { try Rollback.run(path: place.index) }
    #expect(try count("beuk", place) == 1)
  }

  @Test("A rollback to a damaged generation is refused")
  func damagedPrevious() async throws {
    let place = try await rebuilt()
    try Data(repeating: 0x5A, count: 9000)
      .write(to: URL(filePath: "\(place.index)/generation-1/shard-1/termlist.glass"))
    #expect(throws: IndexError.self) { try Rollback.run(path: place.index) }
    #expect(try count("beuk", place) == 1)
  }

  @Test("A rebuilt generation that does not pass the check is not used: the old one stays")
  func unsound() async throws {
    let place = try TestIndex()
    try place.write(text(101, "Eik"), to: "a.md")
    try await place.run()
    try place.write(text(101, "Beuk"), to: "a.md")
    let options = Indexer.Options(paths: [place.texts], index: place.index, rebuild: true)
    await #expect(
      throws: IndexError.unsound(
        path: place.index, generation: 2,
        problems: [.allPassages(expected: 0, found: 1)])
    ) {
      _ = try await Indexer(options).run { event in
        guard case .checking(let path) = event else { return }
        // A line of the ledger gets lost in the new generation.
        do {
          let database = try WritableDatabase(path: "\(path)/shard-1", mode: .open)
          for (key, _) in try database.metadataEntries(withPrefix: LedgerEntry.keyPrefix) {
            try database.setMetadata([], forKey: key)
          }
          try database.close()
        } catch {
          Issue.record(error)
        }
      }
    }
    #expect(try stub(place) == "auto generation-1/shard-1\n")
    #expect(try generations(place) == ["generation-1"])
    #expect(try count("eik", place) == 1)
  }

  @Test("A rebuild of an index that cannot be opened keeps the previous generation")
  func damagedCurrent() async throws {
    let place = try await rebuilt()
    try Data(repeating: 0x5A, count: 9000)
      .write(to: URL(filePath: "\(place.index)/generation-2/shard-1/iamglass"))
    try await place.run(rebuild: true)
    #expect(try generations(place) == ["generation-1", "generation-3"])
    #expect(try Rollback.run(path: place.index) == (from: 3, to: 1))
    #expect(try count("eik", place) == 1)
  }

  @Test("The remains of a killed run's generation go, also the file of a commit under way")
  func leftovers() async throws {
    let place = try await rebuilt()
    for name in ["generation-3/unsettled", "generation-3/shard-1/v.tmp"] {
      let url = URL(filePath: "\(place.index)/\(name)")
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data().write(to: url)
    }
    try await place.run()
    #expect(try generations(place) == ["generation-1", "generation-2"])
  }

  @Test("A full disk is reported as such, not as a wrong place")
  func fullDisk() {
    #expect(
      IndexError.making("/x", code: ENOSPC)
        == .inputOutput(path: "/x", reason: .system(ENOSPC)))
    #expect(
      IndexError.making("/x", code: EACCES)
        == .cannotCreate(path: "/x", reason: .system(EACCES))
    )
  }
}
