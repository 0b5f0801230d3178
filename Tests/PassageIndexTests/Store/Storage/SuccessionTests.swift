import Foundation
import Glibc
import TestSupport
import Testing
import Xapian

@testable import PassageSearch
@testable import PassageStore

@Suite("What is removed of an index, and what is not")
struct SuccessionTests {
  private typealias Generation = IndexDirectory.Generation
  private typealias Generations = IndexDirectory.Generations
  private typealias Present = Succession.Present

  private func judge(
    _ inUse: Generation?, _ previous: Generation? = nil, _ present: Present...
  ) -> Result<[Int], IndexError.Disagreement> {
    Succession.judge(inUse.map { Generations(inUse: $0, previous: previous) }, present)
  }

  private func refused(
    _ reason: IndexError.Disagreement
  ) -> Result<[Int], IndexError.Disagreement> { .failure(reason) }

  private func one(_ number: Int) -> Generation { Generation(number: number, shardCount: 1) }

  private func full(_ number: Int, _ mark: Succession.Mark? = nil) -> Present {
    Present(number: number, shards: [1], filled: [1], mark: mark)
  }

  @Test("Generations older than the one in use go, and those that a run did not finish")
  func removed() {
    #expect(judge(one(3), one(2), full(1), full(2), full(3)) == .success([1]))
    #expect(
      judge(one(3), nil, full(3), full(4, .unfinished), full(5, .unnamed)) == .success([4, 5]))
    // After going back, what was in use is the newer one.
    #expect(judge(one(2), one(3), full(1), full(2), full(3)) == .success([1]))
    #expect(judge(one(3), nil, full(3, .unnamed)) == .success([]))
    #expect(judge(nil, nil, full(1, .unfinished), full(2, .unnamed)) == .success([1, 2]))
  }

  @Test("Databases without documents may go")
  func empty() {
    #expect(judge(one(1), nil, full(1), Present(number: 4)) == .success([4]))
    #expect(judge(one(1), nil, full(1), Present(number: 4, shards: [1])) == .success([4]))
    #expect(judge(nil, nil, Present(number: 1, shards: [1])) == .success([1]))
    // As a run leaves it that is killed before it has named a new database.
    #expect(
      judge(one(1), nil, Present(number: 1, shards: [1, 2], filled: [1])) == .success([]))
  }

  @Test("Nothing goes if the stub and the directories disagree")
  func disagreements() {
    #expect(
      judge(nil, nil, full(2))
        == refused(.stubMissing(generation: 2)))
    #expect(
      judge(one(9), nil, full(1), full(2))
        == refused(.databaseMissing("generation-9/shard-1", present: [1, 2])))
    #expect(
      judge(one(9))
        == refused(.databaseMissing("generation-9/shard-1", present: [])))
    #expect(
      judge(one(3), one(2), full(1), full(3))
        == refused(.databaseMissing("generation-2/shard-1", present: [1, 3])))
    #expect(
      judge(one(1), nil, full(1), full(2))
        == refused(.unnamed("generation-2")))
    #expect(judge(one(1), one(1), full(1)) == refused(.namedTwice(generation: 1)))
    #expect(
      judge(one(1), nil, Present(number: 1, shards: [1, 2], filled: [1, 2]))
        == refused(.unnamed("generation-1/shard-2")))
    #expect(
      judge(one(2), nil, full(1), full(2, .unfinished))
        == refused(.unfinished(generation: 2)))
  }

  // MARK: On disk

  private func text(_ number: Int, _ word: String) -> String {
    Publication(number: "\(number)", passages: [("1", "\(word)?", "Ja.")]).text
  }

  /// A place with an index of twelve texts in so many databases, rebuilt once.
  private func rebuilt(shards: Int = 1) async throws -> TestIndex {
    let place = try TestIndex()
    // The path of a text says in which database it comes, and no two places have the same paths.
    // Each gets as many.
    var counts = Array(repeating: 0, count: shards)
    var number = 200
    while counts.contains(where: { $0 < 12 / shards }) {
      number += 1
      let digest = ContentDigest(of: Array(place.path("\(number).md").utf8))
      let shard = Int(digest.half % UInt64(shards))
      guard counts[shard] < 12 / shards else { continue }
      counts[shard] += 1
      try place.write(text(number, "Eik"), to: "\(number).md")
    }
    for rebuild in [false, true] {
      _ = try await Indexer(
        Indexer.Options(
          paths: [place.texts], index: place.index, rebuild: rebuild, shards: shards)
      ).run { _ in }
    }
    #expect(try filled(place).count == 2 * shards)
    return place
  }

  private func stub(_ place: TestIndex) -> String { "\(place.index)/XAPIANDB" }

  /// The directories of the databases that have documents.
  private func filled(_ place: TestIndex) throws -> Set<String> {
    let index = place.index
    var filled: Set<String> = []
    for generation in try FileManager.default.contentsOfDirectory(atPath: index)
    where generation.generationNumber != nil {
      for shard in try FileManager.default.contentsOfDirectory(atPath: "\(index)/\(generation)")
      where shard.shardNumber != nil {
        let path = "\(index)/\(generation)/\(shard)"
        guard try Database(path: path).documentCount() > 0 else { continue }
        filled.insert("\(generation)/\(shard)")
      }
    }
    return filled
  }

  /// Does everything that may remove something; each ends with the same error.
  private func expectRefusal(
    _ place: TestIndex, _ reason: IndexError.Disagreement,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let before = try filled(place)
    let content = try? String(contentsOfFile: stub(place), encoding: .utf8)
    let error = IndexError.inconsistent(path: place.index, reason: reason)
    for rebuild in [false, true] {
      await #expect(throws: error, sourceLocation: sourceLocation) {
        try await place.run(rebuild: rebuild)
      }
    }
    #expect(throws: error, sourceLocation: sourceLocation) {
      try Compaction.run(path: place.index)
    }
    #expect(throws: error, sourceLocation: sourceLocation) { try Rollback.run(path: place.index) }
    #expect(throws: error, sourceLocation: sourceLocation) {
      try IndexCheck.run(path: place.index)
    }
    #expect(try filled(place) == before, sourceLocation: sourceLocation)
    #expect(
      (try? String(contentsOfFile: stub(place), encoding: .utf8)) == content,
      sourceLocation: sourceLocation)
  }

  @Test("A lost stub beside a whole index is no reason to make another one")
  func lostStub() async throws {
    let place = try await rebuilt()
    try FileManager.default.removeItem(atPath: stub(place))
    let reason = IndexError.Disagreement.stubMissing(generation: 1)
    try await expectRefusal(place, reason)
    let error = IndexError.inconsistent(path: place.index, reason: reason)
    #expect(throws: error) { try place.reader() }
  }

  @Test("A stub that names a missing database is refused, also by a search")
  func nothingThere() async throws {
    let place = try await rebuilt()
    try Data("auto generation-7/shard-1\n".utf8).write(to: URL(filePath: stub(place)))
    let reason = IndexError.Disagreement.databaseMissing("generation-7/shard-1", present: [1, 2])
    try await expectRefusal(place, reason)
    #expect(throws: IndexError.inconsistent(path: place.index, reason: reason)) {
      try place.reader()
    }
  }

  @Test("A stub that names only the older generation does not cost the newer one")
  func olderStub() async throws {
    let place = try await rebuilt()
    try Data("auto generation-1/shard-1\n".utf8).write(to: URL(filePath: stub(place)))
    try await expectRefusal(place, .unnamed("generation-2"))
  }

  @Test("A stub that names fewer databases than there are is refused")
  func fewerShards() async throws {
    let place = try await rebuilt(shards: 3)
    let lines = try String(contentsOfFile: stub(place), encoding: .utf8).split(separator: "\n")
    let fewer = lines.filter { $0 != "auto generation-2/shard-3" }.map { "\($0)\n" }.joined()
    try Data(fewer.utf8).write(to: URL(filePath: stub(place)))
    try await expectRefusal(place, .unnamed("generation-2/shard-3"))
  }

  @Test("A database that a killed run has made and not named is no disagreement")
  func leftByGrowth() async throws {
    let place = try await rebuilt(shards: 2)
    try WritableDatabase(path: "\(place.index)/generation-2/shard-3", mode: .create).close()
    try place.write(text(113, "Eik"), to: "113.md")
    #expect(try await place.run().added == 1)
    #expect(try IndexCheck.run(path: place.index).problems == [])
  }

  // MARK: Moments

  private func copy(_ from: String, to: String) throws {
    try? FileManager.default.removeItem(atPath: to)
    try FileManager.default.copyItem(atPath: from, toPath: to)
  }

  @Test("A backup with parts of different moments is refused")
  func moments() async throws {
    let place = try await rebuilt(shards: 3)
    let shard = "\(place.index)/generation-2/shard-2"
    try copy(shard, to: "\(place.root)/monday")
    for name in try FileManager.default.contentsOfDirectory(atPath: place.texts) {
      try place.write(text(try #require(Int(name.dropLast(3))), "Beuk"), to: name)
    }
    try await place.run()
    try copy(shard, to: "\(place.root)/tuesday")
    try copy("\(place.root)/monday", to: shard)
    try await expectRefusal(place, .otherMoment("generation-2/shard-2", generation: 2))
    try copy("\(place.root)/tuesday", to: shard)
    #expect(try await place.run().unchanged == 12)
    #expect(try IndexCheck.run(path: place.index).problems == [])
  }

  @Test("An index of several databases that never noted their moments is used as it is")
  func withoutMoments() async throws {
    let place = try await rebuilt(shards: 3)
    let noted = "\(place.index)/generation-2/settled"
    #expect(place.exists(noted))
    try FileManager.default.removeItem(atPath: noted)
    try place.write(text(113, "Beuk"), to: "113.md")
    #expect(try await place.run().added == 1)
    #expect(place.exists(noted))
  }

  @Test("A run that was killed between two commits is continued, whatever was noted before")
  func killedBetweenCommits() async throws {
    let place = try await rebuilt(shards: 3)
    let directory = IndexDirectory(path: place.index)
    let generation = try #require(try directory.generation())
    try directory.beginUnsettled(generation)
    let path = "\(place.index)/generation-2/shard-2"
    let database = try WritableDatabase(path: path, mode: .open)
    try database.setMetadata(Array("x".utf8), forKey: "x")
    try database.close()
    #expect(try await place.run().unchanged == 12)
    #expect(!directory.isUnsettled(generation))
    #expect(directory.disagreement(within: generation) == nil)
  }

  @Test("A file that two databases have is a disagreement")
  func twice() async throws {
    let place = try await rebuilt(shards: 2)
    let generation = Generation(number: 2, shardCount: 2)
    let directory = IndexDirectory(path: place.index)
    let paths = directory.paths(of: generation)
    let (key, value) = try #require(
      try Database(path: paths[0]).metadataEntries(withPrefix: LedgerEntry.keyPrefix).first)
    let entry = try #require(LedgerEntry(decoding: value))
    let database = try WritableDatabase(path: paths[1], mode: .open)
    try database.setMetadata(value, forKey: key)
    try database.close()
    try directory.noteMoments(of: generation)
    let reason = IndexError.Disagreement.fileTwice(
      String(decoding: entry.path, as: UTF8.self), in: "generation-2/shard-1",
      and: "generation-2/shard-2")
    await #expect(throws: IndexError.inconsistent(path: place.index, reason: reason)) {
      try await place.run()
    }
  }

  // MARK: Kills

  @Test(
    "A run that is killed at any step of naming a generation is continued by the next one",
    arguments: [true, false])
  func kills(isNamed: Bool) async throws {
    let place = try await rebuilt()
    let directory = IndexDirectory(path: place.index)
    let next = Generation(number: try directory.nextNumber(), shardCount: 1)
    try directory.makeRoom(for: next)
    try copy("\(place.index)/generation-2/shard-1", to: "\(place.index)/generation-3/shard-1")
    rename("\(place.index)/generation-3/unfinished", "\(place.index)/generation-3/unnamed")
    if isNamed { try directory.name(next, previous: Generation(number: 2, shardCount: 1)) }
    #expect(try await place.run().unchanged == 12)
    let left =
      isNamed
      ? ["generation-2/shard-1", "generation-3/shard-1"]
      : [
        "generation-1/shard-1", "generation-2/shard-1",
      ]
    #expect(try filled(place).sorted() == left)
    #expect(!place.exists("\(place.index)/generation-3/unnamed"))
    #expect(try IndexCheck.run(path: place.index).problems == [])
  }

  // MARK: Mutations

  @Test("No run removes what a changed stub does not name")
  func mutatedStubs() async throws {
    var random = SeededGenerator(seed: 19)
    let place = try await rebuilt(shards: 2)
    let whole = "\(place.root)/whole"
    try copy(place.index, to: whole)
    let before = try filled(place)
    let sound = try String(contentsOfFile: stub(place), encoding: .utf8)
    let mutations = mutations(of: sound, &random).filter { $0 != sound }
    var refused = 0
    for changed in mutations {
      try Data(changed.utf8).write(to: URL(filePath: stub(place)))
      let kind = Int.random(in: 0..<4, using: &random)
      let isRefused: Bool
      do {
        switch kind {
        case 0: try await place.run()
        case 1: try await place.run(rebuild: true)
        case 2: _ = try Compaction.run(path: place.index)
        default: _ = try Rollback.run(path: place.index)
        }
        isRefused = false
      } catch is IndexError {
        isRefused = true
      }
      // A stub that names the newest generation whole, and not the one before, says that this one
      // may go.
      let generations = try? Generations(stub: changed, file: "")
      let isSound =
        generations?.inUse == Generation(number: 2, shardCount: 2)
        && [nil, Generation(number: 1, shardCount: 2)].contains(generations?.previous)
      if !isSound { #expect(try before.subtracting(filled(place)) == [], "\(kind): \(changed)") }
      // What was refused has left everything as it was.
      if isRefused { refused += 1 } else { try copy(whole, to: place.index) }
    }
    #expect(mutations.count == 72)
    #expect(refused == 70)
  }

  /// Every digit another one, every line left out or twice, cut off anywhere in a line and at its
  /// end, and bytes at random.
  private func mutations(
    of stub: String, _ random: inout SeededGenerator
  ) -> [String] {
    var mutations = [""]
    let letters = Array(stub)
    for place in letters.indices where letters[place].isNumber {
      for digit in "019" {
        var changed = letters
        changed[place] = digit
        mutations.append(String(changed))
      }
    }
    for end in letters.indices where end % 5 == 0 || letters[end] == "\n" {
      mutations.append(String(letters[..<end]))
    }
    let lines = stub.split(separator: "\n").map { "\($0)\n" }
    for place in lines.indices {
      var (without, double) = (lines, lines)
      without.remove(at: place)
      double.insert(lines[place], at: place)
      mutations += [without.joined(), double.joined(), lines.shuffled(using: &random).joined()]
    }
    for _ in 0..<15 {
      var changed = letters
      changed[Int.random(in: changed.indices, using: &random)] =
        "0129 /-#\naut".randomElement(using: &random) ?? "x"
      mutations.append(String(changed))
    }
    return mutations
  }
}
