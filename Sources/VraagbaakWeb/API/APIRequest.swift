internal import HTTPServer
internal import PassageIndex

/// What a request to the API asks for.
struct APIRequest: Sendable {
  /// The query; nil if it is not given.
  var query: String?
  /// The passage or set that results must resemble; nil to search words.
  var similar: String?
  /// How results are wanted.
  var search = SearchRequest("")
  /// The page, from 1, if results are asked for by page; nil for the offset of `search`.
  var page: Int?
  /// Whether completions are wanted in the form that browsers read.
  var isForBrowser = false

  /// Reads the parameters of a request. Of one that is given twice, also under its other name, the
  /// last counts, as in the command.
  init(_ target: HTTPTarget, _ known: [Parameter]) throws(Problem) {
    for given in target.parameters {
      guard let parameter = known.first(where: { $0.name == given.name }) else {
        throw .unknown(given.name, known: known.map(\.name))
      }
      try parameter.take(given.value, &self)
    }
    search.query = query ?? ""
    if let page { search.offset = (page - 1) * search.limit }
  }
}

// MARK: Parameters

extension [Parameter] {
  /// Those of a search, and of a search for what is similar.
  static let search: [Parameter] =
    query + results + filters
    + [
      .text(
        "similar", "De passage of set waarop resultaten moeten lijken; q beperkt ze dan",
        example: "ah-tk-20242025-705#3", minimum: 1
      ) { $0.similar = $1 },
      .text(
        "lijkt", "De Nederlandse naam van similar", example: "ah-tk-20242025-705#3", minimum: 1
      ) { $0.similar = $1 },
    ]

  /// Those of the passages that are similar to one of the path.
  static let similar: [Parameter] = query + results + filters

  /// Those of a whole passage or set.
  static let shown: [Parameter] = [
    .text(
      "q", "De zoekvraag waarvan de woorden gemarkeerd worden, in highlighted",
      example: "klanten"
    ) { $0.query = $1 }
  ]

  /// Those of the completions of a query.
  static let suggested: [Parameter] = [
    .text("q", "De zoekvraag zover die getypt is", example: "opsporingscap") { $0.query = $1 },
    .choice(
      "format", [("json", false), ("opensearch", true)],
      "De vorm (json): een object, of de lijst die browsers lezen"
    ) { $0.isForBrowser = $1 },
  ]

  private static let query: [Parameter] = [
    .text(
      "q",
      "De zoekvraag, in de zoektaal van Vraagbaak. Elke tekst is er een; wat niet begrepen is, "
        + "staat in warnings. Mag ontbreken, zoals met een filter",
      example: "opsporingscapaciteit klanten"
    ) { $0.query = $1 }
  ]

  private static let results: [Parameter] = [
    .number(
      "limit", in: 0...SearchParameters.maximumPerPage,
      "Hoeveel resultaten (10). Het commando geeft er tot 10.000; hier is het minder, zodat één "
        + "verzoek anderen niet ophoudt", example: 10
    ) { $0.search.limit = $1 },
    .number(
      "per", in: 1...SearchParameters.maximumPerPage, "De Nederlandse naam van limit", example: 10
    ) { $0.search.limit = $1 },
    .number(
      "offset", in: 0...SearchParameters.maximumDepth, "Hoeveel resultaten overslaan (0)",
      example: 0
    ) {
      $0.search.offset = $1
      $0.page = nil
    },
    .number(
      "pagina", in: 1...SearchParameters.maximumDepth / SearchParameters.maximumPerPage,
      "Welke pagina van limit resultaten, in plaats van offset, waarmee het verder gaat",
      example: 1
    ) { $0.page = $1 },
    .choice(
      "sort", SearchRequest.Sort.allCases.map { ($0.rawValue, $0) },
      "De volgorde (relevance): de beste eerst, de nieuwste, de oudste, of op nummer"
    ) { $0.search.sort = $1 },
    .choice(
      "sorteer", SearchParameters.sorts.map { ($0.dutch, $0.sort) },
      "De Nederlandse naam van sort"
    ) { $0.search.sort = $1 },
    .choice(
      "group", groups,
      "Wat een resultaat is: een passage (passage), of de beste passage van "
        + "elke set"
    ) { $0.search.group = $1 },
    .choice("groep", groups, "De Nederlandse naam van group") { $0.search.group = $1 },
    .flag("all", "Alleen passages die alles hebben") { $0.search.requiresAll = $1 },
    .flag("alles", "De Nederlandse naam van all") { $0.search.requiresAll = $1 },
    .flag("exact", "Woorden alleen in de getypte vorm") { $0.search.isExact = $1 },
    .flag("aliases", "Of namen en afkortingen ook vinden wat hetzelfde betekent (true)") {
      $0.search.aliases = $1 ? .standard : .none
    },
    .flag(
      "related",
      "Of bij een of twee woorden ook verwante woorden tellen, en woorden die in de beste "
        + "resultaten terugkomen (true)"
    ) { $0.search.excludesRelated = !$1 },
    .choice(
      "facet", SearchRequest.Facet.allCases.map { ($0.rawValue, $0) },
      "Tel ook hoe vaak elke waarde hiervan voorkomt", isRepeatable: true
    ) { request, facet in
      if !request.search.facets.contains(facet) { request.search.facets.append(facet) }
    },
  ]

  private static let groups = SearchRequest.Group.allCases.map { (word: $0.rawValue, value: $0) }

  /// Of one facet any of the values, of several facets all.
  private static let filters: [Parameter] = SearchRequest.Facet.allCases.map { facet in
    .text(
      facet.rawValue,
      "Alleen resultaten met deze waarde van de facet \(facet.rawValue). Meer waarden van één "
        + "facet: een ervan; verschillende facetten: allemaal",
      example: .text(facet.example), minimum: 1, isRepeatable: true
    ) { request, value in
      if request.search.filters[facet]?.contains(value) != true {
        request.search.filters[facet, default: []].append(value)
      }
    }
  }
}

extension SearchRequest.Facet {
  fileprivate var example: String {
    switch self {
    case .partij: "ChristenUnie"
    case .lid: "Bikker"
    case .minister: "Minister Van Weel"
    case .thema: "Recht | Strafrecht"
    case .jaar: "2024-2025"
    case .soort: "answered"
    }
  }
}
