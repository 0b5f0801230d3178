extension Exceptions {
  /// The exceptions that come with Vraagbaak, one a line with its reason.
  public static let standardText = """
    wijze = wijze             # de manier, geen vorm van wijs
    verboden = verbied        # vaker het deelwoord dan het meervoud van verbod
    verbod = verbied          # hoort bij verboden en verbieden
    aandacht = aandacht       # niet van aandenken
    gemiddeld = gemiddeld     # niet van middelen
    gemiddelde = gemiddeld
    afgelopen = afgelopen     # bijvoeglijk: afgelopen jaar
    geleden = geleden         # een jaar geleden; niet van lid en niet van lijden
    gezien = gezien           # voorzetsel
    sprake = sprake           # er is sprake van; niet van spraak
    data = data               # gegevens, geen vorm van datum
    jongeren = jongere        # niet van jong
    inkomen = inkomen         # wat iemand verdient, niet van binnenkomen
    inkomens = inkomen
    geweld = geweld           # niet van wellen
    verdere = verder          # niet van ver
    eerdere = eerder          # niet van eer
    maten = maat              # niet van meten
    huizen = huis             # niet van huize, dat de lijst ook heeft
    huize = huis
    culturen = cultuur        # niet van culture
    einde = eind              # een woord
    einden = eind
    harten = hart             # niet van harren
    harte = hart
    heren = heer              # de lijst heeft heren ook voor zich
    muren = muur
    neven = neef
    dansen = dans             # niet van danse
    bonnen = bon              # niet van bonne
    winden = wind             # niet van winde
    art = artikel             # art. 35
    maatregel = -             # ondoorzichtig: geen regel met een maat
    slachtoffer = -           # ondoorzichtig
    oorzaak = -               # ondoorzichtig: geen zaak van een oor
    minister = -              # leenwoord, geen kleine ster
    ministerie = -
    burgemeester = -          # ondoorzichtig
    paragraaf = -             # leenwoord
    maaltijd = -              # ondoorzichtig: geen tijd
    onderwijs = -             # van onderwijzen
    standaard = -             # leenwoord
    achtergrond = -           # ondoorzichtig: geen grond
    voorbeeld = -             # ondoorzichtig
    leeftijd = -              # ondoorzichtig: geen tijd om te leven
    grondslag = -             # ondoorzichtig: geen slag
    koninkrijk = -            # koning, niet konink
    metropool = -             # leenwoord
    infrastructuur = -        # leenwoord
    transactie = -            # leenwoord
    """

  /// The exceptions of `standardText`; a test reads every line of it.
  public static let standard = (try? parse(standardText)) ?? Exceptions()
}
