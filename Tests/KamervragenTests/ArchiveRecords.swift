@testable import Kamervragen

/// A record of the archive of 1984 to 2008, as it has them: what a test says, and else a set of one
/// question.
struct ArchiveFixture {
  var type = "Antwoord"
  var head =
    "Vragen van het lid Terpstra-Kok (Landelijke Lijst) aan de minister van Verkeer en Waterstaat over de pont bij Oudewaal. (Ingezonden 3 maart 1994); Antwoord"
  var place = "Kamervragen met antwoord 1993-1994, nr. 412, Tweede Kamer"
  var items = ""
  var members = "<persoon partij=\"Landelijke Lijst\">Terpstra-Kok</persoon>"
  var asked = "1994-03-3"
  var addressee = "de minister van Verkeer en Waterstaat"
  var answered = "<item attribuut=\"Datum_reaktie\">1994-04-12</item>"
  var chamber = "Tweede Kamer der Staten-Generaal"
  var year = "Vergaderjaar 1993–1994"
  var number = "412"
  var date = "1994-04-12"
  var respondent =
    "<antwoorder functie=\"minister\" ministerie=\"Verkeer en Waterstaat\">Van Zanten</antwoorder>"
  var behalf = "<mede-antwoorder/>"
  var questions = "<vraag nummer=\"1\">Kent u dit?</vraag>"
  var answers = "<antwoord nummer=\"1\">Ja.</antwoord>"
  var rest = ""

  /// The file.
  var text: String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <?xml-stylesheet type="text/xsl" href="showKVR.xsl"?>
    <kvr xmlns:xs="http://www.w3.org/2001/XMLSchema" type="\(type)" aantalvragen="">
       <meta><!-- Metadata. --><metadata>
             <item attribuut="Bibliografische_omschrijving">\(head)</item>
             \(items)
             <item attribuut="Vindplaats">\(place)</item>
             <item attribuut="Indiener">\(members)</item>
             \(answered)
             <item attribuut="Datum_indiening">1994-03-3</item>
             <item attribuut="Document-id">KVR99412</item>
          </metadata>
          <header titel="\(chamber)" kamer="2" vergaderjaar="\(year)" typehandeling="Aanhangsel van de Handelingen"/>
          <vraagdata vraagnummer="\(number)" onderwerp="" indiendatum="\(asked)">
             <vrager partij="Landelijke Lijst" oorsprong="parlement">Terpstra</vrager>
             <vraagt-aan>\(addressee)</vraagt-aan>
          </vraagdata>
          <antwoorddata antwoorddatum="\(date)">\(respondent)\(behalf)</antwoorddata>
       </meta>
       <vragen aantal="">\(questions)</vragen>
       <antwoorden>\(answers)</antwoorden>\(rest)
    </kvr>
    """
  }

  /// Leaves out who answered, and when.
  mutating func leaveOutRespondent() {
    answered = ""
    date = ""
    respondent = "<antwoorder functie=\"\" ministerie=\"\"/>"
  }

  func read() throws -> QuestionSet {
    try SourceReader.read(Array(text.utf8), name: "KVR99412.xml")
  }
}
