import DutchText
import TestSupport
import Testing

@testable import PassageSearch
@testable import PassageStore

@Suite("Headings in capitals")
struct HeadingTests {
  private static let words = [
    "bomen", "boom", "denk", "denken", "goed", "groeien", "hoge", "huren", "huur", "kap", "kappen",
    "langs", "nam", "nemen", "pas", "passen", "straat", "weg", "wegen", "zorg", "zorgen",
  ]

  private func lowered(_ query: String) throws -> String {
    let lexicon = try Lexicon(Lexicon.compile(Self.words))
    return Heading(
      context: QueryContext(analyzer: Analyzer(lexicon: lexicon), aliases: .standard)
    ).lowered(query)
  }

  @Test(
    "A query or a quoted part all in capitals is read as lower case",
    arguments: [
      ("HET NIET KAPPEN VAN DE BOMEN", "het niet kappen van de bomen"),
      ("NIET GOED", "niet goed"), ("HOGE HUREN OF KAP", "hoge huren of kap"),
      ("\"HOGE HUREN\" bomen", "\"hoge huren\" bomen"),
      ("KAP «BOMEN LANGS DE WEG»", "KAP «bomen langs de weg»"),
      ("BOMEN LANGS DE N305: KAP!", "bomen langs de n305: kap!"), ("DE ZORG", "de zorg"),
      ("BOMEN «LANGS DE WEG", "BOMEN «langs de weg"), ("DE PAS", "de pas"),
      ("«STEMRECHT»", "«stemrecht»"), ("ROTTERDAM OF AMSTERDAM", "rotterdam of amsterdam"),
    ])
  func headings(_ query: String, _ text: String) throws { #expect(try lowered(query) == text) }

  @Test(
    "Abbreviations, names and single words keep their capitals",
    arguments: [
      "", "OM", "ZORG", "OM OF NS", "AIVD NIET MIVD", "CDA EN VVD", "PVDA", "\"ZORG\"",
      "hoge HUREN",
      "KAP bomen", "lid:JANSEN", "CDA OF DENK", "NOT", "2024Z16543", "AH 616", "NIET OM",
      "MER OF PAS", "NIET AH 705", "AH 705 OF AH 604", "2024Z18775 OF AH 705",
    ])
  func others(_ query: String) throws { #expect(try lowered(query) == query) }

  @Test("A heading is found by its words, and its NIET excludes nothing")
  func search() async throws {
    let shelf = try await Shelf(
      publications: [
        Publication(number: "101", passages: [("1", "Waarom niet kappen van de bomen?", "Ja.")]),
        Publication(number: "102", passages: [("1", "Is er zorg?", "Ja.")]),
        Publication(number: "103", passages: [("1", "Zijn er PAS-melders?", "Ja.")]),
        Publication(number: "104", passages: [("1", "Is dat pas begonnen?", "Ja.")]),
      ], words: Self.words)
    try shelf.expect("HET NIET KAPPEN VAN DE BOMEN", finds: ["101"])
    try shelf.expect("\"KAPPEN VAN DE BOMEN\"", finds: ["101"])
    try shelf.expect("ZORG", finds: ["102"])
    try shelf.expect("\"ZORG\"", finds: ["102"])
    try shelf.expect("\"ZORG\"", isExact: true, finds: [])
    try shelf.expect("\"PAS\"", finds: ["103"])
    try shelf.expect("PAS", finds: ["103"])
    try shelf.expect("PAS", lists: ["103", "104 -PAS"])
    try shelf.expect("pas", finds: ["103", "104"])
  }

  @Test("Capitals of one heading among many texts make no name")
  func rareCapitals() async throws {
    let texts = (0..<25).map { place in
      Publication(
        number: "\(101 + place)",
        passages: [("1", place == 0 ? "Wat is ZORG EN GELD?" : "Is er zorg?", "Ja.")])
    }
    let shelf = try await Shelf(publications: texts, words: Self.words)
    #expect(try shelf.complete("ZORG").count == 25)
    #expect(try shelf.complete("zorg").count == 25)
  }
}
