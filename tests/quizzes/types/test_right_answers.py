"""What a learner reads under “the right answer”, once it may be seen."""

import pytest
from django.utils import translation

from quizzes.freezing import describe
from tests.quizzes.builders import short_answer, single_choice

from .builders import (
    area,
    gap,
    gaps,
    hotspot,
    matching,
    matrix,
    multiple_choice,
    number,
    numerical,
    ordering,
    pair,
    row,
    true_false,
    unit,
)

QUESTIONS = [
    (lambda: single_choice(right="<b> — теги"), "&lt;b&gt; — теги"),
    (multiple_choice, "<ul><li>Мышь</li><li>Клавиатура</li></ul>"),
    (lambda: true_false(is_true=True), "Верно"),
    (lambda: true_false(is_true=False), "Неверно"),
    (lambda: short_answer(spellings="клавиатура\nклавиши"), "клавиатура"),
    (lambda: short_answer(spellings=r"2 \* 2"), "2 * 2"),
    (lambda: numerical(number("2", percent="50"), number("1234.5")), "1\xa0234,5"),
    (lambda: numerical(number("*")), ""),
    (lambda: numerical(units=(unit("м\nметр"), unit("км", "1000")), unit_rule="required"), "2,5 м"),
    (
        lambda: matching(pair("<b>", "полужирный"), pair("<i>", "курсив")),
        "<ul><li>&lt;b&gt; — полужирный</li><li>&lt;i&gt; — курсив</li></ul>",
    ),
    (
        lambda: matrix(row("<b>", 2), row("<i>", 1), columns=("курсив", "полужирный")),
        "<ul><li>&lt;b&gt; — полужирный</li><li>&lt;i&gt; — курсив</li></ul>",
    ),
    (hotspot, "Кнопка внизу слева"),
    (
        lambda: hotspot(area("<b>", 0, 0, right=True), area("<i>", 50, 50), area("<u>", 0, 50, right=True)),
        "<ul><li>&lt;b&gt;</li><li>&lt;u&gt;</li></ul>",
    ),
    (
        lambda: gaps("Это [2].\nТо [1].", gap(r"2 \* 2"), gap("<b>", "chosen", "<i>")),
        "<p>Это <b>&lt;b&gt;</b>.</p><p>То <b>2 * 2</b>.</p>",
    ),
    (lambda: ordering("Раз", "Два", "Три"), "<ol><li>Раз</li><li>Два</li><li>Три</li></ol>"),
]


@pytest.mark.parametrize(("question", "words"), QUESTIONS)
def test_each_type_says_its_right_answer(lesson_with, question, words):
    item = describe(lesson_with(question()))[0]
    with translation.override("ru"):
        assert item.right_answer("ru") == words
