internal import Kamervragen

extension HarvestRun {
  /// Days between two counts of the last sixty days, and between two of all years.
  private static let intervals: [Recount: Int] = [.recent: 7, .years: 28]
  private static let recentDays = 60
  /// A difference up to this many, or one in a hundred, is what a removal now and then makes.
  private static let usualDifference = 3

  /// Counts closed days again from time to time. If the source has another number of publications
  /// for them, they are opened, so that they are listed again.
  mutating func recount() throws(Interruption) {
    for kind in Recount.allCases {
      guard let interval = Self.intervals[kind] else { continue }
      guard let last = mirror.state.counted[kind] else {
        try record(.counted(kind, day: options.today))
        continue
      }
      // A day to come is one of a clock that was ahead.
      let days = options.today.dayNumber - last.dayNumber
      guard days >= interval || days < 0 else { continue }
      if kind == .recent { try checkFiles() }
      var isCounted = true
      for days in spans(of: kind) where isCounted { isCounted = try recount(days) }
      if isCounted { try record(.counted(kind, day: options.today)) }
    }
  }

  private func spans(of kind: Recount) -> [ClosedRange<CalendarDate>] {
    guard let closed = mirror.state.closed.bounds else { return [] }
    switch kind {
    case .recent:
      let first = options.today.adding(days: -Self.recentDays) ?? options.today
      return first <= closed.upperBound ? [max(first, closed.lowerBound)...closed.upperBound] : []
    case .years:
      return (closed.lowerBound.year...closed.upperBound.year).compactMap { year in
        guard let first = CalendarDate(year: year, month: 1, day: 1),
          let last = CalendarDate(year: year, month: 12, day: 31)
        else { return nil }
        return max(first, closed.lowerBound)...min(last, closed.upperBound)
      }
    }
  }

  /// Looks whether the files are there, with the sizes that they had. Those that are not are fetched
  /// again.
  private mutating func checkFiles() throws(Interruption) {
    guard let yesterday = options.today.adding(days: -1) else { return }
    let lost = mirror.state.stored.values.filter { stored in
      !stored.files.allSatisfy { mirror.has($0, of: stored.publication.identifier) }
    }
    for stored in lost.sorted(by: { $0.publication.identifier < $1.publication.identifier }) {
      try record(
        .failed(
          stored.publication, tries: 1, day: yesterday,
          reason: "een bestand ontbreekt of is veranderd"))
    }
  }

  /// Counts some days; if the number is another one and they are several months, each of these.
  ///
  /// - Returns: whether they were counted, or are open, so that nothing needs to be.
  private mutating func recount(_ days: ClosedRange<CalendarDate>) throws(Interruption) -> Bool {
    guard mirror.state.closed.missing(from: days).isEmpty else { return true }
    let known = mirror.state.listed(on: days)
    let query = SRUQuery(modified: days)
    let answer = try answer { () throws(FetchError) in try sru.count(query) }
    guard case .success(let found)? = answer else { return false }
    guard found != known else { return true }
    var all = CalendarDays()
    all.insert(days)
    let months = all.slices
    if months.count > 3 {
      for month in months {
        guard try recount(month) else { return false }
      }
    } else {
      if abs(found - known) > max(Self.usualDifference, known / 100) {
        summary.warnings.append(.recounted(days, found: found, known: known))
      }
      try record(.opened(days))
    }
    return true
  }
}
