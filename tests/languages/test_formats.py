"""Dates, numbers and money as people in Kazakhstan write them."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from django import forms
from django.template import Context, Template
from django.utils import translation
from django.utils.formats import date_format, number_format

NO_BREAK = "\xa0"
WEEK = [date(2026, 1, day) for day in range(5, 12)]  # Monday to Sunday


@pytest.fixture(autouse=True)
def kazakh():
    with translation.override("kk"):
        yield


def test_a_date_is_written_in_words():
    assert date_format(date(2026, 1, 5)) == "2026 ж. 5 қаңтар"


def test_a_short_date_has_the_day_first():
    assert date_format(date(2026, 1, 5), "SHORT_DATE_FORMAT") == "05.01.2026"


def test_a_time_has_twenty_four_hours():
    assert date_format(datetime(2026, 1, 5, 17, 30), "TIME_FORMAT") == "17:30"


def test_months_are_written_small_inside_a_date():
    months = [date_format(date(2026, month, 1), "E") for month in range(1, 13)]
    assert months == (
        [
            "қаңтар",
            "ақпан",
            "наурыз",
            "сәуір",
            "мамыр",
            "маусым",
            "шілде",
            "тамыз",
            "қыркүйек",
            "қазан",
            "қараша",
            "желтоқсан",
        ]
    )


def test_the_days_of_the_week_are_kazakh():
    assert [date_format(day, "D") for day in WEEK] == ["дс", "сс", "ср", "бс", "жм", "сн", "жс"]
    assert [date_format(day, "l") for day in WEEK] == [
        "Дүйсенбі",
        "Сейсенбі",
        "Сәрсенбі",
        "Бейсенбі",
        "Жұма",
        "Сенбі",
        "Жексенбі",
    ]


def test_a_number_has_a_comma_and_groups_of_three():
    assert number_format(Decimal("1234567.5"), use_l10n=True, force_grouping=True) == "1 234 567,5".replace(
        " ", NO_BREAK
    )


def test_money_stays_on_one_line():
    page = Template("{% load lifelong_languages %}{{ price|tenge }}").render(Context({"price": 25000}))
    assert page == "25 000 ₸".replace(" ", NO_BREAK)


@pytest.mark.parametrize("typed", ["05.01.2026", "05.01.26", "2026-01-05"])
def test_a_typed_date_is_read_with_the_day_first(typed):
    assert forms.DateField(localize=True).clean(typed) == date(2026, 1, 5)


def test_whoever_reads_english_here_meets_no_american_date():
    moment = datetime(2026, 12, 11, 17, 30)
    with translation.override("en"):
        assert date_format(moment, "DATETIME_FORMAT") == "11 December 2026, 17:30"
        assert date_format(moment, "SHORT_DATETIME_FORMAT") == "11.12.2026 17:30"
        assert date_format(moment, "MONTH_DAY_FORMAT") == "11 December"
        for typed in ("11.12.2026", "11/12/2026", "2026-12-11"):
            assert forms.DateField(localize=True).clean(typed) == moment.date()
