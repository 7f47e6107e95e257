"""Saved means on disk: the server is killed at random moments while thirty learners answer.

KILLS says how often (20); CHANCE repeats a run, as far as the machine lets it.
"""

import os
import random
import secrets
import time

import pytest

from . import books
from .learners import Crowd, finishing
from .visitor import Visitor

KILLS = int(os.environ.get("KILLS", "20"))
CHANCE = int(os.environ.get("CHANCE", secrets.randbelow(10**6)))
ANSWERS_BETWEEN_KILLS = 40
WAIT_FOR_ANSWERS = 60  # seconds; on a busy machine a start alone may take ten


@pytest.fixture
def crowd(server, school):
    crowd = Crowd(server.port, school, CHANCE)
    crowd.begin()
    yield crowd
    crowd.leave()


def test_no_acknowledged_answer_is_lost_or_doubled_when_the_server_is_killed(server, var, school, crowd):
    chance = random.Random(CHANCE)
    kill_again_and_again(server, crowd, chance)
    kill_everything(server, crowd, chance)
    assert books.ask(var, "PRAGMA integrity_check") == [("ok",)]
    finish_what_is_open(server, crowd)
    kept = books.kept_attempts(var)
    report(crowd, kept)
    assert not crowd.troubles()
    assert_nothing_lost(crowd, kept)
    assert not books.doubled(kept)
    assert_totals_stand(school, kept)


def kill_again_and_again(server, crowd, chance):
    for number in range(KILLS - 1):
        wait_for_answers(server, crowd)
        time.sleep(chance.random() / 3)
        server.kill(("worker", "master", "group")[number % 3], chance)
        server.keep_up()


def wait_for_answers(server, crowd):
    """Wait until the learners have had some more answers acknowledged, keeping the server up."""
    enough = crowd.acknowledged() + ANSWERS_BETWEEN_KILLS
    deadline = time.monotonic() + WAIT_FOR_ANSWERS
    while crowd.acknowledged() < enough:
        assert time.monotonic() < deadline, f"Nobody can save:\n{server.log.read_text()[-5000:]}"
        server.keep_up()
        time.sleep(0.05)


def kill_everything(server, crowd, chance):
    """The last kill takes everything, and the learners go: whoever was being served never hears of it."""
    wait_for_answers(server, crowd)
    server.kill("group", chance)
    crowd.leave()


def finish_what_is_open(server, crowd):
    server.start()
    server.wait()
    for learner in crowd:
        visitor = Visitor(server.port, learner.visitor.session)
        visitor.post(learner.school["quiz"]["url"], finishing(learner.tries[-1]))
        visitor.close()


def assert_nothing_lost(crowd, kept):
    for learner in crowd:
        for one_try, attempt in books.pairs(learner, kept):
            assert attempt or not one_try.is_certain
            assert not books.lost(one_try, attempt)
            assert not books.misjudged(one_try, attempt)


def assert_totals_stand(school, kept):
    """Every test is finished, and its total is what the answers on disk are worth."""
    tests = [attempt for attempt in kept if attempt.page_key == school["quiz"]["key"]]
    assert all(attempt.finished_at for attempt in tests)
    assert [attempt.total for attempt in tests] == [books.right_answers(school["quiz"], one) for one in tests]


def report(crowd, kept):
    tests = sum(attempt.finished_at is not None for attempt in kept)
    on_disk = sum(len(edits) for attempt in kept for edits in attempt.answers.values())
    print(
        f"\n{KILLS} kills (CHANCE={CHANCE}): {crowd.acknowledged()} answers acknowledged,"
        f" {on_disk} on disk, {tests} tests finished"
    )
