import Testing

@testable import Kamervragen

/// Records of the archive: the texts and notes, as a machine took them from the page.
@Suite("Texts of the archive") struct ArchiveTextTests {
  private func texts(_ set: QuestionSet) -> [[String?]] {
    set.passages.map { [$0.questionText, $0.answerText] }
  }

  @Test("A last line that stands in an attribute of the root goes on where the text ends")
  func lastLine() throws {
    var record = ArchiveFixture()
    record.type = "kleine ponten vaart."
    record.answers = "<antwoord nummer=\"1\">Ja, omdat de dienst met </antwoord>"
    let set = try record.read()
    #expect(texts(set) == [["Kent u dit?", "Ja, omdat de dienst met kleine ponten vaart."]])
    #expect(set.warnings == [])
  }

  @Test("A last line behind a sentence that has ended is put there and named")
  func looseLine() throws {
    var record = ArchiveFixture()
    record.type = "Zie ook vraag 2."
    let set = try record.read()
    #expect(texts(set) == [["Kent u dit?", "Ja. Zie ook vraag 2."]])
    #expect(
      set.warnings == [
        "De regel «Zie ook vraag 2.» staat los van de tekst; hij is achter de laatste alinea gezet."
      ])
  }

  @Test(
    "Words that say what kind of document it is are no line",
    arguments: ["Antwoord", "Nader antwoord", "Aanvullend antwoord", ""])
  func kinds(type: String) throws {
    var record = ArchiveFixture()
    record.type = type
    let set = try record.read()
    #expect(texts(set) == [["Kent u dit?", "Ja."]])
    #expect(set.warnings == [])
  }

  @Test("A year that was taken for the number of a question goes back into its sentence")
  func year() throws {
    var record = ArchiveFixture()
    record.questions =
      "<vraag nummer=\"1\">Klopt het dat de pont sinds mei </vraag><vraag nummer=\"1993\">niet vaart?</vraag><vraag nummer=\"2\">Waarom?</vraag>"
    record.answers =
      "<antwoord nummer=\"1\">Ja.</antwoord><antwoord nummer=\"2\">Om het lage water.</antwoord>"
    let set = try record.read()
    #expect(
      texts(set) == [
        ["Klopt het dat de pont sinds mei 1993 niet vaart?", "Ja."],
        ["Waarom?", "Om het lage water."],
      ])
    #expect(
      set.warnings == [
        "Het getal 1993 staat in het bestand als nummer, maar hoort bij de tekst ervoor."
      ])
  }

  @Test("A number of the text that is small is told by the one that comes after it")
  func smallNumber() throws {
    var record = ArchiveFixture()
    record.questions =
      "<vraag nummer=\"1\">Kost een kaartje meer dan </vraag><vraag nummer=\"7\">gulden?</vraag><vraag nummer=\"2\">Waarom?</vraag><vraag nummer=\"3\">Hoe lang al?</vraag>"
    record.answers = "<antwoord nummer=\"1, 2 en 3\">Nee.</antwoord>"
    let set = try record.read()
    #expect(set.passages.map(\.questions) == [[1, 2, 3]])
    #expect(
      texts(set) == [
        ["Kost een kaartje meer dan 7 gulden?\n\nWaarom?\n\nHoe lang al?", "Nee."]
      ])
    #expect(
      set.warnings == [
        "Het getal 7 staat in het bestand als nummer, maar hoort bij de tekst ervoor."
      ])
  }

  @Test("A number that is missing is not taken for one of the text")
  func missingNumber() throws {
    var record = ArchiveFixture()
    record.questions =
      "<vraag nummer=\"1\">Kent u dit?</vraag><vraag nummer=\"3\">Waarom?</vraag>"
    record.answers =
      "<antwoord nummer=\"1\">Ja.</antwoord><antwoord nummer=\"3\">Daarom.</antwoord>"
    let set = try record.read()
    #expect(set.passages.map(\.questions) == [[1], [3]])
    #expect(texts(set) == [["Kent u dit?", "Ja."], ["Waarom?", "Daarom."]])
  }

  @Test("The sentence of the answer, glued into the last question, goes to the header")
  func sentence() throws {
    var record = ArchiveFixture()
    record.leaveOutRespondent()
    record.questions =
      "<vraag nummer=\"1\">Kent u dit? Antwoord Antwoord van minister Van Zanten (Verkeer en Waterstaat), mede namens de minister van Financiën. (Ontvangen 14 april 1994)</vraag>"
    let set = try record.read()
    #expect(texts(set) == [["Kent u dit?", "Ja."]])
    #expect(
      set.respondents == [
        Respondent(role: "Minister", name: "Van Zanten", portfolio: "Verkeer en Waterstaat")
      ])
    #expect(set.onBehalfOf == ["Minister van Financiën"])
    #expect(set.received?.description == "1994-04-14")
    #expect(set.warnings == [])
  }

  @Test("A whole answer that is glued behind the question with its sentence is the answer")
  func gluedAnswer() throws {
    var record = ArchiveFixture()
    record.questions =
      "<vraag nummer=\"1\">Kent u dit? Antwoord van minister Van Zanten (Verkeer en Waterstaat). (Ontvangen 12 april 1994) Ja, dat ken ik.</vraag>"
    record.answers = ""
    let set = try record.read()
    #expect(set.kind == .answered)
    #expect(texts(set) == [["Kent u dit?", "Ja, dat ken ik."]])
  }

  @Test("Notes of either half keep to their half, also where the numbers begin again")
  func notes() throws {
    var record = ArchiveFixture()
    record.questions =
      "<vraag nummer=\"1\" voetnoot=\"1\">Kent u het bericht? <voetnoot nummer=\"1\"/></vraag><vraag nummer=\"2\">Is <voetnoot nummer=\"2\"/> dat zo?</vraag><noten afkomstig=\"vraag\"><noot nummer=\"1\" bron=\"Krant\">Krant, 1 maart 1994</noot><noot nummer=\"2\">Blad, 2 maart 1994</noot></noten>"
    record.answers =
      "<antwoord nummer=\"1\">Ja. <voetnoot nummer=\"1\"/></antwoord><antwoord nummer=\"2\">Nee.</antwoord><noten afkomstig=\"antwoord\"><noot nummer=\"1\">Rapport, 1993</noot></noten>"
    let set = try record.read()
    #expect(
      set.passages == [
        Passage(
          questions: [1], questionText: "Kent u het bericht?¹", answerText: "Ja.¹",
          footnotes: [
            Footnote(mark: "1", text: "Krant, 1 maart 1994"),
            Footnote(mark: "1", text: "Rapport, 1993"),
          ]),
        Passage(
          questions: [2], questionText: "Is² dat zo?", answerText: "Nee.",
          footnotes: [Footnote(mark: "2", text: "Blad, 2 maart 1994")]),
      ])
    #expect(set.footnotes == [])
    #expect(set.warnings == [])
  }

  @Test("Of two notes with one number each goes to the mark whose turn it is")
  func sameNumber() throws {
    var record = ArchiveFixture()
    record.questions =
      "<vraag nummer=\"1\">Kent u dit? <voetnoot nummer=\"1\"/></vraag><vraag nummer=\"2\">En dit? <voetnoot nummer=\"1\"/></vraag><noten><noot nummer=\"1\">Krant</noot><noot nummer=\"1\">Blad</noot></noten>"
    record.answers = "<antwoord nummer=\"1\">Ja.</antwoord><antwoord nummer=\"2\">Nee.</antwoord>"
    let set = try record.read()
    #expect(
      set.passages.map(\.footnotes) == [
        [Footnote(mark: "1", text: "Krant")], [Footnote(mark: "1", text: "Blad")],
      ])
    #expect(set.warnings == [])
  }

  @Test("A mark without a note, and a note that is empty, are named; a note without a mark too")
  func withoutNote() throws {
    var record = ArchiveFixture()
    record.questions =
      "<vraag nummer=\"1\">Kent u dit? <voetnoot nummer=\"1\"/></vraag><noten><noot nummer=\"1\"/></noten>"
    let marks = try record.read()
    #expect(texts(marks) == [["Kent u dit?¹", "Ja."]])
    #expect(marks.warnings == ["Bij teken 1 staat geen noot in de tekst."])
    record.questions =
      "<vraag nummer=\"1\">Kent u dit?</vraag><noten><noot nummer=\"1\">Krant</noot></noten>"
    let notes = try record.read()
    #expect(notes.footnotes == [Footnote(mark: "1", text: "Krant")])
    #expect(notes.warnings == ["Het teken van noot 1 is in de tekst niet gevonden."])
  }

  @Test("An explanation is a remark")
  func explanation() throws {
    var record = ArchiveFixture()
    record.rest = "<toelichting>Deze vragen dienen ter aanvulling op eerdere vragen.</toelichting>"
    let set = try record.read()
    #expect(texts(set) == [["Kent u dit?", "Ja."]])
    #expect(
      set.remarks == ["Toelichting: Deze vragen dienen ter aanvulling op eerdere vragen."])
    #expect(set.warnings == [])
  }

  @Test("A second notice and a second half are read as the first ones are")
  func twice() throws {
    var record = ArchiveFixture()
    record.rest =
      "<antwoorden><antwoord nummer=\"2\">Nee.</antwoord></antwoorden><vragen><vraag nummer=\"2\">En dit?</vraag></vragen><toelichting>Een.</toelichting><toelichting>Twee.</toelichting>"
    let set = try record.read()
    #expect(texts(set) == [["Kent u dit?", "Ja."], ["En dit?", "Nee."]])
    #expect(set.remarks == ["Toelichting: Een.\n\nTwee."])
  }

  @Test("Text under an element that records do not have is kept and named")
  func otherElement() throws {
    var record = ArchiveFixture()
    record.questions += "los <bijlage>Een lijst.</bijlage>"
    record.rest = "<opmerking>Nog iets.</opmerking>"
    let set = try record.read()
    #expect(texts(set) == [["Kent u dit?", "Ja."]])
    #expect(set.remarks == ["los\n\nEen lijst.\n\nNog iets."])
    #expect(
      set.warnings == [
        "Tekst buiten de vragen en antwoorden staat bij de opmerkingen: «los»."
      ])
  }

  @Test("Numbers and notes without end cost no more than their number")
  func many() throws {
    var record = ArchiveFixture()
    record.questions =
      "<vraag nummer=\"1\">Kent u dit</vraag>"
      + String(repeating: "<vraag nummer=\"1993\">en dat</vraag>", count: 1_900)
    let set = try record.read()
    #expect(set.passages.count == 1)
    #expect(set.passages[0].questionText.hasSuffix("en dat 1993 en dat"))
    #expect(set.warnings.count == 1_900)
  }
}
