import TestSupport
import Testing

@testable import Harvest

@Suite("How long a host is left alone")
struct PaceTests {
  @Test("The option lengthens the pause of a service; on this machine it takes its place")
  func pauses() {
    func pause(_ service: Service, _ isLoopback: Bool, _ option: Double?) -> Double {
      Pace(service, isLoopback: isLoopback, option: option).pause
    }
    #expect(pause(.sru, false, nil) == 2)
    #expect(pause(.sru, false, 0) == 2)
    #expect(pause(.sru, false, 3) == 3)
    #expect(pause(.documents, true, nil) == 3.5)
    #expect(pause(.documents, true, 0) == 0)
    #expect(pause(.tweedeKamer, true, 9) == 9)
  }

  @Test("The waits after failures grow, and those on this machine go by the given pause")
  func waits() {
    func waits(_ isLoopback: Bool, _ option: Double?, _ jitter: Double = 0) -> [Double] {
      let pace = Pace(.documents, isLoopback: isLoopback, option: option)
      return (1...6).map { pace.wait(afterFailures: $0, jitter: jitter, retryAfter: nil) }
    }
    #expect(waits(false, nil) == [5, 10, 30, 60, 180, 180])
    #expect(waits(false, 8) == [8, 10, 30, 60, 180, 180])
    #expect(waits(false, 0, 0.2) == [6, 12, 36, 72, 216, 216])
    #expect(waits(true, nil) == [5, 10, 30, 60, 180, 180])
    #expect(waits(true, 0.5) == [0.5, 1, 3, 6, 18, 18])
    #expect(waits(true, 0) == [0, 0, 0, 0, 0, 0])
  }

  @Test("What a server asks for counts if it is longer")
  func retryAfter() {
    let pace = Pace(.sru, isLoopback: false, option: nil)
    #expect(pace.wait(afterFailures: 1, jitter: 0.2, retryAfter: 5) == 6)
    #expect(pace.wait(afterFailures: 1, jitter: 0.2, retryAfter: 7) == 7)
    let local = Pace(.sru, isLoopback: true, option: 0)
    #expect(local.wait(afterFailures: 1, jitter: 0, retryAfter: 7) == 7)
  }

  @Test("Retry-After is a number of seconds or a date of HTTP in one of its forms")
  func values() {
    let now = 784_111_700.0
    for (value, seconds) in [
      ("0", 0), ("120", 120), ("007", 7),
      ("Sun, 06 Nov 1994 08:49:37 GMT", 77), ("Sun Nov  6 08:49:37 1994", 77),
      ("Sun, 06 Nov 1994 08:00:00 GMT", 0),
    ] as [(String, Double)] {
      #expect(RetryAfter.seconds(value, now: now) == seconds, "\(value)")
    }
    #expect(RetryAfter.date("Thursday, 26-Feb-26 10:30:00 GMT") == 1_772_101_800)
    #expect(RetryAfter.date("Thu, 26 Feb 2026 10:30:00 GMT") == 1_772_101_800)
    for other in [
      "", "-1", "1.5", "straks", "Sun, 31 Feb 2026 10:30:00 GMT", "Sun, 06 Nov 1994 GMT",
      "Sun, 06 Nov 1994 24:00:00 GMT", "Sun, 06 Nov 1994 08:49 GMT", "٣",
      "Sun, 06 Foo 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 +0200",
      String(repeating: "a ", count: 1000),
    ] {
      #expect(RetryAfter.seconds(other, now: now) == nil, "\(other)")
    }
  }

  @Test("A date of HTTP that is damaged is another date or none")
  func damagedDates() {
    var random = SeededGenerator(seed: 1123)
    var dates = 0
    for _ in 0..<5000 {
      let bytes = Array("Sun, 06 Nov 1994 08:49:37 GMT".utf8)
        .damaged(1...4, Damage.allCases, using: &random)
      let value = String(decoding: bytes, as: UTF8.self)
      if let seconds = RetryAfter.seconds(value, now: 0) {
        dates += 1
        #expect(seconds >= 0)
      }
    }
    #expect(dates > 0)
  }
}

@Suite("SHA-256")
struct SHA256Tests {
  @Test("The digests are those of FIPS 180-4")
  func digests() {
    #expect(
      sha256(Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      sha256([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      sha256(Array(repeating: UInt8(ascii: "a"), count: 1_000_000))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }
}
