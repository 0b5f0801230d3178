import Testing

@testable import Kamervragen

/// Sheets of 1995 to 2009 that an extraction put on one line.
@Suite("Sheets on one line") struct OneLineSheetTests {
  private let head =
    "Tweede Kamer der Staten-Generaal Vergaderjaar 1998–1999 2 Aanhangsel van de Handelingen Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden 1187 Vragen van het lid Terpstra-Kok (Landelijke Lijst) aan de minister van Verkeer en Waterstaat over de pont bij Oudewaal. (Ingezonden 3 maart 1999)"
  private let sentence =
    "Antwoord Antwoord van minister Van Zanten (Verkeer en Waterstaat). (Ontvangen 12 april 1999)"

  @Test("Every field is read, and two questions that one answer takes together are one passage")
  func whole() throws {
    let set = try read(
      "\(head) 1 Kent u het bericht over de pont? 2 Hoe vaak voer de pont niet? 3 Wie betaalt de omweg? \(sentence), zie ook Aanhangsel Handelingen nr. 811, vergaderjaar 1998–1999 1 Ja. 2 en 3 De pont voer op elf dagen niet. De omweg betaalt de reiziger."
    )
    #expect(set.kind == .answered)
    #expect(set.identifier == "ah-tk-19981999-1187")
    #expect(set.chamber == .tweedeKamer)
    #expect(set.members == [Member(name: "Terpstra-Kok", party: "Landelijke Lijst")])
    #expect(set.subject == "de pont bij Oudewaal")
    #expect(set.submitted?.description == "1999-03-03")
    #expect(set.received?.description == "1999-04-12")
    #expect(set.seeAlso == ["ah-tk-19981999-811"])
    #expect(
      set.respondents == [
        Respondent(role: "Minister", name: "Van Zanten", portfolio: "Verkeer en Waterstaat")
      ])
    #expect(set.passages == ferryPassages)
    #expect(set.remarks == [])
  }

  @Test("Numbers in the sentences are no headings")
  func numbers() throws {
    let set = try read(
      "\(head) 1 Voer de pont op 2 en 3 januari, zoals in artikel 2 staat? 2 Waarom kost een kaartje nu 3 gulden? 3 En waarom niet 2? \(sentence) 1 Nee. 2 Omdat de pont 3 man personeel heeft. 3 Zie het antwoord op vraag 2."
    )
    #expect(
      set.passages == [
        Passage(
          questions: [1],
          questionText: "Voer de pont op 2 en 3 januari, zoals in artikel 2 staat?",
          answerText: "Nee."),
        Passage(
          questions: [2], questionText: "Waarom kost een kaartje nu 3 gulden?",
          answerText: "Omdat de pont 3 man personeel heeft."),
        Passage(
          questions: [3], questionText: "En waarom niet 2?",
          answerText: "Zie het antwoord op vraag 2."),
      ])
  }

  @Test("An answer may end without a full stop")
  func noFullStop() throws {
    let set = try read(
      "\(head) 1 Kent u het bericht? 2 Hoe lang al? 3 En nu? \(sentence) 1 Ja 2 Een jaar 3 Nu niets."
    )
    #expect(set.passages.map(\.questions) == [[1], [2], [3]])
    #expect(set.passages.map(\.answerText) == ["Ja", "Een jaar", "Nu niets."])
  }

  @Test("Feet of pages in the middle are furniture")
  func furniture() throws {
    let set = try read(
      "\(head) 1 Kent u het bericht? 2 Hoe lang Tweede Kamer, vergaderjaar 1998–1999, Aanhangsel 2441 al? \(sentence) 1 Ja. 2 Een jaar. ISSN 0921 - 7398 Sdu Uitgevers ’s-Gravenhage 1999"
    )
    #expect(set.passages.map(\.questions) == [[1], [2]])
    #expect(set.passages.map(\.questionText) == ["Kent u het bericht?", "Hoe lang al?"])
    #expect(set.passages.map(\.answerText) == ["Ja.", "Een jaar."])
  }

  @Test("An explanation behind the last answer is a remark")
  func explanation() throws {
    let set = try read(
      "\(head) 1 Kent u het bericht? 2 Hoe lang al? \(sentence) 1 Ja. 2 Een jaar. Deze vragen dienen ter aanvulling op eerdere vragen van het lid Abspoel (Landelijke Lijst)."
    )
    #expect(set.passages.map(\.answerText) == ["Ja.", "Een jaar."])
    #expect(
      set.remarks == [
        "Toelichting: Deze vragen dienen ter aanvulling op eerdere vragen van het lid Abspoel (Landelijke Lijst)."
      ])
  }

  @Test("Questions alone have the ten digits of their case")
  func questionsAlone() throws {
    let set = try read(
      "Tweede Kamer der Staten-Generaal Vergaderjaar 2005–2006 2 Vragen gesteld door de leden der Kamer 2050699420 Vragen van het lid Abspoel (Landelijke Lijst) aan de staatssecretaris van Defensie over het schietterrein. (Ingezonden 9 februari 2006) 1 Wordt er nog geschoten? 2 Zo ja, waarom? 3 Hoe lang nog?"
    )
    #expect(set.kind == .questions)
    #expect(set.caseNumber == "2050699420")
    #expect(set.identifier == "kv-2050699420")
    #expect(
      set.passages == [
        Passage(questions: [1], questionText: "Wordt er nog geschoten?"),
        Passage(questions: [2], questionText: "Zo ja, waarom?"),
        Passage(questions: [3], questionText: "Hoe lang nog?"),
      ])
  }

  @Test("A mark and the number of the next question may stand behind each other")
  func marks() throws {
    let set = try read(
      "\(head) 1 Kent u het bericht? 1 2 Hoe lang al? 1 De Oeverkoerier, 1 maart 1999. \(sentence) 1 Ja. 2 Een jaar."
    )
    #expect(
      set.passages == [
        Passage(
          questions: [1], questionText: "Kent u het bericht?¹", answerText: "Ja.",
          footnotes: [Footnote(mark: "1", text: "De Oeverkoerier, 1 maart 1999.")]),
        passage([2], "Hoe lang al?", "Een jaar."),
      ])
  }

  @Test("A list of numbers without end costs no more than its length")
  func listWithoutEnd() throws {
    let list = (1...40_000).map { String($0 % 999 + 1) }.joined(separator: ", ")
    let set = try read(
      "\(head) 1 Kent u het bericht? 2 Hoe lang al? \(sentence) 1 Ja. \(list) 2 Een jaar.")
    #expect(set.passages.map(\.questions) == [[1], [2]])
    #expect(set.passages.map(\.answerText) == ["Ja. \(list)", "Een jaar."])
  }

  @Test("One long paragraph among others does not make a document one line")
  func longParagraph() throws {
    let long = Array(repeating: "De pont bleef die dag aan de wal.", count: 60)
      .joined(separator: " ")
    let days = Array(
      repeating: "Ook toen stond het water te hoog voor een veilige vaart van de pont.", count: 40)
    let questions = "1. Kent u het bericht?\n\n2. Hoe lang al?"
    let answers = ["1. Ja.", "De schipper schreef mij.", "2. \(long)"] + days
    let set = try read(printedSheet(questions, answers.joined(separator: "\n\n")))
    #expect(
      set.passages == [
        passage([1], "Kent u het bericht?", "Ja.\n\nDe schipper schreef mij."),
        passage([2], "Hoe lang al?", ([long] + days).joined(separator: "\n\n")),
      ])
  }
}
