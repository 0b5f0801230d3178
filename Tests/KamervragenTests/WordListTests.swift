import Testing

@testable import Kamervragen

/// The numbers that Word prints before the paragraphs of lists.
@Suite struct WordListTests {
  private func printed(
    _ body: String, _ numbering: String, styles: String = ""
  ) throws -> [String] {
    try Docx(body: body, numbering: numbering, styles: styles).printed()
  }

  private let levels = [("decimal", "%1."), ("lowerLetter", "%2)"), ("lowerRoman", "(%3)")]

  @Test("Levels count by themselves and begin again under each number")
  func levelsCount() throws {
    let body =
      Docx.item("een") + Docx.item("deel", level: 1) + Docx.item("deel", level: 1)
      + Docx.item("dieper", level: 2) + Docx.paragraphs("tussendoor") + Docx.item("twee")
      + Docx.item("deel", level: 1)
    #expect(
      try printed(body, Docx.list(0, levels) + Docx.use(1, of: 0)) == [
        "1. een", "a) deel", "b) deel", "(i) dieper", "tussendoor", "2. twee", "a) deel",
      ])
  }

  @Test(
    "Every way of writing numbers",
    arguments: [
      ("decimal", "%1.", "4."), ("lowerLetter", "%1)", "d)"), ("upperLetter", "%1", "D"),
      ("lowerRoman", "%1.", "iv."), ("upperRoman", "[%1]", "[IV]"), ("bullet", "\u{F0B7}", "•"),
      ("bullet", "–", "–"), ("none", "", ""), ("ordinal", "%1e", "4e"),
      ("decimal", "Punt %1:", "Punt 4:"),
    ])
  func formats(format: String, pattern: String, label: String) throws {
    let numbering = Docx.list(0, [(format, pattern)]) + Docx.use(1, of: 0)
    let body = (1...4).map { _ in Docx.item("x") }.joined()
    #expect(try printed(body, numbering).last == (label.isEmpty ? "x" : "\(label) x"))
  }

  @Test("Numbers of several levels in one")
  func legal() throws {
    let numbering =
      Docx.list(0, [("upperRoman", "%1."), ("decimal", "%1.%2")]) + Docx.use(1, of: 0)
    let body = Docx.item("a") + Docx.item("b") + Docx.item("c", level: 1)
    #expect(try printed(body, numbering) == ["I. a", "II. b", "II.1 c"])
  }

  @Test("Lists of one definition count on, unless they say where to start")
  func sharedDefinition() throws {
    let start = """
      <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>
      """
    let numbering =
      Docx.list(0, levels) + Docx.use(1, of: 0) + Docx.use(2, of: 0) + Docx.use(3, of: 0, start)
    let body =
      Docx.item("a") + Docx.item("b", list: 2) + Docx.item("c", list: 3) + Docx.item("d", list: 3)
    #expect(try printed(body, numbering) == ["1. a", "2. b", "1. c", "2. d"])
  }

  @Test("A list may begin later, and a paragraph may leave the list of its style")
  func styles() throws {
    let numbering = """
      <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="5"/><w:numFmt w:val="decimal"/>\
      <w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>\
      <w:pStyle w:val="Deel"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum>
      """ + Docx.use(1, of: 0)
    let styles = """
      <w:style w:type="paragraph" w:styleId="Lijst"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>\
      <w:style w:type="paragraph" w:styleId="Vragen"><w:basedOn w:val="Lijst"/></w:style>\
      <w:style w:type="paragraph" w:styleId="Deel"><w:basedOn w:val="Lijst"/></w:style>
      """
    func styled(_ text: String, _ style: String, _ more: String = "") -> String {
      Docx.paragraph(Docx.run(text), "<w:pStyle w:val=\"\(style)\"/>\(more)")
    }
    let body =
      styled("a", "Vragen") + styled("b", "Deel")
      + styled("c", "Vragen", "<w:numPr><w:numId w:val=\"0\"/></w:numPr>") + styled("d", "Vragen")
    #expect(try printed(body, numbering, styles: styles) == ["5. a", "a. b", "c", "6. d"])
  }

  @Test("A definition may be that of a style")
  func linked() throws {
    let numbering =
      Docx.list(0, [], more: "<w:numStyleLink w:val=\"Lijststijl\"/>") + Docx.list(7, levels)
      + Docx.use(1, of: 0) + Docx.use(2, of: 7)
    let styles =
      "<w:style w:type=\"numbering\" w:styleId=\"Lijststijl\"><w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr></w:style>"
    #expect(try printed(Docx.item("a"), numbering, styles: styles) == ["1. a"])
  }

  @Test("Lists that are not there, rings and absurd numbers are survived")
  func broken() throws {
    let numbering =
      "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"99999999999999999999\"/><w:numFmt w:val=\"lowerRoman\"/><w:lvlText w:val=\"%1%9%\"/></w:lvl></w:abstractNum>"
      + Docx.use(1, of: 0) + Docx.use(2, of: 44)
    let styles =
      "<w:style w:styleId=\"a\"><w:basedOn w:val=\"b\"/></w:style><w:style w:styleId=\"b\"><w:basedOn w:val=\"a\"/></w:style>"
    let body =
      Docx.item("a") + Docx.item("b", list: 2) + Docx.item("c", level: 4000)
      + Docx.item("d", list: 3)
      + Docx.paragraph(Docx.run("e"), "<w:pStyle w:val=\"a\"/>")
    #expect(try printed(body, numbering, styles: styles) == ["i1% a", "b", "c", "d", "e"])
  }

  @Test("Questions that are a list are questions, with their parts and what else stands under them")
  func questions() throws {
    let set = try Docx(
      body: Docx.paragraphs(
        "2024Z99101", "(ingezonden 20 november 2024)",
        "Vragen van het lid Zandstra (Landelijke Lijst) aan de minister van Defensie over de boeien in de Oostvaart"
      )
        + Docx.item("Kent u het bericht «Boei op drift»? [1]")
        + Docx.item("Kunt u daarbij ingaan op:") + Docx.item("de kosten;", level: 1)
        + Docx.item("de planning?", level: 1) + Docx.paragraphs("Zo nee, waarom niet?")
        + Docx.item("Bent u bereid de boeien te verzwaren?")
        + Docx.paragraphs("[1] Oeverbode, 12 november 2024."),
      numbering: Docx.list(0, levels) + Docx.use(1, of: 0)
    ).set()
    #expect(set.form == .docx)
    #expect(set.kind == .questions)
    #expect(set.identifier == "kv-tk-2024Z99101")
    #expect(set.members == [Member(name: "Zandstra", party: "Landelijke Lijst")])
    #expect(set.passages.map(\.questions) == [[1], [2], [3]])
    #expect(
      set.passages[1].questionText
        == "Kunt u daarbij ingaan op:\n\na) de kosten;\n\nb) de planning?\n\nZo nee, waarom niet?")
    #expect(
      set.passages[0].footnotes == [Footnote(mark: "1", text: "Oeverbode, 12 november 2024.")])
    #expect(set.warnings == [])
  }

  @Test("Parts that are numbered like questions are no questions")
  func numberedParts() throws {
    let set = try Docx(
      body: Docx.paragraphs(
        "Vragen van het lid Zandstra (LL) aan de minister van Defensie over boeien")
        + Docx.item("Wilt u ingaan op:") + Docx.item("de kosten?", level: 1)
        + Docx.item("de planning?", level: 1) + Docx.item("En verder?"),
      numbering: Docx.list(0, [("decimal", "%1."), ("decimal", "%2.")]) + Docx.use(1, of: 0)
    ).set()
    #expect(set.passages.map(\.questions) == [[1], [2]])
    #expect(
      set.passages[0].questionText == "Wilt u ingaan op:\n\n1. de kosten?\n\n2. de planning?")
  }

  @Test("A list in an answer is no list of questions")
  func listInAnswer() throws {
    let set = try Docx(
      body: Docx.paragraphs(
        "AH 9101", "2024Z99102",
        "Antwoord van minister De Wael (Defensie) (ontvangen 3 december 2024)",
        "Vraag 1", "Wat doet u?", "Antwoord op vraag 1", "Dit:")
        + Docx.item("varen;") + Docx.item("meten?")
        + Docx.paragraphs("Vraag 2", "En?", "Antwoord op vraag 2", "Ja."),
      numbering: Docx.list(0, levels) + Docx.use(1, of: 0)
    ).set()
    #expect(set.passages.map(\.questions) == [[1], [2]])
    #expect(set.passages[0].answerText == "Dit:\n\n1. varen;\n\n2. meten?")
  }

  @Test("A list whose numbers are headings")
  func headings() throws {
    let set = try Docx(
      body: Docx.paragraphs(
        "Vragen van het lid Zandstra (LL) aan de minister van Defensie over boeien")
        + Docx.item("Kent u de boei?") + Docx.item("Drijft zij?"),
      numbering: Docx.list(0, [("decimal", "Vraag %1")]) + Docx.use(1, of: 0)
    ).set()
    #expect(set.passages.map(\.questionText) == ["Kent u de boei?", "Drijft zij?"])
    #expect(set.warnings == [])
  }

  private static let restart = """
    <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>
    """

  private func questions(_ body: String) throws -> QuestionSet {
    try Docx(
      body: Docx.paragraphs(
        "2024Z99301", "(ingezonden 4 maart 2024)",
        "Vragen van het lid Zandstra (LL) aan de minister van Defensie over de boeien") + body,
      numbering: Docx.list(0, levels) + Docx.use(1, of: 0) + Docx.use(2, of: 0, Self.restart)
        + Docx.list(5, levels) + Docx.use(3, of: 5)
    ).set()
  }

  @Test("Questions in a list that begins again are numbered on, and it is said", arguments: [2, 3])
  func begunAgain(list: Int) throws {
    let set = try questions(
      Docx.item("Kent u de boei?") + Docx.item("Drijft zij?") + Docx.paragraphs("Verder:", "Ook.")
        + Docx.item("Waar ligt zij?", list: list) + Docx.item("Hoe lang nog?", list: list))
    #expect(set.passages.map(\.questions) == [[1], [2], [3], [4]])
    #expect(set.passages.map(\.questionText).last == "Hoe lang nog?")
    #expect(
      set.warnings == [
        "De nummers van de vragen beginnen in het bestand opnieuw; ze zijn doorgenummerd."
      ])
  }

  @Test("A list behind a colon, or one that asks nothing, is a part of its question")
  func partsOfQuestions() throws {
    let parts = try questions(
      Docx.item("Kent u de boei?") + Docx.item("Wilt u ingaan op het volgende:")
        + Docx.item("Drijft zij?", list: 3) + Docx.item("Zinkt zij?", list: 3))
    #expect(parts.passages.map(\.questions) == [[1], [2]])
    let sources = try questions(
      Docx.item("Kent u de boei?") + Docx.item("Drijft zij?")
        + Docx.item("Oeverbode, 3 maart 2024", list: 3) + Docx.item("Idem", list: 3))
    #expect(sources.passages.map(\.questions) == [[1], [2]])
    #expect(parts.warnings == [])
  }
}
