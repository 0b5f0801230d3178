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
    case 2... where path[0] == "set" || path[0] == "passage":
      guard let name = Self.name(path[1...]) else { return nil }
      self = path[0] == "set" ? .set(name) : .passage(name)
    case 3 where path[0] == "api" && path[1] == "v1":
      switch path[2] {
      case "search": self = .searchAPI
      case "suggest": self = .suggestAPI
      case "status": self = .statusAPI
      case "openapi.json": self = .description
      default: return nil
      }
    case 4... where path[0] == "api" && path[1] == "v1":
      guard let name = Self.name(path[3...]) else { return nil }
      switch path[2] {
      case "sets": self = .setAPI(name)
      // A passage without the sign that an address has to encode: `ah-tk-20242025-705/3`.
      case "passages" where path.count == 5 && Int(path[4]) != nil:
        self = .passageAPI("\(path[3])#\(path[4])")
      case "passages": self = .passageAPI(name)
      case "similar": self = .similarAPI(name)
      default: return nil
      }
    default: return nil
    }
  }

  /// A name in the rest of a path. A proxy may have decoded a slash in it, as in `AH 2024/25, 705`.
  private static func name(_ parts: ArraySlice<String>) -> String? {
    parts.contains("") ? nil : parts.joined(separator: "/")
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
