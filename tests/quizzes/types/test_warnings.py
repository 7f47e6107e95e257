"""What a teacher is warned of, question type by question type: it can be marked, but does not teach or mark well."""

import pytest

from quizzes import registry
from quizzes.freezing import describe_question
from quizzes.models import QuizPage

from .builders import (
    gap,
    gaps,
    matching,
    members,
    multiple_choice,
    number,
    numerical,
    open_text,
    option,
    ordering,
    pair,
    raw,
    reflection,
    rubric,
    true_false,
)


def child_of(question):
    """Return a question as a child of a page's stream, without a database."""
    stream = QuizPage._meta.get_field("body").stream_block.to_python([question])
    return stream[0]


def item_of(question, wordings=None):
    item = describe_question(child_of(question), "ru", {})
    item.wordings = wordings or {}
    return item


def warned(question, **wordings):
    """Return {name of the field: sentence}."""
    found = registry.get(question["type"]).find_warnings(item_of(question, wordings))
    return {path.rpartition(".")[2]: str(sentence) for path, sentence in found}


def choice(*options, **more):
    return raw("single_choice", "Что это?", options=members(*options), **more)


def plain(text, is_key=False, feedback="Потому что.", percent=None):
    return {"text": text, "is_key": is_key, "feedback": feedback, "percent": percent}


def short(*answers, wrong="Подумайте ещё.", **more):
    value = {"case_sensitive": False, "strict_spelling": False, "feedback_wrong": wrong}
    listed = [{"spellings": lines, "percent": percent, "feedback": ""} for lines, percent in answers]
    return raw("short_answer", "Чем печатают?", answers=members(*listed), **(value | more))


def matrix(*rows, columns=("Да", "Нет")):
    listed = [{"text": text, "column": column, "feedback": feedback} for text, column, feedback in rows]
    return raw(
        "matrix", "Верно ли?", columns=members(*({"text": one} for one in columns)), rows=members(*listed)
    )


GOOD = [
    choice(plain("Мышь", is_key=True, feedback=""), plain("Стол")),
    multiple_choice(),
    true_false(),
    short(("клавиатура\nклава", "100"), ("кнопки", "50")),
    numerical(number("2.5"), number("3", percent="50")),
    matching(),
    ordering(),
    gaps(),
    matrix(("Мышь", 1, "Почему"), ("Стол", 2, "Почему")),
    open_text(model_answer="Например, сад."),
    open_text(rubric=rubric(("Ясность", [("0", "Нет"), ("2", "Да")]))),
    reflection(),
]


@pytest.mark.parametrize("question", GOOD, ids=lambda one: one["type"])
def test_a_question_that_says_why_is_left_in_peace(question):
    assert warned(question) == {}


MUTE = [
    (choice(plain("Мышь", is_key=True), plain("Стол", feedback="")), "feedback", "«Стол»"),
    (
        choice(plain("Мышь", is_key=True), plain("А", feedback=""), plain("Б", feedback="")),
        "feedback",
        "«А», «Б»",
    ),
    (multiple_choice(option("Мышь", True), {**option("Стол"), "feedback": ""}), "feedback", "«Стол»"),
    (true_false(True, feedback_false=""), "feedback_false", "Нет обратной связи"),
    (true_false(False, feedback_true=""), "feedback_true", "Нет обратной связи"),
    (short(("клавиатура", "100"), wrong=""), "feedback_wrong", "Нет обратной связи"),
    (numerical(feedback_wrong=""), "feedback_wrong", "Нет обратной связи"),
    (ordering(feedback_wrong=""), "feedback_wrong", "Нет обратной связи"),
    (
        matching({**pair("Мышь", "Указывать"), "feedback": ""}, pair("Экран", "Смотреть")),
        "feedback",
        "«Мышь»",
    ),
    (gaps("[1] и [2]", gap("экран"), {**gap("мышь"), "feedback": ""}), "feedback", "Пропуск 2"),
    (matrix(("Мышь", 1, ""), ("Стол", 2, "Почему")), "feedback", "«Мышь»"),
    (open_text(), "model_answer", "не на что опереться"),
]


@pytest.mark.parametrize(("question", "field", "words"), MUTE)
def test_a_question_that_does_not_say_why_is_named(question, field, words):
    assert words in warned(question)[field]


def test_the_right_answer_needs_no_feedback_of_its_own():
    assert warned(true_false(True, feedback_true="")) == {}


def test_a_long_option_is_named_by_its_beginning():
    sentence = warned(choice(plain("Мышь", is_key=True), plain("С" * 200, feedback="")))["feedback"]
    assert "С" * 39 + "…" in sentence


def test_a_star_at_the_end_says_enough_to_whoever_is_wrong():
    assert warned(short(("клавиатура", "100"), ("*", "0"), wrong="")) == {}
    assert warned(numerical(number("2.5"), number("*", percent="0"), feedback_wrong="")) == {}


HIDDEN = [
    [("*", "0"), ("клавиатура", "100")],
    [("кл*", "50"), ("клавиатура", "100")],
    [("кла*", "50"), ("клавиа*", "100")],
    [("Клавиатура", "50"), ("клавиатура.", "100")],
    [("ёлка", "50"), ("елка", "100")],
    [("клавиатура", "50"), ("мышь\nклавиатура", "100")],
    [("CPУ", "50"), ("сру", "100")],  # Latin look-alikes
]


@pytest.mark.parametrize("answers", HIDDEN)
def test_an_accepted_answer_that_an_earlier_one_takes_is_named(answers):
    assert "никогда не засчитается" in warned(short(*answers))["spellings"]


APART = [
    [("клавиатура", "100"), ("*", "0")],
    [("клавиатура", "100"), ("клавиа*", "50")],
    [(r"2\*2", "100"), ("2+2", "50")],
    [("қыс", "100"), ("кыс", "50")],  # Russian words fold no Kazakh letters
]


@pytest.mark.parametrize("answers", APART)
def test_accepted_answers_that_do_not_meet_are_left_in_peace(answers):
    assert warned(short(*answers)) == {}


def test_capitals_keep_two_answers_apart_where_they_matter():
    answers = [("Клавиатура", "100"), ("клавиатура", "50")]
    assert "spellings" in warned(short(*answers))
    assert warned(short(*answers, case_sensitive=True)) == {}


def test_kazakh_words_that_are_one_on_a_russian_keyboard_are_named():
    question = short(("сүт", "100"), ("сут", "50"), ("құлақ", "100"), ("кулак", "50"))
    item = item_of(question)
    item.content["spellings"]["kk"] = item.content["spellings"]["ru"]
    found = registry.get("short_answer").find_warnings(item)
    assert len(found) == 1  # three letters are too few to be folded
    assert "«кулак»" in found[0][1]
    assert "«құлақ»" in found[0][1]


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ([number("10", tolerance="1"), number("10.5", percent="50")], "10.5 никогда не засчитается"),
        ([number("10"), number("10", percent="50")], "10 никогда не засчитается"),
        ([number("100", tolerance="0.1", kind="relative"), number("110", percent="50")], "110 никогда"),
        ([number("10", tolerance="1"), number("12", percent="50", tolerance="1.5")], "10 и 12 пересекаются"),
        ([number("-5", tolerance="0.1", kind="relative"), number("-5.4", percent="50")], "-5.4 никогда"),
    ],
)
def test_numbers_whose_tolerances_meet_are_named(answers, words):
    assert words in warned(numerical(*answers))["value"]


@pytest.mark.parametrize(
    "answers",
    [
        [number("10", tolerance="0.4"), number("10.5", percent="50")],
        [number("0", tolerance="0.5", kind="relative"), number("1", percent="50")],
        [number("10", tolerance="1"), number("*", percent="0")],
    ],
)
def test_numbers_that_do_not_meet_are_left_in_peace(answers):
    assert warned(numerical(*answers)) == {}


def test_an_exact_answer_inside_a_later_tolerance_is_how_one_gives_part_of_the_mark():
    answers = [number("10"), number("10", percent="50", tolerance="1")]
    assert "value" not in warned(numerical(*answers))


def test_a_wrong_option_that_earns_everything_is_named():
    assert "«Стол»" in warned(choice(plain("Мышь", is_key=True), plain("Стол", percent="100")))["percent"]


def test_a_rubric_worth_nothing_is_named():
    nothing = rubric(("Ясность", [("0", "Нет"), ("0.000", "Да")]))
    assert "не даёт баллов" in warned(open_text(rubric=nothing))["levels"]


def test_a_table_with_one_answer_for_all_rows_is_named():
    assert "выбирать не из чего" in warned(matrix(("Мышь", 1, "!"), ("Стол", 1, "!")))["column"]


def test_options_that_read_the_same_in_a_translation_are_named():
    question = choice(plain("Мышь", is_key=True), plain("Тышқан"))
    paths = [f"options.{one['id']}.text" for one in question["value"]["options"]]
    found = warned(question, kk={paths[0]: "Тышқан", paths[1]: "тышқан "})
    assert "«тышқан»" in found["text"]
    assert warned(question, kk={paths[0]: "Тінтуір", paths[1]: "Тышқан"}) == {}
