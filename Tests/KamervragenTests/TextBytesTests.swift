import TestSupport
import Testing

@testable import Kamervragen

/// The parts of the reader that look at several bytes at once.
@Suite struct TextBytesTests {
  @Test("The first character beyond ASCII is found wherever it stands")
  func firstOther() {
    for place in 0..<40 {
      let text = String(repeating: "k", count: place) + "é" + String(repeating: "k", count: 9)
      let bytes = Array(text.utf8)
      for start in 0...place {
        #expect(bytes.withUnsafeBytes { Ascii.firstOther(in: $0, from: start) } == place)
      }
      let end = bytes.withUnsafeBytes { Ascii.firstOther(in: $0, from: place + 2) }
      #expect(end == bytes.count)
    }
  }

  @Test("Bytes are valid for the reader if they are for Swift")
  func validity() {
    var random = SeededGenerator(seed: 24)
    let lead: [UInt8] = [0x61, 0xC2, 0xC3, 0xCB, 0xCC, 0xE2, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xC0]
    for _ in 0..<5_000 {
      let bytes = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        Bool.random(using: &random)
          ? UInt8.random(in: 0x78...0xC2, using: &random)
          : lead.randomElement(using: &random) ?? 0x61
      }
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      #expect((SourceText.firstInvalid(bytes, from: 0) == nil) == isValid)
    }
  }

  @Test("A word is cleaned the same by itself and between others")
  func cleaning() throws {
    var random = SeededGenerator(seed: 42)
    let pieces = [
      "kaas", "B", "7", "\u{AD}", "ﬁ", "ĳ", "\u{200B}", "«", "»", "’", "é", "ş", "\u{2011}", "]",
      "\u{7F}", "\u{1}", "€", "😀",
    ]
    for _ in 0..<2_000 {
      let words = (0..<6).map { _ in
        (0..<Int.random(in: 1...4, using: &random)).map { _ in
          pieces.randomElement(using: &random) ?? ""
        }.joined()
      }
      let alone = words.map(SourceText.oneLine).filter { !$0.isEmpty }.joined(separator: " ")
      let lines = try SourceText.lines(Array(words.joined(separator: " \t\u{A0}").utf8))
      #expect(lines.map(\.text).joined() == alone)
    }
  }

  @Test(
    "A word may begin or end with a small one only if enough letters are left",
    arguments: [
      ("hetkader", true, false), ("hetka", false, false), ("kaderhet", false, true),
      ("dekaas", false, false), ("dekaasje", true, false), ("kaasde", false, false),
      ("hetlijkthet", true, true), ("het", false, false), ("kaasblok", false, false),
    ])
  func smallWords(_ word: String, begins: Bool, ends: Bool) {
    let list = SmallWordList([("het", 4), ("de", 5)])
    let text = Array("(\(word))".utf8)
    let place = 1..<text.count - 1
    #expect(text.withUnsafeBufferPointer { list.mayBegin($0, place) } == begins)
    #expect(text.withUnsafeBufferPointer { list.mayEnd($0, place) } == ends)
    guard word.utf8.count >= SmallWord.maximumLength else { return }
    #expect(list.beginnings(of: text, place).isEmpty == !begins)
    #expect(list.endings(of: text, place).isEmpty == !ends)
  }

  @Test("Words are counted over all texts")
  func counts() {
    let texts = ["kaas en kaas", "melk"].map { Array($0.utf8) }
    let counts = WordCounts([(texts[0], [0..<4, 5..<7, 8..<12]), (texts[1], [0..<4])])
    #expect(counts.count(of: texts[0][0..<4]) == 2)
    #expect(counts.count(of: texts[1][...]) == 1)
    #expect(counts.count(of: texts[0][5..<8]) == 0)
  }
}
