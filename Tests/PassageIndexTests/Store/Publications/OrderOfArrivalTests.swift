import Foundation
import TestSupport
import Testing

@testable import PassageSearch
@testable import PassageStore

@Suite("The index is a function of the files, however they came")
struct OrderOfArrivalTests {
  /// Files of one case in several forms and versions, one that is refused, and one of another case.
  private static let files: [(name: String, text: String)] = [
    ("a.txt", CaseText.answer.replacing("**", with: "").replacing("*", with: "")),
    ("b.md", CaseText.answer),
    ("c.md", CaseText.answer("ah-tk-20242025-705-n1")),
    ("d.md", CaseText.questions),
    ("e.md", CaseText.delay),
    ("f.md", CaseText.answer.replacing("705", with: "800").replacing("kaas", with: "boter")),
    ("g.md", "Boodschappen: melk."),
    ("h.md", CaseText.questions.replacing("90001", with: "90002")),
  ]

  private func write(_ names: some Sequence<Int>, to place: TestIndex) throws {
    for index in names {
      let file = Self.files[index]
      try place.write(file.text, to: file.name)
    }
  }

  /// What an index made in one run says, with the name of its directory taken out.
  private func picture(of place: TestIndex) throws -> [String] {
    try place.picture().map { line in
      line.hasPrefix("set/") || line.hasPrefix("LedgerEntry") ? canonical(line, place) : line
    }.sorted()
  }

  /// Paths lie in the picture as bytes and as text.
  private func canonical(_ line: String, _ place: TestIndex) -> String {
    let bytes = Array(place.texts.utf8).map(String.init).joined(separator: ", ")
    return line.replacing(bytes, with: "TEXTS").replacing(place.texts, with: "TEXTS")
  }

  private func whole(_ names: [Int], jobs: Int = 1) async throws -> [String] {
    let place = try TestIndex()
    try write(names, to: place)
    try await place.run(jobs: jobs)
    return try picture(of: place)
  }

  @Test("Files that arrive one by one in any order give the index of one run")
  func arrivals() async throws {
    let all = Array(Self.files.indices)
    let expected = try await whole(all)
    let single = try await whole(all.dropLast())
    #expect(single.contains { $0.hasPrefix("kaas: [\"ah-tk-20242025-705-n1#1\"") })
    #expect(!expected.contains { $0.hasPrefix("kaas: [\"ah-tk-20242025-705-n1#1\"") })
    #expect(try await whole(all, jobs: 8) == expected)
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<12 {
      let place = try TestIndex()
      var rest = all.shuffled(using: &generator)[...]
      while !rest.isEmpty {
        let count = Int.random(in: 1...3, using: &generator)
        try write(rest.prefix(count), to: place)
        rest = rest.dropFirst(count)
        try await place.run(jobs: Int.random(in: 1...4, using: &generator))
      }
      #expect(try picture(of: place) == expected)
    }
  }

  @Test("Files that come, go and come back leave the index of those that are there")
  func comingAndGoing() async throws {
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<4 {
      let place = try TestIndex()
      var present: Set<Int> = [5]
      try write(present, to: place)
      try await place.run()
      for _ in 0..<8 {
        for index in Self.files.indices where index != 5 && Bool.random(using: &generator) {
          if present.remove(index) != nil {
            try place.remove(Self.files[index].name)
          } else {
            present.insert(index)
            try write([index], to: place)
          }
        }
        try await place.run(jobs: 2)
        #expect(try picture(of: place) == (try await whole(present.sorted())))
      }
    }
  }

  @Test("A run that is stopped after any file is sound, and the next one completes it")
  func stopped() async throws {
    let expected = try await whole(Array(Self.files.indices))
    for stop in 0...Self.files.count {
      let place = try TestIndex()
      try write(Self.files.indices, to: place)
      let done = Counter()
      let options = Indexer.Options(paths: [place.texts], index: place.index, jobs: 1)
      _ = try await Indexer(options).run(isStopped: { done.count >= stop }) { event in
        if case .progress(let count, _, _) = event { done.count = count }
      }
      #expect(try IndexCheck.run(path: place.index).problems == [])
      try await place.run()
      #expect(try picture(of: place) == expected)
    }
  }

  @Test("A removal that is stopped is sound, and the next run completes it")
  func stoppedRemoval() async throws {
    for stop in 0...3 {
      let place = try TestIndex()
      try write(Self.files.indices, to: place)
      try await place.run()
      for index in [0, 1, 2] { try place.remove(Self.files[index].name) }
      let done = Counter()
      let options = Indexer.Options(paths: [place.texts], index: place.index, jobs: 1)
      _ = try await Indexer(options).run(isStopped: { done.count >= stop }) { event in
        if case .removed = event { done.count += 1 }
      }
      #expect(try IndexCheck.run(path: place.index).problems == [])
      try await place.run()
      #expect(try picture(of: place) == (try await whole([3, 4, 5, 6, 7])))
    }
  }

  @Test("A second run changes nothing, not a byte")
  func idempotent() async throws {
    let place = try TestIndex()
    try write(Self.files.indices, to: place)
    try await place.run()
    let files = try FileManager.default.contentsOfDirectory(
      atPath: "\(place.index)/generation-1/shard-1")
    let bytes = { (name: String) in
      try Data(contentsOf: URL(filePath: "\(place.index)/generation-1/shard-1/\(name)"))
    }
    let before = try files.sorted().map(bytes)
    try await place.run()
    #expect(try files.sorted().map(bytes) == before)
    #expect(try await place.run().passagesWritten == 0)
  }
}
