import Testing

@testable import PassageIndex

@Suite("The ledger of source files")
struct LedgerTests {
  private func entry(
    path: [UInt8] = Array("/teksten/a.md".utf8), setKey: String? = "ah-tk-20242025-705",
    passages: Int = 7, refusal: String? = nil
  ) -> LedgerEntry {
    let file = SourceFile(path: path, size: 1234, modified: 1_733_216_400_123_456_789)
    return LedgerEntry(
      file, digest: ContentDigest(of: [1, 2, 3]), setKey: setKey, passages: passages,
      refusal: refusal)
  }

  @Test("What is known of a file comes back as it was")
  func roundTrip() {
    for entry in [
      entry(), entry(setKey: nil, passages: 0, refusal: "het bestand is leeg"),
      entry(refusal: "dit zijn geen Kamervragen"), entry(setKey: "vragen over «ĳs»"),
    ] {
      #expect(LedgerEntry(decoding: entry.encoded()) == entry)
    }
  }

  @Test(
    "A path may hold any byte but zero and a slash",
    arguments: [
      Array("/tab\there".utf8), Array("/line\nend\r".utf8), [0x2F, 0xFF, 0xFE, 0xC3], [0x2F, 0x09],
      Array("/\t\t\t\t\t\t\t\t\t".utf8), Array("/ï 🌳".utf8), [],
    ])
  func paths(_ path: [UInt8]) {
    let entry = entry(path: path)
    #expect(LedgerEntry(decoding: entry.encoded())?.path == path)
    #expect(LedgerEntry(decoding: entry.encoded()) == entry)
  }

  @Test("Paths that differ in one byte have different keys, and a key has one length")
  func keys() {
    let first = entry(path: [0x2F, 0xFF])
    let second = entry(path: [0x2F, 0xFE])
    #expect(first.key != second.key)
    #expect(first.key.utf8.count == "file/".utf8.count + 32)
    #expect(entry(path: Array(repeating: 0x61, count: 5000)).key.utf8.count == 37)
  }

  @Test("A reason keeps its line ends, and tabs in it become spaces")
  func reasons() {
    let entry = entry(refusal: "regel 1\nregel\t2\t")
    let decoded = LedgerEntry(decoding: entry.encoded())
    #expect(decoded?.refusal == "regel 1\nregel 2 ")
    #expect(decoded?.path == entry.path)
    #expect(decoded?.passages == 7)
  }

  @Test("Bytes that are no entry of this version are no entry")
  func notAnEntry() {
    let digest = ContentDigest(of: []).hexadecimal
    for text in [
      "", "\t\t\t\t\t\t\t", "2\t1\t1\t\(digest)\t\t0\t\t/a", "1\tx\t1\t\(digest)\t\t0\t\t/a",
      "1\t1\tx\t\(digest)\t\t0\t\t/a", "1\t1\t1\tabc\t\t0\t\t/a", "1\t1\t1\t\(digest)\t\tx\t\t/a",
      "1\t1\t1\t\(digest)\t\t0\t",
    ] {
      #expect(LedgerEntry(decoding: Array(text.utf8)) == nil, "\(text)")
    }
    #expect(
      LedgerEntry(decoding: Array("1\t1\t1\t\(digest)\t\t0\t\t/a".utf8))?.path == [0x2F, 0x61])
  }

  @Test("A damaged entry is decoded or refused")
  func mutated() {
    var generator = SeededGenerator(state: 6)
    let whole = entry(refusal: "reden").encoded()
    for _ in 0..<2000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] =
          UInt8.random(in: 0...255, using: &generator)
      }
      if let entry = LedgerEntry(decoding: bytes) {
        #expect(LedgerEntry(decoding: entry.encoded())?.path == entry.path)
      }
    }
  }

  @Test("A file matches its entry while size and time are the same")
  func matches() {
    let entry = entry()
    var file = SourceFile(path: entry.path, size: 1234, modified: 1_733_216_400_123_456_789)
    #expect(entry.matches(file))
    file.modified += 1
    #expect(!entry.matches(file))
    file.modified -= 1
    file.size = 1235
    #expect(!entry.matches(file))
  }

  @Test("A digest reads its own hexadecimal form and no other")
  func digests() {
    let digest = ContentDigest(of: Array("Kamervragen".utf8))
    #expect(digest.hexadecimal.count == 32)
    #expect(ContentDigest(hexadecimal: digest.hexadecimal) == digest)
    #expect(ContentDigest(of: []) != digest)
    // XXH3_128bits of nothing, as xxhash.com publishes it.
    #expect(ContentDigest(of: []).hexadecimal == "99aa06d3014798d86001c324468d497f")
    #expect(ContentDigest(hexadecimal: "") == nil)
    #expect(ContentDigest(hexadecimal: String(repeating: "g", count: 32)) == nil)
  }
}
