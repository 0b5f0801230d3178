internal import PassageStore

extension Aliases {
  /// Parties, ministries since 1994, places with two names and the abbreviations of everyday use in Kamervragen.
  static let table = """
    partij: PvdA; Partij van de Arbeid
    partij: GroenLinks-PvdA; GL-PvdA; GL/PvdA; GroenLinks/PvdA
    partij: NSC; Nieuw Sociaal Contract
    partij: FVD; FvD; Forum voor Democratie
    partij: PVV; Partij voor de Vrijheid
    partij: PvdD; Partij voor de Dieren
    partij: VVD; Volkspartij voor Vrijheid en Democratie
    partij: CDA; Christen-Democratisch Appèl
    partij: BBB; BoerBurgerBeweging; Boer Burger Beweging
    partij: SGP; Staatkundig Gereformeerde Partij
    partij: SP; Socialistische Partij
    partij: CU; ChristenUnie; Christen Unie
    partij: GL; GroenLinks; Groen Links
    partij: JA21; JA 21
    partij: 50PLUS; 50 Plus
    partij: BIJ1; BIJ 1
    partij: D66; Democraten 66; D'66
    partij: LPF; Lijst Pim Fortuyn

    ministerie: AZ; Algemene Zaken
    ministerie: BZ; BuZa; Buitenlandse Zaken
    ministerie: BHOS; BH-OS; BHO [2024-07..]; Buitenlandse Handel en Ontwikkelingssamenwerking [2012-11..2024-07]; Buitenlandse Handel en Ontwikkelingshulp [2024-07..]
    ministerie: BZK; Binnenlandse Zaken en Koninkrijksrelaties
    ministerie: JenV; J&V; VenJ [2010-10..2017-10]; V&J [2010-10..2017-10]; Justitie en Veiligheid [2017-10..]; Veiligheid en Justitie [2010-10..2017-10]
    ministerie: OCW; OCenW; Onderwijs, Cultuur en Wetenschap; Onderwijs, Cultuur en Wetenschappen [..2003-07]
    ministerie: SZW; Sociale Zaken en Werkgelegenheid
    ministerie: VWS; Volksgezondheid, Welzijn en Sport
    ministerie: IenW; I&W; Infrastructuur en Waterstaat [2017-10..]; IenM [2010-10..2017-10]; I&M [2010-10..2017-10]; Infrastructuur en Milieu [2010-10..2017-10]; VenW [..2010-10]; V&W [..2010-10]; Verkeer en Waterstaat [..2010-10]
    ministerie: VROM [..2010-10]; Volkshuisvesting, Ruimtelijke Ordening en Milieubeheer [..2010-10]
    ministerie: VRO [2024-07..]; Volkshuisvesting en Ruimtelijke Ordening [2024-07..]
    ministerie: EZ; Economische Zaken; EZK [2017-10..2024-07]; Economische Zaken en Klimaat [2017-10..2024-07]; EL&I [2010-10..2012-11]; Economische Zaken, Landbouw en Innovatie [2010-10..2012-11]
    ministerie: EZK [2017-10..2024-07]; Economische Zaken en Klimaat [2017-10..2024-07]; KGG [2024-07..]; Klimaat en Groene Groei [2024-07..]
    ministerie: LNV [..2024-07]; Landbouw, Natuurbeheer en Visserij [..2003-07]; Landbouw, Natuur en Voedselkwaliteit [2003-07..2024-07]; LVVN [2024-07..]; Landbouw, Visserij, Voedselzekerheid en Natuur [2024-07..]
    ministerie: AenM [2024-07..]; A&M [2024-07..]; Asiel en Migratie [2024-07..]

    naam: Den Haag; 's-Gravenhage
    naam: Den Bosch; 's-Hertogenbosch
    naam: Belarus; Wit-Rusland
    naam: Kyiv; Kiev
    naam: Myanmar; Birma
    naam: Eswatini; Swaziland
    naam: Turkije; Türkiye
    naam: Tsjechië; Tsjechische Republiek
    naam: Noord-Macedonië; Macedonië
    naam: Ivoorkust; Côte d'Ivoire
    naam: Mumbai; Bombay
    naam: Beijing; Peking

    afkorting: OM; openbaar ministerie
    afkorting: mln; miljoen
    afkorting: mld; miljard
    afkorting: AVG; Algemene verordening gegevensbescherming
    afkorting: AP; Autoriteit Persoonsgegevens
    afkorting: UWV; Uitvoeringsinstituut Werknemersverzekeringen
    afkorting: SVB; Sociale Verzekeringsbank
    afkorting: IND; Immigratie- en Naturalisatiedienst
    afkorting: COA; Centraal Orgaan opvang asielzoekers
    afkorting: DT&V; Dienst Terugkeer en Vertrek
    afkorting: azc; asielzoekerscentrum; asielzoekerscentra
    afkorting: amv; alleenstaande minderjarige vreemdeling; alleenstaande minderjarige vreemdelingen
    afkorting: DJI; Dienst Justitiële Inrichtingen
    afkorting: CJIB; Centraal Justitieel Incassobureau
    afkorting: NCTV; Nationaal Coördinator Terrorismebestrijding en Veiligheid
    afkorting: AIVD; Algemene Inlichtingen- en Veiligheidsdienst
    afkorting: MIVD; Militaire Inlichtingen- en Veiligheidsdienst
    afkorting: FIOD; Fiscale inlichtingen- en opsporingsdienst
    afkorting: KMar; Koninklijke Marechaussee
    afkorting: WODC; Wetenschappelijk Onderzoek- en Datacentrum
    afkorting: DUO; Dienst Uitvoering Onderwijs
    afkorting: CBS; Centraal Bureau voor de Statistiek
    afkorting: CPB; Centraal Planbureau
    afkorting: SCP; Sociaal en Cultureel Planbureau
    afkorting: PBL; Planbureau voor de Leefomgeving
    afkorting: RIVM; Rijksinstituut voor Volksgezondheid en Milieu
    afkorting: NVWA; Nederlandse Voedsel- en Warenautoriteit
    afkorting: ILT; Inspectie Leefomgeving en Transport
    afkorting: IGJ; Inspectie Gezondheidszorg en Jeugd
    afkorting: NZa; Nederlandse Zorgautoriteit
    afkorting: CAK; Centraal Administratie Kantoor
    afkorting: CIZ; Centrum Indicatiestelling Zorg
    afkorting: ACM; Autoriteit Consument en Markt
    afkorting: AFM; Autoriteit Financiële Markten
    afkorting: DNB; De Nederlandsche Bank
    afkorting: RVO; Rijksdienst voor Ondernemend Nederland
    afkorting: RDW; Rijksdienst voor het Wegverkeer
    afkorting: VNG; Vereniging van Nederlandse Gemeenten
    afkorting: IPO; Interprovinciaal Overleg
    afkorting: SER; Sociaal-Economische Raad
    afkorting: NS; Nederlandse Spoorwegen
    afkorting: NPO; Nederlandse Publieke Omroep
    afkorting: RvS; Raad van State
    afkorting: EHRM; Europees Hof voor de Rechten van de Mens
    afkorting: EVRM; Europees Verdrag voor de Rechten van de Mens
    afkorting: EU; Europese Unie
    afkorting: VN; Verenigde Naties
    afkorting: NAVO; NATO; Noord-Atlantische Verdragsorganisatie
    afkorting: WHO; Wereldgezondheidsorganisatie
    afkorting: VS; Verenigde Staten
    afkorting: VK; Verenigd Koninkrijk
    afkorting: ggz; geestelijke gezondheidszorg
    afkorting: ggd; gemeentelijke gezondheidsdienst; GGD'en
    afkorting: mkb; midden- en kleinbedrijf
    afkorting: zzp; zzp'er; zzp'ers; zelfstandige zonder personeel; zelfstandigen zonder personeel
    afkorting: vve; vereniging van eigenaars; vereniging van eigenaren; verenigingen van eigenaren
    afkorting: boa; buitengewoon opsporingsambtenaar; buitengewoon opsporingsambtenaren; buitengewone opsporingsambtenaren
    afkorting: ov; openbaar vervoer
    afkorting: hbo; hoger beroepsonderwijs
    afkorting: mbo; middelbaar beroepsonderwijs
    afkorting: vo; voortgezet onderwijs
    afkorting: po; primair onderwijs
    afkorting: bbp; bruto binnenlands product
    afkorting: bni; bruto nationaal inkomen
    afkorting: btw; belasting over de toegevoegde waarde; omzetbelasting
    afkorting: WIA; Wet werk en inkomen naar arbeidsvermogen
    afkorting: WAO; Wet op de arbeidsongeschiktheidsverzekering
    afkorting: WW; Werkloosheidswet
    afkorting: AOW; Algemene Ouderdomswet
    afkorting: Wmo; Wet maatschappelijke ondersteuning
    afkorting: Wlz; Wet langdurige zorg
    afkorting: Zvw; Zorgverzekeringswet
    afkorting: Woo; Wet open overheid
    afkorting: Wob; Wet openbaarheid van bestuur
    afkorting: BRP; Basisregistratie Personen
    afkorting: BSN; burgerservicenummer
    afkorting: Wvggz; Wet verplichte geestelijke gezondheidszorg
    afkorting: Awb; Algemene wet bestuursrecht
    afkorting: ECB; Europese Centrale Bank
    afkorting: IMF; Internationaal Monetair Fonds
    afkorting: OESO; OECD; Organisatie voor Economische Samenwerking en Ontwikkeling
    afkorting: OVSE; Organisatie voor Veiligheid en Samenwerking in Europa
    afkorting: ICC; Internationaal Strafhof
    afkorting: ICJ; Internationaal Gerechtshof
    afkorting: SodM; Staatstoezicht op de Mijnen
    afkorting: KLM; Koninklijke Luchtvaart Maatschappij
    afkorting: UNHCR; VN-vluchtelingenorganisatie
    afkorting: VAE; Verenigde Arabische Emiraten
    afkorting: OVV; Onderzoeksraad voor Veiligheid
    afkorting: CBR; Centraal Bureau Rijvaardigheidsbewijzen
    afkorting: KNMI; Koninklijk Nederlands Meteorologisch Instituut
    afkorting: NFI; Nederlands Forensisch Instituut
    afkorting: RWS; Rijkswaterstaat
    afkorting: NCSC; Nationaal Cyber Security Centrum
    afkorting: KNAW; Koninklijke Nederlandse Akademie van Wetenschappen
    afkorting: NWO; Nederlandse Organisatie voor Wetenschappelijk Onderzoek
    afkorting: FNV; Federatie Nederlandse Vakbeweging
    afkorting: zbo; zelfstandig bestuursorgaan; zelfstandige bestuursorganen
    afkorting: cao; collectieve arbeidsovereenkomst; collectieve arbeidsovereenkomsten
    afkorting: amvb; algemene maatregel van bestuur; algemene maatregelen van bestuur
    afkorting: WOZ; waardering onroerende zaken
    afkorting: bpm; belasting van personenauto's en motorrijwielen
    afkorting: mrb; motorrijtuigenbelasting
    afkorting: Anw; Algemene nabestaandenwet
    afkorting: Wft; Wet op het financieel toezicht
    afkorting: Wwft; Wet ter voorkoming van witwassen en financieren van terrorisme
    afkorting: VOG; verklaring omtrent het gedrag
    afkorting: tbs; terbeschikkingstelling
    afkorting: pgb; persoonsgebonden budget; persoonsgebonden budgetten
    afkorting: seh; spoedeisende hulp
    afkorting: jgz; jeugdgezondheidszorg
    afkorting: vmbo; voorbereidend middelbaar beroepsonderwijs
    afkorting: vwo; voorbereidend wetenschappelijk onderwijs
    afkorting: roc; regionaal opleidingencentrum; regionale opleidingencentra
    afkorting: bso; buitenschoolse opvang
    afkorting: GLB; gemeenschappelijk landbouwbeleid
    afkorting: KRW; Kaderrichtlijn Water
    afkorting: ETS; emissiehandelssysteem
    afkorting: NPLG; Nationaal Programma Landelijk Gebied
    afkorting: vth; vergunningverlening, toezicht en handhaving
    afkorting: DSA; Digital Services Act; digitaledienstenverordening
    """
}
