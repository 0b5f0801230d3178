/// The verbs that change their vowel. Source: the table of strong and irregular verbs of the Algemene Nederlandse
/// Spraakkunst (2.3.2); verbs under a prefix or a particle follow the one without it.
enum StrongVerbs {
  /// Infinitive, past, its plural, participle. The past of `varen` is left out: `voeren` is nearly always the verb.
  private static let table = """
    bakken bakte bakten gebakken; bannen bande banden gebannen; barsten barstte barstten gebarsten; \
    bederven bedierf bedierven bedorven; bedriegen bedroog bedrogen bedrogen; beginnen begon begonnen \
    begonnen; belijden beleed beleden beleden; bergen borg borgen geborgen; bevelen beval bevalen \
    bevolen; bidden bad baden gebeden; bieden bood boden geboden; bijten beet beten gebeten; binden bond \
    bonden gebonden; blazen blies bliezen geblazen; blijken bleek bleken gebleken; blijven bleef bleven \
    gebleven; blinken blonk blonken geblonken; braden braadde braadden gebraden; breken brak braken \
    gebroken; brengen bracht brachten gebracht; brouwen brouwde brouwden gebrouwen; buigen boog bogen \
    gebogen; denken dacht dachten gedacht; dingen dong dongen gedongen; doen deed deden gedaan; dragen \
    droeg droegen gedragen; drijven dreef dreven gedreven; dringen drong drongen gedrongen; drinken \
    dronk dronken gedronken; druipen droop dropen gedropen; duiken dook doken gedoken; dunken docht \
    dochten gedocht; dwingen dwong dwongen gedwongen; eten at aten gegeten; fluiten floot floten \
    gefloten; gaan ging gingen gegaan; gelden gold golden gegolden; genezen genas genazen genezen; \
    genieten genoot genoten genoten; geven gaf gaven gegeven; gieten goot goten gegoten; glijden gleed \
    gleden gegleden; graven groef groeven gegraven; grijpen greep grepen gegrepen; hangen hing hingen \
    gehangen; heffen hief hieven geheven; helpen hielp hielpen geholpen; heten heette heetten geheten; \
    houden hield hielden gehouden; houwen hieuw hieuwen gehouwen; jagen joeg joegen gejaagd; kiezen koos \
    kozen gekozen; kijken keek keken gekeken; klieven kloof kloven gekloven; klimmen klom klommen \
    geklommen; klinken klonk klonken geklonken; knijpen kneep knepen geknepen; komen kwam kwamen \
    gekomen; kopen kocht kochten gekocht; krijgen kreeg kregen gekregen; krimpen kromp krompen \
    gekrompen; kruipen kroop kropen gekropen; kunnen kon konnen gekund; kwijten kweet kweten gekweten; \
    lachen lachte lachten gelachen; laden laadde laadden geladen; laten liet lieten gelaten; lezen las \
    lazen gelezen; liegen loog logen gelogen; liggen lag lagen gelegen; lijden leed leden geleden; \
    lijken leek leken geleken; gelijken geleek geleken geleken; lopen liep liepen gelopen; malen maalde maalden gemalen; meten mat maten \
    gemeten; mijden meed meden gemeden; moeten moest moesten gemoeten; nemen nam namen genomen; nijgen \
    neeg negen genegen; ontbreken ontbrak ontbraken ontbroken; ontginnen ontgon ontgonnen ontgonnen; \
    plegen placht plachten gepleegd; prijzen prees prezen geprezen; raden ried rieden geraden; rijden \
    reed reden gereden; rijzen rees rezen gerezen; roepen riep riepen geroepen; ruiken rook roken \
    geroken; scheiden scheidde scheidden gescheiden; schelden schold scholden gescholden; schenken \
    schonk schonken geschonken; scheppen schiep schiepen geschapen; scheren schoor schoren geschoren; \
    schieten schoot schoten geschoten; schijnen scheen schenen geschenen; schrijden schreed schreden \
    geschreden; schrijven schreef schreven geschreven; schrikken schrok schrokken geschrokken; schuilen \
    school scholen gescholen; schuiven schoof schoven geschoven; slaan sloeg sloegen geslagen; slapen \
    sliep sliepen geslapen; slijpen sleep slepen geslepen; slijten sleet sleten gesleten; slinken slonk \
    slonken geslonken; sluiten sloot sloten gesloten; smelten smolt smolten gesmolten; smijten smeet \
    smeten gesmeten; snijden sneed sneden gesneden; spannen spande spanden gespannen; spijten speet \
    speten gespeten; spreken sprak spraken gesproken; springen sprong sprongen gesprongen; spuiten spoot \
    spoten gespoten; staan stond stonden gestaan; steken stak staken gestoken; stelen stal stalen \
    gestolen; sterven stierf stierven gestorven; stijgen steeg stegen gestegen; stinken stonk stonken \
    gestonken; stoten stootte stootten gestoten; strijden streed streden gestreden; strijken streek \
    streken gestreken; stuiven stoof stoven gestoven; treden trad traden getreden; treffen trof troffen \
    getroffen; trekken trok trokken getrokken; vallen viel vielen gevallen; vangen ving vingen gevangen; \
    varen - - gevaren; vechten vocht vochten gevochten; verdrieten verdroot verdroten verdroten; \
    verdwijnen verdween verdwenen verdwenen; vergeten vergat vergaten vergeten; verliezen verloor \
    verloren verloren; verschuilen verschool verscholen verscholen; verslinden verslond verslonden \
    verslonden; vinden vond vonden gevonden; vlechten vlocht vlochten gevlochten; vliegen vloog vlogen \
    gevlogen; vouwen vouwde vouwden gevouwen; vragen vroeg vroegen gevraagd; vriezen vroor vroren \
    gevroren; wassen waste wasten gewassen; wegen woog wogen gewogen; werpen wierp wierpen geworpen; \
    werven wierf wierven geworven; weten wist wisten geweten; weven weefde weefden geweven; wijken week \
    weken geweken; wijten weet weten geweten; wijzen wees wezen gewezen; winden wond wonden gewonden; \
    winnen won wonnen gewonnen; worden werd werden geworden; wreken wreekte wreekten gewroken; wringen \
    wrong wrongen gewrongen; zeggen zei zeiden gezegd; zenden zond zonden gezonden; zien zag zagen \
    gezien; zingen zong zongen gezongen; zinken zonk zonken gezonken; zinnen zon zonnen gezonnen; zitten \
    zat zaten gezeten; zoeken zocht zochten gezocht; zouten zoutte zoutten gezouten; zuigen zoog zogen \
    gezogen; zuipen zoop zopen gezopen; zwellen zwol zwollen gezwollen; zwemmen zwom zwommen gezwommen; \
    zweren zwoer zwoeren gezworen; zwerven zwierf zwierven gezworven; zwijgen zweeg zwegen gezwegen; \
    bezwijken bezweek bezweken bezweken; glimmen glom glommen geglommen; hijsen hees hesen gehesen; \
    schenden schond schonden geschonden; \
    spinnen spon sponnen gesponnen; splijten spleet spleten gespleten; vreten vrat vraten gevreten
    """

  /// The four forms of each verb.
  private static let rows: [[[UInt8]]] = Array(table.utf8).split(separator: UInt8(ascii: ";")).map {
    $0.split { $0 == UInt8(ascii: " ") }.map(Array.init)
  }

  /// The infinitive of each form of the past.
  static let pasts = WordTable(forms(in: 1...2))
  /// The infinitive of each participle.
  static let participles = WordTable(forms(in: 3...3))
  /// All infinitives.
  static let infinitives = WordSet(rows.map { $0[0] })

  private static func forms(in columns: ClosedRange<Int>) -> [[UInt8]: [UInt8]] {
    var forms: [[UInt8]: [UInt8]] = [:]
    forms.reserveCapacity(rows.count * columns.count)
    for row in rows {
      for form in row[columns] where form.count > 1 && forms[form] == nil { forms[form] = row[0] }
    }
    return forms
  }
}
