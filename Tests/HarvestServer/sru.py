"""The search of publications, as repository.overheid.nl answers it."""
import json
import re
from xml.sax.saxutils import escape

import forms
import texts
from answer import Answer, page
from cql import Query, Rejected

MAXIMUM_RECORDS, DEFAULT_RECORDS = 1000, 10
# From here on the real one gives up at once.
WALL = 10_000
PRECISION = "info:srw/vocabulary/resultCountPrecision/1/estimate"
XML = "application/xml;charset=UTF-8"
SPACES = {
    "sru": "http://docs.oasis-open.org/ns/search-ws/sruResponse",
    "gzd": "http://standaarden.overheid.nl/sru",
    "overheidwetgeving": "http://standaarden.overheid.nl/wetgeving/",
    "dcterms": "http://purl.org/dc/terms/", "c": "http://standaarden.overheid.nl/collectie/",
    "cd": "http://standaarden.overheid.nl/cup/data",
    "diag": "http://docs.oasis-open.org/ns/search-ws/diagnostic",
    "facet": "http://docs.oasis-open.org/ns/search-ws/facetedResults",
}
# The prefixes that another version of the service might use; SRU itself has none.
OTHER_PREFIXES = {"sru": "", "gzd": "ns2", "overheidwetgeving": "ow", "dcterms": "dct", "c": "ns5",
                  "cd": "cup", "diag": "ns3"}


def fields(one, version):
    """What can be searched: the values of each index."""
    values = {}
    for name, _, value in forms.values(one, version):
        values.setdefault(name, []).append(value)
    day = one.date.isoformat()
    found = {
        "dt.identifier": [one.identifier], "dt.title": values["DC.title"],
        "dt.type": [type_of(one)[1]], "dt.creator": values["DC.creator"],
        "dt.modified": [version.day.isoformat()], "dt.date": [day], "dt.available": [day],
        "dt.issued": values.get("DCTERMS.issued", []),
        "c.product-area": ["officielepublicaties"], "c.content-area": [one.area],
        "w.publicatienaam": values["OVERHEIDop.publicationName"],
        "w.vergaderjaar": [one.session], "w.documentstatus": [version.status],
        "w.vraagnummer": [one.case.number],
        "w.aanhangselnummer": values.get("OVERHEIDop.aanhangselNummer", []),
        "w.subrubriek": [values["DC.type"][1]],
        "w.organisatietype": ["staten generaal"],
    }
    if not one.is_old:
        found["cd.datumTijdstipWijzigingWork"] = [stamp(one, version)]
        found["cd.datumTijdstipWijzigingExpression"] = [stamp(one, version)]
    return found


def type_of(one):
    if one.kind == "questions":
        return "", "Kamervragen zonder antwoord"
    return ' scheme="OVERHEIDop.Parlementair"', "Aanhangsel van de Handelingen"


def stamp(one, version):
    """The time of the change: some time of its day."""
    second = sum(one.identifier.encode()) * 37 % 36_000 + 30_000
    return (f"{version.day}T{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}"
            f".{second:05}00+02:00")


def record(one, version, position, base):
    """One record. Addresses of files begin with `base`."""
    found = fields(one, version)

    def elements(prefix, name, values, attributes=""):
        tag = f"{prefix}:{name}"
        return "".join(f"<{tag}{attributes}>{escape(value)}</{tag}>" for value in values)

    law, scheme = "overheidwetgeving", type_of(one)[0]
    members = [member.full_name for member in one.case.members]
    received = "datumIndiening" if one.kind == "questions" else "datumOntvangst"
    items = "".join(
        f'<gzd:itemUrl manifestation="{form}">{escape(url(one, form, base))}</gzd:itemUrl>'
        for form in version.forms)
    preferred = "xml" if "xml" in version.forms else "pdf"
    return f"""<sru:record>
<sru:recordSchema>http://standaarden.overheid.nl/sru/</sru:recordSchema>
<sru:recordPacking>xml</sru:recordPacking>
<sru:recordData><gzd:gzd><gzd:originalData><overheidwetgeving:meta>
<overheidwetgeving:owmskern>
{elements("dcterms", "identifier", found["dt.identifier"])}
{elements("dcterms", "title", found["dt.title"])}
<dcterms:language>nl</dcterms:language>
{elements("dcterms", "type", found["dt.type"], scheme)}
{elements("dcterms", "creator", found["dt.creator"], ' scheme="OVERHEID.StatenGeneraal"')}
{elements("dcterms", "modified", found["dt.modified"])}
</overheidwetgeving:owmskern>
<overheidwetgeving:owmsmantel>
{elements("dcterms", "available", found["dt.available"])}
{elements("dcterms", "date", found["dt.date"])}
<dcterms:hasVersion resourceIdentifier="{forms.SITE}/{one.identifier}.html">1</dcterms:hasVersion>
{elements("dcterms", "issued", found["dt.issued"])}
</overheidwetgeving:owmsmantel>
<overheidwetgeving:tpmeta>
{elements("c", "product-area", found["c.product-area"])}
{elements("c", "content-area", found["c.content-area"])}
{elements(law, "aanhangselnummer", found["w.aanhangselnummer"])}
{elements(law, received, found["dt.date"])}
{elements(law, "documentstatus", found["w.documentstatus"])}
{elements(law, "indiener", members)}
{elements(law, "organisatietype", found["w.organisatietype"],
          ' scheme="OVERHEID.Organisatietype"')}
{elements(law, "publicatienaam", found["w.publicatienaam"])}
{elements(law, "vergaderjaar", found["w.vergaderjaar"])}
{elements(law, "subrubriek", found["w.subrubriek"], ' scheme="OVERHEIDop.AanhangselTypen"')}
{elements(law, "vraagnummer", found["w.vraagnummer"])}
{elements("cd", "datumTijdstipWijzigingWork", found.get("cd.datumTijdstipWijzigingWork", []))}
{elements("cd", "datumTijdstipWijzigingExpression",
          found.get("cd.datumTijdstipWijzigingExpression", []))}
</overheidwetgeving:tpmeta></overheidwetgeving:meta></gzd:originalData>
<gzd:enrichedData><gzd:url>{escape(url(one, preferred, base))}</gzd:url>
<gzd:preferredUrl>{forms.SITE}/{one.identifier}.html</gzd:preferredUrl>
{items}
<gzd:timestamp>{stamp(one, version)}</gzd:timestamp></gzd:enrichedData></gzd:gzd></sru:recordData>
<sru:recordPosition>{position}</sru:recordPosition></sru:record>
"""


def url(one, form, base):
    return f"{base}/repository/{one.identifier}/{form}/{forms.file_name(one.identifier, form)}"


def diagnostic(number, details, message):
    return (f"<diag:diagnostic><diag:uri>info:srw/diagnostic/1/{number}</diag:uri>"
            f"<diag:details>{escape(details)}</diag:details>"
            f"<diag:message>{escape(message)}</diag:message></diag:diagnostic>")


def rejection(number, message):
    """A query that is not answered: no count, and other prefixes than an answer has."""
    return Answer(200, f"""<?xml version="1.0" encoding="UTF-8"?>
<searchRetrieveResponse xmlns="{SPACES["sru"]}" xmlns:ns3="{SPACES["diag"]}">
<version>2.0</version><diagnostics><ns3:diagnostic><ns3:uri>info:srw/diagnostic/1/{number}</ns3:uri>
<ns3:message>{escape(message)}</ns3:message></ns3:diagnostic></diagnostics>
</searchRetrieveResponse>
""".encode(), XML)


def bare_diagnostics(details, message):
    made = diagnostic(6, details, message).replace("diag:", "")
    return Answer(200, f'<?xml version="1.0"?>\n<diagnostics xmlns="{SPACES["diag"]}">{made}'
                       "</diagnostics>\n".encode(), XML)


def with_other_prefixes(xml):
    def tag(found):
        prefix = OTHER_PREFIXES.get(found[2], found[2])
        return f"<{found[1]}{prefix}:" if prefix else f"<{found[1]}"
    for name, other in OTHER_PREFIXES.items():
        xml = xml.replace(f'xmlns:{name}="', f'xmlns:{other}="' if other else 'xmlns="')
    return re.sub(r"<(/?)([a-z]+):", tag, xml)


def number(values, name, default, least):
    try:
        found = int(values.get(name, default))
    except ValueError:
        raise Rejected(6, f"{name} is no number") from None
    if found < least:
        raise Rejected(6, f"{name} is less than {least}")
    return found


class Search:
    """The search over what a catalogue shows today."""

    def __init__(self, catalogue):
        self.catalogue = catalogue
        # The records that a query finds, until something changes.
        self.found, self.changes = {}, None

    def answer(self, request, fault):
        values = request.values
        if values.get("operation", "searchRetrieve") != "searchRetrieve":
            return rejection(4, "Unsupported operation")
        if fault == "diagnostic":
            return rejection(1, "General system error")
        if fault == "diagnostic-bare":
            return bare_diagnostics("x-connection", "Unsupported parameter value")
        try:
            start = number(values, "startRecord", 1, 1)
            size = min(number(values, "maximumRecords", DEFAULT_RECORDS, 0), MAXIMUM_RECORDS)
            if start >= WALL:
                return page(504, "Gateway Time-out")
            if not values.get("query"):
                raise Rejected(7, "Mandatory parameter not supplied: query")
            query = Query(values["query"], ignores_dates=fault == "ignored-date")
        except Rejected as rejected:
            return rejection(rejected.number, rejected.message)
        records = self.records(values["query"], query)
        if fault == "missing-records":
            # The same half of them in every answer.
            records = [each for each in records if sum(each[0].identifier.encode()) % 2]
        return self.shown(request, query, records, start, size, fault)

    def records(self, text, query):
        key = (text, query.ignores_dates)
        if self.changes != self.catalogue.changes:
            self.found, self.changes = {}, self.catalogue.changes
        if key not in self.found:
            found = [(one, version, values) for one, version, values in self.catalogue.listed()
                     if query.matches(values)]
            if query.sort:
                index, descends = query.sort
                found.sort(key=lambda each: each[2].get(index, [""])[0], reverse=descends)
            self.found[key] = found
        return self.found[key]

    def shown(self, request, query, records, start, size, fault):
        page_records = records[start - 1:start - 1 + size]
        following = start + len(page_records)
        has_next = size > 0 and following <= len(records)
        count = len(records)
        if fault == "empty-page":
            page_records, has_next = [], count > 0 and size > 0
        if fault == "repeated-record" and page_records and start > 1:
            page_records = [records[start - 2]] + page_records[:-1]
        if fault == "changing-count":
            count += 1 + start % 3
        if fault == "without-next":
            has_next = False
        if fault == "same-next" and has_next:
            following = start
        if fault == "moved-record" and page_records and has_next:
            # It leaves the slice, so that the rest of the list moves up by one.
            self.catalogue.move([page_records[0][0]])
        if fault == "json" or request.headers.get("accept", "").startswith("application/json"):
            return self.as_json(page_records, count)
        return self.as_xml(request, query, page_records, start, count,
                           following if has_next else None, fault)

    @staticmethod
    def as_json(records, count):
        shown = [{"identifier": one.identifier, "title": texts.title(one, version)}
                 for one, version, _ in records]
        return Answer(200, json.dumps({"searchRetrieveResponse": {
            "numberOfRecords": count, "records": shown}}).encode(), "application/json")

    @staticmethod
    def as_xml(request, query, records, start, count, following, fault):
        spaces = " ".join(f'xmlns:{name}="{uri}"' for name, uri in SPACES.items())
        shown = "".join(record(one, version, start + at, request.base)
                        for at, (one, version, _) in enumerate(records))
        after = (f"<sru:nextRecordPosition>{following}</sru:nextRecordPosition>\n" if following
                 else "")
        ignored = "".join(
            f"<diag:diagnostic><diag:uri>SEARCH-IGNOREDQTEXT</diag:uri><diag:details>"
            f"{escape(details)}</diag:details></diag:diagnostic>" for details in query.ignored)
        if ignored:
            ignored = f"<sru:diagnostics>{ignored}</sru:diagnostics>\n"
        # An answer without records has an empty element, a mere count has none.
        listed = ("" if request.values.get("maximumRecords") == "0"
                  else f"<sru:records>\n{shown}</sru:records>\n")
        asked = "".join(f"<sru:{name}>{escape(request.values.get(name, ''))}</sru:{name}>"
                        for name in ("query", "startRecord", "maximumRecords"))
        xml = f"""<?xml version="1.0" encoding="UTF-8"?>
<sru:searchRetrieveResponse {spaces}>
<sru:version>2.0</sru:version>
<sru:numberOfRecords>{count}</sru:numberOfRecords>
{listed}{after}{ignored}<sru:echoedSearchRetrieveRequest>{asked}</sru:echoedSearchRetrieveRequest>
<sru:resultCountPrecision>{PRECISION}</sru:resultCountPrecision>
</sru:searchRetrieveResponse>
"""
        if fault == "other-prefixes":
            xml = with_other_prefixes(xml)
        return Answer(200, xml.encode(), XML, {"Cache-Control": "max-age=30, public"})
