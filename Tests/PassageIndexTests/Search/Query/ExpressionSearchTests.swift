import Kamervragen
import TestSupport
import Testing

@testable import PassageSearch
@testable import PassageStore

@Suite("Which passages phrases and operators find")
struct ExpressionSearchTests {
  @Test("A phrase is its words in this form and order")
  func phrases() async throws {
    let shelf = try await Shelf(
      "Is betaalde seks legaal?", "Is seks betaalde arbeid?", "Is betaalde, legale seks zorg?",
      "Betaalt u seks?", "Is betaalde \n seks gewoon?")
    try shelf.expect("\"betaalde seks\"", finds: ["101", "105"])
    try shelf.expect("„Betaalde Seks”", finds: ["101", "105"])
    try shelf.expect("betaalde-seks", finds: ["101", "105"])
    try shelf.expect("betaalde/seks", finds: ["101", "105"])
    try shelf.expect("-\"betaalde seks\" seks", finds: ["102", "103", "104"])
  }

  @Test("A phrase does not run across question and answer, nor across two paragraphs")
  func phraseBorders() async throws {
    let shelf = try await Shelf(
      "Is dit betaalde|Seks is legaal.", "Dit is betaalde.\n\nSeks is legaal.|Nee.",
      "Dit is betaalde. Seks is legaal.|Nee.", "Nee?|Dit is betaalde.\n\nSeks is legaal.")
    try shelf.expect("\"betaalde seks\"", finds: ["103"])
    try shelf.expect("betaalde seks", finds: ["101", "102", "103", "104"])
  }

  @Test("A phrase does not run across two footnotes, two members or two ministers")
  func phraseBordersOfLists() async throws {
    let shelf = try await Shelf(publications: [
      Publication(
        number: "101", members: "de leden **Bikker** (ChristenUnie) en **Krul** (CDA)",
        passages: [("1", "Kent u dit¹ en dat²?", "Ja.")],
        end: "¹ Krant van gisteren\n\n² Blad van heden")
    ])
    try shelf.expect("lid:\"bikker\" lid:\"krul\"", finds: ["101"])
    try shelf.expect("lid:\"bikker krul\"", finds: [])
    try shelf.expect("\"christenunie cda\"", finds: [])
    try shelf.expect("voetnoot:\"van gisteren\"", finds: ["101"])
    try shelf.expect("voetnoot:\"gisteren blad\"", finds: [])
  }

  @Test("A phrase keeps the word before and after a compound with a hyphen")
  func phrasesWithCompounds() async throws {
    let shelf = try await Shelf(
      "Las u het CKM-onderzoek toen?", "Las u een CKM-onderzoek toen?", "Las u het CKM onderzoek?",
      "Telt 36 410 CKM-onderzoek?")
    try shelf.expect("\"het CKM-onderzoek\"", finds: ["101", "103"])
    try shelf.expect("\"CKM-onderzoek toen\"", finds: ["101", "102"])
    try shelf.expect("\"telt 36410 CKM-onderzoek\"", finds: ["104"])
    try shelf.expect("\"telt 36 CKM-onderzoek\"", finds: ["104"])
    try shelf.expect("\"telt 37 CKM-onderzoek\"", finds: [])
  }

  @Test("A phrase takes function words and capitals as they are typed")
  func exactPhrases() async throws {
    let shelf = try await Shelf("Wat doet het OM nu?", "Waarom het om nu gaat?")
    try shelf.expect("\"het OM nu\"", finds: ["101"])
    try shelf.expect("\"om nu\"", finds: ["101", "102"])
    try shelf.expect("\"nu gaat\"", finds: ["102"])
  }

  @Test("OR finds either, AND both")
  func choices() async throws {
    let shelf = try await Shelf("Eik?", "Beuk?", "Eik of beuk?", "Den?")
    try shelf.expect("eik OR beuk", finds: ["101", "102", "103"])
    try shelf.expect("eik OF beuk OF den", finds: ["101", "102", "103", "104"])
    try shelf.expect("eik AND beuk", finds: ["103"])
    try shelf.expect("eik EN beuk", finds: ["103"])
    try shelf.expect("(eik beuk) OF den", finds: ["103", "104"])
    try shelf.expect("eik OF xyzzy", finds: ["101", "103"])
    try shelf.expect("de OF het", finds: [])
  }

  @Test("NOT, NIET and minus exclude, also on their own")
  func exclusions() async throws {
    let shelf = try await Shelf("Eik?", "Beuk?", "Eik of beuk?", "Den?")
    for query in ["eik -beuk", "eik NOT beuk", "eik NIET beuk", "-beuk eik"] {
      try shelf.expect(query, finds: ["101"])
    }
    try shelf.expect("-eik", finds: ["102", "104"])
    try shelf.expect("-(eik beuk)", finds: ["101", "102", "104"])
    try shelf.expect("-(eik OF beuk)", finds: ["104"])
    try shelf.expect("eik OF -beuk", finds: ["101", "103", "104"])
    try shelf.expect("-eik -beuk", finds: ["104"])
    try shelf.expect("groen (eik -beuk)", finds: ["101"])
    try shelf.expect("eik -nr:103", finds: ["101"])
    try shelf.expect("eik -xyzzy", finds: ["101", "103"])
  }

  @Test("Required and chosen words are highlighted, excluded ones are not")
  func exclusionsAreNotHighlighted() async throws {
    let shelf = try await Shelf("Eik of beuk of den?", "Den?")
    let snippets = { (query: String) in
      try shelf.reader.search(SearchRequest(query)).results.map(\.questionSnippet.html)
    }
    #expect(try snippets("eik -linde") == ["<b>Eik</b> of beuk of den?"])
    #expect(try snippets("beuk OF -eik") == ["Eik of <b>beuk</b> of den?", "Den?"])
    #expect(
      try snippets("beuk (den OF (linde -eik))")
        == ["Eik of <b>beuk</b> of <b>den</b>?", "<b>Den</b>?"])
  }

  @Test("A query with an error of form still finds its words")
  func faults() async throws {
    let shelf = try await Shelf(
      "Eik?", "Eik of beuk?", "Om 10:30 uur?", "Zie http://www.om.nl/eiken")
    for query in [
      "(eik beuk", "eik) beuk", "\"eik beuk", "eik OR OR beuk AND eik EN beuk", "eik beuk NOT",
      "eik beuk OF", "((eik) (beuk", "OF eik beuk",
    ] {
      let response = try shelf.reader.search(SearchRequest(query))
      #expect(response.results.first?.stored.set.number == "102", "\(query)")
      #expect(response.notices.count == 1, "\(query)")
    }
    try shelf.expect("10:30", finds: ["103"])
    try shelf.expect("http://www.om.nl/eiken", finds: ["104"])
    try shelf.expect("om.nl", finds: ["104"])
  }

  /// Pieces of queries that have been trouble somewhere.
  private static let pieces = [
    "\"", "„", "”", "«", "(", ")", "((", "-", "--", "+", "*", "**", "e*", "eik*", "OR", "OF", "AND",
    "NOT", "NIET", "lid:", "vraag:3", "vraag:", "datum:", "datum:2024", "datum:2024-02-30..", "nr:",
    "nr:705*", "jaar:2024/2025", "soort:vragen", "soort:x", "zaak:", "id:ah*", ":", "..", "36",
    "410",
    "36 410-XV", "1,5", "zo'n", "'s", "’", "🌳", "é", "e\u{301}", "\u{301}", "\u{0}", "\u{FEFF}",
    "\u{AD}", "ĳ", "€", "de", "eik", "beuk", "CKM-onderzoek", "http://x/y?z=1&q", "<b>", "~eik",
    "=OM", "Qeik", "\u{1F}", "\t", "\n", "lid:\"", "-lid:(", "partij:GroenLinks-PvdA", "#", "\\",
    String(repeating: "x", count: 300), String(repeating: "é-", count: 40),
  ]

  @Test("Whatever is typed is searched, listed, counted and explained", arguments: 0..<8)
  func anything(_ seed: Int) async throws {
    let shelf = try await Shelf(
      "Eik of beuk, 36 410-XV?", "Las u het CKM-onderzoek van zo'n eik?", "De beuk é?")
    var generator = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<100 {
      let count = Int.random(in: 1...10, using: &generator)
      let glue = ["", " ", " "].randomElement(using: &generator) ?? ""
      let query = (0..<count).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }
        .joined(separator: glue)
      var request = SearchRequest(query)
      request.sort = SearchRequest.Sort.allCases.randomElement(using: &generator) ?? .relevance
      request.group = SearchRequest.Group.allCases.randomElement(using: &generator) ?? .passage
      request.isExact = Bool.random(using: &generator)
      request.facets = [.lid]
      let response = try shelf.reader.search(request)
      #expect(response.results.count <= 3, "\(query.debugDescription)")
      #expect(response.total.upper <= 3, "\(query.debugDescription)")
      #expect(response.notices.count <= 2, "\(query.debugDescription)")
      #expect(
        Set(response.results.map(\.stored.id)).count == response.results.count,
        "\(query.debugDescription)")
      _ = try shelf.reader.explain(query, isExact: request.isExact)
      // A passage has every part where the search says that it lacks none.
      guard request.isExact, request.group == .passage, request.sort == .relevance else { continue }
      for result in response.results {
        let account = try shelf.reader.explainMatch(of: result.stored.id, query, isExact: true)
        #expect(
          account.map(\.hasAll) == [result.missing.isEmpty],
          "\(query.debugDescription) \(result.stored.id)")
      }
      let alike = try shelf.reader.passages(like: "ah-tk-20242025-101#1", request)
      #expect((alike?.results.count ?? 0) <= 2, "\(query.debugDescription)")
    }
  }
}
