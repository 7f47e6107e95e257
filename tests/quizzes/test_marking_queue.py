"""The marking queue: what teachers see of what learners handed in, and what they do with it."""

import csv
import json
import re
from datetime import timedelta
from decimal import Decimal
from io import StringIO

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.utils import timezone
from django.utils.translation import override
from wagtail.users.models import UserProfile

from people.accounts import create_learner
from quizzes.judging import Verdict, judge
from quizzes.models import Attempt, Judgement, QuizPage, Submission

from .builders import Reading, translate
from .types.builders import open_text, rubric

RUBRIC = rubric(
    ("Ясность", [("0", "Понять нельзя"), ("1", "Понятно")]), ("Пример", [("0", "Нет"), ("3", "Есть")])
)


@pytest.fixture
def quiz_of(front, publish):
    """Return a function that publishes a test of the given questions under a slug."""

    def quiz_of(slug, *questions):
        page = QuizPage(title=f"Тест {slug}", slug=slug, locale=front.locale, body=json.dumps(questions))
        return publish(front.add_child(instance=page))

    return quiz_of


@pytest.fixture
def hand_in():
    """Return a function by which a learner takes a test of one text and finishes it."""

    def hand_in(login, quiz, text, path=None):
        learner = create_learner(login, None, call_name=login.title())
        client = Client()
        client.force_login(learner)
        path = path or f"/ru/{quiz.slug}/"
        client.post(path, {"do": "start"})
        client.post(path, {"do": "finish", quiz.get_items()[0].field_name: text})
        return Submission.objects.latest().get(response__attempt__learner=learner)

    return hand_in


@pytest.fixture
def plain(quiz_of):
    return quiz_of("plain", open_text("О чём ваш проект?", points="4", model_answer="Образец: сад"))


@pytest.fixture
def teacher(staff, plain):
    return staff("сауле", plain)


@pytest.fixture
def at_desk(client, teacher):
    """Return a function that seats the teacher at the admin, in Russian."""

    def at_desk(person=None):
        client.force_login(person or teacher)
        client.cookies["django_language"] = "ru"
        return client

    return at_desk


def address(submission):
    return f"/admin/marking/{submission.pk}/"


def in_menu(label):
    """The menu is JSON."""
    return json.dumps(label)


def is_absent(response):
    """Django looks below a language once more for what it cannot find."""
    return response.status_code == 404 or response["Location"].startswith("/ru/admin/")


def marked(client, submission, **form):
    return client.post(address(submission), {"seen": 0, "comment": "", "do": "mark"} | form)


def test_the_oldest_waits_at_the_top(hand_in, plain, at_desk):
    for login in ("первая", "второй"):
        submission = hand_in(login, plain, "Сад")
    Submission.objects.filter(pk=submission.pk).update(handed_in_at=timezone.now() - timedelta(days=2))
    html = at_desk().get("/admin/marking/").content.decode()
    assert html.index("Второй") < html.index("Первая")
    assert "О чём ваш проект?" in html
    assert "Тест plain" in html
    assert "2 ответа ждут" in html


def test_an_open_answer_says_whose_it_is_and_leads_back(hand_in, plain, at_desk):
    soup = BeautifulSoup(at_desk().get(address(hand_in("асель", plain, "Сад"))).content, "html.parser")
    crumbs = [one.get_text(strip=True) for one in soup.select(".w-breadcrumbs li")]
    assert crumbs == ["Главная", "Проверка", "Асель"]
    assert soup.select_one(".w-breadcrumbs a[href='/admin/marking/']")


def test_the_menu_says_how_much_waits(hand_in, plain, at_desk):
    assert in_menu("Проверка") in at_desk().get("/admin/").content.decode()
    hand_in("асель", plain, "Сад")
    assert in_menu("Проверка (1)") in at_desk().get("/admin/").content.decode()


def test_an_empty_queue_says_what_comes_here(at_desk):
    assert "Проверять нечего" in at_desk().get("/admin/marking/").content.decode()


def test_one_answer_shows_what_helps_to_mark_it(hand_in, plain, at_desk):
    html = at_desk().get(address(hand_in("асель", plain, "Сад\n\nи <b>огород</b>"))).content.decode()
    for words in ("О чём ваш проект?", "<p>Сад</p>", "&lt;b&gt;огород&lt;/b&gt;", "Образец: сад", "Асель"):
        assert words in html
    assert "Баллы, от 0 до 4" in html


@pytest.mark.parametrize(
    ("typed", "fraction"), [("4", "1"), ("0", "0"), ("2,5", "0.625"), ("2.5", "0.625"), (" 1 ", "0.25")]
)
def test_points_are_read_with_comma_or_point(hand_in, plain, at_desk, typed, fraction):
    response = marked(at_desk(), hand_in("асель", plain, "Сад"), points=typed)
    assert response.status_code == 302
    assert Judgement.objects.get().fraction == Decimal(fraction)


@pytest.mark.parametrize("typed", ["", "-1", "4.5", "много", "1e999", "NaN", "Infinity", "²", "1" * 5000])
def test_points_that_cannot_be_are_refused_and_nothing_is_lost(hand_in, plain, at_desk, typed):
    response = marked(at_desk(), hand_in("асель", plain, "Сад"), points=typed, comment="Уже написано")
    assert response.status_code == 422
    assert "Уже написано" in response.content.decode()
    assert not Judgement.objects.exists()


def test_save_and_next_leads_through_the_queue_and_back_to_it(hand_in, plain, at_desk):
    one, two, three = (hand_in(login, plain, "Сад") for login in ("а1", "б2", "в3"))
    client = at_desk()
    assert marked(client, two, points="1")["Location"] == address(three)
    assert marked(client, three, points="1")["Location"] == address(one)
    assert marked(client, one, points="1")["Location"] == "/admin/marking/"


def test_skip_leads_to_the_next_without_a_mark(hand_in, plain, at_desk):
    one, two = (hand_in(login, plain, "Сад") for login in ("а1", "б2"))
    assert f'href="{address(two)}"' in at_desk().get(address(one)).content.decode()


def test_a_narrowed_queue_stays_narrow(hand_in, plain, quiz_of, staff, front, at_desk):
    other = quiz_of("other", open_text())
    first, foreign, last = (
        hand_in("а1", plain, "Сад"),
        hand_in("б2", other, "Лес"),
        hand_in("в3", plain, "Сад"),
    )
    client = at_desk(staff("all", front))
    html = client.get(f"/admin/marking/?below={plain.pk}").content.decode()
    assert address(foreign) not in html
    assert f"{address(first)}?below={plain.pk}" in html
    said = client.post(f"{address(first)}?below={plain.pk}", {"seen": 0, "points": "1", "do": "mark"})
    assert said["Location"] == f"{address(last)}?below={plain.pk}"


@pytest.mark.parametrize("below", ["x", "-1", "999999", "1" * 30, "²", "' OR 1=1"])
def test_nonsense_in_the_address_narrows_nothing(hand_in, plain, at_desk, below):
    submission = hand_in("асель", plain, "Сад")
    assert at_desk().get(f"{address(submission)}?below={below}").status_code == 200
    assert at_desk().get(f"/admin/marking/?below={below}").status_code == 200


def test_a_rubric_is_marked_level_by_level(hand_in, quiz_of, staff, at_desk, client):
    quiz = quiz_of("rubric", open_text(points="2", rubric=RUBRIC))
    submission = hand_in("асель", quiz, "Сад")
    clear, example = quiz.get_items()[0].rules["rubric"]
    levels = {f"level-{clear['id']}": clear["levels"][0]["id"]}
    desk = at_desk(staff("мадина", quiz))
    assert "Понять нельзя (баллы: 0)" in desk.get(address(submission)).content.decode()
    assert marked(desk, submission, **levels).status_code == 422
    levels[f"level-{example['id']}"] = example["levels"][1]["id"]
    assert marked(desk, submission, **levels).status_code == 302
    assert Judgement.objects.get().fraction == Decimal("0.75")
    assert Attempt.objects.get().total == Decimal("1.5")
    client.force_login(submission.response.attempt.learner)
    html = client.get("/ru/test-rubric/").content.decode()
    assert "<li><b>Ясность</b> Понять нельзя (0)</li>" in html
    assert "<li><b>Пример</b> Есть (3)</li>" in html
    assert "Нет" not in html


def test_a_level_of_another_question_is_no_level(hand_in, quiz_of, staff, at_desk):
    quiz = quiz_of("rubric", open_text(rubric=RUBRIC))
    submission = hand_in("асель", quiz, "Сад")
    clear, example = quiz.get_items()[0].rules["rubric"]
    crossed = {
        f"level-{clear['id']}": example["levels"][0]["id"],
        f"level-{example['id']}": clear["levels"][0]["id"],
    }
    assert marked(at_desk(staff("мадина", quiz)), submission, **crossed).status_code == 422


def test_giving_back_needs_a_comment_and_no_points(hand_in, plain, at_desk):
    submission = hand_in("асель", plain, "Сад")
    client = at_desk()
    assert marked(client, submission, do="return", comment=" ").status_code == 422
    assert marked(client, submission, do="return", comment="Добавьте пример").status_code == 302
    assert Judgement.objects.get().is_returned
    assert not Submission.objects.waiting().exists()


def test_the_second_of_two_teachers_is_told_and_keeps_what_they_typed(hand_in, plain, at_desk, staff):
    submission = hand_in("асель", plain, "Сад")
    judge(submission.pk, 0, Verdict(Decimal("0.25"), "Мало"), staff("данияр", plain))
    response = marked(at_desk(), submission, points="4", comment="Отлично")
    assert response.status_code == 409
    html = response.content.decode()
    for words in ("проверил кто-то другой", "Данияр", "Баллы: 1 из 4", "Мало", "Отлично", 'value="4"'):
        assert words in html
    assert Judgement.objects.count() == 1
    assert marked(at_desk(), submission, points="4", comment="Отлично", seen=1).status_code == 302
    assert [one.fraction for one in Judgement.objects.order_by("number")] == [Decimal("0.25"), 1]


def test_what_came_before_is_beside_the_new_answer(hand_in, plain, at_desk, client):
    first = hand_in("асель", plain, "Сад")
    marked(at_desk(), first, do="return", comment="Добавьте пример")
    client.force_login(first.response.attempt.learner)
    item = plain.get_items()[0]
    client.post("/ru/test-plain/", {item.field_name: "Сад, например яблони", "do": f"improve:{item.id}"})
    second = Submission.objects.latest().get()
    html = at_desk().get(address(second)).content.decode()
    for words in ("Сад, например яблони", "<p>Сад</p>", "Добавьте пример", "Возвращено на доработку."):
        assert words in html
    assert is_absent(at_desk().get(address(first)))


def test_a_mark_can_be_looked_at_and_corrected_later(hand_in, plain, at_desk):
    submission = hand_in("асель", plain, "Сад")
    marked(at_desk(), submission, points="2,5", comment="Хорошо")
    html = at_desk().get(address(submission)).content.decode()
    assert 'value="2,5"' in html
    assert "Хорошо" in html
    assert marked(at_desk(), submission, points="3", seen=1).status_code == 302
    assert Attempt.objects.get().total == 3


@pytest.fixture
def three(hand_in, plain, at_desk):
    """One answer that waits, one that was given back, and one that is marked."""
    waits, returned, done = (hand_in(login, plain, "Сад") for login in ("асель", "болат", "жанна"))
    marked(at_desk(), returned, do="return", comment="Добавьте пример")
    marked(at_desk(), done, points="2,5")
    return {"waiting": waits, "returned": returned, "marked": done}


@pytest.mark.parametrize("standing", ["waiting", "returned", "marked"])
def test_the_queue_shows_what_waits_was_given_back_or_is_marked(three, at_desk, standing):
    path = "/admin/marking/" if standing == "waiting" else f"/admin/marking/?standing={standing}"
    soup = BeautifulSoup(at_desk().get(path).content, "html.parser")
    links = {link["href"].split("?")[0] for link in soup.select("main tbody a")}
    assert links == {address(three[standing])}


def test_a_mark_is_found_and_corrected_and_one_comes_back_to_the_marked(three, at_desk, plain):
    client, query = at_desk(), f"?below={plain.pk}&standing=marked"
    html = client.get(f"/admin/marking/{query}").content.decode()
    assert "Баллы: 2,5 из 4" in html
    opened = address(three["marked"]) + query
    assert opened in BeautifulSoup(html, "html.parser").select_one("main tbody a")["href"]
    assert "Сохранить и дальше" not in client.get(opened).content.decode()
    assert client.post(opened, {"seen": 1, "points": "3", "do": "mark"})["Location"].endswith(f"/{query}")
    assert Attempt.objects.get(pk=three["marked"].response.attempt_id).total == 3


def test_what_a_learner_never_improved_gets_a_mark_all_the_same(three, at_desk):
    attempt = Attempt.objects.filter(pk=three["returned"].response.attempt_id)
    assert attempt.get().is_waiting
    path = f"{address(three['returned'])}?standing=returned"
    at_desk().post(path, {"seen": 1, "points": "1", "do": "mark"})
    assert attempt.get().total == 1
    assert address(three["returned"]) in at_desk().get("/admin/marking/?standing=marked").content.decode()
    assert "Таких ответов нет" in at_desk().get("/admin/marking/?standing=returned").content.decode()


def test_only_the_latest_of_several_judgements_says_where_an_answer_is(three, at_desk):
    marked(at_desk(), three["marked"], seen=1, do="return", comment="Всё же доработайте")
    assert address(three["marked"]) not in at_desk().get("/admin/marking/?standing=marked").content.decode()
    assert address(three["marked"]) in at_desk().get("/admin/marking/?standing=returned").content.decode()


@pytest.mark.parametrize("standing", ["returned", "marked"])
def test_another_teacher_does_not_see_what_was_judged(three, at_desk, staff, quiz_of, standing):
    client = at_desk(staff("чужой", quiz_of("other", open_text())))
    assert not BeautifulSoup(
        client.get(f"/admin/marking/?standing={standing}").content, "html.parser"
    ).select("main tbody a")


def test_nonsense_for_another_filter_does_not_mix_what_waits_with_what_is_marked(three, at_desk):
    for query in ("standing=x", "below=x"):
        html = at_desk().get(f"/admin/marking/?{query}").content.decode()
        assert address(three["waiting"]) in html
        assert address(three["marked"]) not in html


def test_the_file_of_what_is_marked_tells_the_marks(three, at_desk):
    text = at_desk().get("/admin/marking/?standing=marked&export=csv").content.decode("utf-8-sig")
    head, line = csv.reader(StringIO(text), delimiter=";")
    assert (head[-1], line[0], line[-1]) == ("Оценка", "Жанна", "Баллы: 2,5 из 4")
    assert "standing=marked" in at_desk().get("/admin/marking/?standing=marked").content.decode()


@pytest.mark.parametrize("standing", ["returned", "marked"])
def test_what_was_judged_costs_the_same_for_one_answer_and_for_six(hand_in, plain, at_desk, standing):
    counts, path = [], f"/admin/marking/?standing={standing}"
    done = {"do": "return", "comment": "Ещё"} if standing == "returned" else {"points": "1"}
    for number in range(6):
        marked(at_desk(), hand_in(f"учащийся{number}", plain, "Сад"), **done)
        if number in (0, 5):
            at_desk().get(path)
            with Reading(connection) as reading:
                shown = at_desk().get(path).content.decode()
            assert shown.count("/admin/marking/2") == number + 1
            counts.append(len(reading.statements))
    assert counts[0] == counts[1]


def test_another_teacher_sees_nothing_of_it(hand_in, plain, quiz_of, staff, at_desk):
    submission = hand_in("асель", plain, "Тайна")
    client = at_desk(staff("чужой", quiz_of("other", open_text())))
    assert "Асель" not in client.get("/admin/marking/").content.decode()
    assert "Тест plain" not in client.get("/admin/marking/").content.decode()
    assert is_absent(client.get(address(submission)))
    assert is_absent(marked(client, submission, points="1"))
    assert not Judgement.objects.exists()
    assert in_menu("Проверка") in client.get("/admin/").content.decode()


def test_a_learner_is_not_let_in(hand_in, plain, client):
    submission = hand_in("асель", plain, "Сад")
    for path in ("/admin/marking/", "/admin/marking/results/", address(submission)):
        assert client.get(path).status_code == 302
        assert client.post(path).status_code == 302
    assert not Judgement.objects.exists()


def test_a_kazakh_answer_is_marked_by_whoever_works_on_the_russian_page(hand_in, plain, at_desk, kazakh):
    translate(plain, kazakh, {"О чём ваш проект?": "Жобаңыз не туралы?"})
    with override("kk"):
        submission = hand_in("асель", plain, "Бақ", path="/kk/test-plain/")
    html = at_desk().get(address(submission)).content.decode()
    assert '<div class="marking-text" lang="kk"><p>Бақ</p></div>' in html
    assert "О чём ваш проект?" in html


def test_an_answer_whose_page_is_gone_is_an_administrator_s(hand_in, plain, at_desk, django_user_model):
    submission = hand_in("асель", plain, "Сад")
    at_desk()
    plain.delete()
    assert is_absent(at_desk().get(address(submission)))
    admin = django_user_model.objects.create_superuser("admin", password=None)
    client = at_desk(admin)
    assert "Асель" in client.get("/admin/marking/").content.decode()
    assert marked(client, submission, points="4").status_code == 302


def test_a_learner_who_is_erased_leaves_nothing_in_the_queue(hand_in, plain, at_desk):
    submission = hand_in("асель", plain, "Сад")
    marked(at_desk(), submission, points="1")
    submission.response.attempt.learner.delete()
    assert not Submission.objects.exists()
    assert not Judgement.objects.exists()


def test_the_queue_costs_the_same_for_one_answer_and_for_ten(hand_in, plain, at_desk):
    counts = []
    for number in range(10):
        hand_in(f"учащийся{number}", plain, "Сад")
        if number in (0, 9):
            client = at_desk()
            client.get("/admin/marking/")
            with Reading(connection) as reading:
                client.get("/admin/marking/")
            counts.append(len(reading.statements))
    assert counts[0] == counts[1]


def test_the_queue_is_taken_along_as_a_file_in_kazakh(hand_in, plain, at_desk, teacher, staff, quiz_of):
    hand_in("=айгерім", plain, "Сад")
    other = quiz_of("other", open_text("Чужой вопрос?"))
    hand_in("timur", other, "Тайна")
    profile = UserProfile.get_for_user(teacher)
    profile.preferred_language = "kk"
    profile.save()
    desk = at_desk()
    assert "?export=csv" in desk.get("/admin/marking/").content.decode()
    response = desk.get("/admin/marking/?export=csv")
    assert "tekseru-" in response["Content-Disposition"]
    rows = list(csv.reader(StringIO(response.content.decode().removeprefix("\ufeff")), delimiter=";"))
    assert rows[0] == ["Білім алушы", "Сұрақ", "Тест", "Тапсырылды"]
    assert [row[:3] for row in rows[1:]] == [["'=Айгерім", "О чём ваш проект?", "Тест plain"]]
    assert re.fullmatch(r"\d\d\.\d\d\.\d{4} \d\d:\d\d", rows[1][3])


def test_the_file_of_a_narrowed_queue_is_narrow(hand_in, plain, at_desk, lesson):
    hand_in("timur", plain, "Сад")
    assert "Timur" in at_desk().get(f"/admin/marking/?below={plain.pk}&export=csv").content.decode()
    assert "below=" in at_desk().get(f"/admin/marking/?below={plain.pk}").content.decode()


def test_a_stranger_and_another_teacher_take_nothing_along(hand_in, plain, at_desk, staff, quiz_of, client):
    hand_in("timur", plain, "Сад")
    neighbour = staff("сосед", quiz_of("other", open_text("Чужой вопрос?")))
    assert "Timur" not in at_desk(neighbour).get("/admin/marking/?export=csv").content.decode()
