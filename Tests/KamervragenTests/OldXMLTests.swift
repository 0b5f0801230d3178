import Testing

@testable import Kamervragen

/// The XML of before about 2010: vraagdoc and kamerwrk.
@Suite("XML of before 2010") struct OldXMLTests {
  @Test("Questions with their explanation and a note that stands at the end")
  func questions() throws {
    let set = try read(
      """
      <?xml version="1.0" encoding="ISO-8859-1"?>
      <!DOCTYPE vraagdoc PUBLIC "-//SDU//DTD vraagdoc//NL" "vraagdoc.dtd">
      <vraagdoc><vragen><vraagnummer>2070899345</vraagnummer>
        <omschr>Vragen van het lid Verbeeten (Landelijke Lijst) aan de minister van Justitie over <ondw>de sluis</ondw>. (Ingezonden 3 maart 2008)</omschr>
        <vraag><nummer>1</nummer><al>Kent u het bericht?<nootref refid="n1"/></al></vraag>
        <vraag><nummer>2</nummer><al>Wat vindt u?<nootref refid="n2">2</nootref></al></vraag>
        <toelicht><al>Toelichting: Deze vragen dienen ter aanvulling.</al></toelicht>
        <noot id="n1"><al>Krant, 1 maart 2008.</al></noot>
        <noot id="n2"><nummer>2</nummer><al>Blad,</al><al>2 maart 2008.</al></noot></vragen></vraagdoc>
      """)
    #expect(set.kind == .questions)
    #expect(set.identifier == "kv-2070899345")
    #expect(set.caseNumber == "2070899345")
    #expect(set.session == "2007-2008")
    #expect(set.members == [Member(name: "Verbeeten", party: "Landelijke Lijst")])
    #expect(set.addressees == ["Minister van Justitie"])
    #expect(set.subject == "de sluis")
    #expect(set.submitted?.description == "2008-03-03")
    #expect(
      set.passages == [
        Passage(
          questions: [1], questionText: "Kent u het bericht?¹",
          footnotes: [Footnote(mark: "1", text: "Krant, 1 maart 2008.")]),
        Passage(
          questions: [2], questionText: "Wat vindt u?²",
          footnotes: [Footnote(mark: "2", text: "Blad, 2 maart 2008.")]),
      ])
    #expect(set.remarks == ["Toelichting: Deze vragen dienen ter aanvulling."])
    #expect(set.footnotes == [])
    #expect(set.warnings == [])
  }

  @Test("Answers, with both sentences in one paragraph")
  func answers() throws {
    let set = try read(
      """
      <kamerwrk><reactie><nummer>9135</nummer>
        <omschr>Vragen van de leden Verbeeten en Ruyter (beiden Landelijke Lijst) aan de minister van Justitie over <ondw>de sluis</ondw>. (Ingezonden 3 maart 2008) Antwoord van minister Abdulov (Justitie). (Ontvangen 4 april 2008)</omschr>
        <vraag><nummer>1</nummer><al>Een?</al></vraag><vraag><nummer>2</nummer><al>Twee?</al></vraag>
        <antwoord><nummer>1 en 2</nummer><al>Ja.</al></antwoord></reactie></kamerwrk>
      """)
    #expect(set.kind == .answered)
    #expect(set.number == "9135")
    #expect(set.identifier == "ah-tk-20072008-9135")
    #expect(set.members.map(\.name) == ["Verbeeten", "Ruyter"])
    #expect(
      set.respondents == [Respondent(role: "Minister", name: "Abdulov", portfolio: "Justitie")])
    #expect(set.submitted?.description == "2008-03-03")
    #expect(set.received?.description == "2008-04-04")
    #expect(
      set.passages == [
        Passage(questions: [1, 2], questionText: "Een?\n\nTwee?", answerText: "Ja.")
      ])
    #expect(set.warnings == [])
  }

  @Test("Marks that name no note mean the notes in their order; a note without a mark is named")
  func marksWithoutNames() throws {
    let set = try read(
      """
      <vraagdoc><vragen><omschr>Vragen van het lid Ruyter (LL) aan de minister van Justitie over de sluis. (Ingezonden 3 maart 2008)</omschr>
        <vraag><nummer>1</nummer><al>Een?<nootref/></al></vraag><vraag><nummer>2</nummer><al>Twee?<nootref/></al></vraag>
        <noot><al>Krant.</al></noot><noot><al>Blad.</al></noot><noot><al>Boek.</al></noot></vragen></vraagdoc>
      """)
    #expect(
      set.passages.map { $0.footnotes } == [
        [Footnote(mark: "1", text: "Krant.")], [Footnote(mark: "2", text: "Blad.")],
      ])
    #expect(set.footnotes == [Footnote(mark: "3", text: "Boek.")])
    #expect(set.warnings == ["Het teken van noot 3 is in de tekst niet gevonden."])
  }

  @Test("A mark without a note is named and stays")
  func markWithoutNote() throws {
    let set = try read(
      "<vraagdoc><vragen><omschr>Vragen van het lid Ruyter (LL) aan de minister van Justitie over de sluis. (Ingezonden 3 maart 2008)</omschr><vraag><nummer>1</nummer><al>Een?<nootref refid=\"n9\">9</nootref></al></vraag></vragen></vraagdoc>"
    )
    #expect(set.passages[0].questionText == "Een?⁹")
    #expect(set.warnings == ["Bij teken 9 staat geen noot in de tekst."])
  }

  @Test("A plain body is read by its headings")
  func plainBody() throws {
    let set = try read(
      "<vraagdoc><body><al>Vragen van het lid Ruyter (LL) aan de minister van Justitie over de sluis. (Ingezonden 3 maart 2008)</al><al>Vraag 1</al><al>Een?<noot><noot.nr>1</noot.nr><noot.al>Krant.</noot.al></noot></al><al>Vraag 2</al><al>Twee?</al></body></vraagdoc>"
    )
    #expect(set.form == .xml)
    #expect(set.passages.map(\.questions) == [[1], [2]])
    #expect(set.passages[0].questionText == "Een?¹")
    #expect(set.passages[0].footnotes == [Footnote(mark: "1", text: "Krant.")])
  }
}
