internal import Kamervragen
internal import PassageStore

extension HarvestRun {
  /// Days between the first time that a publication is not listed and the second.
  private static let missingDays = 7
  /// The most that one run removes: this many, or one in a hundred, but always a few.
  private static let maximumRemovals = 20
  private static let minimumRemovals = 3

  /// The most that one run tries again.
  private static let maximumRetries = 100

  /// Notes the publications of some days that the source does not list any more, also those that
  /// are removed here: the days are counted without them.
  mutating func noteMissing(
    from days: ClosedRange<CalendarDate>, listed: Set<String>
  ) throws(Interruption) {
    var missing: [String] = []
    mirror.state.forEachListed { publication in
      if days.contains(publication.modified), !listed.contains(publication.identifier) {
        missing.append(publication.identifier)
      }
    }
    for identifier in missing.sorted()
    where mirror.state.missing[identifier] == nil && !seen.contains(identifier) {
      try record(.missing(identifier: identifier, since: options.today))
    }
  }

  /// Notes that the publisher says that a publication is withdrawn.
  mutating func withdraw(_ publication: Publication) throws(Interruption) {
    withdrawnNow.insert(publication.identifier)
    try record(.withdrawn(publication))
  }

  /// Removes what this run found withdrawn, and what was not listed a week ago and is not now; unless
  /// that is too much to be believed. What an earlier run found withdrawn is looked at again first:
  /// the site may have been out of order.
  mutating func settleRemovals() throws(Interruption) {
    let maximum =
      options.allowsDeletions
      ? Int.max
      : min(Self.maximumRemovals, max(Self.minimumRemovals, mirror.state.stored.count / 100))
    let doubtful = mirror.state.withdrawn.values
      .filter { $0.isOfficial && !withdrawnNow.contains($0.identifier) }
      .sorted { $0.identifier < $1.identifier }
    for publication in doubtful.prefix(Self.maximumRetries) { try fetch(publication) }
    var removals = mirror.state.withdrawn.values
      .filter { !$0.isOfficial || withdrawnNow.contains($0.identifier) }
      .sorted { $0.identifier < $1.identifier }
      .map { (publication: $0, reason: Removal.withdrawn) }
    let due = mirror.state.missing.filter {
      let days = options.today.dayNumber - $0.value.dayNumber
      return days >= Self.missingDays || days < 0
    }
    for identifier in due.keys.sorted() where removals.count <= maximum {
      guard let stored = mirror.state.stored[identifier] else { continue }
      guard case .whole(let found, let unusable) = try list(SRUQuery(identifier: identifier)),
        unusable.isEmpty
      else { continue }
      if let publication = found.first(where: { $0.identifier == identifier }) {
        try harvest(publication)
      } else if found.isEmpty {
        removals.append((stored.publication, .vanished))
      }
    }
    guard removals.count <= maximum else {
      summary.warnings.append(
        .tooManyRemovals(removals.map(\.publication.identifier), maximum: maximum))
      return
    }
    for (publication, reason) in removals { try remove(publication, reason) }
  }

  /// Removes the files of a publication; the ledger keeps why.
  mutating func remove(_ publication: Publication, _ reason: Removal) throws(Interruption) {
    let isHere = mirror.state.stored[publication.identifier] != nil
    let day = options.today
    try store { (mirror) throws(IndexError) in
      // A run that was killed may have left files without saying so.
      try mirror.remove(publication.identifier)
      try mirror.record(.removed(publication, reason: reason, day: day))
    }
    guard isHere else { return }
    if case .replaced = reason { summary.replaced += 1 } else { summary.removed += 1 }
    report(.removed(publication.identifier, reason))
  }

  /// Tries again what failed in earlier runs and is due. The search is asked first whether it still
  /// has it.
  mutating func retryFailed() throws(Interruption) {
    let due = mirror.state.failed.values.filter {
      $0.publication.isOfficial && $0.isDue(on: options.today)
        && !seen.contains($0.publication.identifier)
    }
    let first = due.sorted {
      ($0.day, $0.publication.identifier) < ($1.day, $1.publication.identifier)
    }
    for failed in first.prefix(Self.maximumRetries) {
      let identifier = failed.publication.identifier
      switch try list(SRUQuery(identifier: identifier)) {
      case .whole(let found, _):
        if let publication = found.first(where: { $0.identifier == identifier }) {
          try fetch(publication)
        } else if found.isEmpty, mirror.state.stored[identifier] == nil {
          try remove(failed.publication, .vanished)
        } else if found.isEmpty {
          if mirror.state.missing[identifier] == nil {
            try record(.missing(identifier: identifier, since: options.today))
          }
          try fail(failed.publication, "de bron noemt het niet meer")
        }
      case .tooMany, .incomplete, .failed: continue
      }
    }
  }
}
