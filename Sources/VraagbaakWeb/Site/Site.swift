public import HTTPServer
public import PassageIndex

/// A site over an index: answers each request.
public struct Site: Sendable {
  private let addresses: SiteAddresses

  /// Makes a site.
  ///
  /// - Parameter url: the address where its users find it, such as `https://example.nl/vragen`.
  public init(url: String) { addresses = SiteAddresses(url: url) }

  /// The answer to a request.
  public func response(
    to request: HTTPRequest, _ reader: IndexReader
  ) throws(IndexError) -> HTTPResponse {
    let target = request.target
    return switch Route(target.path) {
    case .search: try Pages.search(target, reader, addresses)
    case .set(let name): try Pages.set(name, target, reader, addresses)
    case .passage(let name): try Pages.passage(name, target, reader, addresses)
    case .coverage: try Pages.coverage(reader, addresses)
    case .help: Pages.help(addresses)
    case .table: try Feeds.table(target, reader)
    case .feed: try Feeds.feed(target, reader, addresses)
    case .searchAPI: try API.search(target, reader)
    case .setAPI(let name): try API.set(name, target, reader)
    case .passageAPI(let name): try API.passage(name, target, reader)
    case .similarAPI(let name): try API.similar(name, target, reader)
    case .suggestAPI: try API.suggest(target, reader)
    case .statusAPI: try API.status(target, reader)
    case .description: API.description(addresses)
    case .openSearch: Feeds.openSearch(addresses)
    case .robots: Feeds.robots(addresses)
    case .sitemap: try Feeds.sitemap(reader, addresses)
    case .sitemapPart(let part): try Feeds.sitemapPart(part, reader, addresses)
    case .file(let name): StaticFile(name: name)?.response ?? Pages.error(404, "", addresses)
    case .health, .metrics: HTTPResponse(status: 501)
    case nil: Pages.error(404, "Deze pagina bestaat niet.", addresses)
    }
  }
}
