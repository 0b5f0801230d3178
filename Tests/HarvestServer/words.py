"""Invented members, ministers, matters and sentences: the words of the publications."""
from dataclasses import dataclass


@dataclass(frozen=True)
class Person:
    initials: str
    infix: str
    surname: str
    # The party of a member, the portfolio of a minister.
    role: str

    @property
    def name(self):
        """As a heading has it: Van Aalsma."""
        infix = self.infix[:1].upper() + self.infix[1:]
        return f"{infix} {self.surname}".strip()

    @property
    def full_name(self):
        """As the metadata have it: B.C. van Aalsma."""
        return " ".join(filter(None, [self.initials, self.infix, self.surname]))


MEMBERS = [Person(*fields) for fields in [
    ("A.", "", "Zwanenburgh", "Deltapartij"), ("B.C.", "van", "Aalsma", "Deltapartij"),
    ("D.", "", "Ouddorper", "Stad en Streek"), ("E.M.", "van der", "Kreek", "Stad en Streek"),
    ("F.", "", "Haverkamp", "Nieuw Midden"), ("G.J.", "de", "Roos-Tielman", "Nieuw Midden"),
    ("H.", "", "Benali", "Lijst Vooruit"), ("I.", "", "Öztürkler", "Lijst Vooruit"),
    ("J.P.", "ten", "Broeke", "Kleine Kernen"), ("K.", "", "Lindqvist", "Kleine Kernen"),
    ("L.", "", "Poelgeest", "Deltapartij"), ("M.A.", "in 't", "Zandt", "Stad en Streek"),
]]
MINISTERS = [("Minister", Person(*fields)) for fields in [
    ("N.", "", "Wagenvoort", "Infrastructuur en Waterstaat"),
    ("O.P.", "van", "Schelven", "Financiën"),
    ("Q.", "", "Tammens", "Onderwijs, Cultuur en Wetenschap"),
    ("R.", "", "Duivestein", "Justitie en Veiligheid"),
]] + [("Staatssecretaris", Person(*fields)) for fields in [
    ("S.", "", "Eikelenboom", "Volksgezondheid, Welzijn en Sport"),
    ("T.U.", "de", "Vaart", "Economische Zaken"),
]]
PLACES = """Zuiderhaven Oostwijkerbroek Nieuw-Maasdorp Wierumerzijl Hoogveensluis Lage-Kempen
Duinenburg Sint-Odulf Krommerijk Westerschans Achtermeer Bovenlanden Vlietzicht""".split()
MATTERS = [
    ("de sluiting van de veerdienst naar {}", "Verkeer | Water"),
    ("het bericht «Sluisdeuren van {} al maanden kapot»", "Verkeer | Water"),
    ("de wachtlijst van de muziekschool in {}", "Onderwijs en wetenschap | Overige vormen"),
    ("het bericht «Bibliotheek {} dicht op zaterdag»", "Cultuur en recreatie | Cultuur"),
    ("de prijs van drinkwater in {}", "Natuur en milieu | Stoffen"),
    ("de opvang van zieke egels in {}", "Landbouw | Dieren"),
    ("het bericht «{} krijgt geen aansluiting op het stroomnet»", "Economie | Energie"),
    ("de kap van oude iepen langs de vaart bij {}", "Natuur en milieu | Natuur"),
    ("de bereikbaarheid van de huisartsenpost in {}", "Zorg en gezondheid | Organisatie"),
    ("het bericht «Kerkklok van {} luidt ’s nachts»", "Openbare orde en veiligheid | Recht"),
    ("de afschaffing van het loket voor toeslagen in {}", "Financiën | Belasting"),
    ("de veiligheid van de spoorwegovergang bij {}", "Verkeer | Spoor"),
]
FIRST_QUESTION = "Bent u bekend met {}?"
QUESTIONS = [
    "Klopt het dat de gemeente {place} daar al {count} keer om heeft gevraagd?",
    "Hoeveel inwoners van {place} ondervinden hier hinder van, en sinds wanneer?",
    "Deelt u de mening dat {count} maanden te lang is? Zo nee, waarom niet?",
    "Welke maatregelen neemt u, en wat kosten deze (in duizenden euro’s & per jaar)?",
    "Bent u bereid met de provincie en met {place} in overleg te treden?",
    "Kunt u deze vragen afzonderlijk beantwoorden, vóór het einde van het reces?",
    "Hoe verhoudt dit zich tot de toezegging uit {year} dat dit < {count} weken zou duren?",
]
ANSWERS = [
    "Ja.", "Nee, dat beeld herken ik niet.",
    "Uit navraag bij {place} blijkt dat het om {count} gevallen gaat.",
    "Ik ben hierover in gesprek met de betrokken partijen. Naar verwachting is er voor de zomer "
    "van {year} meer duidelijkheid.",
    "De kosten bedragen € {count} miljoen; zij worden gedekt uit de begroting voor {year}.",
    "Zie het antwoord op vraag 1. Ik zie geen aanleiding om daarvan af te wijken.",
    "Over de voortgang informeer ik uw Kamer vóór het einde van het jaar.",
]
DELAY = ("De vragen kunnen niet binnen de gebruikelijke termijn worden beantwoord, omdat "
         "afstemming met {place} meer tijd vergt. Ik zal de vragen zo spoedig mogelijk "
         "beantwoorden.")
CORRECTION = "In de eerder gepubliceerde versie was een getal weggevallen."
MONTHS = ("januari februari maart april mei juni juli augustus september oktober november "
          "december").split()


def long_date(day):
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def enumeration(names):
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " en " + names[-1]
