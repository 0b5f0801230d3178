internal import FoundationEssentials
internal import Glibc
internal import PassageStore
internal import VraagbaakReport

/// A mail with a plain and an HTML part (RFC 5322, 2045, 2046 and 2047). All of it is ASCII. Lines
/// of the body and of the subject have at most 76 bytes, other headers as many as their addresses
/// need; they end in a line feed, as `sendmail` takes them.
package struct MailMessage {
  private let findings: Findings
  private let recipient: String
  /// The place of the recipient among those of the alert.
  private let place: Int
  private let settings: MessageSettings
  /// What distinguishes these alerts from others; see `KnownState.id`.
  private let id: String

  /// Makes the mail to one of the recipients of an alert.
  package init(
    _ findings: Findings, to place: Int, _ settings: MessageSettings, id: String
  ) {
    self.findings = findings
    self.place = place
    self.settings = settings
    self.id = id
    recipient = findings.alert.mail[place]
  }

  /// The whole message, written at a moment in seconds since 1970.
  package func bytes(at seconds: Int) -> [UInt8] {
    let text = MessageText(findings, settings)
    // No line of a quoted-printable part can have it.
    let boundary = "=_vraagbaak_\(id)"
    var message = headers(at: seconds).map { "\($0.name): \($0.value)\n" }.joined()
    message += "MIME-Version: 1.0\n"
    message += "Content-Type: multipart/alternative; boundary=\"\(boundary)\"\n\n"
    let parts = [("plain", Array(text.plain.utf8)), ("html", text.html.bytes)]
    for (kind, bytes) in parts {
      message += "--\(boundary)\nContent-Type: text/\(kind); charset=utf-8\n"
      message += "Content-Transfer-Encoding: quoted-printable\n\n"
      message += QuotedPrintable.encoded(bytes) + "\n"
    }
    message += "--\(boundary)--\n"
    return Array(message.utf8)
  }

  private func headers(at seconds: Int) -> [(name: String, value: String)] {
    let alert = findings.alert
    let domain = settings.domain
    var headers: [(name: String, value: String)] = []
    if let from = settings.from { headers.append(("From", "Vraagbaak <\(from)>")) }
    headers += [
      ("To", recipient), ("Subject", EncodedWords.encoded(findings.title, after: "Subject")),
      ("Date", Self.date(seconds)),
      ("Message-ID", "<vraagbaak.\(findings.run).\(alert.name).\(place + 1).\(id)@\(domain)>"),
    ]
    let cases = Set(findings.items.map(\.event.caseName))
    if let name = cases.first, cases.count == 1, findings.rest(after: settings.limit) == 0 {
      // A mail program puts messages that answer the same one together.
      let digest = ContentDigest(of: Array("\(alert.name) \(name)".utf8)).shortText
      let thread = "<vraagbaak.zaak.\(digest).\(id)@\(domain)>"
      headers += [("In-Reply-To", thread), ("References", thread)]
    }
    headers.append(("List-Id", "<\(alert.name).\(id).vraagbaak.\(domain)>"))
    if let contact = settings.contact ?? settings.from {
      headers.append(("List-Unsubscribe", "<mailto:\(contact)?subject=afmelden%20\(alert.name)>"))
    }
    headers += [("Auto-Submitted", "auto-generated"), ("Precedence", "list")]
    return headers
  }

  /// `Mon, 30 Nov 2026 12:11:38 +0000`.
  private static func date(_ seconds: Int) -> String {
    var seconds = time_t(seconds)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    var buffer = [CChar](repeating: 0, count: 64)
    let count = strftime(&buffer, buffer.count, "%a, %d %b %Y %H:%M:%S +0000", &parts)
    return String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}

/// Any bytes as lines of at most 76 characters of ASCII (RFC 2045, 6.7).
enum QuotedPrintable {
  private static let maximumLine = 76
  private static let digits = Array("0123456789ABCDEF".utf8)

  /// The bytes of a text whose lines end in a line feed.
  static func encoded(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 5 / 4)
    var column = 0
    for (place, byte) in bytes.enumerated() {
      guard byte != UInt8(ascii: "\n") else {
        text.append(byte)
        column = 0
        continue
      }
      let endsLine = place + 1 == bytes.count || bytes[place + 1] == UInt8(ascii: "\n")
      let isPlain: Bool =
        switch byte {
        case UInt8(ascii: "="): false
        case UInt8(ascii: " "): !endsLine
        // A line of one full stop ends a message, and "From " begins one in a mailbox.
        case UInt8(ascii: "."), UInt8(ascii: "F"): column > 0
        default: (0x21...0x7E).contains(byte)
        }
      let width = isPlain ? 1 : 3
      if column + width > maximumLine - 1 {
        text += "=\n".utf8
        column = 0
      }
      // At the beginning of a broken line a full stop is written out too.
      if isPlain, column > 0 || byte != UInt8(ascii: ".") && byte != UInt8(ascii: "F") {
        text.append(byte)
        column += 1
      } else {
        text += [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        column += 3
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// A header in any letters as ASCII (RFC 2047).
enum EncodedWords {
  private static let maximumLine = 76

  /// The value of a header. Text that is ASCII and short stays as it is.
  static func encoded(_ text: String, after name: String) -> String {
    let clean = text.withoutControls.replacing("\n", with: " ")
    let fits = clean.utf8.count + name.utf8.count + 2 <= maximumLine
    if fits, clean.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }), !clean.contains("=?") {
      return clean
    }
    // A word has whole characters, and at most 75 bytes: 45 of text are 60 of Base64. The first
    // one shares its line with the name of the header.
    var words: [[UInt8]] = [[]]
    for scalar in clean.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      let room = words.count == 1 ? 42 : 45
      if words[words.count - 1].count + bytes.count > room { words.append([]) }
      words[words.count - 1] += bytes
    }
    return words.map { "=?UTF-8?B?\(Data($0).base64EncodedString())?=" }.joined(separator: "\n ")
  }
}
