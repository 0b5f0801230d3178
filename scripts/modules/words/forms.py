"""Reads each form by other means than the reader does, as an independent witness: the text of the
elements of XML and HTML, pdftotext, the paragraphs of DOCX and ODT."""
import html.parser
import json
import os
import re
import subprocess
import zipfile
from xml.etree import ElementTree

from .source import Source
from .spelling import words

FORMS = {".txt", ".md", ".xml", ".html", ".htm", ".xhtml", ".pdf", ".docx", ".odt", ".json"}


def decoded(data):
    for mark, name in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"),
                       (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(name, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def spaced(text):
    """A text, perhaps none, with its white space as single spaces."""
    return re.sub(r"\s+", " ", text or "")


def local(tag):
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


BLOCKS = set("al p li tr td th vraag antwoord noot nr titel omschr vraagnummer nummer lijst div h1 "
             "h2 h3 h4 tekstregel kamervraagomschrijving kamervraagnummer noot.al br reactie "
             "vragen table ul ol entry row".split())


def flat(element, skip=()):
    """The text of an element, with a block on lines of its own."""
    name = local(element.tag)
    if name in skip or not isinstance(element.tag, str):
        return ""
    pieces = [spaced(element.text)]
    for child in element:
        pieces += [flat(child, skip), spaced(child.tail)]
    text = "".join(pieces)
    return f"\n{text}\n" if name in BLOCKS else text


# Items of a record that say nothing of the set: where the record is and how large, whose it is,
# which number, year and chamber it has, and which ministry sent it in (the librarians' name for the
# post that the head has). `header` and `footer`, which every page prints, do not count either.
NO_ITEMS = set("Permalink identifier RecordIdentifier Document-id Bestand Omvang Beginpagina "
               "Eindpagina Bron Rechten SGD-Type Type Vindplaats titel Jaargang Kamer Vraagnummer "
               "Afkomstig_van".split())
KINDS = {"", "antwoord", "nader antwoord", "aanvullend antwoord", "mededeling", "nadere mededeling",
         "vragen", "vraag"}


def archive_record(root, source):
    for part in root:
        if part.tag != "meta":
            for element in part.iter():
                number = element.get("nummer", "")
                if element.tag in ("vraag", "antwoord") and words(number):
                    source.text(number)
            source.text(flat(part))
            for name in ("mededeler", "afdeling"):
                source.head(part.get(name, ""))
    # In a third of them the last line of the document stands here.
    if root.get("type", "").strip().lower() not in KINDS:
        source.text(root.get("type"))
    for item in root.iter("item"):
        if item.get("attribuut") in NO_ITEMS:
            continue
        people = list(item)
        for value in people or [item]:
            source.head("".join(value.itertext()))
            source.head(value.get("partij", ""))
    for name, keys in (("vraagdata", ("vraagnummer", "onderwerp", "indiendatum")),
                       ("antwoorddata", ("antwoorddatum",))):
        for element in root.iter(name):
            for key in keys:
                source.head(element.get(key, ""))
    for name in ("vrager", "vraagt-aan", "antwoorder", "mede-antwoorder"):
        for element in root.iter(name):
            source.head("".join(element.itertext()))
            for key in ("partij", "ministerie"):
                source.head(element.get(key, ""))


def markup(data, source):
    if data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        # The mark at the beginning is right, whatever the declaration says.
        data = re.sub(r"^<\?xml.*?\?>", "", decoded(data), flags=re.S)
    root = ElementTree.fromstring(data)
    name = local(root.tag)
    if name == "kvr":
        archive_record(root, source)
    elif name == "html":
        page(decoded(data), source)
    else:
        source.text(flat(root, skip={"metadata", "meta"}))


class Page(html.parser.HTMLParser):
    """The text of a page, without what browsers do not show and the site around the document."""

    VOID = set("meta link br hr img input".split())

    def __init__(self):
        super().__init__()
        self.stack, self.pieces, self.content, self.depth, self.is_over = [], [], None, 0, False

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag not in self.VOID:
            self.stack.append(tag)
        if tag in BLOCKS or tag == "br":
            self.pieces.append("\n")
        if tag == "div" and "stuk" in (attrs.get("class") or "").split() and self.content is None:
            self.content, self.depth = len(self.pieces), len(self.stack)

    def handle_endtag(self, tag):
        if tag in self.stack:
            while self.stack.pop() != tag:
                pass
            if self.content is not None and len(self.stack) < self.depth - 1:
                self.is_over = True
        if tag in BLOCKS:
            self.pieces.append("\n")

    def handle_data(self, data):
        if not self.is_over and not {"script", "style", "head"} & set(self.stack):
            self.pieces.append(spaced(data))


def page(text, source):
    parser = Page()
    parser.feed(text)
    source.text("".join(parser.pieces[parser.content or 0:]))


def office(path, source):
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        if "content.xml" in names:
            body = next(e for e in ElementTree.fromstring(archive.read("content.xml")).iter()
                        if local(e.tag) == "body")
            source.text(odt(body))
            return
        for name in names:
            if re.fullmatch(r"word/(?:document|footnotes|endnotes)\d*\.xml", name):
                source.text(docx(ElementTree.fromstring(archive.read(name))))


def docx(element):
    name = local(element.tag)
    if name in ("Fallback", "del", "instrText", "moveFrom"):
        return ""
    if name == "t":
        return element.text or ""
    if name in ("tab", "br", "cr"):
        return "\n" if name != "tab" else " "
    if name == "noBreakHyphen":
        return "-"
    text = "".join(docx(child) for child in element)
    return f"{text}\n" if name in ("p", "tr") else text


def odt(element):
    name = local(element.tag)
    if name in ("tracked-changes", "annotation", "sequence-decls"):
        return ""
    if name in ("tab", "s"):
        return " " + (element.tail or "")
    if name == "note-citation":
        return element.tail or ""
    if name == "note":
        return "\n" + "".join(odt(child) for child in element) + "\n" + spaced(element.tail)
    text = spaced(element.text) + "".join(odt(child) for child in element)
    if name in ("p", "h", "line-break"):
        text = f"{text}\n"
    return text + spaced(element.tail)


# What a collection says of its files and of the site.
NO_KEYS = {"identifier", "chosen_files", "all_files", "metadata", "meta"}


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)
    elif isinstance(value, dict):
        for each in value.values():
            yield from strings(each)


def read(path):
    source = Source()
    kind = os.path.splitext(path)[1].lower()
    with open(path, "rb") as file:
        data = file.read()
    if data.startswith(b"PK"):
        office(path, source)
    elif data.startswith(b"%PDF"):
        run = subprocess.run(["pdftotext", path, "-"], capture_output=True)
        source.text(run.stdout.decode("utf-8", "replace"))
    elif kind == ".json":
        record = json.loads(decoded(data))
        for text in strings({key: value for key, value in record.items() if key not in NO_KEYS}
                            if isinstance(record, dict) else record):
            source.text(text)
    elif kind == ".xml":
        markup(data, source)
    elif re.match(rb"(?:\xef\xbb\xbf)?\s*<(?:!DOCTYPE|html|\?xml)", data, re.I):
        page(decoded(data), source)
    else:
        source.text(decoded(data))
    return source
