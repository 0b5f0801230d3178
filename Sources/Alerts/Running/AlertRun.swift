internal import Glibc
package import PassageSearch
internal import PassageStore
internal import VraagbaakReport

/// A run: finds what is new in the index, tells the alerts, and delivers that.
///
/// Each step may be the last one, and the next run goes on from there. The messages are staged
/// whole; writing the state makes them count, all at once; then they are delivered one by one.
package struct AlertRun {
  /// What to do.
  package struct Options: Sendable {
    /// The directory of the index.
    package var index: String
    package var directory: AlertDirectory
    /// The program that sends mail.
    package var sendmail = "/usr/sbin/sendmail"
    /// How long it may take for one mail, in seconds.
    package var sendmailTimeout = 300
    package var settings = MessageSettings()
    /// Whether messages are only shown: nothing is sent or remembered.
    package var isDry = false
    /// How long to wait for another run, in seconds.
    package var lockTimeout = 0

    /// Makes the usual options.
    package init(index: String, directory: AlertDirectory) {
      self.index = index
      self.directory = directory
    }
  }

  private let options: Options
  private let outbox: Outbox
  private let isStopped: () -> Bool
  private let show: (String) -> Bool

  /// Makes a run.
  ///
  /// - Parameters:
  ///   - options: what to do.
  ///   - isStopped: asked between steps; true ends the run.
  ///   - show: prints a text; false if that failed.
  package init(
    _ options: Options, isStopped: @escaping () -> Bool = { false },
    show: @escaping (String) -> Bool
  ) {
    self.options = options
    outbox = Outbox(of: options.directory)
    self.isStopped = isStopped
    self.show = show
  }

  /// Tells what is new.
  ///
  /// - Parameter open: opens the index for reading.
  /// - Returns: what was done.
  /// - Throws: `AlertsBusy`, `KnownState.Damage` or `IndexError`. What was staged by an earlier run
  ///   is delivered even if there is no index.
  package func run(open: () throws -> IndexReader) throws -> AlertSummary {
    if options.isDry { return try dryRun(open) }
    try options.directory.create()
    let lock = try options.directory.locked(
      timeout: options.lockTimeout, isStopped: isStopped)
    let (alerts, refused) = options.directory.alerts()
    var summary = AlertSummary(alerts: alerts.count, refused: refused)
    let stored = try options.directory.knownState()
    let before = stored ?? firstState
    outbox.removeMessages(after: before.run)
    do {
      let reader = try open()
      try tell(alerts, refused, before, isFirst: stored == nil, reader, &summary)
    } catch {
      // What was staged just now does not count.
      outbox.removeMessages(after: before.run)
      deliver(to: alerts, holding: lock, &summary)
      throw error
    }
    deliver(to: alerts, holding: lock, &summary)
    return summary
  }

  // MARK: Telling

  /// Stages what is new and writes the state.
  private func tell(
    _ alerts: [Alert], _ refused: [AlertFileError], _ before: KnownState, isFirst: Bool,
    _ reader: IndexReader, _ summary: inout AlertSummary
  ) throws(IndexError) {
    var state = before
    let news = try news(for: alerts, state, isFirst: isFirst, reader)
    summary.take(news, isFirst: isFirst)
    let held = held(state, news, refused)
    guard !isStopped(), isFirst || news.isAny || held != state.held else { return }
    state.held = held
    state.publications = news.known
    state.run += 1
    let feeds = Outbox.feeds(among: outbox.messages).compactMapValues(\.last?.path)
    for findings in news.findings {
      try stage(findings, state, after: feeds[findings.alert.name])
      state.told[findings.alert.name] = Timestamp.today
    }
    state.told = state.told.filter { name, _ in
      access(options.directory.file(of: name), F_OK) == 0
    }
    outbox.settle()
    try options.directory.write(state)
  }

  /// A state of one who knows nothing. If an earlier one was lost, the messages that are there are
  /// delivered.
  private var firstState: KnownState {
    var state = KnownState()
    state.run = outbox.messages.map(\.run).max() ?? 0
    return state
  }

  /// What is new for the alerts, all of it in one state of the index.
  private func news(
    for alerts: [Alert], _ state: KnownState, isFirst: Bool, _ reader: IndexReader
  ) throws(IndexError) -> AlertNews {
    // A run of `index` may commit in between; then this is done again.
    for _ in 0..<5 {
      let before = try reader.state()
      let news = try newsNow(for: alerts, state, isFirst: isFirst, reader)
      if try reader.state() == before { return news }
    }
    return try newsNow(for: alerts, state, isFirst: isFirst, reader)
  }

  private func newsNow(
    for alerts: [Alert], _ state: KnownState, isFirst: Bool, _ reader: IndexReader
  ) throws(IndexError) -> AlertNews {
    let finder = ChangeFinder(known: state.publications, entries: try reader.ledger())
    let (events, known) = finder.changes()
    var news = AlertNews(
      events: isFirst ? [] : events, known: known, wasKnown: state.publications)
    var matcher = Matcher(reader, news.events, run: state.run + 1)
    for alert in alerts where !isStopped() {
      let limit = max(
        options.settings.limit, alert.atom == nil ? 0 : AlertFeed.maximumEntries)
      let found: Findings?
      if let held = state.held[alert.name] {
        var other = Matcher(reader, finder.events(held) + news.events, run: state.run + 1)
        found = try other.findings(for: alert, limit: limit)
      } else {
        found = try matcher.findings(for: alert, limit: limit)
      }
      if let found { news.findings.append(found) }
    }
    return news
  }

  /// What alerts are told later, whose files are not understood now.
  private func held(
    _ state: KnownState, _ news: AlertNews, _ refused: [AlertFileError]
  ) -> [String: [HeldEvent]] {
    var held: [String: [HeldEvent]] = [:]
    for error in refused {
      guard let name = options.directory.name(ofFile: error.file) else { continue }
      held[name] =
        (state.held[name] ?? []) + news.events.map { HeldEvent(kind: $0.kind, key: $0.key) }
    }
    return held.filter { !$0.value.isEmpty }
  }

  /// Writes the messages of an alert. `earlier` is its feed that is on its way, if there is one.
  private func stage(
    _ findings: Findings, _ state: KnownState, after earlier: String?
  ) throws(IndexError) {
    let alert = findings.alert
    for place in alert.mail.indices {
      let mail = MailMessage(findings, to: place, options.settings, id: state.id)
      try outbox.stage(
        mail.bytes(at: Timestamp.seconds), .mail, of: alert.name, run: state.run, place: place + 1)
    }
    if alert.atom != nil {
      let feed = AlertFeed(alert, options.settings, id: state.id)
      let earlier = try outbox.content(of: earlier ?? outbox.feed(of: alert.name))
      try outbox.stage(
        feed.bytes(with: findings, after: earlier, at: Timestamp.now), .feed, of: alert.name,
        run: state.run)
    }
    if alert.mail.isEmpty, alert.atom == nil {
      let text = MessageText(findings, options.settings).shown
      try outbox.stage(Array(text.utf8), .text, of: alert.name, run: state.run)
    }
  }

  private func deliver(
    to alerts: [Alert], holding lock: borrowing RunLock, _ summary: inout AlertSummary
  ) {
    let names = Dictionary(alerts.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let delivery = Delivery(
      outbox, sendmail: options.sendmail, timeout: options.sendmailTimeout)
    summary.take(
      delivery.deliver(to: names, holding: lock, showing: show, isStopped: isStopped))
    summary.waiting = outbox.messages.count
  }

  // MARK: Looking

  /// Shows what would be told.
  private func dryRun(_ open: () throws -> IndexReader) throws -> AlertSummary {
    let (alerts, refused) = options.directory.alerts()
    var summary = AlertSummary(alerts: alerts.count, refused: refused)
    let stored = try options.directory.knownState()
    let news = try news(
      for: alerts, stored ?? KnownState(), isFirst: stored == nil, try open())
    summary.take(news, isFirst: stored == nil)
    for findings in news.findings {
      _ = show(MessageText(findings, options.settings).shown)
    }
    return summary
  }
}
