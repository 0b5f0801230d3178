import Testing

@testable import Kamervragen

/// The sentences above the questions, one variant at a time.
@Suite struct HeaderTests {
  private func members(_ clause: String) -> [String] {
    let sentence = QuestionSentence(
      "Vragen van \(clause) aan de Minister van Financiën over iets (ingezonden 3 maart 2025).")
    return (sentence?.members ?? []).map { "\($0.name)|\($0.party ?? "-")" }
  }

  @Test(
    "The party in brackets belongs to the names since the previous bracket",
    arguments: [
      ("het lid Jansen (SP)", ["Jansen|SP"]),
      ("de leden Jansen (SP) en De Vries (D66)", ["Jansen|SP", "De Vries|D66"]),
      (
        "de leden Jansen en De Vries (beiden GroenLinks-PvdA)",
        ["Jansen|GroenLinks-PvdA", "De Vries|GroenLinks-PvdA"]
      ),
      (
        "de leden Jansen , De Vries , Bakker (allen D66) en El Amrani (DENK)",
        ["Jansen|D66", "De Vries|D66", "Bakker|D66", "El Amrani|DENK"]
      ),
      (
        "de leden Van der Meer (Nieuw Sociaal Contract), Inge van Zuylen (CDA) en Smit (Groep Van Haga)",
        ["Van der Meer|Nieuw Sociaal Contract", "Inge van Zuylen|CDA", "Smit|Groep Van Haga"]
      ),
      ("het leden Jansen en Smit (beiden VVD)", ["Jansen|VVD", "Smit|VVD"]),
      ("de leden lid Inge van Zuylen (CDA)", ["Inge van Zuylen|CDA"]),
      ("het lid Inge vanZuylen (CDA)", ["Inge van Zuylen|CDA"]),
      ("het lid Faber – Van de Hoek (PVV)", ["Faber-Van de Hoek|PVV"]),
      ("het lid Van de Hoek(PVV)", ["Van de Hoek|PVV"]),
      ("de leden Jansen en Smit(beiden VVD)", ["Jansen|VVD", "Smit|VVD"]),
      ("het lid Jansen (50PLUS)", ["Jansen|50PLUS"]),
      ("het lid Jansen", ["Jansen|-"]),
    ])
  func membersWithParties(clause: String, expected: [String]) {
    #expect(members(clause) == expected)
  }

  @Test(
    "Posts are divided where a function or a preposition begins, not at commas",
    arguments: [
      (
        "de Minister van Onderwijs, Cultuur en Wetenschap",
        ["Minister van Onderwijs, Cultuur en Wetenschap"]
      ),
      (
        "de Ministers van Asiel en Migratie en van Volksgezondheid, Welzijn en Sport",
        ["Minister van Asiel en Migratie", "Minister van Volksgezondheid, Welzijn en Sport"]
      ),
      (
        "de Ministers van Justitie en Veiligheid, voor Primair en Voortgezet Onderwijs en van Onderwijs Cultuur en Wetenschap",
        [
          "Minister van Justitie en Veiligheid", "Minister voor Primair en Voortgezet Onderwijs",
          "Minister van Onderwijs, Cultuur en Wetenschap",
        ]
      ),
      (
        "de Minister en de Staatssecretaris van Financiën",
        ["Minister van Financiën", "Staatssecretaris van Financiën"]
      ),
      (
        "de Minister van Justitie en Veiligheid en de Minister en Staatssecretaris van Binnenlandse Zaken en Koninkrijksrelaties",
        [
          "Minister van Justitie en Veiligheid",
          "Minister van Binnenlandse Zaken en Koninkrijksrelaties",
          "Staatssecretaris van Binnenlandse Zaken en Koninkrijksrelaties",
        ]
      ),
      (
        "de Staatssecretarissen van Defensie en Financiën",
        ["Staatssecretaris van Defensie", "Staatssecretaris van Financiën"]
      ),
      (
        "de minister-president en de minister van Defensie",
        ["Minister-President", "Minister van Defensie"]
      ),
      ("de Minister Justitie en Veiligheid", ["Minister van Justitie en Veiligheid"]),
      ("de Staatsecretaris van Financiën", ["Staatssecretaris van Financiën"]),
      (
        "deMinister vanBinnenlandse Zaken enKoninkrijksrelaties",
        ["Minister van Binnenlandse Zaken en Koninkrijksrelaties"]
      ),
      (
        "de Minister van Ruimtevaart en Sterrenkunde en de Minister van Defensie",
        ["Minister van Ruimtevaart en Sterrenkunde", "Minister van Defensie"]
      ),
      (
        "de Staatssecretaris van Financiën, bij afwezigheid van de Minister,",
        ["Staatssecretaris van Financiën (bij afwezigheid van de Minister)"]
      ),
    ])
  func addressees(clause: String, expected: [String]) throws {
    let sentence = try #require(
      QuestionSentence(
        "Vragen van het lid Jansen (SP) aan \(clause) over de zee (ingezonden 3 maart 2025)."))
    #expect(sentence.addressees == expected)
    #expect(sentence.subject == "de zee")
    #expect(sentence.submitted == CalendarDate(year: 2025, month: 3, day: 3))
  }

  @Test("The subject begins behind \"over\" also where the space before it was lost")
  func gluedSubject() throws {
    let sentence = try #require(
      QuestionSentence(
        "Vragen van het lid Jansen (SP) aan de Minister van Volksgezondheid, Welzijn en Sportover zorg (ingezonden 3 maart2025)."
      ))
    #expect(sentence.addressees == ["Minister van Volksgezondheid, Welzijn en Sport"])
    #expect(sentence.subject == "zorg")
    #expect(sentence.submitted?.description == "2025-03-03")
  }

  @Test(
    "A subject keeps the word \"over\" and brackets, and loses the full stop and the mark of a note"
  )
  func subjectWithOver() throws {
    let sentence = try #require(
      QuestionSentence(
        "Vragen van het lid Jansen (SP) aan de Minister van Defensie over het bericht «Alles over zee» (Krant, 1 mei 2025)¹ (ingezonden 3 mei 2025)."
      ))
    #expect(sentence.subject == "het bericht «Alles over zee» (Krant, 1 mei 2025)")
  }

  @Test("The Eerste Kamer says on which day the questions were told")
  func senate() throws {
    let sentence = try #require(
      QuestionSentence(
        "Vragen van het lid Van Gelder (PVV) op 2 juli 2019 medegedeeld aan de Minister van Defensie inzake de marine."
      ))
    #expect(sentence.members == [Member(name: "Van Gelder", party: "PVV")])
    #expect(sentence.submitted?.description == "2019-07-02")
    #expect(sentence.subject == "de marine")
  }

  @Test(
    "The sentence of the answer names who answers and on whose behalf",
    arguments: [
      (
        "Antwoord van Minister De Wael (Justitie en Veiligheid) (ontvangen 3 april 2025).",
        ["Minister|De Wael|Justitie en Veiligheid"], []
      ),
      (
        "Antwoord van minister De Wael (Justitie en Veiligheid), mede namens de minister van Financiën (ontvangen 3 april 2025)",
        ["Minister|De Wael|Justitie en Veiligheid"], ["Minister van Financiën"]
      ),
      (
        "Antwoord van Minister Schippers (Defensie) en antwoord van Staatssecretaris Smit (Financiën) (ontvangen 3 april 2025)",
        ["Minister|Schippers|Defensie", "Staatssecretaris|Smit|Financiën"], []
      ),
      (
        "Antwoord van Minister Bruins (Defensie) van Minister Smit (Financiën) mede namens de Ministers van Asiel en Migratie en voor Rechtsbescherming (ontvangen 3 april 2025)",
        ["Minister|Bruins|Defensie", "Minister|Smit|Financiën"],
        ["Minister van Asiel en Migratie", "Minister voor Rechtsbescherming"]
      ),
      (
        "Antwoord van Staatssecretaris Smit (Volksgezondheid, Welzijn en Sport (ontvangen 3 april 2025)",
        ["Staatssecretaris|Smit|Volksgezondheid, Welzijn en Sport"], []
      ),
      (
        "Antwoord van Staatssecretaris Smit (Financiën – Fiscaliteit en Belastingdienst) (ontvangen 3 april 2025)",
        ["Staatssecretaris|Smit|Financiën – Fiscaliteit en Belastingdienst"], []
      ),
      (
        "Antwoord van Minister Smit (Defensie) (ontvangen (ontvangen 3 april 2025).",
        ["Minister|Smit|Defensie"], []
      ),
      (
        "Antwoord van minister Faber - Van de Hoek (Asiel en Migratie) (ontvangen 3 april 2025)",
        ["Minister|Faber-Van de Hoek|Asiel en Migratie"], []
      ),
      (
        "Antwoord van Minister-President Smit (Algemene Zaken) (ontvangen 3 april 2025)",
        ["Minister-President|Smit|Algemene Zaken"], []
      ),
    ])
  func respondents(text: String, expected: [String], onBehalfOf: [String]) throws {
    let sentence = try #require(AnswerSentence(text))
    #expect(sentence.respondents.map { "\($0.role)|\($0.name)|\($0.portfolio ?? "-")" } == expected)
    #expect(sentence.onBehalfOf == onBehalfOf)
    #expect(sentence.received?.description == "2025-04-03")
    #expect(!sentence.isNotice)
  }

  @Test("A notice has the same sentence with another word")
  func notice() throws {
    let sentence = try #require(
      AnswerSentence("Mededeling van Staatssecretaris Smit (Financiën) (ontvangen 3 april 2025)."))
    #expect(sentence.isNotice)
    #expect(
      sentence.respondents == [
        Respondent(role: "Staatssecretaris", name: "Smit", portfolio: "Financiën")
      ])
  }

  @Test(
    "References name a year and one or more numbers",
    arguments: [
      ("Zie ook Aanhangsel Handelingen, vergaderjaar 2024–2025, nr. 496.", ["2024-2025 496"]),
      ("Zie ook Aanhangsel Handelingen, vergaderjaar 2023-2024, 1028", ["2023-2024 1028"]),
      (
        "Zie ook Aanhangsel Handelingen, vergaderjaar 2023–2024, nrs. 12, 13 en 15.",
        ["2023-2024 12", "2023-2024 13", "2023-2024 15"]
      ),
      (
        "Zie ook Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 12 en vergaderjaar 2024–2025, nr. 3.",
        ["2023-2024 12", "2024-2025 3"]
      ),
      ("Zie ook Aanhangsel Handelingen, vergaderjaar 2023–2029, nr. 12", []),
      ("zie ook Aanhangsel Handelingen nr. 722, vergaderjaar 2004–2005.", ["2004-2005 722"]),
      (
        "Zie ook Aanhangsel Handelingen nrs. 17, 28 en 39, Vergaderjaar 1999–2000",
        ["1999-2000 17", "1999-2000 28", "1999-2000 39"]
      ),
      (
        "zie aanhangsels handelingen nr.11, vergaderjaar 1995/1996 en nr. 12, vergaderjaar 1996-97",
        ["1995-1996 11", "1996-1997 12"]
      ),
      ("Zie ook Aanhangsel Handelingen nrs. 17 en 28", ["- 17", "- 28"]),
      ("Zie ook Aanhangsel 17, vergaderjaar 1990–1991 1, 2 en 3 Voor het", ["1990-1991 17"]),
      ("Zie ook Aanhangsel-Handelingen nr. 17, vergaderjaar 1990–1991. 1 Nee.", ["1990-1991 17"]),
      ("Zie ook mijn brief van 5 mei 2004", []),
    ])
  func references(text: String, expected: [String]) {
    #expect(SeeAlso.references(text).map { "\($0.session?.name ?? "-") \($0.number)" } == expected)
  }

  @Test("A ministry's letter gives the case, the members and the signature")
  func letter() throws {
    let set = try read(
      """
      In antwoord op uw brief van 5 juli 2025, nr. 2025Z99011, deel ik u mede dat de vragen van de leden Jansen en Smit (beiden SP) aan de minister van Defensie over de marine worden beantwoord zoals aangegeven in de bijlage.

      De minister van Defensie,

      D.M. de Wael

      Antwoorden van de minister van Defensie mede namens de minister van Financiën op Kamervragen van de leden Jansen en Smit (beiden SP) over de marine.

      Vraag 1
      Kent u de marine?

      Antwoord op vraag 1
      Ja.
      """)
    #expect(
      set.members == [Member(name: "Jansen", party: "SP"), Member(name: "Smit", party: "SP")])
    #expect(
      set.respondents == [Respondent(role: "Minister", name: "D.M. de Wael", portfolio: "Defensie")]
    )
    #expect(set.onBehalfOf == ["Minister van Financiën"])
    #expect(set.addressees == ["Minister van Defensie"])
    #expect(set.caseNumber == "2025Z99011")
    #expect(set.subject == "de marine")
    #expect(set.warnings == [])
  }
}
