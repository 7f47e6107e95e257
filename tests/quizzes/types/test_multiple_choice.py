"""Ticking several options."""

from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict

from quizzes.types.multiple_choice.marking import fraction_of, shares_of
from tests.quizzes.builders import translate

from .builders import clean, complaints, frozen, multiple_choice, option


def options(*described):
    """Options as they are frozen: (id, is it a key, percent, is it “none of these”)."""
    named = ("id", "is_key", "percent", "is_none_of_these")
    return [
        dict(zip(named, (*one, None, False)[:4] if len(one) < 4 else one, strict=True)) for one in described
    ]


EASY = options(("a", True), ("b", True), ("c", False), ("d", False))
THIRDS = options(("a", True), ("b", True), ("c", True), ("d", False))
WRITTEN = options(
    ("a", True, "33.33333"), ("b", True, "33.33333"), ("c", True, "33.33333"), ("d", False, "-50")
)
UNEVEN = options(("a", True, "70"), ("b", True, "30"), ("c", False, "-100"), ("d", False, "0"))
ONE = options(("a", True), ("b", False), ("c", False))
NONE_WRONG = options(("a", True), ("b", True), ("c", False), ("n", False, None, True))
NONE_RIGHT = options(("a", False), ("b", False), ("n", True, None, True))
SHARES = [
    (EASY, "ab", "1"),
    (EASY, "a", "0.5"),
    (EASY, "c", "0"),
    (EASY, "ac", "0"),
    (EASY, "abc", "0.5"),
    (EASY, "abcd", "0"),
    (EASY, "", "0"),
    (THIRDS, "abc", "1"),
    (THIRDS, "a", "0.33333333"),
    (THIRDS, "ab", "0.66666667"),
    (THIRDS, "abcd", "0"),
    (WRITTEN, "abc", "1"),
    (WRITTEN, "ab", "0.66666667"),
    (WRITTEN, "abcd", "0.5"),
    (WRITTEN, "ad", "0"),
    (UNEVEN, "a", "0.7"),
    (UNEVEN, "b", "0.3"),
    (UNEVEN, "abd", "1"),
    (UNEVEN, "abcd", "0"),
    (ONE, "a", "1"),
    (ONE, "ab", "0.5"),
    (ONE, "abc", "0"),
    (NONE_WRONG, "n", "0"),
    (NONE_WRONG, "ab", "1"),
    (NONE_WRONG, "abc", "0"),
    (NONE_RIGHT, "n", "1"),
    (NONE_RIGHT, "a", "0"),
    (EASY, ["a", "b", "an option that was taken away"], "1"),
    (EASY, ["ғ", "<script>", "a' OR 1=1"], "0"),
    (EASY, ["a", "a", "a"], "0.5"),
]
ALL_OR_NOTHING = [
    (EASY, "ab", 1),
    (EASY, "ba", 1),
    (EASY, "a", 0),
    (EASY, "abc", 0),
    (EASY, "abcd", 0),
    (EASY, "", 0),
    (UNEVEN, "ab", 1),
    (UNEVEN, "abd", 0),
    (NONE_RIGHT, "n", 1),
    (NONE_WRONG, "n", 0),
    (EASY, ["a", "b", "an option that was taken away"], 1),
]


@pytest.mark.parametrize(("asked", "ticked", "fraction"), SHARES)
def test_ticked_options_earn_their_shares(asked, ticked, fraction):
    assert fraction_of(ticked, asked) == Decimal(fraction)


@pytest.mark.parametrize(("asked", "ticked", "fraction"), ALL_OR_NOTHING)
def test_all_or_nothing_wants_exactly_the_keys(asked, ticked, fraction):
    assert fraction_of(ticked, asked, "all_or_nothing") == fraction


@pytest.mark.parametrize("keys", range(1, 30))
def test_equal_shares_make_exactly_one_whole(keys):
    asked = options(*((str(number), True) for number in range(keys)))
    assert sum(shares_of(asked).values()) == Fraction(1)


def test_no_way_of_ticking_leaves_the_scale():
    described = product(product((True, False), ("-100", "-40", None, "70")), repeat=3)
    for asked in (options(*((str(n), *one) for n, one in enumerate(three))) for three in described):
        for ticked in ("0", "12", "012"):
            assert 0 <= fraction_of(ticked, asked) <= 1


QUESTION = frozen("multiple_choice", {"options": NONE_WRONG, "rule": "shares"})


@pytest.mark.parametrize("posted", ["", "item-q=", "item-q=&item-q=", "item-other=a"])
def test_ticking_nothing_is_not_an_answer(posted):
    assert QUESTION.read(QueryDict(posted)) is None


@pytest.mark.parametrize("posted", ["item-q=b&item-q=a", "item-q=a&item-q=b", "item-q=a&item-q=b&item-q=a"])
def test_the_same_ticks_are_the_same_answer(posted):
    assert QUESTION.read(QueryDict(posted)) == {"options": ["a", "b"]}


@pytest.mark.parametrize("posted", ["z", "ә", "<script>alert(1)</script>", "a,b", "м" * 100_000])
def test_an_option_of_another_question_is_refused(posted):
    sent = QueryDict(mutable=True)
    sent.setlist("item-q", ["a", posted])
    with pytest.raises(ValidationError, match="Такого варианта нет"):
        QUESTION.read(sent)


def test_none_of_these_goes_alone():
    assert QUESTION.read(QueryDict("item-q=n")) == {"options": ["n"]}
    with pytest.raises(ValidationError, match="вместе"):
        QUESTION.read(QueryDict("item-q=n&item-q=a"))


def test_each_tick_has_its_own_reason_in_the_order_of_the_options():
    mark = QUESTION.mark({"options": ["c", "a"]}, "ru")
    assert mark.feedback == ("options.a.feedback", "options.c.feedback")
    assert mark.about == ("options.a.text", "options.c.text")


TWO = (option("Мышь", True), option("Клавиатура", True))


@pytest.mark.parametrize(
    ("question", "complaint"),
    [
        (multiple_choice(option("Да"), option("Нет")), "Отметьте"),
        (multiple_choice(*TWO, option("МЫШЬ")), "совпадают"),
        (multiple_choice(*TWO), "отметит всё"),
        (multiple_choice(*TWO, rule="all_or_nothing"), "отметит всё"),
        (multiple_choice(*TWO, option("Стол", percent="0")), "отметит всё"),
        (multiple_choice(*TWO, option("Ничего из этого", is_none_of_these=True)), "отметит всё"),
        (multiple_choice(*TWO, option("Стол", percent="20")), "с минусом"),
        (multiple_choice(option("Мышь", True, "60"), option("Экран", True, "30"), option("Стол")), "90"),
        (multiple_choice(option("Мышь", True, "60"), option("Экран", True), option("Стол")), "каждый"),
        (multiple_choice(option("Мышь", True, "100"), option("Экран", True, "0"), option("Стол")), "каждый"),
        (
            multiple_choice(*TWO, option("Ничего из этого", True, is_none_of_these=True)),
            "верными быть не могут",
        ),
        (
            multiple_choice(
                *TWO, option("Ничего", is_none_of_these=True), option("Нет", is_none_of_these=True)
            ),
            "Только один",
        ),
    ],
)
def test_the_editor_says_what_is_wrong(question, complaint):
    with pytest.raises(ValidationError) as caught:
        clean(question)
    assert complaint in complaints(caught.value)["options"]


@pytest.mark.parametrize(
    "question",
    [
        multiple_choice(),
        multiple_choice(rule="all_or_nothing"),
        multiple_choice(option("Мышь", True), option("Стол")),
        multiple_choice(
            option("a", True, "33.33"), option("b", True, "33.33"), option("c", True, "33.34"), option("d")
        ),
        multiple_choice(option("a", True, "50"), option("b", True, "50"), option("c", percent="-0.5")),
        multiple_choice(
            option("Мышь"), option("Стол"), option("Ничего из этого", True, is_none_of_these=True)
        ),
        multiple_choice(
            *TWO, option("Стол", percent="20"), rule="all_or_nothing"
        ),  # parts do not count there
    ],
)
def test_the_editor_takes_what_is_right(question):
    assert len(clean(question)["options"]) >= 2


def test_a_learner_reads_why_of_each_tick(lesson_with, checked):
    lesson = lesson_with(multiple_choice())
    ids = {one["text"]: one["id"] for one in texts(lesson)}
    html = checked(lesson, [ids["Мышь"], ids["Стол"]])
    assert html.count(" checked>") == 2
    assert "<b>Стол</b></p><p>О варианте «Стол»</p>" in html
    assert "О варианте «Клавиатура»" not in html


def test_ticks_that_were_refused_are_still_ticked(lesson_with, signed_in):
    nothing = option("Ничего из этого", is_none_of_these=True)
    lesson = lesson_with(multiple_choice(*TWO, option("Стол"), nothing))
    item = lesson.get_items()[0]
    ticked = [one["id"] for one in item.rules["options"]][2:]
    response = signed_in.post("/ru/urok/", {item.field_name: ticked, f"version-{item.id}": item.digest})
    assert response.status_code == 422
    assert response.content.decode().count(" checked>") == 2
    assert "нельзя отметить вместе" in response.content.decode()


def test_taking_every_tick_away_takes_the_answer_away(lesson_with, checked, signed_in):
    lesson = lesson_with(multiple_choice())
    item = lesson.get_items()[0]
    checked(lesson, item.rules["options"][0]["id"])
    signed_in.post("/ru/urok/", {f"version-{item.id}": item.digest, "do": "save"})
    assert " checked>" not in signed_in.get("/ru/urok/").content.decode()


def test_words_are_translated_and_keys_are_not(lesson_with, checked, kazakh):
    lesson = lesson_with(multiple_choice())
    before = lesson.get_items()[0].digest
    translate(lesson, kazakh, {"Мышь": "Тінтуір", "О варианте «Мышь»": "Тінтуір туралы"})
    item = lesson.get_items()[0]
    assert item.digest == before
    assert len(item.wordings["kk"]) == 2
    html = checked(lesson, item.rules["options"][0]["id"], "/kk/urok/")
    assert "<b>Тінтуір</b></p><p>Тінтуір туралы</p>" in html
    assert '<span lang="ru">Стол</span>' in html
    assert "feedback-partly" in html


def texts(lesson):
    item = lesson.get_items()[0]
    paths = [(one["id"], f"options.{one['id']}.text") for one in item.rules["options"]]
    return [{"id": one, "text": item.say(path, "ru").text} for one, path in paths]
