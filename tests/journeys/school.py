"""Building and running a school for the journeys, as `make run` does."""

import fcntl
import json
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MODULE = "courses/computer-literacy/computer-without-fear/first-steps"  # all that a journey needs
EVERYTHING = "everything"  # the name of the built school with all courses
SAID = "said.txt"  # the words of the loader, in a built school
SERVE = "from tests.journeys.clerk import serve; serve()"
ANSWERS = """
import json
from courses.models import CoursePage
from lessons.models import LessonPage
from quizzes.models import QuizPage
from tests.answers import right_answer, wrong_answer
course = CoursePage.objects.get(locale__language_code="ru", slug="computer-without-fear")
pages = [page for model in (LessonPage, QuizPage) for page in model.objects.descendant_of(course)]
print(json.dumps({
    item.id: {"right": right_answer(item, "ru"), "wrong": wrong_answer(item, "ru")}
    for page in pages for item in page.get_items()
}))
"""


def built_once(tmp_path_factory, name="school", content=("--only", MODULE)):
    """Return a folder with a migrated database, content and the static files; one for all workers.

    The content is one module of the courses, if not told otherwise: a journey needs no more, and all take a minute.
    """

    def build(folder):
        shutil.copytree(migrated_once(tmp_path_factory), folder)
        (folder / SAID).write_text(manage(folder, "content", "load", *content), encoding="utf-8")
        manage(folder, "collectstatic", "--noinput")

    return made_once(tmp_path_factory, name, build)


def migrated_once(tmp_path_factory):
    """Return a folder with a migrated database and nothing else; one for all workers."""
    return made_once(tmp_path_factory, "migrated", lambda folder: manage(folder, "migrate"))


def made_once(tmp_path_factory, name, make):
    """Return the folder that `make(folder)` fills, once for all workers."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    folder = shared / name
    with open(shared / f"{name}.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / f"{name}.ready").exists():
            make(folder)
            (shared / f"{name}.ready").touch()
    return folder


def manage(var, *arguments):
    """Run a management command on the school kept in the folder `var`, and return what it printed."""
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment(var),
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def environment(var):
    ours = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "CACHE_URL")}
    return ours | {
        "DJANGO_SETTINGS_MODULE": "tests.journeys.settings",
        "VAR_DIR": str(var),
        "ALLOWED_HOSTS": "127.0.0.1",
        "LANG": "C.UTF-8",
    }


class School:
    """A server on a copy of a built school."""

    def __init__(self, var, built):
        self.var = var
        shutil.copytree(built, var)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.clerk = None

    def open(self):
        command = [
            sys.executable,
            "-m",
            "gunicorn",
            "--pythonpath",
            "site",
            "--bind",
            f"127.0.0.1:{self.port}",
        ]
        command += [
            "--workers",
            "2",
            "--worker-class",
            "gthread",
            "--threads",
            "4",
            "--preload",
            "lifelong.wsgi",
        ]
        how = environment(self.var) | {"BASE_URL": self.address}
        self.log = open(self.var / "server.log", "w")  # noqa: SIM115 - closed with the school
        self.server = subprocess.Popen(command, cwd=ROOT, env=how, stdout=self.log, stderr=self.log)
        self._wait()

    def _wait(self):
        for _ in range(150):
            try:
                urllib.request.urlopen(f"{self.address}/ru/sign-in/", timeout=30)  # noqa: S310 - our own address
                return
            except OSError:  # not there yet, or slow
                time.sleep(0.2)
        raise AssertionError((self.var / "server.log").read_text())

    def close(self):
        if self.clerk:
            self.clerk.stdin.close()
            self.clerk.wait(timeout=20)
        self.server.terminate()
        self.server.wait(timeout=20)
        self.log.close()

    def manage(self, *arguments):
        """Run a management command and return what it printed; the first one starts somebody who does them all."""
        if self.clerk is None:
            command = [sys.executable, "manage.py", "shell", "-v0", "-c", SERVE]
            pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
            self.clerk = subprocess.Popen(command, cwd=ROOT, env=environment(self.var), **pipes)
        print(json.dumps(arguments), file=self.clerk.stdin, flush=True)
        printed, failure = json.loads(self.clerk.stdout.readline())
        assert failure is None, failure
        return printed

    def ask(self, sql, *values):
        """Return the rows of a question to the database, past the server."""
        database = sqlite3.connect(self.var / "lifelong.sqlite3", timeout=20)
        try:
            return database.execute(sql, values).fetchall()
        finally:
            database.close()

    def answers(self):
        """Return {item id: {"right" or "wrong": {name of a field: what is sent}}} for every question."""
        return json.loads(self.manage("shell", "-v0", "-c", ANSWERS))
