"""One request seen from inside: its queries, its processor time, and where that goes.

Runs in a process of its own with the site's settings: see `ask`.
"""

import cProfile
import json
import pstats
import time
from collections import Counter
from pathlib import Path

from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from tests.torture.visitor import body_of, headers

from .load import forms

BATCHES = 10
REQUESTS = 30
FUNCTIONS = 30
PLACES = 12
BOOKKEEPING = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")


def answer(path, session, items):
    """Do what a row asks for, and print what was seen as JSON."""
    ask = asker(path, session, items)
    for _ in range(len(items) * 2 or 3):  # until everything was answered once
        ask()
    seen = {"queries": count_queries(ask), "milliseconds": processor_time(ask) * 1000}
    print(json.dumps(seen | {"profile": profile(ask)}))


def asker(path, session, items):
    """Return a function that sends the next request through all of Django."""
    handler, posted = WSGIHandler(), forms(items, f"inside-{time.time_ns():x}")
    sent = {
        f"HTTP_{name.upper()}": value
        for name, value in headers(session, bool(items)).items()
        if "-" not in name
    }
    factory = RequestFactory(SERVER_NAME="127.0.0.1", **sent)
    kind = "application/x-www-form-urlencoded"

    def ask():
        request = factory.generic("POST", path, body_of(next(posted)), kind) if items else factory.get(path)
        response = handler(request.environ, lambda status, headers: None)
        response.close()
        assert response.status_code == 200, response.content[:500]

    return ask


def count_queries(ask):
    with CaptureQueriesContext(connection) as queries:
        ask()
    return sum(not query["sql"].startswith(BOOKKEEPING) for query in queries.captured_queries)


def processor_time(ask):
    """Return the seconds of processor time of one request, in the batch that was disturbed least."""
    return min(_batch(ask) for _ in range(BATCHES)) / REQUESTS


def _batch(ask):
    began = time.process_time()
    for _ in range(REQUESTS):
        ask()
    return time.process_time() - began


def profile(ask):
    """Return the lines to print: the time by place in the code, then the functions that took longest in all."""
    profiler = cProfile.Profile(time.process_time)
    profiler.enable()
    for _ in range(BATCHES):
        _batch(ask)
    profiler.disable()
    stats = pstats.Stats(profiler)
    return [*_places(stats), "", *_functions(stats)]


def _places(stats):
    own = Counter()
    for (file, _line, _name), (_calls, _all, seconds, *_more) in stats.stats.items():
        own[_place(file)] += seconds / stats.total_tt * 100
    return [f"{share:5.1f} %  {place}" for place, share in own.most_common(PLACES)]


def _functions(stats):
    requests = BATCHES * REQUESTS
    found = sorted(stats.stats.items(), key=lambda one: one[1][3], reverse=True)
    ours = [one for one in found if one[0][0] != "~" and "importlib" not in one[0][0]]
    return [
        f"{seconds / requests * 1000:7.2f} ms {calls / requests:6.1f} times  {_place(file, 3)}:{name}"
        for (file, _line, name), (_c, calls, _own, seconds, _callers) in ours[:FUNCTIONS]
    ]


def _place(file, depth=2):
    """Return the package a file belongs to, or "built into Python"."""
    if file.startswith(("~", "<")):
        return "built into Python"
    parts = Path(file).with_suffix("").parts
    for root in ("site-packages", "main", "python3.11"):
        if root in parts:
            parts = parts[len(parts) - parts[::-1].index(root) :]
    return "/".join(parts[:depth])
