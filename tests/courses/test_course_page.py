"""The course as a path: where am I, what do I do next, how far have I come."""

import json

import pytest
from django.db import connection
from django.test import TestCase

from courses.enrolling import enrol
from courses.models import Enrolment
from lessons.completion import complete
from lessons.models import LessonPage, LessonRecord
from tests import factories
from tests.quizzes.builders import Reading, key_of, single_choice

from .walking import answers, finish_lesson, join, post, primary, soup, states, take_test


@pytest.fixture
def at_the_course(seat, learner, course, quiz):
    """Aigerim's browser, after she joined."""
    browser = seat(learner)
    join(browser, course)
    return browser


def test_the_path_shows_every_step_with_its_state_in_words(at_the_course, course, lesson):
    post(at_the_course, lesson, do="save", **answers(lesson))
    assert states(at_the_course.get(course.get_url())) == {
        "Части": "В процессе",
        "Экран": "Не начато",
        "Тест": "Не начато",
    }


def test_a_step_that_is_done_counts(at_the_course, course, lesson, second_lesson):
    finish_lesson(at_the_course, lesson)
    finish_lesson(at_the_course, second_lesson)
    page = at_the_course.get(course.get_url())
    assert "Готово: 2 из 3" in soup(page).select_one(".progress-words").get_text()
    assert [chip.get_text()[1:].strip() for chip in soup(page).select(".stretch > .chip")] == [
        "Завершено",
        "Не начато",
    ]


def test_a_test_is_done_when_an_attempt_has_passed_and_stays_done(at_the_course, course, quiz):
    take_test(at_the_course, quiz, well=False)
    assert states(at_the_course.get(course.get_url()))["Тест"] == "В процессе"
    take_test(at_the_course, quiz)
    take_test(at_the_course, quiz, well=False)
    assert states(at_the_course.get(course.get_url()))["Тест"] == "Завершено"


def test_continue_leads_to_the_question_that_was_answered_last(at_the_course, course, lesson):
    item = lesson.get_items()[0].id
    post(at_the_course, lesson, do="save", **answers(lesson))
    assert primary(at_the_course.get(course.get_url())) == ("Продолжить", f"{lesson.get_url()}#item-{item}")


def test_of_two_answers_continue_takes_the_later(at_the_course, course, module, lesson, second_lesson):
    finish_lesson(at_the_course, lesson)
    finish_lesson(at_the_course, second_lesson)
    body = json.dumps([single_choice(), single_choice(stem="Где экран?")])
    of_two = factories.LessonPageFactory(parent=module, title="Две", slug="dve", body=body)
    first, second = of_two.get_items()
    for item in (second, first):
        posted = {item.field_name: key_of(item), f"version-{item.id}": item.digest, "only": item.id}
        post(at_the_course, of_two, do="save", **posted)
    assert primary(at_the_course.get(course.get_url()))[1] == f"{of_two.get_url()}#item-{first.id}"


def test_continue_leads_past_what_is_done(at_the_course, course, lesson, second_lesson, quiz):
    finish_lesson(at_the_course, second_lesson)
    assert primary(at_the_course.get(course.get_url()))[1] == lesson.get_url()
    finish_lesson(at_the_course, lesson)
    assert primary(at_the_course.get(course.get_url()))[1] == quiz.get_url()


def test_the_path_shows_where_to_go_on(at_the_course, course, lesson, second_lesson):
    finish_lesson(at_the_course, lesson)
    page = soup(at_the_course.get(course.get_url()))
    assert [step.a.get_text() for step in page.select(".step[aria-current=step]")] == ["Экран"]
    assert page.select_one(".way-next").get_text() == "Следующий шаг: Экран"
    assert (page.select_one(".meter")["value"], page.select_one(".meter")["max"]) == ("1", "3")


def test_the_course_says_which_subject_it_belongs_to(stranger, course, subject):
    place = soup(stranger.get(course.get_url())).select_one("main .place a")
    assert (place.get_text(), place["href"]) == (subject.title, subject.get_url())


def test_a_stranger_sees_the_path_and_nobodys_state(stranger, course, quiz):
    page = soup(stranger.get(course.get_url()))
    assert len(page.select(".step")) == 3
    assert not page.select(".step-state, .progress-words, .meter, [aria-current=step]")
    assert [item.get_text() for item in page.select(".outcomes li")] == ["Включать", "Выключать"]


def test_one_learner_does_not_see_the_state_of_another(
    at_the_course, seat, django_user_model, course, lesson
):
    finish_lesson(at_the_course, lesson)
    bolat = django_user_model.objects.create_user("bolat")
    enrol(bolat, course.translation_key)
    assert set(states(seat(bolat).get(course.get_url())).values()) == {"Не начато"}


def test_progress_is_one_in_three_languages(at_the_course, course, lesson, whole_course_in):
    kazakh, english = whole_course_in("kk"), whole_course_in("en")
    finish_lesson(at_the_course, lesson)
    assert list(states(at_the_course.get(kazakh.get_url())).values()) == [
        "Аяқталды",
        "Басталмаған",
        "Басталмаған",
    ]
    assert list(states(at_the_course.get(english.get_url())).values()) == [
        "Completed",
        "Not started",
        "Not started",
    ]
    assert states(at_the_course.get(course.get_url()))["Части"] == "Завершено"


def test_a_lesson_that_is_not_translated_keeps_its_place_in_its_own_language(
    at_the_course, front, subject, course, module, lesson, second_lesson, in_language
):
    in_language("kk", front, subject.get_parent().specific, subject)
    kazakh = in_language("kk", course)
    in_language("kk", module, second_lesson)
    finish_lesson(at_the_course, lesson)
    page = at_the_course.get(kazakh.get_url())
    assert list(states(page)) == ["Части", "Экран kk", "Тест"]
    first, second = soup(page).select(".step a")[:2]
    assert (first["lang"], first["href"]) == ("ru", lesson.get_url())
    assert not second.has_attr("lang")
    assert states(page)["Части"] == "Аяқталды"


def test_a_draft_is_not_on_the_path(at_the_course, course, module, second_lesson):
    second_lesson.unpublish()
    assert list(states(at_the_course.get(course.get_url()))) == ["Части", "Тест"]
    module.unpublish()
    assert list(states(at_the_course.get(course.get_url()))) == ["Тест"]


def test_a_new_order_is_on_the_path_at_once(at_the_course, course, lesson, second_lesson):
    at_the_course.get(course.get_url())
    with TestCase.captureOnCommitCallbacks(execute=True):
        second_lesson.move(lesson, pos="left")
    assert list(states(at_the_course.get(course.get_url())))[:2] == ["Экран", "Части"]


def test_an_empty_course_says_so(seat, learner, other_course):
    browser = seat(learner)
    join(browser, other_course)
    page = browser.get(other_course.get_url())
    assert primary(page) is None
    assert "Уроков здесь пока нет" in soup(page).get_text()


def test_a_module_leads_to_its_stretch_of_the_course(stranger, course, module):
    response = stranger.get(module.get_url())
    assert response.url == f"{course.get_url()}#module-{module.translation_key}"
    assert soup(stranger.get(course.get_url())).find(id=f"module-{module.translation_key}")


@pytest.mark.parametrize("is_live", [True, False])
def test_a_course_is_previewed_without_a_form(course, quiz, is_live):
    course.live = is_live
    course.save()
    response = course.make_preview_request()
    assert response.status_code == 200
    assert primary(response) is None
    assert not Enrolment.objects.exists()


def test_forty_lessons_cost_what_four_cost(seat, learner, course, module):
    costs = [queries_of_the_page(seat(learner), learner, course, module, lessons) for lessons in (4, 40)]
    assert costs[0] == costs[1] <= 8


def test_a_course_that_nobody_has_opened_yet_costs_the_same_at_forty(stranger, course, module):
    # The very first reader also fills what Django and Wagtail remember.
    _, few, many = [cold_queries(stranger, course, module, lessons) for lessons in (3, 4, 40)]
    assert few == many


def queries_of_the_page(browser, learner, course, module, lessons):
    enrol(learner, course.translation_key)
    fill(module, lessons)
    for lesson in LessonPage.objects.child_of(module)[: lessons // 2]:
        complete(learner, lesson.translation_key, LessonRecord.Why.READ)
    browser.get(course.get_url())
    with Reading(connection) as reading:
        page = browser.get(course.get_url())
    assert len(soup(page).select('.step[data-state="completed"]')) == lessons // 2
    return len(reading.statements)


def cold_queries(stranger, course, module, lessons):
    fill(module, lessons)
    with Reading(connection) as reading:
        assert len(soup(stranger.get(course.get_url())).select(".step")) == lessons
    return len(reading.statements)


def fill(module, lessons):
    """Bring the module to so many steps, the last of them a test."""
    module.refresh_from_db()
    if not module.get_children():
        factories.QuizPageFactory(parent=module)
    for _ in range(lessons - module.get_children_count()):
        factories.LessonPageFactory(parent=module)
        module.refresh_from_db()
