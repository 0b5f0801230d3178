import HTTPServer
import TestSupport
import Testing

@testable import VraagbaakWeb

@Suite("The size of a page")
struct PageSizeTests {
  @Test("A page with ten long hits, many values of each facet and a long query has at most 30 kB")
  func size() async throws {
    let words = (1...60).map { "woord\($0) van de veerpont" }.joined(separator: " en ")
    let publications = (0..<60).map { place in
      Publication(
        number: "\(101 + place)",
        members: "de leden **Van Voorbeeld-\(place)** (Partij voor het Voorbeeld \(place)) en "
          + "**Ander-\(place)** (Andere Partij \(place))",
        subject: "het bericht «\(words.prefix(150))»",
        submitted: "17 oktober \(1996 + place % 28)",
        respondent: "Minister **Bewindspersoon-\(place)** (Justitie en Veiligheid)",
        received: "3 december \(1996 + place % 28)", passages: [("1", words + "?", words + ".")])
    }
    let shelf = try await PageShelf(publications)
    for query in ["veerpont", "%22de+veerpont%22+woord1+woord2+woord3+woord4+woord5+van+de"] {
      for more in ["", "&sorteer=nieuwste&groep=set", "&alles=1&exact=1"] {
        let response = try shelf.get("/?q=\(query)\(more)")
        #expect(try PageTree(response).all("article").count == 10)
        #expect(response.body.count <= 30_000, "\(query)\(more)")
        #expect(response.body.count > 15_000, "\(query)\(more)")
      }
    }
  }
}
