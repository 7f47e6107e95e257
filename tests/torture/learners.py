"""Learners who answer without a pause, try again like their browsers, and remember what they were told is saved."""

import json
import random
import secrets
import time
from dataclasses import dataclass, field
from http.client import HTTPException
from threading import Event, Thread

from .visitor import Visitor, answer_json, fingerprint, save_of

SAVES_IN_A_TEST = 15
PAUSE = 0.05  # a browser waits a second; a kill is more likely to meet somebody this way


@dataclass
class Edit:
    """One answer that was typed, and whether the server has said that it is on disk."""

    item: dict
    answer: str
    key: str
    is_acknowledged: bool = False

    @property
    def kept(self):
        """The answer as the server keeps it."""
        return answer_json(self.item, self.answer)


@dataclass
class Try:
    """All edits of one learner in one attempt, in order. `is_certain` once the server said that it has begun."""

    page: dict
    edits: list = field(default_factory=list)
    is_certain: bool = False

    def last(self, item):
        return next((edit for edit in reversed(self.edits) if edit.item is item), None)


class Learner(Thread):
    """One learner in one tab: practises in the lesson and takes the test again and again.

    What they know afterwards is in `tries`; `troubles` holds answers of the server that no learner should see.
    """

    def __init__(self, port, school, who, stopping, seed):
        super().__init__(daemon=True)
        self.visitor = Visitor(port, who["session"])
        self.learner_id = who["id"]
        self.school = school
        self.stopping: Event = stopping
        self.chance = random.Random(seed)
        self.tab = secrets.token_hex(16)
        self.sequence = 0
        self.practice = Try(school["lesson"], is_certain=True)
        self.tries = [self.practice]
        self.troubles = []

    def run(self):
        while not self.stopping.is_set():
            self._take_the_test()
        self.visitor.close()

    def _take_the_test(self):
        test = Try(self.school["quiz"])
        self.tries.append(test)
        test.is_certain = self._until_done(lambda: self._post(test, {"do": "start"}))
        for _ in range(SAVES_IN_A_TEST):
            self._answer(self.practice)
            self._answer(test)
        self._until_done(lambda: self._post(test, finishing(test)))

    def _answer(self, one_try):
        """Change an answer and save it, until the server has acknowledged it."""
        if self.stopping.is_set():
            return
        item = self.chance.choice(one_try.page["items"])
        edit = Edit(item, self._another_answer(item, one_try.last(item)), secrets.token_hex(16))
        one_try.edits.append(edit)
        self.sequence += 1
        typed_at, sequence = time.monotonic(), self.sequence
        edit.is_acknowledged = self._until_done(lambda: self._save(one_try, edit, sequence, typed_at))

    def _another_answer(self, item, last):
        if not item["options"]:
            return f"ответ {secrets.token_hex(8)}"
        return self.chance.choice(
            [option for option in item["options"] if last is None or option != last.answer]
        )

    def _save(self, one_try, edit, sequence, typed_at):
        age = int((time.monotonic() - typed_at) * 1000)
        form = save_of(edit.item, edit.answer, key=edit.key, tab=self.tab, sequence=sequence, age=age)
        return self._post(one_try, form, {edit.item["id"]: fingerprint(edit.item, edit.answer)})

    def _post(self, one_try, form, to_be_told=None):
        """Post a form, by script where an acknowledgement is awaited. Return whether what was asked is done."""
        is_script = to_be_told is not None
        try:
            status, body = self.visitor.post(one_try.page["url"], form, is_script)
        except (OSError, HTTPException):  # the server died under it, or is not up again yet
            return False
        is_done = status == 200 and json.loads(body)["saved"] == to_be_told if is_script else status == 302
        if not is_done:
            self.troubles.append((status, body[:300]))
        return is_done

    def _until_done(self, act):
        """Repeat `act` until it is done or everything stops; return whether it was done."""
        while not self.stopping.is_set():
            if act():
                return True
            self.stopping.wait(PAUSE)
        return False


def finishing(test):
    """Return the form of a whole test as its page posts it: every answer, beside the one that was shown."""
    form = {"do": "finish"}
    for item in test.page["items"]:
        last = test.last(item)
        answer = last.answer if last else ""
        form |= {f"was-{item['id']}": fingerprint(item, answer), f"item-{item['id']}": answer}
    return form


class Crowd:
    """All learners of a school, answering at once."""

    def __init__(self, port, school, seed):
        self.stopping = Event()
        self.learners = [
            Learner(port, school, who, self.stopping, seed + number)
            for number, who in enumerate(school["learners"])
        ]

    def __iter__(self):
        return iter(self.learners)

    def begin(self):
        for learner in self.learners:
            learner.start()

    def leave(self):
        """Stop everybody where they are; what was not acknowledged yet stays so."""
        self.stopping.set()
        for learner in self.learners:
            learner.join()

    def acknowledged(self):
        """Return how many answers were acknowledged so far."""
        return sum(edit.is_acknowledged for learner in self for one in learner.tries for edit in one.edits)

    def troubles(self):
        return [trouble for learner in self for trouble in learner.troubles]
