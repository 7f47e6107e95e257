"""The report as a file that a spreadsheet opens, and that nothing in it runs there."""

import csv
import io

import pytest
from django.utils import timezone

from courses.enrolling import enrol
from languages.spreadsheets import safe
from people.accounts import create_learner
from tests.courses.walking import join, take_test


@pytest.fixture
def desk(seat, teacher, quiz):
    return seat(teacher)


def lines(response, delimiter=";"):
    return list(csv.reader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=delimiter))


def test_the_file_holds_every_learner_with_every_step(desk, seat, report, learner, course, quiz, crowd):
    browser = seat(learner)
    join(browser, course)
    take_test(browser, quiz)
    crowd(60)
    head, first, *rest = lines(desk.get(f"{report}?export=csv"))
    today = f"{timezone.localdate():%Y-%m-%d}"
    assert head[:7] == [
        "Учащийся",
        "Логин",
        "На курсе с",
        "Вне курса с",
        "Последний визит",
        "Готово",
        "Шагов",
    ]
    assert head[7:] == ["1.1 Части", "1.2 Экран", "2.1 Тест", "2.1 Тест, %"]
    assert first[:7] == ["Айгерім", "aigerim", today, "", today, "1", "3"]
    assert first[7:] == ["Не начато", "Не начато", "Завершено", "100"]
    assert len(rest) == 60


def test_the_file_holds_whom_the_filters_let_through(desk, report, learner, course, crowd):
    enrol(learner, course.translation_key)
    crowd(2)
    assert [line[1] for line in lines(desk.get(f"{report}?export=csv&q=айгер"))] == ["Логин", "aigerim"]


def test_excel_knows_the_letters_and_the_browser_saves_a_file(desk, report, crowd):
    crowd(1)
    response = desk.get(f"{report}?export=csv")
    assert response.content.startswith(b"\xef\xbb\xbf")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"].startswith('attachment; filename="bez-straha-')
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("name", ["=1+1", "+7 701", "-2", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "=1\n=2"])
def test_no_name_runs_in_a_spreadsheet(desk, report, course, name):
    enrol(create_learner("zarina", None, call_name=name), course.translation_key)
    (line,) = lines(desk.get(f"{report}?export=csv"))[1:]
    assert line[1] == "zarina"
    assert line[0].startswith("'")


def test_no_title_runs_in_a_spreadsheet(desk, report, lesson):
    lesson.title = "=HYPERLINK(1)"
    lesson.save()
    assert lines(desk.get(f"{report}?export=csv"))[0][7] == "1.1 =HYPERLINK(1)"


@pytest.mark.parametrize("value", ["Айгерім", "а=б", "7", ""])
def test_what_is_harmless_stays_as_it_is(value):
    assert safe(value) == value


def test_a_number_stays_a_number():
    assert safe(-5) == -5


def test_a_cell_is_one_line():
    assert safe("a\tb\r\nc\u2028d") == "a b c d"
