"""Files and queries that would cost a reader much time or memory; always the same ones.

Each kind is written twice, the second time with twice as many of what it has many of: a reader that
is linear takes twice as long. A name says the kind and which of the two it is (`text-marks-1.txt`).
Metadata beside a document are a directory with both. `queries.txt` has a query on each line.
"""
import os
import random

from . import markup, old, packed, queries, texts


def write(directory, scale=1, only=""):
    """Writes the files of the kinds with the word `only` in their names, and the queries. The scale
    multiplies all sizes. Returns the numbers of files and of queries."""
    kinds = [(f"{name}-{{}}.{extension}", name, count, make)
             for module in (texts, old, markup, packed)
             for name, extension, count, make in module.files()]
    kinds += [(f"{name}-{{}}/metadata.xml", name, count, make)
              for name, count, make in markup.metadata()]
    kinds = [kind for kind in kinds if only in kind[1]]
    for place, name, count, make in kinds:
        for step in (1, 2):
            path = os.path.join(directory, place.format(step))
            os.makedirs(os.path.dirname(path), exist_ok=True)
            source = random.Random(f"{name} {step}")
            with open(path, "wb") as file:
                file.write(make(max(1, int(count * scale * step)), source))
            if path.endswith("/metadata.xml"):
                with open(os.path.join(os.path.dirname(path), "set.xml"), "wb") as file:
                    file.write(markup.xml().encode())
    lines = [query.replace("\n", " ") + "\n" for query in queries.lines(scale)]
    os.makedirs(directory, exist_ok=True)
    with open(os.path.join(directory, "queries.txt"), "wb") as file:
        file.write("".join(lines).encode("utf-8", "surrogatepass"))
    return 2 * len(kinds), len(lines)
