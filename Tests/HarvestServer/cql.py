"""The part of CQL that the search understands."""
import datetime
import re
import unicodedata

TOKEN = re.compile(r'\s*(?:"((?:[^"\\]|\\.)*)"|(==|>=|<=|<>|[()=<>])|([^\s()=<>"]+))')
PREFIXES = {"dt", "w", "c", "cd", "cql"}
INDEXES = {
    "dt.identifier", "dt.title", "dt.type", "dt.creator", "dt.modified", "dt.date",
    "dt.available", "dt.issued", "c.product-area", "c.content-area", "w.publicatienaam",
    "w.vergaderjaar", "w.documentstatus", "w.vraagnummer", "w.aanhangselnummer", "w.subrubriek",
    "w.organisatietype", "cd.datumTijdstipWijzigingWork", "cd.datumTijdstipWijzigingExpression",
    "cql.allRecords",
}
DATES = {"dt.modified", "dt.date", "dt.available", "dt.issued"}
RELATIONS = {"==", "=", ">=", "<=", "<", ">", "<>", "any"}
MAXIMUM_DEPTH = 50


class Rejected(Exception):
    """A query that the search does not answer; the diagnostic's number and message."""

    def __init__(self, number, message):
        super().__init__(message)
        self.number, self.message = number, message


def folded(text):
    parts = unicodedata.normalize("NFD", text.casefold())
    return " ".join("".join(c for c in parts if not unicodedata.combining(c)).split())


def is_date(text):
    try:
        return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", text)) and bool(
            datetime.date.fromisoformat(text))
    except ValueError:
        return False


class Query:
    """A parsed query: `matches` says whether a record is found, `sort` names an index and says
    whether it descends, `ignored` has the clauses that were dropped."""

    def __init__(self, text, ignores_dates=False):
        self.ignores_dates, self.ignored, self.sort = ignores_dates, [], None
        self.tokens, at = [], 0
        text = text.rstrip()
        while at < len(text):
            found = TOKEN.match(text, at)
            if not found:
                raise Rejected(10, f"line 1:{at} token recognition error")
            kind = "text" if found[1] is not None else "sign" if found[2] else "word"
            self.tokens.append((kind, found[found.lastindex], found.start(found.lastindex)))
            at = found.end()
        self.at, self.depth = 0, 0
        self.matches = self.disjunction()
        if self.next_word() == "sortby":
            self.at += 1
            self.read_sort()
        if self.at < len(self.tokens):
            self.refuse()

    def refuse(self):
        at = self.tokens[self.at][1:] if self.at < len(self.tokens) else ("<EOF>", 0)
        raise Rejected(10, f"line 1:{at[1]} mismatched input '{at[0]}' expecting a search clause")

    def next_word(self):
        kind, value = self.tokens[self.at][:2] if self.at < len(self.tokens) else ("", "")
        return value.lower() if kind == "word" else ""

    def take(self, *kinds):
        if self.at >= len(self.tokens) or self.tokens[self.at][0] not in kinds:
            self.refuse()
        self.at += 1
        return self.tokens[self.at - 1][1]

    def disjunction(self):
        """Clauses joined by and, or, not, which bind equally, from left to right."""
        left = self.clause()
        while (operator := self.next_word()) in ("and", "or", "not"):
            self.at += 1
            left = self.joined(operator, left, self.clause())
        return left

    @staticmethod
    def joined(operator, left, right):
        if operator == "and":
            # The days come last in most queries and leave out most.
            return lambda record: right(record) and left(record)
        if operator == "or":
            return lambda record: left(record) or right(record)
        return lambda record: left(record) and not right(record)

    def clause(self):
        if self.tokens[self.at:self.at + 1] and self.tokens[self.at][:2] == ("sign", "("):
            self.at += 1
            self.depth += 1
            if self.depth > MAXIMUM_DEPTH:
                raise Rejected(10, "too many parentheses")
            inner = self.disjunction()
            if self.take("sign") != ")":
                self.at -= 1
                self.refuse()
            self.depth -= 1
            return inner
        if self.next_word() in ("and", "or", "not", "sortby"):
            self.refuse()
        index = self.known(self.take("word"))
        relation = self.take("sign", "word").lower()
        if relation not in RELATIONS:
            self.at -= 1
            self.refuse()
        value = self.take("word", "text")
        return self.comparison(index, relation, value)

    @staticmethod
    def known(index):
        prefix, dot, _ = index.partition(".")
        if not dot or prefix not in PREFIXES:
            raise Rejected(15, f"unknown prefix {prefix}")
        if index not in INDEXES:
            raise Rejected(16, f"Unsupported index {index}")
        return index

    def comparison(self, index, relation, value):
        if index == "cql.allRecords":
            return lambda record: True
        if index in DATES and (self.ignores_dates or not is_date(value)):
            self.ignored.append(f"[:{value}] is not a valid range constraint against type date")
            return lambda record: True
        tests = {
            "==": lambda one: one == value, "<>": lambda one: one != value,
            ">=": lambda one: one >= value, "<=": lambda one: one <= value,
            ">": lambda one: one > value, "<": lambda one: one < value,
        }
        if relation == "=":
            phrase = f" {folded(value)} "
            test = (tests["=="] if index in DATES or index == "dt.identifier"
                    else lambda one: phrase in f" {folded(one)} ")
        elif relation == "any":
            wanted = set(folded(value).split())
            test = lambda one: not wanted.isdisjoint(folded(one).split())  # noqa: E731
        else:
            test = tests[relation]
        return lambda record: any(map(test, record.get(index, ())))

    def read_sort(self):
        """The keys after sortBy, of which the first counts."""
        while self.at < len(self.tokens):
            key, slash, order = self.take("word").partition("/")
            self.known(key)
            if slash and order not in ("sort.ascending", "sort.descending"):
                raise Rejected(10, f"unsupported sort modifier {order}")
            self.sort = self.sort or (key, order == "sort.descending")
