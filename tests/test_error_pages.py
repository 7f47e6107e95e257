"""When something breaks, people still read a page, in a language of theirs."""

import pytest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.views.defaults import bad_request, server_error


@pytest.mark.parametrize("view", [server_error, bad_request])
def test_a_broken_site_speaks_all_three_languages_without_asking_anything(view):
    request = RequestFactory().get("/ru/")  # no person, no session, no messages
    response = view(request) if view is server_error else view(request, exception=None)
    page = response.content.decode()
    for language in ("kk", "ru", "en"):
        assert f'class="card" lang="{language}"' in page


@pytest.mark.parametrize(
    ("language", "words"), [("kk", "Форма әлі жіберілмеді"), ("ru", "Форма ещё не отправлена")]
)
def test_a_form_from_before_another_sign_in_says_how_to_send_it_again(db, language, words):
    response = Client(enforce_csrf_checks=True).post(f"/{language}/sign-in/", {"username": "aigerim"})
    assert response.status_code == 403
    page = response.content.decode()
    assert words in page
    assert f'href="/{language}/sign-in/"' in page


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_wrong_address_leads_home(db, client, language):
    response = client.get(f"/{language}/nothing-here/")
    assert response.status_code == 404
    assert f'class="button button-primary" href="/{language}/"' in response.content.decode()


def test_the_bare_page_needs_no_context_at_all():
    assert "<main" in render_to_string("bare.html")
