import Foundation
import TestSupport
import Testing

import Xapian

@testable import PassageSearch
@testable import PassageStore

@Suite("An index in several databases")
struct ShardTests {
  private static let words = ["toeslag", "haven", "vergunning", "gemeente", "stikstof"]

  /// A place with sixty sets, in an index of so many shards.
  private func place(shards: Int) async throws -> TestIndex {
    let place = try TestIndex()
    for number in 101...160 {
      let passages = (1...3).map { question in
        let word = Self.words[(number + question) % 5]
        return (
          "\(question)", "Kent u het bericht over de \(word) \(number * question)?",
          String(repeating: "Over de \(word) is gesproken. ", count: 1 + number % 7)
        )
      }
      try place.write(Publication(number: "\(number)", passages: passages).text, to: "\(number).md")
    }
    try await run(place, shards: shards)
    return place
  }

  @discardableResult
  private func run(
    _ place: TestIndex, shards: Int? = nil, jobs: Int = 2, rebuild: Bool = false
  ) async throws -> IndexSummary {
    try await Indexer(
      Indexer.Options(
        paths: [place.texts], index: place.index, jobs: jobs, rebuild: rebuild, shards: shards)
    ).run { _ in }
  }

  /// The lines of the stub file that name what is searched.
  private func stub(_ place: TestIndex) throws -> [Substring] {
    try String(contentsOfFile: "\(place.index)/XAPIANDB", encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
  }

  /// The citation keys and the scores of the passages of a query, in order.
  private func results(_ query: String, _ place: TestIndex) throws -> [String] {
    var request = SearchRequest(query)
    request.limit = 100
    return try place.reader().search(request).results.map { "\($0.stored.id) \($0.score)" }
  }

  private let queries = [
    "toeslag", "haven vergunning", "\"over de gemeente\"", "stikstof NOT haven", "nr:131",
    "bericht 303", "gem*",
  ]

  @Test("Three databases give the same passages as one, with the same scores")
  func sameAsOne() async throws {
    let one = try await place(shards: 1)
    let three = try await place(shards: 3)
    #expect(try stub(one) == ["auto generation-1/shard-1"])
    #expect(
      try stub(three) == (1...3).map { "auto generation-1/shard-\($0)" })
    for query in queries {
      let expected = try results(query, one)
      #expect(!expected.isEmpty, "\(query)")
      #expect(try results(query, three) == expected, "\(query)")
    }
    #expect(try IndexCheck.run(path: three.index).problems == [])
    let (first, second) = (try one.reader().status(), try three.reader().status())
    #expect(first.sets == second.sets)
    #expect(first.passages == second.passages)
    #expect(first.terms == second.terms)
  }

  @Test("Each database has its part of the files, and later runs keep to it")
  func laterRuns() async throws {
    let place = try await place(shards: 3)
    for shard in 1...3 {
      let files = try ledger(place, shard).count
      #expect((10...30).contains(files), "\(shard): \(files)")
    }
    try place.remove("101.md")
    try place.write(Publication(number: "102", passages: [("1", "Eik?", "Ja.")]).text, to: "102.md")
    let before = try (1...3).map { try ledger(place, $0).subtracting(["101.md"]) }
    let summary = try await run(place)
    #expect(summary.removed == 1)
    #expect(summary.changed == 1)
    #expect(try (1...3).map { try ledger(place, $0) } == before)
    #expect(try results("eik", place).count == 1)
    #expect(try results("nr:101", place) == [])
    #expect(try IndexCheck.run(path: place.index).problems == [])
    _ = try Compaction.run(path: place.index)
    #expect(try stub(place) == (1...3).map { "auto generation-2/shard-\($0)" })
    #expect(try IndexCheck.run(path: place.index).problems == [])
    try await run(place, rebuild: true)
    #expect(try stub(place) == (1...3).map { "auto generation-3/shard-\($0)" })
    // Another number takes a rebuild.
    try await run(place, shards: 1, rebuild: true)
    #expect(try stub(place) == ["auto generation-4/shard-1"])
  }

  /// The names of the files of a shard.
  private func ledger(_ place: TestIndex, _ shard: Int) throws -> Set<String> {
    let generation = try #require(try stub(place).first).dropFirst(5).prefix { $0 != "/" }
    let reader = try IndexReader(path: "\(place.index)/\(generation)/shard-\(shard)")
    return Set(
      try reader.index.database.metadataEntries(withPrefix: LedgerEntry.keyPrefix).map {
        let entry = try #require(LedgerEntry(decoding: $0.value))
        return String(decoding: entry.path.suffix(6), as: UTF8.self)
      })
  }

  @Test("Databases that exist only to be written in parallel are merged in the next run")
  func merged() async throws {
    let place = try await place(shards: 2)
    // As a build leaves it that is killed before it has merged what it wrote.
    let first = "\(place.index)/generation-1/shard-1"
    let database = try WritableDatabase(path: first, mode: .open)
    try database.setMetadata(Array("1".utf8), forKey: MetadataKey.shards)
    try database.close()
    try IndexDirectory(path: place.index).noteMoments(of: .init(number: 1, shardCount: 2))
    let before = try queries.map { try results($0, place) }
    #expect(try await run(place).unchanged == 60)
    #expect(try stub(place) == ["auto generation-2/shard-1"])
    #expect(try queries.map { try results($0, place) } == before)
    #expect(try IndexCheck.run(path: place.index).problems == [])
  }

  @Test(
    "Many files are written to a database for each job, a few beside many to one of their own"
  )
  func shardsToAdd() {
    let cases: [(known: Int, new: Int, jobs: Int, added: Int)] = [
      (0, 0, 4, 0), (0, 199, 4, 0), (0, 200, 4, 3), (0, 90_000, 1, 0), (0, 90_000, 64, 7),
      (10, 199, 4, 0), (800, 200, 4, 4), (801, 200, 4, 0), (1999, 10, 4, 0), (2000, 0, 4, 0),
      (2000, 1, 4, 1), (2000, 499, 4, 1), (2000, 500, 4, 4),
    ]
    for row in cases {
      let added = Indexer.shardsToAdd(known: row.known, new: row.new, jobs: row.jobs)
      #expect(added == row.added, "\(row)")
    }
  }

  @Test("A long run fills one database after the other, and merges them at the end")
  func oneAfterTheOther() async throws {
    let usual = try await place(shards: 1)
    let place = try await place(shards: 1)
    var options = Indexer.Options(
      paths: [place.texts], index: place.index, jobs: 2, rebuild: true)
    options.commitPolicy = IndexWriter.CommitPolicy(passagesPerCommit: 4, passagesPerShard: 20)
    var most = 0
    let directory = IndexDirectory(path: place.index)
    // The rebuilt one is generation 2, which has all its databases until it takes its place.
    let rebuilt = try await Indexer(options).run { _ in most = max(most, databases(in: 2, place)) }
    #expect(rebuilt.sets == 60)
    // 180 passages, at most 20 in each.
    #expect(most >= 9)
    #expect(try directory.generation()?.shards.count == 1)
    #expect(try IndexCheck.run(path: place.index).problems == [])
    for query in queries { #expect(try results(query, place) == results(query, usual)) }
  }

  @Test("A long run that is stopped leaves several databases that agree, and the next one goes on")
  func stoppedOneAfterTheOther() async throws {
    let usual = try await place(shards: 1)
    let place = try await place(shards: 1)
    try FileManager.default.removeItem(atPath: place.index)
    var options = Indexer.Options(paths: [place.texts], index: place.index)
    options.commitPolicy = IndexWriter.CommitPolicy(passagesPerCommit: 4, passagesPerShard: 20)
    let done = Counter()
    let summary = try await Indexer(options).run(isStopped: { done.count >= 40 }) { event in
      if case .progress = event { done.count += 1 }
    }
    #expect(summary.isStopped)
    #expect(try stub(place).count >= 4)
    #expect(try IndexCheck.run(path: place.index).problems == [])
    #expect(try await Indexer(options).run { _ in }.added == 60 - summary.added)
    #expect(try IndexCheck.run(path: place.index).problems == [])
    for query in queries {
      #expect(try Set(results(query, place)) == Set(results(query, usual)), "\(query)")
    }
  }

  @Test(
    "A finished database is opened again when the status of one of its files changes later")
  func changesInEarlierDatabases() async throws {
    let place = try TestIndex()
    for number in 101...130 {
      let question = "Wat vindt u van haven \(number)?"
      let questions = Publication(
        number: nil, subject: "haven \(number)", respondent: nil, received: nil,
        passages: [("1", question, nil)])
      let answer = Publication(
        number: "\(number)", subject: "haven \(number)", passages: [("1", question, "Veel.")])
      try place.write(questions.text, to: "a\(number).md")
      try place.write(answer.text, to: "b\(number).md")
    }
    var options = Indexer.Options(paths: [place.texts], index: place.index, jobs: 2)
    options.commitPolicy = IndexWriter.CommitPolicy(passagesPerCommit: 4, passagesPerShard: 10)
    #expect(try await Indexer(options).run { _ in }.sets == 60)
    let problems = try IndexCheck.run(path: place.index).problems
    #expect(problems == [])
    let found = try results("haven", place).count
    #expect(found == 30)
  }

  @Test("The more files there are, the more go into one database, so that there are not too many")
  func fewDatabases() async throws {
    let place = try await place(shards: 1)
    var options = Indexer.Options(paths: [place.texts], index: place.index, rebuild: true)
    options.commitPolicy = IndexWriter.CommitPolicy(
      passagesPerCommit: 4, passagesPerShard: 10, minimumPartInShard: 0.5)
    var most = 0
    #expect(
      try await Indexer(options).run { _ in most = max(most, databases(in: 2, place)) }.sets == 60)
    // Of 300, as changes are counted: about 10, 10, 20, 40, 80 and the rest.
    #expect(most == 6)
    #expect(try IndexCheck.run(path: place.index).problems == [])
  }

  /// How many databases a generation has, in use or not.
  private func databases(in generation: Int, _ place: TestIndex) -> Int {
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: "\(place.index)/generation-\(generation)")
    return names?.count { $0.hasPrefix("shard-") } ?? 0
  }

  @Test("New files go beside a compact database, and are merged with it when they are many")
  func beside() async throws {
    let place = try await place(shards: 1)
    let directory = IndexDirectory(path: place.index)
    let writer = try IndexWriter(directory, try #require(try directory.generation()))
    _ = try await writer.ledger()
    try await writer.grow(by: 1)
    try await writer.finish()
    #expect(try stub(place) == ["auto generation-1/shard-1", "auto generation-1/shard-2"])
    try place.write(Publication(number: "7", passages: [("1", "Eik?", "Ja.")]).text, to: "007.md")
    try place.write(Publication(number: "101", passages: [("1", "Es?", "Ja.")]).text, to: "101.md")
    let summary = try await run(place)
    #expect(summary.added == 1)
    #expect(summary.changed == 1)
    #expect(try ledger(place, 1).count == 60)
    #expect(try ledger(place, 2) == ["007.md"])
    #expect(try results("eik", place).count == 1)
    #expect(try results("es", place).count == 1)
    #expect(try IndexCheck.run(path: place.index).problems == [])
    // 178 passages and 45 more.
    let sets = (200..<222).map { number in
      Publication(number: "\(number)", passages: [("1", "Beuk?", "Ja."), ("2", "Linde?", "Ja.")])
    }
    for (number, set) in sets.enumerated() { try place.write(set.text, to: "\(200 + number).md") }
    try await run(place)
    #expect(try stub(place) == ["auto generation-2/shard-1"])
    #expect(try results("linde", place).count == 22)
    #expect(try IndexCheck.run(path: place.index).problems == [])
  }

  @Test(
    "A database that changes have made a quarter larger is compacted again, unless several are kept"
  )
  func grown() async throws {
    let several = try await place(shards: 3)
    _ = try Compaction.run(path: several.index)
    try await changeAll(several)
    #expect(try IndexDirectory(path: several.index).generation()?.number == 2)
    let place = try await place(shards: 1)
    _ = try Compaction.run(path: place.index)
    let directory = IndexDirectory(path: place.index)
    let compact = try #require(try directory.generation())
    #expect(compact.number == 2)
    #expect(directory.sizeWhenMerged(compact) == directory.tableBytes(of: compact))
    try await run(place)
    #expect(try directory.generation() == compact)
    let before = try results("toeslag", place)
    try await changeAll(place)
    let merged = try #require(try directory.generation())
    #expect(merged.number == 3)
    #expect(directory.sizeWhenMerged(merged) == directory.tableBytes(of: merged))
    #expect(try results("toeslag", place) == before)
    #expect(try IndexCheck.run(path: place.index).problems == [])
  }

  @Test("A small index is compacted once it has grown, and then not again")
  func grownSlowly() async throws {
    let place = try await place(shards: 1)
    let directory = IndexDirectory(path: place.index)
    #expect(try directory.generation()?.number == 1)
    for number in 161...301 {
      let set = Publication(number: "\(number)", passages: [("1", "Eik \(number)?", "Ja.")])
      try place.write(set.text, to: "\(number).md")
    }
    try await run(place)
    let merged = try #require(try directory.generation())
    #expect(merged == IndexDirectory.Generation(number: 2, shardCount: 1))
    #expect(try results("eik", place).count == 100)
    try await run(place)
    #expect(try directory.generation() == merged)
  }

  /// Changes every text without changing a passage, and indexes them.
  private func changeAll(_ place: TestIndex) async throws {
    for number in 101...160 {
      let file = "\(place.texts)/\(number).md"
      let text = try String(contentsOfFile: file, encoding: .utf8)
      try (text + "\n").write(toFile: file, atomically: false, encoding: .utf8)
    }
    #expect(try await run(place).changed == 60)
  }

  @Test("The next run repairs what one left that was cut off between two commits")
  func unsettled() async throws {
    let place = try await place(shards: 2)
    let directory = IndexDirectory(path: place.index)
    let generation = try #require(try directory.generation())
    // The first database has lost what was recorded of all sets, and has a record of none.
    let writer = try IndexWriter(directory, generation)
    let keys = try await writer.recordKeys()
    try await writer.write(
      keys.map { .recordSet(SetRecord(), key: $0) })
    var stale = SetRecord()
    stale.sourceCount = 3
    try await writer.write([.recordSet(stale, key: SetRecord.key(of: "niemand"))])
    try await writer.finish()
    try directory.beginUnsettled(generation)
    #expect(try IndexCheck.run(path: place.index).problems.first == .unsettled)
    #expect(try await run(place).unchanged == 60)
    #expect(!directory.isUnsettled(generation))
    #expect(try IndexCheck.run(path: place.index).problems == [])
    let again = try IndexWriter(directory, generation)
    #expect(try await again.recordKeys() == keys)
    await again.abandon()
  }

  @Test("Databases with different words are not searched together")
  func otherWords() async throws {
    let place = try await place(shards: 2)
    let path = "\(place.index)/generation-1/shard-2"
    let database = try WritableDatabase(path: path, mode: .open)
    try database.setMetadata(Array("ander".utf8), forKey: MetadataKey.fingerprint)
    try database.close()
    #expect(
      throws: IndexError.incompatible(
        path: place.index, found: "ander", expected: Schema().fingerprint)
    ) { try place.reader() }
  }
}
