"""When an attempt may be begun, and which state one is in. No database."""

from datetime import UTC, datetime, timedelta

import pytest

from quizzes.attempting import (
    Reason,
    State,
    attempts_left,
    end_of,
    ended_at,
    is_in_time,
    state_of,
    why_not_begin,
)
from quizzes.models import Attempt, QuizVersion
from quizzes.rules import DEFAULTS, Rules, settings_of

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def ago(**past):
    return NOON - timedelta(**past)


def reason(rules, ended=()):
    refusal = why_not_begin(rules, list(ended), NOON)
    return refusal and refusal.reason


def attempt(**fields):
    return Attempt(
        version=QuizVersion(settings={"pass_mark": 80}), **({"started_at": ago(minutes=5)} | fields)
    )


def test_without_rules_anybody_may_try_for_ever():
    assert reason(Rules(), [ago(minutes=number) for number in range(100, 0, -1)]) is None


@pytest.mark.parametrize(
    ("used", "left", "refused"), [(0, 2, None), (1, 1, None), (2, 0, "none-left"), (9, 0, "none-left")]
)
def test_a_limit_lets_so_many_attempts_through(used, left, refused):
    rules = Rules(attempt_limit=2)
    assert attempts_left(rules, used) == left
    assert reason(rules, [ago(hours=1)] * used) == refused


def test_zero_means_no_limit():
    assert attempts_left(Rules(attempt_limit=0), 50) is None


def test_nobody_begins_before_it_opens_nor_once_it_is_closed():
    assert reason(Rules(opens_at=NOON + timedelta(seconds=1))) == Reason.NOT_YET
    assert reason(Rules(opens_at=NOON)) is None
    assert reason(Rules(closes_at=NOON + timedelta(seconds=1))) is None
    assert reason(Rules(closes_at=NOON)) == Reason.CLOSED


def test_the_refusal_says_when_it_opens():
    opens_at = NOON + timedelta(days=1)
    assert why_not_begin(Rules(opens_at=opens_at), [], NOON).at == opens_at


def test_the_first_pause_and_the_later_ones_differ():
    rules = Rules(pause_after_first=60, pause_after_later=10)
    assert reason(rules, [ago(minutes=59)]) == Reason.PAUSE
    assert reason(rules, [ago(minutes=60)]) is None
    assert reason(rules, [ago(hours=9), ago(minutes=9)]) == Reason.PAUSE
    assert reason(rules, [ago(hours=9), ago(minutes=10)]) is None


def test_nobody_waits_for_a_clock_that_went_wrong():
    assert reason(Rules(pause_after_first=60), [NOON + timedelta(days=1)]) is None


def test_an_attempt_goes_from_open_by_way_of_the_teacher_to_finished():
    assert state_of(attempt(), NOON) == State.OPEN
    assert state_of(attempt(finished_at=NOON), NOON) == State.WAITING
    assert state_of(attempt(finished_at=NOON, total=0, maximum=1), NOON) == State.FINISHED


def test_a_version_keeps_the_rules_it_was_frozen_with():
    rules = Rules(
        pass_mark=60, attempt_limit=3, opens_at=NOON, closes_at=NOON + timedelta(days=2), grading="last"
    )
    assert Rules.of(settings_of(rules)) == rules


def test_a_version_from_before_a_setting_was_invented_has_its_default():
    assert Rules.of({"pass_mark": 70}) == Rules(pass_mark=70)
    assert Rules.of({"pass_mark": 70, "of_a_newer_release": 1}) == Rules(pass_mark=70)


def test_defaults_make_no_new_version():
    assert settings_of(DEFAULTS) == {"pass_mark": 80}


def test_one_moment_is_one_setting_in_every_time_zone():
    there = NOON.astimezone(tz=None)
    assert settings_of(Rules(opens_at=there)) == settings_of(Rules(opens_at=NOON))


def on_the_clock(ends_at=NOON, at_the_end="submit", grace=0, **fields):
    settings = {"pass_mark": 80, "at_the_end": at_the_end, "grace": grace}
    fields = {"started_at": ago(minutes=10), "ends_at": ends_at} | fields
    return Attempt(version=QuizVersion(settings=settings), **fields)


def after(**future):
    return NOON + timedelta(**future)


@pytest.mark.parametrize(
    ("limit", "closes_at", "end"),
    [
        (0, None, None),
        (30, None, after(minutes=30)),
        (0, after(hours=1), after(hours=1)),
        (30, after(minutes=10), after(minutes=10)),
        (30, after(hours=1), after(minutes=30)),
    ],
)
def test_time_is_up_at_the_earlier_of_the_limit_and_the_close(limit, closes_at, end):
    assert end_of(Rules(time_limit=limit, closes_at=closes_at), NOON) == end


def test_a_slow_network_has_a_minute():
    running = on_the_clock()
    assert is_in_time(running, after(seconds=60))
    assert not is_in_time(running, after(seconds=61))
    assert is_in_time(attempt(), after(days=999))


@pytest.mark.parametrize(
    ("at_the_end", "grace", "now", "state"),
    [
        ("submit", 0, ago(seconds=1), State.OPEN),
        ("submit", 0, NOON, State.OVERDUE),
        ("submit", 0, after(seconds=60), State.OVERDUE),
        ("submit", 0, after(seconds=61), State.OVER),
        ("submit", 30, after(seconds=61), State.OVER),  # a grace nobody chose
        ("abandon", 0, after(seconds=30), State.OVERDUE),
        ("abandon", 0, after(seconds=61), State.OVER),
        ("grace", 10, after(minutes=10), State.OVERDUE),
        ("grace", 10, after(minutes=10, seconds=1), State.OVER),
    ],
)
def test_what_the_clock_says_goes_before_what_is_stored(at_the_end, grace, now, state):
    assert state_of(on_the_clock(at_the_end=at_the_end, grace=grace), now) == state


def test_what_was_abandoned_is_neither_waiting_nor_finished():
    assert state_of(attempt(finished_at=NOON, ending="abandoned"), NOON) == State.ABANDONED


def test_an_attempt_ends_within_its_time_and_never_before_it_began():
    running = on_the_clock()
    assert ended_at(running, after(hours=5)) == NOON
    assert ended_at(running, ago(minutes=3)) == ago(minutes=3)
    assert ended_at(running, ago(days=20_000)) == running.started_at  # the clock was set back
    assert ended_at(attempt(), after(hours=5)) == after(hours=5)
