import Testing

@testable import Kamervragen

@Suite struct HeadingTests {
  @Test(
    "Every form of heading names its numbers",
    arguments: [
      ("Vraag 1", [1]), ("Vraag 2 en 3", [2, 3]), ("Vraag 2, 3 en 5", [2, 3, 5]),
      ("Vraag 4, 5, 7 en 8", [4, 5, 7, 8]),
      ("Vraag 2, 3, 4 5 en 6", [2, 3, 4, 5, 6]), ("Vraag 5 t/m 8", [5, 6, 7, 8]),
      ("Vraag 5 tot en met 7", [5, 6, 7]),
      ("Vragen 2 en 3", [2, 3]), ("Vraag 12:", [12]), ("Vraag 3a", [3]), ("VRAAG 4", [4]),
      ("Vraag 1 & 2", [1, 2]),
    ])
  func questions(line: String, numbers: [Int]) throws {
    let heading = try #require(Heading(line))
    #expect(heading.side == .question)
    #expect(heading.numbers == numbers)
    #expect(heading.rest == "")
  }

  @Test(
    "Every form of the heading of an answer names its numbers",
    arguments: [
      ("Antwoord 1", [1]), ("Antwoord 2 en 3", [2, 3]), ("Antwoorden 5 en 6", [5, 6]),
      ("Antwoord op vraag 2", [2]),
      ("Antwoord op vraag 3 en 8", [3, 8]), ("Antwoord op vragen 2 en 3", [2, 3]),
      ("Antwoord op de vragen 2 en 3", [2, 3]),
      ("Antwoorden op vraag 3, 4, 5, 9 en 10", [3, 4, 5, 9, 10]), ("Antwoord vraag 1:", [1]),
      ("Antwoord vraag 3-5:", [3, 4, 5]),
      ("Antwoord vragen 1,2,3,4 en 5", [1, 2, 3, 4, 5]),
      ("Antwoord op vragen 2, 3, en 4", [2, 3, 4]), ("Antwoord", []), ("Antwoord:", []),
      ("Antwoord 5:", [5]), ("Antwoord op vraag 2 t/m 5", [2, 3, 4, 5]),
    ])
  func answers(line: String, numbers: [Int]) throws {
    let heading = try #require(Heading(line))
    #expect(heading.side == .answer)
    #expect(heading.numbers == numbers)
    #expect(heading.rest == "")
  }

  @Test(
    "A sentence that begins like a heading is none",
    arguments: [
      "Antwoord op vraag 3 is dat dit niet kan.", "antwoord op vraag 3",
      "Vraag 2 en 4 gaan over hetzelfde.", "Vragen van het lid Jansen",
      "Antwoord van Minister Smit", "Vragen", "Vraagtekens 3", "Vraag 2024", "Antwoordapparaat",
      "Vragenuur 3",
    ])
  func sentences(line: String) {
    #expect(Heading(line) == nil)
  }

  @Test("Text may stand behind a heading if it begins like a sentence")
  func inlineText() throws {
    #expect(try #require(Heading("Vraag 1 Kent u de marine?")).rest == "Kent u de marine?")
    #expect(try #require(Heading("Antwoord 2: ja.")).rest == "ja.")
    #expect(try #require(Heading("Antwoord: Ja.")).rest == "Ja.")
  }

  @Test("A list of numbers that is broken over two lines is one heading")
  func brokenList() throws {
    let set = try read(
      answeredHeader + "Vraag 1, 2, 3\nKent u dit?\nAntwoord 1, 2\nen 3\nJa.\n")
    #expect(
      set.passages == [
        Passage(questions: [1, 2, 3], questionText: "Kent u dit?", answerText: "Ja.")
      ])
  }
}
