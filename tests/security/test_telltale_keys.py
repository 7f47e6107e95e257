"""Nothing about a question's looks tells which answer is the key."""

import re

import pytest
from bs4 import BeautifulSoup
from django.test import TestCase

from quizzes.models import Attempt, ItemVersion

from .answering import started

pytestmark = pytest.mark.crawl

PLACES = ("lesson", "quiz")


def page_of(visitor, place):
    return visitor.get(visitor.school.address(place)).content.decode()


def looks(option):
    """Return an option's markup without what must differ: its words and its value."""
    for field in option.find_all("input"):
        del field["value"]
    for words in option.find_all(string=True):
        words.replace_with("")
    return str(option)


def test_the_key_is_built_like_every_other_option(visit):
    learner = visit("learner")
    started(learner, "quiz")
    for place in PLACES:
        questions = BeautifulSoup(page_of(learner, place), "html.parser").select(".options")
        assert questions
        for question in questions:
            assert len({looks(option) for option in question.find_all("li")}) == 1


def test_a_test_with_another_key_looks_the_same_to_the_letter(school, visit):
    learner = visit("learner")
    started(learner, "quiz")
    before, version = without_tokens(page_of(learner, "quiz")), Attempt.objects.get().version
    choose_another_key(school.page("quiz"))
    Attempt.objects.all().delete()
    started(learner, "quiz")
    assert Attempt.objects.get().version != version
    assert without_tokens(page_of(learner, "quiz")) == before


def choose_another_key(quiz):
    for question in quiz.body:
        if "options" in question.value:
            for option in question.value["options"]:
                option["is_key"] = not option["is_key"]
    with TestCase.captureOnCommitCallbacks(execute=True):
        quiz.save_revision().publish()


def without_tokens(html):
    """Return a page without what differs each time it is made: the token of its form, the attempt, the clock."""
    return re.sub(r'(name="csrfmiddlewaretoken" value=|data-now=|name="attempt" value=)"[^"]*"', r"\1", html)


def test_a_test_shows_no_digest_from_which_the_key_could_be_guessed(school, visit):
    """A digest covers the key: somebody who knows all words of a question need only try each option as the key."""
    learner = visit("learner")
    started(learner, "quiz")
    page = page_of(learner, "quiz")
    digests = ItemVersion.objects.filter(page_key=school.pages["quiz"].translation_key).values_list(
        "digest", flat=True
    )
    assert digests
    assert not [digest for digest in digests if digest in page]
