import Testing

@testable import Kamervragen

/// The documents of the corpus in the forms of 1984 to 2009.
@Suite struct OldCorpusTests {
  @Test("A printed sheet of 1997 is read, with notes under each half")
  func sheet() throws {
    let set = try readCorpus("ah-tk-19961997-9101.txt")
    #expect(set.identifier == "ah-tk-19961997-9101")
    #expect(set.kind == .answered)
    #expect(set.chamber == .tweedeKamer)
    #expect(set.session == "1996-1997")
    #expect(set.members == [Member(name: "Hoekzema", party: "Partij voor de Waddeneilanden")])
    #expect(set.addressees == ["Minister van Landbouw, Natuurbeheer en Visserij"])
    #expect(
      set.respondents == [
        Respondent(
          role: "Minister", name: "Van der Kolk",
          portfolio: "Landbouw, Natuurbeheer en Visserij")
      ])
    #expect(set.onBehalfOf == ["Minister van Verkeer en Waterstaat"])
    #expect(set.subject == "de zeehondencrèche op Zuiderplaat")
    #expect(set.submitted?.description == "1997-02-14")
    #expect(set.received?.description == "1997-03-12")
    #expect(set.seeAlso == ["ah-tk-19961997-9088"])
    #expect(
      set.passages == [
        Passage(
          questions: [1],
          questionText:
            "Hebt u kennisgenomen van het bericht dat de zeehondencrèche op Zuiderplaat dit voorjaar haar deuren sluit?¹",
          answerText: "Ja.",
          footnotes: [Footnote(mark: "1", text: "De Oeverkoerier, 11 februari 1997.")]),
        Passage(
          questions: [2],
          questionText:
            "Is het waar dat de vergunning voor het innemen van zeewater niet is verlengd, hoewel de opvang daar al twintig jaar zonder klachten gebruik van maakt?²",
          answerText:
            "Nee. De vergunning is verlengd tot 1 oktober 1997. Aan de verlenging is de voorwaarde verbonden dat het water wordt gezuiverd voordat het in zee terugvloeit.¹",
          footnotes: [
            Footnote(mark: "2", text: "Besluit van 3 december 1996, nr. 96/412."),
            Footnote(mark: "1", text: "Lozingenbesluit zeewater, artikel 7."),
          ]),
        Passage(
          questions: [3, 4],
          questionText: """
            Waar kunnen zieke en gewonde zeehonden na 1 april terecht?

            Bent u bereid met de provincie te overleggen over een plaats waar de opvang kan worden voortgezet?
            """,
          answerText: """
            De opvang blijft tot 1 oktober open. In dat halfjaar zoekt de provincie met de beheerder naar een plaats binnen de dijk. Mijn ministerie neemt aan dat overleg deel.

            Een tweede opvang acht ik niet nodig: het aantal zieke dieren loopt terug.
            """),
      ])
    #expect(set.footnotes == [])
    #expect(set.remarks == [])
    #expect(set.warnings == [])
  }

  @Test("A sheet on one line is read")
  func line() throws {
    let set = try readCorpus("ah-tk-19992000-9105.txt")
    #expect(set.identifier == "ah-tk-19992000-9105")
    #expect(set.members == [Member(name: "Van Zuylen", party: "Partij voor de Waddeneilanden")])
    #expect(set.subject == "de gulden in de snoepautomaat")
    #expect(set.received?.description == "1999-12-02")
    #expect(
      set.passages == [
        Passage(
          questions: [1],
          questionText:
            "Weet u dat de meeste automaten op perrons alleen guldens van voor 1982 aannemen?",
          answerText: "Ja."),
        Passage(
          questions: [2, 3],
          questionText:
            "Hoeveel van die automaten zijn er nog?\n\nWie betaalt het vervangen ervan als over 2 jaar de euro komt?",
          answerText:
            "Volgens de eigenaren zijn het er ongeveer 900. Zij betalen het vervangen zelf."),
      ])
  }

  @Test("XML with answers is read, with its metadata beside it")
  func xml() throws {
    let set = try readCorpus(
      "ah-tk-20052006-9102/ah-tk-20052006-9102.xml",
      metadata: "ah-tk-20052006-9102/metadata.xml")
    #expect(set.form == .xml)
    #expect(set.kind == .answered)
    #expect(set.identifier == "ah-tk-20052006-9102")
    #expect(set.number == "9102")
    #expect(set.caseNumber == "2050699102")
    #expect(
      set.members == [
        Member(name: "Bakkenes", party: "Landelijke Lijst"),
        Member(name: "Hoekzema", party: "Partij voor de Waddeneilanden"),
      ])
    #expect(
      set.respondents == [
        Respondent(
          role: "Staatssecretaris", name: "Lindeboom",
          portfolio: "Volksgezondheid, Welzijn en Sport")
      ])
    #expect(set.subject == "het verdwijnen van de schooltandarts")
    #expect(set.submitted?.description == "2006-02-09")
    #expect(set.received?.description == "2006-03-06")
    #expect(set.seeAlso == ["ah-tk-20052006-9095"])
    #expect(set.topics == ["Zorg en gezondheid | Jeugdgezondheidszorg"])
    #expect(set.passages.map(\.questions) == [[1], [2, 3]])
    #expect(
      set.passages[1].answerText
        == "Van elke honderd kinderen gingen er elf niet naar de tandarts.² In gemeenten zonder praktijk waren dat er negentien.\n\nIk overleg met de beroepsgroep over een spreekuur op scholen."
    )
    #expect(
      set.passages.map(\.footnotes) == [
        [
          Footnote(
            mark: "1",
            text: "De Oeverkoerier, 4 februari 2006, «Bus van de tandarts rijdt niet meer»."
          )
        ], [Footnote(mark: "2", text: "Gebitten van de jeugd, peiling 2005, tabel 4.")],
      ])
    #expect(set.remarks == [])
    #expect(set.warnings == [])
  }

  @Test("A page is read whose sentences stand in paragraphs of their own")
  func page() throws {
    let set = try readCorpus("ah-tk-20032004-9103.html")
    #expect(set.form == .html)
    #expect(set.identifier == "ah-tk-20032004-9103")
    #expect(set.members == [Member(name: "Verbeeten", party: "Landelijke Lijst")])
    #expect(set.subject == "de onbewaakte spoorwegovergang in Oud-Rijnwaard")
    #expect(
      set.respondents == [Respondent(role: "Minister", name: "De Wael", portfolio: "Justitie")])
    #expect(set.onBehalfOf == ["Minister van Verkeer en Waterstaat"])
    #expect(set.submitted?.description == "2004-01-21")
    #expect(set.received?.description == "2004-03-01")
    #expect(
      set.passages == [
        Passage(
          questions: [1],
          questionText:
            "Hebt u gehoord van het ongeval met een tractor op de overgang aan de Molenweg?",
          answerText: "Ja."),
        Passage(
          questions: [2],
          questionText: "Wie is aansprakelijk wanneer de bel van een overgang al weken stuk is?",
          answerText:
            "De beheerder van het spoor, tenzij hij kan aantonen dat hij van het gebrek niet kon weten.\n\nDe bel is op 26 januari hersteld."
        ),
      ])
    #expect(set.warnings == [])
  }

  @Test("A record of the archive is read")
  func record() throws {
    let set = try readCorpus("KVR99104.xml")
    #expect(set.form == .kvr)
    #expect(set.identifier == "ah-tk-19851986-9104")
    #expect(
      set.members == [
        Member(name: "Ruyter", party: "Landelijke Lijst"),
        Member(name: "Dijkhof", party: "Partij voor de Waddeneilanden"),
      ])
    #expect(set.submitted?.description == "1986-05-06")
    #expect(set.received?.description == "1986-06-04")
    #expect(set.topics == ["Verkeer en waterstaat | Scheepvaart", "Arbeid | Werkgelegenheid"])
    #expect(set.keywords == "Automatisering Vuurtorens Zeescheepvaart")
    #expect(
      set.abstract
        == "Vragen over de automatisering van de vuurtoren, waarvan het licht in april drie nachten niet brandde."
    )
    #expect(set.passages.map(\.questions) == [[1], [2, 3]])
    #expect(
      set.passages[0].questionText
        == "Heeft u kennis genomen van het bericht dat de vuurtoren van Zuiderplaat in april drie nachten zonder licht is geweest?¹"
    )
    #expect(
      set.passages[1].answerText
        == "Ja. De toren wordt vanaf het vasteland bediend. Door zout in de kabel viel de verbinding weg. De kabel wordt nog voor de zomer hersteld."
    )
    #expect(
      set.passages[0].footnotes == [Footnote(mark: "1", text: "De Oeverkoerier, 30 april 1986")])
    #expect(set.warnings == [])
  }
}
