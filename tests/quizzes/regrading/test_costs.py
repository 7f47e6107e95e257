"""Regrading costs the same for one test and for thirty, and no press runs for minutes."""

from decimal import Decimal

import pytest
from django.db import connection

from quizzes import versions
from quizzes.models import Attempt, Response
from quizzes.regrading import ByKey, ForEverybody, regrade

from ..builders import Reading, distractor_of
from .desk import address, many, press, totals


@pytest.mark.parametrize("how", ["key", "everybody"])
def test_a_batch_costs_the_same_for_one_test_and_for_thirty(quiz, take, correct, how):
    take("асель", distractor_of)
    item_id = quiz.get_items()[0].id
    correct()

    def rule():
        if how == "key":
            return ByKey(quiz.translation_key)
        return ForEverybody(quiz.translation_key, item_id)

    counts = []
    for more in (0, 29):
        many(quiz, more)
        versions._remembered.clear()
        with Reading(connection) as reading:
            regrade(rule())
        counts.append(len(reading.statements))
        Response.objects.update(fraction=0)
        Attempt.objects.update(total=0)
    assert counts[0] == counts[1]
    assert counts[0] < 25


def test_a_press_changes_so_many_tests_and_says_that_there_are_more(
    quiz, at_desk, take, correct, monkeypatch
):
    take("асель", distractor_of)
    many(quiz, 5)
    correct()
    monkeypatch.setattr("quizzes.regrading.views.MOST_AT_ONCE", 2)
    monkeypatch.setattr("quizzes.regrading.changes.changes_for.__defaults__", (2,))
    monkeypatch.setattr("quizzes.regrading.applying.regrade.__defaults__", (None, "", None, 2))
    client = at_desk()
    assert client.get(address(quiz, 0)).context["changed"] == 2
    for left in (4, 2):
        assert press(client, address(quiz, 0))["Location"] == address(quiz, 0)
        assert Attempt.objects.filter(total=0).count() == left
    press(client, address(quiz, 0))
    assert set(totals().values()) == {Decimal(1)}


def test_the_screens_cost_the_same_for_one_test_and_for_thirty(quiz, at_desk, take, correct):
    take("асель", distractor_of)
    correct()
    client = at_desk()
    counts = []
    for more in (0, 29):
        many(quiz, more)
        for path in (address(quiz), address(quiz, 0)):
            client.get(path)
            with Reading(connection) as reading:
                client.get(path)
            counts.append(len(reading.statements))
    assert counts[:2] == counts[2:]
