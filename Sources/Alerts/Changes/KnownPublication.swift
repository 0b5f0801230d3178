package import Kamervragen
package import PassageStore

/// What is remembered of a publication that was in the index once.
package struct KnownPublication: Sendable, Hashable {
  package var kind: QuestionSet.Kind
  /// The zaaknummer, folded; nil if none is known.
  package var caseNumber: String?
  /// When the answer or the notice was received; nil for questions, and if it is not known.
  package var received: CalendarDate?
  /// The form in which it was read.
  package var form: SourceForm
  /// The digest of the file.
  package var file: ContentDigest
  /// The digest of the texts.
  package var texts: UInt64
  /// Whether it has no identifier, or a provisional one.
  package var isProvisional: Bool
  /// Whether the index no longer has it.
  package var isGone = false

  init(_ entry: LedgerEntry, _ summary: SourceSummary) {
    kind = summary.kind
    caseNumber = summary.caseNumber.map(Schema.folded)
    received = summary.kind == .questions ? nil : summary.received
    form = summary.form
    file = entry.digest
    texts = summary.textDigest
    isProvisional = summary.identifier.map { PublicationName($0).isProvisional } ?? true
  }

  /// Whether another version is the same document, printed provisionally and then finally: of one
  /// kind, and if both days are known received on the same day.
  func isSameDocument(as other: KnownPublication) -> Bool {
    guard kind == other.kind, isProvisional || other.isProvisional else { return false }
    guard let received, let theirs = other.received else { return true }
    return received == theirs
  }

  /// The name by which a publication is remembered. One without an identifier is known by its
  /// case, its kind and its day, and without a case by its content.
  package static func key(of summary: SourceSummary) -> String {
    guard summary.identifier == nil, let number = summary.caseNumber else {
      return summary.versionKey
    }
    let day = (summary.kind == .questions ? summary.submitted : summary.received)?.description
    return "=\(Schema.folded(number))/\(summary.kind.rawValue)/\(day ?? "")"
  }
}
