internal import HTTPServer
internal import PassageIndex

/// A site over an index: what answers each request.
struct Site: Sendable {
  private let addresses: SiteAddresses
  /// The answers that are always the same.
  private let fixed: [Route: HTTPResponse]

  /// Makes a site.
  ///
  /// - Parameter url: the address where its users find it, such as `https://example.nl/vragen`.
  init(url: String) {
    let addresses = SiteAddresses(url: url)
    self.addresses = addresses
    fixed = [
      .help: Pages.help(addresses),
      .description: API.description(HTTPTarget("/api/v1/openapi.json"), addresses),
      .openSearch: Feeds.openSearch(addresses), .robots: Feeds.robots(addresses),
    ]
  }

  /// The address of the site, which feeds and pages contain.
  var origin: String { addresses.origin }

  /// The answer to a request that needs no index; nil if it does.
  func fixedResponse(to target: HTTPTarget, _ route: Route?) -> HTTPResponse? {
    switch route {
    case .description where !target.parameters.isEmpty: API.description(target, addresses)
    case .file(let name): StaticFile.named(name)?.response(to: target) ?? refusal(404, target)
    case nil: refusal(404, target)
    case let route?: fixed[route]
    }
  }

  /// The answer to a request that needs the index.
  func response(
    to target: HTTPTarget, _ route: Route, _ reader: IndexReader
  ) throws(IndexError) -> HTTPResponse {
    switch route {
    case .search: try Pages.search(target, reader, addresses)
    case .set(let name): try Pages.set(name, target, reader, addresses)
    case .passage(let name): try Pages.passage(name, target, reader, addresses)
    case .coverage: try Pages.coverage(reader, addresses)
    case .table: try Feeds.table(target, reader)
    case .feed: try Feeds.feed(target, reader, addresses)
    case .searchAPI: try API.search(target, reader)
    case .setAPI(let name): try API.set(name, target, reader)
    case .passageAPI(let name): try API.passage(name, target, reader)
    case .similarAPI(let name): try API.similar(name, target, reader)
    case .suggestAPI: try API.suggest(target, reader)
    case .statusAPI: try API.status(target, reader)
    case .sitemap: try Feeds.sitemap(reader, addresses)
    case .sitemapPart(let part): try Feeds.sitemapPart(part, target, reader, addresses)
    case .help, .description, .openSearch, .robots, .file, .health, .metrics: refusal(404, target)
    }
  }

  /// The answer to a request that is not served: a problem for a program, a page for people.
  func refusal(_ status: Int, _ target: HTTPTarget) -> HTTPResponse {
    let sentence = Self.sentence(status)
    return target.path.first == "api"
      ? API.problem(status, sentence, target) : Pages.error(status, sentence, addresses)
  }

  private static func sentence(_ status: Int) -> String {
    switch status {
    case 404: "Deze pagina bestaat niet."
    case 414: "Dit adres is te lang."
    case 405: "Hier kan alleen iets opgevraagd worden, met GET of HEAD."
    case 503:
      "De index is nu niet te lezen, of er zijn te veel aanvragen tegelijk. Probeer het straks nog "
        + "eens."
    default: "Dit is niet gelukt door een fout in het programma."
    }
  }
}

extension Route {
  /// Whether the answer comes from the index, so that it stays the same until that changes.
  var isOfIndex: Bool {
    switch self {
    case .help, .description, .openSearch, .robots, .file, .health, .metrics: false
    default: true
    }
  }

  /// Whether scripts of other sites may read it.
  var isForPrograms: Bool {
    switch self {
    case .searchAPI, .setAPI, .passageAPI, .similarAPI, .suggestAPI, .statusAPI, .description,
      .table, .feed:
      true
    default: false
    }
  }
}
