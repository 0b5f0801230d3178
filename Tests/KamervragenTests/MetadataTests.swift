import Testing

@testable import Kamervragen

/// The metadata beside a document, in both dialects.
@Suite("Metadata") struct MetadataTests {
  private func gegevens(_ pairs: [(String, String)]) -> [UInt8] {
    let lines = pairs.map { "<metadata name=\"\($0)\" scheme=\"x\" content=\"\($1)\"/>" }
    return Array(
      "<?xml version=\"1.0\"?><metadata_gegevens>\(lines.joined())</metadata_gegevens>".utf8)
  }

  private func complete(_ text: String, _ metadata: [UInt8]) throws -> QuestionSet {
    try SourceReader.read(Array(text.utf8), name: "document.txt", metadata: metadata)
  }

  private let bare = "Vraag 1\nEen?\n\nVraag 2\nTwee?\n"
  private let answered = "Vraag 1\nEen?\n\nAntwoord 1\nJa.\n"

  @Test("They fill what the questions do not say")
  func questions() throws {
    let set = try complete(
      bare,
      gegevens([
        ("DC.identifier", "kv-tk-2018Z99835"), ("DC.type", "officiële publicatie"),
        ("DC.type", "Schriftelijke vragen"), ("DC.title", "Het bericht 'Brug dicht'"),
        ("DC.creator", "Tweede Kamer der Staten-Generaal"),
        ("OVERHEIDop.vergaderjaar", "2017-2018"),
        ("OVERHEIDop.vraagnummer", "2018Z99835"), ("OVERHEIDop.indiener", "S.P.A. Verbeeten"),
        ("OVERHEIDop.indiener", "Dam van M.H.P."), ("OVERHEIDop.ontvanger", "E.J. Ruyter"),
        ("OVERHEIDop.datumIndiening", "2018-03-16"), ("DCTERMS.available", "2022-01-01"),
        ("OVERHEIDop.aanhangsel", "ah-tk-20172018-9715"),
        ("OVERHEIDop.aanhangsel", "ah-tk-20172018-9815"),
      ]))
    #expect(set.kind == .questions)
    #expect(set.identifier == "kv-tk-2018Z99835")
    #expect(set.chamber == .tweedeKamer)
    #expect(set.session == "2017-2018")
    #expect(set.caseNumber == "2018Z99835")
    #expect(set.subject == "Het bericht 'Brug dicht'")
    #expect(set.members == [Member(name: "S.P.A. Verbeeten"), Member(name: "M.H.P. van Dam")])
    #expect(set.respondents == [])
    #expect(set.submitted?.description == "2018-03-16")
    #expect(set.received == nil)
    #expect(set.answeredIn == ["ah-tk-20172018-9715", "ah-tk-20172018-9815"])
    #expect(set.warnings == [])
  }

  @Test("Topics are read in both dialects, each once, with one space around each bar")
  func topics() throws {
    let set = try complete(
      bare,
      gegevens([
        ("OVERHEID.category", "Verkeer | Water"), ("OVERHEID.category", "Recht|Bestuursrecht"),
        ("OVERHEID.category", "  Natuur  en milieu   |Energie "),
        ("OVERHEID.category", "Recht | Bestuursrecht"), ("OVERHEID.category", "Economie"),
        ("OVERHEID.category", " | "), ("OVERHEID.category", "Werk |"),
      ]))
    #expect(
      set.topics == [
        "Verkeer | Water", "Recht | Bestuursrecht", "Natuur en milieu | Energie", "Economie",
        "Werk",
      ])
    #expect(set.keywords == nil)
    #expect(set.abstract == nil)
    let owms = """
      <owms-metadata xmlns:overheid="http://x/"><owmskern/><owmsmantel>
        <overheid:category scheme="OVERHEID.TaxonomieBeleidsagenda">Verkeer |
          Water</overheid:category>
        <overheid:category>Zorg en gezondheid | Jongeren</overheid:category>
      </owmsmantel></owms-metadata>
      """
    #expect(
      try complete(bare, Array(owms.utf8)).topics == [
        "Verkeer | Water", "Zorg en gezondheid | Jongeren",
      ])
  }

  @Test("The topics of a document itself come before those beside it")
  func ownTopics() throws {
    let page = """
      <html><head><meta name="OVERHEID.category" content="Verkeer | Water"></head>
      <body><p>Vragen van het lid Jansen (SP) aan de Minister van Defensie over de marine.</p>
      <h2>Vraag 1</h2><p>Een?</p></body></html>
      """
    let beside = gegevens([("OVERHEID.category", "Recht")])
    func topics(_ text: String, _ name: String, _ metadata: [UInt8]?) throws -> [String] {
      try SourceReader.read(Array(text.utf8), name: name, metadata: metadata).topics
    }
    #expect(try topics(page, "a.html", beside) == ["Verkeer | Water"])
    let xml = """
      <officiele-publicatie><metadata><meta name="OVERHEID.category" content="Economie|Ondernemen"/></metadata>
      <kamervragen><vraag><nr>1</nr><al>Ja?</al></vraag></kamervragen></officiele-publicatie>
      """
    #expect(try topics(xml, "a.xml", nil) == ["Economie | Ondernemen"])
    let json = """
      {"identifier": "kv-tk-2018Z99035", "text": ["Een?"],
       "meta": {"OVERHEID.category": ["Recht | Strafrecht", "Werk"]}}
      """
    #expect(try topics(json, "a.json", nil) == ["Recht | Strafrecht", "Werk"])
    #expect(try topics(bare, "a.txt", beside) == ["Recht"])
  }

  @Test("The dialect of OWMS says the same")
  func owms() throws {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <owms-metadata xmlns:dcterms="http://purl.org/dc/terms/" xmlns:overheidop="http://x/">
        <owmskern><dcterms:identifier>ah-tk-20082009-9635</dcterms:identifier>
          <dcterms:title>Antwoord op vragen van het lid Verbeeten over de brug</dcterms:title>
          <dcterms:creator scheme="OVERHEID.StatenGeneraal">Tweede Kamer der Staten-Generaal</dcterms:creator></owmskern>
        <tpmeta><overheidop:vraagNummer>2009Z99001</overheidop:vraagNummer>
          <overheidop:aanhangselNummer>9635</overheidop:aanhangselNummer>
          <overheidop:vergaderjaar>2008-2009</overheidop:vergaderjaar>
          <overheidop:indiener>Verbeeten W.R.C.</overheidop:indiener>
          <overheidop:ontvanger>E.J. Ruyter</overheidop:ontvanger>
          <overheidop:datumIndiening>03-03-2009</overheidop:datumIndiening>
          <overheidop:datumOntvangst>2009-04-01</overheidop:datumOntvangst></tpmeta>
      </owms-metadata>
      """
    let set = try complete(answered, Array(text.utf8))
    #expect(set.identifier == "ah-tk-20082009-9635")
    #expect(set.number == "9635")
    #expect(set.session == "2008-2009")
    #expect(set.caseNumber == "2009Z99001")
    #expect(set.subject == "de brug")
    #expect(set.members == [Member(name: "W.R.C. Verbeeten")])
    #expect(set.respondents == [Respondent(role: "Bewindspersoon", name: "E.J. Ruyter")])
    #expect(set.submitted?.description == "2009-03-03")
    #expect(set.received?.description == "2009-04-01")
    #expect(set.warnings == [])
  }

  @Test("The document's own words come first")
  func ownWords() throws {
    let set = try complete(
      answeredHeader + answered,
      gegevens([
        ("OVERHEIDop.indiener", "X. Ander"), ("OVERHEIDop.ontvanger", "Y. Ander"),
        ("DC.title", "Iets anders"), ("OVERHEIDop.datumIndiening", "2001-01-01"),
        ("OVERHEIDop.datumOntvangst", "2001-01-02"), ("OVERHEIDop.aanhangsel", "ah-tk-20242025-1"),
      ]))
    #expect(set.members == [Member(name: "Jansen", party: "SP")])
    #expect(set.respondents.map(\.name) == ["De Wael"])
    #expect(set.subject == "de marine")
    #expect(set.submitted?.description == "2025-03-03")
    #expect(set.received?.description == "2025-04-03")
    #expect(set.answeredIn == [])
  }

  @Test("The title of the Eerste Kamer is the whole sentence")
  func senate() throws {
    let set = try complete(
      bare,
      gegevens([
        ("DC.identifier", "kv-ek-218190007"), ("DC.creator", "Eerste Kamer der Staten-Generaal"),
        (
          "DC.title",
          "Vragen van het lid Verbeeten (LL) op 2 juli 2019 medegedeeld aan de Minister van Defensie inzake de marine"
        ), ("OVERHEIDop.vraagnummer", "218190001"), ("OVERHEIDop.indiener", "Verbeeten"),
      ]))
    #expect(set.identifier == "kv-ek-218190007")
    #expect(set.chamber == .eersteKamer)
    #expect(set.caseNumber == "218190001")
    #expect(set.members == [Member(name: "Verbeeten", party: "LL")])
    #expect(set.addressees == ["Minister van Defensie"])
    #expect(set.subject == "de marine")
  }

  @Test("A reprint is known by its metadata only")
  func reprint() throws {
    let text = "9604\n\n" + answeredHeader + answered
    #expect(try read(text).identifier == "ah-tk-20242025-9604")
    let set = try complete(text, gegevens([("DC.identifier", "ah-tk-20242025-9604-n1")]))
    #expect(set.identifier == "ah-tk-20242025-9604-n1")
    #expect(set.warnings == [])
  }

  @Test("Metadata of another publication are not used")
  func otherPublication() throws {
    let text = "9604\n\n" + answeredHeader + answered
    let set = try complete(
      text,
      gegevens([("DC.identifier", "ah-tk-20242025-9605"), ("OVERHEIDop.vraagnummer", "2025Z99001")])
    )
    #expect(set.identifier == "ah-tk-20242025-9604")
    #expect(set.caseNumber == nil)
    #expect(
      set.warnings == [
        "De metadata horen bij ah-tk-20242025-9605 en niet bij dit document; ze zijn niet gebruikt."
      ])
  }

  @Test(
    "A date that does not exist is none, and is named",
    arguments: ["2009-02-31", "2009-02-30", "20090-03-01", "onbekend", "2009"])
  func wrongDates(date: String) throws {
    let set = try complete(bare, gegevens([("OVERHEIDop.datumIndiening", date)]))
    #expect(set.submitted == nil)
    #expect(set.warnings == ["De dag van indiening in de metadata, «\(date)», is geen datum."])
  }

  @Test("The number of a document is no case, and one of nine digits has its years")
  func numbers() throws {
    let document = try complete(bare, gegevens([("OVERHEIDop.vraagnummer", "2009D25439")]))
    #expect(document.caseNumber == nil)
    let set = try complete(answered, gegevens([("OVERHEIDop.aanhangselNummer", "242501244")]))
    #expect(set.number == "1244")
    #expect(set.session == "2024-2025")
  }

  @Test("Metadata that are no XML are named and do no harm")
  func damaged() throws {
    let set = try complete(bare, Array("<metadata_gegevens><metadata".utf8))
    #expect(set.passages.count == 2)
    #expect(set.warnings.count == 1)
    #expect(set.warnings[0].hasPrefix("De metadata bij dit document zijn niet te lezen: "))
  }

  @Test("Nested metadata count, and a notice is a delay")
  func nested() throws {
    let text =
      "<metadata_gegevens><metadata name=\"x\"><metadata name=\"DC.type\" content=\"Mededeling\"/></metadata></metadata_gegevens>"
    #expect(try complete(bare, Array(text.utf8)).kind == .delay)
  }
}
