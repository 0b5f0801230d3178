import Testing

@testable import DutchText

@Suite("The cache of analyses")
struct AnalysisCacheTests {
  private let morphology: MorphologicalAnalyzer

  init() throws {
    morphology = MorphologicalAnalyzer(
      lexicon: try #require(WordSample.lexicon), exceptions: .standard)
  }

  /// The term and the parts' terms that the cache has for a word.
  private func terms(_ word: String, _ cache: inout AnalysisCache) -> [String] {
    Array(word.utf8).withUnsafeBufferPointer { word in
      var record =
        cache.record(of: word) ?? cache.add(word, morphology.analysis(of: Array(word)))
      // Empty if it is the word itself.
      var terms =
        record.term.isEmpty ? [word[...]].map(Array.init) : [Array(cache.bytes(record.term))]
      while record.partCount > 0 {
        terms.append(Array(cache.bytes(cache.nextPart(of: &record).term)))
      }
      return terms.map { String(decoding: $0, as: UTF8.self) }
    }
  }

  @Test("A word gives the same tokens the second time")
  func hits() {
    var cache = AnalysisCache()
    for _ in 0..<2 {
      #expect(terms("toeslagen", &cache) == ["toeslag"])
      #expect(terms("wetsvoorstellen", &cache) == ["wetsvoorstel", "wet", "voorstel"])
      #expect(terms("wet", &cache) == ["wet"])
    }
  }

  @Test("A cache that fills up and forgets, more than once, still gives the right tokens")
  func forgets() {
    var cache = AnalysisCache()
    for number in 0..<70_000 {
      let word = "a\(number)"
      if terms(word, &cache) != [word] { Issue.record("\(word)") }
      if number % 10_000 == 0 {
        #expect(terms("wetsvoorstellen", &cache) == ["wetsvoorstel", "wet", "voorstel"])
      }
    }
    #expect(terms("toeslagen", &cache) == ["toeslag"])
    #expect(terms("a69999", &cache) == ["a69999"])
  }

  @Test("A full cache keeps the words met since it was last full and forgets the rest")
  func keeps() {
    var cache = AnalysisCache()
    func isKnown(_ word: String) -> Bool {
      Array(word.utf8).withUnsafeBufferPointer { cache.record(of: $0) != nil }
    }
    _ = terms("wetsvoorstellen", &cache)
    _ = terms("toeslagen", &cache)
    for number in 0..<70_000 {
      _ = terms("a\(number)", &cache)
      if number % 10_000 == 0 { #expect(isKnown("wetsvoorstellen"), "\(number)") }
    }
    #expect(!isKnown("toeslagen"))
    #expect(!isKnown("a1"))
    #expect(terms("wetsvoorstellen", &cache) == ["wetsvoorstel", "wet", "voorstel"])
  }

  @Test("Words and terms of the maximum length come out whole")
  func longWords() {
    var cache = AnalysisCache()
    let word = String(repeating: "qx", count: Analyzer.maximumTermLength / 2)
    let once = terms(word, &cache)
    #expect(once == terms(word, &cache))
    #expect(
      once == [String(decoding: morphology.analysis(of: Array(word.utf8)).term, as: UTF8.self)])
  }

  @Test(
    "Parts that an exception makes longer than in the word are joined up to their place there"
  )
  func longerParts() throws {
    let exceptions = try Exceptions.parse("wetkinderopxyz = wet + kinderopvang + xyz")
    let morphology = MorphologicalAnalyzer(
      lexicon: try #require(WordSample.lexicon), exceptions: exceptions)
    let analysis = morphology.analysis(of: Array("wetkinderopxyz".utf8))
    #expect(analysis.parts.count > 2)
    #expect(analysis.joinedParts.allSatisfy { $0.range.upperBound <= "wetkinderopxyz".utf8.count })
    #expect(!analysis.joinedParts.isEmpty)
  }
}
