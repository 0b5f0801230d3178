import Kamervragen
import TestSupport
import Testing

@testable import PassageSearch
@testable import PassageStore

@Suite("What a citation finds")
struct CitationSearchTests {
  /// Sets with the same number of two years and two chambers, questions without an answer, a set of
  /// which only the file has a name, and texts that cite.
  private static func shelf() async throws -> Shelf {
    try await Shelf(publications: [
      Publication(
        number: "705", subject: "de dijk",
        passages: [("1", "Houdt de dijk?", "Ja."), ("2 en 3", "En de sluis?", "Ook.")]),
      Publication(
        number: "705", subject: "het veer", submitted: "4 maart 2024", received: "2 april 2024",
        passages: [("1", "Vaart het veer?", "Ja.")]),
      Publication(
        number: "4", subject: "de molen", submitted: "18 september 2024",
        received: "1 oktober 2024", passages: [("1", "Maalt de molen?", "Ja.")],
        end: "ah-tk-20242025-4\nTweede Kamer, vergaderjaar 2024–2025, Aanhangsel 1"),
      Publication(
        number: "4", subject: "de kade", submitted: "18 september 2024",
        received: "2 oktober 2024", passages: [("1", "Ligt de kade er nog?", "Ja.")],
        end: "ah-ek-20242025-4\nEerste Kamer, vergaderjaar 2024–2025, Aanhangsel 1"),
      Publication(
        number: "2024Z99005", subject: "de gracht", submitted: "14 november 2024",
        respondent: nil, received: nil,
        passages: [("1", "Is de gracht diep?", nil), ("2", "Is de kade hoog?", nil)]),
      Publication(
        number: nil, subject: "de brug", submitted: nil, respondent: nil, received: nil,
        passages: [("1", "Draait de brug?", nil)]),
      Publication(
        number: "801", subject: "wat eerder gevraagd is",
        passages: [
          ("1", "Kent u Aanhangsel Handelingen, vergaderjaar 2024–2025, nr. 705?", "Ja."),
          ("2", "Kent u de motie (Kamerstuk 24 587, nr. 995)?", "Ja."),
          ("3", "Kent u kst-36410-VI-12 en de motie (21 501-02, nr. 2870)?", "Ja."),
          ("4", "Hoort nr. 5 op de lijst met 995 dijken en 24587 sluizen?", "Nee."),
          ("5", "Kent u Aanhangsel Handelingen, vergaderjaar 1998–1999, nr. 12?", "Ja."),
          (
            "6", "Staat het op https://www.tweedekamer.nl/kamerstukken/detail?id=2024D99042?", "Ja."
          ),
        ]),
    ])
  }

  private static let dike = ["ah-tk-20242025-705#1", "ah-tk-20242025-705#2"]
  private static let ferry = ["ah-tk-20232024-705#1"]
  private static let mill = ["ah-tk-20242025-4#1"]
  private static let quay = ["ah-ek-20242025-4#1"]
  private static let moat = ["kv-tk-2024Z99005#1", "kv-tk-2024Z99005#2"]

  private func ids(
    _ query: String, _ shelf: Shelf, requiresAll: Bool = true, isExact: Bool = false
  ) throws -> [String] {
    var request = SearchRequest(query)
    request.limit = 100
    request.requiresAll = requiresAll
    request.isExact = isExact
    return try shelf.reader.search(request).results.map(\.stored.id)
  }

  @Test("Its set comes first, whole and in order")
  func sets() async throws {
    let shelf = try await Self.shelf()
    let expected: [(String, [String])] = [
      ("Aanhangsel 2024–2025, nr. 705", Self.dike),
      ("Aanhangsel van de Handelingen, vergaderjaar 2023–2024, nr. 705", Self.ferry),
      ("Aanhangsel Handelingen II 2023/24, nr. 705", Self.ferry),
      ("AH 705", Self.dike + Self.ferry), ("nr.705", Self.dike + Self.ferry),
      ("#705", Self.dike + Self.ferry), ("705", Self.dike + Self.ferry),
      ("2023-2024 705", Self.ferry), ("ah 2024-2025 705", Self.dike),
      ("Aanhangsel 2024–2025, nr. 705, vraag 3", [Self.dike[1]]),
      ("Aanhangsel 2024–2025, nr. 705 (vragen 1 en 2)", Self.dike),
      ("AH 705#1", [Self.dike[0]] + Self.ferry),
      ("ah-tk-20242025-705.pdf", Self.dike), ("ah-tk-20242025-705-n1", Self.dike),
      ("https://zoek.officielebekendmakingen.nl/ah-tk-20242025-705.html", Self.dike),
      // The Tweede Kamer is meant unless the other is named.
      ("Aanhangsel 2024–2025, nr. 4", Self.mill + Self.quay), ("AH-TK 4", Self.mill),
      ("Aanhangsel Eerste Kamer 2024–2025, nr. 4", Self.quay), ("AH-EK 4", Self.quay),
      ("Aanhangsel Handelingen I 2024/25, nr. 4", Self.quay),
      ("Aanhangsel Handelingen, vergaderjaar 2024–2025, nrs. 4 en 705", Self.dike + Self.mill),
      ("2024Z99005", Self.moat), ("kv-tk-2024Z99005.xml", Self.moat),
      ("Kamervragen 2024Z99005, vraag 2", [Self.moat[1]]), ("2024Z 99005", Self.moat),
      ("1006", ["1006#1"]), ("1006.md", ["1006#1"]),
    ]
    for (query, first) in expected {
      for isExact in [false, true] {
        let found = try ids(query, shelf, isExact: isExact)
        #expect(Array(found.prefix(first.count)) == first, "\(query)")
      }
    }
    for (query, first) in expected where query != "705" && !query.hasPrefix("1006") {
      #expect(
        try Set(shelf.reader.passages(of: query).map(\.id)).isSubset(of: first), "\(query)")
      #expect(try shelf.reader.passages(of: query).first?.id == first[0], "\(query)")
    }
  }

  @Test("A text that cites the set comes after it")
  func citingTexts() async throws {
    let shelf = try await Self.shelf()
    for query in [
      "Aanhangsel 2024–2025, nr. 705", "AH 2024/25, nr. 705", "ah-tk-20242025-705.html",
    ] {
      #expect(try ids(query, shelf) == Self.dike + ["ah-tk-20242025-801#1"], "\(query)")
    }
    #expect(try ids("2024-2025 705", shelf) == Self.dike + ["ah-tk-20242025-801#1"])
    // One that the index does not have is found where it is cited.
    #expect(try ids("Aanhangsel Handelingen II 1998/99, nr. 12", shelf) == ["ah-tk-20242025-801#5"])
    #expect(try shelf.reader.passages(of: "Aanhangsel Handelingen II 1998/99, nr. 12").isEmpty)
  }

  @Test(
    "A dossier finds the passages that cite it, in whatever spelling",
    arguments: [
      ("24587-995", "ah-tk-20242025-801#2"), ("kst-24587-995.pdf", "ah-tk-20242025-801#2"),
      ("Kamerstukken II 2010/11, 24 587, nr. 995", "ah-tk-20242025-801#2"),
      ("24587, nr. 995", "ah-tk-20242025-801#2"), ("36 410 VI, nr. 12", "ah-tk-20242025-801#3"),
      ("kst-36410-VI-12", "ah-tk-20242025-801#3"), ("21501-02-2870", "ah-tk-20242025-801#3"),
      (
        "https://www.tweedekamer.nl/downloads/document?id=2024D99042", "ah-tk-20242025-801#6"
      ),
    ])
  func dossiers(_ query: String, _ id: String) async throws {
    let shelf = try await Self.shelf()
    #expect(try ids(query, shelf, requiresAll: false).first == id)
    #expect(try shelf.reader.passages(of: query).map(\.id) == [id])
  }

  @Test("Other words count as well: with them first, then the rest of the set")
  func withWords() async throws {
    let shelf = try await Self.shelf()
    #expect(try ids("AH 705 sluis", shelf) == [Self.dike[1]])
    #expect(
      try ids("AH 705 sluis", shelf, requiresAll: false).prefix(3)
        == [Self.dike[1], Self.dike[0], Self.ferry[0]])
    #expect(try ids("veer nr. 705", shelf) == Self.ferry)
    #expect(try ids("AH 705 -veer", shelf) == Self.dike)
    #expect(try ids("kade -AH 4", shelf) == [Self.moat[1]])
    #expect(try ids("(AH 4 OF 2024Z99005) kade", shelf) == [Self.moat[1], Self.quay[0]])
    #expect(try ids("AH 705 jaar:2023-2024", shelf) == Self.ferry)
    var request = SearchRequest("AH 705 sluis")
    request.limit = 2
    let missing = try shelf.reader.search(request).results.map(\.missing)
    #expect(missing == [[], [.word("sluis")]])
  }

  @Test("What the index has no set for stays words, with all that they find")
  func words() async throws {
    let shelf = try await Self.shelf()
    for query in ["nr. 5 lijst", "AH 999 dijk", "2024-2025 333 dijken", "2024Z11111 dijk"] {
      let words = query.split(separator: " ").map { "(\($0))" }.joined(separator: " ")
      #expect(try ids(query, shelf) == ids(words, shelf), "\(query)")
      #expect(
        try ids(query, shelf, requiresAll: false) == ids(words, shelf, requiresAll: false),
        "\(query)")
    }
    // If there is one, nothing that the words find is lost.
    for query in ["nr. 4 molen", "AH 705 dijk", "24 587, nr. 995", "2024-2025 705 kent"] {
      let words = query.split(separator: " ").map { "(\($0))" }.joined(separator: " ")
      let lost = try Set(ids(words, shelf, requiresAll: false)).subtracting(
        ids(query, shelf, requiresAll: false))
      #expect(lost == [], "\(query)")
    }
  }

  @Test("The field of a number, a case or an identifier takes the same spellings")
  func fields() async throws {
    let shelf = try await Self.shelf()
    for query in ["nr:\"AH 705\"", "nr:#705", "nr:705"] {
      #expect(try Set(ids(query, shelf)) == Set(Self.dike + Self.ferry), "\(query)")
    }
    #expect(try ids("nr:\"2023-2024, nr. 705\"", shelf) == Self.ferry)
    #expect(try ids("zaak:\"2024Z 99005\" kade", shelf) == [Self.moat[1]])
    #expect(try ids("zaak:kv-tk-2024Z99005.pdf kade", shelf) == [Self.moat[1]])
    #expect(try ids("id:ah-tk-20232024-705.html", shelf) == Self.ferry)
    #expect(
      try ids("id:https://zoek.officielebekendmakingen.nl/ah-tk-20232024-705.html", shelf)
        == Self.ferry)
    #expect(try ids("nr:999", shelf) == [])
  }

  @Test("The explanation says what was understood")
  func understood() async throws {
    let shelf = try await Self.shelf()
    let expression = try shelf.reader.explain("AH-TK 705 dijk").interpretation
    let cited = CitedPublication(.numbers(["705"], session: nil, chamber: .tweedeKamer))
    #expect(
      expression
        == .all([.cited(cited, words: .all([.word("AH-TK"), .word("705")])), .word("dijk")]))
    let unknown = try shelf.reader.explain("AH-TK 999 dijk").interpretation
    #expect(unknown == .all([.word("AH-TK"), .word("999"), .word("dijk")]))
    let match = try #require(
      try shelf.reader.explainMatch(of: "AH 2024-2025 705 vraag 1", "AH 705 dijk").first)
    #expect(match.hasAll)
    #expect(match.stored.id == Self.dike[0])
  }

  @Test("Answered questions that have only the name of their file are shown and cited by it")
  func namedByFile() async throws {
    let questions = "Hoe hoog is de noordelijke kademuur bij hoogwater?"
    let place = try TestIndex()
    try place.write(
      Publication(
        number: nil, subject: "de noordelijke kademuur", respondent: nil, received: nil,
        passages: [("1", questions, nil), ("2", "En wie betaalt het herstel ervan?", nil)]
      ).text, to: "VRG10001.md")
    try place.write(
      Publication(
        number: "733", subject: "de noordelijke kademuur",
        passages: [("1", questions, "Hoog."), ("2", "En wie betaalt het herstel ervan?", "Ik.")]
      ).text, to: "733.md")
    try await place.run()
    let reader = try place.reader()
    let answer = ["ah-tk-20242025-733#1", "ah-tk-20242025-733#2"]
    #expect(try reader.search(SearchRequest("kademuur")).results.map(\.stored.id) == answer)
    #expect(try reader.passages(of: "VRG10001").map(\.id) == ["VRG10001#1", "VRG10001#2"])
    #expect(try reader.passages(of: "VRG10001, vraag 2").map(\.id) == ["VRG10001#2"])
    #expect(
      try reader.search(SearchRequest("VRG10001, vraag 2")).results.first?.stored.id
        == "VRG10001#2")
  }
}
