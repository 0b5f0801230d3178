"""The bytes of a publication in each of its forms, in the shape of the official ones."""
import io
import re
import zipfile
from xml.sax.saxutils import escape, quoteattr

import texts
from texts import text

SITE = "https://zoek.officielebekendmakingen.nl"
WITHDRAWN = "Deze publicatie is op verzoek van de publicerende organisatie verwijderd"
HEADING = re.compile(r"(Vraag|Antwoord) \d+$|Mededeling$")
KINDS = {"html": "text/html; charset=utf-8", "pdf": "application/pdf", "xml": "application/xml",
         "odt": "application/vnd.oasis.opendocument.text",
         "metadata": "application/xml; charset=UTF-8", "metadataowms": "application/xml"}


def file_name(identifier, form):
    names = {"metadata": "metadata.xml", "metadataowms": "metadata_owms.xml"}
    return names.get(form, f"{identifier}.{form}")


def body(one, version, form, generated=None):
    """The bytes of a form. `generated` is the day in the comment of metadata_owms.xml."""
    if form == "metadataowms":
        return metadata_owms(one, version, generated or version.day).encode()
    if form == "metadata":
        return metadata(one, version).encode()
    if version.removal:
        return removed(one, form)
    made = {"xml": old_xml if one.is_old else xml, "html": html, "pdf": pdf, "odt": odt}
    result = made[form](text(one, version))
    return result if isinstance(result, bytes) else result.encode()


def removed(one, form):
    """What remains of a withdrawn publication, or None."""
    if form == "html":
        return (f"<!DOCTYPE html><html lang=\"nl\"><head><title>{one.identifier}</title></head>"
                f"<body><p>{WITHDRAWN}.</p></body></html>\n").encode()
    if form == "xml":
        return (f'<?xml version="1.0" encoding="UTF-8"?>\n<metadata><meta name="DC.identifier" '
                f'content="{one.identifier}"/></metadata>\n').encode()
    return None


def xml(of):
    answered = ""
    if of.answer:
        opening, name, portfolio, day = map(escape, of.answer)
        answered = (f'    <kamervraagomschrijving type="antwoord">{opening} <naam>'
                    f"<achternaam>{name}</achternaam></naam> ({portfolio}) (ontvangen "
                    f'<datum isodatum="{of.received_iso}">{day}</datum>).'
                    "</kamervraagomschrijving>\n")
    parts = []
    for number, question in enumerate(of.questions, 1):
        parts.append(f"    <vraag>\n      <nr>Vraag {number}</nr>\n"
                     f"      <al>{escape(question)}</al>\n    </vraag>\n")
        if of.answers:
            parts.append(f"    <antwoord>\n      <nr>Antwoord {number}</nr>\n"
                         f"      <al>{escape(of.answers[number - 1])}</al>\n    </antwoord>\n")
    if of.remark:
        lines = "".join(f"<al>{escape(line)}</al>" for line in of.remark.splitlines())
        parts.append(f"    <kamervraagopmerking>{lines}</kamervraagopmerking>\n")
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE officiele-publicatie>
<officiele-publicatie xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <metadata>
    <meta name="OVERHEIDop.externMetadataRecord" scheme=""
      content="{SITE}/{of.identifier}/metadata.xml"/>
  </metadata>
  <kamervragen>
    <kamervraagkop>
      <tekstregel inhoud="vergaderjaar">Vergaderjaar {of.session}</tekstregel>
      <tekstregel inhoud="kameraanduiding">{of.chamber}</tekstregel>
      <tekstregel inhoud="documenttype">{of.document_type}</tekstregel>
    </kamervraagkop>
    <kamervraagnummer>{of.number}</kamervraagnummer>
    <kamervraagomschrijving type="vraag">{escape(of.before)} over
      <kamervraagonderwerp>{escape(of.subject)}</kamervraagonderwerp>
      (ingezonden <datum isodatum="{of.asked_iso}">{of.asked}</datum>).</kamervraagomschrijving>
{answered}{"".join(parts)}  </kamervragen>
</officiele-publicatie>
"""


def old_xml(of):
    """The shape until 2009, which names a document type that nobody should fetch."""
    questions = "".join(f"<vraag><nummer>{number}</nummer><al>{escape(question)}</al></vraag>\n"
                        for number, question in enumerate(of.questions, 1))
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE vraagdoc SYSTEM "vraagdoc.dtd">
<vraagdoc><vragen>
<titel>Vragen gesteld door de leden der Kamer</titel>
<vraagnummer>{of.number}</vraagnummer>
<omschr>{escape(of.before)} over <ondw>{escape(of.subject)}</ondw>. (Ingezonden {of.asked})</omschr>
{questions}</vragen></vraagdoc>
"""


def values(one, version):
    """The metadata as pairs of a name and a value."""
    case, day = one.case, one.date.isoformat()
    is_answer = one.kind != "questions"
    kind = {"questions": "Schriftelijke vragen", "delay": "Mededeling", "answer": "Antwoord"}
    pairs = [("OVERHEIDop.documentStatus", "", version.status),
             ("DC.title", "", texts.title(one, version))]
    if is_answer:
        pairs.append(("OVERHEIDop.aanhangselNummer", "", one.number))
    pairs += [("OVERHEIDop.indiener", "", member.full_name) for member in case.members]
    if is_answer:
        pairs.append(("OVERHEIDop.ontvanger", "", case.minister.full_name))
    pairs += [
        ("OVERHEIDop.publicationName", "",
         "Kamervragen (Aanhangsel)" if is_answer else "Kamervragen zonder antwoord"),
        ("OVERHEIDop.vergaderjaar", "", one.session), ("OVERHEIDop.vraagnummer", "", case.number),
        ("DCTERMS.language", "DCTERMS.RFC4646", "nl"),
        ("DCTERMS.available", "DCTERMS.W3CDTF", day)]
    if not one.is_old:
        pairs.append(("DCTERMS.issued", "DCTERMS.W3CDTF", day))
    received = "OVERHEIDop.datumOntvangst" if is_answer else "OVERHEIDop.datumIndiening"
    pairs += [
        (received, "DCTERMS.W3CDTF", day),
        ("DC.type", "OVERHEID.Informatietype", "officiële publicatie"),
        ("OVERHEID.organisationType", "OVERHEID.Organisatietype", "staten generaal"),
        ("DC.creator", "OVERHEID.StatenGeneraal", texts.chamber(one))]
    if not one.is_old:
        pairs.append(("OVERHEID.category", "OVERHEID.TaxonomieBeleidsagenda", case.theme))
    return pairs + [
        ("DC.type", "OVERHEIDop.AanhangselTypen", kind[one.kind]),
        ("DC.type", "OVERHEIDop.Parlementair",
         "Aanhangsel van de Handelingen" if is_answer else "Kamervragen zonder Antwoord"),
        ("DC.identifier", "OVERHEIDop.ParlID", one.identifier)]


def metadata(one, version):
    lines = "".join(f'<metadata name="{name}" scheme="{scheme}" content={quoteattr(value)}/>\n'
                    for name, scheme, value in values(one, version))
    return ('<?xml version="1.0" encoding="UTF-8"?>\n'
            f"<metadata_gegevens>\n{lines}</metadata_gegevens>\n")


def metadata_owms(one, version, generated):
    names = {name: escape(value) for name, _, value in values(one, version)}
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<!--
      Generatie: versie XSLT 1.1 op {generated}+01:00-->
<owms-metadata xmlns:dcterms="http://purl.org/dc/terms/"
  xmlns:overheidop="http://standaarden.overheid.nl/oep/meta/">
   <owmskern>
      <dcterms:identifier>{one.identifier}</dcterms:identifier>
      <dcterms:title>{names["DC.title"]}</dcterms:title>
      <dcterms:language>nl</dcterms:language>
      <dcterms.modified>{one.date}</dcterms.modified>
   </owmskern>
   <owmsmantel>
      <dcterms:available>{one.date}</dcterms:available>
   </owmsmantel>
   <oep>
      <overheidop:documentStatus>{version.status}</overheidop:documentStatus>
      <overheidop:vraagnummer>{one.case.number}</overheidop:vraagnummer>
   </oep>
</owms-metadata>
"""


def html(of):
    parts = []
    for number, question in enumerate(of.questions, 1):
        parts.append(f'<div class="vraag"><h2 class="stuktitel no-toc">Vraag {number}</h2>'
                     f"<p>{escape(question)}</p></div>\n")
        if of.answers:
            parts.append(f'<div class="antwoord"><h2 class="stuktitel no-toc">Antwoord {number}'
                         f"</h2><p>{escape(of.answers[number - 1])}</p></div>\n")
    if of.remark:
        lines = "".join(f"<p>{escape(line)}</p>" for line in of.remark.splitlines())
        parts.append(f'<div class="kamervraagopmerking">{lines}</div>\n')
    heads = "".join(f'<h1 class="kamervraagomschrijving_kop no-toc">{escape(line)}</h1>\n'
                    for line in of.sentences)
    return f"""<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html
  PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="nl">
<head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<meta name="DC.identifier" scheme="OVERHEIDop.ParlID" content="{of.identifier}" />
<meta name="OVERHEIDop.vergaderjaar" scheme="" content="{of.session}" />
<title></title></head>
<body><div id="broodtekst">
<p>{of.document_type}</p>
<p>{of.number}</p>
{heads}{"".join(parts)}</div></body></html>
"""


def wrapped(paragraphs, width=66):
    """Lines as an official sheet has them: a heading stands right above its paragraph."""
    for paragraph in paragraphs:
        line = ""
        for word in paragraph.split():
            if line and len(line) + 1 + len(word) > width:
                yield line
                line = word
            else:
                line = f"{line} {word}".strip()
        yield line
        if not HEADING.match(paragraph):
            yield ""


def pdf(of):
    """The smallest PDF that shows the lines, on as many pages as they need."""
    lines = list(wrapped(of.lines))
    pages = [lines[at:at + 50] for at in range(0, len(lines), 50)]
    kids = " ".join(f"{4 + 2 * page} 0 R" for page in range(len(pages)))
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>",
               f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
               b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    for page, shown in enumerate(pages):
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font "
                       f"<< /F1 3 0 R >> >> /Contents {5 + 2 * page} 0 R >>".encode())
        drawn = b"BT /F1 10 Tf 180 780 Td 14 TL\n"
        for line in shown:
            data = line.encode("cp1252", "replace")
            for special in (b"\\", b"(", b")"):
                data = data.replace(special, b"\\" + special)
            drawn += b"(" + data + b") Tj T*\n"
        drawn += b"ET"
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
    result, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(result))
        result += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return result + (b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\n"
                     b"startxref\n%d\n%%%%EOF\n"
                     % (len(objects) + 1, table, len(objects) + 1, len(result)))


def odt(of):
    content = "".join(f"<text:p>{escape(line)}</text:p>" for line in of.lines)
    space = "urn:oasis:names:tc:opendocument:xmlns"
    files = {
        "mimetype": KINDS["odt"],
        "content.xml": '<?xml version="1.0" encoding="UTF-8"?>'
                       f'<office:document-content xmlns:office="{space}:office:1.0" '
                       f'xmlns:text="{space}:text:1.0" office:version="1.2"><office:body>'
                       f"<office:text>{content}</office:text></office:body>"
                       "</office:document-content>",
        "META-INF/manifest.xml": '<?xml version="1.0" encoding="UTF-8"?>'
                                 f'<manifest:manifest xmlns:manifest="{space}:manifest:1.0">'
                                 f'<manifest:file-entry manifest:full-path="/" '
                                 f'manifest:media-type="{KINDS["odt"]}"/></manifest:manifest>'}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), data)
    return made.getvalue()
