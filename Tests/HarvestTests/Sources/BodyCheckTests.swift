import TestSupport
import Testing

@testable import Harvest

@Suite("Whether a body is the document that was asked for")
struct BodyCheckTests {
  private let identifier = "ah-tk-99989999-7"

  private func check(
    _ body: String, _ form: DocumentForm, at address: String = "http://127.0.0.1/x",
    type: String = "application/xml"
  ) throws -> BodyCheck {
    let answer = Answer(
      address: try WebAddress(address), bytes: Array(body.utf8),
      mediaType: type, entityTag: nil, lastModified: nil)
    return BodyCheck(answer, form, of: identifier)
  }

  private func xml(_ identifier: String) -> String {
    """
    <officiele-publicatie><metadata><meta name="OVERHEIDop.externMetadataRecord" scheme=""
    content="https://zoek.officielebekendmakingen.nl/\(identifier)/metadata.xml"/></metadata>
    <kamervragen><vraag/></kamervragen></officiele-publicatie>
    """
  }

  @Test("XML, metadata, HTML and PDF of the publication are sound")
  func sound() throws {
    #expect(try check(xml(identifier), .xml) == .sound)
    #expect(try check("<kamervragen/>", .xml) == .sound)
    #expect(
      try check(
        "<metadata_gegevens><metadata name=\"DC.identifier\" content=\"AH-TK-99989999-7\"/>"
          + "</metadata_gegevens>", .metadata) == .sound)
    #expect(
      try check("<html><body>AH-tk-99989999-7</body></html>", .html, type: "text/html") == .sound)
    #expect(try check("%PDF-1.4\n…\n%%EOF\n", .pdf, type: "application/pdf") == .sound)
  }

  @Test("A Word file is whole if its list of files is at its end")
  func word() throws {
    let word = "PK\u{3}\u{4}[Content_Types].xml … word/document.xml … PK\u{5}\u{6}"
    #expect(try check(word, .docx) == .sound)
    #expect(try check(String(word.dropLast(2)), .docx) == .wrong("het is geen heel Word-bestand"))
    #expect(
      try check(word.replacing("word/", with: "xl/"), .docx)
        == .wrong("het is geen heel Word-bestand"))
    #expect(DocumentForm(ofDocument: Array(word.utf8)) == .docx)
    #expect(DocumentForm(ofDocument: Array("%PDF-1.7".utf8)) == .pdf)
    #expect(DocumentForm(ofDocument: [0xD0, 0xCF, 0x11, 0xE0]) == nil)
    #expect(DocumentForm(ofDocument: []) == nil)
  }

  @Test("Another document, half of one or a page of the site is not")
  func wrong() throws {
    let other = try check(xml("ah-tk-99989999-8"), .xml)
    #expect(other == .wrong("het document noemt zich ah-tk-99989999-8"))
    let half = try check(String(xml(identifier).dropLast(30)), .xml)
    guard case .wrong = half else { return #expect(Bool(false), "\(half)") }
    #expect(
      try check("<html><body>Onderhoud</body></html>", .xml, type: "text/html")
        == .wrong("het is een HTML-pagina en geen XML"))
    #expect(try check("<rss/>", .xml) == .wrong("de wortel is «rss»"))
    #expect(try check(xml(identifier), .metadata) == .wrong("de wortel is «officiele-publicatie»"))
    #expect(try check("", .xml) == .wrong("het antwoord is leeg"))
    #expect(
      try check("<html><body>Vraag 1", .html, type: "text/html")
        == .wrong("het is geen hele HTML-pagina"))
    #expect(
      try check("<html><body>Storing</body></html>", .html, type: "text/html")
        == .wrong("de pagina noemt ah-tk-99989999-7 niet"))
    #expect(
      try check("PK\u{3}\u{4} docx", .pdf, type: "application/pdf")
        == .wrong("het is geen heel PDF-bestand"))
    #expect(
      try check("%PDF-1.4\nhalf", .pdf, type: "application/pdf")
        == .wrong("het is geen heel PDF-bestand"))
    #expect(
      try check("<html></html>", .html, at: "http://127.0.0.1/fout404", type: "text/html")
        == .wrong("de site heeft het niet en verwijst naar http://127.0.0.1/fout404"))
    let entities = try check("<!DOCTYPE a [<!ENTITY b SYSTEM \"/etc/passwd\">]><a>&b;</a>", .xml)
    guard case .wrong(let reason) = entities else { return #expect(Bool(false), "\(entities)") }
    #expect(reason.contains("het declareert entiteiten"))
  }

  @Test("A withdrawn publication is known by its page, or by XML that is only metadata")
  func withdrawn() throws {
    let page =
      "<html><body>Deze publicatie is op verzoek van de publicerende organisatie verwijderd."
      + "</body></html>"
    #expect(try check(page, .html, type: "text/html") == .withdrawn)
    #expect(try check(page, .xml, type: "text/html") == .withdrawn)
    #expect(try check("<metadata><meta name=\"a\" content=\"b\"/></metadata>", .xml) == .withdrawn)
  }

  @Test("A document whose text has the sentence of a withdrawal is not withdrawn")
  func quotedSentence() throws {
    let text = xml(identifier).replacing(
      "<vraag/>", with: "<vraag>op verzoek van de publicerende organisatie verwijderd</vraag>")
    #expect(try check(text, .xml) == .sound)
  }

  @Test("Where the Tweede Kamer has its feeds and files follows from one address")
  func feedAddresses() throws {
    for base in [FeedAddresses.official, FeedAddresses.official + "/"] {
      let addresses = try FeedAddresses(base)
      #expect(
        addresses.page(of: .version, after: 26_700_000).text
          == "\(FeedAddresses.official)/Feed?category=DocumentVersie&skiptoken=26700000")
      #expect(
        addresses.page(of: .document, after: nil).text
          == "\(FeedAddresses.official)/Feed?category=Document")
      #expect(try addresses.file("0c9-1").text == "\(FeedAddresses.official)/Resources/0c9-1")
    }
    for wrong in ["https://example.org/SyncFeed", "http://127.0.0.1/?a=b", "SyncFeed", ""] {
      #expect(throws: AddressError.self) { _ = try FeedAddresses(wrong) }
    }
  }

  @Test("Where documents are follows from a pattern")
  func addresses() throws {
    let official = try DocumentAddresses(DocumentAddresses.official)
    #expect(
      try official.address(of: "ah-1", .xml).text
        == "https://zoek.officielebekendmakingen.nl/ah-1.xml")
    #expect(
      try official.address(of: "ah-1", .metadata).text
        == "https://zoek.officielebekendmakingen.nl/ah-1/metadata.xml")
    let repository = try DocumentAddresses("http://127.0.0.1:81/r/{id}/1/{form}/{file}")
    #expect(
      try repository.address(of: "ah-1", .pdf).text == "http://127.0.0.1:81/r/ah-1/1/pdf/ah-1.pdf")
    #expect(
      try repository.address(of: "ah-1", .metadata).text
        == "http://127.0.0.1:81/r/ah-1/1/metadata/metadata.xml")
    for wrong in [
      "https://example.org/{file}", "http://127.0.0.1/{form}", "ftp://127.0.0.1/{id}", "{file}", "",
    ] {
      #expect(throws: AddressError.self) { _ = try DocumentAddresses(wrong) }
    }
  }
}
