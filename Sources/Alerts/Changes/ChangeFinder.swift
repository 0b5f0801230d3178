package import PassageStore
internal import Kamervragen

/// Compares the publications of an index with those that were known.
///
/// It looks at what the ledger says of each file, and not at databases or documents: a rebuild, a
/// compaction and other shards change nothing that it sees. A file whose bytes were known is no
/// news, whatever another version reads in it. A publication that was known once stays known, so
/// one that is gone for a while is not new when it comes back.
package struct ChangeFinder {
  private let known: [String: KnownPublication]
  /// The best file of each publication that is in the index.
  private let present: [String: LedgerEntry]
  /// The keys of all known publications of a case, by its zaaknummer.
  private let knownKeys: [String: [String]]
  private let knownFiles: Set<ContentDigest>
  private let entries: [LedgerEntry]

  /// Compares the entries of an index with the publications that were known.
  package init(known: [String: KnownPublication], entries: [LedgerEntry]) {
    self.known = known
    self.entries = entries
    var present: [String: LedgerEntry] = [:]
    for entry in entries {
      guard let summary = entry.summary else { continue }
      let key = KnownPublication.key(of: summary)
      if let other = present[key], !PublicationVersion.isBetter(entry, other) { continue }
      present[key] = entry
    }
    self.present = present
    knownFiles = Set(known.values.map(\.file))
    knownKeys = Dictionary(grouping: known.keys.filter { known[$0]?.caseNumber != nil }) {
      known[$0]?.caseNumber ?? ""
    }
  }

  /// If more publications are gone at once than this share of all, and more than `maximumGone`,
  /// that is not believed, and looked at again by the next run.
  private static let believedShare = 100
  private static let maximumGone = 20

  /// What happened since, and what is known now.
  package func changes() -> (events: [Event], known: [String: KnownPublication]) {
    var now = known
    var found: [(key: String, kind: Event.Kind?)] = []
    for (key, entry) in present {
      guard let summary = entry.summary else { continue }
      let publication = KnownPublication(entry, summary)
      let old = known[key]
      guard old != publication else { continue }
      now[key] = publication
      if let old {
        if let kind = Self.change(from: old, to: publication) { found.append((key, kind)) }
      } else if !knownFiles.contains(entry.digest) {
        found.append((key, nil))
      }
    }
    let gone = known.filter { !$0.value.isGone && present[$0.key] == nil }.map(\.key)
    var events = self.events(found)
    if gone.count <= max(Self.maximumGone, known.count / Self.believedShare) {
      for key in gone { now[key]?.isGone = true }
      events += withdrawals(gone)
    }
    return (events.sorted { ($0.key, $0.identity) < ($1.key, $1.identity) }, now)
  }

  /// What happened to publications according to an earlier run, as it can be shown now.
  package func events(_ held: [HeldEvent]) -> [Event] {
    events(held.filter { $0.kind != .withdrawn }.map { ($0.key, $0.kind) })
      + withdrawals(held.filter { $0.kind == .withdrawn }.map(\.key))
  }

  private func events(_ found: [(key: String, kind: Event.Kind?)]) -> [Event] {
    guard !found.isEmpty else { return [] }
    let cases = PublicationCases(entries)
    return found.compactMap { key, kind in
      guard let entry = present[key], let summary = entry.summary else { return nil }
      let members = cases.members(of: summary.versionKey)
      let meant = kind ?? newKind(key, KnownPublication(entry, summary), members)
      return meant.map { event($0, key, entry, summary, members) }
    }
  }

  // MARK: Kinds

  /// What it means that a known version is another now; nil if that is nothing to tell: it came
  /// back, in another form, or with other metadata.
  private static func change(
    from old: KnownPublication, to new: KnownPublication
  ) -> Event.Kind? {
    guard old.file != new.file else { return nil }
    if new.kind == .answered, old.kind != .answered { return .answered }
    return old.form == new.form && old.texts != new.texts ? .changed : nil
  }

  /// What a version is that was not known before; nil if it is a known document in print.
  private func newKind(
    _ key: String, _ publication: KnownPublication, _ members: [LedgerEntry]
  ) -> Event.Kind? {
    let name = PublicationName(key)
    if name.version > 0, isKnown(earlierThan: name) {
      return key[key.index(key.startIndex, offsetBy: name.base.count)...].hasPrefix("-n")
        ? .correction : .reprint
    }
    var keys = Set(members.compactMap { $0.summary.map(KnownPublication.key) })
    if let number = publication.caseNumber { keys.formUnion(knownKeys[number] ?? []) }
    let ofCase = keys.filter { $0 != key }.compactMap { known[$0] }
    if ofCase.contains(where: { $0.isSameDocument(as: publication) }) { return nil }
    switch publication.kind {
    case .questions: return .newQuestions
    case .answered: return ofCase.isEmpty ? .newAnswer : .answered
    case .delay: return .delay
    case .other: return .other
    }
  }

  /// Whether an earlier version of a publication was known.
  private func isKnown(earlierThan name: PublicationName) -> Bool {
    known[name.base] != nil
      || (1..<name.version).contains { version in
        known["\(name.base)-\(version % 2 == 1 ? "n" : "h")\(version / 2)"] != nil
      }
  }

  // MARK: Events

  private func event(
    _ kind: Event.Kind, _ key: String, _ entry: LedgerEntry, _ summary: SourceSummary,
    _ members: [LedgerEntry]
  ) -> Event {
    let own = members.first { $0.versionKey == entry.versionKey && $0.passages > 0 } ?? entry
    var files = [own.pathDigest.name]
    // Whatever is searched in place of hidden questions was told of itself.
    let isSearched = own.visibility == .shown || own.visibility == .noticeOnly
    if isSearched {
      files += members.filter { $0.visibility == .shown && $0.passages > 0 }
        .map(\.pathDigest.name).filter { $0 != files[0] }
    }
    let summaries = members.compactMap(\.summary) + [summary]
    var names = Set(summaries.flatMap { [$0.versionKey, Schema.folded($0.setKey)] })
    names.formUnion(summaries.compactMap { $0.caseNumber.map(Schema.folded) })
    let number = (summary.caseNumber ?? summaries.compactMap(\.caseNumber).min())
      .map(Schema.folded)
    return Event(
      kind: kind, key: key, caseName: number ?? PublicationName(key).base,
      identity: kind == .changed
        ? "\(kind.rawValue) \(String(summary.textDigest, radix: 16))" : kind.rawValue,
      file: own.pathDigest.name, files: files, isSearched: isSearched, names: names,
      day: summary.received ?? entry.submitted)
  }

  /// The questions of which no publication is left.
  private func withdrawals(_ gone: [String]) -> [Event] {
    guard !gone.isEmpty else { return [] }
    let summaries = present.values.compactMap(\.summary)
    let numbers = Set(summaries.compactMap { $0.caseNumber.map(Schema.folded) })
    let bases = Set(present.keys.map { PublicationName($0).base })
    var told: Set<String> = []
    return gone.sorted().compactMap { key in
      guard let publication = known[key] else { return nil }
      let base = PublicationName(key).base
      if let number = publication.caseNumber {
        guard !numbers.contains(number) else { return nil }
      } else {
        guard !publication.isProvisional, !bases.contains(base) else { return nil }
      }
      let caseName = publication.caseNumber ?? base
      guard told.insert(caseName).inserted else { return nil }
      let keys = publication.caseNumber.flatMap { knownKeys[$0] } ?? [key]
      return Event(
        kind: .withdrawn, key: key, caseName: caseName, identity: Event.Kind.withdrawn.rawValue,
        file: nil, files: [], isSearched: true,
        names: Set(keys + [base, caseName]), day: nil)
    }
  }
}

/// The files of the index by the case that they are about.
private struct PublicationCases {
  private let graph: PublicationGraph
  private let entries: [String: [LedgerEntry]]

  init(_ entries: [LedgerEntry]) {
    graph = PublicationGraph(entries)
    self.entries = Dictionary(grouping: entries.filter { $0.summary != nil }) {
      $0.versionKey ?? ""
    }
  }

  /// The files of all versions of the case that a version belongs to.
  func members(of versionKey: String) -> [LedgerEntry] {
    graph.caseKeys(of: versionKey).sorted().flatMap { entries[$0] ?? [] }
  }
}
