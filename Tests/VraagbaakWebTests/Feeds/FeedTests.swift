import Foundation
import HTTPServer
import PassageIndex
import TestSupport
import Testing
import VraagbaakReport

@testable import VraagbaakWeb

@Suite("The feed of a search")
struct FeedTests {
  @Test("It is Atom: every element that must be there is, once, and every moment is one")
  func valid() async throws {
    let site = try await IndexedSite()
    for query in [
      "q=klanten", "q=de+OF+het", "q=de&groep=set", "q=xyzzy", "lijkt=ah-tk-20242025-705",
    ] {
      let response = try site.get("/zoek.atom?" + query)
      #expect(response["Content-Type"] == "application/atom+xml; charset=utf-8")
      let feed = try XMLTree.of(response.body)
      #expect(feed.name == "feed")
      for element in [feed] + feed.all("entry") {
        for name in ["id", "title", "updated"] { #expect(element.all(name).count == 1) }
        #expect(element["updated"]?.text.wholeMatch(of: /\d{4}-\d\d-\d\dT00:00:00Z/) != nil)
        let id = try #require(element["id"]?.text)
        let form = /urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/
        #expect(id.wholeMatch(of: form) != nil, "\(id)")
      }
      #expect(feed["author"]?["name"]?.text == "Vraagbaak")
      let ids = feed.all("entry").compactMap { $0["id"]?.text }
      #expect(Set(ids).count == ids.count)
      for entry in feed.all("entry") {
        #expect(entry.links("alternate").count == 1)
        #expect(entry["summary"]?.attributes["type"] == "html")
      }
    }
  }

  @Test("The newest come first, whatever order is asked for, and only what has everything")
  func newest() async throws {
    let site = try await IndexedSite()
    let plain = try XMLTree.of(site.get("/zoek.atom?q=de+OF+het").body)
    let dates = plain.all("entry").compactMap { $0["updated"]?.text }
    #expect(dates.count > 20)
    // What has no day comes last.
    #expect(dates == dates.sorted(by: >))
    #expect(plain["updated"]?.text == dates[0])
    let sorted = try XMLTree.of(site.get("/zoek.atom?q=de+OF+het&sorteer=oudste").body)
    #expect(sorted.all("entry") == plain.all("entry"))
    let none = try XMLTree.of(site.get("/zoek.atom?q=klanten+xyzzy").body)
    #expect(none.all("entry") == [])
    #expect(try site.json("/api/v1/search?q=klanten+xyzzy")["results"]?.elements.isEmpty == false)
  }

  @Test("An entry says who asked, the kind and topics, and leads to the question in its set")
  func entry() async throws {
    let site = try await IndexedSite()
    let feed = try XMLTree.of(
      site.get("/zoek.atom?q=opsporingscapaciteit+klanten").body)
    let entry = try #require(
      feed.all("entry").first { $0["title"]?.text.contains("nr. 705, vraag 2") == true })
    #expect(
      entry["title"]?.text
        == "Aanhangsel 2024–2025, nr. 705, vraag 2: de aanpak van klanten die betaalde seks hebben "
        + "met minderjarige slachtoffers van seksuele uitbuiting")
    #expect(entry["updated"]?.text == "2024-12-03T00:00:00Z")
    #expect(
      entry.all("author").compactMap { $0["name"]?.text }.prefix(2) == [
        "Bikker (ChristenUnie)", "Krul (CDA)",
      ])
    #expect(
      entry.all("category").first?.attributes == [
        "term": "answered", "label": "vragen met antwoord",
      ])
    #expect(
      entry.links("alternate") == [
        "https://kamervragen.example/vragen/set/ah-tk-20242025-705#vraag-2"
      ])
    #expect(entry["summary"]?.text.contains("<b>klanten</b>") == true)
    #expect(entry["id"]?.text == Feed.name("passage", "ah-tk-20242025-705#2"))
  }

  @Test("Names of feed and entries are those of yesterday, and the same on every host")
  func names() async throws {
    #expect(
      Feed.name("passage", "ah-tk-20242025-705#3")
        == "urn:uuid:bdf1d613-0609-81fc-ab95-4bb80d8517f8")
    let one = try await IndexedSite(url: "https://een.example")
    let two = try await IndexedSite(url: "http://twee.example:8642/pad/")
    func ids(_ site: IndexedSite, _ query: String) throws -> [String] {
      let feed = try XMLTree.of(site.get("/zoek.atom?" + query).body)
      return ([feed] + feed.all("entry")).compactMap { $0["id"]?.text }
    }
    #expect(try ids(one, "q=klanten") == ids(two, "q=klanten"))
    #expect(try ids(one, "q=klanten&sorteer=oudste") == ids(one, "q=klanten&per=20"))
    #expect(try ids(one, "q=klanten")[0] != ids(one, "q=klant")[0])
    #expect(try ids(one, "q=klanten")[0] != ids(one, "q=klanten&exact=1")[0])
  }

  @Test("A long feed is in pages that lead to each other, and together have every match once")
  func pages() async throws {
    let site = try await IndexedSite()
    var ids: [String] = []
    var target = "/zoek.atom?q=soort:beantwoord+OF+soort:vragen+OF+soort:uitstel"
    var pages = 0
    while true {
      let feed = try XMLTree.of(site.get(target).body)
      pages += 1
      ids += feed.all("entry").compactMap { $0["id"]?.text }
      #expect(feed.links("previous").count == (pages > 1 ? 1 : 0))
      guard let next = feed.links("next").first else { break }
      let path = try #require(next.firstRange(of: "/zoek.atom"))
      target = String(next[path.lowerBound...])
    }
    let total = try site.json(
      "/api/v1/search?q=soort:beantwoord+OF+soort:vragen+OF+soort:uitstel&all=1&limit=0")
    #expect(total["total"]?["lower"] == .integer(ids.count))
    #expect(ids.count > Feed.pageSize)
    #expect(pages == (ids.count + Feed.pageSize) / Feed.pageSize)
    #expect(Set(ids).count == ids.count)
  }

  @Test("Whatever a document has in it, the feed stays XML and says it as text")
  func hostile() async throws {
    let site = try await IndexedSite(
      Publication(
        members: "het lid **\"><b>Bik** & (]]>)", subject: "<b>&lt; \u{202E}\u{FFFE}\u{1}]]> \"'",
        passages: [
          ("1", "Is <script>boos</script> & ]]> \u{FFFF}\u{85}\u{2028} &#0; klaar?", "Ja.")
        ]))
    let response = try site.get("/zoek.atom?q=boos+%3C%26%22%EF%BF%BF%00")
    let feed = try XMLTree.of(response.body)
    #expect(feed.all("entry").count == 1)
    let entry = try #require(feed["entry"])
    #expect(entry["summary"]?.text.contains("&lt;script&gt;<b>boos</b>&lt;/script&gt;") == true)
    let forbidden = response.text.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x0A, 0x20...0x7E, 0xA0...0x2027, 0x2030...0x2065, 0x2070...0xFDCF,
        0xFDF0...0xFEFE, 0xFF00...0xFFFD, 0x10000...:
        false
      default: true
      }
    }
    #expect(forbidden.isEmpty)
  }

  @Test("A wrong value, or a set that is not there, is an error")
  func mistakes() async throws {
    let site = try await IndexedSite()
    #expect(try site.get("/zoek.atom?q=a&sorteer=x").status == 400)
    #expect(try site.get("/zoek.csv?q=a&pagina=0").status == 400)
    #expect(try site.get("/zoek.atom?lijkt=nergens").status == 404)
    #expect(try site.get("/zoek.csv?lijkt=nergens").status == 404)
  }
}
