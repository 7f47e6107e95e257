"""When an attempt may be begun, and which state one is in. No database."""

from datetime import UTC, datetime, timedelta

import pytest

from quizzes.attempting import Reason, State, attempts_left, state_of, why_not_begin
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
    assert state_of(attempt()) == State.OPEN
    assert state_of(attempt(finished_at=NOON)) == State.WAITING
    assert state_of(attempt(finished_at=NOON, total=0, maximum=1)) == State.FINISHED


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
