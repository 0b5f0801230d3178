"""A site to test: a collection, its index, and the server of its pages."""
import http.client
import json
import os
import re
import subprocess
import time
import urllib.parse

from .. import command

CORPUS = os.path.join(os.path.dirname(command.SCRIPTS), "Corpus")


class Site:
    """A running `vraagbaak serve`."""

    def __init__(self, index, log):
        self.index, self.log = index, log
        with open(log, "w", encoding="utf-8") as errors:
            self.server = subprocess.Popen(
                [command.path(), "serve", "--index", index, "--listen", "127.0.0.1:0"],
                stderr=errors)
        found = None
        while not found:
            if self.server.poll() is not None:
                raise OSError(f"vraagbaak serve did not start: {self.messages()}")
            time.sleep(0.02)
            found = re.search(r"luistert op 127\.0\.0\.1:(\d+);.*\n", self.messages())
        self.port = int(found[1])
        self.origin = f"http://127.0.0.1:{self.port}"

    def messages(self):
        """What the server has written to its standard error."""
        with open(self.log, encoding="utf-8") as file:
            return file.read()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait()

    def address(self, path="/", **parameters):
        """The whole address of a page. The value of a parameter may be a list of values."""
        return self.origin + path + ("?" + urllib.parse.urlencode(parameters, doseq=True)
                                     if parameters else "")

    def get(self, address, method="GET"):
        """Asks without a browser and follows nothing: the status, the headers and the body."""
        parts = urllib.parse.urlsplit(address)
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request(method, parts.path + (f"?{parts.query}" if parts.query else ""))
        answer = connection.getresponse()
        body = answer.read().decode("utf-8", errors="strict")
        connection.close()
        return answer.status, dict(answer.getheaders()), body

    def api(self, path, **parameters):
        """What the interface for programs says, as JSON; None if it is an error."""
        status, _, body = self.get(self.address("/api/v1/" + path, **parameters))
        return json.loads(body) if status == 200 else None


def build(index, *sources):
    """Indexes files; the script ends if that fails."""
    run = command.run("index", "--quiet", "--index", index, *sources)
    if run.returncode not in (0, 65):
        raise OSError(f"vraagbaak index ended with {run.returncode}: {run.stderr}")
