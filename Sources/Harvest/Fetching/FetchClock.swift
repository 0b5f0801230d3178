internal import Glibc

/// Time as the fetcher sees it; a test has its own.
struct FetchClock {
  /// Seconds since some moment, which never go back.
  var now: () -> Double
  /// Seconds since 1 January 1970.
  var date: () -> Double
  /// Waits so many seconds.
  var sleep: (Double) -> Void
  /// By how much of itself the next wait after a failure is lengthened.
  var jitter: () -> Double

  static var system: FetchClock {
    FetchClock(
      now: { seconds(CLOCK_MONOTONIC) }, date: { seconds(CLOCK_REALTIME) },
      sleep: { usleep(UInt32($0 * 1e6)) }, jitter: { .random(in: 0...Pace.maximumJitter) })
  }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
