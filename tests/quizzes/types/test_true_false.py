"""Judging a statement."""

import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict

from quizzes.types.true_false.marking import fraction_of
from tests.quizzes.builders import translate

from .builders import clean, frozen, true_false

TRUE = frozen("true_false", {"is_true": True})
FALSE = frozen("true_false", {"is_true": False})


MARKS = [
    ("true", True, 1),
    ("false", True, 0),
    ("true", False, 0),
    ("false", False, 1),
    # What can only stand in a database by somebody's hand earns nothing, whatever the statement is.
    *(
        (choice, is_true, 0)
        for is_true in (True, False)
        for choice in (
            "",
            "True",
            "FALSE",
            " true",
            "false ",
            "1",
            "0",
            "верно",
            "дұрыс",
            "tru\u0435",
            "fаlse",  # a Cyrillic а
            "true\x00",
            "\u202etrue",
            "<b>true</b>",
            "true' OR 1=1 --",
            "true" * 25_000,
            None,
            True,
            False,
        )
    ),
]


@pytest.mark.parametrize(("choice", "is_true", "fraction"), MARKS)
def test_a_statement_is_judged_rightly_or_not(choice, is_true, fraction):
    assert fraction_of(choice, is_true) == fraction


def test_the_reason_shown_is_that_of_what_was_chosen():
    assert TRUE.mark({"choice": "false"}, "ru").feedback == ("feedback_false",)
    assert FALSE.mark({"choice": "true"}, "kk").feedback == ("feedback_true",)


@pytest.mark.parametrize("posted", ["", "q=1", "item-q=", "item-other=true"])
def test_nothing_chosen_is_not_an_answer(posted):
    assert TRUE.read(QueryDict(posted)) is None


@pytest.mark.parametrize(("posted", "choice"), [("item-q=true", "true"), ("item-q=false", "false")])
def test_a_choice_is_an_answer(posted, choice):
    assert TRUE.read(QueryDict(posted)) == {"choice": choice}


@pytest.mark.parametrize(
    "posted",
    [
        "True",
        "TRUE",
        "FALSE",
        " true",
        "true ",
        "1",
        "0",
        "on",
        "None",
        "верно",
        "Дұрыс",
        "tru\u0435",  # a Cyrillic е
        "true\u200b",
        "<script>alert(1)</script>",
        "' OR 1=1 --",
        "тrue" * 25_000,
    ],
)
def test_what_no_form_sends_is_refused_in_words(posted):
    sent = QueryDict(mutable=True)
    sent["item-q"] = posted
    with pytest.raises(ValidationError, match="Такого варианта нет"):
        TRUE.read(sent)


def test_a_statement_may_be_false():
    assert clean(true_false(is_true=False))["is_true"] is False


def test_a_learner_reads_why(lesson_with, checked):
    html = checked(lesson_with(true_false()), "false")
    assert 'value="false" checked' in html
    assert "Почему «неверно»" in html
    assert "Почему «верно»" not in html
    assert "feedback-wrong" in html


def test_the_two_words_are_said_in_the_language_of_the_page(lesson_with, client, kazakh):
    lesson = lesson_with(true_false())
    translate(lesson, kazakh, {"Экран показывает текст.": "Экран мәтінді көрсетеді."})
    html = client.get("/kk/urok/").content.decode()
    assert "<span>Дұрыс</span>" in html
    assert "<span>Бұрыс</span>" in html
    assert "Экран мәтінді көрсетеді." in html


def test_words_are_translated_and_the_key_is_not(lesson_with, checked, kazakh):
    lesson = lesson_with(true_false())
    before = lesson.get_items()[0].digest
    words = {"Экран показывает текст.": "Экран мәтінді көрсетеді.", "Почему «верно»": "Неге «дұрыс»"}
    translate(lesson, kazakh, words)
    item = lesson.get_items()[0]
    assert item.digest == before
    assert set(item.wordings["kk"]) == {"stem", "feedback_true"}
    html = checked(lesson, "true", "/kk/urok/")
    assert "feedback-right" in html
    assert "Неге «дұрыс»" in html
