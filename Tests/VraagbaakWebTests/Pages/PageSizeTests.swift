import HTTPServer
import TestSupport
import Testing

@testable import VraagbaakWeb

@Suite("The size of a page")
struct PageSizeTests {
  /// Sets with long texts, many members, parties and years.
  private static func shelf() async throws -> PageShelf {
    let words = String(repeating: "en dan nog veel meer over de veerpont bij het dorp, ", count: 20)
    return try await PageShelf(
      (0..<60).map { place in
        let year = 1996 + place % 20
        return Publication(
          number: "\(101 + place)",
          members: "de leden **Van Voorbeeld-\(place)** (Partij voor het Voorbeeld \(place)) en "
            + "**Ander-\(place)** (Andere Partij \(place))",
          subject: "het bericht «\(words.prefix(120))»", submitted: "17 oktober \(year)",
          respondent: "Minister **Bewindspersoon-\(place)** (Justitie en Veiligheid)",
          received: "3 december \(year)", passages: [("1", words + "?", words + ".")])
      })
  }

  @Test(
    "A page with ten long hits and many values of each facet has at most 30 kB",
    arguments: [
      "?q=veerpont", "?q=veerpont+dorp", "?q=veerpont&sorteer=nieuwste", "?q=veerpont&groep=set",
    ])
  func usual(_ target: String) async throws {
    let response = try await Self.shelf().get("/" + target)
    #expect(try PageTree(response).all("article").count == 10)
    #expect(response.body.count <= 30_000)
    #expect(response.body.count > 20_000)
  }

  @Test("A long query is in every link, but costs fewer values of facets")
  func long() async throws {
    let target = "/?q=%22de+veerpont+bij+het+dorp%22+veel+meer+over+-vlieghavens&sorteer=oudste"
    let response = try await Self.shelf().get(target)
    let page = try PageTree(response)
    #expect(page.all("article").count == 10)
    #expect(response.body.count <= 45_000)
    for facet in page.all("section", "facet") { #expect(facet.all("li").count <= 3) }
  }
}
