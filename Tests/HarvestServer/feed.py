"""The data of the Tweede Kamer: the feed that synchronizes, its resources, and a little OData.

An entity is in the feed once, at the place of its last change. The numbers of the places are those
of all changes of the world, so they do not depend on the day.
"""
import datetime
import json
import re
import uuid
from dataclasses import dataclass
from xml.sax.saxutils import escape

import forms
import texts
from answer import Answer

SPACE = "http://www.tweedekamer.nl/xsd/tkData/v1-0"
ROOT = "/SyncFeed/2.0"
# Between the numbers of two changes lie those of categories that nobody here asks for.
STEP = 7
DELETED, PLACEHOLDERS = 12, 2
ODATA_PAGE, MAXIMUM_TOP = 250, 100
KINDS = {"questions": "Schriftelijke vragen", "delay": "Mededeling (uitstel antwoord)",
         "answer": "Antwoord schriftelijke vragen"}


def guid(name):
    return str(uuid.uuid5(uuid.NAMESPACE_URL, name))


@dataclass(frozen=True)
class Change:
    day: datetime.date
    category: str
    # The name of what it is about, from which its GUID follows.
    name: str
    # The publication, or None: deleted or a placeholder.
    one: object = None
    is_deleted: bool = False
    # Of a Zaak: whether it is done. Of a DocumentVersie: the identifier of the publication.
    is_done: bool = False
    external: str = ""
    token: int = 0

    @property
    def guid(self):
        return guid(f"{self.category} {self.name}")

    @property
    def time(self):
        """When it changed, in UTC."""
        second = self.token * 61 % 30_000 + 25_000
        return datetime.datetime.combine(self.day, datetime.time()) + datetime.timedelta(
            seconds=second)


def changes_of(world):
    """All changes of the world in the order of the feed."""
    found = [Change(world.first, "Document", f"deleted {number}", is_deleted=True)
             for number in range(DELETED)]
    found += [Change(world.first, "Document", f"placeholder {number}")
              for number in range(PLACEHOLDERS)]
    for one in world.publications:
        if one.is_old or one.case.is_senate:
            continue
        name = f"{one.case.number} {one.kind}"
        first = one.versions[0].day
        if one.kind == "questions":
            found.append(Change(one.date, "Zaak", one.case.number, one))
        if one.kind == "answer":
            found.append(Change(one.date, "Zaak", one.case.number, one, is_done=True))
        found.append(Change(one.date, "Document", name, one))
        found.append(Change(one.date, "DocumentVersie", name, one))
        found.append(Change(first, "DocumentVersie", name, one, external=one.identifier))
        for version in one.versions[1:]:
            if version.removal and not one.replaced_by:
                found.append(Change(version.day, "Document", name, one, is_deleted=True))
    found.sort(key=lambda change: change.day)
    return [Change(*list(change.__dict__.values())[:-1], token=1000 + number * STEP)
            for number, change in enumerate(found)]


def amsterdam(time):
    """Local time; summer time is from the last Sunday of March to that of October, at 1:00 UTC."""
    def change(month):
        last = datetime.datetime(time.year, month, 31, 1)
        return last - datetime.timedelta(days=(last.weekday() + 1) % 7)
    hours = 2 if change(3) <= time < change(10) else 1
    return time + datetime.timedelta(hours=hours)


class Feed:
    def __init__(self, catalogue, page_size):
        self.catalogue, self.page_size = catalogue, page_size
        self.changes = self.kept = None

    def entities(self):
        """The last change of each entity until today, in the order of the feed."""
        today = self.catalogue.today
        if self.changes is None:
            self.changes = changes_of(self.catalogue.world)
        if self.kept is None or self.kept[0] != today:
            last = {}
            for change in self.changes:
                if change.day <= today:
                    last[change.guid] = change
            self.kept = (today, sorted(last.values(), key=lambda change: change.token))
        return self.kept[1]

    def answer(self, request, fault):
        if request.path == f"{ROOT}/Feed":
            return self.page(request, fault)
        found = re.fullmatch(rf"{ROOT}/(Resources|Entiteiten)/([0-9a-f-]+)", request.path)
        for change in self.entities() if found else ():
            if change.guid == found[2]:
                if found[1] == "Entiteiten":
                    return Answer(200, self.entity(change, fault).encode(),
                                  "application/xml; charset=utf-8")
                return self.resource(change)
        return self.missing(404)

    @staticmethod
    def missing(status):
        return Answer(status, json.dumps({"error": {
            "code": "", "message": "An error has occurred."}}).encode(), "application/json")

    def page(self, request, fault):
        category = request.values.get("category", "")
        try:
            token = int(request.values.get("skiptoken", -1))
        except ValueError:
            return self.missing(400)
        found = [change for change in self.entities()
                 if change.category == category and change.token > token][:self.page_size]
        if fault == "feed-empty":
            found = []
        address = f"{request.base}{ROOT}/Feed?category={category}&skiptoken="

        def link(relation, token):
            return f'<link rel="{relation}" href="{escape(address + str(token))}"/>'
        entries = "".join(
            f"<entry><title>{change.guid}</title>"
            f"<id>{request.base}{ROOT}/Entiteiten/{change.guid}</id>"
            f"<author><name>Tweede Kamer der Staten-Generaal</name></author>"
            f"<updated>{change.time.isoformat()}Z</updated>"
            f'<category term="{category[0].lower() + category[1:]}"/>{link("next", change.token)}'
            + (f'<link rel="enclosure" href="{request.base}{ROOT}/Resources/{change.guid}"/>'
               if change.one and not change.is_deleted and category == "Document" else "")
            + f'<content type="application/xml">{self.entity(change, fault)}</content></entry>\n'
            for change in found)
        after = (link("next", found[-1].token) if found
                 else "" if fault == "feed-empty" else link("resume", token))
        self_link = escape(request.base + request.target)
        return Answer(200, f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>SyncFeed</title>
<updated>{self.catalogue.today}T20:00:00Z</updated><link rel="self" href="{self_link}"/>
{after}
{entries}</feed>
""".encode(), "application/atom+xml; charset=utf-8")

    def entity(self, change, fault):
        name = change.category[0].lower() + change.category[1:]
        tk = "" if fault == "bare-attributes" else "tk:"
        # Without a zone it is the time in Amsterdam, which is what documents have.
        local = amsterdam(change.time).isoformat() + ".6700000"
        when = local if change.category == "Document" else change.time.isoformat() + "Z"
        deleted = "True" if change.is_deleted and fault else str(change.is_deleted).lower()
        attributes = (f'xmlns="{SPACE}" xmlns:tk="{SPACE}" '
                      f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="{change.guid}" '
                      f'{tk}bijgewerkt="{when}" {tk}verwijderd="{deleted}"')
        if change.is_deleted or not change.one:
            return f"<{name} {attributes}/>"
        return {"Document": self.document, "DocumentVersie": self.version, "Zaak": self.case}[
            change.category](change, attributes, tk)

    def document(self, change, attributes, tk):
        one, case = change.one, change.one.case
        length = len(self.pdf(one)) + (13 if self.is_odd(change, 3) else 0)
        years = one.session[2:4] + one.session[7:9]
        number = (f"<aanhangselnummer>{years}{int(one.number):05}</aanhangselnummer>"
                  if one.kind != "questions" else '<aanhangselnummer xsi:nil="true"/>')
        version = guid(f"DocumentVersie {change.name}")
        return f"""<document {attributes} {tk}contentType="application/pdf" \
{tk}contentLength="{length}"><huidigeDocumentVersie ref="{version}"/>\
<zaak ref="{guid("Zaak " + case.number)}"/><kamerstukdossier xsi:nil="true"/>\
<soort>{KINDS[one.kind]}</soort><documentNummer>{self.document_number(change)}</documentNummer>\
<titel>{escape(texts.title(one, one.versions[0]))}</titel>\
<onderwerp>{escape(case.matter)}</onderwerp><datum>{one.date}T00:00:00</datum>\
<volgnummer>0</volgnummer><vergaderjaar>{one.session}</vergaderjaar><kamer>2</kamer>\
<datumRegistratie>{one.date}T00:00:00</datumRegistratie>\
<datumOntvangst>{one.date}T00:00:00</datumOntvangst>{number}\
<organisatie>Tweede Kamer</organisatie></document>"""

    def version(self, change, attributes, tk):
        external = (f"<externeidentifier>{change.external}</externeidentifier>" if change.external
                    else '<externeidentifier xsi:nil="true"/>')
        return f"""<documentVersie {attributes}>\
<document ref="{guid("Document " + change.name)}"/><status>Vrijgegeven</status>\
<versienummer>1</versienummer><bestandsgrootte>{len(self.pdf(change.one))}</bestandsgrootte>\
<extensie>.pdf</extensie><datum>{change.one.date}T00:00:00</datum>{external}</documentVersie>"""

    def case(self, change, attributes, tk):
        case = change.one.case
        return f"""<zaak {attributes}><nummer>{case.number}</nummer>\
<soort>Schriftelijke vragen</soort><titel>{escape(case.matter)}</titel>\
<status>{"Afgedaan" if change.is_done else "Vrijgegeven"}</status>\
<onderwerp>{escape(case.matter)}</onderwerp><gestartOp>{case.asked}T00:00:00</gestartOp>\
<organisatie>Tweede Kamer</organisatie><vergaderjaar>{change.one.session}</vergaderjaar>\
<volgnummer>0</volgnummer><afgedaan>{str(change.is_done).lower()}</afgedaan></zaak>"""

    @staticmethod
    def document_number(change):
        return f"{change.one.date.year}D{change.token:05}"

    @staticmethod
    def is_odd(change, one_in):
        """Some of the documents, always the same."""
        return int(change.guid[:8], 16) % 40 == one_in

    @staticmethod
    def pdf(one):
        return forms.body(one, one.versions[0], "pdf")

    def resource(self, change):
        if not change.one or change.is_deleted or change.category != "Document":
            return self.missing(404)
        # Some never come, as the real ones do.
        if self.is_odd(change, 1):
            return self.missing(404)
        if self.is_odd(change, 2):
            return self.missing(500)
        return Answer(200, self.pdf(change.one), "application/pdf")

    def odata(self, request):
        """Version 5: documents, a page at a time. Version 4 is gone."""
        found = re.fullmatch(r"/OData/v5/(\w+)(?:\(([0-9a-f-]+)\)/resource)?", request.path)
        if not found or found[1] not in ("Document", "DocumentPublicatie"):
            return self.missing(404)
        if found[2]:
            return self.publication_resource(found[2])
        rows = [row for row in self.rows(found[1]) if self.passes(row, request)]
        try:
            start = int(request.values.get("$skiptoken", 0))
            top = int(request.values["$top"]) if "$top" in request.values else None
        except ValueError:
            return self.missing(400)
        if top is not None and not 0 <= top <= MAXIMUM_TOP:
            return self.missing(400)
        end = start + (ODATA_PAGE if top is None else top)
        value = {"@odata.context": f"{request.base}/OData/v5/$metadata#{found[1]}",
                 "value": rows[start:end]}
        if request.values.get("$count") == "true":
            value["@odata.count"] = len(rows)
        # There is no next page for those who ask for a number of rows.
        if top is None and end < len(rows):
            value["@odata.nextLink"] = f"{request.base}{request.path}?$skiptoken={end}"
        return Answer(200, json.dumps(value, ensure_ascii=False).encode(),
                      "application/json; odata.metadata=minimal; charset=utf-8")

    def rows(self, kind):
        for change in self.entities():
            if change.category != "Document" or not change.one:
                continue
            when = change.time.isoformat() + "Z"
            one = change.one
            if kind == "Document":
                yield {"Id": change.guid, "Nummer": self.document_number(change),
                       "Soort": KINDS[one.kind], "Titel": one.case.matter,
                       "Onderwerp": one.case.matter, "Datum": f"{one.date}T00:00:00+01:00",
                       "Ondernummer": -1, "GewijzigdOp": when, "Verwijderd": change.is_deleted}
            elif "xml" in one.versions[-1].forms:
                yield {"Id": guid(f"xml {one.identifier}"), "Identifier": one.identifier,
                       "DocumentType": "Xml", "Source": "Koop", "ContentType": "application/xml",
                       "Url": None, "GewijzigdOp": when, "Verwijderd": change.is_deleted}

    @staticmethod
    def passes(row, request):
        """Whether a row has the values that `$filter` asks for with `eq`; the rest is ignored."""
        asked = re.findall(r"(\w+) eq (?:'([^']*)'|(true|false))",
                           request.values.get("$filter", ""))
        return all(str(row.get(name)) == (text or word.capitalize()) for name, text, word in asked
                   if name in row)

    def publication_resource(self, identifier):
        for one, version in self.catalogue.current().values():
            if "xml" in version.forms and guid(f"xml {one.identifier}") == identifier:
                if body := forms.body(one, version, "xml"):
                    return Answer(200, body, "application/xml")
        return self.missing(404)
