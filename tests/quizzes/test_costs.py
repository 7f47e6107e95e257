"""What a test costs the database: the same with five questions and with forty, at the first attempt and at the tenth."""

import json
import re
from decimal import Decimal

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.db import connection
from wagtail.images import get_image_model
from wagtail_factories import ImageFactory

from lessons.models import LessonPage
from quizzes import registry
from quizzes.judging import Verdict, judge
from quizzes.models import Allowance, QuizPage, Submission

from .builders import Reading, short_answer, single_choice, translate
from .test_answering import field, form_of, save_by_script
from .types.builders import (
    gaps,
    hand_in,
    hotspot,
    matching,
    matrix,
    multiple_choice,
    numerical,
    open_text,
    ordering,
    pair,
    reflection,
    true_false,
)

PATH, KAZAKH_PATH = "/ru/t/", "/kk/t/"


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


def picture():
    return ImageFactory(file__width=800, file__height=600).pk


def pictured_pairs():
    return matching(
        pair("Мышь", "Указывать", picture(), "Мышь"), pair("Экран", "Смотреть", picture(), "Экран")
    )


def every_type(pictured):
    """Twenty raw questions of every type, or more; so many hotspots and matchings with pictures of their own."""
    plain = [single_choice, multiple_choice, true_false, short_answer, numerical, ordering, matrix, gaps]
    made = [make() for make in [*plain, *plain, open_text, reflection, hand_in]]
    made += [hotspot(image=picture()) for _ in range(pictured)] + [pictured_pairs() for _ in range(pictured)]
    assert {one["type"] for one in made} == {kind.name for kind in registry.all_types()}
    return made


def answers_to(items):
    """Answers that make every state: right, wrong, handed in to a teacher."""
    posted = {}
    for item in items:
        match item.type.name:
            case "open_text" | "short_answer" | "reflection" | "numerical":
                posted[field(item)] = "5"
            case "true_false":
                posted[field(item)] = "true"
            case "hotspot":
                posted[field(item)] = "at 10 90"
            case "matrix":
                posted |= {
                    f"{field(item)}-{row['id']}": item.rules["columns"][0]["id"] for row in item.rules["rows"]
                }
    return posted


@pytest.mark.parametrize("pictured", [1, 10])
def test_a_test_of_every_type_costs_the_same_whatever_pictures_it_shows(
    signed_in, learner, front, kazakh, publish, pictured
):
    rules = {"body": json.dumps(every_type(pictured)), "review": "own", "show_answers": "at_once"}
    page = publish(front.add_child(instance=QuizPage(title="Т", slug="t", locale=front.locale, **rules)))
    translate(page, kazakh, {"Что для чего?": "Не не үшін?"})
    Allowance.objects.create(page_key=page.translation_key, learner=learner, attempt_limit=3)
    items = page.get_items()
    found = {"start": queries_of(signed_in)[0]}
    signed_in.post(KAZAKH_PATH, {"do": "start"})
    found["empty"], html = queries_of(signed_in)
    assert html.count("hotspot-large") == pictured
    assert html.count("<picture>") == 2 * pictured
    assert "Не не үшін?" in html
    signed_in.post(KAZAKH_PATH, form_of(page, **answers_to(items)) | {"do": "save"})
    found["answered"], _html = queries_of(signed_in)
    signed_in.post(KAZAKH_PATH, form_of(page, **answers_to(items)) | {"do": "finish"})
    found["waiting"], html = queries_of(signed_in)
    assert html.count("hotspot-large") == pictured
    assert {"right", "wrong", "answered"} <= set(re.findall(r'data-state="(\w+)"', html))
    teacher = get_user_model().objects.create_user("marat")
    judge(Submission.objects.get().pk, 0, Verdict(None, "Добавьте пример"), teacher)
    found["returned"], html = queries_of(signed_in)
    assert "Добавьте пример" in html
    judge(Submission.objects.get().pk, 1, Verdict(Decimal(1), "Хорошо"), teacher)
    found["marked"], html = queries_of(signed_in)
    assert "Хорошо" in html
    assert max(found.values()) <= 8, found


def queries_of(client):
    """Return how many queries the page asks, once the sizes of its pictures are made, and its HTML. No cache helps."""
    assert client.get(KAZAKH_PATH).status_code == 200
    cache.clear()
    with Reading(connection) as reading:
        html = client.get(KAZAKH_PATH).content.decode()
    return len(reading.statements), html


def test_a_lesson_with_many_pictures_fetches_them_at_once(client, front, publish):
    body = json.dumps([hotspot(image=picture()) for _ in range(10)] + [pictured_pairs() for _ in range(5)])
    publish(front.add_child(instance=LessonPage(title="Урок", slug="urok", locale=front.locale, body=body)))
    client.get("/ru/urok/?first=1")  # makes the sizes; with a query, the page is rendered each time
    with Reading(connection) as reading:
        html = client.get("/ru/urok/?second=1").content.decode()
    assert html.count("hotspot-large") == 10
    assert len([sql for sql in reading.statements if "wagtailimages_rendition" in sql]) == 1


def test_a_picture_that_was_deleted_leaves_its_question_standing(signed_in, front, publish):
    gone, left = picture(), picture()
    body = json.dumps([hotspot(image=gone), hotspot(image=left)])
    publish(front.add_child(instance=QuizPage(title="Т", slug="t", locale=front.locale, body=body)))
    get_image_model().objects.get(pk=gone).delete()
    signed_in.post(PATH, {"do": "start"})
    html = signed_in.get(PATH).content.decode()
    assert html.count("<fieldset") == 2
    assert html.count("hotspot-large") == 1
