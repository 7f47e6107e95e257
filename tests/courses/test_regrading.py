"""A regrade completes the courses of all whom it lifts over the pass mark, in as many queries for thirty as for three."""

import pytest
from django.db import connection

from courses.enrolling import enrol
from courses.models import Enrolment
from people.accounts import create_learner
from quizzes import versions
from quizzes.models import Attempt, Response
from quizzes.regrading import ForEverybody, regrade
from quizzes.signals import attempts_regraded
from tests.quizzes.builders import Reading

from .walking import finish_lesson, join, take_test


@pytest.fixture
def failed(seat, learner, course, lesson, second_lesson, quiz):
    """A learner who has done all of the course but passed the test."""
    browser = seat(learner)
    join(browser, course)
    finish_lesson(browser, lesson)
    finish_lesson(browser, second_lesson)
    take_test(browser, quiz, well=False)
    return Attempt.objects.get(learner=learner, page_key=quiz.translation_key)


def like(attempt, course, count):
    """More learners who have come as far, made at once."""
    records = attempt.learner.lifelong_lesson_records.all()
    given = attempt.responses.get()
    for _ in range(count):
        learner = create_learner(f"учащийся{Enrolment.objects.count()}", None)
        enrol(learner, course.translation_key)
        for record in records:
            record.pk, record.learner = None, learner
            record.save(force_insert=True)
        own = Attempt.objects.get(pk=attempt.pk)
        own.pk, own.learner = None, learner
        own.pk = Attempt._meta.pk.get_default()
        own.save(force_insert=True)
        response = Response.objects.get(pk=given.pk)
        response.pk, response.attempt = None, own
        response.save(force_insert=True)


def give_everybody_full_marks(quiz, capture):
    rule = ForEverybody(quiz.translation_key, quiz.get_items()[0].id)
    with capture(execute=True):
        return regrade(rule)


@pytest.fixture
def news():
    """What the signal has told, [(page key, changes)]."""
    told = []

    def hear(sender, page_key, changes, **kwargs):
        told.append((page_key, changes))

    attempts_regraded.connect(hear)
    yield told
    attempts_regraded.disconnect(hear)


def test_everybody_who_passes_by_it_has_completed_the_course(
    failed, course, quiz, news, django_capture_on_commit_callbacks
):
    counts = []
    for more in (2, 30):
        like(failed, course, more)
        versions._remembered.clear()
        with Reading(connection) as reading:
            give_everybody_full_marks(quiz, django_capture_on_commit_callbacks)
        counts.append(len(reading.statements))
        Attempt.objects.filter(pk=failed.pk).update(total=0)  # for those who are made like this one
        Response.objects.filter(attempt=failed).update(fraction=0)
    assert not Enrolment.objects.filter(completed_at=None)
    assert [len(changes) for _page_key, changes in news] == [3, 31]
    assert counts[0] == counts[1]
    assert counts[0] < 40


def test_who_left_the_course_or_has_a_lesson_to_do_completes_nothing(
    failed, course, quiz, lesson, django_capture_on_commit_callbacks
):
    like(failed, course, 2)
    left, behind = Enrolment.objects.exclude(learner=failed.learner)
    Enrolment.objects.filter(pk=left.pk).update(ended_at=left.enrolled_at)
    behind.learner.lifelong_lesson_records.filter(lesson_key=lesson.translation_key).delete()
    give_everybody_full_marks(quiz, django_capture_on_commit_callbacks)
    completed = Enrolment.objects.exclude(completed_at=None)
    assert [enrolment.learner for enrolment in completed] == [failed.learner]
