import TestSupport
import Testing

@testable import PassageSearch
@testable import PassageStore

@Suite("Names in a query")
struct NameTests {
  private static func shelf() async throws -> Shelf {
    try await Shelf(publications: [
      Publication(
        number: "101", members: "het lid **Beukema** (PvdD)",
        addressee: "de Minister van Economische Zaken", subject: "de tuin",
        respondent: "Minister **Linders** (Economische Zaken)",
        passages: [("1", "Bezocht u de Verenigde Staten?", "Ja.")]),
      Publication(
        number: "102", members: "het lid **Tuin** (SP)",
        addressee: "de Staatssecretaris van Justitie en Veiligheid", subject: "de eik",
        respondent: "Staatssecretaris **Elsman** (Justitie en Veiligheid)",
        passages: [
          ("1", "Verenigde zij de staten?", "Nee."), ("2", "Groeit de eik?", "Ja, in de tuin."),
        ]),
      Publication(
        number: "103", members: "het lid **Eikema** (DENK)",
        addressee: "de Minister-President", subject: "de linde",
        respondent: "Minister-President **Beukers**",
        passages: [("1", "Wilt u denken aan de VS?", "Ja, in de hof.")]),
    ])
  }

  @Test("A party is found by any of its names, quoted or not, in its field and outside")
  func parties() async throws {
    let shelf = try await Self.shelf()
    for name in ["PvdD", "Partij voor de Dieren", "\"Partij voor de Dieren\"", "pvdd"] {
      try shelf.expect("partij:\(name)", finds: ["101"])
      try shelf.expect("fractie:\(name) staten", finds: ["101"])
      try shelf.expect(name, finds: ["101"])
    }
    try shelf.expect("partij:Socialistische Partij eik", finds: ["102", "102"])
    try shelf.expect("-partij:Partij voor de Dieren", finds: ["102", "102", "103"])
  }

  @Test("A ministry is found by any of its names, with or without the office before it")
  func ministries() async throws {
    let shelf = try await Self.shelf()
    for name in [
      "EZ", "Economische Zaken", "\"Economische Zaken\"", "van EZ", "minister van EZ",
      "\"minister van Economische Zaken\"", "\"ministerie van EZ\"", "ministerie van EZ",
    ] {
      try shelf.expect("minister:\(name)", finds: ["101"])
    }
    for name in ["JenV", "Justitie en Veiligheid", "staatssecretaris van JenV"] {
      try shelf.expect("minister:\(name) groeit", finds: ["102"])
    }
    try shelf.expect("minister:\"minister van JenV\"", finds: [])
    for name in ["premier", "minister-president", "\"minister-president\""] {
      try shelf.expect("minister:\(name)", finds: ["103"])
    }
  }

  @Test("A known name of several words is a phrase, unless no passage has that")
  func phrases() async throws {
    let shelf = try await Self.shelf()
    try shelf.expect("Verenigde Staten", finds: ["101", "103"])
    try shelf.expect("verenigde staten", finds: ["101", "103"])
    try shelf.expect("staten verenigde", finds: ["101", "102"])
    let other = try await Shelf("Verenigde zij de staten?", "Groeit de eik?")
    try other.expect("Verenigde Staten", finds: ["101"])
    let aliases = try Aliases.none.adding("naam: Oude Maas", from: "namen")
    let river = try await Shelf("Stroomt de Oude Maas?", "Is de maas van het oude net los?")
    func found(_ query: String) throws -> [String?] {
      var request = SearchRequest(query)
      request.aliases = aliases
      request.requiresAll = true
      request.sort = .number
      return try river.reader.search(request).results.map(\.stored.set.number)
    }
    #expect(try found("oude maas") == ["101"])
    #expect(try found("maas oude") == ["101", "102"])
  }

  @Test("A short abbreviation in capitals is no other word with its letters")
  func shortAbbreviations() async throws {
    let shelf = try await Shelf("Gaat het 3 vs 4?", "Reist u naar de VS?")
    try shelf.expect("VS", finds: ["102"])
    try shelf.expect("Verenigde Staten", finds: ["102"])
    try shelf.expect("vs", finds: ["101", "102"])
  }

  @Test("What has a word in the names of its heading only comes after what has it in a text")
  func namesLine() async throws {
    let shelf = try await Self.shelf()
    func ids(_ query: String) throws -> [String] {
      try shelf.reader.search(SearchRequest(query)).results.map(\.stored.id)
    }
    #expect(
      try ids("tuin") == [
        "ah-tk-20242025-101#1", "ah-tk-20242025-102#2", "ah-tk-20242025-102#1",
      ])
    #expect(
      try ids("lid:tuin").sorted() == ["ah-tk-20242025-102#1", "ah-tk-20242025-102#2"])
    #expect(try ids("+eikema linde") == ["ah-tk-20242025-103#1"])
  }

  @Test("The names that matched are marked")
  func marks() async throws {
    let shelf = try await Self.shelf()
    func marked(_ query: String) throws -> [String] {
      let results = try shelf.reader.search(SearchRequest(query)).results
      let result = try #require(results.first { $0.stored.set.number == "102" })
      return (result.memberSnippets + result.respondentSnippets + result.addresseeSnippets)
        .map(\.html)
    }
    #expect(
      try marked("lid:tuin partij:sp") == [
        "<b>Tuin</b> (<b>SP</b>)", "Staatssecretaris Elsman (Justitie en Veiligheid)",
        "Staatssecretaris van Justitie en Veiligheid",
      ])
    #expect(
      try marked("elsman") == [
        "Tuin (SP)", "Staatssecretaris <b>Elsman</b> (Justitie en Veiligheid)",
        "Staatssecretaris van Justitie en Veiligheid",
      ])
  }

  @Test("A word with a capital that the list of words lacks is not taken apart")
  func unlistedNames() async throws {
    let shelf = try await Shelf(
      publications: [
        Publication(number: "101", passages: [("1", "Groeit kool in de wijk?", "Ja.")]),
        Publication(number: "102", passages: [("1", "Waar ligt Koolwijk?", "Daar.")]),
      ], words: ["kool", "kolen", "wijk", "wijken", "koolsoep", "wijkagent", "soep", "agent"])
    try shelf.expect("Koolwijk", lists: ["102"])
    try shelf.expect("koolwijk", finds: ["101", "102"])
  }

  @Test("A name that the list of words lacks has no other forms; a listed one has")
  func formsOfNames() async throws {
    let shelf = try await Shelf(
      publications: [
        Publication(number: "101", passages: [("1", "Wat zei Wandels?", "Niets.")]),
        Publication(number: "102", passages: [("1", "Wie wandelt er?", "Ik.")]),
        Publication(number: "103", passages: [("1", "Is dat Deens?", "Ja.")]),
      ], words: ["wandel", "wandelen", "wandelt", "Deens", "Deense"])
    try shelf.expect("Wandels", lists: ["101"])
    try shelf.expect("Deense", finds: ["103"])
  }

  @Test("A set that spells its party in two ways counts once")
  func facetOfOneSet() async throws {
    let shelf = try await Shelf(publications: [
      Publication(
        number: "101", members: "de leden **Tuin** (SP) en **Eik** (Socialistische Partij)",
        passages: [("1", "Groeit de linde?", "Ja.")]),
      Publication(
        number: "102", members: "het lid **Tuin** (SP)",
        passages: [("1", "Groeit de linde nog?", "Ja.")]),
    ])
    var request = SearchRequest("linde")
    request.facets = [.partij]
    for group in SearchRequest.Group.allCases {
      request.group = group
      #expect(
        try shelf.reader.search(request).facets[.partij] == [FacetCount(value: "SP", count: 2)])
    }
  }

  @Test("The hits of a whole passage are those of a search, unlisted names included")
  func highlightedNames() async throws {
    let shelf = try await Shelf(
      publications: [
        Publication(number: "101", passages: [("1", "Groeit kool in de wijk?", "Ja.")])
      ], words: ["kool", "kolen", "wijk", "wijken", "koolsoep", "wijkagent", "soep", "agent"])
    let found = try shelf.reader.passages(of: "ah-tk-20242025-101")
    func question(_ query: String) throws -> [String] {
      try shelf.reader.highlights(in: found, of: SearchRequest(query)).passages.map(\.question.html)
    }
    #expect(try question("koolwijk") == ["Groeit <b>kool</b> in de <b>wijk</b>?"])
    #expect(try question("Koolwijk") == ["Groeit kool in de wijk?"])
  }
}
