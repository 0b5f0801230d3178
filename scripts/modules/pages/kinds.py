"""A page of every kind, for what is true of all pages."""
import contextlib
import os

from .collection import COMMON, PARTIES, RARE
from .site import Site

# A hit on a page of results.
HIT = "article[id^=treffer-]"


def all_of(site):
    """The name of each kind of page, and its address. One that is not found is among them."""
    hit = site.api("search", q=COMMON)["results"][0]["id"]
    return {
        "start": site.address(),
        "results": site.address(q=COMMON),
        "results, chosen values": site.address(
            q=COMMON, partij=PARTIES[:2], soort="beantwoord", jaar="2020-2021"),
        "results, partial": site.address(q=f"{RARE} {COMMON}", pagina=5),
        "results, sets": site.address(q=COMMON, groep="set", sorteer="nieuwste", per=50),
        "nothing found": site.address(q="qqxxqqzz", partij=PARTIES[0]),
        "a suggestion and notes": site.address(q="palnigtrek partij:bestaatniet"),
        "why": site.address(q=COMMON, waarom=hit),
        "similar": site.address(lijkt=hit),
        "set": site.address("/set/ah-tk-20242025-9007"),
        "set with query": site.address("/set/ah-tk-20242025-705", q="klanten opsporing"),
        "set without answer": site.address("/set/kv-tk-2024Z99061"),
        "set of an archive": site.address("/set/ah-tk-19851986-9104"),
        "state": site.address("/stand"),
        "help": site.address("/hulp"),
        "bad request (400)": site.address(q=COMMON, sorteer="mooiste"),
        "not found (404)": site.address("/set/bestaatniet"),
    }


@contextlib.contextmanager
def broken(site, place):
    """A site whose index cannot be read: its pages are those of 503."""
    index = os.path.join(place, "broken")
    os.makedirs(index, exist_ok=True)
    with Site(index, os.path.join(place, "broken.log")) as other:
        yield other.address(q=COMMON)
