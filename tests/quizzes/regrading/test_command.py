"""A corrected key changes marks only when somebody says so, and the old marks stay in the history."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from quizzes.models import Attempt, MarkChange

from ..builders import key_of


@pytest.fixture
def finished(signed_in, quiz):
    """A finished test with its first question answered by the key as it was."""
    item = quiz.get_items()[0]
    signed_in.post("/ru/test/", {"do": "start"})
    signed_in.post("/ru/test/", {"do": "finish", f"item-{item.id}": key_of(item)})
    return Attempt.objects.get()


@pytest.fixture
def corrected(quiz, publish):
    """The teacher found that the other option is right."""
    raw = json.loads(json.dumps(list(quiz.body.raw_data)))
    for option in raw[0]["value"]["options"]:
        option["value"]["is_key"] = not option["value"]["is_key"]
    quiz.body = json.dumps(raw)
    return publish(quiz)


def regrade(quiz, *options):
    told = StringIO()
    call_command("regrade", str(quiz.pk), *options, stdout=told)
    return told.getvalue()


def test_a_dry_run_says_who_loses_and_changes_nothing(finished, corrected):
    assert "aigerim: 1.00 -> 0.00" in regrade(corrected)
    assert "0 gain, 1 lose" in regrade(corrected)
    assert Attempt.objects.get().total == 1


def test_a_regrade_keeps_the_mark_from_before(finished, corrected):
    regrade(corrected, "--apply")
    assert Attempt.objects.get().total == 0
    assert [(change.before, change.after) for change in MarkChange.objects.all()] == [(1, 0)]


def test_a_second_regrade_finds_nothing_to_do(finished, corrected):
    regrade(corrected, "--apply")
    assert "0 gain, 0 lose" in regrade(corrected, "--apply")
    assert MarkChange.objects.count() == 1


def test_a_page_that_never_asked_anything_is_named(front):
    with pytest.raises(CommandError, match="Nothing was ever asked"):
        call_command("regrade", str(front.pk))
