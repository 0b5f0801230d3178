import TestSupport
import Testing

@testable import Alerts

/// The parts of a mail that any bytes can get into.
@Suite("The letters of a mail")
struct MailTests {
  /// Quoted-printable as a reader of mail decodes it.
  private func decoded(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "=") else {
        bytes.append(byte)
        continue
      }
      if rest.first == UInt8(ascii: "\n") {
        rest.removeFirst()
      } else {
        bytes.append(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) ?? 0)
        rest = rest.dropFirst(2)
      }
    }
    return bytes
  }

  @Test("Any bytes come out of quoted-printable as they went in, in short lines of ASCII")
  func quotedPrintable() {
    var random = SeededGenerator(seed: 11)
    var texts = (0..<300).map { _ in random.bytes(0...400) }
    texts += [
      "", ".", "..\n.\n", "From x\nFrom y", "a \n b\t\n ", String(repeating: "x", count: 300),
    ]
    .map { Array($0.utf8) }
    texts += (70...80).flatMap { count in
      ["é", "=", " ", ".", "F"].map { Array((String(repeating: "x", count: count) + $0).utf8) }
    }
    for text in texts {
      let encoded = QuotedPrintable.encoded(text)
      #expect(decoded(encoded) == text)
      let lines = encoded.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(
        lines.allSatisfy { line in
          line.utf8.count <= 76 && line.utf8.allSatisfy { (0x20...0x7E).contains($0) }
            && !line.hasPrefix(".") && !line.hasPrefix("From ") && !line.hasSuffix(" ")
        })
    }
  }

  @Test("A header in ASCII stays as it is; another becomes encoded words of at most 75 characters")
  func encodedWords() {
    #expect(
      EncodedWords.encoded("Vraagbaak kaas: 3 nieuw", after: "Subject")
        == "Vraagbaak kaas: 3 nieuw")
    #expect(EncodedWords.encoded("café", after: "Subject") == "=?UTF-8?B?Y2Fmw6k=?=")
    #expect(EncodedWords.encoded("=?x?", after: "Subject") == "=?UTF-8?B?PT94Pw==?=")
    let long = String(repeating: "kaas en hämmetjes 🧀 ", count: 10)
    let lines = EncodedWords.encoded(long, after: "Subject").split(separator: "\n")
    #expect(lines.count == 6)
    #expect(lines.allSatisfy { $0.utf8.count <= 76 })
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix(" =?UTF-8?B?") && $0.hasSuffix("?=") })
  }

  @Test("A header of any text is one header")
  func injection() {
    var random = SeededGenerator(seed: 5)
    let texts =
      ["a\nBcc: x@y.nl", "a\r\nBcc: x@y.nl", "\u{2028}x", "\u{85}", "\0\u{1B}[2J"]
      + (0..<300).map { _ in String(decoding: random.bytes(0...200), as: UTF8.self) }
    for text in texts {
      let header = EncodedWords.encoded(text, after: "Subject")
      let lines = header.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.dropFirst().allSatisfy { $0.hasPrefix(" =?") })
      #expect(header.utf8.allSatisfy { (0x20...0x7E).contains($0) || $0 == 0x0A })
    }
  }
}
