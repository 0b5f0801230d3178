internal import Kamervragen

/// What a mirror has and knows: the sum of the events of its ledger.
struct MirrorState: Hashable {
  /// A publication whose files are there.
  struct Stored: Hashable {
    var publication: Publication
    var files: [StoredFile]
  }

  /// A publication that could not be fetched.
  struct Failed: Hashable {
    var publication: Publication
    /// The number of runs in a row that tried.
    var tries: Int
    /// The day of the last try.
    var day: CalendarDate
    /// A Dutch clause.
    var reason: String

    /// Whether it is to be tried again on a day: after one day, then after two, four and so on, at
    /// least once in thirty.
    func isDue(on today: CalendarDate) -> Bool {
      let wait = min(30, 1 << min(5, max(0, tries - 1)))
      return today.dayNumber >= day.dayNumber + wait
    }
  }

  /// A publication whose files were removed.
  struct Removed: Hashable {
    var publication: Publication
    var reason: Removal
    var day: CalendarDate
  }

  private(set) var stored: [String: Stored] = [:]
  private(set) var failed: [String: Failed] = [:]
  private(set) var removed: [String: Removed] = [:]
  /// Since when the source does not list a publication.
  private(set) var missing: [String: CalendarDate] = [:]
  /// What the publisher says is withdrawn, and is still here.
  private(set) var withdrawn: [String: Publication] = [:]
  private(set) var closed = CalendarDays()
  private(set) var counted: [Recount: CalendarDate] = [:]
  /// The number of publications of the days that were not closed; nil if it was never counted.
  private(set) var remaining: Int?
  /// The documents of the Tweede Kamer's feed, by resource.
  private(set) var documents: [String: FeedDocument] = [:]
  /// The identifiers of the official publications of documents, by resource.
  private(set) var published: [String: String] = [:]
  /// How far the feeds of the Tweede Kamer are read.
  private(set) var cursors: [FeedCategory: Int] = [:]
  /// Files that were written since the publication was last stored.
  private var loose: [String: [DocumentForm: StoredFile]] = [:]
  /// The identifiers of stored publications by what a provisional one and its replacement have in
  /// common.
  private var byReplacementKey: [String: Set<String>] = [:]

  /// The stored publications of a case and number.
  func stored(withReplacementKey key: String) -> [Publication] {
    byReplacementKey[key, default: []].sorted().compactMap { stored[$0]?.publication }
  }

  /// Adds what an event says.
  mutating func add(_ event: LedgerEvent) {
    switch event {
    case .file(let identifier, let file): loose[identifier, default: [:]][file.form] = file
    case .stored(let publication, let forms):
      let identifier = publication.identifier
      var files = loose.removeValue(forKey: identifier) ?? [:]
      for file in stored[identifier]?.files ?? [] where files[file.form] == nil {
        files[file.form] = file
      }
      forget(identifier)
      stored[identifier] = Stored(
        publication: publication,
        files: DocumentForm.allCases.compactMap { forms.contains($0) ? files[$0] : nil })
      if let key = publication.replacementKey {
        byReplacementKey[key, default: []].insert(identifier)
      }
    case .failed(let publication, let tries, let day, let reason):
      failed[publication.identifier] = Failed(
        publication: publication, tries: tries, day: day, reason: reason)
    case .missing(let identifier, let day): missing[identifier] = day
    case .found(let identifier): missing[identifier] = nil
    case .withdrawn(let publication): withdrawn[publication.identifier] = publication
    case .removed(let publication, let reason, let day):
      forget(publication.identifier)
      removed[publication.identifier] = Removed(
        publication: publication, reason: reason, day: day)
    case .closed(let days): closed.insert(days)
    case .opened(let days): closed.remove(days)
    case .counted(let recount, let day): counted[recount] = day
    case .remaining(let count): remaining = count
    case .document(let document): documents[document.resource] = document
    case .published(let resource, let identifier): published[resource] = identifier
    case .forgotten(let resource):
      documents[resource] = nil
      published[resource] = nil
    case .cursor(let category, let place): cursors[category] = place
    }
  }

  private mutating func forget(_ identifier: String) {
    if let key = stored.removeValue(forKey: identifier)?.publication.replacementKey {
      byReplacementKey[key]?.remove(identifier)
    }
    failed[identifier] = nil
    removed[identifier] = nil
    missing[identifier] = nil
    withdrawn[identifier] = nil
    loose[identifier] = nil
  }

  /// Opens all days and feeds again: the ledger had damaged lines, so publications may be unknown.
  mutating func openAll() {
    closed = CalendarDays()
    cursors = [:]
  }

  /// The events that make this state, for a new ledger.
  var events: [LedgerEvent] {
    var events: [LedgerEvent] = []
    for (identifier, entry) in stored.sorted(by: { $0.key < $1.key }) {
      events += entry.files.map { .file(identifier: identifier, $0) }
      events.append(.stored(entry.publication, forms: Set(entry.files.map(\.form))))
    }
    for entry in removed.values.sorted(by: { $0.publication.identifier < $1.publication.identifier }
    ) {
      events.append(.removed(entry.publication, reason: entry.reason, day: entry.day))
    }
    for entry in failed.values.sorted(by: { $0.publication.identifier < $1.publication.identifier })
    {
      events.append(
        .failed(entry.publication, tries: entry.tries, day: entry.day, reason: entry.reason))
    }
    events += withdrawn.values.sorted { $0.identifier < $1.identifier }.map { .withdrawn($0) }
    events += missing.sorted { $0.key < $1.key }.map {
      .missing(identifier: $0.key, since: $0.value)
    }
    for range in closed.ranges {
      if let first = CalendarDate(dayNumber: range.lowerBound),
        let last = CalendarDate(dayNumber: range.upperBound)
      {
        events.append(.closed(first...last))
      }
    }
    events += counted.sorted { $0.key.rawValue < $1.key.rawValue }
      .map { .counted($0.key, day: $0.value) }
    if let remaining { events.append(.remaining(remaining)) }
    events += documents.sorted { $0.key < $1.key }.map { .document($0.value) }
    events += published.sorted { $0.key < $1.key }
      .map { .published(resource: $0.key, identifier: $0.value) }
    events += cursors.sorted { $0.key.rawValue < $1.key.rawValue }
      .map { .cursor($0.key, place: $0.value) }
    return events
  }
}
