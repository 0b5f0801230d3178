import DutchText

/// A sample of a list of Dutch words: those that the tests use, the forms that show their
/// inflection, and some words that begin or end with their parts. From Debian's `wdutch`, the list
/// of the Stichting OpenTaal (CC-BY 3.0 and BSD).
enum WordSample {
  static let lexicon = try? Lexicon(Lexicon.compile(words))

  static let words: [String] = text.split(separator: " ").map(String.init)

  private static let text = """
    Amsterdam Bulgaar Bulgaren Jordaan Kamerbrief Kamerstuk Kamervraag Kamervragen Nederlander \
    Nederlanders aa aak aam aan aanbesteding aanbestedingsrecht aanbied aangemeld aangenomen \
    aangepakt aangepakte aangewonnen aangifte aankleef aankleefde aankoek aankopers aanmelden \
    aanneem aanneembaar aanneembare aanneemsom aanneemsommen aanneemster aanneemsters aanneemt \
    aannemen aannemer aanpak aanpakken aanpakkend aanpakkende aanpakt aanpakte aanpakten \
    aanpassing aanschaf aanschafwaarden aansla aanslag aanslagbrief aansluiten aantallen \
    aantrekken aanvoer aanvoersnelheid aanvraag aanvraagtijd aanwijs aanwijsbesluit aanwijsregel \
    aanwijzen aanwin aanzwel aap aapmens aar aard aardappel aardappelkoek aarde aarden aardewerk \
    aardewerkfabrikant aardewerkmuseum aardige aardigheden aardigheid aardigste aardje aardst \
    aardwetenschapper aars aart aat academies accijns accijnsfraude accijnskantoor \
    accijnsvoordeel account ach acht achter achterbleef achterbuur achterbuurt achterbuurtkind \
    achtergrond achtergrondartikel achtergronden achtergrondgeluid achtergrondjes \
    achtergrondstudies achtergrondstuk achtergrondzang achtergrondzanger achterstand \
    achtervertrekken achterwacht acteer acteerkunst actie actief actiemogelijkheid acties adel \
    adelen adergezwel administratie adoptie adoptiegezin adoptiekinderen adres adresinvoer adv \
    advies adviesgeschil adviesinstantie advieskaart advieskantoor adviesketen adviesnotitie \
    adviesorganen adviesverlaging adviesvoorstel adviezen advocaat advocaatje advocaatjes \
    advocaatkeuze advocaatkosten advocaatskosten advocate advocaten advocatenberoep advocatenblad \
    advocatenduo advocatenfirma advocatenkamer advocatenkantoor advocatenkantoren advocatenstreek \
    advocatenteam advocates afbrekingen affloot afgeleefd afgelekt afgemeld afgetuimeld \
    afgewonnen afgezette afgifte afgiftekantoor afgleden afhankelijk afhankelijke afhankelijken \
    afhankelijker afhankelijkere afkapping afkappingstekens aflaat aflaatbrieven afluister \
    afluistertijd aframmelden afscheid afscheidsdans afspraak aft aftap aftapmogelijkheden aftred \
    afvalstort afvalstortplaats afweergedrag afwinnen afzet afzetkans afzette agent agenten aids \
    aidsgeval aidskinderen aidsslachtoffers aken alcohol alcoholconsumptie alimentatie alle allen \
    aller allergrootste alles als alsdan altaar ambassade ambassadepersoneel ambt ambten \
    ambtenaar ambulance ambulancepersoneel amen analyse analyses ancien ancienniteit \
    ancienniteiten anciens antidumping antidumpingheffing antwoord antwoordblad antwoorden \
    antwoordenboek antwoordenboeken antwoordenboekjes antwoordende antwoordenlijst \
    antwoordenreeks antwoordenvelop antwoordenveloppe antwoordenveloppen antwoordfunctie \
    antwoordje antwoordmachine antwoordrubriek antwoordservice antwoordsleutel antwoordt \
    antwoordzin apensoort apparaten apparatuur appelen appelkoek appels appeltaart ar arbeid \
    arbeider arbeiders arbeidersgezin arbeidsimmigratie arbeidskans arbeidsmigratie \
    arbeidspatroon arbeidstoeslagen arbeidsvrede archief architectuur archivaris arde arden aren \
    arme armen armenpraktijk armoede armoedelijn arren arrensleden arretje art articulatie \
    artiestenbureaus artikel artikelenbundel artikeltje artotheek arts artsen artsencommissie \
    artsenexamen artsenfamilie artsengezin artsenkeuze artsenmonsters artsenorganisaties \
    artsensyndicaat artsentekort artsenvisite artsexamens asbest asbestweg asfalt asfaltpaadje \
    asiel asieladvocaten asielgebied asielimmigratie asielopvang asielzoeker asielzoekers \
    asielzoekersgezin aspecten astrakan at atelier atelierpraktijk aten atleet audit auditaanpak \
    auteur auto autoconsument autoconsumenten autoverkoop ave averechts avond avondmensen \
    avondzon awel baan baanhuur baanverandering baar baardvogel baden badje bagger baggerplan \
    bakker bakkers bakkersgezin bal balans ballet balletuitvoering ballon ballonnetje band banden \
    bank banken bankenwetten bankier bankrover bankstel bare bas basfluiten basis basisadvies \
    basishuur basisideeen basisonderwijs basisvragen basiswetten bazen beantwoord beantwoorden \
    bed bedacht bedde bedden beddenhuis beddenzak bede bededagen bedek bedekking bedeling \
    bederfelijk bederfelijkheid bedevaart bedienden bediendes bedieningsknop bedieningsknopjes \
    bedilal bedrag bedrage bedragen bedragend bedragende bedragje bedragjes bedrijf \
    bedrijfsadvocaten bedrijfsarts bedrijfseconomisch bedrijfsfinancien bedrijfsheffing \
    bedrijfsidee bedrijfsmanagement bedrijfsomgeving bedrijfsprofiel bedrijfsrestaurant bedrijven \
    beek beekje beeld beeldbestek beeldhouwster beeldige beeldinstelling beeldje beeldkeuze \
    beeldkunst beeldoverzicht beeldspraak beeldvlakken beeldwereld beet beetgenomen beetneem \
    beganegrondwoning begeleider begin beginne beginnen beginnend beginnende beginner beginnetje \
    begint beginvoor begonnen begroot begroting behandeling behandelingswijzen beheer beheers \
    beheersomgeving beheerspersoneel behoeften behoud bek beken bekend bekende bekennen bekennend \
    bekennende bekent beker bekeroverwinning bekje bekt bekte bekwaamheid belang belangen \
    belasting belastingbedragen belastingen belastingnadeel belastingvoordelen belegging \
    beleggingsadviezen beleid beleidsantwoord beleidshorizon beleidsuitvoering beloning \
    beloningsnadeel beloningsregeling benadeel benadelen bende bendegeweld beneden benedenkant \
    beneem bepaal bepaald bepaalde bepaalds bepaalt bepalen bepalend bepalende beraad beregelen \
    bereid berg bergdorpje bergpaadje bergplaats beroep beroeps beroepspiloot beroepspolitici \
    beroepspraktijk beroepszaken bes beschadig beschadigden bescherming beschermingsfonds \
    beschermingslaag beschermingslaagje beschermingsmiddel beschermingsniveau beschermingstaken \
    beschermingszone beschermingszones beschrijving besloot besloten beslotenheid besluit \
    besluite besluiten besluitenlijst besluitenlijsten besluitenlijstje besluitkarakter \
    besluitneming besluitpunt besluittekst besluitvaardige besluitvoering besmettelijke besneeuw \
    besneeuwden bespied bespiedend bespreking best besta bestaan bestaat beste besteedsters \
    bestek bestekomschrijving bestekwijziging bestel bestelmogelijkheid bestempel bestempelend \
    bestendig bestrijk besturen bestuur bestuursbeleid bestuursbesluiten bestuurslaag \
    bestuursmaatregel bestuurszaak bet betaal betaalomgeving betaling betalingsverkeer betreden \
    betrekking betreuren betreurenswaard beursaanvraag beurzen beveilig beveiliger bevel \
    bevoordelen bevorderend bewaar bewaard bewerking bewerkingsteken bewind bewindspersoon \
    bewonderen bewonderenswaard bewoning bewoningslaag bezetenheid bezetenheidsdans bezorg \
    bezorgtijd bezwaard bezweet bezweten bie biecht biechtpraktijk bied bieden biedend biedende \
    biedermeier biedermeiertjes biedingen biedingenstrijd biedingsberichten biedingsstrijd \
    biedprijs biedronde biedt bier bierconsument bierkan bierland biermuseum bietenbladeren bij \
    bijbel bijdrage bijdragen bijdrageregelingen bijgebleven bijgewonnen bijgezette bijl \
    bijlbrieven bijltje bijltjes bijltjesdagen bijnemen bijpersonen bijwinnen bijzette bikini \
    bikinilijn bil biljarts biljet biljettenautomaat binnengetreden binnengevallen binnenloper \
    binnentankvaart bisschopssteden bitter bitterkoekjes bizon blad bladen bladige bladziekte \
    bleef blessuregevallen bleven blij blijf blijfrecht bliksem bliksemsnel blindeman \
    blindemannetje bloedinstelling bloedsuiker bloedsuikerwaarden bloemen bloemendorpje \
    bloemenkinderen bloemsierkunst blok blokfluiten bo bobs bobsleet bod bode bodemrichtlijn \
    bodemsamenstelling boden boe boek boeken boekenplan boekhoudregel boekje boekjes boekverkoop \
    boer boeren boerendans boerendorpje boerengemeente boerenhof boerenhofsteden boerenkind \
    boerenregering boerentuin boerenvak boerenverzet boet boethuis bogen bokken bol bolle \
    bolleboos bollen bollengebied bolspits bond bonden bondsminister bondsraad bondsraadslid \
    bondsstaten bonus bonusregelingen boodschappen boontjes boos boosaardig boosaardige \
    boosaardigheden boosaardigheid boosaardigste boosdoenster boosdoensters booste booswicht bord \
    borden borgend borst borstziekte bos bosbouw bosbouwtrekkers boscertificaat bosje bospark \
    bosreservaat bosrijker bossen bosstroken bost boswachter boswet bot boten botenopslag boter \
    boterhuis boterkoek botje bots botsen botsend botsende botst botste botte botten botter bouw \
    bouwaannemer bouwconcept bouwkamp bouwklimaat bouwkunde bouwkundig bouwkundige bouwkundigen \
    bouwmogelijkheden bouwperiode bouwplannen bouwproject bouwprojecten bouwregelgeving \
    bouwregime bouwvakarbeiders bouwvolume bouwvoor bouwvoornemen boven bovensteden \
    bovenwettelijk boxen boycot boycotmaatregel boycotmaatregelen branche brand brandstof \
    brandstofheffing brandstoftoeslagen brandveilig brandweer brandweermuseum brandweg brie brief \
    briefen briefhoofding briefje briefkaart briefkaartactie briefopener briefporto briefpost \
    briefschrijvers briefstemmers briefstijlen brieft brieven brievenactie brievenboek \
    brievenboeken brievenbus brievenbussen brievenbussleutels brievenhoofd brievenweger \
    brievenwegers brievenzak brigade bril brillen brinkmannetje broed broeder broedergemeente \
    broedergemeenten broedgevallen bron bronnen bronnenonderzoek bronopsporing bronstaat bruid \
    bruidsgemeente bruiloft bruiloftsvers buckskin budget budgetgebied budgetonderzoek buffer bui \
    buiten buitengewoon buitenhuizen buitenklimaat buitenland buitenlandminister buitenstad buk \
    buks bukskin bul bundel bundels burcht bureau bureaus burger burgerconsument burgerleden \
    burgerraadslid burgerschool burgerslachtoffer burgerslachtoffers bus business businessklimaat \
    busjes buso busongevallen bussen buur buurkind buurt buurtfestival buurthuizen \
    buurtveiligheid buurtverkeer buurtverzet camera camionetteverhuur camping campinggas \
    capaciteit capaciteiten capaciteitsdruk capaciteitsgroepen capaciteitsniveau \
    capaciteitsopbouw capaciteitstekort capaciteitsverlies capaciteitsvraag cargo cargovervoer \
    carnaval carnavals carnavalsdagen carnavalsprins centje centrum centrumpoliticus \
    centrumrechts certificaat certificaten charter chartervervoer chef cheffin chefs choppen \
    christen christenmensen christenpoliticus christenvervolging cijfer cijferkunst cirkel \
    cirkelmigratie citaat citaatrecht client clientdossiers cliente clientelistische clienten \
    clientenrecht clientenstop clientenwerving clientoverleg clientparticipatie cluster \
    clusteraanpak clusterministers coach cocaine cocainezaken collecties college collegebesluiten \
    collegeleden collegeoverheid comestibles commandant commissie commissievoorstel commotie \
    commoties communicatie communicatieadvies communicatievak compensatie compensatiebedrag \
    competentie competentieprofiel compromis compromisvrede computer computers computertekenen \
    computerverhuur concentreer concentreerde concentreert concentreren concentrerend concept \
    conceptantwoord conceptwet concertgebouw concurrentie concurrentienadeel congres \
    congresbesluit congresbesluiten congresuitspraak congresuitspraken congresvoorstel consument \
    consumenten consumentenactie consumentenartikel consumentenbescherming consumentenblad \
    consumentengids consumentengidsen consumentengroep consumentenhoek consumentenlijn \
    consumentenomzet consumentenpanels consumentenprijs consumentenrubriek consumentensite \
    consumentensurplus consumentenvraag consumentenwet consumentgerichte consumptie \
    consumptiecijfer consumptief consumptiekaart consumptieketen consumptiemunt consumptiemuntjes \
    consumptiepatronen consumptiepatroon consumpties consumptievraag contact contactpersonen \
    contactpersoon contracten controle controlekamer controlemaatregel controlepersonen controles \
    controlespoor controlestaat cooperaties copiloten correctie correctietekens counteraanval \
    creatie crisis crises crisismaatregel crisismaatregelen cultuur cultuurconsumenten \
    cultuurministers cultuuroverheid cultuurpatroon cultuurpoliticus cultuurstaten cultuursteden \
    cultuurzaal cursus cursustijd curven daar daarvoor daden dag dagboeknotitie dagbogen dage \
    dagen dagend dagende dagenlang dagenlange dagenregeling dagentermijn daghit daghitten \
    dagopbrengst dagopeningen dagrapport dagrapportage dagtotaal dagwaarde dahlia dahliatuin dam \
    dan dankoffer dankte dankwoordje dans danscentrum dansdocenten dansen dansende dansfeesten \
    dansfestival dansgebied danshuis dansje dansliedje dansoptredens dansorgel dansseizoen danst \
    dansvereniging danswerk dar darm darmgezondheid datasheet datum datuminvoer december \
    decemberdag decimeter decimeterhoge deel deeladvies deelgenomen deelnam deelname deelnamekans \
    deeltijd deeltijdpolitici deeltijdpoliticus deeltjesversneller deer defensie \
    defensieministers defensiepersoneel defensiever defensieverdrag degradatie degradatieplaats \
    del delen delend deling delingen delingssnelheid delinquent deltagebieden demonstratie \
    demotie demoties den depositobewijzen depositogevers depot depotbedrag depotcapaciteit der \
    derderangs derderangspolitici deren des desktop desktopomgeving detrivoor deuren deurklopper \
    dialect dialectonderzoek dicht dichtgesloten dichtgevallen dichtzetten die dieet \
    dieetadviezen dien dienaren dienen diens dienst diensten dienstlijn dienstongeval \
    dienstregelingen dient dier diere dieren dierenbescherming dierenbos dierengezondheid \
    dierenvervoer diergezondheid dies digitaal digitale dij dijk dijkdorp dijkveiligheid diploma \
    diplomaopslag diplomatoeslag directeur directie directiesecretaris distributie \
    distributiekantoor diva divan divanbed docenten document documenten dode dodehoekongevallen \
    doden dodenkamer doe doel doelen doelopsporing doelregelgeving doeners doezelde dokter \
    dokters doktersadviezen dollarbedrag dood doodgewoon doods doodsteken doodszweet doodvroor \
    doopkaart door doordacht doorgelekt doorgemeld doorgenomen doorleest doormelden doorvoer \
    doorvoergebied doorwond doorzette doos doping dopingzaak dopingzaken dorp dorpen dorpje \
    dorpjes dorps dorpsgekken dorpsgemeente dorpsgemeenten dorpsgemeentes dorpsgezichten \
    dorpsherbergen dorpspoliticus dorpsstructuur dorpst dorpstoneel dossier dossiers \
    dottergrasland douch douche douchetijd draag dragen drager dragergas drank dranken \
    drankenfabrikant drankkeet drankomzet dreigingen drempelgebed driebaansweg drieregelig \
    driesterrenhotel driewielig drift drijf drijfgas drijfnet drijfnetvloten drink drinkkan \
    drinksnelheid droog droogvallen droom droomtuin drug drugs drugsstad drugswet druk drukker \
    dubbel dubbelbesluit dubbelprofiel duifjes duin duinpaadje duivel duivels duivelsadvocaat \
    duivelsadvocaten duiveltje duiveltjes duo duur duw duwstel dwerg dwergmens ebola \
    ebolaslachtoffer ebolaslachtoffers echt eclipsen economie economieminister ede eden eed eek \
    eel een eenheid eenheidswaarde eer eerbare eerbewijs eest eet eetafspraak eetappelen eetbui \
    eetkamertafel eetlust eetpatroon eetplaatsen eetservies eetstalletje effectief effectiefst \
    effectiefste effectieve effectieven effectiever effectievere egel egelopvang egge ei eid \
    eigen eigenbeeld eigendom eigendomsfraude eiland eilanden eilandenstaten eilandgemeenten eind \
    eindconsumenten eindonderhandeling eindregel einduitspraak einduitspraken eit eitje eken \
    elftalbeveiliger elixir els emotie emoties en end ende enen energie energiefraude \
    energieopslag energieplan energiewinning enfin engte enquete ens ent enten entte eren \
    erfelijkheid erfgoed erfprins erkenningsaanvraag eroderen erop erover ervoer es essen \
    essenbos est et eten eters ets ette etuis eucalyptus eucalyptusolie evaluatie evaluatiebrief \
    even evenementen evenementenstad examens executie executieplaats expert expertbrief \
    exploitatieopzet explosie explosieveilig export exportpromotie exportverboden extreem \
    extreemrechts fabriek fabrieksinstelling fabriekssteden faciliteiten factor factuur \
    factuurbedrag factuurbedragen faculteiten falie faliekant familie familiegeweld familieleven \
    familiemuseum familieregering fase fax faxverkeer feesten feestgerecht feestschuur feit \
    festival fiche fieteldans fiets fietsland fietsomgeving fietsongeval fietssloten figuur \
    figuurtekenen file filekans filiaalchef filiaalcheffin film filmlaag filmmusea filmzon fin \
    financieel financien financier financierbaar financierbaarheid financiering \
    financieringssaldo financies financiële fine fineren finesses fingeren finishplaats \
    finishstraat firma fitnes fitness fitnesszaal fitters flamenco flamencodans flats flauw \
    flauwval fles flessen flo flodderen fluiters folie folter folterkamer fonds fondsverdrag \
    foneem forma format formatwijziging fot foto fotovakhandel fotozaak fout foutopsporing fra \
    fractie fractiesecretaris framboos franchise franchisebedrag fraude fraudeaanpak \
    fraudebedragen fraudebestendig fraudegevoelige fraudeofficier fraudeopsporing frauderen \
    fraudes fraudeschandalen fraudeslachtoffer fraudeslachtoffers fraudeteam fraudeurs fraudevrij \
    frequent functie functietoeslag functietypering fundering funderingslaag fusie fusiegeweld \
    fusievoornemen fusievoorstel ga gaan gaand gaande gaandeweg gangmaakster ganzen ganzenvlees \
    garantie garantietoeslag garen gas gasbescherming gascrisis gasfitters gaskronen gaslaag \
    gasmassa gasopslag gassen gast gastfamilies gastgezin gastheer gastheercel gastredacteurs \
    gaswetten gaswinning geantwoord gebaar gebeuren gebied gebieden gebiedend gebiedje \
    gebiedsanalyse gebiedsdocument gebiedsdossier gebiedsgroep gebiedssluiting gebiedstypering \
    gebiedsverboden gebiedsvisie gebiedswerking gebiedt geboorte geboortedorpje gebotst gebouwen \
    gebouwtje gebrachte gebruiker gebruikers gebruikersheffing geconcentreerd geconcentreerde \
    geconcentreerder geconcentreerdst gedeelte gedenk gedenkdagen gediend gediende gedrag \
    gedragsaanpak gedragswijziging geel geelkoper geest geestkinderen gefloten gegeven gegevens \
    gegevensgebied gegevensinvoer geheim geheugenmodules geiten geitenpaadje geitenpad gek gekken \
    gekkin gekweten gekwets gel gelald geld geldbedrag gelden geldgewin geldschieters geldwereld \
    geleden geleefd geleefde geleefden gelegd geleid geleide geleidebrieven gelek geleken gelekt \
    gelekte gelen gelijk gelijkheden gelijkheid gelijkzetten geling geloof geloofsantwoord \
    geloofsbelevingen geloofsvervolging geloofswaarden geluid geluidsmaat geluidsmaatregelen \
    geluidsomgeving geluidsterreur geluk gelukkig gelukkiglijk gelukskoekjes geluksnummer gem \
    gemaakt gember gemberkoekjes gemeen gemeenschap gemeente gemeentearchivaris gemeenteavond \
    gemeenteberaad gemeentebesluit gemeentefinancien gemeentehuize gemeenteland gemeenteleven \
    gemeentemusea gemeenten gemeentenaam gemeentenaar gemeentenamen gemeentenaren gemeentenieuws \
    gemeenteniveau gemeenteoverheid gemeentepersoneel gemeenteraad gemeenterekeningen gemeentes \
    gemeentescholen gemeentesecretaris gemeentewinkel gemeld gemelde gemelden gen geneeswijzen \
    genezing genezingskans genie genies geniest geniet geniete genieten genietend genietende \
    genieter genieën genomen genoom genoot genot genoten genotypering gepak gepakt gepakte \
    geplant geploot geprakt gerecht gered geredden gerede geren gericht gerichte gering gerukte \
    geschiedenis geschil geschommeld geschonden geschoolde geschut geshared geslachten gesloten \
    gespeelde gesteld gestelde gestuurde gesuft get getweet geval gevallen gevallend gevallene \
    gevallenen gevallenstudie gevalletje gevalsbehandeling gevalsbeschrijving gevalsbespreking \
    gevalsstudie gevalsstudies gevalstudie gevalt gevaluteerd gevangenis gevaren gevarentoeslagen \
    gevend gevers gevlogen gevoelige gevolgen gevonden gewacht gewas gewasbescherming geweld \
    gewelddadigheid geweldigs geweldinstructie geweldsdaden geweldsdreigingen geweldsinstructie \
    geweldspel geweldspiraal gewemeld geweten gewetens gewetenszaken gewin gewinnen gewon gewond \
    gewonde gewonden gewondenkaart gewondentransport gewondenvervoer gewonderd gewonnen gewoon \
    gewoonde gewoonlijk gewoonste gewoonte gewoontedrinker gewoontedrinkers gewoontegedrag \
    gewoontemensen gewoontemisdadiger gewoonten gewoontes gewriemeld gezag gezagsregeling \
    gezelligheid gezelligheidsleven gezichten gezin gezind gezindtes gezinsarts gezinsavond \
    gezinsconsumptie gezinscultuur gezinsfinancien gezinsfles gezinsflessen gezinsgeweld \
    gezinskaart gezinslast gezinsleven gezinsmigrant gezinsmoment gezinsrelatie gezinstherapieen \
    gezinstoelagen gezinstype gezinsverzorgsters gezon gezond gezonde gezonden gezonder \
    gezondheid gezondheidsclaim gezondheidsdoel gezondheidsdranken gezondheidsindex \
    gezondheidsklacht gezondheidspolitie gezondheidsredenen gezondheidsrisico gezondheidsstelsel \
    gezondheidstest gezondheidswet gezondheidszorger gezondheidszorgers gezondst gezweet gezwets \
    gids gieriger ging gingen god godsidee godsregering godsvrede godsvredes goed goederen \
    goedereninvoer goederenuitvoer goedvinden goedwillig gordel gort gortzak goud goudwaarde \
    graag graan graanziekte grachten grachtenstad grafiek grage gratie grens grensdorp \
    grensverandering grensvesting grien griend griendbos griendwaard grijpen grind grindpaadje \
    groei groeibrief groeiend groeigemeenten groeimogelijkheid groeiomgeving groeiversneller \
    groen groenonderwijs groenteverkoper groep groepen groepsdans groepshuisvesting grond \
    grondaanval gronde grondopslag grondprofiel grondregelen grondvesting groot grootbladige \
    grootdoeners grootgebrachte grootje grootmeesteres grootmeesters groots grootschaligheid \
    grootspreker grootst grootste grootstedelijk grootstedelijke grootsteden grootsteeds \
    grootsteedse grootsteedser grootsten grootte grootvaderlijk grootwarenhuizen grote groten \
    groter grover gruwel gruwelijk gruwelijkheden haaruitval hackersaanval hal half halfhoge han \
    hand handel handelaars handeling handelingen handelingswijzen handels handelsbeurzen \
    handelsbevorderend handelsblok handelscontracten handelsdocumenten handelsgedrag handelsmaat \
    handelsmaatregelen handelsmandaat handelsmunten handelsvaart handelsvoordelen handelsweg \
    handverkoop handweefkunst hang har hart hartcentra hartverandering have haven havenpolitie \
    havo havoadvies heden hee heem heemtuin heffing heffingsaanslag heffingsambtenaar \
    heffingsgrens heffingslocaties heffingsplichtige heffingsrecht heffingsregime \
    heffingssystemen hefmagneet heilige heksen heksenvervolging helers helling hellingbos hemel \
    hemeltekenen hemelwaarts her herbeleefde herbergen herbivoor herdenking herdenkingsplaat \
    heren herenwoning herfst herfsttekens herhuisvesting herijking herijkingsvoorstel herkenning \
    herleefde heronderhandeling hersenemigratie herstelmaatregelen heruit heruitvinden \
    heruitvoering hervinden herwin herwinnen herwinning herziening heugenis hitten hodgkin hoe \
    hoek hoekig hoekjes hoekplaats hofsteden hoge hogen hogepriester hogepriesteressen hoger \
    hogerberoepszaak hogere hogereburgerschool hogeropgeleide hogervermelde hogeschool \
    hogeschooljaar hogeschoolraden hogesnelheidslijn hogesnelheidslijnen hogesnelheidsnet honden \
    hondenwacht honger hongergeleden hoofd hoofdbeeld hoofding hoofdopzet hoofdpersonen hoofdwond \
    hoog hoogactief hoogaltaar hoogmoed hoogmoediger hoogradioactieve hoogst hoogstpersoonlijk \
    hoogt hoogte hoogtebepaling hoogteverlies hoogtezon hoogvlieger horeca horecawetgeving hotel \
    hotelvoordeel hou houder houders houding hout houtopslag houtwerk houtwerkplaats hts hufters \
    hui huid huidziekte huis huisarbeider huisbedienden huiselijkere huishoud huishoudens \
    huishoudonderwijs huisje huisnamen huissituatie huist huisverboden huisvesten huisvesting \
    huisvestingen huisvestingsbeleid huisvestingsgebied huisvestingskosten huisvestingsmarkt \
    huisvestingsnood huisvestingsplan huisvestingssector huisvrede huiswerk huiswerkbeleid \
    huiswerktaak huize huizen huizenbezitters huizenblokken huizend huizenhandel huizenhandelaar \
    huizenhoge huizenjagers huizenkopers huizenmarkten huizenruil huizensector huizenverkopen \
    huizenzoeker huizenzoeksite huizes hul hulp hulpbedragen hulpmaatregel huren hutten \
    huttenwaard huur huurbelasting huurbescherming huurderscomites huurflats huurgenot huurgrens \
    huurregelgeving huurvergoedingen huurwoning huurwoningen huurwoningmarkt huwelijk huwelijks \
    huwelijkskans hype hyper hyperconsumptie hypersnel idee ideeen ideeenbus ideeenbussen \
    ideeengeschiedenis ideeengoed ideeenleer ideeenman ideeenprijsvraag ideeenroman ideeenromans \
    ideeenwereld ideele ideeler ideeontwikkeling ideetje ideetjes ideevorming iel ij ijk ijker \
    ijkers ijkfunctie ijkjaren ijkkantoren ijkmomenten ijkpersoon ijkprijzen ijkt ijs ijsplaat \
    ijstijd ijstijdvak ijzen ijzer ijzerrijk import importcapaciteit importheffing impulsgebied \
    in inbouw inbreuk incest incestslachtoffer incestslachtoffers inde indeling inden indien \
    indiende indienden indienen indienend indiener indiening indieningsdatum indieningsvereiste \
    indiensttreding indiensttredingen indient industrie ineffectief ineffectieve inflatie \
    inflatietoeslag informatieaanvraag ingediend ingediende ingeleefd ingelicht ingenieursexamens \
    ingesloten ingewacht ingewonnen ingezetten inhaal inhaalverboden initiatie initiatief \
    initiatiefwet ink inkomen inkomens inkomensfraude inkomensnadeel inkomenspatroon \
    inkomenstoeslag inkt inktfles inneem innemen innen inning ins inschrijfmoment inschuiftafels \
    inspannende inspanning inspectie inspectieaanpak inspectieteams inspraak inspraakrecht \
    installatie installatieplan installatiepoging instant instantie instantsoep instel instellen \
    instelling instellingen instellingsbelang instellingsbeleid instellingsbesluit \
    instellingsnummer instellingsnummers instellingsterrein instellingstijd instellingsverband \
    instinctmatig instink instituten instructie insulinespiegel int interieur interieuradviezen \
    interne internet internetadvies internetbeveiliger interpretaties intervallen interventie \
    interventiewaarden introductie introductiebrieven introductieplan invoer invoeraangifte \
    invoercertificaten invoercontrole invoeren invoerhandel invoering invoeringskosten \
    invoeringsmodel invoermethode invoerreeks invoerstroom invoert inwinnen inzet inzetcapaciteit \
    irreeel irreele islam islamonderwijs ivoor ivoorhandel jachtbewijs jagers jazz jazzzaal jeugd \
    jeugdadvocaat jeugdcellenhuis jeugdgezondheid jeugdhuis jeugdopvang joden jodenkinderen \
    jodenkoek jubileums jujubes juristen jury juryuitspraak juryuitspraken justitie \
    justitiemensen justitiezaak juweelkevers kaart kaarten kaas kaashandel kaaskoekjes kabbes \
    kabel kabelcapaciteit kabinet kabinetten kachel kade kader kaderdag kam kameeldrijvers kamer \
    kamerbureaus kamerdeur kamerheren kamerhuren kamerindeling kamerlingen kamermuziek \
    kamerorkest kamerplant kamers kamerservice kamertemperatuur kamertje kamerverhuur kamp \
    kampslachtoffer kan kanaal kanaalplaat kanaat kanaliseer kanaliseerden kandidaat kandidaats \
    kandidaatstelling kanen kangoeroe kangoeroevlees kanker kankerpatiente kankerspecialist \
    kankerzorg kanotochtje kans kansel kanselarijen kanselrede kansen kansenbeleid kansjes \
    kansloze kanslozer kansovereenkomst kansrijker kansspelautomaat kansteams kant kantelde \
    kantelpoorten kanthout kantine kantinepersoneel kantje kantkoek kantoor kantoorapparatuur \
    kantoorbediende kantoorbediendes kantoorgenoten kantoormedewerker kantoorniveau kantoorstad \
    kantoortje kantoortoren kantooruren kantoorvleugel kantoorzaken kantore kantoren kantorenbouw \
    kantorenproject kanttekeningen kapel kapitaal kapitaalinvoer kapitaaluitvoer kapo kapoen \
    kapot kapotje kar karakter karetschildpad karpers kartel kartelbesluiten karts karyotypering \
    kassa kasseistampers kasteelroman kasteelromannetje kastelein kee keen keer kees ken kende \
    kenen kenmerk kenner kennisgebied kenteken kentekenfraude kerk kerkbeeld kerkgemeenten \
    kerkpad kerktuin kerkvervolging kern kerngezond kernideeen kernvak kers kerst kerstdorp keten \
    ketenonderzoek ketter kettervervolging kettingverkoop keuze keuzemogelijkheden kies \
    kiesregeling kieswetgeving kieswetten kiezer kiezers kiezersuitspraak kijker kijkers \
    kijkersvraag kilometer kilometerfraude kilometerheffing kin kind kinddossier \
    kinderalimentatie kinderbadje kinderbijslagwet kinderblad kinderconsument kinderdienst \
    kinderdorp kinderen kinderendag kinderenquete kinderentertainer kinderentertainers \
    kinderfabriek kindergezicht kinderhart kinderhartcentra kinderkribben kinderleven kindermerk \
    kinderopera kinderoptocht kinderopvang kinderopvangtoeslag kinderplezier kinderpopulatie \
    kinderporno kinderpornozaak kinderprent kinderpsychologe kinderpsycholoog kinderraad \
    kinderspeelgoed kindertoeslagen kindertuin kinderuitspraak kinderuitspraken kindje kindveilig \
    kindveiligheid king kinnesinne klaar klaarzetten klacht klachtopvang klank klankinstelling \
    klankrijk klant klantonderzoek klasse klassen klassenvrede klavers kleding kledingmaat \
    kledingpolitie klei klein kleine kleineer kleinen kleiner kleinere kleineren kleins kleinst \
    kleinste kleinsteeds kleinte kleintje kleinzen klep kleren klerenzaak klerenzaken kleur \
    kleuradvies kleurecht kleurolie kleuter kleuterdans kleuteronderwijs klim klimaat \
    klimaatbuffer klimaatcrisis klimaatdoelen klimaatgrafiek klimaatlobby klimaatmaatregel \
    klimaatminister klimaatneutrale klimaatpakket klimaatrapport klimaatverandering \
    klimaatveranderingen klimaten klimt klimtreden klooster kloosterbouw kloostergemeente klop \
    kloppers kluiten knie kniebescherming kniehoge knikkebol knikkebolziekte knip knipplaat \
    knooppunt knutsel knutselidee knutselideeen koe koek koekeloerde koeken koekenbakker \
    koekenbakkerijen koeketers koekje koekjes koekjesbakker koekjesdoos koekjesdozen \
    koekjesmonster koekjestaart koekjestrommel koekjestrommels koekjesverkoop koekjesvorm \
    koekkramen koekoek koekt koel koelcapaciteit koelkan koelweg koerier koeriers koeriersvervoer \
    koffer koffie koffiebes koffiekoekjes kogel kogelwond kok kokkel kokkelvlees kokkin kolen kon \
    koninkje koninkjes koninklijken koninklijker koninklijkere koninklijkst koninklijkste \
    koninkrijk koninkrijken koninkrijkje koninkrijkjes koninkrijksdeel koninkrijksverband \
    koninkrijkszaken kooi kooihuisvesting kooldioxide kooldioxidegas koolzaad koolzaadkoek koop \
    koopadviezen koopbrief koopgewoontes koopkrachteffect kooplustig koopmansgeest koopstad \
    koopvaardij koopvaardijschip koopverplichting koopwoning koopwoningen koor kop kopen kopers \
    koppelingen koppen koppensneller kopra kopraolie kopregel kor kort kortgeleden korting \
    kortingregeling kortvleugelig kost koste kosten kosteneffectief kosteneffectieve kostennadeel \
    kostenopslag kostenvoordelen kosthuis kosthuizen kostuum kostuummusea kostuummuseum \
    kostwinning koud koude koudetoeslag kraam kraamtijd kraanverhuur kramen krap krapper kras \
    krasloten krediet kredietadvies kredietbedragen kredietbrief kritische kroketten \
    krokettenmotie kronen kropgezwel krui kruis kruistekens kruitspoor kun kundige kunne kunst \
    kunstburcht kunstconsument kunsten kunstenaar kunstenaars kunstenaarsdorp kunsterfgoed \
    kunstig kunstige kunstinstelling kunstivoor kunstje kunstkopers kunstmens kunstmusea \
    kunstobjecten kunstperiode kunstrichting kunststijlen kunsttempel kunstvakonderwijs \
    kunstvriend kus kussenovertrekken kust kustgemeente kuur kwartier kwartierstaten \
    kwartoformaat kwestie kweten kwets laag laagdrempelig laagfrequent laaggeschoolde \
    laaggevlogen laagheden laagje laagland laagvliegen laagvormige laat laats lach lachgas lacht \
    lag lage lagen land landboek landbouw landbouwprojecten landbouwuitvoer lande landelijker \
    landenanalyse landengte landingsoperatie landje lands landsadvocaten landschap \
    landschapswaarden landsfinancien landtroepen landvasten lang lange langeafstandsloper \
    langeafstandspad last lease leasebedragen led lede leden ledenaantallen ledenadministratie \
    ledenbijdrage ledenmenu ledenpasjes ledenraadpleging ledenregisters ledenvereniging \
    lederschildpad lee leef leefde leefden leefhouding leefomgeving leefomgevingen leefplan leeft \
    leeftijdscriteria leeftijdsfases leeftijdsopbouw leeftijdspiramide leeftijdsverschil \
    leefwereld leeg leegtrekken leem leemlaag leer leerlijn leerling leerlingprofiel \
    leermogelijkheden leeropvang leerplicht leerplichtwet lees leesachterstand leesbril leesgrage \
    leeshoekjes leeshouding leeslijsten leesmaterialen leest leestafeltje leesteksten leesten \
    leestesten leestip leestips leestoets leestrommel leestrommels leet leger lek leken lekken \
    lekt lende lening leningen lepel les lesgebeuren lesgeld lesgeldbedrag lesgevers lesje \
    lespraktijk lessen lessenaarsdaken lessenrooster lessenserie lest lestijdenpakket letsel \
    letseladvocaat letselongeval lev leve leven levens levenscoach levensduur levenselixir \
    levensgroot levensklimaat levenskunst levenskunstenaars levensles levensmoede levensnood \
    levensreis levenswet lever leverde leveren leverend leverende levering leveringsplan levers \
    levert levertje lezen lezer lezers lezersprofiel licht lichtgas lichtgewond lichtsteden \
    lichtwaarden lichtzwaard lid lidje lidkaarten lidmaat lidmaatschap lidmaatschappen \
    lidmaatschapskaart lidmaten lidstaat lidstaatcontracten lidstaten lidwoord liedje liepen lift \
    lig ligbaden ligboxen ligboxenstal ligboxenstallen ligfiets liggen liggend liggende lighal \
    ligkuur ligplaatsen ligplaatsenplan ligplaatshouder lijk lijken lijn lijndiensten \
    lijndienstvervoer lijnschepen lijnstijl lijnstoring lijnt lijnteelt lijnverbinding \
    lijnverbindingen lijst lijsten lijstje lingerie lingeriezaak link links linksvoors linnen \
    linnenkamer lint lintdorpje liquidatie liquidatiewaarde lobby locaties lof lofrede logee \
    logeer logeeropvang lonen long longgezwel longziekte loo loof loofrijk loon loonmaatregelen \
    loononderhandeling loont loontoeslagen loontrede loonvoordeel loop looppaadje loopvogel loot \
    lootje lootjes lootte lootten losloopgebieden lot loten lotenboek lotenboekje lotenlening \
    lotenleningen lotje lotsverandering loze lozer lucht luchtbescherming luchthaven \
    luchthavenpolitie luchtklimaat luchtvaart luchtvaartpolitie luchtvaartverkeer luchtwortel \
    luchtzak lui luien luiste luister luisterkamer luit luiten luitenant luitenantje luitenants \
    luitenantsuniform luizen lust lustig maakster maal maaltekens maandagnamiddag maat \
    maateenheid maatje maatjesprojecten maatlepel maatlijn maatregel maatregelen \
    maatregelenpakket maatregelenplan maatregelfiche maatregeling maatregelniveau maatregelpakket \
    maatregels maatregeltjes maatschap maatschappen maatschappij maatschappijbeeld \
    maatschappijpolis maatslag maatwerk maatwerkadviezen maatwerkoplossing machine macht \
    machtsopbouw machtspolitici magneet mais maiskoek maken mal malaria malariagevallen malloot \
    mammoet mammoetivoor man manager mandaat mannen mannenzweet mannetje mans manshoge manshoog \
    manspersoon mantel mantelwetgeving map marge mark marketing marketingidee marketingkant \
    marketingmensen markt marktpolitie marktwaar marron marrondorp massa master mastervak mate \
    maten materialen matig matige matrozen matrozenkragen me mede medebestuur medebestuursleden \
    medegeleefd meden medeonderteken medeoverheid medewerker media mee meegeleden meeleest meen \
    meent meenten meer meerde meerdelig meergemeld mees meeste meester meesteres meesters \
    meesterteken meet meetbrieven meetkaart meg mega megabedrag meld meldacties meldde melde \
    melden meldende meldenswaard meldenswaardig meldenswaardige melder melding meldingsgegevens \
    meldingsplichtig meldingsproces meldingstijd meldkamerdomein meldt melig men menen mening \
    meningen meningenstrijd meningitis meningokok meningokokbacterie meningsuiting \
    meningsverschil meningsverschillen meningsvorming mens mensa mensapen mensapensoort mensen \
    mensengeest mensengeslachten mensenhand mensenhandel mensenhandelaar mensenhandelaars \
    mensenhandelaren mensenheugenis mensenjong mensenkenner mensenras mensensmokkelaar mensenstad \
    mensenvlo menshoge menshoog mensualiteiten mensverslindend mensvormig menswetenschap ment \
    menu mer merkt mes mess messteken mest mestmaatregelen mestregelgeving mestwetgeving meter \
    meters metersgroot metershoge metershoog methode methoden middag middaggebed middaglijn \
    middagspits middel midden middenland middenvoors midvoors migrant migratie \
    migratieachtergrond migratiecrisis migratiegebied migratieketen migratiemodel \
    migratieoverschot migratieproblemen migratieproject migraties migratiestromen mij mijn \
    mijnmuseum milderen milieu milieuaanpak milieubescherming milieuminister milieunadeel \
    milieuregelgeving milieutoeslagen milieuverantwoord milieuverdrag milieuvoordeel miljoenen \
    miljoenensteden miltvuur miltvuurbrief min mini miniatuurcircus miniatuurwereld miniemer \
    minimum minimumaanbod minimumbedrag minimuminkomens minimumsnelheid minimumwedde minisets \
    ministaatjes minister ministeriabel ministerie ministerpost ministers ministersambt \
    ministerschap ministerscrisis ministerskamer ministersploeg ministersposten ministerssalaris \
    ministersteam ministerszetel mis miskoop misleest misstaat mist mistred mode model \
    modelantwoord modelrecht modeluitvoer moe moed moede moediger moerasgebieden mof moffin \
    mogelijkheden mogelijkheid moment momenten mond mondgezondheid monitor monopolie \
    monopoliepraktijk monster monsterplaat monsters moor moorpad moslim moslimadvocaat \
    moslimpoliticus mossel mosselvlees mot motie motief motiefje motiefjes moties motietekst \
    motieven moto motor motorfabrikant motorongevallen motorzaken muf muffin muggen muggenolie \
    muisjes mum mummelden munt munten muntfraude muntjes mus musea museaal museale museum \
    museumarchitectuur museumcollecties museumdirecteur museumdorp museumstaf museumterrein \
    museumzaal museumzaaltje museumzalen musical musicaldans musicalster mutatie mutatieregel \
    muziek muziekconsument muziekfiles muziekomzet muziekoptreden naar nableven nacht nachtzweet \
    nachtzweten nadeel nadeelcompensatie nadeeltje nadeeltjes nadelen nag nagel nagelbed \
    nageleefd nagereden naleefde naleest namen namiddag namiddagzon natuur natuurgeneeswijzen \
    natuurgeweld natuurwetgeving nazi nazislachtoffer nazislachtoffers ne neem neemt neger \
    negerkinderen nel nemen nemend nemende neming netje netjes netwerk netwerken netwerkomgeving \
    neutrale neven nevenvoordeel niet nieten nietwaar nieuw nieuwe nieuwer nieuwerwets \
    nieuwrechts nieuws nieuwsconsument nieuwsconsumenten nieuwwaarde niveau nom nomen nood \
    noodhuisvesting noodregering noodwetgeving noordpool noordpoolgebied noppen noppenfolie nor \
    norm normbedragen normverandering notitie novelles nummer nummers objecten obligatie ochtend \
    ochtendspits octrooi octrooiwetten ode oden odes oer oerbos oergezond oeroude oerouder \
    oerouderwets oerwoud oerwoudmensen of offer offerplaats offers offerteaanvraag officier ofwel \
    ogen olie oliebelangen oliebranche olieconsumptie oliekachel olieministers olies oliescherm \
    olieslagerij oliestaat oliestaatje oliewerkers oliewinning oliezaad olifanten olifantenpaadje \
    oligopolie om ome omen omes omgeving omgevingsanalyses omgevingsaspecten omgevingsfactor \
    omgevingskenmerk omgevingskunst omgevingsrook omgevingsruis omgevingsscan omhoog \
    omhoogtrekken omkeer omkeerregel omroep omroepzaken omsloot omsluiten omstandigheid omtover \
    omtrek omtreklijn omvaart omver omvergevallen omzet omzetbedrag onaangemeld onbeleefde onder \
    onderbed onderhandelen onderhandeling onderhandelingen onderkant onderkin ondersecretaris \
    ondersteunend onderwijs onderwijsbestuur onderwijsbonden onderwijscultuur onderwijsmanager \
    onderwijsministers onderwijsperiode onderwijsprogramma onderwijst onderwijsveld \
    onderwijsvolgenden onderwijswetgeving onderwijszorg onderwijzen onderwijzer onderwijzers \
    onderwijzerswoning onderwond onderzoek onderzoekmethoden onderzoeksgebied onderzoeksplatform \
    onderzoeksstation onderzoeksteam onderzoeksverslag onderzoeksvoorstel onderzoeksvraag \
    onderzoekverslagen ongeluk ongelukskind ongerief ongerieflijk ongeval ongevallen ongeweten \
    ongewoon ongezond ongezondheid online onlinevoordeel onlinevoordelen onmogelijkheid onpersoon \
    onregelmatig onregelmatigheden ont ontbos onttover ontvang ontvangen ontvangend ontvangende \
    ontvanger ontvangst ontvangt ontwerp ontwikkeling ontzette onveilig onveiliger onveiligheid \
    onvrede onvriendelijk onvriendelijkheden oog oogspiegel oogt oom oor oord oordeel \
    oordeelkundig oordelen oordelend oorden oorlog oorlogsindustrie oorlogskansen oorlogsmachine \
    oorlogspartij oorlogspiloot oorlogspremier oorlogsslachtoffer oorzakelijkheden oot ootje \
    opberg opbergmogelijkheid opbouw opbrengst opdragen open openbaar openbaarde openbaarden \
    openbaargemaakt openbaarheid openbaarmaking openbaarmakingen openbaart openbaren opener \
    opening openingen openingsrede openlucht openluchtmusea operatie operatiewond operatiezaal \
    opgeleefd ophoog opinie opinieklimaat opium opiumwetten opleest opleiding oplossing \
    oplossingsideeen opnam opname opnamedag opnamemogelijkheid opnames opsla opslag \
    opslagbedrijven opslaggebouwen opslaghouder opslagmedia opslagruimte opslagruimtes \
    opslagvoorziening opslagzone opsporing opsporingsactie opsporingsbelangen opsporingsbevel \
    opsporingsbrigade opsporingsbron opsporingscapaciteit opsporingsdienst opsporingseenheid \
    opsporingsfase opsporingsmethoden opsporingsmiddel opsporingssysteem opsporingssystemen \
    opsporingsteam opsporingswerk opstart opstarttijd opteken optie optiebewijzen optieregelingen \
    opties optredens opvang opvangen opvangfaciliteiten opvanggebeuren opvanggezin opvangkind \
    opvangmogelijkheid opvangouders opvangplaatsen opvangprojecten opvangregeling opvoeding \
    opvolger oraties orchideeen orde ordemoties orden ordenen ordes orgaan orgaanvlees organen \
    orgel orientatie ors oude ouder oudere ouderen ouderenhuisvesting ouders ouderwets over \
    overbeleefde overbieden overbleef overconsumptie overeenkomst overgeplant overgewonnen \
    overhang overheid overheids overheidsaccount overheidsambten overheidsapparaten \
    overheidsbeleid overheidsbesluiten overheidscontroles overheidsdiensten overheidsfinancien \
    overheidsfunctie overheidsgelden overheidsobligatie overheidsorganen overheidspapier \
    overheidspersoon overheidsplannen overheidsprojecten overheidsrol overheidstoelagen \
    overlastmelding overleest overleg overlegklimaat overlevingsgedrag overliepen overnam \
    overname overnamevoorstel overnemen overschot overstrekken overtredingen overvaltechnieken \
    overwaarde overwerk overwerktoeslagen overwin overwinnen overwinning overzet overzetveren \
    overzicht paadje paadjes paal paaldijk paardenrookvlees pad paddel paddels paddelt paddeltje \
    paddeltjes paddenstoelenteelt paddenstoelvormige paden padje padvinderachtig padvinders \
    padvindersbeweging padvinderslied pak pakken pakket pakt pal pan pandan panel panelleden \
    panels panne pannen pannenkoekjes pap papier papierconsumptie papieren papiersnippers papzak \
    par parallelle park parkeer parkeermaatregelen parkwacht participatie partij partijfinancien \
    partijleven partijpolitici partijsecretaris partners pas pasgeleden pasjes pat patronen \
    patroon patroonanalyse patroonbanden patroonheilige patroonherkenning patroonhouders \
    patroonmatig patroonriem patroontjes pauwin pel pensioen pensioenbedragen pensioeninstelling \
    per peren perfectioneren periode perioden peristaltisch peroraties pers persagent persen \
    persfoto perslekken personaliteit personeel personeels personeelsafdeling personeelschef \
    personeelscheffin personeelschefs personeelsfonds personeelsgroep personeelskaart \
    personeelsopties personeelsselectie personeelstekort personeelstekorten personeelsuitgang \
    personeelswerving personen personenbus personenbusjes personenkaarten personenkwestie \
    personenlift personenregie personenregisters personenrijtuig personenstrijd persoon \
    persoonlijkheden persoonsbegrip persoonscontroles persoonsdossier persoonsgegeven \
    persoonslijst persoonsnamen persoonsvormen persoonsvormend perspectief perspectiefrijk \
    perspectieftekenen perssecretaris perst perswetten petroleum petroleumgas piek piekdag \
    piekwerkzaamheden pigskin pij pijl pijlsnel piket piketadvocaten piketregeling \
    pinksterdinsdag pinkte pit pits pitsen plaat plaatdelen plaatje plaatopnames plaatpersen \
    plaats plaatsbal plaatscommandant plaatse plaatselijke plaatsen plaatser plaatsgevonden \
    plaatsgrijpen plaatsje plaatsjes plaatsmaken plaatsneem plaatspanning plaatsten \
    plaatsvervanger plaatsvind plaatsvinden plaatsvindende plaatsvindt plakpleister plan plandeel \
    plangebied planken plannen plannetje plannetjes planningsnormen planparallelle plant plante \
    planten plantenatlassen plantengeslacht plantentuin plantje plantloon plassengebied \
    platbombarderen platform platteland plattelands plattelandsdorp platvoet platvoetwacht plavei \
    pleinen pleister plezier plichtige ploeg plombes pol poli politbureau politbureaulid politici \
    politicus politie politiebeleid politiecapaciteit politiecontroles politiedienaren \
    politiekantoortje politiekapel politiemaatregel politiemaatregelen politieman politiemensen \
    politieministers politiepraktijken politieroman politiestaten politievak ponton pontonnetje \
    pop popkoor popnagel porto pos positie post posten postkantoor postvak prak prakt praktijk \
    praktijkbegeleider praktijken praktijkexamen praktijkgedeelte praktijkgeval praktijkjaren \
    praktijklokaal praktijkman praktijkonderwijs praktijkopleiding praktijkruimte praktijkscholen \
    praktijkschool praktijktest praktijktests praktijkvoorbeeld praktizijns pre preadviezen \
    prekend preker premievrij premievrijstelling prestatie priegelig priesteressen prijs \
    prijsmaatregelen prijsvoordeel prijsvoordelen prijsvraag prijzen prijzenbedrag prins privaat \
    privaatonderwijs privacy privacyregelgeving prive privepersonen pro probleem probleemkinderen \
    problemen proces processor processorsnelheid producten proef proefgebieden proefgemeenten \
    proefonderzoek proefpersonen proefpersoon proefuitvoering proefwoning prof profiel \
    profieldeel profielen profielensite profielfoto profiellijsten profielschets profielschetsen \
    profieltekening profieltje programma programmawet programmering project projecten projectidee \
    projectkoor projectminister promotie promoties prostaten psychologe punt punten \
    pyrrusoverwinning raad raadpleging raadslid raag raak raap raapkoek rabarberbladeren radar \
    radioactieve rag raga ragade rage ragen rages raggend raglan raglanmouw raglanmouwen ragoutje \
    ragt rai rail railvervoer rak raken ram ramadan rampen rampenslachtoffers rapaille \
    rapaillepolitici rapaillepoliticus rapport rapportage rariteiten rariteitenkamer ras \
    raspoliticus rayon rayonkantoor razen razend razendsnel re reactie reactiesnelheid \
    reactorgebouw recht rechte rechten rechter rechterspits rechtgemaakt rechthoekig rechts \
    rechtsbedeling rechtsfaculteiten rechtsfeit rechtsgevolgen rechtshandelingen rechtskarakter \
    rechtskundige rechtsontwikkeling rechtsopvolger rechtspersonen rechtspersoon rechtsprekend \
    rechtst rechtsvervolging rechtsvoor rechtszitting rechtvaardigen rechtverkrijgende recidive \
    recidivekans reclame reclameverboden record recordsnelheid red redde redden reddend reddende \
    redder redderaar reddingmiddel reddingmiddelen reddingsplan rede rededeel redekavelde \
    redekunstig redekunstige redelijke redelijker redelijkerwijs reden redenaar redenaars \
    redenaarstalent redeneer redeneerfout redeneerfouten redeneerkunst redeneerlijn \
    redeneerschema redenen redengevend redens reder rederijk rederijke rederijkerij reders \
    rederskantoor redes redetwistten redevoeren redres redresseer redt reeel reeelst reeks \
    reeksen reele reeler reelere referentiebedragen regel regelaars regelafbrekingen regelboeken \
    regelcentrum regeldrukker regelen regelend regelende regelgevers regelgeving regelgevingen \
    regelgevingskader regeling regelingen regelingscommissie regelingslonen regelingsloon \
    regelmatige regelneverij regelrecht regels regeren regering regeringen regeringsbureau \
    regeringsjubileums regeringsleger regeringslid regeringsnotitie regeringspartners \
    regeringstafel regeringsvormen regie regime regimes regio regiogemeente regiokantoor \
    regiopromotie registers reis reizen rek rekeningen rekenmachinetje rekken relatie \
    relatiegebied relaties religie religievrede rem remigratie remmer remweg ren renen rent rente \
    rentebedragen rentebrief rentedag rentemaatregelen renteopslag rentevoordeel republikeins res \
    reservaat reserve reservecapaciteit retweet reuze reuzegroot ri richting riem riet rietland \
    rij rijen rijk rijker rijks rijksadvocaat rijksadvocaten rijksappels rijksbureaus rijksdag \
    rijksdeel rijksfinancien rijksinstituten rijksmusea rijksoverheid rijksregelgeving \
    rijksregering rijkssteden rijksuniversiteit rijtje rijtjes rijtjeshuizen rijtuig rijwiel \
    rijwielzaak ring riool rioolheffing ris rissen riviergebied roetzwart rof rok rokzak rol \
    roman rommel rommelden ronde ronder rook rookster root roots rop rouw rouwbrieven rouwdagen \
    rover rozenkwarts rubriek rugtitel ruimt ruimte ruimten ruimteonderzoek ruimteregelingen \
    ruimtes ruis ruitersport ruitersportzaak rus rust rustbed salaris salarisgebouw \
    salarisregelingen salarisstaten samen samengenomen samenleefde samenneem samennemen samenpers \
    sanctie sanctiemaatregel sanering saneringsmaatregel sap saprijk satelliet satellietkantoor \
    scan schaak schaakzetten schaal schaalvoordelen schade schadebesluit schadegevallen \
    schaderegelingen schaduw schaduwregering schakel schakelcapaciteit schakelpersonen \
    schakelwoning schandalen schap scheepskapiteins scheg schegbeeld schend schenden schendend \
    schender schendt schenk schenkkan schennis schepen scherm schets schetsen schijn schijnvrede \
    schilderijen schilderijenmuseum schildpad schipper schippers schipperskinderen schoen \
    schoenleest schol scholen scholvers school schooljaar schoolraden schooluitvoering schoolwet \
    schrede schreven schrijf schrijfonderwijs schrijvers schul schuld schuldbrieven schurken \
    schurkenstaat schut schutmeester schuts schutspatroon scoring scoringskans scriptschrijvers \
    seal sealskin sec secretaris secretarisschap secretarissen secretarisvogel sectie sectielid \
    sector sedan seizoen selectie sem semiopenbaar semioverheid semipolitici sen serve server \
    servercapaciteit service servies sets showmusical showmusicaldans sierkunst situatie ski \
    skidorpje skin sla slaag slaap slaapgemeenten slaapkamer slaapzaal slacht slachtoffer \
    slachtofferde slachtofferden slachtofferenquete slachtofferlevens slachtofferrol slachtoffers \
    slachtofferschap slachtoffert slachtoffertje slachtoffertjes slag slagbeitel slagen slagerij \
    slangen slangenbeet slangenmensen sleden sleet sleutel sleutelpersoon slinger slingerpad \
    sloot slootje slot sloten slotenpatroon slotje slotonderhandeling slotte sluik sluikinvoer \
    sluit sluiten sluiting sluitplaat smaken smelt smeltpatroon smokkelaar smokkelaarster sneeuw \
    sneeuwval snel snelgroeiend snelheid snelheidsbepalend snelheidsbord snelheidscamera \
    snelheidscontroles snelheidsduivel snelheidsduiveltje snelheidslijn snelheidsmeters \
    snelheidsmonsters snelheidsradar snelheidsregelaars snelheidsregeling snelheidsregimes \
    snelheidstest snelheidsverhoging snelheidsverlaging snelheidsverschil snelheidswinsten \
    snelkassa snelkoppelingen snelle snellen snellende sneller snellere snellereactiemacht \
    snelleresponsteam snelleresponsteams snellers snelsnel snelst snelt sneltoets snelverkeer \
    snelweg snelwegpolitie snij snijwond snoei snoeikunst snood socialmediaprofiel societeit \
    societeitslid soep soepvlees soja sojaolie sol solo soloplaat som sommen sop spaar \
    spaarbewijs spaarmogelijkheden spanning speel speelautomaat speelbos speelmogelijkheden \
    speelwijzen spel speld spelling spellinguitspraak spellingwijziging spelvoorwaarden spiegel \
    spiraal spit spits spitsen spitsheffing spitskolen spitsmuisjes spitsperioden spitspositie \
    spitst spitstarief spitstoeslag spitstreinen spitsverkeer splitsingen sport sportachtergrond \
    sportministers sportmogelijkheden sportzaal spraak spraken spreek spreekverboden spreker \
    sprint sprintsnelheid spui spuit spuitzak sta staar staart staartspits staat staatje staatjes \
    staats staatsbalans staatsbedrijf staatsbegroting staatsbesturen staatsbetrekking \
    staatsfinancien staatsgeheim staatsgevangenis staatsidee staatsindustrie staatsleer \
    staatsministers staatsopvoeding staatssecretaris staatssecretarissen staatsstructuren \
    staatsterrorisme staatsvorm staatszaak stad stade stadhuize stadje stads stadsadvocaten \
    stadsarchief stadsdeelbestuur stadsgemeenten stadsmens stadsmuziek stadsonderwijs \
    stadspolitie stadsprins stadspromotie stadstour stadsvijver stadswijk stadsziekenhuis staf \
    staken stalletje stam stamelden stamleden standaard standaardgeval standaardvoorbeeld stander \
    standers stapje stas stat state staten statenbijbel statenbond statenbonden statengemeenschap \
    statenoplossing statenpraktijk statenstelsel statensysteem station stede steden stedenband \
    stedenbeleid stedenbouw stedenbouwkunde stedenbouwkundig stedenbouwkundige stedenreizen \
    stedenschennis stee steeds steedse steek steekwond steen steenbouw steenrijk stel stelde \
    stele stelen stelend stelende steler stellen stellend stellende steller stelletje stelling \
    stelsel stelselwijziging stelt stembusoverwinning stemmers sten ster steradiaal sterappels \
    sterauteur stere stereo stereotypering sterf sterfdag sterftegevallen steriliserend sterren \
    sterrendag sterrenhoop stiefgezin stiefkind stijl stijlen stijlverandering stof stoomvaart \
    stop stopzette storing stort stortverboden straaljagerpiloot straatverkoop straf \
    strafadvocaat strafbaar strafbaarder strafbaarheid strafbaars strafbaarst strafbaarstelling \
    strafmaat strafmaatregel strafvervolging streden streek streekmusea strek strekken strijd \
    strijdgeweld strijk stroken stromen strook stroom strovezelplaat structuren structuur \
    studente studenten studentenstad studie studies stuk stukken stuurgroep stuurgroeplid sub \
    subsidie subsidiebesluiten subsidieregelingen subtypering super supergezond supergroot \
    superidee superminister supersnel supertevreden supporter supporters supportersgeweld \
    surreeel surreele syllabes synodebesluiten systeem systemen taak taakuitvoering taal \
    taaladviezen taalbeeld taalexamens taalgebieden taalwetten taan taart taarts taats tabak \
    tabaksconsumptie taf tafel tafellopers taken tale tapijtklopper tarief tariefmaatregelen tas \
    taswoning taxi taxivervoer team teams tee teel teellaag teelt teer teerolie tegen tegenover \
    tegens tegenstander tegenstanders tegenstelling teken tekenacademies tekenachtig tekenboek \
    tekenen tekenend tekenende tekenfilmfiguurtje tekening tekeningen tekenpapier tekenplanken \
    tekens tekenschool tekenschrift tekenset tekensets tekensoftware tekenstift tekenstiften \
    tekenstijlen tekent tekentaal tekentje tekort tekorten tekst tekstballon tekstballonnetje \
    tekstbijdragen tekstinvoer tekstvoorstel tekstwijziging tel telefoonboek telefoonboekjes \
    telefoonsystemen telefoonverkoop telegraaf telegraafverkeer teleprocessing televisiedebuut \
    televisiegebouw televisiekabel telex telexverkeer telling tellingen teloorgegaan teloorgingen \
    telstrook temmers tempe tempel tempelsteden temperatuur ten ter termijn termijnen termini \
    terminologie terp terpdorp terpdorpje terrein terrorisme terug terugbezorg teruggefloten \
    teruggemeld teruggewonnen terugkeer terugkeerregeling terugneem terugtred terugvinden \
    terugwijs terugwinnen terugzetten terzetten test testen testende tester testje tests testte \
    tevreden theater theaterhuis thema themaonderzoek therapieen thuis thuisbevallen thuisbleef \
    thuisonderwijs thuiswacht tie tij tijd tijdbeeld tijdblok tijde tijdje tijdkritische \
    tijdrovender tijds tijdshorizon tijdsintervallen tijdsomstandigheid tijdsorientatie tijdsvak \
    tijdsverschijnsel tijdsverschil tijdvak tijdzone tijk tink titel tob tobbes toe toegeleefd \
    toekan toelagen toename toepassing toesla toeslag toeslagbiljet toeslagen toeslagenbeleid \
    toeslagmap toeslagrecht toeslagrechten toeslagregeling toeslagverlening toesnel toestand \
    toets toewijzing toewijzingsbesluit tof toffer tol tolkamer toneel toneeluitvoering top \
    topadvocaat topadvocaten topdagen topmusea toponderhandeling toppolitici topspits toren \
    torenhoge torenspits totaal totaalbedragen tour touroverwinning traan traangas training \
    trainingsmaat traject traktaat transfer transferbedrag transitie transitieaanpak transport \
    transportminister trap trapt traptreden tred trede treek trein treinen treinvervoer trek \
    trekken trekkend trekkende trezoor triatleet triomfante triomfantelijk troepen troetel \
    troetelkind trommel trommels troon troost troostrijk tropen tropenzon tui tuin tuinboeken \
    tuinboon tuinboontjes tuinbouw tuinde tuindeuren tuinfluiters tuinhuizen tuinman \
    tuinmanswoning tuinpaden tuint tuintafel tuintjes tuinvijvertje tuk tukken turn turnzaal \
    tussen tussendoel tussendoelstelling tussenuitspraak twee tweehoog tweet twijfel twijfelgeval \
    twijfelgevallen twinnen twistten tyfoon tyfoonslachtoffer tyfoonslachtoffers type typeren \
    typering typeringen uier uiergezondheid uit uitbater uitbleef uiteen uiteengenomen uiten \
    uiterwaard uitfluiten uitgangsstelling uitgaven uitgelekt uitgewonnen uiting uitkoop \
    uitkoopregeling uitleef uitleest uitleg uitleven uitspraak uitspraakleer uitspraakprobleem \
    uitspraakproblemen uitspraakregel uitspraakregels uitspraakteken uitspraaktekens uitspraken \
    uitsprakenlijst uitspreken uitstrijk uittekenen uittrede uittrekken uitvergroot uitvinden \
    uitvoer uitvoerbesluit uitvoerdocumenten uitvoeren uitvoerend uitvoerig uitvoerigheid \
    uitvoering uitvoeringen uitvoeringsagent uitvoeringsagenten uitvoeringskosten \
    uitvoeringsniveau uitvoeringsontwerp uitvoeringsperiode uitvoeringsplan uitvoeringsplannen \
    uitvoeringssysteem uitvoeringsvormen uitvoerproducten uitvoert uitwerking uitwerkingsplan \
    uitwijk uitwijkplaats uitwin uitwinning uitzweten ultra ultrarechts ultrasnel universiteit \
    uur vaak vaakluizen vaakst vaar vaarde vaardige vaardigen vaars vaart vaarten vaartijd \
    vaartje vader vaderlijk vaderzorg vak vakantie vakantiedomeinen vakantietijden \
    vakantietoeslagen vakarbeiders vakbekwaam vakbekwaamheid vakbond vakbondsleden vakgebied \
    vakjes vakken vakscholen vakterminologie vakwoorden vakwoordenboek val valbijl valdeuren valk \
    valkennesten valkhof valklep vallen vallend vallende vallenzetter valletje valt valuta \
    valutadagen valutaire valutatransactie valutawijziging vang var vare varen varend varende \
    vast vastbesloten vasten vastgenomen vastzette vastzetten vazal vee veevervoer vei veil \
    veilig veilige veiliger veiligere veiligers veiligheid veiligheidsbrillen veiligheidschefs \
    veiligheidscode veiligheidsgordel veiligheidshek veiligheidshekken veiligheidsindex \
    veiligheidskooi veiligheidskosten veiligheidsmarge veiligheidsmonitor veiligheidsnet \
    veiligheidsniveaus veiligheidspal veiligheidspinnen veiligheidsplannen veiligheidsspeld \
    veiligheidsstudie veiligheidsvesten veiligheidswetten veiligst veiligste veiligstellen \
    veiligstelt veiling veilingmodel veilingopzet veilingsite vel veld veldwacht ven vendu \
    venduhuizen ver veralgemening verander veranderaanpak verandering veranderingen \
    veranderingetje veranderingsbeleid veranderingsbereid veranderingsdrift veranderingsgezind \
    veranderingsmoe veranderingsproces verantwoorden verband verbeter verbetervoorstel verbied \
    verbieden verbiedende verbiedt verbinding verbindingen verboden verbodene verbrede \
    verbroederen verdeling verdelingsvoorstel verder verderfelijk verdragen veren verend verende \
    vereniging verenigingslid verfrommeld verfrommelden vergoedingen vergroot verheid verheide \
    verhogen verhogend verhogende verhoging verhoog verhoogd verhoogde verhoogden verhoogsel \
    verhoogsels verhoogstuk verhoogstukken verhoogt verhuur verkeer verkeerd verkeerdheden \
    verkeersbeeld verkeersborden verkeersdelinquent verkeersgebied verkeersgewonden \
    verkeershufters verkeersinbreuk verkeersknooppunt verkeersnetwerken verkeersonveilig \
    verkeerspleinen verkeersrecht verkeersrechter verkeersremmer verkeerstoename verkeersveilig \
    verkeersveilige verkeersveiliger verkeersveiligheid verkeerveiligheid verkleefde verkoop \
    verkoopbedragen verkoopwaarden verkopen verkrijgende verkrui verkruimeld verlaag verlaagd \
    verlaagde verlaagt verlag verlagen verlagend verlagende verlaging verlening verlies verlig \
    verliggen verligt verloop verloven vermogen vermogens vermogensheffing vermogensvoordelen \
    vernemen vernis vernislaag verover verplaatsing verplaatsingsteken verplichting \
    verplichtingen verraad verraadster verre vers verschijnsel verschil verschilden verschillen \
    verschimmeld verschimmelt verschoppen verse verser versie versier versierders \
    versieringskunst versje verslag verslagen verslaving verslavingsziekte verslindend versmeden \
    versneller verst verste verstek verstekwaarde verstevig verstevigingen verstoor verstrek \
    verstreken verstrekken verstrekkend verstrekkende verstrekkender verstrekkers verstrekking \
    verstrekkingen verstrekt verstrekte verstrekten verte vertrekken vervanger vervoer \
    vervoerprijs vervoersbeleid vervoersplannen vervoersprestatie vervoersregeling vervoerswezen \
    vervoersystemen vervoerwaarde vervolg vervolging vervolgingen vervolgingsbeleid \
    vervolgingswaan vervolgingswaanzin verweten verwin verwon verwonderen verzen verzend \
    verzendboekhandel verzet verzetje verzetsmuseum verzetsverleden verzorgsters verzwaar vest \
    vestiging vestigingswet vesting vestinggeschut vestinggordel vestingoorlog vestingplaatsje \
    vestingstraf vestingtoren vestingwal vestingwallen vet vetzak vice viceministers \
    vicesecretaris vide video videokunst videoverhuur vie vier vierhoog vies vignetje vijver \
    vijvertje vind vinden vindend vindende ving vingen vinkje vis visconsumptie visgebied \
    visgraat visgraatpatroon visie vismigratie vlaag vlakken vlees vleeshandel vleugel \
    vleugelprofiel vleugelspits vlieg vliegen vlieger vliegkunst vliegongeval vliegverboden vlier \
    vlierbes vloed vloedlijn vluchtonveilig voedsel voedselconsumptie voedseltuin \
    voedselveiligheid voer voerder voeren voering voetbal voetbalclub vogel vol volde volg \
    volgenden volgmigratie volk volks volksfront volksfrontregering volksgezondheid volkshuis \
    volkshuisvesting volksmens volkswoning volle vollen voller vollere volst volste volt volte \
    volts volume voogdij voogdijinstelling voogdijoverheid voor vooraan vooraangemeld vooradvies \
    voorbeeld voorbeeldgevallen voord voordeel voordeelactie voordeelfles voordeelkaart \
    voordeelpas voordeelregel voordeeltje voordeeltjes voordeelurenkaart voordelen voorgeleefd \
    voorgemeld voorgespeelde voorlees voorleesdagen voorlichting voorlichtingsfilm voormenselijk \
    voornemen vooronder vooronderhandeling vooronderzoek vooronderzoeken vooropeningen \
    vooropleiding voorschepen voorschoen voorschot voorschotbedrag voorschoten voorschreven \
    voorspeel voorspeelsters voorstaan voorstad voorstel voorstelbaar voorstelbare voorstelde \
    voorstellen voorstellende voorstelling voorstellingsbeeld voorstellingsleven voorstelronde \
    voorstelt voort voorteken voortekenen voortgeleefd voortleef voortleefde voortzet \
    voorvertrekken voorwaarde voorwaarden voorwending voorzetje voorzie voorzien voorziening \
    voorziet voorzitter voorzittersduo voorzorg voorzorgsmaatregel vorderingen vorderingenstaat \
    vorm vormen vormend vorming vraag vraagcurven vraaggericht vraaggerichte vraaggestuurde \
    vraagje vraagoverschot vraagpunten vraagstelling vraagtekens vraagtype vraat vraatziekte \
    vragen vrede vredes vredesboodschappen vredesdemonstratie vredesduifjes vredesfonds \
    vredesgebaar vredesinspanning vredesonderhandeling vredesonderhandelingen vredesonderwijs \
    vredesopleiding vredespad vredesregeling vredestekenen vredestoestand vredestraktaat \
    vredesverdragen vredesvoorwaarde vredesvoorwaarden vredeswil vreemdelinge vreemdelingen \
    vreemdelingenzaken vrees vreetschuur vriend vrij vrijbrief vrijgeleide vrijgeleidebrieven \
    vrijgevallen vrijstaten vrijwilliger vrijwilligers vrijwilligerszorg vrouw vrouwenvleugel \
    vrouwspersonen vuist vuistgroot vuurwerk vuurwerkhandel waan waanideeen waanzin waar \
    waarborgend waard waarde waardebasis waardebehoud waardecreatie waardeerbaar waardeerbare \
    waardeerde waarden waardeoordelen waardeoverdrachten waardepapieren waarderen waarderend \
    waarderingsniveaus waardes waardestelling waardestelsel waardetransport waardevrij waardig \
    waardige waardigheden waarmerkt waarneem waarneemsters waarnemen waarnemer waarschijnlijkst \
    waarschuwing waarschuwingslamp waarst waart waartegen waartegenover wacht wachtbed wachtels \
    wachter wachters wachtgebouwtje wachtgeld wachtgeldregeling wachtkamertje wachtlijst \
    wachtlijstfonds wachtlijstgegevens wachtschepen wachttermijnen wachttijd wachttijden \
    wachtwoorden wal wallen wan wande wandel wandelbos wankant wapen wapengebied wapenuitvoer \
    waren waring waringins warmt warmte warmteopslag was waskan wastobbes water watergeweld \
    watergruwel wateropvang waterstaat waterstaatszorg waterveiligheid we wede weder \
    wederantwoord wederuitvoer weduwstaat wee weeen weefsel weefseltypering weekeind weekeinde \
    weekeindeverkeer weer weervinden weet weetal weetallen weetgieriger weetgraag weetje weetlust \
    weetniet weetnieten weg wegbleef wegdoezelde wegebbend weger wegers wegge weggelekt \
    weggelekte weggerukte weggesuft wegkopen weglekken weglekkend wegpinkte wegregelen \
    wegsplitsingen wegtrek wegvervoer wegwijs weidegebieden wel welbedacht welbevinden \
    weldoordacht welen welgevallig welgevalligheid welingelicht welletje welluidends wellustig \
    welstandsadviezen welt welvende welzijnsinstelling wending wereld wereldoverheid \
    wereldregering wereldstad wereldvrede werk werkeiland werkers werkgemeente werking \
    werkklimaat werkuitvoering werkzaamheden werving wet weten wetend wetens wetenschap \
    wetenschapsbeleid wetenschapscentra wetenschapskatern wetenschapsmuseum wetenschapspark \
    wetenschapsparken wetenschapsquiz wetenschapstaal wetenswaardig wetenswaardigheden wetgeving \
    wetgevingen wetgevingsgebied wetgevingsgebieden wetgevingsjuristen wetgevingskader \
    wetgevingsoperatie wetgevingsproces wetgevingstraject wetje wetplanken wetsaanpassing \
    wetsbesluiten wetsgeschiedenis wetsherziening wetsidee wetsinterpretaties wetsrol wetstekst \
    wetstoepassing wetsuitleg wetsuitvoering wetsverandering wetsvoorstel wetsvoorstellen \
    wetswijziging wetswijzigingen wetswinkel wetswinkels wette wetten wettenbundel wettenbundels \
    wezen wicht wie wiet wietwet wij wijk wijkpolitie wijkveiligheid wijn wijndorpje wijnkaart \
    wijnkan wijs wijsgerig wijsgerigheid wijsheden wijsheid wijsheidstanden wijsje wijsmaken \
    wijsneuzig wijsneuzige wijst wijzen wijzend wijzende wijzig wijzigen wijziging wijzigingen \
    wijzigingenreeks wijzigingsbesluit wijzigingsblad wijzigingsbladen wijzigingsdatum \
    wijzigingsplan wijzigingsregeling wijzigingstijd wil wils wilsbesluiten win wind windhandel \
    windklimaat windvlaag winkel winkelbediende winkelgebieden winkelraam winkels winkelstad \
    winnen winnend winnende winning winningen winningmood winningsgebied winningsgebieden \
    winningsplan winningsplannen winst winsten winstmogelijkheid winstoogmerken wint winter \
    winterbed winterbedding winterslaapje wintertekens wintertriatlon wintervacht witwas \
    witwaspraktijk woestijngebieden won wond wonde wonden wonder wonderbaarlijk \
    wonderbaarlijkheid wonderbaarst wonderdokters wonderschone wonderspreukig wondert \
    wondertekenen wondertekens wondhelers wondijzer wondje wondt wonen woning woningbehoeften \
    woningblok woningbouw woningbouwplannen woningbouwproject woningbureaus woningcooperaties \
    woningen woningmarkt woningprobleem woningwaarde woningwet wonnen woon woonconsumenten \
    woonfraude woonideeen woonland woonlandwetgeving woonmogelijkheden woonstaat woonsteden \
    woonwagen woonwagengezin woord woorden woordenboek woordje worm wormkoekjes wort wortelig \
    zaad zaak zaakbelasting zaakbelastingen zaakgericht zaakjes zaakpapieren zaakrijk zaakvoerder \
    zaakwaarnemer zaal zaalartsen zaalhouder zaalpersoneel zaalruimten zaalruimtes zaaltje \
    zaaluitbater zaalvoetbal zaalvoetbalclub zaalwachters zag zak zakcentje zakcomputers zake \
    zaken zakenadvocaat zakenbank zakenbankier zakenbelangen zakenblad zakenkabinet \
    zakenkabinetten zakenkantoor zakenmensen zakenpand zakenrelaties zakensteden zakenvriend \
    zaketuis zakje zakrekenmachine zakrekenmachinetje zakt zakuitgaven zal zalen zalf zalfde \
    zalfolie zalig zaligere zaligspreking zalm zalmforel zalmforellen zalmkleur zalmkleurige \
    zalmpje zalvingen zand zandkoekjes zandland zandpaadje zandweg zang zanger ze zee zeedag \
    zeeland zeeschildpad zeg zege zegebulletins zegelverkoop zegetekenen zegster zei zeil \
    zeiltekens zelf zelfbescherming zelfingenomen zelfpromotie zen zenuw zenuwarts zenuwtrekken \
    zet zetbazen zetbok zetbokken zetduiveltjes zetel zetelaantal zetelaantallen zetelden zetje \
    zetkastelein zetlijn zette zetten zettend zettende zettenreeks zettenreeksen zetter zetterij \
    zetterijen zetters zetting zich zicht zichtwaarde zie ziek zieke zieken ziekenbed ziekenhuis \
    ziekt ziekte ziektebeeld ziektebeelden ziektegevoelige ziekteniveau ziektepatroon \
    ziekteperiode ziektes ziektestof ziekteverloop ziekteverloven ziektevrees ziektewetmaatregel \
    ziektewetuitkering ziel zielszorg zien ziens zienswijzen zij zijinvoer zijkamer zilver \
    zilverwaar zin zitting zoek zoeker zoekinstelling zoekmogelijkheden zoeksite zon zond zondag \
    zondagbijlage zondagskleed zondagsschool zondagsschoolkind zondagteam zonde zonderegister \
    zondetje zone zoneclipsen zonen zones zonnekind zonneklaar zonnemassa zonnestand zonnetje \
    zont zoor zorg zorgboer zorgbudget zorgconsument zorgconsumenten zorgconsumptie zorghuizen \
    zorgondersteunend zorgpersoneel zorgprogrammering zorgtoeslag zorgverplichtingen zorgvraag \
    zorgvuldigere zorgvuldigste zottin zottinnetje zou zout zoutwaar zowaar zuster \
    zusterinstelling zwaar zwaard zwaargewond zweet zwel zwemwater zwemwaterprofiel zweten zwets
    """
}
