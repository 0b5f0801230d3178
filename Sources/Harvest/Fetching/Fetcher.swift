/// Fetches from hosts, one request at a time, as they wish to be asked.
///
/// It leaves a pause between two requests at a host, asks again after a failure that may pass,
/// later each time, and gives up an address, and then its host, that keeps failing. It follows
/// redirects itself, since each is a request too and may lead where nothing is to be fetched.
///
/// It belongs to one thread.
final class Fetcher {
  private let rules: FetchRules
  private let clock: FetchClock
  private let isStopped: () -> Bool
  private let progress: (FetchEvent) -> Void
  /// When the run ends at the latest.
  private let deadline: Double
  private var hosts: [String: Host] = [:]
  /// The requests of the run.
  private(set) var requests = 0

  /// Makes a fetcher for a run that begins now. `isStopped` tells whether the run has to end; it is
  /// asked several times a second during waits and transfers.
  init(
    _ rules: FetchRules, clock: FetchClock = .system, isStopped: @escaping () -> Bool,
    progress: @escaping (FetchEvent) -> Void = { _ in }
  ) {
    self.rules = rules
    self.clock = clock
    self.isStopped = isStopped
    self.progress = progress
    deadline = rules.maximumSeconds.map { clock.now() + $0 } ?? .infinity
  }

  /// What was asked of each host.
  var counts: [String: HostCounts] { hosts.mapValues(\.counts) }

  /// What is known of a host in this run.
  private struct Host {
    var counts = HostCounts()
    var connection: WebConnection?
    /// When the last request ended.
    var lastEnd = -Double.infinity
    /// The pause that was due after it.
    var pause = 0.0
    /// The earliest moment for the next request, after failures.
    var notBefore = -Double.infinity
    /// Failed requests in a row.
    var failures = 0
    /// Failed requests in a row to addresses that had failed before.
    var suspects = 0
    /// Requests in a row that the host says it does not permit.
    var refusals = 0
    /// Why it is asked nothing more.
    var givenUp: String?
  }

  /// What one request comes to.
  private enum Outcome {
    case answer(Answer)
    case redirect(String)
    /// An error that asking again does not change.
    case error(FetchError)
    /// A failure that may pass, with the seconds that the server asks to wait.
    case failure(FetchError, retryAfter: Double?)
  }

  private static let maximumRedirects = 5

  /// Gets what is at an address, at the pace of a service. The answer has status 200.
  ///
  /// Requests are never conditional: only what has changed is asked for, and an answer that it has
  /// not would be wrong for ever.
  ///
  /// - Parameters:
  ///   - address: the address.
  ///   - service: whose pace is kept.
  ///   - accept: the media type that is wanted.
  ///   - maximumSize: in bytes.
  ///   - refusesPage: whether a page for people is a failure that may pass.
  ///   - tries: the number of failures after which it gives up.
  ///   - isSuspect: whether the address failed in an earlier run. Then it is tried once, and its
  ///     failure says nothing of the host.
  /// - Returns: the answer, after redirects.
  /// - Throws: `FetchError`.
  func get(
    _ address: WebAddress, for service: Service, accept: String, maximumSize: Int,
    refusesPage: (Answer) -> Bool,
    tries: Int = Pace.maximumFailures, isSuspect: Bool = false
  ) throws(FetchError) -> Answer {
    let headers = [
      "User-Agent: \(rules.agent)", "Accept: \(accept)", "Accept-Encoding: identity",
    ]
    var current = address
    var asked = [address]
    var failures = 0
    while true {
      let pace = Pace(service, isLoopback: current.isLoopback, option: rules.pause)
      let timeout = try prepare(current, pace, service)
      let request = WebConnection.Request(
        address: current, headers: headers, maximumSize: maximumSize, timeout: timeout)
      let result = try send(request, pace, isRetry: failures > 0)
      if result.ending == .timedOut, timeout < Double(service.timeout) { throw .bound }
      switch outcome(
        of: result, request, refusesPage: refusesPage, service: service)
      {
      case .answer(let answer):
        hosts[current.host]?.failures = 0
        hosts[current.host]?.refusals = 0
        hosts[current.host]?.suspects = 0
        return answer
      case .error(let error):
        hosts[current.host]?.failures = 0
        try noteRefusal(error, at: current.host)
        throw error
      case .redirect(let location):
        // No success yet: all that the host redirects to may fail.
        current = try target(of: location, from: current, asked: asked)
        asked.append(current)
      case .failure(let error, let retryAfter):
        if isSuspect, retryAfter == nil {
          try noteSuspect(error, at: current.host)
          throw error
        }
        try note(error, at: current.host, pace, retryAfter: retryAfter)
        failures += 1
        if failures >= tries { throw error }
      }
    }
  }

  /// Waits until a request may be made; returns the seconds that it may take.
  private func prepare(
    _ address: WebAddress, _ pace: Pace, _ service: Service
  ) throws(FetchError) -> Double {
    let host = hosts[address.host] ?? Host()
    if let reason = host.givenUp { throw .hostGivenUp(reason) }
    if let maximum = rules.maximumRequests, requests >= maximum { throw .bound }
    let moment = max(host.lastEnd + max(pace.pause, host.pause), host.notBefore)
    guard moment < deadline else { throw .bound }
    while !isStopped() {
      let now = clock.now()
      // A clock that a test moves, or a machine that slept, may have passed the end.
      guard now < deadline else { throw .bound }
      if now >= moment { return min(Double(service.timeout), deadline - now) }
      clock.sleep(min(moment - now, Self.longestSleep))
    }
    throw .stopped
  }

  /// The longest time that nobody asks whether to stop, in seconds.
  private static let longestSleep = 0.2

  private func send(
    _ request: WebConnection.Request, _ pace: Pace, isRetry: Bool
  ) throws(FetchError) -> WebConnection.Result {
    let name = request.address.host
    var host = hosts[name] ?? Host()
    defer { hosts[name] = host }
    if host.connection == nil { host.connection = WebConnection() }
    guard let connection = host.connection else { throw .unavailable(Self.shortage) }
    requests += 1
    host.counts.requests += 1
    if isRetry { host.counts.retries += 1 }
    progress(.requests(request.address))
    let result = connection.get(request, isStopped: isStopped)
    host.lastEnd = clock.now()
    host.pause = pace.pause
    host.counts.bytes += result.received
    switch result.ending {
    case .stopped: throw .stopped
    case .failed: throw .unavailable(Self.shortage)
    case .untrusted:
      host.counts.failures += 1
      let reason = "\(name): het certificaat is niet te controleren"
      host.givenUp = reason
      throw .hostGivenUp(reason)
    default: return result
    }
  }

  private static let shortage = "het systeem heeft te weinig middelen voor een verzoek"

  private func outcome(
    of result: WebConnection.Result, _ request: WebConnection.Request,
    refusesPage: (Answer) -> Bool, service: Service
  ) -> Outcome {
    let head = result.head
    // The status tells all of such an answer, whatever became of its body.
    if head.isComplete, head.status > 200 {
      switch head.status {
      case 301, 302, 303, 307, 308:
        return head.location.map { .redirect($0) } ?? .error(.status(head.status))
      case 408, 425, 429, 500...:
        let seconds = head.retryAfter.flatMap { RetryAfter.seconds($0, now: clock.date()) }
        return .failure(.unavailable("HTTP \(head.status)"), retryAfter: seconds)
      default: return .error(.status(head.status))
      }
    }
    func failure(_ reason: String) -> Outcome { .failure(.unavailable(reason), retryAfter: nil) }
    switch result.ending {
    case .tooLarge: return .error(.tooLarge(limit: request.maximumSize))
    case .timedOut: return failure("geen antwoord binnen \(service.timeout) seconden")
    case .unreachable: return failure("geen verbinding")
    case .malformed: return failure("geen HTTP")
    case .cutOff:
      guard head.isComplete, let declared = head.declaredLength else {
        return failure("verbinding verbroken")
      }
      return .failure(.cutOff(declared: declared, got: result.received), retryAfter: nil)
    case .complete, .stopped, .untrusted, .failed: break
    }
    if let coding = head.contentEncoding { return failure("onbekende codering «\(coding)»") }
    let answer = answer(result, request)
    return answer.isHTML && refusesPage(answer)
      ? failure("HTML in plaats van XML") : .answer(answer)
  }

  private func answer(
    _ result: WebConnection.Result, _ request: WebConnection.Request
  ) -> Answer {
    Answer(
      address: request.address, bytes: result.body, mediaType: result.head.mediaType,
      entityTag: result.head.entityTag, lastModified: result.head.lastModified)
  }

  /// The address that a redirect leads to.
  private func target(
    of location: String, from address: WebAddress, asked: [WebAddress]
  ) throws(FetchError) -> WebAddress {
    let target: WebAddress
    do { target = try address.resolving(location) } catch { throw .foreign(error.address) }
    // The pages of KOOP for what does not exist have status 200.
    if Self.pagesOfNothing.contains(where: target.text.contains) { throw .status(404) }
    guard asked.count <= Self.maximumRedirects, !asked.contains(target) else { throw .redirects }
    return target
  }

  private static let pagesOfNothing = ["fout404", "Errors/404"]

  /// Remembers the failure of an address that had failed before. A few say nothing of the host.
  private func noteSuspect(_ error: FetchError, at name: String) throws(FetchError) {
    hosts[name]?.counts.failures += 1
    let suspects = (hosts[name]?.suspects ?? 0) + 1
    hosts[name]?.suspects = suspects
    guard suspects > 2 * Pace.maximumFailures else { return }
    let reason = "\(name): \(suspects) mislukte aanvragen na elkaar (\(error.reason))"
    hosts[name]?.givenUp = reason
    throw .hostGivenUp(reason)
  }

  /// Remembers that a host does not permit a request. One that refuses everything wants to be left
  /// alone.
  private func noteRefusal(_ error: FetchError, at name: String) throws(FetchError) {
    guard [.status(401), .status(403), .status(451)].contains(error) else { return }
    let refusals = (hosts[name]?.refusals ?? 0) + 1
    hosts[name]?.refusals = refusals
    guard refusals > Pace.maximumFailures else { return }
    let reason = "\(name): \(refusals) aanvragen na elkaar geweigerd (\(error.reason))"
    hosts[name]?.givenUp = reason
    throw .hostGivenUp(reason)
  }

  /// Remembers a failure, and when the host may be asked again.
  private func note(
    _ error: FetchError, at name: String, _ pace: Pace, retryAfter: Double?
  ) throws(FetchError) {
    var host = hosts[name] ?? Host()
    defer { hosts[name] = host }
    host.counts.failures += 1
    host.failures += 1
    let now = clock.now()
    if host.failures > Pace.maximumFailures {
      host.givenUp = "\(name): \(host.failures) mislukte aanvragen na elkaar (\(error.reason))"
    } else if let retryAfter,
      retryAfter > Pace.maximumRetryAfter || now + retryAfter > deadline
    {
      let seconds = Int(min(retryAfter, 1e9))
      host.givenUp = "\(name): vraagt \(seconds) seconden te wachten (\(error.reason))"
    }
    if let reason = host.givenUp { throw .hostGivenUp(reason) }
    let wait = pace.wait(
      afterFailures: host.failures, jitter: clock.jitter(), retryAfter: retryAfter)
    host.notBefore = now + wait
    progress(.waits(seconds: wait, host: name, reason: error.reason))
  }
}
