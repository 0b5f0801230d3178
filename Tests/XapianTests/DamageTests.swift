import CXapianFaults
import Foundation
import TestSupport
import Testing

@testable import Xapian

/// A database that is not as it was written is detected on reading or by a check.
@Suite("Damaged databases")
struct DamageTests {
  private let place: TemporaryDirectory
  private let path: String

  private static let data = (0..<200).map { "\($0 * 7919 % 1009)" }.joined(separator: "-")

  init() throws {
    place = try TemporaryDirectory()
    path = try place.database([
      Document("een twee drie", values: [0: "a", 3: "b"], data: Self.data),
      Document("twee drie drie", values: [3: "c"], data: "kort"),
    ])
    let writer = try WritableDatabase(path: path, mode: .open)
    try writer.setMetadata("waarde onder een sleutel".bytes, forKey: "sleutel")
    try writer.close()
  }

  private func problems() throws -> Int { try Database.check(path: path).problemCount }

  private func bytes(of file: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: "\(path)/\(file)")))
  }

  private func write(_ bytes: [UInt8], to file: String) throws {
    try Data(bytes).write(to: URL(filePath: "\(path)/\(file)"))
  }

  /// Where some bytes stand in a file, the last time.
  private func place(of text: String, in bytes: [UInt8]) throws -> Int {
    let text = Array(text.utf8)
    return try #require(
      (0...bytes.count - text.count).last { bytes[$0..<$0 + text.count].elementsEqual(text) })
  }

  @Test(
    "Any flipped bit in the data of a document is detected on reading and by a check")
  func data() throws {
    let sound = try bytes(of: "docdata.glass")
    let place = try place(of: "kort", in: sound)
    // The data, and the digest and the checksum behind them.
    for bit in 0..<(4 + 16) * 8 {
      var bytes = sound
      bytes[place + bit / 8] ^= 1 << (bit % 8)
      try write(bytes, to: "docdata.glass")
      let database = try Database(path: path)
      #expect(failure { _ = try database.data(of: 2) }?.status == .corrupt, "bit \(bit)")
      #expect(try database.data(of: 1) == Self.data.bytes)
      #expect(try problems() == 1, "bit \(bit)")
    }
    try write(sound, to: "docdata.glass")
    #expect(try problems() == 0)
  }

  @Test("Any flipped bit in the metadata is detected on reading and by a check")
  func metadata() throws {
    let sound = try bytes(of: "postlist.glass")
    let place = try place(of: "waarde onder een sleutel", in: sound)
    for bit in 0..<(24 + 8) * 8 {
      var bytes = sound
      bytes[place + bit / 8] ^= 1 << (bit % 8)
      try write(bytes, to: "postlist.glass")
      let database = try Database(path: path)
      #expect(failure { _ = try database.metadata(forKey: "sleutel") }?.status == .corrupt)
      #expect(failure { _ = try database.metadataEntries(withPrefix: "") }?.status == .corrupt)
      #expect(try database.metadataEntries(withPrefix: "", isVerified: false).count == 1)
      #expect(try problems() == 1, "bit \(bit)")
    }
  }

  @Test("Metadata without a seal are of an earlier version, and the error has their text")
  func unsealed() throws {
    try #require(xapian_fault_change(path, "metadata") == 0)
    let database = try Database(path: path)
    #expect(
      failure { _ = try database.metadata(forKey: "sleutel") }
        == XapianError(status: .incompatible, message: "schema-1 oud"))
    #expect(
      try database.metadataEntries(withPrefix: "", isVerified: false).map(\.value)
        == ["schema-1 oud".bytes])
  }

  @Test(
    "Anything that a document was not written with is detected",
    arguments: ["term", "frequency", "position", "value", "no value", "no term"])
  func contents(_ change: String) throws {
    try #require(xapian_fault_change(path, change) == 0)
    let check = try Database.check(path: path)
    #expect(
      check.report
        == "the terms, positions and values of document 1 are not what was written", "\(change)")
    #expect(check.problemCount == 1)
    // The tables are as Xapian wrote them.
    #expect(try Database.check(path: path, comparesContents: false).isSound)
  }

  @Test(
    "After any change through the bridge a check finds documents as they were written")
  func changes() throws {
    let writer = try WritableDatabase(path: path, mode: .open)
    try writer.mark(1, with: "merk", isPresent: true)
    try writer.mark(2, with: "drie", isPresent: false)
    try writer.mark(2, with: "twee", isPresent: true)
    var addition = Document("twaalf twee", values: [3: "d", 4: "e"], data: "anders")
    addition.addPosting("twaalf".utf8, position: 1, frequency: 2)
    addition.addPosting("twaalf".utf8, position: 0, frequency: 0)
    addition.setValue([], slot: 3)
    try writer.amend(1, withoutTerms: Array("d".utf8), adding: addition)
    try writer.amend(2, withoutTerms: Array("dm".utf8), adding: addition)
    try writer.add(Document())
    try writer.add(Document("weg"))
    try writer.deleteAll(withTerm: "weg")
    try writer.close()
    #expect(try problems() == 0)
    let copy = place["copy"]
    try Database(path: path).compact(to: copy)
    #expect(try Database.check(path: copy).problemCount == 0)
  }

  @Test("A random document has the same digest when it is written and when it is read back")
  func random() throws {
    var source = SeededGenerator(seed: 1)
    let writer = try WritableDatabase(path: place["random"], mode: .create)
    for _ in 0..<200 {
      // Xapian's own check finds fault with positions in a document without a length.
      var document = Document("altijd")
      for _ in 0..<Int.random(in: 0...300, using: &source) {
        document.addPosting(
          "t\(Int.random(in: 0...40, using: &source))".utf8,
          position: UInt32.random(in: 0...30, using: &source),
          frequency: UInt32.random(in: 0...2, using: &source))
      }
      for slot in 0..<UInt32.random(in: 0...4, using: &source) {
        document.setValue(["", "x", "yy"].randomElement(using: &source)?.bytes ?? [], slot: slot)
      }
      try writer.add(document)
    }
    try writer.close()
    #expect(try Database.check(path: place["random"]).problemCount == 0)
  }

  @Test(
    "Opening a database ends with an answer, whichever bit of the table roots is flipped"
  )
  func roots() throws {
    let sound = try bytes(of: "iamglass")
    var refused = 0
    for bit in 32 * 8..<sound.count * 8 {
      var bytes = sound
      bytes[bit / 8] ^= 1 << (bit % 8)
      try write(bytes, to: "iamglass")
      if let error = failure(of: { _ = try Database(path: path) }) {
        #expect(error.status == .corrupt, "bit \(bit): \(error)")
        refused += 1
      }
    }
    #expect(refused == 200)
    try write(Array(sound.prefix(40)), to: "iamglass")
    #expect(
      failure { _ = try Database(path: path) }
        == XapianError(status: .corrupt, message: "\(path): iamglass is cut short"))
    #expect(failure { _ = try WritableDatabase(path: path, mode: .open) }?.status == .corrupt)
    #expect(try Database.check(path: path).problemCount == 1)
  }

  @Test("A block later than the last commit is damage, not a fast writer")
  func laterBlock() throws {
    var bytes = try self.bytes(of: "termlist.glass")
    // The revision of the root block.
    bytes[2] ^= 1
    try write(bytes, to: "termlist.glass")
    #expect(failure { _ = try Database(path: path).terms(of: 1, prefix: "") }?.status == .corrupt)
  }
}
