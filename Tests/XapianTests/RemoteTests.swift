import Foundation
import TestSupport
import Testing
import Xapian

private let server = "/usr/bin/xapian-tcpsrv"

@Suite("Remote databases")
struct RemoteTests {
  let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  @Test("A server that cannot be reached is a network error")
  func unreachable() throws {
    try directory.write("remote 127.0.0.1:\(try unusedPort())\n", to: "stub")
    let error = failure { _ = try Database(path: directory["stub"]) }
    #expect(error?.status == .network)
    #expect(error?.message.contains("Connection refused") == true)
  }

  @Test(
    "A remote database answers as a local one does",
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: server), "needs xapian-tcpsrv (xapian-tools)"
    ))
  func remote() throws {
    let path = try directory.database([
      Document("een lid", values: [1: "a"], data: "1"),
      Document("lid van de kamer", values: [1: "b"], data: "2"),
      Document("de kamer", values: [1: "b"], data: "3"),
    ])
    try serving(path) { port in try compare(path, port) }
  }

  /// Everything that can be read, through a server and from the disk.
  private func compare(_ path: String, _ port: UInt16) throws {
    try directory.write("remote 127.0.0.1:\(port)\n", to: "stub")
    let remote = try Database(path: directory["stub"])
    let local = try Database(path: path)
    var options = SearchOptions()
    options.facets = [1]
    options.valueSlots = [1]
    for query in [
      Query.or([.term("lid"), .term("kamer")]),
      .phrase([.term("de"), .term("kamer")], window: 2),
      .filter(.everything, by: .valueRange(slot: 1, from: "b".bytes, through: nil)),
      // A server is not asked beforehand which of the terms it has.
      .andMaybe(
        .synonym(["lid", "niets", "kamer", "nooit", "van"].map { .term($0) }), .term("nergens")),
      .andNot(.or([.term("niets"), .term("kamer")]), .term("nooit")),
    ] {
      #expect(try remote.search(query, options) == local.search(query, options))
    }
    #expect(try remote.uuid() == local.uuid())
    #expect(try remote.documentFrequency(of: "lid") == 2)
    #expect(
      try remote.terms(withPrefix: "", limit: 9).map(\.term) == [
        "de", "een", "kamer", "lid", "van",
      ])
    #expect(try remote.terms(of: 2, prefix: "").map(\.term) == ["de", "kamer", "lid", "van"])
    #expect(try remote.documents(withTerm: "kamer", offset: 1, limit: 5) == [3])
    #expect(try remote.metadata(forKey: "niets") == [])
    // What the server throws arrives with its status.
    #expect(failure { _ = try remote.data(of: 99) }?.status == .notFound)
    #expect(
      failure { _ = try Database.check(path: directory["stub"]) }?.status == .invalidArgument)
    let compacting = failure {
      try Database(path: directory["stub"]).compact(to: directory["to"])
    }
    #expect(compacting?.message == "Only chert and glass databases can be compacted")
    // A local and a remote one together.
    try directory.write("auto \(path)\nremote 127.0.0.1:\(port)\n", to: "beide")
    #expect(try Database(path: directory["beide"]).documentFrequency(of: "lid") == 4)
  }

  /// Serves a database while a piece of work is done, which has to close what it opens of it: the
  /// server ends when its clients have.
  private func serving(_ path: String, _ work: (_ port: UInt16) throws -> Void) throws {
    let port = try unusedPort()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: server)
    process.arguments = ["--interface=127.0.0.1", "--port=\(port)", path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    defer {
      // It may have inherited a signal mask from a thread of the tests that keeps SIGTERM away.
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    // It says "Listening..." when it does.
    var said = ""
    while !said.contains("Listening") {
      let more = output.fileHandleForReading.availableData
      try #require(!more.isEmpty)
      said += String(decoding: more, as: UTF8.self)
    }
    try work(port)
  }
}
