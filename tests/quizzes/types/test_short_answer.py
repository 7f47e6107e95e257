"""Typing a word."""

import unicodedata
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import override

from tests.quizzes.builders import short_answer, translate

from .builders import clean, complaints, frozen


def asked(*groups, **settings):
    """A frozen question; a group is (percent, spellings in Russian, in Kazakh)."""
    rules = {"case_sensitive": False, "strict_spelling": False} | settings
    rules["answers"] = [{"id": str(n), "percent": group[0]} for n, group in enumerate(groups)]
    spellings = {
        language: {f"answers.{n}.spellings": group[place] for n, group in enumerate(groups)}
        for place, language in ((1, "ru"), (2, "kk"))
    }
    return frozen("short_answer", rules, spellings)


def decomposed(text):
    return unicodedata.normalize("NFD", text)


MOUSE = asked(("100", ["мышь", "мышка"], ["тінтуір"]), ("50", ["*мыш*"], ["тышқан"]))
WORDS = asked(("100", ["ёлка"], ["шырша"]), ("100", ["деловая игра"], ["іскерлік ойын"]))
KAZAKH = asked(("100", ["қазақстан"], ["қазақстан"]), ("100", ["он"], ["он"]), ("50", ["өн"], ["өн"]))
STRICT = asked(("100", ["үйренуші"], ["үйренуші"]), strict_spelling=True)
CAPITALS = asked(("100", ["Ctrl"], ["Ctrl"]), ("100", ["Абай"], ["Абай"]), case_sensitive=True)
ZERO = asked(("100", ["0"], ["0"]), ("25", ["0,5", "0.5"], ["0,5", "0.5"]), ("-50", ["нет"], ["жоқ"]))
STARS = asked(("100", [r"2 \* 2"], [r"2 \* 2"]), ("50", ["a*b*c"], ["a*b*c"]), ("10", ["*"], ["*"]))
ROSES = asked(("100", ["рос*"], ["рос*"]), ("50", ["*OP"], ["*OP"]))
PARTS = asked(("100", ["зелён*", "кабель*"], ["көкшіл*", "өң*"]), ("50", [r"*\* ёж"], [r"*\* ёж"]))
CODE = asked(("100", ["a.c"], ["a.c"]), ("100", ["<b>"], ["<b>"]), ("100", ["C:\\*\\x"], ["C:\\*\\x"]))
MARKS = [
    (MOUSE, "мышь", "ru", "1"),
    (MOUSE, "мышка", "ru", "1"),
    (MOUSE, "  МЫШЬ.  ", "ru", "1"),
    (MOUSE, "Мышь!", "ru", "1"),
    (MOUSE, "мышонок", "ru", "0.5"),
    (MOUSE, "компьютерная мышь", "ru", "0.5"),
    (MOUSE, "тінтуір", "ru", "0"),
    (MOUSE, "тінтуір", "kk", "1"),
    (MOUSE, "Тінтуір", "kk", "1"),
    (MOUSE, "тинтуир", "kk", "1"),  # typed on a Russian keyboard
    (MOUSE, "ТИНТУИР", "kk", "1"),
    (MOUSE, "тiнтуiр", "kk", "1"),  # Latin i
    (MOUSE, "тышкан", "kk", "0.5"),
    (MOUSE, "мышь", "kk", "0"),
    (MOUSE, "мышь", "en", "1"),  # nobody translated it into English
    (MOUSE, "vsim", "ru", "0"),
    (MOUSE, "vsim", "kk", "0"),  # мышь on Latin keys is another word
    (MOUSE, "мы шь", "ru", "0"),
    (MOUSE, "м\u00adышь", "ru", "1"),  # a soft hyphen
    (MOUSE, "мышь\u200b", "ru", "1"),
    (MOUSE, "\u202eмышь", "ru", "0.5"),  # written backwards: the star takes it
    (MOUSE, "", "ru", "0"),
    (ROSES, "poc", "ru", "1"),  # Latin letters, all of them
    (ROSES, "POCA", "ru", "1"),
    (ROSES, "росток", "ru", "1"),
    (ROSES, "rose", "ru", "0"),
    (ROSES, "хор", "ru", "0.5"),
    (WORDS, "елка", "ru", "1"),
    (WORDS, "ЁЛКА", "ru", "1"),
    (WORDS, decomposed("ёлка"), "ru", "1"),
    (WORDS, "деловая  игра", "ru", "1"),
    (WORDS, "деловая\u00a0игра", "ru", "1"),
    (WORDS, "деловаяигра", "ru", "0"),
    (WORDS, "деловая игра…", "ru", "1"),
    (WORDS, "искерлик ойын", "kk", "1"),
    (WORDS, decomposed("іскерлік ойын"), "kk", "1"),
    (KAZAKH, "қазақстан", "kk", "1"),
    (KAZAKH, "казакстан", "kk", "1"),
    (KAZAKH, "Казахстан", "kk", "0"),
    (KAZAKH, "казакстан", "ru", "0"),
    (KAZAKH, "он", "kk", "1"),
    (KAZAKH, "өн", "kk", "0.5"),  # a short word is another word
    (STRICT, "үйренуші", "kk", "1"),
    (STRICT, "уйренуши", "kk", "0"),
    (STRICT, decomposed("үйренуші"), "kk", "1"),
    (CAPITALS, "Ctrl", "ru", "1"),
    (CAPITALS, "ctrl", "ru", "0"),
    (CAPITALS, "Aбaй", "kk", "1"),  # Latin A and a
    (CAPITALS, "абай", "kk", "0"),
    (ZERO, "0", "ru", "1"),
    (ZERO, "0,5", "ru", "0.25"),
    (ZERO, "0.5", "kk", "0.25"),
    (ZERO, "0,50", "ru", "0"),  # these are words; a number has a question type of its own
    (ZERO, "нет", "ru", "-0.5"),
    (STARS, "2 * 2", "ru", "1"),
    (STARS, "a1b2c", "ru", "0.5"),
    (STARS, "что угодно", "ru", "0.1"),
    (PARTS, "зеленая", "ru", "1"),  # beside a star, too, ё may be е
    (PARTS, "кaбeли", "ru", "0"),
    (PARTS, "кaбeль витой", "ru", "1"),  # Latin a and e
    (PARTS, "2 * еж", "ru", "0.5"),
    (PARTS, "кокшилдеу", "kk", "1"),  # typed on a Russian keyboard
    (PARTS, "кокшилдеу", "ru", "0"),
    (PARTS, "онлайн", "kk", "0"),  # two letters are another word
    (CODE, "a.c", "ru", "1"),
    (CODE, "abc", "ru", "0"),
    (CODE, "<b>", "ru", "1"),
    (CODE, "<script>alert(1)</script>", "ru", "0"),
    (CODE, "' OR 1=1 --", "ru", "0"),
    (CODE, "{{ 7*7 }}", "ru", "0"),
    (MOUSE, "м" * 10_000, "ru", "0"),
]


@pytest.mark.parametrize(("question", "typed", "language", "fraction"), MARKS)
def test_a_typed_word_earns_what_the_first_match_gives(question, typed, language, fraction):
    assert question.mark({"text": typed}, language).fraction == Decimal(fraction)


@pytest.mark.parametrize(
    ("question", "typed", "language", "spelling"),
    [
        (MOUSE, "тинтуир", "kk", "тінтуір"),
        (MOUSE, "тінтуір", "kk", ""),
        (KAZAKH, "КАЗАКСТАН", "kk", "қазақстан"),
        (WORDS, "елка", "ru", ""),
        (STARS, "2 * 2", "ru", ""),
        (PARTS, "кокшил", "kk", "көкшіл…"),
        (PARTS, "көкшіл", "kk", ""),
    ],
)
def test_whoever_spells_otherwise_is_shown_the_right_spelling(question, typed, language, spelling):
    assert question.mark({"text": typed}, language).right_spelling == spelling


@pytest.mark.parametrize("typed", ["", " ", "\t\n", "\u00a0", "\u2003", "\x00", "\x07\x1b"])
def test_nothing_typed_is_not_an_answer(typed):
    posted = QueryDict(mutable=True)
    posted["item-q"] = typed
    assert MOUSE.read(posted) is None


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("0", "0"),
        (" мышь ", " мышь "),
        ("мы\x00шь", "мышь"),
        ("\u202eмышь", "\u202eмышь"),
        ("<b>мышь</b>", "<b>мышь</b>"),
        (decomposed("й"), decomposed("й")),
    ],
)
def test_what_was_typed_is_kept_as_it_was_typed(typed, kept):
    posted = QueryDict(mutable=True)
    posted["item-q"] = typed
    assert MOUSE.read(posted) == {"text": kept}
    assert MOUSE.type.echo(posted, "item-q") == {"text": kept}


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_hundred_kilobytes_are_refused_in_words(language):
    posted = QueryDict(mutable=True)
    posted["item-q"] = "ж" * 50_000
    words = {"kk": "тым ұзын", "ru": "слишком длинный", "en": "too long"}[language]
    with override(language), pytest.raises(ValidationError, match=words):
        MOUSE.read(posted)


def test_the_editor_wants_an_answer_that_earns_everything():
    question = short_answer()
    question["value"]["answers"][0]["value"]["percent"] = "50"
    with pytest.raises(ValidationError) as caught:
        clean(question)
    assert "100" in complaints(caught.value)["answers"]


def test_a_learner_types_kazakh_on_a_russian_keyboard(lesson_with, checked, kazakh):
    lesson = lesson_with(short_answer())
    translate(lesson, kazakh, {"клавиатура": "пернетақта"})
    html = checked(lesson, "пернетакта", "/kk/urok/")
    assert "feedback-right" in html
    assert "пернетақта" in html
