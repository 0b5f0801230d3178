import PassageIndex

extension Manual {
  /// The query language, with the operators and fields of the help of `search`.
  static var queries: ManualPage {
    let sections = SearchCommand.help.sections
    let fieldNames = Field.allCases.filter { !$0.synonyms.isEmpty }.map { field in
      ManualPage.Block.row(
        "\(field.names[0]):",
        meaning: "ook " + field.synonyms.map { "\($0):" }.joined(separator: ", "))
    }
    return ManualPage(
      name: "vraagbaak-query", section: 7, summary: "de zoektaal van vraagbaak",
      blocks: [
        .heading("Beschrijving"),
        .paragraph(
          "Typ woorden. Al het andere op deze bladzijde mag, en hoeft niet. Elke zoekvraag is "
            + "geldig: wat niet begrepen wordt, wordt als woord gezocht of weggelaten, met een "
            + "waarschuwing."),
        .paragraph(
          "Passages met alle woorden komen eerst, dan de beste met een deel ervan; daarbij staat wat "
            + "ontbreekt. Een passage staat hoger als andere passages van dezelfde set ook iets van "
            + "de vraag hebben. De eerste regel van het antwoord herhaalt de vraag zoals hij begrepen "
            + "is."),
        .paragraph(
          "Op de opdrachtregel houden enkele aanhalingstekens de shell van de vraag af:"),
        .lines([#"vraagbaak search '"betaalde seks" -politie'"#]),
      ] + sections.prefix(1).flatMap(rows) + [
        .paragraph(
          "OF verbindt alleen wat ernaast staat: nikkel veerpont OF keukengerei is nikkel, en "
            + "veerpont of keukengerei. Een minteken sluit alleen uit aan het begin van een woord. "
            + "Een komma, puntkomma of rechte streep tussen woorden is een spatie; woorden met een "
            + "schuine streep ertussen zijn eerst een woordgroep. In een zoekvraag die helemaal in "
            + "hoofdletters staat, zoals een geplakte kop, zijn NIET, EN en OF gewone woorden.")
      ] + sections.dropFirst().flatMap(rows) + [
        .paragraph(
          "Een veld beperkt één woord, of een woordgroep tussen aanhalingstekens, tot een deel van "
            + "de passage. Een naam van een partij, lid of ministerie mag ook zonder aanhalingstekens "
            + "uit meer woorden bestaan: partij:Partij van de Arbeid. Een onbekend veld is een woord, "
            + "met een waarschuwing."),
        .heading("Andere namen van velden"),
      ] + fieldNames + [
        .heading("Datums"),
        .paragraph(
          "Een datum is een dag, maand of jaar, in cijfers of in woorden: 3-12-2024, 2024-12, "
            + "december 2024, vandaag, vorige maand, laatste 30 dagen. Een periode heeft een begin, "
            + "een eind of beide: 2024-10..2024-12, ..2023, sinds 1 oktober 2024, voor 2020. datum: "
            + "vindt wat in die tijd gevraagd of beantwoord is; ingezonden: en beantwoord: onderscheiden "
            + "dat."),
        .heading("Hoe een woord gevonden wordt"),
        .row(
          "In andere vormen",
          meaning: "lid vindt leden, terugbrengen vindt teruggebracht; gemeente vindt niet mening."),
        .row(
          "In samenstellingen",
          meaning: "toeslag vindt kinderopvangtoeslagen, lager dan het woord zelf; "
            + "politiecapaciteit vindt ook capaciteit van de politie."),
        .row(
          "In stukken",
          meaning:
            "wetgeving vindt wet- en regelgeving, invoeren vindt in te voeren, mantel zorger "
            + "vindt mantelzorger."),
        .row(
          "In verwante woorden",
          meaning:
            "bij een of twee woorden vindt weigering ook weigeren, na wat het woord zelf heeft."),
        .row(
          "In andere schrijfwijzen",
          meaning: "financien vindt financiën, 36410 vindt 36.410 en 36 410, 65% vindt 65 procent. "
            + "Korte namen in hoofdletters (NAM, OM) vinden eerst de naam."),
        .row(
          "Onder andere namen",
          meaning:
            "OM vindt openbaar ministerie, LNV vindt sinds juli 2024 ook LVVN. Zie --aliases "
            + "en --no-aliases."),
        .row(
          "Zonder gewicht",
          meaning:
            "lidwoorden, voorzetsels en vraagwoorden tellen alleen als er niets anders staat."),
        .paragraph(
          "Aanhalingstekens en --exact vinden woorden alleen zoals ze getypt zijn. Wordt er weinig "
            + "gevonden, dan wordt een waarschijnlijke spelling genoemd, maar niet gezocht."),
        .heading("Vindplaatsen"),
        .paragraph(
          "Een vindplaats vindt eerst haar set, dan de passages die haar aanhalen. Plak haar zoals u "
            + "haar vindt:"),
        .lines([
          "Aanhangsel 2024–2025, nr. 705, vraag 3", "AH 705", "nr. 705",
          "2024Z16543#6", "ah-tk-20242025-705#3",
          "https://zoek.officielebekendmakingen.nl/ah-tk-20242025-705.html",
          "Kamerstukken II 2023/24, 36 471, nr. 64",
        ]),
        .paragraph(
          "Zonder vergaderjaar vindt ze de sets van alle jaren, de nieuwste eerst. Een Kamerstuk staat "
            + "zelf niet in de index; het vindt de passages die het aanhalen. 'vraagbaak show', "
            + "'vraagbaak cite' en 'vraagbaak open' nemen dezelfde vindplaatsen aan."),
        .heading("Is dit eerder gevraagd?"),
        .paragraph(
          "--similar vindt passages van andere sets over hetzelfde; een zoekvraag erbij beperkt ze:"
        ),
        .lines(["vraagbaak search --similar ah-tk-20242025-705#3 jaar:2024"]),
        .paragraph(
          "'vraagbaak explain --why ID' toont waarom een passage gevonden wordt of niet."),
        .heading("Zie ook"),
        .paragraph("vraagbaak(1), vraagbaak-search(1), vraagbaak-explain(1)"),
      ])
  }
}
