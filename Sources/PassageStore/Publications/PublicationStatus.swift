internal import Kamervragen

/// How far the passages of a source are searched. The raw values are stored in every index:
/// changing one requires a new `Schema.version`.
package enum Visibility: Int, Sendable, Hashable, CaseIterable {
  /// All of them.
  case shown = 0
  /// The questions are also in another publication and are searched there; the notice is searched
  /// here.
  case noticeOnly = 1
  /// None, unless the query asks for their kind: the questions were answered, and are searched in
  /// the answer.
  case answered = 2
  /// None: there is a later version of the publication.
  case superseded = 3

  /// The term by which a search leaves a passage out; nil if it is searched.
  func term(hasQuestions: Bool) -> String? {
    switch self {
    case .shown: nil
    case .noticeOnly: hasQuestions ? Schema.askedElsewhereTerm : nil
    case .answered: Schema.askedElsewhereTerm
    case .superseded: Schema.supersededTerm
    }
  }
}

/// All sources of one version of a publication. The best one represents the others.
package struct PublicationVersion: Sendable, Hashable {
  /// The folded identifier, or a substitute; see `SourceSummary.versionKey`.
  package let key: String
  /// The best sources, the best one first; at most `PublicationGraph.Limits.sources`.
  package let sources: [LedgerEntry]
  /// The number of all sources.
  let sourceCount: Int
  /// The summary of the best source.
  package let summary: SourceSummary
  package let name: PublicationName?
  /// The zaaknummers of all sources: an earlier document may print the one that the typeset version
  /// lacks.
  package let caseNumbers: Set<String>

  init?(key: String, sources: [LedgerEntry], sourceCount: Int) {
    guard let best = sources.first, let summary = best.summary,
      best.size != LedgerEntry.unavailable || best.passages > 0
    else { return nil }
    self.key = key
    self.sources = sources
    self.sourceCount = sourceCount
    self.summary = summary
    name = summary.name
    caseNumbers = Set(sources.compactMap(\.summary?.caseNumber))
  }

  /// The preference among the sources of a set: readable ones first; then the richer form (the
  /// order of `SourceForm`); then fewer warnings, more passages, and the first path.
  package static func isBetter(_ left: LedgerEntry, _ right: LedgerEntry) -> Bool {
    func rank(_ entry: LedgerEntry) -> (Int, Int, Int, Int) {
      let isStale = entry.refusal != nil || entry.size == LedgerEntry.unavailable
      let form = entry.summary.flatMap { SourceForm.allCases.firstIndex(of: $0.form) }
      return (
        isStale ? 1 : 0, form ?? SourceForm.allCases.count, entry.summary?.warnings ?? 0,
        -(entry.summary?.passages ?? 0)
      )
    }
    let (leftRank, rightRank) = (rank(left), rank(right))
    guard leftRank == rightRank else { return leftRank < rightRank }
    return left.path.lexicographicallyPrecedes(right.path)
  }

  /// Whether the publication has no name or a provisional one.
  package var isProvisional: Bool { name?.isProvisional ?? true }
}

/// The relation of a version to the others of its case, and how far it is searched because of them.
///
/// The questions of one case are searched in one place:
/// - in the answers, if any prints the questions;
/// - else in the publication of the questions;
/// - else in the latest delay notice that prints them.
///
/// A delay notice is searched until there is an answer. Of the versions of a publication the latest
/// is searched; a provisional version yields to the final one of the same kind. A searched
/// publication can be found by the names of those it hides.
package struct PublicationStatus: Sendable, Hashable {
  var visibility = Visibility.shown
  /// Identifiers of publications that are not searched because this one is.
  var identifiers: Set<String> = []
  var caseNumbers: Set<String> = []
  /// Facts that only other publications of the case give; they are searched and shown as its own.
  var inherited = CaseFacts()
  var links: [SetLink] = []

  /// The statuses of the versions of one case, by key. The order of the versions does not matter.
  static func statuses(of versions: [PublicationVersion]) -> [String: PublicationStatus] {
    let versions = versions.sorted { $0.key < $1.key }
    var statuses: [String: PublicationStatus] = [:]
    let latest = latestVersions(of: versions)
    let current = versions.filter { latest[$0.key] == nil && !isReplaced($0, among: versions) }
    let currentKeys = Set(current.map(\.key))
    let answers = current.filter { $0.summary.kind == .answered }
    let questions = current.filter { $0.summary.kind == .questions && $0.summary.hasQuestions }
    let delays = current.filter { $0.summary.kind == .delay }.sorted(by: isLater)
    let carrier = delays.first { $0.summary.hasQuestions } ?? delays.first
    let areAnswered = answers.contains { $0.summary.hasQuestions }

    for version in versions {
      var status = PublicationStatus()
      if !currentKeys.contains(version.key) {
        status.visibility = .superseded
      } else {
        switch version.summary.kind {
        case .questions where areAnswered: status.visibility = .answered
        case .delay where !answers.isEmpty: status.visibility = .answered
        case .delay where !questions.isEmpty || carrier?.key != version.key:
          status.visibility = .noticeOnly
        case .answered, .questions, .delay, .other: break
        }
      }
      status.links = links(of: version, among: versions, current: currentKeys)
      statuses[version.key] = status
    }
    if versions.count > 1 || versions.contains(where: { $0.sources.count > 1 }) {
      let first = current.filter { $0.summary.kind == .questions } + delays + answers
      let known = Set(first.map(\.key))
      let suppliers = CaseFactSources(first + versions.filter { !known.contains($0.key) })
      for version in versions {
        statuses[version.key]?.inherited = suppliers.inherited(by: version)
      }
    }
    let hidden = versions.filter {
      statuses[$0.key]?.visibility == .answered || statuses[$0.key]?.visibility == .superseded
    }
    let caseNumbers = Set(versions.flatMap(\.caseNumbers))
    for version in current where statuses[version.key]?.visibility == .shown {
      statuses[version.key]?.caseNumbers = caseNumbers.subtracting(
        [version.summary.caseNumber].compactMap(\.self))
      // A searched notice or set of questions takes the names of its own other versions only.
      let named = hidden.filter {
        version.summary.kind == .answered || $0.name?.base == version.name?.base
          || $0.summary.kind == version.summary.kind
      }
      statuses[version.key]?.identifiers = Set(named.compactMap(\.summary.identifier))
    }
    return statuses
  }

  /// For each superseded version, the key of the latest version of its publication.
  private static func latestVersions(of versions: [PublicationVersion]) -> [String: String] {
    var latest: [String: PublicationVersion] = [:]
    for version in versions {
      guard let name = version.name else { continue }
      if let known = latest[name.base], (known.name?.version ?? 0) >= name.version { continue }
      latest[name.base] = version
    }
    var older: [String: String] = [:]
    for version in versions {
      guard let name = version.name, let last = latest[name.base], last.key != version.key else {
        continue
      }
      older[version.key] = last.key
    }
    return older
  }

  /// Whether a provisional version has a final version in the list: of the same kind and, if both
  /// dates are known, received on the same day, since a case may be answered twice.
  private static func isReplaced(
    _ version: PublicationVersion, among versions: [PublicationVersion]
  ) -> Bool {
    guard version.isProvisional else { return false }
    return versions.contains { other in
      guard !other.isProvisional, other.summary.kind == version.summary.kind,
        other.summary.hasQuestions || !version.summary.hasQuestions
      else { return false }
      switch (version.summary.received, other.summary.received) {
      case (let mine?, let theirs?): return mine == theirs
      default: return true
      }
    }
  }

  private static func isLater(_ left: PublicationVersion, _ right: PublicationVersion) -> Bool {
    let none = CalendarDate(year: 1, month: 1, day: 1)
    if let mine = left.summary.received ?? none, let theirs = right.summary.received ?? none,
      mine != theirs
    {
      return mine > theirs
    }
    return left.key > right.key
  }

  private static func links(
    of version: PublicationVersion, among versions: [PublicationVersion],
    current: Set<String>
  ) -> [SetLink] {
    var links: [SetLink] = []
    for other in versions where other.key != version.key {
      let relation: SetLink.Relation
      if let name = version.name, let theirs = other.name, name.base == theirs.base {
        relation = theirs.version < name.version ? .earlierVersion : .laterVersion
      } else if !current.contains(other.key) {
        guard other.summary.kind == version.summary.kind else { continue }
        relation = .earlierVersion
      } else {
        switch other.summary.kind {
        case version.summary.kind where !current.contains(version.key):
          relation = .laterVersion
        case .answered where version.summary.kind != .answered: relation = .answer
        case .questions where version.summary.kind != .questions: relation = .questions
        case .delay: relation = .delay
        case .answered, .questions, .other: continue
        }
      }
      links.append(SetLink(relation: relation, set: other.summary.setKey))
    }
    return links.sorted { ($0.relation.order, $0.set) < ($1.relation.order, $1.set) }
  }
}
