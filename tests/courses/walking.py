"""What learners do in a course, through the pages themselves."""

from bs4 import BeautifulSoup
from django.test import TestCase

from tests.quizzes.builders import distractor_of, key_of


def soup(response):
    return BeautifulSoup(response.content, "html.parser")


def primary(response):
    """Return the words and the address of the one thing to do, or None; there must not be two."""
    found = soup(response).select("main .button-primary")
    assert len(found) < 2
    return (found[0].get_text(strip=True), found[0].get("href")) if found else None


def states(response):
    """Return {title of a step: the word of its state}."""
    return {step.a.get_text(strip=True): word_of(step) for step in soup(response).select(".step")}


def word_of(step):
    """Return the state in words, without the icon before it."""
    return step.select_one(".step-state").get_text().partition(" ")[2]


def post(browser, page, **fields):
    with TestCase.captureOnCommitCallbacks(execute=True):
        return browser.post(page.get_url(), fields)


def join(browser, course):
    return post(browser, course, do="enrol")


def finish_lesson(browser, lesson):
    """Answer every question and press the button at the end."""
    return post(browser, lesson, do="done", **answers(lesson))


def take_test(browser, quiz, *, well=True):
    post(browser, quiz, do="start")
    return post(browser, quiz, do="finish", **answers(quiz, well=well))


def answers(page, *, well=True):
    """Return the form of a page, filled in."""
    choose = key_of if well else distractor_of
    items = page.get_items()
    chosen = {f"item-{item.id}": choose(item) for item in items}
    return chosen | {f"version-{item.id}": item.digest for item in items}
