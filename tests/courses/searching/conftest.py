"""The school of the courses, and a way to search it as a person."""

import json

import pytest

from courses.searching.indexing import rebuild
from tests import factories
from tests.courses.conftest import *  # noqa: F403
from tests.courses.walking import soup
from tests.quizzes.builders import new_id, single_choice

TEXT = "<p>Клавиатура лежит перед <b>монитором</b>. Мышь — справа.</p>"


@pytest.fixture
def written_lesson(module):
    """A lesson with a paragraph and a question."""
    body = [{"type": "paragraph", "id": new_id(), "value": TEXT}, single_choice(stem="Секретный вопрос")]
    return factories.LessonPageFactory(
        parent=module, title="Устройство компьютера", slug="ustroistvo", body=json.dumps(body)
    )


@pytest.fixture
def ask():
    """Return a function that searches as the person at a browser and gives the page."""

    def ask(browser, query, language="ru", **more):
        rebuild()  # factories publish without telling anybody
        return browser.get(f"/{language}/search/", {"q": query, **more})

    return ask


def titles(response):
    return [link.get_text(strip=True) for link in soup(response).select(".found h2 a")]


def status(response):
    return " ".join(soup(response).select_one("main [role=status]").get_text(" ").split())
