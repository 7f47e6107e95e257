"""Putting steps in order."""

import re
from decimal import Decimal
from itertools import permutations

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from quizzes.shuffling import disordered, token_of
from quizzes.types.ordering.marking import fraction_of, longest_run
from tests.quizzes.builders import translate

from .builders import clean, complaints, frozen, ordering
from .sending import HOSTILE, sent


def placed(order, steps="abcdef"):
    """Places of the steps as they stand in `order`; a step that is left out has none, “-” is an empty place."""
    return {step: place for place, step in enumerate(order, 1) if step in steps}


ALL, EACH, RUN = "all_or_nothing", "position", "longest_run"
MARKS = [
    (ALL, "abcdef", "1"),
    (ALL, "abcdfe", "0"),
    (ALL, "fedcba", "0"),
    (ALL, "abcde", "0"),
    (ALL, "", "0"),
    (ALL, "bcdefa", "0"),
    (EACH, "abcdef", "1"),
    (EACH, "abcdfe", "0.66666667"),
    (EACH, "bacdef", "0.66666667"),
    (EACH, "bcdefa", "0"),
    (EACH, "fedcba", "0"),
    (EACH, "abc", "0.5"),
    (EACH, "-b", "0.16666667"),
    (EACH, "a----f", "0.33333333"),
    (EACH, "", "0"),
    (RUN, "abcdef", "1"),
    (RUN, "bcdefa", "0.83333333"),
    (RUN, "fabcde", "0.83333333"),
    (RUN, "abcfed", "0.66666667"),
    (RUN, "fedcba", "0"),
    (RUN, "badcfe", "0.5"),
    (RUN, "abdecf", "0.83333333"),
    (RUN, "defabc", "0.5"),
    (RUN, "-b--e", "0.33333333"),
    (RUN, "f", "0"),
    (RUN, "", "0"),
]


@pytest.mark.parametrize(("grading", "order", "fraction"), MARKS)
def test_an_order_earns_what_its_rule_says(grading, order, fraction):
    assert fraction_of(placed(order), "abcdef", grading) == Decimal(fraction)


TWICE = [
    (ALL, {"a": 1, "b": 2, "c": 2}, "0"),
    (EACH, {"a": 1, "b": 2, "c": 2}, "0.66666667"),
    (RUN, {"a": 1, "b": 2, "c": 2}, "0.66666667"),
    (RUN, {"a": 1, "b": 1, "c": 1}, "0"),
    (EACH, {"a": 1, "b": 1, "c": 1}, "0.33333333"),
    (ALL, {"a": 1, "b": 2, "c": 3, "taken away": 4}, "1"),
    (RUN, {"a": 1, "b": 2, "c": 3, "ә": 2}, "1"),
]


@pytest.mark.parametrize(("grading", "places", "fraction"), TWICE)
def test_a_place_given_twice_counts_once_at_most(grading, places, fraction):
    assert fraction_of(places, "abc", grading) == Decimal(fraction)


def test_a_run_is_as_long_as_trying_everything_finds_it():
    for order in permutations("abcde"):
        places = placed(order)
        lengths = [
            size
            for size in range(2, 6)
            for chosen in permutations("abcde", size)
            if list(chosen) == sorted(chosen)
            and [places[one] for one in chosen] == sorted(places[one] for one in chosen)
        ]
        assert longest_run(places, "abcde") == max(lengths, default=0)


@pytest.mark.parametrize(
    ("language", "grading", "order", "note"),
    [
        ("ru", ALL, "acb", "На своём месте 1 шаг из 3."),
        ("ru", EACH, "cab", "На своих местах 0 шагов из 3."),
        ("ru", RUN, "cab", "В верном порядке идут 2 шага из 3."),
        ("kk", ALL, "acb", "3 қадамның 1 өз орнында тұр."),
        ("en", RUN, "cab", "2 of 3 steps follow each other in the right order."),
    ],
)
def test_the_learner_is_told_how_far_the_order_is_right(language, grading, order, note):
    question = asked(grading, "abc")
    mark = question.mark({"places": placed(order)}, "ru")
    with override(language):
        assert str(mark.note) == note
    assert mark.feedback == ("feedback_wrong",)


def test_the_right_order_needs_no_advice():
    mark = asked(ALL, "abc").mark({"places": placed("abc")}, "ru")
    assert (mark.fraction, mark.note, mark.feedback) == (1, "", ())


def asked(grading=ALL, steps="abc"):
    return frozen("ordering", {"steps": [{"id": step} for step in steps], "grading": grading})


def posted(**places):
    return sent(**{token_of("item-q", step): place for step, place in places.items()})


def test_places_are_read_step_by_step():
    assert asked().read(posted(a="2", b="1", c="")) == {"places": {"a": 2, "b": 1}}
    assert asked().read(posted(a="3")) == {"places": {"a": 3}}
    assert asked().read(posted(a="1", b="1", c="1")) == {"places": {"a": 1, "b": 1, "c": 1}}


@pytest.mark.parametrize("places", [{}, {"a": ""}, {"a": "", "b": "", "c": ""}, {"z": "1"}])
def test_no_place_at_all_is_not_an_answer(places):
    assert asked().read(posted(**places)) is None


@pytest.mark.parametrize("place", ["0", "4", "01", " 1", "1.0", "٣", *HOSTILE])
def test_a_place_that_is_not_on_the_list_is_refused(place):
    with pytest.raises(ValidationError, match="Такого места"):
        asked().read(posted(a=place))


@pytest.mark.parametrize("seed", range(60))
def test_steps_are_never_shown_in_the_right_order(seed):
    steps = [{"id": step} for step in "abc"]
    shown = disordered(steps, str(seed))
    assert shown != steps
    assert sorted(step["id"] for step in shown) == list("abc")


def test_the_editor_refuses_two_steps_that_say_the_same():
    with pytest.raises(ValidationError) as caught:
        clean(ordering("Включить", "Войти", "включить."))
    assert "Два шага совпадают" in complaints(caught.value)["steps"]


def test_two_steps_are_too_few_for_they_would_tell_their_order():
    with pytest.raises(ValidationError):
        clean(ordering("Включить", "Войти"))


def rows_on(html):
    """Return [(field name, words)] of the steps in the order on screen."""
    return re.findall(r'class="ordering-words" for="([^"]+)">(?:<span[^>]*>)?([^<]+)', html)


def test_the_page_shows_neither_the_order_nor_the_ids_of_the_steps(lesson_with, signed_in):
    item = lesson_with(ordering()).get_items()[0]
    html = signed_in.get("/ru/urok/").content.decode()
    words = [words for _field, words in rows_on(html)]
    assert sorted(words) == ["Включить", "Войти", "Напечатать", "Открыть"]
    assert words != ["Включить", "Войти", "Открыть", "Напечатать"]
    assert not [step["id"] for step in item.rules["steps"] if step["id"] in html]


def test_a_learner_puts_steps_in_order(lesson_with, signed_in):
    item = lesson_with(ordering()).get_items()[0]
    fields = {words: field for field, words in rows_on(signed_in.get("/ru/urok/").content.decode())}
    right = ["Включить", "Войти", "Открыть", "Напечатать"]

    def check(order):
        places = {fields[step]: str(place) for place, step in enumerate(order, 1)}
        signed_in.post("/ru/urok/", places | {f"version-{item.id}": item.digest, "do": f"check:{item.id}"})
        return signed_in.get("/ru/urok/").content.decode()

    html = check(right[::-1])
    assert html.count("<option selected>") == 4
    assert "Пока неверно" in html
    assert "С чего начинают?" in html
    assert "С чего начинают?" not in check(right)
    assert "feedback-right" in check(right)


def test_steps_are_translated_and_keep_their_order_on_screen(lesson_with, signed_in, kazakh):
    lesson = lesson_with(ordering())
    before = lesson.get_items()[0]
    translate(lesson, kazakh, {"Включить": "Қосу", "Войти": "Кіру"})
    item = lesson.get_items()[0]
    assert (item.id, item.digest) == (before.id, before.digest)
    kazakh_page = signed_in.get("/kk/urok/").content.decode()
    russian = rows_on(signed_in.get("/ru/urok/").content.decode())
    assert [field for field, _words in rows_on(kazakh_page)] == [field for field, _words in russian]
    assert {"Қосу", "Кіру", "Открыть", "Напечатать"} == {words for _field, words in rows_on(kazakh_page)}
    assert '<span lang="ru">Открыть</span>' in kazakh_page
