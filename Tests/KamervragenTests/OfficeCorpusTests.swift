import Testing

@testable import Kamervragen

/// The office documents of the corpus: what a clerk would note down from each.
@Suite struct OfficeCorpusTests {
  @Test("The letter of a ministry")
  func letter() throws {
    let set = try readCorpus("brief-2025Z99041.docx")
    #expect(set.form == .docx)
    #expect(set.kind == .answered)
    #expect(set.caseNumber == "2025Z99041")
    #expect(set.subject == "het zoutgehalte in de Oostvliet")
    #expect(
      set.members == [
        Member(name: "Hoogland", party: "Landelijke Lijst"),
        Member(name: "Dijkhof", party: "Partij voor de Waddeneilanden"),
      ])
    #expect(
      set.addressees == [
        "Minister van Infrastructuur en Waterstaat",
        "Staatssecretaris van Landbouw, Visserij, Voedselzekerheid en Natuur",
      ])
    #expect(
      set.respondents == [
        Respondent(
          role: "Minister", name: "J.K. Oosterling", portfolio: "Infrastructuur en Waterstaat")
      ])
    #expect(
      set.onBehalfOf == ["Staatssecretaris van Landbouw, Visserij, Voedselzekerheid en Natuur"])
    #expect(set.passages.map(\.questions) == [[1], [2, 3], [4]])
    #expect(
      set.passages.map { $0.footnotes.map(\.mark) } == [["1"], ["2", "2"], ["1"]])
    #expect(
      set.passages[2].answerText == """
        Het gaat om veertien telers.¹ Zij kunnen een beroep doen op:

        1. de regeling droogteschade;

        2. de verzekering voor oogstverlies,

        a) ook voor bollen;

        b) ook voor pootgoed.
        """)
    #expect(
      set.passages[1].answerText == """
        Het zoutgehalte is in tien jaar verdubbeld, zoals de tabel laat zien. De sluis is daarvan een oorzaak, de droogte een andere.²

        Jaar | Chloride in milligram per liter

        2015 | 310

        2024 | 640

        De beheerder spoelt de sluis sinds dit voorjaar na elke schutting.
        """)
    #expect(set.remarks.count == 1)
    #expect(set.remarks[0].contains("Datum | 18 maart 2025"))
    #expect(set.warnings == [])
  }

  @Test("The publication as ODT")
  func publication() throws {
    let set = try readCorpus("ah-tk-20242025-9041.odt")
    #expect(set.form == .odt)
    #expect(set.kind == .answered)
    #expect(set.identifier == "ah-tk-20242025-9041")
    #expect(set.number == "9041")
    #expect(set.session == "2024-2025")
    #expect(set.chamber == .tweedeKamer)
    #expect(set.subject == "de sluiting van de sterrenwacht in Noorderwold")
    #expect(
      set.members == [
        Member(name: "Sertkaya", party: "Landelijke Lijst"),
        Member(name: "Verbeeten", party: "Landelijke Lijst"),
      ])
    #expect(set.submitted?.description == "2025-01-13")
    #expect(set.received?.description == "2025-02-10")
    #expect(set.seeAlso == ["ah-tk-20242025-9002"])
    #expect(set.passages.map(\.questions) == [[1], [2, 3], [4]])
    #expect(set.passages.map { $0.footnotes.map(\.mark) } == [["1"], ["2"], []])
    #expect(
      set.passages[1].answerText == """
        Volgens de stichting² waren dat er in 2023 zesendertig. Binnen een uur zijn bereikbaar:

        1. het planetarium in Zuiderwold;

        2. de volkssterrenwacht De Poolster, en wel:

        a) op woensdagmiddag;

        b) op zaterdag.
        """)
    #expect(
      set.remarks == [
        "Toelichting: Deze vragen dienen ter aanvulling op eerdere vragen terzake van het lid Bakkenes (Landelijke Lijst), ingezonden 6 januari 2025 (vraagnummer 2025Z99042)."
      ])
    #expect(set.warnings == [])
  }
}
