"""The command under test: where it is, and how to run it."""
import functools
import os
import subprocess
import sys

SCRIPTS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


@functools.cache
def path():
    """The path that scripts/command prints. If it fails, the script ends with its exit code."""
    found = subprocess.run([os.path.join(SCRIPTS, "command")], stdout=subprocess.PIPE, text=True)
    if found.returncode != 0:
        sys.exit(found.returncode)
    return found.stdout.strip()


def run(*arguments, **options):
    """Runs the command to its end; returns its exit code, output and messages."""
    return subprocess.run([path(), *arguments], capture_output=True, text=True, errors="replace",
                          **options)


def set_up(*packages):
    """Installs Debian packages that are missing, beside those that the command needs."""
    subprocess.run([os.path.join(SCRIPTS, "setup"), *packages], check=True)
