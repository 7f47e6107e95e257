"""A test on the clock in a real browser: quietly counted, told twice, handed in by itself, and no sooner than that."""

import pytest
from playwright.sync_api import expect

from .conftest import TEST

pytestmark = pytest.mark.browser

PUT_ON_THE_CLOCK = """
from datetime import timedelta
from django.utils import timezone
from quizzes.models import Attempt
ends_at = timezone.now() + timedelta(seconds={seconds})
assert Attempt.objects.filter(learner__username="{login}", finished_at=None).update(ends_at=ends_at) == 1
"""


@pytest.fixture
def begin_with(learner, school):
    """Return a function that opens a running test with so many seconds left."""

    def clock(seconds):
        school.manage("shell", "-v0", "-c", PUT_ON_THE_CLOCK.format(seconds=seconds, login=learner.login))

    def begin_with(seconds):
        learner.page.goto(f"/ru/{TEST}")
        learner.page.locator("button[value=start]").click()
        expect(learner.page.locator("button[value=finish]")).to_be_visible()
        clock(seconds)
        learner.page.reload()
        return learner.page

    begin_with.clock = clock
    return begin_with


def test_the_clock_is_quiet_but_at_one_minute(begin_with):
    page = begin_with(64)
    expect(page.locator("[data-timer-digits]")).to_have_text("1:01")
    said = page.locator("[data-timer-said]")
    assert said.text_content() == ""
    expect(said).to_have_text("Осталась 1 минута.")
    expect(page.locator("[data-timer-digits]")).to_have_text("0:58")
    expect(said).to_have_text("Осталась 1 минута.")


def test_the_test_is_handed_in_by_itself_with_what_is_on_screen(begin_with, school, learner):
    page = begin_with(6)
    page.locator("fieldset[data-item] input[type=radio]").first.check()
    expect(page.locator(".result")).to_be_visible()
    found = school.ask(
        "SELECT ending, count(*) FROM lifelong_quizzes_attempt a"
        " JOIN lifelong_quizzes_response r ON r.attempt_id = a.id JOIN auth_user u ON u.id = a.learner_id"
        " WHERE u.username = ? AND r.answer IS NOT NULL GROUP BY ending",
        learner.login,
    )
    assert [tuple(row) for row in found] == [("handed-in", 1)]


def test_whoever_is_given_more_time_meanwhile_goes_on(begin_with):
    page = begin_with(8)
    begin_with.clock(600)
    expect(page.locator("[data-timer-digits]")).to_contain_text("9:")
    expect(page.locator(".result")).to_have_count(0)
    expect(page.locator("[data-timer-said]")).to_have_text("")
