"""A parent takes one lesson a week, tries something at home, and writes what the family means to try."""

import itertools
import json
from datetime import date, timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.utils import timezone

from home.family.pace import monday_of
from home.models import FamilyPlan
from people import consents
from people.accounts import create_learner
from people.consents import Purpose
from people.models import Consent, Guardianship
from people.own_data.parts import parts_of
from tests.courses.walking import answers, finish_lesson, join, post, soup
from tests.lessons.builders import tonight
from tests.quizzes.builders import single_choice

FAMILY, PLAN = "/ru/family/", "/ru/family/plan/"
TASKS = ["Спросите сегодня вечером, что было хорошего.", "Почитайте вместе десять минут."]
LANGUAGES = {
    "kk": "Осы аптаға арналған жоспарымыз",
    "ru": "Наш план на эту неделю",
    "en": "Our plan for this week",
}
WORDS = "Каждый вечер по сказке"
DECIDED = consents.DECIDED_BY_GUARDIANS
EVERY_MIX = [set(mix) for size in range(3) for mix in itertools.combinations(DECIDED, size)]


@pytest.fixture
def mother(db):
    return create_learner("mother", None, call_name="Гүлнар")


@pytest.fixture
def family_course(course, lesson, second_lesson, quiz):
    """Two lessons that each suggest something to try, and a test."""
    for page, task in zip([lesson, second_lesson], TASKS, strict=True):
        page.body = json.dumps([tonight(task), single_choice()])
        page.save_revision().publish()
    return course


@pytest.fixture
def parent(seat, mother, family_course):
    """A mother at her browser, in the course for families."""
    browser = seat(mother)
    join(browser, family_course)
    return browser


@pytest.fixture
def wednesday():
    with time_machine.travel(timezone.now().replace(2026, 11, 25, 12), tick=False) as clock:
        yield clock


@pytest.fixture
def later(wednesday, parent, mother):
    """Return a function that lets days pass; the mother signs in again, as she does each time she comes."""

    def pass_days(days):
        wednesday.shift(timedelta(days=days))
        parent.force_login(mother)

    return pass_days


def this_week(browser, url=FAMILY):
    """Return the words about this week, without what is said of children."""
    found = soup(browser.get(url)).find(attrs={"aria-labelledby": "this-week"})
    return found.get_text(" ", strip=True) if found else ""


def leads_to_family(browser):
    return bool(soup(browser.get("/ru/my-learning/")).main.find("a", href=FAMILY))


def write(browser, words=WORDS, when="", url=PLAN):
    return browser.post(url, {"words": words, "when": when})


def plan_words(browser):
    return soup(browser.get(PLAN)).main.get_text(" ", strip=True)


def finish(browser, page):
    page.refresh_from_db()
    finish_lesson(browser, page)


def test_my_learning_leads_a_parent_without_a_linked_child_to_their_course_for_families(
    seat, parent, learner
):
    assert leads_to_family(parent)
    assert not leads_to_family(seat(learner))


def test_my_learning_leads_a_parent_to_a_child_who_was_linked_after_they_signed_in(
    seat, mother, learner, course
):
    browser = seat(mother)
    assert not leads_to_family(browser)
    Guardianship.objects.create(guardian=mother, learner=learner)
    cache.clear()  # as five minutes do
    assert leads_to_family(browser)


def test_the_family_page_has_one_lesson_for_this_week_and_what_to_try_tonight(parent, lesson):
    words = this_week(parent)
    assert lesson.title in words
    assert TASKS[0] in words
    assert TASKS[1] not in words


def test_a_lesson_done_this_week_is_enough_until_monday(later, parent, lesson, second_lesson):
    finish(parent, lesson)
    words = this_week(parent)
    assert f"✓ {lesson.title}" in words
    assert TASKS[0] in words
    assert second_lesson.title not in words
    later(5)
    words = this_week(parent)
    assert second_lesson.title in words
    assert TASKS[1] in words


def test_who_comes_back_after_a_month_finds_the_same_lesson_and_is_not_late(later, parent, lesson):
    later(31)
    words = this_week(parent)
    assert lesson.title in words
    assert "Опоздать здесь нельзя" in words


def test_in_the_week_of_a_test_the_tasks_of_the_lesson_before_stay(
    later, parent, lesson, second_lesson, quiz
):
    finish(parent, lesson)
    finish(parent, second_lesson)
    later(7)
    words = this_week(parent)
    assert quiz.title in words
    assert TASKS[1] in words


def test_whoever_has_done_everything_is_told_so(later, parent, lesson, second_lesson, quiz):
    finish(parent, lesson)
    finish(parent, second_lesson)
    post(parent, quiz, do="start")
    post(parent, quiz, do="finish", **answers(quiz))
    later(7)
    assert "Все уроки пройдены" in this_week(parent)


def test_a_course_without_anything_to_try_at_home_is_no_course_for_families(seat, mother, course, lesson):
    browser = seat(mother)
    join(browser, course)
    assert this_week(browser) == ""


def test_the_tasks_of_a_course_are_for_those_who_take_it(seat, mother, family_course):
    assert TASKS[0] not in seat(mother).get(FAMILY).content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plan_speaks_the_language_of_the_parent_and_goes_from_monday_to_sunday(
    wednesday, seat, mother, front, language
):
    page = soup(seat(mother).get(f"/{language}/family/plan/"))
    assert page.h1.get_text() == LANGUAGES[language]
    words = page.main.get_text(" ", strip=True)
    assert "23" in words.partition("–")[0]
    assert "29" in words.partition("–")[2][:12]


def test_what_a_parent_writes_is_kept_for_them_and_for_the_printer(parent, mother):
    assert write(parent, WORDS, "После ужина").url == PLAN
    page = soup(parent.get(PLAN))
    assert page.find("textarea").get_text().strip() == WORDS
    paper = page.select_one(".plan-paper").get_text(" ", strip=True)
    for words in (WORDS, "После ужина", TASKS[0], "Понедельник", "Воскресенье"):
        assert words.casefold() in paper.casefold()


def test_a_plan_is_changed_and_not_doubled(parent, mother):
    write(parent)
    write(parent, "Ещё лучше")
    assert [plan.words for plan in FamilyPlan.objects.all()] == ["Ещё лучше"]


def test_an_empty_plan_is_told_kindly_and_nothing_is_kept(parent):
    page = soup(write(parent, "  ", "После ужина"))
    assert "Напишите, что вы хотите попробовать." in page.main.get_text()
    assert page.find(attrs={"name": "when"})["value"] == "После ужина", "what was typed stays"
    assert not FamilyPlan.objects.exists()


def test_nobody_else_sees_a_plan_and_nobody_else_erases_it(parent, seat, learner, mother):
    write(parent)
    other = seat(learner)
    assert WORDS not in plan_words(other)
    other.post(PLAN, {"do": "erase", "week": str(monday_of(timezone.localdate()))})
    assert FamilyPlan.objects.by(mother).exists()


@pytest.fixture
def ward(seat, learner, mother, family_course):
    """A grown child in the course for families, with a plan, whom the mother looks after; she takes no course."""
    Guardianship.objects.create(guardian=mother, learner=learner)
    browser = seat(learner)
    join(browser, family_course)
    write(browser, "Наш секрет", "Без мамы")
    return learner


def agree(learner, purposes):
    for purpose in purposes:
        consents.give(learner, purpose, "Гүлнар", how=Consent.How.PAPER, by=None)


@pytest.mark.parametrize("purposes", EVERY_MIX, ids=lambda mix: "+".join(sorted(mix)) or "nothing")
def test_whatever_is_agreed_to_a_guardian_neither_sees_nor_changes_a_ward_s_week_and_plan(
    wednesday, seat, mother, ward, purposes
):
    agree(ward, purposes)
    browser = seat(mother)
    assert this_week(browser) == ""
    for url in (FAMILY, PLAN):
        words = soup(browser.get(url)).get_text(" ", strip=True)
        assert "секрет" not in words
        assert TASKS[0] not in words
    write(browser, "План мамы")
    browser.post(PLAN, {"do": "erase", "week": "2026-11-23", "person": ward.pk, "learner": ward.pk})
    assert [(plan.person, plan.words) for plan in FamilyPlan.objects.all()] == [(ward, "Наш секрет")]


def test_what_a_child_takes_back_is_gone_at_once_and_the_guardian_s_own_week_and_plan_stay(
    seat, parent, mother, learner, family_course, lesson
):
    Guardianship.objects.create(guardian=mother, learner=learner)
    agree(learner, DECIDED)
    join(seat(learner), family_course)
    write(parent)
    own = this_week(parent)
    assert lesson.title in own
    # Their own course of this name stands above, so it is the child's part of the page that tells.
    of_child = {"aria-labelledby": f"child-{learner.pk}"}
    page = parent.get(FAMILY)
    assert "no-store" in page["Cache-Control"], "nor does a browser or a proxy keep what is taken back"
    assert family_course.title in soup(page).find(attrs=of_child).get_text()
    consents.withdraw(learner, Purpose.PROGRESS, learner)
    assert family_course.title not in soup(parent.get(FAMILY)).find(attrs=of_child).get_text()
    assert this_week(parent) == own
    assert WORDS in plan_words(parent)


def test_a_plan_of_an_earlier_week_is_read_again_and_erased(later, parent, mother):
    write(parent)
    later(7)
    assert "Прошлые недели" in plan_words(parent)
    assert WORDS in plan_words(parent)
    parent.post(PLAN, {"do": "erase", "week": "2026-11-23"})
    assert WORDS not in plan_words(parent)
    assert not FamilyPlan.objects.exists()


@pytest.mark.parametrize("week", ["", "yesterday", "2026-13-45", "2026-11-24"])
def test_a_week_that_somebody_made_up_erases_nothing(wednesday, parent, week):
    write(parent)
    assert parent.post(PLAN, {"do": "erase", "week": week}).status_code == 302
    assert FamilyPlan.objects.count() == 1


def test_a_plan_goes_with_the_account_and_stands_in_its_owners_file(parent, mother):
    write(parent)
    told = next(part for part in parts_of(mother) if part.name == "family-plans")
    assert told.rows[0][1] == WORDS
    mother.delete()
    assert not FamilyPlan.objects.exists()


@pytest.mark.parametrize("day", [date(2026, 11, 23), date(2026, 11, 25), date(2026, 11, 29)])
def test_a_week_begins_on_monday(day):
    assert monday_of(day) == date(2026, 11, 23)
