import Kamervragen
import TestSupport
import Testing

@testable import PassageSearch
@testable import PassageStore

@Suite("Which passages fields and dates find")
struct FieldSearchTests {
  /// An answered set, a delay notice, unanswered questions, and a set without date or number.
  private static func shelf() async throws -> Shelf {
    try await Shelf(publications: [
      Publication(
        number: "705",
        members: "de leden **Bikker** (ChristenUnie) en **Diederik van Dijk** (SGP)",
        subject: "eikenhout", submitted: "17 oktober 2024", received: "3 december 2024",
        passages: [
          ("1", "Kent u het beukenblad?¹", "Ja, ik ken de dennenappel."),
          ("2 en 3", "Groeit de linde?", "De beuk groeit."),
        ], end: "¹ Wilgenkrant, 16 oktober 2024"),
      Publication(
        number: "800", members: "het lid **Van Dijk** (GroenLinks-PvdA)",
        addressee: "de Minister van Financiën", subject: "de linde",
        submitted: "12 november 2024",
        passages: [
          (
            "1", "Wat kost de linde?", "Dat zoek ik uit."
          )
        ]),
      Publication(
        number: "2023Z18775", members: "het lid **Dobbe** (SP)",
        addressee: "de Minister voor Natuur en Stikstof", subject: "wilgen",
        submitted: "14 november 2023", respondent: nil, received: nil,
        passages: [("1", "Groeit de eik?", nil), ("2", "En de wilg?", nil)],
        end: "Toelichting: deze vragen gaan over de populier."),
      Publication(
        number: nil, members: "het lid **Omtzigt** (Nieuw Sociaal Contract)",
        addressee: "de Minister-President", subject: "de eik", submitted: nil, respondent: nil,
        received: nil, passages: [("1", "Staat de eik er nog?", nil)]),
    ])
  }

  /// The ids of the passages that have everything.
  private func ids(_ query: String, _ shelf: Shelf) throws -> Set<String> {
    var request = SearchRequest(query)
    request.limit = 100
    request.requiresAll = true
    let response = try shelf.reader.search(request)
    // Values that no passage has are named.
    #expect(response.notices.isEmpty || response.total.upper == 0, "\(query)")
    return Set(response.results.map(\.stored.id))
  }

  private static let first = "ah-tk-20242025-705#1"
  private static let second = "ah-tk-20242025-705#2"
  private static let other = "ah-tk-20242025-800#1"
  private static let asked = "kv-tk-2023Z18775#1"
  private static let asked2 = "kv-tk-2023Z18775#2"
  private static let remark = "kv-tk-2023Z18775#0"
  private static let file = "1004#1"

  @Test("A citation that is pasted finds its passage")
  func citations() async throws {
    let shelf = try await Self.shelf()
    #expect(try ids("705", shelf) == [Self.first, Self.second])
    #expect(try ids("ah-tk-20242025-705", shelf) == [Self.first, Self.second])
    #expect(try ids("AH-TK-20242025-705#3", shelf) == [Self.second])
    #expect(try ids("2023Z18775", shelf) == [Self.asked, Self.asked2, Self.remark])
    #expect(try ids("705 linde", shelf) == [Self.second])
    #expect(try shelf.reader.passages(of: "705").map(\.id) == [Self.first, Self.second])
  }

  @Test("The texts of these tests are read as they are meant")
  func corpus() async throws {
    let shelf = try await Self.shelf()
    #expect(
      try ids("-xyzzy", shelf) == [
        Self.first, Self.second, Self.other, Self.asked, Self.asked2, Self.remark, Self.file,
      ])
  }

  private static let byField: [(String, Set<String>)] = [
    ("vraag:linde", [second, other]), ("question:beukenblad", [first]),
    ("vraag:beuk", []), ("antwoord:beuk", [second]), ("answer:dennenappel", [first]),
    ("onderwerp:eik", [file]), ("subject:eikenhout", [first, second]),
    ("voetnoot:wilgenkrant", [first]), ("footnote:wilgenkrant", [first]),
    ("toelichting:populier", [remark]), ("remark:populier", [remark]),
    ("lid:dijk", [first, second, other]), ("member:bikker", [first, second]),
    ("lid:\"diederik van dijk\"", [first, second]), ("lid:dij*", [first, second, other]),
    ("partij:pvda", [other]), ("party:GroenLinks-PvdA", [other]), ("partij:groenlinks", [other]),
    ("partij:sp", [asked, asked2, remark]), ("partij:\"nieuw sociaal contract\"", [file]),
    ("minister:weel", [first, second, other]), ("minister:financien", [other]),
    ("minister:stikstof", [asked, asked2, remark]), ("minister:president", [file]),
    ("nr:705", [first, second]), ("number:800", [other]), ("nr:70*", [first, second]),
    ("nr:7", []), ("nummer:\"705\"", [first, second]),
    ("zaak:2023Z18775", [asked, asked2, remark]), ("case:2023z18775", [asked, asked2, remark]),
    ("soort:beantwoord", [first, second, other]),
    ("kind:questions", [asked, asked2, remark, file]),
    ("soort:uitstel", []), ("id:ah-tk-20242025-705", [first, second]),
    ("id:AH-TK-2024*", [first, second, other]), ("vraag:1", [first, other, asked, file]),
    ("vraag:2", [second, asked2]), ("question:3", [second]), ("antwoord:3", [second]),
    ("vraag:4", []),
  ]

  @Test("Each field finds what stands in it, by its Dutch and its English name")
  func fields() async throws {
    let shelf = try await Self.shelf()
    for (query, expected) in Self.byField {
      let found = try ids(query, shelf)
      #expect(found == expected, "\(query)")
    }
  }

  @Test(
    "A vergaderjaar is typed with any dash, slash or none; a calendar year finds both its dates")
  func sessions() async throws {
    let shelf = try await Self.shelf()
    for year in ["2024-2025", "2024–2025", "2024/2025", "20242025", "\"2024-2025\""] {
      #expect(try ids("jaar:\(year)", shelf) == [Self.first, Self.second, Self.other], "\(year)")
    }
    #expect(try ids("session:2024", shelf) == [Self.first, Self.second, Self.other])
    #expect(
      try ids("vergaderjaar:2023-2024", shelf) == [Self.asked, Self.asked2, Self.remark])
    #expect(try ids("jaar:2023", shelf) == [Self.asked, Self.asked2, Self.remark])
    #expect(try ids("jaar:2022", shelf) == [])
  }

  @Test("The same field twice finds either, different fields find what has both")
  func sameField() async throws {
    let shelf = try await Self.shelf()
    #expect(
      try ids("lid:dobbe lid:omtzigt", shelf) == [Self.asked, Self.asked2, Self.remark, Self.file])
    #expect(try ids("nr:705 nr:800", shelf) == [Self.first, Self.second, Self.other])
    #expect(try ids("vraag:2 vraag:3", shelf) == [Self.second, Self.asked2])
    #expect(try ids("lid:dijk partij:sgp", shelf) == [Self.first, Self.second])
    #expect(try ids("lid:dijk partij:sp", shelf) == [])
    #expect(try ids("nr:705 vraag:3", shelf) == [Self.second])
    #expect(try ids("lid:(bikker dijk)", shelf) == [Self.first, Self.second])
    #expect(try ids("lid:dijk -lid:bikker", shelf) == [Self.other])
    #expect(try ids("+lid:dijk +lid:bikker", shelf) == [Self.first, Self.second])
    #expect(try ids("partij:sp OF nr:800", shelf).count == 4)
    #expect(try ids("soort:vragen jaar:2023 eik", shelf) == [Self.asked])
  }

  private static let byDate: [(String, Set<String>)] = [
    ("datum:2024-12-03", [first, second, other]), ("date:3-12-2024", [first, second, other]),
    ("datum:2024-12", [first, second, other]), ("datum:2024", [first, second, other]),
    ("datum:2024-10", [first, second]), ("datum:2024-11", [other]), ("datum:2024-12-02", []),
    ("datum:2024-12-04", []),
    (
      "datum:2023-11-14..2024-12-03",
      [first, second, other, asked, asked2, remark]
    ),
    ("datum:2023-11-15..2024-12-02", [first, second, other]),
    ("datum:2023-11-15..2024-10-16", []), ("datum:..2023", [asked, asked2, remark]),
    ("datum:..2023-11-14", [asked, asked2, remark]), ("datum:..2023-11-13", []),
    ("datum:2024-12-03..", [first, second, other]), ("datum:2024-12-04..", []),
    ("datum:2023..2024 eik", [asked]),
    ("datum:1994..", [first, second, other, asked, asked2, remark]),
    ("-datum:2024", [asked, asked2, remark, file]),
    ("datum:2024-01.. datum:..2024-12-03", [first, second, other]),
    ("ingezonden:2024-10", [first, second]), ("submitted:17-10-2024", [first, second]),
    ("ingezonden:2024-12", []), ("gesteld:2023", [asked, asked2, remark]),
    ("beantwoord:2024-12", [first, second, other]), ("received:2024-10", []),
    ("ontvangen:..2023", []), ("ingezonden:2024-11 beantwoord:2024-12-03", [other]),
    ("ingezonden:2024-10 ingezonden:2024-11", [first, second, other]),
    ("ingezonden:2024-10 EN ingezonden:2024-11", []),
    ("ingezonden:2024-10.. ingezonden:..2024-10", [first, second]),
    ("-ingezonden:2024", [asked, asked2, remark, file]),
    ("ingezonden:2024-10 OF ingezonden:2023", [first, second, asked, asked2, remark]),
  ]

  @Test("A date range includes its first and its last day; a passage without a date is in no range")
  func dates() async throws {
    let shelf = try await Self.shelf()
    for (query, expected) in Self.byDate {
      let found = try ids(query, shelf)
      #expect(found == expected, "\(query)")
    }
  }

  @Test("Two years find passages of either, as two values of any field do")
  func twoYears() async throws {
    let shelf = try await Self.shelf()
    #expect(
      try ids("datum:2023 datum:2024", shelf) == [
        Self.first, Self.second, Self.other, Self.asked, Self.asked2, Self.remark,
      ])
    #expect(try ids("datum:2023 OF datum:2022", shelf) == [Self.asked, Self.asked2, Self.remark])
  }
}

@Suite("Passages by name")
struct PassageLookupTests {
  @Test("A set is found by its identifier in any case, its zaaknummer or its file's name")
  func sets() async throws {
    let shelf = try await Shelf(publications: [
      Publication(number: "705", passages: [("1", "Eik?", "Ja."), ("2 en 3", "Beuk?", "Nee.")]),
      Publication(
        number: "2024Z18775", subject: "naaldbomen", respondent: nil, received: nil,
        passages: [("1", "Den?", nil), ("2", "Spar?", nil)]),
      Publication(
        number: nil, submitted: nil, respondent: nil, received: nil,
        passages: [("1", "Linde?", nil), ("2", "Wilg?", nil)]),
    ])
    let ids = { (reference: String) in try shelf.reader.passages(of: reference).map(\.id) }
    #expect(try ids("ah-tk-20242025-705") == ["ah-tk-20242025-705#1", "ah-tk-20242025-705#2"])
    #expect(try ids("AH-TK-20242025-705") == ["ah-tk-20242025-705#1", "ah-tk-20242025-705#2"])
    #expect(try ids("ah-tk-20242025-705#1") == ["ah-tk-20242025-705#1"])
    #expect(try ids("ah-tk-20242025-705#2") == ["ah-tk-20242025-705#2"])
    #expect(try ids("ah-tk-20242025-705#3") == ["ah-tk-20242025-705#2"])
    #expect(try ids("ah-tk-20242025-705#4") == [])
    #expect(try ids("ah-tk-20242025-705#0") == [])
    #expect(try ids("kv-tk-2024Z18775#2") == ["kv-tk-2024Z18775#2"])
    #expect(try ids("2024Z18775") == ["kv-tk-2024Z18775#1", "kv-tk-2024Z18775#2"])
    #expect(try ids("2024z18775#1") == ["kv-tk-2024Z18775#1"])
    #expect(try ids("1003") == ["1003#1", "1003#2"])
    #expect(try ids("1003#2") == ["1003#2"])
    for reference in ["", "#", "#1", "1003#", "1003#x", "1003#-1", "100", "ah-tk-20242025-7"] {
      #expect(try ids(reference) == [], "\(reference)")
    }
  }

  @Test("A text without numbers and the remarks of a set have number 0")
  func withoutNumber() async throws {
    let notice = Publication(
      number: "800", respondent: nil, received: nil, passages: [],
      end: """
        Mededeling van Minister **Heinen** (Financiën) (ontvangen 3 december 2024).

        De vragen kunnen niet binnen de gebruikelijke termijn worden beantwoord.
        """)
    let shelf = try await Shelf(publications: [notice])
    #expect(try shelf.reader.passages(of: "ah-tk-20242025-800#0").map(\.passage.questions) == [[]])
    try shelf.expect("soort:uitstel termijn", finds: ["800"])
  }

  @Test("The zaaknummer of questions and their answer gives the answer")
  func sharedCaseNumber() async throws {
    let place = try TestIndex()
    try place.write(
      Publication(
        number: "2024Z18775", respondent: nil, received: nil, passages: [("1", "Eik?", nil)]
      ).text, to: "kv.md")
    try place.write(
      Publication(number: "2024Z18775\n\n605", passages: [("1", "Eik?", "Ja.")]).text, to: "ah.md")
    try await place.run()
    #expect(
      try place.reader().passages(of: "2024Z18775#1").map(\.id) == ["ah-tk-20242025-605#1"])
    #expect(
      try place.reader().passages(of: "kv-tk-2024Z18775#1").map(\.id) == ["kv-tk-2024Z18775#1"])
  }

  @Test("A set named by a file with a # in its name is found by the id that a search prints")
  func numberSignInName() async throws {
    let place = try TestIndex()
    let text = Publication(
      number: nil, submitted: nil, respondent: nil, received: nil,
      passages: [("1", "Linde?", nil), ("2", "Wilg?", nil)]
    ).text
    try place.write(text, to: "vragen #7.md")
    try await place.run()
    let reader = try place.reader()
    for result in try reader.search(SearchRequest("linde OF wilg")).results {
      #expect(try reader.passages(of: result.stored.id) == [result.stored])
    }
    #expect(try reader.passages(of: "vragen #7").map(\.id) == ["vragen #7#1", "vragen #7#2"])
  }
}
