"""A class that a test gives more time to, and who joins it in the middle of the test."""

from datetime import timedelta

import pytest

from people.models import Cohort, Place
from quizzes.models import Allowance, Attempt

from .walking import join, post


@pytest.fixture
def evenings(db):
    return Cohort.objects.create(name="Кешкі топ", place=Place.objects.create(names={"kk": "Ақкөл"}))


def test_who_joins_a_class_in_the_middle_of_a_test_has_its_time_at_once(
    seat, learner, course, quiz, evenings
):
    quiz.time_limit = 10
    quiz.save_revision().publish()
    Allowance.objects.create(page_key=quiz.translation_key, group=f"cohort:{evenings.pk}", time_limit=30)
    browser = seat(learner)
    join(browser, course)
    post(browser, quiz, do="start")

    def time():
        attempt = Attempt.objects.get(page_key=quiz.translation_key)
        return attempt.ends_at - attempt.started_at

    assert time() == timedelta(minutes=10)
    member = evenings.add(learner)
    assert time() == timedelta(minutes=30)
    member.leave()
    assert time() == timedelta(minutes=30)
