/// What the user allows a run.
struct FetchRules: Sendable {
  /// Who asks, with a contact: `vraagbaak/0.25 (+beheer@example.org)`.
  var agent: String
  /// The shortest pause at a host in seconds; see `Pace`.
  var pause: Double?
  /// The most requests, those after redirects and failures too.
  var maximumRequests: Int?
  /// The longest time in seconds, waits included.
  var maximumSeconds: Double?
}

/// What was asked of a host.
struct HostCounts: Sendable, Hashable {
  /// Requests, those after redirects and failures too.
  var requests = 0
  /// Bytes of bodies.
  var bytes = 0
  /// Requests made again after a failure.
  var retries = 0
  /// Requests that failed in a way that may pass.
  var failures = 0
}

/// What a fetcher is about to do.
enum FetchEvent: Hashable, Sendable {
  case requests(WebAddress)
  /// Waits after a failure, so many seconds; the reason is a Dutch phrase.
  case waits(seconds: Double, host: String, reason: String)
}
