"""The text of a publication, before it takes a form: headings, questions and answers."""
import random
from dataclasses import dataclass

import words


@dataclass(frozen=True)
class Text:
    identifier: str
    session: str
    chamber: str
    document_type: str
    number: str
    # What comes before and after the subject in the sentence of the questions.
    before: str
    subject: str
    asked: str
    asked_iso: str
    # The sentence of the answer: before the name, the name, after it, the day. Empty: none yet.
    answer: tuple
    received_iso: str
    questions: list
    answers: list
    remark: str

    @property
    def sentences(self):
        """The sentences of the questions and of the answer, whole."""
        lines = [f"{self.before} over {self.subject} (ingezonden {self.asked})."]
        return lines + (["{} {} ({}) (ontvangen {}).".format(*self.answer)] if self.answer else [])

    @property
    def lines(self):
        """All paragraphs, as a sheet shows them."""
        lines = [self.chamber, f"Vergaderjaar {self.session.replace('-', '–')}",
                 self.document_type, self.number, *self.sentences]
        for number, question in enumerate(self.questions, 1):
            lines += [f"Vraag {number}", question]
            if self.answers:
                lines += [f"Antwoord {number}", self.answers[number - 1]]
        return lines + self.remark.splitlines()


def chamber(one):
    return ("Eerste" if one.case.is_senate else "Tweede") + " Kamer der Staten-Generaal"


def title(one, version):
    subject = one.case.matter.replace("«", "'").replace("»", "'")
    members = one.case.members
    of = "het lid " if len(members) == 1 else "de leden "
    of += words.enumeration([member.name for member in members])
    beginning = {"questions": "", "delay": f"Uitstel beantwoording vragen van {of} over ",
                 "answer": f"Antwoord op vragen van {of} over "}[one.kind]
    whole = beginning + subject
    return whole[:1].upper() + whole[1:] + (" (gewijzigd)" * min(version.metadata, 1))


def text(one, version):
    case = one.case
    names = [f"{member.name} ({member.role})" for member in case.members]
    before = ("Vragen van het lid " if len(names) == 1 else "Vragen van de leden ")
    before += f"{words.enumeration(names)} aan de {case.post} van {case.minister.role}"
    source = random.Random(f"questions {case.number}")

    def filled(sentence):
        return sentence.format(place=case.place, count=source.randint(2, 90),
                               year=case.asked.year)

    questions = [words.FIRST_QUESTION.format(case.matter)]
    questions += [filled(one) for one in source.sample(words.QUESTIONS, source.randint(1, 6))]
    answer, answers, remark = (), [], ""
    if one.kind != "questions":
        opening = "Mededeling van" if one.kind == "delay" else "Antwoord van"
        answer = (f"{opening} {case.post}", case.minister.name, case.minister.role,
                  words.long_date(one.date))
    if one.kind == "delay":
        remark = "Mededeling\n" + words.DELAY.format(place=case.place)
    if one.kind == "answer":
        source = random.Random(f"answers {case.number} {version.text}")
        answers = ["Ja."] + [" ".join(filled(source.choice(words.ANSWERS))
                                      for _ in range(source.randint(1, 4))) for _ in questions[1:]]
    if version.text:
        remark = "\n".join(filter(None, [remark, f"{words.CORRECTION} ({version.text})"]))
    document_type = ("Vragen gesteld door de leden der Kamer" if one.kind == "questions"
                     else "Aanhangsel van de Handelingen")
    return Text(one.identifier, one.session, chamber(one), document_type,
                one.number or case.number, before, case.matter, words.long_date(case.asked),
                case.asked.isoformat(), answer, one.date.isoformat() if answer else "",
                questions, answers, remark)
