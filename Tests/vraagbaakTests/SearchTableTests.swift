import TestSupport
import Testing

@testable import PassageSearch
@testable import VraagbaakReport

/// What other programs get: `tsv`, `csv` and facets in every form.
@Suite("The tables of vraagbaak search")
struct SearchTableTests {
  private static func rows(_ text: String, _ separator: Character = "\t") -> [[String]] {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map {
      $0.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
  }

  private static let names = [
    "rang", "score", "id", "citaat", "soort", "datum", "leden", "bewindspersonen", "onderwerp",
    "ontbreekt", "bestand", "vraag", "antwoord", "noot", "adres",
    "verwant",
  ]

  @Test("tsv begins with the names of its columns and has no line ends of the text")
  func tabs() throws {
    let place = try Workplace([.allowance, .harbour])
    let run = try place.run("search", "--format", "tsv", "toeslag", "reparatie")
    let rows = Self.rows(run.output)
    #expect(rows.map(\.count) == [16, 16, 16, 16])
    #expect(rows[0] == Self.names)
    #expect((Double(rows[1][1]) ?? 0) > 0)
    #expect(
      rows[1].enumerated().filter { ![1, 14, 15].contains($0.offset) }.map(\.element) == [
        "1", "ah-tk-20242025-902#1", "Aanhangsel 2024–2025, nr. 902, vraag 1", "answered",
        "2025-02-04", "Bakker (VVD); De Boer (SP)", "Minister Smit (Infrastructuur en Waterstaat)",
        "het fort van 's-Gravenhage", "", "\(place.path)/documents/ah-tk-20242025-902.md",
        "Klopt het dat de reparatie van zo'n fort € 1,5 mln kost, en dat er geen toeslag is?",
        "De reparatie kost 1,5 miljoen euro.", "",
      ])
    #expect(rows[2][9] == "reparatie")
    let bare = try place.run("search", "--format", "tsv", "--no-header", "toeslag", "reparatie")
    #expect(Self.rows(bare.output) == Array(rows.dropFirst()))
  }

  @Test("The note in which a word was found is in tsv, csv and JSON")
  func note() throws {
    let place = try Workplace([.allowance])
    let note = "De Courant, 1 september 2024."
    let tabs = Self.rows(try place.run("search", "--format", "tsv", "courant").output)
    #expect(tabs[1][13] == note)
    #expect(try place.run("search", "--format", "csv", "courant").output.contains("\"\(note)\""))
    let json = try JSONValue(try place.run("search", "--format", "jsonl", "courant").output)
    #expect(json["footnoteSnippet"] == "De <b>Courant</b>, 1 september 2024.")
    #expect(json["citation"] == "Aanhangsel 2024–2025, nr. 901, vraag 1")
    let other = try JSONValue(try place.run("search", "--format", "jsonl", "gezinnen").output)
    #expect(other["footnoteSnippet"] == .null)
  }

  @Test("The facets of tsv are a table below the results, and the only one without results")
  func facetTable() throws {
    let place = try Workplace([.allowance, .harbour])
    func lines(_ arguments: String...) throws -> [String] {
      let run = try place.run(["search", "--format", "tsv", "--facet", "partij"] + arguments)
      #expect(run.status == 0)
      return run.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    let facets = ["partij\tD66\t2", "partij\tSP\t1", "partij\tVVD\t1", ""]
    let whole = try lines("toeslag")
    #expect(whole.count == 1 + 3 + 1 + 1 + 4)
    #expect(whole.suffix(6) == ["", "facet\twaarde\taantal"] + facets)
    #expect(try lines("--limit", "0", "toeslag") == ["facet\twaarde\taantal"] + facets)
    #expect(try lines("--limit", "0", "--no-header", "toeslag") == facets)
    #expect(try lines("--limit", "1", "--no-header", "toeslag").suffix(5) == [""] + facets)
  }

  @Test("The facets of jsonl are its last line, with what they count")
  func facetLine() throws {
    let place = try Workplace([.allowance, .harbour])
    let run = try place.run(
      "search", "--format", "jsonl", "--facet", "soort", "--group", "set", "toeslag")
    #expect(run.lines.count == 3)
    #expect(
      try JSONValue(run.lines[2]) == [
        "group": "set", "facets": ["soort": [["value": "answered", "count": 2]]],
      ])
  }

  @Test("Facets count sets if results are sets, all full matches and no partial ones")
  func sets() throws {
    var asked = Publication.answered(
      903, subject: "de toeslag", members: "de leden **Jansen** (D66) en **Bakker** (VVD)",
      passages: (1...15).map { ("\($0)", "Waarom komt de toeslag \($0) keer?", nil) })
    asked.respondent = nil
    asked.title = nil
    let place = try Workplace([.allowance, .harbour, asked])
    func facets(_ arguments: String...) throws -> JSONValue? {
      let run = try place.run(["search", "--format", "json"] + arguments)
      let response = try JSONValue(run.output)
      #expect(response["group"] == (arguments.contains("set") ? "set" : "passage"))
      return response["facets"]
    }
    #expect(
      try facets("--facet", "lid", "toeslag")?["lid"] == [
        ["value": "Jansen", "count": 17], ["value": "Bakker", "count": 16],
        ["value": "De Boer", "count": 1],
      ])
    let bySet: JSONValue = [
      ["value": "Bakker", "count": 2], ["value": "Jansen", "count": 2],
      ["value": "De Boer", "count": 1],
    ]
    for page in [["--limit", "1"], ["--limit", "10", "--offset", "2"], ["--sort", "newest"]] {
      let arguments = ["search", "--format", "json", "--group", "set", "--facet", "lid", "toeslag"]
      #expect(
        try JSONValue(try place.run(arguments + page).output)["facets"]?["lid"] == bySet)
    }
    #expect(
      try facets("--group", "set", "--facet", "lid", "soort:onbeantwoord")?["lid"] == [
        ["value": "Bakker", "count": 1], ["value": "Jansen", "count": 1],
      ])
    // Each of the fifteen has one word of the two; they are a partial list.
    #expect(
      try facets("--group", "set", "--facet", "partij", "toeslag", "gezinnen")?["partij"] == [
        ["value": "D66", "count": 1]
      ])
    let text = try place.run(
      "search", "--group", "set", "--facet", "partij", "toeslag", "gezinnen")
    #expect(text.output.hasSuffix("Aantal sets die alles bevatten, per partij\n     1 D66\n"))
  }

  @Test("Kinds of publications have Dutch names in text and csv, and their keys in tsv and JSON")
  func kinds() throws {
    let place = try Workplace([.allowance])
    func output(_ form: String) throws -> String {
      try place.run("search", "--format", form, "--facet", "soort", "toeslag").output
    }
    #expect(try output("text").hasSuffix("Aantal passages per soort\n     2 beantwoord\n"))
    #expect(try output("csv").hasSuffix("\"soort\";\"beantwoord\";\"2\"\r\n"))
    #expect(try output("tsv").hasSuffix("soort\tanswered\t2\n"))
  }

  @Test("A facet without values says so")
  func none() throws {
    let run = try Workplace([.allowance]).run(
      "search", "--facet", "thema", "--all", "toeslag", "gezinnen")
    #expect(run.output.hasSuffix("\nAantal passages per thema: geen\n"))
  }

  @Test("csv is what a Dutch spreadsheet opens: a mark, semicolons, quotes, and CR LF")
  func sheet() throws {
    var set = Publication.answered(
      904, subject: "het «plan»; \"deel\" 1", passages: [("1", "Komt het plan?", "Ja; \"zeker\".")])
    set.members = "de leden **Jansen** (D66) en **Bakker** (VVD)"
    let place = try Workplace([set])
    let run = try place.run("search", "--format", "csv", "plan")
    let address = run.output.split(separator: ";").first { $0.hasPrefix("\"https") } ?? "\"\""
    #expect(
      run.output
        == "\u{FEFF}\"Rang\";\"Citaat\";\"Soort\";\"Datum\";\"Onderwerp\";\"Vraagstellers\";"
        + "\"Bewindspersonen\";\"Vraag\";\"Antwoord\";\"Noot\";\"Ontbreekt\";\"Adres\";\"ID\";"
        + "\"Bestand\"\r\n"
        + "\"1\";\"Aanhangsel 2024–2025, nr. 904, vraag 1\";\"beantwoord\";\"2024-10-01\";"
        + "\"het «plan»; \"\"deel\"\" 1\";\"Jansen (D66); Bakker (VVD)\";"
        + "\"Minister De Vries (Financiën)\";\"Komt het plan?\";\"Ja; \"\"zeker\"\".\";\"\";\"\";"
        + "\(address);\"ah-tk-20242025-904#1\";"
        + "\"\(place.path)/documents/ah-tk-20242025-904.md\"\r\n")
    let bare = try place.run("search", "--format", "csv", "--no-header", "plan")
    #expect(bare.output.hasPrefix("\u{FEFF}\"1\";\"Aanhangsel"))
  }

  @Test(
    "A cell that begins as a formula does is text",
    arguments: ["=1+1", "+31 70", "-5 graden", "@som(a)", "  =1", "＝1", "＋1", "－1", "＠a"])
  func formulas(_ text: String) throws {
    var result = try Self.result()
    result.stored.set.subject = text
    let row = Self.row(result)
    #expect(row[4] == "\"'\(text)\"")
  }

  @Test("Other cells are as they are", arguments: ["a=1", "1-2", "«=»", "…", ""])
  func plainCells(_ text: String) throws {
    var result = try Self.result()
    result.stored.set.subject = text
    #expect(Self.row(result)[4] == "\"\(text)\"")
  }

  @Test("No character of a text ends a row or a cell, whatever it is")
  func random() throws {
    var generator = SeededGenerator(seed: 22)
    let signs: [Character] = [
      "\"", ";", "\n", "\r", "\t", "=", "a", " ", "\u{2028}", "\u{85}", ",",
    ]
    let whole = try Self.result()
    for _ in 0..<200 {
      var result = whole
      let text = String((0..<12).map { _ in signs.randomElement(using: &generator) ?? " " })
      result.stored.set.subject = text
      var response = SearchResponse(interpretation: .query(.all([])), notices: [])
      response.results = [result]
      let lines = SearchTable.csv(SearchRequest(""), response, hasHeader: false)
      #expect(lines.count == 1)
      #expect(!lines[0].dropLast().unicodeScalars.contains { $0.value < 0x20 })
      // Outside quotes there are thirteen semicolons.
      var isQuoted = false
      var separators = 0
      for character in lines[0].unicodeScalars {
        if character == "\"" { isQuoted.toggle() }
        if character == ";", !isQuoted { separators += 1 }
      }
      #expect(separators == 13, "\(text.debugDescription)")
    }
  }

  private static func row(_ result: SearchResult) -> [String] {
    var response = SearchResponse(interpretation: .query(.all([])), notices: [])
    response.results = [result]
    let lines = SearchTable.csv(SearchRequest(""), response, hasHeader: false)
    return lines[0].dropLast().split(separator: ";", omittingEmptySubsequences: false)
      .map(String.init)
  }

  private static func result() throws -> SearchResult {
    let place = try Workplace([.allowance])
    let found = try IndexReader(path: "\(place.path)/index").search(SearchRequest("gezinnen"))
    return try #require(found.results.first)
  }
}
