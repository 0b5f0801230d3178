"""Reading: a whole set from a hit, its notes and merged questions, links, other names."""
import json
import re
import urllib.parse

from .collection import COMMON, RARE
from .kinds import HIT

# Sets of Corpus/: with notes, with questions answered together, with links to others.
NOTED, MERGED, ANSWER, QUESTIONS = ("ah-tk-20242025-9007", "ah-tk-20242025-9001",
                                    "ah-9061", "kv-tk-2024Z99061")


def run(checks, browser, site):
    checks.about("Reading a set")
    for test in [from_a_hit, numbers, notes, marked, links, other_names, standing, help_page]:
        checks.attempt(test, checks, browser, site)


def from_a_hit(checks, browser, site):
    browser.open(site.address(q=RARE))
    citation = browser.text(f"{HIT} h3 a")
    number = citation.rsplit(" ", 1)[1]
    browser.click(f"{HIT} h3 a")
    checks.that("A hit leads to its question", browser.url.endswith(f"#vraag-{number}"),
                (citation, browser.url))
    checks.that("The question is scrolled to", browser.in_sight(f"#vraag-{number}"))
    checks.that("The words of the query are marked there",
                RARE in browser.texts("section.passage mark"))
    checks.that("The box has the query, and a link leads back to the hits",
                browser.attribute("#q", "value") == RARE and browser.is_shown(".terug a"))
    browser.click(".terug a")
    checks.that("That link shows the hits again", browser.count(HIT) > 0)


def numbers(checks, browser, site):
    for identifier in [MERGED, NOTED, "ah-tk-20242025-705"]:
        passages = passages_of(site, identifier)
        browser.open(site.address(f"/set/{identifier}"))
        asked = [number for passage in passages for number in passage["questions"]]
        missing = [number for number in asked if browser.count(f"#vraag-{number}") != 1]
        checks.that(f"{identifier}: each question has its place", asked and not missing,
                    (asked, missing))
        browser.open(site.address(f"/set/{identifier}") + f"#vraag-{asked[-1]}")
        checks.that(f"{identifier}: the last question can be gone to",
                    browser.in_sight(f"#vraag-{asked[-1]}"))
        joined = [passage["questions"] for passage in passages if len(passage["questions"]) > 1]
        headings = browser.texts(".antwoord h3")
        for together in joined:
            written = f"Antwoord {', '.join(map(str, together[:-1]))} en {together[-1]}"
            checks.that(f"{identifier}: «{written}» stands once, under all its questions",
                        headings.count(written) == 1, headings)
        text = browser.text("main")
        lost = [word for passage in passages
                for word in (passage["questionText"] + " " + (passage["answerText"] or "")).split()
                if word.isalpha() and word not in text]
        checks.none(f"{identifier}: every word of it is on the page", lost)


def passages_of(site, identifier):
    """The passages of a set, of which the API prints one a line."""
    _, _, body = site.get(site.address(f"/api/v1/sets/{identifier}"))
    return [json.loads(line) for line in body.splitlines()]


def notes(checks, browser, site):
    for identifier in [NOTED, "ah-tk-20242025-705", "ah-tk-20242025-9001"]:
        browser.open(site.address(f"/set/{identifier}"))
        marks = browser.links(".passage :not(.noten) > a.noot, .passage p a.noot")
        checks.that(f"{identifier}: the text has marks of notes", marks)
        lost = [mark for mark in marks
                if not browser.run("return document.getElementById(new URL(arguments[0])"
                                   ".hash.slice(1)) !== null", mark)]
        checks.none(f"{identifier}: each mark leads to a note", lost)
        browser.click(".passage p a.noot")
        there = urllib.parse.urlsplit(browser.url).fragment
        checks.that(f"{identifier}: a mark leads to its note", browser.in_sight(f"#{there}")
                    and browser.count(".noten li:target") == 1, there)
        browser.click(f"#{there} a.noot")
        back = urllib.parse.urlsplit(browser.url).fragment
        checks.that(f"{identifier}: the note leads back to the mark",
                    browser.run("return document.querySelector(':target')?.matches('p a.noot')"),
                    back)


def marked(checks, browser, site):
    browser.open(site.address("/set/ah-tk-20242025-705", q="klanten"))
    marks = {mark.lower() for mark in browser.texts("article mark")}
    checks.that("Words of a query are marked in a set, in their other forms too",
                "klanten" in marks, marks)
    browser.open(site.address("/set/ah-tk-20242025-705"))
    checks.that("Without a query nothing is marked", not browser.count("mark"))
    checks.that("The set says who asked, who answered and when", all(
        word in browser.text(".feiten") for word in ["Gevraagd door", "Antwoord van", "Ontvangen"]))
    checks.that("It can be cited in four ways and says its sources",
                browser.count("#citeren pre") == 4 and browser.count(".bronnen li") >= 1)
    official = [link for link in browser.links(".stukkop .doe a") if "://127." not in link]
    checks.equal("It leads to the official page", official,
                 ["https://zoek.officielebekendmakingen.nl/ah-tk-20242025-705.html"])
    checks.equal("Its address is also said for search engines",
                 browser.attribute("link[rel=canonical]", "href"), "/set/ah-tk-20242025-705")


def links(checks, browser, site):
    browser.open(site.address(f"/set/{QUESTIONS}"))
    before = browser.title
    there = [link for link in browser.links(".feiten a") if "/set/" in link]
    checks.that("Questions lead to their answer", len(there) == 1, there)
    browser.open(there[0])
    checks.that("The answer is another set, and leads back to the questions",
                browser.title != before and any(
                    link.endswith("/set/" + QUESTIONS) for link in browser.links(".feiten a")),
                browser.links(".feiten a"))
    dead = []
    for identifier in [QUESTIONS, NOTED, "ah-tk-20242025-9002", "ah-tk-20242025-9001"]:
        browser.open(site.address(f"/set/{identifier}"))
        dead += [link for link in browser.links("main a")
                 if link.startswith(site.origin) and site.get(link.split("#")[0])[0] == 404]
    checks.none("No link of a set leads nowhere", dead)


def other_names(checks, browser, site):
    """Names of every kind lead to the set that has them, with 303."""
    answer = urllib.parse.quote(site.api("search", q="zaak:2024Z99061")["results"][0]["identifier"])
    for name, place in [
            ("/set/AH-TK-20242025-705", "/set/ah-tk-20242025-705"),
            ("/set/20242025-705", "/set/ah-tk-20242025-705"),
            ("/set/ah-tk-20242025-705%233", "/set/ah-tk-20242025-705#vraag-3"),
            ("/passage/ah-tk-20242025-705%233", "/set/ah-tk-20242025-705#vraag-3"),
            # Questions 2 and 3 are one passage.
            ("/passage/ah-tk-20242025-9001%233", "/set/ah-tk-20242025-9001#vraag-2"),
            ("/set/2024Z99017", "/set/ah-tk-20242025-9007"),
            ("/set/2024Z99003", "/set/kv-tk-2024Z99003"),
            ("/set/2024Z99061", f"/set/{answer}")]:
        status, headers, _ = site.get(site.address(name))
        checks.equal(f"{name} goes to {place} (303)", (status, headers.get("Location")),
                     (303, place))
    status, headers, _ = site.get(site.address("/set/2024Z99017", q="kabel"))
    checks.equal("The query goes along", headers.get("Location"), f"/set/{NOTED}?q=kabel")
    browser.open(site.address("/passage/ah-tk-20242025-9007%234"))
    checks.that("A browser arrives at the question", browser.url.endswith(f"/set/{NOTED}#vraag-4")
                and browser.in_sight("#vraag-4"), browser.url)
    for name in ["/set/bestaatniet", "/passage/bestaatniet%231", "/bestaatniet", "/set/",
                 "/set/ah-tk-20242025-705/3", "/api/v2/search"]:
        status, _, body = site.get(site.address(name))
        checks.that(f"{name} is not found, with a sentence",
                    status == 404 and ("staat niet in de index" in body or "bestaat niet" in body),
                    (status, body[-400:]))
    status, headers, _ = site.get(site.address(q=COMMON), "POST")
    checks.equal("Only GET and HEAD are answered", (status, headers.get("Allow")),
                 (405, "GET, HEAD"))
    status, headers, body = site.get(site.address(q=COMMON), "HEAD")
    checks.that("HEAD has the size of the page, and no body",
                status == 200 and int(headers["Content-Length"]) > 1000 and not body, headers)
    tag = site.get(site.address(q=COMMON))[1].get("ETag")
    checks.that("A page has an ETag", tag)


def standing(checks, browser, site):
    browser.open(site.address("/stand"))
    status = site.api("status")
    facts = browser.text("main").replace(".", "")
    checks.that("The state says how many sets, passages and files there are",
                all(re.search(rf"\b{status[name]}\b", facts)
                    for name in ["sets", "passages", "sources", "refused"]), facts)
    bars = browser.run("""return [...document.querySelectorAll("svg.staven title")]
                            .map(each => each.textContent)""")
    rows = browser.run("""return [...document.querySelectorAll(".breed tbody tr")].map(row => {
        const [year, highest, present] = [...row.cells].map(cell => cell.innerText)
        return `${year}: ${present} van ${highest}` })""")
    checks.that("Its chart has a bar for each row of its table",
                len(rows) > 5 and set(rows) <= set(bars), (bars, rows))
    browser.click(".breed tbody a")
    checks.that("A year of the table shows what there is", browser.count(HIT) > 0)


def help_page(checks, browser, site):
    browser.open(site.address("/hulp"))
    examples = browser.links("table a")
    checks.that("The help has examples", len(examples) > 15, len(examples))
    checks.none("Each of them is a search that works",
                [link for link in examples if site.get(link)[0] != 200])
