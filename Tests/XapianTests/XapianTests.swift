import Testing
import Xapian

struct HappyPath {
  @Test("A document that was committed is found")
  func found() throws {
    let path = "/tmp/xap-happy-\(UInt32.random(in: 0...UInt32.max))"
    let writer = try WritableDatabase(path: path, mode: .create)
    var document = Document()
    document.addPosting("lid".utf8, position: 1, frequency: 1)
    document.addPosting("kamer".utf8, prefix: [UInt8(ascii: "S")], position: 0, frequency: 0)
    document.data = [1, 2, 0, 3]
    document.setValue([0, 1], slot: 3)
    #expect(try writer.add(document) == 1)
    try writer.setMetadata([1, 0], forKey: "k")
    try writer.close()
    let db = try Database(path: path)
    var options = SearchOptions()
    options.valueSlots = [3]
    options.facets = [3]
    options.wantsMatchingTerms = true
    print(try db.search(.and([.term("lid"), .term("Skamer")]), options))
    print(try db.describe(.phrase([.term("lid"), .term("kamer")], window: 2)), try db.uuid())
    print(try db.metadataEntries(withPrefix: ""), try Database.check(path: path))
  }
}
