import PassageSearch
import TestSupport
import Testing

@testable import VraagbaakReport

/// `search --short`: two lines a result.
@Suite("The short text of vraagbaak search")
struct ShortTextTests {
  @Test("A result is two lines: who asked what and when, and the words that were found")
  func whole() throws {
    let run = try Workplace([.allowance, .harbour]).run("search", "--short", "toeslag", "reparatie")
    #expect(
      run.output == """
        1 passage: toeslag · en · reparatie; 2 bevatten een deel
        1. Aanhangsel 2024–2025, nr. 902, vraag 1 · 4-2-2025 · Bakker (VVD) e.a.
           … het dat de reparatie van zo'n fort € 1,5 mln kost, en dat er geen toeslag …
        2. Aanhangsel 2024–2025, nr. 901, vragen 2 en 3 · 1-10-2024 · Jansen (D66)
           zonder reparatie: Waarom is de toeslag te laat betaald? Hoeveel gezinnen …
        3. Aanhangsel 2024–2025, nr. 901, vraag 1 · 1-10-2024 · Jansen (D66)
           zonder reparatie: Kent u het bericht «Toeslag te laat»?¹

        """)
    #expect(run.status == 0)
  }

  @Test("Ten results fit a screen of 24 lines at any width, and no line is wider")
  func fits() throws {
    let place = try Workplace(Publication.many(2))
    for columns in [20, 40, 80, 140] {
      let run = try place.run(
        "search", "--short", "hoe", "staat", "dossiers", "loopt", "ontbrekend",
        environment: ["COLUMNS": "\(columns)"])
      #expect(run.lines.count <= 23)
      if columns >= 40 { #expect(run.lines.count == 21 || run.lines.count == 22) }
      for line in run.lines { #expect(line.count <= columns, "\(line)") }
    }
  }

  @Test("Any number of columns is taken, however large")
  func columns() throws {
    let place = try Workplace([.harbour])
    let run = try place.run(
      "search", "--short", "fort", environment: ["COLUMNS": "\(Int.max)"])
    #expect(run.status == 0)
    #expect(run.lines.count == 3)
  }

  @Test("Long words that are missing are cut before the colon")
  func longMissing() throws {
    let place = try Workplace([.harbour])
    let word = String(repeating: "ontbrekend", count: 5)
    let run = try place.run(
      "search", "--short", "fort", word, environment: ["COLUMNS": "60"])
    #expect(run.lines.contains { $0.hasPrefix("   zonder ontbrekend") && $0.contains("…: ") })
  }

  @Test("Of several members as many are named as there is room for")
  func members() throws {
    let place = try Workplace([.harbour])
    func first(_ columns: Int) throws -> String? {
      try place.run("search", "--short", "fort", environment: ["COLUMNS": "\(columns)"])
        .lines.dropFirst().first
    }
    let start = "1. Aanhangsel 2024–2025, nr. 902, vraag 1 · 4-2-2025"
    #expect(try first(90) == "\(start) · Bakker (VVD), De Boer (SP)")
    #expect(try first(75) == "\(start) · Bakker (VVD) e.a.")
    #expect(try first(67) == "\(start) · Bakker e.a.")
    #expect(try first(60) == "\(start) · Bakk…")
  }

  @Test("--short is for text, and facets stand below it")
  func forms() throws {
    let place = try Workplace([.allowance])
    let run = try place.run("search", "--short", "--format", "json", "toeslag")
    #expect(
      run.messages.first
        == "vraagbaak search: --short is voor tekst en gaat niet samen met --format json")
    #expect(run.status == 2)
    let facets = try place.run("search", "--short", "--facet", "partij", "toeslag")
    #expect(facets.output.hasSuffix("\n\nAantal passages per partij\n     2 D66\n"))
  }

  private static func snippet(_ text: String, _ hits: [String]) -> Snippet {
    var pieces: [Snippet.Piece] = []
    var rest = text[...]
    while let next = hits.compactMap({ rest.firstRange(of: $0) }).min(by: {
      $0.lowerBound < $1.lowerBound
    }) {
      pieces.append(.init(text: String(rest[..<next.lowerBound]), isHit: false))
      pieces.append(.init(text: String(rest[next]), isHit: true))
      rest = rest[next.upperBound...]
    }
    pieces.append(.init(text: String(rest), isHit: false))
    return Snippet(pieces: pieces)
  }

  @Test(
    "A line of a snippet is cut between words, around as many different hits as it can show",
    arguments: [
      ("kort genoeg", ["kort"], 20, "kort genoeg"),
      (
        "een lange zin waarin pas aan het eind de beuk staat", ["beuk"], 30,
        "… aan het eind de beuk staat"
      ),
      (
        "de eik en dan nog een hele tijd niets en dan weer niets", ["eik"], 30,
        "de eik en dan nog een hele …"
      ),
      (
        "eik eik eik eik niets niets niets niets niets niets eik met beuk en zo", ["eik", "beuk"],
        32, "… niets eik met beuk en zo"
      ),
      (
        String(repeating: "x", count: 50) + "eik" + String(repeating: "y", count: 50), ["eik"], 20,
        "… eikyyyyyyyyyyyyy …"
      ),
    ] as [(String, [String], Int, String)])
  func line(_ text: String, _ hits: [String], _ columns: Int, _ line: String) {
    #expect(Self.snippet(text, hits).line(of: columns).plain == line)
  }

  @Test("A line never has more columns than asked for, and its text is that of the snippet")
  func anyLine() {
    let words = ["eik", "de", "beukenhaag", "…", "é", "x", "wilgentakken", "a"]
    var generator = SeededGenerator(seed: 22)
    for round in 0..<300 {
      let text = (0..<30).map { _ in words.randomElement(using: &generator) ?? "" }
        .joined(separator: round % 3 == 0 ? "" : " ")
      let snippet = Self.snippet(text, ["eik", "beuk"])
      for columns in [6, 10, 25, 60] {
        let line = snippet.line(of: columns)
        #expect(line.plain.count <= columns)
        let inner = line.plain.trimmingPrefix("… ")
        #expect(text.contains(inner.hasSuffix(" …") ? inner.dropLast(2) : inner))
      }
    }
  }
}
