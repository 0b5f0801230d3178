"""What a file says: its texts and heads, without furniture."""
import re
import unicodedata

# Whole lines of furniture, and the foot of a page, also where text is glued to it.
FURNITURE = [re.compile(pattern, re.I | re.M) for pattern in (
    r"^[\s|#*_]*(?:(?:Tweede|Eerste) Kamer der Staten-Generaal[\s|]*[12]?"
    r"|Vergaderjaar\s*\d[\d ]*\d\s*[-–/]\s*\d[\d ]*\d"
    r"|Aanhangsel van de Handelingen|Vragen gesteld door (?:de leden der|leden van de) Kamer"
    r"(?:,?\s+met de daarop door de(?:\s+regering gegeven antwoorden)?)?"
    r"|,? ?met de daarop door de|regering gegeven antwoorden"
    r"|\|? ?[ak][hv]-[te]k-[\dZ]{5,10}(?:-\d+(?:-[hn]\d)?)?"
    r"|ISSN ?\d{4} ?[-–•]? ?\d{3}[\dx]|Sdu Uitgevers|[’'‘]?s-Gravenhage \d{4}"
    r"|[\s|*_])+\.?[\s|*_]*$",
    r"^[\s|]*Vragen,? door de leden der Kamer gesteld overeenkomstig artikel "
    r"[^\n]{0,60}(?:\n[^\n]{0,60})?antwoorden\s*$",
    r"(?:Tweede|Eerste) Kamer, ?vergaderjaar \d{4}\s*[-–]\s*\d{4}, ?(?:Aanhangsel|Vragen)(?! van)",
    r"ISSN ?\d{4} ?[-–•]? ?\d{3}[\dx](?:\s*Sdu Uitgevers)?(?:\s*[’'‘]?s-Gravenhage \d{4})?",
    r"^[’'‘]?s-Gravenhage \d{4}\b",
    r"^\s*x\s*Noot\b|\bx\s*Noot$",
)]
# Headings and other furniture, looked for when the heads are out of the text.
HEADINGS = [re.compile(pattern, re.I | re.M) for pattern in (
    r"[’'‘]?s-Gravenhage \d{4}$",
    r"^[\s#*_]*(?:(?:Vraag|Vragen|Antwoord|Antwoorden)\b(?:(?: op(?: de)?)? (?:vraag|vragen)\b)?"
    r"[\s*_]*(?:[\d ,;]|en|t/m|tot en met|-|–)*[\s:.)*_]*)$",
    r"^[\s#*_]*(?:Vragen|Vraag|Antwoord)(?: op)?(?: vragen| vraag)? ?"
    r"\d+(?: ?(?:,|en|t/m) ?\d+)*[\s:.)*_]",
    r"^[QA]\d+\s",
    r"^\s*\d{1,3}(?: ?(?:,|en|t/m) ?\d{1,3}){0,20}[\s.:]*$",
    r"^[-_=* ]{3,}$",
)]
SEE_ALSO = (
    r"(?:[\s,;.(]*[Zz]ie ook (?:antwoord |antwoorden |vraag |vragen |nr\.? |nrs\.? |nummer "
    r"|,? ?vergaderjaar \d{4}\s?.\s?\d{4}|Aanhangsel|van de|Handelingen|nr\.(?=\d)|nrs\.(?=\d)"
    r"|aanhangsel|handelingen|,? ?Vergaderjaar \d{4}\s?.\s?\d{4}"
    r"|(?:Tweede|Eerste) Kamer|[\d,;.)\s]|en |of )+)?")
HEADS = [re.compile(pattern, re.S) for pattern in (
    r"(?:\A|(?<=\n))\(ingezonden [^)\n]*\)\s*\nVragen van [^\n]* over [^\n]*",
    r"(?:\A|(?<=[\n|*_\d]))[ \t]*(?:Vragen|Vraag)"
    r"(?! gesteld door (?:de leden der|leden van de) Kamer)\s+(?:gesteld\s+)?(?:door|van|het|de)\b"
    r".{0,900}?\(\s*[Ii]ngez[^)\n]{0,60}\)?\.?" + SEE_ALSO,
    r"(?:Nader |Aanvullend |Nadere )?(?:Antwoord|Mededeling|antwoord)(?:en)?,?"
    r"\s+(?:van|door)\s+(?:de\s+|het\s+)?(?:heer |mevrouw )?"
    r"(?:(?:demissionair )?(?:[Mm]inister|[Ss]taatssecretaris))"
    r".{0,500}?\(\s*[Oo]ntv[^)\n]{0,60}\)?\.?" + SEE_ALSO,
)]
ONE_LINE_TITLE = re.compile(
    r"\A\s*(?:(?:Tweede|Eerste) Kamer der Staten-Generaal ?[12]?\s*"
    r"|Vergaderjaar \d{4}.\d{4} ?[12]?\s*|Aanhangsel van de Handelingen\s*"
    r"|Vragen gesteld door (?:de leden der|leden van de) Kamer"
    r"(?:, met de daarop door de regering gegeven antwoorden)?\s*"
    r"|\|? ?[ak][hv]-[te]k-[\dZ]+-?\d*\s*)+")
ONE_LINE_HEADING = re.compile(
    r"(?:(?<=[.?!:)»”\d\n])|(?<=[.?!)»”\d] ))"
    r"(?:Vraag|Vragen|Antwoord)(?: ?\d+(?: ?(?:,|en|t/m) ?\d+)*|(?= [A-Z1]))"
    r"|(?<= )Antwoord(?= [A-Z1])|(?<=\d )en(?= \d+ [A-Z«])")
# What half a document begins with: before the first question there are only heads and letters.
FIRST_PART = re.compile(
    r"^[\s#*_|]*(?:(?:Vraag|Vragen|Antwoord|Antwoorden)\b(?: op(?: de)? (?:vraag|vragen))?"
    r"[\s*_]*\d+|1[\s.)]*$|Vraag:?[ *_]*$|1[.)]? )", re.M)
HEAD_SENTENCE = re.compile(
    r"vragen (?:van|door|het|de)|vraag van|antwoord(?:en)? (?:van|op)|mededeling van|ingezonden"
    r"|zie ook|^de (?:minister|staatssecretaris)|\baan de (?:minister|staatssecretaris)"
    r"|^vergaderjaar \d|^(?:minister|staatssecretaris)", re.I)
NUMBER_LINE = re.compile(
    r"^\s*(?:AH|Nr\.?) *\d{1,4}[a-zH]? *$|^\s*(?:\d{4}Z ?\d{3,6}|\d{10})\s*$", re.M)


class Source:
    """The texts and heads of a file."""

    def __init__(self):
        self.texts, self.heads = [], []
        # Heads that may also be text: what is before the first heading.
        self.loose = set()

    def text(self, text):
        """Adds text with line ends. In a text with hardly any, headings may follow any sentence."""
        text = re.sub(r"\r\n|\r|\f", "\n", unicodedata.normalize("NFC", text))
        text = text.replace("\u00a0", " ")
        longest = max(map(len, text.split("\n")))
        if longest > 1500 or len(text) > 300 and text.count("\n") < 3:
            text = ONE_LINE_TITLE.sub("\n", text)
            text = ONE_LINE_HEADING.sub("\n", text)
        for pattern in FURNITURE:
            text = pattern.sub("\n", text)
        for pattern in HEADS:
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
        for pattern in HEADINGS:
            text = pattern.sub("\n", text)
        self.texts.append(text)

    def head(self, text):
        if text.strip():
            self.heads.append(re.sub(r"\s+", " ", text).strip())
