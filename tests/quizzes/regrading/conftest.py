"""A test that people have taken, whoever corrects its key, and whoever changes the marks."""

import json

import pytest
from django.test import Client

from people.accounts import create_learner
from quizzes.models import QuizPage

from ..builders import short_answer, single_choice
from ..types.builders import open_text, reflection


@pytest.fixture
def quiz(front, publish):
    """A test of a choice, a short answer, an open text that is worth nothing, and a reflection."""
    body = [single_choice(), short_answer(), open_text(points="0"), reflection()]
    page = QuizPage(title="Тест", slug="test", locale=front.locale, body=json.dumps(body), pass_mark=50)
    return publish(front.add_child(instance=page))


@pytest.fixture
def at_desk(staff, quiz):
    """Return a function that seats somebody at the admin, in Russian; by default whoever publishes the test."""

    def at_desk(person=None):
        client = Client()
        client.force_login(person or staff("сауле", quiz, may="publish_page"))
        client.cookies["django_language"] = "ru"
        return client

    return at_desk


@pytest.fixture
def take(quiz):
    """Return a function by which a learner takes the test, choosing the key or the distractor, or nothing."""

    def take(login, chooses=None, types="", finish=True, more=None):
        client = Client()
        client.force_login(create_learner(login, None, call_name=login.title()))
        choice, typed = quiz.get_items()[:2]
        client.post("/ru/test/", {"do": "start"})
        answers = {choice.field_name: chooses(choice)} if chooses else {}
        answers |= {typed.field_name: types} | (more or {})
        client.post("/ru/test/", {"do": "finish" if finish else "save", **answers})
        return client

    return take


@pytest.fixture
def correct(quiz, publish):
    """Return a function by which the teacher corrects the key of the choice: the other option is right."""

    def correct():
        page = QuizPage.objects.get(pk=quiz.pk)
        raw = json.loads(json.dumps(list(page.body.raw_data)))
        for option in raw[0]["value"]["options"]:
            option["value"]["is_key"] = not option["value"]["is_key"]
        page.body = json.dumps(raw)
        return publish(page)

    return correct
