"""Expensive sheets of 1995 to 2009, XML of those years and records of the archive."""

HEAD = ("Tweede Kamer der Staten-Generaal\n\nVergaderjaar 1998–1999\n\nAanhangsel van de "
        "Handelingen\n\n{number}\n\n"
        "Vragen van het lid Jansen (SP) aan de minister van Financiën over het spaarloon. "
        "(Ingezonden 3 maart 1999)\n\n")
SENTENCE = "Antwoord van minister Pieters (Financiën). (Ontvangen 1 mei 1999)"


def sheet(questions, answers, title="Antwoord\n\n", sentence=SENTENCE):
    return f"{HEAD.format(number=705)}{questions}\n\n{title}{sentence}\n\n{answers}\n"


def flat(*parts):
    return sheet(*parts).replace("\n\n", " ").replace("\n", " ")


def run(count, text, first=1, last=400):
    """Numbers, each with a text, from the first one to the last and again."""
    return " ".join(f"{(first - 1 + k) % last + 1} {text}" for k in range(count))


def alone(numbers, text):
    return "\n\n".join(f"{n}\n{text}" for n in numbers)


def due(count, last=300):
    """Answers out of order, with the first one at the very end."""
    return sheet(alone(range(1, last + 1), "Kent u dit?"),
                 "\n\n".join([str(last)] * count + [f"{last}. Ja.", "1"]))


# Name, number of things at the first scale, and what is written for a number of them.
SHEETS = [
    ("flat-numbers", 200_000, lambda n, r: flat("1 Kent u dit? " + run(n, "Ja."), "1 Ja.")),
    ("flat-answers", 200_000, lambda n, r: flat("1 Kent u dit?", run(n, "Ja."))),
    ("flat-letters", 800_000,
     lambda n, r: flat("1 Kent u dit?", " ".join(f"{k % 9 + 1} A." for k in range(n // 2)))),
    ("flat-unanswered", 120_000,
     lambda n, r: (HEAD.format(number=705) + run(n, "Kent u dit?")).replace("\n", " ")),
    ("flat-list", 300_000, lambda n, r: flat("1 Kent u dit? " + "1, 2, " * n, "1 Ja.")),
    ("flat-list-rising", 200_000,
     lambda n, r: flat("1 Kent u dit?", "1 Ja. " + ", ".join(str(k % 999 + 1) for k in range(n)))),
    ("flat-marks", 400_000, lambda n, r: flat("1 Kent u dit? " + "1 " * n, "1 Ja.")),
    ("flat-received", 80_000,
     lambda n, r: flat("1 Kent u dit?", "1 Ja. " + "(ontvangen 1 mei 1999) " * n)),
    ("flat-received-first", 80_000,
     lambda n, r: flat("1 Kent u dit? " + "(ontvangen 1 mei 1999) " * n, "1 Ja.")),
    ("flat-answered", 60_000,
     lambda n, r: flat("1 Kent u dit? " + "Antwoord van minister X (Y). " * n, "1 Ja.")),
    ("flat-capitals", 300_000,
     lambda n, r: flat("1 Kent u dit? " + ("A " * 700 + "(ontvangen 1 mei 1999) ") * (n // 700),
                       "1 Ja.")),
    ("flat-submitted", 80_000,
     lambda n, r: flat("1 Kent u dit? " + "(ingezonden 1 mei 1999) " * n, "1 Ja.")),
    ("flat-asked", 60_000,
     lambda n, r: "Vragen van het lid Jansen (SP) " * n + flat("1 Kent u dit?", "1 Ja.")),
    ("flat-explanations", 50_000,
     lambda n, r: flat("1 Kent u dit?", "1 Ja. " + "Deze vragen dienen ter aanvulling. " * n)),
    ("flat-feet", 30_000,
     lambda n, r: flat("1 Kent u dit? "
                       + "woord Tweede Kamer, vergaderjaar 1998–1999, Aanhangsel 2 " * n, "1 Ja.")),
    ("flat-issn", 80_000,
     lambda n, r: flat("1 Kent u dit? " + "woord ISSN 0921 - 7398 " * n, "1 Ja.")),
    ("flat-titles", 60_000,
     lambda n, r: "Aanhangsel van de Handelingen " * n + flat("1 Kent u dit?", "1 Ja.")),
    ("flat-references", 300_000,
     lambda n, r: flat("1 Kent u dit?", "1 Ja.").replace(
         "1999) 1 Ja", "1999), zie ook Aanhangsel Handelingen nrs. " + "3, " * n + "1 Ja")),
    ("numbers", 300_000, lambda n, r: sheet("1\nKent u dit?\n\n" + "1\n\n" * n, "1\nJa.")),
    ("numbers-rising", 70_000,
     lambda n, r: sheet(alone((k % 400 + 1 for k in range(n)), "Kent u dit?"),
                        alone((k % 400 + 1 for k in range(n)), "Ja."))),
    ("numbers-falling", 100_000,
     lambda n, r: sheet(alone(range(1, 300), "Kent u dit?"),
                        alone((300 - k % 300 for k in range(n)), "Ja."))),
    ("numbers-not-due", 300_000, lambda n, r: due(n)),
    ("numbers-lists", 100_000,
     lambda n, r: sheet(alone(range(1, 300), "Kent u dit?"), "1 t/m 150\n\n" * n)),
    ("numbers-inline", 70_000,
     lambda n, r: sheet("\n\n".join(f"{k % 300 + 1}. Kent u dit?" for k in range(n)),
                        "\n\n".join(["300. Ja."] * n + ["1. Ja."]))),
    ("attachments", 200_000,
     lambda n, r: sheet("1\nKent u dit?", "1\nJa.\n\n" + "Bijlage\n\n" * n)),
    ("attachments-asked", 100_000,
     lambda n, r: sheet("1\nKent u dit?", "1\nJa.\n\n" + "Bijlage\n\n1\n\nWat?\n\n" * n)),
    ("sentences", 20_000,
     lambda n, r: sheet("1\nKent u dit?", "1\nJa.\n\n" + (SENTENCE + "\n\n") * n)),
    ("sentences-undated", 60_000,
     lambda n, r: sheet("1\nKent u dit?\n\n" + "Antwoord van minister X (Y).\n\n" * n, "1\nJa.")),
    ("sentence-open", 120_000,
     lambda n, r: sheet("1\nKent u dit?", "1\nJa.", sentence="Antwoord van minister X (Y)\n"
                        + "en meer woorden\n" * n)),
    ("titles", 190_000, lambda n, r: sheet("1\nKent u dit?\n\n" + "Antwoord\n\n" * n, "1\nJa.")),
    ("notices", 100_000,
     lambda n, r: sheet("1\nKent u dit?", "Het duurt nog.\n\n" * n, "Mededeling\n\n",
                        "Mededeling van minister X (Y). (Ontvangen 1 mei 1999)")),
    ("explanations", 50_000,
     lambda n, r: sheet("1\nKent u dit?", "1\nJa.\n\n"
                        + "Deze vragen dienen ter aanvulling.\n\n" * n)),
    ("notes", 40_000,
     lambda n, r: sheet("1\nKent u dit? 1\n\n" + "".join(
         f"{k % 99 + 1} Krant, {k} maart 1999.\n\n" for k in range(n)), "1\nJa. 1\n\n1 Krant.")),
]


def document(questions, answers):
    return ('<?xml version="1.0" encoding="UTF-8"?>\n<vraagdoc><vragen><titel>Vragen gesteld door '
            'de leden der Kamer</titel>'
            "<vraagnummer>2989900010</vraagnummer><omschr>Vragen van het lid Jansen (SP) aan de "
            "minister van Financiën over "
            f"<ondw>het spaarloon</ondw>. (Ingezonden 3 maart 1999)</omschr>{questions}</vragen>"
            "<reactie><titel>Antwoord</titel>"
            f"<omschr>{SENTENCE}</omschr>{answers}</reactie></vraagdoc>\n")


ASKED, ANSWERED = ("<vraag><nummer>1</nummer><al>Kent u dit?</al></vraag>",
                   "<antwoord><nummer>1</nummer><al>Ja.</al></antwoord>")

XMLS = [
    ("sentences", 20_000,
     lambda n, r: document(ASKED, f"<omschr>{SENTENCE}</omschr>" * n + ANSWERED)),
    ("sentences-after", 20_000,
     lambda n, r: document(ASKED, ANSWERED + f"<omschr>{SENTENCE}</omschr>" * n)),
    ("descriptions", 30_000,
     lambda n, r: document(ASKED, "<omschr>Iets anders.</omschr>" * n + ANSWERED)),
    ("titles", 60_000, lambda n, r: document(ASKED, "<titel>Antwoord</titel>" * n + ANSWERED)),
    ("loose", 30_000, lambda n, r: document((ASKED + "<al>Los.</al>") * n, ANSWERED)),
    ("loose-notices", 40_000,
     lambda n, r: document(ASKED, "<titel>Mededeling</titel>"
                           + "<al>Het duurt nog.</al><mededeling>Zo.</mededeling>" * n)),
    ("answers", 40_000, lambda n, r: document(ASKED, ANSWERED * n)),
    ("reactions", 15_000,
     lambda n, r: document(ASKED, ANSWERED + "</reactie><reactie><titel>Antwoord</titel>"
                                             f"<omschr>{SENTENCE}</omschr>" * n)),
]

PAGES = [
    ("descriptions", 20_000, lambda n, r: page(f'<p class="omschr">{SENTENCE}</p>' * n)),
    ("loose", 20_000,
     lambda n, r: page('<p>Mededeling</p>' + '<p>Los.</p><div class="mededeling">Zo.</div>' * n)),
]


def page(body):
    return ('<!DOCTYPE html><html><body><div class="stuk"><p class="omschr">Vragen van het lid '
            'Jansen (SP) aan de minister van '
            'Financiën over het spaarloon. (Ingezonden 3 maart 1999)</p><div class="vraag"><p '
            'class="nummer">1</p><p>Kent u '
            f'dit?</p></div>{body}<div class="antwoord"><p class="nummer">1</p><p>Ja.</p></div>'
            '</div></body></html>\n')


def record(questions="", answers="", rest="", kind="Antwoord", head="", rubric="Verkeer (Wegen)",
           date="1999-05-01"):
    questions = questions or '<vraag nummer="1">Kent u dit?</vraag>'
    return ('<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<kvr type="{kind}"><meta><metadata><item '
            'attribuut="Bibliografische_omschrijving">Vragen van het lid Jansen (SP) aan '
            f'de minister van Financiën over het spaarloon{head}. (Ingezonden 3 maart 1999); '
            'Antwoord</item>'
            f'<item attribuut="Rubriek">{rubric}</item><item attribuut="Datum_indiening">1999-03-03'
            '</item>'
            '<item attribuut="Datum_reaktie">1999-05-01</item></metadata>'
            '<header titel="Tweede Kamer der Staten-Generaal" vergaderjaar="Vergaderjaar '
            '1998–1999"/>'
            '<vraagdata vraagnummer="705"><vrager partij="SP">Jansen</vrager></vraagdata>'
            f'<antwoorddata antwoorddatum="{date}"><antwoorder functie="minister" '
            'ministerie="Financiën">Pieters</antwoorder>'
            f'</antwoorddata></meta><vragen>{questions}</vragen><antwoorden><antwoord '
            f'nummer="1">Ja.</antwoord>{answers}'
            f'</antwoorden>{rest}</kvr>\n')


def asked(numbers, text="Kent u dit?"):
    return "".join(f'<vraag nummer="{n}">{text}</vraag>' for n in numbers)


def noted(count, number):
    return "<noten>" + "".join(f'<noot nummer="{number(k)}">Krant {k}.</noot>'
                               for k in range(count)) + "</noten>"


RECORDS = [
    ("questions", 20_000, lambda n, r: record(asked(range(1, n)))),
    ("questions-same", 40_000, lambda n, r: record(asked([1] * n))),
    ("questions-alternating", 20_000, lambda n, r: record(asked([1, 150] * n))),
    ("questions-years", 20_000, lambda n, r: record(asked([1] + [1994] * n))),
    ("questions-unnumbered", 20_000, lambda n, r: record("<vraag>Kent u dit?</vraag>" * n)),
    ("questions-bad", 20_000, lambda n, r: record(asked(["1a"] * n))),
    ("answers", 20_000,
     lambda n, r: record("",
                         "".join(f'<antwoord nummer="{k}">Ja.</antwoord>' for k in range(1, n)))),
    ("answers-same", 20_000, lambda n, r: record("", '<antwoord nummer="1">Ja.</antwoord>' * n)),
    ("answers-years", 20_000,
     lambda n, r: record("", '<antwoord nummer="1994">was het zo.</antwoord>' * n)),
    ("notes", 20_000,
     lambda n, r: record(asked([1], "a" + "".join(f'<voetnoot nummer="{k}"/>' for k in range(n)))
                         + noted(n, lambda k: k))),
    ("notes-same", 30_000,
     lambda n, r: record(asked([1], 'a<voetnoot nummer="1"/>' * n) + noted(n, lambda k: 1))),
    ("notes-unknown", 40_000,
     lambda n, r: record(asked([1], "".join(f'a<voetnoot nummer="{k}"/>' for k in range(n))))),
    ("notes-lists", 40_000,
     lambda n, r: record(asked([1]) + '<noten><noot nummer="1">Krant.</noot></noten>' * n)),
    ("notes-empty", 60_000,
     lambda n, r: record(asked([1]) + "<noten>" + '<noot nummer="1"/>' * n + "</noten>")),
    ("notices", 40_000, lambda n, r: record(rest="<mededeling>Het duurt nog.</mededeling>" * n)),
    ("last-line", 300_000, lambda n, r: record(kind="woord " * n)),
    ("received", 80_000,
     lambda n, r: record(asked([1], "Kent u dit? " + "(ontvangen 1 mei 1999) " * n))),
    ("answered", 60_000,
     lambda n, r: record(asked([1], "Kent u dit? " + "Antwoord van minister X (Y). " * n))),
    ("head", 200_000, lambda n, r: record(head=" en meer" * n)),
    ("head-brackets", 400_000, lambda n, r: record(head="(" * n)),
    ("rubrics", 60_000,
     lambda n, r: record(rubric=" ".join(f"Verkeer (Wegen {k})" for k in range(n)))),
    ("rubrics-open", 400_000, lambda n, r: record(rubric="(" * n)),
    ("date", 300_000, lambda n, r: record(date="1999-05-01) " + "woord " * n)),
    ("date-references", 100_000,
     lambda n, r: record(date="1999-05-01), zie ook Aanhangsel Handelingen nrs. " + "3, " * n)),
    ("people", 40_000,
     lambda n, r: record().replace("</vraagdata>", '<vrager partij="SP">Jansen</vrager>' * n
                                   + "</vraagdata>")),
    ("answerers", 20_000,
     lambda n, r: record().replace(
         "</antwoorddata>",
         '<antwoorder functie="minister" ministerie="Financiën">Pieters</antwoorder>' * n
         + "</antwoorddata>")),
    ("items", 50_000,
     lambda n, r: record().replace("</metadata>", '<item attribuut="Onbekend">x</item>' * n
                                   + "</metadata>")),
]


def files():
    """The name of each kind, its extension, how many things it has, and what makes the bytes."""
    def encoded(make):
        return lambda n, r: make(n, r).encode("utf-8")
    for kinds, prefix, extension in ((SHEETS, "sheet", "txt"), (XMLS, "reactie", "xml"),
                                     (PAGES, "omschr", "html"),
                                     (RECORDS, "archive", "xml")):
        for name, count, make in kinds:
            yield f"{prefix}-{name}", extension, count, encoded(make)
