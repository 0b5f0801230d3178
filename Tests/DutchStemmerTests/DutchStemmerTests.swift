import DutchStemmer
import TestSupport
import Testing

@Suite("The Dutch stemmer")
struct DutchStemmerTests {
  @Test("Every rule gives the published stems", arguments: PublishedRule.all)
  func everyRule(_ rule: PublishedRule) {
    #expect(!rule.stems.isEmpty)
    for (word, expected) in rule.stems {
      let got = stem(word)
      #expect(got == expected, "\(word): expected \(expected), got \(got)")
    }
  }

  @Test("An empty word stays empty")
  func emptyWord() {
    #expect(stem("") == "")
  }

  @Test("A word that is all ending has an empty stem")
  func nothingButAnEnding() {
    #expect(stem("'s") == "")
    #expect(stem("'tje") == "")
  }

  @Test("Stemming works in the storage of the word, which the caller may reuse")
  func storageStays() {
    var word: [UInt8] = []
    word.reserveCapacity(64)
    let storage = word.withUnsafeBufferPointer { $0.baseAddress }
    for (text, _) in PublishedRule.all.flatMap(\.stems) {
      word.removeAll(keepingCapacity: true)
      word.append(contentsOf: text.utf8)
      DutchStemmer.stem(&word)
      #expect(word.withUnsafeBufferPointer { $0.baseAddress } == storage, "\(text)")
    }
  }

  @Test("A copy of the word's bytes stays as it is")
  func otherOwner() {
    var word = Array("geïnteresseerde".utf8)
    let other = word
    DutchStemmer.stem(&word)
    #expect(String(decoding: word, as: UTF8.self) == "interesseer")
    #expect(String(decoding: other, as: UTF8.self) == "geïnteresseerde")
  }

  @Test("A stem is one byte longer than its word only where -le gives way to an accented vowel")
  func longerStem() {
    for (word, stem) in PublishedRule.all.flatMap(\.stems) where stem.utf8.count > word.utf8.count {
      #expect(word.hasSuffix("le"), "\(word): \(stem)")
      #expect(stem.utf8.count == word.utf8.count + 1, "\(word): \(stem)")
    }
    #expect(stem("clientèle") == "clientèèl")
  }
}

@Suite("The Dutch stemmer, given any bytes")
struct AnyBytesTests {
  @Test("Random bytes give a stem at most one byte longer", arguments: [UInt64(1), 2, 3, 4])
  func randomBytes(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<5_000 {
      expectSound(random.bytes(0...24))
    }
  }

  @Test(
    "Pieces of Dutch and of broken UTF-8 give a stem at most one byte longer",
    arguments: [UInt64(5), 6, 7, 8])
  func randomPieces(seed: UInt64) {
    let dutch =
      "ge a e ë ï ä ij i y n d t v l le en ene je ' heid erig atie fie ild ing ß € 😀"
      .split(separator: " ").map { Array($0.utf8) }
    let broken: [[UInt8]] = [[0xC3], [0x80], [0xAB], [0xE2, 0x82], [0xF0, 0x9F], [0xFF], [0]]
    let pieces = dutch + broken
    var random = SeededGenerator(seed: seed)
    for _ in 0..<5_000 {
      let count = Int.random(in: 0...7, using: &random)
      expectSound((0..<count).flatMap { _ in pieces.randomElement(using: &random) ?? [] })
    }
  }

  @Test("Words with changed bytes give a stem at most one byte longer", arguments: [UInt64(9), 10])
  func changedWords(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for (text, _) in PublishedRule.all.flatMap(\.stems) {
      for _ in 0..<8 {
        expectSound(
          Array(text.utf8).damaged(1...3, [.replaced, .inserted, .omitted], using: &random))
      }
    }
  }

  @Test(
    "A piece repeated ten thousand times gives a stem at most one byte longer",
    arguments: ["e", "ge", "geë", "ij", "b", "ä", "ß", "en", "'", "laar"])
  func longWords(piece: String) {
    let word = Array(String(repeating: piece, count: 10_000).utf8)
    expectSound(word)
    expectSound(Array("lop".utf8) + word + Array("en".utf8))
    expectSound(word.map { $0 | 0x80 })
    expectSound(Array(repeating: 0x80, count: 10_000) + word)
  }
}

/// Expects of a word of any bytes what the stemmer promises of every stem.
private func expectSound(_ word: [UInt8]) {
  var stem = word
  DutchStemmer.stem(&stem)
  if stem.count > word.count + 1 {
    Issue.record("\(word): the stem \(stem) is \(stem.count - word.count) bytes longer")
  }
  guard let text = String(validating: word, as: UTF8.self) else { return }
  guard let stemText = String(validating: stem, as: UTF8.self) else {
    Issue.record("\(text): the stem \(stem) is not UTF-8")
    return
  }
  if stemText.unicodeScalars.count > text.unicodeScalars.count {
    Issue.record("\(text): the stem \(stemText) has more letters")
  }
}

private func stem(_ word: String) -> String {
  var bytes = Array(word.utf8)
  DutchStemmer.stem(&bytes)
  return String(decoding: bytes, as: UTF8.self)
}
