"""Pressing “Check” while the browser saves the same answer by itself: both arrive at once."""

import pytest

from quizzes.finishing import check
from quizzes.models import Response
from quizzes.saving import Edit, Typed, save

from .builders import multiple_choice, numerical, true_false

QUESTIONS = [
    (multiple_choice, lambda item: {"options": sorted(one["id"] for one in item.rules["options"])}),
    (true_false, lambda item: {"choice": "true"}),
    (numerical, lambda item: {"text": "2,5 — «екі жарым»"}),
]


@pytest.fixture
def saved(lesson_with, learner):
    """Return a function that saves an answer to a lesson of one question, as a browser tab does."""

    def saved(lesson, answer, sequence):
        item = lesson.get_items()[0]
        edit = Edit(language="ru", tab="t", sequence=sequence, key=str(sequence))
        version = lesson.get_practice_version()
        save(learner, lesson.translation_key, lambda attempt: [Typed(item, answer)], edit, version)
        return Response.objects.get()

    return saved


@pytest.mark.parametrize(("question", "answer_to"), QUESTIONS)
def test_an_answer_saved_once_more_meanwhile_is_checked(lesson_with, saved, question, answer_to):
    lesson = lesson_with(question())
    item = lesson.get_items()[0]
    read = saved(lesson, answer_to(item), 1)
    saved(lesson, answer_to(item), 2)
    check(read, item)
    assert Response.objects.get().fraction is not None


def test_an_answer_changed_meanwhile_is_not_given_the_verdict_on_the_old_one(lesson_with, saved):
    lesson = lesson_with(true_false())
    read = saved(lesson, {"choice": "true"}, 1)
    saved(lesson, {"choice": "false"}, 2)
    check(read, lesson.get_items()[0])
    assert Response.objects.get().fraction is None
