"""An address that leads nowhere leads somewhere."""

import pytest
from django.db import connection
from wagtail.models import Site

from courses.searching.indexing import rebuild
from home.not_found import instead_of
from tests import factories
from tests.courses.walking import primary, soup
from tests.quizzes.builders import Reading


def lost(browser, address):
    response = browser.get(address)
    assert response.status_code == 404
    return response


def nearest(response):
    """Return the address of the page that is offered, or None."""
    links = soup(response).select("main .card > p:not(.form-actions) a")
    return links[0]["href"] if links else None


def languages(response):
    return {item["lang"]: item.a["href"] for item in soup(response).select("main .card li")}


def test_the_nearest_page_above_is_offered(stranger, course, lesson):
    assert nearest(lost(stranger, f"{lesson.get_url()}net/takogo/")) == lesson.get_url()
    assert nearest(lost(stranger, f"{course.get_url()}net/")) == course.get_url()


def test_what_is_a_draft_or_private_is_not_offered(stranger, subject, course, other_course):
    course.unpublish()
    assert nearest(lost(stranger, course.get_url())) == subject.get_url()
    other_course.view_restrictions.create(restriction_type="login")
    assert nearest(lost(stranger, f"{other_course.get_url()}net/")) == subject.get_url()


def test_below_a_draft_nothing_is_offered(stranger, subject, course, lesson):
    course.unpublish()
    assert nearest(lost(stranger, f"{lesson.get_url()}net/")) == subject.get_url()


def test_where_nothing_is_near_only_the_ways_on_are_offered(stranger, front):
    page = lost(stranger, "/ru/net-takogo/")
    assert nearest(page) is None
    assert primary(page) == ("На главную страницу", "/ru/")
    assert "/ru/my-learning/" in [link["href"] for link in soup(page).select("main a")]


def test_a_page_in_other_languages_only_says_which(stranger, front, subject, course, in_language):
    kazakh = in_language("kk", front, subject.get_parent().specific, subject)
    page = lost(stranger, course.get_url().replace("/ru/", "/kk/"))
    assert languages(page) == {"ru": course.get_url()}
    assert nearest(page) == kazakh.get_url()
    assert soup(page).html["lang"] == "kk"
    assert soup(page).h1.get_text() == "Бұл бет әлі осы тілге аударылмаған"


def test_a_translation_that_is_a_draft_again_is_not_there(stranger, course, whole_course_in):
    kazakh = whole_course_in("kk")
    kazakh.unpublish()
    assert languages(lost(stranger, kazakh.get_url())) == {"ru": course.get_url()}


def test_the_search_is_filled_with_the_words_of_the_address_and_finds(stranger, subject, course):
    rebuild()
    page = soup(lost(stranger, f"{subject.get_url()}bez_straha/"))
    form = page.select_one("main form")
    typed = form.select_one("[type=search]")["value"]
    assert (form["action"], typed) == ("/ru/search/", "bez straha")
    found = soup(stranger.get(form["action"], {"q": typed}))
    assert [link.get_text() for link in found.select(".found h2 a")] == ["Компьютер без страха"]


@pytest.mark.parametrize(
    "address",
    [
        "/ru/<b>x</b>/",
        "/ru/%22%3E%3Cscript%3E/",
        "/ru/" + "a/" * 40,
        "/ru/" + "я" * 500 + "/",
        "/ru/%00/",
        "/ru//x//",
    ],
)
def test_nonsense_is_only_text(stranger, front, address):
    page = soup(lost(stranger, address))
    assert not page.select("main b, main script")
    assert primary(lost(stranger, address))[1] == "/ru/"


def test_an_upload_that_is_gone_is_said_in_words_too(stranger, front):
    assert primary(lost(stranger, "/media/gone.pdf"))[1] == "/ru/"


def test_looking_for_what_to_offer_costs_four_queries_however_deep(rf, course, lesson):
    for address in (f"{course.get_url()}net/", f"{lesson.get_url()}a/b/c/d/"):
        with Reading(connection) as reading:
            assert instead_of(rf.get(address)).nearest
        assert len(reading.statements) <= 4


def test_the_site_without_any_page_still_answers(stranger, db):
    Site.objects.all().delete()
    assert primary(lost(stranger, "/ru/net/"))


def test_a_deep_course_is_found_in_the_language_of_the_address(stranger, course, whole_course_in):
    kazakh = whole_course_in("kk")
    assert nearest(lost(stranger, f"{kazakh.get_url()}joq/")) == kazakh.get_url()
    factories.CoursePageFactory(parent=course.get_parent(), title="Ещё", slug="joq")
    assert nearest(lost(stranger, f"{kazakh.get_url()}joq/")) == kazakh.get_url()
