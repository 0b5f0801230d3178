import Kamervragen
import TestSupport
import Testing

@testable import Harvest

@Suite("A page of the Tweede Kamer's feed")
struct FeedPageTests {
  static let base = "http://127.0.0.1:8080/SyncFeed/2.0/Feed"

  private static func link(_ relation: String, _ address: String) -> String {
    "<link rel=\"\(relation)\" href=\"\(address.replacing("&", with: "&amp;"))\"/>"
  }

  private static func next(_ place: Int, _ category: FeedCategory = .document) -> String {
    link("next", "\(base)?category=\(category.rawValue)&skiptoken=\(place)")
  }

  static func page(_ entries: String..., links: String = next(107)) -> [UInt8] {
    Array(
      """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom"><title>SyncFeed</title>
      <link rel="self" href="\(base)?category=Document"/>\(links)
      \(entries.joined(separator: "\n"))</feed>
      """.utf8)
  }

  static func entry(_ content: String, enclosure: Bool = true) -> String {
    """
    <entry><title>x</title><updated>2026-07-03T22:33:10Z</updated>\(next(99))
    \(enclosure ? link("enclosure", "http://127.0.0.1/Resources/x") : "")
    <content type="application/xml">\(content)</content></entry>
    """
  }

  static func document(
    _ guid: String = "0c9a-1", number: String = "2026D04321", kind: String = "Schriftelijke vragen",
    deleted: String = "false", prefix: String = "tk:", more: String = ""
  ) -> String {
    let space = "http://www.tweedekamer.nl/xsd/tkData/v1-0"
    return """
      <document xmlns="\(space)" xmlns:tk="\(space)" id="\(guid)" \
      \(prefix)bijgewerkt="2026-07-04T00:32:12.6700000" \(prefix)verwijderd="\(deleted)" \
      \(prefix)contentType="application/pdf" \(prefix)contentLength="4321"><soort>\(kind)</soort>\
      <documentNummer>\(number)</documentNummer><datum>2026-07-02T00:00:00</datum>\(more)</document>
      """
  }

  static func version(_ identifier: String, document: String = "0c9a-1") -> String {
    """
    <documentVersie id="v-1" verwijderd="false"><document ref="\(document)"/>\
    <externeidentifier>\(identifier)</externeidentifier></documentVersie>
    """
  }

  private func read(
    _ bytes: [UInt8], _ category: FeedCategory = .document, after place: Int? = 99
  ) throws -> FeedPage {
    try FeedPage(bytes, category, from: try WebAddress(Self.base), after: place)
  }

  private func failure(_ bytes: [UInt8], after place: Int? = 99) throws -> String? {
    let address = try WebAddress(Self.base)
    do throws(FeedError) {
      _ = try FeedPage(bytes, .document, from: address, after: place)
      return nil
    } catch {
      return error.description
    }
  }

  private func expected(_ guid: String = "0c9a-1") throws -> FeedDocument {
    var publication = Harvest.Publication(
      identifier: "2026D04321", modified: try #require(CalendarDate(iso: "2026-07-03")))
    publication.stamp = "2026-07-04T00:32:12.6700000"
    return FeedDocument(
      resource: guid, publication: publication,
      date: try #require(CalendarDate(iso: "2026-07-02")), size: 4321)
  }

  @Test("A document is read, with and without a prefix at its attributes")
  func document() throws {
    for prefix in ["tk:", ""] {
      let page = try read(Self.page(Self.entry(Self.document(prefix: prefix))))
      #expect(page.entries == [.document(try expected())])
      #expect(page.next == 107)
      #expect(!page.isLast)
      #expect(page.unusable.isEmpty)
    }
  }

  @Test(
    "The four kinds are ours, whatever their case, and others are not",
    arguments: [
      ("Schriftelijke vragen", true), ("Antwoord schriftelijke vragen", true),
      ("Antwoord schriftelijke vragen (nader)", true), ("MEDEDELING (uitstel antwoord)", true),
      ("Motie", false), ("Aanhangsel van de Handelingen", false), ("Mededeling", false),
    ])
  func kinds(_ kind: String, _ isOurs: Bool) throws {
    let page = try read(Self.page(Self.entry(Self.document(kind: kind))))
    #expect(page.entries == (isOurs ? [.document(try expected())] : [.other("0c9a-1")]))
  }

  @Test(
    "The number of an answer gives the identifier that it will have",
    arguments: [
      ("252600824", "ah-tk-20252026-824"), ("080900007", "ah-tk-20082009-7"),
      ("252600000", ""), ("252700824", ""), ("2526824", ""), ("25260082x", ""), ("", ""),
      ("+12600824", ""),
    ])
  func number(_ text: String, _ identifier: String) throws {
    #expect(FeedDocument.identifier(ofNumber: text) == identifier)
    let page = try read(
      Self.page(
        Self.entry(Self.document(more: "<aanhangselnummer>\(text)</aanhangselnummer>"))))
    var document = try expected()
    document.expected = identifier
    #expect(page.entries == [.document(document)])
  }

  @Test("What is deleted is read as gone, in each way of writing true")
  func deleted() throws {
    for deleted in ["true", "True", "1"] {
      let page = try read(Self.page(Self.entry(Self.document(deleted: deleted))))
      #expect(page.entries == [.other("0c9a-1")])
    }
  }

  @Test("A placeholder, and a document without a file, say nothing yet")
  func placeholders() throws {
    let page = try read(
      Self.page(
        Self.entry("<document id=\"0c9a-2\" verwijderd=\"false\"/>"), Self.entry(""),
        Self.entry(Self.document(), enclosure: false), Self.entry("<zaak id=\"0c9a-3\"/>"),
        Self.entry(Self.document("../0c9a"))))
    #expect(page.entries.isEmpty)
    #expect(page.unusable.isEmpty)
  }

  @Test("A document whose number cannot be the name of a file is named")
  func unusable() throws {
    let page = try read(
      Self.page(
        Self.entry(Self.document(number: "../2026D1")), Self.entry(Self.document(number: "")),
        Self.entry(Self.document("0c9a-4"))))
    #expect(page.entries == [.document(try expected("0c9a-4"))])
    #expect(
      page.unusable == [
        "een document van de Tweede Kamer met het nummer «../2026D1»",
        "een document van de Tweede Kamer met het nummer «»",
      ])
  }

  @Test("A version says as what its document is published, once it is")
  func versions() throws {
    let nil1 = "<documentVersie id=\"v\"><document ref=\"d\"/><externeidentifier/></documentVersie>"
    let page = try read(
      Self.page(
        Self.entry(Self.version("kv-tk-2026Z00017")), Self.entry(nil1),
        Self.entry(Self.version("../kv")), links: Self.next(107, .version)), .version)
    #expect(page.entries == [.published(resource: "0c9a-1", identifier: "kv-tk-2026Z00017")])
  }

  @Test("An empty page is the end only if it says so")
  func ends() throws {
    let resume = Self.link("resume", "\(Self.base)?category=Document&skiptoken=99")
    let page = try read(Self.page(links: resume))
    #expect(page.isLast)
    #expect(page.next == 99)
    #expect(
      try failure(Self.page(links: "")) == "de feed is leeg en zegt niet waar hij verder gaat")
    #expect(try failure(Self.page()) == "de feed is leeg en zegt niet waar hij verder gaat")
    #expect(
      try failure(Self.page(Self.entry(Self.document()), links: ""))
        == "de pagina zegt niet waar de feed verder gaat")
  }

  @Test("A feed goes on in itself, at the same host, and further on")
  func links() throws {
    func failure(_ address: String) throws -> String? {
      try self.failure(
        Self.page(Self.entry(Self.document()), links: Self.link("next", address)))
    }
    let base = Self.base
    #expect(try failure("\(base)?skiptoken=107&category=document") == nil)
    #expect(try failure("?category=Document&skiptoken=107") == nil)
    #expect(try failure("\(base)?category=Document&skiptoken=99") != nil)
    #expect(try failure("\(base)?category=Document&skiptoken=98") != nil)
    #expect(try failure("\(base)?category=Zaak&skiptoken=107") != nil)
    #expect(try failure("\(base)?category=Document") != nil)
    #expect(try failure("\(base)?category=Document&skiptoken=veel") != nil)
    #expect(try failure("http://127.0.0.1:8081/Feed?category=Document&skiptoken=107") != nil)
    #expect(try failure("http://voorbeeld.invalid/Feed?category=Document&skiptoken=107") != nil)
    #expect(try failure("file:///Feed?category=Document&skiptoken=107") != nil)
    #expect(try failure("") != nil)
  }

  @Test(
    "What is no feed says so",
    arguments: [
      ("{\"error\": {}}", "het antwoord is geen XML"), ("", "het antwoord is geen XML"),
      ("<html><body>502</body></html>", "de wortel is «html»"),
      ("<!DOCTYPE a [<!ENTITY b \"c\">]><feed>&b;</feed>", "het declareert entiteiten"),
    ])
  func noFeed(_ text: String, _ expected: String) throws {
    #expect(try #require(try failure(Array(text.utf8))).contains(expected))
  }

  @Test("A page that was mutated is read or refused, goes on, and names no place outside")
  func mutated() throws {
    var random = SeededGenerator(seed: 2501)
    let address = try WebAddress(Self.base)
    let page = Self.page(
      Self.entry(Self.document()), Self.entry(Self.document("0c9a-2", deleted: "true")),
      Self.entry(
        Self.document(
          "0c9a-3", number: "2026D1", kind: "Antwoord schriftelijke vragen",
          more: "<aanhangselnummer>252600824</aanhangselnummer>")))
    var read = 0
    for _ in 0..<3000 {
      let bytes = page.damaged(1...2, Damage.allCases, using: &random)
      guard let result = try? FeedPage(bytes, .document, from: address, after: 99) else { continue }
      read += 1
      #expect(result.next > 99)
      for case .document(let document) in result.entries {
        let place = Mirror.place(of: document.publication.identifier)
        #expect(place.hasPrefix("tk/"))
        #expect(place.split(separator: "/").count == 3)
        #expect(!document.resource.contains("/"))
      }
    }
    #expect(read > 200)
  }
}
