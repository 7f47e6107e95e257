"""The same form sent twenty times at once does what it says once, on PostgreSQL as on SQLite.

On SQLite `tests/torture/test_twenty_at_once.py` asks a real server; here twenty threads share nothing but PostgreSQL.
"""

from threading import Barrier, Thread

import pytest
from django.db import connection, connections
from django.test import Client

from lessons.models import LessonRecord
from quizzes.models import Attempt, EarlierAnswer, Response

from .builders import distractor_of, key_of
from .conftest import build_small_site
from .test_answering import field, form_of

TIMES = 20

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.skipif(
        connection.vendor != "postgresql",
        reason="This is about PostgreSQL; on SQLite tests/torture asks the same.",
    ),
]


@pytest.fixture(scope="module", autouse=True)
def what_migrations_made(django_db_setup, django_db_blocker):
    """Put back what a transactional test empties; other files of the same worker may still be to come."""
    yield
    if connection.vendor == "postgresql":
        with django_db_blocker.unblock():
            connection.creation.deserialize_db_from_string(connection._test_serialized_contents)


@pytest.fixture
def small_site(db):
    """A site that a test which empties the database has for itself."""
    return build_small_site()


@pytest.fixture
def post_twenty(learner):
    """Return a function that posts one form twenty times at once and returns the statuses."""

    def click(path, form, accept, ready, statuses):
        client = Client(headers={"accept": accept})
        client.force_login(learner)
        ready.wait()
        try:
            statuses.append(client.post(path, form).status_code)
        finally:
            connections.close_all()

    def post_twenty(path, form, accept="text/html"):
        statuses, ready = [], Barrier(TIMES)
        clicks = [Thread(target=click, args=(path, form, accept, ready, statuses)) for _ in range(TIMES)]
        for one in clicks:
            one.start()
        for one in clicks:
            one.join()
        return statuses

    return post_twenty


@pytest.mark.parametrize("key", ["the-very-same", ""], ids=["by script", "by form"])
def test_an_answer_saved_twenty_times_at_once_is_there_once(post_twenty, lesson, key):
    item = lesson.get_items()[0]
    form = form_of(lesson, **{field(item): key_of(item)}) | {
        "only": item.id,
        "key": key,
        "tab": key,
        "sequence": "1",
    }
    assert post_twenty("/ru/urok/", form, "application/json") == [200] * TIMES
    assert (Attempt.objects.count(), Response.objects.count(), EarlierAnswer.objects.count()) == (1, 1, 0)


def test_a_changed_answer_leaves_one_earlier_answer(post_twenty, signed_in, lesson):
    item = lesson.get_items()[0]
    signed_in.post("/ru/urok/", form_of(lesson, **{field(item): distractor_of(item)}))
    form = form_of(lesson, **{field(item): key_of(item)}) | {
        "only": item.id,
        "key": "2",
        "tab": "t",
        "sequence": "2",
    }
    assert post_twenty("/ru/urok/", form, "application/json") == [200] * TIMES
    assert Response.objects.get().answer == {"option": key_of(item)}
    assert EarlierAnswer.objects.get().answer == {"option": distractor_of(item)}


def test_a_test_is_begun_and_finished_once(post_twenty, quiz):
    item = quiz.get_items()[0]
    assert post_twenty("/ru/test/", {"do": "start"}) == [302] * TIMES
    assert post_twenty("/ru/test/", {field(item): key_of(item), "do": "finish"}) == [302] * TIMES
    assert Attempt.objects.get().total == 1
    assert (Response.objects.count(), EarlierAnswer.objects.count()) == (1, 0)


def test_a_lesson_is_completed_once(post_twenty, lesson):
    first, second = lesson.get_items()
    form = form_of(lesson, **{field(first): key_of(first), field(second): "мышь", "do": "done"})
    assert post_twenty("/ru/urok/", form) == [302] * TIMES
    assert LessonRecord.objects.get().is_completed
    assert Response.objects.count() == 2
