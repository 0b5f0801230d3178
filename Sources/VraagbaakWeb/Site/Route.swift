internal import HTTPServer

/// What a path leads to.
enum Route: Sendable, Hashable {
  // Pages.
  case search
  case set(String)
  case passage(String)
  case coverage
  case help
  // The same search in another form.
  case table
  case feed
  // The API.
  case searchAPI
  case setAPI(String)
  case passageAPI(String)
  case similarAPI(String)
  case suggestAPI
  case statusAPI
  case description
  // For browsers and for programs that follow links.
  case openSearch
  case robots
  case sitemap
  case sitemapPart(Int)
  /// A file of this program, by its name.
  case file(String)
  // For monitors.
  case health
  case metrics

  /// The route of a path; nil if it leads nowhere.
  init?(_ path: [String]) {
    switch path.count {
    case 0: self = .search
    case 1:
      switch path[0] {
      case "stand": self = .coverage
      case "hulp": self = .help
      case "zoek.csv": self = .table
      case "zoek.atom": self = .feed
      case "opensearch.xml": self = .openSearch
      case "robots.txt": self = .robots
      case "sitemap.xml": self = .sitemap
      case "gezond": self = .health
      case "metrics": self = .metrics
      case let name: self = Self.sitemapPart(name) ?? .file(name)
      }
    case 2 where !path[1].isEmpty:
      switch path[0] {
      case "set": self = .set(path[1])
      case "passage": self = .passage(path[1])
      default: return nil
      }
    case 3 where path[0] == "api" && path[1] == "v1":
      switch path[2] {
      case "search": self = .searchAPI
      case "suggest": self = .suggestAPI
      case "status": self = .statusAPI
      case "openapi.json": self = .description
      default: return nil
      }
    case 4 where path[0] == "api" && path[1] == "v1" && !path[3].isEmpty:
      switch path[2] {
      case "sets": self = .setAPI(path[3])
      case "passages": self = .passageAPI(path[3])
      case "similar": self = .similarAPI(path[3])
      default: return nil
      }
    // A passage without the sign that an address has to encode: `ah-tk-20242025-705/3`.
    case 5 where path[0] == "api" && path[1] == "v1" && path[2] == "passages":
      self = .passageAPI("\(path[3])#\(path[4])")
    default: return nil
    }
  }

  /// The route of `sitemap-3.xml`; nil for another name. The parts lie beside the list: a sitemap
  /// may have only addresses of its own directory and below (sitemaps.org).
  private static func sitemapPart(_ name: String) -> Route? {
    guard name.hasPrefix("sitemap-"), name.hasSuffix(".xml"),
      let part = Int(name.dropFirst(8).dropLast(4)), part > 0, name == "sitemap-\(part).xml"
    else { return nil }
    return .sitemapPart(part)
  }
}
