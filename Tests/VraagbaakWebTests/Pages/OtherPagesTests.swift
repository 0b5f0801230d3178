import HTTPServer
import PassageIndex
import TestSupport
import Testing
import VraagbaakReport

@testable import VraagbaakWeb

@Suite("The other pages")
struct OtherPagesTests {
  private static func shelf() async throws -> PageShelf {
    try await PageShelf([
      "ah-tk-20242025-3.md": Publication(
        number: "3", members: "het lid **Van der Plas** (BBB)", subject: "de oude veerpont",
        passages: [("1", "Vaart de pont?", "Ja."), ("2", "Hoe vaak?", "Vaak.")]
      ).text,
      "2.md": Publication(
        number: "2023Z18775", subject: "wilgen", submitted: "14 november 2024", respondent: nil,
        received: nil, passages: [("1", "Groeit de wilg?", nil)]
      ).text,
      "prent.md": "Dit is geen Kamervraag.",
    ])
  }

  @Test("The first page says how much there is, and its examples find something")
  func start() async throws {
    let shelf = try await Self.shelf()
    let page = try shelf.page("/")
    #expect(page.first("p", "omvang")?.text.hasPrefix("2 sets met 3 vragen en teksten.") == true)
    #expect(page.element("q")?.attributes["autofocus"] == "")
    let examples = try #require(page.first("div", "voorbeelden"))
    #expect(
      examples.all("li").map(\.text) == [
        "een woord: veerpont", "een Kamerlid: lid:\"Van der Plas\"",
        "een vindplaats: Aanhangsel 2024–2025, nr. 3", "een periode: datum:2024-12",
      ])
    for item in examples.all("li") {
      let address = try #require(item.first("a")?.attributes["href"])
      #expect(try shelf.page(address).all("article").count == 2, "\(address)")
    }
    #expect(examples.link("Alles over zoeken") == "/hulp")
  }

  @Test("The first page of an empty index is a page")
  func empty() async throws {
    let page = try await PageShelf(["prent.md": "Dit is geen Kamervraag."]).page("/")
    #expect(page.first("p", "omvang")?.text.hasPrefix("0 sets met 0 vragen en teksten.") == true)
    #expect(page.first("div", "voorbeelden") == nil)
  }

  @Test("Every page has its language, a title, one main part, and headings in order")
  func frame() async throws {
    let shelf = try await Self.shelf()
    for target in ["/", "/?q=pont", "/set/ah-tk-20242025-3", "/stand", "/hulp", "/xyzzy", "/set/1"]
    {
      let page = try shelf.page(target)
      #expect(page.name == "html")
      #expect(page.attributes["lang"] == "nl")
      #expect(page.first("title")?.text.hasSuffix("Vraagbaak") == true)
      #expect(page.all("main").map { $0.attributes["id"] } == ["inhoud"])
      #expect(page.all("h1").count == 1)
      #expect(page.link("Naar de inhoud") == "#inhoud")
      let levels = page.descendants.compactMap { element in
        element.name.count == 2 && element.name.hasPrefix("h")
          ? element.name.last?.wholeNumberValue : nil
      }
      for (level, next) in zip(levels, levels.dropFirst()) {
        #expect(next <= level + 1, "\(target)")
      }
    }
  }

  @Test("The head leads to what browsers want")
  func head() async throws {
    let page = try await Self.shelf().page("/?q=pont&partij=BBB&pagina=1")
    let links = page.all("link").map {
      "\($0.attributes["rel"] ?? "") \($0.attributes["href"] ?? "")"
    }
    #expect(
      links.filter { !$0.contains("?v=") } == [
        "search /opensearch.xml", "alternate /zoek.atom?q=pont&partij=BBB",
      ])
  }

  @Test("The state has totals, years with what is missing, what waits, and what is refused")
  func coverage() async throws {
    let page = try await Self.shelf().page("/stand")
    #expect(
      page.first("main")?.rows == [
        "Soort | Sets | Passages", "vragen met antwoord | 1 | 2", "vragen zonder antwoord | 1 | 1",
        "samen | 2 | 3", "Vergaderjaar | Hoogste | Aanwezig | Ontbreekt", "2024–2025 | 3 | 1 | 1–2",
      ])
    #expect(page.first("svg")?.all("title").map(\.text).last == "2024–2025: 1 van 3")
    #expect(
      page.first("main")?.all("h2").map(\.text) == [
        "Aanhangsel per vergaderjaar",
        "Vragen waarvan het antwoord ontbreekt: 1", "Uitstel waarna het antwoord ontbreekt: geen",
        "Geweigerde bestanden: 1",
      ])
    #expect(
      page.all("ul", "rij").first?.links == [
        "kv-tk-2023Z18775 → /set/kv-tk-2023Z18775"
      ])
    #expect(page.all("ul", "rij").last?.text.contains("prent.md: ") == true)
  }

  @Test("Each example of the help is a link, and is understood")
  func help() async throws {
    let shelf = try await Self.shelf()
    let page = try shelf.page("/hulp")
    let links = page.all("table", "hulp").flatMap { $0.all("a") }
    let examples = QueryHelp.sections.flatMap(\.rows).flatMap(\.examples)
    #expect(links.map(\.text) == examples)
    #expect(examples.count == 35)
    for (link, example) in zip(links, examples) {
      #expect(link.attributes["href"] == "/?q=\(Address.encoded(example))")
      for notice in try shelf.reader.search(SearchRequest(example)).notices {
        if case .notUnderstood = notice { Issue.record("\(example): \(notice)") }
      }
    }
  }

  @Test("A moment is written as people read it, and anything else as it is")
  func moments() {
    #expect(
      Moment("2024-12-03T05:44:31Z").html
        == "<time datetime=\"2024-12-03T05:44:31Z\">3 december 2024, 05:44 UTC</time>")
    #expect(Moment("gisteren").html == "gisteren")
  }
}

@Suite("The files of pages")
struct StaticFileTests {
  @Test("A file may be kept for a year under the address that pages have for it, and only there")
  func caching() async throws {
    let shelf = try await PageShelf([Publication(passages: [("1", "Eik?", "Ja.")])])
    let page = try shelf.page("/")
    let script = try #require(page.first("script")?.attributes["src"])
    let style = try #require(
      page.all("link").first { $0.attributes["rel"] == "stylesheet" }?.attributes["href"])
    for (address, type) in [(script, "text/javascript"), (style, "text/css")] {
      let response = try shelf.get(address)
      #expect(response.status == 200)
      #expect(response["Content-Type"] == "\(type); charset=utf-8")
      #expect(response["Cache-Control"] == "public, max-age=31536000, immutable")
      let plain = String(address.prefix { $0 != "?" })
      #expect(try shelf.get(plain)["Cache-Control"] == "no-cache")
      #expect(try shelf.get(plain + "?v=0123456789")["Cache-Control"] == "no-cache")
    }
    #expect(try shelf.get("/stijl.css.bak").status == 404)
  }

  @Test("A page allows what lies on its site, and nothing inline")
  func policy() async throws {
    let response = try await PageShelf([Publication(passages: [("1", "Eik?", "Ja.")])]).get("/")
    #expect(
      response["Content-Security-Policy"]
        == "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
    #expect(response["Referrer-Policy"] == "no-referrer")
  }
}
