import Kamervragen
import PassageIndex
import VraagbaakReport

/// `vraagbaak search`: ranked passages with their question numbers.
struct SearchCommand: Subcommand {
  static let name = "search"
  static let summary = "zoekt passages"
  static var help: String {
    let fields = Field.overview.map { "  \($0.names)\n      \($0.example)" }.joined(separator: "\n")
    return """
      gebruik: vraagbaak search [opties] VRAAG…

      Zoekt de passages die alle woorden hebben, en daarna de beste met een deel ervan, met wat
      er ontbreekt. Woorden worden ook in andere vormen gevonden, met en zonder accenten.

        "betaalde seks"      deze woorden in deze vorm en volgorde
        a NEAR/5 b           deze woorden hooguit 5 woorden uit elkaar
        a OF b, a OR b       een van beide
        -woord, NIET woord   zonder dit woord
        +woord               beslist met dit woord
        toeslag*             alle woorden die zo beginnen
        kinder*toeslag       alle woorden met dit begin en dit eind
        ( … )                wat bij elkaar hoort

      Velden (hetzelfde veld twee keer: een van beide; verschillende velden: allebei):
      \(fields)

      Opties:
      \(IndexLocation.help)
        --limit N            hoeveel resultaten (10)
        --offset N           hoeveel resultaten overslaan (0)
        --sort VOLGORDE      relevance (standaard), newest, oldest, number
        --group EENHEID      passage (standaard) of set: de beste passage van elke set
        --all                alleen passages die alles hebben
        --similar ID         passages die lijken op deze ("is dit eerder gevraagd?"), van andere sets;
                             een VRAAG beperkt ze dan, zoals jaar:2024
        --exact              woorden alleen in de getypte vorm
      \(AliasOptions.help)
        --facet NAAM         telt ook per partij, lid, minister, thema, jaar of soort (mag vaker)
        --format VORM        text (standaard), json, jsonl, tsv

      tsv heeft per resultaat: rang, score, id, citaat, soort, datum, leden, bewindspersonen,
      onderwerp, wat ontbreekt, bestand.

      Eindcodes: 0 gevonden; 1 niets gevonden; 2 fout.
      """
  }

  enum Format: String, CaseIterable { case text, json, jsonl, tsv }

  private let index: String
  private let request: SearchRequest
  private let aliases: AliasOptions
  /// The passage or set that results have to be like; nil where words are searched.
  private let similar: String?
  private let format: Format

  static func failure(_ code: ExitCode) -> ExitCode { .error }

  init(_ arguments: consuming ArgumentReader) throws(UsageError) {
    var arguments = arguments
    index = try IndexLocation.resolve(&arguments)
    aliases = try AliasOptions(&arguments)
    similar = try arguments.option("similar")
    format = try arguments.choice("format", default: Format.text)
    var request = SearchRequest("")
    request.limit = try arguments.number("limit", in: 0...10_000, default: 10)
    request.offset = try arguments.number("offset", in: 0...10_000_000, default: 0)
    request.sort = try arguments.choice("sort", default: SearchRequest.Sort.relevance)
    request.group = try arguments.choice("group", default: SearchRequest.Group.passage)
    request.requiresAll = arguments.flag("all")
    request.isExact = arguments.flag("exact")
    request.facets = try arguments.choices("facet")
    let words = try arguments.finish()
    // An empty word is a query all the same: what is typed into a search box is never wrong usage.
    guard !words.isEmpty || similar != nil else { throw UsageError("geef woorden om op te zoeken") }
    request.query = words.joined(separator: " ")
    self.request = request
  }

  func run(_ console: Console) async throws -> ExitCode {
    var request = request
    request.aliases = try aliases.aliases()
    let reader = try IndexLocation.reader(of: index)
    let response: SearchResponse
    if let similar {
      // Not "nothing found": that would say that it has not been asked before.
      guard let found = try reader.passages(like: similar, request) else {
        console.error("vraagbaak search: \(similar.withoutControls) is niet in de index")
        return .error
      }
      response = found
    } else {
      response = try reader.search(request)
    }
    for notice in response.notices { console.error("let op: \(notice.inDutch)") }
    switch format {
    case .text: SearchText(request: request, response: response).print(to: console)
    case .json: console.print(try SearchRecord(request, response).json)
    case .jsonl:
      for result in response.results { console.print(try ResultRecord(result).json) }
    case .tsv:
      for result in response.results { console.print(SearchTable.row(for: result)) }
    }
    let found = response.total.upper > 0 || !response.results.isEmpty
    return found ? .ok : .nothingFound
  }
}

/// One result as a row of tab-separated values.
enum SearchTable {
  static func row(for result: SearchResult) -> String {
    let stored = result.stored
    let columns = [
      "\(result.rank)", "\(result.score)", stored.id, stored.citation, stored.set.kind.rawValue,
      stored.date?.description ?? "",
      stored.set.members.map(\.citation).joined(separator: "; "),
      stored.set.respondents.map(\.citation).joined(separator: "; "), stored.set.subject ?? "",
      result.missing.map(\.label).joined(separator: "; "), stored.source,
    ]
    return columns.map { $0.withoutControls.replacing("\n", with: " ") }.joined(separator: "\t")
  }
}
