"""How pages look: without script, narrow, with large letters, dark, printed."""
import base64
import re

from . import kinds
from .browser import ENTER, NARROW, NARROWEST, WIDE
from .collection import COMMON, PARTIES, RARE
from .kinds import HIT
from .searching import parameters, total


def run(checks, browser, site):
    checks.about("Appearance")
    browser.allow_scripts(False)
    checks.attempt(without_script, checks, browser, site)
    browser.allow_scripts(True)
    for test in [narrow, large_letters, dark, printed]:
        checks.attempt(test, checks, browser, site)
        browser.prefer()
        browser.resize(WIDE)


def without_script(checks, browser, site):
    browser.open(site.address())
    browser.click("#q")
    browser.press(*COMMON, ENTER)
    browser.wait(lambda: browser.count(HIT) > 0)
    checks.equal("Without script, Enter searches", browser.count(HIT), 10)
    checks.equal("No button is shown that does nothing", browser.run("""
        return [...document.querySelectorAll("button")].filter(each => each.checkVisibility())
          .map(each => each.innerText)"""), ["Zoek"])
    checks.that("Keys that do nothing are not named", not browser.is_shown(".toetsen"))
    before = total(browser)
    browser.click_text(PARTIES[0], within=".verfijn")
    checks.that("A facet narrows", 0 < total(browser) < before)
    browser.click_text("meer", within=".facet")
    checks.that("«meer» shows more values", browser.is_shown(".facet details li"))
    browser.click("a[rel=next]")
    checks.equal("Paging goes on", parameters(browser.url).get("pagina"), ["2"])
    browser.click(f"{HIT} h3 a")
    checks.that("A hit opens its set at the question", "#vraag-" in browser.url
                and browser.in_sight("#" + browser.url.split("#")[1]), browser.url)


def wide_elements(browser):
    """What is wider than the window, though nothing scrolls that holds it."""
    return browser.run("""
        const root = document.documentElement
        if (root.scrollWidth <= innerWidth) return []
        const holds = (each) => each && each !== root && (getComputedStyle(each).overflowX !==
          "visible" || holds(each.parentElement))
        return [root.scrollWidth + " px", ...[...document.querySelectorAll("body *")]
          .filter(each => each.getBoundingClientRect().right > innerWidth + 1 && !holds(each))
          .map(each => each.outerHTML.slice(0, 100)).slice(0, 3)]""")


def narrow(checks, browser, site):
    for size in (NARROW, NARROWEST):
        browser.resize(size)
        faults = {}
        for name, address in kinds.all_of(site).items():
            browser.open(address)
            browser.run("for (const each of document.querySelectorAll('details')) each.open = true")
            if found := wide_elements(browser):
                faults[name] = found
        checks.none(f"No page scrolls sideways at {size[0]} pixels", faults)
    browser.open(site.address(q=COMMON))
    checks.that("On a narrow screen the hits come first and «Verfijn» leads to the facets",
                browser.in_sight(HIT) and browser.is_shown(".naar a"))
    browser.click(".naar a")
    checks.that("There they are", browser.in_sight("#verfijn"))
    browser.open(site.address(q=COMMON))
    top = browser.run("return document.querySelector(arguments[0]).getBoundingClientRect().top",
                      HIT)
    checks.that("The first hit begins in the upper two thirds of a small telephone",
                top < NARROWEST[1] * 2 / 3, top)


def large_letters(checks, browser, site):
    """Letters of twice the size, as a person may set them, in a window of half the width."""
    browser.resize((640, 900))
    faults, cut = {}, {}
    for name, address in kinds.all_of(site).items():
        browser.open(address)
        browser.run("document.documentElement.style.fontSize = '200%'")
        if found := wide_elements(browser):
            faults[name] = found
        clipped = browser.run("""
            return [...document.querySelectorAll("body *:not(.stil, svg *, textarea, input)")]
              .filter(each => each.scrollHeight > each.clientHeight + 2 && each.clientHeight > 0
                && getComputedStyle(each).overflowY === "hidden")
              .map(each => each.outerHTML.slice(0, 100))""")
        if clipped:
            cut[name] = clipped
    checks.none("No page scrolls sideways with letters of twice the size", faults)
    checks.none("No text is cut off with letters of twice the size", cut)


def brightness(browser, selector, property):
    """From 0 to 255, of a colour that an element has itself."""
    colour = browser.run("return getComputedStyle(document.querySelector(arguments[0]))"
                         "[arguments[1]]", selector, property)
    red, green, blue = map(float, re.findall(r"[\d.]+", colour)[:3])
    return 0.3 * red + 0.6 * green + 0.1 * blue


def dark(checks, browser, site):
    for scheme, low, high in [("light", 200, 255), ("dark", 0, 60)]:
        browser.prefer(scheme)
        wrong = []
        for name, address in kinds.all_of(site).items():
            browser.open(address)
            paper, ink = (brightness(browser, "html", property)
                          for property in ("backgroundColor", "color"))
            if not low <= paper <= high or abs(paper - ink) < 140:
                wrong.append((name, paper, ink))
        checks.none(f"Every page is {scheme} for who prefers that", wrong)


def printed(checks, browser, site):
    browser.prefer(media="print")
    browser.open(site.address("/set/ah-tk-20242025-705", q="klanten"))
    checks.equal("A printed set has no navigation, box or buttons", browser.run("""
        return [...document.querySelectorAll("nav, form, button, .sprong, .voet")]
          .filter(each => each.checkVisibility()).map(each => each.outerHTML.slice(0, 80))"""), [])
    checks.that("It has its citation, its subject, every question and the notes", all(
        browser.is_shown(part) for part in [".vindplaats", "h1", ".feiten", "#vraag-1", ".noten"]))
    checks.that("It is black on white, also for who prefers dark",
                brightness(browser, "html", "backgroundColor") > 250
                and brightness(browser, "article", "color") < 10)
    browser.prefer("dark", media="print")
    checks.that("Also for who prefers dark colours",
                brightness(browser, "html", "backgroundColor") > 250
                and brightness(browser, "article", "color") < 10)
    data = base64.b64decode(browser.protocol("Page.printToPDF", paperWidth=8.27, paperHeight=11.69)
                            ["data"])
    pages = len(re.findall(rb"/Type\s*/Page\b(?!s)", data))
    checks.that("A set of nine questions is printed on a few pages",
                data.startswith(b"%PDF") and 2 <= pages <= 8, pages)
    browser.open(site.address(q=RARE))
    checks.that("Printed results have the hits and no list of values",
                browser.is_shown(HIT) and not browser.is_shown(".verfijn"))
