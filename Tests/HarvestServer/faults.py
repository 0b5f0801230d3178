"""What goes wrong, by name: which fault a request gets, and what it does to the answer.

A rule is {"fault": NAME, "on": KIND, "match": PATTERN, "times": N, "after": N}; all but the fault
may be left out. KIND is sru, document, feed, resource, odata or robots; PATTERN is looked for in
path and query; the first `after` requests that match are spared, and `times` get the fault. Some
faults take "seconds": how long slow and drip last, and what Retry-After asks for.

A rule of chance is {"random": 0.1, "seed": 7, "faults": [NAME, ...]}: each request has that chance,
but one address never gets more than two in a row. Without faults: those of PASSING that concern it.
"""
import gzip
import random
import re
import time

from answer import Answer, http_date, page
from forms import WITHDRAWN

MAXIMUM_ROW = 2
FOREIGN = "http://foreign.invalid/elsewhere"


def replace(status, heading):
    return lambda answer, request, rule: page(status, heading)


def retry_after(status, is_date=False):
    def give(answer, request, rule):
        made = page(status, "Too Many Requests" if status == 429 else "Service Unavailable")
        seconds = rule.get("seconds", 1)
        made.headers["Retry-After"] = (http_date(time.time() + seconds) if is_date
                                       else str(int(seconds)))
        return made
    return give


def redirect(status, target):
    """To an address that `target` makes of the request."""
    def give(answer, request, rule):
        made = page(status, "Moved")
        made.headers["Location"] = target(request)
        return made
    return give


def change(**fields):
    """Sends the same answer otherwise; a value may be computed from the answer and the rule."""
    def give(answer, request, rule):
        for name, value in fields.items():
            setattr(answer, name, value(answer, rule) if callable(value) else value)
        return answer
    return give


def with_body(make, kind=None, status=200):
    """Another body, which `make` makes of the one that was due."""
    def give(answer, request, rule):
        return Answer(status, make(answer.body), kind or answer.kind, answer.headers)
    return give


def entities(body):
    """The document with a type that defines entities without end, and one from elsewhere."""
    root = re.search(rb"<([a-zA-Z_][\w.-]*)", re.sub(rb"<[?!][^>]*>", b"", body))
    name = root[1] if root else b"metadata"
    inner = b"".join(b'<!ENTITY e%d "%s">' % (n, b"&e%d;" % (n - 1) * 10) for n in range(1, 9))
    start = body.find(b"<" + name)
    return (b'<?xml version="1.0"?><!DOCTYPE ' + name + b' [<!ENTITY e0 "x">' + inner
            + b'<!ENTITY f SYSTEM "file:///etc/passwd">]>' + body[max(start, 0):].replace(
                b"</", b"&e8;&f;</", 1))


def other_identifier(body):
    """A document that is about another publication: each last digit of an identifier changes."""
    def other(found):
        return found[1] + bytes([48 + (found[2][0] - 47) % 10])
    return re.sub(rb"((?:ah|kv)-(?:tk-|ek-)?[\dZ-]*)(\d)\b", other, body)


def regenerated(body):
    return re.sub(rb"( op )\d{4}-\d\d-\d\d(\+)", rb"\g<1>2031-01-01\2", body)


def foreign_next(body):
    return re.sub(rb'(rel="next" href=")[^"]*', rb"\1" + FOREIGN.encode() + rb"?skiptoken=1", body)


def only_xml(make):
    """Leaves the other forms alone, in which nobody could see such a fault."""
    return lambda body: (make(body) if body.startswith(b"<?xml") and b"<html" not in body[:500]
                         else body)


def squeezed(answer, request, rule):
    """Compressed, although nobody asked for it."""
    answer.body = gzip.compress(answer.body)
    answer.headers["Content-Encoding"] = "gzip"
    return answer


def not_modified(answer, request, rule):
    """304, also if the bytes have changed."""
    asked = {"if-none-match", "if-modified-since"} & set(request.headers)
    return Answer(304, b"", answer.kind, answer.headers) if asked else answer


def without_validators(answer, request, rule):
    answer.headers = {name: value for name, value in answer.headers.items()
                      if name not in ("ETag", "Last-Modified")}
    return answer


SRU, DOCUMENT, FEED, RESOURCE = "sru", "document", "feed", "resource"
ANY = (SRU, DOCUMENT, FEED, RESOURCE, "odata", "robots")
FILES = (DOCUMENT, RESOURCE)
PAGES = (SRU, DOCUMENT, FEED)
HTML = "text/html; charset=utf-8"

# Faults that change an answer: where they may happen, and what they do.
TRANSPORT = {
    "http-408": (ANY, replace(408, "Request Timeout")),
    "http-425": (ANY, replace(425, "Too Early")),
    "http-429": (ANY, replace(429, "Too Many Requests")),
    "http-429-seconds": (ANY, retry_after(429)),
    "http-429-date": (ANY, retry_after(429, is_date=True)),
    "http-500-html": (ANY, replace(500, "Internal Server Error")),
    "http-502-html": (ANY, replace(502, "Bad Gateway")),
    "http-503-html": (ANY, replace(503, "Service Unavailable")),
    "http-503-seconds": (ANY, retry_after(503)),
    "http-504-html": (ANY, replace(504, "Gateway Time-out")),
    "http-400": (ANY, replace(400, "Bad Request")),
    "http-403": (ANY, replace(403, "Forbidden")),
    "http-404": (ANY, replace(404, "Not Found")),
    "json-404": (FILES, with_body(lambda body: b'{"error":{"code":"","message":"Not found"}}',
                                  "application/json", 404)),
    "json-500": (FILES, with_body(lambda body: b'{"error":{"code":"","message":"An error has '
                                               b'occurred."}}', "application/json", 500)),
    "slow": (ANY, change(wait=lambda answer, rule: rule.get("seconds", 0.3))),
    "drip": (ANY, change(drip=lambda answer, rule: rule.get("seconds", 0.3))),
    "cut-off": (ANY, change(sent=lambda answer, rule: len(answer.body) // 2, end="close")),
    "cut-off-chunked": (ANY, change(sent=lambda answer, rule: len(answer.body) // 2, end="close",
                                    is_chunked=True)),
    "chunked": (ANY, change(is_chunked=True)),
    "no-answer": (ANY, change(end="silent")),
    "reset": (ANY, change(end="reset")),
    "length-too-large": (ANY, change(declared=lambda answer, rule: len(answer.body) + 100,
                                     end="close")),
    "length-too-small": (ANY, change(declared=lambda answer, rule: max(len(answer.body) - 100, 0),
                                     end="close")),
    "empty-body": (PAGES + FILES, with_body(lambda body: b"")),
    "html-200": (PAGES, with_body(lambda body: b"<!DOCTYPE html><html><head><title>Storing</title>"
                                               b"</head><body><p>Probeer het later.</p></body>"
                                               b"</html>", HTML)),
    "html-200-as-xml": (PAGES, with_body(lambda body: b"<html><body><p>Storing</p></body></html>",
                                         "application/xml")),
    "not-well-formed": (PAGES, with_body(lambda body: body[:len(body) * 2 // 3])),
    "not-utf-8": (PAGES, with_body(only_xml(
        lambda body: body[:len(body) // 2] + b"\xff\xfe\x00" + body[len(body) // 2:]))),
    "entities": (PAGES, with_body(only_xml(entities))),
    "other-identifier": ((DOCUMENT,), with_body(other_identifier)),
    "regenerated": ((DOCUMENT,), with_body(regenerated)),
    "too-large": (ANY, with_body(lambda body: body + b" " * (100 << 20))),
    "gzip": (ANY, squeezed),
    "other-kind": (ANY, change(kind="application/octet-stream")),
    "fout404": (FILES, redirect(302, lambda request: request.base + "/fout404.html")),
    "errors-404": (FILES, redirect(302, lambda request: request.base + "/Errors/404.htm")),
    "endless-301": (ANY, redirect(301, lambda request: request.base + request.target)),
    "many-redirects": (ANY, redirect(302, lambda request: request.base + "/hop/1")),
    "foreign-redirect": (ANY, redirect(302, lambda request: FOREIGN)),
    "file-redirect": (ANY, redirect(302, lambda request: "file:///etc/passwd")),
    "good-redirect": ((DOCUMENT,), redirect(302, lambda request: request.base + "/stored"
                                            + request.target)),
    "withdrawn-html": ((DOCUMENT,), with_body(
        lambda body: f"<!DOCTYPE html><html><body><p>{WITHDRAWN}.</p></body></html>".encode(),
        HTML)),
    "stub-xml": ((DOCUMENT,), with_body(lambda body: b"<metadata></metadata>\n",
                                        "application/xml")),
    "not-modified": (FILES, not_modified),
    "without-validators": (FILES, without_validators),
    "docx-as-pdf": ((RESOURCE,), with_body(lambda body: b"PK\x03\x04\x14\0\x06\0" + b"\0" * 22
                                           + b"[Content_Types].xml" + body[:200],
                                           "application/pdf")),
    "foreign-next": ((FEED,), with_body(foreign_next)),
    "robots-forbids": (("robots",), with_body(lambda body: b"User-agent: *\nDisallow: /")),
    "robots-allows": (("robots",), with_body(lambda body: b"User-agent: *\nDisallow:\n")),
}
# Faults of the contents, which sru.py and feed.py make themselves.
CONTENTS = {
    SRU: ("other-prefixes", "changing-count", "empty-page", "repeated-record", "moved-record",
          "missing-records", "without-next", "same-next", "diagnostic", "diagnostic-bare",
          "ignored-date", "json"),
    FEED: ("bare-attributes", "feed-empty"),
}
# Those that pass: after them the same request gets what is right, or they do no harm.
PASSING = """http-408 http-425 http-429 http-429-seconds http-429-date http-500-html http-502-html
http-503-html http-503-seconds http-504-html http-403 http-404 json-404 json-500 slow drip cut-off
cut-off-chunked chunked no-answer reset length-too-large length-too-small empty-body html-200
html-200-as-xml not-well-formed not-utf-8 entities other-identifier regenerated gzip other-kind
fout404 errors-404 endless-301 many-redirects foreign-redirect file-redirect good-redirect
without-validators docx-as-pdf foreign-next other-prefixes changing-count empty-page
repeated-record moved-record without-next same-next diagnostic diagnostic-bare ignored-date json
bare-attributes feed-empty""".split()
NAMES = set(TRANSPORT).union(*CONTENTS.values())


def concerns(name, kind):
    return kind in TRANSPORT[name][0] if name in TRANSPORT else name in CONTENTS.get(kind, ())


def checked(rules):
    """The rules as a list. Raises ValueError, which says what is wrong."""
    rules = rules if isinstance(rules, list) else [rules]
    for rule in rules:
        if not isinstance(rule, dict):
            raise ValueError(f"no rule: {rule}")
        names = rule.get("faults", []) + ([] if "random" in rule else [rule.get("fault")])
        if unknown := [name for name in names if name not in NAMES]:
            raise ValueError(f"no fault: {unknown[0]}; there are {' '.join(sorted(NAMES))}")
        re.compile(rule.get("match", ""))
    return rules


def choose(rules, kind, target, state):
    """The rule with the fault that this request gets, or None."""
    for number, rule in enumerate(rules):
        if "random" not in rule:
            if rule.get("on", kind) == kind and re.search(rule.get("match", ""), target) \
                    and concerns(rule["fault"], kind) \
                    and state.see(number, rule.get("after", 0), rule.get("times")):
                return rule
            continue
        names = [name for name in rule.get("faults", PASSING) if concerns(name, kind)]
        seed = f"{rule.get('seed', 1)} {target}"
        asked = state.see_url(target, MAXIMUM_ROW, lambda count: bool(names) and random.Random(
            f"{seed} {count}").random() < rule["random"])
        if asked is not None:
            return dict(rule, fault=random.Random(f"{seed} {asked} which").choice(names))
    return None


def apply(rule, answer, request):
    """The answer with the fault, unless the fault is one of the contents."""
    if rule and rule["fault"] in TRANSPORT:
        return TRANSPORT[rule["fault"]][1](answer, request, rule)
    return answer
