"""Pairs of forms of words, and a table of those that are judged rightly."""
import collections


def read(path):
    """Query form, text form, `must` or `must-not`, and class of each line of a table."""
    with open(path, encoding="utf-8") as file:
        for row in [line.rstrip("\n").split("\t") for line in file][1:]:
            yield row[0], row[1], row[2], row[4]


class Table:
    def __init__(self):
        self.right, self.count = collections.Counter(), collections.Counter()
        self.errors = []

    def add(self, query, text, verdict, kind, is_found):
        is_right = is_found == (verdict == "must")
        for column in [kind, "~ all"] + (["~ all but hard"] if kind != "hard" else []):
            self.right[verdict, column] += is_right
            self.count[verdict, column] += 1
        if not is_right:
            self.errors.append(f"  {verdict}: {query} / {text} ({kind})")

    def print(self, with_errors):
        print("pairs           class                    right    of")
        for (verdict, kind), count in sorted(self.count.items()):
            right = self.right[verdict, kind]
            print(f"{verdict:15} {kind:22} {right:7} {count:5} {100 * right / count:6.1f} %")
        if with_errors:
            print("\n".join(self.errors))
