import TestSupport
import Testing
import Xapian

@testable import PassageSearch
@testable import PassageStore

@Suite("Suggestions")
struct SuggestionTests {
  private static func reader() async throws -> (TestIndex, IndexReader) {
    let place = try TestIndex()
    let text = Publication(
      number: "101",
      passages: [
        ("1", "Krijgt de asielzoeker een huurtoeslag en goed beleid?", "Ja, de politie kijkt."),
        ("2", "Is er toeslagenfraude in Rotterdam gezien?", "Nee, geen fraude en geen toeslag."),
      ]
    ).text
    try place.write(text, to: "a.md")
    try await place.run()
    return (place, try place.reader())
  }

  @Test(
    "Joined, split, respelled or mistyped words are suggested, and nothing is replaced",
    arguments: [
      ("asiel zoeker", "asielzoeker"), ("toeslag fraude", "toeslagenfraude"),
      ("toeslagfraude", "toeslag fraude"), ("beleit", "beleid"), ("polietie", "politie"),
      ("asielzoekr", "asielzoeker"), ("asielzoekeer", "asielzoeker"),
      ("asielzeoker", "asielzoeker"), ("rooterdam huurtoeslag", "Rotterdam huurtoeslag"),
      ("huurtoeschlag", "huurtoeslag"), ("polisie", "politie"),
    ])
  func suggested(query: String, better: String) async throws {
    let (place, reader) = try await Self.reader()
    let response = try reader.search(SearchRequest(query))
    #expect(response.suggestion == better)
    withExtendedLifetime(place) {}
  }

  @Test(
    "Words of the index, numbers and words like no other bring no suggestion",
    arguments: ["asielzoeker", "2024", "qqqqqq", "ja", "", "beleid politie", "uitgeen"])
  func none(query: String) async throws {
    let (place, reader) = try await Self.reader()
    #expect(try reader.search(SearchRequest(query)).suggestion == nil)
    var exact = SearchRequest("beleit")
    exact.isExact = true
    #expect(try reader.search(exact).suggestion == nil)
    withExtendedLifetime(place) {}
  }

  @Test("A sound is spelled another way, a letter is doubled or single")
  func respellings() {
    let words = SpellingCandidates.respellings(of: [Array("ijs".utf8)])
    #expect(
      Self.texts(words)
        == ["eis", "iejs", "iijs", "ijc", "ijjs", "ijsch", "ijss", "ijz", "yjs", "ys"])
  }

  @Test("A slip changes one letter, or swaps two")
  func slips() {
    let word = Array("ab".utf8)
    let additions = Self.texts(SpellingCandidates.additions(to: word))
    #expect(Set(additions).isSuperset(of: ["xab", "axb", "abx"]))
    // 26 letters at 3 places; doubles are made twice.
    #expect(additions.count == 78 - 2)
    #expect(Self.texts(SpellingCandidates.omissions(from: word)) == ["a", "b"])
    #expect(Self.texts(SpellingCandidates.swaps(of: word)) == ["ba"])
    #expect(SpellingCandidates.swaps(of: Array("aa".utf8)).count == 0)
    let near = Self.texts(
      SpellingCandidates.replacements(in: word, by: SpellingCandidates.isBeside))
    #expect(near == ["ag", "ah", "an", "av", "qb", "sb", "wb", "zb"])
    let far = SpellingCandidates.replacements(in: word) { !SpellingCandidates.isBeside($0, $1) }
    // 25 other letters at 2 places.
    #expect(far.count == 50 - near.count)
  }

  @Test(
    "A suggestion has the accents and capitals that texts have, and the signs around it",
    arguments: [
      ("finacien", "financiën"), ("Financein", "financiën"), ("gronningen", "Groningen"),
      ("unesko", "UNESCO"), ("(gronningen OF huurtoeslag)", "(Groningen OF huurtoeslag)"),
      ("coordinatei?", "coördinatie?"), ("+finacien -huurtoeslag", "+financiën -huurtoeslag"),
      ("ijmuden", "IJmuiden"),
    ])
  func printed(query: String, better: String) async throws {
    let shelf = try await Shelf(
      "Wat kosten de sluizen van IJmuiden?|Coördinatie ligt bij Financiën in Groningen.",
      "Wat vindt UNESCO van de financiën van Groningen?|De coördinatie is nog niet klaar.",
      "Groningen ligt ver. Coördinatie helpt daar.|De financiën zijn krap.")
    #expect(try shelf.reader.search(SearchRequest(query)).suggestion == better)
  }

  /// An index with a list of words.
  private static func reader(_ words: String, _ texts: String...) async throws -> (
    TestIndex, IndexReader
  ) {
    let place = try TestIndex()
    for (number, text) in texts.enumerated() {
      try place.write("Vraag 1\n\n\(text)\n\nAntwoord 1\n\nJa.\n", to: "\(number).txt")
    }
    try place.write(words.replacing(" ", with: "\n"), to: "../woorden")
    try await place.run(vocabulary: VocabularyFiles(words: place.path("../woorden")))
    return (place, try place.reader())
  }

  @Test(
    "A word of the language brings no suggestion, nor does a name, even if no text has it",
    arguments: ["beuk", "loodsen", "Zierikzee", "Koolsma", "boomsector"])
  func right(query: String) async throws {
    let (place, reader) = try await Self.reader(
      "beuk buik loods loodsen loden boom bomen sector vector Zierikzee staat is een dit",
      "Staat de buik in de boomvector?", "Is dit Koolsna, of Zierikzeer loden?")
    #expect(try reader.search(SearchRequest(query)).suggestion == nil)
    withExtendedLifetime(place) {}
  }

  @Test(
    "Errors of texts, and words that a text has glued together, are not suggested",
    arguments: [
      ("deministerr", nil), ("bruggehooft", nil), ("vliegvld", "vliegveld"),
      ("de ministr", "de minister"), ("mniister", "minister"),
    ])
  func malformed(query: String, better: String?) async throws {
    let (place, reader) = try await Self.reader(
      "minister ministers bruggenhoofd vliegveld rivier krijgt blijft waar ligt bij",
      "Krijgt deminister een bruggehoofdt, en vliegvled?", "Waar ligt het vliegveld, ministers?")
    #expect(try reader.search(SearchRequest(query)).suggestion == better)
    withExtendedLifetime(place) {}
  }

  @Test("A misspelt word that a text has too brings the word that many texts have")
  func misspeltInText() async throws {
    let texts = (1...60).map { ("\($0)", "Hoe duur is parkeerplaats \($0)?", "Niet duur.") }
    let shelf = try await Shelf(publications: [
      Publication(number: "101", passages: texts),
      Publication(number: "102", passages: [("1", "Is de parkeerplaatz vol?", "Ja.")]),
    ])
    #expect(try shelf.reader.search(SearchRequest("parkeerplaatz")).suggestion == "parkeerplaats")
  }

  private static func texts(_ words: TermList) -> [String] { (0..<words.count).map(words.string) }
}
