internal import Glibc
internal import PassageStore

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
      now: { Timestamp.monotonic }, date: { Double(Timestamp.seconds) },
      sleep: { usleep(UInt32($0 * 1e6)) }, jitter: { .random(in: 0...Pace.maximumJitter) })
  }
}
