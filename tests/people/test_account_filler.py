"""What every page says about the person who reads it."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.utils import translation

from people.accounts import create_learner
from people.backends import LearnerBackend
from people.fillers import account

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7|add:7 }}",
    "a\u202eb",
    "%s {0}",
]


@pytest.fixture
def seen_by(rf):
    def fill(learner, path="/kk/lesson/?a=1&b=2", language="kk"):
        request = rf.get(path)
        request.user, request.session = learner, {}
        with translation.override(language):
            return account(request)

    return fill


@pytest.mark.parametrize(("language", "words"), [("kk", "Кіру"), ("ru", "Войти"), ("en", "Sign in")])
def test_a_stranger_is_offered_the_door_and_comes_back_to_this_page(seen_by, language, words):
    link = seen_by(AnonymousUser(), language=language)
    assert f">{words}</a>" in link
    href = link.partition('href="')[2].partition('"')[0].replace("&amp;", "&")
    assert urlsplit(href).path == f"/{language}/sign-in/"
    assert parse_qs(urlsplit(href).query) == {"next": ["/kk/lesson/?a=1&b=2"]}


@pytest.mark.parametrize("door", ["sign-in", "register"])
def test_on_a_door_page_the_link_keeps_where_the_stranger_was_going(seen_by, door):
    link = seen_by(AnonymousUser(), f"/kk/{door}/?next=/kk/lesson/")
    assert 'href="/kk/sign-in/?next=/kk/lesson/"' in link


def test_a_learner_sees_their_name_and_a_way_out(seen_by, aigerim):
    page = seen_by(aigerim)
    assert '<a class="account-link" href="/kk/account/"><bdi>Айгерім</bdi></a>' in page
    assert 'method="post" action="/kk/sign-out/"' in page
    assert ">Шығу</button>" in page


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_text_whatever_it_holds(seen_by, db, name):
    page = seen_by(create_learner("dana", "bomuka-tesogu-47", name))
    assert "<script" not in page
    assert "<img" not in page
    assert page.count("<bdi>") == 1, "the name cannot turn what follows it"


def test_the_way_out_works_with_its_token(aigerim):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(aigerim)
    page = browser.get("/kk/account/").content.decode()
    token = page.partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
    assert browser.post("/kk/sign-out/", {"csrfmiddlewaretoken": token}).status_code == 302
    assert "_auth_user_id" not in browser.session


def test_filling_in_the_name_costs_no_query(seen_by, aigerim, django_assert_num_queries):
    learner = LearnerBackend().get_user(aigerim.pk)
    with django_assert_num_queries(0):
        seen_by(learner)
