internal import Kamervragen

/// The identifier of a publication, split into the publication and its version.
///
/// A correction `ah-tk-20082009-3385-n1` and a reprint `ah-tk-19941995-1021-h1` are later versions
/// of the publication without the suffix. The higher number is later. A correction is later than a
/// reprint with the same number, since it changes the text.
package struct PublicationName: Sendable, Hashable {
  /// The identifier without its suffix, in lower case.
  package let base: String
  /// 0 for the first version; higher is later.
  package let version: Int

  package init(_ identifier: String) {
    let text = Schema.folded(identifier)
    guard let dash = text.lastIndex(of: "-"), let mark = text[dash...].dropFirst().first,
      mark == "n" || mark == "h", let number = Int(text[dash...].dropFirst(2)),
      (1...999).contains(number), text[..<dash].contains("-")
    else {
      base = text
      version = 0
      return
    }
    base = String(text[..<dash])
    version = 2 * number + (mark == "n" ? 1 : 0)
  }

  /// Whether this is a provisional name; see `PublicationIdentifier`.
  package var isProvisional: Bool { PublicationIdentifier(base)?.isProvisional ?? false }
}
