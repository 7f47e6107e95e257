"""When a course is completed, and that it stays so."""

import json

import pytest
from django.test import TestCase

from courses.models import Enrolment
from quizzes.finishing import finish
from quizzes.models import Attempt
from tests import factories

from .walking import finish_lesson, join, post, primary, soup, take_test


@pytest.fixture
def browser(seat, learner, course, quiz):
    browser = seat(learner)
    join(browser, course)
    return browser


def completed_at():
    return Enrolment.objects.get().completed_at


def walk(browser, lesson, second_lesson, quiz):
    finish_lesson(browser, lesson)
    finish_lesson(browser, second_lesson)
    take_test(browser, quiz)


def test_the_last_test_completes_the_course(browser, lesson, second_lesson, quiz):
    finish_lesson(browser, lesson)
    finish_lesson(browser, second_lesson)
    assert completed_at() is None
    take_test(browser, quiz, well=False)
    assert completed_at() is None
    take_test(browser, quiz)
    assert completed_at()


def test_the_last_lesson_completes_the_course(browser, lesson, second_lesson, quiz):
    take_test(browser, quiz)
    finish_lesson(browser, second_lesson)
    assert completed_at() is None
    finish_lesson(browser, lesson)
    assert completed_at()


def test_a_test_without_points_is_completed_by_finishing_it(browser, lesson, second_lesson, quiz):
    body = quiz.body.stream_block.get_prep_value(quiz.body)
    for question in body:
        question["value"]["points"] = "0"
    quiz.body = json.dumps(body)
    quiz.save_revision().publish()
    finish_lesson(browser, lesson)
    finish_lesson(browser, second_lesson)
    take_test(browser, quiz, well=False)
    assert Attempt.objects.get(mode="test").maximum == 0
    assert completed_at()


def test_a_completed_course_says_when_and_leads_to_others(browser, course, lesson, second_lesson, quiz):
    walk(browser, lesson, second_lesson, quiz)
    page = browser.get(course.get_url())
    assert primary(page) == ("Другие курсы этого направления", course.get_parent().get_url())
    assert "Курс завершён" in soup(page).select_one(".progress-words").get_text()


def test_steps_done_in_three_languages_complete_one_course(
    browser, course, lesson, second_lesson, quiz, whole_course_in
):
    whole_course_in("kk"), whole_course_in("en")
    kazakh = type(second_lesson).objects.get(
        translation_key=second_lesson.translation_key, locale__language_code="kk"
    )
    english = type(quiz).objects.get(translation_key=quiz.translation_key, locale__language_code="en")
    walk(browser, lesson, kazakh, english)
    assert completed_at()


def test_a_completion_is_recorded_once(browser, learner, lesson, second_lesson, quiz):
    walk(browser, lesson, second_lesson, quiz)
    earned_at = completed_at()
    take_test(browser, quiz)
    finish_lesson(browser, lesson)
    with TestCase.captureOnCommitCallbacks(execute=True):
        finish(Attempt.objects.by(learner).filter(mode=Attempt.Mode.TEST).first().pk)
    assert completed_at() == earned_at


def test_an_edit_takes_no_completion_away(browser, module, course, lesson, second_lesson, quiz):
    walk(browser, lesson, second_lesson, quiz)
    earned_at = completed_at()
    module.refresh_from_db()
    new = factories.LessonPageFactory(parent=module, title="Новый", slug="novyi")
    assert "Курс завершён" in soup(browser.get(course.get_url())).get_text()
    finish_lesson(browser, new)
    assert completed_at() == earned_at


def test_a_lesson_that_is_in_one_translation_only_is_nobodys_duty(
    browser, course, lesson, second_lesson, quiz, whole_course_in
):
    kazakh = whole_course_in("kk")
    extra = factories.LessonPageFactory(
        parent=kazakh.get_first_child(), title="Қосымша", slug="qosymsha", locale=kazakh.locale
    )
    walk(browser, lesson, second_lesson, quiz)
    assert completed_at()
    assert browser.get(extra.get_url()).status_code == 200


def test_a_lesson_outside_completes_no_course(seat, learner, course, other_course, lesson):
    browser = seat(learner)
    join(browser, course)
    join(browser, other_course)
    finish_lesson(browser, lesson)
    completed = Enrolment.objects.filter(completed_at__isnull=False)
    assert [one.course_key for one in completed] == [course.translation_key]


def test_who_has_left_completes_nothing(seat, learner, course, lesson):
    browser = seat(learner)
    assert post(browser, lesson, do="done").url == course.get_url()
    assert not Enrolment.objects.exists()
