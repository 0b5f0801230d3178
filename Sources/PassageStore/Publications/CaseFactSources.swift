internal import Kamervragen

/// The publications of a case in the order in which they lend what they say of it to those that do
/// not say it: those that are searched before earlier versions; the questions first, then delay
/// notices, the latest first, then answers.
struct CaseFactSources {
  private struct Supplier {
    let key: String
    let facts: CaseFacts
    let caseNumbers: Set<String>
  }

  private let suppliers: [Supplier]

  /// Takes the versions of a case in that order.
  init(_ versions: [PublicationVersion]) {
    suppliers = versions.compactMap { version in
      version.facts.map {
        Supplier(
          key: version.key, facts: $0, caseNumbers: Set(version.caseNumbers.map(Schema.folded)))
      }
    }
  }

  /// What a version has of the others, and of the sources that it is not shown from. All of it, or
  /// nothing if its passages would take more with that than those of a set may.
  ///
  /// What is certainly of another case lends nothing: an answer may refer to a notice about what is
  /// like it. Nor do others that are of several cases, if the version does not name its own.
  func inherited(by version: PublicationVersion) -> CaseFacts {
    guard let own = version.summary.facts,
      let mine = suppliers.first(where: { $0.key == version.key })
    else { return CaseFacts() }
    var facts = mine.facts
    let others = suppliers.filter { $0.key != version.key }
    let cases = Set(others.flatMap(\.caseNumbers))
    if !mine.caseNumbers.isEmpty || cases.count <= 1 {
      for other in others {
        let isOfOtherCase =
          !mine.caseNumbers.isEmpty && !other.caseNumbers.isEmpty
          && mine.caseNumbers.isDisjoint(with: other.caseNumbers)
        if !isOfOtherCase { facts = facts.completed(by: other.facts) }
      }
    }
    let inherited = facts.beyond(own)
    let size = inherited.encoded().count * version.summary.passages
    let isBounded = version.summary.storedSize + size <= SetBounds.standard.stored
    return isBounded ? inherited : CaseFacts()
  }
}

extension PublicationVersion {
  /// What its best source says of the case, and what others of its sources say besides.
  fileprivate var facts: CaseFacts? {
    guard let own = summary.facts else { return nil }
    return sources.dropFirst().compactMap(\.summary?.facts).reduce(own) { $0.completed(by: $1) }
  }
}
