import Foundation
import HTTPServer
import TestSupport
import Testing

@testable import VraagbaakWeb

/// A document, the name of a file or a query may hold anything. What a browser reads must be what
/// this program means: the strict reader refuses the rest.
@Suite("Hostile texts in pages")
struct HostilePageTests {
  /// Texts that would become markup, attributes, addresses, or something that cannot be seen.
  private static let pieces = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</title>", "</mark>", "\"", "'",
    "\" onmouseover=\"alert(1)", "&lt;", "&amp", "&#60;", "<!--", "-->", "]]>", "<svg/onload=a>",
    "javascript:alert(1)", "https://a.example/\"onclick=\"b", "http://b.example/<b>",
    "https://c.example/ok?x=1&y=2", "data:text/html,x", "\u{202E}omgekeerd\u{2066}", "\u{0}",
    "\u{1B}[31m", "\u{7F}", "\u{85}\u{2028}", "\u{FEFF}", "\u{200E}", "`", "{{7*7}}", "${x}", "%3C",
    "+", "[1]", "¹", "*", "\t", " ", "\\", "/", "#", "?", "veerpont", "é", "\u{1F9EC}", "e\u{301}",
    "<a href=//d.example>", "//e.example", "\u{FFFD}", "=", "a",
  ]

  private static func text(_ count: ClosedRange<Int>, _ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: count, using: &random))
      .map { _ in pieces.randomElement(using: &random) ?? "" }.joined(separator: " ")
  }

  private static func publication(_ number: Int, _ random: inout SeededGenerator) -> Publication {
    Publication(
      number: "\(number)", members: "het lid **Jan\(text(0...2, &random))sen** (D66)",
      subject: "veerpont \(text(1...5, &random))",
      passages: [
        ("1", "Vaart de veerpont \(text(1...8, &random))?¹", "Ja, \(text(1...8, &random)) zeker."),
        ("2 en 3", "Wat kost \(text(1...8, &random)) dat?", "Niets \(text(1...8, &random))."),
      ], end: "¹ De Courant \(text(1...5, &random))")
  }

  /// The characters of text that pages must not have.
  private static func isHostile(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
    case 0x061C, 0x200E, 0x200F, 0xFEFF: true
    default: false
    }
  }

  private static let attributes: Set<String> = [
    "action", "aria-current", "aria-hidden", "aria-label", "aria-labelledby", "autocomplete",
    "autofocus", "charset", "class", "content", "d", "data-tekst", "datetime", "defer", "for",
    "hidden", "href", "id", "lang", "name", "open", "preserveAspectRatio", "rel", "role", "scope",
    "spellcheck", "src", "start", "tabindex", "title", "type", "value", "viewBox",
  ]

  /// Checks everything that a page may have.
  private static func check(_ response: HTTPResponse, _ target: String) throws {
    let page = try PageTree(response)
    let elements = page.descendants
    for element in elements {
      let unknown = Set(element.attributes.keys).subtracting(attributes)
      #expect(unknown.isEmpty, "\(target): \(element.name) \(unknown)")
      for name in ["href", "src", "action"] {
        guard let address = element.attributes[name] else { continue }
        let isOfSite =
          address.first.map { "/?#".contains($0) } == true && !address.hasPrefix("//")
        #expect(
          isOfSite || address.wholeMatch(of: /https?:\/\/[!-~]+/) != nil, "\(target): \(address)")
      }
    }
    // The only script and style are files of the site.
    #expect(
      elements.filter { $0.name == "script" }.map { $0.attributes["src"]?.prefix(10) } == [
        "/script.js"
      ])
    #expect(
      elements.allSatisfy { !["style", "iframe", "img", "object", "base"].contains($0.name) })
    let ids = elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count, "\(target): an id twice")
    let text = String(decoding: response.body, as: UTF8.self)
    #expect(!text.unicodeScalars.contains(where: isHostile), "\(target)")
    for element in elements {
      guard let address = element.attributes["href"], address.hasPrefix("#") else { continue }
      #expect(ids.contains(String(address.dropFirst())), "\(target): \(address) leads nowhere")
    }
  }

  @Test(
    "Every page over documents of random hostile texts means what this program means",
    arguments: 1...8)
  func documents(_ seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let numbers = 101...104
    var documents: [String: String] = [:]
    for number in numbers {
      documents["\(number)\" <b onclick='x'>&amp;.md"] = Self.publication(number, &random).text
    }
    documents["geen \"<i>vraag&.pdf"] = "%PDF-1.4 <b>\"'&"
    let shelf = try await PageShelf(documents)
    let query = HTTPTargetText.encoded("veerpont \(Self.text(1...4, &random))")
    var targets = [
      "/", "/stand", "/hulp", "/?q=veerpont", "/?q=\(query)", "/?q=veerpont&groep=set&per=2",
      "/?q=\(query)&partij=\(query)&jaar=\(query)&lid=\(query)", "/?lijkt=ah-tk-20242025-101",
      "/?q=veerpont&waarom=ah-tk-20242025-102%231", "/?q=veerpont&sorteer=\(query)",
      "/set/\(query)", "/passage/\(query)", "/?lijkt=\(query)", "/\(query)",
    ]
    // Some texts change how the head of their document is read, and with it the name of the set.
    let sets = try shelf.page("/?q=veerpont&groep=set&per=100").all("article").compactMap { hit in
      hit.first("a")?.attributes["href"]
    }
    #expect(sets.count > 2)
    targets += sets
    targets += sets.map { $0.replacing("?q=veerpont", with: "?q=\(query)") }
    for target in targets { try Self.check(try shelf.get(target), target) }
    for target in sets {
      #expect(
        try shelf.page(target).first("article")?.text.contains("veerpont") == true, "\(target)")
    }
  }

  @Test("A text is shown as it is, whatever it would mean")
  func shown() async throws {
    let shelf = try await PageShelf([
      Publication(
        number: "101", subject: "de pont & <b>de</b> \"brug\"",
        passages: [("1", "Is 1 < 2 & 'x' > \"y\"?", "Ja: <script>alert(1)</script>.")])
    ])
    let page = try shelf.page("/set/ah-tk-20242025-101")
    #expect(page.first("h1")?.text == "de pont & <b>de</b> \"brug\"")
    #expect(
      page.element("vraag-1")?.all("p").map(\.text) == [
        "Is 1 < 2 & 'x' > \"y\"?", "Ja: <script>alert(1)</script>.",
      ])
  }
}

/// Text as a browser sends it in a form.
enum HTTPTargetText {
  static func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }
}
