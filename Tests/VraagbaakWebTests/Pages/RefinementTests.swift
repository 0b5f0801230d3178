import HTTPServer
import TestSupport
import Testing

@testable import VraagbaakWeb

@Suite("Narrowing a search on its page")
struct RefinementTests {
  private static func shelf() async throws -> PageShelf {
    func set(_ number: Int, _ party: String, _ member: String, _ year: Int) -> Publication {
      Publication(
        number: "\(number)", members: "het lid **\(member)** (\(party))", subject: "de pont",
        submitted: "17 oktober \(year)", received: "3 december \(year)",
        passages: [("1", "Vaart de pont?", "Ja.")])
    }
    return try await PageShelf([
      set(101, "SP", "Dobbe", 2024), set(102, "SP", "Beckerman", 2024),
      set(103, "CDA", "Krul", 2024), set(104, "VVD", "Erkens", 2021), set(105, "SP", "Dobbe", 2021),
    ])
  }

  /// The values of a facet with their counts and addresses.
  private static func values(_ title: String, _ page: PageTree) -> [String] {
    page.all("section", "facet").first { $0.first("h3")?.text == title }?.all("li").map { item in
      "\(item.text) → \(item.first("a")?.attributes["href"] ?? "")"
    } ?? []
  }

  @Test("Each value is a link that narrows, with the number of results that it gives")
  func narrow() async throws {
    let shelf = try await Self.shelf()
    let page = try shelf.page("/?q=pont&sorteer=nieuwste&pagina=1")
    #expect(
      Self.values("Partij", page) == [
        "SP 3 → ?q=pont&sorteer=nieuwste&partij=SP", "CDA 1 → ?q=pont&sorteer=nieuwste&partij=CDA",
        "VVD 1 → ?q=pont&sorteer=nieuwste&partij=VVD",
      ])
    for facet in page.all("section", "facet") {
      for item in facet.all("li") {
        let address = try #require(item.first("a")?.attributes["href"])
        let count = try #require(item.first("span").flatMap { Int($0.text) })
        let narrowed = try shelf.page("/" + address)
        #expect(narrowed.all("article").filter { $0.all("p", "zonder").isEmpty }.count == count)
      }
    }
  }

  @Test("A chosen value stands first and can be taken away; others of its facet widen")
  func widen() async throws {
    let page = try await Self.shelf().page("/?q=pont&partij=VVD")
    #expect(page.all("article").count == 1)
    #expect(
      Self.values("Partij", page) == [
        "VVD 1 → ?q=pont", "ook SP 3 → ?q=pont&partij=VVD&partij=SP",
        "ook CDA 1 → ?q=pont&partij=VVD&partij=CDA",
      ])
    #expect(
      page.first("ul", "keuze")?.links == [
        "Niet meer: Partij: VVD × → ?q=pont", "wis alles → ?q=pont",
      ])
    let both = try await Self.shelf().page("/?q=pont&partij=VVD&partij=SP&jaar=2021-2022")
    #expect(both.all("article").count == 2)
    #expect(
      both.first("ul", "keuze")?.links == [
        "Niet meer: Partij: VVD × → ?q=pont&partij=SP&jaar=2021-2022",
        "Niet meer: Partij: SP × → ?q=pont&partij=VVD&jaar=2021-2022",
        "Niet meer: Vergaderjaar: 2021-2022 × → ?q=pont&partij=VVD&partij=SP",
        "wis alles → ?q=pont",
      ])
  }

  @Test("The results per vergaderjaar are a chart without gaps, each bar a link, and a table")
  func years() async throws {
    let page = try await Self.shelf().page("/?q=pont")
    let section = try #require(page.first("section", "jaren"))
    let chart = try #require(section.first("svg"))
    #expect(chart.attributes["aria-hidden"] == "true")
    #expect(chart.attributes["viewBox"] == "0 0 100 60")
    #expect(
      chart.all("title").map(\.text) == [
        "2015–2016: 0", "2016–2017: 0", "2017–2018: 0", "2018–2019: 0", "2019–2020: 0",
        "2020–2021: 0", "2021–2022: 2", "2022–2023: 0", "2023–2024: 0", "2024–2025: 3",
      ])
    #expect(
      chart.all("a").map { $0.attributes } == [
        ["href": "?q=pont&jaar=2021-2022", "tabindex": "-1"],
        ["href": "?q=pont&jaar=2024-2025", "tabindex": "-1"],
      ])
    #expect(
      chart.all("a").map { $0.all("path").last?.attributes["d"] } == [
        "M61 60v-40h8v40", "M91 60v-60h8v60",
      ])
    #expect(section.rows == ["Jaar | Aantal", "2024–2025 | 3", "2021–2022 | 2"])
    #expect(
      section.first("table")?.links == [
        "2024–2025 → ?q=pont&jaar=2024-2025", "2021–2022 → ?q=pont&jaar=2021-2022",
      ])
  }

  @Test("A chosen year is the one that stands out, and leads back to all")
  func chosenYear() async throws {
    let page = try await Self.shelf().page("/?q=pont&jaar=2021-2022")
    #expect(page.all("article").count == 2)
    let chosen = page.all("a").filter { $0.first("path", "nu") != nil }
    #expect(chosen.map { $0.attributes["href"] } == ["?q=pont"])
    #expect(page.first("section", "jaren")?.first("details")?.attributes["open"] == "")
  }

  @Test("A value that no result has is said, and stays a choice that can be taken away")
  func unknown() async throws {
    let page = try await Self.shelf().page("/?q=pont&partij=Xyzzy")
    #expect(page.all("article").isEmpty)
    #expect(page.first("div", "letop")?.text == "Let op: In de index komt niet voor: partij:Xyzzy.")
    #expect(
      page.first("ul", "keuze")?.links == [
        "Niet meer: Partij: Xyzzy × → ?q=pont", "wis alles → ?q=pont",
      ])
    #expect(page.link("Zoek zonder de gekozen waarden") == "?q=pont")
  }

  @Test("Years that no document can have, and long spans, make no wide chart")
  func strangeYears() {
    #expect(Vergaderjaar("2024-2025")?.start == 2024)
    for text in ["2024-2026", "2024-25", "0001-0002", "2024", "", "2024-2025-2026", "+999-1000"] {
      #expect(Vergaderjaar(text) == nil, "\(text)")
    }
    #expect(Vergaderjaar.span(of: []).isEmpty)
    let years = [1001, 2024].map { Vergaderjaar(start: $0) }
    #expect(Vergaderjaar.span(of: years).map(\.start) == Array(1965...2024))
  }
}
