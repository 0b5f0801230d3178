package import Kamervragen

/// What a run of the harvester is to do.
package struct HarvestOptions: Sendable {
  /// The directory of the mirror.
  package var directory: String
  /// The first day of change that is asked for.
  package var since: CalendarDate
  /// The last day of change that is asked for; at most today.
  package var until: CalendarDate
  /// The present day.
  package var today: CalendarDate
  /// How the services are asked.
  package var rules: FetchRules
  /// The address of the search.
  package var sru: WebAddress
  /// Where documents are.
  package var documents: DocumentAddresses
  /// Where the feeds of the Tweede Kamer are; nil if it is not asked.
  package var tweedeKamer: FeedAddresses?
  /// Whether PDF is fetched too if there is XML or HTML.
  package var fetchesPDF = false
  /// Whether removals that are too many to be believed are.
  package var allowsDeletions = false
  /// Whether only the lists are fetched and nothing is written.
  package var isDryRun = false

  /// Kamervragen in the repository begin with the session of 1994.
  package static let firstDay = CalendarDate(year: 1994, month: 1, day: 1)

  package init(
    directory: String, since: CalendarDate, until: CalendarDate, today: CalendarDate,
    rules: FetchRules, sru: WebAddress, documents: DocumentAddresses
  ) {
    self.directory = directory
    self.since = since
    self.until = min(until, today)
    self.today = today
    self.rules = rules
    self.sru = sru
    self.documents = documents
  }
}
