internal import Kamervragen

/// The publications of a case in the order in which they lend what they say of it to those that do not say it: those that
/// are searched before earlier versions; the questions first, then delay notices, the latest first, then answers.
struct CaseLenders {
  private let lenders: [(edition: Edition, facts: CaseFacts)]

  /// Takes the editions of a case in that order.
  init(_ editions: [Edition]) {
    lenders = editions.compactMap { edition in edition.facts.map { (edition, $0) } }
  }

  /// What an edition has of the others, and of the sources that it is not shown from. All of it, or nothing where its
  /// passages with that would take more than those of a set may.
  ///
  /// What is certainly of another case (an answer may refer to a notice about what is like it) lends nothing; nor do
  /// others that are of several cases where the edition does not tell its own.
  func borrowed(by edition: Edition) -> CaseFacts {
    guard let own = edition.heading.facts, var facts = edition.facts else { return CaseFacts() }
    let others = lenders.filter { $0.edition.key != edition.key }
    let cases = Set(others.flatMap(\.edition.foldedCaseNumbers))
    let mine = edition.foldedCaseNumbers
    if !mine.isEmpty || cases.count <= 1 {
      for other in others {
        let theirs = other.edition.foldedCaseNumbers
        guard mine.isEmpty || theirs.isEmpty || !mine.isDisjoint(with: theirs) else { continue }
        facts = facts.completed(by: other.facts)
      }
    }
    let borrowed = facts.beyond(own)
    let size = borrowed.encoded().count * edition.heading.passages
    let isBounded = edition.heading.storedSize + size <= SetBounds.standard.stored
    return isBounded ? borrowed : CaseFacts()
  }
}

extension Edition {
  /// What its best source says of the case, and what others of its sources say besides.
  fileprivate var facts: CaseFacts? {
    guard let own = heading.facts else { return nil }
    return sources.dropFirst().compactMap(\.heading?.facts).reduce(own) { $0.completed(by: $1) }
  }

  fileprivate var foldedCaseNumbers: Set<String> { Set(caseNumbers.map(Schema.folded)) }
}
