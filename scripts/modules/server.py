"""A server of pages under test: starts it, asks it, and tells what memory it has."""
import http.client
import re
import subprocess
import urllib.parse

from . import command


class Server:
    """`vraagbaak serve` of an index on a free port, until the `with` block ends."""

    def __init__(self, index, *options):
        self.arguments = ["serve", "--index", index, "--listen", "127.0.0.1:0", *options]

    def __enter__(self):
        self.process = subprocess.Popen([command.path(), *self.arguments],
                                        stderr=subprocess.PIPE, text=True)
        line = self.process.stderr.readline()
        found = re.search(r"luistert op ([\d.]+):(\d+)", line)
        if not found:
            raise RuntimeError(f"the server does not start: {line}")
        self.host, self.port = found[1], int(found[2])
        self.address = f"http://{self.host}:{self.port}"
        return self

    def __exit__(self, *failure):
        self.process.terminate()
        self.process.wait(30)
        self.process.stderr.close()

    def is_up(self):
        return self.process.poll() is None

    def connection(self):
        return http.client.HTTPConnection(self.host, self.port, timeout=60)

    def get(self, path, parameters=None, connection=None, headers={}):
        """The status, the headers and the body of an answer."""
        target = path + ("?" + urllib.parse.urlencode(parameters) if parameters else "")
        asked = connection or self.connection()
        asked.request("GET", target, headers=headers)
        answer = asked.getresponse()
        body = answer.read()
        if not connection:
            asked.close()
        return answer.status, answer.headers, body

    def megabytes(self):
        """The memory that is in use now."""
        with open(f"/proc/{self.process.pid}/status") as status:
            kilobytes = re.search(r"VmRSS:\s+(\d+)", status.read())[1]
        return int(kilobytes) / 1024

    def cpu_seconds(self):
        """The processor time used so far."""
        with open(f"/proc/{self.process.pid}/stat") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / 100
