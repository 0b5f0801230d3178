import Testing

@testable import PassageSearch
@testable import PassageStore

@Suite("How a query is explained")
struct ExplanationTests {
  @Test("Each word has its tokens and the terms of the index, the most frequent first")
  func words() async throws {
    let shelf = try await Shelf("Is er een klant?", "Zijn er klanten?|De klant.", "Eik?")
    let found = try shelf.reader.explain("klanten de xyzzy")
    #expect(found.words.map(\.part) == [.word("klanten"), .word("de"), .word("xyzzy")])
    #expect(found.words[0].tokens == "1:klanten 1:~klant")
    #expect(
      found.words[0].terms == [
        Explanation.TermCount(term: "klant", documentFrequency: 2),
        Explanation.TermCount(term: "klanten", documentFrequency: 1),
        Explanation.TermCount(term: "~klant", documentFrequency: 1),
      ])
    #expect(found.words.map(\.isStopword) == [false, true, false])
    #expect(found.words[2].terms == [])
    #expect(found.interpretation == .all([.word("klanten"), .word("xyzzy")]))
    #expect(found.notices == [])
    #expect(found.partial != nil)
  }

  @Test("One word has no partial matches; a query that is not understood has its warning")
  func oneWord() async throws {
    let shelf = try await Shelf("Eik?")
    #expect(try shelf.reader.explain("eik").partial == nil)
    #expect(try shelf.reader.explain("(eik").notices == [.notUnderstood([.unclosedBracket])])
    #expect(try shelf.reader.explain("eik", isExact: true).words[0].terms.map(\.term) == ["eik"])
    #expect(try shelf.reader.explain("").words == [])
  }

  @Test("A word alone is analysed as it is in a text")
  func analysis() {
    let analysis = WordAnalysis(.none)
    let klanten = analysis.analyze("klanten")
    #expect(klanten.stem == "klant")
    #expect(klanten.term == "klant")
    #expect(analysis.analyze("Financiën").term == "financien")
    #expect(analysis.analyze("").term == "")
  }
}
