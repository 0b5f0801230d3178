"""What the world shows on the day that is set: records, files, and what a perfect mirror has."""
import datetime
import hashlib
import threading

import forms
import sru


class Catalogue:
    def __init__(self, world, state):
        self.world, self.state = world, state
        self.lock = threading.RLock()
        self.kept = None
        # What can be searched of a version, and the SHA-256 and the size of its files.
        self.fields, self.sums = {}, {}

    @property
    def today(self):
        return datetime.date.fromisoformat(self.state.get("today"))

    @property
    def changes(self):
        return self.state.changes

    def current(self):
        """Publications and what each is today, by identifier."""
        with self.lock:
            if self.kept is None or self.kept[0] != self.changes:
                moved = {identifier: datetime.date.fromisoformat(day)
                         for identifier, day in self.state.moved().items()}
                today, found = self.today, {}
                for one in self.world.publications:
                    version = one.version(today, moved.get(one.identifier))
                    if version:
                        found[one.identifier] = (one, version)
                listed = [(one, version, self.fields_of(one, version))
                          for one, version in found.values()
                          if version.removal in ("", "withdrawn-listed")]
                self.kept = (self.changes, found, listed)
            return self.kept[1]

    def fields_of(self, one, version):
        key = (one.identifier, version.day, version.text, version.metadata)
        if key not in self.fields:
            self.fields[key] = sru.fields(one, version)
        return self.fields[key]

    def listed(self):
        """What the search shows: publications, versions and the values of their indexes."""
        with self.lock:
            self.current()
            return self.kept[2]

    def move(self, publications):
        """Changes records today, but nothing in their files."""
        current = self.current()
        self.state.move([one.identifier for one in publications
                         if current[one.identifier][1].day < self.today], self.today)

    def load_again(self, share):
        """Changes the records of a share of all publications, as a mass correction does."""
        count = int(len(self.listed()) * share)
        self.move([one for one, _, _ in self.listed()[:count]])
        return {"moved": count}

    def file(self, identifier, name):
        """The form and the bytes of a file, or None."""
        one, version = self.current().get(identifier, (None, None))
        if not one or version.removal == "gone":
            return None
        for form in forms.KINDS:
            if name == forms.file_name(identifier, form):
                # A withdrawn publication shows its notice at the address of a page it never had.
                if form in version.forms or (version.removal and form == "html"):
                    body = forms.body(one, version, form)
                    return body and (form, body)
        return None

    def truth(self):
        """What a perfect mirror of today holds."""
        publications, removed, superseded = {}, {}, {}
        current = self.current()
        for identifier, (one, version) in current.items():
            if one.replaced_by in current:
                superseded[identifier] = {"by": one.replaced_by, "listed": not version.removal}
            elif version.removal:
                removed[identifier] = {"day": version.day.isoformat(), "how": version.removal}
            else:
                publications[identifier] = {
                    "modified": version.day.isoformat(), "date": one.date.isoformat(),
                    "status": version.status, "vraagnummer": one.case.number,
                    "forms": {form: self.sum(one, version, form) for form in version.forms}}
        return {"today": self.today.isoformat(), "publications": publications,
                "removed": removed, "superseded": superseded}

    def sum(self, one, version, form):
        # The day is in the comment of one form, and in no other.
        day = version.day if form == "metadataowms" else None
        key = (one.identifier, form, day, version.status, version.text, version.metadata)
        if key not in self.sums:
            body = forms.body(one, version, form)
            self.sums[key] = {"file": forms.file_name(one.identifier, form),
                              "sha256": hashlib.sha256(body).hexdigest(), "bytes": len(body)}
        return self.sums[key]
