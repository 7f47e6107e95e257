"""What a signed-in person saw is gone from the computer when they are."""

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpResponse

from people.middleware import PrivateResponseMiddleware

PAGES = ["sign-in", "account"]


@pytest.fixture
def answer(rf):
    """Send a request through the middleware and return its caching rule."""

    def rule_for(path="/ru/page/", cookies="", rule=None, modified=False):
        request = rf.get(path, headers={"Cookie": cookies})
        request.session = type("Session", (), {"modified": modified})()
        own = {"Cache-Control": rule} if rule else {}
        response = PrivateResponseMiddleware(lambda request: HttpResponse(headers=own))(request)
        return response.headers.get("Cache-Control")

    return rule_for


def test_what_a_learner_sees_is_kept_nowhere(answer):
    assert answer(cookies="sessionid=abc") == "no-store, private"


def test_the_answer_that_signs_somebody_in_is_kept_nowhere(answer):
    assert answer(modified=True) == "no-store, private"


def test_what_a_stranger_sees_may_be_kept(answer):
    assert answer() is None
    assert answer(cookies="csrftoken=abc") is None


def test_static_files_and_media_may_be_kept(answer, settings):
    settings.STATIC_URL, settings.MEDIA_URL = "/static/", "/media/"
    assert answer("/static/site.css", cookies="sessionid=abc") is None
    assert answer("/media/picture.webp", cookies="sessionid=abc") is None


def test_a_site_without_a_media_address_is_private_all_the_same(answer, settings):
    settings.MEDIA_URL = ""
    assert answer(cookies="sessionid=abc") == "no-store, private"


def test_a_response_with_a_rule_of_its_own_keeps_it(answer):
    assert answer(cookies="sessionid=abc", rule="max-age=60") == "max-age=60"


@pytest.mark.parametrize("cookies", ["", "sessionid=abc"])
def test_the_rule_is_found_without_asking_the_database(rf, db, django_assert_num_queries, cookies):
    request = rf.get("/ru/page/", headers={"Cookie": cookies})
    request.session = SessionStore(request.COOKIES.get("sessionid"))
    with django_assert_num_queries(0):
        PrivateResponseMiddleware(lambda request: HttpResponse())(request)


@pytest.mark.parametrize("page", PAGES)
def test_each_page_of_a_signed_in_learner_is_private(client, aigerim, page):
    client.force_login(aigerim)
    rule = client.get(f"/kk/{page}/").headers["Cache-Control"]
    assert set(rule.split(", ")) == {"no-store", "private"}


def test_signing_in_and_out_are_private(client, aigerim, sign_in):
    for response in (client.get("/kk/sign-in/"), sign_in("aigerim"), client.post("/kk/sign-out/")):
        assert {"no-store", "private"} <= set(response.headers["Cache-Control"].split(", "))
