"""My notebook: what a learner wrote down for themselves, found again at one place."""

import json

import pytest
from django.db import connection

from home import notebook
from people.accounts import create_learner
from quizzes.models import Response
from tests import factories
from tests.courses.walking import join, post, soup
from tests.quizzes.builders import Reading, translate
from tests.quizzes.types.builders import reflection

URL = "/ru/notebook/"
LEARNING = "/ru/my-learning/"


@pytest.fixture
def browser(seat, learner, course):
    browser = seat(learner)
    join(browser, course)
    return browser


@pytest.fixture
def asking(module):
    """Return a function that publishes a lesson with one question about the learner's own thoughts."""

    def asking(title, stem="Что было новым?", factory=factories.LessonPageFactory):
        return factory(parent=module, title=title, body=json.dumps([reflection(stem)]))

    return asking


def write(browser, page, text, do="save"):
    item = page.get_items()[0]
    post(browser, page, do=do, **{item.field_name: text, f"version-{item.id}": item.digest})


def places(response):
    """Return [(title, its link, what stands below it)]."""
    assert response.status_code == 200
    cards = soup(response).select("main section.card")
    return [
        (card.h2.get_text(strip=True), card.a and card.a["href"], card.get_text(" ", strip=True))
        for card in cards
    ]


def test_a_stranger_signs_in_first(stranger, front):
    assert stranger.get(URL).url == f"/ru/sign-in/?next={URL}"


def test_it_holds_what_was_written_the_latest_first_and_leads_to_where_it_was(browser, asking):
    first, second = asking("Мышь"), asking("Почта", "Кому вы напишете?")
    write(browser, first, "Двойной\nщелчок <b>")
    write(browser, second, "Сестре")
    page = browser.get(URL)
    (post_title, post_url, post_words), (title, url, words) = places(page)
    assert (post_title, post_url, title, url) == ("Почта", second.get_url(), "Мышь", first.get_url())
    assert "Кому вы напишете? Сестре" in post_words
    assert "Что было новым? Двойной щелчок <b>" in words
    assert "no-store" in page["Cache-Control"]


def test_what_was_changed_stands_there_once_and_what_was_taken_back_not_at_all(browser, asking):
    lesson, other = asking("Мышь"), asking("Почта")
    for text in ("Сначала одно", "Потом другое"):
        write(browser, lesson, text)
    for text in ("Написано", ""):
        write(browser, other, text)
    ((title, _url, words),) = places(browser.get(URL))
    assert title == "Мышь"
    assert "Потом другое" in words
    assert "Сначала одно" not in words


def test_each_attempt_at_a_test_keeps_its_own_words(browser, asking):
    quiz = asking("Тест", factory=factories.QuizPageFactory)
    for text in ("Было страшно", "Уже легче", "Уже легче"):
        post(browser, quiz, do="start")
        write(browser, quiz, text, do="finish")
    assert Response.objects.count() == 3
    ((_title, _url, words),) = places(browser.get(URL))
    assert words.index("Уже легче") < words.index("Было страшно")
    assert words.count("Уже легче") == 1


def test_nobody_reads_the_notebook_of_another(browser, seat, asking):
    write(browser, asking("Мышь"), "Моё")
    other = create_learner("bolat", None)
    assert places(seat(other).get(URL)) == []
    assert "Здесь пока ничего нет" in seat(other).get(URL).content.decode()


def test_my_learning_leads_there_once_something_is_written(browser, asking):
    lesson = asking("Мышь")
    assert URL not in browser.get(LEARNING).content.decode()
    write(browser, lesson, "Моё")
    assert URL in browser.get(LEARNING).content.decode()


def test_the_question_is_in_the_reader_s_language_and_their_words_as_they_wrote_them(
    browser, front, subject, course, module, asking, in_language, languages
):
    lesson = asking("Мышь")
    write(browser, lesson, "Моё")
    in_language("kk", front, subject.get_parent().specific, subject, course, module)
    kazakh = translate(lesson, languages["kk"], {"Мышь": "Тінтуір", "Что было новым?": "Не жаңа болды?"})
    page = browser.get("/kk/notebook/")
    assert places(page)[0][:2] == ("Тінтуір", kazakh.get_url())
    card = soup(page).select_one("main section.card")
    assert card.h3.get_text(strip=True) == "Не жаңа болды?"
    assert not card.h3.get("lang")
    assert card.select_one("div[lang=ru]").get_text(strip=True) == "Моё"


def test_a_lesson_that_is_not_shown_any_more_is_named_without_a_link(browser, asking):
    lesson, gone = asking("Мышь"), asking("Почта")
    for page in (gone, lesson):
        write(browser, page, "Моё")
    lesson.unpublish()
    gone.delete()
    shown = places(browser.get(URL))
    assert [place[:2] for place in shown] == [("Мышь", None), ("Страница, которой больше нет", None)]
    assert all("Моё" in words for *_rest, words in shown)


def test_a_long_notebook_comes_in_pages(browser, asking, monkeypatch):
    monkeypatch.setattr(notebook, "PLACES_A_PAGE", 2)
    for title in ("Первый", "Второй", "Третий"):
        write(browser, asking(title), "Моё")
    first, second = browser.get(URL), browser.get(f"{URL}?p=2")
    assert [place[0] for place in places(first)] == ["Третий", "Второй"]
    assert [place[0] for place in places(second)] == ["Первый"]
    assert soup(first).select_one("nav.form-actions a")["href"] == "?p=2"


def test_a_long_notebook_costs_what_a_short_one_costs(browser, learner, asking):
    costs = []
    for number in range(6):
        write(browser, asking(f"Урок {number}"), "Моё")
        if number in (0, 5):
            browser.get(URL)
            with Reading(connection) as reading:
                assert len(places(browser.get(URL))) == number + 1
            costs.append(len(reading.statements))
    assert costs[0] == costs[1]
