import HTTPServer
import TestSupport
import Testing

@testable import VraagbaakWeb

@Suite("The page of a search")
struct ResultPageTests {
  private static func shelf() async throws -> PageShelf {
    try await PageShelf([
      Publication(
        number: "705",
        members: "de leden **Bikker** (ChristenUnie) en **Diederik van Dijk** (SGP)",
        subject: "een oude veerpont", submitted: "17 oktober 2024", received: "3 december 2024",
        passages: [
          ("1", "Vaart de veerpont nog?", "Ja, de veerpont vaart."),
          ("2 en 3", "Wat kost de overtocht met de veerpont?", "Twee euro."),
        ]),
      Publication(
        number: "800", members: "het lid **Dobbe** (SP)", addressee: "de Minister van Financiën",
        subject: "bruggen", submitted: "12 november 2024", received: "12 december 2024",
        passages: [("1", "Komt er een brug voor de pont?", "De brug komt er.")]),
      Publication(
        number: "2023Z18775", members: "het lid **Dobbe** (SP)",
        addressee: "de Minister voor Natuur en Stikstof", subject: "steigers",
        submitted: "14 november 2023", respondent: nil, received: nil,
        passages: [("1", "Is de steiger van de veerpont veilig?", nil)]),
    ])
  }

  @Test("It says what was found and how the query was understood")
  func summary() async throws {
    let shelf = try await Self.shelf()
    let page = try shelf.page("/?q=veerpont+steiger")
    #expect(
      page.first("h1")?.text
        == "1 passage: veerpont · en · steiger; 2 bevatten een deel")
    #expect(page.first("title")?.text == "veerpont steiger – Vraagbaak")
    #expect(page.element("q")?.attributes["value"] == "veerpont steiger")
  }

  @Test("A hit has its citation, subject, people, date, state and texts")
  func hit() async throws {
    let shelf = try await Self.shelf()
    let hit = try #require(try shelf.page("/?q=steiger").element("treffer-1"))
    #expect(hit.first("h3")?.text == "Kamervragen 2023Z18775, vraag 1")
    #expect(
      hit.link("Kamervragen 2023Z18775, vraag 1") == "/set/kv-tk-2023Z18775?q=steiger#vraag-1")
    #expect(hit.first("p", "onderwerp")?.text == "steigers")
    #expect(
      hit.first("p", "wie")?.text
        == "Dobbe (SP) · aan Minister voor Natuur en Stikstof · 14 november 2023 · "
        + "geen antwoord in de index")
    #expect(hit.all("p", "tekst").map(\.text) == ["Vraag Is de steiger van de veerpont veilig?"])
    #expect(hit.all("mark").map(\.text) == ["steigers", "steiger"])
    #expect(
      hit.first("p", "doe")?.links == [
        "waarom? → ?q=steiger&waarom=kv-tk-2023Z18775%231#treffer-1",
        "lijkt op → ?q=&lijkt=kv-tk-2023Z18775%231",
        "officiële pagina → https://zoek.officielebekendmakingen.nl/kv-tk-2023Z18775.html",
      ])
    let copy = try #require(hit.first("button"))
    #expect(copy.text == "kopieer vindplaats")
    #expect(copy.attributes["hidden"] == "")
    #expect(
      copy.attributes["data-tekst"]
        == "Kamervragen, Tweede Kamer, vergaderjaar 2023–2024, zaaknummer 2023Z18775 (vraag 1)")
  }

  @Test("Partial matches stand apart and say what they lack")
  func partial() async throws {
    let shelf = try await Self.shelf()
    let page = try shelf.page("/?q=veerpont+steiger")
    #expect(
      page.first("main")?.all("h2").map(\.text).prefix(2) == ["Bevat alles", "Bevat een deel"])
    #expect(page.all("ol").map { $0.attributes["start"] } == ["1", "2"])
    #expect(page.all("ol").map { $0.all("article").count } == [1, 2])
    #expect(page.all("p", "zonder").map(\.text).first == "zonder: steiger")
    let strict = try shelf.page("/?q=veerpont+steiger&alles=1")
    #expect(strict.all("article").count == 1)
    #expect(strict.link("alleen met alles") == "?q=veerpont%20steiger")
  }

  @Test("Results of a set are together, and say how many more there are")
  func group() async throws {
    let shelf = try await Self.shelf()
    let page = try shelf.page("/?q=veerpont&groep=set")
    #expect(page.all("p", "meer").map(\.text) == ["nog 1 in deze set"])
    #expect(page.link("passages") == "?q=veerpont")
  }

  @Test("Order, grouping and other forms of the search are links that keep the rest")
  func options() async throws {
    let shelf = try await Self.shelf()
    let page = try shelf.page("/?q=veerpont&sorteer=nieuwste&groep=set&pagina=1")
    let options = try #require(page.first("nav", "weergave"))
    #expect(
      options.links == [
        "relevantie → ?q=veerpont&groep=set", "nieuwste → ?q=veerpont&sorteer=nieuwste&groep=set",
        "oudste → ?q=veerpont&sorteer=oudste&groep=set",
        "nummer → ?q=veerpont&sorteer=nummer&groep=set",
        "passages → ?q=veerpont&sorteer=nieuwste",
        "sets → ?q=veerpont&sorteer=nieuwste&groep=set",
        "alleen met alles → ?q=veerpont&sorteer=nieuwste&groep=set&alles=1",
        "precies zo geschreven → ?q=veerpont&sorteer=nieuwste&groep=set&exact=1",
        "Verfijn → #verfijn",
      ])
    #expect(
      options.all("a").filter { $0.attributes["aria-current"] != nil }.map(\.text)
        == ["nieuwste", "sets"])
    #expect(
      page.first("p", "vormen")?.links == [
        "CSV → /zoek.csv?q=veerpont&sorteer=nieuwste&groep=set",
        "Atom → /zoek.atom?q=veerpont&sorteer=nieuwste&groep=set",
        "JSON → /api/v1/search?q=veerpont&sorteer=nieuwste&groep=set",
      ])
    // A new query keeps how results are shown, and nothing that narrows.
    let kept = page.first("form")?.all("input").map { $0.attributes["name"] }
    #expect(kept == ["q", "sorteer", "groep"])
  }

  @Test("Why a passage is found is shown on demand, also of one that is not on the page")
  func why() async throws {
    let shelf = try await Self.shelf()
    let hit = try #require(
      try shelf.page("/?q=overtocht&waarom=ah-tk-20242025-705%232").element("treffer-1"))
    let account = try #require(hit.first("div", "waarom"))
    #expect(account.first("p")?.text.hasPrefix("bevat alles; score ") == true)
    #expect(account.all("li")[0].text.hasSuffix("in vraag (overtocht)"))
    #expect(hit.link("waarom?") == nil)
    let other = try shelf.page("/?q=overtocht&waarom=ah-tk-20242025-800%231")
    let section = try #require(other.first("section", "waarom"))
    #expect(section.first("h2")?.text == "Aanhangsel 2024–2025, nr. 800, vraag 1")
    #expect(section.first("p")?.text == "wordt niet gevonden: bevat geen enkel deel")
  }

  @Test("A suggestion is a link, and so is what to do if nothing is found")
  func nothing() async throws {
    let shelf = try await Self.shelf()
    let page = try shelf.page("/?q=veerpomt")
    #expect(page.first("h1")?.text == "Niets gevonden: veerpomt")
    #expect(page.first("p", "bedoelde")?.links == ["veerpont → ?q=veerpont"])
    let narrow = try shelf.page("/?q=xyzzy&alles=1&exact=1&groep=set")
    #expect(
      narrow.first("div", "niets")?.links == [
        "Toon ook wat een deel bevat → ?q=xyzzy&groep=set&exact=1",
        "Zoek ook andere woordvormen → ?q=xyzzy&groep=set&alles=1",
        "Lees hoe u kunt zoeken → /hulp",
      ])
  }

  @Test("What was not understood is said")
  func notices() async throws {
    let shelf = try await Self.shelf()
    let page = try shelf.page("/?q=veerpont+lid:xyzzy")
    #expect(
      page.first("div", "letop")?.text == "Let op: In de index komt niet voor: lid:xyzzy.")
  }

  @Test("What is like a passage is found, and named")
  func similar() async throws {
    let shelf = try await Self.shelf()
    let page = try shelf.page("/?lijkt=ah-tk-20242025-705%231")
    let heading = try #require(page.first("h1"))
    #expect(heading.text.hasSuffix("als Aanhangsel 2024–2025, nr. 705, vraag 1"))
    #expect(heading.all("a").map { $0.attributes["href"] } == ["/set/ah-tk-20242025-705#vraag-1"])
    #expect(page.first("title")?.text == "Als ah-tk-20242025-705#1 – Vraagbaak")
    #expect(page.all("a").allSatisfy { $0.text != "waarom?" })
    #expect(try shelf.get("/?lijkt=xyzzy").status == 404)
  }

  @Test("A parameter with a value that it cannot have gives a page that says what was expected")
  func mistakes() async throws {
    let shelf = try await Self.shelf()
    let response = try shelf.get("/?q=veerpont&sorteer=mooiste")
    #expect(response.status == 400)
    #expect(
      try PageTree(response).first("main")?.first("p")?.text
        == "sorteer kan niet «mooiste» zijn; verwacht wordt: relevantie, nieuwste, oudste, nummer.")
  }
}
