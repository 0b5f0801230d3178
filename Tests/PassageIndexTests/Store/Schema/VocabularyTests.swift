import Foundation
import Testing
import Xapian

@testable import PassageSearch
@testable import PassageStore

@Suite("Words that an index knows")
struct VocabularyTests {
  /// A list as those of spelling checkers: all forms, and enough compounds to tell that words make
  /// them.
  private static let words = """
    toeslag toeslagen toeslagje kind kinderen kindje opvang kinderopvang kindertoeslag zorgtoeslag \
    zorgtoeslagen zorg huurtoeslag huur huren huurtje kindzorg politie politiechef politiezorg chef chefs \
    capaciteit capaciteiten zorgcapaciteit huurcapaciteit opvangcapaciteit wet wetten wetgeving \
    regel regels regelgeving geving lid leden gemeente gemeenten mening meningen minister ministers \
    mini leefbaar over gaat deze weiger weigert weigeren weigering \
    arbeid arbeidsregel arbeidschef arbeidstoeslag
    """.replacing(" ", with: "\n")

  private func place(_ texts: [String], exceptions: String? = nil) async throws -> TestIndex {
    let place = try TestIndex()
    for (number, text) in texts.enumerated() {
      try place.write("Vraag 1\n\n\(text)\n\nAntwoord 1\n\nJa.\n", to: "\(number).txt")
    }
    try await place.run(vocabulary: try files(place, exceptions))
    return place
  }

  private func files(_ place: TestIndex, _ exceptions: String? = nil) throws -> VocabularyFiles {
    try place.write(Self.words, to: "../woorden")
    if let exceptions { try place.write(exceptions, to: "../uitzonderingen") }
    return VocabularyFiles(
      words: place.path("../woorden"),
      exceptions: exceptions.map { _ in place.path("../uitzonderingen") })
  }

  private func found(_ place: TestIndex, _ query: String, exact: Bool = false) throws -> [String] {
    var request = SearchRequest(query)
    request.requiresAll = true
    request.isExact = exact
    return try place.reader().search(request).results.map(\.stored.id)
  }

  @Test(
    "A word finds the compounds that it is a part of, below itself, and marks it inside of them")
  func parts() async throws {
    let place = try await place([
      "Krijgt u zorgtoeslagen?", "Krijgt u een toeslag?", "Krijgt u zorg?",
    ])
    #expect(try found(place, "toeslag") == ["1#1", "0#1"])
    #expect(try found(place, "toeslagen") == ["1#1", "0#1"])
    let result = try place.reader().search(SearchRequest("toeslag")).results.last
    #expect(result?.questionSnippet.html == "Krijgt u zorg<b>toeslagen</b>?")
  }

  @Test("Quotes and --exact find words and no parts")
  func exact() async throws {
    let place = try await place(["Krijgt u zorgtoeslag?", "Krijgt u toeslag?"])
    #expect(try found(place, "\"toeslag\"") == ["1#1"])
    #expect(try found(place, "toeslag", exact: true) == ["1#1"])
  }

  @Test("A compound finds its parts apart, below itself, and the other way round")
  func openForms() async throws {
    let place = try await place([
      "Is er capaciteit van de politie?", "Is er politiecapaciteit?", "Is er politie?",
    ])
    #expect(try found(place, "politiecapaciteit") == ["1#1", "0#1"])
    #expect(try Set(found(place, "politie capaciteit")) == ["0#1", "1#1"])
    #expect(try found(place, "-politiecapaciteit politie") == ["2#1"])
  }

  @Test("The parts of a compound may stand in any order and form, with five words between them")
  func nearParts() async throws {
    let place = try await place([
      "Heeft de politie genoeg capaciteit?", "Welke capaciteiten heeft zij, de politie?",
      "Is er capaciteit, of is niets voor de politie?",
      "Is er capaciteit, of is dat niets voor de politie?",
    ])
    #expect(try Set(found(place, "politiecapaciteit")) == ["0#1", "1#1", "2#1"])
  }

  @Test("A compound is found inside a longer one, and with some of its parts written together")
  func longerCompounds() async throws {
    let place = try await place([
      "Is er kinderopvangcapaciteit?", "Heeft de kinderopvang genoeg capaciteit?",
      "Heeft opvang van kinderen capaciteiten?", "Is er zorgcapaciteit en kinderopvang?",
    ])
    #expect(try found(place, "opvangcapaciteit") == ["0#1", "2#1"])
    #expect(try found(place, "kinderopvangcapaciteit") == ["0#1", "2#1", "1#1"])
  }

  @Test(
    "A passage with a part of a compound is a partial match without it, below the others"
  )
  func partsAlone() async throws {
    let place = try await place([
      "Is er politie?", "Is er capaciteit, of is dat niets voor de politie?",
      "Is er politiecapaciteit?", "Is dit uw mening?",
    ])
    let response = try place.reader().search(SearchRequest("politiecapaciteit"))
    #expect(response.total == CountBounds(lower: 1, estimate: 1, upper: 1))
    #expect(response.partial == CountBounds(lower: 2, estimate: 2, upper: 2))
    #expect(response.results.map(\.stored.id) == ["2#1", "1#1", "0#1"])
    #expect(
      response.results.map(\.missing) == [
        [], [.word("politiecapaciteit")], [.word("politiecapaciteit")],
      ])
    #expect(
      response.results[1].questionSnippet.html
        == "Is er <b>capaciteit</b>, of is dat niets voor de <b>politie</b>?")
    let two = try place.reader().search(SearchRequest("politiecapaciteit mening"))
    #expect(two.total == .zero)
    #expect(
      Dictionary(uniqueKeysWithValues: two.results.map { ($0.stored.id, $0.missing.map(\.typed)) })
        == [
          "0#1": ["politiecapaciteit", "mening"], "1#1": ["politiecapaciteit", "mening"],
          "2#1": ["mening"], "3#1": ["politiecapaciteit"],
        ])
    #expect(
      try place.reader().search(SearchRequest("+politiecapaciteit mening")).results.count == 1)
    #expect(
      try place.reader().search(SearchRequest("mening -politiecapaciteit")).results.count == 1)
  }

  @Test("A short query also finds the relatives of its words, which are partial matches")
  func relatives() async throws {
    let place = try await place([
      "Is er een weigering?", "Weigert de chef dit?", "Is er een chef?",
      "Weigert de chef, na een weigering?",
    ])
    let one = try place.reader().search(SearchRequest("weigering"))
    #expect(one.results.map(\.stored.id) == ["3#1", "0#1", "1#1"])
    #expect(one.results.map(\.missing) == [[], [], [.word("weigering")]])
    #expect(one.results[2].questionSnippet.html == "<b>Weigert</b> de chef dit?")
    #expect(try found(place, "weigering") == ["3#1", "0#1"])
    let three = try place.reader().search(SearchRequest("weigering mening toeslag"))
    #expect(Set(three.results.map(\.stored.id)) == ["0#1", "3#1"])
    // Fields, dates and what is unwanted do not make a query long.
    let narrowed = "weigering soort:vragen datum:2024 NIET toeslag \"de chef\""
    #expect(QueryParser.parse(narrowed).expression.wordCount == 2)
    var exact = SearchRequest("weigering")
    exact.isExact = true
    #expect(try place.reader().search(exact).partial == .zero)
    #expect(
      try place.reader().search(SearchRequest("chef -weigering")).results.map(\.stored.id).sorted()
        == ["1#1", "2#1"])
  }

  @Test("The parts of a name that was not typed do not belong to the query")
  func partsOfAlias() async throws {
    let place = try await place(["Is er een chef?", "Is er een politiechef?", "Is er politie?"])
    var request = SearchRequest("chef")
    request.aliases = try Aliases.none.adding("afkorting: chef; politiechef", from: "namen.txt")
    let results = try place.reader().search(request).results
    #expect(results.map(\.stored.id).sorted() == ["0#1", "1#1"])
  }

  @Test("A compound whose head stands with the next one is found")
  func suspended() async throws {
    let place = try await place(["Wat is uw wet- en regelgeving?", "Wat is uw regelgeving?"])
    #expect(try found(place, "wetgeving") == ["0#1"])
    #expect(try Set(found(place, "regelgeving")) == ["0#1", "1#1"])
  }

  @Test("Words next to each other in a query find the one word that texts write")
  func joined() async throws {
    // The list does not have `onbekendezorgmijder`, so that nothing tells its parts.
    let place = try await place([
      "Is er een onbekendezorgmijder?", "Is er een mijder?",
      "Is er een onbekende mijder en zorgmijder?",
    ])
    #expect(try found(place, "onbekende zorgmijder").sorted() == ["0#1", "2#1"])
    #expect(try found(place, "zorgmijder onbekende") == ["2#1"])
    #expect(try found(place, "onbekende zorgmijder", exact: true) == ["2#1"])
    let results = try place.reader().search(SearchRequest("onbekende zorgmijder")).results
    #expect(results.first { $0.stored.id == "0#1" }?.missing == [])
  }

  @Test("A compound finds its parts apart with the linking element, too")
  func openFormWithLink() async throws {
    let place = try await place([
      "Krijgt u een politie chef?", "Krijgt u een arbeids regel?", "Is er arbeid?",
    ])
    #expect(try found(place, "politiechef") == ["0#1"])
    #expect(try found(place, "arbeidsregel") == ["1#1"])
  }

  @Test("A word whose apostrophe was left out is found, but not every word that could have one")
  func apostrophes() async throws {
    let place = try await place([
      "Is er een zzp'er?", "Zijn er zzp'ers?", "Is er een pa's?", "Is er geen?", "Is dat zo'n?",
    ])
    #expect(try found(place, "zzper").sorted() == ["0#1", "1#1"])
    #expect(try found(place, "zzpers").sorted() == ["0#1", "1#1"])
    #expect(try found(place, "zzp'ers").sorted() == ["0#1", "1#1"])
    #expect(try found(place, "pas") == [])
    #expect(try found(place, "zon") == [])
  }

  @Test("A part of a compound is marked only if the compound itself is not")
  func looseParts() async throws {
    let place = try await place([
      "Krijgt u zorgtoeslag? Toeslag of zorg?", "Wie krijgt toeslag voor zorg?",
    ])
    let results = try place.reader().search(SearchRequest("zorgtoeslag")).results
    #expect(
      results.map(\.questionSnippet.html) == [
        "Krijgt u <b>zorgtoeslag</b>? Toeslag of zorg?",
        "Wie krijgt <b>toeslag</b> voor <b>zorg</b>?",
      ])
  }

  @Test(
    "A name and its genitive find each other, words of the list do not find what only has an -s more"
  )
  func genitives() async throws {
    let place = try await place([
      "Wat zegt Ruttes brief?", "Wat zegt Rutte?",
    ])
    #expect(try found(place, "Rutte").sorted() == ["0#1", "1#1"])
    #expect(try found(place, "Ruttes").sorted() == ["0#1", "1#1"])
  }

  @Test("Letters and digits without a space find those with one")
  func lettersAndDigits() async throws {
    let place = try await place([
      "Is er een Natura 2000?", "Is er Natura2000?", "Is er 2000 natura?",
    ])
    #expect(try found(place, "Natura2000").sorted() == ["0#1", "1#1"])
  }

  @Test("Capitals find the name that a short word looks like, and the word itself below it")
  func telling() async throws {
    let place = try await place(["Wat vindt HUUR ervan?", "Betaalt u huur?", "Wie weigert dat?"])
    #expect(try found(place, "HUUR") == ["0#1"])
    #expect(try found(place, "huur").sorted() == ["0#1", "1#1"])
    let results = try place.reader().search(SearchRequest("HUUR")).results
    #expect(results.map(\.stored.id) == ["0#1", "1#1"])
    #expect(results.map(\.missing) == [[], [.word("HUUR")]])
    // What has other names is an abbreviation however it is written.
    var request = SearchRequest("HUUR")
    request.aliases = try Aliases.none.adding("afkorting: huur; pacht", from: "namen.txt")
    request.requiresAll = true
    #expect(try place.reader().search(request).results.count == 2)
    // A longer word, or several: whoever writes so means nothing by it.
    #expect(try found(place, "WEIGERT") == ["2#1"])
    #expect(try found(place, "BETAALT HUUR") == ["1#1"])
  }

  @Test("Forms of a word are one, words that only look alike are not")
  func forms() async throws {
    let place = try await place(["Zijn er leden?", "Is er een gemeente?", "Is dit uw mening?"])
    #expect(try found(place, "lid") == ["0#1"])
    #expect(try found(place, "gemeenten") == ["1#1"])
    #expect(try found(place, "meningen") == ["2#1"])
  }

  @Test("A word that is missing counts as missing, however many ways there are to find it")
  func missing() async throws {
    let place = try await place(["Is er zorgtoeslag?", "Is er politie?"])
    let results = try place.reader().search(SearchRequest("toeslag politie")).results
    #expect(Set(results.map(\.missing)) == [[.word("politie")], [.word("toeslag")]])
  }

  @Test("An index keeps the words that it was made with; made anew it knows the new ones")
  func kept() async throws {
    let place = try await place(["Krijgt u zorgtoeslag?"])
    let before = try place.reader().status().fingerprint
    try place.write("Krijgt u huurtoeslag?", to: "x.txt")
    try await place.run()
    #expect(try place.reader().status().fingerprint == before)
    #expect(try found(place, "toeslag") == ["0#1"])
    try await place.run(rebuild: true)
    #expect(try found(place, "toeslag") == [])
    #expect(try place.reader().status().fingerprint == Schema().fingerprint)
  }

  @Test("The user's exceptions come before the rules, and are part of the fingerprint")
  func exceptions() async throws {
    let plain = try await place(["Krijgt u zorgtoeslag?"])
    let other = try await place(["Krijgt u zorgtoeslag?"], exceptions: "zorgtoeslag = -\n")
    #expect(try found(plain, "toeslag") == ["0#1"])
    #expect(try found(other, "toeslag") == [])
    #expect(
      try plain.reader().status().fingerprint != other.reader().status().fingerprint)
  }

  @Test("Exceptions that are not understood are an error that names the line")
  func wrongExceptions() async throws {
    let place = try TestIndex()
    try place.write("Vraag 1\n\nKaas?\n", to: "a.txt")
    let files = try files(place, "maten = maat\nzorg toeslag\n")
    let error = IndexError.inputOutput(
      path: files.exceptions ?? "",
      reason: .exceptions(
        VocabularyError(
          line: 2, reason: "verwacht: woord = term, woord = - of woord = deel + deel")))
    await #expect(throws: error) { try await place.run(vocabulary: files) }
    let missing = VocabularyFiles(words: place.path("niet"))
    await #expect(
      throws: IndexError.inputOutput(
        path: place.path("niet"), reason: .settings(.system(ENOENT)))
    ) { try await place.run(vocabulary: missing) }
  }

  @Test("Lists and exceptions with the line ends of Windows mean the same")
  func windowsLines() async throws {
    let place = try TestIndex()
    try place.write("Vraag 1\n\nKrijgt u zorgtoeslag?\n", to: "a.txt")
    try place.write(Self.words.replacing("\n", with: "\r\n"), to: "../woorden")
    try place.write("# niets\r\nmaten = maat\r\n", to: "../uitzonderingen")
    try await place.run(
      vocabulary: VocabularyFiles(
        words: place.path("../woorden"), exceptions: place.path("../uitzonderingen")))
    #expect(try found(place, "toeslag") == ["a#1"])
  }

  @Test("A list without end is refused")
  func endless() async throws {
    let place = try TestIndex()
    try place.write("Vraag 1\n\nKaas?\n", to: "a.txt")
    await #expect(
      throws: IndexError.inputOutput(
        path: "/dev/zero", reason: .settings(.notRegular))
    ) { try await place.run(vocabulary: VocabularyFiles(words: "/dev/zero")) }
  }

  /// The file in which a generation has its words, too.
  private func lexiconFile(_ place: TestIndex, generation: Int = 1) -> String {
    "\(place.index)/generation-\(generation)/lexicon"
  }

  private func damageDatabase(_ place: TestIndex) throws {
    let database = try WritableDatabase(
      path: "\(place.index)/generation-1/shard-1", mode: .open)
    try database.setMetadata(Array("VBLEX".utf8), forKey: MetadataKey.lexicon(piece: 0))
    try database.close()
  }

  @Test("A lexicon that is damaged in the index is said to be")
  func damaged() async throws {
    let place = try await place(["Krijgt u zorgtoeslag?"])
    try damageDatabase(place)
    #expect(try IndexCheck.run(path: place.index).problems == [.lexicon])
    try FileManager.default.removeItem(atPath: lexiconFile(place))
    let error = IndexError.damaged(path: place.index, reason: .lexicon)
    #expect(throws: error) { try place.reader() }
    await #expect(throws: error) { try await place.run() }
  }

  @Test(
    "Words come from the database if their file is gone, cut off or wrong; a run makes it anew"
  )
  func withoutFile() async throws {
    let place = try await place(["Krijgt u zorgtoeslag?"])
    let file = lexiconFile(place)
    let whole = try Data(contentsOf: URL(filePath: file))
    var other = whole
    other[8] ^= 1
    for bytes in [whole.prefix(40), other, Data()] {
      try bytes.write(to: URL(filePath: file))
      #expect(try found(place, "toeslag") == ["0#1"])
    }
    try FileManager.default.removeItem(atPath: file)
    #expect(try found(place, "toeslag") == ["0#1"])
    try await place.run()
    #expect(try Data(contentsOf: URL(filePath: file)) == whole)
  }

  @Test(
    "Each generation has the words that it was made with, also a compact copy, and the one to go back to"
  )
  func generations() async throws {
    let place = try await place(["Krijgt u zorgtoeslag?"])
    let first = try Data(contentsOf: URL(filePath: lexiconFile(place)))
    _ = try Compaction.run(path: place.index)
    #expect(try Data(contentsOf: URL(filePath: lexiconFile(place, generation: 2))) == first)
    #expect(!FileManager.default.fileExists(atPath: lexiconFile(place)))
    try place.write("kaas\nzorg\n", to: "../andere")
    try await place.run(
      rebuild: true, vocabulary: VocabularyFiles(words: place.path("../andere")))
    #expect(try Data(contentsOf: URL(filePath: lexiconFile(place, generation: 2))) == first)
    #expect(try Data(contentsOf: URL(filePath: lexiconFile(place, generation: 3))) != first)
    _ = try Rollback.run(path: place.index)
    #expect(try found(place, "toeslag") == ["0#1"])
  }
}
