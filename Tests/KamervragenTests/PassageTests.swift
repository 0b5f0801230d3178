import Testing

@testable import Kamervragen

@Suite struct PassageTests {
  private func groups(_ body: String) throws -> [String] {
    try read(answeredHeader + body).passages.map { passage in
      let numbers = passage.questions.map(String.init).joined(separator: "+")
      return "\(numbers): \(passage.questionText) > \(passage.answerText ?? "-")"
    }
  }

  @Test(
    "Questions asked apart and answered together are one passage, also where they are no neighbours"
  )
  func answeredTogether() throws {
    #expect(
      try groups(
        "Vraag 1\nEen?\nVraag 2\nTwee?\nAntwoord 2\nJa.\nVraag 3\nDrie?\nAntwoord op vraag 1 en 3\nNee.\n"
      ) == [
        "1+3: Een?\n\nDrie? > Nee.", "2: Twee? > Ja.",
      ])
  }

  @Test("All questions first and one answer are one passage")
  func oneAnswer() throws {
    #expect(
      try groups(
        "Vraag 1\nEen?\n\nVraag 2\nTwee?\n\nVraag 3\nDrie?\n\nAntwoord vragen 1,2 en 3\nJa.\n") == [
          "1+2+3: Een?\n\nTwee?\n\nDrie? > Ja."
        ])
  }

  @Test("An answer without a number belongs to the questions before it")
  func unnumberedAnswers() throws {
    #expect(
      try groups(
        "Vraag 1\nEen?\n\nAntwoord\nJa.\n\nVraag 2\nTwee?\n\nVraag 3\nDrie?\n\nAntwoord:\nNee.\n")
        == [
          "1: Een? > Ja.", "2+3: Twee?\n\nDrie? > Nee.",
        ])
  }

  @Test("Questions may be numbered without the word, alone on a line or before their text")
  func bareNumbers() throws {
    let expected = ["1: Een? > Ja.", "2: Twee? > Nee."]
    #expect(try groups("1\nEen?\n\nAntwoord\nJa.\n\n2\nTwee?\n\nAntwoord\nNee.\n") == expected)
    #expect(
      try groups("1.\n\nEen?\n\nAntwoord\nJa.\n\n2.\n\nTwee?\n\nAntwoord\nNee.\n") == expected)
    #expect(
      try groups("1. Een?\n\nAntwoord vraag 1:\nJa.\n\n2. Twee?\n\nAntwoord vraag 2:\nNee.\n")
        == expected)
  }

  @Test("A numbered list in an answer is no question")
  func listInAnswer() throws {
    #expect(
      try groups(
        "1. Een?\n\nAntwoord:\nTwee dingen:\n1. dit en\n2. dat.\n\n2. Twee?\n\nAntwoord:\nNee.\n")
        == [
          "1: Een? > Twee dingen:\n\n1. dit en\n\n2. dat.", "2: Twee? > Nee.",
        ])
  }

  @Test("A list of questions without numbers is numbered by paragraph, and the set says so")
  func wordList() throws {
    let set = try read(
      "2025Z99031\n\n(ingezonden 20 november 2025)\n\nVragen van het lid Jansen (SP) aan de minister van Defensie over de marine\n\n \n\nKent u de marine? 1)\n\nWat vindt u ervan? Zo ja, waarom?\n\n \n\n1) Krant, 1 mei 2025\n"
    )
    #expect(
      set.passages == [
        Passage(
          questions: [1], questionText: "Kent u de marine? 1)",
          footnotes: [Footnote(mark: "1", text: "Krant, 1 mei 2025")]),
        Passage(questions: [2], questionText: "Wat vindt u ervan? Zo ja, waarom?"),
      ])
    #expect(set.identifier == "kv-tk-2025Z99031")
    #expect(
      set.warnings == [
        "De vragen hebben in de tekst geen nummers; ze zijn in hun volgorde genummerd."
      ])
  }

  @Test("Questions without numbers between answers are taken by their question marks")
  func unnumberedBetweenAnswers() throws {
    #expect(
      try groups("Kent u dit?\n\nAntwoord\nJa, dit is bekend.\n\nEn dat?\n\nAntwoord\nOok.\n") == [
        "1: Kent u dit? > Ja, dit is bekend.", "2: En dat? > Ook.",
      ])
  }

  @Test("A number printed twice is the next one where its answer says so")
  func misprint() throws {
    let set = try read(
      answeredHeader + "Vraag 1\nEen?\nAntwoord 1\nJa.\nVraag 1\nTwee?\nAntwoord 2\nNee.\n")
    #expect(set.passages.map(\.questions) == [[1], [2]])
    #expect(
      set.warnings == ["Vraag 1 staat twee keer in de tekst; de tweede is als vraag 2 gelezen."])
  }

  @Test("An answer with the number of an answered question belongs to the question just before it")
  func misprintedAnswer() throws {
    let set = try read(
      answeredHeader + "Vraag 1\nEen?\nAntwoord 1\nJa.\nVraag 2\nTwee?\nAntwoord 1\nNee.\n")
    #expect(
      set.passages.map { "\($0.questions) \($0.answerText ?? "-")" } == ["[1] Ja.", "[2] Nee."])
    #expect(set.warnings == ["Boven het antwoord op vraag 2 staat het nummer 1."])
  }

  @Test("A question without an answer is named, and keeps its text")
  func unanswered() throws {
    let set = try read(answeredHeader + "Vraag 1\nEen?\nAntwoord 1\nJa.\nVraag 2\nTwee?\n")
    #expect(set.kind == .answered)
    #expect(set.passages[1] == Passage(questions: [2], questionText: "Twee?"))
    #expect(set.warnings == ["Vraag 2 heeft geen antwoord in de tekst."])
  }

  @Test("A question whose heading was lost at a page is found by its answer")
  func lostHeading() throws {
    let set = try read(
      answeredHeader + """
        Vraag 1
        Een?

        Antwoord 1
        Ja.

        -----

        van een verklaring algemeen bekend is?

        Antwoord 2
        Nee.
        """)
    #expect(
      set.passages == [
        Passage(questions: [1], questionText: "Een?", answerText: "Ja."),
        Passage(
          questions: [2], questionText: "van een verklaring algemeen bekend is?", answerText: "Nee."
        ),
      ])
    #expect(
      set.warnings == [
        "Het kopje van vraag 2 ontbreekt in de tekst; de vraag begint op een nieuwe bladzijde."
      ])
  }

  @Test("An answer whose question is missing keeps its number")
  func missingQuestion() throws {
    let set = try read(answeredHeader + "Vraag 1\nEen?\nAntwoord 1\nJa.\nAntwoord 2\nNee.\n")
    #expect(set.passages[1] == Passage(questions: [2], questionText: "", answerText: "Nee."))
    #expect(set.warnings == ["Vraag 2 staat niet in de tekst, het antwoord wel."])
  }

  @Test("The explanation at the end is a remark, in an answer it is text")
  func explanation() throws {
    let set = try read(
      answeredHeader
        + "Vraag 1\nEen?\nAntwoord 1\nJa.\n\nToelichting:\nZo zit het.\n\nVraag 2\nTwee?\nAntwoord 2\nNee.\n\nToelichting: Deze vragen dienen ter aanvulling.\n"
    )
    #expect(set.passages[0].answerText == "Ja.\n\nToelichting:\n\nZo zit het.")
    #expect(set.passages[1].answerText == "Nee.")
    #expect(set.remarks == ["Toelichting: Deze vragen dienen ter aanvulling."])
  }

  @Test("A notice that prints the questions has them as passages and the notice as a remark")
  func noticeWithQuestions() throws {
    let set = try read(
      header
        + "Mededeling van Minister De Wael (Defensie) (ontvangen 3 april 2025).\n\nVraag 1\nEen?\nVraag 2\nTwee?\nMededeling\nDe vragen van het lid Jansen (SP) over de marine (2025Z99032) kunnen niet binnen de termijn worden beantwoord.\n"
    )
    #expect(set.kind == .delay)
    #expect(
      set.passages == [
        Passage(questions: [1], questionText: "Een?"),
        Passage(questions: [2], questionText: "Twee?"),
      ])
    #expect(
      set.remarks == [
        "Mededeling: De vragen van het lid Jansen (SP) over de marine (2025Z99032) kunnen niet binnen de termijn worden beantwoord."
      ])
    #expect(set.caseNumber == "2025Z99032")
    #expect(set.warnings == [])
  }

  @Test("An announcement of oral questions is one passage without a number")
  func oral() throws {
    let sentence =
      "Mondelinge vragen van het lid Jansen (SP) aan de Minister van Defensie over de marine (ingezonden 3 maart 2025)"
    let set = try read("2025Z99033\n\(sentence)\n\nkv-tk-2025Z99033\n")
    #expect(set.kind == .other)
    #expect(set.passages == [Passage(questions: [], questionText: sentence)])
    #expect(set.identifier == "kv-tk-2025Z99033")
  }

  @Test("Text before the first question is kept and named")
  func preamble() throws {
    let set = try read(
      answeredHeader + "Een woord vooraf van de minister.\n\nVraag 1\nEen?\nAntwoord 1\nJa.\n")
    #expect(set.remarks == ["Een woord vooraf van de minister."])
    #expect(
      set.warnings == [
        "Tekst vóór de vragen is niet als kop begrepen: «Een woord vooraf van de minister.»."
      ])
  }

  @Test("The texts of data sets with Q1 and A1 are read")
  func letters() throws {
    let set = try read(
      "Q1      Een?\nA1      Ja.\n\nQ2      Twee, op\n        twee regels?\nA2      Nee.\n")
    #expect(
      set.passages == [
        Passage(questions: [1], questionText: "Een?", answerText: "Ja."),
        Passage(questions: [2], questionText: "Twee, op twee regels?", answerText: "Nee."),
      ])
  }
}
