import Testing

@testable import PassageSearch
@testable import PassageStore

@Suite("Which passages words find")
struct WordSearchTests {
  @Test("Passages with all words come first, then those with some, which name what they lack")
  func partialMatches() async throws {
    let shelf = try await Shelf(
      "Is er opvang?", "Is er opvang voor kinderen?", "Waar spelen kinderen?", "Is er zorg?",
      "Is er opvang voor kinderen uit gezinnen?")
    try shelf.expect("opvang kinderen", finds: ["102", "105"])
    let list = try shelf.list("opvang kinderen gezinnen")
    #expect(list.first == "105")
    #expect(list.dropFirst().first == "102 -gezinnen")
    #expect(Set(list.dropFirst(2)) == ["101 -kinderen -gezinnen", "103 -opvang -gezinnen"])
    let response = try shelf.reader.search(SearchRequest("opvang kinderen gezinnen"))
    #expect(response.total == CountBounds(lower: 1, estimate: 1, upper: 1))
    #expect(response.partial == CountBounds(lower: 3, estimate: 3, upper: 3))
    #expect(response.results.map(\.rank) == [1, 2, 3, 4])
  }

  @Test("A search for complete matches lists and counts nothing else")
  func requiresAll() async throws {
    let shelf = try await Shelf("Is er opvang?", "Is er zorg?")
    var request = SearchRequest("opvang zorg")
    request.requiresAll = true
    let response = try shelf.reader.search(request)
    #expect(response.results.isEmpty)
    #expect(response.total == .zero)
    #expect(response.partial == .zero)
    #expect(try shelf.list("opvang zorg").count == 2)
  }

  @Test("A partial match meets every condition: a plus, a field, a date")
  func requiredParts() async throws {
    let shelf = try await Shelf(
      "Is er opvang?", "Is er zorg?", "Is er zorg en huur?", "Is er opvang en huur?")
    try shelf.expect("+opvang zorg huur", lists: ["104 -zorg", "101 -zorg -huur"])
    try shelf.expect("vraag:opvang zorg huur", lists: ["104 -zorg"])
    try shelf.expect("opvang nr:102 huur zorg", lists: ["102 -opvang -huur"])
    try shelf.expect("opvang zorg datum:2023", lists: [])
    try shelf.expect("opvang huur -zorg", lists: ["104", "101 -huur"])
  }

  @Test("A phrase, a choice and a beginning of a word are named if they are missing")
  func missingParts() async throws {
    let shelf = try await Shelf(
      "Kopen klanten betaalde seks?", "Kopen klanten seks die betaalde zorg is?",
      "Betalen klanten huur?", "Is toeslagrecht voor klanten?")
    let list = try shelf.list("klanten \"betaalde seks\" (huur OF zorg) toeslag*")
    #expect(
      Set(list) == [
        "101 -huur OF zorg -toeslag*", "102 -\"betaalde seks\" -toeslag*",
        "103 -\"betaalde seks\" -toeslag*", "104 -\"betaalde seks\" -huur OF zorg",
      ])
  }

  @Test("A word is found in question, answer, subject and names; in capitals or not")
  func places() async throws {
    let shelf = try await Shelf("Groeit de eik?|Nee.", "Wat groeit er?|De EIK groeit.")
    try shelf.expect("eik", finds: ["101", "102"])
    try shelf.expect("Eik", finds: ["101", "102"])
    try shelf.expect("groen", finds: ["101", "102"])
    try shelf.expect("bikker christenunie weel", finds: ["101", "102"])
    try shelf.expect("beuk", finds: [])
  }

  @Test("An inflected word finds the others of its stem")
  func inflections() async throws {
    let shelf = try await Shelf("Wie is de klant?", "Wie zijn klanten?", "Wat is een klacht?")
    try shelf.expect("klant", finds: ["101", "102"])
    try shelf.expect("klanten", finds: ["101", "102"])
    try shelf.expect("klanten", isExact: true, finds: ["102"])
    try shelf.expect("klant", isExact: true, finds: ["101"])
  }

  @Test("Diacritics need not be typed, and may be typed where the text has none")
  func diacritics() async throws {
    let shelf = try await Shelf(
      "Zijn de financiën op orde?", "Zijn de financien op orde?", "Wat zijn ideeën?",
      "Wat zijn ideee\u{308}n?")
    try shelf.expect("financien", finds: ["101", "102"])
    try shelf.expect("financiën", finds: ["101", "102"])
    try shelf.expect("FINANCIËN", finds: ["101", "102"])
    try shelf.expect("financie\u{308}n", finds: ["101", "102"])
    try shelf.expect("ideeen", finds: ["103", "104"])
    try shelf.expect("financiën", isExact: true, finds: ["101"])
    try shelf.expect("\"financiën\"", finds: ["101"])
    try shelf.expect("financien", isExact: true, finds: ["101", "102"])
  }

  @Test("A number is found however its groups are written, and by a group")
  func numbers() async throws {
    let shelf = try await Shelf(
      "Kamerstuk 36410?", "Kamerstuk 36 410?", "Kamerstuk 36.410?", "Kamerstuk 36\u{202F}410?",
      "Kamerstuk 364 10?", "Kamerstuk 36 410-XV?", "Kost het 1,5 mln?", "Kost het 15 mln?")
    let all = ["101", "102", "103", "104", "106"]
    for query in ["36410", "36 410", "36.410", "36\u{A0}410", "\"36 410\"", "\"36410\""] {
      try shelf.expect(query, finds: all)
    }
    try shelf.expect("36 410-XV", finds: ["106"])
    try shelf.expect("€ 1,5 mln", finds: ["107"])
    try shelf.expect("15 mln", finds: ["108"])
  }

  @Test(
    "An abbreviation is found with and without full stops, and its capitals tell it from a function word"
  )
  func abbreviations() async throws {
    let shelf = try await Shelf(
      "Geldt de A.V.G.?", "Geldt de AVG?", "Wat doet het OM?", "Vraagt u om bomen?",
      "Wat doet het O.M.?")
    try shelf.expect("AVG", finds: ["101", "102"])
    try shelf.expect("a.v.g.", finds: ["101", "102"])
    try shelf.expect("A.V.G.", finds: ["101", "102"])
    try shelf.expect("avg", finds: ["101", "102"])
    try shelf.expect("OM", finds: ["103", "105"])
    try shelf.expect("OM doet", finds: ["103", "105"])
    try shelf.expect("om", finds: ["103", "104", "105"])
    try shelf.expect("om bomen vraagt", finds: ["104"])
  }

  @Test("An apostrophe joins an ending and tells zo'n from zon")
  func apostrophes() async throws {
    let shelf = try await Shelf(
      "Wat is het risico?", "Wat zijn de risico's?", "Wat zijn de risico’s?", "Wie is zo'n boom?",
      "Schijnt de zon?", "Is dat in 's-Gravenhage?", "Is dat in Gravenhage?")
    try shelf.expect("risico", finds: ["101", "102", "103"])
    try shelf.expect("risico's", finds: ["101", "102", "103"])
    try shelf.expect("risico’s", finds: ["101", "102", "103"])
    try shelf.expect("zon", finds: ["105"])
    try shelf.expect("zo'n", finds: ["104"])
    try shelf.expect("'s-Gravenhage", finds: ["106"])
    try shelf.expect("gravenhage", finds: ["106", "107"])
  }

  @Test("A compound with hyphens is found whole, joined, open and by its parts")
  func hyphens() async throws {
    let shelf = try await Shelf(
      "Las u het CKM-onderzoek?", "Las u het CKM onderzoek?", "Las u het ckmonderzoek?",
      "Las u onderzoek door het CKM?", "Is er CO2-uitstoot?", "Is er CO2 uitstoot?",
      "Las u «36 410 XV»?", "Las u «36 410-XV»?")
    try shelf.expect("CKM-onderzoek", finds: ["101", "102", "103"])
    try shelf.expect("ckm‑onderzoek", finds: ["101", "102", "103"])
    try shelf.expect("ckmonderzoek", finds: ["101", "103"])
    try shelf.expect("ckm onderzoek", finds: ["101", "102", "103", "104"])
    try shelf.expect("onderzoeken", finds: ["101", "102", "104"])
    try shelf.expect("CO2-uitstoot", finds: ["105", "106"])
    try shelf.expect("36 410-XV", finds: ["107", "108"])
  }

  @Test("A star finds every word that begins so, and none that does not")
  func beginnings() async throws {
    let shelf = try await Shelf(
      "Is er toeslag?", "Is er een toeslagenwet?", "Is er een kinderopvangtoeslag?", "Wat is toe?",
      "Is er een toeslág?")
    try shelf.expect("toeslag*", finds: ["101", "102", "105"])
    try shelf.expect("TOESLÀG*", finds: ["101", "102", "105"])
    try shelf.expect("toeslage*", finds: ["102"])
    try shelf.expect("xyz*", finds: [])
    try shelf.expect("er -toeslag*", finds: ["103"])
    #expect(try shelf.list("toeslag* xyz* kinderopvangtoeslag").allSatisfy { $0.contains("-xyz*") })
  }

  @Test("Two beginnings that no word has are both named")
  func twoUnknownBeginnings() async throws {
    let shelf = try await Shelf("Is er toeslag?", "Is er zorg?")
    try shelf.expect("toeslag xyz* abc*", lists: ["101 -xyz* -abc*"])
  }

  @Test("A star inside a word stands for any letters or none, also in a field and in a key")
  func innerStars() async throws {
    let shelf = try await Shelf(
      "Is er kinderopvangtoeslag?", "Is er kindertoeslag of kinderbijslag?",
      "Zijn er kindertoeslagen?",
      "Kent u Kinderöpvangtoeslag?")
    try shelf.expect("kinder*toeslag", finds: ["101", "102", "104"])
    try shelf.expect("kinder*toeslag*", finds: ["101", "102", "103", "104"])
    try shelf.expect("kinder*op*toeslag", finds: ["101", "104"])
    try shelf.expect("kinder*toeslag*toeslag", finds: [])
    try shelf.expect("K*BIJSLAG", finds: ["102"])
    try shelf.expect("antwoord:kinder*toeslag", finds: [])
    try shelf.expect("nr:1*3", finds: ["103"])
    try shelf.expect("nr:10*", finds: ["101", "102", "103", "104"])
    try shelf.expect("er -kinder*toeslag", finds: ["103"])
    try shelf.expect("toeslag kinder*bijslag", lists: ["102 -toeslag"])
  }

  @Test("A star with many endings takes the most frequent ones and says so")
  func manyEndings() async throws {
    let words = (0..<250).map { "woord\(String(UnicodeScalar(UInt8(97 + $0 / 26))))x\($0)" }
    let shelf = try await Shelf(words.joined(separator: " "), "Is er woordenboek?")
    var request = SearchRequest("woord*")
    request.limit = 1
    #expect(
      try shelf.reader.search(request).notices == [
        .wildcard(
          WildcardCount(
            field: nil, text: "woord*", searched: 200, total: 261, isOpenEnded: false))
      ])
    #expect(try shelf.reader.search(SearchRequest("woordenb*")).notices == [])
  }

  @Test("Function words are passed over, unless the query has nothing else or quotes them")
  func functionWords() async throws {
    let shelf = try await Shelf(
      "Waarom is dat zo?|Nee.", "Groeit de boom?|Nee.", "Groeit een boom?|Nee.")
    try shelf.expect("de boom", finds: ["102", "103"])
    #expect(try shelf.list("waarom de boom") == shelf.list("boom"))
    try shelf.expect("waarom is dat zo", finds: ["101"])
    try shelf.expect("+de boom", finds: ["102"])
    try shelf.expect("\"de boom\"", finds: ["102"])
    try shelf.expect("de boom", isExact: true, finds: ["102"])
    try shelf.expect("nr:101 waarom", finds: ["101"])
    try shelf.expect("waarom -boom", finds: ["101"])
  }

  @Test("A query without a word says so and finds nothing")
  func nothingToSearch() async throws {
    let shelf = try await Shelf("Groeit de boom?")
    for query in ["", "   ", "🌳", "€", "()", "\"\"", "-", "…?!"] {
      let response = try shelf.reader.search(SearchRequest(query))
      #expect(response.notices == [.noWords], "\(query)")
      #expect(response.results.isEmpty, "\(query)")
      #expect(response.total == .zero, "\(query)")
    }
  }

  @Test("Nothing finds a text that is absent, but an empty answer is a statement")
  func unknownWord() async throws {
    let shelf = try await Shelf("Groeit de boom?")
    let response = try shelf.reader.search(SearchRequest("xyzzy"))
    #expect(response.total == .zero)
    #expect(response.partial == .zero)
    #expect(response.notices == [])
    #expect(response.interpretation == .query(.all([.word("xyzzy")])))
  }
}
