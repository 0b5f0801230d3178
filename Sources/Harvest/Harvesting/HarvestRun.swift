internal import Kamervragen
internal import PassageStore

/// A run of the harvester: the newest days first, then what failed, then the documents of the
/// Tweede Kamer that are not published officially yet, then older days that are open.
struct HarvestRun: ~Copyable {
  let options: HarvestOptions
  var mirror: Mirror
  let fetcher: Fetcher
  let sru: SRUSource
  let report: (Harvester.Event) -> Void
  var summary = HarvestSummary()
  /// The lists in a row that the service did not give.
  private var failedLists = 0
  /// The publications in a row that could not be fetched.
  var failuresInRow = 0
  /// The days whose lists were not whole in this run.
  private var failedDays = CalendarDays()
  /// The identifiers of publications that this run found withdrawn.
  var withdrawnNow: Set<String> = []
  /// The identifiers that this run has dealt with.
  var seen: Set<String> = []

  /// A run ends after so many lists in a row that the service did not give.
  private static let maximumFailedLists = 3
  /// The number of days before the last closed one that are listed again.
  private static let overlap = 2
  /// The number of days that the first run of a mirror lists first.
  private static let firstDays = 7

  init(
    _ options: HarvestOptions, _ mirror: consuming Mirror, isStopped: @escaping () -> Bool,
    report: @escaping (Harvester.Event) -> Void
  ) {
    self.options = options
    self.mirror = mirror
    fetcher = Fetcher(options.rules, isStopped: isStopped) { event in
      switch event {
      case .requests(let address): report(.requesting(address.text))
      case .waits(let seconds, let host, let reason):
        report(.waiting(seconds: seconds, host: host, reason: reason))
      }
    }
    sru = SRUSource(address: options.sru, fetcher: fetcher)
    self.report = report
  }

  /// Why a run cannot go on.
  enum Interruption: Error {
    case storage(IndexError)
    case ended(HarvestSummary.End)

    init(_ error: IndexError) { self = .storage(error) }

    /// Nil if only one publication or slice is affected.
    init?(_ error: FetchError) {
      switch error {
      case .bound: self = .ended(.bound)
      case .stopped: self = .ended(.stopped)
      case .hostGivenUp(let reason): self = .ended(.unavailable(reason))
      default: return nil
      }
    }
  }

  mutating func perform() throws(IndexError) {
    if !mirror.damagedLines.isEmpty {
      summary.warnings.append(.damagedLedger(lines: mirror.damagedLines))
    }
    do throws(Interruption) {
      try harvestAll()
    } catch {
      switch error {
      case .storage(let error): throw error
      case .ended(let end): summary.end = end
      }
    }
    try mirror.settle()
    try mirror.writeStatus(since: options.since)
    summary.hosts = fetcher.counts
    summary.publications = mirror.state.stored.count
    summary.coverage = HarvestSummary.Coverage(
      mirror.state.closed, remaining: mirror.state.remaining, days: days)
    warnOfSilence()
  }

  private mutating func harvestAll() throws(Interruption) {
    guard let days else { return }
    if !options.isDryRun {
      try openDaysToCome()
      try replaceProvisionals()
    }
    for slice in head(of: days).slices { try harvest(slice) }
    if !options.isDryRun {
      try recount()
      try retryFailed()
      try followFeeds()
      // A run that is not sure of its lists removes nothing.
      if summary.openSlices.isEmpty { try settleRemovals() }
    }
    try backfill()
  }

  /// Opens the days that cannot be closed yet: a run closed them while the clock was ahead.
  private mutating func openDaysToCome() throws(Interruption) {
    guard let settled = options.today.adding(days: -2), let next = settled.adding(days: 1),
      let last = mirror.state.closed.bounds?.upperBound, last > settled
    else { return }
    try record(.opened(next...last))
  }

  /// All days that the mirror is to have; nil if there are none.
  private var days: ClosedRange<CalendarDate>? {
    options.since <= options.until ? options.since...options.until : nil
  }

  /// The last day that can be closed. What was changed today or yesterday may still appear.
  private var lastSettledDay: CalendarDate {
    min(options.until, options.today.adding(days: -2) ?? options.today)
  }

  /// The newest days: those since shortly before the last closed one.
  private func head(of days: ClosedRange<CalendarDate>) -> CalendarDays {
    let last = mirror.state.closed.bounds.map { min($0.upperBound, days.upperBound) }
    let first =
      last.map { $0.adding(days: -Self.overlap) ?? $0 }
      ?? days.upperBound.adding(days: 1 - Self.firstDays) ?? days.lowerBound
    var head = CalendarDays()
    head.insert(max(days.lowerBound, first)...days.upperBound)
    return head
  }

  /// The days that can be closed and are not, but those whose lists were not whole in this run.
  private var openDays: CalendarDays {
    guard options.since <= lastSettledDay else { return CalendarDays() }
    var settled = mirror.state.closed
    settled.formUnion(failedDays)
    return settled.missing(from: options.since...lastSettledDay)
  }

  private mutating func backfill() throws(Interruption) {
    let open = openDays
    guard let bounds = open.bounds else {
      if (mirror.state.remaining ?? 0) > 0 { try record(.remaining(0)) }
      return
    }
    let answer = try answer { () throws(FetchError) in try sru.count(SRUQuery(modified: bounds)) }
    let found = try? answer?.get()
    try recordRemaining(of: found, in: bounds)
    for slice in open.slices {
      try harvest(slice)
      try recordRemaining(of: found, in: bounds)
    }
  }

  /// Records how many of the publications that the source has for some days are not known yet.
  private mutating func recordRemaining(
    of found: Int?, in days: ClosedRange<CalendarDate>
  ) throws(Interruption) {
    guard let found else { return }
    let remaining = openDays.isEmpty ? 0 : max(0, found - mirror.state.listed(on: days))
    if mirror.state.remaining != remaining { try record(.remaining(remaining)) }
  }

  /// Warns if the source has had nothing for so long that something may be wrong with it.
  private mutating func warnOfSilence() {
    guard options.until == options.today, [nil, .bound].contains(summary.end),
      summary.openSlices.isEmpty,
      let newest = mirror.state.stored.values.lazy.map(\.publication).filter(\.isOfficial)
        .map(\.modified).max()
    else { return }
    let silence = options.today.dayNumber - newest.dayNumber - Self.maximumSilence
    guard silence > 0, silence % 7 == 1 else { return }
    summary.warnings.append(.silent(since: newest))
  }

  /// Days without a change after which a run says so, once a week: more than seven working days.
  private static let maximumSilence = 11

  // MARK: A slice

  /// Lists some days, fetches what is new or changed, and closes them if the list was whole.
  mutating func harvest(_ days: ClosedRange<CalendarDate>) throws(Interruption) {
    report(.listing(days))
    switch try list(days) {
    case .tooMany where days.lowerBound < days.upperBound: try harvestHalves(of: days)
    case .tooMany(let count):
      leaveOpen(days, "\(count) publicaties op één dag zijn te veel voor een lijst")
    case .incomplete where days.lowerBound < days.upperBound:
      // Only the days that are not whole are to stay open.
      failedLists = 0
      try harvestHalves(of: days)
    case .incomplete(let reason, let publications):
      failedLists = 0
      try fetch(publications, of: days)
      leaveOpen(days, reason)
    case .failed(let reason):
      failedLists += 1
      leaveOpen(days, reason)
      guard failedLists < Self.maximumFailedLists else {
        throw .ended(.unavailable("de zoekdienst geeft geen hele lijst: \(reason)"))
      }
    case .whole(let publications, let unusable):
      failedLists = 0
      for record in unusable { addFailure("", record.reason) }
      try fetch(publications, of: days)
      guard !options.isDryRun else { return }
      try note(unusable, of: days)
      try noteMissing(from: days, listed: Set(publications.map(\.identifier)))
      if days.lowerBound <= lastSettledDay {
        let settled = days.lowerBound...min(days.upperBound, lastSettledDay)
        if !mirror.state.closed.missing(from: settled).isEmpty { try record(.closed(settled)) }
      }
      try store { (mirror) throws(IndexError) in try mirror.settle() }
    }
  }

  /// Harvests the two halves of some days, the newest first.
  private mutating func harvestHalves(
    of days: ClosedRange<CalendarDate>
  ) throws(Interruption) {
    let middle = (days.lowerBound.dayNumber + days.upperBound.dayNumber) / 2
    guard let end = CalendarDate(dayNumber: middle), let next = end.adding(days: 1) else { return }
    try harvest(next...days.upperBound)
    try harvest(days.lowerBound...end)
  }

  private mutating func fetch(
    _ publications: [Publication], of days: ClosedRange<CalendarDate>
  ) throws(Interruption) {
    for (done, publication) in publications.enumerated() {
      report(.fetching(done: done, of: publications.count, days, requests: fetcher.requests))
      try harvest(publication)
    }
  }

  private mutating func leaveOpen(_ days: ClosedRange<CalendarDate>, _ reason: String) {
    failedDays.insert(days)
    summary.openSlices.append(HarvestSummary.OpenSlice(days: days, reason: reason))
    report(.open(days, reason: reason))
  }

  /// Notes how many records of some days name no publication that can be stored: they are counted
  /// again.
  private mutating func note(
    _ records: [SRUPage.Unusable], of days: ClosedRange<CalendarDate>
  ) throws(Interruption) {
    var counts: [CalendarDate: Int] = [:]
    for day in mirror.state.unusable.keys where days.contains(day) { counts[day] = 0 }
    for record in records {
      let day = record.modified.flatMap { days.contains($0) ? $0 : nil } ?? days.lowerBound
      counts[day, default: 0] += 1
    }
    for (day, count) in counts.sorted(by: { $0.key < $1.key })
    where mirror.state.unusable[day, default: 0] != count {
      try record(.unusable(day: day, count: count))
    }
  }

  /// The list of some days; of a single day with too many, put together from parts.
  private func list(
    _ days: ClosedRange<CalendarDate>
  ) throws(Interruption) -> SRUSource.Listing {
    let query = SRUQuery(modified: days)
    let listing = try checked(list(query), days)
    guard case .tooMany(let count) = listing, days.lowerBound == days.upperBound,
      let begin = CalendarDate(year: 1814, month: 1, day: 1),
      let end = options.today.adding(days: 366)
    else { return listing }
    var publications: [String: Publication] = [:]
    var unusable: [SRUPage.Unusable] = []
    var parts = [begin...end]
    while let part = parts.popLast() {
      switch try checked(list(SRUQuery(modified: days.lowerBound, dated: part)), days) {
      case .failed(let reason): return .failed(reason)
      case .incomplete(let reason, let found):
        return .incomplete(reason, Array(publications.values) + found)
      case .whole(let found, let others):
        for publication in found { publications[publication.identifier] = publication }
        unusable += others
      case .tooMany(let count):
        let middle = (part.lowerBound.dayNumber + part.upperBound.dayNumber) / 2
        guard part.lowerBound < part.upperBound, let last = CalendarDate(dayNumber: middle),
          let next = last.adding(days: 1)
        else { return .tooMany(count) }
        parts += [part.lowerBound...last, next...part.upperBound]
      }
    }
    let sum = publications.count + unusable.count
    guard sum >= count else {
      return .incomplete(
        "de delen van \(days.lowerBound) hebben er samen \(sum) van \(count)",
        Array(publications.values))
    }
    return .whole(
      publications.values.sorted { $0.identifier < $1.identifier }, unusable: unusable)
  }

  func list(_ query: SRUQuery) throws(Interruption) -> SRUSource.Listing {
    do throws(FetchError) {
      return try sru.list(query)
    } catch {
      if let interruption = Interruption(error) { throw interruption }
      return .failed(error.reason)
    }
  }

  /// A list as it is, unless it has a publication of other days: then a part of the query was
  /// ignored.
  private func checked(
    _ listing: SRUSource.Listing, _ days: ClosedRange<CalendarDate>
  ) -> SRUSource.Listing {
    let publications: [Publication]
    switch listing {
    case .whole(let found, _), .incomplete(_, let found): publications = found
    case .tooMany, .failed: return listing
    }
    guard let other = publications.first(where: { !days.contains($0.modified) })
    else { return listing }
    return .failed("de lijst heeft \(other.identifier) van \(other.modified)")
  }

  // MARK: Steps that may fail

  /// The answer to a request; nil if it failed and the run can go on.
  func answer<Value>(
    _ request: () throws(FetchError) -> Value
  ) throws(Interruption) -> Value? {
    do throws(FetchError) {
      return try request()
    } catch {
      if let interruption = Interruption(error) { throw interruption }
      return nil
    }
  }

  /// Changes the mirror.
  mutating func store(
    _ change: (inout Mirror) throws(IndexError) -> Void
  ) throws(Interruption) {
    do throws(IndexError) { try change(&mirror) } catch { throw .storage(error) }
  }

  mutating func record(_ event: LedgerEvent) throws(Interruption) {
    try store { (mirror) throws(IndexError) in try mirror.record(event) }
  }

  mutating func addFailure(_ identifier: String, _ reason: String) {
    summary.failures.append(HarvestSummary.Failure(identifier: identifier, reason: reason))
    report(.failed(identifier, reason: reason))
  }
}

extension HarvestSummary.Coverage {
  /// How far a mirror is, of the days that it is to have.
  init(_ closed: CalendarDays, remaining: Int?, days: ClosedRange<CalendarDate>?) {
    self.closed = closed
    if let days { open = closed.missing(from: days) }
    self.remaining = remaining
  }
}
