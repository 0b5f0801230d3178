import Testing

@testable import Kamervragen

/// What the letter of a ministry says before its answers.
@Suite struct CoveringLetterTests {
  private func letter(_ head: String, _ opening: String) -> String {
    """
    Aan de Voorzitter van de Tweede Kamer

    \(head)

    \(opening)

    De minister van Defensie,

    A.B. de Wael

    Vraag 1

    Kent u de boei?

    Antwoord 1

    Ja.
    """
  }

  private let opening =
    "In antwoord op uw brief van 5 maart 2024, nr. 2024Z99501, deel ik u mede dat de vragen van het lid Zandstra (LL) over de boeien worden beantwoord zoals aangegeven in de bijlage."

  @Test(
    "The day behind the word Datum is that of the letter, however it is set",
    arguments: [
      "Datum 24 maart 2024", "Datum: 24 maart 2024", "Datum | 24 maart 2024",
      "Datum\n\n24 maart 2024", "Datum | Ons kenmerk\n\n24 maart 2024 | 5401166",
      "Datum 24 maart 2024 Betreft Beantwoording van de vragen",
      "Ons kenmerk 12 april 2023\n\nDatum 24 maart 2024",
    ])
  func day(head: String) throws {
    let set = try read(letter(head, opening))
    #expect(set.received == CalendarDate(year: 2024, month: 3, day: 24))
    #expect(set.submitted == CalendarDate(year: 2024, month: 3, day: 5))
    #expect(set.session == "2023-2024")
    #expect(set.caseNumber == "2024Z99501")
  }

  @Test(
    "No day is guessed where the head prints none, several, or one that cannot be",
    arguments: [
      "Den Haag", "Datum ontvangst", "Datum 24 maart 2024\n\nDatum 25 maart 2024",
      "Datum 24 februari 2024", "Datum 24 maart 2044", "Datum 31 april 2024",
      "Uw kenmerk van 24 maart 2024",
    ])
  func noDay(head: String) throws {
    #expect(try read(letter(head, opening)).received == nil)
  }

  @Test(
    "The day of the questions is the one that they were submitted on",
    arguments: [
      (
        "In antwoord op uw brief van 5 maart 2024 zend ik u de antwoorden op de vragen van het lid Zandstra (LL) over de boeien (ingezonden 4 maart 2024).",
        CalendarDate(year: 2024, month: 3, day: 4)
      ),
      (
        "Hierbij stuur ik u de antwoorden op de vragen van het lid Zandstra (LL) over de boeien, ingezonden op 4 maart 2024 met kenmerk 2024Z99501.",
        CalendarDate(year: 2024, month: 3, day: 4)
      ),
      (
        "Hierbij bied ik u de antwoorden aan op de vragen gesteld door het lid Zandstra (LL) over de boeien.",
        nil
      ),
      // Then the letter of the Kamer came some days after the questions.
      (
        "In antwoord op uw brief van 5 maart 1999 deel ik u mede dat de vragen van het lid Zandstra (LL) over de boeien worden beantwoord als volgt.",
        nil
      ),
    ] as [(String, CalendarDate?)])
  func submitted(opening: String, day: CalendarDate?) throws {
    let set = try read(letter("Datum 24 maart 2024", opening))
    #expect(set.submitted == day)
    #expect(set.members == [Member(name: "Zandstra", party: "LL")])
    #expect(set.subject == "de boeien")
    #expect(set.warnings == [])
  }

  @Test("The line of the subject says whose questions they are where the letter does not")
  func subjectLine() throws {
    let set = try read(
      letter(
        "Datum 24 maart 2024\n\nOnderwerp: Antwoorden op de vragen van de leden Zandstra (LL) en Kade (PvW) over de boeien",
        "In antwoord op uw brief van 5 maart 2024, nr. 2024Z99501, zend ik u hierbij mijn antwoorden."
      ))
    #expect(set.members.map(\.name) == ["Zandstra", "Kade"])
    #expect(set.subject == "de boeien")
    #expect(set.submitted == CalendarDate(year: 2024, month: 3, day: 5))
  }

  @Test("The text comes before the heads of the pages, which keep the day of a draft")
  func heads() throws {
    func set(_ head: String) throws -> QuestionSet {
      try Docx(
        body: Docx.paragraphs(
          head, opening, "Vraag 1", "Kent u de boei?", "Antwoord 1", "Ja."),
        header: Docx.paragraphs("Datum", "21 maart 2024")
      ).set()
    }
    #expect(try set("Datum 24 maart 2024").received == CalendarDate(year: 2024, month: 3, day: 24))
    #expect(try set("Den Haag").received == CalendarDate(year: 2024, month: 3, day: 21))
  }

  @Test("What the heading of the answers says comes before the letter")
  func heading() throws {
    let set = try read(
      letter("Datum 24 maart 2024", opening).replacing(
        "Vraag 1\n",
        with:
          "Antwoord van minister De Wael (Defensie) (ontvangen 26 maart 2024)\n\nVraag 1\n"))
    #expect(set.received == CalendarDate(year: 2024, month: 3, day: 26))
  }
}
