"""What the trials share: an index of invented sets, runs that change it, and what it holds."""
import json
import os
import shutil

from . import command, sets

KINDS = ["build", "update", "rebuild", "compact"]
WORDS = "de van kan met niet aan voor is op te".split()
# The warning of a check after a run that ended between two commits.
INTERRUPTED = "een run is tijdens het opslaan afgebroken"


class Trials:
    """An index in a scratch directory, the texts it is made of, and the number of faults."""

    def __init__(self, place, index, count):
        # Loading Debian's word list would take most of the time of a small run.
        os.environ["VRAAGBAAK_WORDS"] = "/dev/null"
        self.index, self.texts = index, os.path.join(place, "texts")
        self.files = sets.write(count, os.path.join(place, "corpus"))
        self.faults = 0

    def fault(self, what, run):
        self.faults += 1
        print(f"{what}: {run.returncode} {run.stdout[:200]} {run.stderr[:400]}", flush=True)

    def prepare(self, kind, shards, files, new=None):
        """Lays out half of the files, indexes them except for a build, and changes them for an
        update, which brings at most `new` of the others. Returns the arguments of the run to
        try."""
        for directory in (self.texts, self.index):
            shutil.rmtree(directory, ignore_errors=True)
        os.makedirs(self.texts)
        half, part = len(files) // 2, len(files) // 24
        self.add(files[:half])
        arguments = ["index", "--index", self.index, "--shards", shards, self.texts]
        if kind != "build":
            command.run(*arguments)
        if kind == "update":
            # A twelfth goes, a twelfth gets another text, and the others come.
            self.remove(files[:part])
            for file, other in zip(files[part:2 * part], files[half:half + part]):
                shutil.copy(other, self.text_of(file))
            self.add(files[half + part:][:new])
        if kind == "rebuild":
            arguments.append("--rebuild")
        return ["compact", "--index", self.index] if kind == "compact" else arguments

    def text_of(self, file):
        return os.path.join(self.texts, os.path.basename(file))

    def add(self, files):
        for file in files:
            shutil.copy(file, self.texts)

    def remove(self, files):
        for file in files:
            os.remove(self.text_of(file))

    def has_index(self):
        return os.path.exists(os.path.join(self.index, "XAPIANDB"))


def picture(index, words):
    """What an index holds: its counts, and what some words find. Facets count all matches; totals
    are bounds, which depend on how the index is divided."""
    status = json.loads(command.run("status", "--index", index, "--format", "json").stdout)
    counts = [status[key] for key in ("sets", "passages", "terms", "sources", "refused")]
    found = []
    for word in words:
        run = command.run("search", "--index", index, "--exact", "--format", "json",
                          "--limit", "100", "--facet", "soort", word)
        answer = json.loads(run.stdout)
        found.append([answer["facets"], [result["id"] for result in answer["results"]]])
    return [counts, found]
