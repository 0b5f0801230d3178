"""Invented sets of Kamervragen; the same count always gives the same ones.

Words follow Zipf's law over a vocabulary of Dutch syllables, so that sizes and speeds are like
those of real sets. The sentences mean nothing.
"""
import os
import random

ONSETS = "b br d dr f g gr h k kl kr l m n p pl r s sch sl st str t tr v vl w z zw".split()
VOWELS = "a aa e ee i ie o oo u uu ei ij oe ou ui".split()
CODAS = ["", "", "l", "n", "r", "s", "t", "k", "g", "m", "nd", "rt", "st", "ng"]
FUNCTION_WORDS = ("de het een van in en op te dat die is voor met aan zijn niet om door als bij "
                  "ook of uit naar").split()
MEMBERS = [("Aalders", "CDA"), ("Brouwer", "VVD"), ("Van der Dool", "SP"), ("Ekelmans", "D66"),
           ("Fokkinga", "SGP")]
POSTS = [("Jaspers", "Justitie en Veiligheid"), ("Van Kooten", "Financiën"),
         ("Lubbersen", "Defensie")]


def word(source):
    return "".join(source.choice(ONSETS) + source.choice(VOWELS) + source.choice(CODAS)
                   for _ in range(source.randint(1, 4)))


class Text:
    def __init__(self, seed):
        self.source = random.Random(seed)
        self.vocabulary = [word(random.Random(number)) for number in range(60_000)]

    def word(self):
        if self.source.random() < 0.45:
            return self.source.choice(FUNCTION_WORDS)
        return self.vocabulary[int(len(self.vocabulary) ** self.source.random()) - 1]

    def sentence(self, end):
        words = [self.word() for _ in range(self.source.randint(8, 30))]
        return " ".join(words).capitalize() + end

    def sentences(self, low, high, end="."):
        return " ".join(self.sentence(end) for _ in range(self.source.randint(low, high)))

    def document(self, number):
        source = self.source
        member, party = source.choice(MEMBERS)
        minister, portfolio = source.choice(POSTS)
        year = source.randint(2015, 2024)
        session = f"{year}–{year + 1}"
        lines = [
            "Tweede Kamer der Staten-Generaal",
            f"Vergaderjaar {session}",
            "Aanhangsel van de Handelingen",
            "Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven "
            "antwoorden",
            str(number),
            f"Vragen van het lid **{member}** ({party}) aan de Minister van {portfolio} over "
            f"*{self.sentence('')}* (ingezonden {source.randint(1, 28)} oktober {year}).",
            f"Antwoord van Minister **{minister}** ({portfolio}) (ontvangen "
            f"{source.randint(1, 28)} {source.choice(['november', 'december'])} {year}).",
        ]
        for question in range(1, source.randint(4, 12)):
            lines += [f"Vraag {question}", self.sentences(1, 3, "?"),
                      f"Antwoord {question}", self.sentences(2, 12)]
        return "\n\n".join(lines) + "\n"


def write(count, directory):
    """Writes sets to folders of a thousand, and returns their paths, sorted."""
    text, paths = Text(1), []
    for number in range(1, count + 1):
        folder = os.path.join(directory, f"{number // 1000:03}")
        os.makedirs(folder, exist_ok=True)
        paths.append(os.path.join(folder, f"set-{number:06}.txt"))
        with open(paths[-1], "w", encoding="utf-8") as file:
            file.write(text.document(number))
    return paths
