"""A teacher reads one attempt: its answers in the version that was asked, and what was answered before."""

import json
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.utils import timezone

from people.accounts import create_learner
from quizzes.erasing import hand_over
from quizzes.models import Attempt, QuizPage, Submission

from ..builders import Reading, distractor_of, key_of, short_answer, single_choice, translate
from ..types.builders import open_text, reflection


@pytest.fixture
def quiz(front, publish, kazakh):
    body = [single_choice(), short_answer(), open_text("О чём ваш проект?", points="4"), reflection()]
    page = QuizPage(title="Тест", slug="test", locale=front.locale, body=json.dumps(body))
    page = publish(front.add_child(instance=page))
    translate(page, kazakh, {"Меню «Завершение работы»": "«Жұмысты аяқтау» мәзірі"})
    return page


class Sitting:
    def __init__(self, login, quiz):
        self.client = Client()
        self.client.force_login(create_learner(login, None, call_name=login.title()))
        self.items = quiz.get_items()
        self.post("start")
        self.attempt = Attempt.objects.get(learner__username=login)

    def post(self, verb, *answers):
        names = [item.field_name for item in self.items]
        self.client.post("/ru/test/", {"do": verb} | dict(zip(names, answers, strict=False)))


@pytest.fixture
def sit(quiz):
    """Return a function by which a learner begins the test, answers, thinks better of it, and hands it in."""

    def sit(login, finish=True):
        sitting = Sitting(login, quiz)
        choice = sitting.items[0]
        sitting.post("save", distractor_of(choice), "мышь", "Сад", "Боюсь кнопок")
        answers = (key_of(choice), "клавиатура", "Сад\nи <b>пруд</b>", "Кнопок не боюсь")
        sitting.post("finish" if finish else "save", *answers)
        return sitting

    return sit


@pytest.fixture
def desk(staff, quiz):
    """Whoever edits the test, at the admin in Russian."""
    client = Client()
    client.force_login(staff("сауле", quiz))
    client.cookies["django_language"] = "ru"
    return client


def address(quiz, attempt):
    return f"/admin/attempts/{quiz.pk}/{attempt.pk}/"


def questions(response):
    """Return the words of each question on the screen."""
    assert response.status_code == 200
    found = BeautifulSoup(response.content, "html.parser").select("section.statistics-question")
    return [" ".join(one.get_text(" ").split()) for one in found]


def is_absent(response):
    """Django looks below a language once more for what it cannot find."""
    return response.status_code == 404 or response["Location"].startswith("/ru/admin/")


def test_the_list_leads_to_each_attempt(quiz, desk, sit):
    attempt = sit("асель").attempt
    links = BeautifulSoup(desk.get(f"/admin/attempts/{quiz.pk}/").content, "html.parser").select("tbody a")
    assert [(link.get_text(strip=True), link["href"]) for link in links] == [
        ("Асель", address(quiz, attempt))
    ]


def test_it_shows_each_answer_in_words_with_its_mark_and_what_came_before(quiz, desk, sit):
    choice, typed, written, _own = questions(desk.get(address(quiz, sit("асель").attempt)))
    for words in ("1. Как выключить компьютер?", "Меню «Завершение работы»", "Верно. Баллы: 1 из 1"):
        assert words in choice
    assert "не считаются: 1" in choice
    assert choice.index("Вынуть вилку") > choice.index("не считаются")
    assert "клавиатура" in typed
    assert "мышь Учащийся изменил его." in typed
    assert "Сад и <b>пруд</b>" in written
    assert "Ответ ждёт проверки." in written


def test_what_nobody_marks_is_not_read_by_staff_either(quiz, desk, sit):
    own = questions(desk.get(address(quiz, sit("асель").attempt)))[3]
    assert "собственные мысли" in own
    assert "кнопок" not in own.lower()


def test_it_leads_to_where_a_person_marks(quiz, desk, sit):
    sit_of = sit("асель")
    marking = f"/admin/marking/{Submission.objects.get().pk}/"
    page = address(quiz, sit_of.attempt)
    assert BeautifulSoup(desk.get(page).content, "html.parser").select_one(f"section a[href='{marking}']")
    desk.post(marking, {"seen": 0, "points": "2,5", "do": "mark"})
    assert "Баллы: 2,5 из 4" in questions(desk.get(page))[2]
    desk.post(marking, {"seen": 1, "comment": "Добавьте пример", "do": "return"})
    assert "Возвращено на доработку." in questions(desk.get(page))[2]


def test_an_answer_that_came_too_late_is_there_and_said_not_to_count(quiz, desk, sit):
    sitting = Sitting("асель", quiz)
    ran_out = timezone.now() - timedelta(minutes=10)
    Attempt.objects.update(started_at=ran_out - timedelta(minutes=30), ends_at=ran_out)
    sitting.post("save", key_of(sitting.items[0]))
    choice, typed, *_more = questions(desk.get(address(quiz, sitting.attempt)))
    assert choice.endswith("Меню «Завершение работы» Пришёл после конца и не считается.")
    assert typed.endswith("На этот вопрос ответа нет.")


def test_the_question_stays_as_it_was_asked_when_the_page_has_changed(quiz, desk, sit, publish):
    attempt = sit("асель").attempt
    quiz.body[0].value["stem"] = "Совсем другой вопрос?"
    publish(quiz)
    assert questions(desk.get(address(quiz, attempt)))[0].startswith("1. Как выключить компьютер?")


def test_a_choice_reads_kazakh_to_who_works_in_kazakh_and_a_text_as_it_was_written(quiz, desk, sit):
    attempt = sit("асель").attempt
    desk.cookies["django_language"] = "kk"
    html = desk.get(address(quiz, attempt)).content
    assert "«Жұмысты аяқтау» мәзірі" in questions(desk.get(address(quiz, attempt)))[0]
    written = BeautifulSoup(html, "html.parser").select("section .marking-text")
    assert next(one for one in written if "пруд" in one.get_text())["lang"] == "ru"


def test_what_stays_of_somebody_erased_is_read_without_their_words(quiz, desk, sit, django_user_model):
    attempt = sit("асель").attempt
    hand_over(attempt.learner, django_user_model.objects.create_user("nobody"))
    choice, typed, *_more = questions(desk.get(address(quiz, attempt)))
    assert "Меню «Завершение работы»" in choice
    assert typed == "2. Чем печатают? Слова этого ответа стёрты вместе с учащимся. Верно. Баллы: 1 из 1"


def test_an_attempt_at_another_test_is_not_found_here(quiz, desk, sit, front, publish, lesson):
    attempt = sit("асель").attempt
    body = json.dumps([short_answer("Чужой вопрос?")])
    other = publish(
        front.add_child(instance=QuizPage(title="Другой", slug="other", locale=front.locale, body=body))
    )
    client = Client()
    client.force_login(attempt.learner)
    client.post("/ru/other/", {"do": "start"})
    foreign = Attempt.objects.get(page_key=other.translation_key)
    assert is_absent(desk.get(address(quiz, foreign)))


def test_neither_a_teacher_of_another_page_nor_the_learner_is_let_in(quiz, lesson, staff, sit):
    sitting = sit("асель")
    stranger = Client()
    stranger.force_login(staff("ерлан", lesson))
    for client in (stranger, sitting.client):
        answer = client.get(address(quiz, sitting.attempt))
        assert answer.status_code in (302, 403)
        assert (
            "Меню «Завершение работы»"
            not in client.get(address(quiz, sitting.attempt), follow=True).content.decode()
        )


def test_it_costs_the_same_for_one_change_and_for_five(quiz, desk, sit):
    sitting, counts = sit("асель", finish=False), []
    for number in range(5):
        sitting.post("save", key_of(sitting.items[0]), f"ответ {number}", f"Сад {number}")
        if number in (0, 4):
            desk.get(address(quiz, sitting.attempt))
            with Reading(connection) as reading:
                desk.get(address(quiz, sitting.attempt))
            counts.append(len(reading.statements))
    assert counts[0] == counts[1]
