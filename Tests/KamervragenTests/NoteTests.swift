import Testing

@testable import Kamervragen

@Suite struct NoteTests {
  @Test(
    "A note between two halves of a sentence goes to the passage with its mark, and the sentence is whole again"
  )
  func reunion() throws {
    let set = try read(
      answeredHeader + """
        Vraag 1

        Wat zijn de kosten?

        Antwoord 1

        De kosten zijn bekend.¹ Zij worden betaald uit de

        ¹ Begroting 2025, bladzijde 12.

        begroting van dit jaar.

        Vraag 2

        Is dat alles?

        Antwoord 2

        Ja.
        """)
    #expect(
      set.passages == [
        Passage(
          questions: [1], questionText: "Wat zijn de kosten?",
          answerText: "De kosten zijn bekend.¹ Zij worden betaald uit de begroting van dit jaar.",
          footnotes: [Footnote(mark: "1", text: "Begroting 2025, bladzijde 12.")]),
        Passage(questions: [2], questionText: "Is dat alles?", answerText: "Ja."),
      ])
    #expect(set.warnings == [])
  }

  @Test("A note that stands in another answer still goes to the question with its mark")
  func elsewhere() throws {
    let set = try read(
      answeredHeader
        + "Vraag 1\n\nKent u dit?¹\n\nAntwoord 1\n\nJa.\n\nVraag 2\n\nEn dit?\n\nAntwoord 2\n\nNee.\n\n¹ Krant, 1 mei 2025.\n"
    )
    #expect(set.passages[0].footnotes == [Footnote(mark: "1", text: "Krant, 1 mei 2025.")])
    #expect(set.passages[1].footnotes == [])
    #expect(set.passages[1].answerText == "Nee.")
  }

  @Test("A note without a mark stays with the set, and is named")
  func withoutMark() throws {
    let set = try read(
      answeredHeader + "Vraag 1\n\nKent u dit?\n\nAntwoord 1\n\nJa.\n\n¹ Krant, 1 mei 2025.\n")
    #expect(set.footnotes == [Footnote(mark: "1", text: "Krant, 1 mei 2025.")])
    #expect(set.warnings == ["Het teken van noot 1 is in de tekst niet gevonden."])
  }

  @Test("A mark without a note is named")
  func withoutNote() throws {
    let set = try read(answeredHeader + "Vraag 1\nKent u dit? 1)\n\nAntwoord 1\nJa.\n")
    #expect(set.passages[0].footnotes == [])
    #expect(set.warnings == ["Bij teken 1 staat geen noot in de tekst."])
  }

  @Test("A note of the heading stays with the set without a warning")
  func ofTheHeading() throws {
    let set = try read(
      "Vragen van het lid Jansen (SP) aan de Minister van Defensie over «Een titel»¹ (ingezonden 3 maart 2025).\n\nVraag 1\n\nKent u dit?\n\n¹ Krant, 1 mei 2025.\n"
    )
    #expect(set.footnotes == [Footnote(mark: "1", text: "Krant, 1 mei 2025.")])
    #expect(set.subject == "«Een titel»")
    #expect(set.warnings == [])
  }

  /// Two pages with one question and note each, as extractors set them.
  private func pages(mark: (Int) -> String, note: (Int, String) -> String) -> String {
    let foot = "Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel"
    return """
      \(header)Vraag 1
      Bent u bekend met het bericht dat de haven
      verzandt?\(mark(1))
      Antwoord 1
      Ja. De haven van deze plaats verzandt al jaren, zoals
      ook in 2022 is gebleken.
      \(note(1, "Krant, 1 mei 2025, «De haven verzandt», bladzijde 2"))
      ah-tk-20242025-9020
      ISSN 0921 - 7398
      ’s-Gravenhage 2025 \(foot) 1
      Vraag 2
      Wat gaat u doen aan het verzanden van deze haven en
      andere havens?\(mark(2))
      Antwoord 2
      De haven wordt gebaggerd.
      \(note(2, "Tweede Kamer, vergaderjaar 2023–2024, 31 066, nr. 1372"))
      \(foot) 2
      """
  }

  @Test(
    "Marks and notes are told from the text in every writing of the extractors",
    arguments: ["glued", "spaced", "alone", "ownLine", "bracket"])
  func writings(style: String) throws {
    let marks: [String: (Int) -> String] = [
      "glued": { "\($0)" }, "spaced": { "\($0)" }, "alone": { "\($0)" }, "ownLine": { "\n\($0)" },
      "bracket": { "[\($0) ]" },
    ]
    let notes: [String: (Int, String) -> String] = [
      "glued": { "\($0)\($1)" }, "spaced": { "\($0) \($1)" }, "alone": { "\($0)\n\n\($1)\n" },
      "ownLine": { "\($0)\($1)" },
      "bracket": { "\n\($0) \($1)\n" },
    ]
    let set = try read(pages(mark: try #require(marks[style]), note: try #require(notes[style])))
    #expect(set.passages.map(\.questions) == [[1], [2]])
    #expect(
      set.passages.map(\.footnotes) == [
        [Footnote(mark: "1", text: "Krant, 1 mei 2025, «De haven verzandt», bladzijde 2")],
        [Footnote(mark: "2", text: "Tweede Kamer, vergaderjaar 2023–2024, 31 066, nr. 1372")],
      ])
    let raised = style == "bracket" ? ["[1]", "[2]"] : ["¹", "²"]
    #expect(
      set.passages.map(\.questionText) == [
        "Bent u bekend met het bericht dat de haven verzandt?\(raised[0])",
        "Wat gaat u doen aan het verzanden van deze haven en andere havens?\(raised[1])",
      ])
    #expect(
      set.passages.map(\.answerText) == [
        "Ja. De haven van deze plaats verzandt al jaren, zoals ook in 2022 is gebleken.",
        "De haven wordt gebaggerd.",
      ])
    #expect(set.identifier == "ah-tk-20242025-9020")
    #expect(set.warnings == [])
  }

  @Test(
    "A line that begins with a number is the start of a note only where its text can be one",
    arguments: [
      ("1NOS, 29 oktober 2024", [1]), ("2https://voorbeeld.nl", [2]), ("22023 Annual report", [2]),
      ("32024Z15585/2024D37938", [3]),
      ("4 Kamerstuk 36 410", [4]), ("5) De Krant", [5]), ("[6 ] De Krant", [6]),
      ("⁷ De Krant", [7]), ("1de Limburger, 15 november", []),
      ("9aba86f3e38a", []), ("76 van de DSA", []), ("24 mei jl. is", []), ("10 miljoen euro", []),
      ("5G-netwerk", []), ("2e kamer", []),
      ("3D-printer", []), ("2024", []),
    ])
  func starts(line: String, numbers: [Int]) {
    #expect(NoteStart.all(in: line).map(\.number).filter { numbers.contains($0) } == numbers)
    if numbers.isEmpty, line != "1de Limburger, 15 november" {
      #expect(NoteStart.all(in: line) == [])
    }
  }

  @Test("Body lines that begin with a mark stay in the text")
  func marksAtLineStart() throws {
    let set = try read(
      header + """
        Vraag 1
        Kent u de regeling voor havens in de provincie Zeeland
        1 en de regeling voor havens elders in het land?
        1Staatscourant 2025, 12
        Tweede Kamer, vergaderjaar 2024–2025, Vragen 1
        """)
    #expect(
      set.passages == [
        Passage(
          questions: [1],
          questionText:
            "Kent u de regeling voor havens in de provincie Zeeland¹ en de regeling voor havens elders in het land?",
          footnotes: [Footnote(mark: "1", text: "Staatscourant 2025, 12")])
      ])
  }

  @Test("The lines of a note are joined, an address without a space")
  func longNote() throws {
    let set = try read(
      header + """
        Vraag 1
        Kent u dit bericht?1
        1Krant, 1 mei 2025, «Een lange titel van een bericht over de ha-
        ven» (https://voorbeeld.nl/
        nieuws/haven).
        Tweede Kamer, vergaderjaar 2024–2025, Vragen 1
        """)
    #expect(
      set.passages[0].footnotes == [
        Footnote(
          mark: "1",
          text:
            "Krant, 1 mei 2025, «Een lange titel van een bericht over de haven» (https://voorbeeld.nl/nieuws/haven)."
        )
      ])
  }
}
