"""The world: which publications there are, and what becomes of each, day by day.

It is a function of the seed and of the size; nothing in it depends on when it is asked.
"""
import datetime
import random
import re
from dataclasses import dataclass, field

from words import MATTERS, MEMBERS, MINISTERS, PLACES

DAY = datetime.timedelta(days=1)
TYPESET = ("html", "metadata", "metadataowms", "odt", "pdf", "xml")
WITHOUT_XML = ("html", "metadata", "metadataowms", "pdf")
OLD = ("html", "metadata", "metadataowms", "xml")
PDF_ONLY = ("metadata", "metadataowms", "pdf")
TYPESET_STATUS, SHEET_STATUS = "Opgemaakt", "Onopgemaakt"
REPLACING_STATUS = "Opgemaakt na onopgemaakt"
# Everything is gone; a notice stands at its address; a notice, and the search still shows it.
REMOVALS = ("gone", "withdrawn", "withdrawn-listed")


@dataclass(frozen=True)
class Version:
    """What a publication is from a day on. Versions of equal text and status have equal bytes,
    but for the comment in metadata_owms.xml, which names the day."""
    # The day of the change, which is dt.modified, and the day from which the search shows it.
    day: datetime.date
    shown: datetime.date
    forms: tuple
    status: str
    # The number of the text, which corrections raise, and that of the metadata.
    text: int = 0
    metadata: int = 0
    # How it was removed, one of REMOVALS; empty if it was not.
    removal: str = ""


@dataclass
class Case:
    """One set of questions: who asked whom about what."""
    number: str
    members: list
    post: str
    minister: object
    matter: str
    place: str
    theme: str
    asked: datetime.date
    is_senate: bool = False


@dataclass
class Publication:
    identifier: str
    # "questions", "delay" or "answer".
    kind: str
    case: Case
    date: datetime.date
    # The number of an answer or of a delay notice in its vergaderjaar.
    number: str = ""
    is_old: bool = False
    versions: list = field(default_factory=list)
    # The identifier of the typeset publication that replaces this sheet.
    replaced_by: str = ""

    @property
    def session(self):
        """The vergaderjaar, which begins in September: 2024-2025."""
        year = self.date.year - (self.date.month < 9)
        return f"{year}-{year + 1}"

    @property
    def area(self):
        family = re.match(r"(\D+)-\d", self.identifier)[1]
        year = self.session.replace("-", "")
        is_typeset = not self.is_old and self.versions[0].status != SHEET_STATUS
        return f"officielepublicaties/{family}/{year if is_typeset else 'onopgemaakt'}"

    def version(self, today, moved=None):
        """What the search and the documents show of it on a day, or None before its first one.
        `moved` is the day to which a fault has moved it."""
        shown = [version for version in self.versions if version.shown <= today]
        if not shown:
            return None
        if moved and moved > shown[-1].day and moved <= today:
            last = shown[-1]
            return Version(moved, moved, last.forms, last.status, last.text, last.metadata,
                           last.removal)
        return shown[-1]


class World:
    def __init__(self, seed, first, days, per_day):
        self.source = random.Random(f"world {seed}")
        self.first, self.days = first, days
        self.last = first + (days - 1) * DAY
        self.publications = []
        self.case_numbers, self.sheet_number = {}, 1_270_000
        self.answers = []
        while len(self.publications) < days * per_day:
            self.add_case()
        del self.publications[days * per_day:]
        self.number_answers()
        self.by_identifier = {one.identifier: one for one in self.publications}
        self.change_some()

    def day(self, earliest=None, most=None):
        """A working day of the world, at most `most` days after the earliest one."""
        earliest = earliest or self.first
        span = (self.last - earliest).days
        day = earliest + self.source.randint(0, span if most is None else min(span, most)) * DAY
        while day.weekday() > 4 and day < self.last:
            day += DAY
        return day

    def version(self, day, forms, status, **changes):
        # Some of what is published on a day is in the search only on the next one.
        late = DAY if self.source.random() < 0.3 else 0 * DAY
        return Version(day, day + late, forms, status, **changes)

    def case(self, asked, is_senate):
        source = self.source
        matter, theme = source.choice(MATTERS)
        place = source.choice(PLACES)
        post, minister = source.choice(MINISTERS)
        count = self.case_numbers.get(asked.year, 0) + source.randint(1, 3)
        self.case_numbers[asked.year] = count
        if is_senate:
            number = f"{asked.year % 100 + 150}{count:06}"
        else:
            number = f"{asked.year}Z{count:05}"
        return Case(number, source.sample(MEMBERS, source.choice([1, 1, 1, 2, 3])), post, minister,
                    matter.format(place), place, theme, asked, is_senate)

    def add(self, identifier, kind, case, date, version, **fields):
        one = Publication(identifier, kind, case, date, versions=[version], **fields)
        self.publications.append(one)
        return one

    def add_case(self):
        source = self.source
        if source.random() < 0.04:
            return self.add_old_case()
        is_senate = source.random() < 0.03
        asked = self.day()
        case = self.case(asked, is_senate)
        chamber = "ek" if is_senate else "tk"
        forms = WITHOUT_XML if source.random() < 0.03 else TYPESET
        # The Kamer has them at once, the repository some days later.
        self.add(f"kv-{chamber}-{case.number}", "questions", case, asked,
                 self.version(self.day(asked, 3), forms, TYPESET_STATUS))
        day = asked
        if source.random() < 0.2:
            day = self.day(day + DAY, 21) if day < self.last else day
            self.answers.append((self.add("", "delay", case, day,
                                          self.version(day, TYPESET, TYPESET_STATUS)), None))
        if source.random() < 0.75:
            day = self.day(day + DAY, 21) if day < self.last else day
            self.add_answer(case, day)

    def add_answer(self, case, day):
        chance = self.source.random()
        if chance > 0.12:
            answer = self.add("", "answer", case, day,
                              self.version(day, TYPESET, TYPESET_STATUS))
            self.answers.append((answer, None))
            return
        self.sheet_number += self.source.randint(1, 400)
        sheet = self.add(f"ah-{self.sheet_number}", "answer", case, day,
                         self.version(day, PDF_ONLY, SHEET_STATUS))
        answer = None
        if chance > 0.03 and day < self.last:
            typeset = self.day(day + DAY, 30)
            answer = self.add("", "answer", case, day,
                              self.version(typeset, TYPESET, REPLACING_STATUS))
        self.answers.append((answer, sheet))

    def add_old_case(self):
        """Questions of long ago, which the repository loaded again."""
        asked = datetime.date(self.source.randint(1995, 2008), self.source.randint(1, 12),
                              self.source.randint(1, 28))
        case = self.case(asked, False)
        session = asked.year - (asked.month < 9)
        case.number = f"2{session % 100:02}{(session + 1) % 100:02}{len(self.publications):05}"
        self.add(f"kv-{case.number}", "questions", case, asked,
                 self.version(self.day(), OLD, TYPESET_STATUS), is_old=True)

    def number_answers(self):
        """Numbers answers and notices within their vergaderjaar, in the order of their days."""
        kept = {id(one) for one in self.publications}
        numbers = {}
        self.answers.sort(key=lambda pair: (pair[0] or pair[1]).date)
        for answer, sheet in self.answers:
            one = answer or sheet
            chamber = "ek" if one.case.is_senate else "tk"
            key = (chamber, one.session)
            numbers[key] = numbers.get(key, 0) + 1
            one.number = str(numbers[key])
            identifier = f"ah-{chamber}-{one.session.replace('-', '')}-{one.number}"
            if answer:
                answer.identifier = identifier
            if sheet:
                sheet.number = one.number
                if answer and id(answer) in kept:
                    sheet.replaced_by = identifier

    def change_some(self):
        """Corrections, metadata that change alone, files that are only made again, forms that are
        added; and removals."""
        for one in self.publications:
            last = one.versions[-1]
            if one.replaced_by:
                self.end_sheet(one, last)
                continue
            chance = self.source.random()
            if last.day >= self.last or chance > 0.1:
                continue
            day = self.day(last.day + DAY, 40)
            forms = TYPESET if last.forms == WITHOUT_XML else last.forms
            one.versions.append(self.version(day, forms, last.status, text=int(chance < 0.04),
                                             metadata=int(0.04 < chance < 0.06)))
        removable = [one for one in self.publications
                     if not one.replaced_by and one.versions[-1].day < self.last]
        count = max(len(REMOVALS), len(self.publications) // 200)
        for number, one in enumerate(self.source.sample(removable, count)):
            last = one.versions[-1]
            one.versions.append(self.version(self.day(last.day + DAY), last.forms, last.status,
                                             removal=REMOVALS[number % len(REMOVALS)]))

    def end_sheet(self, sheet, last):
        """Half of the sheets lose their contents on the day of the typeset publication."""
        if self.source.random() < 0.5:
            day = self.by_identifier[sheet.replaced_by].versions[0].day
            sheet.versions.append(Version(max(day, last.day + DAY), max(day, last.shown + DAY),
                                          last.forms, last.status, removal="gone"))
