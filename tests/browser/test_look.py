"""Every kind of page can be read by everybody: on a narrow screen, in the dark, by ear, on an old line, on paper."""

import re

import pytest
from playwright.sync_api import expect

from .conftest import COURSE, LESSON, TEST

pytestmark = pytest.mark.browser

PAGES = ["", "my-learning/", "account/", "courses/", COURSE, LESSON, TEST, "nothing-here/"]


def open_everything(seated, language):
    """Visit every kind of page. One of them is an address with nothing there, on purpose."""
    for path in PAGES:
        seated.page.goto(f"/{language}/{path}")
        yield seated.page
    seated.complaints[:] = [one for one in seated.complaints if "404" not in one]


def answer_something(page):
    page.goto(f"/{page.locator('html').get_attribute('lang')}/{LESSON}")
    question = page.locator("fieldset[data-item]").first
    question.locator("input[type=radio]").first.check()
    question.locator("button[value^=check]").click()
    expect(question.locator(".feedback")).to_be_visible()


def test_whoever_leaves_something_out_is_led_to_what_is_missing(visitor):
    page = visitor().page
    page.goto("/ru/sign-in/")
    page.locator("main button").click()
    expect(page.locator(".error-summary")).to_be_focused()


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_nobody_scrolls_sideways_on_a_telephone_even_with_larger_words(learner, language):
    learner.page.set_viewport_size({"width": 320, "height": 640})
    for page in open_everything(learner, language):
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, page.url
        page.evaluate("document.documentElement.style.fontSize = '157.5%'")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, f"{page.url}, larger"


def test_whatever_answers_is_large_enough_for_a_trembling_hand(learner):
    page = learner.page
    page.goto(f"/kk/{LESSON}")
    controls = page.locator(".option, .short-answer, main button")
    assert controls.count() > 10
    for control in controls.all():
        box = control.bounding_box()
        assert box["height"] >= 44, control.inner_html()
        assert box["width"] >= 44, control.inner_html()


def test_a_printed_lesson_asks_and_does_not_tell(learner):
    answer_something(learner.page)
    learner.page.emulate_media(media="print")
    expect(learner.page.locator(".feedback")).to_be_hidden()
    expect(learner.page.locator("header.top")).to_be_hidden()
    expect(learner.page.locator(".question-stem").first).to_be_visible()


def test_the_first_stop_of_the_tab_key_leads_past_the_header(learner):
    page = learner.page
    page.goto(f"/ru/{LESSON}")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_where_what_next_and_how_far_are_seen_without_scrolling(learner):
    page = learner.page
    for path in ("my-learning/", COURSE):
        page.goto(f"/ru/{path}")
        for part in (
            page.locator("h1"),
            page.locator("main .button-primary"),
            page.locator(".progress-words"),
        ):
            box = part.first.bounding_box()
            assert box["y"] + box["height"] <= 768, path
    for path in (LESSON, TEST):
        page.goto(f"/ru/{path}")
        expect(page.locator(".place")).to_contain_text("Компьютер без страха")
        expect(page.locator(".place")).to_contain_text(re.compile(r"из \d"))
