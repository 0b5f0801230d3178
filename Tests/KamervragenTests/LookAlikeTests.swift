import Testing

@testable import Kamervragen

/// Numbers and sentences that look like the heading of an answer, the mark of a note, or a sentence
/// of the header, and are none.
@Suite("Look-alikes") struct LookAlikeTests {
  private func sheet(_ answers: String, questions: Int = 3) throws -> QuestionSet {
    let asked = (1...questions).map { "\($0)\nHoe diep is kolk \($0)?\n" }.joined(separator: "\n")
    return try SourceReader.read(
      Array(
        """
        914

        Vragen van het lid Verbeeten (LL) aan de minister van Defensie over de marinehaven. (Ingezonden 4 februari 2002)

        \(asked)
        Antwoord

        Antwoord van minister De Wael (Defensie). (Ontvangen 1 maart 2002)

        \(answers)
        """.utf8), name: "oud.txt")
  }

  private func answers(_ set: QuestionSet) -> [String] {
    set.passages.map { "\($0.questions): \($0.answerText ?? "–")" }
  }

  @Test("The first answers may come out of their order")
  func firstOutOfOrder() throws {
    let set = try sheet("2 en 3\nDat is niet bekend.\n\n1\nVijf meter.")
    #expect(answers(set) == ["[1]: Vijf meter.", "[2, 3]: Dat is niet bekend."])
    #expect(set.warnings == [])
  }

  @Test("Later answers may come out of their order")
  func laterOutOfOrder() throws {
    let set = try sheet("1\nVijf meter.\n\n3\nDrie meter.\n\n2\nDat is niet bekend.")
    #expect(answers(set) == ["[1]: Vijf meter.", "[2]: Dat is niet bekend.", "[3]: Drie meter."])
    #expect(set.warnings == [])
  }

  @Test("A number may be the whole answer")
  func numberAsAnswer() throws {
    let set = try sheet("1\nVijf meter.\n\n2\n3\n\n3\nDat is niet bekend.")
    #expect(answers(set) == ["[1]: Vijf meter.", "[2]: 3", "[3]: Dat is niet bekend."])
    #expect(set.warnings == [])
  }

  @Test("Answers are told apart without white between them as well")
  func withoutWhite() throws {
    let set = try sheet("1\nVijf meter.\n2\n3\n3\nDat is niet bekend.")
    #expect(answers(set) == ["[1]: Vijf meter.", "[2]: 3", "[3]: Dat is niet bekend."])
    let other = try sheet("1\nVijf meter.\n3\nDrie meter.\n2\nDat is niet bekend.")
    #expect(
      answers(other) == ["[1]: Vijf meter.", "[2]: Dat is niet bekend.", "[3]: Drie meter."])
    #expect(set.warnings == [] && other.warnings == [])
  }

  @Test("The exponent of a unit is no mark of a note")
  func exponent() throws {
    let set = try sheet(
      "1\nDe kolk is 12 m² groot.¹\n\n2 en 3\nOok dat is bekend.²\n\n¹ De Oeverkoerier, 1 mei 2001.\n² Vakblad Haven, 2001."
    )
    #expect(set.passages.map { $0.footnotes.map(\.mark) } == [["1"], ["2"]])
    #expect(set.passages.first?.answerText == "De kolk is 12 m² groot.¹")
  }

  @Test("The cells of a table, each in a paragraph, head no answers")
  func table() throws {
    let set = try sheet(
      "1\nDe diepte per kolk is als volgt.\n\nOost\n\n2\n\nWest\n\n3\n\nMeer is er niet.\n\n2\nNee.\n\n3\nJa."
    )
    #expect(
      answers(set) == [
        "[1]: De diepte per kolk is als volgt.\n\nOost\n\n2\n\nWest\n\n3\n\nMeer is er niet.",
        "[2]: Nee.", "[3]: Ja.",
      ])
    #expect(set.warnings == [])
  }

  @Test("'Vraag 2' before a capital is no heading where numbers stand alone")
  func questionInText() throws {
    let set = try sheet("1\nVijf meter.\n\nVraag 2 Oever betrof een andere kolk.\n\n2 en 3\nNee.")
    #expect(
      answers(set) == [
        "[1]: Vijf meter.\n\nVraag 2 Oever betrof een andere kolk.", "[2, 3]: Nee.",
      ])
    #expect(set.warnings == [])
  }

  @Test("An answer without words is named")
  func emptyAnswer() throws {
    let set = try sheet("1\nVijf meter.\n\n2\n\n3\nNee.")
    #expect(answers(set) == ["[1]: Vijf meter.", "[2]: ", "[3]: Nee."])
    #expect(set.warnings == ["Het antwoord op vraag 2 heeft in de tekst geen woorden."])
  }

  private func today(_ body: String) throws -> QuestionSet {
    try SourceReader.read(
      Array(
        """
        Vragen van het lid Verbeeten (LL) aan de Minister van Defensie over de marinehaven (ingezonden 4 februari 2022).
        Antwoord van Minister De Wael (Defensie) (ontvangen 1 maart 2022).

        \(body)
        """.utf8), name: "nu.txt")
  }

  @Test("The points of a list are no marks of notes")
  func list() throws {
    let set = try today(
      """
      Vraag 1
      Hoe diep is de haven, uitgesplitst naar
      1. de kolk;
      2. de kade?

      Antwoord 1
      Vijf meter.

      Vraag 2
      Kent u het bericht «Kade zakt weg»? 1

      Antwoord 2
      Ja.

      1 De Oeverkoerier, 1 februari 2022.
      """)
    #expect(
      set.passages.map(\.questionText) == [
        "Hoe diep is de haven, uitgesplitst naar\n\n1. de kolk;\n\n2. de kade?",
        "Kent u het bericht «Kade zakt weg»?¹",
      ])
    #expect(set.passages.map { $0.footnotes.map(\.mark) } == [[], ["1"]])
  }

  @Test("The cells of a table are no marks of notes")
  func cells() throws {
    let set = try today(
      """
      Vraag 1
      Hoe diep zijn de kolken?

      Antwoord 1
      De diepte is als volgt.
      Oost
      1
      West
      2

      Vraag 2
      Kent u het bericht «Kade zakt weg»?1

      Antwoord 2
      Ja.

      1De Oeverkoerier, 1 februari 2022.
      """)
    #expect(set.passages.map { $0.footnotes.map(\.mark) } == [[], ["1"]])
    #expect(set.passages[1].questionText == "Kent u het bericht «Kade zakt weg»?¹")
  }

  @Test("A note with a raised number ends where the next begins, with or without a full stop")
  func raisedNotes() throws {
    let set = try today(
      """
      Vraag 1
      Kent u de berichten?¹ ²

      Antwoord 1
      Ja.

      ¹ De Oeverkoerier, 1 februari 2022
      ² Vakblad Haven, 3 februari 2022
      """)
    #expect(
      set.passages.first?.footnotes == [
        Footnote(mark: "1", text: "De Oeverkoerier, 1 februari 2022"),
        Footnote(mark: "2", text: "Vakblad Haven, 3 februari 2022"),
      ])
  }

  @Test(
    "The title of the publication may be broken anywhere",
    arguments: [
      "Vragen gesteld door de leden der Kamer, met de daarop\ndoor de regering gegeven antwoorden",
      "Vragen gesteld door de leden der\nKamer, met de daarop door de\nregering gegeven ant-\nwoorden",
    ])
  func title(_ title: String) throws {
    let set = try SourceReader.read(
      Array(
        "\(title)\n\n914\n\nVragen van het lid Verbeeten (LL) aan de Minister van Defensie over de haven (ingezonden 4 februari 2022).\n\nVraag 1\nHoe diep?\n\nVraag 2\nHoe breed?"
          .utf8), name: "nu.txt")
    #expect(set.remarks == [])
    #expect(set.warnings == [])
  }

  @Test(
    "A hyphen at the end of a line goes where it only breaks a word",
    arguments: [
      (["De ex-", "port"], "De export"), (["De ex-", "minister"], "De ex-minister"),
      (["de gedifferenti-", "eerde"], "de gedifferentieerde"), (["een mili-", "eu"], "een milieu"),
      (["een taxi-", "eigenaar"], "een taxi-eigenaar"),
    ])
  func hyphens(_ lines: [String], _ joined: String) {
    #expect(ParagraphJoiner.single(lines) == joined)
  }

  @Test("An answer in the archive may quote the sentence of another answer")
  func quotedSentence() throws {
    var record = ArchiveFixture()
    record.answers =
      "<antwoord nummer=\"1\">Ik verwijs naar het volgende. Antwoord van minister Oosterling (Justitie). (Ontvangen 3 maart 1993) Daar staat het.</antwoord>"
    let set = try record.read()
    #expect(
      set.respondents == [
        Respondent(role: "Minister", name: "Van Zanten", portfolio: "Verkeer en Waterstaat")
      ])
    #expect(
      answers(set) == [
        "[1]: Ik verwijs naar het volgende. Antwoord van minister Oosterling (Justitie). (Ontvangen 3 maart 1993) Daar staat het."
      ])
    #expect(set.warnings == [])
  }
}
