"""A teacher looks at all attempts at a test: which one was unusual, and why."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.utils import timezone

from people.accounts import create_learner
from quizzes import versions
from quizzes.models import Attempt, Outage

from ..builders import Reading, key_of

SET_ON = "часы сервера перевели вперёд на 60 мин"
MORE_TIME = "Времени больше, чем у остальных"


@pytest.fixture
def timed(quiz, publish):
    quiz.time_limit = 30
    return publish(quiz)


@pytest.fixture
def desk(staff, timed):
    """Whoever edits the test, at the admin in Russian."""
    client = Client()
    client.force_login(staff("сауле", timed))
    client.cookies["django_language"] = "ru"
    return client


@pytest.fixture
def begin(timed):
    """Return a function by which a learner begins the test, and by default hands it in."""

    def begin(login, finish=True):
        client = Client()
        client.force_login(create_learner(login, None, call_name=login.title()))
        client.post("/ru/test/", {"do": "start"})
        if finish:
            item = timed.get_items()[0]
            client.post("/ru/test/", {"do": "finish", item.field_name: key_of(item)})
        return Attempt.objects.get(learner__username=login)

    return begin


def address(page, which=""):
    return f"/admin/attempts/{page.pk}/{which}"


def lines(response):
    """Return {name: the words of the line}."""
    rows = BeautifulSoup(response.content, "html.parser").select("main table tbody tr")
    found = [" ".join(row.get_text(" ").split()) for row in rows]
    return {line.split()[0]: line for line in found}


def jump(attempt):
    """It began two hours ago, and half an hour later the clock was set on by an hour."""
    began_at = timezone.now() - timedelta(hours=2)
    Attempt.objects.filter(pk=attempt.pk).update(
        started_at=began_at, ends_at=began_at + timedelta(minutes=40)
    )
    jumped_at = began_at + timedelta(minutes=30)
    Outage.objects.create(began_at=jumped_at, ended_at=jumped_at + timedelta(hours=1), is_by_clock=True)


def test_the_one_whose_clock_jumped_is_flagged_and_the_other_is_not(timed, desk, begin):
    begin("асель")
    jump(begin("болат", finish=False))
    shown = lines(desk.get(address(timed)))
    assert all(word in shown["Болат"] for word in ("⚑", SET_ON, "в процессе"))
    assert shown["Асель"].endswith("50 %")


def test_the_list_can_be_narrowed_to_what_was_unusual(timed, desk, begin):
    begin("асель")
    jump(begin("болат", finish=False))
    assert "необычные (1)" in desk.get(address(timed)).content.decode()
    assert lines(desk.get(address(timed, "?which=unusual"))).keys() == {"Болат"}


def test_an_answer_that_came_too_late_is_told_of(timed, desk, begin):
    attempt = begin("асель", finish=False)
    ran_out = timezone.now() - timedelta(minutes=10)
    Attempt.objects.update(started_at=ran_out - timedelta(minutes=30), ends_at=ran_out)
    slow = Client()
    slow.force_login(attempt.learner)
    item = timed.get_items()[0]
    slow.post("/ru/test/", {"do": "save", item.field_name: key_of(item)})
    line = lines(desk.get(address(timed)))["Асель"]
    assert line.endswith("1 ответ пришёл после конца и не считается.")
    assert "⚑" in line


def test_the_file_says_the_same(timed, desk, begin):
    begin("асель")
    begin("болат", finish=False)
    Attempt.objects.filter(finished_at=None).update(ends_at=timezone.now() + timedelta(hours=2))
    for which, names in (("?export=csv", ["Болат", "Асель"]), ("?which=unusual&export=csv", ["Болат"])):
        head, *told = desk.get(address(timed, which)).content.decode("utf-8-sig").splitlines()
        assert head.split(";")[-1] == "Что было необычного"
        assert [line.split(";")[0] for line in told] == names
        assert MORE_TIME in told[0]


def test_it_reads_kazakh_to_who_works_in_kazakh(timed, desk, begin):
    jump(begin("болат", finish=False))
    desk.cookies["django_language"] = "kk"
    assert "сервердің сағаты 60 мин алға жылжытылды" in lines(desk.get(address(timed)))["Болат"]


def test_the_page_offers_the_list_once_somebody_has_begun(timed, desk, begin):
    edit = f"/admin/pages/{timed.pk}/edit/"
    assert address(timed) not in desk.get(edit).content.decode()
    assert desk.get(address(timed)).status_code in (302, 404)
    begin("асель", finish=False)
    assert address(timed) in desk.get(edit).content.decode()


def test_a_teacher_of_another_page_is_refused(timed, lesson, staff, begin):
    begin("асель")
    stranger = Client()
    stranger.force_login(staff("ерлан", lesson))
    assert "Асель" not in stranger.get(address(timed), follow=True).content.decode()


def test_the_list_costs_the_same_for_one_attempt_and_for_ten(timed, desk, begin):
    counts = []
    for logins in (["асель"], [f"учащийся{number}" for number in range(9)]):
        for login in logins:
            jump(begin(login))
        desk.get(address(timed))
        versions._remembered.clear()
        with Reading(connection) as reading:
            desk.get(address(timed))
        counts.append(len(reading.statements))
    assert counts[0] == counts[1]
