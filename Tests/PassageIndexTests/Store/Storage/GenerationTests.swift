import CXapianFaults
import Foundation
import Glibc
import TestSupport
import Testing
import Xapian

@testable import PassageSearch
@testable import PassageStore

@Suite("The directory of an index")
struct GenerationTests {
  private func text(_ number: Int, _ word: String) -> String {
    Publication(number: "\(number)", passages: [("1", "\(word)?", "Ja.")]).text
  }

  private func count(_ query: String, _ reader: IndexReader) throws -> Int {
    var request = SearchRequest(query)
    request.limit = 1000
    return try reader.search(request).results.count
  }

  private func files(in place: TestIndex) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: place.index).sorted()
  }

  /// A place with an index of one text.
  private func indexed() async throws -> TestIndex {
    let place = try TestIndex()
    try place.write(text(101, "Eik"), to: "a.md")
    try await place.run()
    return place
  }

  @Test("A first run makes the directory and those above it, with one generation")
  func first() async throws {
    let place = try TestIndex()
    try place.write(text(101, "Eik"), to: "a.md")
    let index = "\(place.root)/diep/dieper/index"
    _ = try await Indexer(Indexer.Options(paths: [place.texts], index: index)).run { _ in }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: index).sorted()
        == ["XAPIANDB", "generation-1", "lock"])
    #expect(
      try String(contentsOfFile: "\(index)/XAPIANDB", encoding: .utf8)
        == "auto generation-1/shard-1\n")
    #expect(try count("eik", IndexReader(path: index)) == 1)
  }

  @Test("A rebuilt index replaces the old one in one step; readers of the old one go on")
  func rebuild() async throws {
    let place = try await indexed()
    let old = try place.reader()
    try place.write(text(102, "Beuk"), to: "b.md")
    try place.remove("a.md")
    let summary = try await place.run(rebuild: true)
    #expect(summary.added == 1)
    #expect(summary.removed == 0)
    #expect(summary.passages == 1)
    #expect(try files(in: place) == ["XAPIANDB", "generation-1", "generation-2", "lock"])
    let new = try place.reader()
    #expect(try count("eik", new) == 0)
    #expect(try count("beuk", new) == 1)
    #expect(try count("eik", old) == 1)
    #expect(try count("beuk", old) == 0)
    let again = try await place.run(rebuild: true)
    #expect(again.added == 1)
    #expect(try files(in: place) == ["XAPIANDB", "generation-2", "generation-3", "lock"])
  }

  @Test("A rebuild that is stopped leaves the old index and nothing else")
  func stoppedRebuild() async throws {
    let place = try await indexed()
    try place.write(text(102, "Beuk"), to: "b.md")
    let options = Indexer.Options(paths: [place.texts], index: place.index, rebuild: true)
    let summary = try await Indexer(options).run(isStopped: { true }) { _ in }
    #expect(summary.isStopped)
    #expect(try files(in: place) == ["XAPIANDB", "generation-1", "lock"])
    #expect(try count("eik", place.reader()) == 1)
    #expect(try count("beuk", place.reader()) == 0)
  }

  @Test("A rebuild that finds no text at all leaves the old index")
  func emptyRebuild() async throws {
    let place = try await indexed()
    try place.remove("a.md")
    let emptied = try await place.run(rebuild: true)
    #expect(emptied.missing == [MissingPath(path: place.texts, reason: .empty)])
    #expect(try count("eik", place.reader()) == 1)
    #expect(try files(in: place) == ["XAPIANDB", "generation-1", "lock"])
    let options = Indexer.Options(
      paths: ["\(place.root)/nergens"], index: place.index, rebuild: true)
    let missing = try await Indexer(options).run { _ in }
    #expect(missing.missing.count == 1)
    #expect(try count("eik", place.reader()) == 1)
    #expect(try files(in: place) == ["XAPIANDB", "generation-1", "lock"])
  }

  @Test("The remains of an earlier run are cleared away")
  func leftovers() async throws {
    let place = try await indexed()
    for name in [
      "generation-7/postlist.glass", "generation-0/iamglass", "generation-8/shard-1/iamglass",
      "generation-8/shard-1/changes12", "generation-8/unfinished",
    ] {
      let url = URL(filePath: "\(place.index)/\(name)")
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data([1]).write(to: url)
    }
    try await place.run()
    #expect(try files(in: place) == ["XAPIANDB", "generation-1", "lock"])
  }

  @Test("An index is not made in a directory that holds other things")
  func foreignContent() async throws {
    let place = try TestIndex()
    try place.write(RefusalTests.good, to: "a.md")
    try FileManager.default.createDirectory(
      at: URL(filePath: place.index), withIntermediateDirectories: true)
    try Data([1]).write(to: URL(filePath: "\(place.index)/foto.jpg"))
    await #expect(
      throws: IndexError.cannotCreate(
        path: place.index, reason: .foreignFile("\(place.index)/foto.jpg"))
    ) { try await place.run() }
    #expect(try files(in: place) == ["foto.jpg"])
  }

  @Test("A directory that is somebody's own stays, whatever it is called")
  func foreignDirectories() async throws {
    let place = try await indexed()
    for name in [
      "generation-7/foto.jpg", "generation-8/shard-1/foto.jpg", "generation-fotos/postlist.glass",
    ] {
      let url = URL(filePath: "\(place.index)/\(name)")
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data([1]).write(to: url)
    }
    try await place.run()
    #expect(
      try files(in: place) == [
        "XAPIANDB", "generation-1", "generation-7", "generation-8", "generation-fotos", "lock",
      ])
  }

  @Test("An index inside the directory of the texts is not read as a text")
  func indexAmongTexts() async throws {
    let place = try TestIndex()
    try place.write(text(101, "Eik"), to: "a.md")
    for _ in 0..<2 {
      let summary = try await Indexer(
        Indexer.Options(paths: [place.texts], index: place.path("sub/index"))
      ).run { _ in }
      #expect(summary.files == 1)
      #expect(summary.refused == 0)
    }
  }

  @Test("A second run at the same time says who is at work")
  func busy() async throws {
    let place = try await indexed()
    let lock = try RunLock(of: place.index)
    do {
      try await place.run()
      Issue.record("the second run went on")
    } catch IndexError.busy(let path, .run(let holder)) {
      #expect(path == place.index)
      #expect(holder.hasPrefix("proces \(getpid()) op "))
      #expect(holder.contains(", sinds 20"))
    }
    #expect(try count("eik", place.reader()) == 1)
    lock.release()
    #expect(try await place.run().unchanged == 1)
  }

  @Test(
    "The lock is free at once, even if a child still has the files of this process")
  func releasedBesideChild() async throws {
    let place = try await indexed()
    let lock = try RunLock(of: place.index)
    let child = xapian_fault_start_slow_child(100)
    lock.release()
    try RunLock(of: place.index).release()
    waitpid(child, nil, 0)
  }

  @Test("A database that another program writes in is busy as well")
  func busyDatabase() async throws {
    let place = try await indexed()
    let directory = IndexDirectory(path: place.index)
    let writer = try IndexWriter(directory, .init(number: 1, shardCount: 1))
    await #expect(
      throws: IndexError.busy(path: place.index, holder: .process)
    ) {
      try await place.run()
    }
    try await writer.finish()
  }

  @Test("An index of another analysis is refused for reading and for writing, and can be made anew")
  func incompatible() async throws {
    let place = try await indexed()
    let database = try WritableDatabase(path: "\(place.index)/generation-1/shard-1", mode: .open)
    try database.setMetadata(Array("schema-0 oud".utf8), forKey: MetadataKey.fingerprint)
    try database.close()
    let error = IndexError.incompatible(
      path: place.index, found: "schema-0 oud", expected: Schema().fingerprint)
    #expect(throws: error) { try place.reader() }
    await #expect(throws: error) { try await place.run() }
    try await place.run(rebuild: true)
    #expect(try count("eik", place.reader()) == 1)
  }

  @Test("A search says that there is no index; an empty directory is none either")
  func missing() throws {
    let place = try TestIndex()
    #expect(throws: IndexError.missing(path: place.index)) { try place.reader() }
    #expect(throws: IndexError.missing(path: place.texts)) { try IndexReader(path: place.texts) }
  }

  @Test("What Xapian reports becomes an error of the index")
  func xapianErrors() {
    func error(_ status: XapianError.Status, _ message: String = "words") -> IndexError {
      IndexError("/i", XapianError(status: status, message: message))
    }
    #expect(error(.notFound) == .missing(path: "/i"))
    #expect(error(.locked) == .busy(path: "/i", holder: .process))
    #expect(error(.incompatible) == .incompatible(path: "/i", found: "words", expected: nil))
    #expect(error(.network) == .unreachable(path: "/i", reason: "words"))
    #expect(error(.noSpace) == .inputOutput(path: "/i", reason: .noSpace("words")))
    #expect(error(.corrupt) == .damaged(path: "/i", reason: .xapian("words")))
    #expect(error(.inputOutput) == .inputOutput(path: "/i", reason: .xapian("words")))
    #expect(error(.unexpected) == .unexpected(path: "/i", reason: "words"))
    let full = "Error writing block: No space left on device"
    #expect(error(.unexpected, full) == .inputOutput(path: "/i", reason: .xapian(full)))
    #expect(error(.badStub, "/s:7") == .badStub(file: "/s", line: 7, expected: .database))
    #expect(error(.endlessStub, "/s") == .endlessStub(file: "/s"))
  }

  @Test("An index that may not be read is not reported as missing", .enabled(if: geteuid() != 0))
  func unreadable() async throws {
    let place = try TestIndex()
    try place.write("Vraag 1\n\nEik?\n\nAntwoord 1\n\nJa.\n", to: "a.txt")
    try await place.run()
    for directory in [place.index, place.root] {
      #expect(chmod(directory, 0) == 0)
      defer { chmod(directory, 0o755) }
      #expect {
        try place.reader()
      } throws: { error in
        guard case IndexError.inputOutput(place.index, .xapian(let reason)) = error else {
          return false
        }
        return reason.hasSuffix("Permission denied")
      }
    }
    #expect(try count("eik", place.reader()) == 1)
  }

  @Test("An index cannot be made in the place of a file, and the file stays")
  func fileInTheWay() async throws {
    let place = try TestIndex()
    try place.write(text(101, "Eik"), to: "a.md")
    let options = Indexer.Options(paths: [place.texts], index: place.path("a.md"))
    await #expect(
      throws: IndexError.cannotCreate(
        path: place.path("a.md"), reason: .notDirectory)
    ) {
      _ = try await Indexer(options).run { _ in }
    }
    let below = Indexer.Options(paths: [place.texts], index: place.path("a.md/index"))
    await #expect(throws: IndexError.self) { _ = try await Indexer(below).run { _ in } }
    #expect(try String(contentsOfFile: place.path("a.md"), encoding: .utf8) == text(101, "Eik"))
  }

  private static let newest = ["auto generation-N/shard-1"]
  private static let second = ["auto generation-1/shard-2", "# previous generation-N/shard-1"]

  @Test(
    "A stub file that is not ours is left alone, and its first line that is not is named",
    arguments: [
      ("", 1, newest), ("rommel", 1, newest), ("auto", 1, newest), ("auto ergens", 1, newest),
      ("auto generation-x", 1, newest), ("remote host:1234\n", 1, newest),
      ("auto generation-1/shard-1\nauto generation-2/shard-1\n", 2, second),
      ("auto generation--1", 1, newest), ("\u{0}\u{1}", 1, newest),
      ("auto generation-1/shard-1\n\n# previous ergens\n", 3, second),
      ("# previous generation-1/shard-1\n", 1, newest),
      ("auto generation-1/shard-1\n# iets anders\n", 2, second),
      ("auto generation-1/shard-1\nauto generation-1/shard-1\n", 2, second),
      ("auto generation-1/shard-2\n", 1, newest), ("auto generation-01/shard-1\n", 1, newest),
      (
        "auto generation-2/shard-1\n# previous generation-1/shard-1\nauto generation-2/shard-2\n",
        3,
        ["# previous generation-1/shard-2"]
      ),
    ])
  func stub(_ content: String, _ line: Int, _ expected: [String]) async throws {
    let place = try await indexed()
    let path = "\(place.index)/XAPIANDB"
    try Data(content.utf8).write(to: URL(filePath: path))
    let error = IndexError.badStub(file: path, line: line, expected: .oneOf(expected))
    await #expect(throws: error) { try await place.run() }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == content)
    #expect(place.exists("\(place.index)/generation-1"))
  }

  @Test("A damaged or lost database is an error for reading and writing, never a crash")
  func damaged() async throws {
    for name in ["postlist.glass", "termlist.glass", "docdata.glass", "iamglass"] {
      let place = try await indexed()
      try Data(repeating: 0x5A, count: 9000)
        .write(to: URL(filePath: "\(place.index)/generation-1/shard-1/\(name)"))
      #expect(throws: IndexError.self, "\(name)") {
        _ = try place.reader().search(SearchRequest("eik"))
        let problems = try IndexCheck.run(path: place.index).problems
        _ = try #require(problems.first)
        throw IndexError.damaged(path: place.index, reason: .lexicon)
      }
    }
    let place = try await indexed()
    try Data(repeating: 0x5A, count: 9000)
      .write(to: URL(filePath: "\(place.index)/generation-1/shard-1/iamglass"))
    await #expect(throws: IndexError.self) { try await place.run() }
    #expect(try await place.run(rebuild: true).added == 1)
    #expect(try count("eik", place.reader()) == 1)
  }
}
