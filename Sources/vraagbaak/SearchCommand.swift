import Kamervragen
import PassageIndex
import VraagbaakReport

/// `vraagbaak search`: finds passages and ranks them.
struct SearchCommand: Subcommand {
  static let name = "search"
  static let summary = "zoekt passages"
  static var help: Help {
    Help(
      usage: ["[opties] ZOEKVRAAG…"],
      description: [
        "Zoekt de passages met alle woorden, en daarna de beste met een deel ervan; daarbij "
          + "staat wat er ontbreekt. Woorden worden ook in andere vormen gevonden, met en zonder "
          + "accenten."
      ],
      sections: [
        Help.Section(
          title: QueryHelp.operators.title,
          rows: QueryHelp.operators.rows.map { ($0.written, $0.meaning) }),
        Help.Section(
          title: [QueryHelp.fields.title, QueryHelp.fields.remark.map { "(\($0))" }]
            .compactMap(\.self).joined(separator: " "),
          rows: Field.overview.map { (written: $0.names, meaning: $0.example) }),
      ],
      notes: [
        "tsv heeft per resultaat: \(SearchTable.tabNames.joined(separator: ", ")). Met --facet "
          + "staan de tellingen in tsv en csv onder de resultaten, na een lege regel; met --limit 0 "
          + "alleen de tellingen. In jsonl zijn ze de laatste regel."
      ],
      exitCodes: [
        ([.ok], "gevonden"), ([.nothingFound], "niets gevonden"), ([.error], "fout"),
      ])
  }

  static let operands = Operands.query

  static var options: [Option<SearchCommand>] {
    IndexLocation.options.within(\.location) + [
      .number(
        "limit", "N", letter: "n", in: 0...10_000, "hoeveel resultaten (10)",
        sets: \.request.limit),
      .number(
        "offset", "N", in: 0...10_000_000, "hoeveel resultaten overslaan (0)",
        sets: \.request.offset),
      .choice(
        "sort", "VOLGORDE", "relevance (standaard), newest, oldest, number",
        sets: \.request.sort),
      .choice(
        "group", "EENHEID", "passage (standaard) of set: de beste passage van elke set",
        sets: \.request.group),
      .flag("all", "alleen passages die alles hebben", sets: \.request.requiresAll),
      .text(
        "similar", "ID",
        "passages die lijken op deze (\"is dit eerder gevraagd?\"), van andere sets; een ZOEKVRAAG "
          + "beperkt ze dan, zoals jaar:2024", sets: \.similar),
      .assignments(
        "filter", "NAAM=WAARDE",
        "alleen passages met deze waarde, zoals \"partij=VVD\"; NAAM als bij --facet (mag meer dan "
          + "eens: van één NAAM een van de waarden, verschillende NAMEN allebei)",
        addsTo: \.request.filters),
      .flag("exact", "woorden alleen in de getypte vorm", sets: \.request.isExact),
      .flag(
        "no-related",
        "geen verwante woorden, en geen passages met alleen woorden die in de beste resultaten "
          + "terugkomen", sets: \.request.excludesRelated),
    ] + AliasOptions.options.within(\.aliases) + [
      .choices(
        "facet", "NAAM",
        "tel ook per \(SearchRequest.Facet.allCases.map(\.rawValue).joined(separator: ", ")) "
          + "(mag meer dan eens)",
        addsTo: \.request.facets),
      .choice(
        "format", "VORM",
        "text (standaard), csv (voor een spreadsheet, met puntkomma's), json, jsonl, tsv",
        sets: \.format),
      .flag("short", "twee regels per resultaat", sets: \.isShort),
      .flag("no-header", "tsv en csv zonder kopregel", sets: \.lacksHeader),
    ] + DisplayOptions.options.within(\.display)
  }

  enum Format: String, CaseIterable { case text, json, jsonl, tsv, csv }

  private var location = IndexLocation()
  private var request = SearchRequest("")
  private var aliases = AliasOptions()
  /// The passage or set that results must resemble; nil to search words.
  private var similar: String?
  private var format = Format.text
  private var isShort = false
  private var lacksHeader = false
  private var display = DisplayOptions()

  static func failure(_ code: ExitCode) -> ExitCode { .error }

  mutating func take(operands: [String]) throws(UsageError) {
    // An empty word is a query too: text from a search box is never wrong usage.
    guard !operands.isEmpty || similar != nil || !request.filters.isEmpty else {
      throw UsageError("geef een of meer zoekwoorden")
    }
    if isShort, format != .text {
      throw UsageError("--short is voor tekst en gaat niet samen met --format \(format.rawValue)")
    }
    request.query = operands.joined(separator: " ")
  }

  func run(_ console: Console) async throws -> ExitCode {
    console.show(display, isForPeople: format == .text)
    var request = request
    request.aliases = try aliases.aliases()
    let reader = try location.reader()
    let response: SearchResponse
    if let similar {
      // Not "nothing found": that would mean that it was never asked before.
      guard let found = try reader.passages(like: similar, request) else {
        console.error("vraagbaak search: \(similar.withoutControls) staat niet in de index")
        return .error
      }
      response = found
    } else {
      response = try reader.search(request)
    }
    for notice in response.notices { console.error("let op: \(notice.dutch)") }
    try print(response, to: request, on: console)
    let found = response.total.upper > 0 || !response.results.isEmpty
    return found ? .ok : .nothingFound
  }

  private func print(
    _ response: SearchResponse, to request: SearchRequest, on console: Console
  ) throws {
    switch format {
    case .text where isShort: console.print(ShortAnswerText(request, response).lines)
    case .text: console.print(AnswerText(request, response).lines)
    case .json: console.print(try JSONLine.of(AnswerRecord(request, response)))
    case .jsonl:
      for result in response.results { console.print(try JSONLine.of(ResultRecord(result))) }
      if !request.facets.isEmpty {
        console.print(try JSONLine.of(FacetRecord(request, response)))
      }
    case .tsv:
      for line in SearchTable.tsv(request, response, hasHeader: !lacksHeader) {
        console.print(line)
      }
    case .csv:
      let lines = SearchTable.csv(request, response, hasHeader: !lacksHeader)
      // The mark and the carriage returns are harmful only where they do not belong.
      for (place, line) in lines.enumerated() {
        console.print(styled: (place == 0 ? SearchTable.byteOrderMark : "") + line)
      }
    }
  }
}
