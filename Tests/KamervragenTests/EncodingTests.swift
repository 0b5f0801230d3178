import Testing

@testable import Kamervragen

/// Files in other encodings than UTF-8, and the form of a file told by its bytes.
@Suite("Encodings and forms") struct EncodingTests {
  private let text = answeredHeader + "Vraag 1\nKent u «Kazerne dicht»?\n\nAntwoord 1\nJa, één.\n"

  private func wide(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return bigEndian ? pair.reversed() : pair
    }
  }

  private func windows(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "€": 0x80
      case "’": 0x92
      case "–": 0x96
      default: UInt8(truncatingIfNeeded: scalar.value)
      }
    }
  }

  @Test("UTF-16 is read with and without its mark, in both orders")
  func utf16() throws {
    let expected = try read(text)
    #expect(expected.passages[0].answerText == "Ja, één.")
    for bigEndian in [false, true] {
      for mark in ["", "\u{FEFF}"] {
        let bytes = wide(mark + text, bigEndian: bigEndian)
        #expect(try SourceReader.read(bytes, name: "document.txt") == expected)
      }
    }
  }

  @Test("Windows-1252 is read, and the set says that it was assumed")
  func windows1252() throws {
    let set = try SourceReader.read(
      windows(text.replacing("één", with: "één – het kost € 5, zo’n")), name: "x.txt")
    #expect(set.passages[0].questionText == "Kent u «Kazerne dicht»?")
    #expect(set.passages[0].answerText == "Ja, één – het kost € 5, zo’n.")
    #expect(
      set.warnings == ["Het bestand is geen UTF-8; aangenomen is dat het Windows-1252 is."])
  }

  @Test("Damaged UTF-8 is not taken for Windows-1252")
  func damaged() {
    var bytes = Array(text.utf8)
    bytes.append(0xC3)
    #expect(throws: ReadError.notUTF8(offset: bytes.count - 1)) {
      try SourceReader.read(bytes, name: "x.txt")
    }
    #expect(throws: ReadError.notUTF8(offset: 8)) {
      try SourceReader.read(Array("Vraag 1\n".utf8) + [0x81, 0x20], name: "x.txt")
    }
  }

  @Test("XML is read in the encoding that it declares, and in UTF-16")
  func xml() throws {
    let xml =
      "<vraagdoc><vragen><omschr>Vragen van het lid Ruyter (LL) aan de minister van Financiën over de sluis. (Ingezonden 3 maart 2008)</omschr><vraag><nummer>1</nummer><al>Eén?</al></vraag></vragen></vraagdoc>"
    let expected = try read(xml)
    #expect(expected.passages[0].questionText == "Eén?")
    let latin = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n" + xml
    #expect(try SourceReader.read(windows(latin), name: "x.xml") == expected)
    let undeclared = try SourceReader.read(windows(xml), name: "x.xml")
    #expect(undeclared.passages == expected.passages)
    #expect(
      undeclared.warnings == ["Het bestand is geen UTF-8; aangenomen is dat het Windows-1252 is."])
    let declared = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n" + xml
    for text in [declared, "\u{FEFF}" + declared, xml] {
      #expect(try SourceReader.read(wide(text, bigEndian: false), name: "x.xml") == expected)
      #expect(try SourceReader.read(wide(text, bigEndian: true), name: "x.xml") == expected)
    }
  }

  @Test(
    "A byte order mark wins over a declared encoding, and so do letters that are UTF-8",
    arguments: ["ISO-8859-1", "windows-1252", "UTF-16", "us-ascii", "utf-8"])
  func mark(declared: String) throws {
    let xml =
      "<?xml version='1.0' encoding='\(declared)'?>\n<vraagdoc><vragen><omschr>Vragen van het lid Ruyter (LL) aan de minister van Financiën over de sluis. (Ingezonden 3 maart 2008)</omschr><vraag><nummer>1</nummer><al>Eén?</al></vraag></vragen></vraagdoc>"
    for mark in ["\u{FEFF}", ""] {
      let set = try read(mark + xml)
      #expect(set.addressees == ["Minister van Financiën"])
      #expect(set.passages[0].questionText == "Eén?")
    }
    for bigEndian in [false, true] {
      let set = try SourceReader.read(wide("\u{FEFF}" + xml, bigEndian: bigEndian), name: "x.xml")
      #expect(set.passages[0].questionText == "Eén?")
    }
  }

  @Test("A mark wins in metadata, in pages, and in the parts of an office document")
  func markElsewhere() throws {
    let metadata =
      "\u{FEFF}<?xml version='1.0' encoding='ISO-8859-1'?><metadata_gegevens><metadata name='DC.title' content='Financiën'/></metadata_gegevens>"
    #expect(try MetadataFile.read(Array(metadata.utf8)).title == "Financiën")
    let page =
      "\u{FEFF}<?xml version='1.0' encoding='iso-8859-1'?><html><head><meta charset=\"iso-8859-1\"></head><body><div class=\"stuk\"><p>Vragen van het lid Ruyter (LL) aan de Minister van Financiën over de sluis (ingezonden 3 maart 2008)</p><div class=\"vraag\"><h2>Vraag 1</h2><p>Eén?</p></div></div></body></html>"
    #expect(try read(page).addressees == ["Minister van Financiën"])
    let declaration = "\u{FEFF}<?xml version='1.0' encoding='ISO-8859-1'?>"
    let word = ZipWriter.archive(
      Docx(body: Docx.paragraphs("Eén?")).parts.map { part in
        (part.name, part.text.replacing("<?xml version=\"1.0\"?>", with: declaration))
      })
    #expect(try DocxReader.text(word).paragraphs.map(\.printed) == ["Eén?"])
    let open = ZipWriter.archive(
      Odt(body: Odt.paragraphs("Eén?")).parts.map { part in
        (part.name, part.text.replacing("<?xml version=\"1.0\"?>", with: declaration))
      })
    #expect(try OdtReader.text(open).paragraphs.map(\.printed) == ["Eén?"])
  }

  @Test("A mark before a text in Windows-1252 is no part of it")
  func markBeforeWindows() throws {
    let set = try SourceReader.read(
      [0xEF, 0xBB, 0xBF] + windows(text), name: "x.txt")
    #expect(set.passages[0].answerText == "Ja, één.")
    #expect(set.remarks == [])
  }

  @Test("A page is read in Windows-1252, whatever it declares")
  func html() throws {
    let page =
      "<html><head><meta charset=\"iso-8859-1\"></head><body><div class=\"stuk\"><p>Vragen van het lid Ruyter (LL) aan de Minister van Financiën over de sluis (ingezonden 3 maart 2008)</p><div class=\"vraag\"><h2>Vraag 1</h2><p>Eén?</p></div></div></body></html>"
    #expect(
      try SourceReader.read(windows(page), name: "x.html").passages[0].questionText == "Eén?")
    #expect(try read(page).passages[0].questionText == "Eén?")
    #expect(try read(page).addressees == ["Minister van Financiën"])
  }

  @Test(
    "The bytes tell the form, whatever the name",
    arguments: [
      ("<?xml version=\"1.0\"?><kamervragen/>", "XML"), (" \n<officiele-publicatie>", "XML"),
      ("<!-- x -->\n<vraagdoc>", "XML"), ("<!DOCTYPE vraagdoc [<!ENTITY a \"<b>\">]><x>", "XML"),
      ("<x:y xmlns:x=\"z\"></x:y>", "XML"), ("<!DOCTYPE html><p>", "HTML"),
      ("\u{FEFF}<html>", "HTML"),
      ("<?xml version=\"1.0\"?>\n<html>", "HTML"), ("<div class=\"vraag\">", "HTML"),
      ("<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0//EN\">\n<html>", "HTML"),
      ("{\n \"identifier\": 1}", "JSON"), ("[{\"a\": 1}]", "JSON"),
      ("<3 is geen element", "platte tekst"),
      ("Vraag 1", "platte tekst"), ("<onbekend> en meer", "platte tekst"),
    ])
  func forms(text: String, name: String) throws {
    let bytes = Array(text.utf8)
    #expect(DetectedForm(bytes, text: try DecodedText(bytes).bytes, name: "x.pdf").name == name)
  }

  @Test("Markdown that begins with an element is Markdown by its name")
  func tie() {
    let bytes = Array("<div align=\"center\">\n\n# Vragen\n</div>".utf8)
    #expect(DetectedForm(bytes, text: bytes, name: "x.md") == .text)
    #expect(DetectedForm(bytes, text: bytes, name: "x") == .html)
  }
}
