import Testing

@testable import Kamervragen

/// Answered sets in the XML and HTML of 1995 to 2009: `vragen` with `reactie`, and `p.omschr`.
@Suite("XML and HTML of before 2010, with answers") struct OldPublicationTests {
  private func document(_ reaction: String, rest: String = "") throws -> QuestionSet {
    try read(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <vraagdoc><vragen><titel>Vragen gesteld door de leden der Kamer</titel><vraagnummer>2050699420</vraagnummer>
      <omschr>Vragen van de leden Abspoel (Landelijke Lijst) en Terpstra-Kok (Partij voor de Waddeneilanden) aan de staatssecretaris van Defensie over <ondw>het schietterrein</ondw>. (Ingezonden 9 februari 2006)</omschr>
      <vraag><nummer>1</nummer><al>Wordt er nog geschoten?<nootref refid="n1"/></al></vraag>
      <vraag><nummer>2</nummer><al>Zo ja, waarom?</al></vraag>
      <vraag><nummer>3</nummer><al>Hoe lang nog?</al></vraag>
      <noot id="n1"><al>De Oeverkoerier, 8 februari 2006.</al></noot>\(rest)</vragen>\(reaction)</vraagdoc>
      """)
  }

  private let first = Passage(
    questions: [1], questionText: "Wordt er nog geschoten?¹", answerText: "Ja.",
    footnotes: [Footnote(mark: "1", text: "De Oeverkoerier, 8 februari 2006.")])

  @Test("The sentence of the answer says who answers, on whose behalf, when, and what to see also")
  func reaction() throws {
    let set = try document(
      """
      <reactie><titel>Antwoord</titel><omschr>Antwoord van staatssecretaris Baars (Defensie), mede namens de minister van Volkshuisvesting, Ruimtelijke Ordening en Milieubeheer. (Ontvangen 6 maart 2006), zie ook Aanhangsel Handelingen nr. 811, vergaderjaar 2005–2006</omschr>
      <antwoord><nummer>1</nummer><al>Ja.</al></antwoord>
      <antwoord><nummer>2 en 3</nummer><al>Om te oefenen.<nootref refid="n2"/></al><al>Tot 2010.</al></antwoord>
      <noot id="n2"><al>Kamerstuk 99 321, nr. 4.</al></noot></reactie>
      """)
    #expect(set.form == .xml)
    #expect(set.kind == .answered)
    #expect(set.caseNumber == "2050699420")
    #expect(set.session == "2005-2006")
    #expect(set.chamber == .tweedeKamer)
    #expect(
      set.members == [
        Member(name: "Abspoel", party: "Landelijke Lijst"),
        Member(name: "Terpstra-Kok", party: "Partij voor de Waddeneilanden"),
      ])
    #expect(set.addressees == ["Staatssecretaris van Defensie"])
    #expect(
      set.respondents == [
        Respondent(role: "Staatssecretaris", name: "Baars", portfolio: "Defensie")
      ])
    #expect(
      set.onBehalfOf == ["Minister van Volkshuisvesting, Ruimtelijke Ordening en Milieubeheer"])
    #expect(set.submitted?.description == "2006-02-09")
    #expect(set.received?.description == "2006-03-06")
    #expect(set.seeAlso == ["ah-tk-20052006-811"])
    #expect(
      set.passages == [
        first,
        Passage(
          questions: [2, 3], questionText: "Zo ja, waarom?\n\nHoe lang nog?",
          answerText: "Om te oefenen.²\n\nTot 2010.",
          footnotes: [Footnote(mark: "2", text: "Kamerstuk 99 321, nr. 4.")]),
      ])
    #expect(set.remarks == [])
    #expect(set.footnotes == [])
    #expect(set.warnings == [])
  }

  @Test("One answer without a number belongs to all questions")
  func unnumbered() throws {
    let set = try document(
      "<reactie><titel>Antwoord</titel><omschr>Antwoord van staatssecretaris Baars (Defensie). (Ontvangen 6 maart 2006)</omschr><antwoord><al>Er wordt niet meer geschoten.</al></antwoord></reactie>"
    )
    #expect(set.passages.map(\.questions) == [[1, 2, 3]])
    #expect(set.passages[0].answerText == "Er wordt niet meer geschoten.")
  }

  @Test("An answer under no element of its own is kept as the answer")
  func loose() throws {
    let set = try document(
      "<reactie><titel>Antwoord</titel><omschr>Antwoord van staatssecretaris Baars (Defensie). (Ontvangen 6 maart 2006)</omschr><al>Er wordt niet meer geschoten.</al></reactie>"
    )
    #expect(set.kind == .answered)
    #expect(set.passages.map(\.questions) == [[1, 2, 3]])
    #expect(set.passages[0].answerText == "Er wordt niet meer geschoten.")
  }

  @Test("A notice says who tells it and when, and its text is a remark")
  func notice() throws {
    let set = try document(
      "<reactie><titel>Mededeling</titel><omschr>Mededeling van staatssecretaris Baars (Defensie). (Ontvangen 28 februari 2006)</omschr><al>De vragen kunnen niet binnen de gebruikelijke termijn worden beantwoord.</al></reactie>"
    )
    #expect(set.kind == .delay)
    #expect(set.respondents.map(\.name) == ["Baars"])
    #expect(set.received?.description == "2006-02-28")
    #expect(set.passages.map(\.questions) == [[1], [2], [3]])
    #expect(set.passages.allSatisfy { $0.answerText == nil })
    #expect(
      set.remarks == [
        "Mededeling: De vragen kunnen niet binnen de gebruikelijke termijn worden beantwoord."
      ])
    #expect(set.warnings == [])
  }

  @Test("An explanation of the questions is a remark")
  func explanation() throws {
    let set = try document(
      "<reactie><titel>Antwoord</titel><omschr>Antwoord van staatssecretaris Baars (Defensie). (Ontvangen 6 maart 2006)</omschr><antwoord><nummer>1</nummer><al>Ja.</al></antwoord><antwoord><nummer>2</nummer><al>Zo.</al></antwoord><antwoord><nummer>3</nummer><al>Nu.</al></antwoord></reactie>",
      rest:
        "<toelicht><al>Deze vragen dienen ter aanvulling op eerdere vragen van het lid Abspoel.</al></toelicht>"
    )
    #expect(set.passages.map(\.answerText) == ["Ja.", "Zo.", "Nu."])
    #expect(
      set.remarks == [
        "Toelichting: Deze vragen dienen ter aanvulling op eerdere vragen van het lid Abspoel."
      ])
    #expect(set.warnings == [])
  }

  @Test("Without a reaction the ten digits are the identifier")
  func questions() throws {
    let set = try document("")
    #expect(set.kind == .questions)
    #expect(set.identifier == "kv-2050699420")
    #expect(set.passages.map(\.questions) == [[1], [2], [3]])
    #expect(set.warnings == [])
  }

  @Test("A sentence that is none of an answer stays, and is named")
  func otherSentence() throws {
    let set = try document(
      "<reactie><titel>Antwoord</titel><omschr>Antwoord van staatssecretaris Baars (Defensie). (Ontvangen 6 maart 2006)</omschr><antwoord><nummer>1, 2 en 3</nummer><al>Ja.</al></antwoord><al>Een los woord.</al></reactie>"
    )
    #expect(set.passages.map(\.answerText) == ["Ja."])
    #expect(set.remarks == ["Een los woord."])
    #expect(
      set.warnings == [
        "Tekst buiten de vragen en antwoorden staat bij de opmerkingen: «Een los woord.»."
      ])
  }

  @Test("A page has a paragraph of class omschr for each sentence")
  func page() throws {
    let set = try read(
      """
      <!DOCTYPE html><html><head><title>x</title></head><body><div class="stuk">
      <p class="titel">Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden</p>
      <p class="vraagnummer">2050699420</p>
      <p class="omschr">Vragen van het lid Abspoel (Landelijke Lijst) aan de staatssecretaris van Defensie over het schietterrein. (Ingezonden 9 februari 2006)</p>
      <div class="vraag"><p class="nummer">1</p><p>Wordt er nog geschoten?</p></div>
      <div class="vraag"><p class="nummer">2</p><p>Zo ja, waarom?</p></div>
      <p class="titel">Antwoord</p>
      <p class="omschr">Antwoord van staatssecretaris Baars (Defensie). (Ontvangen 6 maart 2006)</p>
      <div class="antwoord"><p class="nummer">1 en 2</p><p>Ja, om te oefenen.</p></div>
      </div></body></html>
      """, name: "a.html")
    #expect(set.form == .html)
    #expect(set.kind == .answered)
    #expect(set.members == [Member(name: "Abspoel", party: "Landelijke Lijst")])
    #expect(set.subject == "het schietterrein")
    #expect(
      set.respondents == [
        Respondent(role: "Staatssecretaris", name: "Baars", portfolio: "Defensie")
      ])
    #expect(set.submitted?.description == "2006-02-09")
    #expect(set.received?.description == "2006-03-06")
    #expect(
      set.passages == [
        Passage(
          questions: [1, 2], questionText: "Wordt er nog geschoten?\n\nZo ja, waarom?",
          answerText: "Ja, om te oefenen.")
      ])
    #expect(set.remarks == [])
    #expect(set.warnings == [])
  }
}
