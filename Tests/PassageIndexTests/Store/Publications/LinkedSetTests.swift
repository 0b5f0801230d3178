import Kamervragen
import TestSupport
import Testing
import Xapian

@testable import PassageSearch
@testable import PassageStore

/// The publications of one case of which each says something else, with other texts in each.
private enum LinkedTexts {
  /// The questions, in the record of a collection: members by initials, without parties, with
  /// topics.
  static let record = """
    {"identifier": "kv-tk-2024Z90011", "text": ["Kent u het bericht over turf?", "Wat kost turf?"],
     "meta": {"title": "Het bericht 'Turf raakt op'", "indiener": ["A.B. Verbeeten", "I. van Zuylen"],
       "vraagnummer": "2024Z90011", "datumIndiening": "2024-10-17",
       "OVERHEID.category": ["Natuur en milieu | Energie", "Economie|Ondernemen"]}}
    """

  /// The notice, with the members in full.
  static let notice = """
    AH 811
    2024Z90011
    Vragen van de leden Verbeeten (Landelijke Lijst) en Inge van Zuylen (Eilandpartij) aan de Minister van Veenzaken over turf (ingezonden 17 oktober 2024)
    Mededeling van Minister Van Weel (Veenzaken) (ontvangen 7 november 2024)

    Mededeling
    De vragen kunnen niet binnen de gebruikelijke termijn worden beantwoord.

    """

  /// The answer, that says nothing but its case.
  static let answer = """
    AH 812
    2024Z90011
    Antwoord van Minister Van Weel (Veenzaken) (ontvangen 3 december 2024)

    Vraag 1
    Kent u het bericht over turf?

    Antwoord 1
    Ja.

    Vraag 2
    Wat kost turf?

    Antwoord 2
    Dat verschilt.

    """

  static let all = ["kv.json": record, "uitstel.txt": notice, "ah.txt": answer]
}

@Suite("Linked sets know of each other")
struct LinkedSetTests {
  private static let answered = ["ah-tk-20242025-812#1", "ah-tk-20242025-812#2"]

  private func place(_ texts: [String: String]) async throws -> TestIndex {
    let place = try TestIndex()
    for (name, text) in texts.sorted(by: { $0.key < $1.key }) { try place.write(text, to: name) }
    try await place.run()
    #expect(try IndexCheck.run(path: place.index).problems == [])
    return place
  }

  /// What the first passage of a set is shown with.
  private func facts(of set: String, in place: TestIndex) throws -> CaseFacts {
    CaseFacts(of: try #require(try place.reader().passages(of: set).first).set)
  }

  /// All documents of an index with their terms, positions of some, values of the facets and data:
  /// what a search can see.
  private func documents(_ place: TestIndex) throws -> [String] {
    let reader = try place.reader()
    var lines: [String] = []
    for set in [
      "kv-tk-2024Z90011", "kv-tk-2024Z90011-n1", "ah-tk-20242025-811", "ah-tk-20242025-812",
      "kv-tk-2024Z90012", "ah-tk-20242025-813",
    ] {
      for id in try reader.index.database.documents(
        withTerm: reader.index.schema.setTerm(set), offset: 0, limit: 100)
      {
        let terms = try reader.index.database.terms(of: id, prefix: "").map {
          "\($0.term):\($0.frequency)"
        }
        // The name of the directory is another each time.
        lines.append(terms.filter { !$0.hasPrefix("D") }.joined(separator: " "))
      }
      let shown = try reader.passages(of: set).first.map { CaseFacts(of: $0.set) }
      lines.append("\(set): \(String(describing: shown))")
    }
    for query in [
      "lid:\"inge van zuylen\"", "lid:\"van zuylen\"", "partij:\"landelijke lijst\"",
      "onderwerp:\"turf raakt op\"", "thema:\"natuur en milieu\"", "datum:2024-10-17",
      "jaar:2024", "minister:veenzaken", "turf",
    ] {
      var request = SearchRequest(query)
      request.facets = SearchRequest.Facet.allCases
      let response = try reader.search(request)
      lines.append(
        "\(query): \(response.results.map(\.stored.id)) "
          + request.facets.map { "\($0) \(response.facets[$0] ?? [])" }.joined(separator: " "))
    }
    return lines
  }

  @Test("An answer is found by, and shown with, what its questions and its notice say")
  func answer() async throws {
    let place = try await place(LinkedTexts.all)
    for query in [
      "lid:verbeeten", "lid:\"van zuylen\"", "partij:eilandpartij", "partij:\"landelijke lijst\"",
      "minister:veenzaken", "onderwerp:\"turf raakt op\"", "thema:energie",
      "thema:\"Economie | Ondernemen\"", "verbeeten turf",
    ] {
      #expect(try place.ids(query) == Self.answered, "\(query)")
    }
    #expect(try place.ids("datum:2024-12-03") == Self.answered)
    let expected = {
      var facts = CaseFacts()
      facts.subject = "Het bericht 'Turf raakt op'"
      facts.members = [
        Member(name: "A.B. Verbeeten", party: "Landelijke Lijst"),
        Member(name: "I. van Zuylen", party: "Eilandpartij"),
      ]
      facts.addressees = ["Minister van Veenzaken"]
      facts.submitted = CalendarDate(year: 2024, month: 10, day: 17)
      facts.topics = ["Natuur en milieu | Energie", "Economie | Ondernemen"]
      return facts
    }()
    #expect(try facts(of: "ah-tk-20242025-812", in: place) == expected)
    #expect(try facts(of: "kv-tk-2024Z90011", in: place) == expected)
    // The notice says itself who asked and about what.
    let notice = try facts(of: "ah-tk-20242025-811", in: place)
    #expect(notice.members.map(\.name) == ["Verbeeten", "Inge van Zuylen"])
    #expect(notice.subject == "turf")
    #expect(notice.topics == expected.topics)
    let questions = try #require(try place.reader().passages(of: "kv-tk-2024Z90011").first)
    #expect(questions.set.respondents == [])
    #expect(questions.set.received == nil)
    var request = SearchRequest("turf")
    request.facets = [.lid, .partij, .thema]
    let response = try place.reader().search(request)
    #expect(
      response.facets[.lid] == [
        FacetCount(value: "A.B. Verbeeten", count: 2), FacetCount(value: "I. van Zuylen", count: 2),
      ])
    #expect(
      response.facets[.partij] == [
        FacetCount(value: "Eilandpartij", count: 2),
        FacetCount(value: "Landelijke Lijst", count: 2),
      ])
    #expect(
      response.facets[.thema] == [
        FacetCount(value: "Economie", count: 2),
        FacetCount(value: "Economie | Ondernemen", count: 2),
        FacetCount(value: "Natuur en milieu", count: 2),
        FacetCount(value: "Natuur en milieu | Energie", count: 2),
      ])
  }

  @Test("An answer without a day of its own is found by the day of its questions")
  func day() async throws {
    let undated = LinkedTexts.answer.replacing(" (ontvangen 3 december 2024)", with: "")
      .replacing("AH 812", with: "ah-tk-20242025-812")
    let place = try await place(["kv.json": LinkedTexts.record, "ah.txt": undated])
    #expect(try place.ids("datum:2024-10-17") == Self.answered)
    #expect(try place.ids("jaar:2024") == Self.answered)
    try place.remove("kv.json")
    try await place.run()
    #expect(try place.ids("datum:2024") == [])
    #expect(try place.ids("jaar:2024") == [])
    #expect(try place.ids("lid:verbeeten OF thema:energie OF onderwerp:turf") == [])
    #expect(try facts(of: "ah-tk-20242025-812", in: place).isEmpty)
    #expect(try IndexCheck.run(path: place.index).problems == [])
  }

  @Test(
    "Inherited facts do not depend on the order of the files, and go with their files"
  )
  func order() async throws {
    let expected = try documents(try await place(LinkedTexts.all))
    let without = try documents(
      try await place(["kv.json": LinkedTexts.record, "ah.txt": LinkedTexts.answer]))
    for names in [
      ["kv.json", "uitstel.txt", "ah.txt"], ["ah.txt", "kv.json", "uitstel.txt"],
      ["uitstel.txt", "ah.txt", "kv.json"], ["ah.txt", "uitstel.txt", "kv.json"],
    ] {
      let place = try TestIndex()
      for name in names {
        try place.write(LinkedTexts.all[name] ?? "", to: name)
        try await place.run()
        #expect(try IndexCheck.run(path: place.index).problems == [])
      }
      #expect(try documents(place) == expected, "\(names)")
      try place.remove("uitstel.txt")
      try await place.run()
      #expect(try documents(place) == without, "\(names)")
      #expect(try IndexCheck.run(path: place.index).problems == [])
    }
  }

  @Test("Questions that change, a rebuild and a compaction leave the answer what they say")
  func changes() async throws {
    let place = try await place(["kv.json": LinkedTexts.record, "ah.txt": LinkedTexts.answer])
    #expect(try place.ids("lid:verbeeten") == Self.answered)
    try place.write(
      LinkedTexts.record.replacing("A.B. Verbeeten", with: "C. Hoogland")
        .replacing("2024-10-17", with: "2024-10-18").replacing("Energie", with: "Veen"),
      to: "kv.json")
    try await place.run()
    func isNew() throws {
      #expect(try place.ids("lid:verbeeten OF thema:energie") == [])
      #expect(try place.ids("lid:hoogland thema:veen") == Self.answered)
      let facts = try facts(of: "ah-tk-20242025-812", in: place)
      #expect(facts.submitted == CalendarDate(year: 2024, month: 10, day: 18))
      #expect(facts.members.map(\.name) == ["C. Hoogland", "I. van Zuylen"])
      #expect(try IndexCheck.run(path: place.index).problems == [])
    }
    try isNew()
    let before = try documents(place)
    try await place.run(rebuild: true)
    try isNew()
    _ = try Compaction.run(path: place.index)
    try isNew()
    #expect(try documents(place) == before)
    #expect(try await place.run().passagesWritten == 0)
    #expect(try documents(place) == before)
  }

  @Test(
    "Files that come, change and go leave the same as a new index, also in three databases")
  func anyChanges() async throws {
    let texts: [(name: String, versions: [String])] = [
      (
        "kv.json",
        [LinkedTexts.record, LinkedTexts.record.replacing("Verbeeten", with: "Hoogland")]
      ),
      (
        "kv-n1.json",
        [
          LinkedTexts.record.replacing("90011\", \"text", with: "90011-n1\", \"text")
            .replacing("Turf raakt", with: "Veen raakt")
        ]
      ),
      (
        "uitstel.txt",
        [LinkedTexts.notice, LinkedTexts.notice.replacing("Eilandpartij", with: "EP")]
      ),
      ("ah.txt", [LinkedTexts.answer]),
      (
        "ander.json",
        [LinkedTexts.record.replacing("90011", with: "90012").replacing("Turf", with: "Klei")]
      ),
      (
        "ander.txt",
        [LinkedTexts.answer.replacing("90011", with: "90012").replacing("812", with: "813")]
      ),
    ]
    var generator = SeededGenerator(seed: 21)
    for shards in [1, 3] {
      let place = try TestIndex()
      var present: [String: String] = [:]
      func index(_ place: TestIndex, shards: Int) async throws {
        var options = Indexer.Options(paths: [place.texts], index: place.index, shards: shards)
        options.allowsDeletions = true
        _ = try await Indexer(options).run { _ in }
        #expect(try IndexCheck.run(path: place.index).problems == [])
      }
      for step in 0..<10 {
        for (name, versions) in texts
        where step == 0 || Int.random(in: 0..<3, using: &generator) == 0 {
          if step > 0, present[name] != nil, Bool.random(using: &generator) {
            present[name] = nil
            try place.remove(name)
          } else {
            present[name] = versions.randomElement(using: &generator)
            try place.write(present[name] ?? "", to: name)
          }
        }
        try await index(place, shards: shards)
        let fresh = try TestIndex()
        for (name, text) in present { try fresh.write(text, to: name) }
        guard !present.isEmpty else { continue }
        try await index(fresh, shards: 1)
        let expected = try documents(fresh)
        #expect(try documents(place) == expected, "step \(step): \(present.keys.sorted())")
      }
    }
  }

  @Test("Another file of the same publication supplies what the one shown lacks")
  func sameSet() async throws {
    let page = """
      <kamervragen><kamervraagnummer>812</kamervraagnummer>
      <kamervraagomschrijving>Antwoord van Minister Van Weel (Veenzaken) (ontvangen 3 december 2024)</kamervraagomschrijving>
      <vraag><nr>Vraag 1</nr><al>Kent u het bericht over turf?</al></vraag>
      <antwoord><nr>Antwoord 1</nr><al>Ja.</al></antwoord></kamervragen>
      """
    let sheet = LinkedTexts.notice.replacing("AH 811\n2024Z90011", with: "AH 812")
      .replacing("Mededeling van", with: "Antwoord van").replacing("7 november", with: "3 december")
      .replacing(
        "Mededeling\n", with: "Vraag 1\nKent u het bericht over turf?\n\nAntwoord 1\nJa.\n")
    let place = try await place(["a.xml": page])
    #expect(try facts(of: "ah-tk-20242025-812", in: place).members == [])
    try place.write(sheet, to: "b.txt")
    try await place.run()
    #expect(try place.sources("turf") == ["a.xml"])
    #expect(try place.ids("partij:eilandpartij") == ["ah-tk-20242025-812#1"])
    #expect(try IndexCheck.run(path: place.index).problems == [])
    try place.remove("b.txt")
    try await place.run()
    #expect(try place.ids("partij:eilandpartij") == [])
  }

  @Test("A check finds a passage whose record, or whose terms, are not what is known of the case")
  func check() async throws {
    var texts = ""
    func problems(_ change: (borrowing WritableDatabase, DocumentID, Schema) throws -> Void)
      async throws -> [IndexProblem]
    {
      let place = try await place(["kv.json": LinkedTexts.record, "ah.txt": LinkedTexts.answer])
      let schema = try place.reader().index.schema
      let database = try WritableDatabase(
        path: "\(place.index)/generation-1/shard-1", mode: .open)
      let id = try #require(
        try database.documents(withTerm: schema.setTerm("ah-tk-20242025-812")).first)
      try change(database, id, schema)
      try database.close()
      // Without the files nothing is read again.
      for name in ["kv.json", "ah.txt"] { try place.remove(name) }
      texts = place.texts
      return try IndexCheck.run(path: place.index).problems
    }
    #expect(try await problems { _, _, _ in } == [])
    let terms = try await problems { database, id, _ in
      try database.mark(id, with: "Mverbeeten", isPresent: false)
    }
    #expect(terms == [.marks(of: "\(texts)/ah.txt")])
    let record = try await problems { database, id, _ in
      // The set document comes before its passages.
      var set = try StoredSet(decoding: database.data(of: id - 1))
      set.heading.subject = "iets anders"
      var addition = Document()
      addition.data = set.encoded()
      try database.amend(id - 1, withoutTerms: Array("-".utf8), adding: addition)
    }
    #expect(record == [.otherPassages(of: "\(texts)/ah.txt")])
    let heading = try await problems { database, id, _ in
      try database.mark(id, with: "verzonnen", isPresent: true)
    }
    #expect(heading == [.marks(of: "\(texts)/ah.txt")])
  }
}
