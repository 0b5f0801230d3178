"""What outlives a restart: the day, the faults and how often each was given, and what was asked.

All of it lies in one database. Nothing waits for the disk: the process may be killed at any
moment, the machine may not.
"""
import json
import os
import sqlite3
import threading

TABLES = """
CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT);
CREATE TABLE IF NOT EXISTS used (rule INTEGER PRIMARY KEY, seen INTEGER, given INTEGER);
CREATE TABLE IF NOT EXISTS url (url TEXT PRIMARY KEY, asked INTEGER, row INTEGER);
CREATE TABLE IF NOT EXISTS moved (identifier TEXT PRIMARY KEY, day TEXT);
CREATE TABLE IF NOT EXISTS request (time REAL, host TEXT, service TEXT, kind TEXT, status INTEGER,
                                    fault TEXT, bytes INTEGER, gap REAL, others INTEGER);
"""


class State:
    def __init__(self, directory):
        os.makedirs(directory, exist_ok=True)
        self.lock = threading.RLock()
        self.database = sqlite3.connect(os.path.join(directory, "state.db"),
                                        check_same_thread=False, isolation_level=None)
        self.database.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;" + TABLES)
        self.settings = {name: json.loads(value)
                         for name, value in self.ask("SELECT * FROM setting")}
        # Grows with each change that answers depend on, so that they can be kept until then.
        self.changes = 0

    def ask(self, statement, *values):
        with self.lock:
            return self.database.execute(statement, values).fetchall()

    def set(self, name, value):
        with self.lock:
            self.ask("INSERT OR REPLACE INTO setting VALUES (?, ?)", name, json.dumps(value))
            self.settings[name] = value
            self.changes += 1

    def get(self, name, default=None):
        return self.settings.get(name, default)

    def set_faults(self, rules):
        with self.lock:
            self.ask("DELETE FROM used")
            self.set("faults", rules)

    def see(self, rule, after, times):
        """Counts a request that a rule matches; says whether the fault is due."""
        with self.lock:
            seen, given = (self.ask("SELECT seen, given FROM used WHERE rule = ?", rule)
                           or [(0, 0)])[0]
            due = seen >= after and (times is None or given < times)
            self.ask("INSERT OR REPLACE INTO used VALUES (?, ?, ?)", rule, seen + 1, given + due)
            return due

    def see_url(self, url, maximum_row, is_due):
        """Counts a request for an address, and says whether a fault is due: `is_due` tells from
        the number of earlier requests, and there are never more than `maximum_row` in a row."""
        with self.lock:
            asked, row = (self.ask("SELECT asked, row FROM url WHERE url = ?", url) or [(0, 0)])[0]
            due = row < maximum_row and is_due(asked)
            self.ask("INSERT OR REPLACE INTO url VALUES (?, ?, ?)", url, asked + 1,
                     row + 1 if due else 0)
            return asked if due else None

    def moved(self):
        return dict(self.ask("SELECT identifier, day FROM moved"))

    def move(self, identifiers, day):
        with self.lock:
            self.database.execute("BEGIN")
            self.database.executemany("INSERT OR REPLACE INTO moved VALUES (?, ?)",
                                      [(identifier, day.isoformat()) for identifier in identifiers])
            self.database.execute("COMMIT")
            self.changes += 1

    def record(self, *values):
        self.ask("INSERT INTO request VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", *values)

    def reset_counts(self):
        self.ask("DELETE FROM request")

    def counts(self):
        """Everything that was asked since the counts were last reset."""
        hosts = {}
        for host, second, count in self.ask(
                "SELECT host, CAST(time AS INTEGER), COUNT(*) FROM request GROUP BY 1, 2"):
            hosts.setdefault(host, {})[str(second)] = count
        services = {}
        for service, count, size, gap, others in self.ask(
                "SELECT service, COUNT(*), SUM(bytes), MIN(gap), MAX(others) FROM request "
                "GROUP BY 1"):
            most = self.ask("SELECT MAX(count) FROM (SELECT COUNT(*) AS count FROM request "
                            "WHERE service = ? GROUP BY CAST(time AS INTEGER))", service)[0][0]
            services[service] = {"requests": count, "bytes": size, "shortestGap": gap,
                                 "mostInASecond": most, "mostAtOnce": others + 1}
        return {
            "requests": sum(one["requests"] for one in services.values()),
            "bytes": sum(one["bytes"] for one in services.values()),
            "hosts": hosts, "services": services,
            "kinds": dict(self.ask("SELECT kind, COUNT(*) FROM request GROUP BY 1")),
            "statuses": {str(status): count for status, count in
                         self.ask("SELECT status, COUNT(*) FROM request GROUP BY 1")},
            "faults": dict(self.ask("SELECT fault, COUNT(*) FROM request WHERE fault != '' "
                                    "GROUP BY 1")),
        }
