internal import Kamervragen

/// A document of the Tweede Kamer as its feed describes it: questions, a notice of delay or an
/// answer. An official publication takes its place some days later.
struct FeedDocument: Sendable, Hashable {
  /// The name of its file at the source, a GUID.
  var resource: String
  /// The publication that the mirror makes of it. The form is not known before its file is there:
  /// the type that the feed gives may be wrong.
  var publication: Publication
  /// The day that it bears.
  var date: CalendarDate
  /// The size of its file in bytes; nil if the feed does not say.
  var size: Int?
  /// The identifier that the official publication will have; empty if it does not follow from what
  /// the feed says.
  var expected = ""

  /// The kinds of document, in lower case. All others have to do with something else.
  static let kinds: Set<String> = [
    "schriftelijke vragen", "antwoord schriftelijke vragen",
    "antwoord schriftelijke vragen (nader)", "mededeling (uitstel antwoord)",
  ]

  /// The identifier of the official publication with an *aanhangselnummer*: nine digits, of which
  /// two and two are of the years and five of the number. `232400824` is `ah-tk-20232024-824`.
  /// Empty if it is no such number.
  static func identifier(ofNumber text: String) -> String {
    let digits = Array(text.utf8)
    guard digits.count == 9, digits.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }),
      let first = Int(text.prefix(2)), let second = Int(text.dropFirst(2).prefix(2)),
      (first + 1) % 100 == second, let number = Int(text.dropFirst(4)), number > 0
    else { return "" }
    // The documents of the Tweede Kamer begin in 2008.
    let year = 2000 + first
    return "ah-tk-\(year)\(year + 1)-\(number)"
  }
}

extension Publication {
  /// Whether it is an official publication, which the search lists, and no document that comes from
  /// the Tweede Kamer itself.
  var isOfficial: Bool { !Self.isDocumentNumber(identifier) }

  /// Whether a text is the number of a document of the Tweede Kamer: `2024D12345`.
  static func isDocumentNumber(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard (6...14).contains(bytes.count), bytes[4] == UInt8(ascii: "D") else { return false }
    return (bytes[..<4] + bytes[5...]).allSatisfy { $0 &- UInt8(ascii: "0") < 10 }
  }
}
