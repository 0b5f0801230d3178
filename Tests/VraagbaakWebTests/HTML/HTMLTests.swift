import Testing

@testable import VraagbaakWeb

@Suite("HTML that only escaped text can enter")
struct HTMLTests {
  private func text(_ html: HTML) -> String { String(decoding: html.bytes, as: UTF8.self) }

  @Test("Text is escaped, HTML is not")
  func escaping() {
    let name = "<b class=\"x\">'&'</b>"
    let inner: HTML = "<i>\(name)</i>"
    #expect(text(inner) == "<i>&lt;b class=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/b&gt;</i>")
    #expect(text("<p>\(inner)</p>") == "<p>\(text(inner))</p>")
    #expect(text("\([inner, inner])") == text(inner) + text(inner))
    #expect(text("\(nil as HTML?)\(3)") == "3")
  }

  @Test("Control characters and marks of direction do not enter")
  func controls() {
    #expect(text("\("a\u{0}\u{202E}b\tc\u{2028}d")") == "ab c d")
  }

  @Test("An address is of this site or of the web, and nothing else is one")
  func addresses() {
    #expect(Address(elsewhere: "https://a.example/x?y=1&z")?.written == "https://a.example/x?y=1&z")
    for text in [
      "javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", " https://a.example",
      "//a.example",
      "https://a.example/é", "https://a.example/\u{202E}", "https://a.example/ b", "", "ftp://a",
    ] {
      #expect(Address(elsewhere: text) == nil, "\(text)")
    }
    let address = Address(
      base: "/vragen", path: ["set", "a/b#c?d"], parameters: [("q", "\"é & +\"")], fragment: "x y")
    #expect(address.written == "/vragen/set/a%2Fb%23c%3Fd?q=%22%C3%A9%20%26%20%2B%22#x%20y")
    #expect(text("<a href=\"\(to: address)\">") == "<a href=\"\(address.written)\">")
  }

  @Test("Another search of the page is an address relative to it")
  func relative() {
    #expect(Address(search: SearchParameters("eik")).written == "?q=eik")
    #expect(Address(search: SearchParameters()).written == "?")
    #expect(
      Address(search: SearchParameters("eik"), fragment: "treffer-3").written == "?q=eik#treffer-3")
  }
}

@Suite("A text with what stands out in it")
struct MarkedTextTests {
  private func text(_ html: [HTML]) -> [String] {
    html.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  @Test("Paragraphs are separated by empty lines, and a single line end is a break")
  func paragraphs() {
    #expect(text(MarkedText("a\n\nb\nc\n\n\n\nd").paragraphs) == ["a", "b<br>\nc", "d"])
    #expect(text(MarkedText("").paragraphs) == [])
    #expect(text(MarkedText("\n\n\n").paragraphs) == [])
  }

  @Test("Web addresses are links, up to the punctuation behind them")
  func addresses() {
    func linked(_ plain: String) -> String {
      var marked = MarkedText(plain)
      marked.addWebAddresses()
      return text([marked.line])[0]
    }
    #expect(
      linked("Zie (https://a.example/x?b=1&c), en http://d.example/é.")
        == "Zie (<a rel=\"noreferrer\" href=\"https://a.example/x?b=1&amp;c\">"
        + "https://a.example/x?b=1&amp;c</a>), en "
        + "<a rel=\"noreferrer\" href=\"http://d.example/\">http://d.example/</a>é.")
    for plain in ["https://", "http:// x", "javascript:https", "www.a.example", "ttps://a"] {
      #expect(linked(plain) == plain)
    }
  }

  @Test("A link that overlaps another, or lies outside of the text, is left out")
  func overlap() {
    var marked = MarkedText("abcdef")
    marked.add([
      MarkedText.Link(range: 1..<3, start: "<a>"), MarkedText.Link(range: 2..<5, start: "<i>"),
      MarkedText.Link(range: 4..<9, start: "<u>"),
    ])
    #expect(text([marked.line]) == ["a<a>bc</a>def"])
  }
}
