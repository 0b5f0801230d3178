import Testing

@testable import Composition

@Suite("Composing letters and their marks")
struct CompositionTests {
  private func composed(_ text: String) -> String {
    String(decoding: Composition.composed(Array(text.utf8)[...]), as: UTF8.self)
  }

  private func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  @Test("Letters and their marks become one character in any context")
  func composes() {
    #expect(scalars(composed("e\u{301}")) == [0xE9])
    #expect(
      scalars(composed("a e\u{301} b\u{323}\u{301}")) == [0x61, 0x20, 0xE9, 0x20, 0x1E05, 0x301])
    #expect(scalars(composed("\u{1100}\u{1161}\u{11A8}")) == [0xAC01])
    #expect(composed("") == "")
  }

  @Test("Marks in disorder are put in order, as many as any text has")
  func orders() {
    let disorder = "a" + String(repeating: "\u{F72}\u{F71}", count: 15)
    let order =
      "a" + String(repeating: "\u{F71}", count: 15) + String(repeating: "\u{F72}", count: 15)
    #expect(scalars(composed(disorder)) == scalars(order))
  }

  @Test("A million marks after one letter are composed thirty at a time")
  func manyMarks() {
    // Exchanging neighbours would take 10^11 steps.
    let result = scalars(composed("a" + String(repeating: "\u{F72}\u{F71}", count: 500_000)))
    #expect(result.count == 1_000_001 + 33_333)
    let piece = Array(repeating: UInt32(0xF71), count: 15) + Array(repeating: 0xF72, count: 15)
    #expect(result[0] == 0x61)
    #expect(Array(result[1..<31]) == piece)
    #expect(result[31] == 0x34F)
    #expect(Array(result[32..<62]) == piece)
    #expect(result.count { $0 == 0x34F } == 33_333)
  }

  @Test("Composed marks count as marks")
  func compoundMarks() {
    let result = scalars(composed("a" + String(repeating: "\u{F73}", count: 300_000)))
    #expect(result.count == 600_001 + 9_999)
    #expect(Array(result[1..<31]) == Array(repeating: UInt32(0xF71), count: 30))
    #expect(Array(result[31..<61]) == Array(repeating: UInt32(0xF72), count: 30))
    #expect(result[61] == 0x34F)
  }

  @Test("A text of many pieces is composed as a whole")
  func pieces() {
    let text = String(repeating: "cafe\u{301} \u{1F468} ", count: 30_000)
    #expect(text.utf8.count > 4 * Composition.pieceLength)
    #expect(composed(text) == String(repeating: "caf\u{E9} \u{1F468} ", count: 30_000))
    #expect(scalars(composed(text)).count == 210_000)
  }

  @Test("Bytes that are not UTF-8 stay as they are")
  func noText() {
    #expect(Composition.composed([0x61, 0xC3]) == [0x61, 0xC3])
    #expect(Composition.composed([0xFF]) == [0xFF])
  }

  @Test("A stream-safe text stays as it is, and Swift compares and hashes it in linear time")
  func streamSafe() {
    let marks = String(repeating: "\u{F72}\u{F71}", count: 100_000)
    let safe = Composition.streamSafe("a\(marks) b")
    #expect(safe.unicodeScalars.count { $0 == "\u{34F}" } == 6_666)
    #expect(scalars(Composition.streamSafe(safe)) == scalars(safe))
    #expect(safe != safe + "c")
    #expect(Set([safe, safe + "c"]).contains(safe))
    let short = "e\u{301} " + String(repeating: "\u{301}", count: 30)
    #expect(scalars(Composition.streamSafe(short + short)) == scalars(short + short))
  }
}
