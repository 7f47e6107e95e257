"""Whoever sees badly makes the words larger, once, without script."""

import re

import pytest
from django.test import Client
from django.urls import translate_url

from people.models import LearnerProfile
from tests.people.test_landing import ELSEWHERE

DOOR = "/kk/sign-in/"


def size_on(browser, path=DOOR):
    """Return the size that the style sheet goes by; "" is the normal one."""
    found = re.search(r'<html[^>]* data-text="(\w+)"', browser.get(path).content.decode())
    return found[1] if found else ""


def choose(browser, size, **more):
    return browser.post("/kk/text-size/", {"size": size, "next": DOOR} | more)


def test_a_visitor_s_choice_is_kept_by_the_browser(client, db):
    response = choose(client, "largest")
    assert response.url == DOOR
    assert size_on(client) == "largest"
    assert response.cookies["lifelong_text_size"]["httponly"]
    choose(client, "normal")
    assert size_on(client) == ""


def test_a_learner_s_choice_goes_along_to_every_computer(client, aigerim):
    client.force_login(aigerim)
    response = choose(client, "large", next="/kk/account/")
    assert "lifelong_text_size" not in response.cookies, "the next person at this computer reads as they like"
    elsewhere = Client()
    elsewhere.force_login(aigerim)
    assert size_on(elsewhere, "/ru/account/") == "large"


def test_until_a_learner_chooses_the_words_stay_as_they_were_before_signing_in(client, aigerim):
    choose(client, "largest")
    client.force_login(aigerim)
    assert size_on(client, "/kk/account/") == "largest"
    choose(client, "normal")
    assert size_on(client, "/kk/account/") == ""


@pytest.mark.parametrize("size", ["", "huge", '"><script>', "large\x00", "x" * 5000])
def test_a_size_that_nobody_offered_changes_nothing(client, aigerim, size):
    client.force_login(aigerim)
    assert choose(client, size).status_code == 302
    client.cookies["lifelong_text_size"] = "evil"
    assert size_on(client, "/kk/account/") == ""
    assert not LearnerProfile.objects.exclude(text_size="").exists()


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_buttons_say_which_size_is_in_force(client, db, language):
    path = translate_url(DOOR, language)
    choose(client, "large")
    pressed = re.findall(r'name="size" value="(\w+)" aria-pressed="true"', client.get(path).content.decode())
    assert pressed == ["large"]


@pytest.mark.parametrize("elsewhere", [url for url in ELSEWHERE if "evil" in url or ":" in url])
def test_the_way_back_never_leads_to_another_site(client, db, elsewhere):
    assert choose(client, "large", next=elsewhere).url == "/kk/my-learning/"


def test_larger_words_cost_no_query(client, aigerim, django_assert_max_num_queries):
    client.force_login(aigerim)
    with django_assert_max_num_queries(2):  # the session, unless it is cached; the learner with their profile
        client.get("/kk/account/")
