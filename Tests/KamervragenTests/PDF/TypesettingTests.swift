import Testing

@testable import Kamervragen

/// PDFs of other looks than the official one.
@Suite struct TypesettingTests {
  @Test("A letter of a ministry with its annex")
  func letter() throws {
    let set = try SourceReader.read(OtherTypesettings.letter.bytes, name: "brief.pdf")
    #expect(set.kind == .answered)
    #expect(set.caseNumber == "2024Z99034")
    #expect(set.members == [Member(name: "Verbeeten", party: "Landelijke Lijst")])
    #expect(set.subject == "de sluis van Rijnwaard")
    #expect(
      set.respondents == [
        Respondent(
          role: "Minister", name: "J. Oosterling", portfolio: "Infrastructuur en Waterstaat")
      ])
    #expect(
      set.passages == [
        Passage(
          questions: [1],
          questionText:
            "Kent u de berichten over de sluis van Rijnwaard, waar schippers volgens de Oeverkoerier uren moeten wachten?¹",
          answerText: "Ja.",
          footnotes: [
            Footnote(
              mark: "1", text: "De Oeverkoerier, 2 november 2024, «Uren wachten voor de sluis».")
          ]),
        Passage(
          questions: [2],
          questionText:
            "Hoeveel schepen hebben in 2023 langer dan een uur gewacht? Kunt u dat uitsplitsen naar beroeps- en pleziervaart?",
          answerText: """
            In 2023 hebben 412 schepen langer dan een uur gewacht.² De uitsplitsing is bij Rijkswaterstaat niet bekend. De sluismeester noteert alleen de lengte van het schip.

            Bij de sluis geldt een regeling voor spoedvervoer.
            """,
          footnotes: [
            Footnote(
              mark: "2",
              text:
                "Jaarverslag Rijkswaterstaat 2023, bladzijde 14; de cijfers over de sluis van Rijnwaard staan in de bijlage daarvan."
            )
          ]),
      ])
    #expect(
      set.remarks == [
        """
        Brief: Geachte voorzitter,

        In antwoord op uw brief van 5 november 2024, nr. 2024Z99034, deel ik u mede dat de vragen van het lid Verbeeten (Landelijke Lijst) over de sluis van Rijnwaard worden beantwoord zoals aangegeven in de bijlage van deze brief.

        De Minister van Infrastructuur en Waterstaat,

        J. Oosterling
        """
      ])
  }

  @Test("Two columns are read one after the other")
  func columns() throws {
    let set = try SourceReader.read(OtherTypesettings.columns.bytes, name: "oud.pdf")
    #expect(set.number == "9035")
    #expect(set.submitted?.description == "2004-11-05")
    #expect(
      set.passages.map(\.questionText) == [
        "Kent u de berichten over de marinehaven, waar de kade al jaren verzakt en schepen niet meer kunnen aanleggen?",
        "Hoeveel schepen moesten in de afgelopen drie jaar uitwijken naar een andere haven, en wat heeft dat de marine gekost? Kunt u dat per jaar aangeven?",
        "Bent u bereid de kade te herstellen voordat de winter begint en de stormen de schade groter maken?",
      ])
    #expect(set.passages.map(\.questions) == [[1], [2], [3]])
    #expect(set.passages[2].answerText == "Het herstel is in voorbereiding.")
  }
}
