"""A child, a grandmother and a mother read the same lesson; each opens it at the passage written for them."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.utils import translation

from lessons.checks import visitors_can_say_who_is_reading
from people.accounts import create_learner
from people.models import LearnerProfile
from quizzes.models import Response
from tests.quizzes.builders import Reading, short_answer

from .builders import variant

pytestmark = pytest.mark.django_db

THREE = (
    variant("child", "<p>Спроси взрослого.</p>"),
    variant("elder", "<p>Не спешите.</p>"),
    variant("parent", "<p>Сядьте рядом.</p>"),
)


@pytest.fixture
def aigul(client):
    """Somebody with a profile, signed in."""
    person = create_learner("aigul", "tihaya-reka-7")
    client.force_login(person)
    return person


def opened(html):
    return [details.summary.get_text() for details in html.select("details[open]")]


def chosen(html):
    return [button.get_text(strip=True) for button in html.select(".reader [aria-pressed=true]")]


def test_before_anybody_says_who_they_are_nothing_is_hidden_or_open(write, read):
    write(*THREE)
    html = read()
    assert len(html.select("details.variant")) == 3
    assert opened(html) == chosen(html) == []


def test_a_learner_says_once_who_reads_and_it_is_kept_with_them(write, read, client, aigul):
    write(*THREE)
    assert client.post("/ru/urok/", {"do": "reader:elder"}).status_code == 302
    assert LearnerProfile.objects.get(learner=aigul).reader == "elder"
    html = read()
    assert opened(html) == ["Для тех, кому за 60"]
    assert chosen(html) == ["Мне за 60"]
    elsewhere = Client()
    elsewhere.force_login(aigul)
    assert opened(read(browser=elsewhere)) == ["Для тех, кому за 60"]


def test_choosing_a_reader_saves_what_was_typed(write, client, aigul):
    page = write(*THREE, short_answer())
    (item,) = page.get_items()
    typed = {item.field_name: "мышь", f"version-{item.id}": item.digest, f"was-{item.id}": ""}
    client.post("/ru/urok/", {"do": "reader:parent", **typed})
    assert Response.objects.get().answer == {"text": "мышь"}


def test_a_visitor_is_known_by_a_cookie_and_comes_back_to_the_lesson(write, read, client):
    write(*THREE)
    form = read().select_one(".reader form")
    sent = {"reader": "child", "next": form.select_one("[name=next]")["value"]}
    response = client.post(form["action"], sent)
    assert response["Location"] == "/ru/urok/"
    assert client.cookies["lifelong_reader"]["httponly"]
    assert opened(read()) == ["Для детей"]


def test_whoever_signs_in_at_a_shared_computer_is_not_the_visitor_before_them(write, read, client):
    write(*THREE)
    client.post("/ru/reader/", {"reader": "child", "next": "/ru/urok/"})
    client.force_login(create_learner("dana", "tihaya-reka-7"))
    assert opened(read()) == []


@pytest.mark.parametrize("wanted", ["https://evil.example/", "//evil.example", "javascript:alert(1)", ""])
def test_nobody_is_sent_away_from_the_school(wanted, client):
    response = client.post("/ru/reader/", {"reader": "child", "next": wanted})
    assert response["Location"] == "/"


def test_nonsense_is_kept_nowhere(client, aigul):
    client.post("/ru/reader/", {"reader": "<b>"})
    assert not LearnerProfile.objects.exclude(reader="").exists()
    assert "lifelong_reader" not in client.cookies


def test_two_learners_share_one_body_of_the_page(write, read, client, aigul):
    write(*THREE)
    client.post("/ru/urok/", {"do": "reader:child"})
    assert opened(read()) == ["Для детей"]
    assert opened(read(browser=Client())) == []


def test_a_lesson_with_passages_costs_no_more_queries(write, client, aigul):
    write(*THREE, short_answer())
    client.post("/ru/urok/", {"do": "reader:child"})
    client.get("/ru/urok/")
    client.get("/ru/urok/")
    with Reading(connection) as reading:
        client.get("/ru/urok/")
    assert len(reading.statements) <= 6


def test_a_teacher_without_a_profile_may_choose_too(write, read, client):
    write(*THREE)
    person = get_user_model().objects.create_user("teacher")
    client.force_login(person)
    client.post("/ru/urok/", {"do": "reader:other"})
    assert opened(read()) == []
    assert chosen(read()) == ["Другое"]


def test_a_teacher_who_looks_at_a_preview_sees_all_passages_and_posts_nothing(write, admin_user):
    page = write(*THREE)
    with translation.override("ru"):
        preview = page.make_preview_request(preview_mode="")
    html = BeautifulSoup(preview.content, "html.parser")
    assert len(html.select("details.variant")) == 3
    assert not html.select(".reader form")
    assert all(button.has_attr("disabled") for button in html.select(".reader button"))


def test_a_site_that_forgot_our_addresses_is_told_and_still_shows_its_lessons(write, read, settings):
    write(*THREE)
    settings.ROOT_URLCONF = "tests.lessons.urls_without_lessons"
    with translation.override("ru"):
        assert [warning.id for warning in visitors_can_say_who_is_reading(None)] == ["lifelong_lessons.W001"]
        assert all(button.has_attr("disabled") for button in read().select(".reader button"))
