package import Kamervragen
package import PassageStore

/// Brings a mirror in line with what the official sources have.
package struct Harvester {
  private let options: HarvestOptions

  /// Something that happens during a run.
  package enum Event: Sendable {
    /// The publications of some days are listed.
    case listing(ClosedRange<CalendarDate>)
    /// `done` of `total` publications of these days are there; so many requests were made in all.
    case fetching(done: Int, of: Int, ClosedRange<CalendarDate>, requests: Int)
    /// A page of a feed of the Tweede Kamer is read; so many requests were made in all.
    case reading(String, page: Int, requests: Int)
    /// An address is asked.
    case requesting(String)
    /// The run waits before it asks a host again; a Dutch clause says why.
    case waiting(seconds: Double, host: String, reason: String)
    /// A publication was fetched; `isNew` if it was not there before.
    case fetched(String, isNew: Bool)
    /// A publication cannot be fetched now; a Dutch clause says why.
    case failed(String, reason: String)
    /// The files of a publication were removed.
    case removed(String, Removal)
    /// The list of some days is not whole, so they stay open; a Dutch clause says why.
    case open(ClosedRange<CalendarDate>, reason: String)
  }

  package init(_ options: HarvestOptions) { self.options = options }

  /// Runs until everything is done, a bound is reached, or `isStopped`.
  ///
  /// - Throws: `IndexError` if another run has the mirror, or if it cannot be read or written. What
  ///   was fetched until then is kept.
  package func run(
    isStopped: @escaping () -> Bool, report: @escaping (Event) -> Void
  ) throws(IndexError) -> HarvestSummary {
    let begin = Timestamp.monotonic
    let mirror = try Mirror.opened(options.directory, isReadOnly: options.isDryRun)
    var run = HarvestRun(options, mirror, isStopped: isStopped, report: report)
    try run.perform()
    run.summary.seconds = Timestamp.monotonic - begin
    return run.summary
  }
}
