internal import Kamervragen
package import PassageIndex

/// Results of a search as a table: one for programs (`tsv`), and one for spreadsheets (`csv`).
package enum SearchTable {
  /// A column: its name in the first line, and its value for a result.
  private typealias Column = (name: String, value: (SearchResult) -> String)

  /// The rows of both tables: the results, and the facets below them after an empty row. If no
  /// results are wanted (`--limit 0`), the facets stand alone.
  private static func lines(
    _ request: SearchRequest, _ response: SearchResponse, hasHeader: Bool, _ columns: [Column],
    facets header: [String], _ value: (SearchRequest.Facet, FacetCount) -> String,
    _ row: ([String]) -> String
  ) -> [String] {
    var lines: [String] = []
    let hasResults = request.facets.isEmpty || request.limit > 0
    if hasResults {
      if hasHeader { lines.append(row(columns.map(\.name))) }
      lines += response.results.map { result in row(columns.map { $0.value(result) }) }
    }
    guard !request.facets.isEmpty else { return lines }
    if hasResults { lines.append(row([])) }
    if hasHeader { lines.append(row(header)) }
    for facet in request.facets {
      for count in response.facets[facet] ?? [] {
        lines.append(row([facet.rawValue, value(facet, count), "\(count.count)"]))
      }
    }
    return lines
  }
}

// MARK: Tab-separated values

extension SearchTable {
  /// Lines of tab-separated values, for programs. A value has no tab and no line end.
  package static func tsv(
    _ request: SearchRequest, _ response: SearchResponse, hasHeader: Bool
  ) -> [String] {
    lines(
      request, response, hasHeader: hasHeader, tabColumns, facets: ["facet", "waarde", "aantal"],
      { $1.value }
    ) { $0.map(onOneLine).joined(separator: "\t") }
  }

  /// The names of the columns, in order.
  package static var tabNames: [String] { tabColumns.map(\.name) }

  /// New columns come last: programs count them.
  private static var tabColumns: [Column] {
    [
      ("rang", { "\($0.rank)" }), ("score", { "\($0.score)" }), ("id", { $0.stored.id }),
      ("citaat", { $0.stored.citation }), ("soort", { $0.stored.set.kind.rawValue }),
      ("datum", { $0.stored.date?.description ?? "" }),
      ("leden", { joined($0.stored.set.members.map(\.citation)) }),
      ("bewindspersonen", { joined($0.stored.set.respondents.map(\.citation)) }),
      ("onderwerp", { $0.stored.set.subject ?? "" }),
      ("ontbreekt", { joined($0.missing.map(\.label)) }), ("bestand", { $0.stored.source }),
      ("vraag", { $0.questionSnippet.plain }), ("antwoord", { $0.answerSnippet?.plain ?? "" }),
      ("noot", { $0.footnoteSnippet?.plain ?? "" }),
      ("adres", { $0.stored.officialAddress ?? "" }), ("verwant", { joined($0.related) }),
    ]
  }
}

// MARK: Spreadsheets

extension SearchTable {
  /// What a spreadsheet needs before the first line to read the text as UTF-8.
  package static let byteOrderMark = "\u{FEFF}"

  /// Lines for a spreadsheet, each with the carriage return of RFC 4180 but not its line feed.
  ///
  /// Values are separated by semicolons: a spreadsheet in Dutch opens a file with commas as one
  /// column, since the comma belongs to its numbers. All are quoted.
  package static func csv(
    _ request: SearchRequest, _ response: SearchResponse, hasHeader: Bool
  ) -> [String] {
    let unit = request.group == .set ? "Sets" : "Passages"
    return lines(
      request, response, hasHeader: hasHeader, sheetColumns, facets: ["Telling", "Waarde", unit],
      { facet, count in facet.shown(count.value) }
    ) { $0.map(cell).joined(separator: ";") + "\r" }
  }

  private static var sheetColumns: [Column] {
    [
      ("Rang", { "\($0.rank)" }), ("Citaat", { $0.stored.citation }),
      ("Soort", { $0.stored.set.kind.word }), ("Datum", { $0.stored.date?.description ?? "" }),
      ("Onderwerp", { $0.stored.set.subject ?? "" }),
      ("Vraagstellers", { joined($0.stored.set.members.map(\.citation)) }),
      ("Bewindspersonen", { joined($0.stored.set.respondents.map(\.citation)) }),
      ("Vraag", { $0.questionSnippet.plain }), ("Antwoord", { $0.answerSnippet?.plain ?? "" }),
      ("Noot", { $0.footnoteSnippet?.plain ?? "" }),
      ("Ontbreekt", { joined($0.missing.map(\.label)) }),
      ("Adres", { $0.stored.officialAddress ?? "" }), ("ID", { $0.stored.id }),
      ("Bestand", { $0.stored.source }),
    ]
  }

  private static let formulaSigns = "=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}"

  /// A quoted value. A spreadsheet would run a text that begins as a formula does; an apostrophe
  /// before it prevents that (OWASP, "CSV Injection"). Full-width signs count as well, and signs
  /// after spaces.
  private static func cell(_ value: String) -> String {
    let text = onOneLine(value)
    let isFormula = text.first { $0 != " " }.map(formulaSigns.contains)
    let harmless = (isFormula ?? false ? "'" : "") + text
    return "\"" + harmless.replacing("\"", with: "\"\"") + "\""
  }

  private static func joined(_ values: [String]) -> String { values.joined(separator: "; ") }

  private static func onOneLine(_ value: String) -> String {
    value.withoutControls.replacing("\n", with: " ")
  }
}
