internal import Kamervragen

/// The publications of a case in the order in which they lend what they say of it to those that do not say it: those that
/// are searched before earlier versions; the questions first, then delay notices, the latest first, then answers.
struct CaseFactSources {
  private let suppliers: [(version: PublicationVersion, facts: CaseFacts)]

  /// Takes the versions of a case in that order.
  init(_ versions: [PublicationVersion]) {
    suppliers = versions.compactMap { version in version.facts.map { (version, $0) } }
  }

  /// What a version has of the others, and of the sources that it is not shown from. All of it, or nothing where its
  /// passages with that would take more than those of a set may.
  ///
  /// What is certainly of another case (an answer may refer to a notice about what is like it) lends nothing; nor do
  /// others that are of several cases where the version does not tell its own.
  func inherited(by version: PublicationVersion) -> CaseFacts {
    guard let own = version.heading.facts, var facts = version.facts else { return CaseFacts() }
    let others = suppliers.filter { $0.version.key != version.key }
    let cases = Set(others.flatMap(\.version.foldedCaseNumbers))
    let mine = version.foldedCaseNumbers
    if !mine.isEmpty || cases.count <= 1 {
      for other in others {
        let theirs = other.version.foldedCaseNumbers
        guard mine.isEmpty || theirs.isEmpty || !mine.isDisjoint(with: theirs) else { continue }
        facts = facts.completed(by: other.facts)
      }
    }
    let inherited = facts.beyond(own)
    let size = inherited.encoded().count * version.heading.passages
    let isBounded = version.heading.storedSize + size <= SetBounds.standard.stored
    return isBounded ? inherited : CaseFacts()
  }
}

extension PublicationVersion {
  /// What its best source says of the case, and what others of its sources say besides.
  fileprivate var facts: CaseFacts? {
    guard let own = heading.facts else { return nil }
    return sources.dropFirst().compactMap(\.heading?.facts).reduce(own) { $0.completed(by: $1) }
  }

  fileprivate var foldedCaseNumbers: Set<String> { Set(caseNumbers.map(Schema.folded)) }
}
