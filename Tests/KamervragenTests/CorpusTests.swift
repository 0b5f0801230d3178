import Testing

@testable import Kamervragen

/// Whole documents: what a clerk would note down from each.
@Suite struct CorpusTests {
  @Test("The user's document is read in every field")
  func userDocument() throws {
    let set = try readCorpus("ah-tk-20242025-705.md")
    #expect(set.identifier == "ah-tk-20242025-705")
    #expect(set.kind == .answered)
    #expect(set.chamber == .tweedeKamer)
    #expect(set.session == "2024-2025")
    #expect(set.number == "705")
    #expect(set.caseNumber == nil)
    #expect(
      set.subject
        == "de aanpak van klanten die betaalde seks hebben met minderjarige slachtoffers van seksuele uitbuiting"
    )
    #expect(
      set.members == [
        Member(name: "Bikker", party: "ChristenUnie"), Member(name: "Krul", party: "CDA"),
        Member(name: "Boomsma", party: "Nieuw Sociaal Contract"),
        Member(name: "Tseggai", party: "Groenlinks-PvdA"),
        Member(name: "Diederik van Dijk", party: "SGP"),
      ])
    #expect(set.addressees == ["Minister van Justitie en Veiligheid"])
    #expect(
      set.respondents == [
        Respondent(role: "Minister", name: "Van Weel", portfolio: "Justitie en Veiligheid")
      ])
    #expect(set.submitted?.description == "2024-10-17")
    #expect(set.received?.description == "2024-12-03")
    #expect(set.seeAlso == ["ah-tk-20242025-496"])
    #expect(set.passages.map(\.questions) == [[1], [2], [3], [4], [5], [6], [7]])
    #expect(
      set.passages.map { $0.footnotes.map(\.mark) } == [["1"], [], [], ["2", "3"], ["4"], [], []])
    #expect(set.footnotes == [])
    #expect(set.remarks == [])
    #expect(set.warnings == [])
  }

  @Test("Its sentences that a page broke are whole")
  func reunitedSentences() throws {
    let set = try readCorpus("ah-tk-20242025-705.md")
    #expect(
      set.passages[3].answerText?.contains(
        "De wettelijke maximale straf voor verkrachting van kinderen beneden de 12 jaar is bijvoorbeeld verhoogd"
      ) == true)
    #expect(
      set.passages[6].answerText?.contains(
        "de betrokken partijen bij het Fieldlab Tulpafslag als de advertentieplatforms zelf")
        == true)
    #expect(set.passages[1].answerText?.split(separator: "\n\n").count == 2)
    #expect(
      set.passages[3].footnotes[1].text == "orientatiepunten-en-afspraken-lovs.pdf (rechtspraak.nl)"
    )
  }

  @Test("Typeset text with furniture, merged questions and notes")
  func typeset() throws {
    let set = try readCorpus("ah-tk-20242025-9001.txt")
    #expect(set.identifier == "ah-tk-20242025-9001")
    #expect(set.passages.map(\.questions) == [[1], [2, 3], [4, 5]])
    #expect(
      set.passages[1].questionText == """
        Hoe vaak is de dienst van de veerpont in de afgelopen drie winters uitgevallen, en wat waren daarvan de oorzaken?

        Deelt u de mening dat scholieren en forenzen op een vaste oeververbinding moeten kunnen rekenen?
        """)
    #expect(
      set.passages[1].answerText?.hasSuffix(
        "5 dagen door onderhoud aan de aanlegsteiger. Ik vind het met de leden van belang dat reizigers tijdig weten of de pont vaart. De gemeente meldt de uitval daarom sinds dit najaar ook in de reisplanners.² Daarmee is het ongemak niet weg, maar wel beter te voorzien."
      ) == true)
    #expect(
      set.passages.map { $0.footnotes.map(\.text) } == [
        ["De Oeverkoerier, 1 november 2024, «Veerpont over de Rijn ligt de halve winter stil»."],
        [
          "Gemeente Rijnwaard, «Voortaan is de pont ook in de reisplanner te vinden» (rijnwaard.example/pont)."
        ], [],
      ])
    #expect(set.warnings == [])
  }

  @Test("A delay notice without the questions is one passage, with its members and posts")
  func delay() throws {
    let set = try readCorpus("ah-tk-20242025-9002.txt")
    #expect(set.kind == .delay)
    #expect(set.identifier == "ah-tk-20242025-9002")
    #expect(set.caseNumber == "2024Z99002")
    #expect(
      set.members == [
        Member(name: "Dijkhof", party: "Partij voor de Waddeneilanden"),
        Member(name: "Sertkaya", party: "Landelijke Lijst"),
      ])
    #expect(set.addressees == ["Staatssecretaris van Volksgezondheid, Welzijn en Sport"])
    #expect(set.subject == "de wachttijden voor de huisarts op de eilanden")
    #expect(set.passages.count == 1)
    #expect(set.passages[0].questions == [])
    #expect(set.passages[0].answerText == nil)
    #expect(set.passages[0].questionText.hasPrefix("Op 7 november jl. hebben de leden"))
    #expect(set.warnings == [])
  }

  @Test("Questions without answer, from text with glued pieces")
  func questions() throws {
    let set = try readCorpus("kv-tk-2024Z99003.txt")
    #expect(set.kind == .questions)
    #expect(set.identifier == "kv-tk-2024Z99003")
    #expect(set.members.map(\.name) == ["Hoogland", "Bakkenes", "Inge van Zuylen"])
    #expect(
      set.members.map(\.party) == [
        "Landelijke Lijst", "Landelijke Lijst", "Partij voor de Waddeneilanden",
      ])
    #expect(
      set.addressees == [
        "Minister van Onderwijs, Cultuur en Wetenschap",
        "Minister van Binnenlandse Zaken en Koninkrijksrelaties",
      ])
    #expect(set.passages.map(\.questions) == [[1], [2], [3], [4]])
    #expect(set.passages[0].questionText == "Kent u het onderzoek «Een dorp zonder boeken»?¹")
    #expect(
      set.passages[2].questionText.hasSuffix(
        "de digitale hulp die in de bibliotheek wordt gegeven?"))
    #expect(set.passages.allSatisfy { $0.answerText == nil })
    #expect(set.warnings == [])
  }

  @Test("Answers from a word processor, two questions answered together")
  func wordProcessor() throws {
    let set = try readCorpus("ah-9004.txt")
    #expect(set.identifier == "ah-tk-20242025-9004")
    #expect(set.seeAlso == ["ah-tk-20242025-9002"])
    #expect(set.passages.map(\.questions) == [[1], [2, 3], [4]])
    #expect(set.passages[0].footnotes.map(\.mark) == ["1"])
    #expect(
      set.passages[2]
        == Passage(
          questions: [4],
          questionText: "Bent u bereid het kentekenregister voor fietsen opnieuw te bezien?",
          answerText: "Zie het antwoord op vraag 2. Een register vind ik nu niet nodig."))
    #expect(set.members == [])
    #expect(set.warnings == [])
  }

  @Test("A list that lost its numbers")
  func list() throws {
    let set = try readCorpus("vragen-2024Z99005.txt")
    #expect(set.identifier == "kv-tk-2024Z99005")
    #expect(set.submitted?.description == "2024-11-20")
    #expect(set.passages.map(\.questions) == [[1], [2], [3], [4]])
    #expect(set.passages.map { $0.footnotes.map(\.mark) } == [["1"], [], ["2"], []])
  }

  @Test("Two who answer, one on whose behalf, and an explanation")
  func twoRespondents() throws {
    let set = try readCorpus("ah-tk-20242025-9006.md")
    #expect(
      set.respondents == [
        Respondent(role: "Minister", name: "Ruyter", portfolio: "Economische Zaken"),
        Respondent(
          role: "Minister", name: "Abdulov", portfolio: "Buitenlandse Handel en Ontwikkelingshulp"),
      ])
    #expect(set.onBehalfOf == ["Staatssecretaris van Financiën"])
    #expect(
      set.addressees == [
        "Minister van Economische Zaken", "Minister voor Buitenlandse Handel en Ontwikkelingshulp",
      ])
    #expect(
      set.passages[0].answerText?.hasSuffix(
        "zal ze betrekken bij zijn controles van het komende jaar.") == true)
    #expect(set.passages[1].answerText?.hasSuffix("die de zending kan laten vernietigen.") == true)
    #expect(
      set.remarks == [
        "Toelichting: Deze vragen dienen ter aanvulling op eerdere vragen terzake van het lid Verbeeten (Landelijke Lijst), ingezonden 14 oktober 2024 (vraagnummer 2024Z99001)."
      ])
  }

  @Test("Official XML with its metadata beside it")
  func officialXML() throws {
    let set = try readCorpus(
      "ah-tk-20242025-9007/ah-tk-20242025-9007.xml",
      metadata: "ah-tk-20242025-9007/metadata.xml")
    #expect(set.form == .xml)
    #expect(set.kind == .answered)
    #expect(set.identifier == "ah-tk-20242025-9007")
    #expect(set.number == "9007")
    #expect(set.session == "2024-2025")
    #expect(set.chamber == .tweedeKamer)
    #expect(set.caseNumber == "2024Z99017")
    #expect(
      set.members == [
        Member(name: "Verbeeten", party: "Landelijke Lijst"),
        Member(name: "Van Zuylen", party: "Partij voor de Waddeneilanden"),
      ])
    #expect(set.addressees == ["Minister van Infrastructuur en Waterstaat"])
    #expect(
      set.respondents == [
        Respondent(
          role: "Minister", name: "Oosterling", portfolio: "Infrastructuur en Waterstaat")
      ])
    #expect(set.onBehalfOf == ["Staatssecretaris van Financiën"])
    #expect(set.subject == "het bericht «Vuurtoren brandt op een dieselaggregaat»")
    #expect(set.submitted?.description == "2024-11-11")
    #expect(set.received?.description == "2024-12-05")
    #expect(set.seeAlso == ["ah-tk-20242025-9002"])
    #expect(set.passages.map(\.questions) == [[1], [2, 3], [4]])
    #expect(set.passages.map { $0.footnotes.map(\.mark) } == [["1"], ["2"], []])
    #expect(
      set.passages[1].answerText == """
        De zeekabel is op 4 augustus beschadigd door een anker. Sindsdien draait een aggregaat van de netbeheerder.² Het verbruik was als volgt:

        Verbruik van het aggregaat

        Maand | Diesel (liter) | Kosten

        augustus | 1.120 | € 2.016

        september | 1.240 | € 2.232

        De kosten zijn voor de netbeheerder.
        """)
    #expect(set.topics == ["Verkeer | Water"])
    #expect(set.remarks.count == 1)
    #expect(set.footnotes == [])
    #expect(set.warnings == [])
  }

  @Test("Questions with their topics, and an answer that prints nothing of them but their case")
  func linked() throws {
    let questions = try readCorpus(
      "kv-tk-2024Z99061/kv-tk-2024Z99061.xml",
      metadata: "kv-tk-2024Z99061/metadata.xml")
    #expect(questions.kind == .questions)
    #expect(questions.identifier == "kv-tk-2024Z99061")
    #expect(questions.caseNumber == "2024Z99061")
    #expect(
      questions.members == [
        Member(name: "Bakkenes", party: "Landelijke Lijst"),
        Member(name: "Inge van Zuylen", party: "Partij voor de Waddeneilanden"),
      ])
    #expect(questions.addressees == ["Minister van Infrastructuur en Waterstaat"])
    #expect(questions.subject == "het bericht «Loods zonder vergunning op de zeedijk»")
    #expect(questions.submitted?.description == "2024-11-18")
    #expect(
      questions.topics == ["Ruimte en infrastructuur | Waterkeringen", "Economie | Ondernemen"])
    #expect(questions.passages.map(\.questions) == [[1], [2], [3]])
    #expect(questions.warnings == [])

    let answer = try readCorpus("ah-9061.txt")
    #expect(answer.kind == .answered)
    #expect(answer.identifier == "ah-tk-20242025-9061")
    #expect(answer.caseNumber == "2024Z99061")
    #expect(answer.members == [])
    #expect(answer.addressees == [])
    #expect(answer.subject == nil)
    #expect(answer.submitted == nil)
    #expect(answer.topics == [])
    #expect(answer.received?.description == "2024-12-09")
    #expect(answer.passages.map(\.questions) == [[1], [2, 3]])
    #expect(answer.warnings == [])
  }

  @Test("Questions in the XML of before 2010")
  func oldXML() throws {
    let set = try readCorpus("kv-2070899008.xml")
    #expect(set.form == .xml)
    #expect(set.kind == .questions)
    #expect(set.identifier == "kv-2070899008")
    #expect(set.caseNumber == "2070899008")
    #expect(set.session == "2007-2008")
    #expect(set.members == [Member(name: "Bakkenes", party: "Landelijke Lijst")])
    #expect(set.addressees == ["Minister van Justitie"])
    #expect(set.subject == "een verdwenen kerkklok")
    #expect(set.submitted?.description == "2008-03-03")
    #expect(set.passages.map(\.questions) == [[1], [2], [3]])
    #expect(
      set.passages[2]
        == Passage(
          questions: [3],
          questionText:
            "Is het waar dat het brons over de grens wordt omgesmolten?² Zo ja, wat doet u daartegen?",
          footnotes: [Footnote(mark: "2", text: "Vakblad Metaal, januari 2008.")]))
    #expect(
      set.remarks == [
        "Toelichting: Over de aangifte zijn eerder vragen gesteld aan het college van burgemeester en wethouders."
      ])
    #expect(set.warnings == [])
  }

  @Test("A page of officielebekendmakingen.nl")
  func page() throws {
    let set = try readCorpus("ah-tk-20152016-9009.html")
    #expect(set.form == .html)
    #expect(set.kind == .answered)
    #expect(set.identifier == "ah-tk-20152016-9009")
    #expect(set.number == "9009")
    #expect(set.caseNumber == "2016Z99009")
    #expect(set.members.map(\.name) == ["Hoogland", "Bakkenes"])
    #expect(set.onBehalfOf == ["Minister van Infrastructuur en Milieu"])
    #expect(set.received?.description == "2016-02-18")
    #expect(set.passages.map(\.questions) == [[1], [2, 3]])
    #expect(set.passages[0].questionText.hasSuffix("voor het water warm is»?¹ ²"))
    #expect(
      set.passages[0].footnotes == [
        Footnote(mark: "1", text: "http://oeverkoerier.example/natuurbad"),
        Footnote(mark: "2", text: "De Oeverkoerier, 16 januari 2016."),
      ])
    #expect(
      set.passages[1].answerText?.hasSuffix(
        "• vóór 1 december voor het volgende jaar;\n\n• met een plan voor het toezicht.") == true)
    #expect(
      set.remarks == [
        "Toelichting: Deze vragen dienen ter aanvulling op eerdere vragen van het lid Hoogland."
      ])
    #expect(set.warnings == [])
  }
}
