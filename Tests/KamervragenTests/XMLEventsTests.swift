import Testing

@testable import Kamervragen

@Suite("The events of XML")
struct XMLEventsTests {
  private func events(_ text: String) throws(ReadError) -> [XMLEvent] {
    var events: [XMLEvent] = []
    try XMLEvents.read(Array(text.utf8), form: .xml) { event throws(ReadError) in
      events.append(event)
    }
    return events
  }

  @Test("Elements, attributes, text and empty elements come in their order")
  func order() throws {
    #expect(
      try events("<a b='1' x:c='é' xmlns:x='u'>één<br/><![CDATA[<x>]]></a>") == [
        .start(name: "a", attributes: ["b": "1", "c": "é", "x": "u"]), .text("één"),
        .start(name: "br", attributes: [:]), .end(name: "br"), .text("<x>"), .end(name: "a"),
      ])
  }

  @Test("Letters of HTML are known without a DTD; a document's own entities are not expanded")
  func entities() throws {
    #expect(
      try events("<!DOCTYPE a SYSTEM 'http://x.invalid/a.dtd'><a>&eacute;&nbsp;&lt;</a>") == [
        .start(name: "a", attributes: [:]), .text("é"), .text("\u{A0}"), .text("<"),
        .end(name: "a"),
      ])
    let own = "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><a>&e;</a>"
    #expect(
      try events(own) == [
        .start(name: "a", attributes: [:]), .text("\u{FFFD}"), .end(name: "a"),
      ])
  }

  @Test("What is no XML is damaged, with its line")
  func damaged() {
    #expect(throws: ReadError.damaged(form: .xml, reason: "x")) {
      do { _ = try events("<a>\n<b>\n</a>") } catch {
        #expect("\(error)".contains("regel 3: "))
        throw ReadError.damaged(form: .xml, reason: "x")
      }
    }
    #expect(throws: ReadError.self) { try events("<a>") }
    #expect(throws: ReadError.self) { try events("") }
    let deep =
      String(repeating: "<a>", count: 220) + String(repeating: "</a>", count: 220)
    #expect(
      throws: ReadError.damaged(form: .xml, reason: "regel 1: meer dan 200 elementen in elkaar")
    ) { try events(deep) }
  }
}
