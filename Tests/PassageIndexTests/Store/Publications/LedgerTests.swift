import Kamervragen
import TestSupport
import Testing

@testable import PassageSearch
@testable import PassageStore

@Suite("The ledger of source files")
struct LedgerTests {
  private func entry(
    path: [UInt8] = Array("/teksten/a.md".utf8), identifier: String? = "ah-tk-20242025-705",
    passages: Int = 7, refusal: String? = nil
  ) -> LedgerEntry {
    let file = SourceFile(
      path: path, size: 1234, modified: 1_733_216_400_123_456_789,
      metadata: MetadataSidecar(path: [0x2F, 0xFF], size: 5, modified: -3))
    var set = QuestionSet(kind: .answered)
    set.identifier = identifier
    set.form = .pdf
    set.members = [Member(name: "Van Dijk", party: "SP")]
    set.subject = "iets"
    set.submitted = CalendarDate(year: 2024, month: 10, day: 17)
    set.seeAlso = ["ah-tk-20242025-496"]
    let digest = ContentDigest(of: [1, 2, 3])
    var entry = LedgerEntry(
      file, digest: digest,
      summary: SourceSummary(of: set, source: "/a/b.pdf", digest: digest, passages: 9),
      passages: passages)
    entry.visibility = .noticeOnly
    entry.adopted = ["Ikv-tk-2024z1"]
    entry.refusal = refusal.map {
      LedgerEntry.Refusal(reason: $0, first: "eerst", last: "laatst", tries: 2, reader: 1)
    }
    return entry
  }

  @Test("An entry comes back as it was")
  func roundTrip() {
    var nothing = entry(passages: 0, refusal: "het bestand is leeg")
    nothing.summary = nil
    nothing.metadata = nil
    nothing.size = LedgerEntry.unavailable
    for entry in [
      entry(), nothing, entry(refusal: "dit zijn geen Kamervragen"),
      entry(identifier: nil, refusal: "regel 1\nregel\t2\t"),
    ] {
      #expect(LedgerEntry(decoding: entry.encoded()) == entry)
    }
    #expect(entry(identifier: nil).setKey == "b")
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
    #expect(first.key.utf8.count == "file/".utf8.count + 12)
    #expect(entry(path: Array(repeating: 0x61, count: 5000)).key.utf8.count == 17)
  }

  @Test("Bytes that are no entry of this version are no entry")
  func notAnEntry() {
    let whole = entry().encoded()
    #expect(LedgerEntry(decoding: []) == nil)
    #expect(LedgerEntry(decoding: Array("1\t1\t1\t\t\t0\t\t/a".utf8)) == nil)
    #expect(LedgerEntry(decoding: [1] + whole.dropFirst()) == nil)
    #expect(LedgerEntry(decoding: whole + [0]) == nil)
    for count in 0..<whole.count {
      #expect(LedgerEntry(decoding: Array(whole[..<count])) == nil, "\(count)")
    }
  }

  @Test("What follows from the name of a file or its set comes back as well as what does not")
  func derived() throws {
    for name in ["ah-tk-20242025-705", "iets anders", ""] {
      for identifier in ["ah-tk-20242025-705", "ah-tk-20242025-705-n1", "705", "", nil] {
        for number in ["705", "n1", "705a", "", nil] {
          for session in ["2024-2025", "1813-1814", "2024-2026", "", nil] {
            var set = QuestionSet(kind: .answered)
            (set.identifier, set.number, set.session) = (identifier, number, session)
            let file = SourceFile(
              path: Array("/map/\(name).md".utf8), size: 1, modified: 2,
              metadata: MetadataSidecar(
                path: Array((name.isEmpty ? "/x" : "/map/metadata.xml").utf8), size: 3,
                modified: 4))
            let entry = LedgerEntry(
              file, digest: ContentDigest(of: [1]),
              summary: SourceSummary(
                of: set, source: file.displayPath, digest: ContentDigest(of: [1]), passages: 1))
            #expect(LedgerEntry(decoding: entry.encoded()) == entry)
          }
        }
      }
    }
  }

  @Test("A damaged entry is decoded or refused")
  func mutated() {
    var random = SeededGenerator(seed: 6)
    var decoded = 0
    let whole = entry(refusal: "reden").encoded()
    for _ in 0..<2000 {
      guard let entry = LedgerEntry(decoding: whole.damaged(1...4, using: &random)) else {
        continue
      }
      decoded += 1
      #expect(LedgerEntry(decoding: entry.encoded())?.path == entry.path)
    }
    #expect(decoded == 1300)
  }

  @Test("A file matches its entry while size and time are the same, and those of its metadata")
  func matches() {
    let entry = entry()
    var file = SourceFile(
      path: entry.path, size: 1234, modified: 1_733_216_400_123_456_789,
      metadata: MetadataSidecar(path: [0x2F, 0xFF], size: 5, modified: -3))
    #expect(entry.matches(file))
    file.modified += 1
    #expect(!entry.matches(file))
    file.modified -= 1
    file.size = 1235
    #expect(!entry.matches(file))
    file.size = 1234
    file.metadata?.modified = 4
    #expect(!entry.matches(file))
    file.metadata = nil
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
