"""The server's clock jumps while a test is on the clock: nobody is out of time by it, and staff can see why."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection
from django.utils import timezone, translation

from quizzes import jumps
from quizzes.models import Attempt, Outage, Response

from .builders import Reading, key_of
from .test_answering import field

EPOCH = datetime(1970, 1, 2, tzinfo=UTC)
LIMIT = timedelta(minutes=30)


@pytest.fixture
def watched(monkeypatch, db):
    """A machine whose clock is watched, as servers are."""
    monkeypatch.setattr(jumps, "_boot", lambda: "this run of the machine")
    jumps._known.clear()
    jumps.watch_clock()
    yield
    jumps._known.clear()


@pytest.fixture
def begun(watched, signed_in, quiz, publish):
    quiz.time_limit = 30
    publish(quiz)
    signed_in.post("/ru/test/", {"do": "start"})
    return Attempt.objects.get()


def answer_and_finish(client, learner, quiz):
    client.force_login(learner)  # a session of yesterday is over
    item = quiz.get_items()[0]
    client.get("/ru/test/")
    client.post("/ru/test/", {field(item): key_of(item), "do": "save"})
    assert Response.objects.get().answer == {"option": key_of(item)}
    client.post("/ru/test/", {"do": "finish"})
    return Attempt.objects.get()


@pytest.mark.parametrize("by", [timedelta(hours=1), timedelta(days=1), timedelta(days=20_000)], ids=str)
def test_a_jump_past_the_end_takes_no_time_from_anybody(begun, by, signed_in, learner, quiz):
    with time_machine.travel(timezone.now() + by):
        attempt = answer_and_finish(signed_in, learner, quiz)
    assert (attempt.ending, attempt.total) == ("handed-in", 1)
    assert attempt.finished_at >= attempt.started_at
    assert abs(attempt.ends_at - begun.ends_at - by) < timedelta(seconds=30)


def test_what_was_really_late_is_late_by_a_clock_that_jumped_as_well(begun, signed_in, learner, quiz):
    with time_machine.travel(timezone.now() + timedelta(hours=1)):
        jumps.watch_clock()
        Attempt.objects.update(
            ends_at=timezone.now() - timedelta(minutes=2)
        )  # half an hour of answering went by
        signed_in.get("/ru/test/")
    assert Attempt.objects.get().ending == "time-up"


@pytest.mark.parametrize("by", [timedelta(hours=-1), timedelta(days=-1)], ids=str)
def test_a_jump_back_refuses_nobody(begun, by, signed_in, learner, quiz):
    with time_machine.travel(timezone.now() + by):
        attempt = answer_and_finish(signed_in, learner, quiz)
    assert (attempt.ending, attempt.total) == ("handed-in", 1)
    assert attempt.finished_at == attempt.started_at  # never before
    assert not Outage.objects.exists()


def test_a_clock_that_is_put_right_leaves_the_time_that_there_was(begun):
    with time_machine.travel(timezone.now() + timedelta(hours=5)):
        jumps.watch_clock()
        assert Outage.objects.count() == 1
    jumps.watch_clock()
    assert not Outage.objects.exists()
    assert Attempt.objects.get().ends_at == begun.ends_at


def test_a_clock_that_is_put_half_right_leaves_the_other_half(begun):
    now = timezone.now()
    with time_machine.travel(now + timedelta(hours=5)):
        jumps.watch_clock()
    with time_machine.travel(now + timedelta(hours=1)):
        jumps.watch_clock()
    assert abs(Attempt.objects.get().ends_at - begun.ends_at - timedelta(hours=1)) < timedelta(seconds=30)


def test_a_test_begun_on_a_computer_that_woke_up_in_1970_goes_on_when_the_clock_is_set(
    watched, signed_in, learner, quiz, publish
):
    quiz.time_limit = 30
    publish(quiz)
    with time_machine.travel(EPOCH):
        jumps.watch_clock()
        signed_in.force_login(learner)
        signed_in.post("/ru/test/", {"do": "start"})
    attempt = answer_and_finish(signed_in, learner, quiz)
    assert (attempt.ending, attempt.total) == ("handed-in", 1)
    assert timedelta(0) < attempt.ends_at - timezone.now() <= LIMIT


def test_every_process_notices_and_one_outage_is_entered(begun):
    with time_machine.travel(timezone.now() + timedelta(hours=1)):
        for _process in range(3):
            jumps._known.clear()
            jumps.watch_clock()
    assert Outage.objects.count() == 1


def test_the_nightly_closing_looks_at_the_clock_first(begun):
    with time_machine.travel(timezone.now() + timedelta(hours=1)):
        call_command("close_attempts", verbosity=0)
    assert Attempt.objects.get().is_open


def test_staff_read_in_their_language_why_the_clocks_stood_still(begun, client, admin_user):
    with time_machine.travel(timezone.now() + timedelta(hours=1)):
        client.force_login(admin_user)
        page = client.get("/admin/snippets/lifelong_quizzes/outage/").content.decode()
    assert "Часы сервера перевели на другое время." in page
    with translation.override("kk"):
        assert Outage.objects.get().why == "Сервердің сағаты басқа уақытқа қойылды."


def test_a_clock_that_goes_right_costs_no_query(watched):
    with Reading(connection) as reading:
        jumps.watch_clock()
    assert not reading.statements
