import Harvest
import Kamervragen
import VraagbaakReport

/// Shows the events of a run of `harvest`: a progress line on a terminal, and a line for each
/// problem anywhere.
final class HarvestProgress {
  private let console: Console
  private let isQuiet: Bool
  private let isVerbose: Bool
  private var last: ContinuousClock.Instant?
  /// When the present slice began.
  private var start = ContinuousClock.now

  init(_ console: Console, isQuiet: Bool, isVerbose: Bool) {
    self.console = console
    self.isQuiet = isQuiet
    self.isVerbose = isVerbose
  }

  func show(_ event: Harvester.Event) {
    switch event {
    case .listing(let days):
      start = .now
      progress("\(Self.dutch(days)): de lijst wordt opgehaald", isLasting: true)
    case .fetching(let done, let total, let days, let requests):
      let seconds = Double((ContinuousClock.now - start).components.seconds)
      progress(
        Self.line(done: done, total: total, days: days, requests: requests, seconds: seconds))
    case .reading(let feed, let page, let requests):
      progress(
        "Tweede Kamer, \(feed): bladzijde \(page), "
          + counted(requests, "aanvraag", "aanvragen"))
    case .requesting(let address):
      if isVerbose { say(address) }
    case .waiting(let seconds, let host, let reason):
      progress("\(host): \(reason); wacht \(duration(seconds))", isLasting: true)
    case .fetched(let identifier, let isNew):
      if isVerbose { say("\(identifier): \(isNew ? "nieuw" : "gewijzigd")") }
    case .failed(let identifier, let reason):
      say("vraagbaak harvest: \(identifier.isEmpty ? "" : "\(identifier): ")\(reason)")
    case .removed(let identifier, let reason):
      if isVerbose { say("\(identifier): \(reason.dutch)") }
    case .open(let days, let reason):
      let isOne = days.lowerBound == days.upperBound
      say(
        "vraagbaak harvest: \(isOne ? "" : "de dagen ")\(Self.dutch(days)) "
          + "\(isOne ? "blijft" : "blijven") open: \(reason)")
    }
  }

  /// Removes the progress line.
  func clear() {
    if last != nil { console.progress("") }
    last = nil
  }

  /// Shows a line. One that is not `isLasting` is soon followed by another.
  private func progress(_ line: String, isLasting: Bool = false) {
    guard !isQuiet, console.showsProgress else { return }
    let now = ContinuousClock.now
    // Ten updates a second are enough.
    if !isLasting, let last, now - last < .milliseconds(100) { return }
    last = now
    console.progress(line)
  }

  private func say(_ line: String) {
    clear()
    console.error(line)
  }

  /// The progress of a slice, its speed and the time it still needs; the last two after ten
  /// seconds.
  static func line(
    done: Int, total: Int, days: ClosedRange<CalendarDate>, requests: Int, seconds: Double
  ) -> String {
    let state =
      "\(dutch(days)): \(done) van \(counted(total, "publicatie", "publicaties")), "
      + counted(requests, "aanvraag", "aanvragen")
    guard seconds >= 10, done > 0 else { return state }
    let rate = Double(done) / seconds
    return "\(state); \((rate * 60).written(decimals: 1)) per minuut, "
      + "nog \(duration(Double(total - done) / rate))"
  }

  private static func dutch(_ days: ClosedRange<CalendarDate>) -> String {
    days.lowerBound == days.upperBound
      ? "\(days.lowerBound)" : "\(days.lowerBound) tot en met \(days.upperBound)"
  }
}

extension Removal {
  /// Why files were removed, in Dutch.
  fileprivate var dutch: String {
    switch self {
    case .withdrawn: "ingetrokken door de uitgever"
    case .vanished: "staat niet meer bij de bron"
    case .replaced(let other): "vervangen door \(other)"
    }
  }
}
