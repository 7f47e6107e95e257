"""From several attempts to one grade, and whether a test is passed."""

import json
from decimal import Decimal

import pytest
from django.utils.translation import override

from quizzes.grading import grade_of, has_passed
from quizzes.models import Attempt, QuizPage
from quizzes.rounding import rounded
from quizzes.rules import Grading, Rules
from quizzes.telling import shown_percent, shown_result

from .builders import key_of
from .types.builders import multiple_choice, option


@pytest.mark.parametrize(
    ("method", "percents", "grade"),
    [
        (Grading.HIGHEST, [50, 90, 70], 90),
        (Grading.AVERAGE, [50, 90, 70], 70),
        (Grading.FIRST, [50, 90, 70], 50),
        (Grading.LAST, [50, 90, 70], 70),
        (Grading.HIGHEST, [0], 0),
        (Grading.AVERAGE, [Decimal(0), Decimal(100), Decimal(100)], Decimal(200) / 3),
    ],
)
def test_the_grade_follows_the_method(method, percents, grade):
    assert grade_of(percents, method) == grade


@pytest.mark.parametrize("method", Grading)
def test_nobody_has_a_grade_before_the_first_attempt(method):
    assert grade_of([], method) is None


@pytest.mark.parametrize(
    ("method", "percents", "grade"),
    [
        (Grading.HIGHEST, [None, 60], 60),
        (Grading.AVERAGE, [40, None, 60], 50),
        (Grading.FIRST, [None, 60], None),
        (Grading.LAST, [60, None], None),
        (Grading.HIGHEST, [None], None),
        (Grading.AVERAGE, [None], None),
    ],
)
def test_an_attempt_that_waits_for_a_mark_has_no_total_yet(method, percents, grade):
    assert grade_of(percents, method) == grade


@pytest.mark.parametrize(
    ("method", "percents", "passed"),
    [
        (Grading.HIGHEST, [50, 80], True),
        (Grading.HIGHEST, [50, 79], False),
        (Grading.AVERAGE, [60, 100], True),
        (Grading.AVERAGE, [50, 100], False),
        (Grading.FIRST, [50, 100], False),
        (Grading.LAST, [80, 10], True),  # what was earned stays
        (Grading.LAST, [None], False),
        (Grading.HIGHEST, [], False),
    ],
)
def test_a_test_is_passed_once_the_grade_has_reached_the_mark(method, percents, passed):
    rules = Rules(pass_mark=80, grading=method)
    assert has_passed([(percent, rules) for percent in percents]) is passed


@pytest.mark.parametrize(
    ("percent", "is_enough"),
    [("24.99999975", True), ("24.9999", False), ("25", True)],  # 0.33333333 of 3 points, of 4 in all
)
def test_what_eight_places_cannot_say_fails_nobody(percent, is_enough):
    assert has_passed([(Decimal(percent), Rules(pass_mark=25))]) is is_enough


def test_each_attempt_is_held_against_the_mark_it_was_made_under():
    assert has_passed([(70, Rules(pass_mark=60)), (75, Rules(pass_mark=80))])
    assert not has_passed([(70, Rules(pass_mark=80))])


@pytest.mark.parametrize(
    ("number", "places", "shown"),
    [("79.5", 0, "80"), ("0.05", 1, "0.1"), ("66.666", 2, "66.67"), ("2.5", 0, "3")],
)
def test_halves_are_rounded_up_as_people_do(number, places, shown):
    assert str(rounded(Decimal(number), places)) == shown


@pytest.mark.parametrize(
    ("language", "shown"), [("kk", "87,5\xa0%"), ("ru", "87,5\xa0%"), ("en", "87.5\xa0%")]
)
def test_a_result_and_its_sign_stay_on_one_line(language, shown):
    with override(language):
        assert shown_percent(Decimal("87.46"), 1) == shown


@pytest.mark.parametrize(
    ("percent", "places", "shown"),
    [
        ("79.6", 0, "79,6"),
        ("79.4", 0, "79"),
        ("79.96", 1, "79,96"),
        ("79.99998", 0, "79,99998"),
        ("79.9999999", 0, "80"),  # enough
        ("80", 0, "80"),
        ("80.4", 0, "80"),
        ("99.5", 0, "100"),
        ("0", 2, "0,00"),
    ],
)
def test_what_is_not_enough_does_not_look_so(percent, places, shown):
    with override("ru"):
        assert shown_result(Decimal(percent), places, 80) == f"{shown}\N{NO-BREAK SPACE}%"


def test_a_total_is_stored_to_the_last_place(signed_in, front, publish):
    thirds = multiple_choice(*(option(name, True) for name in ("Мышь", "Экран", "Принтер")), option("Стол"))
    page = QuizPage(title="Тест", slug="test", locale=front.locale, body=json.dumps([thirds]))
    [item] = publish(front.add_child(instance=page)).get_items()
    signed_in.post("/ru/test/", {"do": "start"})
    signed_in.post("/ru/test/", {"do": "finish", item.field_name: key_of(item)})
    assert Attempt.objects.get().total == Decimal("0.33333333")
