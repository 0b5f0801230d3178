import Testing

@testable import Kamervragen

/// An attachment with questions of its own stays apart and whole.
@Suite("Attachments") struct AttachmentTests {
  private let attachment = """
    Bijlage: vragenlijst van de veerdienst

    1
    Hoe vaak neemt u de pont?

    2
    Wat vindt u van de prijs?
    """

  @Test("Behind the answers of a sheet it is a remark, with its numbers")
  func sheet() throws {
    let set = try read(
      """
      Vragen van het lid Terpstra-Kok (Landelijke Lijst) aan de minister van Verkeer en Waterstaat over de pont. (Ingezonden 3 maart 1999)

      1
      Kent u dit?

      2
      Hoe lang al?

      Antwoord

      Antwoord van minister Van Zanten (Verkeer en Waterstaat). (Ontvangen 12 april 1999)

      1
      Ja.

      2
      Een jaar.

      \(attachment)
      """)
    #expect(
      set.passages == [
        Passage(questions: [1], questionText: "Kent u dit?", answerText: "Ja."),
        Passage(questions: [2], questionText: "Hoe lang al?", answerText: "Een jaar."),
      ])
    #expect(set.remarks.count == 1)
    let remark = set.remarks.first ?? ""
    #expect(remark.hasPrefix("Bijlage: vragenlijst van de veerdienst\n\n1"))
    #expect(remark.hasSuffix("Wat vindt u van de prijs?"))
    #expect(set.warnings == [])
  }

  @Test("Behind answers with the headings of today, with headings of its own")
  func today() throws {
    let set = try read(
      answeredHeader
        + "Vraag 1\nKent u dit?\n\nAntwoord 1\nJa.\n\nBijlage\n\nVraag 1\nHoe vaak vaart u?\n\nVraag 2\nWaarheen?"
    )
    #expect(
      set.passages == [Passage(questions: [1], questionText: "Kent u dit?", answerText: "Ja.")])
    #expect(
      set.remarks == ["Bijlage\n\nVraag 1\n\nHoe vaak vaart u?\n\nVraag 2\n\nWaarheen?"])
    #expect(set.warnings == [])
  }

  @Test("A word «Bijlage» in an answer that others follow ends nothing")
  func inAnswer() throws {
    let set = try read(
      answeredHeader
        + "Vraag 1\nKent u dit?\n\nAntwoord 1\nJa, zie:\n\nBijlage 1 bij de wet.\n\nVraag 2\nEn dit?\n\nAntwoord 2\nOok."
    )
    #expect(set.passages.map(\.questions) == [[1], [2]])
    #expect(set.passages.map(\.answerText) == ["Ja, zie:\n\nBijlage 1 bij de wet.", "Ook."])
    #expect(set.remarks == [])
  }

  @Test("In XML its elements tell it, with questions and numbers in it")
  func xml() throws {
    let set = try read(
      """
      <kamervragen><kamervraagomschrijving>Vragen van het lid Jansen (SP) aan de Minister van Defensie over de marine (ingezonden 3 maart 2025).</kamervraagomschrijving>
      <vraag><nr>Vraag 1</nr><al>Kent u dit?</al></vraag>
      <kamervraagbijlage><kop><titel>Bijlage: lijst</titel></kop><vraag><nr>Vraag 1</nr><al>Hoe vaak vaart u?</al></vraag></kamervraagbijlage>
      </kamervragen>
      """, name: "a.xml")
    #expect(set.passages == [Passage(questions: [1], questionText: "Kent u dit?")])
    #expect(set.remarks.count == 1)
    #expect(set.remarks.first?.hasPrefix("Bijlage: lijst") == true)
    #expect(set.remarks.first?.hasSuffix("Hoe vaak vaart u?") == true)
  }
}
