import HTTPServer
import TestSupport
import Testing

@testable import VraagbaakWeb

@Suite("Paging through results")
struct PagingTests {
  /// Seven passages about one thing.
  private static func shelf() async throws -> PageShelf {
    try await PageShelf([
      Publication(
        number: "705",
        passages: (1...7).map { ("\($0)", "Vaart pont \($0)?", "Ja, de pont vaart.") })
    ])
  }

  private static func links(_ target: String) async throws -> [String]? {
    try await shelf().page(target).first("nav", "bladeren").map { nav in
      nav.all("a").map { "\($0.text) \($0.attributes["href"] ?? "")" }
        + nav.all("span").filter { $0.attributes["aria-current"] == "page" }.map { "[\($0.text)]" }
    }
  }

  @Test("Pages fit together: every result is on one of them, numbered through")
  func pages() async throws {
    let shelf = try await Self.shelf()
    var ranks: [String] = []
    for number in 1...4 {
      let page = try shelf.page("/?q=pont&per=2&pagina=\(number)")
      ranks += page.all("article").compactMap { $0.attributes["id"] }
    }
    #expect(ranks == (1...7).map { "treffer-\($0)" })
  }

  @Test("The links lead to the pages around, and back to the first")
  func links() async throws {
    #expect(
      try await Self.links("/?q=pont&per=2") == [
        "Pagina 2 ?q=pont&pagina=2&per=2", "Pagina 3 ?q=pont&pagina=3&per=2",
        "Volgende › ?q=pont&pagina=2&per=2", "[1]",
      ])
    #expect(
      try await Self.links("/?q=pont&per=2&pagina=4") == [
        "‹ Vorige ?q=pont&pagina=3&per=2", "Pagina 1 ?q=pont&per=2",
        "Pagina 2 ?q=pont&pagina=2&per=2", "Pagina 3 ?q=pont&pagina=3&per=2", "[4]",
      ])
    #expect(try await Self.links("/?q=pont") == nil)
  }

  @Test("A page behind the last says so and leads back")
  func behind() async throws {
    let page = try await Self.shelf().page("/?q=pont&per=2&pagina=9")
    #expect(
      page.first("div", "niets")?.first("p")?.text == "Op deze pagina staan geen treffers meer.")
    #expect(page.link("Terug naar de eerste pagina") == "?q=pont&per=2")
  }

  @Test("Pages have a greatest depth, and no link leads deeper")
  func depth() async throws {
    let shelf = try await Self.shelf()
    #expect(try shelf.get("/?q=pont&per=100&pagina=101").status == 400)
    #expect(try shelf.get("/?q=pont&per=100&pagina=100").status == 200)
  }
}
