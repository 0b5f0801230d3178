import Testing

@testable import Kamervragen

/// The kinds of Word documents: the Kamer's own, the letters of ministries, delay notices.
@Suite struct WordDocumentTests {
  @Test("The Kamer's own document: number, case and a typed list of notes")
  func chamber() throws {
    let set = try Docx(
      body: Docx.paragraphs(
        "AH 9102", "2024Z99103",
        "Antwoord van minister De Wael (Defensie), mede namens de minister van Financiën (ontvangen 20 november 2024)",
        "Zie ook Aanhangsel Handelingen, vergaderjaar 2024-2025, nr. 9001", "Vraag 1",
        "Kent u het bericht «Boei op drift»? 1)", "Antwoord op vraag 1", "Ja.", "Vraag 2",
        "Deelt u de zorg?", "Vraag 3", "Wat doet u?", "Antwoord op vraag 2 en 3", "Veel.",
        "1) Oeverbode, 12 november 2024.")
    ).set()
    #expect(set.kind == .answered)
    #expect(set.identifier == "ah-tk-20242025-9102")
    #expect(set.caseNumber == "2024Z99103")
    #expect(set.onBehalfOf == ["Minister van Financiën"])
    #expect(set.seeAlso == ["ah-tk-20242025-9001"])
    #expect(set.passages.map(\.questions) == [[1], [2, 3]])
    #expect(
      set.passages[0].footnotes == [Footnote(mark: "1", text: "Oeverbode, 12 november 2024.")])
    #expect(set.warnings == [])
  }

  @Test("A delay notice of the Kamer")
  func delay() throws {
    let set = try Docx(
      body: Docx.paragraphs(
        "AH 9103", "2024Z99104",
        "Mededeling van staatssecretaris Ter Zee (Volksgezondheid, Welzijn en Sport) (ontvangen 20 november 2024)",
        "Op 7 november jl. hebben de leden Zandstra (LL) en Kade (PvW) vragen gesteld aan de staatssecretaris van Volksgezondheid, Welzijn en Sport over de badplaatsen.",
        "Deze vragen kunnen niet binnen de gebruikelijke termijn worden beantwoord.")
    ).set()
    #expect(set.kind == .delay)
    #expect(set.identifier == "ah-tk-20242025-9103")
    #expect(set.members.map(\.name) == ["Zandstra", "Kade"])
    #expect(set.warnings == [])
  }

  /// A letter with its head in tables, two systems of notes, a question that was moved and two
  /// answered at the end.
  private var letter: Docx {
    let head = Docx.table([
      [Docx.paragraphs("Aan de Voorzitter van de Tweede Kamer", "der Staten-Generaal")],
      [Docx.paragraphs("Datum"), Docx.paragraph(Docx.run("2") + Docx.run("4 maart 2025"))],
      [Docx.paragraphs("Onderwerp"), Docx.paragraphs("Antwoorden Kamervragen over boeien")],
      [Docx.paragraphs("Ons kenmerk"), Docx.paragraphs("5401166")],
      [
        Docx.paragraphs(
          "In antwoord op uw brief van 5 maart 2025, nr. 2025Z99105, deel ik u mede dat de vragen van de leden Zandstra (Landelijke Lijst) en Kade (PvW) aan de staatssecretaris van Infrastructuur en de minister van Defensie over de boeien worden beantwoord zoals aangegeven in de bijlage van deze brief."
        )
      ],
    ])
    let signature = Docx.paragraphs(
      "Mede namens de staatssecretaris van Infrastructuur en Waterstaat,",
      "de minister van Defensie,", "A.B. de Wael")
    let annex =
      Docx.paragraph("<w:r><w:br w:type=\"page\"/></w:r>")
      + Docx.paragraphs(
        "Antwoorden van de minister van Defensie mede namens de staatssecretaris van Infrastructuur en Waterstaat op vragen",
        "van de leden Zandstra (Landelijke Lijst) en Kade (PvW) aan de staatssecretaris van Infrastructuur en de minister van Defensie over de boeien."
      )
    let body =
      Docx.paragraphs("Vraag 1", "Kent u «Boei op drift»? 1) 2)")
      + Docx.paragraph("<w:r><w:br/></w:r>" + Docx.run("Antwoord op vraag 1"))
      + Docx.paragraph(Docx.run("Ja.") + Docx.mark(1))
      + Docx.paragraphs("Vraag 2", "Wat kost dat?", "Vraag 4", "Moet dat?", "Antwoorden op vraag 4")
      + Docx.paragraphs("Nee.", "Vraag 3", "Wanneer?", "Antwoord op vraag 2 en 3")
      + Docx.paragraph(Docx.run("Later.") + Docx.mark(2))
      + Docx.paragraphs("1) Oeverbode, 12 februari 2025.", "2) Havenpost, 13 februari 2025.")
    return Docx(
      body: head + signature + annex + body,
      footnotes: Docx.footnote(1, "Kamerstukken II 2024/25, 99 100, nr. 1.")
        + Docx.footnote(2, "Idem, nr. 2."),
      header: Docx.paragraphs("VERTROUWELIJK", "Datum 11 februari 2025", "Pagina 8 van 7"))
  }

  @Test("A letter of a ministry: head, signature and annex")
  func ministry() throws {
    let set = try letter.set()
    #expect(set.kind == .answered)
    #expect(set.caseNumber == "2025Z99105")
    #expect(set.subject == "de boeien")
    #expect(
      set.members == [
        Member(name: "Zandstra", party: "Landelijke Lijst"), Member(name: "Kade", party: "PvW"),
      ])
    #expect(
      set.addressees == [
        "Staatssecretaris van Infrastructuur en Waterstaat", "Minister van Defensie",
      ])
    #expect(
      set.respondents == [Respondent(role: "Minister", name: "A.B. de Wael", portfolio: "Defensie")]
    )
    #expect(set.onBehalfOf == ["Staatssecretaris van Infrastructuur en Waterstaat"])
    #expect(set.remarks.count == 1)
    #expect(set.remarks[0].hasPrefix("Brief: Aan de Voorzitter van de Tweede Kamer"))
    #expect(set.remarks[0].contains("Datum | 24 maart 2025"))
    #expect(!set.remarks[0].contains("11 februari"))
    #expect(set.warnings == [])
  }

  @Test("Questions of a letter out of their order, answered together, with notes of two systems")
  func ministryPassages() throws {
    let set = try letter.set()
    #expect(set.passages.map(\.questions) == [[1], [2, 3], [4]])
    #expect(set.passages.map(\.answerText) == ["Ja.¹", "Later.²", "Nee."])
    #expect(
      set.passages[0].footnotes == [
        Footnote(mark: "1", text: "Oeverbode, 12 februari 2025."),
        Footnote(mark: "2", text: "Havenpost, 13 februari 2025."),
        Footnote(mark: "1", text: "Kamerstukken II 2024/25, 99 100, nr. 1."),
      ])
    #expect(set.passages[1].footnotes == [Footnote(mark: "2", text: "Idem, nr. 2.")])
    #expect(set.footnotes == [])
  }

  @Test("A list of notes that numbers itself")
  func numberedNotes() throws {
    let set = try Docx(
      body: Docx.paragraphs(
        "AH 9104", "2024Z99106",
        "Antwoord van minister De Wael (Defensie) (ontvangen 3 december 2024)",
        "Vraag 1", "Kent u «Boei»? 1)", "Antwoord op vraag 1", "Ja. 2)")
        + Docx.item("Oeverbode, 12 november 2024.") + Docx.item("Havenpost, 13 november 2024."),
      numbering: Docx.list(0, [("decimal", "%1)")]) + Docx.use(1, of: 0)
    ).set()
    #expect(
      set.passages.map { $0.footnotes.map(\.text) } == [
        ["Oeverbode, 12 november 2024.", "Havenpost, 13 november 2024."]
      ])
    #expect(set.passages[0].answerText == "Ja. 2)")
  }

  @Test(
    "A note has the mark that the writer chose, and those that are counted keep their numbers",
    arguments: [
      ("<w:t>*</w:t>", "*", "*"), ("<w:t>a</w:t>", "a", "[a]"), ("<w:t>1</w:t>", "1", "¹"),
      ("<w:sym w:font=\"Symbol\" w:char=\"F02A\"/>", "*", "*"),
    ])
  func ownMark(following: String, mark: String, printed: String) throws {
    let own =
      "<w:r><w:footnoteReference w:customMarkFollows=\"1\" w:id=\"2\"/>\(following)</w:r>"
    let body =
      Docx.paragraphs(
        "2024Z99302", "(ingezonden 4 maart 2024)",
        "Vragen van het lid Zandstra (LL) aan de minister van Defensie over de boeien", "Vraag 1")
      + Docx.paragraph(Docx.run("Kent u de boei?") + own) + Docx.paragraphs("Vraag 2")
      + Docx.paragraph(Docx.run("Drijft zij?") + Docx.mark(3))
    let note = Docx.footnote(2, "Oeverbode.").replacing(
      "<w:footnoteRef/>", with: following)
    let set = try Docx(body: body, footnotes: note + Docx.footnote(3, "Idem.")).set()
    #expect(set.passages.map(\.questionText) == ["Kent u de boei?\(printed)", "Drijft zij?¹"])
    #expect(
      set.passages.map(\.footnotes) == [
        [Footnote(mark: mark, text: "Oeverbode.")], [Footnote(mark: "1", text: "Idem.")],
      ])
    #expect(set.warnings == [])
  }

  @Test("Notes of the answers that begin again stand at the end of the last page")
  func notesBeginAgain() throws {
    let set = try Docx(
      body: Docx.paragraphs(
        "Vragen van het lid Terpstra-Kok (Landelijke Lijst) aan de minister van Verkeer en Waterstaat over de pont. (Ingezonden 3 maart 1999)",
        "1", "Kent u het bericht?1", "2", "Hoe lang al?", "1 De Oeverkoerier, 1 maart 1999.",
        "Antwoord van minister Van Zanten (Verkeer en Waterstaat). (Ontvangen 12 april 1999)",
        "1", "Ja, volgens het rapport.1", "Tweede Kamer, vergaderjaar 1998–1999, Aanhangsel 2441",
        "2", "Een jaar.", "1 Rapport van de Rijksdienst, 1998.")
    ).set()
    #expect(
      set.passages == [
        Passage(
          questions: [1], questionText: "Kent u het bericht?¹",
          answerText: "Ja, volgens het rapport.¹",
          footnotes: [
            Footnote(mark: "1", text: "De Oeverkoerier, 1 maart 1999."),
            Footnote(mark: "1", text: "Rapport van de Rijksdienst, 1998."),
          ]), passage([2], "Hoe lang al?", "Een jaar."),
      ])
  }

  @Test("A note glued to the end of the note before it")
  func gluedNotes() throws {
    let set = try Docx(
      body: Docx.paragraphs(
        "AH 9105", "2024Z99107",
        "Antwoord van minister De Wael (Defensie) (ontvangen 3 december 2024)",
        "Vraag 1", "Kent u «Boei»? [1] [2]", "Antwoord op vraag 1", "Ja. [3]",
        "[1] Oeverbode.", "[2] Havenpost, 13 november 2024.[3] Kamerstuk 99 100, nr. 1.")
    ).set()
    #expect(
      set.passages[0].footnotes.map(\.text) == [
        "Oeverbode.", "Havenpost, 13 november 2024.", "Kamerstuk 99 100, nr. 1.",
      ])
    #expect(set.warnings == [])
  }

  /// A letter whose questions are bold and whose second answer has no heading.
  private func boldLetter(_ lost: String) -> Docx {
    func bold(_ texts: String...) -> String {
      texts.map { Docx.paragraph(Docx.run($0, "<w:b/>")) }.joined()
    }
    return Docx(
      body: Docx.paragraphs("Antwoord van minister De Wael (Defensie) (ontvangen 3 december 2024)")
        + bold("Vraag 1", "Kent u dit?")
        + Docx.paragraph("<w:r><w:br/></w:r>" + Docx.run("Antwoord op vraag 1", "<w:b/>"))
        + Docx.paragraphs("Ja.")
        + bold("Vraag 2", "Wat doet u?") + lost
        + bold("Vraag 3", "En verder?", "Antwoord op vraag 3") + Docx.paragraphs("Niets.")
        + bold("Vraag 4", "Tot slot?"))
  }

  @Test("An answer without a heading begins where the bold type ends")
  func lostAnswer() throws {
    let set = try boldLetter(Docx.paragraphs("Veel.", "En meer.")).set()
    #expect(
      set.passages.map(\.questionText) == ["Kent u dit?", "Wat doet u?", "En verder?", "Tot slot?"])
    #expect(set.passages.map(\.answerText) == ["Ja.", "Veel.\n\nEn meer.", "Niets.", nil])
    #expect(
      set.warnings == [
        "Vraag 4 heeft geen antwoord in de tekst.",
        "Boven het antwoord op vraag 2 staat geen kopje; het begint waar de vette letter ophoudt.",
      ])
  }

  @Test("A question without an answer gets none from its notes or from plain words inside it")
  func noLostAnswer() throws {
    let inner = Docx.paragraph(Docx.run("Deels ", "<w:b/>") + Docx.run("mager."))
    for body in [
      "", Docx.paragraphs("1) Oeverbode."), inner + Docx.paragraph(Docx.run("Vet.", "<w:b/>")),
    ] {
      #expect(try boldLetter(body).set().passages[1].answerText == nil)
    }
  }

  @Test("The number of the case is taken from the header where nothing else has it")
  func caseInHeader() throws {
    let body = Docx.paragraphs(
      "Antwoord van minister De Wael (Defensie) (ontvangen 3 december 2024)", "Vraag 1",
      "Kent u dit?",
      "Antwoord 1", "Ja.")
    let header = Docx.paragraphs("Uw kenmerk 2024Z99108")
    #expect(try Docx(body: body, header: header).set().caseNumber == "2024Z99108")
    let own = Docx.paragraphs("2024Z99109") + body
    #expect(try Docx(body: own, header: header).set().caseNumber == "2024Z99109")
  }

  @Test("A Word document about something else is refused")
  func others() {
    let list =
      Docx.item("Bent u tevreden?") + Docx.item("Komt u terug?") + Docx.item("Waarom niet?")
    let document = Docx(
      body: Docx.paragraphs("Enquête onder bezoekers") + list,
      numbering: Docx.list(0, [("decimal", "%1.")]) + Docx.use(1, of: 0))
    #expect(throws: ReadError.self) { try document.set() }
    #expect(throws: ReadError.empty) { try Docx(body: "<w:p/>").set() }
  }
}
