"""Whoever writes somebody else's ids into a form, or nonsense, reads and changes nothing of theirs."""

import re
import uuid

import pytest

from courses.models import Enrolment
from lessons.models import ActivityRecord, LessonRecord
from quizzes.models import Attempt, EarlierAnswer, ItemVersion, Response

from . import table
from .answering import answers_to, saved, started

pytestmark = pytest.mark.crawl

LEARNERS_ROWS = (Attempt, Response, EarlierAnswer, LessonRecord, ActivityRecord, Enrolment)
PLACES = ("lesson", "quiz")
VERBS = ("save", "start", "check:{item}", "finish", "done", "activity:{item}", "language:kk", "leave", "")
NOBODY = str(uuid.UUID(int=0))


@pytest.fixture
def aigerim(school, visit):
    """She takes the course, and has answered the lesson and the test."""
    learner = visit("learner")
    started(learner, "quiz")
    for place in PLACES:
        saved(learner, place, typed="только моё")
    return learner


@pytest.fixture
def bolat(school, visit):
    """He takes the same course and sits beside her."""
    learner = visit("outsider")
    Enrolment.objects.create(
        learner=learner.person, course_key=school.pages["course"].translation_key, how=Enrolment.How.SELF
    )
    started(learner, "quiz")
    return learner


def rows_of(person):
    """Return everything that is recorded of one person, as plain values."""
    owner = {
        Response: "attempt__learner",
        EarlierAnswer: "response__attempt__learner",
        ActivityRecord: "record__learner",
    }
    return [
        list(model.objects.filter(**{owner.get(model, "learner"): person}).values())
        for model in LEARNERS_ROWS
    ]


def foreign_item(school, place="other-lesson"):
    """Return a question of another course that takes whatever is typed."""
    asked = ItemVersion.objects.filter(page_key=school.pages[place].translation_key)
    return next(item for item in asked if item.content["type"] == "short_answer")


def nonsense(school, item):
    """Return forms that no honest page sends, by what is wrong with them."""
    other, huge = foreign_item(school), "9" * 5000
    answer = {
        f"item-{other.item_id}": "ха",
        f"was-{other.item_id}": "",
        f"version-{other.item_id}": other.digest,
    }
    return {
        "only somebody else's item": {"only": str(other.item_id), **answer},
        "an item of another course": answer | {"do": f"check:{other.item_id}"},
        "an item of another course under a known id": {f"version-{item}": other.digest, f"item-{item}": "ха"},
        "only nothing": {"only": ""},
        "only null": {"only": "null", "do": "null"},
        "only what is huge": {"only": huge, "key": huge, "tab": huge, "sequence": huge, "age": huge},
        "numbers that are none": {"sequence": "NaN", "age": "inf"},
        "numbers below zero": {"sequence": "-1", "age": "-1e308"},
        "zeros in the text": {"key": "a\x00b", "tab": "\x00", "only": "\x00", f"item-{item}": "а\x00б"},
        "a version that is no digest": {f"version-{item}": "' OR 1=1 --"},
        "a version that never was": {f"version-{item}": "0" * 64},
        "a version of no item": {
            f"version-{huge}": "0" * 64,
            "version-": "0" * 64,
            f"version-{NOBODY}": "0" * 64,
        },
        "checking nobody's item": {"do": f"check:{NOBODY}"},
        "checking nothing": {"do": "check:"},
        "checking what is no id": {"do": "check:../../admin"},
        "a language that is none": {"do": "language:xx"},
        "a language that is elsewhere": {"do": "language://evil.example/"},
        "no language": {"do": "language:"},
        "an activity that is none": {"do": f"activity:{NOBODY}", "did": [NOBODY, item, huge, "\x00"]},
        "an activity without a name": {"do": "activity:", "did": "", "result-": huge},
        "an unknown verb": {"do": "__class__"},
        "a huge verb": {"do": huge},
        "finishing": {"do": "finish"},
        "done": {"do": "done"},
        "somebody else's attempt": {"attempt": str(Attempt.objects.first().pk), "learner": "1", "user": "1"},
    }


@pytest.mark.parametrize("place", PLACES)
def test_a_learner_neither_reads_nor_changes_what_a_neighbour_answered(place, school, aigerim, bolat):
    hers = rows_of(aigerim.person)
    form = answers_to(aigerim, place, typed="чужое")
    for verb in VERBS:
        bolat.post(school.address(place), form | {"do": verb.format(item=school.pages[place].body[0].id)})
    assert "только моё" not in bolat.get(school.address(place)).content.decode()
    assert rows_of(aigerim.person) == hers


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("accept", ["text/html", "application/json"])
def test_nonsense_breaks_nothing_and_reaches_nobody(place, accept, school, aigerim, bolat):
    """Beside an honest form, as a browser sends it; by itself, as a script might."""
    hers, page = rows_of(aigerim.person), school.pages[place]
    own, leads_to = {question.id for question in page.body}, {school.address(place), *after(school)}
    honest = answers_to(bolat, place) if accept == "text/html" else {}
    for name, wrong in nonsense(school, page.body[0].id).items():
        response = bolat.post(school.address(place), honest | wrong, headers={"accept": accept})
        assert response.status_code in (200, 302, 400, 401, 403, 409, 422), name
        assert re.split("[#?]", response.get("Location", "/"))[0] in leads_to, name
        answered = Response.objects.filter(attempt__learner=bolat.person).values_list("item_id", flat=True)
        assert {str(item) for item in answered} <= own, name
        Attempt.objects.by(bolat.person).delete()
        started(bolat, "quiz")
    assert rows_of(aigerim.person) == hers


def after(school):
    """Where a lesson that is done leads to, and where a form leads that somebody else filled in."""
    return "/", school.address("quiz"), school.address("course"), "/ru/sign-in/"


@pytest.mark.parametrize("role", [role for role in table.ROLES if role != "learner"])
def test_whoever_does_not_take_the_course_leaves_no_trace_in_it(role, school, visit):
    visitor = visit(role)
    before = [model.objects.count() for model in LEARNERS_ROWS]
    for place in (*PLACES, "open-lesson"):
        item = ItemVersion.objects.filter(page_key=school.pages[place].translation_key).first()
        answer = {f"item-{item.item_id}": "да", f"version-{item.item_id}": item.digest}
        for verb in VERBS:
            visitor.post(school.address(place), answer | {"do": verb.format(item=item.item_id)})
            visitor.get(school.address(place))
    assert [model.objects.count() for model in LEARNERS_ROWS] == before


def test_a_lesson_s_practice_cannot_be_closed_like_a_test(school, aigerim):
    aigerim.post(school.address("lesson"), {"do": "finish"})
    assert Attempt.objects.on(school.pages["lesson"].translation_key).get().is_open
