package import Kamervragen

/// A saved search, or questions that are followed, and who is told what is new about them.
package struct Alert: Sendable, Hashable {
  /// What is followed.
  package enum Subject: Sendable, Hashable {
    /// Whatever a query finds, in the query language of a search.
    case query(String)
    /// The questions with a zaaknummer or an identifier: what becomes of them.
    case answered(String)
  }

  /// The name, which is that of its file; see `isName`.
  package let name: String
  package let subject: Subject
  /// The addresses that get mail.
  package let mail: [String]
  /// The absolute path of an Atom file; nil for none.
  package let atom: String?
  /// The day on which it was added; nil if the file does not say.
  package let added: CalendarDate?

  /// Makes an alert of checked values.
  package init(
    name: String, subject: Subject, mail: [String] = [], atom: String? = nil,
    added: CalendarDate? = nil
  ) {
    self.name = name
    self.subject = subject
    self.mail = mail
    self.atom = atom
    self.added = added
  }

  /// Whether a text can be the name of an alert: 1 to 64 letters of ASCII, digits, `-` and `_`.
  package static func isName(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count) && text.utf8.allSatisfy { isWordByte($0) || $0 == 0x2D }
  }

  /// Whether a text can be an address of mail: `naam@voorbeeld.nl` in ASCII, without quotation
  /// marks and comments, which nobody has and which could hide another header.
  package static func isAddress(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard parts.count == 2, text.utf8.count <= 254 else { return false }
    func areDotted(_ part: Substring.UTF8View, _ isAllowed: (UInt8) -> Bool) -> Bool {
      part.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        .allSatisfy { !$0.isEmpty && $0.allSatisfy(isAllowed) }
    }
    return text.utf8.first != UInt8(ascii: "-")
      && areDotted(parts[0]) { isWordByte($0) || "!#$%&'*+-/=?^`{|}~".utf8.contains($0) }
      && areDotted(parts[1]) { isWordByte($0) && $0 != UInt8(ascii: "_") || $0 == 0x2D }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 26
      || byte == UInt8(ascii: "_")
  }
}
