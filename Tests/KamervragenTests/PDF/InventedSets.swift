/// Invented sets in the look of the official publications.
enum InventedSets {
  /// The document `ah-tk-20242025-9031.pdf` of the corpus: merged questions, notes on two pages, a
  /// word broken at the end of a line, a compound whose own hyphen stands there, a list and a
  /// table.
  static var answered: OfficialSheet {
    var sheet = OfficialSheet(
      identifier: "ah-tk-20242025-9031", kind: "Aanhangsel",
      title:
        "Vragen gesteld door de leden der Kamer, met de daarop door de\nregering gegeven antwoorden",
      number: "9031")
    sheet.paragraph(
      "Vragen van de leden *Verbeeten* (Landelijke Lijst) en *Van der Zwaluw* (Partij voor de Waddeneilanden) aan de Minister van Infrastructuur en Waterstaat over _het bericht «Fluisterboot vaart de Rijnwaardse plas uit»_ (ingezonden 5 november 2024)."
    )
    sheet.skip()
    sheet.paragraph(
      "Antwoord van Minister *Oosterling* (Infrastructuur en Waterstaat), mede namens de Staatssecretaris van Economische Zaken (ontvangen 28 november 2024). Zie ook Aanhangsel Handelingen, vergaderjaar 2024–2025, nr. 9001."
    )
    sheet.section(
      "Vraag 1",
      "Bent u bekend met het bericht «Fluisterboot vaart de Rijnwaardse plas uit»?^1",
      notes: ["1 De Oeverkoerier, 1 november 2024, «Fluisterboot vaart de Rijnwaardse plas uit»."])
    sheet.section("Antwoord 1", "Ja. Ik heb het bericht met belang\u{AD}stelling gelezen.")
    sheet.section(
      "Vraag 2 en 3",
      "Klopt het dat de verhuurders van fluister\u{AD}boten op de plas geen vergunning meer krijgen omdat de laadpalen te weinig vermogen hebben?",
      "Hoeveel verhuurders hebben daardoor in de afgelopen drie jaar hun bedrijf moe\u{AD}ten beëindigen, en hoeveel WBV-\u{AD}vergunningen zijn ingetrokken?"
    )
    sheet.section(
      "Antwoord 2 en 3",
      "De vergunning is een bevoegdheid van de gemeente. Uit navraag blijkt dat de gemeente sinds 2022 bij elke aanvraag de belasting van het stroomnet laat be\u{AD}re\u{AD}kenen.^2 Voor vergunningen die onder de oude regels zijn gegeven, ook de WBV-\u{AD}vergunningen, geldt dat niet.",
      "De gemeente heeft de volgende aantallen verstrekt:",
      notes: [
        "2 2022 is het jaar van de eerste netberekening; zie Gemeente Rijnwaard, «Laden aan de waterkant» (rijnwaard.example/laden)."
      ])
    sheet.table([
      ["Jaar", "Aanvragen", "Verleend"], ["2022", "14", "9"], ["2023", "11", "4"],
      ["2024", "12", "3"],
    ])
    sheet.paragraph(
      "Twee verhuurders zijn met hun bedrijf gestopt. Of dat met de vergunning te maken heeft, weet de gemeente niet."
    )
    sheet.section(
      "Vraag 4",
      "Bent u bereid met de netbeheerder te bezien of de laadpalen een eigen aansluiting kunnen krijgen?"
    )
    sheet.section(
      "Antwoord 4", "De netbeheerder onderzoekt drie mogelijkheden:",
      "– een aansluiting aan de noordkant van de plas, waar het net nog ruimte heeft en de kabel door de dijk kan worden gelegd;",
      "– een batterij bij de haven, die ’s nachts wordt opgeladen;",
      "– een eigen opwekking van stroom door de verhuurders.",
      "Ik verwacht de uitkomsten in het voorjaar en zal de Kamer dan informeren. Daarbij betrek ik de wens van de leden om ook de pleziervaart in de wet- en regelgeving voor laadpunten op te nemen, zoals de Minister van Klimaat en Groene Groei in het plenaire debat heeft toegezegd.^3 Een landelijke norm voor laadpunten aan het water is er nog niet. Het Platform Stil Varen werkt aan een voorstel, dat met de gemeenten, de water\u{AD}schappen en de verhuurders wordt besproken.",
      notes: ["3 Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel 12"])
    return sheet
  }

  /// Questions without answer on one page.
  static var questions: OfficialSheet {
    var sheet = OfficialSheet(
      identifier: "kv-tk-2024Z99032", kind: "Vragen",
      title: "Vragen gesteld door de leden der Kamer", number: "2024Z99032")
    sheet.paragraph(
      "Vragen van het lid *Inge van Zuylen* (Partij voor de Waddeneilanden) aan de Staatssecretaris van Volksgezondheid, Welzijn en Sport over _de dokterspost op de eilanden_ (ingezonden 6 november 2024)."
    )
    sheet.section(
      "1", "Kent u het bericht «Dokter komt met de boot»?^1",
      notes: ["1 Eilander, 4 november 2024."])
    sheet.section("2", "Deelt u de mening dat een dokter niet van het tij mag afhangen?")
    return sheet
  }
}
