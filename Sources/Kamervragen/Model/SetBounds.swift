/// The limits of a set. The maxima over 33,892 real documents are 73 passages, 15 members, 18
/// notes, a subject of 2,238 bytes, a name of 247 bytes and 61 kB of text (90 kB with the heading
/// for each passage). The maxima over 20,250 archive records are ten topics, keywords of 225 bytes
/// and an abstract of 1,437 bytes. Each bound is at least eight times that, yet a set at the bounds
/// can be analysed and stored in little memory. Each passage is stored with the heading of its set.
///
/// Every finished set is checked in one place. Its heading is checked earlier, before more work is
/// done with it.
public struct SetBounds: Sendable, Hashable {
  /// The members, the addressed posts, the respondents and the posts mede namens: each list.
  public var people = 300
  /// One name, post, portfolio or topic, or all keywords, in bytes.
  public var name = 4_000
  /// Topics.
  public var topics = 100
  /// The subject or the abstract, in bytes.
  public var subject = 20_000
  /// References to other publications (`seeAlso` and `answeredIn`).
  public var references = 2_000
  /// Passages.
  public var passages = 2_000
  /// Footnotes of all passages and of the set.
  public var notes = 5_000
  /// Remarks.
  public var remarks = 2_000
  /// Warnings.
  public var warnings = 2_000
  /// All texts together, in bytes.
  public var text = 4 << 20
  /// All texts, with the heading repeated for each passage, in bytes.
  public var stored = 8 << 20

  /// The bounds for every form.
  public static let standard = SetBounds()

  /// Rejects a set that exceeds a bound.
  ///
  /// - Throws: `ReadError.exceedsBound`.
  func check(_ set: QuestionSet) throws(ReadError) {
    try checkHeading(set)
    let notes = set.passages.reduce(set.footnotes.count) { $0 + $1.footnotes.count }
    try Self.check("passages", set.passages.count, atMost: passages)
    try Self.check("noten", notes, atMost: self.notes)
    try Self.check("opmerkingen", set.remarks.count, atMost: remarks)
    try Self.check("meldingen", set.warnings.count, atMost: warnings)
    try Self.check("bytes aan tekst", set.textSize, atMost: text)
    try Self.check("bytes aan tekst met bij elke passage de kop", set.storedSize, atMost: stored)
  }

  /// Rejects a set whose heading exceeds a bound.
  ///
  /// - Throws: `ReadError.exceedsBound`.
  func checkHeading(_ set: QuestionSet) throws(ReadError) {
    try Self.check("indieners", set.members.count, atMost: people)
    try Self.check("geadresseerden", set.addressees.count, atMost: people)
    try Self.check("bewindspersonen", set.respondents.count, atMost: people)
    try Self.check("bewindspersonen «mede namens»", set.onBehalfOf.count, atMost: people)
    try Self.check("verwijzingen", set.seeAlso.count + set.answeredIn.count, atMost: references)
    try Self.check("bytes in het onderwerp", set.subject?.utf8.count ?? 0, atMost: subject)
    try Self.check("bytes in een naam", set.longestName, atMost: name)
    try Self.check("thema's", set.topics.count, atMost: topics)
    try Self.check("bytes in een thema", set.topics.longest, atMost: name)
    try Self.check("bytes aan trefwoorden", set.keywords?.utf8.count ?? 0, atMost: name)
    try Self.check("bytes in de samenvatting", set.abstract?.utf8.count ?? 0, atMost: subject)
  }

  /// Rejects a number above a limit; `what` is a Dutch plural.
  static func check(_ what: String, _ found: Int, atMost limit: Int) throws(ReadError) {
    guard found <= limit else { throw .exceedsBound(what: what, found: found, limit: limit) }
  }
}

extension QuestionSet {
  /// The names of the heading.
  private var names: [String] {
    members.flatMap { [$0.name, $0.party ?? ""] } + addressees
      + respondents.flatMap { [$0.role, $0.name, $0.portfolio ?? ""] } + onBehalfOf
  }

  fileprivate var longestName: Int {
    (names + [identifier, session, number, caseNumber].compactMap(\.self)).longest
  }

  /// The part of the heading stored with each passage, in bytes.
  private var headingSize: Int {
    let texts = [subject, keywords, abstract].reduce(100) { $0 + ($1?.utf8.count ?? 0) }
    return (names + seeAlso + topics).reduce(texts) { $0 + $1.utf8.count + 2 }
  }

  /// All texts, with the heading repeated for each passage, in bytes.
  package var storedSize: Int { textSize + headingSize * max(1, passages.count) }

  /// The texts of the set without its heading, in bytes.
  fileprivate var textSize: Int {
    let all = passages.reduce(remarks.reduce(0) { $0 + $1.utf8.count }) { size, passage in
      size + passage.questionText.utf8.count + (passage.answerText?.utf8.count ?? 0)
        + passage.footnotes.reduce(0) { $0 + $1.mark.utf8.count + $1.text.utf8.count }
    }
    return all + footnotes.reduce(0) { $0 + $1.mark.utf8.count + $1.text.utf8.count }
      + warnings.reduce(0) { $0 + $1.utf8.count }
  }
}

extension [String] {
  /// The length of the longest, in bytes.
  fileprivate var longest: Int { reduce(0) { Swift.max($0, $1.utf8.count) } }
}
