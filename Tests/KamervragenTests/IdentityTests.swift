import Testing

@testable import Kamervragen

@Suite struct IdentityTests {
  @Test(
    "The parliamentary year begins on the third Tuesday of September",
    arguments: [
      ("2024-09-16", "2023-2024"), ("2024-09-17", "2024-2025"), ("2023-09-18", "2022-2023"),
      ("2023-09-19", "2023-2024"),
      ("2025-09-16", "2025-2026"), ("2025-01-01", "2024-2025"), ("2024-12-31", "2024-2025"),
      ("1999-09-20", "1998-1999"),
      ("1999-09-21", "1999-2000"),
    ])
  func years(day: String, year: String) throws {
    #expect(ParliamentaryYear(of: try #require(CalendarDate(iso: day))).name == year)
  }

  private func answered(_ number: String, _ day: String) throws -> QuestionSet {
    try read(
      "AH \(number)\n2024Z99041\nAntwoord van minister De Wael (Defensie) (ontvangen \(day))\n\nVraag 1\nEen?\n\nAntwoord 1\nJa.\n"
    )
  }

  @Test("The identifier of an answer follows from its number and the day it was received")
  func derivedAnswer() throws {
    let set = try answered("9604", "20 november 2024")
    #expect(set.identifier == "ah-tk-20242025-9604")
    #expect(set.number == "9604")
    #expect(set.caseNumber == "2024Z99041")
    #expect(set.session == "2024-2025")
    #expect(set.chamber == .tweedeKamer)
    #expect(try answered("9604", "16 september 2024").identifier == "ah-tk-20232024-9604")
    #expect(try answered("6a", "20 november 2024").identifier == "ah-tk-20242025-6a")
  }

  @Test("Around the opening of the year nothing is derived that the number contradicts")
  func doubtful() throws {
    #expect(try answered("12", "16 september 2024").identifier == nil)
    #expect(try answered("2604", "17 september 2024").identifier == nil)
    #expect(try answered("12", "17 september 2024").identifier == "ah-tk-20242025-12")
  }

  @Test("The identifier of unanswered questions follows from their case")
  func derivedQuestions() throws {
    let set = try read("2024Z 99042\n\n" + header + "Vraag 1\nEen?\n")
    #expect(set.caseNumber == "2024Z99042")
    #expect(set.identifier == "kv-tk-2024Z99042")
    #expect(try read("2009Z99042\n\n" + header + "Vraag 1\nEen?\n").identifier == nil)
  }

  @Test("A printed identifier is kept, and gives chamber, year and case")
  func printed() throws {
    let senate = try read(
      header
        + "Vraag 1\nEen?\nAntwoord 1\nJa.\nah-ek-20182019-902\nEerste Kamer, vergaderjaar 2018–2019, Aanhangsel 1\n"
    )
    #expect(senate.identifier == "ah-ek-20182019-902")
    #expect(senate.chamber == .eersteKamer)
    #expect(senate.session == "2018-2019")
    #expect(senate.number == "902")
    let questions = try read(
      header
        + "Vraag 1\nEen?\nkv-tk-2024Z99043\n’s-Gravenhage 2024 Tweede Kamer, vergaderjaar 2024–2025, Vragen\n"
    )
    #expect(questions.identifier == "kv-tk-2024Z99043")
    #expect(questions.caseNumber == "2024Z99043")
    #expect(questions.session == "2024-2025")
  }

  @Test(
    "The shapes of identifiers that exist are read and give themselves back",
    arguments: [
      "ah-tk-20242025-705", "ah-tk-20082009-3385-n1", "ah-tk-19941995-1021-h1",
      "ah-tk-20142015-AH2742", "ah-tk-20152016-6a", "ah-tk-20182019-36548", "ah-ek-20182019-2",
      "ah-ek-20182019-2-h1", "ah-ek-20182019-10a", "ah-1106586", "ah-12345", "kv-tk-2024Z18775",
      "kv-2009Z03159", "kv-2009z16839", "kv-tk-2010Z11045-n1", "kv-tk-2012Z001173",
      "kv-tk-20189Z06701", "kv-tk-2015Z15377a", "kv-tk-201707014", "kv-2000100010",
      "kv-2000100010-h1", "kv-tk-20062007-KVR27039", "kv-10016", "kv-1183865", "kv-ek-218190007",
      "kv-ek-232401",
    ])
  func shapes(text: String) throws {
    #expect(try #require(PublicationIdentifier(text)).text == text)
  }

  @Test(
    "Other shapes are no identifiers",
    arguments: [
      "ah-tk-20242024-705", "ah-tk-2024", "kv-tk", "ah-tk-20242025-705-x", "ah-ha", "ah-tk-",
      "ah-tk-20242025", "ah-tk-20242025-", "kv-tk-2024Z18775-n1-n2", "kv-20001000100",
      "kst-36410-8",
      "ah-", "", "ah-2024Z18775", "kv-tk-2024Zabcd",
    ])
  func otherShapes(text: String) {
    #expect(PublicationIdentifier(text) == nil)
  }

  @Test("Identifiers tell chamber, year, number and case")
  func parts() throws {
    let slip = try #require(PublicationIdentifier("AH-TK-20142015-AH2742"))
    #expect(slip.text == "ah-tk-20142015-AH2742")
    #expect(slip.number == "2742")
    #expect(slip.session?.name == "2014-2015")
    let old = try #require(PublicationIdentifier("kv-2009z16839"))
    #expect(old.caseNumber == "2009Z16839")
    #expect(old.chamber == nil)
    let questions = try #require(PublicationIdentifier("kv-tk-20062007-KVR27039"))
    #expect(questions.session?.name == "2006-2007")
    #expect(questions.number == nil)
    #expect(PublicationIdentifier("kv-tk-2024z18775")?.text == "kv-tk-2024Z18775")
    #expect(PublicationIdentifier("kv-ek-232401")?.chamber == .eersteKamer)
  }

  @Test("The name of a file counts where it has an identifier and the text does not contradict it")
  func fileNames() throws {
    let text = "95\n\n" + header + "Vraag 1\nEen?\n\nAntwoord 1\nJa.\n"
    #expect(try read(text, name: "map/ah-tk-20242025-95.md").identifier == "ah-tk-20242025-95")
    #expect(try read(text, name: "ah-tk-20242025-96.md").identifier == nil)
    let copy = try read(text, name: "kopie van ah-tk-20242025-95.md")
    #expect(copy.identifier == "ah-tk-20242025-95")
    #expect(copy.warnings.isEmpty)
    #expect(try read(text, name: "x.md").identifier == nil)
    #expect(try read(text, name: "bah-tk-20242025-95.md").identifier == nil)
    let bare = try read("Vraag 1\nEen?\n\nAntwoord 1\nJa.\n", name: "ws_ah-tk-20142015-245.txt")
    #expect(bare.identifier == "ah-tk-20142015-245")
    #expect(bare.session == "2014-2015")
    #expect(
      bare.warnings == [
        "Het kenmerk ah-tk-20142015-245 staat alleen in de naam van het bestand."
      ])
  }

  @Test("References are identifiers")
  func seeAlso() throws {
    let set = try read(
      header
        + "Antwoord van Minister De Wael (Defensie) (ontvangen 3 april 2025). Zie ook Aanhangsel Handelingen,\nvergaderjaar 2024–2025, nr. 9496.\n\nVraag 1\nEen?\nAntwoord 1\nJa.\n"
    )
    #expect(set.seeAlso == ["ah-tk-20242025-9496"])
  }
}
