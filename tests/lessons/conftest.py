"""The small site of the quiz engine's tests serves the lessons' as well."""

import json

import pytest
from bs4 import BeautifulSoup

from lessons.models import LessonPage
from tests.quizzes.conftest import (
    front,
    kazakh,
    learner,
    lesson,
    publish,
    quiz,
    russian,
    signed_in,
    small_site,
)

__all__ = [
    "front",
    "kazakh",
    "learner",
    "lesson",
    "publish",
    "quiz",
    "russian",
    "signed_in",
    "small_site",
]


@pytest.fixture
def write(front, publish):
    """A teacher writes and publishes a Russian lesson made of these raw blocks."""

    def write(*body):
        page = LessonPage(title="Урок", slug="urok", locale=front.locale, body=json.dumps(body))
        return publish(front.add_child(instance=page))

    return write


@pytest.fixture
def read(client):
    """Somebody reads the lesson; what they get, as a soup."""

    def read(address="/ru/urok/", browser=client):
        response = browser.get(address)
        assert response.status_code == 200
        return BeautifulSoup(response.content, "html.parser")

    return read
