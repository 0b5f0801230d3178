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

  @Test("An attachment behind the answers of a sheet is a remark, with its numbers")
  func sheet() throws {
    let set = try read("\(printedSheet())\n\n\(attachment)")
    #expect(
      set.passages == [
        passage([1], "Kent u dit?", "Ja."), passage([2], "Hoe lang al?", "Een jaar."),
      ])
    #expect(
      set.remarks == [
        "Bijlage: vragenlijst van de veerdienst\n\n1\n\nHoe vaak neemt u de pont?\n\n2\n\nWat vindt u van de prijs?"
      ])
    #expect(set.warnings == [])
  }

  @Test("An attachment behind answers with the headings of today keeps its own headings")
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

  @Test("In XML an element tells the attachment, whatever questions stand in it")
  func xml() throws {
    let set = try read(
      """
      <kamervragen><kamervraagomschrijving>Vragen van het lid Jansen (SP) aan de Minister van Defensie over de marine (ingezonden 3 maart 2025).</kamervraagomschrijving>
      <vraag><nr>Vraag 1</nr><al>Kent u dit?</al></vraag>
      <kamervraagbijlage><kop><titel>Bijlage: lijst</titel></kop><vraag><nr>Vraag 1</nr><al>Hoe vaak vaart u?</al></vraag></kamervraagbijlage>
      </kamervragen>
      """, name: "a.xml")
    #expect(set.passages == [Passage(questions: [1], questionText: "Kent u dit?")])
    #expect(set.remarks == ["Bijlage: lijst\n\nVraag 1\n\nHoe vaak vaart u?"])
  }
}
