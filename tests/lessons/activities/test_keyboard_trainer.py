"""A teacher writes lines to type; each is typed on the keyboard of its language."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from lessons.activities.keyboard_trainer.layouts import LAYOUTS, layout_of, typable
from lessons.blocks import lesson_blocks
from tests.lessons.builders import keyboard_trainer
from tests.quizzes.builders import translate


def made(*lines):
    block = dict(lesson_blocks())["keyboard_trainer"]
    return block, block.to_python(keyboard_trainer(*lines)["value"])


@pytest.mark.parametrize(
    ("line", "language", "layout"),
    [
        ("Қазақстан", "ru", "kk"),
        ("үй", "en", "kk"),
        ("мама", "ru", "ru"),
        ("мама", "kk", "kk"),
        ("мама", "en", "ru"),
        ("объявление", "kk", "ru"),
        ("mail", "kk", "en"),
        ("2026", "kk", "ru"),
        ("2026", "en", "ru"),
    ],
)
def test_a_line_is_typed_on_the_keyboard_of_its_language(line, language, layout):
    assert layout_of(line, language) == layout


def test_the_nine_kazakh_letters_sit_on_the_row_of_digits():
    row = LAYOUTS["kk"].plain[0]
    assert [row[at] for at in (2, 3, 4, 5, 8, 9, 10, 11, 12)] == list("әіңғүұқөһ")


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_key_has_a_sign_with_shift_and_no_sign_has_two_keys(name):
    layout = LAYOUTS[name]
    assert (
        [len(row) for row in layout.plain]
        == [len(row) for row in layout.shifted]
        == [13, len(layout.plain[1]), 11, 10]
    )
    signs = "".join(layout.plain + layout.shifted)
    assert len(set(signs)) == len(signs)


def test_every_letter_of_the_language_has_a_key():
    alphabets = {"ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "en": "abcdefghijklmnopqrstuvwxyz"}
    alphabets["kk"] = "аәбвгғдежзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
    for name, letters in alphabets.items():
        assert set(letters + letters.upper()) <= LAYOUTS[name].characters


def test_what_a_word_processor_prettified_can_be_typed():
    assert typable("«Ана — үй…»", "kk") == '"Ана үй..."'
    assert typable("«Дом» — мой", "ru") == '"Дом" - мой'
    assert typable("→ home", "en") == "home"


def test_a_learner_reads_the_lines_in_their_language_with_its_keyboard(write, read, kazakh):
    page = write(keyboard_trainer("мама", "дом"))
    words = {"Урок": "Сабақ", "Напечатайте слова": "Сөздерді теріңіз", "мама\nдом": "ана\nүй\nтау"}
    translate(page, kazakh, words)
    html = read("/kk/urok/")
    assert [line.get_text() for line in html.select("[data-line]")] == ["ана", "үй", "тау"]
    assert [step["data-layout"] for step in html.select("[data-step]")] == ["kk", "kk", "kk"]
    keys = html.select_one("[data-keys]")
    assert keys["data-kk"].startswith('("әіңғ')
    assert not keys.get("data-ru")
    assert not html.article.find(attrs={"lang": True})
    assert [step["data-layout"] for step in read().select("[data-step]")] == ["ru", "ru"]


def test_lines_that_nobody_translated_say_their_language(write, read, kazakh):
    translate(write(keyboard_trainer("мама", "дом")), kazakh, {"Урок": "Сабақ"})
    assert {line.get("lang") for line in read("/kk/urok/").select("[data-line]")} == {"ru"}


def test_lines_are_found_by_a_search(write):
    page = write(keyboard_trainer("Қазақстан"))
    assert "Қазақстан" in " ".join(page.body.stream_block.get_searchable_content(page.body))


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["→ ✓"], "хотя бы одну строку"),
        (["мама"] * 13, "Не больше 12"),
        (["а" * 41], "длиннее 40"),
    ],
)
def test_a_teacher_is_told_what_nobody_could_type(lines, said):
    block, value = made(*lines)
    with translation.override("ru"), pytest.raises(ValidationError) as refused:
        block.clean(value)
    assert said in refused.value.block_errors["lines"].messages[0]


def test_words_are_data(write, client):
    nasty = "<script>alert(1)</script>"
    write(keyboard_trainer(nasty, title=nasty))
    assert "<script>alert" not in client.get("/ru/urok/").content.decode()
