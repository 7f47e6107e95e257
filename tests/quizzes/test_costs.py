"""What a test costs the database: the same with five questions and with forty, at the first attempt and at the tenth."""

import json

import pytest
from django.db import connection

from quizzes.models import Allowance, QuizPage

from .builders import Reading, short_answer
from .test_answering import field, form_of, save_by_script

PATH = "/ru/t/"


@pytest.fixture
def costs(signed_in, learner, front, publish):
    """Return {what: number of queries} of a test of so many questions at so many attempts, with an allowance."""

    def costs(questions, attempts):
        body = json.dumps([short_answer(stem=f"Вопрос {number}?") for number in range(questions)])
        rules = {
            "body": body,
            "time_limit": 60,
            "mode": "checked",
            "shuffle_items": True,
            "shuffle_options": True,
        }
        page = publish(front.add_child(instance=QuizPage(title="Т", slug="t", locale=front.locale, **rules)))
        Allowance.objects.create(page_key=page.translation_key, learner=learner, time_limit=90)
        items = page.get_items()
        for _ in range(attempts):
            signed_in.post(PATH, {"do": "start"})
            signed_in.post(PATH, form_of(page, **{field(item): "мышь" for item in items}) | {"do": "finish"})
        result = queries(lambda: signed_in.get(PATH))
        signed_in.post(PATH, {"do": "start"})
        signed_in.post(PATH, form_of(page, **{field(item): "мышь" for item in items}) | {"do": "save"})
        running = queries(lambda: signed_in.get(PATH))
        once = {"key": "k1", "tab": "t", "sequence": "1"}
        save_by_script(signed_in, PATH, items[0], "экран", **once)
        again = {"key": "k2", "tab": "t", "sequence": "2"}
        saving = queries(
            lambda: save_by_script(signed_in, PATH, items[0], "клавиатура", **again), is_warm=True
        )
        return {"result": result, "running": running, "saving": saving}

    def queries(do, is_warm=False):
        if not is_warm:
            do()
        with Reading(connection) as reading:
            do()
        return len(reading.statements)

    return costs


@pytest.mark.parametrize(("questions", "attempts"), [(5, 1), (40, 1), (5, 10)])
def test_a_test_costs_the_same_whatever_its_size_and_history(costs, questions, attempts):
    found = costs(questions, attempts)
    assert found["running"] <= 8
    assert found["result"] <= 8
    assert found["saving"] <= 6, found
