"""A load generator that costs little, and the same for everything it asks for.

One thread, one `selectors` loop, requests made beforehand. Run as a program, apart from
whatever it measures: it reads one `Job` as JSON and prints one `Measured`.
"""

import json
import selectors
import socket
import sys
import time
from dataclasses import dataclass, field
from itertools import cycle

from tests.torture.visitor import body_of, headers, save_of


@dataclass
class Job:
    """Ask for `path` on as many connections as there are `sessions`, for some seconds.

    A session is a learner's key, or "" for a visitor. With `item`s, each request saves
    another answer to one of them; otherwise it is a GET.
    """

    port: int
    path: str
    sessions: list
    seconds: float
    items: list = field(default_factory=list)


@dataclass
class Measured:
    """`times` are seconds from a request to the end of its response; `statuses` counts them by status."""

    seconds: float
    times: list
    statuses: dict


class Asker:
    """One connection of one visitor, asking again as soon as it is answered."""

    def __init__(self, job, session, number):
        self.requests = _saves(job, session, number) if job.items else cycle([_get(job.path, session)])
        self.socket = socket.create_connection(("127.0.0.1", job.port))

    def ask(self):
        self.received, self.expected = b"", None
        self.asked_at = time.perf_counter()
        self.socket.sendall(next(self.requests))

    def hear(self):
        """Take what has arrived; return the status once the response is whole, otherwise None."""
        heard = self.socket.recv(1 << 18)
        if not heard:
            raise ConnectionError("the server hung up")
        self.received += heard
        if self.expected is None:
            self.expected = _length(self.received)
        if self.expected is None or len(self.received) < self.expected:
            return None
        return self.received[9:12].decode()


def run(job):
    """Return what was `Measured`."""
    askers = [Asker(job, session, number) for number, session in enumerate(job.sessions)]
    selector = selectors.DefaultSelector()
    times, statuses = [], {}
    began = time.perf_counter()
    for asker in askers:
        selector.register(asker.socket, selectors.EVENT_READ, asker)
        asker.ask()
    while (now := time.perf_counter()) - began < job.seconds:
        for key, _events in selector.select(timeout=1):
            status = key.data.hear()
            if status:
                times.append(time.perf_counter() - key.data.asked_at)
                statuses[status] = statuses.get(status, 0) + 1
                key.data.ask()
    return Measured(now - began, times, statuses)


def _length(received):
    """Return how long the whole response is, or None while its head is not complete."""
    head, found, _rest = received.partition(b"\r\n\r\n")
    if not found:
        return None
    name = b"content-length:"
    line = next(line for line in head.lower().split(b"\r\n") if line.startswith(name))
    return len(head) + 4 + int(line.removeprefix(name))


def _get(path, session):
    sent = headers(session)
    return _head(
        "GET", path, {name: sent[name] for name in ("Cookie", "Accept") if session or name == "Accept"}
    )


def forms(items, tab):
    """Yield the forms in which the script of one tab saves: another answer each, to one item after the other."""
    for sequence, item in enumerate(cycle(items)):
        options = list(item["options"])
        answer = options[sequence // len(items) % len(options)] if options else f"ответ {sequence}"
        yield save_of(item, answer, key=f"{tab}-{sequence}", tab=tab, sequence=sequence)


def _saves(job, session, number):
    sent = headers(session, is_script=True)
    for form in forms(job.items, f"{number}-{time.time_ns():x}"):
        body = body_of(form)
        yield _head("POST", job.path, sent | {"Content-Length": len(body)}) + body


def _head(method, path, sent):
    lines = [
        f"{method} {path} HTTP/1.1",
        "Host: 127.0.0.1",
        *[f"{name}: {value}" for name, value in sent.items()],
    ]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


if __name__ == "__main__":
    measured = run(Job(**json.load(sys.stdin)))
    print(json.dumps(measured.__dict__))
