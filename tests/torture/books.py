"""What is in the database, and whether it agrees with what learners were told."""

import json
import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from uuid import UUID


@dataclass
class Kept:
    """An attempt as it is on disk. `answers` is {item id: [(key, answer), …]}, the one that counts last."""

    learner_id: int
    page_key: str
    total: float | None
    finished_at: str | None
    answers: dict = field(default_factory=dict)


def ask(var, sql, *values):
    """Return the rows of a question to the database of a school, past the server."""
    with closing(sqlite3.connect(var / "lifelong.sqlite3", timeout=20)) as database:
        return database.execute(sql, values).fetchall()


def kept_attempts(var):
    """Return all attempts in the order in which they were begun."""
    attempts = {row[0]: Kept(*row[1:]) for row in ask(var, ATTEMPTS)}
    for attempt, item, key, answer in ask(var, ANSWERS):
        edits = attempts[attempt].answers.setdefault(str(UUID(item)), [])
        edits.append((key, json.loads(answer)))
    return list(attempts.values())


ATTEMPTS = """
    SELECT id, learner_id, page_key, total, finished_at FROM lifelong_quizzes_attempt ORDER BY started_at
"""
ANSWERS = """
    SELECT attempt_id, item_id, key, answer FROM (
        SELECT r.attempt_id, r.item_id, e.key, e.answer, 0 AS counts
        FROM lifelong_quizzes_earlieranswer e JOIN lifelong_quizzes_response r ON r.id = e.response_id
        UNION ALL SELECT attempt_id, item_id, key, answer, 1 FROM lifelong_quizzes_response
    ) ORDER BY counts
"""


def pairs(learner, kept):
    """Return [(try, kept attempt or None)] for one learner, page by page, in the order they were begun."""
    found = []
    for page in (learner.school["lesson"], learner.school["quiz"]):
        tries = [one for one in learner.tries if one.page is page]
        ours = [one for one in kept if (one.learner_id, one.page_key) == (learner.learner_id, page["key"])]
        assert len(ours) <= len(tries), (
            f"learner {learner.learner_id} began {len(tries)}, there are {len(ours)}"
        )
        found += zip(tries, ours + [None] * (len(tries) - len(ours)), strict=True)
    return found


def lost(one_try, kept):
    """Return the acknowledged edits that are nowhere on disk as they were typed."""
    answers = kept.answers if kept else {}
    return [
        edit
        for edit in one_try.edits
        if edit.is_acknowledged and (edit.key, edit.kept) not in answers.get(edit.item["id"], [])
    ]


def doubled(kept):
    """Return the keys of edits that are on disk more than once."""
    keys = Counter(key for one in kept for edits in one.answers.values() for key, _answer in edits)
    return [key for key, times in keys.items() if times > 1]


def misjudged(one_try, kept):
    """Return the items whose answer that counts is not the last acknowledged one, nor one typed after it."""
    wrong = []
    for item in one_try.page["items"]:
        edits = [edit for edit in one_try.edits if edit.item is item]
        known = [number for number, edit in enumerate(edits) if edit.is_acknowledged]
        allowed = edits[known[-1] :] if known else [*edits, None]
        counts = kept.answers[item["id"]][-1][0] if kept and item["id"] in kept.answers else None
        if counts not in [edit and edit.key for edit in allowed]:
            wrong.append((item["id"], counts))
    return wrong


def right_answers(page, kept):
    """Return the total that the answers on disk are worth: a point for each key that was chosen."""
    counting = {item_id: edits[-1][1] for item_id, edits in kept.answers.items()}
    chosen = [(item, counting.get(item["id"]) or {}) for item in page["items"]]
    return sum(item["options"].get(answer.get("option"), False) for item, answer in chosen)
