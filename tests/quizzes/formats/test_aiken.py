"""Aiken: what teachers type fastest."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.formats import aiken
from quizzes.formats.exchange import NotAQuestionFile, Question
from quizzes.formats.registry import likely_format
from quizzes.formats.storing import check

TWO = """Где хранят файлы?
A. В папке
B) В клавиатуре
ANSWER: A

Ең үлкен қала
қайсысы?
A. Алматы
B. Шымкент
C. Тараз, ол
   кіші
ANSWER: A
"""

pytestmark = pytest.mark.usefixtures("in_english")


def told(text):
    return [(trouble.line, trouble.message) for trouble in aiken.read(text).troubles]


def test_questions_options_and_the_key_are_read():
    first, second = aiken.read(TWO).questions
    assert first.stem == "Где хранят файлы?"
    assert first.value["options"] == [
        {"text": "В папке", "is_key": True},
        {"text": "В клавиатуре", "is_key": False},
    ]
    assert second.stem == "Ең үлкен қала\nқайсысы?"
    assert second.value["options"][2]["text"] == "Тараз, ол кіші"
    assert (first.line, second.line) == (1, 6)
    for question in (first, second):
        check(question)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("Q\nA. a\nB. b\nANSWER: C", 1, "The answer “C” is none of the options."),
        ("Q\nA. a\nB. b\nANSWER:", 1, "The answer “” is none of the options."),
        ("\n\nA. a\nB. b\nANSWER: A", 3, "The question itself is missing."),
        ("Q\nANSWER: A", 1, "There are no options such as “A. …”."),
        ("Q\nA. a\nA. b\nANSWER: A", 1, "There are two options “A”."),
        (f"{TWO}\nQ\nA. a\nB. b\n", 14, "The answer is missing: no line says ANSWER: after this."),
    ],
)
def test_what_is_no_question_is_told_with_its_line(text, line, message):
    assert told(text) == [(line, message)]


def test_a_text_without_answers_is_no_aiken_file():
    with pytest.raises(NotAQuestionFile):
        aiken.read("Список покупок")


def test_the_format_is_found_out():
    assert likely_format(TWO) == "aiken"
    assert likely_format("Q {=a ~b}") == "gift"


def test_what_is_written_is_read_back():
    first, second = aiken.read(TWO).questions
    again = aiken.read(aiken.write([first, second]).text).questions
    assert again[0].value == first.value
    assert again[1].stem == "Ең үлкен қала қайсысы?"


def test_what_aiken_has_no_words_for_is_told():
    options = [{"text": "a", "is_key": True, "feedback": "Да"}, {"text": "b", "is_key": False}]
    questions = [
        Question("single_choice", {"stem": "Q", "options": options}),
        Question("true_false", {"stem": "T", "is_true": True}),
        Question("single_choice", {"stem": "A. x", "options": options}),
    ]
    writing = aiken.write(questions)
    assert writing.text == "Q\nA. a\nB. b\nANSWER: A\n"
    assert [(trouble.line, trouble.is_left_out) for trouble in writing.troubles] == [
        (1, False),
        (2, True),
        (3, True),
    ]


@given(st.text(alphabet="AB. )\nANSWER:x", max_size=120))
def test_no_text_breaks_the_reader(text):
    with suppress(NotAQuestionFile):
        aiken.read(text)
