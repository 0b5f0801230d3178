internal import Kamervragen
package import PassageSearch
package import PassageStore

/// Finds what of the news an alert is about.
package struct Matcher {
  private let reader: IndexReader
  private let events: [Event]
  /// The places in `events` of those that a file is about.
  private let places: [[UInt8]: [Int]]
  private let files: Set<[UInt8]>
  /// The number of the run.
  private let run: Int
  private var sets = FollowedSets()

  /// Makes a matcher of the events of a run.
  package init(_ reader: IndexReader, _ events: [Event], run: Int) {
    self.reader = reader
    self.events = events
    self.run = run
    var places: [[UInt8]: [Int]] = [:]
    for (place, event) in events.enumerated() {
      for file in event.files { places[file, default: []].append(place) }
    }
    self.places = places
    files = Set(places.keys)
  }

  /// Finds what an alert is to be told.
  ///
  /// - Parameters:
  ///   - alert: the alert.
  ///   - limit: how much is told in full.
  /// - Returns: that; nil if there is nothing.
  /// - Throws: `IndexError` if the index cannot be read.
  package mutating func findings(
    for alert: Alert, limit: Int
  ) throws(IndexError) -> Findings? {
    guard !events.isEmpty else { return nil }
    return switch alert.subject {
    case .query(let query): try findings(of: query, alert, limit)
    case .answered(let reference): try findings(about: reference, alert, limit)
    }
  }

  // MARK: A query

  private mutating func findings(
    of query: String, _ alert: Alert, _ limit: Int
  ) throws(IndexError) -> Findings? {
    guard !files.isEmpty else { return nil }
    let search = try reader.follow(SearchRequest(query), among: files)
    // The best match of each event; the file of the event itself comes before others of its case.
    var best: [Int: Int] = [:]
    for (rank, match) in search.matches.enumerated() {
      for place in places[match.file] ?? [] {
        let isOwn = events[place].file == match.file
        if best[place] == nil || isOwn { best[place] = rank }
      }
    }
    guard !best.isEmpty else { return nil }
    let order = Self.order(best.keys.map { (events[$0], $0) }, best)
    let shown = Array(order.prefix(limit))
    let matches = shown.compactMap { best[$0].map { search.matches[$0] } }
    let results = try reader.results(of: matches, by: search, from: &sets)
    let own = try reader.firstPassages(
      ofFiles: shown.map { events[$0].file ?? [] }, from: &sets)
    let items = zip(shown, zip(results, own)).map { place, found in
      Findings.Item(
        event: events[place], stored: found.1 ?? found.0?.stored, result: found.0)
    }
    return Findings(alert: alert, run: run, items: items, counts: counts(of: order))
  }

  /// The places of events in the order of a message: by kind, then the newest first, then the best.
  private static func order(_ found: [(event: Event, place: Int)], _ ranks: [Int: Int]) -> [Int] {
    func kind(_ event: Event) -> Int { Event.Kind.allCases.firstIndex(of: event.kind) ?? 0 }
    return found.map { (kind($0.event), -($0.event.day?.dayNumber ?? 0), ranks[$0.place] ?? 0, $0) }
      .sorted { ($0.0, $0.1, $0.2, $0.3.place) < ($1.0, $1.1, $1.2, $1.3.place) }
      .map(\.3.place)
  }

  private func counts(of places: [Int]) -> [Event.Kind: Int] {
    Dictionary(places.map { (events[$0].kind, 1) }, uniquingKeysWith: +)
  }

  // MARK: Questions that are followed

  /// An answer with fewer bytes says no more than yes or no.
  private static let minimumAnswer = 60

  private mutating func findings(
    about reference: String, _ alert: Alert, _ limit: Int
  ) throws(IndexError) -> Findings? {
    var names: Set<String> = [Schema.folded(reference)]
    for stored in try reader.passages(of: reference, includingCiting: false) {
      names.insert(Schema.folded(stored.setKey))
      for name in [stored.set.caseNumber, stored.set.identifier] {
        if let name { names.insert(Schema.folded(name)) }
      }
    }
    let found = events.indices.filter {
      events[$0].isSearched && !events[$0].names.isDisjoint(with: names)
    }
    guard !found.isEmpty else { return nil }
    let order = Self.order(found.map { (events[$0], $0) }, [:])
    let shown = Array(order.prefix(limit))
    let own = try reader.firstPassages(
      ofFiles: shown.map { events[$0].file ?? [] }, from: &sets)
    var items: [Findings.Item] = []
    for (place, stored) in zip(shown, own) {
      var item = Findings.Item(event: events[place], stored: stored, result: nil)
      if let stored, stored.set.kind == .answered {
        item.answer = try reader.passages(of: stored.setKey, includingCiting: false).first {
          ($0.passage.answerText ?? "").utf8.count >= Self.minimumAnswer
        }
      }
      items.append(item)
    }
    return Findings(alert: alert, run: run, items: items, counts: counts(of: order))
  }
}
