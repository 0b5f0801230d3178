import TestSupport
import Testing

@testable import Xapian

@Suite("Writing")
struct WritingTests {
  let directory: TemporaryDirectory
  let path: String

  init() throws {
    directory = try TemporaryDirectory()
    path = directory["db"]
  }

  @Test("Documents get the numbers 1, 2, 3, and a deleted number is not given again")
  func numbers() throws {
    let writer = try WritableDatabase(path: path, mode: .create)
    #expect(try writer.add(Document("een")) == 1)
    #expect(try writer.add(Document("twee")) == 2)
    #expect(try writer.add(Document("drie")) == 3)
    try writer.deleteAll(withTerm: "drie")
    #expect(try writer.add(Document("vier")) == 4)
    #expect(try writer.documentCount() == 3)
    try writer.close()
    let database = try Database(path: path)
    #expect(try database.documentCount() == 3)
    #expect(try database.documents(withTerm: "", offset: 0, limit: 9) == [1, 2, 4])
  }

  @Test("A writer sees its own changes before it commits, and readers do not")
  func visibility() throws {
    let writer = try WritableDatabase(path: path, mode: .create)
    try writer.add(Document("lid lid"))
    try writer.beginTransaction()
    try writer.add(Document("lid kamer"))
    try writer.setMetadata([1], forKey: "sleutel")
    #expect(try writer.documentFrequency(of: "lid") == 2)
    #expect(try writer.documentCount() == 2)
    #expect(try writer.metadata(forKey: "sleutel") == [1])
    let reader = try Database(path: path)
    #expect(try reader.documentFrequency(of: "lid") == 1)
    #expect(try reader.documentCount() == 1)
    #expect(try reader.metadata(forKey: "sleutel") == [])
    try writer.commitTransaction()
    #expect(try reader.reader.advance())
    #expect(try reader.documentFrequency(of: "lid") == 2)
  }

  @Test("An amended document has other terms of one prefix, other data, and the rest as it was")
  func amend() throws {
    let writer = try WritableDatabase(path: path, mode: .create)
    var document = Document("Skaas Smelk Tkaas", values: [1: "een"], data: "oud")
    document.addPosting("Tboter".utf8, position: 4, frequency: 2)
    try writer.add(document)
    var addition = Document()
    addition.addPosting("Swijn".utf8, position: 1, frequency: 3)
    addition.data = Array("nieuw".utf8)
    try writer.amend(1, withoutTerms: Array("S".utf8), adding: addition)
    #expect(throws: XapianError.self) { try writer.amend(1, withoutTerms: [], adding: addition) }
    #expect(throws: XapianError.self) {
      try writer.amend(2, withoutTerms: Array("S".utf8), adding: addition)
    }
    #expect(try writer.data(of: 1) == Array("nieuw".utf8))
    try writer.close()
    let reader = try Database(path: path)
    #expect(
      try reader.terms(of: 1, prefix: "").map { "\($0.term) \($0.frequency)" }
        == ["Swijn 3", "Tboter 2", "Tkaas 1"])
    #expect(try reader.documentFrequency(of: "Skaas") == 0)
  }

  @Test("All documents with a term are deleted, and none with it is no error")
  func deleteAll() throws {
    let writer = try WritableDatabase(path: path, mode: .create)
    for text in ["bron1 a", "bron2 b", "bron1 c"] { try writer.add(Document(text)) }
    try writer.deleteAll(withTerm: "bron1")
    try writer.deleteAll(withTerm: "bron9")
    #expect(try writer.documentCount() == 1)
    #expect(try writer.documentFrequency(of: "bron2") == 1)
  }

  @Test("A transaction that is committed is seen as a whole")
  func commitTransaction() throws {
    let writer = try WritableDatabase(path: path, mode: .create)
    try writer.beginTransaction()
    try writer.add(Document("een"))
    try writer.setMetadata([1], forKey: "een")
    #expect(try Database(path: path).documentCount() == 0)
    try writer.commitTransaction()
    let reader = try Database(path: path)
    #expect(try reader.documentCount() == 1)
    #expect(try reader.metadata(forKey: "een") == [1])
  }

  @Test("A dropped writer leaves nothing that it had not committed")
  func dropped() throws {
    do {
      let writer = try WritableDatabase(path: path, mode: .create)
      try writer.add(Document("vast"))
      try writer.beginTransaction()
      try writer.commitTransaction()
      try writer.add(Document("los"))
      try writer.setMetadata([1], forKey: "los")
      #expect(try writer.documentCount() == 2)
    }
    let reader = try Database(path: path)
    #expect(try reader.documentCount() == 1)
    #expect(try reader.documentFrequency(of: "los") == 0)
    #expect(try reader.metadata(forKey: "los") == [])
    // And it has given up the lock.
    try WritableDatabase(path: path, mode: .open).close()
  }

  @Test("A writer dropped within a transaction leaves nothing of it")
  func droppedInTransaction() throws {
    do {
      let writer = try WritableDatabase(path: path, mode: .create)
      try writer.add(Document("vast"))
      try writer.beginTransaction()
      try writer.add(Document("los"))
    }
    let reader = try Database(path: path)
    #expect(try reader.documentFrequency(of: "vast") == 1)
    #expect(try reader.documentFrequency(of: "los") == 0)
  }

  @Test("A writer closed within a transaction leaves nothing of it")
  func closedInTransaction() throws {
    let writer = try WritableDatabase(path: path, mode: .create)
    try writer.beginTransaction()
    try writer.add(Document("los"))
    try writer.close()
    #expect(try Database(path: path).documentCount() == 0)
  }

  @Test("Metadata keeps every byte, comes in byte order, and an empty value removes it")
  func metadata() throws {
    let everyByte = (0...255).map { UInt8($0) }
    let writer = try WritableDatabase(path: path, mode: .create)
    try writer.setMetadata(everyByte, forKey: "bron/b")
    try writer.setMetadata([0], forKey: "bron/a\0z")
    try writer.setMetadata([9], forKey: "bron/a")
    try writer.setMetadata([1], forKey: "schema")
    try writer.setMetadata([2], forKey: "weg")
    let uncommitted = try writer.metadataEntries(withPrefix: "bron/")
    #expect(uncommitted.map(\.key) == ["bron/a", "bron/a\0z", "bron/b"])
    #expect(uncommitted.map(\.value) == [[9], [0], everyByte])
    try writer.setMetadata([], forKey: "weg")
    try writer.close()
    let reader = try Database(path: path)
    #expect(try reader.metadataEntries(withPrefix: "bron/").map(\.value) == [[9], [0], everyByte])
    #expect(
      try reader.metadataEntries(withPrefix: "").map(\.key)
        == ["bron/a", "bron/a\0z", "bron/b", "schema"])
    #expect(try reader.metadata(forKey: "weg") == [])
    #expect(try reader.metadataEntries(withPrefix: "niets").isEmpty)
    #expect(failure { _ = try reader.metadata(forKey: "") }?.status == .invalidArgument)
  }

  @Test("Terms, values and data keep their zero bytes")
  func zeroBytes() throws {
    var document = Document()
    document.addPosting([1, 0, 2] as [UInt8], prefix: [0], position: 0, frequency: 2)
    document.setValue([0, 0, 7, 0], slot: 3)
    document.data = [0, 1, 0]
    let path = try directory.database([document])
    let reader = try Database(path: path)
    #expect(try reader.terms(of: 1, prefix: "\0").map(\.term) == ["\0\u{1}\0\u{2}"])
    #expect(try reader.terms(of: 1, prefix: "\0").map(\.frequency) == [2])
    #expect(try reader.documentFrequency(of: "\0\u{1}\0\u{2}") == 1)
    #expect(try reader.value(slot: 3, of: 1) == [0, 0, 7, 0])
    #expect(try reader.data(of: 1) == [0, 1, 0])
    #expect(try reader.ids(.term("\0\u{1}\0\u{2}")) == [1])
    var options = SearchOptions()
    options.valueSlots = [3, 4]
    options.facets = [3]
    let matches = try reader.search(.everything, options)
    #expect(matches.hits.map(\.values) == [[[0, 0, 7, 0], []]])
    #expect(matches.hits.map(\.data) == [[0, 1, 0]])
    #expect(matches.facets == [[FacetValue(value: [0, 0, 7, 0], count: 1)]])
  }

  @Test("Frequencies of one term add up, and the later of two values in a slot counts")
  func repeated() throws {
    var document = Document()
    document.reserve(bytes: 32, postings: 4)
    document.addPosting("lid".utf8, position: 1, frequency: 1)
    document.addPosting("lid".utf8.dropFirst(0), position: 4, frequency: 2)
    document.addPosting("lid".bytes[...], position: 0, frequency: 4)
    document.addPosting("soort".utf8, prefix: "K".bytes, position: 0, frequency: 0)
    document.setValue([1], slot: 1)
    document.setValue([2], slot: 1)
    let path = try directory.database([document])
    let reader = try Database(path: path)
    let terms = try reader.terms(of: 1, prefix: "")
    #expect(terms.map(\.term) == ["Ksoort", "lid"])
    #expect(terms.map(\.frequency) == [0, 7])
    #expect(try reader.value(slot: 1, of: 1) == [2])
    #expect(
      document.description == """
        lid @1 ×1
        lid @4 ×2
        lid ×4
        Ksoort ×0
        [1] = <1>
        [1] = <2>
        0 bytes of data
        """)
  }

  @Test("An empty document can be added")
  func empty() throws {
    let reader = try Database(path: directory.database([Document()]))
    #expect(try reader.documentCount() == 1)
    #expect(try reader.terms(of: 1, prefix: "").isEmpty)
    #expect(try reader.data(of: 1) == [])
  }
}
