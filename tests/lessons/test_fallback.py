"""A reader of Kazakh is told, in plain words and in `lang`, what is not translated yet."""

import json

from bs4 import BeautifulSoup

from lessons.models import LessonPage
from tests.quizzes.builders import new_id, single_choice, translate

TEXT = "<p>Нажмите кнопку питания.</p><ul><li>Подождите минуту.</li><li>Введите логин.</li></ul>"


def kazakh_page(front, publish, kazakh, client, words):
    body = [{"type": "paragraph", "id": new_id(), "value": TEXT}, single_choice()]
    page = LessonPage(title="Урок", slug="urok", locale=front.locale, body=json.dumps(body))
    translate(publish(front.add_child(instance=page)), kazakh, words)
    return BeautifulSoup(client.get("/kk/urok/").content, "html.parser")


def test_a_sentence_nobody_translated_says_which_language_it_is(front, publish, kazakh, client):
    words = {
        "Урок": "Сабақ",
        "Нажмите кнопку питания.": "Қуат батырмасын басыңыз.",
        "Введите логин.": "Логинді енгізіңіз.",
    }
    html = kazakh_page(front, publish, kazakh, client, words)
    assert html.find(string="Қуат батырмасын басыңыз.").parent.get("lang") is None
    assert html.find(string="Подождите минуту.").parent["lang"] == "ru"
    assert html.find(string="Логинді енгізіңіз.").parent.get("lang") is None
    assert html.h1.get_text() == "Сабақ"
    assert html.find(class_="notice")


def test_a_question_nobody_translated_says_so_in_every_part(front, publish, kazakh, client):
    html = kazakh_page(front, publish, kazakh, client, {"Вынуть вилку": "Ашаны суыру"})
    assert html.find(string="Как выключить компьютер?").parent["lang"] == "ru"
    assert html.find(string="Ашаны суыру").parent.get("lang") is None
    assert html.h1.span["lang"] == "ru"


def test_a_word_that_is_rightly_the_same_in_both_languages_is_translated(front, publish, kazakh, client):
    words = {"Нажмите кнопку питания.": "Нажмите кнопку питания."}
    html = kazakh_page(front, publish, kazakh, client, words)
    assert html.find(string="Нажмите кнопку питания.").parent.get("lang") is None
    assert html.find(string="Введите логин.").parent["lang"] == "ru"


def test_a_lesson_in_its_own_language_carries_no_notice(lesson, client):
    html = BeautifulSoup(client.get("/ru/urok/").content, "html.parser")
    assert not html.article.find(attrs={"lang": True})
    assert "не переведена" not in html.get_text()
