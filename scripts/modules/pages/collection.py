"""An invented collection for the tests of the pages: sets of many members, parties, ministers,
themes, years and kinds, always the same ones."""
import os
from xml.sax.saxutils import escape, quoteattr

from .. import sets

# COMMON is in a question of every set and in two of every third, RARE in one set of seven, and
# both in one set of 42.
COMMON, RARE = "dijkonderhoud", "palingtrek"
PARTIES = ["Waterpartij", "Heidebond", "Veenlijst", "Kustunie", "Stadsblok",
           "Dorpslijst", "Polderpartij", "Rivierfront", "Duinkring", "Eilandpartij",
           "Bosverbond", "Terpbond"]
MEMBERS = ["Aalders", "Brouwer", "Van der Dool", "Ekelmans", "Fokkinga", "Grutters", "Haverkort",
           "IJpma", "Jongeneel", "El Kaddouri", "Lubbersen", "Öztürk-Maas", "Noordhof",
           "Oldersma", "De Pater", "Quispel", "Roelofsen", "Çelik", "Terpstra", "Uittenbogaard"]
POSTS = [("Minister", "Jaspers", "Justitie en Veiligheid"),
         ("Minister", "Van Kooten", "Financiën"), ("Minister", "Lindeboom", "Defensie"),
         ("Staatssecretaris", "Meerdink", "Infrastructuur en Waterstaat"),
         ("Minister", "Nijboer", "Binnenlandse Zaken en Koninkrijksrelaties")]
THEMES = ["Verkeer | Water", "Natuur en milieu | Bodem", "Financiën | Belasting",
          "Recht | Strafrecht", "Zorg en gezondheid | Jongeren", "Ruimte en infrastructuur",
          "Onderwijs en wetenschap", "Openbare orde en veiligheid", "Cultuur en recreatie",
          "Landbouw | Dieren"]
FIRST_YEAR, YEARS = 2013, 12


def write(count, place):
    """Writes sets, each with its metadata beside it as the official site gives them."""
    text = sets.Text(7)
    for number in range(1, count + 1):
        write_set(place, invented(text, number))
    return place


def invented(text, number):
    """One set; every fifth has no answer yet."""
    year = FIRST_YEAR + number % YEARS
    session = f"{year}{year + 1}"
    # Twos of what follows are never in step, so that every pair of values occurs.
    party = number * number % 101 % len(PARTIES)
    askers = [MEMBERS[(party * 5 + number // step) % len(MEMBERS)] for step in (1, 7)]
    is_answered = number % 5 != 0
    passages = []
    for question in range(1, 4 + number // YEARS % 6):
        words = [COMMON] if question == 1 or question == 3 and number % 3 == 0 else []
        words += [RARE] if (question, number % 7) == (2, 0) or (question, number % 42) == (3, 0) \
            else []
        asked = " ".join([text.sentence(","), *words, text.sentence("?")])
        passages.append(([question], asked, text.sentences(2, 9) if is_answered else None))
    identifier = f"ah-tk-{session}-{8000 + number}" if is_answered else \
        f"kv-tk-{year}Z{70000 + number}"
    return {
        "identifier": identifier, "number": 8000 + number if is_answered else None, "year": year,
        "case": f"{year}Z{70000 + number}", "subject": text.sentence(""),
        "members": list(dict.fromkeys(askers))[:1 + number % 2], "party": PARTIES[party],
        "post": POSTS[number % 11 % len(POSTS)], "theme": THEMES[number % 13 % len(THEMES)],
        "day": 1 + number % 28, "passages": passages,
    }


def write_set(place, invented):
    """Writes a set as XML of today. Nothing in it is trusted to be free of signs of XML."""
    folder = os.path.join(place, invented["identifier"])
    os.makedirs(folder, exist_ok=True)
    for name, content in [(f"{invented['identifier']}.xml", document(invented)),
                          ("metadata.xml", metadata(invented))]:
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(content)


def document(invented):
    year, day = invented["year"], invented["day"]
    session = f"{year}–{year + 1}"
    rank, minister, portfolio = map(escape, invented["post"])
    members = " en ".join(f"<naam><achternaam>{escape(name)}</achternaam></naam>"
                          for name in invented["members"])
    several = len(invented["members"]) > 1
    head = f"""<tekstregel inhoud="vergaderjaar">Vergaderjaar {session}</tekstregel>
<tekstregel inhoud="kameraanduiding">Tweede Kamer der Staten-Generaal</tekstregel>
"""
    asked = f"""<kamervraagomschrijving type="vraag">Vragen van {"de leden" if several else
        "het lid"} {members} ({"beiden " if several else ""}{escape(invented["party"])}) aan de
{rank} van {portfolio} over <kamervraagonderwerp>{escape(invented["subject"])}</kamervraagonderwerp>
(ingezonden <datum isodatum="{year}-10-{day:02}">{day} oktober {year}</datum>).
</kamervraagomschrijving>"""
    answered = ""
    if invented["number"]:
        head += '<tekstregel inhoud="documenttype">Aanhangsel van de Handelingen</tekstregel>\n'
        answered = f"""<kamervraagomschrijving type="antwoord">Antwoord van {rank}
<naam><achternaam>{minister}</achternaam></naam> ({portfolio}) (ontvangen
<datum isodatum="{year}-12-{day:02}">{day} december {year}</datum>).</kamervraagomschrijving>"""
    number = invented["number"] or invented["case"]
    body = ""
    for questions, question, answer in invented["passages"]:
        body += f"<vraag><nr>Vraag {questions[0]}</nr><al>{escape(question)}</al></vraag>\n"
        if answer is not None:
            body += (f"<antwoord><nr>Antwoord {questions[0]}</nr><al>{escape(answer)}</al>"
                     "</antwoord>\n")
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<officiele-publicatie>
<kamervragen>
<kamervraagkop>
{head}</kamervraagkop>
<kamervraagnummer>{number}</kamervraagnummer>
{asked}
{answered}
{body}{invented.get("more", "")}</kamervragen>
</officiele-publicatie>
"""


def metadata(invented):
    year, day = invented["year"], invented["day"]
    values = [("DC.identifier", invented["identifier"]),
              ("DC.title", f"Vragen over {invented['subject']}"),
              ("OVERHEID.category", invented["theme"]),
              ("OVERHEIDop.vergaderjaar", f"{year}-{year + 1}"),
              ("OVERHEIDop.vraagnummer", invented["case"]),
              ("OVERHEIDop.aanhangselNummer", str(invented["number"] or "")),
              ("OVERHEIDop.datumIndiening", f"{year}-10-{day:02}")]
    values += [("OVERHEIDop.indiener", f"A. {name}") for name in invented["members"]]
    lines = "".join(f'<metadata name="{name}" scheme="" content={quoteattr(value)}/>\n'
                    for name, value in values if value)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<metadata_gegevens>\n{lines}' \
        "</metadata_gegevens>\n"
