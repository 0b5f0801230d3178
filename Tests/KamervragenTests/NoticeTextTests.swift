import Testing

@testable import Kamervragen

/// What a notice says: a delay, or where the answer is.
@Suite struct NoticeTextTests {
  @Test(
    "A text that says where the questions were answered is an answer",
    arguments: [
      "Deze vragen zijn beantwoord bij brief van 3 mei 2019 (Kamerstuk 35 001, nr. 7).",
      "De vragen van het lid Zandstra worden beantwoord in mijn brief van heden.",
      "Hierbij meld ik u dat ik de vragen in mijn brief van 3 mei jl. over de boeien heb beantwoord.",
      "Voor de antwoorden verwijs ik u naar de brief die u heden is toegegaan.",
      "Onder verwijzing naar uw brief meld ik u dat de vragen zijn beantwoord met de brief over de boeien.",
      "De antwoorden op de vragen treft u aan in de bijgevoegde brief.",
      "De beantwoording is u bij brief van 3 mei toegezonden.",
      "Voor het antwoord zij verwezen naar Kamerstuk 35 001, nr. 7.",
    ])
  func answers(text: String) {
    #expect(NoticeText.isAnswer(text))
  }

  @Test(
    "One that tells of a delay, of another minister or of what is to come is none",
    arguments: [
      "De vragen kunnen niet binnen de gebruikelijke termijn worden beantwoord.",
      "Met verwijzing naar de brief van de griffier deel ik u mee dat de vragen later worden beantwoord.",
      "De mij bij brief van 3 mei toegezonden vragen heb ik ter beantwoording doorgezonden.",
      "De vragen zullen worden beantwoord in de brief over de boeien.",
      "Vraag 1 is beantwoord bij brief van 3 mei; de andere antwoorden volgen zo spoedig mogelijk.",
      "De beantwoording van de mij bij brief toegezonden vragen is in behandeling.",
      "In antwoord op uw brief meld ik u dat de vragen door mijn ambtgenoot worden beantwoord.",
      "",
    ])
  func notices(text: String) {
    #expect(!NoticeText.isAnswer(text))
  }

  private let head = """
    AH 9403

    2024Z99403

    Mededeling van minister De Wael (Defensie) (ontvangen 20 november 2024)


    """

  @Test("A set with such a text is answered, and the text is the answer")
  func answeredSet() throws {
    let sentence = "Deze vragen zijn beantwoord in de brief van 18 november 2024 over de boeien."
    let set = try read(head + sentence + "\n")
    #expect(set.kind == .answered)
    #expect(set.passages == [Passage(questions: [], questionText: "", answerText: sentence)])
    let late = try read(head + "Deze vragen kunnen niet binnen de termijn worden beantwoord.\n")
    #expect(late.kind == .delay)
  }

  @Test("A notice below the questions is an answer or a delay by its text, too")
  func belowQuestions() throws {
    func set(_ notice: String) throws -> QuestionSet {
      try read(
        header + "Vraag 1\nKent u de boei?\n\nVraag 2\nDrijft zij?\n\nMededeling\n\n\(notice)\n")
    }
    #expect(try set("De vragen zijn beantwoord bij brief van 18 november 2024.").kind == .answered)
    #expect(try set("De vragen kunnen niet tijdig worden beantwoord.").kind == .delay)
  }
}
