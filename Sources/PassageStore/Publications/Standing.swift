internal import Kamervragen

/// How far the passages of a source are searched. The raw values are in every index: a change asks for another
/// `Schema.version`.
enum Visibility: Int, Sendable, Hashable, CaseIterable {
  /// All of them.
  case shown = 0
  /// The questions stand in another publication too and are searched there; the notice is searched here.
  case noticeOnly = 1
  /// None of them, unless its kind is asked for: the questions have been answered, and are searched in the answer.
  case answered = 2
  /// None of them: there is a later version of the publication.
  case superseded = 3

  /// The term that a passage carries by which a search leaves it out.
  func term(hasQuestions: Bool) -> String? {
    switch self {
    case .shown: nil
    case .noticeOnly: hasQuestions ? Schema.askedElsewhereTerm : nil
    case .answered: Schema.askedElsewhereTerm
    case .superseded: Schema.supersededTerm
    }
  }
}

/// All sources that have one publication in one version. The best of them stands for the others.
struct Edition: Sendable, Hashable {
  /// The identifier as it is compared, or what stands for it.
  let key: String
  /// The best source first.
  let sources: [LedgerEntry]
  /// What the best source says.
  let heading: SourceHeading
  let name: PublicationName?
  /// What any of the sources says: a document of a week earlier may print the zaaknummer that the typeset one lacks.
  let caseNumbers: Set<String>

  init?(key: String, sources: [LedgerEntry]) {
    let sources = sources.sorted(by: Self.isBetter)
    guard let best = sources.first, let heading = best.heading,
      best.size != LedgerEntry.unavailable || best.passages > 0
    else { return nil }
    self.key = key
    self.sources = sources
    self.heading = heading
    name = heading.name
    caseNumbers = Set(sources.compactMap(\.heading?.caseNumber))
  }

  /// The order in which sources stand for their set: those that can be read now; the form that tells most (the order of
  /// `SourceForm`); the one of which most was understood: fewer warnings, then more passages; the first path.
  static func isBetter(_ left: LedgerEntry, _ right: LedgerEntry) -> Bool {
    func rank(_ entry: LedgerEntry) -> [Int] {
      let isStale = entry.refusal != nil || entry.size == LedgerEntry.unavailable
      let form = entry.heading.flatMap { SourceForm.allCases.firstIndex(of: $0.form) }
      return [
        isStale ? 1 : 0, form ?? SourceForm.allCases.count, entry.heading?.warnings ?? 0,
        -(entry.heading?.passages ?? 0),
      ]
    }
    let (leftRank, rightRank) = (rank(left), rank(right))
    guard leftRank == rightRank else { return leftRank.lexicographicallyPrecedes(rightRank) }
    return left.path.lexicographicallyPrecedes(right.path)
  }

  /// Whether the publication has no name, or one for the time being.
  var isProvisional: Bool { name?.isProvisional ?? true }
}

/// What an edition has to do with those of the same case, and how far it is searched for that reason.
///
/// The questions of one case are searched in one place:
/// - in the answers, where there are any that print the questions;
/// - else in the publication of the questions;
/// - else in the latest delay notice that prints them.
/// A delay notice is searched until there is an answer. Of the versions of a publication the latest is searched; a
/// version for the time being gives way to the final one of the same kind. What is searched can be found by the names
/// of what is not.
struct Standing: Sendable, Hashable {
  var visibility = Visibility.shown
  /// Identifiers of publications that are not searched because this one is.
  var identifiers: Set<String> = []
  var caseNumbers: Set<String> = []
  /// What the publication does not say and others of the case do: it is searched and shown as its own.
  var borrowed = CaseFacts()
  var links: [SetLink] = []

  /// The standings of the editions of one case, by key: a function of the editions, in whatever order they come.
  static func standings(of editions: [Edition]) -> [String: Standing] {
    let editions = editions.sorted { $0.key < $1.key }
    var standings: [String: Standing] = [:]
    let latest = latestVersions(of: editions)
    let current = editions.filter { latest[$0.key] == nil && !isReplaced($0, among: editions) }
    let answers = current.filter { $0.heading.kind == .answered }
    let questions = current.filter { $0.heading.kind == .questions && $0.heading.hasQuestions }
    let delays = current.filter { $0.heading.kind == .delay }.sorted(by: isLater)
    let carrier = delays.first { $0.heading.hasQuestions } ?? delays.first
    let areAnswered = answers.contains { $0.heading.hasQuestions }

    for edition in editions {
      var standing = Standing()
      if !current.contains(where: { $0.key == edition.key }) {
        standing.visibility = .superseded
      } else {
        switch edition.heading.kind {
        case .questions where areAnswered: standing.visibility = .answered
        case .delay where !answers.isEmpty: standing.visibility = .answered
        case .delay where !questions.isEmpty || carrier?.key != edition.key:
          standing.visibility = .noticeOnly
        case .answered, .questions, .delay, .other: break
        }
      }
      standing.links = links(of: edition, among: editions, current: current)
      standings[edition.key] = standing
    }
    if editions.count > 1 || editions.contains(where: { $0.sources.count > 1 }) {
      let first = current.filter { $0.heading.kind == .questions } + delays + answers
      let known = Set(first.map(\.key))
      let lenders = CaseLenders(first + editions.filter { !known.contains($0.key) })
      for edition in editions {
        standings[edition.key]?.borrowed = lenders.borrowed(by: edition)
      }
    }
    let hidden = editions.filter {
      standings[$0.key]?.visibility == .answered || standings[$0.key]?.visibility == .superseded
    }
    let caseNumbers = Set(editions.flatMap(\.caseNumbers))
    for edition in current where standings[edition.key]?.visibility == .shown {
      standings[edition.key]?.caseNumbers = caseNumbers.subtracting(
        [edition.heading.caseNumber].compactMap(\.self))
      // A notice or a question that is searched itself stands for its own other versions only.
      let named = hidden.filter {
        edition.heading.kind == .answered || $0.name?.base == edition.name?.base
          || $0.heading.kind == edition.heading.kind
      }
      standings[edition.key]?.identifiers = Set(named.compactMap(\.heading.identifier))
    }
    return standings
  }

  /// For each edition that is not the latest version of its publication the key of the one that is.
  private static func latestVersions(of editions: [Edition]) -> [String: String] {
    var latest: [String: Edition] = [:]
    for edition in editions {
      guard let name = edition.name else { continue }
      if let known = latest[name.base], (known.name?.version ?? 0) >= name.version { continue }
      latest[name.base] = edition
    }
    var older: [String: String] = [:]
    for edition in editions {
      guard let name = edition.name, let last = latest[name.base], last.key != edition.key else {
        continue
      }
      older[edition.key] = last.key
    }
    return older
  }

  /// Whether an edition is a version for the time being of one in the list that is final: of the same kind, and for
  /// answers received on the same day as far as is known, since a case may be answered twice.
  private static func isReplaced(_ edition: Edition, among editions: [Edition]) -> Bool {
    guard edition.isProvisional else { return false }
    return editions.contains { other in
      guard !other.isProvisional, other.heading.kind == edition.heading.kind,
        other.heading.hasQuestions || !edition.heading.hasQuestions
      else { return false }
      switch (edition.heading.received, other.heading.received) {
      case (let mine?, let theirs?): return mine == theirs
      default: return true
      }
    }
  }

  private static func isLater(_ left: Edition, _ right: Edition) -> Bool {
    let none = CalendarDate(year: 1, month: 1, day: 1)
    if let mine = left.heading.received ?? none, let theirs = right.heading.received ?? none,
      mine != theirs
    {
      return mine > theirs
    }
    return left.key > right.key
  }

  private static func links(
    of edition: Edition, among editions: [Edition], current: [Edition]
  ) -> [SetLink] {
    var links: [SetLink] = []
    for other in editions where other.key != edition.key {
      let relation: SetLink.Relation
      if let name = edition.name, let theirs = other.name, name.base == theirs.base {
        relation = theirs.version < name.version ? .earlierVersion : .laterVersion
      } else if !current.contains(where: { $0.key == other.key }) {
        guard other.heading.kind == edition.heading.kind else { continue }
        relation = .earlierVersion
      } else {
        switch other.heading.kind {
        case edition.heading.kind where !current.contains { $0.key == edition.key }:
          relation = .laterVersion
        case .answered where edition.heading.kind != .answered: relation = .answer
        case .questions where edition.heading.kind != .questions: relation = .questions
        case .delay: relation = .delay
        case .answered, .questions, .other: continue
        }
      }
      links.append(SetLink(relation: relation, set: other.heading.setKey))
    }
    return links.sorted { ($0.relation.order, $0.set) < ($1.relation.order, $1.set) }
  }
}
