import Testing

@testable import Kamervragen

/// ODT: what is text, lists and notes, and a whole publication.
@Suite struct OdtTests {
  @Test("Spaces, tabs and breaks are signs, white space is layout")
  func signs() throws {
    let body = """
      <text:p>Vraag<text:s text:c="900000000"/>1
          en<text:tab/>2<text:line-break/>Kent <text:span text:style-name="T1">u
      dit</text:span>?</text:p>
      """
    let lines = try SourceText.lines(Array(try Odt(body: body).printed().joined().utf8))
    #expect(lines.map(\.text) == ["Vraag 1 en 2", "Kent u dit?"])
  }

  @Test("Deleted text, remarks and hidden text are left out")
  func leftOut() throws {
    let body = """
      <text:tracked-changes><text:changed-region><text:deletion><text:p>weg</text:p></text:deletion></text:changed-region>\
      </text:tracked-changes><text:p>A<text:change text:change-id="c"/><office:annotation><text:p>opmerking</text:p>\
      </office:annotation><text:span text:style-name="Kind">geheim</text:span>\
      <text:hidden-text text:is-hidden="true">ook</text:hidden-text> b</text:p>\
      <text:section text:display="none"><text:p>afdeling</text:p></text:section>
      """
    let styles = """
      <style:style style:name="Ouder"><style:text-properties text:display="none"/></style:style>\
      <style:style style:name="Kind" style:parent-style-name="Ouder"/>
      """
    #expect(try Odt(body: body, styles: styles).printed() == ["A b"])
  }

  @Test("A frame is read once, its picture not at all")
  func frames() throws {
    let box = "<draw:text-box><text:p>Kader</text:p></draw:text-box>"
    let body = """
      <text:p>Voor <draw:frame>\(box)\(box)<svg:title>Een boei</svg:title></draw:frame>na</text:p>\
      <text:p><text:title>Titel</text:title></text:p>
      """
    #expect(try Odt(body: body).printed() == ["Kader", "Voor na", "Titel"])
  }

  @Test("The cells of a row are one line, covered ones are not there")
  func tables() throws {
    let body = """
      <table:table><table:table-row><table:table-cell><text:p>Jaar</text:p></table:table-cell>\
      <table:table-cell><text:p>Boeien</text:p></table:table-cell>\
      <table:covered-table-cell><text:p>oud</text:p></table:covered-table-cell></table:table-row></table:table>
      """
    #expect(try Odt(body: body).printed() == ["Jaar | Boeien"])
  }

  @Test("Lists have their numbers, also on deeper levels and with other starts")
  func lists() throws {
    let inner = Odt.list(["<text:p>deel</text:p>", "<text:p>deel</text:p>"], style: nil)
    let body =
      Odt.list(["<text:p>een</text:p><text:p>verder</text:p>", "<text:p>twee</text:p>\(inner)"])
      + Odt.paragraphs("tussendoor")
      + Odt.list(["<text:p>drie</text:p>"], "text:continue-numbering=\"true\"")
      + Odt.list(["<text:p>weer een</text:p>"])
      + "<text:list text:style-name=\"L1\"><text:list-header><text:p>kop</text:p></text:list-header><text:list-item text:start-value=\"7\"><text:p>zeven</text:p></text:list-item></text:list>"
    #expect(
      try Odt(body: body, styles: Odt.numbered).printed() == [
        "1. een", "verder", "2. twee", "a) deel", "b) deel", "tussendoor", "3. drie", "1. weer een",
        "kop", "7. zeven",
      ])
  }

  @Test("A list goes on from the one that it names, also where another stood between them")
  func continuedLists() throws {
    let body =
      Odt.list(["<text:p>een</text:p>", "<text:p>twee</text:p>"], "xml:id=\"vragen\"")
      + Odt.list(["<text:p>apart</text:p>"])
      + Odt.list(["<text:p>drie</text:p>"], "text:continue-list=\"vragen\"")
      + Odt.list(["<text:p>vier</text:p>"], "text:continue-numbering=\"true\"")
      + Odt.list([
        "<text:list style-name=\"L1\"><text:list-item><text:p>deel</text:p></text:list-item></text:list>",
        "<text:p>weer een</text:p>",
      ])
    #expect(
      try Odt(body: body, styles: Odt.numbered).printed() == [
        "1. een", "2. twee", "1. apart", "3. drie", "4. vier", "a) deel", "1. weer een",
      ])
  }

  @Test("Questions in a list that begins again are numbered on, and it is said")
  func begunAgain() throws {
    let set = try Odt(
      body: Odt.paragraphs(
        "2024Z99111",
        "Vragen van het lid Zandstra (LL) aan de Minister van Defensie over de boeien (ingezonden 17 oktober 2024)."
      ) + Odt.list(["<text:p>Kent u de boei?</text:p>", "<text:p>Drijft zij?</text:p>"])
        + Odt.list(["<text:p>Waar ligt zij?</text:p>"]),
      styles: Odt.numbered
    ).set()
    #expect(set.passages.map(\.questions) == [[1], [2], [3]])
    #expect(
      set.warnings == [
        "De nummers van de vragen beginnen in het bestand opnieuw; ze zijn doorgenummerd."
      ])
  }

  @Test("A note has the mark that the writer chose", arguments: ["*", "a", "1"])
  func ownMark(mark: String) throws {
    let own = Odt.note("1", "Oeverbode.").replacing(
      "<text:note-citation>1<", with: "<text:note-citation text:label=\"\(mark)\">\(mark)<")
    let set = try Odt(
      body: Odt.paragraphs(
        "2024Z99112",
        "Vragen van het lid Zandstra (LL) aan de Minister van Defensie over de boeien (ingezonden 17 oktober 2024).",
        "Vraag 1", "Kent u de boei?\(own)", "Vraag 2", "Drijft zij?\(Odt.note("1", "Idem."))")
    ).set()
    let printed = ["*": "*", "a": "[a]", "1": "¹"][mark] ?? ""
    #expect(set.passages.map(\.questionText) == ["Kent u de boei?\(printed)", "Drijft zij?¹"])
    #expect(
      set.passages.map(\.footnotes) == [
        [Footnote(mark: mark, text: "Oeverbode.")], [Footnote(mark: "1", text: "Idem.")],
      ])
    #expect(set.warnings == [])
  }

  @Test("The head of a page in a row of the text is furniture, and says what it says")
  func furnitureInRows() throws {
    func row(_ cells: String...) -> String {
      "<table:table-row>\(cells.map { "<table:table-cell><text:p>\($0)</text:p></table:table-cell>" }.joined())</table:table-row>"
    }
    let set = try Odt(
      body: "<table:table>\(row("Eerste Kamer der Staten-Generaal", "1"))"
        + "\(row("Vergaderjaar 2018-2019", "Aanhangsel van de Handelingen"))</table:table>"
        + Odt.paragraphs(
          "7",
          "Vragen van het lid Zandstra (LL) aan de Minister van Defensie over de boeien (ingezonden 17 oktober 2018).",
          "Antwoord van Minister De Wael (Defensie) (ontvangen 3 december 2018).", "Vraag 1",
          "Kent u de boei?", "Antwoord 1", "Ja.")
    ).set()
    #expect(set.chamber == .eersteKamer)
    #expect(set.session == "2018-2019")
    #expect(set.number == "7")
    #expect(set.remarks == [])
    #expect(set.warnings == [])
  }

  @Test("Notes stand at their marks; their own paragraphs are not in the text")
  func notes() throws {
    let body = Odt.paragraphs(
      "Kent u dit?\(Odt.note("1", "Krant, <text:span>1 maart</text:span>."))",
      "Ja.\(Odt.note("2", "Idem."))")
    let text = try OdtReader.text(Odt(body: body).bytes)
    #expect(text.paragraphs.map(\.printed) == ["Kent u dit?¹", "Ja.²"])
    #expect(text.notes.map(\.text) == ["Krant, 1 maart.", "Idem."])
  }

  @Test("A number that is set high is a mark")
  func raised() throws {
    let styles =
      "<style:style style:name=\"T1\"><style:text-properties style:text-position=\"super 58%\"/></style:style>"
    let body = Odt.paragraphs("«Boei»<text:span text:style-name=\"T1\">3</text:span>")
    #expect(try Odt(body: body, styles: styles).printed() == ["«Boei»³"])
  }

  @Test("A publication with the header and headings of the PDF")
  func publication() throws {
    let set = try Odt(
      body: Odt.paragraphs(
        "Tweede Kamer der Staten-Generaal", "2", "Vergaderjaar 2024–2025",
        "Aanhangsel van de Handelingen",
        "Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden",
        "9106",
        "Vragen van de leden <text:span>Zandstra</text:span> (LL) en <text:span>Kade</text:span> (PvW) aan de Minister van Defensie over <text:span>de boeien</text:span> (ingezonden 17 oktober 2024).",
        "Antwoord van Minister De Wael (Defensie) (ontvangen 3 december 2024). Zie ook Aanhangsel Handelingen, vergaderjaar 2024–2025, nr. 9002.",
        "Vraag 1", "Kent u «Boei op drift»?\(Odt.note("1", "Oeverbode, 12 oktober 2024."))",
        "Antwoord 1", "Ja.", "Vraag 2 en 3", "Hoe?", "Wanneer?", "Antwoord 2 en 3", "Dit:")
        + Odt.list(["<text:p>varen;</text:p>", "<text:p>meten.</text:p>"])
        + Odt.paragraphs("Toelichting:", "Deze vragen dienen ter aanvulling."),
      styles: Odt.numbered,
      footer: Odt.paragraphs(
        "ah-tk-20242025-9106", "ISSN 0921 - 7398", "’s-Gravenhage 2024",
        "Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel <text:page-number>1</text:page-number>")
    ).set()
    #expect(set.form == .odt)
    #expect(set.identifier == "ah-tk-20242025-9106")
    #expect(set.session == "2024-2025")
    #expect(set.chamber == .tweedeKamer)
    #expect(set.members.map(\.name) == ["Zandstra", "Kade"])
    #expect(set.seeAlso == ["ah-tk-20242025-9002"])
    #expect(set.passages.map(\.questions) == [[1], [2, 3]])
    #expect(set.passages[0].footnotes == [Footnote(mark: "1", text: "Oeverbode, 12 oktober 2024.")])
    #expect(set.passages[1].answerText == "Dit:\n\n1. varen;\n\n2. meten.")
    #expect(set.remarks == ["Toelichting: Deze vragen dienen ter aanvulling."])
    #expect(set.warnings == [])
  }

  @Test("An ODT that is a list of questions")
  func questions() throws {
    let set = try Odt(
      body: Odt.paragraphs(
        "2024Z99110",
        "Vragen van het lid Zandstra (LL) aan de Minister van Defensie over de boeien (ingezonden 17 oktober 2024)."
      ) + Odt.list(["<text:p>Kent u de boei?</text:p>", "<text:p>Drijft zij?</text:p>"]),
      styles: Odt.numbered
    ).set()
    #expect(set.identifier == "kv-tk-2024Z99110")
    #expect(set.passages.map(\.questionText) == ["Kent u de boei?", "Drijft zij?"])
    #expect(set.warnings == [])
  }
}
