internal import VraagbaakReport

/// What a run did.
package struct AlertSummary: Sendable, Encodable {
  /// The version of this record.
  package private(set) var format = 1
  /// Alerts that were understood.
  package let alerts: Int
  /// What happened to publications since the last run.
  package private(set) var events = 0
  /// What was told, in the order of the names of the alerts.
  package private(set) var told: [Told] = []
  /// Mails that were handed over.
  package private(set) var mails = 0
  /// Feeds that were replaced.
  package private(set) var feeds = 0
  /// Messages that are kept for the next run.
  package var waiting = 0
  /// Whether nothing was known before, so that all of the index now counts as known.
  package private(set) var isFirst = false
  /// What could not be delivered.
  package private(set) var failures: [DeliveryFailure] = []
  /// Files of alerts that are not understood, one Dutch sentence each.
  package let refused: [String]

  /// What an alert was told.
  package struct Told: Sendable, Encodable {
    package let alert: String
    /// How much of what, in Dutch.
    package let summary: String
    package let count: Int
  }

  init(alerts: Int, refused: [AlertFileError]) {
    self.alerts = alerts
    self.refused = refused.map(\.description)
  }

  mutating func take(_ news: AlertNews, isFirst: Bool) {
    self.isFirst = isFirst
    events = news.events.count
    told = news.findings.map {
      Told(alert: $0.alert.name, summary: $0.summary, count: $0.count)
    }
  }

  mutating func take(_ outcome: Delivery.Outcome) {
    mails = outcome.mails
    feeds = outcome.feeds
    failures = outcome.failures
  }

  /// Whether there is something to say to who reads the log of each night.
  package var isWorthALine: Bool {
    isFirst || !told.isEmpty || mails + feeds > 0 || waiting > 0 || !refused.isEmpty
  }

  /// One line in Dutch, without a capital.
  package var dutch: String {
    guard !isFirst else {
      return "begonnen; alles wat nu in de index staat, geldt als bekend"
    }
    var parts = [
      "\(counted(alerts, "attendering", "attenderingen")), \(told.count) met nieuws",
      counted(mails, "mail verstuurd", "mails verstuurd"),
    ]
    if feeds > 0 {
      parts.append(counted(feeds, "Atom-bestand bijgewerkt", "Atom-bestanden bijgewerkt"))
    }
    if waiting > 0 {
      parts.append(counted(waiting, "bericht bewaard", "berichten bewaard"))
    }
    return parts.joined(separator: "; ")
  }
}
