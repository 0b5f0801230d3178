import Testing

@testable import Kamervragen

/// The notes of printed sheets, which stand under each half, and the numbers in them that are no
/// heading.
@Suite("Notes and numbers of printed sheets") struct SheetNoteTests {
  private func sheet(_ questions: String, _ answers: String) throws -> QuestionSet {
    try read(printedSheet(questions, answers))
  }

  private let krant = Footnote(mark: "1", text: "De Oeverkoerier, 1 maart 1999.")

  @Test(
    "Notes stand under each half, whether their numbers go on or begin again",
    arguments: [("3", "³"), ("1", "¹")])
  func halves(mark: String, raised: String) throws {
    let set = try sheet(
      """
      1
      Kent u het bericht? 1

      2
      Hoe lang al? 2

      1 De Oeverkoerier, 1 maart 1999.
      2 Kamerstuk 99 321, nr. 4.
      """,
      """
      1
      Ja.

      2
      Een jaar, volgens het rapport. \(mark)

      \(mark) Rapport van de Rijksdienst, 1998.

      ISSN 0921 - 7398
      Sdu Uitgevers
      ’s-Gravenhage 1999 Tweede Kamer, vergaderjaar 1998–1999, Aanhangsel 2442
      """)
    #expect(
      set.passages == [
        Passage(
          questions: [1], questionText: "Kent u het bericht?¹", answerText: "Ja.",
          footnotes: [krant]),
        Passage(
          questions: [2], questionText: "Hoe lang al?²",
          answerText: "Een jaar, volgens het rapport.\(raised)",
          footnotes: [
            Footnote(mark: "2", text: "Kamerstuk 99 321, nr. 4."),
            Footnote(mark: mark, text: "Rapport van de Rijksdienst, 1998."),
          ]),
      ])
    #expect(set.footnotes == [])
    #expect(set.warnings == [])
  }

  @Test(
    "A mark is glued to the end of the sentence, spaced, raised or in brackets",
    arguments: ["?1", "? 1", "?¹", "? 1)", "?[1]"])
  func marks(end: String) throws {
    let style = end.contains(")") ? "1) " : end.contains("[") ? "[1] " : "1 "
    let set = try sheet(
      "1\nKent u het bericht\(end)\n\n2\nHoe lang al?\n\n\(style)De Oeverkoerier, 1 maart 1999.",
      "1\nJa.\n\n2\nEen jaar.")
    #expect(set.passages.map(\.questions) == [[1], [2]])
    #expect(set.passages.map(\.answerText) == ["Ja.", "Een jaar."])
    #expect(set.passages[0].footnotes == [krant])
    #expect(set.warnings == [])
  }

  @Test("A mark may stand in the middle of a sentence")
  func middle() throws {
    let set = try sheet(
      "1\nKent u het bericht 1 waarin de schipper klaagt?\n\n2\nHoe lang al?\n\n1 De Oeverkoerier, 1 maart 1999.",
      "1\nJa.\n\n2\nEen jaar.")
    #expect(
      set.passages == [
        Passage(
          questions: [1], questionText: "Kent u het bericht¹ waarin de schipper klaagt?",
          answerText: "Ja.", footnotes: [krant]),
        Passage(questions: [2], questionText: "Hoe lang al?", answerText: "Een jaar."),
      ])
    #expect(set.warnings == [])
  }

  @Test("A mark alone on a line is no heading")
  func aloneMark() throws {
    let set = try sheet(
      """
      1
      Kent u het bericht?
      1

      2
      Hoe lang al?

      1 De Oeverkoerier, 1 maart 1999.
      """, "1\nJa.\n\n2\nEen jaar.")
    #expect(
      set.passages == [
        Passage(
          questions: [1], questionText: "Kent u het bericht?¹", answerText: "Ja.",
          footnotes: [krant]),
        Passage(questions: [2], questionText: "Hoe lang al?", answerText: "Een jaar."),
      ])
    #expect(set.warnings == [])
  }

  @Test("A number that is not due is no heading: a page, a house, a number of a list")
  func notDue() throws {
    let set = try sheet(
      """
      1
      Kent u het bericht?

      2441

      2
      Hoe lang al? Geldt dat ook voor

      7

      huizen aan de dijk?
      """, "1\nJa.\n\n2\nEen jaar. Het gaat om\n\n11\n\nhuizen.")
    #expect(set.passages.map(\.questions) == [[1], [2]])
    #expect(
      set.passages.map(\.questionText) == [
        "Kent u het bericht?\n\n2441",
        "Hoe lang al? Geldt dat ook voor\n\n7 huizen aan de dijk?",
      ])
    #expect(
      set.passages.map(\.answerText) == ["Ja.", "Een jaar. Het gaat om\n\n11 huizen."])
  }

  @Test("A note that begins with a number and a sentence is no question")
  func noteLikeQuestion() throws {
    let set = try sheet(
      """
      1
      Kent u het bericht? 1

      2
      Hoe lang al? 2

      1 Krant, 10 november 1998.
      2 Blad, 11 november 1998.
      """, "1\nJa.\n\n2\nEen jaar.")
    #expect(set.passages.map(\.questionText) == ["Kent u het bericht?¹", "Hoe lang al?²"])
    #expect(set.passages.map(\.answerText) == ["Ja.", "Een jaar."])
    #expect(
      set.passages.map(\.footnotes) == [
        [Footnote(mark: "1", text: "Krant, 10 november 1998.")],
        [Footnote(mark: "2", text: "Blad, 11 november 1998.")],
      ])
    #expect(set.warnings == [])
  }

  @Test("A list with numbers in an answer stays in it")
  func listInAnswer() throws {
    let set = try sheet(
      "1\nKent u het bericht?\n\n2\nHoe lang al?",
      """
      1
      Ja. Er zijn twee redenen:

      1. de pont is te klein;

      2. de pont is te oud.

      2
      Een jaar.
      """)
    #expect(set.passages.map(\.questions) == [[1], [2]])
    #expect(
      set.passages.map(\.answerText) == [
        "Ja. Er zijn twee redenen:\n\n1. de pont is te klein;\n\n2. de pont is te oud.",
        "Een jaar.",
      ])
    #expect(set.warnings == [])
  }

  @Test(
    "The foot of a page that a sentence quotes is no foot, on lines and on one line",
    arguments: [
      "(Tweede Kamer, vergaderjaar 1997–1998, Aanhangsel 1861) is niet veranderd.",
      "Zie Tweede Kamer, vergaderjaar 1997–1998, Aanhangsel 1861, en wat daar staat.",
      "Zie Tweede Kamer, vergaderjaar 1997–1998, Aanhangsel 2069-70 en verder.",
    ], [true, false])
  func quotedFoot(quote: String, isFlat: Bool) throws {
    let text = printedSheet(
      "1\nKent u dit?\n\n2\nHoe lang al?", "1\nJa.\n\n2\nMijn antwoord van toen \(quote)")
    let set = try read(
      isFlat
        ? text.split(separator: "\n", omittingEmptySubsequences: true).joined(separator: " ") : text
    )
    #expect(set.passages.map(\.answerText) == ["Ja.", "Mijn antwoord van toen \(quote)"])
    #expect(set.chamber == nil)
  }
}
