internal import Kamervragen

/// The publications of a case, in the order in which they lend their facts to those that lack them:
/// current versions before earlier ones; first the questions, then delay notices, the latest first,
/// then answers.
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

  /// The facts that a version inherits from the others, and from its own sources other than the
  /// best. None if its passages would exceed `SetBounds` with them.
  ///
  /// A publication that is certainly of another case lends nothing: an answer may refer to a notice
  /// about a similar matter. If a version does not name its case, others lend only if they are all
  /// of one case.
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
  /// The facts of the best source, completed by those of the other sources.
  fileprivate var facts: CaseFacts? {
    guard let own = summary.facts else { return nil }
    return sources.dropFirst().compactMap(\.summary?.facts).reduce(own) { $0.completed(by: $1) }
  }
}
