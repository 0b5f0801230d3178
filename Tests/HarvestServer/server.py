"""The server: which part answers an address, how an answer is sent, and the control of it all."""
import hashlib
import json
import re
import socket
import struct
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import faults
import forms
from answer import Answer, Request, http_date, page
from world import DAY

DOCUMENT = re.compile(r"(?:/stored)?/(?:zoek/(?P<id>[\w-]+)(?:/(?P<owms>metadata(?:_owms)?\.xml)|"
                      r"\.(?P<ext>xml|html|pdf|odt))|repository/(?P<other>[\w-]+)/\w+/"
                      r"(?P<file>[\w.-]+))")
NOT_FOUND = ("<!DOCTYPE html><html lang=\"nl\"><head><title>Fout 404</title></head><body><h1>De "
             "pagina is niet gevonden</h1></body></html>").encode()
# The service whose pace a request counts for.
SERVICES = {"sru": "sru", "document": "documents", "feed": "feed", "resource": "feed",
            "odata": "feed", "robots": "other", "other": "other"}


class Site:
    """The parts of the server, and which of them answers."""

    def __init__(self, catalogue, search, feed, state):
        self.catalogue, self.search, self.feed, self.state = catalogue, search, feed, state
        self.lock = threading.Lock()
        # When the last answer of each service ended, and how many requests are being answered.
        self.ended, self.open = {}, {}

    @staticmethod
    def kind(path):
        """The kind that rules of faults name."""
        if path.rstrip("/") == "/sru":
            return "sru"
        if path.startswith(("/zoek/", "/repository/", "/stored/")):
            return "document"
        if path.startswith("/SyncFeed/"):
            return "resource" if "/Resources/" in path else "feed"
        if path.startswith("/OData/"):
            return "odata"
        return "robots" if path == "/robots.txt" else "other"

    @staticmethod
    def counted_kind(kind, path):
        """The kind that the counts name: a document by its form."""
        last = path.rsplit("/", 1)[-1]
        if kind != "document" or last.startswith("metadata"):
            return last if kind == "document" else kind
        return last.rsplit(".", 1)[-1] if "." in last else "page"

    def answer(self, request, rule, kind):
        fault = rule["fault"] if rule else ""
        if kind == "sru":
            made = self.search.answer(request, fault)
        elif kind == "document":
            made = self.document(request)
        elif kind in ("feed", "resource"):
            made = self.feed.answer(request, fault)
        elif kind == "odata":
            made = self.feed.odata(request)
        elif kind == "robots":
            made = self.robots(request)
        elif found := re.fullmatch(r"/hop/(\d+)", request.path):
            made = page(302, "Found")
            made.headers["Location"] = f"{request.base}/hop/{int(found[1]) + 1}"
        elif request.path in ("/fout404.html", "/Errors/404.htm"):
            made = Answer(200, NOT_FOUND, "text/html; charset=utf-8")
        else:
            made = page(404, "Not Found")
        return faults.apply(rule, made, request)

    def document(self, request):
        found = DOCUMENT.fullmatch(request.path)
        if not found:
            return page(404, "Not Found")
        identifier = found["id"] or found["other"]
        name = found["file"] or found["owms"] or f"{identifier}.{found['ext']}"
        if not (file := self.catalogue.file(identifier, name)):
            return page(404, "Not Found")
        form, body = file
        made = Answer(200, body, forms.KINDS[form])
        # Nobody knows whether the real ones have them; here those of every other publication do.
        if sum(identifier.encode()) % 2:
            made.headers["ETag"] = '"' + hashlib.sha256(body).hexdigest()[:16] + '"'
            day = self.catalogue.current()[identifier][1].day
            made.headers["Last-Modified"] = http_date(time.mktime(day.timetuple()))
            if request.headers.get("if-none-match") == made.headers["ETag"]:
                return Answer(304, b"", made.kind, made.headers)
        return made

    @staticmethod
    def robots(request):
        if request.headers.get("host", "").startswith(("repository.", "zoekservice.")):
            return Answer(200, b"User-agent: *\nDisallow: /")
        return Answer(200, b"User-agent: *\nDisallow: /zoeken/\nDisallow: /resultaten\n")

    def control(self, method, path, body):
        """What tests set and ask; returns a value for JSON. Raises ValueError on bad input."""
        if method == "GET":
            parts = {"/control/truth": self.catalogue.truth, "/control/counts": self.state.counts,
                     "/control/faults": lambda: {"rules": self.state.get("faults", []),
                                                 "names": sorted(faults.NAMES),
                                                 "passing": sorted(faults.PASSING)},
                     "/control/today": self.today}
            return parts[path]() if path in parts else None
        value = json.loads(body or b"null")
        if path == "/control/today":
            day = value.get("day") if isinstance(value, dict) else None
            time.strptime(str(day), "%Y-%m-%d")
            self.state.set("today", day)
            return self.today()
        if path == "/control/faults":
            self.state.set_faults(faults.checked(value))
            return {"rules": self.state.get("faults")}
        if path == "/control/load-again":
            return self.catalogue.load_again(float(value["share"]))
        if path == "/control/reset-counts":
            self.state.reset_counts()
            with self.lock:
                self.ended = {}
            return {}
        return None

    def today(self):
        world = self.catalogue.world
        return {"day": self.state.get("today"), "first": world.first.isoformat(),
                "last": world.last.isoformat(), "settled": (world.last + 3 * DAY).isoformat()}

    def arrive(self, service):
        """The seconds since the last answer of a service ended, and how many are under way."""
        with self.lock:
            others = self.open.get(service, 0)
            self.open[service] = others + 1
            gap = time.monotonic() - self.ended[service] if service in self.ended else None
            return (0.0 if others else gap), others

    def leave(self, service, ended):
        with self.lock:
            self.open[service] -= 1
            self.ended[service] = ended


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "HarvestServer", ""
    # A client that keeps a connection open and asks nothing holds a thread.
    timeout = 300

    def log_message(self, *parts):
        pass

    def do_GET(self):
        self.handle_request()

    def do_POST(self):
        self.handle_request()

    def do_HEAD(self):
        self.handle_request()

    def handle_request(self):
        arrived = time.time()
        site, path = self.server.site, self.path.partition("?")[0]
        if path.startswith("/control/"):
            return self.send(self.controlled(site, path))
        host = self.headers.get("Host", "")
        request = Request(self.path, {name.lower(): value for name, value in self.headers.items()},
                          f"http://{host}")
        kind = site.kind(path)
        gap, others = site.arrive(SERVICES[kind])
        self.ended = time.monotonic()
        sent, rule, status = 0, None, 0
        try:
            rule = faults.choose(site.state.get("faults", []), kind, self.path, site.state)
            made = site.answer(request, rule, kind)
            status = made.status
            sent = self.send(made)
        finally:
            site.leave(SERVICES[kind], self.ended)
            site.state.record(arrived, host, SERVICES[kind], site.counted_kind(kind, path), status,
                              rule["fault"] if rule else "", sent, gap, others)

    def controlled(self, site, path):
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length)
        try:
            value = site.control(self.command, path, body)
        except (ValueError, TypeError, KeyError, re.error) as error:
            return Answer(400, f"{error}\n".encode())
        if value is None:
            return page(404, "Not Found")
        return Answer(200, json.dumps(value, ensure_ascii=False).encode(), "application/json")

    def send(self, answer):
        """Sends an answer, as its faults have it; returns the bytes of the body that went out."""
        time.sleep(answer.wait)
        # The client may have the last bytes before this thread goes on after writing them.
        self.ended = time.monotonic()
        if answer.end in ("silent", "reset"):
            if answer.end == "reset":
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER,
                                           struct.pack("ii", 1, 0))
                self.connection.close()
            self.close_connection = True
            return 0
        body = answer.body if self.command != "HEAD" and answer.status != 304 else b""
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Type", answer.kind)
        if answer.is_chunked:
            self.send_header("Transfer-Encoding", "chunked")
        elif answer.status != 304:
            length = len(answer.body) if answer.declared is None else answer.declared
            self.send_header("Content-Length", str(length))
        if answer.end == "close":
            self.send_header("Connection", "close")
            self.close_connection = True
        self._headers_buffer.append(b"\r\n")
        head, self._headers_buffer = b"".join(self._headers_buffer), []
        sent = body if answer.sent is None else body[:answer.sent]
        data = sent
        if answer.is_chunked:
            data = b"%x\r\n%s\r\n" % (len(sent), sent) if sent else b""
            data += b"0\r\n\r\n" if answer.sent is None else b""
        if not answer.drip:
            self.wfile.write(head + data)
        else:
            self.wfile.write(head)
            step = max(len(data) // 20, 1)
            for at in range(0, len(data), step):
                time.sleep(answer.drip / 20)
                self.ended = time.monotonic()
                self.wfile.write(data[at:at + step])
        return len(sent)


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, port, site):
        super().__init__(("127.0.0.1", port), Handler)
        self.site = site

    def process_request(self, request, client_address):
        # Small answers would otherwise wait for the acknowledgement of the ones before.
        request.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        super().process_request(request, client_address)

    def handle_error(self, request, client_address):
        """A client that goes away is no fault of the server."""
        if not isinstance(sys.exc_info()[1], (ConnectionError, OSError, ValueError)):
            super().handle_error(request, client_address)
