package import Kamervragen

/// What a run of the harvester did.
package struct HarvestSummary: Sendable, Hashable {
  /// Publications that were not there before.
  package var new = 0
  /// Publications of which a file changed.
  package var changed = 0
  /// Publications that the source listed and that are as they were.
  package var unchanged = 0
  /// Publications whose files were removed.
  package var removed = 0
  /// Provisional publications that gave way to a typeset one.
  package var replaced = 0
  /// What could not be fetched in this run.
  package var failures: [Failure] = []
  /// Slices that stay open because their list was not whole.
  package var openSlices: [OpenSlice] = []
  /// What is worth a look.
  package var warnings: [Warning] = []
  /// Why the run ended before all was done; nil if it did not.
  package var end: End?
  /// Requests, bytes and failures for each host.
  package var hosts: [String: HostCounts] = [:]
  /// The seconds that it took.
  package var seconds = 0.0
  /// How far the mirror is.
  package var coverage = Coverage()
  /// Publications in the mirror.
  package var publications = 0

  package init() {}

  /// A publication that could not be fetched.
  package struct Failure: Sendable, Hashable, Encodable {
    package var identifier: String
    /// A Dutch clause.
    package var reason: String
  }

  /// Days whose list was not whole.
  package struct OpenSlice: Sendable, Hashable {
    package var days: ClosedRange<CalendarDate>
    /// A Dutch clause.
    package var reason: String
  }

  /// Why a run ended before all was done.
  package enum End: Sendable, Hashable {
    /// The maximum of requests or minutes was reached.
    case bound
    /// A signal came.
    case stopped
    /// A service does not answer as it should; a Dutch clause says what.
    case unavailable(String)
  }

  /// Something that is worth a look.
  package enum Warning: Sendable, Hashable {
    /// So many publications seem to be gone that it is not believed.
    case tooManyRemovals([String], maximum: Int)
    /// Nothing has changed at the source since a day.
    case silent(since: CalendarDate)
    /// These lines of the ledger were damaged; all days are listed again.
    case damagedLedger(lines: [Int])
    /// A new count of days that were closed gave another number, so they are listed again.
    case recounted(ClosedRange<CalendarDate>, found: Int, known: Int)
    /// The feed of the Tweede Kamer was not read to its end; a Dutch clause says why.
    case feed(String)
  }

  /// How far a mirror is.
  package struct Coverage: Sendable, Hashable {
    /// The days that are closed: every publication that was changed on them is recorded.
    package var closed = CalendarDays()
    /// The days that are not.
    package var open = CalendarDays()
    /// The number of publications that the source has for days that are not closed; nil if it was
    /// not counted.
    package var remaining: Int?

    package init() {}
  }

  /// The seconds that a publication usually takes: metadata and text at the pace of documents, and
  /// its share of a list.
  package static let usualSeconds = 2 * Service.documents.pause + 0.1

  /// Whether anything in the mirror changed.
  package var isChanged: Bool { new + changed + removed + replaced > 0 }
}
