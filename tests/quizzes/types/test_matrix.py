"""Choosing in each row of a table."""

import re
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError

from quizzes.types.matrix.marking import fraction_of
from tests.quizzes.builders import translate

from .builders import clean, complaints, frozen, matrix, row
from .sending import HOSTILE, sent


def asked(rows, columns="xy"):
    """A frozen question: {"a": "x"} says that in row a the column x is right."""
    rows = [{"id": one, "column": column} for one, column in rows.items()]
    return frozen("matrix", {"rows": rows, "columns": [{"id": one} for one in columns]})


TWO = asked({"a": "x", "b": "y"})
SAME = asked({"a": "x", "b": "x", "c": "x"})
FIVE = asked({"a": "v", "b": "w", "c": "x", "d": "y", "e": "z"}, "vwxyz")
SEVEN = asked(dict.fromkeys("abcdefg", "y"))
LOST = asked({"a": "x", "b": None})  # its column was never there
MARKS = [
    (TWO, {"a": "x", "b": "y"}, "1"),
    (TWO, {"b": "y", "a": "x"}, "1"),
    (TWO, {"a": "y", "b": "x"}, "0"),
    (TWO, {"a": "x", "b": "x"}, "0.5"),
    (TWO, {"a": "y", "b": "y"}, "0.5"),
    (TWO, {"a": "x"}, "0.5"),
    (TWO, {"b": "x"}, "0"),
    (TWO, {}, "0"),
    (SAME, {"a": "x", "b": "x", "c": "x"}, "1"),
    (SAME, {"a": "y", "b": "y", "c": "y"}, "0"),
    (SAME, {"a": "x", "b": "y", "c": "y"}, "0.33333333"),
    (SAME, {"a": "x", "c": "x"}, "0.66666667"),
    (FIVE, {"a": "v", "b": "w", "c": "x", "d": "y", "e": "z"}, "1"),
    (FIVE, {"a": "z", "b": "y", "c": "x", "d": "w", "e": "v"}, "0.2"),
    (FIVE, dict.fromkeys("abcde", "w"), "0.2"),
    (FIVE, {"a": "v", "b": "w", "c": "x", "d": "y"}, "0.8"),
    (SEVEN, dict.fromkeys("abcdefg", "y"), "1"),
    (SEVEN, dict.fromkeys("abcdef", "y"), "0.85714286"),
    (SEVEN, {"g": "y"}, "0.14285714"),
    (LOST, {"a": "x"}, "0.5"),
    (LOST, {"a": "x", "b": "x"}, "0.5"),
    (TWO, {"a": "gone", "b": "y"}, "0.5"),
    (TWO, {"gone": "x", "a": "x", "b": "y"}, "1"),
    (TWO, {"a": "b", "b": "a"}, "0"),
    (TWO, {"а": "х", "b": "y"}, "0.5"),  # Cyrillic а and х
    (TWO, {"a": "X", "b": "\u202ey"}, "0"),
    (TWO, {"a": "<script>alert(1)</script>", "b": "' OR 1=1 --"}, "0"),
    (TWO, {"a": "x\x00", "b": "ү"}, "0"),
]


@pytest.mark.parametrize(("question", "chosen", "fraction"), MARKS)
def test_each_right_row_earns_an_equal_share(question, chosen, fraction):
    assert question.mark({"rows": chosen}, "ru").fraction == Decimal(fraction)


def test_one_row_is_right_or_not():
    assert fraction_of({"a": "x"}, {"id": "a", "column": "x"}) == 1
    assert fraction_of({"a": "y"}, {"id": "a", "column": "x"}) == 0
    assert fraction_of({}, {"id": "a", "column": None}) == 0


def test_each_row_has_its_own_reason():
    right, wrong, empty = SAME.mark({"rows": {"a": "x", "b": "y"}}, "ru").parts
    assert (right.fraction, right.is_empty) == (1, False)
    assert (wrong.fraction, wrong.about, wrong.feedback) == (0, "rows.b.text", "rows.b.feedback")
    assert empty.is_empty


def test_a_row_that_is_left_empty_is_left_out():
    assert TWO.read(sent(a="x", b="")) == {"rows": {"a": "x"}}
    assert TWO.read(sent(a="y", b="y")) == {"rows": {"a": "y", "b": "y"}}


@pytest.mark.parametrize("posted", [{}, {"a": ""}, {"a": "", "b": ""}, {"z": "x"}])
def test_nothing_chosen_is_not_an_answer(posted):
    assert TWO.read(sent(**posted)) is None


@pytest.mark.parametrize("posted", ["z", "a", "X", "х", ["x", "z"], "None", *HOSTILE])
def test_a_column_that_is_not_there_is_refused(posted):
    with pytest.raises(ValidationError, match="Такого варианта нет"):
        TWO.read(sent(a=posted, b="x"))


@pytest.mark.parametrize(
    ("question", "field", "complaint"),
    [
        (matrix(columns=["Можно", "можно "]), "columns", "Два столбца совпадают"),
        (matrix(row("Пить чай", 1), row("пить  чай", 2)), "rows", "Две строки совпадают"),
        (matrix(row("Пить чай", 1), row("Работать", 3)), "rows", "Строка 2: столбца 3 нет"),
    ],
)
def test_the_editor_says_what_is_wrong(question, field, complaint):
    with pytest.raises(ValidationError) as caught:
        clean(question)
    assert complaint in complaints(caught.value)[field]


@pytest.mark.parametrize(
    ("question", "field"),
    [
        (matrix(row("Пить чай", 1), row("Работать", 0)), "rows"),
        (matrix(row("Пить чай", 1), row("Работать", None)), "rows"),
        (matrix(row("Пить чай", 1)), "rows"),
        (matrix(columns=["Можно"]), "columns"),
        (matrix(columns=list("абвгде")), "columns"),
    ],
)
def test_the_editor_wants_a_right_column_everywhere_and_neither_too_few_nor_too_many(question, field):
    with pytest.raises(ValidationError) as caught:
        clean(question)
    assert list(caught.value.block_errors) == [field]


def test_the_key_stays_with_its_column_when_columns_are_moved(lesson_with):
    item = lesson_with(matrix(row("Пить чай", 2), row("Работать", 1), row("Спать", 2))).get_items()[0]
    first, second = (column["id"] for column in item.rules["columns"])
    assert [one["column"] for one in item.rules["rows"]] == [second, first, second]


def post(signed_in, item, chosen, do, path="/ru/urok/"):
    """Post {row text number: column number} and return the page."""
    rows, columns = item.rules["rows"], item.rules["columns"]
    fields = {f"{item.field_name}-{rows[one]['id']}": columns[column]["id"] for one, column in chosen.items()}
    signed_in.post(path, fields | {f"version-{item.id}": item.digest, "do": do})
    return signed_in.get(path).content.decode()


def test_a_learner_reads_why_of_each_row_that_is_not_right_yet(lesson_with, signed_in):
    rows = row("Протирать экран", 1), row("Пить чай", 2), row("Тянуть за провод", 2)
    item = lesson_with(matrix(*rows)).get_items()[0]
    html = post(signed_in, item, {0: 0, 1: 0}, f"check:{item.id}")
    assert len(re.findall(r" checked>", html)) == 2
    assert "Частично верно" in html
    assert '<b>Пить чай</b> <span class="part-state">пока неверно</span></p><p>О строке «Пить чай»' in html
    assert '<b>Тянуть за провод</b> <span class="part-state">нет ответа</span>' in html
    assert "О строке «Протирать экран»" not in html


def test_what_was_chosen_stays_when_the_rest_is_refused(lesson_with, signed_in):
    item = lesson_with(matrix()).get_items()[0]
    first, second = (f"{item.field_name}-{one['id']}" for one in item.rules["rows"])
    posted = {first: item.rules["columns"][1]["id"], second: "gone", f"version-{item.id}": item.digest}
    refused = signed_in.post("/ru/urok/", posted | {"do": "save"})
    assert refused.status_code == 422
    assert refused.content.decode().count(" checked>") == 1


def test_every_choice_is_called_by_its_row_and_its_column(lesson_with, signed_in):
    lesson_with(matrix())
    table = BeautifulSoup(signed_in.get("/ru/urok/").content, "html.parser").find("table")
    names = [
        " ".join(table.find(id=one).get_text(strip=True) for one in field["aria-labelledby"].split())
        for field in table.find_all("input")
    ]
    assert names == [
        "Протирать экран сухой тканью Можно",
        "Протирать экран сухой тканью Нельзя",
        "Ставить чай на клавиатуру Можно",
        "Ставить чай на клавиатуру Нельзя",
    ]
    assert [head["scope"] for head in table.find_all("th")] == ["col", "col", "row", "row"]


def test_an_attempt_has_rows_in_an_order_of_its_own_and_columns_in_the_teacher_s():
    question = asked(dict.fromkeys("abcdefgh", "x"), "xyz")
    orders = set()
    for seed in ("", "1", "2", "3"):
        parts = question.type.lay_out(question, "ru", seed)
        orders.add("".join(one["id"] for one in parts["rows"]))
        assert [one["id"] for one in parts["columns"]] == list("xyz")
    assert "abcdefgh" in orders
    assert len(orders) == 4


def test_what_nobody_translated_says_in_which_language_it_is(lesson_with, signed_in, kazakh):
    lesson = lesson_with(matrix())
    before = lesson.get_items()[0]
    translate(lesson, kazakh, {"Можно": "Болады", "Ставить чай на клавиатуру": "Пернетақтаға шай қою"})
    item = lesson.get_items()[0]
    assert (item.id, item.digest, item.rules) == (before.id, before.digest, before.rules)
    html = signed_in.get("/kk/urok/").content.decode()
    assert f'id="column-{item.rules["columns"][0]["id"]}">Болады</th>' in html
    assert '<span lang="ru">Нельзя</span></th>' in html
    assert ">Пернетақтаға шай қою</th>" in html


def test_a_table_answered_in_one_language_counts_in_the_other(lesson_with, signed_in, kazakh):
    lesson = lesson_with(matrix())
    translate(lesson, kazakh, {"Можно": "Болады", "Нельзя": "Болмайды"})
    item = lesson.get_items()[0]
    html = post(signed_in, item, {0: 0, 1: 1}, f"check:{item.id}", path="/kk/urok/")
    assert 'data-state="right"' in html
    assert 'data-state="right"' in signed_in.get("/ru/urok/").content.decode()
