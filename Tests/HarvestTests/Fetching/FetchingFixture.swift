@testable import Harvest

/// Time that passes only while somebody waits.
final class TestClock {
  var now = 1000.0
  /// 1 March 2026, 12:00.
  var date = 1_772_366_400.0
  var jitter = 0.0

  var clock: FetchClock {
    FetchClock(
      now: { self.now }, date: { self.date + self.now - 1000 }, sleep: { self.now += $0 },
      jitter: { self.jitter })
  }
}

/// A fetcher with a clock of its own, and what it told.
final class FetchingFixture {
  /// What the fetcher asks and tells.
  private final class Surroundings {
    let time = TestClock()
    var isStopped: () -> Bool = { false }
    var events: [FetchEvent] = []
    var moments: [Double] = []
  }

  private let surroundings: Surroundings
  let fetcher: Fetcher

  var time: TestClock { surroundings.time }
  var events: [FetchEvent] { surroundings.events }
  /// The moments at which requests were made, in seconds from the first moment on.
  var moments: [Double] { surroundings.moments }
  var isStopped: () -> Bool {
    get { surroundings.isStopped }
    set { surroundings.isStopped = newValue }
  }

  init(_ rules: FetchRules = FetchRules(agent: "proef/1 (+proef@example.org)")) {
    let surroundings = Surroundings()
    self.surroundings = surroundings
    fetcher = Fetcher(
      rules, clock: surroundings.time.clock, isStopped: { surroundings.isStopped() }
    ) { event in
      surroundings.events.append(event)
      if case .requests = event {
        surroundings.moments.append((surroundings.time.now - 1000).rounded(toPlaces: 3))
      }
    }
  }

  /// What came of a request: the body, or the error. A text that is no address to fetch is foreign.
  func get(
    _ text: String, for service: Service = .documents, expectsXML: Bool = false,
    maximumSize: Int = 1 << 20
  ) -> Result<String, FetchError> {
    guard let address = try? WebAddress(text) else { return .failure(.foreign(text)) }
    do throws(FetchError) {
      let answer = try fetcher.get(
        address, for: service, accept: "application/xml", maximumSize: maximumSize,
        refusesPage: { _ in expectsXML })
      return .success(String(decoding: answer.bytes, as: UTF8.self))
    } catch {
      return .failure(error)
    }
  }
}

extension Double {
  func rounded(toPlaces places: Int) -> Double {
    let factor = (0..<places).reduce(1.0) { factor, _ in factor * 10 }
    return (self * factor).rounded() / factor
  }
}
