"""An outage that is declared when the clocks have run out: what it took is given back."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.utils import timezone

from quizzes.attempting import State, end_of, state_of, stop_of
from quizzes.models import Allowance, Attempt, Outage, Response
from quizzes.rules import Rules

from .builders import key_of
from .test_answering import field, form_of, save_by_script
from .test_limits import read, ruled  # noqa: F401 - a fixture

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
HALF_AN_HOUR = Rules(time_limit=30)


def after(minutes):
    return NOON + timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("ended", "outages", "left"),
    [
        (30, [(10, 40)], 20),  # the lights went out after ten minutes, and the clock ran out in the dark
        (30, [(10, 20)], 10),  # they were on again, but ten minutes were gone
        (30, [(-10, 40)], 30),  # dark from the beginning
        (30, [(10, 20), (25, 60)], 15),  # twice dark: ten and five minutes of light
        (30, [(10, 40), (20, 40)], 20),  # two people declared the same
        (30, [(31, 60)], None),  # the time was up before
        (30, [(-20, 0)], None),
        (30, [], None),
    ],
)
def test_the_clock_gives_back_what_the_outage_took(ended, outages, left):
    lasted = [(after(began), after(to)) for began, to in outages]
    stop = stop_of(HALF_AN_HOUR, NOON, after(ended), lasted)
    end = end_of(HALF_AN_HOUR, NOON, lasted)
    assert (stop and (end - stop) / timedelta(minutes=1)) == left


def test_a_test_without_limit_has_nothing_to_give_back():
    assert stop_of(Rules(), NOON, after(30), [(after(10), after(40))]) is None


def test_outages_that_overlap_stop_the_clock_once():
    lasted = [(after(10), after(30)), (after(20), after(40)), (after(25), after(35))]
    assert end_of(HALF_AN_HOUR, NOON, lasted) == after(60)


@pytest.fixture
def clock():
    with time_machine.travel(timezone.now(), tick=False) as clock:
        yield clock


@pytest.fixture
def run_out(signed_in, quiz, ruled, clock):  # noqa: F811
    """Return a function that begins a test of 30 minutes, answers, and comes back an hour later."""

    def run_out(**rules):
        ruled(time_limit=30, **rules)
        signed_in.post("/ru/test/", {"do": "start"})
        item = quiz.get_items()[0]
        signed_in.post("/ru/test/", form_of(quiz, **{field(item): key_of(item)}) | {"do": "save"})
        clock.shift(timedelta(hours=1))
        call_command("close_attempts")
        return Attempt.objects.get()

    return run_out


def declare(attempt, began=10, ended=40):
    at = attempt.started_at
    return Outage.objects.create(
        began_at=at + timedelta(minutes=began), ended_at=at + timedelta(minutes=ended), reason="Свет"
    )


@pytest.mark.parametrize("at_the_end", ["submit", "abandon"])
def test_a_learner_gets_the_lost_time_back_when_they_are_there(
    run_out, signed_in, learner, clock, at_the_end
):
    attempt = run_out(at_the_end=at_the_end)
    assert not attempt.is_open
    declare(attempt)
    attempt.refresh_from_db()
    assert state_of(attempt, timezone.now()) == State.STOPPED
    clock.shift(timedelta(days=1))  # the school is closed until tomorrow
    call_command("close_attempts")
    signed_in.force_login(learner)
    html = read(signed_in)
    assert "Тест снова открыт" in html
    assert "20 мин" in html
    assert "<fieldset" not in html
    signed_in.post("/ru/test/", {"do": "go-on"})
    attempt.refresh_from_db()
    assert attempt.ends_at == timezone.now() + timedelta(minutes=20)
    assert "checked" in read(signed_in)
    signed_in.post("/ru/test/", {"do": "go-on"})  # once more: nothing more
    clock.shift(timedelta(minutes=22))
    assert "<fieldset" in read(signed_in)
    attempt.refresh_from_db()
    assert not attempt.is_open


def test_what_was_right_is_not_told_when_a_test_is_open_again(run_out, signed_in, quiz):
    attempt = run_out()
    assert attempt.total == 1
    declare(attempt)
    signed_in.post("/ru/test/", {"do": "go-on"})
    assert "Почему" not in read(signed_in)
    attempt.refresh_from_db()
    assert attempt.total is None
    item = quiz.get_items()[0]
    signed_in.post("/ru/test/", form_of(quiz, **{field(item): key_of(item)}) | {"do": "finish"})
    attempt.refresh_from_db()
    assert (attempt.ending, attempt.total) == ("handed-in", 1)


def test_a_page_left_open_cannot_hand_in_what_stands_still(run_out, signed_in, quiz):
    attempt = run_out()
    declare(attempt)
    item = quiz.get_items()[1]
    late = save_by_script(signed_in, "/ru/test/", item, "мышь", key="k", tab="t", sequence="1")
    assert late.status_code == 409
    signed_in.post("/ru/test/", form_of(quiz) | {"do": "finish", "attempt": str(attempt.pk)})
    attempt.refresh_from_db()
    assert attempt.is_stopped
    assert not Response.objects.filter(item_id=item.id, answer__isnull=False).exists()


def test_an_outage_that_is_taken_back_closes_the_test_again(run_out, signed_in):
    attempt = run_out()
    outage = declare(attempt)
    outage.delete()
    read(signed_in)
    attempt.refresh_from_db()
    assert (attempt.ending, attempt.total) == ("time-up", 1)


def test_an_outage_that_is_corrected_gives_back_another_time(run_out, signed_in):
    outage = declare(run_out())
    outage.began_at += timedelta(minutes=10)
    outage.save()
    assert "10 мин" in read(signed_in)


def test_what_was_handed_in_stays_handed_in(signed_in, quiz, ruled, clock):  # noqa: F811
    ruled(time_limit=30)
    signed_in.post("/ru/test/", {"do": "start"})
    clock.shift(timedelta(minutes=29))
    signed_in.post("/ru/test/", form_of(quiz) | {"do": "finish"})
    clock.shift(timedelta(hours=1))
    declare(Attempt.objects.get())
    assert not Attempt.objects.get().is_open


def test_a_learner_who_has_begun_again_keeps_their_new_attempt(run_out, signed_in):
    first = run_out(attempt_limit=3)
    signed_in.post("/ru/test/", {"do": "start"})
    declare(first)
    first.refresh_from_db()
    assert not first.is_open
    assert Attempt.objects.open().count() == 1


def test_a_clock_that_ran_out_unseen_is_given_back_as_well(signed_in, quiz, ruled, clock):  # noqa: F811
    ruled(time_limit=30)
    signed_in.post("/ru/test/", {"do": "start"})
    clock.shift(timedelta(hours=1))
    declare(Attempt.objects.get())
    assert "20 мин" in read(signed_in)


def test_time_given_back_survives_the_next_outage_and_allowance(run_out, signed_in, learner, quiz, clock):
    attempt = run_out()
    declare(attempt)
    signed_in.post("/ru/test/", {"do": "go-on"})
    went_on = timezone.now()
    clock.shift(timedelta(minutes=5))
    Outage.objects.create(began_at=went_on, ended_at=went_on + timedelta(minutes=5))
    attempt.refresh_from_db()
    assert attempt.ends_at == went_on + timedelta(minutes=25)
    Allowance.objects.create(page_key=quiz.translation_key, learner=learner, time_limit=40)
    attempt.refresh_from_db()
    assert attempt.ends_at == went_on + timedelta(minutes=35)


def test_whoever_joins_a_group_in_mid_test_takes_what_it_is_allowed(signed_in, learner, quiz, ruled):  # noqa: F811
    ruled(time_limit=10)
    seven, eight = Group.objects.create(name="7 А"), Group.objects.create(name="8 А")
    for group, minutes in ((seven, 30), (eight, 20)):
        Allowance.objects.create(page_key=quiz.translation_key, group=f"group:{group.pk}", time_limit=minutes)
    signed_in.post("/ru/test/", {"do": "start"})
    assert minutes_of() == 10
    learner.groups.add(eight)
    assert minutes_of() == 20
    seven.user_set.add(learner)  # from the other side, as the admin's list of members does
    assert minutes_of() == 30
    learner.groups.set([eight])  # moved in the middle of the test: nothing is taken away
    assert minutes_of() == 30


def test_a_group_with_less_takes_nothing_from_a_running_test(signed_in, learner, quiz, ruled):  # noqa: F811
    ruled(time_limit=10)
    group = Group.objects.create(name="7 А")
    Allowance.objects.create(page_key=quiz.translation_key, group=f"group:{group.pk}", time_limit=5)
    signed_in.post("/ru/test/", {"do": "start"})
    learner.groups.add(group)
    assert minutes_of() == 10


def minutes_of():
    attempt = Attempt.objects.get()
    return (attempt.ends_at - attempt.started_at).total_seconds() / 60
