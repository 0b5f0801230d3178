"""The server that publishes invented Kamervragen: starts it, sets its day and faults, asks it."""
import http.client
import json
import os
import signal
import subprocess
import sys

from . import command

SERVER = os.path.join(os.path.dirname(command.SCRIPTS), "Tests", "HarvestServer")


class Publisher:
    """Tests/HarvestServer on a port that it keeps, until the `with` block ends."""

    def __init__(self, state, *options):
        self.state, self.options, self.port = state, options, 0

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *failure):
        self.kill()

    def start(self):
        self.process = subprocess.Popen(
            [sys.executable, SERVER, "--state", self.state, "--port", str(self.port),
             *self.options], stdout=subprocess.PIPE, text=True)
        self.address = self.process.stdout.readline().strip()
        if not self.address:
            raise RuntimeError("the server does not start")
        self.port = int(self.address.rsplit(":", 1)[1])

    def kill(self):
        """Kills it as a power cut would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.process.stdout.close()

    def ask(self, name, value=None):
        """Asks a part of its control, or sets it to a value."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        connection.request("GET" if value is None else "POST", f"/control/{name}",
                           None if value is None else json.dumps(value))
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        if answer.status != 200:
            raise RuntimeError(f"{name}: {body.decode()}")
        return json.loads(body)
