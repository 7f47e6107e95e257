"""Saved means on disk: idempotent, the later edit wins, everything else is kept."""

from datetime import timedelta

import pytest
from django.utils import timezone

from quizzes.models import Attempt, EarlierAnswer, Response
from quizzes.saving import Edit, NoAttempt, Typed, save

from .builders import distractor_of, key_of


@pytest.fixture
def item(lesson):
    return lesson.get_items()[0]


@pytest.fixture
def answer(lesson, learner, item):
    """Save an answer to the lesson's first question."""

    def answer(option, **edit):
        typed = [Typed(item, {"option": option} if option else None)]
        edit = Edit(language="ru", **edit)
        return save(
            learner, lesson.translation_key, lambda attempt: typed, edit, lesson.get_practice_version()
        ).attempt

    return answer


def what_counts():
    return Response.objects.get().answer["option"]


def test_the_first_answer_begins_the_practice(answer, item):
    assert answer(key_of(item)).mode == Attempt.Mode.PRACTICE
    assert what_counts() == key_of(item)


def test_twenty_equal_saves_are_one_answer(answer, item):
    for _ in range(20):
        answer(key_of(item), key="the-same", tab="t", sequence=1)
    assert Response.objects.count() == 1
    assert EarlierAnswer.objects.count() == 0


def test_a_changed_mind_keeps_the_earlier_answer(answer, item):
    answer(distractor_of(item), key="one", tab="t", sequence=1)
    answer(key_of(item), key="two", tab="t", sequence=2)
    assert what_counts() == key_of(item)
    assert [earlier.answer["option"] for earlier in EarlierAnswer.objects.all()] == [distractor_of(item)]


def test_a_save_that_comes_late_does_not_win_in_its_own_tab(answer, item):
    answer(key_of(item), key="two", tab="t", sequence=2)
    answer(distractor_of(item), key="one", tab="t", sequence=1)
    assert what_counts() == key_of(item)
    assert EarlierAnswer.objects.get().answer["option"] == distractor_of(item)


def test_a_repeat_of_a_late_save_is_kept_once(answer, item):
    answer(key_of(item), key="two", tab="t", sequence=2)
    for _ in range(3):
        answer(distractor_of(item), key="one", tab="t", sequence=1)
    assert EarlierAnswer.objects.count() == 1


def test_back_to_the_first_answer_beats_a_save_still_under_way(answer, item):
    answer(key_of(item), key="one", tab="t", sequence=1)
    answer(key_of(item), key="three", tab="t", sequence=3)
    answer(distractor_of(item), key="two", tab="t", sequence=2)
    assert what_counts() == key_of(item)


def test_between_two_computers_the_later_edit_wins(answer, item):
    now = timezone.now()
    answer(key_of(item), key="lab", tab="lab", sequence=1, arrived_at=now)
    answer(distractor_of(item), key="home", tab="home", sequence=9, arrived_at=now, age=timedelta(minutes=-5))
    assert what_counts() == distractor_of(item)  # an age below zero counts as none


def test_an_older_edit_from_another_computer_goes_to_the_history(answer, item):
    attempt = answer(distractor_of(item), key="first", tab="lab", sequence=1)
    Attempt.objects.filter(pk=attempt.pk).update(started_at=timezone.now() - timedelta(hours=1))
    answer(key_of(item), key="lab", tab="lab", sequence=2)
    answer(distractor_of(item), key="home", tab="home", sequence=1, age=timedelta(minutes=10))
    assert what_counts() == key_of(item)
    assert EarlierAnswer.objects.count() == 2


def test_an_edit_never_lies_before_the_attempt():
    started = timezone.now()
    assert Edit(language="ru", age=timedelta(days=3000), arrived_at=started).edited_at(started) == started


def test_a_clock_set_back_refuses_nothing(answer, item):
    answer(key_of(item), key="one", tab="t", sequence=1)
    answer(
        distractor_of(item),
        key="two",
        tab="t",
        sequence=2,
        arrived_at=timezone.now() - timedelta(days=20_000),
    )
    assert what_counts() == distractor_of(item)


def test_an_answer_can_be_taken_back(answer, item):
    answer(key_of(item), key="one", tab="t", sequence=1)
    answer(None, key="two", tab="t", sequence=2)
    assert Response.objects.get().answer is None


def test_a_test_that_is_not_running_takes_no_answers(quiz, learner):
    with pytest.raises(NoAttempt):
        save(learner, quiz.translation_key, lambda attempt: [], Edit(language="ru"))
    assert not Attempt.objects.exists()
