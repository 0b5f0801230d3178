import Glibc
import PassageIndex
import VraagbaakReport

/// Shows the events of a run: a progress line on a terminal, and a line for each problem anywhere.
struct IndexProgress {
  private let console: Console
  private let isQuiet: Bool
  private let isVerbose: Bool
  private let start = ContinuousClock.now
  private var last: ContinuousClock.Instant?
  private(set) var hasNamedRefusal = false

  init(_ console: Console, isQuiet: Bool, isVerbose: Bool) {
    self.console = console
    self.isQuiet = isQuiet
    self.isVerbose = isVerbose
  }

  mutating func show(_ event: Indexer.Event) {
    switch event {
    case .progress(let done, let total, let passages):
      guard !isQuiet, console.showsProgress else { return }
      let now = ContinuousClock.now
      // Ten updates a second are enough.
      if let last, done < total, now - last < .milliseconds(100) { return }
      last = now
      let seconds = Double((now - start).components.seconds)
      console.progress(
        Self.line(done: done, total: total, passages: passages, seconds: seconds))
    case .checking(let path):
      guard !isQuiet else { return }
      last = .now
      console.progress("\(path) wordt gecontroleerd")
    case .refused(let path, let reason):
      hasNamedRefusal = true
      say("vraagbaak index: \(path): \(reason)")
    case .metadataUnused(let path):
      say(
        "vraagbaak index: \(path): de metadata horen bij geen van de publicaties in deze map")
    case .kept(let path, let reason): say("vraagbaak index: \(path): \(reason.dutch)")
    case .unreadable(let path, let reason):
      say("vraagbaak index: \(path): kan niet gelezen worden: \(reason.dutch)")
    case .read(let path, let set, let passages, let warnings):
      guard isVerbose else { return }
      say("\(path): \(set), \(counted(passages, "passage", "passages"))")
      for warning in warnings { console.error("  \(warning)") }
    case .removed(let path):
      if isVerbose { say("\(path): verdwenen") }
    case .passedOver(let path, let reason):
      if isVerbose { say("\(path): overgeslagen: \(reason.dutch)") }
    }
  }

  private mutating func say(_ line: String) {
    clear()
    console.error(line)
  }

  /// Removes the progress line.
  mutating func clear() {
    if last != nil { console.progress("") }
    last = nil
  }

  /// The progress of a run, its speed and the time it still needs; the last two after two seconds.
  static func line(done: Int, total: Int, passages: Int, seconds: Double) -> String {
    let state =
      "\(done) van \(counted(total, "bestand", "bestanden")), \(counted(passages, "passage", "passages"))"
    guard seconds >= 2, done > 0 else { return state }
    let rate = Double(done) / seconds
    let shown = rate < 10 ? rate.written(decimals: 1) : "\(Int(rate.rounded()))"
    return "\(state); \(shown) per seconde, nog \(duration(Double(total - done) / rate))"
  }
}
