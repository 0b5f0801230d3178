import Testing

@testable import Kamervragen

/// Heads as people wrote them since 1984, one kind at a time.
@Suite struct HeadGrammarTests {
  private func shown(_ members: [Member]) -> [String] {
    members.map { "\($0.name)|\($0.party ?? "-")" }
  }

  @Test(
    "The questions may be opened in other words",
    arguments: [
      "Vragen van het lid Molenaar (SP)", "Vraag van het lid Molenaar (SP)",
      "Vragen het lid Molenaar (SP)", "Vragen lid Molenaar (SP)",
      "Vragen gesteld door het lid Molenaar (SP)", "Vragen door het lid Molenaar (SP)",
      "Vragen van het Molenaar (SP)", "Vragen van het ldi Molenaar (SP)",
      "Vragen van het Lid Molenaar (SP)", "Vragen van de heer Molenaar (SP)",
      "Vragen van mevr. Molenaar (SP)", "Vragen van het kamerlid Molenaar (SP)",
      "Vragen van het lid mevrouw Molenaar (SP)", "Vragen van het leden Molenaar (SP)",
      "Vragen van lid Molenaar (SP)", "Aanvullende vragen van het lid Molenaar (SP)",
      "Interpellatievragen van het lid Molenaar (SP)",
      "Nadere, alsmede aanvullende vragen van de heer Molenaar (SP)",
      "Schriftelijke vragen van het lid Molenaar (SP)", "Vragen van Molenaar (SP)",
      "Vragen  van het  lid Molenaar  (SP)", "Vragen aan het lid Molenaar (SP)",
    ])
  func openings(_ clause: String) throws {
    let line = "\(clause) over de dijk. (Ingezonden 4 juni 1991)"
    #expect(QuestionSentence.opens(line))
    let sentence = try #require(QuestionSentence(line))
    #expect(shown(sentence.members) == ["Molenaar|SP"])
    #expect(sentence.subject == "de dijk")
    #expect(sentence.submitted?.description == "1991-06-04")
    #expect(sentence.addressees == [])
    #expect(sentence.unread == [])
  }

  @Test("The title of the series is no head")
  func seriesTitle() {
    #expect(
      !QuestionSentence.opens(
        "Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden")
    )
    #expect(!QuestionSentence.opens("Vragen over de leden der Kamer"))
    #expect(!QuestionSentence.opens("Vragen en antwoorden"))
  }

  @Test(
    "Names and parties are read in every writing, and in what scanners made of them",
    arguments: [
      ("de heren Molenaar en Visser (beiden P.v.d.A.)", ["Molenaar|P.v.d.A.", "Visser|P.v.d.A."]),
      (
        "mevrouw Molenaar (C.P.N.) en mevrouw Van Veen (P.S.P.)",
        ["Molenaar|C.P.N.", "Van Veen|P.S.P."]
      ),
      ("de dames Molenaar en Visser (beide CDA)", ["Molenaar|CDA", "Visser|CDA"]),
      ("het lid Molenaar (SP) en van Van Veen (VVD)", ["Molenaar|SP", "Van Veen|VVD"]),
      ("het lid Molenaar (SP) en het lid Visser (VVD)", ["Molenaar|SP", "Visser|VVD"]),
      ("de leden Molenaar en Visser beiden (D66)", ["Molenaar|D66", "Visser|D66"]),
      ("de leden Molenaar en Visser (beiden (D66)", ["Molenaar|D66", "Visser|D66"]),
      ("de leden Molenaar en Visser (Beiden D66)", ["Molenaar|D66", "Visser|D66"]),
      ("de leden Molenaar en Visser jbeiden D66)", ["Molenaar|D66", "Visser|D66"]),
      ("de leden Molenaar en Visser, (beiden D66)", ["Molenaar|D66", "Visser|D66"]),
      ("de leden Molenaaren Visser (beiden D66)", ["Molenaar|D66", "Visser|D66"]),
      ("de leden Molenaar, (RPF), Visser (CDA)", ["Molenaar|RPF", "Visser|CDA"]),
      (
        "de leden Molenaar (RPF) Visser (CDA) en Kok (SP)",
        ["Molenaar|RPF", "Visser|CDA", "Kok|SP"]
      ),
      ("de leden Molenaar (RPF).Visser (CDA)", ["Molenaar|RPF", "Visser|CDA"]),
      ("het lid Molenaar (SP)1", ["Molenaar|SP"]),
      ("het lid Molenaar (SP)¹", ["Molenaar|SP"]),
      ("het lid Molenaar1 (SP)", ["Molenaar|SP"]),
      ("de leden Molenaar (SP) c.s.", ["Molenaar|SP"]),
      ("het lid Molenaar (SP", ["Molenaar|SP"]),
      ("de leden Molenaar (SP en Visser (VVD)", ["Molenaar|SP", "Visser|VVD"]),
      ("het lid Molenaar SP)", ["Molenaar|SP"]),
      ("het lid Molenaar [SP]", ["Molenaar|SP"]),
      ("het lid Molenaar {SP}", ["Molenaar|SP"]),
      ("het lid Molenaar )SP)", ["Molenaar|SP"]),
      ("het lid Molenaar (C.D.A.(", ["Molenaar|C.D.A."]),
      ("het lid Molenaar (CDA.)", ["Molenaar|CDA"]),
      ("het lid Molenaar ((VVD)", ["Molenaar|VVD"]),
      ("het lid Molenaar (Ouderen Unie 55+)", ["Molenaar|Ouderen Unie 55+"]),
      ("het lid Molenaar (RPF/GPV)", ["Molenaar|RPF/GPV"]),
      (
        "de leden E. G. Molenaar en J. v. d. Veen (beiden VVD)",
        [
          "E. G. Molenaar|VVD", "J. v. d. Veen|VVD",
        ]
      ),
      ("de leden Molenaar (SP) en Visser", ["Molenaar|SP", "Visser|-"]),
      ("de leden Molenaar en (beiden SP)", ["Molenaar|SP"]),
      ("de leden Molenaar,, Kok en Visser (allen SP)", ["Molenaar|SP", "Kok|SP", "Visser|SP"]),
      (
        "de vaste commissie voor Landbouw, Natuur en Visserij",
        [
          "vaste commissie voor Landbouw, Natuur en Visserij|-"
        ]
      ),
      (
        "de leden van de bijzondere commissie voor de dijken",
        [
          "bijzondere commissie voor de dijken|-"
        ]
      ),
      ("de fractie van de Zeepartij", ["fractie van de Zeepartij|-"]),
    ])
  func members(clause: String, expected: [String]) throws {
    for rest in [
      "over de dijk", "inzake: de dijk", "aan de minister van Defensie betreffende de dijk",
    ] {
      let sentence = try #require(
        QuestionSentence("Vragen van \(clause) \(rest). (Ingezonden 4 juni 1991)"))
      #expect(shown(sentence.members) == expected)
      #expect(sentence.subject == "de dijk")
      #expect(sentence.unread == [])
      #expect(sentence.addressees == (rest.hasPrefix("aan") ? ["Minister van Defensie"] : []))
    }
  }

  @Test(
    "Many words open the subject",
    arguments: [
      "over", "inzake", "inzake:", "betreffende", "omtrent", "naar aanleiding van",
      "met betrekking tot", "in verband met", "aangaande", "betreft", "Inzake", ", over",
    ])
  func subjects(_ opener: String) throws {
    let sentence = try #require(
      QuestionSentence(
        "Vragen van het lid Molenaar (SP) \(opener) de brief aan de minister van Defensie"))
    #expect(sentence.subject == "de brief aan de minister van Defensie")
    #expect(sentence.addressees == [])
    #expect(sentence.unread == [])
  }

  @Test("A subject begins also where its word has lost a space, or is missing")
  func strangeSubjects() throws {
    func subject(_ rest: String) throws -> String? {
      try #require(QuestionSentence("Vragen van het lid Molenaar (SP)\(rest)")).subject
    }
    #expect(try subject(" overdijken langs zee.") == "dijken langs zee")
    #expect(try subject("over dijken.") == "dijken")
    #expect(try subject(" om de dijk te verhogen.") == "om de dijk te verhogen")
    #expect(try subject(" van de verzwakte dijken bij zee.") == "van de verzwakte dijken bij zee")
    #expect(try subject(" aan Zeeuwse dijken.") == "aan Zeeuwse dijken")
    #expect(try subject(" aan over dijken.") == "dijken")
    #expect(try subject(" aan.") == nil)
    #expect(try subject(" aan (ingezonden 4 juni 1991).") == nil)
    #expect(try subject(".") == nil)
  }

  @Test(
    "Capitals and spaces say little",
    arguments: [
      "VRAGEN VAN DE LEDEN MOLENAAR EN VAN VEEN (BEIDEN SP) AAN DE MINISTER VAN DEFENSIE OVER DE DIJK (INGEZONDEN 4 JUNI 1991)",
      "Vragen vande leden Molenaar enVan Veen (beidenSP)aan deminister vanDefensie overde dijk(Ingezonden 4 juni 1991)",
      "Vragen  van  de  leden  Molenaar  en  Van Veen  ( beiden  SP )  aan  de Minister  van  Defensie  Over  de dijk . ( Ingezonden 4 juni 1991 )",
    ])
  func capitalsAndSpaces(_ line: String) throws {
    #expect(QuestionSentence.opens(line))
    let sentence = try #require(QuestionSentence(line))
    #expect(shown(sentence.members).map { $0.lowercased() } == ["molenaar|sp", "van veen|sp"])
    #expect(sentence.addressees == ["Minister van Defensie"])
    #expect(sentence.subject?.lowercased() == "de dijk")
    #expect(sentence.submitted?.description == "1991-06-04")
    #expect(sentence.unread == [])
  }

  @Test("Who is asked may stand before who asks")
  func reversed() throws {
    let line =
      "Vragen aan de staatssecretaris van Justitie van het lid Van Veen (P.S.P.) over de dijk."
    #expect(QuestionSentence.opens(line))
    let sentence = try #require(QuestionSentence(line))
    #expect(shown(sentence.members) == ["Van Veen|P.S.P."])
    #expect(sentence.addressees == ["Staatssecretaris van Justitie"])
    #expect(sentence.subject == "de dijk")
  }

  @Test(
    "The Eerste Kamer tells the day before or behind the posts",
    arguments: [
      "(D66) op 9 mei 2003 medegedeeld aan de minister van Defensie inzake",
      "(D66), op 9mei 2003 meegedeeld aan de minister van Defensie, betreffende",
      "(D66) medegedeeld aan de minister van Defensie op 9 mei 2003 over",
      "(D66), meegedeeld aan de minister van Defensie, op 9 mei 2003 over",
    ])
  func told(_ clause: String) throws {
    let sentence = try #require(QuestionSentence("Vragen van het lid Van Veen \(clause) de dijk."))
    #expect(shown(sentence.members) == ["Van Veen|D66"])
    #expect(sentence.addressees == ["Minister van Defensie"])
    #expect(sentence.submitted?.description == "2003-05-09")
    #expect(sentence.subject == "de dijk")
    #expect(sentence.unread == [])
  }

  @Test(
    "The day of the questions is read in every bracket, and what else stands there is kept",
    arguments: [
      ("(Ingezonden 4 juni 1991)", "1991-06-04", []),
      ("(Ingezonden 4 juni 1991", "1991-06-04", []),
      ("(ingezonden 4 juni 1991 ).", "1991-06-04", []),
      ("(lngezonden 4 juni 1991)", "1991-06-04", []),
      ("[Ingezonden 4 juni 1991]", "1991-06-04", []),
      ("(Ontvangen 4 juni 1991)", "1991-06-04", []),
      ("(Ingezonden 4 juni 1991)1", "1991-06-04", []),
      ("(Ingezonden 4 juni 1991); Antwoord", "1991-06-04", []),
      ("(Ingezonden 4 juni 1991) en nog een vraag", "1991-06-04", ["en nog een vraag"]),
      ("(Ingezonden op 4 juni 1991)", "1991-06-04", []),
      ("(Ingezonden 4juni1991)", "1991-06-04", []),
      ("(Ingezonden 4 juni 1991, nr. 1991Z99001)", "1991-06-04", []),
      ("(Ingezonden met spoed 4 juni 1991)", "1991-06-04", ["met spoed 4 juni 1991)"]),
      ("(Ingezonden 4 juni jl.)", nil, ["4 juni jl.)"]),
    ] as [(String, String?, [String])])
  func days(bracket: String, expected: String?, unread: [String]) throws {
    let sentence = try #require(
      QuestionSentence("Vragen van het lid Molenaar (SP) over de dijk. \(bracket)"))
    #expect(sentence.submitted?.description == expected)
    #expect(sentence.subject == "de dijk")
    #expect(sentence.unread == unread)
  }

  @Test("The questions may refer to other sets")
  func seeAlso() throws {
    let sentence = try #require(
      QuestionSentence(
        "Vragen van het lid Molenaar (SP) over de dijk. (Ingezonden 4 juni 1991). Zie ook Aanhangsel Handelingen nr. 12, Vergaderjaar 1990-1991"
      ))
    #expect(
      sentence.seeAlso == [SeeAlso.Reference(session: ParliamentaryYear(start: 1990), number: 12)])
    #expect(sentence.unread == [])
  }

  @Test("Words that fit nowhere are named, and stay with the set")
  func unread() throws {
    let set = try read(
      """
      Vragen van het lid Molenaar (SP), ten behoeve van het debat van morgen, aan de minister van Defensie, mw. Visser, over de dijk. (Ingezonden 4 juni 1991)

      Vraag 1
      Hoe hoog is de dijk?
      """)
    #expect(shown(set.members) == ["Molenaar|SP"])
    #expect(set.subject == "de dijk")
    #expect(
      set.remarks == [
        "Kop: ten behoeve van het debat van morgen,", "Genoemd in de kop: mw. Visser",
      ])
    #expect(
      set.warnings == [
        "In de kop zijn woorden niet begrepen: «ten behoeve van het debat van morgen,»."
      ])
    let mede = try #require(
      QuestionSentence("Vragen van het lid Molenaar (SP), mede namens de VVD, over de dijk."))
    #expect(mede.unread == ["mede namens de VVD,"])
    #expect(shown(mede.members) == ["Molenaar|SP"])
  }

  @Test("A line before the questions that only sounds like a head is none")
  func noHead() {
    #expect(QuestionSentence("Vragen van burgers over de dijk.") == nil)
    #expect(QuestionSentence("Vragen") == nil)
    #expect(QuestionSentence("") == nil)
    #expect(QuestionSentence(clause: "") == nil)
  }

  @Test(
    "The sentence of the answer may be written in other words",
    arguments: [
      (
        "Antwoord van minister-president Molenaar, minister van Algemene Zaken. (Ontvangen 4 juni 1991)",
        ["Minister-President|Molenaar|Algemene Zaken"], []
      ),
      (
        "Antwoord van de heer Molenaar, staatssecretaris van Defensie, mede namens mevrouw Visser, minister van Justitie (Ontvangen 4 juni 1991)",
        ["Staatssecretaris|Molenaar|Defensie"], ["Minister van Justitie"]
      ),
      (
        "Antwoord van minister Molenaar en staatssecretaris Visser (beiden Defensie). (Ontvangen 4 juni 1991)",
        ["Minister|Molenaar|Defensie", "Staatssecretaris|Visser|Defensie"], []
      ),
      (
        "Antwoord van demissionair Minister Molenaar (Defensie), mede namens de demissionair Minister voor Zeezaken (ontvangen 4 juni 1991).",
        ["Minister|Molenaar|Defensie"], ["Minister voor Zeezaken"]
      ),
      (
        "Antwoord van minster Molenaar (Defensie), mede namens staatssecretaris Visser (Justitie). (Ontvangen 4 juni 1991)",
        ["Minister|Molenaar|Defensie"], ["Staatssecretaris van Justitie"]
      ),
      (
        "Antwoord van staatssecretaris Molenaar (Welzijn, Volksgezondheid en Cultuur). (Ontvangen 4 juni 1991), zie ook Aanhangsel Handelingen nr. 5, vergaderjaar 1990–1991",
        ["Staatssecretaris|Molenaar|Welzijn, Volksgezondheid en Cultuur"], []
      ),
    ])
  func answers(text: String, expected: [String], onBehalfOf: [String]) throws {
    #expect(AnswerSentence.opens(text))
    let sentence = try #require(AnswerSentence(text))
    #expect(sentence.respondents.map { "\($0.role)|\($0.name)|\($0.portfolio ?? "-")" } == expected)
    #expect(sentence.onBehalfOf == onBehalfOf)
    #expect(sentence.received?.description == "1991-06-04")
    #expect(sentence.unread == [])
  }

  @Test("Prose behind the sentence of the answer is no part of it, and is kept")
  func proseBehindAnswer() throws {
    let sentence = try #require(
      AnswerSentence(
        "Antwoord van minister Molenaar (Defensie). (Ontvangen 4 juni 1991), zie ook Aanhangsel Handelingen nr. 5, vergaderjaar 1990–1991 Voor het antwoord verwijs ik naar mijn brief."
      ))
    #expect(sentence.seeAlso.map(\.number) == [5])
    #expect(sentence.unread == ["Voor het antwoord verwijs ik naar mijn brief."])
  }

  @Test("The reference may stand before the day of the answer")
  func referenceBeforeDay() throws {
    let sentence = try #require(
      AnswerSentence(
        "Antwoord van minister Molenaar (Defensie), zie ook Aanhangsel Handelingen nr. 5, vergaderjaar 1990–1991 (Ontvangen 4 juni 1991)"
      ))
    #expect(sentence.seeAlso.map(\.number) == [5])
    #expect(sentence.received?.description == "1991-06-04")
    #expect(sentence.unread == [])
  }

  @Test("A reference without a year is one of the document's own")
  func ownYear() throws {
    let set = try read(
      """
      Tweede Kamer der Staten-Generaal
      Vergaderjaar 1990–1991
      Aanhangsel van de Handelingen

      612

      Vragen van het lid Molenaar (SP) over de dijk (ingezonden 4 mei 1991).

      Antwoord van minister Visser (Defensie). (Ontvangen 4 juni 1991), zie ook Aanhangsel Handelingen nr. 493 en 534

      Vraag 1
      Hoe hoog is de dijk?

      Antwoord 1
      Hoog.
      """)
    #expect(set.seeAlso == ["ah-tk-19901991-493", "ah-tk-19901991-534"])
  }
}
