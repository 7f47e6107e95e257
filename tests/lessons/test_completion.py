"""When a lesson counts as done. The rule needs no database."""

from types import SimpleNamespace
from uuid import uuid4

from lessons.completion import complete, left_to_answer
from lessons.models import LessonRecord
from lessons.signals import lesson_completed


def response(item_id, answer):
    return SimpleNamespace(item_id=item_id, answer=answer)


def test_what_is_left_comes_in_the_order_of_the_lesson():
    assert left_to_answer(["a", "b", "c"], [response("b", {"text": "x"})]) == ["a", "c"]


def test_an_answer_taken_back_is_left_again():
    assert left_to_answer(["a"], [response("a", None)]) == ["a"]


def test_zero_is_an_answer_too():
    assert left_to_answer(["a"], [response("a", {"text": "0"})]) == []


def test_a_lesson_is_completed_once_and_announced_once(learner, django_capture_on_commit_callbacks):
    heard = []
    lesson_completed.connect(
        lambda record, **kwargs: heard.append(record.why), weak=False, dispatch_uid="test"
    )
    key = uuid4()
    with django_capture_on_commit_callbacks(execute=True):
        first = complete(learner, key, "read")
        complete(learner, key, "answered")
    lesson_completed.disconnect(dispatch_uid="test")
    assert heard == ["read"]
    assert LessonRecord.objects.get().completed_at == first.completed_at
