"""Who may open a lesson, and who may answer in it."""

from urllib.parse import unquote

import pytest
from django.db import connection

from courses.enrolling import enrol, leave
from lessons.models import LessonRecord
from quizzes.models import Attempt
from tests.quizzes.builders import Reading

from .cast import staff
from .walking import answers, finish_lesson, post, soup


@pytest.fixture
def enrolled(learner, course):
    enrol(learner, course.translation_key)
    return learner


@pytest.fixture
def open_course(course):
    course.is_open_to_read = True
    course.save()
    return course


def assert_sent_to(course, browser, page):
    response = browser.get(page.get_url(), follow=True)
    assert response.redirect_chain == [(course.get_url(), 302)]
    assert soup(response).select_one(".messages li")


def test_a_stranger_is_sent_to_the_course(stranger, course, lesson, quiz):
    assert_sent_to(course, stranger, lesson)
    assert_sent_to(course, stranger, quiz)


def test_a_learner_of_another_course_is_sent_to_the_course(seat, learner, course, other_course, lesson, quiz):
    enrol(learner, other_course.translation_key)
    assert_sent_to(course, seat(learner), lesson)
    assert_sent_to(course, seat(learner), quiz)


def test_a_learner_who_left_is_sent_to_the_course(seat, enrolled, course, lesson):
    leave(enrolled, course.translation_key)
    assert_sent_to(course, seat(enrolled), lesson)


def test_whoever_is_enrolled_reads_and_answers(seat, enrolled, lesson, quiz):
    browser = seat(enrolled)
    assert browser.get(lesson.get_url()).status_code == 200
    assert browser.get(quiz.get_url()).status_code == 200
    finish_lesson(browser, lesson)
    assert LessonRecord.objects.by(enrolled).completed().count() == 1


def test_whoever_looks_after_the_course_reads_without_joining(seat, teacher, lesson):
    assert seat(teacher).get(lesson.get_url()).status_code == 200


def test_the_teacher_of_another_course_is_sent_to_the_course(seat, course, other_course, lesson):
    assert_sent_to(course, seat(staff("neighbour", other_course)), lesson)


def test_an_administrator_reads_everything(seat, django_user_model, lesson):
    assert seat(django_user_model.objects.create_superuser("admin")).get(lesson.get_url()).status_code == 200


def test_anybody_reads_an_open_course_and_nobody_answers_it_unasked(
    stranger, seat, learner, open_course, lesson
):
    for browser in (stranger, seat(learner)):
        response = browser.get(lesson.get_url())
        assert response.status_code == 200
        assert soup(response).select_one("button[value=done]").has_attr("disabled")
    assert not LessonRecord.objects.exists()


def test_a_course_that_is_closed_again_is_closed_at_once(stranger, open_course, lesson):
    assert stranger.get(lesson.get_url()).status_code == 200
    open_course.is_open_to_read = False
    open_course.save()
    assert_sent_to(open_course, stranger, lesson)


@pytest.mark.parametrize("is_open", [True, False])
def test_an_answer_from_somebody_who_has_not_joined_makes_nothing(
    seat, learner, course, lesson, quiz, is_open
):
    course.is_open_to_read = is_open
    course.save()
    browser = seat(learner)
    for page, verb in ((lesson, "save"), (lesson, "done"), (quiz, "start"), (quiz, "finish")):
        response = post(browser, page, do=verb, **answers(page))
        assert (response.status_code, response.url) == (302, course.get_url())
    assert not Attempt.objects.exists()
    assert not LessonRecord.objects.exists()


def test_a_teacher_who_has_not_joined_makes_no_attempt(seat, teacher, course, lesson):
    assert post(seat(teacher), lesson, do="save", **answers(lesson)).url == course.get_url()
    assert not Attempt.objects.exists()


def test_an_answer_from_somebody_whose_session_ended_leads_to_the_door_and_back(stranger, lesson):
    response = post(stranger, lesson, do="save", **answers(lesson))
    assert unquote(response.url) == f"/ru/sign-in/?next={lesson.get_url()}"
    assert not Attempt.objects.exists()


def test_a_preview_is_guarded_by_nobody_and_makes_nothing(lesson):
    response = lesson.make_preview_request(preview_mode="")
    assert response.status_code == 200
    assert not LessonRecord.objects.exists()


def test_a_lesson_costs_a_learner_six_queries(seat, enrolled, lesson, second_lesson):
    browser = seat(enrolled)
    finish_lesson(browser, lesson)
    browser.get(lesson.get_url())
    with Reading(connection) as reading:
        assert browser.get(lesson.get_url()).status_code == 200
    assert len(reading.statements) <= 6


def test_an_open_lesson_costs_a_stranger_one_query(stranger, open_course, lesson):
    stranger.get(lesson.get_url())
    with Reading(connection) as reading:
        stranger.get(lesson.get_url())
    assert len(reading.statements) == 1
