"""The front page, the list of subjects and a subject: what there is to learn."""

import pytest
from django.db import connection
from django.utils import timezone

from courses.enrolling import enrol
from courses.models import Enrolment
from tests.courses.walking import primary, soup
from tests.quizzes.builders import Reading


def shown(response):
    """Return {course: the words on its card beside the title}."""
    cards = soup(response).select(".catalogue .card")
    return {card.find(["h2", "h3"]).get_text(strip=True): chips_of(card) for card in cards}


def chips_of(card):
    return [chip.get_text(strip=True) for chip in card.select(".chip")]


@pytest.fixture
def pages(front, subject, course, other_course):
    """Every page that shows the catalogue."""
    return [front, subject.get_parent().specific, subject]


def test_a_stranger_sees_the_courses_by_subject_and_the_way_in(stranger, front, subject, pages):
    page = stranger.get("/ru/")
    assert soup(page).select_one(".subject h2 a")["href"] == subject.get_url()
    assert shown(page) == {"Компьютер без страха": [], "Лидерство": []}
    assert primary(page) == ("Войти", "/ru/sign-in/?next=/ru/")


def test_a_learner_sees_which_courses_are_theirs(seat, learner, pages, course, other_course):
    enrol(learner, course.translation_key)
    enrol(learner, other_course.translation_key)
    Enrolment.objects.on(other_course.translation_key).update(completed_at=timezone.now())
    browser = seat(learner)
    for page in pages:
        assert shown(browser.get(page.get_url())) == {
            "Компьютер без страха": ["◐В процессе"],
            "Лидерство": ["✓Завершено"],
        }
    assert primary(browser.get("/ru/")) == ("Моё обучение", "/ru/my-learning/")


def test_a_draft_is_in_no_catalogue(stranger, pages, course):
    course.unpublish()
    for page in pages:
        assert list(shown(stranger.get(page.get_url()))) == ["Лидерство"]


def test_a_translation_shows_what_is_translated(stranger, front, subject, pages, course, in_language):
    in_language("kk", front, subject.get_parent().specific, subject, course)
    assert list(shown(stranger.get("/kk/"))) == ["Компьютер без страха kk"]


def test_a_school_without_courses_says_so(stranger, front):
    assert "Курсов здесь пока нет" in soup(stranger.get("/ru/")).get_text()


def test_a_subject_without_courses_says_so(stranger, subject):
    assert "готовятся" in soup(stranger.get(subject.get_url())).get_text()


def test_the_front_page_costs_a_stranger_one_query_and_a_learner_four(stranger, seat, learner, pages):
    for browser, most in ((stranger, 1), (seat(learner), 4)):
        browser.get("/ru/")
        with Reading(connection) as reading:
            browser.get("/ru/")
        assert len(reading.statements) <= most
