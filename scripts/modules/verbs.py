"""Verbs of a list of words, with forms made by rule and from a table of strong verbs. Nothing here
comes from the table that the command has."""

# Infinitive, past, plural of the past, participle.
_STRONG = """
bakken bakte bakten gebakken; bannen bande banden gebannen; barsten barstte barstten gebarsten;
bederven bedierf bedierven bedorven; bedriegen bedroog bedrogen bedrogen;
beginnen begon begonnen begonnen; bergen borg borgen geborgen; bevelen beval bevalen bevolen;
bewegen bewoog bewogen bewogen; bezwijken bezweek bezweken bezweken; bidden bad baden gebeden;
bieden bood boden geboden; bijten beet beten gebeten; binden bond bonden gebonden;
blazen blies bliezen geblazen; blijken bleek bleken gebleken; blijven bleef bleven gebleven;
blinken blonk blonken geblonken; braden braadde braadden gebraden; breken brak braken gebroken;
brengen bracht brachten gebracht; brouwen brouwde brouwden gebrouwen;
buigen boog bogen gebogen; denken dacht dachten gedacht; dingen dong dongen gedongen;
doen deed deden gedaan; dragen droeg droegen gedragen; drijven dreef dreven gedreven;
dringen drong drongen gedrongen; drinken dronk dronken gedronken;
druipen droop dropen gedropen; duiken dook doken gedoken; dwingen dwong dwongen gedwongen;
eten at aten gegeten; fluiten floot floten gefloten; gaan ging gingen gegaan;
gelden gold golden gegolden; genezen genas genazen genezen; genieten genoot genoten genoten;
geven gaf gaven gegeven; gieten goot goten gegoten; glijden gleed gleden gegleden;
glimmen glom glommen geglommen; graven groef groeven gegraven; grijpen greep grepen gegrepen;
hangen hing hingen gehangen; hebben had hadden gehad; heffen hief hieven geheven;
helpen hielp hielpen geholpen; heten heette heetten geheten; hijsen hees hesen gehesen;
houden hield hielden gehouden; houwen hieuw hieuwen gehouwen; jagen joeg joegen gejaagd;
kiezen koos kozen gekozen; kijken keek keken gekeken; klimmen klom klommen geklommen;
klinken klonk klonken geklonken; knijpen kneep knepen geknepen; komen kwam kwamen gekomen;
kopen kocht kochten gekocht; krijgen kreeg kregen gekregen; krimpen kromp krompen gekrompen;
kruipen kroop kropen gekropen; kwijten kweet kweten gekweten; lachen lachte lachten gelachen;
laden laadde laadden geladen; laten liet lieten gelaten; leggen legde legden gelegd;
lezen las lazen gelezen; liegen loog logen gelogen; liggen lag lagen gelegen;
lijden leed leden geleden; lijken leek leken geleken; lopen liep liepen gelopen;
malen maalde maalden gemalen; melken molk molken gemolken; meten mat maten gemeten;
mijden meed meden gemeden; nemen nam namen genomen; nijgen neeg negen genegen;
ontginnen ontgon ontgonnen ontgonnen; prijzen prees prezen geprezen;
raden raadde raadden geraden; rijden reed reden gereden; rijgen reeg regen geregen;
rijten reet reten gereten; rijzen rees rezen gerezen; roepen riep riepen geroepen;
ruiken rook roken geroken; scheiden scheidde scheidden gescheiden;
schelden schold scholden gescholden; schenden schond schonden geschonden;
schenken schonk schonken geschonken; scheppen schiep schiepen geschapen;
scheren schoor schoren geschoren; schieten schoot schoten geschoten;
schijnen scheen schenen geschenen; schrijden schreed schreden geschreden;
schrijven schreef schreven geschreven; schrikken schrok schrokken geschrokken;
schuiven schoof schoven geschoven; slaan sloeg sloegen geslagen; slapen sliep sliepen geslapen;
slijpen sleep slepen geslepen; slijten sleet sleten gesleten; slinken slonk slonken geslonken;
sluipen sloop slopen geslopen; sluiten sloot sloten gesloten; smelten smolt smolten gesmolten;
smijten smeet smeten gesmeten; snijden sneed sneden gesneden; snuiven snoof snoven gesnoven;
spannen spande spanden gespannen; spijten speet speten gespeten;
spinnen spon sponnen gesponnen; splijten spleet spleten gespleten;
spreken sprak spraken gesproken; springen sprong sprongen gesprongen;
spruiten sproot sproten gesproten; spugen spuugde spuugden gespuugd;
spuiten spoot spoten gespoten; staan stond stonden gestaan; steken stak staken gestoken;
stelen stal stalen gestolen; sterven stierf stierven gestorven; stijgen steeg stegen gestegen;
stinken stonk stonken gestonken; stoten stootte stootten gestoten;
strijden streed streden gestreden; strijken streek streken gestreken;
stuiven stoof stoven gestoven; treden trad traden getreden; treffen trof troffen getroffen;
trekken trok trokken getrokken; vallen viel vielen gevallen; vangen ving vingen gevangen;
varen voer voeren gevaren; vechten vocht vochten gevochten;
verdwijnen verdween verdwenen verdwenen; vergeten vergat vergaten vergeten;
verliezen verloor verloren verloren; verslinden verslond verslonden verslonden;
verzwelgen verzwolg verzwolgen verzwolgen; vinden vond vonden gevonden;
vlechten vlocht vlochten gevlochten; vliegen vloog vlogen gevlogen;
vouwen vouwde vouwden gevouwen; vragen vroeg vroegen gevraagd; vreten vrat vraten gevreten;
vriezen vroor vroren gevroren; vrijen vrijde vrijden gevrijd; wassen waste wasten gewassen;
wegen woog wogen gewogen; werpen wierp wierpen geworpen; werven wierf wierven geworven;
weten wist wisten geweten; weven weefde weefden geweven; wijken week weken geweken;
wijten weet weten geweten; wijzen wees wezen gewezen; winden wond wonden gewonden;
winnen won wonnen gewonnen; worden werd werden geworden; wreken wreekte wreekten gewroken;
wrijven wreef wreven gewreven; wringen wrong wrongen gewrongen; zeggen zei zeiden gezegd;
zenden zond zonden gezonden; zien zag zagen gezien; zingen zong zongen gezongen;
zinken zonk zonken gezonken; zinnen zon zonnen gezonnen; zitten zat zaten gezeten;
zoeken zocht zochten gezocht; zouten zoutte zoutten gezouten; zuigen zoog zogen gezogen;
zuipen zoop zopen gezopen; zwelgen zwolg zwolgen gezwolgen; zwellen zwol zwollen gezwollen;
zwemmen zwom zwommen gezwommen; zweren zwoer zwoeren gezworen;
zwerven zwierf zwierven gezworven; zwijgen zweeg zwegen gezwegen
"""
STRONG = {row.split()[0]: row.split() for row in _STRONG.replace("\n", " ").split(";")}
_PRESENT = {"gaan": ("ga", "gaat"), "staan": ("sta", "staat"), "slaan": ("sla", "slaat"),
            "zien": ("zie", "ziet"), "doen": ("doe", "doet"), "komen": ("kom", "komt"),
            "hebben": ("heb", "heeft")}
_VOWELS = "aeiou"
_PREFIXES = ("be", "ge", "her", "ont", "ver", "er", "mis")
# With and without ge- in the participle.
_EITHER = ("aan", "achter", "door", "her", "mis", "om", "onder", "over", "vol", "voor", "weer")
_PARTICLES = """
    aan achter af bij binnen door in mee mede na neer om onder op over rond samen tegen toe terug
    uit vast voor voort weg weer los vrij vol thuis stil klaar open dicht bloot dood goed groot
    gelijk hoog kwijt leeg plaats deel kennis stand stop waar wijs zeker veilig vooruit achteruit
    vooraf achterna tegemoet tekort teleur tentoon terecht teweeg uiteen ineen bijeen aaneen
    omhoog omlaag omver opeen rechtop voorbij heen
""".split()


def _syllables(word):
    return sum(letter in _VOWELS and (place == 0 or word[place - 1] not in _VOWELS)
               for place, letter in enumerate(word))


def _stems(infinitive):
    """The stems that an infinitive in -en may have, as it is spelled."""
    root = infinitive[:-2]
    if len(root) < 2:
        return []
    last = {"v": "f", "z": "s"}.get(root[-1], root[-1])
    if root[-1] in _VOWELS:
        return [root]
    if len(root) > 2 and root[-1] == root[-2]:
        return [root[:-1]]
    is_open = root[-2] in "aeou" and (
        len(root) < 3 or root[-3] not in _VOWELS
        or root[-3:-1] in ("ea", "eo", "ue", "io", "ua", "ia"))
    if not is_open:
        return [root[:-1] + last]
    stems = [root[:-1] + root[-2] + last]
    if root[-2] == "e" and root[-1] in "lrnm" and _syllables(root) > 1 or root[-2:] in ("ol", "os"):
        stems.append(root)
    return stems


def _inflected(participle):
    """The participle before a noun; None if it has no ending there."""
    if participle.endswith("en"):
        return None
    if participle.endswith("aan"):
        return participle[:-2] + "ne"
    before = participle[-3:-1]
    if before[1] not in _VOWELS or participle.endswith("n"):
        return participle + "e"
    if before[0] == before[1]:
        return participle[:-2] + participle[-1] + "e"
    return participle + ("e" if before[0] in _VOWELS else participle[-1] + "e")


class Verbs:
    """The verbs among some words, and their forms."""

    def __init__(self, words):
        self.words = words
        ends = ("en", "gaan", "staan", "slaan", "zien", "doen")
        candidates = sorted(word for word in words if len(word) > 3 and word.endswith(ends))
        simple = {}
        for word in candidates:
            forms = self._strong(word) or self._weak(word)
            if forms:
                simple[word] = forms
        simple = self._without_forms_of_others(simple)
        separable = {word: self._separable(word, simple) for word in candidates}
        separable = {word: forms for word, forms in separable.items() if forms}
        self.forms = self._without_forms_of_others({**simple, **separable})

    def _without_forms_of_others(self, verbs):
        """Without `gevallen` and `haastten`, unless there is a present participle."""
        others = {verbs[verb][kind] for verb in verbs for kind in ("past", "plural", "participle")
                  if verbs[verb][kind] != verb}
        return {verb: forms for verb, forms in verbs.items()
                if verb not in others
                or verb + "d" in self.words and not verb.endswith(("tten", "dden"))}

    def _strong(self, infinitive):
        for prefix in ("",) + tuple(dict.fromkeys(_PREFIXES + _EITHER)):
            verb = infinitive[len(prefix):]
            if not infinitive.startswith(prefix) or verb not in STRONG:
                continue
            _, past, plural, participle = STRONG[verb]
            if prefix and participle.startswith("ge") and not verb.startswith("ge"):
                if prefix in _EITHER and (prefix + participle in self.words
                                          or prefix + participle[2:] not in self.words):
                    continue
                participle = participle[2:]
            if prefix and infinitive + "d" not in self.words and prefix + past not in self.words:
                continue
            stem = _PRESENT.get(verb, (_stems(verb) or [""])[:1])[0]
            third = _PRESENT[verb][1] if verb in _PRESENT else stem + "t" * (stem[-1] != "t")
            forms = {"stem": stem, "third": third, "past": past, "plural": plural,
                     "participle": participle}
            return {kind: prefix + form for kind, form in forms.items()}
        return None

    def _weak(self, infinitive):
        if not infinitive.endswith("en") or infinitive in STRONG:
            return None
        for stem in _stems(infinitive):
            root = infinitive[:-2]
            past = stem + ("te" if root[-1] in "tkfspx" or root.endswith("ch") else "de")
            participle = stem if stem[-1] in "td" else past[:-1]
            third = stem if stem[-1] == "t" else stem + "t"
            has_ge = "ge" + participle in self.words
            is_prefixed = infinitive.startswith(_PREFIXES + _EITHER)
            proofs = [third != stem and third in self.words, past in self.words,
                      infinitive + "d" in self.words,
                      has_ge or is_prefixed and participle in self.words]
            if sum(proofs) < 2:
                continue
            if has_ge or not is_prefixed:
                participle = "ge" + participle
            return {"stem": stem, "third": third, "past": past, "plural": past + "n",
                    "participle": participle}
        return None

    def _separable(self, infinitive, simple):
        for length in range(2, len(infinitive) - 3):
            particle, verb = infinitive[:length], infinitive[length:]
            if verb not in simple:
                continue
            participle = particle + simple[verb]["participle"]
            is_known = particle in _PARTICLES
            has_participle = participle in self.words and (
                is_known or simple[verb]["participle"].startswith("ge"))
            has_present = infinitive + "d" in self.words
            if is_known and (has_participle or has_present and particle not in _EITHER) or (
                    has_participle and has_present):
                forms = {kind: particle + form for kind, form in simple[verb].items()}
                forms["te"] = f"{particle} te {verb}"
                return forms
        return None

    def all_forms(self, verb):
        """Each kind of form of a verb, and the form."""
        forms = dict(self.forms[verb])
        inflected = _inflected(forms["participle"])
        if inflected:
            forms["participle -e"] = inflected
        forms["present participle"] = verb + "d"
        forms["present participle -e"] = verb + "de"
        return forms
