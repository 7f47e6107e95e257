"""What a teacher reads of an answer that does not count."""

from datetime import UTC, datetime, timedelta

import pytest

from quizzes.attempt_list.fates import fate_of
from quizzes.models import Attempt, EarlierAnswer, Response

NOON = datetime(2026, 11, 24, 7, tzinfo=UTC)  # in Almaty
TOO_LATE = "Пришёл после конца и не считается."
BEHIND = "Пришёл, когда уже был сохранён более поздний ответ, и не считается."
CHANGED = "Учащийся изменил его."


def after(minutes):
    return None if minutes is None else NOON + timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("saved", "counts_since", "ended", "ends", "said"),
    [
        (5, 10, None, 30, CHANGED),
        (5, 10, 20, None, CHANGED),
        (10, 5, 20, 30, BEHIND),
        (10, 5, None, None, BEHIND),
        (25, 5, 20, 30, TOO_LATE),
        (25, 5, 20, None, TOO_LATE),
        (30.5, 30.9, 30, 30, CHANGED),  # on its way when the time was up
        (32, 5, 30, 30, TOO_LATE),
        (32, 5, None, 30, TOO_LATE),
    ],
)
def test_it_says_why_an_answer_does_not_count(saved, counts_since, ended, ends, said):
    attempt = Attempt(started_at=NOON, finished_at=after(ended), ends_at=after(ends))
    response = Response(answer={"text": "Сад"}, saved_at=after(counts_since))
    assert fate_of(EarlierAnswer(saved_at=after(saved)), response, attempt) == said


def test_what_was_improved_after_the_end_was_not_late():
    attempt = Attempt(started_at=NOON, finished_at=after(20), ends_at=after(30))
    response = Response(answer={"text": "Сад"}, saved_at=after(90))
    earlier = EarlierAnswer(saved_at=after(60))
    assert fate_of(earlier, response, attempt, is_for_person=True) == CHANGED


def test_an_answer_that_was_taken_back_is_told_so():
    attempt = Attempt(started_at=NOON, finished_at=after(20))
    said = fate_of(EarlierAnswer(saved_at=after(5)), Response(answer=None, saved_at=after(6)), attempt)
    assert said == "Учащийся убрал его."
