"""What every page has around it: languages, messages, the way in, one door, and uploads that run nowhere."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from tests.courses.walking import join, soup


def languages(response):
    return {link["lang"]: link["href"] for link in soup(response).select(".languages a")}


def test_a_page_links_to_the_languages_it_has(stranger, front, subject, course, in_language):
    assert languages(stranger.get(course.get_url())) == {"ru": course.get_url()}
    kazakh = in_language("kk", front, subject.get_parent().specific, subject, course)
    assert languages(stranger.get(course.get_url())) == {"kk": kazakh.get_url(), "ru": course.get_url()}


def test_the_language_being_read_says_so(stranger, course):
    assert soup(stranger.get(course.get_url())).select_one(".languages [aria-current]")["lang"] == "ru"


def test_my_learning_is_there_in_all_languages(seat, learner, front):
    assert languages(seat(learner).get("/ru/my-learning/")) == {
        code: f"/{code}/my-learning/" for code in ("kk", "ru", "en")
    }


def test_another_language_asks_the_search_the_same(stranger, front):
    asked = {"q": 'комп & "мышь"', "page": "2"}
    in_kazakh = languages(stranger.get("/ru/search/", asked))["kk"]
    assert in_kazakh.startswith("/kk/search/?")
    assert stranger.get(in_kazakh).wsgi_request.GET.dict() == asked


def test_who_reads_the_door_in_another_language_still_gets_where_they_were_going(stranger, learner, course):
    door = languages(stranger.get(f"/ru/sign-in/?next={course.get_url()}"))["en"]
    assert door == f"/en/sign-in/?next={course.get_url()}"


def test_what_was_done_is_said_once(seat, learner, course):
    browser = seat(learner)
    join(browser, course)
    said = soup(browser.get(course.get_url())).select_one(".messages")
    assert (said["role"], said.get_text()) == ("status", "Вы записаны на курс.")
    assert not soup(browser.get(course.get_url())).select_one(".messages")


@pytest.mark.parametrize("door", ["/admin/login/", "/ru/_util/login/"])
def test_wagtails_own_doors_lead_to_ours(stranger, front, door):
    response = stranger.get(f"{door}?next=/admin/")
    assert response.url == "/ru/sign-in/?next=/admin/"


def test_the_bare_address_leads_to_the_front_page(stranger, front):
    response = stranger.get("/", follow=True)
    assert response.redirect_chain == [("/ru/", 302)]
    assert response.status_code == 200


def test_nothing_in_an_upload_runs_as_a_page_of_ours(stranger, front, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    default_storage.save("trap.html", ContentFile(b"<script>alert(1)</script>"))
    response = stranger.get("/media/trap.html")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    assert "script-src" not in response["Content-Security-Policy"]


@pytest.mark.parametrize("path", ["../secret.key", "%2e%2e/secret.key", "a/../../secret.key"])
def test_nothing_beside_the_uploads_is_handed_out(stranger, front, settings, tmp_path, path):
    (tmp_path / "secret.key").write_text("secret")
    settings.MEDIA_ROOT = tmp_path / "media"
    response = stranger.get(f"/media/{path}")
    assert response.status_code in (400, 404)
    assert b"secret" not in response.content
