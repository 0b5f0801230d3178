/// How long to leave a host alone: after a request, and longer after failures.
struct Pace: Sendable, Hashable {
  /// The shortest time from the end of a request to the beginning of the next one, in seconds.
  let pause: Double
  /// The shortest times after the first, second, … of several failed requests in a row, in seconds.
  private let waits: [Double]

  /// After so many failed requests in a row an address is given up, and after one more its host: so
  /// an address that always fails does not end the run.
  static let maximumFailures = 5
  /// The longest `Retry-After` that is waited for, in seconds.
  static let maximumRetryAfter = 600.0
  /// By how much a wait is lengthened at most, so that several programs do not return together.
  static let maximumJitter = 0.2

  /// The pace at a host. `option` is the pause that the user asks for, in seconds: it only
  /// lengthens that of the service, except on this machine.
  init(_ service: Service, isLoopback: Bool, option: Double?) {
    if isLoopback, let option {
      pause = option
      waits = [1, 2, 6, 12, 36].map { $0 * option }
    } else {
      pause = max(service.pause, option ?? 0)
      waits = [5, 10, 30, 60, 180]
    }
  }

  /// The time to wait after the last of some failed requests in a row, in seconds. `jitter` is from
  /// 0 to `maximumJitter`; `retryAfter`, what the server asks for, in seconds.
  func wait(afterFailures count: Int, jitter: Double, retryAfter: Double?) -> Double {
    guard let longest = waits.last, count > 0 else { return max(pause, retryAfter ?? 0) }
    let wait = count <= waits.count ? waits[count - 1] : longest
    return max(pause, wait * (1 + jitter), retryAfter ?? 0)
  }
}
