"""A teacher makes a worksheet; a learner fills it in on the screen or on paper."""

import pytest
from django.core.exceptions import ValidationError

from lessons.blocks import lesson_blocks
from quizzes.models import Response
from tests.quizzes.builders import translate

from .builders import help_lines, part, tonight, worksheet

ROLES = ("Роль | Кто | До какого числа", "Координатор | |", "| Айгерим |")


@pytest.fixture
def sheet(write, read):
    write(worksheet(*ROLES, prompts=[("Мой первый шаг:", 3)]))
    return read().find(class_="worksheet")


def named(sheet, field):
    """Return what a screen reader calls a field."""
    return " ".join(
        sheet.find(id=name).get_text(" ", strip=True) for name in field["aria-labelledby"].split()
    )


def test_each_empty_cell_is_a_field_that_is_called_by_its_row_and_its_column(sheet):
    assert [named(sheet, field) for field in sheet.select("td textarea")] == [
        "Координатор Кто",
        "Координатор До какого числа",
        "Строка 2 Роль",
        "Строка 2 До какого числа",
    ]
    assert [head["scope"] for head in sheet.find_all("th")] == ["col", "col", "col", "row"]


def test_a_sentence_has_as_many_lines_as_its_teacher_gave_it(sheet):
    asked = sheet.find(class_="worksheet-asked")
    assert named(sheet, asked.textarea) == "Мой первый шаг:"
    assert asked.textarea["rows"] == "3"
    assert len(asked.find_all("i")) == 3


def test_nothing_of_a_worksheet_can_be_sent(sheet):
    fields = sheet.find_all(["input", "textarea", "select"])
    assert len(fields) == 5
    assert not [field for field in fields if field.get("name")]
    assert not sheet.find("form")
    assert {button["type"] for button in sheet.find_all("button")} == {"button"}
    assert "Здесь это не сохраняется" in sheet.get_text()
    assert not Response.objects.exists()


def test_without_script_there_is_no_button_that_does_nothing(sheet):
    assert sheet.find(attrs={"data-print": True}).has_attr("hidden")


def test_a_worksheet_may_be_all_table_or_all_writing(write, read):
    write(worksheet(ROLES[0], ROLES[1]), worksheet("", prompts=[("Подумайте:", 1)]))
    table, writing = read().find_all(class_="worksheet")
    assert (len(table.select("td textarea")), len(table.select(".worksheet-asked"))) == (2, 0)
    assert (len(writing.select("td textarea")), len(writing.select(".worksheet-asked"))) == (0, 1)


def refused(value):
    made = dict(lesson_blocks())["worksheet"]
    with pytest.raises(ValidationError) as error:
        made.clean(made.to_python(value["value"]))
    return error.value.block_errors


def test_an_empty_worksheet_is_no_worksheet():
    errors = refused(worksheet(""))
    assert errors["rows"].non_block_errors == [
        "В рабочем листе должны быть строки таблицы или то, что надо вписать."
    ]


def test_rows_and_headings_need_each_other():
    assert list(refused(worksheet("", "a | b"))) == ["head"]
    assert list(refused(worksheet("a | b", prompts=[("c", 1)]))) == ["rows"]


def test_a_row_with_a_cell_too_few_is_named():
    row = refused(worksheet("a | b | c", "a | |", "a |"))["rows"].block_errors[1]
    assert row.block_errors["cells"].messages == ["Строка 2: ячеек — 2, а заголовков — 3."]


def test_a_worksheet_is_translated_with_the_places_to_write_in_it(write, read, kazakh):
    said = {
        "Кто что делает": "Кім не істейді",
        "Впишите имена.": "Аттарын жазыңыз.",
        ROLES[0]: "Рөл | Кім | Қай күнге дейін",
        "Координатор | |": "Үйлестіруші | |",
        "| Айгерим |": "| Айгерім |",
        "Мой первый шаг:": "Менің алғашқы қадамым:",
        "Сначала выслушайте": "Алдымен тыңдаңыз",
        "Вечером поговорите.": "Кешке сөйлесіңіз.",
        "Урок": "Сабақ",
    }
    body = [worksheet(*ROLES, prompts=[("Мой первый шаг:", 3)])]
    page = write(*body, part("Сначала выслушайте", 7), tonight("Вечером поговорите."), help_lines())
    translate(page, kazakh, said)
    html = read("/kk/urok/").article
    sheet = html.find(class_="worksheet")
    assert named(sheet, sheet.select("td textarea")[1]) == "Үйлестіруші Қай күнге дейін"
    assert len(sheet.find_all("textarea")) == 5
    assert html.find(class_="part-minutes").get_text() == "Шамамен 7 минут"
    assert html.find(class_="callout-tonight").p.get_text() == "Үйде"
    assert not html.find_all(attrs={"lang": True})
    for field in sheet.find_all("textarea"):
        assert field.get_text() == ""


def test_what_nobody_translated_says_its_language_on_a_worksheet_too(write, read, kazakh):
    translate(write(worksheet(*ROLES, prompts=[("Мой первый шаг:", 3)])), kazakh, {"Урок": "Сабақ"})
    html = read("/kk/urok/").article
    for said in ("Кто что делает", "Координатор", "Кто", "Мой первый шаг:"):
        assert html.find(string=said).find_parent(attrs={"lang": True})["lang"] == "ru"
    assert html.find(string="Бұл осы жерде сақталмайды: басып шығарыңыз немесе қолмен көшіріп алыңыз.")
