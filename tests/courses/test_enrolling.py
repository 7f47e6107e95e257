"""Joining a course, leaving it, and coming back."""

from urllib.parse import unquote

from courses.enrolling import enrol, leave
from courses.models import Enrolment
from lessons.models import LessonRecord

from .walking import finish_lesson, join, post, primary, states, take_test


def test_a_learner_joins_with_one_button(seat, learner, course, lesson):
    browser = seat(learner)
    assert primary(browser.get(course.get_url())) == ("Записаться на курс", None)
    join(browser, course)
    enrolment = Enrolment.objects.by(learner).active().get()
    assert (enrolment.course_key, enrolment.how) == (course.translation_key, Enrolment.How.SELF)
    assert primary(browser.get(course.get_url())) == ("Начать", lesson.get_url())


def test_joining_twice_is_joining_once(seat, learner, course):
    browser = seat(learner)
    join(browser, course)
    join(browser, course)
    assert Enrolment.objects.count() == 1


def test_a_stranger_who_joins_signs_in_first_and_comes_back(stranger, course):
    assert unquote(join(stranger, course).url) == f"/ru/sign-in/?next={course.get_url()}"
    words, url = primary(stranger.get(course.get_url()))
    assert (words, unquote(url)) == (
        "Войти, чтобы записаться на курс",
        f"/ru/sign-in/?next={course.get_url()}",
    )
    assert not Enrolment.objects.exists()


def test_a_form_that_asks_for_nothing_known_changes_nothing(seat, learner, course):
    assert post(seat(learner), course, do="something").url == course.get_url()
    assert not Enrolment.objects.exists()


def test_joining_in_one_language_is_joining_in_all(
    seat, learner, course, lesson, in_language, whole_course_in
):
    kazakh = whole_course_in("kk")
    browser = seat(learner)
    join(browser, kazakh)
    assert browser.get(lesson.get_url()).status_code == 200
    join(browser, course)
    assert Enrolment.objects.count() == 1


def test_staff_enrol_a_learner_and_it_is_known_who_did(learner, teacher, course):
    enrolment = enrol(learner, course.translation_key, Enrolment.How.STAFF, by=teacher)
    assert (enrolment.how, enrolment.by) == (Enrolment.How.STAFF, teacher)


def test_leaving_and_coming_back_loses_no_progress(seat, learner, course, quiz, lesson):
    browser = seat(learner)
    join(browser, course)
    finish_lesson(browser, lesson)
    leave(learner, course.translation_key)
    assert primary(browser.get(course.get_url())) == ("Записаться на курс", None)
    assert LessonRecord.objects.by(learner).completed().exists()
    join(browser, course)
    assert states(browser.get(course.get_url()))["Части"] == "Завершено"
    assert Enrolment.objects.by(learner).count() == 2


def test_who_completed_the_course_comes_back_as_somebody_who_has(
    seat, learner, course, lesson, second_lesson, quiz
):
    browser = seat(learner)
    join(browser, course)
    finish_lesson(browser, lesson)
    finish_lesson(browser, second_lesson)
    take_test(browser, quiz)
    earned_at = Enrolment.objects.get().completed_at
    leave(learner, course.translation_key)
    assert enrol(learner, course.translation_key).completed_at == earned_at
