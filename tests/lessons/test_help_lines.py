"""Whom to call: kept once for all lessons, and checked again before it is old."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from lessons.models import HelpLine, HelpLines
from tests.quizzes.builders import translate

from .builders import help_lines, paragraph

TODAY = datetime.date(2026, 11, 24)
ADDRESS = "/admin/settings/lifelong_lessons/helplines/1/"


def line(settings, number="111", **fields):
    dates = {"checked_on": TODAY, "check_again_by": timezone.localdate() + datetime.timedelta(days=365)}
    words = {"name_ru": "Контакт-центр", "name_kk": "Байланыс орталығы", "note_ru": "Круглые сутки."}
    return HelpLine.objects.create(settings=settings, number=number, **(dates | words | fields))


@pytest.fixture
def settings_row(db):
    return HelpLines.objects.create(pk=1)


def test_a_reader_finds_whom_to_call(settings_row, write, read):
    line(settings_row)
    line(settings_row, number="8 7172 000 111", name_ru="Районный психолог", note_ru="")
    write(help_lines())
    shown = read().find(class_="help-lines")
    assert [link["href"] for link in shown.find_all("a")] == ["tel:111", "tel:87172000111"]
    assert [name.get_text() for name in shown.select(".help-name")] == ["Контакт-центр", "Районный психолог"]
    assert "Проверено 24.11.2026" in shown.get_text()


def test_a_corrected_number_shows_at_once(settings_row, write, read):
    one = line(settings_row)
    write(help_lines())
    assert read().find(class_="help-number").get_text() == "111"
    one.number = "150"
    one.save()
    assert read().find(class_="help-number").get_text() == "150"


def test_words_in_another_language_say_which(settings_row, write, read, kazakh):
    line(settings_row)
    line(settings_row, number="102", name_ru="Полиция", name_kk="Полиция", note_ru="")
    translate(write(help_lines()), kazakh, {"Урок": "Сабақ"})
    first, second = read("/kk/urok/").select(".help-lines li")
    assert first.find(class_="help-name").get_text() == "Байланыс орталығы"
    assert [tag["lang"] for tag in first.find_all(attrs={"lang": True})] == ["ru"]
    assert not second.find_all(attrs={"lang": True})
    assert not read("/kk/urok/").find(class_="notice", string=lambda text: text and "аударылмаған" in text)


def test_without_any_number_a_reader_is_told_whom_to_ask(write, read):
    write(help_lines())
    assert "Спросите преподавателя" in read().find(class_="help-lines").get_text()


def test_a_lesson_without_help_lines_never_asks_for_them(settings_row, write, client):
    line(settings_row)
    write(paragraph("<p>Текст.</p>"))
    with CaptureQueriesContext(connection) as queries:
        client.get("/ru/urok/")
    assert not [query for query in queries if "helpline" in query["sql"]]


def test_a_lesson_with_help_lines_asks_once_for_everybody(settings_row, write, client):
    line(settings_row)
    write(help_lines())
    client.get("/ru/urok/")
    with CaptureQueriesContext(connection) as queries:
        client.get("/ru/urok/")
    assert not [query for query in queries if "helpline" in query["sql"]]


def test_an_editor_is_told_which_numbers_are_to_be_checked_again(settings_row, admin_client):
    line(settings_row)
    old = line(
        settings_row, number="102", name_ru="Полиция", check_again_by=TODAY - datetime.timedelta(days=900)
    )
    page = BeautifulSoup(admin_client.get(ADDRESS).content, "html.parser")
    assert [one.get_text() for one in page.select(".help-warning li")] == ["102 Полиция: 07.06.2024"]
    old.delete()
    page = BeautifulSoup(admin_client.get(ADDRESS).content, "html.parser")
    assert not page.select(".help-warning")


def test_an_editor_corrects_a_number_in_the_settings(settings_row, admin_client):
    one = line(settings_row)
    posted = {
        "lines-TOTAL_FORMS": "1",
        "lines-INITIAL_FORMS": "1",
        "lines-MIN_NUM_FORMS": "0",
        "lines-MAX_NUM_FORMS": "1000",
        "lines-0-id": one.pk,
        "lines-0-ORDER": "1",
        "lines-0-number": "150",
        "lines-0-name_ru": "Горячая линия",
        "lines-0-checked_on": "2026-11-24",
        "lines-0-check_again_by": "2027-11-24",
    }
    assert admin_client.post(ADDRESS, posted).status_code == 302
    assert HelpLine.objects.get().number == "150"
