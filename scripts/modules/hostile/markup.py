"""XML, HTML, JSON and metadata that are expensive to read."""
import json

XML = ('<?xml version="1.0" encoding="UTF-8"?>\n{doctype}<officiele-publicatie>'
       '<metadata><meta name="OVERHEIDop.vraagnummer" content="2024Z00001"/></metadata>'
       '<kamervragen{attributes}><kamervraagomschrijving>Vragen van het lid '
       '<naam><achternaam>Jansen</achternaam></naam> (SP) aan de Minister van Financiën over '
       '{subject} (ingezonden 17 oktober 2023).'
       '</kamervraagomschrijving>{body}</kamervragen></officiele-publicatie>\n')


def xml(body="", doctype="", attributes="", subject="het spaarloon"):
    body = body or questions(2)
    return XML.format(body=body, doctype=doctype, attributes=attributes, subject=subject)


def questions(count, text="Kent u dit?"):
    return "".join(f"<vraag><nr>{n}</nr><al>{text}</al></vraag><antwoord><nr>{n}</nr><al>Ja.</al>"
                   "</antwoord>"
                   for n in range(1, count + 1))


def asked(inner):
    return xml(f"<vraag><nr>1</nr><al>Kent u dit?</al>{inner}</vraag>")


def defaulted(count, elements):
    names = " ".join(f'a{k} CDATA "x"' for k in range(count))
    return xml("<vraag><nr>1</nr><al>Kent u dit?</al>" + "<b/>" * elements + "</vraag>",
               doctype=f"<!DOCTYPE officiele-publicatie [<!ATTLIST b {names}>]>\n")


def entities(depth):
    lines = ['<!ENTITY e0 "' + "a" * 100 + '">'] + [f'<!ENTITY e{k} "{("&e%d;" % (k - 1)) * 10}">'
                                                    for k in range(1, depth)]
    return "<!DOCTYPE officiele-publicatie [" + "".join(lines) + "]>\n"


def page(body, head=""):
    return ('<!DOCTYPE html><html><head><meta charset="utf-8">' + head
            + '</head><body><div class="stuk">'
            '<p>Vragen van het lid Jansen (SP) aan de Minister van Financiën over het spaarloon '
            '(ingezonden 17 oktober 2023).</p>'
            f'<div class="vraag"><h2>Vraag 1</h2><p>Kent u dit?</p></div>{body}</div></body>'
            '</html>\n')


def parts(count):
    return "".join(f'<div class="vraag"><h2>Vraag {n}</h2><p>Kent u dit?</p></div><div '
                   f'class="antwoord"><h2>Antwoord {n}</h2>'
                   '<p>Ja.</p></div>' for n in range(2, count))


def headed(count):
    return ("<!DOCTYPE html><html><body><div>"
            + "".join(f"<h2>Vraag {n % 400 + 1}</h2><p>Kent u dit?</p>" for n in range(count))
            + "</div></body></html>")


def deep(count, last, open_tag="<div>", close_tag="</div>"):
    """Nested elements, with many in the innermost one and what is looked for at the very end."""
    return open_tag * 150 + "<i>a</i>" * count + last + close_tag * 150


XMLS = [
    ("defaulted-attributes", 2_000, lambda n, r: defaulted(n, n * 5)),
    ("defaulted-some", 40_000, lambda n, r: defaulted(250, n)),
    ("attribute-list-long", 60_000, lambda n, r: defaulted(n, 1)),
    ("declarations", 60_000,
     lambda n, r: xml(doctype="<!DOCTYPE officiele-publicatie ["
                      + "".join(f"<!ELEMENT a{k} ANY>" for k in range(n)) + "]>\n")),
    ("attributes", 30_000, lambda n, r: xml(attributes="".join(f' a{k}="x"' for k in range(n)))),
    ("attributes-some", 3_000,
     lambda n, r: asked(("<b" + "".join(f' a{k}="x"' for k in range(250)) + "/>") * n)),
    ("attributes-newlines", 30_000,
     lambda n, r: xml(attributes="".join(f'\na{k}="x"' for k in range(n)))),
    ("attributes-glued", 30_000,
     lambda n, r: xml(attributes=" " + "".join(f'a{k}="x"' for k in range(n)))),
    ("attribute-value", 2_000_000, lambda n, r: xml(attributes=' a="' + "x" * n + '"')),
    ("namespaces", 20_000,
     lambda n, r: xml(attributes="".join(f' xmlns:a{k}="urn:{k}"' for k in range(n)))),
    ("nesting", 40_000, lambda n, r: asked("<b>" * n)),
    ("nesting-allowed", 20_000, lambda n, r: xml(deep(n, questions(1), "<groep>", "</groep>"))),
    ("nested-notes", 20_000,
     lambda n, r: asked(deep(n, "", "<noot><nr>1</nr><al>a</al>", "</noot>"))),
    ("nested-rows", 20_000,
     lambda n, r: asked(deep(n, "", "<row><entry>", "</entry></row>").replace(
         "<row>" * 150, "<row>" * 90))),
    ("comments", 150_000, lambda n, r: asked("<!---->" * n)),
    ("comment-long", 2_000_000, lambda n, r: asked("<!-- " + "a " * (n // 2) + "-->")),
    ("instructions", 150_000, lambda n, r: asked("<?a?>" * n)),
    ("instruction-long", 2_000_000, lambda n, r: asked("<?a " + "a " * (n // 2) + "?>")),
    ("cdata", 80_000, lambda n, r: asked("<al><![CDATA[a]]></al>" * n)),
    ("cdata-long", 2_000_000, lambda n, r: asked("<al><![CDATA[" + "a " * (n // 2) + "]]></al>")),
    ("cdata-many", 100_000, lambda n, r: asked("<al>" + "<![CDATA[a]]>" * n + "</al>")),
    ("cdata-open", 2_000_000, lambda n, r: asked("<al><![CDATA[" + "a " * (n // 2))),
    ("entity-bomb", 8,
     lambda n, r: xml("<vraag><nr>1</nr><al>&e%d;</al></vraag>" % (n - 1), doctype=entities(n))),
    ("entity-bomb-attribute", 6,
     lambda n, r: xml(attributes=f' a="&e{n - 1};"', doctype=entities(n))),
    ("entity-ring", 1,
     lambda n, r: xml("<vraag><nr>1</nr><al>&a;</al></vraag>",
                      doctype='<!DOCTYPE a [<!ENTITY a "&b;"><!ENTITY b "&a;">]>')),
    ("entity-outside", 1,
     lambda n, r: xml("<vraag><nr>1</nr><al>&a;</al></vraag>",
                      doctype='<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/hosts">]>')),
    ("entity-references", 150_000,
     lambda n, r: asked("<al>" + "&eacute;" * n + "</al>")),
    ("entities-known", 300_000, lambda n, r: asked("<al>" + "&amp;" * n + "</al>")),
    ("characters", 300_000, lambda n, r: asked("<al>" + "&#233;" * n + "</al>")),
    ("name-long", 1_000_000, lambda n, r: asked("<" + "a" * n + "/>")),
    ("names-different", 60_000, lambda n, r: asked("".join(f"<a{k}/>" for k in range(n)))),
    ("text-long", 4_000_000, lambda n, r: asked("<al>" + "woord " * (n // 6) + "</al>")),
    ("text-no-spaces", 4_000_000, lambda n, r: asked("<al>" + "a" * n + "</al>")),
    ("elements", 150_000, lambda n, r: asked("<al/>" * n)),
    ("elements-beyond", 450_000, lambda n, r: asked("<al/>" * n)),
    ("unclosed", 100_000, lambda n, r: "<kamervragen>" + "<vraag>" * n),
    ("less-than", 1_000_000, lambda n, r: "<kamervragen><vraag>" + "<" * n),
    ("notes", 20_000,
     lambda n, r: asked("<al>" + "".join(f'Zie<noot id="n{k}"><noot.nr>{k}</noot.nr><noot.al>Krant'
                                         '</noot.al></noot>' for k in range(n)) + "</al>")),
    ("notes-apart", 20_000,
     lambda n, r: asked("<al>" + "".join(f'a<nootref refid="n{k}"/>' for k in range(n))
                        + "</al>").replace(
         "</kamervragen>", "".join(f'<noot id="n{k}"><al>Krant</al></noot>' for k in range(n))
         + "</kamervragen>")),
    ("note-references", 40_000, lambda n, r: asked("<al>" + '<nootref refid="x"/>' * n + "</al>")),
    ("questions", 10_000, lambda n, r: xml(questions(n))),
    ("questions-same", 10_000,
     lambda n, r: xml("<vraag><nr>1</nr><al>Kent u dit?</al></vraag>" * n)),
    ("questions-unnumbered", 10_000, lambda n, r: xml("<vraag><al>Kent u dit?</al></vraag>" * n)),
    ("subject-times-passages", 300,
     lambda n, r: xml(questions(min(n, 400)), subject="woord " * n * 120)),
    ("breaks", 150_000, lambda n, r: asked("<al>" + "a<br/> <br/>" * n + "</al>")),
    ("lists", 40_000,
     lambda n, r: asked("<lijst>" + "<li><li.nr>1</li.nr><al>a</al></li>" * n + "</lijst>")),
    ("table-wide", 40_000,
     lambda n, r: asked("<table><row>" + "<entry>a</entry>" * n + "</row></table>")),
    ("dates", 20_000,
     lambda n, r: xml(subject='<datum isodatum="2023-13-45">17 oktober 2023</datum> ' * n)),
    ("metas", 30_000,
     lambda n, r: xml().replace("<metadata>", "<metadata>" + "".join(
         f'<meta name="OVERHEIDop.indiener" content="Jansen {k}"/>' for k in range(n)))),
    ("marks", 40_000, lambda n, r: asked("<al>a" + "\u0f71\u0f72" * n + "</al>")),
]

HTMLS = [
    ("attributes", 30_000,
     lambda n, r: page("<p" + "".join(f' a{k}="x"' for k in range(n)) + ">a</p>")),
    ("attributes-glued", 30_000,
     lambda n, r: page("<p " + "".join(f'a{k}="x"' for k in range(n)) + ">a</p>")),
    ("nesting", 40_000, lambda n, r: page("<div>" * n)),
    ("nesting-inline", 40_000, lambda n, r: page("<b><i><a>" * n)),
    ("nesting-allowed", 20_000, lambda n, r: page(deep(n, parts(4)))),
    ("nested-tables", 20_000,
     lambda n, r: page("<table><tr><td>" * 70 + "<i>a</i> " * n + "</td></tr></table>" * 70)),
    ("nested-boxes", 10_000,
     lambda n, r: page('<div class="noot">' * 150 + "<i>a</i>" * n + "</div>" * 150)),
    ("unclosed", 60_000, lambda n, r: page("<p><td><li>" * n)),
    ("comments", 150_000, lambda n, r: page("<!---->" * n)),
    ("comment-open", 2_000_000, lambda n, r: page("<!--" + "a " * (n // 2))),
    ("scripts", 40_000, lambda n, r: page("<script>a<b</script>" * n)),
    ("script-open", 60_000, lambda n, r: page("<script>" * n)),
    ("entities", 200_000, lambda n, r: page("<p>" + "&eacute;" * n + "</p>")),
    ("entities-broken", 200_000, lambda n, r: page("<p>" + "&foo" * n + "</p>")),
    ("text-long", 4_000_000, lambda n, r: page("<p>" + "woord " * (n // 6) + "</p>")),
    ("less-than", 500_000, lambda n, r: page("<" * n)),
    ("elements", 100_000, lambda n, r: page("<p></p>" * n)),
    ("parts", 8_000, lambda n, r: page(parts(n))),
    ("headings", 10_000, lambda n, r: headed(n)),
    ("classes", 200_000, lambda n, r: page('<p class="' + "a " * n + '">a</p>')),
    ("boxes", 10_000,
     lambda n, r: page("".join(f'<a class="nootnum" href="#n{k}">{k}</a><div class="noot" '
                               f'id="n{k}"><p>Krant</p></div>' for k in range(n)))),
    ("metas", 20_000,
     lambda n, r: page("", "".join(f'<meta name="DC.creator" content="{k}">' for k in range(n)))),
    ("facts", 10_000,
     lambda n, r: page("<table>" + "<tr><th>Vergaderjaar</th><td>2023-2024</td></tr>" * n
                       + "</table>")),
]


def record(texts, meta=None, identifier="kv-tk-2024Z00001"):
    meta = {"dc:title": "Vragen van het lid Jansen (SP) over het spaarloon", **(meta or {})}
    return json.dumps({"identifier": identifier, "text": texts, "meta": meta}, ensure_ascii=False)


JSONS = [
    ("subject-times-passages", 5_000,
     lambda n, r: record(["Kent u dit?"] * n, {
         "dc:title": "Vragen van het lid Jansen (SP) aan de Minister van Financiën over "
         + "woord " * n})),
    ("passages", 30_000, lambda n, r: record(["Kent u dit?"] * n)),
    ("text-long", 300_000, lambda n, r: record(["woord " * n])),
    ("notes", 30_000,
     lambda n, r: record(["Kent u dit?" + "".join(f" {k} Krant." for k in range(1, n))])),
    ("members", 30_000,
     lambda n, r: record(["Kent u dit?"],
                         {"overheidop:indiener": [f"Jansen {k}" for k in range(n)]})),
    ("ministers", 30_000,
     lambda n, r: record(["Kent u dit?"],
                         {"overheidop:ontvanger": [f"Jansen {k}" for k in range(n)]})),
    ("answers", 30_000,
     lambda n, r: record(["Kent u dit?"],
                         {"overheidop:aanhangsel": [f"ah-tk-20232024-{k}" for k in range(n)]})),
    ("values", 60_000, lambda n, r: record(["Kent u dit?"], {f"a{k}": k for k in range(n)})),
    ("values-nested", 60_000,
     lambda n, r: record(["Kent u dit?"], {f"a{k}": [[k]] for k in range(n)})),
    ("nesting", 300_000, lambda n, r: '{"a":' + "[" * n + "]" * n + "}"),
    ("nesting-open", 300_000, lambda n, r: '{"a":' * n),
    ("number", 600_000, lambda n, r: '{"identifier":' + "7" * n + ',"text":[],"meta":{}}'),
    ("string", 2_000_000, lambda n, r: record(["a" * n])),
    ("escapes", 200_000,
     lambda n, r: '{"identifier":"kv-tk-2024Z00001","meta":{},"text":["' + "\\u00e9" * n + '"]}'),
    ("surrogates", 200_000,
     lambda n, r: '{"identifier":"kv-tk-2024Z00001","meta":{},"text":["' + "\\ud800" * n + '"]}'),
    ("marks", 40_000, lambda n, r: record(["a" + "\u0f71\u0f72" * n])),
    ("keys-same", 60_000,
     lambda n, r: '{"identifier":"kv-tk-2024Z00001","text":["Kent u dit?"],"meta":{'
     + ",".join(['"a":"b"'] * n) + "}}"),
]


def files():
    """The name of each kind, its extension, how many things it has, and what makes the bytes."""
    def encoded(make):
        return lambda n, r: make(n, r).encode("utf-8", "surrogatepass")
    for form, kinds in [("xml", XMLS), ("html", HTMLS), ("json", JSONS)]:
        for name, count, make in kinds:
            yield f"{form}-{name}", form, count, encoded(make)


def metadata():
    """The same for files of metadata beside a document."""
    def metadata_of(fields):
        return ("<metadata_gegevens>" + fields + "</metadata_gegevens>").encode()
    yield "metadata-members", 20_000, lambda n, r: metadata_of(
        "".join(f'<metadata name="OVERHEIDop.indiener" content="Jansen {k}"/>' for k in range(n)))
    yield "metadata-title", 600_000, lambda n, r: metadata_of(
        '<metadata name="DC.title" content="' + "woord " * (n // 6) + '"/>')
    yield "metadata-defaulted", 1_500, lambda n, r: defaulted(n, n * 4).encode()
    yield "metadata-dates", 20_000, lambda n, r: metadata_of(
        '<metadata name="OVERHEIDop.datumIndiening" content="2023-13-45"/>' * n)
    yield "metadata-large", 12_000_000, lambda n, r: metadata_of("<a>" + "b" * n + "</a>")
    yield "metadata-nesting", 40_000, lambda n, r: ("<a>" * n).encode()
