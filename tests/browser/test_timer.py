"""A test on the clock in a real browser: quietly counted, told twice, handed in by itself, and no sooner than that."""

import re

import pytest
from playwright.sync_api import expect

from tests.browsing import follow

from .conftest import TEST

pytestmark = pytest.mark.browser

PUT_ON_THE_CLOCK = """
from datetime import timedelta
from django.utils import timezone
from quizzes.models import Attempt
ends_at = timezone.now() + timedelta(seconds={seconds})
assert Attempt.objects.filter(learner__username="{login}", finished_at=None).update(ends_at=ends_at) == 1
"""


ENOUGH = 600  # seconds; no machine is so slow that they run out by the server's clock


@pytest.fixture
def begin_with(learner, school):
    """Return a function that opens a running test with so many seconds left.

    The browser's clock goes as the test wants: nothing is to depend on how quick a machine is.
    """

    def clock(seconds):
        school.manage("shell", "-v0", "-c", PUT_ON_THE_CLOCK.format(seconds=seconds, login=learner.login))

    def begin_with(seconds):
        learner.page.clock.install()
        learner.page.goto(f"/ru/{TEST}")
        follow(learner.page.locator("button[value=start]"))
        expect(learner.page.locator("button[value=finish]")).to_be_visible()
        clock(seconds)
        learner.page.reload()
        expect(learner.page.locator("[data-timer-digits]")).to_have_text(re.compile(r"\d:\d\d"))
        return learner.page

    begin_with.clock = clock
    return begin_with


def stop_the_clock(page):
    """From here on it goes only when it is told to. Return how many seconds are left on it."""
    page.clock.pause_at(page.evaluate("Date.now()") / 1000 + 10)
    minutes, seconds = page.locator("[data-timer-digits]").text_content().split(":")
    return 60 * int(minutes) + int(seconds)


def test_the_clock_is_quiet_but_at_one_minute(begin_with):
    page = begin_with(290)
    said, digits = page.locator("[data-timer-said]"), page.locator("[data-timer-digits]")
    page.clock.run_for((stop_the_clock(page) - 61) * 1000)
    assert (digits.text_content(), said.text_content()) == ("1:01", "")
    page.clock.run_for(1000)
    assert said.text_content() == "Осталась 1 минута."
    page.clock.run_for(2000)
    assert (digits.text_content(), said.text_content()) == ("0:58", "Осталась 1 минута.")


def test_the_test_is_handed_in_by_itself_with_what_is_on_screen(begin_with, school, learner):
    page = begin_with(ENOUGH)
    page.locator("fieldset[data-item] input[type=radio]").first.check()
    begin_with.clock(0)
    page.clock.run_for(ENOUGH * 1000)
    expect(page.locator(".result")).to_be_visible()
    found = school.ask(
        "SELECT ending, count(*) FROM lifelong_quizzes_attempt a"
        " JOIN lifelong_quizzes_response r ON r.attempt_id = a.id JOIN auth_user u ON u.id = a.learner_id"
        " WHERE u.username = ? AND r.answer IS NOT NULL GROUP BY ending",
        learner.login,
    )
    assert [tuple(row) for row in found] == [("handed-in", 1)]


def test_whoever_is_given_more_time_meanwhile_goes_on_and_is_told(begin_with):
    page = begin_with(ENOUGH)
    begin_with.clock(2 * ENOUGH)
    page.clock.run_for(ENOUGH * 1000)
    expect(page.locator("[data-timer-said]")).to_have_text("Теперь у вас больше времени.")
    expect(page.locator("[data-timer-digits]")).to_have_text(re.compile(r"^1\d:"))
    expect(page.locator(".result")).to_have_count(0)
