import TestSupport
import Testing

@testable import PassageStore

@Suite("Compressed bytes")
struct CompressedTests {
  @Test("Bytes come back as they were, and repetitions take little room")
  func roundTrip() throws {
    var random = SeededGenerator(seed: 9)
    for plain in [[], [0], Array("zaad".utf8), random.bytes(5000...5000)] {
      #expect(try Compressed.plain(of: Compressed.bytes(of: plain)) == plain)
    }
    let long = [UInt8](repeating: 7, count: 1_000_000)
    #expect(try Compressed.bytes(of: long).count < 10_000)
    #expect(try Compressed.plain(of: Compressed.bytes(of: long)) == long)
  }

  @Test("What stops before its end is refused")
  func truncated() throws {
    let bytes = try Compressed.bytes(of: Array("steen na steen na steen".utf8))
    for count in 0..<bytes.count {
      #expect(throws: StoredRecordError.self) {
        try Compressed.plain(of: Array(bytes[..<count]))
      }
    }
  }

  @Test("A size that no such bytes can have is refused before room is made for it")
  func oversized() {
    // 2⁴² bytes.
    let size: [UInt8] = [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01]
    #expect(throws: StoredRecordError.self) { try Compressed.plain(of: size + [1, 2, 3]) }
  }

  @Test("Changed bytes give other bytes or are refused")
  func mutated() throws {
    var random = SeededGenerator(seed: 10)
    let plain = Array("kade, sluis, kade, brug, kade".utf8)
    let bytes = try Compressed.bytes(of: plain)
    var refused = 0
    for _ in 0..<1000 {
      if (try? Compressed.plain(of: bytes.damaged(1...3, using: &random))) == nil { refused += 1 }
    }
    // The format has a checksum of its own.
    #expect(refused > 900)
  }
}
