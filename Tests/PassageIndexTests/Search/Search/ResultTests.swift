import Kamervragen
import TestSupport
import Testing

@testable import PassageSearch
@testable import PassageStore

@Suite("What a result shows")
struct ResultTests {
  private func first(_ query: String, _ shelf: Shelf, isExact: Bool = false) throws -> SearchResult?
  {
    var request = SearchRequest(query)
    request.isExact = isExact
    return try shelf.reader.search(request).results.first
  }

  @Test("Question and answer are shown with their hits in the original spelling")
  func hits() async throws {
    let shelf = try await Shelf(
      "Zijn de Financiën van klanten <b> op orde & klaar?|De klant betaalt.")
    let result = try first("financien klanten", shelf)
    #expect(
      result?.questionSnippet.html
        == "Zijn de <b>Financiën</b> van <b>klanten</b> &lt;b&gt; op orde &amp; klaar?")
    #expect(result?.answerSnippet?.html == "De <b>klant</b> betaalt.")
    #expect(try first("klanten", shelf, isExact: true)?.answerSnippet?.html == "De klant betaalt.")
  }

  @Test("A passage without an answer has none to show")
  func noAnswer() async throws {
    let shelf = try await Shelf(publications: [
      Publication(
        number: "2024Z18775", respondent: nil, received: nil, passages: [("1", "Eik?", nil)])
    ])
    let result = try first("eik", shelf)
    #expect(result?.questionSnippet.html == "<b>Eik</b>?")
    #expect(result?.answerSnippet == nil)
  }

  @Test("A word of the query that is passed over or sought in another field is not highlighted")
  func otherFields() async throws {
    let shelf = try await Shelf("Staat de eik er?|De eik staat er.")
    #expect(try first("de eik", shelf)?.questionSnippet.html == "Staat de <b>eik</b> er?")
    #expect(try first("vraag:eik", shelf)?.answerSnippet?.html == "De eik staat er.")
    #expect(try first("antwoord:eik", shelf)?.questionSnippet.html == "Staat de eik er?")
    #expect(try first("antwoord:eik", shelf)?.answerSnippet?.html == "De <b>eik</b> staat er.")
    #expect(try first("nr:101", shelf)?.questionSnippet.html == "Staat de eik er?")
  }

  @Test("A phrase is highlighted as a whole, its words elsewhere are not")
  func phrases() async throws {
    let shelf = try await Shelf(
      "Is betaalde zorg of seks hier betaalde seks?|Seks is soms betaalde arbeid.")
    let result = try first("\"betaalde seks\"", shelf)
    #expect(
      result?.questionSnippet.html
        == "Is betaalde zorg of seks hier <b>betaalde</b> <b>seks</b>?")
    #expect(result?.answerSnippet?.html == "Seks is soms betaalde arbeid.")
  }

  @Test("Numbers, abbreviations and compounds are highlighted as they are printed")
  func surfaces() async throws {
    let shelf = try await Shelf(
      "Kamerstuk 36\u{A0}410 over de A.V.G. en het CKM-onderzoek naar risico’s van het OM om iets?")
    #expect(
      try first("36410 avg onderzoek risico OM", shelf)?.questionSnippet.html
        == "Kamerstuk <b>36 410</b> over de <b>A.V.G.</b> en het CKM-<b>onderzoek</b> naar "
        + "<b>risico’s</b> van het <b>OM</b> om iets?")
    #expect(
      try first("risico*", shelf)?.questionSnippet.pieces.filter(\.isHit).map(\.text)
        == ["risico’s"])
  }

  @Test("A result says where the passage stands")
  func heading() async throws {
    let shelf = try await Shelf("Eik?")
    let result = try first("eik", shelf)
    #expect(result?.rank == 1)
    #expect(result?.stored.id == "ah-tk-20242025-101#1")
    #expect(result?.stored.citation == "Aanhangsel 2024–2025, nr. 101, vraag 1")
    #expect(result?.stored.source == shelf.place.path("1001.md"))
    #expect(result?.stored.set.members == [Member(name: "Bikker", party: "ChristenUnie")])
    #expect(result?.stored.set.passages == [])
    #expect(result?.moreInSet == 0)
    #expect((result?.score ?? 0) > 0)
  }
}
