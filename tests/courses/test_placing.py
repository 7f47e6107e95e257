"""What a lesson says about its place, and where its last button leads."""

from django.db import connection

from courses.placing import place_of
from tests import factories
from tests.quizzes.builders import Reading

from .walking import finish_lesson, join, primary, soup, take_test


def test_a_lesson_says_where_it_stands(seat, learner, course, second_lesson):
    browser = seat(learner)
    join(browser, course)
    place = soup(browser.get(second_lesson.get_url())).select_one(".place")
    assert place.a["href"] == course.get_url()
    assert [part.get_text(strip=True) for part in place.find_all(["a", "span"])] == [
        "Компьютер без страха",
        "Первые шаги",
        "Шаг 2 из 2",
    ]


def test_the_last_button_leads_to_the_next_step_then_to_the_next_module_then_to_the_course(
    seat, learner, course, lesson, second_lesson, quiz
):
    last = factories.LessonPageFactory(parent=quiz.get_parent(), title="Итог", slug="itog")
    browser = seat(learner)
    join(browser, course)
    assert finish_lesson(browser, lesson).url == second_lesson.get_url()
    assert finish_lesson(browser, second_lesson).url == quiz.get_url()
    assert finish_lesson(browser, last).url == course.get_url()


def test_in_a_translation_the_next_step_is_that_of_the_translation(lesson, second_lesson, whole_course_in):
    whole_course_in("kk")
    kazakh = type(lesson).objects.get(translation_key=lesson.translation_key, locale__language_code="kk")
    place = place_of(kazakh)
    assert place["next"].title == "Экран kk"
    assert place["next_url"] == second_lesson.get_url().replace("/ru/", "/kk/")
    assert place["course_title"] == "Компьютер без страха kk"


def test_a_place_costs_three_queries(lesson, quiz):
    place_of(lesson)
    with Reading(connection) as reading:
        assert place_of(lesson)["total"] == 2
    assert len(reading.statements) <= 3


def test_a_test_that_is_passed_leads_on_and_one_that_is_not_is_tried_again(seat, learner, course, quiz):
    last = factories.LessonPageFactory(parent=quiz.get_parent(), title="Итог", slug="itog")
    browser = seat(learner)
    join(browser, course)
    take_test(browser, quiz, well=False)
    assert primary(browser.get(quiz.get_url()))[0] == "Попробовать ещё раз"
    take_test(browser, quiz)
    result = browser.get(quiz.get_url())
    assert primary(result) == ("Дальше", last.get_url())
    assert soup(result).select_one(".result .way-next").get_text() == "Следующий шаг: Итог"
