import HTTPServer
import TestSupport
import Testing

@testable import VraagbaakWeb

@Suite("The page of a set")
struct SetPageTests {
  private static func shelf() async throws -> PageShelf {
    try await PageShelf([
      Publication(
        number: "705", members: "de leden **Bikker** (ChristenUnie) en **Krul** (CDA)",
        subject: "een oude veerpont",
        passages: [
          ("1", "Vaart de veerpont nog?¹", "Ja.\n\nElke dag, zoals ik eerder schreef.²"),
          ("2 en 3", "Wat kost de overtocht?\n\nEn wat kost een fiets?", "Twee euro, en niets."),
          (
            "4 en 5", "Is de pont veilig?", "Ja, zie https://pont.example/keuring?jaar=2024&deel=1."
          ),
        ], end: "¹ De Veerman, 3 mei 2024\n\n² Zie www.pont.example"),
      Publication(
        number: "706", subject: "een brug",
        passages: [("1", "Komt er een brug?", "Nee.")]),
    ])
  }

  private static func page(_ target: String = "/set/ah-tk-20242025-705") async throws -> PageTree {
    try await shelf().page(target)
  }

  @Test("Its head has the citation, the subject, who and when")
  func head() async throws {
    let page = try await Self.page()
    #expect(page.first("p", "vindplaats")?.text == "Aanhangsel 2024–2025, nr. 705")
    #expect(page.first("h1")?.text == "een oude veerpont")
    let facts = try #require(page.first("dl", "feiten"))
    #expect(
      zip(facts.all("dt"), facts.all("dd")).map { "\($0.text): \($1.text)" } == [
        "Gevraagd door: Bikker (ChristenUnie), Krul (CDA)",
        "Gericht aan: Minister van Justitie en Veiligheid", "Ingezonden: 17 oktober 2024",
        "Antwoord van: Minister Van Weel (Justitie en Veiligheid)",
        "Ontvangen: 3 december 2024",
      ])
    #expect(
      page.first("title")?.text == "een oude veerpont – Aanhangsel 2024–2025, nr. 705 – Vraagbaak")
  }

  @Test("Every question has an anchor, and stands under its own number if it can be told apart")
  func questions() async throws {
    let page = try await Self.page()
    #expect(
      page.all("section", "passage").map { $0.attributes["id"] } == [
        "vraag-1", "vraag-2", "vraag-4",
      ])
    #expect(
      page.first("article")?.all("h2").map(\.text) == [
        "Vraag 1", "Vraag 2", "Vraag 3", "Vragen 4 en 5", "Citeren", "Bronnen",
      ])
    #expect(
      page.all("h3").prefix(3).map(\.text) == [
        "Antwoord 1", "Antwoord 2 en 3", "Antwoord 4 en 5",
      ])
    #expect(page.element("vraag-3")?.text == "Vraag 3")
    #expect(page.element("vraag-5")?.name == "span")
    #expect(
      page.element("vraag-2")?.all("p").map(\.text) == [
        "Wat kost de overtocht?", "En wat kost een fiets?", "Twee euro, en niets.",
      ])
  }

  @Test("Marks of notes lead to the notes, and back")
  func notes() async throws {
    let passage = try #require(try await Self.page().element("vraag-1"))
    #expect(
      passage.links == [
        "¹ → #noot-1-1", "² → #noot-1-2", "1 → #teken-1-1", "2 → #teken-1-2",
      ])
    #expect(passage.element("teken-1-1")?.text == "¹")
    #expect(passage.element("noot-1-2")?.text == "2 Zie www.pont.example")
    #expect(
      passage.all("p").map(\.text) == [
        "Vaart de veerpont nog?¹", "Ja.", "Elke dag, zoals ik eerder schreef.²",
      ])
  }

  @Test("A web address is a link without the full stop behind it")
  func addresses() async throws {
    let page = try await Self.page()
    #expect(
      page.element("vraag-4")?.links == [
        "https://pont.example/keuring?jaar=2024&deel=1 → "
          + "https://pont.example/keuring?jaar=2024&deel=1"
      ])
  }

  @Test("The words of a query are marked, and there is a way back to its results")
  func marks() async throws {
    let page = try await Self.page("/set/ah-tk-20242025-705?q=veerpont+overtocht")
    #expect(page.all("mark").map(\.text) == ["veerpont", "veerpont", "overtocht"])
    #expect(page.link("‹ Alle treffers voor «veerpont overtocht»") == "/?q=veerpont%20overtocht")
    #expect(page.element("q")?.attributes["value"] == "veerpont overtocht")
  }

  @Test("It can be cited in every style, and names its file")
  func citing() async throws {
    let page = try await Self.page()
    let section = try #require(page.element("citeren"))
    #expect(section.all("h3").map(\.text) == ["Vindplaats", "BibTeX", "RIS", "Markdown"])
    #expect(
      section.first("pre")?.text
        == "Aanhangsel van de Handelingen, Tweede Kamer, vergaderjaar 2024–2025, nr. 705")
    #expect(
      section.all("button").map { $0.attributes["data-tekst"]?.prefix(6) } == [
        "Aanhan", "@misc{", "TY  - ", "[Aanha",
      ])
    #expect(page.first("ul", "bronnen")?.text.hasSuffix("1001.md") == true)
  }

  @Test("Questions lead to their answer, and the answer to the questions")
  func links() async throws {
    let shelf = try await PageShelf([
      "kv.md": Publication(
        number: "2024Z00123", subject: "de sluis", submitted: "5 november 2024", respondent: nil,
        received: nil, passages: [("1", "Lekt de sluis?", nil)]
      ).text,
      "ah-tk-20242025-810.md": Publication(
        number: "810", subject: "de sluis", submitted: "5 november 2024",
        received: "9 december 2024",
        passages: [("1", "Lekt de sluis?", "Nee.")],
        end: "Kenmerk 2024Z00123"
      ).text,
    ])
    let asked = try shelf.page("/set/kv-tk-2024Z00123")
    let answered = try shelf.page("/set/ah-tk-20242025-810")
    #expect(asked.link("ah-tk-20242025-810") == "/set/ah-tk-20242025-810")
    #expect(answered.link("kv-tk-2024Z00123") == "/set/kv-tk-2024Z00123")
  }
}

@Suite("Names that lead to the page of a set")
struct SetNameTests {
  private static func shelf() async throws -> PageShelf {
    try await PageShelf(
      [
        Publication(number: "705", passages: [("1", "Eik?", "Ja."), ("2 en 3", "Beuk?", "Nee.")]),
        Publication(
          number: "705", submitted: "17 oktober 2023", received: "3 december 2023",
          passages: [("1", "Els?", "Ja.")]),
        Publication(
          number: nil, submitted: nil, respondent: nil, received: nil,
          passages: [("1", "Iep?", nil)]),
      ], url: "https://kamer.example/vragen/")
  }

  @Test(
    "Any other name of a set gives its address",
    arguments: [
      ("/set/AH-TK-20242025-705", "/vragen/set/ah-tk-20242025-705"),
      ("/set/AH%20705%20(2024-2025)?q=eik", "/vragen/set/ah-tk-20242025-705?q=eik"),
      ("/set/1001.md", "/vragen/set/ah-tk-20242025-705"),
      ("/set/ah-tk-20242025-705%233", "/vragen/set/ah-tk-20242025-705#vraag-2"),
      (
        "/passage/ah-tk-20242025-705%232?q=eik+beuk",
        "/vragen/set/ah-tk-20242025-705?q=eik%20beuk#vraag-2"
      ),
      ("/passage/ah-tk-20242025-705", "/vragen/set/ah-tk-20242025-705"),
      ("/passage/1003%231", "/vragen/set/1003"),
    ])
  func names(_ name: String, _ address: String) async throws {
    let response = try await Self.shelf().get(name)
    #expect(response.status == 303)
    #expect(response["Location"] == address)
    #expect(response.body.isEmpty)
  }

  @Test("A name of several sets lists them")
  func several() async throws {
    let response = try await Self.shelf().get("/set/705")
    #expect(response.status == 300)
    let page = try PageTree(response)
    #expect(page.first("h1")?.text == "2 sets heten «705»")
    #expect(
      page.first("ul", "rij")?.links == [
        "Aanhangsel 2024–2025, nr. 705 → /vragen/set/ah-tk-20242025-705",
        "Aanhangsel 2023–2024, nr. 705 → /vragen/set/ah-tk-20232024-705",
      ])
  }

  @Test(
    "A name that the index does not have gives a page that searches for it",
    arguments: [
      "/set/ah-tk-19992000-1", "/passage/xyzzy%231",
    ])
  func unknown(_ target: String) async throws {
    let response = try await Self.shelf().get(target)
    #expect(response.status == 404)
    let page = try PageTree(response)
    #expect(page.first("h1")?.text == "Niet gevonden")
    #expect(page.first("main")?.links.first?.hasPrefix("Zoek naar «") == true)
  }

  @Test("A set without numbers is a page too")
  func unnumbered() async throws {
    let page = try await Self.shelf().page("/set/1003")
    #expect(page.all("section", "passage").count == 1)
    #expect(page.first("p", "vindplaats")?.text == "1003")
  }
}
