import Foundation
import Kamervragen
import PassageStore
import TestSupport
import Testing

@testable import Harvest

@Suite("A mirror and its ledger")
struct MirrorTests {
  private let place: TemporaryDirectory

  init() throws { place = try TemporaryDirectory() }

  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text)) }

  private func publication(_ identifier: String = "ah-tk-99989999-7") throws -> Harvest.Publication
  {
    var publication = Harvest.Publication(identifier: identifier, modified: try day("2026-03-04"))
    publication.stamp = "2026-03-04T13:03:34+01:00"
    publication.status = "Opgemaakt"
    publication.session = "2025-2026"
    publication.number = "7"
    publication.caseNumber = "2026Z00012"
    publication.forms = [.metadata, .xml, .pdf]
    return publication
  }

  private func file(_ form: DocumentForm) -> StoredFile {
    StoredFile(form: form, size: 12, sha256: String(repeating: "a", count: 64))
  }

  private let origin = FileOrigin(
    address: "https://a/b", finalAddress: "https://a/c\u{1B}]0;", entityTag: "\"x\ty%\u{301}\"",
    lastModified: "")

  private func events() throws -> [LedgerEvent] {
    let publication = try publication()
    let document = FeedDocument(
      resource: "0c9-1", publication: try self.publication("2026D00012"),
      date: try day("2026-03-02"), size: 1234, expected: "ah-tk-20252026-12")
    var other = document
    other.resource = "0c9-3"
    return [
      .file(identifier: publication.identifier, file(.metadata), origin),
      .file(identifier: publication.identifier, file(.xml), origin),
      .stored(publication, forms: [.metadata, .xml]),
      .failed(
        try self.publication("kv-1"), tries: 2, day: try day("2026-03-05"), reason: "100 %\nlang"),
      .missing(identifier: "kv-2", since: try day("2026-03-06")), .found(identifier: "kv-2"),
      .missing(identifier: "kv-3", since: try day("2026-03-06")),
      .withdrawn(try self.publication("kv-4")),
      .removed(try self.publication("ah-5"), reason: .vanished, day: try day("2026-03-07")),
      .removed(try self.publication("ah-6"), reason: .withdrawn, day: try day("2026-03-07")),
      .removed(
        try self.publication("ah-7"), reason: .replaced(by: "ah-tk-99989999-7"),
        day: try day("2026-03-07")),
      .closed(try day("2026-01-01")...day("2026-03-01")),
      .opened(try day("2026-02-01")...day("2026-02-10")),
      .unusable(day: try day("2026-03-01"), count: 2),
      .counted(.recent, day: try day("2026-03-02")), .remaining(1200),
      .document(document),
      .document(
        FeedDocument(
          resource: "0c9-2", publication: try self.publication("2026D00013"),
          date: try day("2026-03-02"), size: nil)),
      .published(resource: "0c9-1", identifier: "ah-tk-99989999-7"),
      .document(other), .published(resource: "0c9-3", identifier: "kv-9"),
      .forgotten(resource: "0c9-3"), .cursor(.document, place: 26_700_000),
      .cursor(.version, place: -1),
    ]
  }

  @Test("Every event is read back from its line as it was")
  func lines() throws {
    for event in try events() {
      let bytes = event.line(at: "2026-03-08T07:00:00Z").bytes
      #expect(bytes.count { $0 == UInt8(ascii: "\n") } == 1)
      let line = try #require(LedgerLine(bytes: bytes.dropLast()))
      #expect(LedgerEvent(line) == event)
    }
  }

  @Test("A line says in words what it is about")
  func readableLine() throws {
    let line = LedgerEvent.closed(try day("2026-01-01")...day("2026-03-01"))
      .line(at: "2026-03-08T07:00:00Z").bytes
    #expect(
      String(decoding: line, as: UTF8.self)
        == "closed\t2026-03-08T07:00:00Z\t2026-01-01\t2026-03-01\n")
  }

  @Test("A mirror that is opened again knows what it knew")
  func reopening() throws {
    var mirror = try Mirror.opened(place["m"])
    for event in try events() { try mirror.record(event) }
    let state = mirror.state
    _ = consume mirror
    let again = try Mirror.opened(place["m"])
    let read = again.state
    let damagedLines = again.damagedLines
    #expect(read == state)
    #expect(damagedLines.isEmpty)
    #expect(read.stored.keys.sorted() == ["ah-tk-99989999-7"])
    #expect(read.missing.keys.sorted() == ["kv-3"])
    #expect(read.closed.count == 50)
  }

  @Test("A ledger of another version is refused, and stays as it is")
  func otherVersion() throws {
    var mirror = try Mirror.opened(place["m"])
    try mirror.record(.remaining(1))
    _ = consume mirror
    let path = Mirror.ledger(in: place["m"])
    let text = try String(contentsOfFile: path, encoding: .utf8)
      .replacing("harvest\t1\n", with: "harvest\t2\n")
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    #expect(
      throws: IndexError.incompatible(path: path, found: "harvest-2", expected: "harvest-1")
    ) { _ = try Mirror.opened(place["m"]) }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
  }

  @Test("Any text is read back from a line, and the line has no character that a terminal obeys")
  func anyText() throws {
    var random = SeededGenerator(seed: 19)
    let scalars = Array("%09\t\n\r\u{1B}\u{7F}\u{9B}\u{301}é\u{1F600}aF ".unicodeScalars)
    for _ in 0..<2000 {
      let fields = (0..<3).map { _ in
        (0..<Int.random(in: 0...8, using: &random)).reduce(into: "") { text, _ in
          text.unicodeScalars.append(scalars.randomElement(using: &random) ?? "a")
        }
      }
      let bytes = LedgerLine(fields).bytes
      #expect(
        LedgerLine(bytes: bytes.dropLast())?.fields.map { Array($0.utf8) }
          == fields.map { Array($0.utf8) })
      let text = String(decoding: bytes.dropLast(), as: UTF8.self)
      #expect(
        text.unicodeScalars.allSatisfy { scalar in
          scalar == "\t" || scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value)
        })
    }
  }

  @Test("A last line that a kill cut off is dropped, and the ledger goes on after it")
  func tornLine() throws {
    var mirror = try Mirror.opened(place["m"])
    try mirror.record(.remaining(1))
    _ = consume mirror
    let path = Mirror.ledger(in: place["m"])
    let whole = try Data(contentsOf: URL(filePath: path))
    try (whole + Data("remaining\t2026".utf8)).write(to: URL(filePath: path))
    var again = try Mirror.opened(place["m"])
    let (remaining, damagedLines) = (again.state.remaining, again.damagedLines)
    #expect(remaining == 1)
    #expect(damagedLines.isEmpty)
    try again.record(.remaining(2))
    _ = consume again
    let last = try Mirror.opened(place["m"]).state
    #expect(last.remaining == 2)
  }

  @Test("A damaged line is named, the ledger is kept aside, and all days are open again")
  func damagedLine() throws {
    var mirror = try Mirror.opened(place["m"])
    for event in try events() { try mirror.record(event) }
    _ = consume mirror
    let path = Mirror.ledger(in: place["m"])
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let damaged = text.replacing("\t1200\n", with: "\tveel\n")
    try damaged.write(toFile: path, atomically: true, encoding: .utf8)
    let again = try Mirror.opened(place["m"])
    let (state, lines) = (again.state, again.damagedLines)
    #expect(lines == [17])
    #expect(state.remaining == nil)
    #expect(state.closed.isEmpty)
    #expect(state.stored.keys.sorted() == ["ah-tk-99989999-7"])
    #expect(try String(contentsOfFile: path + ".damaged-1", encoding: .utf8) == damaged)
    _ = consume again
    let last = try Mirror.opened(place["m"]).damagedLines
    #expect(last.isEmpty)
  }

  @Test("A ledger that was mutated is read without a crash, and what it says stays in bounds")
  func mutated() throws {
    var random = SeededGenerator(seed: 77)
    let lines = try events().flatMap { $0.line(at: "2026-03-08T07:00:00Z").bytes }
    var damaged = 0
    for _ in 0..<2000 {
      let reading = Mirror.reading(
        of: lines.damaged(1...5, Damage.allCases, using: &random))
      if !reading.damaged.isEmpty { damaged += 1 }
      for identifier in reading.state.stored.keys {
        #expect(Harvest.Publication.isName(identifier))
      }
    }
    #expect(damaged > 1000)
  }

  @Test(
    "The directory of a publication follows from its identifier",
    arguments: [
      ("ah-tk-20242025-705", "ah-tk/2024/ah-tk-20242025-705"),
      ("kv-tk-2024Z12345", "kv-tk/2024/kv-tk-2024Z12345"), ("ah-1271549", "ah/1271/ah-1271549"),
      ("kv-2989900822", "kv/2989/kv-2989900822"), ("a", "a/0/a"), ("12", "0/12/12"),
      ("2026D01234", "tk/2026/2026D01234"), ("2026Z01234", "0/2026/2026Z01234"),
    ])
  func places(_ identifier: String, _ expected: String) {
    #expect(Mirror.place(of: identifier) == expected)
  }

  @Test("A file is there whole or not at all, and goes with its publication")
  func files() throws {
    let mirror = try Mirror.opened(place["m"])
    try mirror.store([1, 2, 3], of: "kv-1", .xml)
    try mirror.store([4], of: "kv-1", .pdf)
    let first = mirror.contents(of: "kv-1", .xml)
    #expect(first == [1, 2, 3])
    try mirror.store([5, 6], of: "kv-1", .xml)
    let second = mirror.contents(of: "kv-1", .xml)
    #expect(second == [5, 6])
    #expect(try FileManager.default.contentsOfDirectory(atPath: place["m/kv/1/kv-1"]).count == 2)
    try mirror.remove("kv-1", but: [.xml])
    let pdf = mirror.contents(of: "kv-1", .pdf)
    #expect(pdf == nil)
    try mirror.remove("kv-1")
    #expect(!place.exists("m/kv/1/kv-1"))
    try mirror.remove("kv-1")
  }

  @Test("Two runs cannot have a mirror at once; a reader always can")
  func lock() throws {
    let mirror = try Mirror.opened(place["m"])
    #expect(throws: IndexError.self) { _ = try Mirror.opened(place["m"]) }
    let reader = try Mirror.opened(place["m"], isReadOnly: true)
    let both = [reader.directory, mirror.directory]
    #expect(both == [place["m"], place["m"]])
    let other = try Mirror.opened(place["other"], isReadOnly: true).state
    #expect(other == MirrorState())
    #expect(!place.exists("other"))
  }

  @Test("What failed is tried again after one day, then later each time, at least once in thirty")
  func due() throws {
    let today = try day("2026-06-01")
    let waits = try (1...8).map { tries in
      let failed = MirrorState.Failed(
        publication: try publication(), tries: tries, day: today, reason: "")
      return try #require(
        (0...40).first { days in today.adding(days: days).map { failed.isDue(on: $0) } ?? false })
    }
    #expect(waits == [1, 2, 4, 8, 16, 30, 30, 30])
  }
}
