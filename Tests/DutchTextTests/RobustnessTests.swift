import DutchText
import Testing

/// A generator with a seed, so that a failure can be seen again (SplitMix64, Steele, Lea and Flood
/// 2014).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite("Any bytes can be analysed")
struct RobustnessTests {
  private static let sample =
    "Vraag 3: «zo’n 36\u{A0}410-XV» kost € 1,5 mln; A.V.G.-boete voor zzp'ers (’s-Gravenhage) ĳs "
    + "é\u{301}"

  private func check(_ bytes: [UInt8]) {
    var stream = TokenStream()
    bytes.withUnsafeBufferPointer { Analyzer().analyze($0, into: &stream) }
    var position: UInt32 = 1
    for token in stream.tokens {
      #expect(token.byteRange.lowerBound < token.byteRange.upperBound)
      #expect(token.byteRange.upperBound <= bytes.count)
      #expect((1...Analyzer.maximumTermLength).contains(stream.bytes(of: token).count))
      #expect(String(validating: stream.bytes(of: token), as: UTF8.self) != nil)
      // The whole of a composite stands before its parts, so places never go back by more than its
      // parts do.
      #expect(token.position + 8 >= position)
      position = token.position
    }
    #expect(stream.lastPosition >= stream.tokens.map(\.position).max() ?? 0)
  }

  @Test("Random bytes give sound tokens")
  func randomBytes() {
    var generator = SeededGenerator(state: 1)
    for _ in 0..<2000 {
      let count = Int.random(in: 0...80, using: &generator)
      check((0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) })
    }
  }

  @Test("Text with changed, cut and doubled bytes gives sound tokens")
  func mutatedText() {
    var generator = SeededGenerator(state: 2)
    for _ in 0..<2000 {
      var bytes = Array(Self.sample.utf8)
      for _ in 0..<Int.random(in: 1...6, using: &generator) where !bytes.isEmpty {
        let at = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0...2, using: &generator) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.removeSubrange(at...)
        default: bytes.insert(contentsOf: bytes[at...].prefix(9), at: at)
        }
      }
      check(bytes)
    }
  }

  @Test("Joining signs in any order give sound tokens")
  func joiners() {
    var generator = SeededGenerator(state: 3)
    let pieces = [
      "a", "b.", "'", "’", "-", "–", " ", "1", "234", ",", ".", "\u{AD}", "é", "\u{301}", "S",
    ]
    for _ in 0..<3000 {
      let count = Int.random(in: 0...24, using: &generator)
      let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      check(Array(text.utf8))
    }
  }

  @Test("A word gives the same terms alone as in a sentence")
  func context() {
    let words = ["opsporing", "GroenLinks-PvdA", "36 410", "A.V.G.", "risico’s", "273f", "Ĳssel"]
    for word in words {
      let alone = Analyzer().tokens(of: word)
      let inside = Analyzer().tokens(of: "(\(word)), en")
      #expect(
        inside.tokens.dropLast().map { inside.term(of: $0) }
          == alone.tokens.map { alone.term(of: $0) })
    }
  }

  @Test("A word that is longer than a term, with diacritics, has the terms that fit")
  func longStems() {
    for length in [100, 240, 244, 245, 246, 300, 5000] {
      let word = "é" + String(repeating: "abel", count: length / 4)
      let stream = Analyzer().tokens(of: word + " huis")
      #expect(stream.tokens.last.map(stream.term) == "huis")
      #expect(
        stream.tokens.allSatisfy { stream.term(of: $0).utf8.count <= Analyzer.maximumTermLength })
    }
  }
}
