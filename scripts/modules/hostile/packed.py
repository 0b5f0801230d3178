"""DOCX, ODT, PDF, archives and encodings that are expensive, or not what they seem."""
import io
import struct
import zipfile
import zlib

from . import markup, texts

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ODT = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
       'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
       'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
       'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"')
LINES = ["Vragen van het lid Jansen (SP) aan de Minister van Financiën over het spaarloon "
         "(ingezonden 17 oktober 2023).",
         "Vraag 1", "Kent u dit?", "Antwoord 1", "Ja."]


def archive(entries, packing=zipfile.ZIP_DEFLATED):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", packing) as file:
        for name, content in entries:
            file.writestr(zipfile.ZipInfo(name), content, packing)
    return buffer.getvalue()


def packing(text):
    """How to pack a part: one that repeats itself would be refused if it were deflated."""
    return zipfile.ZIP_STORED if len(text) > 500_000 else zipfile.ZIP_DEFLATED


def paragraphs(lines, inner=""):
    return "".join(f"<w:p>{inner}<w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)


def docx(body="", parts=(), doctype="", attributes=""):
    relations = "".join(f'<Relationship Id="r{k}" '
                        f'Type="{RELATIONS}/{name.split("/")[-1].split(".")[0]}" Target="{name}"/>'
                        for k, (name, _) in enumerate(parts))
    document = (f"{doctype}<w:document {W}{attributes}><w:body>{paragraphs(LINES)}{body}</w:body>"
                "</w:document>")
    return archive([
        ("[Content_Types].xml", "<Types/>"),
        ("_rels/.rels", f'<Relationships><Relationship Id="r" Type="{RELATIONS}/officeDocument" '
                        'Target="word/document.xml"/></Relationships>'),
        ("word/_rels/document.xml.rels", f"<Relationships>{relations}</Relationships>"),
        ("word/document.xml", document)] + [("word/" + name, content) for name, content in parts],
        packing(document))


def odt(body="", styles="", doctype="", automatic=""):
    text = "".join(f"<text:p>{line}</text:p>" for line in LINES)
    content = (f"{doctype}<office:document-content {ODT}><office:automatic-styles>{automatic}"
               "</office:automatic-styles>"
               f"<office:body><office:text>{text}{body}</office:text></office:body>"
               "</office:document-content>")
    return archive([("mimetype", "application/vnd.oasis.opendocument.text"),
                    ("META-INF/manifest.xml", "<manifest/>"),
                    ("content.xml", content),
                    ("styles.xml",
                     f"<office:document-styles {ODT}>{styles}</office:document-styles>")],
                   packing(content))


def with_part(name, content):
    return lambda n, r: docx(parts=[(name, content(n))])


def note(k):
    return f'<w:footnote w:id="{k}"><w:p><w:r><w:t>Krant</w:t></w:r></w:p></w:footnote>'


def footnotes(n):
    marks = "".join(f'<w:p><w:r><w:footnoteReference w:id="{k}"/></w:r></w:p>' for k in range(n))
    return docx(marks, [("footnotes.xml", f"<w:footnotes {W}>{''.join(note(k) for k in range(n))}"
                                          "</w:footnotes>")])


def styles(n):
    return f"<w:styles {W}>" + "".join(f'<w:style w:styleId="s{k}"><w:basedOn w:val="s{k + 1}"/>'
                                       '</w:style>' for k in range(n)) + "</w:styles>"


def numbering(n):
    return (f"<w:numbering {W}>" + "".join(f'<w:abstractNum w:abstractNumId="{k}"><w:lvl '
                                           'w:ilvl="0"><w:start w:val="1"/></w:lvl></w:abstractNum>'
            f'<w:num w:numId="{k}"><w:abstractNumId w:val="{k}"/></w:num>' for k in range(n))
            + "</w:numbering>")


def numbered(n):
    item = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr></w:pPr>'
    return docx(paragraphs(["Kent u dit?"] * n, item), [("numbering.xml", numbering(5))])


def lying(data, size):
    """An archive whose directory gives a wrong size for each entry."""
    data = bytearray(data)
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 24:at + 28] = struct.pack("<I", size)
        at = data.find(b"PK\x01\x02", at + 1)
    return bytes(data)


def overlapping(n):
    """One packed stretch that many entries share (Fifield's bomb, without its quoting)."""
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    raw = b"a" * 1_000_000
    stretch = packed.compress(raw) + packed.flush()
    checksum = zlib.crc32(raw)
    local = struct.pack("<4sHHHHHIIIHH", b"PK\x03\x04", 20, 0, 8, 0, 33, checksum, len(stretch),
                        len(raw), 17, 0)
    body = local + b"word/document.xml" + stretch
    central = b""
    for k in range(n):
        name = b"word/document.xml" if k == 0 else b"word/%d.xml" % k
        central += struct.pack("<4sHHHHHHIIIHHHHHII", b"PK\x01\x02", 20, 20, 0, 8, 0, 33, checksum,
                               len(stretch), len(raw),
                               len(name), 0, 0, 0, 0, 0, 0) + name
    return body + central + struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, n & 0xFFFF, n & 0xFFFF,
                                        len(central), len(body), 0)


def pdf(objects, root=1, packed=None):
    out, places = bytearray(b"%PDF-1.5\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out + b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(places) + 1, root, table))


def stream(content, extra=b""):
    return b"<</Length %d%s>>\nstream\n" % (len(content), extra) + content + b"\nendstream"


def printed(lines, size=10):
    shown = b"".join(b"(%s) Tj 0 -12 Td " % line.encode("latin-1", "replace") for line in lines)
    return b"BT /F1 %d Tf 50 780 Td " % size + shown + b"ET"


FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"


def pages(n, content):
    """Pages that all show the same stream."""
    kids = b" ".join(b"%d 0 R" % (5 + k) for k in range(n))
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count %d/Kids[%s]>>" % (n, kids),
               FONT, content]
    page = (b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
            b"/Resources<</Font<</F1 3 0 R>>>>>>")
    return pdf(objects + [page] * n)


def tree(n):
    """Nested nodes of pages."""
    nodes = [b"<</Type/Pages/Count 1/Kids[%d 0 R]>>" % (5 + k) for k in range(n)]
    page = b"<</Type/Page/MediaBox[0 0 595 842]/Contents 3 0 R/Resources<</Font<</F1 2 0 R>>>>>>"
    return pdf([b"<</Type/Catalog/Pages 4 0 R>>", FONT, stream(printed(LINES))] + nodes + [page])


def forms(n):
    """Forms that show each other twice: 2 to the power n."""
    resources = (b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]"
                 b"/Resources<</XObject<</A %d 0 R>>/Font<</F1 3 0 R>>>>")
    levels = [stream(b"/A Do /A Do", resources % (6 + k))
              for k in range(n)] + [stream(printed(["a"]), resources % 5)]
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[4 0 R]>>", FONT,
               b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R"
               b"/Resources<</XObject<</A 5 0 R>>/Font<</F1 3 0 R>>>>>>"]
    return pdf(objects + levels)


def fonts(n):
    names = b"".join(b"/F%d %d 0 R" % (k, 5 + k) for k in range(n))
    text = b"BT 50 780 Td " + b"".join(b"/F%d 9 Tf (woord) Tj " % k for k in range(n)) + b"ET"
    return pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
                b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<"
                b"<%s>>>>>>" % names,
                stream(text)] + [FONT] * n)


def packed_stream(n):
    content = zlib.compress(printed(LINES) + b" " * n, 9)
    return stream(content, b"/Filter/FlateDecode")


OFFICE = [
    ("docx-attributes", 50_000,
     lambda n, r: docx(attributes="".join(f' a{k}="x"' for k in range(n)))),
    ("docx-attributes-glued", 50_000,
     lambda n, r: docx(attributes=" " + "".join(f'a{k}="x"' for k in range(n)))),
    ("docx-defaulted", 1_500,
     lambda n, r: docx("<b/>" * n * 4, doctype="<!DOCTYPE a [<!ATTLIST b "
                       + " ".join(f'a{k} CDATA "x"' for k in range(n)) + ">]>")),
    ("docx-entities", 2_000_000,
     lambda n, r: docx("<w:p><w:r><w:t>" + "&b;" * n + "</w:t></w:r></w:p>",
                       doctype='<!DOCTYPE a [<!ENTITY b "c">]>')),
    ("docx-entities-packed", 6_000_000,
     lambda n, r: docx("<w:p><w:r><w:t>" + "&b;ab" * (n // 2) + "</w:t></w:r></w:p>",
                       doctype='<!DOCTYPE a [<!ENTITY b "c">]>')),
    ("docx-nesting", 40_000, lambda n, r: docx("<w:p>" * n)),
    ("docx-text-boxes", 20_000,
     lambda n, r: docx("<w:p><w:r>" * 90 + "<w:t>a</w:t>" * n + "</w:r></w:p>" * 90)),
    ("docx-tables-nested", 20_000,
     lambda n, r: docx("<w:tbl><w:tr><w:tc>" * 60 + paragraphs(["a"] * n)
                       + "</w:tc></w:tr></w:tbl>" * 60)),
    ("docx-comments", 300_000, lambda n, r: docx("<!---->" * n)),
    ("docx-cdata", 2_000_000,
     lambda n, r: docx("<w:p><w:r><w:t><![CDATA[" + "a " * (n // 2) + "]]></w:t></w:r></w:p>")),
    ("docx-paragraphs", 60_000, lambda n, r: docx(paragraphs(["woord"] * n))),
    ("docx-paragraphs-empty", 300_000, lambda n, r: docx("<w:p/>" * n)),
    ("docx-runs", 150_000, lambda n, r: docx("<w:p>" + "<w:r><w:t>a </w:t></w:r>" * n + "</w:p>")),
    ("docx-text", 6_000_000, lambda n, r: docx(paragraphs(["woord " * (n // 6)]))),
    ("docx-styles", 60_000, with_part("styles.xml", styles)),
    ("docx-numbering", 30_000, with_part("numbering.xml", numbering)),
    ("docx-numbered", 30_000, lambda n, r: numbered(n)),
    ("docx-footnotes", 15_000, lambda n, r: footnotes(n)),
    ("docx-relations", 60_000,
     lambda n, r: docx(parts=[(f"header{k}.xml", "<a/>") for k in range(n // 20)])),
    ("docx-fields", 100_000,
     lambda n, r: docx("<w:p>" + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * n
                       + "<w:r><w:t>a</w:t></w:r>" * 20_000 + "</w:p>")),
    ("docx-changes", 100_000,
     lambda n, r: docx(
         '<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a </w:t></w:r></w:p>' * n)),
    ("docx-marks", 60_000, lambda n, r: docx(paragraphs(["a" + "\u0f71\u0f72" * n]))),
    ("odt-attributes", 50_000,
     lambda n, r: odt("<text:p" + "".join(f' a{k}="x"' for k in range(n)) + "/>")),
    ("odt-nesting", 40_000, lambda n, r: odt("<text:p>" * n)),
    ("odt-spans", 60_000,
     lambda n, r: odt("<text:p>" + "<text:span>" * 190 + "<text:s/>" * n + "</text:span>" * 190
                      + "</text:p>")),
    ("odt-notes-nested", 20_000,
     lambda n, r: odt("<text:p>" + "<text:note><text:note-body><text:p>" * 60 + "<text:s/>" * n
                      + "</text:p></text:note-body></text:note>" * 60 + "</text:p>")),
    ("odt-notes", 15_000,
     lambda n, r: odt("".join(f"<text:p>a<text:note><text:note-citation>{k}</text:note-citation>"
                              "<text:note-body><text:p>Krant</text:p></text:note-body></text:note>"
                              "</text:p>" for k in range(n)))),
    ("odt-lists", 30_000,
     lambda n, r: odt("<text:list>" + "<text:list-item><text:p>a</text:p></text:list-item>" * n
                      + "</text:list>")),
    ("odt-styles", 60_000,
     lambda n, r: odt(styles="".join(f'<style:style style:name="s{k}" '
                                     f'style:parent-style-name="s{k + 1}"/>' for k in range(n)))),
    ("odt-entities", 2_000_000,
     lambda n, r: odt("<text:p>" + "&b;" * n + "</text:p>",
                      doctype='<!DOCTYPE a [<!ENTITY b "c">]>')),
    ("odt-text", 6_000_000, lambda n, r: odt("<text:p>" + "woord " * (n // 6) + "</text:p>")),
    ("zip-entries", 20_000,
     lambda n, r: archive([(f"word/{k}.xml", "") for k in range(n)], zipfile.ZIP_STORED)),
    ("zip-ratio", 60_000_000, lambda n, r: archive([("word/document.xml", b" " * n)])),
    ("zip-ratio-allowed", 20_000_000,
     lambda n, r: docx("<w:p/>"
                       + bytes(r.choices(b"abcdefghijklmnop ", k=2000)).decode() * (n // 2000))),
    ("zip-nested", 8, lambda n, r: nested(n)),
    ("zip-overlapping", 3_000, lambda n, r: overlapping(n)),
    ("zip-size-too-small", 5, lambda n, r: lying(docx(), n)),
    ("zip-size-too-large", 60_000_000, lambda n, r: lying(docx(), n)),
    ("zip-cut", 200, lambda n, r: docx()[:-n]),
    ("zip-comment", 30_000, lambda n, r: docx()[:-2] + struct.pack("<H", n) + b"a" * n),
]


def nested(n):
    data = docx()
    for _ in range(n):
        data = archive([("word/document.xml", data)])
    return data


PDFS = [
    ("pages", 900, lambda n, r: pages(n, stream(printed(LINES)))),
    ("pages-full", 300, lambda n, r: pages(n, stream(printed(["woord woord 1 woord"] * 60)))),
    ("objects", 100_000,
     lambda n, r: pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 0/Kids[]>>"]
                      + [b"null"] * n)),
    ("tree", 5_000, lambda n, r: tree(n)),
    ("forms", 14, lambda n, r: forms(n)),
    ("form-itself", 1, lambda n, r: forms(0)),
    ("stream-packed", 30_000_000, lambda n, r: pages(1, packed_stream(n))),
    ("stream-packed-pages", 10_000_000, lambda n, r: pages(20, packed_stream(n))),
    ("one-line", 40_000,
     lambda n, r: pages(1, stream(b"BT /F1 9 Tf 50 780 Td " + b"(woord ) Tj " * n + b"ET"))),
    ("one-place", 20_000,
     lambda n, r: pages(1, stream(b"BT /F1 9 Tf " + b"1 0 0 1 50 700 Tm (woord) Tj " * n + b"ET"))),
    ("scattered", 20_000,
     lambda n, r: pages(1, stream(b"BT /F1 9 Tf " + b"".join(b"1 0 0 1 %d %d Tm (woord) Tj " % (
         r.randint(0, 500), r.randint(0, 800)) for _ in range(n)) + b"ET"))),
    ("fonts", 2_000, lambda n, r: fonts(n)),
    ("xref-loop", 1,
     lambda n, r: pages(1, stream(printed(LINES))).replace(b"/Root 1", b"/Prev 9 /Root 1").replace(
         b"startxref\n", b"startxref\n9")),
    ("kids-loop", 1,
     lambda n, r: pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 9/Kids[2 0 R]>>"])),
    ("length-wrong", 1,
     lambda n, r: pages(1, stream(printed(LINES)).replace(b"/Length ", b"/Length 99999"))),
    ("cut", 100, lambda n, r: pages(5, stream(printed(LINES)))[:-n]),
]


def sheet(n):
    return texts.sheet(texts.passages(n))


ENCODINGS = [
    ("utf16-unpaired", 200_000,
     lambda n, r: b"\xff\xfe" + sheet(2).encode("utf-16-le") + b"\x00\xd8" * n),
    ("utf16-big", 2_000, lambda n, r: b"\xfe\xff" + sheet(n).encode("utf-16-be")),
    ("utf16-no-mark", 2_000, lambda n, r: sheet(n).encode("utf-16-le")),
    ("utf16-odd", 2_000, lambda n, r: b"\xff\xfe" + sheet(n).encode("utf-16-le")[:-1]),
    ("utf32", 1_000, lambda n, r: sheet(n).encode("utf-32")),
    ("utf8-marks", 100_000, lambda n, r: b"\xef\xbb\xbf" * n + sheet(2).encode()),
    ("utf8-wrong", 100_000, lambda n, r: sheet(2).encode() + b"\xc3" * n),
    ("utf8-cut", 1, lambda n, r: sheet(2).encode() + "é".encode()[:1]),
    ("windows-1252", 2_000, lambda n, r: sheet(n).encode("cp1252", "replace")),
    ("windows-1252-mixed", 100_000, lambda n, r: sheet(2).encode() + b"\xe9\xc3\xa9" * n),
    ("nulls", 1_000_000, lambda n, r: sheet(2).encode() + b"\0" * n),
    ("random", 500_000, lambda n, r: r.randbytes(n)),
    ("random-text", 500_000,
     lambda n, r: sheet(1).encode() + bytes(r.choices(range(32, 127), k=n))),
]

DECLARED = ["utf-16", "iso-8859-1", "ebcdic-cp-us", "utf-7", "ucs-4", "x-unknown"]

PACKED = {"gz": b"\x1f\x8b\x08", "bz2": b"BZh9", "xz": b"\xfd7zXZ\0", "zst": b"\x28\xb5\x2f\xfd",
          "7z": b"7z\xbc\xaf\x27\x1c",
          "doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "rtf": b"{\\rtf1 ", "tar": b"a" * 257
          + b"ustar"}


def files():
    """The name of each kind, its extension, how many things it has, and what makes the bytes."""
    for name, count, make in OFFICE:
        yield name, name.split("-")[0], count, make
    for name, count, make in PDFS:
        yield "pdf-" + name, "pdf", count, make
    for name, count, make in ENCODINGS:
        yield "encoding-" + name, "txt", count, make
    for name in DECLARED:
        yield f"encoding-declared-{name}", "xml", 200, declared(name)
    for name, magic in PACKED.items():
        yield f"packed-{name}", name, 200_000, begun(magic)


def declared(name):
    return lambda n, r: markup.xml(markup.questions(n)).replace("UTF-8", name, 1).encode()


def begun(magic):
    return lambda n, r: magic + r.randbytes(n)
