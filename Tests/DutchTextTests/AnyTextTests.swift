import DutchText
import TestSupport
import Testing

@Suite("Any bytes can be analysed")
struct AnyTextTests {
  private static let sample =
    "Vraag 3: «zo’n 36\u{A0}410-XV» kost € 1,5 mln; A.V.G.-boete voor zzp'ers (’s-Gravenhage) ĳs "
    + "é\u{301}"

  /// Expects of any bytes what the analysis promises of every text, and gives the number of tokens.
  private func check(_ bytes: [UInt8]) -> Int {
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
    return stream.tokens.count
  }

  @Test("Random bytes give sound tokens")
  func randomBytes() {
    var random = SeededGenerator(seed: 1)
    let tokens = (0..<2000).reduce(0) { sum, _ in sum + check(random.bytes(0...80)) }
    #expect(tokens == 19_924)
  }

  @Test("Text with changed, cut and doubled bytes gives sound tokens")
  func mutatedText() {
    var random = SeededGenerator(seed: 2)
    let sample = Array(Self.sample.utf8)
    var tokens = 0
    for _ in 0..<2000 {
      tokens += check(sample.damaged(1...6, [.replaced, .doubled, .cut], using: &random))
    }
    #expect(tokens == 56_273)
  }

  @Test("Joining signs in any order give sound tokens")
  func joiners() {
    var random = SeededGenerator(seed: 3)
    var tokens = 0
    let pieces = [
      "a", "b.", "'", "’", "-", "–", " ", "1", "234", ",", ".", "\u{AD}", "é", "\u{301}", "S",
    ]
    for _ in 0..<3000 {
      let count = Int.random(in: 0...24, using: &random)
      let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      tokens += check(Array(text.utf8))
    }
    #expect(tokens == 15_589)
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
