"""What must be true of every page: accessible, valid, small, and nothing from elsewhere."""
import collections
import re
import subprocess
import tempfile
import urllib.error
import urllib.request

from . import axe, kinds
from .browser import NARROWEST, WIDE
from .collection import COMMON, PARTIES

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
MAXIMUM_BYTES = 30_000
# Not every browser asks for it.
ICON = "/vraagbaak.svg"


def run(checks, browser, site):
    checks.about("Every kind of page")
    pages = kinds.all_of(site)
    with tempfile.TemporaryDirectory() as place, kinds.broken(site, place) as out_of_order:
        pages["out of order (503)"] = out_of_order
        for test in [statuses, accessible, valid, of_one_host]:
            checks.attempt(test, checks, browser, site, pages)
    checks.attempt(small, checks, browser, site)


def statuses(checks, browser, site, pages):
    wrong = []
    for name, address in pages.items():
        expected = int((re.search(r"\((\d+)\)", name) or [0, 200])[1])
        status, headers, _ = fetch(address)
        policy = headers.get("Content-Security-Policy", "")
        if (status != expected or "default-src 'none'" not in policy or "unsafe" in policy
                or headers.get("X-Content-Type-Options") != "nosniff" or "Set-Cookie" in headers
                or "frame-ancestors 'none'" not in policy
                or headers.get("Content-Type") != "text/html; charset=utf-8"
                or status == 503 and "Retry-After" not in headers):
            wrong.append((name, status, headers))
    checks.none("Every kind has its status, its type, a strict policy and no cookies", wrong)


def fetch(address):
    try:
        answer = urllib.request.urlopen(address, timeout=60)
    except urllib.error.HTTPError as error:
        answer = error
    return answer.status, dict(answer.headers), answer.read().decode("utf-8")


def accessible(checks, browser, site, pages):
    rules = axe.rules()
    unclear = collections.Counter()
    for size in (WIDE, NARROWEST):
        browser.resize(size)
        for scheme in ("light", "dark"):
            browser.prefer(scheme)
            for name, address in pages.items():
                browser.open(address)
                browser.run("for (const each of document.querySelectorAll('details'))"
                            " each.open = true")
                browser.run(rules)
                found = browser.do("/execute/async", args=[LEVELS], script="""
                    const [levels, done] = arguments
                    axe.run(document, {
                      runOnly: {type: "tag", values: levels},
                      rules: {"target-size": {enabled: true}},
                      resultTypes: ["violations", "incomplete"],
                    }).then(result => done({
                      passed: result.passes.map(rule => rule.id),
                      unclear: result.incomplete.map(rule => rule.id + ": " + rule.nodes.length),
                      faults: result.violations.map(rule => rule.id + ", " + rule.nodes.length
                        + " times: " + rule.nodes[0].target.join(" ") + ": "
                        + rule.nodes[0].failureSummary.split("\\n").slice(0, 2).join(" ")),
                    }), error => done({passed: [], unclear: [], faults: [String(error)]}))""")
                unclear.update(found["unclear"])
                is_whole = {"color-contrast", "target-size"} <= set(found["passed"])
                checks.that(f"axe-core finds nothing: {name}, {size[0]} pixels, {scheme}",
                            is_whole and not found["faults"], found["faults"] or found["passed"])
    browser.resize(WIDE)
    browser.prefer()
    if unclear:
        print(f"#   left to people by axe-core: {dict(unclear)}")


def valid(checks, browser, site, pages):
    faults, twice, jumps, lost = {}, {}, {}, {}
    for name, address in pages.items():
        html = fetch(address)[2]
        # Groups in a list of terms came into HTML after this tidy.
        html = re.sub(r"<div>(?=<dt>)|(?<=</dd>)</div>", "", html)
        run = subprocess.run(["tidy", "-errors", "-quiet", "-utf8",
                              "--warn-proprietary-attributes", "no"], input=html,
                             capture_output=True, text=True)
        if said := run.stderr.splitlines():
            faults[name] = said[:3]
        browser.open(address)
        if again := browser.run("""
                const ids = [...document.querySelectorAll("[id]")].map(each => each.id)
                return ids.filter((id, place) => ids.indexOf(id) !== place)"""):
            twice[name] = again
        levels = browser.run("""return [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
                                  .map(each => Number(each.tagName[1]))""")
        if levels.count(1) != 1 or levels[0] != 1 or any(
                after > before + 1 for before, after in zip(levels, levels[1:])):
            jumps[name] = levels
        if gone := browser.run("""
                return [...document.querySelectorAll("a[href^='#'], label[for]")]
                  .map(each => (each.getAttribute("href") ?? "#" + each.htmlFor).slice(1))
                  .filter(id => !document.getElementById(decodeURIComponent(id)))"""):
            lost[name] = gone
    checks.none("tidy finds every kind valid", faults)
    checks.none("No id is given twice", twice)
    checks.none("Each page has one first heading, and no heading skips a level", jumps)
    checks.none("Links within a page lead to something", lost)


def of_one_host(checks, browser, site, pages):
    browser.events()
    browser.complaints()
    elsewhere, complaints, asked = {}, {}, 0
    for name, address in pages.items():
        browser.open(address)
        origin = "/".join(address.split("/")[:3])
        for event in browser.events():
            if event["method"] == "Network.requestWillBeSent":
                asked += 1
                url = event["params"]["request"]["url"]
                if not url.startswith(origin + "/"):
                    elsewhere.setdefault(name, []).append(url)
        # That a page is not found is what the console says of the page itself.
        said = [message for message in browser.complaints()
                if not message.startswith(address.split("#")[0] + " ")]
        if said:
            complaints[name] = said
    checks.that("No page asks another host for anything", asked >= len(pages) and not elsewhere,
                elsewhere or asked)
    checks.none("The console gets no error, and the policy of the page is kept", complaints)
    checks.equal("Nothing is kept in the browser: no cookie, no storage", browser.run(
        "return [document.cookie, localStorage.length, sessionStorage.length]"), ["", 0, 0])


def small(checks, browser, site):
    sizes = {}
    for query in [COMMON, "de", f"{COMMON} niet van", "soort:beantwoord", f'"{COMMON}"']:
        for chosen in [{}, {"partij": PARTIES[:2], "soort": "beantwoord"},
                       {"groep": "set", "sorteer": "nieuwste"}]:
            status, _, body = site.get(site.address(q=query, **chosen))
            if 'id="treffer-10"' in body:
                sizes[query, *chosen] = len(body.encode())
    too_large = {query: size for query, size in sizes.items() if size > MAXIMUM_BYTES}
    checks.that(f"A page with ten hits has at most {MAXIMUM_BYTES} bytes, of "
                f"{len(sizes)} at most {max(sizes.values(), default=0)}",
                len(sizes) > 5 and not too_large, too_large)
    browser.open(site.address(q=COMMON))
    others = browser.run("""return performance.getEntriesByType("resource")
                              .map(each => new URL(each.name).pathname)""")
    checks.equal("A page needs one stylesheet and one script", sorted(set(others) - {ICON}),
                 ["/script.js", "/stijl.css"])
