"""Typing a number."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import override

from quizzes.types.numerical.marking import is_within
from quizzes.types.numerical.reading import on_digit_keys, plain, read_number
from quizzes.types.numerical.units import factor_of
from tests.quizzes.builders import translate

from .builders import clean, complaints, frozen, number, numerical, unit

NBSP, NARROW, THIN = "\u00a0", "\u202f", "\u2009"


@pytest.mark.parametrize(
    ("typed", "value", "beside"),
    [
        ("0", "0", ""),
        ("007", "7", ""),
        ("12,5", "12.5", ""),
        ("12.5", "12.5", ""),
        (",5", "0.5", ""),
        ("+5", "5", ""),
        ("-5", "-5", ""),
        ("\u22125", "-5", ""),  # a minus sign
        ("– 5", "-5", ""),  # a dash, as word processors make of it
        ("6 400 000", "6400000", ""),
        (f"6{NBSP}400{NARROW}000,5", "6400000.5", ""),
        (f"6{THIN}400", "6400", ""),
        ("6,400,000", "6400000", ""),
        ("6.400.000", "6400000", ""),
        ("1,234.5", "1234.5", ""),
        ("1.234,5", "1234.5", ""),
        ("1,500", "1.5", ""),  # one comma is a decimal one
        ("1e3", "1000", ""),
        ("1Е3", "1000", ""),  # Cyrillic
        ("1.5x10^3", "1500", ""),
        ("1,5 × 10^-3", "0.0015", ""),
        ("1,5·10³", "1500", ""),
        ("2х10**2", "200", ""),
        ("10⁻²", "0.01", ""),
        ("１２", "12", ""),  # full width
        ("50 %", "50", "%"),
        ("₸ 500", "500", "₸"),
        ("25 000 тг.", "25000", "тг"),
        ("5 м²", "5", "м²"),
        ("3.14 frogs", "3.14", "frogs"),
        ("10-12", "10", "-12"),
        ("1/2", "1", "/2"),
        ("1, 5", "1", ", 5"),
        ("\u200b5.", "5", ""),
        ("1" * 60, "1" * 60, ""),
    ],
)
def test_a_number_is_read_as_people_write_it(typed, value, beside):
    reading = read_number(typed)
    assert (plain(reading.number), reading.beside) == (value, beside)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "-",
        ".",
        "сорок",
        "қырық екі",
        "12.05.2024",
        "1,2,3",
        "1.23.456",
        "1,234.567,8",
        "1e301",
        "1e-99999999999",
        "∞",
        "NaN",
        "Infinity",
        "½",
        "<script>",
    ],
)
def test_what_is_no_number_is_not_taken_for_one(typed):
    assert read_number(typed) is None


@pytest.mark.parametrize("piece", ["1", "1 ", "1,", "10^", "x10^", "1e", "-", " ", "м", "\u0301"])
def test_a_long_text_is_read_in_no_time(piece):
    read_number(piece * 20_000)


@pytest.mark.parametrize(
    ("value", "wanted", "tolerance", "kind", "fits"),
    [
        ("3.14", "3.14", "", "nominal", True),
        ("3.140", "3.14", "0", "nominal", True),
        ("3.15", "3.14", "0.01", "nominal", True),  # bounds count
        ("3.13", "3.14", "0.01", "nominal", True),
        ("3.1500001", "3.14", "0.01", "nominal", False),
        ("105", "100", "0.05", "relative", True),
        ("95", "100", "0.05", "relative", True),
        ("105.0001", "100", "0.05", "relative", False),
        ("-105", "-100", "0.05", "relative", True),
        ("-94.9", "-100", "0.05", "relative", False),
        ("0", "0", "0.5", "relative", True),
        ("0.1", "0", "0.5", "relative", False),
        ("0.30000000000000004", "0.3", "0", "nominal", True),  # what floating point made of 0.1 + 0.2
        ("0.3000000000001", "0.3", "0", "nominal", False),
        ("1e-29", "0", "0", "nominal", True),  # Moodle's ε of ε around nought
        ("1e-20", "0", "0", "nominal", False),
        ("1e300", "1e300", "0", "nominal", True),
        ("-5", "5", "0", "nominal", False),
        ("6400000", "6400000", "0", "relative", True),
    ],
)
def test_a_tolerance_reaches_as_far_as_it_says(value, wanted, tolerance, kind, fits):
    assert is_within(Decimal(value), wanted, tolerance, kind) is fits


POWER = [("1", ["Вт"]), ("1000000", ["МВт"]), ("0.001", ["мВт"])]
WAYS = [("1", ["м", "m"]), ("1000", ["км", "km", "шақырым"]), ("1", ["м²"]), ("1", ["км/ч"]), ("1", ["₸"])]


@pytest.mark.parametrize(
    ("beside", "units", "factor"),
    [
        ("км", WAYS, "1000"),
        ("КМ", WAYS, "1000"),
        ("Km", WAYS, "1000"),
        ("км.", WAYS, "1000"),
        ("шакырым", WAYS, "1000"),  # a Russian keyboard
        ("м2", WAYS, "1"),
        ("км / ч", WAYS, "1"),
        ("теңге", WAYS, "1"),
        ("тг", WAYS, "1"),
        ("тенге", WAYS, "1"),
        ("лягушек", WAYS, None),
        ("%", WAYS, None),
        ("", WAYS, None),
        ("км км", WAYS, None),
        ("МВт", POWER, "1000000"),
        ("мВт", POWER, "0.001"),
        ("вт", POWER, "1"),
        ("₸", POWER, None),
    ],
)
def test_a_unit_is_known_by_its_spellings(beside, units, factor):
    assert factor_of(beside, units, language="kk") == factor


def asked(*answers, units=(), unit_rule="none"):
    """A frozen number question; a unit is (factor, spellings in Russian, spellings in Kazakh)."""
    rules = {
        "answers": [{"id": str(n), **answer} for n, answer in enumerate(answers)],
        "unit_rule": unit_rule,
        "units": [{"id": str(n), "factor": factor} for n, (factor, *_) in enumerate(units)],
    }
    spellings = {
        language: {f"units.{n}.spellings": one[place] for n, one in enumerate(units)}
        for place, language in ((1, "ru"), (2, "kk"))
    }
    return frozen("numerical", rules, spellings)


METRES = [("1", ["м"], ["м", "метр"]), ("1000", ["км"], ["км", "шақырым"]), ("0.01", ["см"], ["см"])]
PLAIN = asked(number("6400000"), number("6000000", "50", "0.1", "relative"))
OPTIONAL = asked(number("2500"), units=METRES, unit_rule="optional")
REQUIRED = asked(number("2500"), units=METRES, unit_rule="required")
STARRED = asked(number("1"), number("*", "25"))


@pytest.mark.parametrize(
    ("question", "typed", "language", "fraction"),
    [
        (PLAIN, "6400000", "ru", "1"),
        (PLAIN, "6 400 000", "kk", "1"),
        (PLAIN, "6,4x10^6", "ru", "1"),
        (PLAIN, "6 400 000 ₸", "kk", "1"),
        (PLAIN, "6 400 000 теңге", "kk", "1"),
        (PLAIN, "6 400 000 тенге", "ru", "1"),
        (PLAIN, "₸6,400,000", "en", "1"),
        (PLAIN, "6 500 000", "ru", "0.5"),
        (PLAIN, "5 400 000", "ru", "0.5"),
        (PLAIN, "5 399 999", "ru", "0"),
        (PLAIN, "6 400 000 лягушек", "ru", "0"),
        (PLAIN, "алты миллион", "kk", "0"),
        (PLAIN, "0", "ru", "0"),
        (PLAIN, "<script>6400000</script>", "ru", "0"),
        (PLAIN, "' OR 1=1 --", "ru", "0"),
        (PLAIN, "9" * 200, "ru", "0"),
        (asked(number("25")), "әғ", "kk", "1"),  # on the Kazakh layout
        (asked(number("25")), "ә5", "ru", "1"),
        (asked(number("25")), "ән", "kk", "0"),
        (OPTIONAL, "әғққ", "kk", "1"),
        (OPTIONAL, "2500", "ru", "1"),
        (OPTIONAL, "2,5 км", "ru", "1"),
        (OPTIONAL, "250 000 см", "ru", "1"),
        (OPTIONAL, "2,5", "ru", "0"),
        (OPTIONAL, "2,5 км", "en", "1"),  # nobody translated the units: the source's count
        (OPTIONAL, "2500 ₸", "ru", "0"),
        (REQUIRED, "2500 м", "ru", "1"),
        (REQUIRED, "2,5 шақырым", "kk", "1"),
        (REQUIRED, "2,5 шакырым", "kk", "1"),
        (REQUIRED, "2,5 шақырым", "ru", "0"),
        (REQUIRED, "2500", "ru", "0"),
        (REQUIRED, "2,5 frogs", "en", "0"),
        (STARRED, "1", "ru", "1"),
        (STARRED, "2", "ru", "0.25"),
        (STARRED, "не знаю", "ru", "0.25"),
        (asked(number("*"), number("1", "50")), "1", "ru", "1"),  # the first match wins
        (asked(number("0")), "0", "ru", "1"),
        (asked(number("0.1")), "10 %", "ru", "0"),
    ],
)
def test_a_number_earns_what_the_first_match_gives(question, typed, language, fraction):
    assert question.mark({"text": typed}, language).fraction == Decimal(fraction)


@pytest.mark.parametrize(
    ("question", "typed", "note"),
    [
        (PLAIN, "6400000,50", f"Мы прочитали: 6{NBSP}400{NBSP}000,50"),
        (PLAIN, "5₸", "Мы прочитали: 5 ₸"),
        (PLAIN, "сорок", "Не удалось прочитать это как число. Напишите его цифрами, например 12,5."),
        (PLAIN, "5 лягушек", "Мы прочитали число 5, но не поняли, что написано рядом: «лягушек»."),
        (PLAIN, "ә,ғ", "Мы прочитали: 2,5"),
        (REQUIRED, "5", "Напишите и единицу измерения."),
        (REQUIRED, "ғ", "Напишите и единицу измерения."),
    ],
)
def test_the_learner_is_told_how_the_number_was_read(question, typed, note):
    assert question.mark({"text": typed}, "ru").note == note


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("әғ", "25"),
        ("ӘҒ", "25"),
        ('"ә', "12"),
        ("«ә", "12"),  # a quotation mark, as telephones make of it
        ("іңүұқ", "34890"),
        ("ә,ғ", "2,5"),
        ("-ә.ғ", "-2.5"),
        ("ә қққ", "2 000"),
        ("2ғ", "25"),
    ],
)
def test_digit_keys_of_the_kazakh_layout_are_read_as_digits(typed, meant):
    assert on_digit_keys(typed) == meant


@pytest.mark.parametrize(
    "typed", ["", "25", '"5"', ",", '","', "ә кг", "екі", "үйге", "әe3", "ә/ғ", "5 м", "№"]
)
def test_what_no_digit_keys_wrote_is_left_alone(typed):
    assert on_digit_keys(typed) == ""


def test_the_words_about_the_reading_are_chosen_when_they_are_shown():
    note = PLAIN.mark({"text": "6.5"}, "ru").note
    with override("en"):
        assert str(note) == "We read: 6.5"
    with override("kk"):
        assert str(note) == "Біз оқыдық: 6,5"


def test_what_is_no_number_is_not_called_a_wrong_one():
    assert PLAIN.mark({"text": "сорок"}, "ru").feedback == ()
    assert PLAIN.mark({"text": "40"}, "ru").feedback == ("feedback_wrong",)


@pytest.mark.parametrize("posted", ["", "item-q=", "item-q=%20%20", "item-q=%C2%A0", "item-other=1"])
def test_an_empty_field_is_not_an_answer(posted):
    assert PLAIN.read(QueryDict(posted)) is None


def test_what_was_typed_is_kept_as_it_was_typed():
    assert PLAIN.read(QueryDict("item-q=0")) == {"text": "0"}
    assert PLAIN.read(QueryDict("item-q=3.14+frogs")) == {"text": "3.14 frogs"}


@pytest.mark.parametrize("piece", ["1", "м", "\u0301"])
def test_a_huge_answer_is_refused_in_words(piece):
    sent = QueryDict(mutable=True)
    sent["item-q"] = piece * 100_000
    with pytest.raises(ValidationError, match="слишком длинный"):
        PLAIN.read(sent)


ONE_KM = unit("км", "1000")


@pytest.mark.parametrize(
    ("question", "field", "complaint"),
    [
        (numerical(number("1", "50")), "answers", "100 %"),
        (numerical(number("*"), number("1")), "answers", "последней"),
        (numerical(number("1", tolerance="-1")), "answers", "меньше нуля"),
        (numerical(number("1", tolerance="5", kind="relative")), "answers", "0,05"),
        (numerical(units=[ONE_KM]), "units", "перечислены"),
        (numerical(unit_rule="required"), "units", "Перечислите"),
        (numerical(units=[unit("км", "0")], unit_rule="optional"), "units", "больше нуля"),
        (numerical(units=[ONE_KM, unit("м\nкм ", "1")], unit_rule="optional"), "units", "одинаково"),
    ],
)
def test_the_editor_says_what_is_wrong(question, field, complaint):
    with pytest.raises(ValidationError) as caught:
        clean(question)
    assert complaint in complaints(caught.value)[field]


@pytest.mark.parametrize("written", ["сорок", "5 км", "", "**", "1.2.3", "1" * 51])
def test_a_key_must_be_a_number(written):
    with pytest.raises(ValidationError):
        clean(numerical(number(written)))


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("3,14", "3.14"),
        ("6 400 000", "6400000"),
        ("1,5x10^3", "1500"),
        (2.5, "2.5"),
        (0, "0"),
        ("-0,50", "-0.5"),
    ],
)
def test_a_key_may_be_written_as_people_write(written, kept):
    assert clean(numerical(number(written)))["answers"][0]["value"] == kept


def test_the_editor_takes_units_that_differ_by_capitals():
    units = [unit("МВт", "1000000"), unit("мВт", "0,001")]
    assert clean(numerical(units=units, unit_rule="required"))["units"][1]["factor"] == "0.001"


def test_a_learner_reads_how_the_number_was_read_and_why_it_is_right(lesson_with, checked):
    html = checked(lesson_with(numerical()), "2,50")
    assert 'value="2,50"' in html
    assert "<p>Мы прочитали: 2,50</p><p>О числе 2.5</p>" in html
    assert "feedback-right" in html


def test_what_was_typed_stays_on_screen_though_it_is_no_number(lesson_with, checked):
    html = checked(lesson_with(numerical()), "2 <b>лягушки</b>")
    assert 'value="2 &lt;b&gt;лягушки&lt;/b&gt;"' in html
    assert "«&lt;b&gt;лягушки&lt;/b&gt;»" in html
    assert "feedback-wrong" in html
    assert "Посчитайте" not in html


def test_a_keypad_has_letters_where_a_unit_is_asked_for(lesson_with, client):
    lesson_with(numerical(), numerical(units=[ONE_KM], unit_rule="required"))
    html = client.get("/ru/urok/").content.decode()
    assert html.count('inputmode="decimal"') == html.count("data-digit-row") == 1
    assert "Ваш ответ: число и единица измерения" in html


def test_units_and_words_are_translated_and_numbers_are_not(lesson_with, checked, kazakh):
    lesson = lesson_with(numerical(units=[unit("км")], unit_rule="required"))
    translate(lesson, kazakh, {"км": "шақырым\nкм", "О числе 2.5": "2,5 туралы"})
    item = lesson.get_items()[0]
    assert set(item.wordings["kk"]) == {f"answers.{item.rules['answers'][0]['id']}.feedback"}
    assert item.mark({"text": "2,5 шакырым"}, "kk").fraction == 1
    assert item.mark({"text": "2,5 шакырым"}, "ru").fraction == 0
    html = checked(lesson, "2,5 шақырым", "/kk/urok/")
    assert "2,5 туралы" in html
    assert "Біз оқыдық: 2,5 шақырым" in html


def test_a_translator_is_never_shown_a_number(lesson_with, kazakh):
    from wagtail_localize.segments.extract import extract_segments

    lesson = lesson_with(
        numerical(number("12345", tolerance="678"), units=[unit("км", "91011")], unit_rule="optional")
    )
    shown = " ".join(str(getattr(segment, "string", "")) for segment in extract_segments(lesson))
    assert "км" in shown
    assert not any(key in shown.replace("О числе 12345", "") for key in ("12345", "678", "91011"))
