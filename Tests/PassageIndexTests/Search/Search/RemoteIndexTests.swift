import Foundation
import Glibc
import TestSupport
import Testing

@testable import PassageSearch
@testable import PassageStore

private let serverPath = "/usr/bin/xapian-tcpsrv"

/// Needs xapian-tcpsrv (xapian-tools).
@Suite(
  "An index of which servers have a part",
  .enabled(if: FileManager.default.isExecutableFile(atPath: serverPath)))
struct RemoteIndexTests {
  /// A server of one database on this machine. It answers one client at a time.
  private final class Server {
    let port: UInt16
    let process = Process()

    init(_ database: String) throws {
      port = try unusedPort()
      process.executableURL = URL(fileURLWithPath: serverPath)
      process.arguments = ["--interface=127.0.0.1", "--port=\(port)", database]
      let output = Pipe()
      process.standardOutput = output
      process.standardError = FileHandle.nullDevice
      try process.run()
      // It says "Listening..." when it does.
      var said = ""
      while !said.contains("Listening") {
        let more = output.fileHandleForReading.availableData
        try #require(!more.isEmpty)
        said += String(decoding: more, as: UTF8.self)
      }
    }

    func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

    deinit {
      send(SIGKILL)
      process.waitUntilExit()
    }
  }

  private static let words = ["toeslag", "haven", "vergunning", "gemeente", "stikstof"]

  /// A place with forty sets in an index of three databases.
  private func place() async throws -> TestIndex {
    let place = try TestIndex()
    for number in 101...140 {
      let passages = (1...3).map { question in
        let word = Self.words[(number + question) % 5]
        return ("\(question)", "Kent u het bericht over de \(word)?", "Ja, over de \(word).")
      }
      try place.write(Publication(number: "\(number)", passages: passages).text, to: "\(number).md")
    }
    let options = Indexer.Options(paths: [place.texts], index: place.index, shards: 3)
    _ = try await Indexer(options).run { _ in }
    return place
  }

  private func shard(_ number: Int, _ place: TestIndex) -> String {
    "\(place.index)/generation-1/shard-\(number)"
  }

  /// The path of a stub file with these lines.
  private func stub(_ lines: [String], _ place: TestIndex) throws -> String {
    let path = "\(place.root)/stub"
    try lines.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  @Test("Two servers and a local database give the same as three local ones")
  func sameAnswers() async throws {
    let place = try await place()
    let servers = [try Server(shard(1, place)), try Server(shard(2, place))]
    let path = try stub(
      servers.map { "remote 127.0.0.1:\($0.port)" } + ["auto index/generation-1/shard-3"], place)
    let (here, there) = (try place.reader(), try IndexReader(path: path))
    for query in [
      "toeslag", "haven vergunning", "\"over de gemeente\"", "nr:131", "stik*",
      "AH 131 haven", "datum:2024-12 OF toeslag", "beantwoord:2024-12 haven", "Bikker haven",
    ] {
      for group in [SearchRequest.Group.passage, .set] {
        var request = SearchRequest(query)
        request.limit = 100
        request.group = group
        request.facets = [.jaar]
        let (one, other) = (try here.search(request), try there.search(request))
        #expect(!one.results.isEmpty, "\(query)")
        #expect(one.results.map(\.stored.id) == other.results.map(\.stored.id), "\(query)")
        #expect(one.results.map(\.score) == other.results.map(\.score), "\(query)")
        #expect(one.results.map(\.moreInSet) == other.results.map(\.moreInSet), "\(query)")
        #expect(one.total == other.total, "\(query)")
        #expect(one.facets == other.facets, "\(query)")
      }
    }
    #expect(try there.status().sets == 40)
    let passages = try there.passages(of: "ah-tk-20242025-117")
    #expect(passages == (try here.passages(of: "ah-tk-20242025-117")))
    #expect(passages.count == 3)
  }

  @Test("check looks at the ledgers of servers, and names them")
  func check() async throws {
    let place = try await place()
    let server = try Server(shard(1, place))
    let path = try stub(
      ["remote 127.0.0.1:\(server.port)", "auto index/generation-1/shard-2"]
        + ["auto index/generation-1/shard-3"], place)
    let check = try IndexCheck.run(path: path)
    #expect(check.problems == [])
    #expect(check.sources == 40)
    #expect(check.unreachable == ["127.0.0.1:\(server.port)"])
  }

  @Test("A server that has died is an error that names it, and never half an answer")
  func dead() async throws {
    let place = try await place()
    let server = try Server(shard(1, place))
    let path = try stub(
      ["remote 127.0.0.1:\(server.port)", "auto index/generation-1/shard-2"], place)
    // The reader is closed again: as long as it lives a child of the server does.
    #expect(try !IndexReader(path: path).search(SearchRequest("toeslag")).results.isEmpty)
    server.send(SIGKILL)
    server.process.waitUntilExit()
    #expect(unreachable { _ = try IndexReader(path: path) }?.contains(":\(server.port)") == true)
  }

  @Test("A server that does not answer in time is an error that names it")
  func slow() async throws {
    let place = try await place()
    let server = try Server(shard(1, place))
    let path = try stub(["remote 127.0.0.1:\(server.port)"], place)
    server.send(SIGSTOP)
    let reason = unreachable { _ = try IndexReader(path: path, timeout: 0.2) }
    #expect(reason?.contains(":\(server.port)") == true)
    #expect(reason?.contains("Timeout") == true)
    server.send(SIGCONT)
  }

  @Test(
    "Words that only servers have are fetched once, and kept if the user asks for it"
  )
  func keptWords() async throws {
    let place = try TestIndex()
    try place.write(
      Publication(number: "101", passages: [("1", "Zorgtoeslag?", "Ja.")]).text, to: "a.md")
    try place.write(
      "toeslag toeslagen zorg zorgtoeslag".replacing(" ", with: "\n"), to: "../woorden")
    try await place.run(vocabulary: VocabularyFiles(words: place.path("../woorden")))
    let server = try Server(shard(1, place))
    let path = try stub(["remote 127.0.0.1:\(server.port)"], place)
    let cache = "\(place.root)/cache/vraagbaak"
    func found() throws -> [String] {
      let reader = try IndexReader(path: path, cacheDirectory: cache)
      return try reader.search(SearchRequest("zorgtoeslagen")).results.map(\.stored.id)
    }
    func kept() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: cache) }

    #expect(try found() == ["ah-tk-20242025-101#1"])
    let names = try kept()
    #expect(names.count == 1)
    let file = "\(cache)/\(try #require(names.first))"
    let words = try Data(contentsOf: URL(fileURLWithPath: file))
    #expect(words.prefix(5) == Data("VBLEX".utf8))
    // What is fetched again is kept again, in another file.
    func number() throws -> UInt64 {
      var status = stat()
      try #require(stat(file, &status) == 0)
      return UInt64(status.st_ino)
    }
    let first = try number()
    #expect(try found() == ["ah-tk-20242025-101#1"])
    #expect(try number() == first)
    // A file that is no lexicon is not believed, and made anew.
    try Data("kapot".utf8).write(to: URL(fileURLWithPath: file))
    #expect(try found() == ["ah-tk-20242025-101#1"])
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == words)
    #expect(try kept() == names)
    // Where nothing can be kept the words are fetched all the same.
    try FileManager.default.removeItem(atPath: "\(place.root)/cache")
    try Data().write(to: URL(fileURLWithPath: "\(place.root)/cache"))
    #expect(try found() == ["ah-tk-20242025-101#1"])
  }

  @Test("Suggestions for mistyped and joined words come from servers too")
  func suggestion() async throws {
    let place = try await place()
    let servers = [
      try Server(shard(1, place)), try Server(shard(2, place)), try Server(shard(3, place)),
    ]
    let path = try stub(servers.map { "remote 127.0.0.1:\($0.port)" }, place)
    let reader = try IndexReader(path: path)
    #expect(try reader.search(SearchRequest("toeslach")).suggestion == "toeslag")
    #expect(try reader.search(SearchRequest("havenvergunning")).suggestion == "haven vergunning")
  }

  /// The reason for which a server was not reached.
  private func unreachable(_ body: () throws -> Void) -> String? {
    do {
      try body()
    } catch IndexError.unreachable(_, let reason) {
      return reason
    } catch {
      return "\(error)"
    }
    return nil
  }
}
