"""The school that is measured, and its server."""

import http.client
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from tests.torture.server import Server, build_school, run
from tests.torture.visitor import headers

LEARNERS = 200
LESSONS = 40
SETTINGS = "tests.bench.settings"
TABLE = "bench_bare"  # what the bare view writes into
KEPT_LESSON = "lesson.html"  # what the plain view returns


class MeasuredSite:
    """A site of its own in the folder `var`, served as `make run` serves it."""

    def __init__(self, var):
        self.var = var
        self.server = Server(var, SETTINGS)
        self.cold_start = None

    def build(self):
        for command in (["migrate"], ["collectstatic", "--noinput"]):
            run(self.var, "manage.py", *command, settings=SETTINGS)
        self.school = build_school(self.var, LEARNERS, LESSONS)
        with closing(sqlite3.connect(self.var / "lifelong.sqlite3")) as database:
            database.execute(f"CREATE TABLE {TABLE} (id INTEGER PRIMARY KEY, said TEXT)")

    @property
    def sessions(self):
        return [learner["session"] for learner in self.school["learners"]]

    def open(self):
        """Start the server; note how long its first page takes, and keep a lesson for the plain view."""
        began = time.monotonic()
        self.server.start()
        self.server.wait()
        self.get("/ru/")
        self.cold_start = time.monotonic() - began
        (self.var / KEPT_LESSON).write_bytes(self.get(self.school["lesson"]["url"], self.sessions[0]))

    def get(self, path, session=None):
        with closing(http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=30)) as connection:
            connection.request("GET", path, headers=headers(session))
            response = connection.getresponse()
            page = response.read()
            assert response.status == 200, (path, response.status)
            return page

    def memory(self):
        """Return (resident, proportional) bytes of master and workers together; the first counts shared pages twice."""
        pids = [self.server.process.pid, *self.server.workers()]
        rollups = [Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines() for pid in pids]
        sums = [
            [int(line.split()[1]) for line in lines if line.startswith(("Rss:", "Pss:"))] for lines in rollups
        ]
        return [sum(column) * 1024 for column in zip(*sums, strict=True)]

    def close(self):
        if self.server.process:
            self.server.stop()
