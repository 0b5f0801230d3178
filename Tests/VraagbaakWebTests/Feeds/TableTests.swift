import HTTPServer
import PassageIndex
import TestSupport
import Testing
import VraagbaakReport

@testable import VraagbaakWeb

@Suite("The table of a search")
struct TableTests {
  @Test("It is what the command prints, from the first match on, whatever the page")
  func whole() async throws {
    let site = try await IndexedSite()
    var request = SearchRequest("de OF het")
    request.limit = 1000
    request.sort = .oldest
    let found = try site.reader.search(request)
    let lines = SearchTable.csv(request, found, hasHeader: true)
    #expect(lines.count > 30)
    let expected = "\u{FEFF}" + lines.map { $0 + "\n" }.joined()
    for page in ["", "&pagina=3", "&per=5"] {
      let table = try site.get("/zoek.csv?q=de+OF+het&sorteer=oudste" + page)
      #expect(table["Content-Type"] == "text/csv; charset=utf-8; header=present")
      #expect(table.body == Array(expected.utf8))
    }
  }

  @Test(
    "The file is named after the query, and by no character that a header or a disk minds",
    arguments: [
      ("q=klanten+opsporen", "attachment; filename=\"vraagbaak-klanten-opsporen.csv\""),
      ("q=", "attachment; filename=\"vraagbaak.csv\""),
      ("q=%22..%2F%5C%0D%0Aa%3Ab;", "attachment; filename=\"vraagbaak-a-b.csv\""),
      (
        "q=Financi%C3%ABn",
        "attachment; filename=\"vraagbaak-financin.csv\"; "
          + "filename*=UTF-8''vraagbaak-financi%C3%ABn.csv"
      ),
      ("lijkt=ah-tk-20242025-705", "attachment; filename=\"vraagbaak-ah-tk-20242025-705.csv\""),
      (
        "q=" + String(repeating: "lang", count: 40),
        "attachment; filename=\"vraagbaak-" + String(repeating: "lang", count: 15) + ".csv\""
      ),
    ])
  func name(_ query: String, _ disposition: String) async throws {
    let table = try await IndexedSite().get("/zoek.csv?" + query)
    #expect(table["Content-Disposition"] == disposition)
  }
}

@Suite("What browsers and search engines read")
struct SiteFileTests {
  @Test("A browser learns where to search, where completions are and where news is")
  func openSearch() async throws {
    let response = try await IndexedSite().get("/opensearch.xml")
    #expect(
      response["Content-Type"] == "application/opensearchdescription+xml; charset=utf-8")
    let document = try XMLTree.of(response.body)
    #expect(document["ShortName"]?.text == "Vraagbaak")
    let base = "https://kamervragen.example/vragen"
    #expect(
      document.all("Url").map { [$0.attributes["type"], $0.attributes["template"]] } == [
        ["text/html", base + "/?q={searchTerms}"],
        [
          "application/x-suggestions+json",
          base + "/api/v1/suggest?q={searchTerms}&format=opensearch",
        ],
        ["application/atom+xml", base + "/zoek.atom?q={searchTerms}"],
        ["application/opensearchdescription+xml", base + "/opensearch.xml"],
      ])
    #expect(document["Image"]?.text.hasPrefix(base + "/vraagbaak.svg") == true)
  }

  @Test("Sets may be crawled, searches may not")
  func robots() async throws {
    let text = try await IndexedSite().get("/robots.txt").text
    #expect(
      text == """
        User-agent: *
        Disallow: /vragen/?
        Disallow: /vragen/*?
        Disallow: /vragen/passage/
        Disallow: /vragen/zoek.
        Disallow: /vragen/api/
        Disallow: /vragen/metrics
        Disallow: /vragen/gezond
        Allow: /vragen/

        Sitemap: https://kamervragen.example/vragen/sitemap.xml

        """)
  }

  @Test("The sitemap has every set once, with the day of its publication, in the parts it names")
  func sitemap() async throws {
    let site = try await IndexedSite()
    let list = try XMLTree.of(site.get("/sitemap.xml").body)
    #expect(list.name == "sitemapindex")
    let base = "https://kamervragen.example/vragen"
    let parts = list.all("sitemap").compactMap { $0["loc"]?.text }
    #expect(parts == [base + "/sitemap-1.xml"])
    let part = try XMLTree.of(site.get("/sitemap-1.xml").body)
    #expect(part.name == "urlset")
    let sets = try site.reader.sets()
    #expect(sets.count > 10)
    #expect(
      part.all("url").map { [$0["loc"]?.text, $0["lastmod"]?.text] }
        == sets.map { ["\(base)/set/\(Address.encoded($0.key))", $0.date?.description] })
    #expect(
      list.all("sitemap")[0]["lastmod"]?.text == sets.compactMap(\.date).max()?.description)
    for name in [
      "sitemap-2.xml", "sitemap-0.xml", "sitemap-9223372036854775807.xml", "sitemap-x.xml",
    ] {
      #expect(try site.get("/" + name).status == 404)
    }
  }
}
