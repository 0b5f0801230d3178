import Testing

@testable import DutchText

@Suite("The cache of analyses")
struct MeaningMemoryTests {
  private let knowledge: MorphologicalAnalyzer

  init() throws {
    knowledge = MorphologicalAnalyzer(
      lexicon: try #require(WordSample.lexicon), exceptions: .standard)
  }

  /// The term and the parts' terms that the memory tells of a word.
  private func meaning(_ word: String, _ memory: inout AnalysisCache) -> [String] {
    Array(word.utf8).withUnsafeBufferPointer { word in
      var record =
        memory.record(of: word) ?? memory.remember(word, knowledge.meaning(of: Array(word)))
      // Empty where it is the word itself.
      var terms =
        record.term.isEmpty ? [word[...]].map(Array.init) : [Array(memory.bytes(record.term))]
      while record.partCount > 0 {
        terms.append(Array(memory.bytes(memory.nextPart(of: &record).term)))
      }
      return terms.map { String(decoding: $0, as: UTF8.self) }
    }
  }

  @Test("A word has the same meaning the second time")
  func hits() {
    var memory = AnalysisCache()
    for _ in 0..<2 {
      #expect(meaning("toeslagen", &memory) == ["toeslag"])
      #expect(meaning("wetsvoorstellen", &memory) == ["wetsvoorstel", "wet", "voorstel"])
      #expect(meaning("wet", &memory) == ["wet"])
    }
  }

  @Test("A full memory forgets and stays right, more than once")
  func forgets() {
    var memory = AnalysisCache()
    for number in 0..<70_000 {
      let word = "a\(number)"
      if meaning(word, &memory) != [word] { Issue.record("\(word)") }
      if number % 10_000 == 0 {
        #expect(meaning("wetsvoorstellen", &memory) == ["wetsvoorstel", "wet", "voorstel"])
      }
    }
    #expect(meaning("toeslagen", &memory) == ["toeslag"])
    #expect(meaning("a69999", &memory) == ["a69999"])
  }

  @Test("A full memory keeps the words met since, and forgets the rest")
  func keeps() {
    var memory = AnalysisCache()
    func isKnown(_ word: String) -> Bool {
      Array(word.utf8).withUnsafeBufferPointer { memory.record(of: $0) != nil }
    }
    _ = meaning("wetsvoorstellen", &memory)
    _ = meaning("toeslagen", &memory)
    for number in 0..<70_000 {
      _ = meaning("a\(number)", &memory)
      if number % 10_000 == 0 { #expect(isKnown("wetsvoorstellen"), "\(number)") }
    }
    #expect(!isKnown("toeslagen"))
    #expect(!isKnown("a1"))
    #expect(meaning("wetsvoorstellen", &memory) == ["wetsvoorstel", "wet", "voorstel"])
  }

  @Test("Words and terms of the greatest length come out whole")
  func longWords() {
    var memory = AnalysisCache()
    let word = String(repeating: "qx", count: Analyzer.longestTerm / 2)
    let once = meaning(word, &memory)
    #expect(once == meaning(word, &memory))
    #expect(once == [String(decoding: knowledge.meaning(of: Array(word.utf8)).term, as: UTF8.self)])
  }

  @Test(
    "Parts that an exception makes longer than in the word are joined as far as they stand in it"
  )
  func longerParts() throws {
    let exceptions = try Exceptions.parse("wetkinderopxyz = wet + kinderopvang + xyz")
    let knowledge = MorphologicalAnalyzer(
      lexicon: try #require(WordSample.lexicon), exceptions: exceptions)
    let meaning = knowledge.meaning(of: Array("wetkinderopxyz".utf8))
    #expect(meaning.parts.count > 2)
    #expect(meaning.joinedParts.allSatisfy { $0.range.upperBound <= "wetkinderopxyz".utf8.count })
    #expect(!meaning.joinedParts.isEmpty)
  }
}
