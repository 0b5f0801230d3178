/// What the user allows a run.
package struct FetchRules: Sendable {
  /// Who asks, with a contact: `vraagbaak/0.25 (+beheer@example.org)`.
  package var agent: String
  /// The shortest pause at a host in seconds; see `Pace`.
  package var pause: Double?
  /// The most requests, those after redirects and failures too.
  package var maximumRequests: Int?
  /// The longest time in seconds, waits included.
  package var maximumSeconds: Double?

  package init(
    agent: String, pause: Double? = nil, maximumRequests: Int? = nil, maximumSeconds: Double? = nil
  ) {
    self.agent = agent
    self.pause = pause
    self.maximumRequests = maximumRequests
    self.maximumSeconds = maximumSeconds
  }
}

/// What was asked of a host.
package struct HostCounts: Sendable, Hashable, Encodable {
  /// Requests, those after redirects and failures too.
  package var requests = 0
  /// Bytes of bodies.
  package var bytes = 0
  /// Requests made again after a failure.
  package var retries = 0
  /// Requests that failed in a way that may pass.
  package var failures = 0

  package init(requests: Int = 0, bytes: Int = 0, retries: Int = 0, failures: Int = 0) {
    self.requests = requests
    self.bytes = bytes
    self.retries = retries
    self.failures = failures
  }
}

/// What a fetcher is about to do.
enum FetchEvent: Hashable, Sendable {
  case requests(WebAddress)
  /// Waits after a failure, so many seconds; the reason is a Dutch phrase.
  case waits(seconds: Double, host: String, reason: String)
}
