import TestSupport
import Testing

@testable import Kamervragen

@Suite struct FormTests {
  private func refusal(_ bytes: [UInt8], name: String = "document.txt") -> ReadError? {
    do {
      _ = try SourceReader.read(bytes, name: name)
      return nil
    } catch {
      return error
    }
  }

  private static func text(_ text: String) -> [UInt8] { Array(text.utf8) }

  private static let forms: [(bytes: [UInt8], found: String)] = [
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], "een oud Office-bestand (OLE, zoals .doc)"),
    (text("{\\rtf1 x}"), "RTF"),
    ([1, 2, 0, 0, 0, 3, 0, 9], "geen tekst (er staan nulbytes in)"),
  ]

  @Test("Forms that are not read are told by their bytes, whatever the name", arguments: forms)
  func unknownForms(bytes: [UInt8], found: String) {
    #expect(refusal(bytes, name: "ah-tk-20242025-705.md") == .unknownForm(found: found))
  }

  private static let tar =
    [UInt8](repeating: 0x61, count: 100) + [UInt8](repeating: 0, count: 157)
    + text("ustar") + [UInt8](repeating: 0, count: 250)

  private static let archives: [(bytes: [UInt8], found: String)] = [
    (text("PK\u{3}\u{4}mimetype"), "een zip-archief"),
    ([0x1F, 0x8B, 0x08, 0, 0], "een ingepakt bestand (gzip, bzip2, xz, zstd, tar of 7z)"),
    (tar, "een ingepakt bestand (gzip, bzip2, xz, zstd, tar of 7z)"),
  ]

  @Test("A file that holds other files is refused with what to do", arguments: archives)
  func archive(bytes: [UInt8], found: String) {
    #expect(refusal(bytes, name: "ah-tk-20242025-705.md") == .archive(found: found))
    #expect(
      refusal(bytes)?.description
        == "dit is \(found); pak het uit: elke set moet een eigen bestand zijn")
  }

  @Test(
    "An empty file, wrong UTF-8 and a file that is too large are refused with the place or the size"
  )
  func bytes() {
    #expect(refusal([]) == .empty)
    #expect(refusal(Array(" \n\t\r\n".utf8)) == .empty)
    #expect(refusal(Array("één 1 caf".utf8) + [0xE9, 0x20]) == .notUTF8(offset: 11))
    #expect(refusal(Array("é".utf8) + [0x41, 0xC0, 0x80]) == .notUTF8(offset: 3))
    #expect(refusal(Array("é".utf8) + [0x41, 0xED, 0xA0, 0x80]) == .notUTF8(offset: 3))
    #expect(refusal(Array("é".utf8) + [0x41, 0xE2, 0x80]) == .notUTF8(offset: 3))
    let size = SourceReader.sizeLimit + 1
    #expect(
      refusal([UInt8](repeating: 0x41, count: size))
        == .tooLarge(size: size, limit: SourceReader.sizeLimit))
  }

  @Test(
    "Texts that are something else are no Kamervragen",
    arguments: [
      "Een recept voor appeltaart.\n\nNeem zes appels.\n",
      "# Vraagbaak\n\nZoekt in Kamervragen, zoals ah-tk-20242025-705.\n",
      "# Gebruik\n\n```\nVraag 1\nKent u dit?\nAntwoord 1\nJa.\n```\n",
      "Lijst van vragen en antwoorden\n\n1\nHoeveel?\n\nAntwoord op vraag 1:\nTien.\n\nAntwoord op vraag 2:\nNul.\n",
      "Verslag van een schriftelijk overleg\n\nVraag 1\nHoe?\n\nAntwoord op vraag 1\nZo.\n",
      "De voorzitter:\nWij beginnen.\n\nVragen van het lid Jansen (SP) aan de Minister van Defensie over de marine\n\nDe voorzitter:\nDank.\n",
      "Vragen van klanten over de vraagprijs.\n",
    ])
  func otherTexts(text: String) {
    guard case .noKamervragen = refusal(Array(text.utf8)) else {
      Issue.record("read as Kamervragen")
      return
    }
  }

  @Test("A refusal is one Dutch sentence that says what was found and what was expected")
  func messages() {
    #expect(
      "\(ReadError.unknownForm(found: "RTF"))"
        == "dit soort bestand wordt niet gelezen: RTF; wel XML, HTML, ODT, PDF, DOCX, Markdown, platte tekst en JSON"
    )
    #expect(
      "\(ReadError.notUTF8(offset: 11))"
        == "geen geldige UTF-8 bij byte 11; verwacht wordt tekst in UTF-8")
    #expect(
      "\(ReadError.noKamervragen(expected: "een kop"))"
        == "dit zijn geen Kamervragen: een kop ontbreekt")
  }

  @Test("The page about the corpus is no Kamervragen")
  func readme() throws {
    let error = refusal(try corpus("README.md"))
    #expect(error != nil)
  }
}
