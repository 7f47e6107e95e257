"""Whatever somebody sends instead of an answer: a clear word to them, nothing stored, and nothing breaks."""

import re

import pytest
from django.http import QueryDict
from wagtail_factories import ImageFactory

from quizzes import registry
from quizzes.models import EarlierAnswer, Response
from quizzes.shuffling import token_of
from tests.quizzes.builders import short_answer, single_choice, translate

from .builders import (
    gap,
    gaps,
    hand_in,
    hotspot,
    matching,
    matrix,
    multiple_choice,
    numerical,
    open_text,
    ordering,
    reflection,
    true_false,
)
from .sending import HOSTILE, HUGE

QUESTIONS = {
    "single_choice": single_choice,
    "multiple_choice": multiple_choice,
    "true_false": true_false,
    "short_answer": short_answer,
    "numerical": numerical,
    "matching": matching,
    "ordering": ordering,
    "matrix": matrix,
    "hotspot": lambda: hotspot(image=ImageFactory(file__width=400, file__height=300).pk),
    "gaps": lambda: gaps("[1], [2], [3]", gap("а"), gap("б", "chosen", "в"), gap("г", "dragged", "д")),
    "open_text": open_text,
    "reflection": reflection,
    "hand_in": hand_in,
}
TYPED = {
    "short_answer",
    "numerical",
    "gaps",
    "open_text",
    "reflection",
}  # the rest has a list of what may be sent
OWN_PARTS = ["single_choice", "multiple_choice", "matching", "matrix", "hotspot"]
OTHERS = [
    "",
    "null",
    "[]",
    '{"option": 1}',
    "{{ 7*7 }}",
    "%00%0a",
    "\x00",
    "at 50 50\x00",
    "true\x00",
    "\ufdd0\uffff",
    "е\u0301" * 20,
    "a\r\nSet-Cookie: x=1",
    "00000000-0000-0000-0000-000000000000",
]

# A browser cannot send half a letter.
NONSENSE = [one for one in [*HOSTILE, *OTHERS] if one not in (HUGE, "\ud800")]


@pytest.fixture(params=sorted(QUESTIONS))
def question(request, lesson_with, kazakh):
    """A question of each type, in a lesson that is there in Kazakh, too."""
    lesson = lesson_with(QUESTIONS[request.param]())
    translate(lesson, kazakh, {"Урок": "Сабақ"})
    return lesson.get_items()[0]


def test_every_type_is_among_them():
    assert {kind.name for kind in registry.all_types()} == QUESTIONS.keys()


def fields_of(html, item):
    """Return the names of all fields in which the page lets an answer be given."""
    if item.type.name == "hand_in":  # a file goes by its ticket
        return {item.field_name}
    names = set(re.findall(rf'name="({item.field_name}[^"]*)"', html))
    clicks = {name for name in names if re.search(r"-\d+x\d+$", name)}
    return names - clicks | {f"{name}.{axis}" for name in clicks for axis in "xy"}


@pytest.fixture
def send(signed_in, question):
    """Return a function that posts one value, or several, in every field of the question."""
    names = fields_of(signed_in.get("/kk/urok/").content.decode(), question)
    assert names

    def send(*values, do="save", only_in_one=False):
        posted = QueryDict(mutable=True)
        posted["version-" + question.id] = question.digest
        posted["was-" + question.id] = ""
        posted["do"] = do
        for name in sorted(names)[:1] if only_in_one else names:
            posted.setlist(name, values)
        return signed_in.post(
            "/kk/urok/", posted.urlencode(), content_type="application/x-www-form-urlencoded"
        )

    return send


def test_a_hundred_kilobytes_are_refused_in_kazakh_and_nothing_is_stored(send, question):
    refused = send(HUGE, only_in_one=True)
    assert refused.status_code == 422
    error = re.search(r'class="field-error" role="alert">(?:<[^>]+>)*([^<]+)', refused.content.decode())[1]
    assert set(error.lower()) & set("әғқңөұүһі"), error
    assert not Response.objects.exists()
    assert not EarlierAnswer.objects.exists()


def test_nonsense_is_refused_or_kept_as_words_and_breaks_nothing(send, question, signed_in):
    for value in NONSENSE:
        assert send(value, do=f"check:{question.id}").status_code in (302, 422), value
        page = signed_in.get("/kk/urok/")
        assert page.status_code == 200, value
        assert "<script>alert" not in page.content.decode()
        assert 'data-state="right"' not in page.content.decode(), value
        if question.type.name not in TYPED | {"ordering", "hotspot"}:  # “1” is a place
            assert not Response.objects.exclude(answer=None).exists(), value


def test_several_values_where_one_is_expected_break_nothing(send, question, signed_in):
    assert send("1", "x", "", "\x00").status_code in (302, 422)
    assert signed_in.get("/kk/urok/").status_code == 200


@pytest.mark.parametrize("question", OWN_PARTS, indirect=True)
def test_the_parts_of_another_question_are_no_answer_to_this_one(question, send):
    """Its twin has the same words in the same order, under ids of its own."""
    twin = QUESTIONS[question.type.name]()["value"]
    parts = [one["id"] for name in ("options", "columns", "areas", "pairs") for one in twin.get(name, [])]
    assert parts
    for part in parts:
        for sent in (part, token_of(question.field_name, part)):
            assert send(sent).status_code == 422
    assert not Response.objects.exists()
