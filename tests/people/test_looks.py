"""Whoever sees badly makes the words larger and the contrast higher, once, without script."""

import re

import pytest
from django.db import DatabaseError
from django.http import HttpResponse
from django.test import Client
from django.urls import translate_url

from people import lab
from people.models import LabComputer, LearnerProfile, Place
from tests.people.test_landing import ELSEWHERE

DOOR = "/kk/sign-in/login/"
LOOKS = [("text_size", "data-text", "largest"), ("contrast", "data-contrast", "more")]


@pytest.fixture
def lab_pc(db):
    """A lab computer that the school has set to large words."""
    place = Place.objects.create(names={"ru": "Первомайский"})
    response, browser = HttpResponse(), Client()
    lab.register(response, LabComputer(name="Window", place=place, text_size="large"), by=None)
    browser.cookies = response.cookies
    return browser


def look_on(browser, attribute="data-text", path=DOOR):
    """Return what the style sheet goes by; "" is the usual look."""
    found = re.search(rf'<html[^>]* {attribute}="(\w+)"', browser.get(path).content.decode())
    return found[1] if found and found[1] != "normal" else ""


def choose(browser, path=DOOR, **chosen):
    return browser.post("/kk/look/", chosen | {"next": path})


@pytest.mark.parametrize(("field", "attribute", "value"), LOOKS)
def test_a_visitor_s_choice_is_kept_by_the_browser(client, db, field, attribute, value):
    response = choose(client, **{field: value})
    assert response.url == DOOR
    assert look_on(client, attribute) == value
    assert response.cookies[f"lifelong_{field}"]["httponly"]
    choose(client, **{field: "normal"})
    assert look_on(client, attribute) == ""


@pytest.mark.parametrize(("field", "attribute", "value"), LOOKS)
def test_a_learner_s_choice_goes_along_to_every_computer(client, aigerim, field, attribute, value):
    client.force_login(aigerim)
    response = choose(client, "/kk/account/", **{field: value})
    assert f"lifelong_{field}" not in response.cookies, "the next person at this computer reads as they like"
    elsewhere = Client()
    elsewhere.force_login(aigerim)
    assert look_on(elsewhere, attribute, "/ru/account/") == value


@pytest.mark.parametrize("value", ["normal", "more"])
def test_a_device_that_asks_for_more_contrast_is_heard_until_its_person_chooses(client, aigerim, value):
    client.force_login(aigerim)
    assert b"data-contrast" not in client.get("/kk/account/").content
    choose(client, contrast=value)
    assert f'data-contrast="{value}"' in client.get("/kk/account/").content.decode()


def test_one_choice_leaves_the_other_alone(client, aigerim):
    client.force_login(aigerim)
    choose(client, contrast="more")
    choose(client, text_size="large")
    assert look_on(client, "data-contrast", "/kk/account/") == "more"


def test_until_a_learner_chooses_the_words_stay_as_they_were_before_signing_in(client, aigerim):
    choose(client, text_size="largest")
    client.force_login(aigerim)
    assert look_on(client, path="/kk/account/") == "largest"
    choose(client, text_size="normal")
    assert look_on(client, path="/kk/account/") == ""


def test_a_lab_computer_looks_as_the_school_has_set_it_once_its_person_has_gone(lab_pc, aigerim):
    choose(lab_pc, text_size="largest", contrast="more")
    lab_pc.force_login(aigerim)
    assert look_on(lab_pc, "data-contrast", "/kk/account/") == "more"
    lab_pc.post("/kk/sign-out/")
    assert look_on(lab_pc, "data-contrast") == ""
    assert look_on(lab_pc) == "large"


def test_one_s_own_computer_keeps_its_look_when_somebody_signs_out(client, aigerim):
    choose(client, text_size="largest")
    client.force_login(aigerim)
    client.post("/kk/sign-out/")
    assert look_on(client) == "largest"


def test_signing_out_at_a_lab_computer_works_without_a_database(lab_pc, aigerim, monkeypatch):
    def away(request):
        raise DatabaseError

    lab_pc.force_login(aigerim)
    monkeypatch.setattr(lab, "computer_of", away)
    assert lab_pc.post("/kk/sign-out/").status_code == 302


@pytest.mark.parametrize("value", ["", "huge", '"><script>', "large\x00", "x" * 5000])
def test_a_look_that_nobody_offered_changes_nothing(client, aigerim, value):
    client.force_login(aigerim)
    assert choose(client, text_size=value, contrast=value).status_code == 302
    client.cookies["lifelong_text_size"] = client.cookies["lifelong_contrast"] = "evil"
    assert look_on(client, path="/kk/account/") == look_on(client, "data-contrast", "/kk/account/") == ""
    assert not LearnerProfile.objects.exclude(text_size="", contrast="").exists()


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_buttons_say_what_is_in_force(client, db, language):
    path = translate_url(DOOR, language)
    choose(client, text_size="large", contrast="more")
    pressed = re.findall(r'value="(\w+)" aria-pressed="true"', client.get(path).content.decode())
    assert pressed == ["large", "normal"], "pressing contrast again turns it off"


@pytest.mark.parametrize("elsewhere", [url for url in ELSEWHERE if "evil" in url or ":" in url])
def test_the_way_back_never_leads_to_another_site(client, db, elsewhere):
    assert choose(client, elsewhere, text_size="large").url == "/kk/my-learning/"


def test_a_look_of_one_s_own_costs_no_query(client, aigerim, django_assert_max_num_queries):
    client.force_login(aigerim)
    with django_assert_max_num_queries(2):  # the session, unless it is cached; the learner with their profile
        client.get("/kk/account/")
