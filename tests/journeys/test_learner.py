"""Aigerim takes a lesson and its test, half in Russian and half in Kazakh, and loses nothing."""

import re

import pytest
from playwright.sync_api import expect

from tests.browsing import fill_in, follow

pytestmark = pytest.mark.browser

COURSE = "courses/computer-literacy/computer-without-fear/"
LESSON = COURSE + "first-steps/parts-and-switching-on/"
TEST = COURSE + "first-steps/module-check/"


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def aigerim(request, school, visitor):
    school.manage("create_learner", "aigerim", "--name", "Айгерим", "--password", "tihaya-reka-7")
    seated = visitor(script=request.param)
    seated.sign_in("aigerim", "tihaya-reka-7")
    return seated


def questions(page):
    return page.locator("fieldset[data-item]")


def answers_on(page):
    """Return what is ticked, typed and chosen, as {name: value}."""
    given = "input:checked", "input[type=text]", "select"
    found = page.locator(", ".join(f"fieldset[data-item] {one}" for one in given))
    return {one.get_attribute("name"): one.input_value() for one in found.all()}


def expect_whole(page, finish):
    """Wait for the last button: what stands on a page can be counted only when all of it has come."""
    expect(page.locator(f"button[value={finish}]")).to_be_visible()


def answer_half_then_switch_and_finish(page, answers, finish):
    expect_whole(page, finish)
    everything = questions(page).all()
    half = (len(everything) + 1) // 2
    for question in everything[:half]:
        fill_in(question, answers[question.get_attribute("data-item")]["right"], leave=False)
    before = answers_on(page)
    page.get_by_role("button", name="Қазақша").click()
    expect(page.locator("html")).to_have_attribute("lang", "kk")
    expect_whole(page, finish)
    assert answers_on(page) == before
    for question in questions(page).all()[half:]:
        fill_in(question, answers[question.get_attribute("data-item")]["right"])
    page.locator(f"button[value={finish}]").click()


def test_a_lesson_and_a_test_in_two_languages_are_one_progress(aigerim, school):
    page, answers = aigerim.page, school.answers()
    page.goto(f"/ru/{COURSE}")
    follow(page.locator("button[value=enrol]"))
    page.goto(f"/ru/{LESSON}")
    answer_half_then_switch_and_finish(page, answers, "done")
    expect(page).not_to_have_url(re.compile(LESSON))

    page.goto(f"/kk/{TEST}")
    page.get_by_role("link", name="Русский").click()
    follow(page.locator("button[value=start]"))
    answer_half_then_switch_and_finish(page, answers, "finish")
    expect(page.locator(".result")).to_have_attribute("data-passed", "yes")
    expect(page.locator(".result-figure")).to_contain_text("%")

    assert school.ask("SELECT mode, count(*) FROM lifelong_quizzes_attempt GROUP BY mode ORDER BY mode") == [
        ("practice", 1),
        ("test", 1),
    ]
    assert school.ask(
        "SELECT count(*) FROM lifelong_lessons_lessonrecord WHERE completed_at IS NOT NULL"
    ) == [(1,)]
    for language in ("ru", "kk", "en"):
        page.goto(f"/{language}/{COURSE}")
        expect(page.locator(".step-state[data-state=completed]")).to_have_count(2)


def test_an_answer_is_checked_and_its_reason_read(aigerim, school):
    page, answers = aigerim.page, school.answers()
    page.goto(f"/ru/{COURSE}")
    follow(page.locator("button[value=enrol]"))
    page.goto(f"/ru/{LESSON}")
    question = questions(page).first
    item = question.get_attribute("data-item")
    fill_in(question, answers[item]["wrong"])
    question.locator("button[value^=check]").click()
    expect(page.locator(f"#item-{item} .feedback-wrong")).to_be_visible()
    fill_in(page.locator(f"#item-{item}"), answers[item]["right"])
    page.locator(f"#item-{item} button[value^=check]").click()
    expect(page.locator(f"#item-{item} .feedback-right")).to_be_visible()


@pytest.mark.parametrize("aigerim", [True], indirect=True)
def test_an_answer_saved_by_script_is_there_after_a_crash_of_the_browser(aigerim, school, visitor):
    page, answers = aigerim.page, school.answers()
    page.goto(f"/ru/{COURSE}")
    follow(page.locator("button[value=enrol]"))
    page.goto(f"/ru/{LESSON}")
    question = questions(page).first
    given = answers[question.get_attribute("data-item")]["right"]
    fill_in(question, given)
    expect(question.locator("[data-save-state]")).to_have_attribute("data-kind", "saved")
    aigerim.context.close()
    elsewhere = visitor()
    elsewhere.sign_in("aigerim", "tihaya-reka-7")
    elsewhere.page.goto(f"/ru/{LESSON}")
    assert given.items() <= answers_on(elsewhere.page).items()
