import Foundation
import TestSupport
import Testing
import Xapian

@testable import PassageSearch
@testable import PassageStore

@Suite("Queries of any length")
struct LongQueryTests {
  private static let words = [
    "kinderopvang", "kindertoeslag", "zorgtoeslag", "huurtoeslag", "politiechef", "zorgcapaciteit",
    "huurcapaciteit", "opvangcapaciteit",
  ]

  /// A list with enough compounds to tell that words make them.
  private func vocabulary(_ place: TestIndex) throws -> VocabularyFiles {
    let list = """
      toeslag toeslagen kind kinderen opvang kinderopvang kindertoeslag zorgtoeslag zorgtoeslagen zorg huurtoeslag huur \
      huren kindzorg politie politiechef politiezorg chef chefs capaciteit capaciteiten zorgcapaciteit huurcapaciteit \
      opvangcapaciteit arbeid arbeidsregel arbeidschef arbeidstoeslag regel regels
      """
    let path = "\(place.root)/woorden"
    try Data(list.split(separator: " ").map { "\($0)\n" }.joined().utf8)
      .write(to: URL(filePath: path))
    return VocabularyFiles(words: path)
  }

  private func place() async throws -> TestIndex {
    let place = try TestIndex()
    for (number, word) in Self.words.enumerated() {
      let set = Publication(
        number: "\(101 + number)", passages: [("1", "Wat vindt u van \(word)?", "Veel.")])
      try place.write(set.text, to: "\(number).md")
    }
    try await place.run(vocabulary: vocabulary(place))
    return place
  }

  private func notices(_ query: String, _ reader: IndexReader) throws -> [QueryNotice] {
    try reader.search(SearchRequest(query)).notices
  }

  @Test("Nothing is left out of a query of ordinary length")
  func ordinary() async throws {
    let reader = try await place().reader()
    let query = Self.words.joined(separator: " ")
    #expect(try notices(query, reader) == [])
  }

  @Test("A query with the maximum of compounds is searched without their parts, and says so")
  func compounds() async throws {
    let reader = try await place().reader()
    var compounds = Self.words
    for first in ["zorg", "huur", "politie", "opvang"] {
      for second in ["zorg", "huur", "chef", "opvang"] {
        for third in ["toeslag", "capaciteit", "chef", "zorg"] {
          compounds.append(first + second + third + "regel")
        }
      }
    }
    // In one field each word has a condition besides.
    let query = "vraag:(" + compounds.prefix(64).joined(separator: " OF ") + ")"
    var compiler = QueryCompiler(for: reader.index, isExact: false)
    #expect(try compiler.compile(QueryParser.parse(query)).size < CompiledQuery.maximumSteps)
    #expect(compiler.reduction > .nothing)
    let found = try reader.search(SearchRequest(query))
    #expect(found.notices == [.reduced(compiler.reduction)])
    #expect(found.total.lower == 8)
  }

  @Test("The terms of a query are left out in the order in which they matter least")
  func order() {
    #expect(QueryReduction.allCases == [.nothing, .ranks, .openForms, .compounds])
    #expect(QueryReduction.allCases.sorted() == QueryReduction.allCases)
    #expect(CompiledQuery.maximumSteps == 5900)
  }

  @Test("Words that do not fit at all are named, and the rest is searched")
  func tooLong() async throws {
    let reader = try await place().reader()
    let word = { (number: Int) in
      (0..<64).map { "x\(number)y\($0)" }.joined(separator: "/")
    }
    let groups = (0..<16).map { "\(word($0)) NEAR/5 \(word($0 + 16))" }.joined(separator: " ")
    let response = try reader.search(SearchRequest("zorgtoeslag \(groups)"))
    #expect(
      response.notices.contains { if case .cutOff(.near) = $0 { true } else { false } },
      "\(response.notices)")
    #expect(response.partial.lower + response.total.lower >= 1)
  }

  @Test("A word that is too long for any text is searched by its beginning")
  func longWords() async throws {
    let reader = try await place().reader()
    for text in ["a\u{F71}\u{F72}", "é", "x/", "a'", "ab-", "\u{301}"] {
      let word = String(repeating: text, count: 20_000)
      #expect(
        try notices(word, reader).contains {
          if case .notUnderstood(let problems) = $0 { problems.first == .longWord } else { false }
        }, "\(text)")
    }
  }

  @Test("A query of any length gives an answer", arguments: 1...40)
  func anything(_ seed: Int) async throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let reader = try await place().reader()
    let pieces =
      Self.words + [
        " ", " ", " ", " OF ", " NIET ", " NEAR/3 ", "(", ")", "\"", "*", "-", "+", "/", "'", ".",
        "lid:",
        "vraag:", "onderwerp:", "datum:", "é", "\u{F71}\u{F72}", "\u{0}", "36 410", "OM", "LNV",
        "a*b",
      ]
    // Of some every piece is likely, of others a few, so that one kind fills a query.
    let some = pieces.shuffled(using: &random).prefix(
      Int.random(in: 2...pieces.count, using: &random))
    var query = ""
    let size = [200, 3000, 20_000].randomElement(using: &random) ?? 0
    while query.utf8.count < size { query += some.randomElement(using: &random) ?? "" }
    let response = try reader.search(SearchRequest(query))
    #expect(response.results.count <= 10)
  }
}
