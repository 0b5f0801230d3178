"""The account: which words of a file are nowhere in what the reader makes of it."""
import bisect
import collections
import dataclasses
import difflib
import json
import re
import zipfile
from xml.etree import ElementTree

from .. import command
from . import forms
from .source import HEAD_SENTENCE
from .spelling import MONTHS, words

# Words that only make a head a sentence. Such a head may lose them.
HEAD_WORDS = set(
    "vragen kamervragen vraag van de het der den door gesteld lid leden kamerlid kamerleden "
    "fractie fracties heer heren mevrouw mw mevr mr drs dr ir prof en alsmede aan over inzake "
    "betreffende omtrent ingezonden ingez ontvangen antwoord antwoorden nader aanvullend "
    "mededeling nadere mede namens beiden beide allen allemaal respectievelijk resp minister "
    "ministers staatssecretaris staatssecretarissen aanvullende herziene schriftelijke op "
    "medegedeeld meegedeeld cs aanhangsels staatsecretaris dhr demissionair demissionaire zie ook "
    "aanhangsel handelingen vergaderjaar nr nrs nummer s".split())


@dataclasses.dataclass
class Account:
    """Of some files: documents and words compared, words only named in a warning, words of heads in
    another spelling, documents with their lost words, and messages on files that were not read by
    the reader, and not by the witness."""
    documents: int = 0
    words: int = 0
    named: int = 0
    respelled: int = 0
    lost: list = dataclasses.field(default_factory=list)
    refused: list = dataclasses.field(default_factory=list)
    unread: list = dataclasses.field(default_factory=list)

    def add(self, other):
        for field in dataclasses.fields(self):
            setattr(self, field.name, getattr(self, field.name) + getattr(other, field.name))


def body_of(set_):
    """The texts of a set in which a text of the file must be."""
    body = []
    for passage in set_["passages"]:
        body += [passage["questionText"], passage["answerText"] or ""]
        for note in passage["footnotes"]:
            body += [note["mark"], note["text"]]
    for note in set_["footnotes"]:
        body += [note["mark"], note["text"]]
    return body + [remark for remark in set_["remarks"] if not remark.startswith("Kop: ")]


def fields_of(set_):
    """The fields of a set in which a head of the file must be."""
    fields = [set_[key] or "" for key in ("caseNumber", "subject", "keywords", "abstract")]
    fields += set_["topics"]
    fields += [f"{member['name']} {member['party'] or ''}" for member in set_["members"]]
    fields += set_["addressees"] + set_["onBehalfOf"] + set_["remarks"]
    fields += [f"{r['role']} {r['name']} {r['portfolio'] or ''}" for r in set_["respondents"]]
    days = (set_["submitted"], set_["received"])
    return fields + [MONTHS[int(day[5:7]) - 1] for day in days if day]


def pieces_around(sequence, at):
    """The runs of two to six words that have a word among their first four."""
    for begin in range(at, max(at - 4, -1), -1):
        for end in range(begin + max(2, at - begin + 1), min(begin + 6, len(sequence)) + 1):
            yield sequence[begin:end]


def settle_joined(need, missing, extra):
    """Takes out words that are one word in the set: broken at the end of a line, or joined by the
    reader."""
    for at, word in enumerate(need):
        if missing[word] <= 0:
            continue
        for piece in pieces_around(need, at):
            whole = "".join(piece)
            if extra[whole] > 0:
                extra[whole] -= 1
                missing.subtract(piece)
                break


def settle_divided(have, missing, extra):
    """Takes out words that are several words in the set: lost spaces, spaced letters."""
    for start in range(len(have)):
        whole = ""
        for end in range(start, min(len(have), start + 30)):
            whole += have[end]
            if end > start and missing[whole] > 0:
                missing[whole] -= 1
                extra.subtract(have[start:end + 1])
            if len(whole) > 40:
                break


def settle_broken(need, missing, extra):
    """Takes out words that the foot of a page breaks: the other half comes after the notes."""
    places = [at for at, word in enumerate(need) if missing[word] > 0]
    for at in places:
        for other in places[bisect.bisect(places, at):bisect.bisect(places, at + 300)]:
            halves = need[at], need[other]
            whole = "".join(halves)
            if extra[whole] > 0 and all(missing[half] > 0 for half in halves):
                extra[whole] -= 1
                missing.subtract(halves)


def missing_words(texts, body):
    """The words that the body has too few of, each with its context, and those that it has too many
    of."""
    have = words("\n".join(body))
    need = [word for text in texts for line in text.split("\n") for word in words(line)]
    missing = collections.Counter(need) - collections.Counter(have)
    extra = collections.Counter(have) - collections.Counter(need)
    for settle, sequence in ((settle_joined, need), (settle_divided, have), (settle_broken, need)):
        if missing and extra:
            settle(sequence, missing, extra)
            missing = +missing
    # Which places of a word are missing: those with the fewest neighbours that the body has too.
    pairs = set(zip(have, have[1:]))
    places = collections.defaultdict(list)
    for at, word in enumerate(need):
        if missing[word] > 0:
            neighbours = sum((at > 0 and (need[at - 1], word) in pairs,
                              at + 1 < len(need) and (word, need[at + 1]) in pairs))
            places[word].append((neighbours, at))
    lost = sorted(at for word, found in places.items() for _, at in sorted(found)[:missing[word]])
    return [(need[at], " ".join([*need[max(0, at - 5):at], f"[{need[at]}]", *need[at + 1:at + 6]]))
            for at in lost], +extra


def bare(word):
    """A word, and the word without one that may be glued to it in a head, as in "sportover"."""
    yield word
    for each in ("over", "van", "aan", "en", "de"):
        if word.startswith(each):
            yield word.removeprefix(each)
        if word.endswith(each):
            yield word.removesuffix(each)


def missing_in_head(head, fields):
    """The words of a head that the fields do not have, and how many only have another spelling
    there (a post, a slip of a scanner)."""
    is_sentence = HEAD_SENTENCE.search(head) is not None
    sequence = words("\n".join(fields))
    have = collections.Counter(sequence)
    missing = []
    # Halves at the end of a line are one word.
    for word in words(re.sub(r"(?<=[a-zà-ÿ])[-–] (?=[a-zà-ÿ])", "", head)):
        # A single letter is an initial, or what a scanner made of a sign.
        if len(word) == 1:
            continue
        if have[word] > 0:
            have[word] -= 1
        elif word not in HEAD_WORDS or not is_sentence:
            missing.append(word)
    letters = "".join(sequence)
    if not missing or len(missing) > 1 and "".join(missing) in letters:
        return [], 0
    known = set(sequence) | HEAD_WORDS | set(MONTHS)
    others = [word for word in missing if not difflib.get_close_matches(word, known, 1, 0.8)]
    return [word for word in others
            if len(word) <= 2 or not any(part in letters for part in bare(word))
            ], len(missing) - len(others)


def compare(paths):
    """The account of some files."""
    run = command.run("inspect", "--format", "json", *paths)
    account = Account(refused=[line for line in run.stderr.splitlines() if line.strip()])
    for line in run.stdout.splitlines():
        set_ = json.loads(line)
        try:
            source = forms.read(set_["source"])
        except (ElementTree.ParseError, ValueError, LookupError, zipfile.BadZipFile) as error:
            account.unread.append(f"{set_['source']}: {error}")
        else:
            compare_set(set_, source, account)
    return account


def compare_set(set_, source, account):
    body, fields = body_of(set_), fields_of(set_)
    account.documents += 1
    account.words += sum(len(words(text)) for text in source.texts + source.heads)
    missing, surplus = missing_words(source.texts, body)
    named = collections.Counter(words(" ".join(set_["warnings"])))
    lost = []
    for word, context in missing:
        if named[word] > 0:
            named[word] -= 1
            account.named += 1
        else:
            lost.append(("text", word, context))
    for head in dict.fromkeys(source.heads):
        missing, respelled = missing_in_head(head, fields + (body if head in source.loose else []))
        account.respelled += respelled
        for word in missing:
            # A head that the reader took for text is in the body.
            if surplus[word] > 0:
                continue
            if named[word] > 0:
                account.named += 1
            else:
                lost.append(("head", word, head))
    if lost:
        account.lost.append((set_["source"], lost))
