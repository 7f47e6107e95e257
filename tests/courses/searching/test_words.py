"""How words are folded for the search, and which are near."""

import pytest

from courses.searching.nearness import nearest, triples
from courses.searching.showing import excerpt
from courses.searching.words import as_kept, words_asked

TITLES = ["компьютер", "сабак", "лидерство", "ата", "аналар"]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Қазақ тілі", ["казак", "тили"]),
        ("Ёлка-2026", ["елка", "2026"]),
        ("а компьютер", ["компьютер"]),
        ("а", ["а"]),
        ("да да", ["да"]),
        ("kомпьютер", ["компьютер"]),  # the first letter is Latin
        (" ".join(f"слово{number}" for number in range(20)), [f"слово{number}" for number in range(8)]),
    ],
)
def test_a_query_is_its_words(typed, words):
    assert words_asked(typed) == words


def test_a_text_is_kept_as_its_words_each_once():
    assert as_kept("Ата мен ата-ана") == " ата мен ана "
    assert as_kept("…") == ""


@pytest.mark.parametrize(
    ("typed", "meant"), [("компютер", "компьютер"), ("сабк", "сабак"), ("лидрство", "лидерство")]
)
def test_a_mistyped_word_is_near_the_one_that_was_meant(typed, meant):
    assert nearest(typed, {word: triples(word) for word in TITLES})[0] == meant


def test_a_stranger_is_near_nothing():
    assert nearest("щука", {word: triples(word) for word in TITLES}) == []


def test_an_excerpt_is_cut_between_words():
    text = "один " * 60 + "Қазақ " + "два " * 60
    shown = excerpt(text.strip(), ["казак"])
    assert shown.startswith("…один ")
    assert "<mark>Қазақ</mark>" in shown
    assert shown.endswith("два…")
    assert len(shown) < 230


def test_an_excerpt_without_the_word_is_empty():
    assert excerpt("Клавиатура", ["мышь"]) == ""


def test_a_letter_that_grows_does_not_shift_the_marks():
    assert excerpt("İstanbul компьютер", ["компьютер"]) == ""
