"""What a person types counts by what was meant, not by the keyboard it was typed on."""

import time

import pytest

from languages.folding import fold, fold_kazakh, same, tidy


@pytest.mark.parametrize(
    ("typed", "accepted", "language"),
    [
        ("  Көше ", "көше", "kk"),
        ("көше.", "көше", "kk"),
        ("КӨШЕ", "көше", "kk"),
        ("Ёлка", "елка", "ru"),
        ("моя\u00a0группа", "моя группа", "ru"),
        ("моя\u202fгруппа", "моя  группа", "ru"),
        ("«План»", '"план"', "ru"),
        ("смс — код", "смс - код", "ru"),
        ("план!", "план", "ru"),
        ("и\u0306од", "йод", "ru"),
        ("кoмпьютep", "компьютер", "ru"),
        ("HАУРЫЗ", "наурыз", "kk"),
        ("тiл", "тіл", "kk"),
        ("OK", "ОК", "ru"),  # all of it in Latin letters
        ("cop", "сор", "ru"),
        ("Ctrl+С", "Ctrl+C", "en"),  # the last letter on Russian keys
        ("ctrl + В", "Ctrl + B", "ru"),
        ("Hello", "hello", "en"),
        ("don’t", "don't", "en"),
        ("ско\u00adрость", "скорость", "ru"),
    ],
)
def test_the_same_answer_written_another_way_is_exact(typed, accepted, language):
    assert same(typed, accepted, language=language) == "exact"


@pytest.mark.parametrize(
    ("typed", "accepted"),
    [
        ("коше", "көше"),
        ("жарык", "жарық"),
        ("купиясоз", "құпиясөз"),
        ("Улкен уй", "Үлкен уй"),
        ("гылым", "ғылым"),
    ],
)
def test_kazakh_typed_on_a_russian_keyboard_is_right_and_is_shown_the_spelling(typed, accepted):
    assert same(typed, accepted, language="kk") == "folded"


@pytest.mark.parametrize(
    ("typed", "accepted"),
    [("он", "өн"), ("кун", "күн"), ("тур", "түр"), ("кол", "қол"), ("", "көше"), ("сабақ", "көше")],
)
def test_short_words_that_differ_by_a_kazakh_letter_are_other_words(typed, accepted):
    assert same(typed, accepted, language="kk") is None


def test_a_spelling_question_wants_the_kazakh_letters():
    assert same("коше", "көше", language="kk", strict_spelling=True) is None
    assert same("көше", "көше", language="kk", strict_spelling=True) == "exact"


def test_kazakh_letters_are_not_folded_in_a_russian_answer():
    assert same("коше", "көше", language="ru") is None


def test_capitals_count_where_the_question_says_so():
    assert same("астана", "Астана", language="ru", case_sensitive=True) is None
    assert same("Астана.", "Астана", language="ru", case_sensitive=True) == "exact"


@pytest.mark.parametrize(("typed", "accepted"), [("b", "в"), ("oh", "он"), ("Word", "Ворд"), ("р", "r")])
def test_letters_that_do_not_look_the_same_are_others(typed, accepted):
    assert same(typed, accepted, language="ru") is None


def test_an_answer_that_is_a_sign_keeps_it():
    assert tidy(" ? ") == "?"


def test_an_english_word_keeps_its_latin_letters():
    assert fold("Copy") == "copy"


def test_both_keyboards_give_the_same_kazakh_word():
    assert fold_kazakh("құпиясөз") == fold_kazakh("купиясоз")


@pytest.mark.parametrize(
    "flood",
    [
        "а" * 100_000,
        " " * 100_000,
        "." * 100_000,
        "\u0315\u0300" * 50_000,
        "aа" * 50_000,
        "\u00a0а." * 33_000,
    ],
)
def test_a_flood_of_text_is_judged_at_once(flood):
    start = time.perf_counter()
    assert same(flood, "көше", language="kk") is None
    assert time.perf_counter() - start < 1
