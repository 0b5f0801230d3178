package import Kamervragen

/// What a source says of a publication, without its text.
package struct Publication: Sendable, Hashable {
  /// Its name at the source. It is opaque: nothing is derived from its letters.
  package var identifier: String
  /// The day of its last change in the repository.
  package var modified: CalendarDate
  /// The moment of its last change as the source writes it; empty if it does not say.
  var stamp = ""
  /// `Opgemaakt`, `Onopgemaakt` or `Opgemaakt na onopgemaakt`; empty if unknown.
  var status = ""
  /// The vergaderjaar as the source writes it; empty if it does not say.
  var session = ""
  /// The number in the series of answered sets, without zeros before it; empty if it has none.
  var number = ""
  /// The number of the case (*vraagnummer*); empty if it has none.
  package var caseNumber = ""
  /// The forms that the source has.
  var forms: Set<DocumentForm> = []

  /// Whether nothing has changed between what a source said and what it says.
  func isUnchanged(since earlier: Publication) -> Bool { self == earlier }

  /// Whether it is published without typesetting, to be replaced by a typeset publication.
  var isProvisional: Bool { status.lowercased() == "onopgemaakt" }

  /// What a provisional publication and the one that replaces it have in common; nil if a part of
  /// it is unknown.
  var replacementKey: String? {
    let parts = [caseNumber.lowercased(), session, number]
    return parts.contains("") ? nil : parts.joined(separator: " ")
  }

  /// The forms to fetch: the metadata, and the text in the best form; also PDF if `withPDF`.
  func wanted(withPDF: Bool) -> Set<DocumentForm> {
    var wanted = forms.intersection([.metadata])
    if let text = [DocumentForm.xml, .html, .pdf].first(where: forms.contains) {
      wanted.insert(text)
    }
    if withPDF { wanted.formUnion(forms.intersection([.pdf])) }
    return wanted
  }

  /// Whether a text can be the name of a file: letters, digits, hyphens, underscores and full
  /// stops, of which the first is a letter or digit; at most 80.
  static func isName(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, bytes.count <= 80, isAlphanumeric(first) else { return false }
    return bytes.allSatisfy { isAlphanumeric($0) || "-_.".utf8.contains($0) }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
  }
}
