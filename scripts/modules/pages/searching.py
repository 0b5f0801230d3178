"""Searching: typing, narrowing, sorting, paging, and the same results in other forms."""
import csv
import io
import json
import re
import urllib.parse
import xml.etree.ElementTree as XML

from .browser import ENTER
from .collection import COMMON, PARTIES, RARE
from .kinds import HIT

MONTHS = ("januari februari maart april mei juni juli augustus september oktober november "
          "december").split()
ATOM = "{http://www.w3.org/2005/Atom}"
CITATIONS = f"{HIT} h3 a"
# The order of these is that of the page, not what it is tested in.
FACETS = ["partij", "lid", "minister", "thema", "jaar", "soort"]


def run(checks, browser, site):
    checks.about("Searching")
    for test in [typing, words, narrowing, widening, ways_to_show, paging, meant, nothing,
                 years, why, similar, other_forms]:
        checks.attempt(test, checks, browser, site)


def total(browser):
    """The number of results that the heading promises, as a number; None if it gives none."""
    found = re.search(r"[\d.]+", browser.text("h1") or "")
    return int(found[0].replace(".", "")) if found else None


def found_sets(browser):
    """The set of each hit on the page, from its link."""
    return [urllib.parse.unquote(urllib.parse.urlsplit(link).path.removeprefix("/set/"))
            for link in browser.links(CITATIONS)]


def sets_of(answer):
    return [result["identifier"] for result in answer["results"]]


def parameters(address):
    return urllib.parse.parse_qs(urllib.parse.urlsplit(address).query)


def typing(checks, browser, site):
    browser.open(site.address())
    checks.equal("The start page has the focus in the box",
                 browser.run("return document.activeElement.id"), "q")
    examples = browser.links(".voorbeelden li a")
    checks.that("The start page has examples", len(examples) >= 4, examples)
    for example in examples:
        browser.open(example)
        checks.that(f"The example {browser.attribute('#q', 'value')!r} finds something",
                    browser.count(HIT) > 0)
    browser.open(site.address())
    browser.press(*RARE, ENTER)
    browser.wait(lambda: browser.count(HIT) > 0)
    checks.equal("Typing and Enter search", parameters(browser.url).get("q"), [RARE])
    checks.equal("The box keeps the query", browser.attribute("#q", "value"), RARE)
    checks.that("The title of the page says the query", browser.title.startswith(RARE),
                browser.title)
    browser.open(site.address())
    browser.press(*RARE)
    browser.click(".zoek button")
    browser.wait(lambda: browser.count(HIT) > 0)
    checks.equal("The button searches too", parameters(browser.url).get("q"), [RARE])


def words(checks, browser, site):
    answer = site.api("search", q=COMMON)
    browser.open(site.address(q=COMMON))
    checks.equal("The page has the results of the API in their order",
                 found_sets(browser), sets_of(answer))
    checks.equal("The heading says how many passages there are",
                 total(browser), answer["total"]["estimate"])
    marks = {mark.lower() for mark in browser.texts(".tekst mark")}
    checks.that("The words of the query are marked in the snippets",
                marks and all(COMMON[:5] in mark for mark in marks), marks)
    people = browser.text(".wie")
    checks.that("A hit says who asked, who answers and when",
                re.search(r".+ · .+ · \d{1,2} [a-z]+ \d{4}", people), people)
    checks.that("A hit has a citation, a subject, a question and an answer",
                all(browser.is_shown(f"{HIT} {part}")
                    for part in ["h3 a", ".onderwerp", ".tekst b"]))
    # What is lacking, and what was understood.
    query = f"{RARE} {COMMON}"
    browser.open(site.address(q=query, per=100))
    lacking = browser.texts(".zonder")
    checks.that("Partial results stand under a heading of their own and say what they lack",
                browser.text(".grens") == "Bevat een deel" and lacking
                and all(line.startswith("zonder: ") for line in lacking), lacking[:3])
    answer = site.api("search", q=f"partij:bestaatniet {COMMON}")
    browser.open(site.address(q=f"partij:bestaatniet {COMMON}"))
    notes = browser.text("[role=note]") or ""
    checks.that("What was not understood is said",
                answer["warnings"] and "bestaatniet" in notes, (answer["warnings"], notes))
    browser.open(site.address(q="de AND (van OR"))
    checks.that("No query is an error", browser.is_shown("main h1"), browser.title)


def narrowing(checks, browser, site):
    """Each facet: the number beside a value is the number of results after a click on it."""
    for facet in FACETS:
        browser.open(site.address(q=COMMON))
        offered = browser.run("""
            return [...document.querySelectorAll(".verfijn :is(li, td) a[href]")]
              .filter(link => new URL(link.href).searchParams.has(arguments[0]))
              .map(link => [link.textContent.trim(), link.href,
                            link.closest("li, tr").lastElementChild.textContent])""",
                              facet)
        if not offered:
            checks.that(f"The facet {facet} is offered", False)
            continue
        # The first is the one with most results, and the last may be seldom.
        for place in sorted({0, len(offered) - 1}):
            name, address, promised = offered[place]
            browser.open(address)
            count = total(browser)
            checks.equal(f"{facet} «{name}»: as many results as promised", count,
                         int(promised.replace(".", "")))
        chosen = parameters(address).get(facet)
        checks.equal(f"{facet}: the address has the value", bool(chosen and chosen[0]), True)
        answer = site.api("search", q=COMMON, **{facet: chosen})
        checks.equal(f"{facet}: the API finds as many",
                     answer and answer["total"]["estimate"], count)
        checks.that(f"{facet}: the chosen value is shown as chosen",
                    browser.count(".verfijn [aria-current=true]") >= 1
                    and browser.count(".keuze li") == 2)


def widening(checks, browser, site):
    first, second = PARTIES[:2]
    counts = {}
    for chosen in [(first,), (second,), (first, second)]:
        browser.open(site.address(q=COMMON, partij=chosen))
        counts[chosen] = total(browser)
    checks.equal("A second value of a facet widens the search",
                 counts[first, second], counts[(first,)] + counts[(second,)])
    checks.that("Neither value finds everything",
                0 < counts[(first,)] < counts[first, second])
    browser.open(site.address(q=COMMON, partij=first))
    browser.click_text(second, within=".verfijn")
    checks.equal("A click beside a chosen value adds the other",
                 parameters(browser.url).get("partij"), [first, second])
    browser.click(".keuze li a")
    checks.equal("A click on a chosen value takes it away",
                 parameters(browser.url).get("partij"), [second])
    checks.equal("Then its results are gone", total(browser), counts[(second,)])
    browser.open(site.address(q=COMMON, partij=first, soort="beantwoord", sorteer="nieuwste"))
    browser.click_text("wis alles")
    checks.equal("«Wis alles» keeps the query and the order, and no value",
                 parameters(browser.url), {"q": [COMMON], "sorteer": ["nieuwste"]})
    browser.open(site.address(q=COMMON, partij=first.lower()))
    checks.equal("A value may be written in any case", total(browser), counts[(first,)])
    browser.open(site.address(q="", partij=first))
    checks.that("A value alone is a search", browser.count(HIT) == 10)


def date(text):
    """The last date in a text, as one that can be compared."""
    day, month, year = re.findall(r"(\d{1,2}) ([a-z]+) (\d{4})", text)[-1]
    return int(year), MONTHS.index(month), int(day)


def ways_to_show(checks, browser, site):
    for word, sign in [("nieuwste", 1), ("oudste", -1)]:
        browser.open(site.address(q=COMMON))
        browser.click_text(word, within=".weergave")
        dates = [date(text) for text in browser.texts(f"{HIT} .wie")]
        checks.that(f"«{word}» sorts by date",
                    len(dates) > 5 and dates == sorted(dates, reverse=sign > 0)
                    and dates[0] != dates[-1], dates)
        checks.equal(f"«{word}» is shown as chosen",
                     browser.text(".weergave [aria-current]"), word)
    browser.open(site.address(q=COMMON))
    browser.click_text("sets", within=".weergave")
    links = [link.split("?")[0] for link in browser.links(CITATIONS)]
    checks.that("«sets» shows each set once, and how many more passages it has",
                len(links) == len(set(links)) == 10
                and any(re.fullmatch(r"nog \d+ in deze set", text)
                        for text in browser.texts(".meer")), links)
    browser.click("#q")
    browser.press(ENTER)
    browser.wait(lambda: "groep" in parameters(browser.url))
    checks.equal("A new query keeps the grouping", parameters(browser.url).get("groep"), ["set"])
    browser.open(site.address(q=f"{RARE} {COMMON}"))
    browser.click_text("alleen met alles")
    checks.that("«alleen met alles» leaves partial results out",
                browser.count(HIT) > 0 and not browser.count(".zonder"))


def paging(checks, browser, site):
    # The API gives no more than a hundred at a time.
    expected = sum(len(site.api("search", q=RARE, limit=100, offset=offset)["results"])
                   for offset in (0, 100, 200))
    browser.open(site.address(q=RARE))
    seen, pages = [], 1
    first = browser.links(CITATIONS)
    while True:
        seen += browser.links(CITATIONS)
        if not browser.count("a[rel=next]") or pages > 30:
            break
        browser.click("a[rel=next]")
        pages += 1
    checks.that("Paging to the end shows every result once",
                len(seen) == len(set(seen)) == expected and pages > 2,
                (len(seen), len(set(seen)), expected, pages))
    checks.equal("The last page says which it is",
                 browser.texts(".bladeren [aria-current=page]"), [str(pages)])
    checks.equal("Results are numbered through",
                 browser.run("return document.querySelector('.lijst').start"),
                 (pages - 1) * 10 + 1)
    for _ in range(pages - 1):
        browser.click("a[rel=prev]")
    checks.equal("Paging back leads to the first page", browser.links(CITATIONS), first)
    checks.that("There is nothing before it", not browser.count("a[rel=prev]"))
    browser.back()
    checks.equal("The browser's own way back works",
                 parameters(browser.url).get("pagina"), ["2"])
    browser.open(site.address(q=RARE, pagina=900))
    checks.that("A page behind the end says so and leads back",
                browser.is_shown(".niets a") and not browser.count(HIT))
    status, _, body = site.get(site.address(q=RARE, pagina=100_000))
    checks.that("A page that is too deep is refused with a sentence",
                status == 400 and "pagina" in body, status)


def meant(checks, browser, site):
    wrong = RARE[:2] + RARE[3] + RARE[2] + RARE[4:]
    browser.open(site.address(q=wrong))
    link = browser.text(".bedoelde a")
    checks.equal("«Bedoelde u» suggests the word of the index", link, RARE)
    browser.click(".bedoelde a")
    checks.that("Its link searches that", browser.count(HIT) > 0
                and parameters(browser.url).get("q") == [RARE], browser.url)


def nothing(checks, browser, site):
    browser.open(site.address(q="qqxxqqzz"))
    checks.that("If nothing is found the heading says so, and the page what to do",
                browser.is_shown(".niets li") and not browser.count(HIT), browser.text("h1"))
    browser.open(site.address(q=RARE, partij="Bestaatniet"))
    browser.click_text("Zoek zonder de gekozen waarden", within=".niets")
    checks.that("Values that leave nothing can be taken away there", browser.count(HIT) > 0)
    browser.open(site.address(q="«<b>\"'&"))
    checks.equal("A query of signs alone stays in the box as it is",
                 browser.attribute("#q", "value"), "«<b>\"'&")


def years(checks, browser, site):
    browser.open(site.address(q=COMMON))
    bars = browser.run("""return [...document.querySelectorAll("svg.staven a")]
                            .map(each => each.querySelector("title").textContent)""")
    rows = browser.run("""document.querySelector(".jaren details").open = true
                          return [...document.querySelectorAll(".jaren tbody tr")]
                            .map(each => each.innerText.replace(/\\s+/, ": ").trim())""")
    checks.that("The chart and its table say the same", sorted(bars) == sorted(rows) and bars,
                (bars, rows))
    checks.equal("Programs that read aloud skip the chart",
                 browser.attribute("svg.staven", "aria-hidden"), "true")
    label, count = bars[len(bars) // 2].split(": ")
    browser.click(f"svg.staven a:nth-of-type({len(bars) // 2 + 1})")
    browser.wait(lambda: "jaar" in parameters(browser.url))
    checks.equal(f"The bar of {label} narrows to its results", total(browser),
                 int(count.replace(".", "")))
    checks.equal("The year is in the address",
                 parameters(browser.url).get("jaar"), [label.replace("–", "-")])


def why(checks, browser, site):
    browser.open(site.address(q=COMMON, sorteer="nieuwste"))
    before = browser.links(CITATIONS)
    browser.click_text("waarom?")
    checks.that("«waarom?» explains the hit on the same page",
                browser.links(CITATIONS) == before and browser.count(f"{HIT} .waarom li") > 0
                and COMMON in (browser.text(f"{HIT} .waarom") or ""),
                browser.text(f"{HIT} .waarom"))
    checks.that("It goes to that hit", browser.url.endswith("#treffer-1")
                and browser.in_sight("#treffer-1"), browser.url)
    status, _, body = site.get(site.address(q=COMMON, waarom="ah-tk-20242025-705#1"))
    checks.that("A passage that is not on the page can be asked about",
                status == 200 and 'class="waarom"' in body, status)


def similar(checks, browser, site):
    browser.open(site.address(q=COMMON))
    browser.click_text("lijkt op")
    asked = parameters(browser.url).get("lijkt", [""])[0]
    answer = site.api("similar/" + urllib.parse.quote(asked, safe=""))
    checks.equal("«lijkt op» shows what the API finds",
                 found_sets(browser), sets_of(answer))
    checks.that("There is no «waarom?» there", "waarom?" not in browser.texts(".doe a"))


def other_forms(checks, browser, site):
    browser.open(site.address(q=RARE, sorteer="nieuwste", partij=PARTIES[0]))
    expected = total(browser)
    links = dict(zip(browser.texts(".vormen a"), browser.links(".vormen a")))
    checks.equal("The results are there in other forms", sorted(links), ["Atom", "CSV", "JSON"])
    status, headers, body = site.get(links["CSV"])
    rows = list(csv.DictReader(io.StringIO(body.removeprefix("\ufeff"))))
    checks.that("CSV has a row for each result",
                status == 200 and headers["Content-Type"].startswith("text/csv")
                and len(rows) == expected, (status, len(rows), expected))
    status, headers, body = site.get(links["Atom"])
    entries = XML.fromstring(body).findall(f"{ATOM}entry")
    checks.that("Atom has an entry for each result",
                status == 200 and headers["Content-Type"].startswith("application/atom+xml")
                and len(entries) == expected, (status, len(entries), expected))
    checks.equal("The feed is also announced in the head",
                 browser.links("head link[rel=alternate][type='application/atom+xml']"),
                 [links["Atom"]])
    status, headers, body = site.get(links["JSON"])
    checks.that("JSON has the results of the page",
                status == 200 and json.loads(body)["total"]["estimate"] == expected, status)
    status, _, body = site.get(site.address("/opensearch.xml"))
    checks.that("A browser can search from its address bar",
                status == 200 and "{searchTerms}" in body
                and browser.count("link[rel=search]") == 1, status)
