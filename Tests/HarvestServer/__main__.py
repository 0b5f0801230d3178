"""A server that publishes invented Kamervragen as the official ones do, for tests of harvest.

It prints its address and answers until it is killed:
  /sru                      the search of publications (SRU 2.0)
  /zoek/ID.FORM             documents; metadata are /zoek/ID/metadata.xml
  /repository/ID/FORM/FILE  the same bytes, at the addresses that records name
  /SyncFeed/2.0/Feed        the data of the Tweede Kamer; also Entiteiten and Resources
  /OData/v5                 a little of its other interface; version 4 is gone
  /robots.txt               what robots may do

The world is a function of the seed and the size. Tests set the day and the faults, and ask what is
true and what was asked (load-again changes the day of records, but no file):
  POST /control/today {"day": "2025-09-01"}     GET /control/today
  POST /control/faults [RULE, ...]              GET /control/faults (rules are in faults.py)
  GET  /control/truth                           GET /control/counts
  POST /control/load-again {"share": 0.5}       POST /control/reset-counts
The day, the faults that were given and the counts lie in the state directory, also after SIGKILL.
"""
import argparse
import datetime
import json
import os
import signal
import sys
import threading

import faults
from catalogue import Catalogue
from feed import Feed
from server import Server, Site
from sru import Search
from state import State
from world import World


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--state", required=True, metavar="DIR", help="directory for its state")
    for name, default, meaning in [("port", 0, "port; 0: any that is free"),
                                   ("seed", 1, "seed of the world"),
                                   ("days", 20, "days on which something is published"),
                                   ("per-day", 15, "publications a day, on average"),
                                   ("feed-page", 250, "entries on a page of the feed")]:
        parser.add_argument(f"--{name}", type=int, default=default, metavar="N",
                            help=f"{meaning} (default: %(default)s)")
    parser.add_argument("--first", type=datetime.date.fromisoformat, default="2025-08-18",
                        metavar="DATE", help="the first day (default: %(default)s)")
    parser.add_argument("--faults", metavar="FILE", help="rules of faults, as JSON")
    parser.add_argument("--attached", action="store_true", help="end when standard input does")
    options = parser.parse_args()
    # Who starts it may have blocked the signals that end it.
    signal.pthread_sigmask(signal.SIG_SETMASK, [])
    state = State(options.state)
    if state.get("today") is None:
        state.set("today", options.first.isoformat())
    if options.faults and state.get("faults") is None:
        with open(options.faults, encoding="utf-8") as file:
            state.set_faults(faults.checked(json.load(file)))
    catalogue = Catalogue(World(options.seed, options.first, options.days, options.per_day), state)
    site = Site(catalogue, Search(catalogue), Feed(catalogue, options.feed_page), state)
    server = Server(options.port, site)
    print(f"http://127.0.0.1:{server.server_port}", flush=True)
    if options.attached:
        threading.Thread(target=lambda: (sys.stdin.buffer.read(), os._exit(0)), daemon=True).start()
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        sys.exit(130)


main()
