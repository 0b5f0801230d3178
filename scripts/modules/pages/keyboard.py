"""Keys: those of the script, those of every browser, and what the focus shows."""
from .browser import ENTER, ESCAPE, TAB
from .collection import COMMON
from .kinds import HIT

FOCUS = "return document.activeElement"


def run(checks, browser, site):
    checks.about("Keyboard")
    for test in [keys_of_hits, box, copying, copying_of_a_set, order, visible]:
        checks.attempt(test, checks, browser, site)


def focused_hit(browser):
    """The identifier of the hit that has the focus; None if none has."""
    return browser.run(FOCUS + ".closest(arguments[0])?.id ?? null", HIT)


def keys_of_hits(checks, browser, site):
    browser.open(site.address(q=COMMON))
    browser.press("j")
    checks.equal("j goes to the first hit", focused_hit(browser), "treffer-1")
    browser.press("j", "j")
    checks.equal("j goes on", focused_hit(browser), "treffer-3")
    checks.that("The hit is marked and in sight", browser.count(".hier") == 1
                and browser.in_sight(".hier"))
    browser.press("k")
    checks.equal("k goes back", focused_hit(browser), "treffer-2")
    browser.press("k", "k", "k")
    checks.equal("k stops at the first hit", focused_hit(browser), "treffer-1")
    browser.press(*"j" * 15)
    checks.equal("j stops at the last hit", focused_hit(browser), "treffer-10")
    checks.that("It is in sight", browser.in_sight("#treffer-10"))
    address = browser.run("return document.activeElement.href")
    browser.press(ENTER)
    browser.wait(lambda: "/set/" in browser.url)
    checks.equal("Enter opens the hit", browser.url, address)


def box(checks, browser, site):
    browser.open(site.address(q=COMMON))
    browser.press("/")
    checks.equal("/ goes to the box", browser.run(FOCUS + ".id"), "q")
    browser.press(*"jkc/")
    checks.equal("Keys that are typed there are text, and take the place of the query",
                 browser.run("return document.getElementById('q').value"), "jkc/")
    checks.that("No hit has been gone to", not browser.count(".hier"))
    browser.open(site.address("/hulp"))
    browser.press("j", "k", "c", ENTER)
    checks.that("Keys do nothing where there are no hits", browser.url.endswith("/hulp"),
                browser.url)
    browser.press("/")
    checks.equal("/ works on every page", browser.run(FOCUS + ".id"), "q")
    browser.open(site.address(q=COMMON))
    browser.run("""for (const key of ["ctrlKey", "altKey", "metaKey"])
                     document.body.dispatchEvent(new KeyboardEvent(
                       "keydown", {key: "j", bubbles: true, [key]: true}))""")
    checks.equal("Keys with Ctrl, Alt or Meta are left to the browser", focused_hit(browser), None)


def clipboard(browser, site):
    browser.protocol("Browser.grantPermissions", origin=site.origin,
                     permissions=["clipboardReadWrite", "clipboardSanitizedWrite"])
    return browser.do("/execute/async", args=[], script="""
        const done = arguments[0]
        navigator.clipboard.readText().then(done, error => done(String(error)))""")


def copying(checks, browser, site):
    browser.open(site.address(q=COMMON))
    expected = browser.attribute("#treffer-2 button[data-tekst]", "data-tekst")
    browser.press("j", "j", "c")
    browser.wait(lambda: browser.text("[role=status]"))
    checks.equal("c copies the citation of the hit", clipboard(browser, site), expected)
    checks.that("It is said aloud", (browser.text("[role=status]") or "").startswith("Gekopieerd"),
                browser.text("[role=status]"))
    checks.equal("The focus stays where it was", focused_hit(browser), "treffer-2")
    browser.click("#treffer-3 button[data-tekst]")
    third = browser.attribute("#treffer-3 button[data-tekst]", "data-tekst")
    browser.wait(lambda: clipboard(browser, site) == third)
    checks.equal("So does the button", clipboard(browser, site), third)
    # On an insecure address the clipboard is not there, and the older way must do.
    browser.open(site.address(q=COMMON))
    browser.run("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    browser.press("j", "c")
    browser.wait(lambda: browser.text("[role=status]"))
    first = browser.attribute("#treffer-1 button[data-tekst]", "data-tekst")
    browser.open(site.address(q=COMMON))
    checks.equal("Without the clipboard of secure addresses it copies as well",
                 clipboard(browser, site), first)


def copying_of_a_set(checks, browser, site):
    browser.open(site.address("/set/ah-tk-20242025-705"))
    browser.press("c")
    browser.wait(lambda: browser.text("[role=status]"))
    checks.equal("c copies the citation of a set", clipboard(browser, site),
                 browser.attribute(".stukkop button[data-tekst]", "data-tekst"))


def order(checks, browser, site):
    browser.open(site.address(q=COMMON))
    browser.press(TAB)
    checks.equal("The first Tab shows a link to the content",
                 browser.run(FOCUS + ".innerText"), "Naar de inhoud")
    checks.that("That link is in sight then", browser.in_sight(".sprong"))
    browser.press(ENTER, TAB)
    checks.that("It leads past the head", browser.run(FOCUS + ".closest('main') !== null"))
    browser.open(site.address(q=COMMON))
    seen = []
    for _ in range(12):
        browser.press(TAB)
        seen.append(browser.run("return document.activeElement.closest('main') ? 'main'"
                                ": document.activeElement.closest('header') ? 'head' : 'skip'"))
    checks.that("Tab goes through the page in its order",
                seen == sorted(seen, key=["skip", "head", "main"].index), seen)
    browser.press_with_shift(TAB)
    checks.that("Nothing holds the focus", browser.run(FOCUS + " !== document.body"))
    browser.open(site.address(q=COMMON))
    positive = browser.count("[tabindex]:not([tabindex='0'], [tabindex='-1'])")
    checks.equal("No element asks for a place in the order", positive, 0)


def visible(checks, browser, site):
    """What has the focus looks different from when it has not."""
    for page in [site.address(q=COMMON), site.address("/set/ah-tk-20242025-705"),
                 site.address("/stand")]:
        browser.open(page)
        browser.press(TAB)
        dull = browser.run("""
            const dull = []
            for (const each of document.querySelectorAll(
                "a[href], button, input:not([type=hidden]), summary, [tabindex='0']")) {
              if (!each.checkVisibility() || each.tabIndex < 0) continue
              each.focus({preventScroll: true})
              if (document.activeElement !== each) { dull.push(each.outerHTML.slice(0, 120)) }
              const style = getComputedStyle(each)
              if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2)
                dull.push(each.outerHTML.slice(0, 120))
            }
            return dull""")
        checks.none(f"The focus is visible on all of {page.removeprefix(site.origin)}", dull)
    browser.press(ESCAPE)
