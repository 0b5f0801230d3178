"""Hostile texts in documents, names of files and addresses: they are shown, and never run."""
import json
import os
import re
import urllib.parse
import xml.etree.ElementTree as XML

from . import collection

# Each tries to make an element or an attribute named "kwaad", or to run alert().
ATTEMPTS = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1) kwaad>", "</title><kwaad>",
    "\"><kwaad onmouseover=alert(1)>", "' kwaad='alert(1)",
    "\" autofocus onfocus=alert(1) kwaad=\"",
    "--><kwaad>", "]]><kwaad>", "&lt;kwaad&gt;", "&#60;kwaad&#62;", "<svg/onload=alert(1) kwaad>",
    "javascript:alert(1)", "data:text/html,<kwaad>", "{{7*7}}${7*7}", "\\u003ckwaad\\u003e",
    "</textarea><kwaad>", "<!--<kwaad>", "<kwaad/x=\">\">",
]
# What changes the direction of writing, and controls that XML admits.
CONTROLS = "\u202e\u2066\u200f\u061c\u0085\u009b\ufeff\u2028"
WORD = "kwaadwillend"


def nasty(place):
    """A text with some of the attempts, and controls between them."""
    picked = [ATTEMPTS[(place + step * 5) % len(ATTEMPTS)] for step in range(4)]
    return CONTROLS[place % len(CONTROLS)].join(picked)


def write(place):
    """Documents of which every field tries, and files whose names do."""
    for number in range(len(ATTEMPTS)):
        attempt = ATTEMPTS[number]
        link = f'Zie https://voorbeeld.example/"onmouseover="alert(1)" en {attempt}.'
        collection.write_set(place, {
            "identifier": f"ah-tk-20202021-{9500 + number}", "number": 9500 + number, "year": 2020,
            "case": f"2020Z{95000 + number}", "subject": f"{WORD} {nasty(number)} einde",
            "members": [f"Kwaad{attempt}"], "party": f"Partij {attempt}",
            "post": ("Minister", f"Van {attempt}", f"Zaken {attempt}"), "theme": attempt,
            "day": 1 + number,
            "passages": [([1], f"{WORD}: {nasty(number + 1)}?", f"{nasty(number + 2)} {link}"),
                         ([2], f"{attempt} {WORD} {attempt}?", attempt)],
        })
    text = "Vragen van het lid Kwaad ({}) aan de minister van Zaken over {} (ingezonden 3 maart " \
        "2021).\n\nVraag 1\n\nWat is {} {}?\n\nAntwoord 1\n\n{}\n"
    for number, attempt in enumerate(ATTEMPTS):
        name = attempt.replace("/", "∕").replace("\0", "")
        with open(os.path.join(place, f"{number} {name}.txt"), "w", encoding="utf-8") as file:
            file.write(text.format(attempt, attempt, WORD, attempt + "\x1b[31m\x00\x07", attempt))
        # A file that is refused: its name and the reason stand in the state of the index.
        with open(os.path.join(place, f"{number} {name}.xml"), "w", encoding="utf-8") as file:
            file.write(f"<{attempt}")
        with open(os.path.join(place, f"kv-tk-2021Z{96000 + number}.json"), "w",
                  encoding="utf-8") as file:
            json.dump({"identifier": f"kv-tk-2021Z{96000 + number}", "text": [f"{WORD} {attempt}?"],
                       "meta": {"title": attempt, "indiener": [attempt], "category": attempt,
                                "url": "javascript:alert(1)"}}, file)
    return place


def run(checks, browser, site):
    checks.about("Hostile texts")
    browser.protocol("Page.enable")
    browser.protocol("Page.addScriptToEvaluateOnNewDocument", source="""
        window.opened = 0
        window.alert = window.confirm = window.prompt = () => { window.opened += 1 }""")
    for test in [hook, documents, addresses, feeds]:
        checks.attempt(test, checks, browser, site)


def hook(checks, browser, site):
    browser.open(site.address())
    browser.run("alert(1)")
    checks.equal("The tests notice when alert() is called",
                 browser.run("return window.opened"), 1)
    browser.run("document.body.append(document.createElement('kwaad'))")
    checks.that("The tests notice an element that comes in", faults(browser))


def faults(browser):
    """What came in: elements, attributes, addresses, and texts that change the writing."""
    return browser.run("""
        const wrong = []
        for (const each of document.querySelectorAll("*")) {
          if (/kwaad/i.test(each.localName)) wrong.push("element " + each.localName)
          for (const attribute of each.attributes) {
            if (/^on|kwaad/i.test(attribute.name)) wrong.push("attribute " + attribute.name)
            if (/^\\s*(javascript|data|vbscript):/i.test(attribute.value) &&
                ["href", "src", "action", "xlink:href"].includes(attribute.name))
              wrong.push("address " + attribute.value)
          }
        }
        for (const each of document.querySelectorAll("img, iframe, object, embed, base, template"))
          wrong.push("element " + each.localName)
        for (const each of document.scripts)
          if (!/^\\/script\\.js/.test(each.getAttribute("src"))) wrong.push("script")
        const text = document.documentElement.textContent
        const odd = text.match(new RegExp("[\\\\0-\\\\x08\\\\x0b-\\\\x1f\\\\x7f-\\\\x9f\\\\u061c"
          + "\\\\u200e\\\\u200f\\\\u202a-\\\\u202e\\\\u2066-\\\\u2069]", "g"))
        if (odd) wrong.push("characters " + odd.map(each => each.charCodeAt(0).toString(16)))
        if (window.opened) wrong.push("alert was called")
        return wrong""")


def shows(browser):
    """The number of attempts that stand on the page as text."""
    text = browser.run("return document.documentElement.textContent")
    return sum(attempt in text for attempt in ATTEMPTS)


def documents(checks, browser, site):
    answer = site.api("search", q=WORD, limit=100)
    ids = [result["id"] for result in answer["results"]]
    checks.that("The hostile documents are found", len(ids) >= 2 * len(ATTEMPTS), len(ids))
    wrong, seen = {}, 0
    pages = [site.address(q=WORD, per=100), site.address(q=WORD, groep="set", per=100),
             site.address("/stand")]
    pages += [site.address(q=WORD, waarom=ids[0]), site.address(lijkt=ids[0])]
    sets = list(dict.fromkeys(result["identifier"] for result in answer["results"]))
    pages += [site.address("/set/" + urllib.parse.quote(name, safe="")) for name in sets]
    pages += [site.address("/set/" + urllib.parse.quote(name, safe=""), q=WORD)
              for name in sets[::3]]
    for address in pages:
        browser.open(address)
        shown = shows(browser)
        seen += shown
        browser.run("""for (const each of document.querySelectorAll('button[data-tekst], summary'))
                         each.click()""")
        if found := faults(browser):
            wrong[address] = found
        if not browser.count("main h1"):
            wrong[address] = "no page"
    checks.that("They are shown as text", seen > 100, seen)
    checks.none(f"Nothing of them runs or becomes part of {len(pages)} pages", wrong)
    # Each value of a facet is hostile too: its link must lead to what it promises.
    browser.open(site.address(q=WORD))
    values = [link for link in browser.links(".verfijn .facet a")][:40]
    lost = []
    for address in values:
        status, _, body = site.get(address)
        if status != 200 or 'class="niets"' in body:
            lost.append(address)
    checks.that("Links of their values find them", len(values) > 10 and not lost, lost[:5])


def addresses(checks, browser, site):
    wrong = {}
    for attempt in ATTEMPTS + [nasty(3), "\u202e" + WORD, "\x00", "%00", "a" * 3000]:
        quoted = urllib.parse.quote(attempt, safe="")
        for address in [site.address(q=attempt), site.address(q="de", partij=attempt),
                        site.address(q="de", sorteer=attempt), site.address(lijkt=attempt),
                        site.address(q="de", waarom=attempt + "#1"),
                        site.address("/set/" + quoted),
                        site.address("/passage/" + quoted, q=attempt), site.address("/" + quoted)]:
            browser.open(address)
            if found := faults(browser):
                wrong[address] = found
    checks.none("Nothing of an address runs or becomes part of a page", wrong)
    # A line feed in a name must not add a header to the answer.
    status, headers, _ = site.get(site.address("/set/a%0d%0aKwaad:%20ja", q="b\r\nKwaad: ja"))
    checks.that("Nothing of an address becomes a header", "Kwaad" not in headers, headers)


def feeds(checks, browser, site):
    status, headers, body = site.get(site.address("/zoek.atom", q=WORD))
    XML.fromstring(body)
    checks.that("The feed of them is XML without controls", status == 200 and not re.search(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", body), status)
    browser.open(site.address("/zoek.atom", q=WORD))
    checks.equal("A browser that opens it runs nothing",
                 browser.run("return window.opened ?? 0"), 0)
    status, headers, body = site.get(site.address("/zoek.csv", q=WORD))
    cells = re.findall(r'(?:^|,)"?([=+\-@\t\r])', body, re.MULTILINE)
    checks.that("No cell of the CSV is a formula", status == 200 and not cells, cells[:5])
    for path in ["search", "suggest"]:
        status, headers, _ = site.get(site.address("/api/v1/" + path, q=ATTEMPTS[0]))
        checks.that(f"A browser takes the JSON of {path} for nothing else",
                    headers["Content-Type"] in ("application/json", "application/problem+json")
                    and headers["X-Content-Type-Options"] == "nosniff", headers)
