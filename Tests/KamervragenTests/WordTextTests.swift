import Testing

@testable import Kamervragen

/// What of a Word document is text.
@Suite struct WordTextTests {
  private func printed(_ body: String) throws -> [String] { try Docx(body: body).printed() }

  @Test("Words and dates that are split over runs are whole")
  func splitRuns() throws {
    let runs = [
      "Antwoord op vra", "ag", " 2", " van 2", "4 maa", "rt 2024",
    ].map { Docx.run($0) }.joined()
    #expect(try printed(Docx.paragraph(runs)) == ["Antwoord op vraag 2 van 24 maart 2024"])
  }

  @Test("Tabs and breaks part words, a hyphen that does not break is one, a soft one is none")
  func signs() throws {
    let runs =
      Docx.run("Vraag") + "<w:r><w:tab/></w:r>" + Docx.run("1") + "<w:r><w:br/></w:r>"
      + Docx.run("Oost") + "<w:r><w:noBreakHyphen/></w:r>" + Docx.run("Indië is ge")
      + "<w:r><w:softHyphen/></w:r>" + Docx.run("bied") + "<w:r><w:cr/></w:r>" + Docx.run("Einde")
    #expect(
      try printed(Docx.paragraph(runs)) == ["Vraag 1\nOost-Indië is gebied\nEinde"])
  }

  @Test("A line feed inside a run is a space")
  func layoutInText() throws {
    #expect(try printed(Docx.paragraphs("een\ntwee")) == ["een twee"])
  }

  @Test("Deleted text is left out, inserted text kept")
  func trackedChanges() throws {
    let runs =
      Docx.run("Kent u ") + "<w:del w:id=\"1\"><w:r><w:delText>dit</w:delText></w:r></w:del>"
      + "<w:ins w:id=\"2\">\(Docx.run("het"))</w:ins>" + Docx.run(" bericht?")
      + "<w:moveFrom w:id=\"3\">\(Docx.run(" Weg."))</w:moveFrom>"
      + "<w:moveTo w:id=\"4\">\(Docx.run(" Hier."))</w:moveTo>"
    #expect(try printed(Docx.paragraph(runs)) == ["Kent u het bericht? Hier."])
  }

  @Test("A paragraph whose end was deleted goes on in the next")
  func deletedParagraphEnd() throws {
    let body =
      Docx.paragraph(Docx.run("De boot "), "<w:rPr><w:del w:id=\"1\"/></w:rPr>")
      + Docx.paragraph(Docx.run("vaart niet."))
    #expect(try printed(body) == ["De boot vaart niet."])
  }

  @Test("Hidden text is left out: by the run, by its style, by that of the paragraph")
  func hiddenText() throws {
    let document = Docx(
      body: Docx.paragraph(
        Docx.run("zicht") + Docx.run("geheim", "<w:vanish/>")
          + Docx.run("baar", "<w:vanish w:val=\"0\"/>")
          + Docx.run("weg", "<w:rStyle w:val=\"Verborgen\"/>"))
        + Docx.paragraph(Docx.run("intern"), "<w:pStyle w:val=\"Kind\"/>"),
      styles: """
        <w:style w:type="character" w:styleId="Verborgen"><w:rPr><w:vanish/></w:rPr></w:style>\
        <w:style w:type="paragraph" w:styleId="Ouder"><w:rPr><w:vanish/></w:rPr></w:style>\
        <w:style w:type="paragraph" w:styleId="Kind"><w:basedOn w:val="Ouder"/></w:style>
        """)
    #expect(try document.printed() == ["zichtbaar"])
  }

  @Test("The mark of a paragraph's end being hidden hides no text")
  func hiddenEnd() throws {
    let body = Docx.paragraph(Docx.run("Tekst."), "<w:rPr><w:vanish/></w:rPr>")
    #expect(try printed(body) == ["Tekst."])
  }

  @Test("A text box that is written twice is read once, in whichever form has text")
  func textBoxes() throws {
    func box(_ choice: String, _ fallback: String) -> String {
      """
      <w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>\(choice)\
      </w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>\
      \(fallback)</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>
      """
    }
    let text = Docx.paragraphs("Ons kenmerk 5401166")
    let body =
      Docx.paragraph(Docx.run("Voor ") + box(text, text) + Docx.run("na."))
      + Docx.paragraph(box("<w:p/>", Docx.paragraphs("Alleen oud")))
    #expect(try printed(body) == ["Ons kenmerk 5401166", "Voor na.", "Alleen oud"])
  }

  @Test("Of a field the result is text, the instruction is not")
  func fields() throws {
    func sign(_ type: String) -> String { "<w:r><w:fldChar w:fldCharType=\"\(type)\"/></w:r>" }
    let runs =
      sign("begin") + "<w:r><w:instrText> DOCPROPERTY datum </w:instrText></w:r>"
      + sign("begin") + "<w:r><w:instrText>PAGE</w:instrText></w:r>" + sign("separate")
      + Docx.run("7") + sign("end") + sign("separate") + Docx.run("16 mei 2024") + sign("end")
      + "<w:hyperlink w:anchor=\"x\">\(Docx.run(" (zie rijk.example)"))</w:hyperlink>"
      + "<w:sdt><w:sdtPr><w:alias w:val=\"Titel\"/></w:sdtPr><w:sdtContent>\(Docx.run(" en meer"))</w:sdtContent></w:sdt>"
    #expect(try printed(Docx.paragraph(runs)) == ["16 mei 2024 (zie rijk.example) en meer"])
  }

  @Test("The cells of a row are one line, those with paragraphs or headings are text")
  func tables() throws {
    let body =
      Docx.table([
        [Docx.paragraphs("Datum"), Docx.paragraphs("16 mei 2024")],
        ["<w:p/>", Docx.paragraphs("In antwoord op uw brief")],
        [Docx.paragraphs("Vraag 1"), Docx.paragraphs("Kent u dit?")],
        [
          Docx.paragraphs("Een", "Twee"),
          Docx.table([[Docx.paragraphs("a"), Docx.paragraphs("b")]]) + "<w:p/>",
        ],
      ])
    #expect(
      try printed(body) == [
        "Datum | 16 mei 2024", "In antwoord op uw brief", "Vraag 1", "Kent u dit?", "Een", "Twee",
        "a | b",
      ])
  }

  @Test("Headers and watermarks are no text")
  func margins() throws {
    let document = Docx(
      body: Docx.paragraphs("Tekst."), header: Docx.paragraphs("VERTROUWELIJK", "11 april 2024"))
    let text = try DocxReader.text(document.bytes)
    #expect(text.paragraphs.map(\.printed) == ["Tekst."])
    #expect(text.margins.map(\.printed) == ["VERTROUWELIJK", "11 april 2024"])
  }

  @Test("Footnotes stand at their marks as raised digits, the lines that part them are none")
  func footnotes() throws {
    let document = Docx(
      body: Docx.paragraph(
        Docx.run("Het rapport") + Docx.mark(4) + Docx.mark(2) + Docx.run(" is er."))
        + Docx.paragraph(Docx.run("Einde.") + Docx.mark(9)),
      footnotes: Docx.footnote(2, "Tweede.") + Docx.footnote(4, "Eerste &amp; beste."))
    let text = try DocxReader.text(document.bytes)
    #expect(text.paragraphs.map(\.printed) == ["Het rapport¹ ² is er.", "Einde.³"])
    #expect(text.notes.map(\.number) == [1, 2])
    #expect(text.notes.map(\.text) == ["Eerste & beste.", "Tweede."])
    #expect(text.warnings == ["De tekst van voetnoot 3 staat niet in het bestand."])
  }

  @Test("Endnotes are numbered after the footnotes")
  func endnotes() throws {
    let document = Docx(
      body: Docx.paragraph(
        Docx.run("A") + "<w:r><w:endnoteReference w:id=\"1\"/></w:r>" + Docx.run(" b")
          + Docx.mark(1)),
      footnotes: Docx.footnote(1, "Voet."),
      endnotes: "<w:endnote w:id=\"1\"><w:p>\(Docx.run("Eind."))</w:p></w:endnote>")
    let text = try DocxReader.text(document.bytes)
    #expect(text.paragraphs.map(\.printed) == ["A² b¹"])
    #expect(text.notes.map { "\($0.number) \($0.text)" } == ["2 Eind.", "1 Voet."])
  }

  @Test("A number that is set high is a mark, a word that is set high is not")
  func raised() throws {
    let high = "<w:vertAlign w:val=\"superscript\"/>"
    let runs =
      Docx.run("Kop»") + Docx.run("12", high) + Docx.run(" de 2") + Docx.run("e", high)
      + Docx.run(" maal? ") + Docx.run("1)", high)
    #expect(try printed(Docx.paragraph(runs)) == ["Kop»¹² de 2e maal? 1)"])
  }

  @Test("The document is found by the relations where it has another name")
  func otherNames() throws {
    let parts = Docx(body: Docx.paragraphs("Tekst.")).parts.map { part in
      (
        name: part.name == "word/document.xml" ? "word/document2.xml" : part.name,
        text: part.text.split(separator: "word/document.xml").joined(
          separator: "word/document2.xml")
      )
    }
    #expect(
      try DocxReader.text(ZipWriter.archive(parts)).paragraphs.map(\.printed) == ["Tekst."])
  }

  @Test("Text of another form inside the document is named")
  func foreignText() throws {
    let text = try DocxReader.text(
      Docx(body: Docx.paragraphs("A") + "<w:altChunk r:id=\"rId5\" xmlns:r=\"r\"/>").bytes)
    #expect(
      text.warnings == ["Een deel van de tekst is in een andere vorm ingevoegd en niet gelezen."])
  }
}
