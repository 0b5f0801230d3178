import Testing

@testable import Kamervragen

/// Sheets as they were printed from 1995 to 2009: all questions, then the sentence of the answer,
/// then all answers, with a number alone on a line above each.
@Suite("Printed sheets") struct PrintedSheetTests {
  /// A sheet of the Tweede Kamer with some questions, and what stands behind them.
  private func sheet(_ questions: String, _ answers: String? = nil) throws -> QuestionSet {
    try read(
      """
      Tweede Kamer der Staten-Generaal
      Vergaderjaar 1998–1999
      2
      Aanhangsel van de Handelingen

      Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden

      1187

      Vragen van het lid Terpstra-Kok (Landelijke Lijst) aan de minister van Verkeer en Waterstaat over de pont bij Oudewaal. (Ingezonden 3 maart 1999)

      \(questions)

      \(answers ?? "")
      """)
  }

  private let sentence =
    "Antwoord van minister Van Zanten (Verkeer en Waterstaat). (Ontvangen 12 april 1999)"

  @Test(
    "Every field of a sheet is read, and two questions that one answer takes together are one passage"
  )
  func whole() throws {
    let set = try sheet(
      """
      1
      Kent u het bericht over de pont?

      2
      Hoe vaak voer de pont niet?

      3
      Wie betaalt de omweg?
      """,
      """
      Antwoord

      \(sentence), zie ook Aanhangsel Handelingen nr. 811, vergaderjaar 1998–1999

      1
      Ja.

      2 en 3
      De pont voer op elf dagen niet. De omweg betaalt de reiziger.
      """)
    #expect(set.kind == .answered)
    #expect(set.form == .text)
    #expect(set.identifier == "ah-tk-19981999-1187")
    #expect(set.chamber == .tweedeKamer)
    #expect(set.session == "1998-1999")
    #expect(set.number == "1187")
    #expect(set.caseNumber == nil)
    #expect(set.members == [Member(name: "Terpstra-Kok", party: "Landelijke Lijst")])
    #expect(set.addressees == ["Minister van Verkeer en Waterstaat"])
    #expect(
      set.respondents == [
        Respondent(role: "Minister", name: "Van Zanten", portfolio: "Verkeer en Waterstaat")
      ])
    #expect(set.subject == "de pont bij Oudewaal")
    #expect(set.submitted?.description == "1999-03-03")
    #expect(set.received?.description == "1999-04-12")
    #expect(set.seeAlso == ["ah-tk-19981999-811"])
    #expect(set.passages == ferryPassages)
    #expect(set.footnotes == [])
    #expect(set.remarks == [])
    #expect(set.warnings == [])
  }

  @Test(
    "The numbers of an answer are written in many ways",
    arguments: [
      "1, 2 en 3", "1 t/m 3", "1–3", "1, 2, 3.", "1 tot en met 3", "1 en 2 en 3", "1 t/m 3:",
    ])
  func lists(numbers: String) throws {
    let set = try sheet(
      "1\nKent u dit?\n\n2\nHoe lang al?\n\n3\nEn nu?",
      "Antwoord\n\n\(sentence)\n\n\(numbers)\nDat zal blijken.")
    #expect(
      set.passages == [
        passage([1, 2, 3], "Kent u dit?\n\nHoe lang al?\n\nEn nu?", "Dat zal blijken.")
      ])
    #expect(set.warnings == [])
  }

  @Test("A number may have a full stop or a bracket", arguments: ["", ".", ")", ":"])
  func signs(sign: String) throws {
    let set = try sheet(
      "1\(sign)\nKent u dit?\n\n2\(sign)\nHoe lang al?",
      "Antwoord\n\n\(sentence)\n\n1\(sign)\nJa.\n\n2\(sign)\nEen jaar.")
    #expect(
      set.passages == [
        passage([1], "Kent u dit?", "Ja."), passage([2], "Hoe lang al?", "Een jaar."),
      ])
    #expect(set.warnings == [])
  }

  @Test(
    "The title above the sentence of the answer may be there or not",
    arguments: ["Antwoord\n\n", "Antwoorden\n\n", "ANTWOORD\n", "Antwoord.\n", ""])
  func titles(title: String) throws {
    let set = try sheet(
      "1\nKent u dit?\n\n2\nHoe lang al?", "\(title)\(sentence)\n\n1\nJa.\n\n2\nEen jaar.")
    #expect(
      set.passages == [
        passage([1], "Kent u dit?", "Ja."), passage([2], "Hoe lang al?", "Een jaar."),
      ])
    #expect(set.received?.description == "1999-04-12")
    #expect(set.remarks == [])
    #expect(set.warnings == [])
  }

  @Test("The sentence behind the questions is taken out of headings of today, too")
  func today() throws {
    let set = try sheet(
      "Vraag 1\nKent u dit?\n\nVraag 2\nHoe lang al?",
      "\(sentence)\n\nAntwoord 1\nJa.\n\nAntwoord 2\nEen jaar.")
    #expect(
      set.passages == [
        passage([1], "Kent u dit?", "Ja."), passage([2], "Hoe lang al?", "Een jaar."),
      ])
    #expect(set.respondents.map(\.name) == ["Van Zanten"])
    #expect(set.received?.description == "1999-04-12")
    #expect(set.warnings == [])
  }

  @Test("Answers that stand out of their order come to their own questions")
  func outOfOrder() throws {
    let set = try sheet(
      "1\nKent u dit?\n\n2\nHoe lang al?\n\n3\nEn nu?\n\n4\nEn dan?",
      "Antwoord\n\n\(sentence)\n\n1 en 3\nJa, en nu niets.\n\n2\nEen jaar.\n\n4\nDan ook niets.")
    #expect(
      set.passages == [
        passage([1, 3], "Kent u dit?\n\nEn nu?", "Ja, en nu niets."),
        passage([2], "Hoe lang al?", "Een jaar."), passage([4], "En dan?", "Dan ook niets."),
      ])
    #expect(set.warnings == [])
  }

  @Test("One question without a number is read, with its answer")
  func oneQuestion() throws {
    let set = try sheet(
      "Kunt u meedelen wanneer de pont weer vaart?",
      "Antwoord\n\n\(sentence)\n\nDe pont vaart vanaf 1 mei.")
    #expect(set.kind == .answered)
    #expect(
      set.passages == [
        passage([1], "Kunt u meedelen wanneer de pont weer vaart?", "De pont vaart vanaf 1 mei.")
      ])
    #expect(set.respondents.map(\.name) == ["Van Zanten"])
    #expect(set.warnings == [UnnumberedQuestions.warning])
  }

  @Test("The bracket behind the day of submission may be missing")
  func missingBracket() throws {
    let set = try read(
      printedSheet().replacing("(Ingezonden 3 maart 1999)", with: "(Ingezonden 3 maart 1999"))
    #expect(set.submitted?.description == "1999-03-03")
    #expect(set.subject == "de pont")
    #expect(
      set.passages == [
        passage([1], "Kent u dit?", "Ja."), passage([2], "Hoe lang al?", "Een jaar."),
      ])
    #expect(set.warnings == [])
  }

  @Test("The lines of a narrow column are joined, also at a hyphen and where a page ends")
  func wrapped() throws {
    let set = try sheet(
      """
      1
      Kent u het bericht over de veer-
      pont bij Oudewaal, die volgens de schip-
      per al jaren te klein is voor de tractoren
      Tweede Kamer, vergaderjaar 1998–1999, Aanhangsel 2441
      uit de polder?

      2
      Hoe lang al?
      """,
      """
      Antwoord

      Antwoord van minister Van Zanten (Verkeer
      en Waterstaat). (Ontvangen 12 april
      1999), zie ook Aanhangsel Handelingen nr. 811,
      vergaderjaar 1997–1998

      1
      Ja. De pont is gebouwd
      voor het verkeer van 1950.

      ISSN 0921 - 7398
      Sdu Uitgevers
      ’s-Gravenhage 1999 Tweede Kamer, vergaderjaar 1998–1999, Aanhangsel 2442
      2
      Tien jaar.
      """)
    #expect(
      set.passages.map(\.questionText) == [
        "Kent u het bericht over de veerpont bij Oudewaal, die volgens de schipper al jaren te klein is voor de tractoren uit de polder?",
        "Hoe lang al?",
      ])
    #expect(set.respondents.map(\.portfolio) == ["Verkeer en Waterstaat"])
    #expect(set.received?.description == "1999-04-12")
    #expect(set.seeAlso == ["ah-tk-19971998-811"])
    #expect(
      set.passages.map(\.answerText) == [
        "Ja. De pont is gebouwd voor het verkeer van 1950.", "Tien jaar.",
      ])
    #expect(set.warnings == [])
  }

  @Test("A notice behind the questions is the notice of a delay")
  func notice() throws {
    let set = try sheet(
      "1\nKent u dit?\n\n2\nHoe lang al?",
      """
      Mededeling

      Mededeling van minister Van Zanten (Verkeer en Waterstaat). (Ontvangen 30 maart 1999)

      De vragen kunnen niet binnen de gebruikelijke termijn worden beantwoord.
      """)
    #expect(set.kind == .delay)
    #expect(set.respondents.map(\.name) == ["Van Zanten"])
    #expect(set.received?.description == "1999-03-30")
    #expect(set.passages == [passage([1], "Kent u dit?"), passage([2], "Hoe lang al?")])
    #expect(
      set.remarks == [
        "Mededeling: De vragen kunnen niet binnen de gebruikelijke termijn worden beantwoord."
      ])
    #expect(set.warnings == [])
  }

  @Test(
    "An explanation ends the questions, with its title and without",
    arguments: ["Toelichting:\n", "Toelichting\n", "Toelichting: ", ""])
  func explanation(title: String) throws {
    let set = try sheet(
      "1\nKent u dit?\n\n2\nHoe lang al?",
      """
      Antwoord

      \(sentence)

      1
      Ja.

      2
      Een jaar.

      \(title)Deze vragen dienen ter aanvulling op eerdere vragen van het lid Abspoel (Landelijke Lijst).
      """)
    #expect(
      set.passages == [
        passage([1], "Kent u dit?", "Ja."), passage([2], "Hoe lang al?", "Een jaar."),
      ])
    #expect(
      set.remarks == [
        "Toelichting: Deze vragen dienen ter aanvulling op eerdere vragen van het lid Abspoel (Landelijke Lijst)."
      ])
    #expect(set.warnings == [])
  }

  @Test("An explanation behind the questions stands before the answers")
  func explanationOfQuestions() throws {
    let set = try sheet(
      "1\nKent u dit?\n\n2\nHoe lang al?\n\nToelichting:\nDeze vragen dienen ter vervanging van die van 1 maart.",
      "Antwoord\n\n\(sentence)\n\n1\nJa.\n\n2\nEen jaar.")
    #expect(
      set.passages == [
        passage([1], "Kent u dit?", "Ja."), passage([2], "Hoe lang al?", "Een jaar."),
      ])
    #expect(
      set.remarks == ["Toelichting: Deze vragen dienen ter vervanging van die van 1 maart."])
    #expect(set.warnings == [])
  }
}
