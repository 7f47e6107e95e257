"""Files come from many programs, some of them older than their readers."""

import pytest

from quizzes.formats.decoding import MOST_BYTES, text_of
from quizzes.formats.exchange import NotAQuestionFile
from quizzes.formats.forms import TextForm

KAZAKH = "Қай қала үлкен?"
RUSSIAN = "Где хранят файлы?"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (KAZAKH.encode(), KAZAKH),
        (KAZAKH.encode("utf-8-sig"), KAZAKH),
        (KAZAKH.encode("utf-16"), KAZAKH),
        (RUSSIAN.encode("cp1251"), RUSSIAN),
        ("Où est le café à côté ?".encode("cp1252"), "Où est le café à côté ?"),
        (b"one\r\ntwo\rthree", "one\ntwo\nthree"),
        (b"", ""),
    ],
)
def test_text_is_read_whatever_wrote_it(data, text):
    assert text_of(data) == text


@pytest.mark.parametrize("data", [b"PK\x03\x04\x00\x00", b"x" * (MOST_BYTES + 1)])
def test_what_is_no_text_or_too_much_is_refused(data):
    with pytest.raises(NotAQuestionFile):
        text_of(data)


def test_a_mark_that_was_copied_with_the_text_is_no_part_of_the_question():
    form = TextForm({"text": "\ufeffЧем указывают? {=мышь}"})
    assert form.is_valid()
    assert form.cleaned_data["text"].startswith("Чем")
