"""A lesson with one question, on the small site of the quiz engine's tests."""

import json

import pytest

from lessons.models import LessonPage


@pytest.fixture
def lesson_with(front, publish):
    """Return a function that publishes a lesson of the given raw questions."""

    def lesson_with(*questions):
        body = json.dumps(questions)
        return publish(
            front.add_child(instance=LessonPage(title="Урок", slug="urok", locale=front.locale, body=body))
        )

    return lesson_with


@pytest.fixture
def checked(signed_in):
    """Return a function that answers and checks the first question of a lesson and returns the page's HTML."""

    def checked(lesson, answer, path="/ru/urok/"):
        item = lesson.get_items()[0]
        posted = {item.field_name: answer, f"version-{item.id}": item.digest, "do": f"check:{item.id}"}
        signed_in.post(path, posted)
        return signed_in.get(path).content.decode()

    return checked
