"""Many people press every button twice. What it says is done once all the same: one attempt, one answer, one completion."""

import pytest
from playwright.sync_api import expect

from tests.browsing import eventually, fill_in

from .conftest import LESSON, PASSWORD, TEST
from .test_saving import question_on, typed_question_on

pytestmark = pytest.mark.browser

ATTEMPTS = """SELECT count(DISTINCT a.id), count(DISTINCT r.id), count(e.id) FROM lifelong_quizzes_attempt a
JOIN auth_user u ON u.id = a.learner_id LEFT JOIN lifelong_quizzes_response r ON r.attempt_id = a.id
LEFT JOIN lifelong_quizzes_earlieranswer e ON e.response_id = r.id WHERE u.username = ?"""
COMPLETED = """SELECT count(completed_at) FROM lifelong_lessons_lessonrecord l
JOIN auth_user u ON u.id = l.learner_id WHERE u.username = ?"""


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def hasty(request, visitor, logins):
    """A learner who presses every button twice."""
    seated = visitor(script=request.param)
    seated.login = next(logins)
    seated.sign_in(seated.login, PASSWORD)
    return seated


def press_twice(page, button):
    """What comes is waited for by whoever presses: the second click may break off the way that the first began."""
    page.locator(f"button[value={button}]").locator("visible=true").last.dblclick()


def test_a_test_that_is_begun_saved_and_handed_in_by_double_clicks_is_one(hasty, school):
    page = hasty.page
    page.goto(f"/ru/{TEST}")
    press_twice(page, "start")
    expect(page.locator("button[value=finish]")).to_be_visible()
    question_on(page).locator("input[type=radio]").first.check()
    typed_question_on(page).locator("input[type=text]").fill("клавиатура")
    if page.locator("button[value=save]").locator("visible=true").count():
        press_twice(page, "save")
        expect(page.locator("main .messages")).to_be_visible()
    press_twice(page, "finish")
    expect(page.locator(".result")).to_be_visible()
    assert school.ask(ATTEMPTS, hasty.login) == [(1, 2, 0)]


def test_a_lesson_that_is_finished_by_a_double_click_is_completed_once(hasty, school):
    answers = school.answers()
    hasty.page.goto(f"/ru/{LESSON}")
    for question in hasty.page.locator("fieldset[data-item]").all():
        fill_in(question, answers[question.get_attribute("data-item")]["right"])
    press_twice(hasty.page, "done")
    eventually(hasty.page, lambda: school.ask(COMPLETED, hasty.login) != [(0,)])
    hasty.page.wait_for_load_state("networkidle")
    assert school.ask(COMPLETED, hasty.login) == [(1,)]
