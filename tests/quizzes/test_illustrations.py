"""A picture may illustrate a question and its options: learners see it, and it is described in their language."""

import json

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from quizzes.freezing import freeze
from quizzes.models import ItemVersion, QuizPage

from .builders import single_choice, translate


@pytest.fixture
def image(db):
    return get_image_model().objects.create(title="Мышь", file=get_test_image_file())


def shown(image, alt):
    return {"image": image.pk, "alt_text": alt, "decorative": False}


@pytest.fixture
def illustrated(front, image, publish):
    question = single_choice(illustration=shown(image, "Стол с мышью"))
    question["value"]["options"][0]["value"]["illustration"] = shown(image, "Вилка")
    body = json.dumps([question])
    return publish(front.add_child(instance=QuizPage(title="Тест", slug="t", locale=front.locale, body=body)))


def pictures(html):
    return [
        (img["alt"], (img.find_parent(lang=True) or {}).get("lang"))
        for img in BeautifulSoup(html, "html.parser").select(".question img")
    ]


def test_a_learner_sees_the_pictures_of_a_question_with_their_descriptions(signed_in, illustrated, kazakh):
    translate(illustrated, kazakh, {"Стол с мышью": "Тінтуір тұрған үстел"})
    signed_in.post("/ru/t/", {"do": "start"})
    russian = signed_in.get("/ru/t/").content.decode()
    assert sorted(alt for alt, _lang in pictures(russian)) == ["Вилка", "Стол с мышью"]
    assert dict(pictures(signed_in.get("/kk/t/").content.decode())) == {
        "Тінтуір тұрған үстел": "kk",
        "Вилка": "ru",
    }


def test_a_picture_beside_an_option_is_fetched_no_larger_than_it_stands_there(signed_in, illustrated):
    signed_in.post("/ru/t/", {"do": "start"})
    sizes = {
        one["alt"]: one["sizes"]
        for one in BeautifulSoup(signed_in.get("/ru/t/").content, "html.parser").select(".question img")
    }
    assert sizes["Вилка"] == "15rem"
    assert sizes["Стол с мышью"].endswith("40rem")


def test_another_picture_is_another_question(illustrated, publish):
    other = get_image_model().objects.create(title="Экран", file=get_test_image_file())
    raw = json.loads(json.dumps(list(illustrated.body.raw_data)))
    raw[0]["value"]["illustration"]["image"] = other.pk
    illustrated.body = json.dumps(raw)
    publish(illustrated)
    assert ItemVersion.objects.count() == 2


def test_a_question_without_pictures_stays_the_one_it_was(quiz):
    for item in freeze(quiz)[1]:
        assert "illustration" not in json.dumps(item.content)


def test_a_page_that_was_written_before_there_were_pictures_can_be_translated(quiz, kazakh):
    table = QuizPage._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET body = %s", [json.dumps([single_choice()])])  # noqa: S608
    page = QuizPage.objects.get(pk=quiz.pk)
    translate(page, kazakh, {"Как выключить компьютер?": "Компьютерді қалай өшіреді?"})
    assert page.get_items()[0].say("stem", "kk").text == "Компьютерді қалай өшіреді?"


def test_a_picture_that_was_deleted_leaves_its_question_standing(signed_in, illustrated, image):
    image.delete()
    signed_in.post("/ru/t/", {"do": "start"})
    html = signed_in.get("/ru/t/").content.decode()
    assert "Как выключить компьютер?" in html
    assert pictures(html) == []
