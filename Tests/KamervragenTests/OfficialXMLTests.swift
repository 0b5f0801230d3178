import Testing

@testable import Kamervragen

/// The official XML of op-xsd-2012-2.
@Suite("Official XML") struct OfficialXMLTests {
  private static let questionSentence = """
    <kamervraagomschrijving type="vraag">Vragen van het lid <naam><achternaam>Verbeeten</achternaam></naam>
      (Landelijke Lijst) aan de Minister van Defensie over <kamervraagonderwerp>de kazerne</kamervraagonderwerp>
      (ingezonden <datum isodatum="2024-10-17">17 oktober 2024</datum>).</kamervraagomschrijving>
    """

  private static let answerSentence = """
    <kamervraagomschrijving type="antwoord">Antwoord van Minister <naam><achternaam>Oosterling</achternaam></naam>
      (Defensie) (ontvangen <datum isodatum="2024-12-03">3 december 2024</datum>).</kamervraagomschrijving>
    """

  /// A publication with some elements behind the sentences of its header.
  private func publication(_ body: String, header: String? = nil, meta: String = "") -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <officiele-publicatie>
      <metadata>\(meta)</metadata>
      <kamervragen>
        <kamervraagkop><tekstregel inhoud="vergaderjaar">Vergaderjaar 2024-2025</tekstregel>
          <tekstregel inhoud="kameraanduiding">Tweede Kamer der Staten-Generaal</tekstregel>
          <tekstregel inhoud="documenttype">Aanhangsel van de Handelingen</tekstregel></kamervraagkop>
        <kamervraagnummer>9011</kamervraagnummer>
        \(header ?? Self.questionSentence + Self.answerSentence)
        \(body)
      </kamervragen>
    </officiele-publicatie>
    """
  }

  private func refusal(_ text: String) -> String? {
    do {
      _ = try read(text, name: "ah.xml")
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test("Every field of a publication")
  func fields() throws {
    let header = """
      <kamervraagomschrijving type="vraag">Vragen van de leden <naam>
          <voorvoegsels>Van der</voorvoegsels><achternaam>Meulen</achternaam>
        </naam> en <naam><achternaam>El Amrani</achternaam></naam> (beiden Landelijke Lijst) aan de Ministers van
        Financiën en van Defensie over <kamervraagonderwerp>het bericht «Kazerne
        dicht»</kamervraagonderwerp> (ingezonden <datum isodatum="2024-10-17">17&#160;oktober 2024</datum>).</kamervraagomschrijving>
      <kamervraagomschrijving type="antwoord">Antwoord van Minister <naam><achternaam>Oosterling
        </achternaam></naam> (Defensie), mede namens de Minister van Financiën (ontvangen
        <datum isodatum="2024-12-03">3 december 2024</datum>). Zie ook Aanhangsel Handelingen,
        vergaderjaar 2024–2025, nr. 9002.</kamervraagomschrijving>
      """
    let meta = """
      <meta name="DC.identifier" scheme="OVERHEIDop.ParlID" content="ah-tk-20242025-9011"/>
      <meta name="OVERHEIDop.vraagnummer" content="2024Z99011"/>
      <meta name="OVERHEIDop.indiener" content="X.Y. Iemand"/>
      <meta name="DC.title" content="Antwoord op vragen over een kazerne"/>
      """
    let set = try read(
      publication(
        "<vraag><nr>Vraag 1</nr><al>Kent u het bericht?</al></vraag><antwoord><nr>Antwoord 1</nr><al>Ja.</al></antwoord>",
        header: header, meta: meta), name: "bestand")
    #expect(set.form == .xml)
    #expect(set.kind == .answered)
    #expect(set.identifier == "ah-tk-20242025-9011")
    #expect(set.chamber == .tweedeKamer)
    #expect(set.session == "2024-2025")
    #expect(set.number == "9011")
    #expect(set.caseNumber == "2024Z99011")
    #expect(set.subject == "het bericht «Kazerne dicht»")
    #expect(
      set.members == [
        Member(name: "Van der Meulen", party: "Landelijke Lijst"),
        Member(name: "El Amrani", party: "Landelijke Lijst"),
      ])
    #expect(set.addressees == ["Minister van Financiën", "Minister van Defensie"])
    #expect(
      set.respondents == [Respondent(role: "Minister", name: "Oosterling", portfolio: "Defensie")])
    #expect(set.onBehalfOf == ["Minister van Financiën"])
    #expect(set.submitted?.description == "2024-10-17")
    #expect(set.received?.description == "2024-12-03")
    #expect(set.seeAlso == ["ah-tk-20242025-9002"])
    #expect(
      set.passages == [
        Passage(questions: [1], questionText: "Kent u het bericht?", answerText: "Ja.")
      ])
    #expect(set.footnotes == [])
    #expect(set.remarks == [])
    #expect(set.warnings == [])
  }

  @Test(
    "A note leaves the sentence, keeps its mark and lands with it, also where numbers begin again")
  func notes() throws {
    let set = try read(
      publication(
        """
        <vraag><nr>Vraag 1</nr><al>Kent u «Kazerne dicht»?
            <noot id="n1" type="voet"><noot.nr>1</noot.nr><noot.al>Krant, 1 oktober
              2024 (<extref doc="https://krant.example">krant.example</extref>).</noot.al></noot>
            <noot id="n2" type="voet"><noot.nr>2</noot.nr><noot.al>Blad.</noot.al></noot> Zo ja?</al></vraag>
        <antwoord><nr>Antwoord 1</nr><al>Ja.</al></antwoord>
        <vraag><nr>Vraag 2</nr><al>Klopt de tabel?</al></vraag>
        <antwoord><nr>Antwoord 2</nr><al>De waarde<noot type="tabel"><noot.nr>a</noot.nr><noot.al>Geschat.</noot.al></noot>
          en meer<noot type="voet"><noot.nr>1</noot.nr><noot.al>Herbegonnen.</noot.al></noot>.</al></antwoord>
        """))
    #expect(set.passages[0].questionText == "Kent u «Kazerne dicht»?¹ ² Zo ja?")
    #expect(
      set.passages[0].footnotes == [
        Footnote(mark: "1", text: "Krant, 1 oktober 2024 (krant.example)."),
        Footnote(mark: "2", text: "Blad."),
      ])
    #expect(set.passages[1].answerText == "De waarde[a] en meer¹.")
    #expect(
      set.passages[1].footnotes == [
        Footnote(mark: "a", text: "Geschat."), Footnote(mark: "1", text: "Herbegonnen."),
      ])
    #expect(set.footnotes == [])
    #expect(set.warnings == [])
  }

  @Test("A note of the header or of a remark stays with the set, and not in the subject")
  func headerNotes() throws {
    let sentence = Self.questionSentence.replacing(
      "de kazerne<",
      with: "de kazerne<noot><noot.nr>1</noot.nr><noot.al>Krant.</noot.al></noot><")
    let set = try read(
      publication(
        """
        <vraag><nr>Vraag 1</nr><al>Een?</al></vraag>
        <kamervraagopmerking><al>Toelichting: Zie daar<noot><noot.nr>2</noot.nr><noot.al>Blad.</noot.al></noot>.</al></kamervraagopmerking>
        """, header: sentence))
    #expect(set.subject == "de kazerne")
    #expect(
      set.footnotes == [Footnote(mark: "1", text: "Krant."), Footnote(mark: "2", text: "Blad.")])
    #expect(set.remarks == ["Toelichting: Zie daar²."])
    #expect(set.passages[0].footnotes == [])
  }

  @Test(
    "The numbers stand in the free text of nr",
    arguments: [
      ("Vraag 2 en 3", [2, 3]), ("Vraag 2, 3 en 5", [2, 3, 5]), ("Vraag 5 t/m 8", [5, 6, 7, 8]),
      ("Vragen 5 tot en met 7", [5, 6, 7]), ("Vraag 4.", [4]), ("4", [4]), ("1, 2", [1, 2]),
      ("Vraag\u{A0}6", [6]), ("Vraag 1–3", [1, 2, 3]),
    ])
  func numbers(nr: String, expected: [Int]) throws {
    let set = try read(publication("<vraag><nr>\(nr)</nr><al>Een?</al></vraag>"))
    #expect(set.passages.map(\.questions) == [expected])
    #expect(set.passages[0].questionText == "Een?")
  }

  @Test("Words in nr that are no number stay in the text")
  func wordsInNumber() throws {
    let set = try read(publication("<vraag><nr>Vraag 2 (vervolg)</nr><al>Een?</al></vraag>"))
    #expect(set.passages[0].questions == [2])
    #expect(set.passages[0].questionText == "(vervolg)\n\nEen?")
  }

  @Test("Where nr is missing the first paragraph may be the heading")
  func headingInText() throws {
    let set = try read(
      publication(
        """
        <vraag><al>Vraag 1</al><al>Een?</al></vraag><antwoord><al>Antwoord 1</al><al>Ja.</al></antwoord>
        <vraag><al>Vraag 2: Kunt u dat?</al></vraag><antwoord><al>Antwoord op vraag 2</al><al>Nee.</al></antwoord>
        <vraag><al>3</al><al>Drie?</al></vraag><antwoord><al>Antwoord</al><al>Wie weet.</al></antwoord>
        """))
    #expect(
      set.passages == [
        Passage(questions: [1], questionText: "Een?", answerText: "Ja."),
        Passage(questions: [2], questionText: "Kunt u dat?", answerText: "Nee."),
        Passage(questions: [3], questionText: "Drie?", answerText: "Wie weet."),
      ])
    #expect(set.warnings == [])
  }

  @Test("A paragraph that reads as a heading is text where nr is there")
  func headingIsText() throws {
    let set = try read(
      publication(
        """
        <vraag><nr>Vraag 1</nr><al>Een?</al></vraag>
        <antwoord><nr>Antwoord 1</nr><al>Over uw vragen het volgende.</al><al>Vraag 3</al><al>Antwoord 4</al><al>Toelichting</al></antwoord>
        """))
    #expect(set.passages.map(\.questions) == [[1]])
    #expect(
      set.passages[0].answerText
        == "Over uw vragen het volgende.\n\nVraag 3\n\nAntwoord 4\n\nToelichting")
  }

  @Test("Questions that stand apart and are answered together are one passage")
  func answeredTogether() throws {
    let set = try read(
      publication(
        """
        <vraag><nr>Vraag 1</nr><al>Een?</al></vraag><vraag><nr>Vraag 2</nr><al>Twee?</al></vraag>
        <antwoord><nr>Antwoord 1 en 2</nr><al>Ja.</al></antwoord>
        <vraag><nr>Vraag 3</nr><al>Drie?</al></vraag><vraag><nr>Vraag 4</nr><al>Vier?</al></vraag>
        <antwoord><nr>Antwoord 4</nr><al>Vier.</al></antwoord><antwoord><nr>Antwoord 3</nr><al>Drie.</al></antwoord>
        """))
    #expect(
      set.passages == [
        Passage(questions: [1, 2], questionText: "Een?\n\nTwee?", answerText: "Ja."),
        Passage(questions: [3], questionText: "Drie?", answerText: "Drie."),
        Passage(questions: [4], questionText: "Vier?", answerText: "Vier."),
      ])
    #expect(set.warnings == [])
  }

  @Test("Numbers on one side only tell the other side's")
  func numbersOnOneSide() throws {
    let asked = try read(
      publication(
        """
        <vraag><nr>Vraag 1</nr><al>Een?</al></vraag><antwoord><al>Ja.</al></antwoord>
        <vraag><nr>Vraag 2</nr><al>Twee?</al></vraag><antwoord><al>Nee.</al></antwoord>
        """))
    #expect(asked.passages.map(\.questions) == [[1], [2]])
    #expect(asked.passages.map(\.answerText) == ["Ja.", "Nee."])
    let answered = try read(
      publication(
        """
        <vraag><al>Een?</al></vraag><antwoord><nr>Antwoord 1</nr><al>Ja.</al></antwoord>
        <vraag><al>Twee? Drie?</al></vraag><antwoord><nr>Antwoord 2 en 3</nr><al>Nee.</al></antwoord>
        """))
    #expect(answered.passages.map(\.questions) == [[1], [2, 3]])
    #expect(
      answered.warnings == [
        "De vragen hebben in de tekst geen nummers; ze zijn in hun volgorde genummerd."
      ])
  }

  @Test("Where no side has numbers the order tells which answer belongs to which question")
  func noNumbers() throws {
    let set = try read(
      publication(
        """
        <vraag><al>Een?</al></vraag><vraag><al>Twee?</al></vraag>
        <antwoord><al>Ja.</al></antwoord><antwoord><al>Nee.</al></antwoord>
        """))
    #expect(set.passages.map(\.questions) == [[1], [2]])
    #expect(set.passages.map(\.answerText) == ["Ja.", "Nee."])
    #expect(set.warnings.count == 2)
  }

  @Test("An explanation is a remark; a notice makes the set a delay")
  func remarks() throws {
    let questions = "<vraag><nr>Vraag 1</nr><al>Een?</al></vraag>"
    let explained = try read(
      publication(
        questions
          + "<kamervraagopmerking><al><nadruk type=\"cur\">Toelichting:</nadruk></al><al>Deze vragen dienen ter aanvulling.</al></kamervraagopmerking>",
        header: Self.questionSentence))
    #expect(explained.kind == .questions)
    #expect(explained.remarks == ["Toelichting: Deze vragen dienen ter aanvulling."])
    let notice = try read(
      publication(
        questions
          + "<kamervraagopmerking><al>Mededeling</al><al>De vragen kunnen niet binnen de gebruikelijke termijn worden beantwoord.</al></kamervraagopmerking>",
        header: Self.questionSentence
          + Self.answerSentence.replacing("Antwoord van", with: "Mededeling van")))
    #expect(notice.kind == .delay)
    #expect(
      notice.remarks == [
        "Mededeling: De vragen kunnen niet binnen de gebruikelijke termijn worden beantwoord."
      ])
    #expect(notice.passages == [Passage(questions: [1], questionText: "Een?")])
    #expect(notice.warnings == [])
  }

  @Test("A notice without the questions is one passage")
  func noticeAlone() throws {
    let set = try read(
      publication(
        "<kamervraagopmerking><al>Mededeling: De vragen van het lid Verbeeten (Landelijke Lijst) over de kazerne kunnen niet binnen de gebruikelijke termijn worden beantwoord.</al></kamervraagopmerking>",
        header: Self.questionSentence
          + Self.answerSentence.replacing("Antwoord van", with: "Mededeling van")))
    #expect(set.kind == .delay)
    #expect(set.passages.count == 1)
    #expect(set.passages[0].questions == [])
    #expect(set.passages[0].questionText.hasPrefix("De vragen van het lid Verbeeten"))
    #expect(set.received?.description == "2024-12-03")
  }

  @Test("Lists, tables, headings, boxes and line breaks stay readable")
  func blocks() throws {
    let set = try read(
      publication(
        """
        <vraag><nr>Vraag 1</nr><al>Een?</al></vraag>
        <antwoord><nr>Antwoord 1</nr><tussenkop kopopmaak="cur">Cijfers</tussenkop>
          <lijst type="ndash"><li><li.nr>–</li.nr><al>eerste punt;</al><al>meer</al></li>
            <li><li.nr>–</li.nr><al>tweede punt:</al><lijst type="expliciet"><li><li.nr>a.</li.nr><al>onder</al></li></lijst></li></lijst>
          <lijst type="decimal" start="3"><li><al>derde</al></li></lijst>
          <table frame="all"><title>Tabel 1</title><tgroup cols="3"><colspec colname="c1"/><thead><row>
            <entry>Jaar</entry><entry namest="c2" nameend="c3">Aantal</entry></row></thead>
            <tbody><row><entry><al>2023</al></entry><entry><al>12</al><al>(geschat)</al></entry><entry/></row></tbody></tgroup></table>
          <box><al>«Zo staat het er.»</al></box>
          <definitielijst><definitie-item><term>OV</term><definitie><al>openbaar vervoer</al></definitie></definitie-item></definitielijst>
          <al>De oppervlakte is 10 m<sup>2</sup><br/>en de uitstoot van CO<inf>2</inf> is nul.<br/><br/>Einde.</al>
          <plaatje><illustratie naam="x.png"/></plaatje>
        </antwoord>
        """))
    #expect(
      set.passages[0].answerText?.split(separator: "\n\n").map(String.init)
        == [
          "Cijfers", "– eerste punt;", "meer", "– tweede punt:", "a. onder", "3. derde", "Tabel 1",
          "Jaar | Aantal", "2023 | 12 (geschat) | ", "«Zo staat het er.»", "OV: openbaar vervoer",
          "De oppervlakte is 10 m² en de uitstoot van CO2 is nul.", "Einde.",
        ].map { $0.trimmed })
    #expect(set.passages[0].footnotes == [])
    #expect(set.warnings == [])
  }

  @Test("An attachment is a remark, and a signature is named")
  func attachment() throws {
    let set = try read(
      publication(
        """
        <vraag><nr>Vraag 1</nr><al>Een?</al></vraag><antwoord><nr>Antwoord 1</nr><al>Ja.</al></antwoord>
        <ondertekening><functie>De Minister van Defensie,</functie><naam><achternaam>Oosterling</achternaam></naam></ondertekening>
        <kamervraagbijlage><kop><titel>Bijlage 1</titel></kop><al>Vraag 7</al><al>Een lijst.<noot><noot.nr>1</noot.nr><noot.al>Bron.</noot.al></noot></al></kamervraagbijlage>
        """))
    #expect(set.passages.map(\.questions) == [[1]])
    #expect(
      set.remarks == [
        "De Minister van Defensie,\n\nOosterling", "Bijlage 1\n\nVraag 7\n\nEen lijst.¹",
      ])
    #expect(set.footnotes == [Footnote(mark: "1", text: "Bron.")])
    #expect(
      set.warnings == [
        "Tekst buiten de vragen en antwoorden staat bij de opmerkingen: «De Minister van Defensie,»."
      ])
  }

  @Test("A date that does not exist is not believed; the words count before the attribute")
  func dates() throws {
    let wrong = Self.questionSentence.replacing(
      "<datum isodatum=\"2024-10-17\">17 oktober 2024<",
      with: "<datum isodatum=\"2009-02-31\">31 februari 2009<")
    let set = try read(
      publication("<vraag><nr>Vraag 1</nr><al>Een?</al></vraag>", header: wrong))
    #expect(set.submitted == nil)
    #expect(set.warnings == ["De datum «31 februari 2009» in de kop bestaat niet."])
    let abbreviated = Self.questionSentence.replacing("17 oktober 2024<", with: "17-10-2024<")
    let dated = try read(
      publication("<vraag><nr>Vraag 1</nr><al>Een?</al></vraag>", header: abbreviated))
    #expect(dated.submitted?.description == "2024-10-17")
    let other = Self.questionSentence.replacing("17 oktober 2024<", with: "18 oktober 2024<")
    let disagreeing = try read(
      publication("<vraag><nr>Vraag 1</nr><al>Een?</al></vraag>", header: other))
    #expect(disagreeing.submitted?.description == "2024-10-18")
    #expect(
      disagreeing.warnings == [
        "De kop noemt 2024-10-18 en in het bestand staat daarbij 2024-10-17."
      ])
  }

  @Test("The announcement of oral questions has no text but its sentence")
  func oral() throws {
    let header = Self.questionSentence.replacing("Vragen van", with: "Mondelinge vragen van")
    let set = try read(
      publication(
        "", header: header, meta: "<meta name=\"DC.identifier\" content=\"kv-tk-2024Z99012\"/>"))
    #expect(set.kind == .other)
    #expect(set.identifier == "kv-tk-2024Z99012")
    #expect(set.passages.count == 1)
    #expect(set.passages[0].questionText.hasPrefix("Mondelinge vragen van het lid Verbeeten"))
  }

  @Test("Questions of the Eerste Kamer")
  func senate() throws {
    let header = """
      <kamervraagomschrijving type="vraag">Vragen van het lid <naam><achternaam>Verbeeten</achternaam></naam> (Landelijke Lijst)
        op 2 juli 2019 medegedeeld aan de Minister van Defensie inzake <kamervraagonderwerp>de kazerne</kamervraagonderwerp>.</kamervraagomschrijving>
      """
    let set = try read(
      publication(
        "<vraag><nr>1</nr><al>Een?</al></vraag>", header: header,
        meta: "<meta name=\"DC.identifier\" content=\"kv-ek-218190007\"/>"
      ).replacing("Tweede Kamer der", with: "Eerste Kamer der").replacing(
        "<kamervraagnummer>9011</kamervraagnummer>", with: ""))
    #expect(set.identifier == "kv-ek-218190007")
    #expect(set.chamber == .eersteKamer)
    #expect(set.members == [Member(name: "Verbeeten", party: "Landelijke Lijst")])
    #expect(set.submitted?.description == "2019-07-02")
    #expect(set.subject == "de kazerne")
    #expect(set.passages.map(\.questions) == [[1]])
  }

  @Test(
    "A file without the text is refused with the reason",
    arguments: [
      (
        "<officiele-publicatie><metadata><meta name=\"DC.identifier\" content=\"ah-tk-20242025-9011\"/></metadata></officiele-publicatie>",
        "dit zijn geen Kamervragen: de tekst (het bestand heeft alleen metadata) ontbreekt"
      ),
      (
        "<officiele-publicatie><kamervragen><al>Deze publicatie is niet beschikbaar in HTML-formaat.</al></kamervragen></officiele-publicatie>",
        "dit zijn geen Kamervragen: de tekst van de publicatie (het bestand meldt: «Deze publicatie is niet beschikbaar in HTML-formaat.») ontbreekt"
      ),
      (
        "<officiele-publicatie><kamervragen><kamervraagnummer>9011</kamervraagnummer><al>Deze publicatie is op verzoek van publicerende organisatie verwijderd.</al></kamervragen></officiele-publicatie>",
        "dit zijn geen Kamervragen: de tekst van de publicatie (het bestand meldt: «Deze publicatie is op verzoek van publicerende organisatie verwijderd.») ontbreekt"
      ),
      (
        "<metadata_gegevens><metadata name=\"DC.identifier\" content=\"ah-tk-20242025-9011\"/></metadata_gegevens>",
        "dit zijn geen Kamervragen: de tekst (dit zijn de metadata bij een publicatie) ontbreekt"
      ),
      (
        "<officiele-publicatie><kamerstuk><al>Vraag 1</al></kamerstuk></officiele-publicatie>",
        "dit zijn geen Kamervragen: het element «kamervragen» ontbreekt"
      ),
      (
        "<rss><channel/></rss>",
        "dit zijn geen Kamervragen: het element «kamervragen» of «vraagdoc» (de wortel is «rss») ontbreekt"
      ),
      (
        "<officiele-publicatie><kamervragen/></officiele-publicatie>",
        "dit zijn geen Kamervragen: de tekst (het bestand heeft alleen metadata) ontbreekt"
      ),
    ])
  func refusals(text: String, message: String) {
    #expect(refusal("<?xml version=\"1.0\"?>\n" + text) == message)
  }

  @Test("A file that is cut off is damaged, with its line")
  func cutOff() {
    #expect(
      refusal("<officiele-publicatie>\n<kamervragen>\n<vraag>")?.hasPrefix(
        "dit XML-bestand is niet te lezen: regel 3: ") == true)
  }

  @Test("A document type and letters by their names are read, outside files are not")
  func doctype() throws {
    let text = publication(
      "<vraag><nr>Vraag 1</nr><al>E&eacute;n&nbsp;&laquo;x&raquo;?</al></vraag>")
    let typed = text.replacing(
      "<officiele-publicatie>",
      with:
        "<!DOCTYPE officiele-publicatie SYSTEM \"http://x.invalid/op.dtd\">\n<officiele-publicatie>"
    )
    #expect(try read(typed).passages[0].questionText == "Eén «x»?")
  }

  @Test("Elements that bound what is read")
  func bounds() {
    let many = "<officiele-publicatie>" + String(repeating: "<al/>", count: 400_001)
    #expect(
      refusal(many) == "dit XML-bestand is niet te lezen: het heeft meer dan 400000 elementen")
    let attributes = (0..<400).map { " a\($0)=\"1\"" }.joined()
    #expect(
      refusal("<officiele-publicatie\(attributes)/>")
        == "dit XML-bestand is niet te lezen: een element heeft meer dan 300 attributen")
  }
}
