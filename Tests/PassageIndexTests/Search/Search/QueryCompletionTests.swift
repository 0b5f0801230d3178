import TestSupport
import Testing

@testable import PassageSearch

@Suite("Completions of a query that is being typed")
struct QueryCompletionTests {
  private static func shelf() async throws -> Shelf {
    try await Shelf(publications: [
      Publication(
        number: "101", members: "het lid **Toebosch** (D66)", subject: "toezicht",
        passages: [
          ("1", "Is de toeslag hoog?", "Het toezicht is goed."),
          ("2", "Zijn toeslagen nodig?", "De toegang en de toeslag."),
          ("3", "Wat doet café Toe?", "Het wordt één toegangspoort in Ånholt."),
        ]),
      Publication(
        number: "102", members: "het lid **Perk** (GroenLinks-PvdA)",
        passages: [("1", "Heeft hij het toezicht?", "Het heet hier, en het hekwerk is stevig.")]),
    ])
  }

  @Test("The last word goes on as most passages have it, and what stands before it stays")
  func lastWord() async throws {
    let reader = try await Self.shelf().reader
    #expect(
      try reader.completions(of: "hoge  TOE") == [
        "hoge  toezicht", "hoge  Toebosch", "hoge  toeslag", "hoge  toegang",
        "hoge  toegangspoort", "hoge  toeslagen",
      ])
    #expect(try reader.completions(of: "toe", limit: 1) == ["toezicht"])
    #expect(try reader.completions(of: "toe", limit: 0) == [])
    #expect(try reader.completions(of: "-(\"goed toegangsp") == ["-(\"goed toegangspoort"])
  }

  @Test("Words come with the accents and capitals that texts print")
  func printedForms() async throws {
    let reader = try await Self.shelf().reader
    #expect(try reader.completions(of: "caf") == ["café"])
    #expect(try reader.completions(of: "anho") == ["Ånholt"])
    #expect(try reader.completions(of: "ånho") == ["Ånholt"])
    #expect(try reader.completions(of: "GroenLinks-Pv") == ["GroenLinks-PvdA"])
  }

  @Test("A word in a field is completed by words of the field; a key is not completed")
  func fields() async throws {
    let reader = try await Self.shelf().reader
    #expect(try reader.completions(of: "kades lid:to") == ["kades lid:Toebosch"])
    #expect(try reader.completions(of: "-partij:Pv") == ["-partij:PvdA"])
    #expect(try reader.completions(of: "onderwerp:to") == ["onderwerp:toezicht"])
    #expect(try reader.completions(of: "id:ah") == [])
    #expect(try reader.completions(of: "datum:to") == [])
    #expect(try reader.completions(of: "hier:hek") == ["hier:hekwerk"])
  }

  @Test("Function words and what is typed already complete nothing; nor do single letters")
  func nothing() async throws {
    let reader = try await Self.shelf().reader
    #expect(try reader.completions(of: "he") == ["heet", "hekwerk"])
    #expect(try reader.completions(of: "toezicht") == [])
    for text in ["", " ", "t", "toe ", "10", "?", "toe\n", "xyzzy", "lid:", "lid:t"] {
      #expect(try reader.completions(of: text) == [], "\(text)")
    }
    #expect(try reader.completions(of: String(repeating: "toe ", count: 1000) + "toe") == [])
  }

  @Test("Of the forms of one word the most frequent is enough")
  func forms() async throws {
    let shelf = try await Shelf(
      publications: [
        Publication(
          number: "101",
          passages: [
            ("1", "Zijn de bomen groen?", "De boom is groot."), ("2", "Hoeveel bomen?", "Veel."),
            ("3", "En de boomgaard?", "Ja."),
          ])
      ], words: ["boom", "bomen", "boomgaard", "boomgaarden", "gaard"])
    #expect(try shelf.reader.completions(of: "bo") == ["bomen", "boomgaard"])
  }

  @Test("What is typed is never an error")
  func randomQueries() async throws {
    let reader = try await Self.shelf().reader
    var random = SeededGenerator(seed: 5)
    let pieces = [
      "toe", "he", "é", "\u{301}", "lid:", ":", "\"", "(", "-", " ", "\u{0}", "\u{202E}", "|", "ß",
      "ij", "12", "*", "\u{1F}",
    ]
    var completed = 0
    for _ in 0..<300 {
      let text = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }.joined()
      for completion in try reader.completions(of: text) {
        #expect(completion.count > 2)
        completed += 1
      }
    }
    #expect(completed > 0)
  }
}
