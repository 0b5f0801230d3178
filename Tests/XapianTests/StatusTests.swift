import CXapianFaults
import Foundation
import TestSupport
import Testing
import Xapian

/// Each status from its real cause.
@Suite("Errors")
struct StatusTests {
  let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  @Test("A second writer finds the database locked")
  func locked() throws {
    let path = try directory.database([Document("een")])
    let writer = try WritableDatabase(path: path, mode: .open)
    let error = failure { _ = try WritableDatabase(path: path, mode: .open) }
    #expect(error?.status == .locked)
    #expect(error?.message == "Unable to get write lock on \(path): already locked")
    try writer.close()
    // The lock went with the first writer.
    try WritableDatabase(path: path, mode: .open).close()
  }

  @Test("A writer can be opened again at once while a child still holds the old lock")
  func reopenedBesideChild() throws {
    let path = try directory.database([Document("een")])
    let writer = try WritableDatabase(path: path, mode: .open)
    let child = xapian_fault_start_slow_child(100)
    try writer.close()
    try WritableDatabase(path: path, mode: .open).close()
    waitpid(child, nil, 0)
  }

  @Test("A missing directory is not found, by readers and by writers")
  func missing() {
    let missing = directory["missing"]
    #expect(failure { _ = try Database(path: missing) }?.status == .notFound)
    #expect(
      failure { _ = try WritableDatabase(path: missing, mode: .open) }?.message
        == "No glass database found at path '\(missing)'")
    #expect(failure { _ = try Database.check(path: missing) }?.status == .notFound)
    #expect(
      failure { try Database(path: missing).compact(to: directory["to"]) }?.status == .notFound)
  }

  @Test("A directory without a database is not found")
  func noDatabase() {
    #expect(failure { _ = try Database(path: directory.path) }?.status == .notFound)
  }

  @Test("A database is not created in a missing directory")
  func missingParent() {
    let error = failure {
      _ = try WritableDatabase(path: directory["missing/db"], mode: .create)
    }
    #expect(error?.status == .notFound)
    #expect(error?.message.hasSuffix("mkdir failed: No such file or directory") == true)
  }

  @Test("A new database is not created over an old one")
  func exists() throws {
    let path = try directory.database([Document("een")])
    let error = failure { _ = try WritableDatabase(path: path, mode: .create) }
    #expect(error?.status == .invalidArgument)
    #expect(error?.message.contains("a database already exists") == true)
  }

  @Test("A document that is not there is not found")
  func noDocument() throws {
    let path = try directory.database([Document("een", data: "1")])
    let database = try Database(path: path)
    #expect(try database.data(of: 1) == "1".bytes)
    #expect(failure { _ = try database.data(of: 2) }?.message == "Document 2 not found")
    #expect(failure { _ = try database.data(of: 2) }?.status == .notFound)
    #expect(failure { _ = try database.value(slot: 0, of: 2) }?.status == .notFound)
    #expect(failure { _ = try database.terms(of: 2, prefix: "") }?.status == .notFound)
    #expect(failure { _ = try database.data(of: 0) }?.status == .invalidArgument)
  }

  @Test("Garbage in the version file is corrupt")
  func garbageVersion() throws {
    let path = try directory.database([Document("een")])
    try "This is no database at all, whatever its name".write(
      toFile: path + "/iamglass", atomically: false, encoding: .utf8)
    let error = failure { _ = try Database(path: path) }
    #expect(error?.status == .corrupt)
    #expect(error?.message == "Rev file magic incorrect")
  }

  @Test("An empty version file is corrupt")
  func emptyVersion() throws {
    let path = try directory.database([Document("een")])
    try Data().write(to: URL(fileURLWithPath: path + "/iamglass"))
    #expect(failure { _ = try Database(path: path) }?.status == .corrupt)
  }

  @Test(
    "A table overwritten with garbage is corrupt", arguments: ["postlist", "docdata", "termlist"])
  func garbageTable(_ table: String) throws {
    let path = try manyDocuments()
    let file = "\(path)/\(table).glass"
    let size = try Data(contentsOf: URL(fileURLWithPath: file)).count
    try Data(repeating: 0xA5, count: size).write(to: URL(fileURLWithPath: file))
    #expect(failure { try readEverything(path) }?.status == .corrupt)
    let report = try Database.check(path: path)
    #expect(!report.isSound)
  }

  @Test("A block with garbage is a problem that a check reports, not an error")
  func garbageInBlock() throws {
    let path = try manyDocuments()
    let file = try #require(FileHandle(forUpdatingAtPath: "\(path)/postlist.glass"))
    // After the header of the second block: its directory and its items.
    try file.seek(toOffset: 8192 + 11)
    try file.write(contentsOf: Data(repeating: 0xA5, count: 300))
    try file.close()
    let report = try Database.check(path: path)
    #expect(!report.isSound)
    #expect(report.report != "")
  }

  @Test("A lock that cannot be created is an input/output error, not a locked database")
  func noLock() throws {
    let path = try directory.database([Document("een")])
    try FileManager.default.removeItem(atPath: path + "/flintlock")
    try FileManager.default.createDirectory(
      atPath: path + "/flintlock", withIntermediateDirectories: false)
    let error = failure { _ = try WritableDatabase(path: path, mode: .open) }
    #expect(error?.status == .inputOutput)
    #expect(error?.message.contains("Unable to get write lock") == true)
  }

  @Test("A table cut short is corrupt", arguments: ["postlist", "docdata", "termlist"])
  func truncatedTable(_ table: String) throws {
    let path = try manyDocuments()
    let file = try #require(FileHandle(forUpdatingAtPath: "\(path)/\(table).glass"))
    try file.truncate(atOffset: 8192)
    try file.close()
    #expect(failure { try readEverything(path) }?.status == .corrupt)
    #expect(try Database.check(path: path).isSound == false)
  }

  @Test("A database in a format of another version is incompatible")
  func otherVersion() throws {
    let path = try directory.database([Document("een")])
    let version = URL(fileURLWithPath: path + "/iamglass")
    var bytes = try Data(contentsOf: version)
    // The two bytes after the magic number "\x0f\x0dXapian Glass" are the date of the format.
    #expect(bytes.prefix(14) == Data("\u{0F}\u{0D}Xapian Glass".utf8))
    bytes[15] ^= 0x08
    try bytes.write(to: version)
    let reading = failure { _ = try Database(path: path) }
    #expect(reading?.status == .incompatible)
    #expect(reading?.message.contains("but I only understand") == true)
    #expect(
      failure { _ = try WritableDatabase(path: path, mode: .open) }?.status == .incompatible)
  }

  @Test("A term of 246 bytes is an invalid argument, and takes no other document with it")
  func longTerm() throws {
    let path = directory["db"]
    let writer = try WritableDatabase(path: path, mode: .create)
    try writer.add(Document(String(repeating: "x", count: 245)))
    let error = failure { _ = try writer.add(Document(String(repeating: "x", count: 246))) }
    #expect(error?.status == .invalidArgument)
    #expect(
      error?.message == "Term too long (> 245 bytes): \(String(repeating: "x", count: 60))...")
    #expect(
      failure {
        try writer.amend(
          1, withoutTerms: "x".bytes, adding: Document(String(repeating: "y", count: 246)))
      }?.status == .invalidArgument)
    try writer.close()
    let database = try Database(path: path)
    #expect(try database.documentCount() == 1)
    #expect(try database.documentFrequency(of: String(repeating: "x", count: 245)) == 1)
  }

  @Test("A zero byte counts twice in the length of a term")
  func longTermOfZeroBytes() throws {
    let writer = try WritableDatabase(path: directory["db"], mode: .create)
    var fits = Document()
    fits.addPosting([UInt8](repeating: 0, count: 122) + [1], position: 0, frequency: 0)
    try writer.add(fits)
    var exceeds = Document()
    exceeds.addPosting([UInt8](repeating: 0, count: 123), position: 0, frequency: 0)
    #expect(failure { _ = try writer.add(exceeds) }?.status == .invalidArgument)
    #expect(try writer.documentCount() == 1)
  }

  @Test("Impossible requests are invalid arguments")
  func invalidArguments() throws {
    let writer = try WritableDatabase(path: directory["db"], mode: .create)
    var emptyTerm = Document()
    emptyTerm.addPosting([], position: 1, frequency: 1)
    #expect(failure { _ = try writer.add(emptyTerm) }?.status == .invalidArgument)
    #expect(
      failure { try writer.amend(0, withoutTerms: "a".bytes, adding: Document()) }?.status
        == .invalidArgument)
    #expect(failure { try writer.deleteAll(withTerm: "") }?.status == .invalidArgument)
    #expect(failure { try writer.setMetadata([1], forKey: "") }?.status == .invalidArgument)
    #expect(
      failure { try writer.setMetadata([1], forKey: String(repeating: "k", count: 300)) }?.status
        == .invalidArgument)
    #expect(failure { try writer.commitTransaction() }?.status == .invalidArgument)
    try writer.beginTransaction()
    #expect(failure { try writer.beginTransaction() }?.status == .invalidArgument)
    #expect(failure { _ = try Database(path: "with\0zero") }?.status == .invalidArgument)
  }

  @Test("A database that may not be written is an input/output error")
  func notPermitted() throws {
    // A file instead of a directory fails for the superuser as well.
    try directory.write("", to: "file")
    let error = failure { _ = try WritableDatabase(path: directory["file/db"], mode: .create) }
    #expect(error?.status == .inputOutput)
    #expect(error?.message.contains("Not a directory") == true)
  }

  /// Enough documents for each table to have several blocks.
  private func manyDocuments() throws -> String {
    try directory.database(
      (1...2000).map { number in
        Document("woord\(number) samen", data: String(repeating: "d\(number) ", count: 20))
      })
  }

  private func readEverything(_ path: String) throws {
    let database = try Database(path: path)
    for id in 1...DocumentID(2000) {
      _ = try database.data(of: id)
      _ = try database.terms(of: id, prefix: "")
      _ = try database.documents(withTerm: "woord\(id)", offset: 0, limit: 1)
    }
  }
}
