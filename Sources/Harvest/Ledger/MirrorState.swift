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
      let wait = min(30, 1 << min(5, max(1, tries) - 1))
      // A day to come is one of a clock that was ahead.
      return today.dayNumber >= day.dayNumber + wait || today < day
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
  /// The number of records of a day that name no publication that can be stored.
  private(set) var unusable: [CalendarDate: Int] = [:]
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

  /// The stored provisional publications, each with the typeset one that takes its place: those that
  /// have a key in common, or all if it is nil.
  func replacements(of key: String?) -> [(provisional: Publication, typeset: String)] {
    let keys = key.map { [$0] } ?? byReplacementKey.filter { $0.value.count > 1 }.keys.sorted()
    return keys.flatMap { key in
      let all = stored(withReplacementKey: key)
      guard let typeset = all.first(where: { !$0.isProvisional })?.identifier else {
        return [(provisional: Publication, typeset: String)]()
      }
      return all.filter(\.isProvisional).map { ($0, typeset) }
    }
  }

  /// The number of records, changed on some days, that the source should list: it listed them when
  /// these days were listed last.
  func listed(on days: ClosedRange<CalendarDate>) -> Int {
    var count = unusable.reduce(0) { $0 + (days.contains($1.key) ? $1.value : 0) }
    forEachListed { publication in
      if days.contains(publication.modified), missing[publication.identifier] == nil { count += 1 }
    }
    return count
  }

  /// Calls a function with the official publications that are here or were, but those that had
  /// vanished at the source.
  func forEachListed(_ body: (Publication) -> Void) {
    for entry in stored.values where failed[entry.publication.identifier] == nil {
      if entry.publication.isOfficial { body(entry.publication) }
    }
    for entry in failed.values where entry.publication.isOfficial { body(entry.publication) }
    for entry in removed.values where entry.reason != .vanished && entry.publication.isOfficial {
      let identifier = entry.publication.identifier
      if stored[identifier] == nil, failed[identifier] == nil { body(entry.publication) }
    }
  }

  /// Adds what an event says.
  mutating func add(_ event: LedgerEvent) {
    switch event {
    case .file(let identifier, let file, _): loose[identifier, default: [:]][file.form] = file
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
    case .cursor(let category, let place): cursors[category] = place > 0 ? place : nil
    case .unusable(let day, let count): unusable[day] = count > 0 ? count : nil
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
}
