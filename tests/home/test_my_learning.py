"""My learning: one large card, one button, and the rest of the courses."""

import pytest
from django.db import connection
from django.utils import timezone

from courses.enrolling import enrol
from courses.models import Enrolment
from lessons.activities.doing import visit
from lessons.completion import complete
from lessons.models import LessonRecord
from tests import factories
from tests.courses.walking import answers, join, post, primary, soup
from tests.quizzes.builders import Reading

URL = "/ru/my-learning/"


@pytest.fixture
def browser(seat, learner):
    return seat(learner)


def cards(response):
    return [card.get_text(" ", strip=True) for card in soup(response).select("main .catalogue .card")]


def test_a_stranger_signs_in_first(stranger, front):
    assert stranger.get(URL).url == f"/ru/sign-in/?next={URL}"


def test_somebody_new_is_told_what_to_do(browser, front):
    page = browser.get(URL)
    assert primary(page) == ("Выбрать курс", "/ru/")
    assert "Выберите курс, и он будет ждать вас здесь." in soup(page).get_text()


def test_the_large_card_has_the_course_the_very_lesson_and_one_button(browser, course, lesson, quiz):
    join(browser, course)
    item = lesson.get_items()[0].id
    post(browser, lesson, do="save", **answers(lesson))
    page = browser.get(URL)
    card = soup(page).select_one(".card-current")
    assert card.select_one(".place").get_text(strip=True) == "Компьютер без страха"
    assert card.h2.get_text(strip=True) == "Части"
    assert "Шаг 1 из 2" in card.select_one(".card-detail").get_text()
    assert "Готово: 0 из 3" in card.get_text()
    assert primary(page) == ("Продолжить", f"{lesson.get_url()}#item-{item}")


def test_the_course_that_was_read_last_comes_first(browser, learner, course, other_course, lesson):
    module = factories.ModulePageFactory(parent=other_course)
    elsewhere = factories.LessonPageFactory(parent=module, title="Лидер", slug="lider")
    enrol(learner, course.translation_key)
    enrol(learner, other_course.translation_key)
    assert primary(browser.get(URL))[1] == elsewhere.get_url()
    visit(learner, lesson.translation_key)
    page = browser.get(URL)
    assert primary(page)[1] == lesson.get_url()
    assert cards(page) == ["Лидерство Готово: 0 из 1"]


def test_a_completed_course_makes_room_for_the_next(browser, learner, course, other_course, lesson):
    module = factories.ModulePageFactory(parent=other_course)
    elsewhere = factories.LessonPageFactory(parent=module, title="Лидер", slug="lider")
    enrol(learner, other_course.translation_key)
    enrol(learner, course.translation_key)
    Enrolment.objects.on(course.translation_key).update(completed_at=timezone.now())
    page = browser.get(URL)
    assert primary(page)[1] == elsewhere.get_url()
    assert cards(page)[0].startswith("Компьютер без страха ✓ Курс завершён")


def test_when_all_is_done_the_catalogue_is_next(browser, learner, course, lesson):
    enrol(learner, course.translation_key)
    Enrolment.objects.update(completed_at=timezone.now())
    page = browser.get(URL)
    assert primary(page) == ("Выбрать курс", "/ru/")
    assert len(cards(page)) == 1


def test_my_learning_is_the_same_in_another_language(browser, course, lesson, quiz, whole_course_in):
    whole_course_in("kk")
    join(browser, course)
    page = browser.get("/kk/my-learning/")
    assert primary(page) == ("Бастау", lesson.get_url().replace("/ru/", "/kk/"))
    assert soup(page).select_one(".card-current h2").get_text() == "Части kk"


def test_a_course_that_is_not_translated_is_shown_in_its_own_language(browser, course, lesson, front):
    join(browser, course)
    page = browser.get("/en/my-learning/")
    title = soup(page).select_one(".card-current .place a")
    assert (title["lang"], title["href"]) == ("ru", course.get_url())
    assert soup(page).select_one(".card-current h2")["lang"] == "ru"


def test_a_course_that_is_a_draft_again_is_not_shown(browser, course, lesson):
    join(browser, course)
    course.unpublish()
    assert primary(browser.get(URL)) == ("Выбрать курс", "/ru/")


def test_nobody_sees_the_courses_of_another(seat, teacher, learner, course, lesson):
    enrol(learner, course.translation_key)
    assert primary(seat(teacher).get(URL)) == ("Выбрать курс", "/ru/")


def test_ten_courses_cost_what_two_cost(browser, learner, subject):
    costs = []
    for number in (2, 10):
        while subject.get_children_count() < number:
            add_course(subject, learner)
            subject.refresh_from_db()
        browser.get(URL)
        with Reading(connection) as reading:
            page = browser.get(URL)
        assert len(cards(page)) == number - 1
        costs.append(len(reading.statements))
    assert costs[0] == costs[1] <= 11


def add_course(subject, learner):
    course = factories.CoursePageFactory(parent=subject)
    module = factories.ModulePageFactory(parent=course)
    lesson = factories.LessonPageFactory(parent=module)
    factories.LessonPageFactory(parent=module)
    factories.QuizPageFactory(parent=module)
    enrol(learner, course.translation_key)
    complete(learner, lesson.translation_key, LessonRecord.Why.READ)


def test_ten_courses_cost_ten_queries(browser, learner, subject):
    for number in range(10):
        course = factories.CoursePageFactory(parent=subject, title=f"Курс {number}")
        lesson = factories.LessonPageFactory(parent=factories.ModulePageFactory(parent=course))
        enrol(learner, course.translation_key)
        browser.get(lesson.get_url())
        post(browser, lesson, do="save", **answers(lesson))
    browser.get(URL)
    with Reading(connection) as reading:
        page = browser.get(URL)
    assert len(cards(page)) == 9
    assert len(reading.statements) <= 10
