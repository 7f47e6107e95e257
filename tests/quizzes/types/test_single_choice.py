"""Choosing one of several options."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import override

from quizzes.types.single_choice.marking import fraction_of
from tests.quizzes.builders import single_choice, translate

from .builders import clean, complaints, frozen
from .sending import HOSTILE


def asked(**options):
    """A frozen question: `b=True` is the key, `c="50"` earns half, `a=None` nothing."""
    described = [
        {"id": one, "is_key": earns is True, "percent": None if earns is True else earns}
        for one, earns in options.items()
    ]
    return frozen("single_choice", {"options": described})


PLAIN = asked(a=None, b=True, c=None)
FRIENDLY = asked(a=True, b="50", c="33.33333", d="0", e="-25", f="-100")
KAZAKH = asked(ә=True, а=None, һ=None, h="10")
MARKS = [
    (PLAIN, "b", "1"),
    (PLAIN, "a", "0"),
    (PLAIN, "c", "0"),
    (PLAIN, "gone", "0"),
    (PLAIN, "", "0"),
    (PLAIN, "B", "0"),
    (PLAIN, " b", "0"),
    (PLAIN, "b\n", "0"),
    (PLAIN, "b\x00", "0"),
    (PLAIN, "в", "0"),  # Cyrillic
    (PLAIN, "\u202eb", "0"),
    (PLAIN, "ab", "0"),
    (PLAIN, "<b>b</b>", "0"),
    (PLAIN, "b' OR '1'='1", "0"),
    (PLAIN, "b" * 100_000, "0"),
    (FRIENDLY, "a", "1"),
    (FRIENDLY, "b", "0.5"),
    (FRIENDLY, "c", "0.3333333"),
    (FRIENDLY, "d", "0"),
    (FRIENDLY, "e", "-0.25"),
    (FRIENDLY, "f", "-1"),
    (KAZAKH, "ә", "1"),
    (KAZAKH, "а", "0"),
    (KAZAKH, "a", "0"),  # Latin
    (KAZAKH, "һ", "0"),  # Cyrillic
    (KAZAKH, "h", "0.1"),  # Latin
    (KAZAKH, "Ә", "0"),
]


@pytest.mark.parametrize(("question", "option", "fraction"), MARKS)
@pytest.mark.parametrize("language", ["ru", "kk"])
def test_an_option_earns_its_share_in_every_language(question, option, fraction, language):
    assert question.mark({"option": option}, language).fraction == Decimal(fraction)


def test_the_key_earns_everything_whatever_is_written_beside_it():
    assert fraction_of({"is_key": True, "percent": "10"}) == 1
    assert fraction_of({"is_key": False, "percent": ""}) == 0


def test_the_reason_is_that_of_the_option_chosen():
    assert PLAIN.mark({"option": "a"}, "ru").feedback == ("options.a.feedback",)
    assert PLAIN.mark({"option": "gone"}, "ru").feedback == ()


@pytest.mark.parametrize("posted", ["", "item-q=", "item-other=b", "q=b", "item-q=&item-q="])
def test_nothing_chosen_is_not_an_answer(posted):
    assert PLAIN.read(QueryDict(posted)) is None


@pytest.mark.parametrize("option", ["a", "b", "c"])
def test_an_option_is_an_answer(option):
    assert PLAIN.read(QueryDict(f"item-q={option}")) == {"option": option}


@pytest.mark.parametrize("option", ["z", "A", " a", "a,b", "None", "null", "[]", '{"option": "b"}', *HOSTILE])
def test_an_option_of_another_question_is_refused(option):
    posted = QueryDict(mutable=True)
    posted["item-q"] = option
    with pytest.raises(ValidationError, match="Такого варианта нет"):
        PLAIN.read(posted)


def test_the_refusal_is_in_the_learner_s_language():
    with override("kk"), pytest.raises(ValidationError, match="жоқ"):
        PLAIN.read(QueryDict("item-q=z"))


def test_of_two_that_are_sent_the_last_one_counts():
    assert PLAIN.read(QueryDict("item-q=a&item-q=b")) == {"option": "b"}


@pytest.mark.parametrize(
    ("keys", "texts", "complaint"),
    [
        ((False, False), ("Мышь", "Экран"), "ровно у одного"),
        ((True, True), ("Мышь", "Экран"), "ровно у одного"),
        ((True, False), ("Мышь", "МЫШЬ "), "совпадают"),
        ((True, False), ("Ёлка", "елка"), "совпадают"),
        ((True, False), ("кот", "koт"), "совпадают"),  # Latin k and o
    ],
)
def test_the_editor_says_what_is_wrong(keys, texts, complaint):
    question = single_choice()
    for member, key, text in zip(question["value"]["options"], keys, texts, strict=True):
        member["value"] |= {"is_key": key, "text": text}
    with pytest.raises(ValidationError) as caught:
        clean(question)
    assert complaint in complaints(caught.value)["options"]


def test_an_answer_given_in_russian_is_right_in_kazakh(lesson_with, checked, signed_in, kazakh):
    lesson = lesson_with(single_choice())
    translate(lesson, kazakh, {"Меню «Завершение работы»": "«Жұмысты аяқтау» мәзірі"})
    item = lesson.get_items()[0]
    key = next(one["id"] for one in item.rules["options"] if one["is_key"])
    assert "feedback-right" in checked(lesson, key)
    html = signed_in.get("/kk/urok/").content.decode()
    assert "feedback-right" in html
    assert f'value="{key}" checked' in html
