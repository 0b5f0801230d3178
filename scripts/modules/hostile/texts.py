"""Expensive texts and Markdown: long runs, long lines, and many of what a set has a few of."""

HEAD = (
    "Tweede Kamer der Staten-Generaal\n\nVergaderjaar 2023–2024\n\nAanhangsel van de "
    "Handelingen\n\n{number}\n\n"
    "Vragen van {members} aan {posts} over {subject} (ingezonden 17 oktober 2023).\n\n"
    "Antwoord van {answerers} (ontvangen 1 december 2023).{also}\n\n")


def sheet(body, number="705", members="het lid Jansen (SP)", posts="de Minister van Financiën",
          subject="het spaarloon", answerers="Minister Pieters (Financiën)", also=""):
    return HEAD.format(number=number, members=members, posts=posts, subject=subject,
                       answerers=answerers,
                       also=also) + body


def asked(text):
    return sheet(f"Vraag 1\n\n{text}\n\nAntwoord 1\n\nJa.\n")


def passages(count, text="Kent u dit?"):
    return "".join(f"Vraag {n}\n\n{text}\n\nAntwoord {n}\n\nJa, dat ken ik.\n\n"
                   for n in range(1, count + 1))


def words(source, count, low=3, high=12):
    letters = "abcdefghijklmnoprstuvwz"
    return [low_word(source, letters, source.randint(low, high)) for _ in range(count)]


def low_word(source, letters, length):
    return "".join(source.choice(letters) for _ in range(length))


def compounds(source, count):
    parts = ("kinder opvang toeslag beleid zorg verzekering markt onderwijs arbeids plaats regel "
             "geving wet").split()
    return " ".join("".join(source.choice(parts) for _ in range(24)) for _ in range(count))


def shuffled(source, count):
    numbers = [source.randint(1, 400) for _ in range(count)]
    return "".join(f"{source.choice(['Vraag', 'Antwoord', 'Antwoord op vraag'])} {n}\n\nTekst "
                   f"{n}.\n\n" for n in numbers)


def wrapped(source, count):
    lines = [" ".join(words(source, 12)) for _ in range(count)]
    return "\n".join(lines)


# Name, number of things at the first scale, and what is written for a number of them.
KINDS = [
    ("marks", 60_000, lambda n, r: asked("Kent u a" + "\u0f71\u0f72" * n + "?")),
    ("marks-falling", 60_000, lambda n, r: asked("Kent u a" + "\u0f72" * n + "\u0f71" * n + "?")),
    ("marks-below-and-above", 90_000, lambda n, r: asked("Kent u a" + "\u0301\u0323" * n + "?")),
    ("marks-in-words", 60_000, lambda n, r: asked("Kent u " + "a\u0301\u0323e\u0308 " * n + "?")),
    ("marks-in-subject", 30_000,
     lambda n, r: sheet(passages(3), subject="de a" + "\u0f71\u0f72" * n)),
    ("marks-in-name", 30_000,
     lambda n, r: sheet(passages(3), members="het lid A" + "\u0f71\u0f72" * n + " (SP)")),
    ("hangul", 60_000, lambda n, r: asked("\u1100\u1161\u11a8" * n + "?")),
    ("one-line", 150_000, lambda n, r: asked(" ".join(words(r, n)) + "?")),
    ("no-breaks", 100_000, lambda n, r: asked(" ".join(words(r, n))).replace("\n", " ")),
    ("identifiers", 60_000, lambda n, r: asked("ah-tk-20232024-705 " * n)),
    ("identifiers-no-breaks", 60_000,
     lambda n, r: asked("ah-tk-20232024-705 " * n).replace("\n", " ")),
    ("cases", 60_000, lambda n, r: asked("2024Z12345 " * n).replace("\n", " ")),
    ("feet", 20_000,
     lambda n, r: asked("woord Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel 1 " * n).replace(
         "\n", " ")),
    ("feet-lines", 30_000,
     lambda n, r: asked("woord? 1\nTweede Kamer, vergaderjaar 2023–2024, Aanhangsel 1\n" * n)),
    ("rules", 100_000, lambda n, r: asked("woord1 2.\n***\n" * n)),
    ("issn-lines", 40_000, lambda n, r: asked("woord? 1 en zo\nISSN 0921 - 7371\n" * n)),
    ("bracket-notes", 60_000,
     lambda n, r: asked("Kent u dit?[1]") + "\n[1] Krant."
     + "".join(f"[{k}] Krant. " for k in range(2, n))),
    ("bracket-marks", 80_000, lambda n, r: asked("woord[1] " * n)),
    ("notes", 20_000,
     lambda n, r: asked("Kent u dit?1 En dit?2\n")
     + "".join(f"\n{k % 999 + 1} Krant, {k} maart.\n" for k in range(n))),
    ("notes-same", 20_000, lambda n, r: asked("Kent u dit? 1\n" * n) + "\n1 Krant, 3 maart.\n" * n),
    ("notes-raised", 30_000, lambda n, r: asked("Kent u dit?¹²\n") + "\n¹ Krant\n" * n),
    ("notes-two-systems", 20_000,
     lambda n, r: asked("Kent u dit?¹ En dit? 2)\n" * n) + "\n¹ Krant\n\n2) Boek\n" * n),
    ("notes-one-line", 60_000,
     lambda n, r: asked("Kent u dit?1 En dit?2 " * 9
                        + "".join(f" {k % 99 + 1} Krant" for k in range(n))).replace("\n", " ")),
    ("raised-digits", 200_000, lambda n, r: asked("¹" * n)),
    ("digits", 200_000, lambda n, r: asked("1 " * n)),
    ("digit-words", 100_000, lambda n, r: asked("is.1" * n)),
    ("questions", 20_000,
     lambda n, r: sheet("".join(f"Vraag {k % 400 + 1}\n\nKent u dit?\n\n" for k in range(n)))),
    ("questions-and-answers", 10_000, lambda n, r: sheet(passages(n))),
    ("questions-unnumbered", 30_000, lambda n, r: sheet("Vraag\n\nKent u dit?\n\n" * n)),
    ("answers-to-two", 20_000,
     lambda n, r: sheet("Vraag\n\nKent u dit?\n\nVraag\n\nEn dit?\n\nAntwoord\n\nJa.\n\n" * n)),
    ("answers-alone", 40_000, lambda n, r: sheet("Antwoord\n\nJa.\n\n" * n)),
    ("headings-any-order", 20_000, lambda n, r: sheet(shuffled(r, n))),
    ("headings-letters", 30_000,
     lambda n, r: sheet("".join(f"Q{k % 400 + 1} Kent u dit?\n\nA{k % 400 + 1} Ja.\n\n"
                                for k in range(n)))),
    ("heading-numbers", 100_000,
     lambda n, r: sheet("Vraag 1-150, 151-300, " + "7, 1-150," * n + " 3\n\nKent u dit?\n")),
    ("headings-open", 40_000, lambda n, r: sheet("Vraag 1, 2 en\n3 en\n" * n)),
    ("explanations", 40_000,
     lambda n, r: sheet(passages(2) + "Toelichting:\n\nHet is zo.\n\n" * n)),
    ("subject-times-passages", 300,
     lambda n, r: sheet(passages(min(n, 400)), subject=" ".join(words(r, n * 80)))),
    ("members", 20_000,
     lambda n, r: sheet(passages(3), members="de leden "
                        + ", ".join(f"Van{w.capitalize()}" for w in words(r, n)) + " (SP)")),
    ("members-times-passages", 300,
     lambda n, r: sheet(passages(min(n, 400)), members="de leden "
                        + ", ".join(w.capitalize() for w in words(r, n * 10)) + " (SP)")),
    ("posts", 8_000,
     lambda n, r: sheet(passages(3), posts="de Minister van Financiën"
                        + ", de Minister van Defensie" * n)),
    ("posts-unknown", 8_000,
     lambda n, r: sheet(passages(3), posts="de Minister van "
                        + " en de Minister van ".join(w.capitalize() for w in words(r, n)))),
    ("answerers", 8_000,
     lambda n, r: sheet(passages(3), answerers="Minister Pieters (Financiën), " * n)),
    ("references", 40_000,
     lambda n, r: sheet(passages(3), also=" Zie ook Aanhangsel Handelingen, vergaderjaar "
                                          "2022–2023, nrs. " + ", ".join(str(k) for k in range(n))
                                          + ".")),
    ("sentences", 20_000,
     lambda n, r: "Vragen van het lid Jansen (SP)\nwoord\n" * n + sheet(passages(2))),
    ("preamble", 40_000, lambda n, r: "Regel zonder betekenis\n\n" * n + sheet(passages(2))),
    ("letter", 10_000,
     lambda n, r: "In antwoord op uw brief deel ik u mede dat de vragen van het lid Jansen (SP) "
                  "worden beantwoord.\nMede namens de Minister van Defensie\n" * n + passages(2)),
    ("dates", 60_000, lambda n, r: sheet(passages(2), subject="de dag 17 oktober 2023 " * n)),
    ("submitted", 60_000, lambda n, r: sheet(passages(2), subject="(ingezonden " * n)),
    ("lists-of-words", 30_000, lambda n, r: asked("- punt één;\n" * n)),
    ("glued-words", 40_000,
     lambda n, r: asked(" ".join("de" + w + " " + w for w in words(r, n, 6, 12)))),
    ("broken-words", 40_000, lambda n, r: asked(" ".join(w + "- " + w for w in words(r, n, 4, 8)))),
    ("compounds", 3_000, lambda n, r: asked(compounds(r, n))),
    ("one-word", 800_000, lambda n, r: asked("a" * n)),
    ("one-word-of-digits", 800_000, lambda n, r: asked("7" * n)),
    ("one-word-letters-digits", 300_000, lambda n, r: asked("a1" * n)),
    ("hyphens", 300_000, lambda n, r: asked("a-" * n)),
    ("hyphens-suspended", 60_000, lambda n, r: asked("wet- en " * n + "regelgeving")),
    ("connectors", 150_000, lambda n, r: asked("wet- " + "en " * n + "regelgeving")),
    ("slashes", 300_000, lambda n, r: asked("a/" * n)),
    ("apostrophes", 300_000, lambda n, r: asked("a'" * n)),
    ("full-stops", 300_000, lambda n, r: asked("a." * n)),
    ("signs-in-a-word", 100_000, lambda n, r: asked("aa?Bb" * n)),
    ("numbers-grouped", 150_000, lambda n, r: asked("1.234" * n)),
    ("addresses", 30_000, lambda n, r: asked("https://voorbeeld.nl/a?b=c " * n)),
    ("address-long", 600_000, lambda n, r: asked("https://voorbeeld.nl/" + "a" * n)),
    ("brackets-open", 500_000, lambda n, r: asked("(" * n)),
    ("quotes-open", 200_000, lambda n, r: asked("«" * n)),
    ("header-brackets", 200_000, lambda n, r: sheet(passages(2), subject="(" * n)),
    ("long-lines", 1_000,
     lambda n, r: "".join("woord " * 300 + "\n" for _ in range(n)) + sheet(passages(1))),
    ("wrapped", 10_000, lambda n, r: asked(wrapped(r, n))),
    ("empty-lines", 600_000, lambda n, r: asked("\n" * n)),
    ("pages-empty", 600_000, lambda n, r: asked("\f" * n)),
    ("spaces", 600_000, lambda n, r: asked(" " * n)),
    ("acutes", 200_000, lambda n, r: asked("e´ " * n)),
    ("soft-hyphens", 200_000, lambda n, r: asked("a\u00ad" * n)),
    ("bidi", 200_000, lambda n, r: asked("\u202ea\u200f\u2066" * n)),
    ("control", 500_000, lambda n, r: asked("\x01\x02\x1b[31m" * (n // 5))),
    ("line-separators", 150_000, lambda n, r: asked("a\u2028" * n)),
    ("emoji-joined", 60_000, lambda n, r: asked("\U0001f468\u200d" * n)),
    ("flags", 100_000, lambda n, r: asked("\U0001f1f3\U0001f1f1" * n)),
]

MARKDOWN = [
    ("emphasis", 200_000, lambda n, r: asked("*a" * n)),
    ("stars", 600_000, lambda n, r: asked("*" * n)),
    ("escapes", 400_000, lambda n, r: asked("\\*" * n)),
    ("quotations", 300_000, lambda n, r: asked("> " * n)),
    ("tables", 30_000, lambda n, r: asked("| a | b |\n" * n)),
    ("marks-raised", 40_000, lambda n, r: asked("<sup>1</sup>" * n)),
    ("entities", 100_000, lambda n, r: asked("&amp;" * n)),
    ("fences", 60_000, lambda n, r: asked("```\nVraag 1\n" * n)),
]


def files():
    """The name of each kind, its extension, how many things it has, and what makes the bytes."""
    def encoded(make):
        return lambda n, r: make(n, r).encode("utf-8")
    for name, count, make in KINDS:
        yield "text-" + name, "txt", count, encoded(make)
    for name, count, make in MARKDOWN:
        yield "markdown-" + name, "md", count, encoded(make)
