"""Writing a few sentences or a page: what is read, what is refused, and what nobody marks by rule."""

import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict

from quizzes.types.open_text.type import MOST_CHARACTERS, count_words
from tests.quizzes.builders import translate

from .builders import clean, complaints, frozen, open_text, rubric

RULES = {"least_words": None, "most_words": None, "lines": 6, "rubric": []}
ITEM = frozen("open_text", RULES)


def posted(text):
    sent = QueryDict(mutable=True)
    sent["item-q"] = text
    return sent


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\t \r\n", "\u00a0", "\u2003", "\x00", "\x00\x07 "])
def test_nothing_written_is_not_an_answer(text):
    assert ITEM.read(posted(text)) is None


def test_a_form_without_the_field_holds_no_answer():
    assert ITEM.read(QueryDict("item-other=x")) is None


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("0", "0"),
        ("Мен көмектесемін.", "Мен көмектесемін."),
        ("Ә ғ қ ң ө ұ ү һ і", "Ә ғ қ ң ө ұ ү һ і"),
        ("первая\r\nвторая\rтретья\nчетвёртая", "первая\nвторая\nтретья\nчетвёртая"),
        ("\nс новой строки", "\nс новой строки"),
        ("конец \n", "конец \n"),
        ("стол\x00ы", "столы"),
        ("звон\x07ок\x1b[31m", "звонок[31m"),
        ("отступ\tзнаком", "отступ\tзнаком"),
        ("👩‍🏫 учит", "👩‍🏫 учит"),
        ("й", "й"),  # й of two characters stays as it was typed
        ("مرحبا שלום", "مرحبا שלום"),
        ("\u202eязаркс", "\u202eязаркс"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("</textarea><script>x</script>", "</textarea><script>x</script>"),
        ("{{ item.rules }} {% load x %}", "{{ item.rules }} {% load x %}"),
        ("'; DROP TABLE answers; --", "'; DROP TABLE answers; --"),
        ("=HYPERLINK(1)", "=HYPERLINK(1)"),
        ("\ufffd", "\ufffd"),
        ("12,5 тг", "12,5 тг"),
        ("Мен уйрендим", "Мен уйрендим"),  # typed on a Russian keyboard
        ("null", "null"),
        ('{"text": ["x"]}', '{"text": ["x"]}'),
        ("мысль\x7f", "мысль"),
        ("x² ≠ ½", "x² ≠ ½"),
        ("а" * MOST_CHARACTERS, "а" * MOST_CHARACTERS),
    ],
)
def test_what_was_written_is_kept_as_it_was_written(text, kept):
    assert ITEM.read(posted(text)) == {"text": kept}


@pytest.mark.parametrize("text", ["а" * (MOST_CHARACTERS + 1), "слово " * 20_000, "\U0001f600" * 25_000])
def test_a_text_of_a_hundred_kilobytes_is_refused_in_words(text):
    with pytest.raises(ValidationError, match="Текст слишком длинный"):
        ITEM.read(posted(text))
    assert ITEM.type.echo(posted(text), "item-q") == {"text": text}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("— … ! ?", 0),
        ("Слово", 1),
        ("Ата-ана балаға кітап оқиды.", 4),
        ("кое-кто  и\nещё", 3),
        ("don't stop", 2),
        ("1 234,5 тг", 4),
        ("«Қала» — бұл «үй».", 3),
    ],
)
def test_words_are_counted_as_people_count_them(text, words):
    assert count_words(text) == words


@pytest.mark.parametrize(
    ("least", "most", "words", "says"),
    [
        (None, None, 1, ""),
        (3, None, 3, ""),
        (3, None, 2, "Слов пока: 2, нужно не меньше: 3"),
        (None, 3, 3, ""),
        (None, 3, 4, "Слов пока: 4, можно не больше: 3"),
        (2, 2, 2, ""),
    ],
)
def test_too_short_and_too_long_are_said_before_it_is_handed_in(least, most, words, says):
    rules = RULES | {"least_words": least, "most_words": most}
    said = ITEM.type.why_not_yet(rules, {"text": "слово " * words})
    assert says in said
    assert bool(says) == bool(said)


def test_no_rule_marks_it():
    assert ITEM.mark({"text": "Что угодно"}, "kk").fraction is None


def test_what_a_teacher_reads_is_text_and_nothing_that_runs():
    shown = ITEM.type.show({"text": "<b>раз</b>\n\nдва"})
    assert shown == "<p>&lt;b&gt;раз&lt;/b&gt;</p>\n\n<p>два</p>"


def test_a_smallest_number_of_words_above_the_largest_is_refused():
    with pytest.raises(ValidationError) as refused:
        clean(open_text(least_words=10, most_words=5))
    assert "most_words" in complaints(refused.value)


def test_two_levels_worth_the_same_are_refused():
    with pytest.raises(ValidationError):
        clean(open_text(rubric=rubric(("Ясность", [("1", "Неясно"), ("1.0", "Ясно")]))))


def test_a_rubric_and_limits_are_taken():
    value = clean(open_text(rubric=rubric(("Ясность", [("0", "Неясно"), ("2", "Ясно")])), least_words=5))
    assert value["rubric"][0]["levels"][1]["points"] == 2


def test_words_are_translated_and_numbers_are_not(lesson_with, client, kazakh):
    lesson = lesson_with(
        open_text(rubric=rubric(("Ясность", [("0", "Неясно"), ("2", "Ясно")])), model_answer="Образец")
    )
    before = lesson.get_items()[0].digest
    words = {
        "Расскажите о себе.": "Өзіңіз туралы айтыңыз.",
        "Ясность": "Анықтығы",
        "Ясно": "Анық",
        "Образец": "Үлгі",
    }
    translate(lesson, kazakh, words)
    item = lesson.get_items()[0]
    assert item.digest == before
    assert set(item.wordings["kk"].values()) == set(words.values())
    html = client.get("/kk/urok/").content.decode()
    assert "Өзіңіз туралы айтыңыз." in html
    assert not [word for word in ("Анық", "Үлгі", "Ясно", "Неясно", "Образец") if word in html]


def test_a_missing_translation_falls_back_with_its_language(lesson_with, client, kazakh):
    translate(lesson_with(open_text()), kazakh, {})
    assert '<span lang="ru">Расскажите о себе.</span>' in client.get("/kk/urok/").content.decode()


def test_what_was_written_comes_back_into_the_field_to_the_letter(lesson_with, signed_in):
    lesson = lesson_with(open_text())
    item = lesson.get_items()[0]
    text = "\n  Начало </textarea> & конец\n"
    signed_in.post("/ru/urok/", {item.field_name: text, f"version-{item.id}": item.digest, "do": "save"})
    html = signed_in.get("/ru/urok/").content.decode()
    assert ">\n\n  Начало &lt;/textarea&gt; &amp; конец\n</textarea>" in html
