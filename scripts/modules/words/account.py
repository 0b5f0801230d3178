"""Accounts for every word of every file; `scripts/evaluate-words` says how it is called.

A word is a run of letters, without case and accents. The words of a file are taken by other means than the reader's:
its text as it is, the text of the elements of XML and HTML, pdftotext, the paragraphs of DOCX and ODT.

- *Text* (all but the rest below) must stand in a text, note or remark of the set as often as in the file.
- A *head* (the sentence that says who asks whom about what, that of the answer, and in the archive's records each
  value of the metadata) must stand in the fields of the set, its warnings' remarks included. The words that only make
  it a sentence ("vragen", "van het lid", "aan de", "ingezonden") need not.
- *Furniture* (the chamber, the year, the title, ISSN, feet of pages, headings with numbers) need not come over, where
  it makes a whole line or stands at the foot of a page.

A word that is broken at the end of a line, or that the reader put together or apart, is the same word. Words that
nothing but a warning has are counted apart: they are named.
"""

import argparse, bisect, collections, difflib, html.parser, json, multiprocessing, os, random, re, subprocess, sys, unicodedata, zipfile
from xml.etree import ElementTree

FORMS = {".txt", ".md", ".xml", ".html", ".htm", ".xhtml", ".pdf", ".docx", ".odt", ".json"}
MONTHS = ("januari februari maart april mei juni juli augustus september oktober november december").split()

# Words that make a head a sentence. They need not come over from before its subject, or from the sentence of the answer.
HEAD_WORDS = set(
    "vragen kamervragen vraag van de het der den door gesteld lid leden kamerlid kamerleden fractie fracties heer heren mevrouw mw mevr mr "
    "drs dr ir prof en alsmede aan over inzake betreffende omtrent ingezonden ingez ontvangen antwoord antwoorden nader aanvullend mededeling "
    "nadere mede namens beiden beide allen allemaal respectievelijk resp minister ministers staatssecretaris staatssecretarissen "
    "aanvullende herziene schriftelijke op medegedeeld meegedeeld cs aanhangsels staatsecretaris dhr demissionair demissionaire zie ook aanhangsel handelingen vergaderjaar nr nrs nummer s".split())

FURNITURE_LINES = [re.compile(pattern, re.I | re.M) for pattern in (
    r"^[\s|#*_]*(?:(?:Tweede|Eerste) Kamer der Staten-Generaal[\s|]*[12]?|Vergaderjaar\s*\d[\d ]*\d\s*[-–/]\s*\d[\d ]*\d"
    r"|Aanhangsel van de Handelingen|Vragen gesteld door (?:de leden der|leden van de) Kamer"
    r"(?:,?\s+met de daarop door de(?:\s+regering gegeven antwoorden)?)?|,? ?met de daarop door de|regering gegeven antwoorden"
    r"|\|? ?[ak][hv]-[te]k-[\dZ]{5,10}(?:-\d+(?:-[hn]\d)?)?|ISSN ?\d{4} ?[-–•]? ?\d{3}[\dx]|Sdu Uitgevers|[’'‘]?s-Gravenhage \d{4}|[\s|*_])+\.?[\s|*_]*$",
    r"^[\s|]*Vragen,? door de leden der Kamer gesteld overeenkomstig artikel [^\n]{0,60}(?:\n[^\n]{0,60})?antwoorden\s*$",
    # The foot of a page, also where text is glued to it.
    r"(?:Tweede|Eerste) Kamer, ?vergaderjaar \d{4}\s*[-–]\s*\d{4}, ?(?:Aanhangsel|Vragen)(?! van)",
    r"ISSN ?\d{4} ?[-–•]? ?\d{3}[\dx](?:\s*Sdu Uitgevers)?(?:\s*[’'‘]?s-Gravenhage \d{4})?", r"^[’'‘]?s-Gravenhage \d{4}\b", r"^\s*x\s*Noot\b|\bx\s*Noot$", r"[’'‘]?s-Gravenhage \d{4}$",
    # Headings.
    r"^[\s#*_]*(?:(?:Vraag|Vragen|Antwoord|Antwoorden)\b(?:(?: op(?: de)?)? (?:vraag|vragen)\b)?[\s*_]*(?:[\d ,;]|en|t/m|tot en met|-|–)*[\s:.)*_]*)$",
    r"^[\s#*_]*(?:Vragen|Vraag|Antwoord)(?: op)?(?: vragen| vraag)? ?\d+(?: ?(?:,|en|t/m) ?\d+)*[\s:.)*_]",
    r"^[QA]\d+\s", 
    r"^\s*\d{1,3}(?: ?(?:,|en|t/m) ?\d{1,3}){0,20}[\s.:]*$",
    r"^[-_=* ]{3,}$",
)]
SEE_ALSO = (
    r"(?:[\s,;.(]*[Zz]ie ook (?:antwoord |antwoorden |vraag |vragen |nr\.? |nrs\.? |nummer |,? ?vergaderjaar \d{4}\s?.\s?\d{4}|Aanhangsel|van de|Handelingen|nr\.(?=\d)|nrs\.(?=\d)|aanhangsel|handelingen|,? ?Vergaderjaar \d{4}\s?.\s?\d{4}|"
    r"(?:Tweede|Eerste) Kamer|[\d,;.)\s]|en |of )+)?")
HEAD_TEXTS = [re.compile(pattern, re.S) for pattern in (
    r"(?:\A|(?<=\n))\(ingezonden [^)\n]*\)\s*\nVragen van [^\n]* over [^\n]*",
    r"(?:\A|(?<=[\n|*_\d]))[ \t]*(?:Vragen|Vraag)(?! gesteld door (?:de leden der|leden van de) Kamer)\s+(?:gesteld\s+)?(?:door|van|het|de)\b"
    r".{0,900}?\(\s*[Ii]ngez[^)\n]{0,60}\)?\.?" + SEE_ALSO,
    r"(?:Nader |Aanvullend |Nadere )?(?:Antwoord|Mededeling|antwoord)(?:en)?,?\s+(?:van|door)\s+(?:de\s+|het\s+)?(?:heer |mevrouw )?"
    r"(?:(?:demissionair )?(?:[Mm]inister|[Ss]taatssecretaris)).{0,500}?\(\s*[Oo]ntv[^)\n]{0,60}\)?\.?" + SEE_ALSO,
)]
ONE_LINE_TITLE = re.compile(
    r"\A\s*(?:(?:Tweede|Eerste) Kamer der Staten-Generaal ?[12]?\s*|Vergaderjaar \d{4}.\d{4} ?[12]?\s*|Aanhangsel van de Handelingen\s*"
    r"|Vragen gesteld door (?:de leden der|leden van de) Kamer(?:, met de daarop door de regering gegeven antwoorden)?\s*|\|? ?[ak][hv]-[te]k-[\dZ]+-?\d*\s*)+")
ONE_LINE_HEADING = re.compile(
    r"(?:(?<=[.?!:)»”\d\n])|(?<=[.?!)»”\d] ))(?:Vraag|Vragen|Antwoord)(?: ?\d+(?: ?(?:,|en|t/m) ?\d+)*|(?= [A-Z1]))|(?<= )Antwoord(?= [A-Z1])"
    r"|(?<=\d )en(?= \d+ [A-Z«])")
# What a half of a document begins with: before the first question there are only heads and letters.
FIRST_PART = re.compile(
    r"^[\s#*_|]*(?:(?:Vraag|Vragen|Antwoord|Antwoorden)\b(?: op(?: de)? (?:vraag|vragen))?[\s*_]*\d+|1[\s.)]*$|Vraag:?[ *_]*$|1[.)]? )", re.M)
HEAD_SENTENCE = re.compile(
    r"vragen (?:van|door|het|de)|vraag van|antwoord(?:en)? (?:van|op)|mededeling van|ingezonden|zie ook|^de (?:minister|staatssecretaris)|\baan de (?:minister|staatssecretaris)|^vergaderjaar \d|^(?:minister|staatssecretaris)", re.I)
NUMBER_LINE = re.compile(r"^\s*(?:AH|Nr\.?) *\d{1,4}[a-zH]? *$|^\s*(?:\d{4}Z ?\d{3,6}|\d{10})\s*$", re.M)


def fold(text):
    """Letters only of each word: case, accents and ligatures off; the loose accents of old files too."""
    text = re.sub(r"[¨ˆ`˜´¸]", "", text)
    text = unicodedata.normalize("NFKD", text)
    return re.sub(r"[\u0300-\u036f\u00ad\u200b-\u200d\ufeff]", "", text).lower().replace("ı", "i").replace("ĳ", "ij").replace("ß", "ss")


def words(text):
    text = re.sub(r"\b[^\W\d_](?:\. ?[^\W\d_]\b)+", lambda match: re.sub("[. ]", "", match.group()), fold(text))
    return re.findall(r"\d{4}z\d{3,6}|[^\W\d_]+", text)


# What a file says


class Source:
    """The texts and heads of a file."""

    def __init__(self):
        self.texts, self.heads = [], []
        self.loose = set()  # Heads that may be text as well: what stands before the first heading.

    def text(self, text):
        """Text with line ends. Where a document has next to none, what begins a line may stand behind any sentence."""
        text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").replace("\u00a0", " ")
        if max(map(len, text.split("\n")), default=0) > 1500 or len(text) > 300 and text.count("\n") < 3:
            text = ONE_LINE_TITLE.sub("\n", text)
            text = ONE_LINE_HEADING.sub("\n", text)
        for pattern in FURNITURE_LINES[:-6]:
            text = pattern.sub("\n", text)
        for pattern in HEAD_TEXTS:
            for match in pattern.finditer(text):
                self.head(match.group())
            text = pattern.sub("\n", text)
        for match in NUMBER_LINE.finditer(text):
            if len(match.group().strip()) > 4:
                self.head(re.sub(r"^\s*AH\b", "", match.group()).replace("Z ", "Z"))
        text = NUMBER_LINE.sub("\n\n", text)
        first = FIRST_PART.search(text)
        if first:
            for paragraph in re.split(r"\n\s*\n", text[:first.start()]):
                self.head(paragraph)
                if not HEAD_SENTENCE.search(paragraph):
                    self.loose.add(self.heads[-1] if self.heads else "")
            text = text[first.start():]
        for pattern in FURNITURE_LINES[-6:]:
            text = pattern.sub("\n", text)
        self.texts.append(text)

    def head(self, text):
        if text.strip():
            self.heads.append(re.sub(r"\s+", " ", text).strip())


def decoded(data):
    for mark, name in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(name, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def local(tag):
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


BLOCKS = set("al p li tr td th vraag antwoord noot nr titel omschr vraagnummer nummer lijst div h1 h2 h3 h4 tekstregel "
             "kamervraagomschrijving kamervraagnummer noot.al br reactie vragen table ul ol entry row".split())


def flat(element, skip=()):
    """The text of an element; elements that end a line do."""
    name = local(element.tag)
    if name in skip or not isinstance(element.tag, str):
        return ""
    pieces = [re.sub(r"\s+", " ", element.text or "")]
    for child in element:
        pieces += [flat(child, skip), re.sub(r"\s+", " ", child.tail or "")]
    text = "".join(pieces)
    return f"\n{text}\n" if name in BLOCKS else text


# The items of a record that are not looked for, since they say nothing of the set: where the record lies and how large it is
# (Permalink, identifier, RecordIdentifier, Document-id, Bestand, Omvang, Beginpagina, Eindpagina), whose it is (Bron, Rechten,
# SGD-Type, Type), which number, year and chamber it has (Vindplaats, titel, Jaargang, Kamer, Vraagnummer), which ministry sent it in
# (Afkomstig_van, the librarians' name for the post that the head has), and what every page prints (`header`, `footer`).
NO_ITEMS = set("Permalink identifier RecordIdentifier Document-id Bestand Omvang Beginpagina Eindpagina Bron Rechten SGD-Type Type "
               "Vindplaats titel Jaargang Kamer Vraagnummer Afkomstig_van".split())
KINDS = {"", "antwoord", "nader antwoord", "aanvullend antwoord", "mededeling", "nadere mededeling", "vragen", "vraag"}


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
    for name, keys in (("vraagdata", ("vraagnummer", "onderwerp", "indiendatum")), ("antwoorddata", ("antwoorddatum",))):
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
    """The text of a page; what browsers do not show is skipped, and the site around the document."""

    VOID = set("meta link br hr img input".split())

    def __init__(self):
        super().__init__()
        self.stack, self.pieces, self.content, self.depth, self.isOver = [], [], None, 0, False

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
                self.isOver = True
        if tag in BLOCKS:
            self.pieces.append("\n")

    def handle_data(self, data):
        if not self.isOver and not {"script", "style", "head"} & set(self.stack):
            self.pieces.append(re.sub(r"\s+", " ", data))


def page(text, source):
    parser = Page()
    parser.feed(text)
    source.text("".join(parser.pieces[parser.content or 0:]))


def office(path, source):
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        if "content.xml" in names:
            body = next(e for e in ElementTree.fromstring(archive.read("content.xml")).iter() if local(e.tag) == "body")
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
        return "\n" + "".join(odt(child) for child in element) + "\n" + re.sub(r"\s+", " ", element.tail or "")
    text = re.sub(r"\s+", " ", element.text or "") + "".join(odt(child) for child in element)
    if name in ("p", "h", "line-break"):
        text = f"{text}\n"
    return text + re.sub(r"\s+", " ", element.tail or "")


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


# What the reader has


class Result:
    def __init__(self, set_):
        body = []
        for passage in set_["passages"]:
            body += [passage["questionText"], passage["answerText"] or ""]
            for note in passage["footnotes"]:
                body += [note["mark"], note["text"]]
        for note in set_["footnotes"]:
            body += [note["mark"], note["text"]]
        self.body = body + [remark for remark in set_["remarks"] if not remark.startswith("Kop: ")]
        fields = [set_["caseNumber"] or "", set_["subject"] or "", set_["keywords"] or "", set_["abstract"] or "", *set_["topics"]]
        fields += [f"{member['name']} {member['party'] or ''}" for member in set_["members"]]
        fields += set_["addressees"] + set_["onBehalfOf"] + set_["remarks"]
        fields += [f"{r['role']} {r['name']} {r['portfolio'] or ''}" for r in set_["respondents"]]
        for day in (set_["submitted"], set_["received"]):
            if day:
                fields.append(MONTHS[int(day[5:7]) - 1])
        self.fields = fields
        self.warnings = set_["warnings"]


# The account


def account(texts, body):
    """The words of the texts that the body has too few of: lists of (word, context)."""
    have_sequence = words("\n".join(body))
    need_lines = [line for text in texts for line in text.split("\n")]
    need_sequence = [word for line in need_lines for word in words(line)]
    have, need = collections.Counter(have_sequence), collections.Counter(need_sequence)
    missing, extra = need - have, have - need
    if missing:
        # Broken at the end of a line, or put together by the reader.
        if extra:
            for start in range(len(need_sequence)):
                if missing[need_sequence[start]] <= 0:
                    continue
                for before in range(0, 4):
                    done = False
                    for length in range(2, 7):
                        begin = start - before
                        piece = need_sequence[max(0, begin):begin + length]
                        if begin < 0 or len(piece) < length or before >= length:
                            continue
                        text = "".join(piece)
                        if extra.get(text, 0) > 0:
                            extra[text] -= 1
                            for word in piece:
                                missing[word] -= 1
                            done = True
                            break
                    if done:
                        break
        # One word there, several here: spaces that were lost, spaced letters.
        missing = +missing
        if missing and extra:
            for start, word in enumerate(have_sequence):
                text = ""
                for end in range(start, min(len(have_sequence), start + 30)):
                    text += have_sequence[end]
                    if end > start and missing.get(text, 0) > 0:
                        missing[text] -= 1
                        for each in have_sequence[start:end + 1]:
                            extra[each] = extra.get(each, 0) - 1
                    if len(text) > 40:
                        break
        missing = +missing
        if missing and extra:
            # Broken at the foot of a page: the other half stands behind the notes.
            places = [at for at, word in enumerate(need_sequence) if missing[word] > 0]
            for at in places:
                for other in places[bisect.bisect(places, at):bisect.bisect(places, at + 300)]:
                    whole = need_sequence[at] + need_sequence[other]
                    if extra.get(whole, 0) > 0 and missing[need_sequence[at]] > 0 and missing[need_sequence[other]] > 0:
                        extra[whole] -= 1
                        missing[need_sequence[at]] -= 1
                        missing[need_sequence[other]] -= 1
        missing = +missing
    surplus = +collections.Counter(extra)
    if not missing:
        return [], surplus
    # Which of the places of a word it is: those whose neighbours the result does not have.
    pairs = set(zip(have_sequence, have_sequence[1:]))
    places = collections.defaultdict(list)
    for at, word in enumerate(need_sequence):
        if missing.get(word, 0) > 0:
            score = sum((
                at > 0 and (need_sequence[at - 1], word) in pairs,
                at + 1 < len(need_sequence) and (word, need_sequence[at + 1]) in pairs))
            places[word].append((score, at))
    lost = []
    for word, found in places.items():
        for _, at in sorted(found)[:missing[word]]:
            lost.append((at, word))
    lost.sort()
    return [(word, " ".join(need_sequence[max(0, at - 5):at] + [f"[{word}]"] + need_sequence[at + 1:at + 6]))
            for at, word in lost], surplus


def bare(word):
    """A word, and without a word of a head that is glued to it: "sportover"."""
    yield word
    for each in ("over", "van", "aan", "en", "de"):
        if word.startswith(each):
            yield word.removeprefix(each)
        if word.endswith(each):
            yield word.removesuffix(each)


spelled = [0]


def account_head(head, fields):
    """The words of a head that the fields have not. A word that only has another spelling there (a post, a scanner's slip) is counted."""
    is_sentence = HEAD_SENTENCE.search(head) is not None
    sequence = words("\n".join(fields))
    have = collections.Counter(sequence)
    lost = []
    # What is broken at the end of a line is one word; a single letter is an initial, or what a scanner made of a sign.
    head = re.sub(r"(?<=[a-zà-ÿ])[-–] (?=[a-zà-ÿ])", "", head)
    for word in words(head):
        if len(word) == 1:
            continue
        if have[word] > 0:
            have[word] -= 1
        elif word in HEAD_WORDS and is_sentence:
            pass
        else:
            lost.append(word)
    if lost:
        # Put together or apart, or broken at the end of a line.
        letters = "".join(sequence)
        if "".join(lost) in letters and len(lost) > 1:
            return []
        close = set(sequence) | HEAD_WORDS | set(MONTHS)
        spelled[0] += sum(1 for word in lost if difflib.get_close_matches(word, close, 1, 0.8))
        lost = [word for word in lost if not difflib.get_close_matches(word, close, 1, 0.8)]
        lost = [word for word in lost if not (len(word) > 2 and any(part in letters for part in bare(word)))]
    return lost


def compare(batch):
    """Reads some files: the number of documents and of words, of words that are only named, what is lost, what could not be read."""
    command, paths = batch
    run = subprocess.run([command, "inspect", "--format", "json", *paths], capture_output=True, text=True)
    refused = [line for line in run.stderr.splitlines() if line.strip()]
    documents, total, named, cases, unread = 0, 0, 0, [], []
    spelled[0] = 0
    for line in run.stdout.splitlines():
        set_ = json.loads(line)
        try:
            source = read(set_["source"])
        except (ElementTree.ParseError, ValueError, KeyError, zipfile.BadZipFile) as error:
            unread.append(f"{set_['source']}: {error}")
            continue
        result = Result(set_)
        documents += 1
        total += sum(len(words(text)) for text in source.texts + source.heads)
        lost, surplus = account(source.texts, result.body)
        quoted = collections.Counter(words(" ".join(result.warnings)))
        found = []
        for word, context in lost:
            if quoted[word] > 0:
                quoted[word] -= 1
                named += 1
            else:
                found.append(("text", word, context))
        for head in dict.fromkeys(source.heads):
            for word in account_head(head, result.fields + (result.body if head in source.loose else [])):
                # A head that the reader took for text is in the texts.
                if surplus[word] > 0:
                    continue
                if quoted[word] > 0:
                    named += 1
                else:
                    found.append(("head", word, head))
        if found:
            cases.append((set_["source"], found))
    return documents, total, named, cases, refused, unread, spelled[0]


def main():
    parser = argparse.ArgumentParser(prog="scripts/evaluate-words")
    parser.add_argument("command", help=argparse.SUPPRESS)
    parser.add_argument("directories", metavar="DIR", nargs="+")
    parser.add_argument("--sample", metavar="N", type=int)
    parser.add_argument("--max", metavar="N", type=int)
    options = parser.parse_args()
    paths = []
    for directory in options.directories:
        found = [directory] if os.path.isfile(directory) else sorted(
            os.path.join(at, name) for at, _, names in os.walk(directory) for name in names
            if os.path.splitext(name)[1].lower() in FORMS and name not in ("metadata.xml", "metadata_owms.xml")
            and name.lower() != "readme.md")
        if not found:
            sys.exit(f"scripts/evaluate-words: {directory} has no files of a form that is read")
        if options.sample and options.sample < len(found):
            found = sorted(random.Random(1).sample(found, options.sample))
        paths += found

    documents, total, named, other, cases, refused, unread = 0, 0, 0, 0, [], [], []
    batches = [(options.command, paths[start:start + 100]) for start in range(0, len(paths), 100)]
    with multiprocessing.Pool() as pool:
        for result in pool.imap(compare, batches):
            documents += result[0]
            total += result[1]
            named += result[2]
            cases += result[3]
            refused += result[4]
            unread += result[5]
            other += result[6]
    lost = sum(len(found) for _, found in cases)
    print(f"{documents} documents, {total} words, {lost} lost in {len(cases)} documents "
          f"({1000 * lost / max(1, total):.3f} per thousand), {named} only named in a warning, {other} of heads in another spelling, {len(refused)} not read")
    for path, found in cases[:options.max]:
        print(f"- {path}")
        by_context = collections.defaultdict(list)
        for where, word, context in found:
            by_context[(where, context)].append(word)
        for (where, context), gone in list(by_context.items())[:12]:
            print(f"    {where}: {' '.join(gone)}  «{context[:400]}»")
        if len(by_context) > 12:
            print(f"    … and {len(by_context) - 12} more")
    for message in refused:
        print(f"- not read: {message}")
    for message in unread:
        print(f"- not compared: {message}")
    sys.exit(1 if lost else 0)


main()
