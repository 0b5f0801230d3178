import Kamervragen
import TestSupport
import Testing

@testable import PassageSearch
@testable import PassageStore

@Suite("Which passages are like another")
struct SimilarTests {
  private static func shelf() async throws -> Shelf {
    try await Shelf(publications: [
      Publication(
        number: "701", received: "3 november 2024",
        passages: [
          ("1", "Waarom lekt de waterleiding in Zutphen?", "De waterleiding is oud."),
          ("2", "Wie betaalt de waterleiding in Zutphen?", "De gemeente."),
        ]),
      Publication(
        number: "702", received: "4 november 2024",
        passages: [
          ("1", "Is de waterleiding van Zutphen vervangen?", "De waterleiding lekt niet meer."),
          ("2", "Groeit de beuk?", "Ja."),
        ]),
      Publication(
        number: "703", received: "5 november 2024",
        passages: [
          ("1", "Lekt een waterleiding in Zutphen?", "Neen."),
          ("2", "Is de waterleiding in Zutphen oud?", "Ja."), ("3", "Bloeit de linde?", "Ja."),
        ]),
      Publication(
        number: "704", received: "6 november 2024",
        passages: [
          ("1", "Bloeit de roos?", "Ja."), ("2", "Bloeit de tulp?", "Ja."),
          ("3", "Valt er sneeuw?", "Waarschijnlijk."),
        ]),
    ])
  }

  private func ids(
    _ reference: String, _ shelf: Shelf, _ query: String = "",
    _ change: (inout SearchRequest) -> Void = { _ in }
  ) throws -> [String] {
    var request = SearchRequest(query)
    change(&request)
    let response = try #require(try shelf.reader.passages(like: reference, request))
    return response.results.map { String($0.stored.id.dropFirst("ah-tk-20242025-".count)) }
  }

  private static let first = "ah-tk-20242025-701#1"

  @Test("Similar passages have the key terms of the given one, and are of other sets")
  func others() async throws {
    let shelf = try await Self.shelf()
    let found = try ids(Self.first, shelf)
    #expect(Set(found) == ["702#1", "703#1", "703#2"])
    #expect(try ids("ah-tk-20242025-704#3", shelf) == [])
    let response = try #require(
      try shelf.reader.passages(like: Self.first, SearchRequest("jaar:2024")))
    #expect(response.total == CountBounds(lower: 3, estimate: 3, upper: 3))
    guard case .similar(let name, let words, let condition) = response.interpretation else {
      Issue.record("\(response.interpretation)")
      return
    }
    #expect(name == Self.first)
    #expect(!words.isEmpty)
    #expect(condition == .all([.field(.session, .word("2024"))]))
    #expect(response.results.allSatisfy { $0.missing.isEmpty && $0.score > 0 })
    #expect(response.results[0].questionSnippet.html.contains("<b>"))
  }

  @Test(
    "A whole set may be given, by any of its names; an unknown one is an error"
  )
  func references() async throws {
    let shelf = try await Self.shelf()
    #expect(Set(try ids("ah-tk-20242025-701", shelf)).isSuperset(of: ["702#1", "703#1"]))
    #expect(try ids("701", shelf) == ids("ah-tk-20242025-701", shelf))
    #expect(try shelf.reader.passages(like: "ah-tk-20242025-999#1", SearchRequest("")) == nil)
    #expect(try shelf.reader.passages(like: "", SearchRequest("")) == nil)
  }

  @Test(
    "Similar passages are restricted, sorted, grouped, counted and paged as results are"
  )
  func combined() async throws {
    let shelf = try await Self.shelf()
    #expect(try ids(Self.first, shelf, "nr:702") == ["702#1"])
    #expect(try ids(Self.first, shelf, "-vervangen").contains("702#1") == false)
    #expect(try ids(Self.first, shelf) { $0.sort = .number } == ["702#1", "703#1", "703#2"])
    #expect(try ids(Self.first, shelf) { $0.sort = .newest }.last == "702#1")
    let all = try ids(Self.first, shelf)
    #expect(try ids(Self.first, shelf) { $0.limit = 2 } == Array(all.prefix(2)))
    #expect(try ids(Self.first, shelf) { $0.offset = 2 } == Array(all.dropFirst(2)))
    var request = SearchRequest("")
    request.group = .set
    request.facets = [.partij, .jaar]
    let response = try #require(try shelf.reader.passages(like: Self.first, request))
    #expect(Set(response.results.map(\.stored.set.number)) == ["702", "703"])
    #expect(response.results.first { $0.stored.set.number == "703" }?.moreInSet == 1)
    #expect(response.facets[.partij] == [FacetCount(value: "ChristenUnie", count: 2)])
    #expect(response.facets[.jaar] == [FacetCount(value: "2024-2025", count: 2)])
  }

  @Test("The words that tell what a passage is about come from its subject, its texts and its set")
  func words() async throws {
    let shelf = try await Shelf(publications: [
      Publication(
        number: "801", members: "het lid **Wiersma** (BBB)",
        subject: "het bericht «Sluis bij Delfzijl lekt»",
        passages: [
          ("1", "Kent u het bericht «Sluis bij Delfzijl lekt»?", "Ja, dat bericht is mij bekend."),
          (
            "2",
            "Deelt u de mening van het lid Wiersma dat de Sluis van 1958 te oud is? Zie "
              + "www.nieuws.nl/garnalen",
            "De reparatie is volgens Rijkswaterstaat begonnen."
          ),
        ]),
      Publication(
        number: "802", subject: "garnalen",
        passages: [
          ("1", "Wanneer sluit de sluis in Delfzijl?", "Rijkswaterstaat kent de reparatie."),
          ("2", "Is de mening van Wiersma over dit bericht bekend?", "Ja. Van Weel las van 1958."),
        ]),
      Publication(number: "803", subject: "rust", passages: [("1", "Slaapt de mol?", "Ja.")]),
    ])
    func words(_ reference: String) throws -> [String] {
      let response = try #require(
        try shelf.reader.passages(like: "ah-tk-20242025-\(reference)", SearchRequest("")))
      guard case .similar(_, let words, _) = response.interpretation else { return [] }
      return words
    }
    let first = try words("801#1")
    #expect(Set(first.prefix(2)) == ["sluis", "Delfzijl"])
    #expect(Set(first) == ["sluis", "Delfzijl", "reparatie", "Rijkswaterstaat", "kent"])
    #expect(Set(try words("801")) == Set(first))
  }

  @Test("Several sets stand at the head of the list, however many passages of one are similar")
  func spread() async throws {
    let question = "Waarom lekt de waterleiding in Zutphen?"
    let shelf = try await Shelf(publications: [
      Publication(number: "811", passages: [("1", question, "Oud.")]),
      Publication(
        number: "812", received: "4 november 2024",
        passages: [("1", question, "Oud."), ("2", question, "Oud."), ("3", question, "Oud.")]),
      Publication(
        number: "813", received: "5 november 2024",
        passages: [("1", "Lekt de waterleiding in Zutphen nog, na al die jaren?", "Neen.")]),
      Publication(
        number: "814", passages: [("1", "Slaapt de mol?", "Ja."), ("2", "Graaft hij?", "Ja.")]),
    ])
    let found = try ids("ah-tk-20242025-811#1", shelf)
    #expect(found.count == 4)
    #expect(found.prefix(2).map { $0.prefix(3) } == ["812", "813"])
  }
}
