internal import HTTPServer
internal import Synchronization

/// Counts what a server did, for Prometheus.
final class ServiceMetrics: Sendable {
  private let counts = Mutex(Counts())

  private struct Counts {
    var requests: [Request: Int] = [:]
    /// For each kind of route, how many requests took at most each bound.
    var buckets: [String: [Int]] = [:]
    var seconds: [String: Double] = [:]
    var cached = 0
  }

  private struct Request: Hashable, Comparable {
    let route: String
    let status: Int

    static func < (one: Request, other: Request) -> Bool {
      (one.route, one.status) < (other.route, other.status)
    }
  }

  /// The upper bounds of the buckets in seconds.
  private static let bounds = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5]

  /// Counts a request that was answered.
  func count(_ exchange: HTTPExchange) {
    let route = Route.label(of: HTTPTarget(exchange.target))
    let bucket = Self.bounds.firstIndex { exchange.seconds <= $0 } ?? Self.bounds.count
    counts.withLock { counts in
      counts.requests[Request(route: route, status: exchange.status), default: 0] += 1
      counts.seconds[route, default: 0] += exchange.seconds
      var buckets = counts.buckets[route] ?? Array(repeating: 0, count: Self.bounds.count + 1)
      buckets[bucket] += 1
      counts.buckets[route] = buckets
    }
  }

  /// Counts an answer that was taken from the cache.
  func countCached() { counts.withLock { $0.cached += 1 } }

  /// The counts in the text format of Prometheus.
  func text() -> String {
    let counts = counts.withLock { $0 }
    var lines = MetricLines()
    lines.begin("vraagbaak_http_requests_total", .counter, "Requests answered.")
    for (request, count) in counts.requests.sorted(by: { $0.key < $1.key }) {
      lines.add("{route=\"\(request.route)\",status=\"\(request.status)\"}", "\(count)")
    }
    lines.begin("vraagbaak_http_cached_total", .counter, "Answers taken from the cache.")
    lines.add("", "\(counts.cached)")
    let name = "vraagbaak_http_request_seconds"
    lines.begin(name, .histogram, "From the whole request until its answer was sent.")
    for (route, buckets) in counts.buckets.sorted(by: { $0.key < $1.key }) {
      var sum = 0
      for (place, count) in buckets.enumerated() {
        sum += count
        let bound = place < Self.bounds.count ? "\(Self.bounds[place])" : "+Inf"
        lines.add("_bucket{route=\"\(route)\",le=\"\(bound)\"}", "\(sum)")
      }
      lines.add("_sum{route=\"\(route)\"}", "\(counts.seconds[route] ?? 0)")
      lines.add("_count{route=\"\(route)\"}", "\(sum)")
    }
    return lines.text
  }
}

/// Lines in the text format of Prometheus.
struct MetricLines {
  /// The kind of a metric.
  enum Kind: String { case counter, gauge, histogram }

  private(set) var text = ""
  private var name = ""

  /// Begins a metric.
  mutating func begin(_ name: String, _ kind: Kind, _ help: String) {
    self.name = name
    text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind.rawValue)\n"
  }

  /// Adds a value; `part` is what follows the name.
  mutating func add(_ part: String, _ value: String) { text += "\(name)\(part) \(value)\n" }
}

extension Route {
  /// The name of a route in metrics: few, whatever is asked for.
  static func label(of target: HTTPTarget) -> String {
    switch Route(target.path) {
    case .search: "search"
    case .set: "set"
    case .passage: "passage"
    case .coverage: "stand"
    case .help: "hulp"
    case .table: "csv"
    case .feed: "atom"
    case .searchAPI: "api-search"
    case .setAPI: "api-sets"
    case .passageAPI: "api-passages"
    case .similarAPI: "api-similar"
    case .suggestAPI: "api-suggest"
    case .statusAPI: "api-status"
    case .description: "api-openapi"
    case .openSearch, .robots, .sitemap, .sitemapPart: "robots"
    case .file: "file"
    case .health: "gezond"
    case .metrics: "metrics"
    case nil: "none"
    }
  }
}
